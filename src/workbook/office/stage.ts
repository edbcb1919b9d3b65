import { quoteSheetName } from "../../cells";
import type { ModelCell, SheetModel } from "../../sheets";
import { contentOf, inputOf, numberFormatOf, type Input } from "./cell-input";
import { anomaly } from "./faults";
import { Stop } from "./stop";
import type { Placed } from "./style-areas";
import type { Check } from "./outbox";

/** Where each model goes on the one sheet where the new content is built: one below the other, a blank row between. */
export function stack(models: readonly SheetModel[]): Placed[] {
  let next = 0;
  return models.map((model) => {
    const top = next;
    next += model.rows.length + 1;
    return { model, top };
  });
}

export function columnsOf({ rows }: SheetModel): number {
  return rows.reduce((widest, { cells }) => Math.max(widest, cells.length), 1);
}

/** What an action weighs on the wire, its paths included. */
export const bytesPerAction = 400;
const bytesPerCell = 8;

/** Bytes that a model takes to write, roughly, on the high side. */
export function weightOf({ rows }: SheetModel): number {
  let bytes = 20 * bytesPerAction;
  for (const { cells } of rows)
    for (const cell of cells) {
      bytes += bytesPerCell;
      if (cell === null) continue;
      bytes += cell.formula?.length ?? (typeof cell.value === "string" ? 2 * cell.value.length : 12);
      bytes += (cell.style?.numberFormat?.length ?? 0) + 12;
      if (cell.link !== undefined) bytes += 2 * bytesPerAction;
    }
  return bytes;
}

/**
 * Writes a model's cells where they are built. Links first, because Excel dresses a linked cell and fills it; then
 * formats, before the texts that they keep from being taken for numbers; then contents. Gives the comparison with what
 * Excel took.
 */
export function writeCells(stage: Excel.Worksheet, { model, top }: Placed, date1904: boolean): Check {
  const width = columnsOf(model);
  const range = stage.getRangeByIndexes(top, 0, model.rows.length, width);
  model.rows.forEach(({ cells }, row) =>
    cells.forEach((cell, column) => {
      if (cell?.link !== undefined) stage.getCell(top + row, column).hyperlink = hyperlinkOf(cell.link);
    }),
  );
  const writing = { offset: top, date1904 };
  range.numberFormat = matrixOf(model, width, numberFormatOf);
  range.formulas = matrixOf(model, width, (cell) => inputOf(cell, writing));
  const taken = range.load("formulas");
  const contents = matrixOf(model, width, (cell) => contentOf(cell, date1904));
  return () => {
    if (!isSameContent(contents, taken.formulas as unknown[][]))
      throw new Stop(anomaly("office-not-taken", { sheet: model.name }, model.name));
  };
}

/** Null in `expected` stands for a formula, whatever it says. */
export function isSameContent(
  expected: readonly (readonly (Input | null)[])[],
  found: readonly (readonly unknown[])[],
): boolean {
  return expected.every((row, r) =>
    row.every((content, c) => {
      const cell = found[r]?.[c] ?? "";
      return content === null ? typeof cell === "string" && cell.startsWith("=") : cell === content;
    }),
  );
}

function matrixOf<T>(model: SheetModel, width: number, take: (cell: ModelCell | null) => T): T[][] {
  return model.rows.map(({ cells }) => Array.from({ length: width }, (_, column) => take(cells[column] ?? null)));
}

function hyperlinkOf({ file, sheet, cell, tip }: NonNullable<ModelCell["link"]>): Excel.RangeHyperlink {
  return {
    documentReference: `${quoteSheetName(sheet)}!${cell}`,
    ...(file === undefined ? {} : { address: encodeURIComponent(file) }),
    ...(tip === undefined ? {} : { screenTip: tip }),
  };
}
