import { columnName, quoteSheetName } from "../../cells";
import type { SheetModel } from "../../documents";
import { chartNames } from "../chart-names";
import { formulaOfKey, journalKey, keyName } from "../own-key";
import { sealName, sealOf, type Edit } from "../seal";
import { absoluteRange } from "./draw-sheet";
import type { DefinedName } from "./workbook-part";

/**
 * The names a generated sheet needs: its key, its seal, its print area and title rows, those that tell the rows of its charts,
 * and those that point at its amounts.
 */
export function ownNames(
  model: SheetModel,
  place: number,
  { date1904, journalEdits }: { readonly date1904: boolean; readonly journalEdits: readonly Edit[] },
): DefinedName[] {
  const sheet = quoteSheetName(model.name);
  const { area, titleRows } = model.print;
  return [
    { name: keyName, sheet: place, value: formulaOfKey(model.key), hidden: true },
    {
      name: sealName,
      sheet: place,
      value: formulaOfKey(sealOf(model, date1904, model.key === journalKey ? journalEdits : [])),
      hidden: true,
    },
    { name: "_xlnm.Print_Area", sheet: place, value: absoluteRange(model.name, area.lastRow, area.lastColumn) },
    ...(titleRows === null
      ? []
      : [
          {
            name: "_xlnm.Print_Titles",
            sheet: place,
            value: `${sheet}!$${titleRows.first + 1}:$${titleRows.last + 1}`,
          },
        ]),
    ...chartNames(model.name, model.charts).map(({ name, range }) => ({
      name,
      sheet: place,
      value: range,
      hidden: true,
    })),
    ...model.names.map(({ name, row, column }) => ({
      name,
      sheet: null,
      value: `${sheet}!$${columnName(column)}$${row + 1}`,
    })),
  ];
}
