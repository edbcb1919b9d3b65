import { CellError, parseCellName } from "../cells";
import type { Cell } from "../cells";
import type { Anomaly, MessageCode } from "../messages";
import { builtInGrids, readTarifs, tarifsName } from "../tariff";
import type { Grid } from "../tariff";
import { isLeftOut, rangeOf } from "./excel-values";
import { LastResults } from "./memo";
import { Refusal, shown } from "./refusal";
import { sheetOfRange } from "./sheet-of-range";

/**
 * The grids of the argument `[grille]`, a range with the ten headers of `Tarifs`, oldest first; the built-in ones where it
 * is left out. As strict as the table `Tarifs`: the first fault refuses it, at its place in the range. (decisions §1, §6)
 */
export function gridsArgument(value: unknown): readonly Grid[] | Refusal {
  if (isLeftOut(value)) return builtInGrids;
  const rows = rangeOf(value);
  return lastGrids.get(JSON.stringify(rows), () => readGrids(rows));
}

const lastGrids = new LastResults<readonly Grid[] | Refusal>();

function readGrids(rows: readonly (readonly Cell[])[]): readonly Grid[] | Refusal {
  const read = readTarifs([sheetOfRange(tarifsName, rows)], false);
  if (read === null) return new Refusal("#VALUE!", "function-grid-headers");
  return "grids" in read ? read.grids : refusalOf(read.anomalies[0]!, rows);
}

/** Short words for what `readTarifs` tells at length: Excel shows one line. */
const faults: Readonly<Partial<Record<MessageCode, MessageCode>>> = {
  "tarifs-missing-value": "function-grid-blank",
  "tarifs-bad-code": "function-grid-code",
  "tarifs-duplicate-code": "function-grid-duplicate-code",
  "tarifs-duplicate-wording": "function-grid-duplicate-wording",
  "tarifs-amount-negative": "function-grid-amount",
  "tarifs-amount-decimals": "function-grid-amount",
  "tarifs-amount-unreadable": "function-grid-amount",
  "tarifs-bad-date": "function-grid-date",
  "tarifs-dates-reversed": "function-grid-period",
  "tarifs-overlap": "function-grid-period",
  "tarifs-gap": "function-grid-period",
};

function refusalOf({ code, cell }: Anomaly, rows: readonly (readonly Cell[])[]): Refusal {
  const place = cell === null ? null : parseCellName(cell);
  const short = faults[code];
  if (place === null || short === undefined) return new Refusal("#VALUE!", "function-grid-headers");
  const found = rows[place.row]?.[place.column] ?? "";
  const value = shown(found instanceof CellError ? found.code : found);
  return new Refusal("#VALUE!", short, { row: place.row + 1, column: place.column + 1, value });
}
