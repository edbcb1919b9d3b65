import { columnName, quoteSheetName } from "../../cells";
import type { OwnName, SheetState, WorkbookState } from "./workbook-state";

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
  { names, worksheets }: Excel.Workbook,
  { names: present, otherNames, sheets }: Pick<WorkbookState, "names" | "otherNames" | "sheets">,
  wanted: readonly (WantedName | OwnName)[],
): void {
  const free = sheetToShow(sheets, present, wanted);
  if (free !== null) worksheets.getItem(free.id).activate();
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

/**
 * The sheet to show before names are added, null where any will do. Excel refuses a name to the workbook where the sheet that
 * shows has one of its own, as a sheet that was copied from ours has; another sheet of the user's then takes its place.
 */
function sheetToShow(
  sheets: readonly SheetState[],
  present: readonly OwnName[],
  wanted: readonly (WantedName | OwnName)[],
): SheetState | null {
  const known = new Set(present.map(({ name }) => name.toUpperCase()));
  const added = new Set(wanted.map(({ name }) => name.toUpperCase()).filter((name) => !known.has(name)));
  const isInTheWay = ({ ownNames }: SheetState) => ownNames.some((name) => added.has(name.toUpperCase()));
  if (!sheets.some(isInTheWay)) return null;
  return sheets.find((one) => one.visibility === "visible" && one.key === null && !isInTheWay(one)) ?? null;
}

function formulaOf(name: WantedName | OwnName): string {
  if ("formula" in name) return name.formula;
  return `=${quoteSheetName(name.sheet)}!$${columnName(name.column)}$${name.row + 1}`;
}
