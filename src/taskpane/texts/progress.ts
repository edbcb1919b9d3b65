import { sourceName } from "../../cells";
import { documentOf, type KeyedName } from "../../documents";
import type { Anomaly, MessageCode } from "../../messages";
import type { Aftermath, Progress } from "../../workbook/office";
import type { Words } from "./words";

/** Where a fiche stands among the fiches, from one; null for any other sheet. */
export function ficheAt(
  sheet: string | null,
  sheets: readonly KeyedName[],
): { readonly n: number; readonly count: number; readonly name: string } | null {
  const fiches = sheets.filter(({ key }) => documentOf(key) === "fiche");
  const index = fiches.findIndex(({ name }) => name === sheet);
  return index < 0 ? null : { n: index + 1, count: fiches.length, name: fiches[index]!.name.replace(/^Fiche /, "") };
}

/** How many sheets are written of those to write; nothing where there is no telling how far it is. */
export function measureOf(progress: Progress | null): { readonly done: number; readonly total: number } | object {
  if (progress?.stage !== "write" && progress?.stage !== "check") return {};
  return { done: progress.done, total: progress.total };
}

/** « Fiche 23 sur 59 : Deluz », or what else is being done. */
export function generatingText(progress: Progress | null, sheets: readonly KeyedName[], words: Words): string {
  switch (progress?.stage) {
    case undefined:
    case "read":
      return words.say("pane-generating-verify");
    case "prepare":
    case "write": {
      const fiche = ficheAt(progress.sheet, sheets);
      if (fiche !== null) return words.say("pane-generating-fiche", { ...fiche });
      if (progress.sheet === null) return words.say("pane-generating-prepare");
      const n = sheets.findIndex(({ name }) => name === progress.sheet) + 1;
      return n === 0
        ? words.say("pane-generating-prepare")
        : words.say("pane-generating-sheet", { n, count: sheets.length, name: progress.sheet });
    }
    default:
      return words.say(`pane-generating-${progress!.stage}`);
  }
}

/** What stopped, for whoever is called for help. */
export interface Stopped {
  readonly anomaly: Anomaly;
  /** Where a generation was, and how it left the workbook. */
  readonly generation?: { readonly at: Progress | null; readonly after: Aftermath };
}

/** Whether somebody else may have to look at it: refusals of Excel and bugs, not what the user sees and corrects. */
export function isForSupport({ code }: Anomaly): boolean {
  return code === "pane-unexpected" || (code.startsWith("office-") && code !== cellBeingEdited);
}

/** A line each: what, its code, where, how far. */
export function supportLines({ anomaly, generation }: Stopped, sheets: readonly KeyedName[], words: Words): string[] {
  const { code, sheet, cell } = anomaly;
  return [
    words.anomaly(anomaly),
    words.say("pane-point-code", { code }),
    ...(sheet === null ? [] : [placeText(sheet, cell, null, words)]),
    ...(generation === undefined
      ? []
      : [generatingText(generation.at, sheets, words), words.say(`pane-after-${generation.after}`)]),
  ];
}

/** A sheet as it is named to the user, with its file where that is not the workbook that is open. */
export function sheetText(sheet: string, otherFile: string | null, words: Words): string {
  return otherFile === null ? sheet : words.say("pane-file-sheet", { sheet, file: otherFile });
}

/** A cell, or the sheet alone. */
export function placeText(sheet: string, cell: string | null, otherFile: string | null, words: Words): string {
  return cell === null ? sheetText(sheet, otherFile, words) : sourceName(sheet, cell, otherFile);
}

/** A cell is being typed in: the one refusal that only asks to go on. */
export const cellBeingEdited: MessageCode = "office-cell-edit";

/** A point as it is laid out: what, then why and what to do. */
interface Anatomy {
  readonly what: string;
  /** One sentence each. */
  readonly rest: readonly string[];
}

/**
 * Takes a message of the catalogue apart: what is found stands before the first colon or full stop outside quotes; then
 * come its effect and what to do.
 */
export function anatomyOf(message: string): Anatomy {
  const end = endOfWhat(message);
  const what = message.slice(0, end).trim();
  const rest = message.slice(end).replace(/^[\s:.]+/, "");
  return { what, rest: rest === "" ? [] : sentences(rest) };
}

/** A message whose first sentence is the screen's title already. */
export function afterTitle(message: string): string {
  return anatomyOf(message).rest.join(" ");
}

function endOfWhat(text: string): number {
  let quotes = 0;
  for (let index = 0; index < text.length; index += 1) {
    const letter = text[index]!;
    if ("«“(".includes(letter)) quotes += 1;
    else if ("»”)".includes(letter)) quotes -= 1;
    else if (letter === '"') quotes = quotes === 0 ? 1 : 0;
    else if (quotes <= 0 && (letter === ":" || letter === ".") && /^\s/.test(text[index + 1] ?? " ")) return index;
  }
  return text.length;
}

function sentences(text: string): string[] {
  const upper = text.charAt(0).toUpperCase() + text.slice(1);
  return upper.split(/(?<=\.)\s+(?=\p{Lu})/u);
}
