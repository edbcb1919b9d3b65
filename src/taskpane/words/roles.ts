import type { MessageCode } from "../../messages";
import type { TableColumn } from "../session/preview-types";
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
  "date-in",
  "date-out",
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

/** What a column was taken for; a prestation with its nature, but where it has only one (headcounts). */
export function meaningOf(
  { role, prestation, nature }: Pick<TableColumn, "role" | "prestation" | "nature">,
  words: Words,
): string {
  if (prestation !== null)
    return nature === null ? prestation : words.say(`pane-counted-${nature}` satisfies MessageCode, { prestation });
  const known = roles.find((one) => one === role);
  if (known !== undefined) return words.say(`pane-role-${known}`);
  return role.startsWith("headcount-part") ? words.say("pane-role-headcount-part") : role;
}
