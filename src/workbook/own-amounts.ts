import { cellAt, parseCellName } from "../cells";
import type { SheetCells } from "../cells";
import { ownPrefix } from "./own-key";

/** An amount of a document in place, by the name that points at it: `ORDICLASSE_TITRE`, `ORDICLASSE_DU_25112`. */
export interface OwnAmount {
  readonly name: string;
  readonly amount: number;
}

/** The amounts that the workbook's names point at in the generated sheets. `formula`: `='Titre CAGB'!$G$20`, or without `=`. */
export function ownAmounts(
  names: readonly { readonly name: string; readonly formula: string }[],
  sheets: readonly SheetCells[],
): OwnAmount[] {
  return names.flatMap(({ name, formula }) => {
    const match = /^=?(.+)!([^!]+)$/.exec(formula);
    const place = match === null ? null : parseCellName(match[2]!);
    if (!name.toUpperCase().startsWith(ownPrefix) || match === null || place === null) return [];
    const wanted = match[1]!.replace(/^'(.*)'$/, (_, quoted: string) => quoted.replaceAll("''", "'"));
    const sheet = sheets.find((one) => one.name === wanted && one.generatedKey !== null);
    const amount = sheet === undefined ? null : cellAt(sheet, place.row, place.column);
    return typeof amount === "number" ? [{ name: name.toUpperCase(), amount }] : [];
  });
}
