import { CellError, isBlank } from "../cells";
import { createLabelReader, prestationName } from "../tariff";
import type { Grid, LabelReading, TariffRow } from "../tariff";
import { cellOf } from "./excel-values";
import { Refusal, refusalOfError, shown } from "./refusal";

/** One reader a grid: it remembers the labels it read, and formulas repeat theirs by the thousand. */
const readers = new WeakMap<Grid, (text: string) => LabelReading>();

function readerOf(grid: Grid): (text: string) => LabelReading {
  const known = readers.get(grid) ?? createLabelReader(grid);
  readers.set(grid, known);
  return known;
}

/** The row of the grid that a prestation names, recognised as in headers, or by its code. (decisions §6) */
export function prestationArgument(value: unknown, grid: Grid): TariffRow | Refusal {
  const cell = cellOf(value);
  if (cell instanceof CellError) return refusalOfError(cell);
  if (cell === null || isBlank(cell)) return new Refusal("#VALUE!", "function-missing-prestation");
  const { label } = readerOf(grid)(String(cell));
  switch (label.kind) {
    case "prestation":
      return grid.rows.find(({ code }) => code === label.code)!;
    case "untariffed":
      return new Refusal("#N/A", "function-untariffed", { value: shown(cell) });
    case "ambiguous":
      return label.candidates.length === 0
        ? unknown(cell)
        : new Refusal("#VALUE!", "function-ambiguous-prestation", {
            value: shown(cell),
            candidates: label.candidates.map((code) => shown(prestationName(grid, code))).join(" ou "),
          });
    case "none":
      return unknown(cell);
  }
}

function unknown(cell: string | number | boolean): Refusal {
  return new Refusal("#VALUE!", "function-unknown-prestation", { value: shown(cell) });
}
