import type { Cell } from "../../../src/cells";
import type { Options } from "../../../src/options";
import { sheet, type Read, type SheetSpec } from "../workbook-of";

export const head = ["Commune", "École", "Effectif", "Postes clients standard", "Observations"];
export const other: Cell[] = ["Pirey", "École du Pont", 40, 9, "RAS"];
/** Returns a sheet of schools with a remark each. */
export const parc = (...rows: readonly (readonly Cell[])[]): SheetSpec => sheet("Parc", [head, ...rows]);
export const errors = (result: Read): string[] => result.anomalies().filter((each) => each.startsWith("error"));
/** Returns the postes billed to the École du Bourg and to the École du Pont. */
export const posts = (result: Read): number[] =>
  ["École du Bourg", "École du Pont"].map((school) => result.quantity(school, "POSTE_STD"));
/** Returns the choice of what a word is. */
export const words = (kind: "header" | "state", word: string, as: string): Partial<Options> => ({
  words: [{ kind, word, as }],
});
