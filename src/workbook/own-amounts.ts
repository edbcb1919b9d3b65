import { cellAt } from "../cells";
import type { SheetCells } from "../cells";
import { ownPrefix } from "./own-key";
import { targetOf } from "./own-name";

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
    const target = targetOf(formula);
    if (!name.toUpperCase().startsWith(ownPrefix) || target === null) return [];
    const sheet = sheets.find((one) => one.name === target.sheet && one.generatedKey !== null);
    const amount = sheet === undefined ? null : cellAt(sheet, target.row, target.column);
    return typeof amount === "number" ? [{ name: name.toUpperCase(), amount }] : [];
  });
}
