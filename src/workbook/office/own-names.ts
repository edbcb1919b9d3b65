import { columnName, quoteSheetName } from "../../cells";
import type { OwnName, WorkbookState } from "./workbook-state";

/** A workbook name and the zero-based cell it has to lead to. */
export interface WantedName {
  readonly name: string;
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
}

/**
 * Makes our names of the workbook exactly these: those that exist lead elsewhere, so that a formula with them still works. One
 * that the user has given to something else is left to it.
 */
export function setNames(
  { names }: Excel.Workbook,
  { names: present, otherNames }: Pick<WorkbookState, "names" | "otherNames">,
  wanted: readonly (WantedName | OwnName)[],
): void {
  const taken = new Set(otherNames.map(({ name }) => name.toUpperCase()));
  const left = new Map(present.map((one) => [one.name.toUpperCase(), one]));
  for (const one of wanted) {
    if (taken.has(one.name.toUpperCase())) continue;
    const existing = left.get(one.name.toUpperCase());
    if (existing === undefined) names.add(one.name, formulaOf(one));
    else if (existing.formula !== formulaOf(one)) names.getItem(existing.name).formula = formulaOf(one);
    left.delete(one.name.toUpperCase());
  }
  for (const { name } of left.values()) names.getItem(name).delete();
}

function formulaOf(name: WantedName | OwnName): string {
  if ("formula" in name) return name.formula;
  return `=${quoteSheetName(name.sheet)}!$${columnName(name.column)}$${name.row + 1}`;
}
