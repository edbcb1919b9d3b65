import { roleMessage } from "../../messages";
import { isColumnRole } from "../../options";
import type { Nature, Payer } from "../../tariff";
import type { Meaning } from "../state/preview";
import type { Words } from "./words";

/** Returns what a column was taken for; a prestation with its nature, but when it has only one (headcounts). */
export function meaningOf(
  { role, prestation, nature }: Pick<Meaning, "role" | "prestation" | "nature">,
  words: Words,
): string {
  if (prestation !== null)
    return nature === null ? prestation : roleMessage(`role-counted-${nature}`, { prestation }, words.speech);
  return isColumnRole(role) ? roleMessage(`role-${role}`, {}, words.speech) : role;
}

/** Returns « Maintenance, à la charge de la commune ». */
export function natureText(nature: Nature, payer: Payer, words: Words): string {
  return words.say(`pane-detail-nature-${nature}`, { payer: words.say(`pane-payer-${payer}`) });
}
