import { roleMessage } from "../../messages";
import type { Nature, Payer } from "../../tariff";
import type { TableColumn } from "../state/preview";
import type { Words } from "./words";

const roles = [
  "commune",
  "insee",
  "school",
  "school-code",
  "level",
  "label",
  "nature",
  "quantity",
  "headcount",
  "headcount-part",
  "date-in",
  "date-out",
  "date-installed",
  "year-installed",
  "date",
  "status",
  "inventory-number",
  "serial-number",
  "entity",
  "location",
  "campaign",
  "pupil",
  "name",
  "untariffed",
  "refused",
  "ignored",
] as const;

/** Returns what a column was taken for; a prestation with its nature, but when it has only one (headcounts). */
export function meaningOf(
  { role, prestation, nature }: Pick<TableColumn, "role" | "prestation" | "nature">,
  words: Words,
): string {
  if (prestation !== null)
    return nature === null ? prestation : roleMessage(`pane-counted-${nature}`, { prestation }, words.speech);
  const known = roles.find((one) => one === role);
  return known === undefined ? role : roleMessage(`pane-role-${known}`, {}, words.speech);
}

/** Returns « Maintenance, à la charge de la commune ». */
export function natureText(nature: Nature, payer: Payer, words: Words): string {
  return words.say(`pane-detail-nature-${nature}`, { payer: words.say(`pane-payer-${payer}`) });
}
