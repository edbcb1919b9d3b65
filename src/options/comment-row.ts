import type { Cell, SheetCells } from "../cells";
import { OptionRow } from "./sheet-row";
import type { VarianceComment } from "./types";
import { optionLabel, optionLabels } from "./wordings";

/** Where a row has what a comment says. */
export const commentColumns = { commune: 1, text: 2, against: 3 } as const;

/** The row of a comment. */
export function commentRow({ commune, text, against }: VarianceComment): Cell[] {
  return [optionLabels.comment, commune, text, against];
}

/** The comment of a row; null with its faults told. */
export function readComment(row: OptionRow): VarianceComment | null {
  const commune = row.text(commentColumns.commune, "options-sheet-missing-in-comment");
  const text = row.text(commentColumns.text, "options-sheet-missing-in-comment");
  const against = row.year(commentColumns.against);
  return commune === null || text === null || against === null ? null : { commune, against, text };
}

/** The comment that a zero-based row of the options sheet writes; null where it writes none, or badly. */
export function commentAt(sheet: SheetCells, row: number, column: number): VarianceComment | null {
  const written = new OptionRow(sheet, row, column, []);
  return optionLabel(written.option) === "comment" ? readComment(written) : null;
}
