import { fold, isBlank } from "../../cells";
import { isCorrected, refusedAs, type Column } from "../column";
import { speaksOfMachine } from "../texts/free-text";
import { speaksOfLeaving } from "../texts/leaving";
import { hasUnread, headingSays } from "../texts/heading";
import { conceptSet } from "../texts/senses";
import type { TableBody } from "./column-contents";
import { cellsDown, holdsMarks, isRegister } from "./column-statistics";

/**
 * Asks about the headings of a list under which a few machines may have left, « Mis de côté le », or be no machine: a yes
 * under « Gabarit ».
 */
export function askOfFates(columns: readonly Column[], body: TableBody): Column[] {
  const { contents } = body;
  const label = columns.find(({ role }) => role.kind === "label" || role.kind === "inventory-number");
  if (label === undefined || !isRegister(columns)) return [...columns];
  const all = contents.of(label.index).filled;
  return columns.map((column) => {
    const { role, index, texts } = column;
    if ((role.kind !== "other" && role.kind !== "ignored") || isCorrected(column) || texts.length === 0) return column;
    if (mayHeadNone(texts.at(-1)!) && answersApart(column, body, all)) return refusedAs(column, "unclear");
    if (role.kind === "ignored") return column;
    if (role.why !== "unknown" && role.why !== "other-date" && role.why !== null) return column;
    const { filled, texts: written, dates } = contents.of(index);
    if (filled === 0 || filled >= all) return column;
    if (dates === filled) return hasUnread(texts) ? refusedAs(column, "exit-date") : column;
    const isReplaced = speaksOfMachine(texts.at(-1)!) || hasUnread(texts);
    return isReplaced && written === filled && contents.namesMachines(index) ? refusedAs(column, "exit-date") : column;
  });
}

/** Returns whether a yes under a heading may say that a row is no machine, « Gabarit », or that it left, « Démonté ». */
export function mayHeadNone(text: string): boolean {
  const saysGone = hasUnread([text]) ? speaksOfMachine(text) : speaksOfLeaving(text);
  return saysGone || headingSays(text, (concept) => templates.has(concept));
}

const templates = conceptSet("model draft");

/** Returns whether a column of `rows` rows holds yes and no, and not the same answer in all of them. */
function answersApart({ index }: Column, body: TableBody, rows: number): boolean {
  const statistics = body.contents.of(index);
  if (!holdsMarks(statistics)) return false;
  const answers = cellsDown(body, index).filter((cell) => !isBlank(cell));
  return statistics.filled < rows || new Set(answers.map((cell) => fold(String(cell)).trim())).size > 1;
}
