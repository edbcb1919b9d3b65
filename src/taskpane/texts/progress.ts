import { documentOf, type KeyedName } from "../../documents";
import type { Progress } from "../../workbook";
import type { Words } from "./words";

/** Returns the rank of a fiche among the fiches, from 1; null for any other sheet. */
export function ficheAt(
  sheet: string | null,
  sheets: readonly KeyedName[],
): { readonly n: number; readonly count: number; readonly name: string } | null {
  const fiches = sheets.filter(({ key }) => documentOf(key) === "fiche");
  const index = fiches.findIndex(({ name }) => name === sheet);
  return index < 0 ? null : { n: index + 1, count: fiches.length, name: fiches[index]!.name.replace(/^Fiche /, "") };
}

/** Returns how many sheets are written of those to write; an empty object when there is no telling how far it is. */
export function measureOf(progress: Progress | null): { readonly done: number; readonly total: number } | object {
  if (progress?.stage !== "write" && progress?.stage !== "check") return {};
  return { done: progress.done, total: progress.total };
}

/** Returns « Fiche 23 sur 59 : Deluz », or what else is being done. */
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
