import { columnName, quoteSheetName } from "../../cells";
import type { OwnName } from "./workbook-state";

/** A workbook name and the zero-based cell it has to lead to. */
export interface WantedName {
  readonly name: string;
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
}

/** Makes the workbook's names exactly these: those that exist lead elsewhere, so that a formula with them still works. */
export function setNames(
  { names }: Excel.Workbook,
  present: readonly OwnName[],
  wanted: readonly (WantedName | OwnName)[],
): void {
  const left = new Map(present.map((one) => [one.name.toUpperCase(), one]));
  for (const one of wanted) {
    const existing = left.get(one.name.toUpperCase());
    if (existing === undefined) names.add(one.name, formulaOf(one));
    else if (existing.formula !== formulaOf(one)) names.getItem(existing.name).formula = formulaOf(one);
    left.delete(one.name.toUpperCase());
  }
  // A name with our prefix that leads to no cell is the user's own.
  for (const { name, formula } of left.values()) if (formula.includes("!")) names.getItem(name).delete();
}

function formulaOf(name: WantedName | OwnName): string {
  if ("formula" in name) return name.formula;
  return `=${quoteSheetName(name.sheet)}!$${columnName(name.column)}$${name.row + 1}`;
}
