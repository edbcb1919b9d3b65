import { cellName, parseCellName } from "../cells";
import type { Anomaly } from "../messages";
import { ownPrefix } from "./own-key";

/** A name of the workbook: `='Titre CAGB'!$G$20`, or without `=`. */
export interface WorkbookName {
  readonly name: string;
  readonly formula: string;
}

/** The names that documents give to their amounts: a user may have one of their own. */
const amountName = /^ORDICLASSE_(TITRE|CAGB|COMMUNES|DU_\d{5})$/i;

/** The sheet, and the zero-based cell, that a name leads to; null where it leads to no single cell of a sheet. */
export function targetOf(
  formula: string,
): { readonly sheet: string; readonly row: number; readonly column: number } | null {
  const match = /^=?(.+)!([^!]+)$/.exec(formula);
  const place = match === null ? null : parseCellName(match[2]!);
  if (place === null || match === null || match[1] === "#REF") return null;
  return { sheet: match[1]!.replace(/^'(.*)'$/, (_, quoted: string) => quoted.replaceAll("''", "'")), ...place };
}

/** Whether a name is ours: it leads to a cell of a generated sheet, or to one that is no more. Any other is the user's own. */
export function isOwnName({ name, formula }: WorkbookName, ownSheets: ReadonlySet<string>): boolean {
  if (!name.toUpperCase().startsWith(ownPrefix)) return false;
  if (formula.includes("#REF!")) return amountName.test(name);
  const target = targetOf(formula);
  return target !== null && ownSheets.has(target.sheet);
}

/** A warning for each name that our documents would give to an amount, and that the user has given to something else. */
export function namesTaken(names: readonly WorkbookName[], ownSheets: ReadonlySet<string>, file: string): Anomaly[] {
  return names.flatMap((one): Anomaly[] => {
    if (!amountName.test(one.name) || isOwnName(one, ownSheets)) return [];
    const target = targetOf(one.formula);
    const sheet = target?.sheet ?? null;
    const cell = target === null ? null : cellName(target.row, target.column);
    return [{ severity: "warning", code: "own-name-taken", file, sheet, cell, params: { name: one.name } }];
  });
}

/** A warning for a sheet that bears a key of ours and is no document: it is read, and kept, as the user's. */
export function keyTaken(file: string, sheet: string): Anomaly {
  return { severity: "warning", code: "own-key-taken", file, sheet, cell: null, params: { sheet } };
}
