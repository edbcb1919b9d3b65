import { firstSerial, isShownAsDate, lastSerial, shift1904, type Cell } from "../../cells";
import { headcount, unitNoun, type TariffRow } from "../../tariff";
import { anomalyIn, type Params } from "../anomalies";
import { noteCalled } from "./footnotes";
import type { TableReader } from "./table-reader";
import { commonReader } from "../texts/read-text";
import { conceptSet } from "../texts/senses";
import {
  type ParsedQuantity,
  isNothing,
  isUnitOf,
  isWithoutResult,
  parseQuantity,
  shownCell,
  paramsOfCell,
} from "../texts/values";

const badCodes = {
  negative: "quantity-negative",
  fractional: "quantity-fractional",
  text: "quantity-text",
  "too-large": "quantity-too-large",
  error: "quantity-error",
} as const;

/**
 * The serials of plausible days, in either date system; a smaller number in a date format is a quantity. (decisions §4)
 */
const days = { from1900: firstSerial, from1904: firstSerial - shift1904, to: lastSerial };
/** The largest plausible quantities in a cell; the user must accept larger ones. */
const plausible = { pupils: 1500, units: 300 };
/** Concepts of units counted by the thousand. */
const measures = conceptSet("otherCount time ratio");

/** A number with another that is a part of it, or beside it: « 17 dont 4 posés en avril », « 12 + 3 ». */
const saysPart = /\d.*(?:\b(?:dont|et|plus|y compris)\b|\+|,|;|\/).*\d/i;
/** « 15 (3) »: a part of a number, unless a note explains it. */
const bracketed = /\d\s*\(\s*\d/;

/** Returns the largest plausible quantity of a prestation in a cell. */
function mostOf(code: string | null, row: TariffRow | undefined): number {
  if (code === headcount || row?.counts === "pupils") return plausible.pupils;
  const concepts = row === undefined ? [] : commonReader.read(unitNoun(row.unit), "label").concepts;
  return concepts.some(({ concept }) => measures.has(concept)) ? Infinity : plausible.units;
}

/** Returns the quantity in a cell, 0 for a blank; null when an error is reported. (decisions §4) */
export function readQuantityCell(reader: TableReader, code: string | null, row: number, column: number): number | null {
  const cell = reader.cell(row, column);
  const read = parseQuantity(cell);
  if (reader.shared.isShared(row, column)) {
    reportShared(reader, row, column);
    return null;
  }
  switch (read.kind) {
    case "blank":
      return 0;
    case "value":
      return valueIn(reader, read, cell, code, row, column);
    case "mark":
      if (reader.isOneASite(code) && (!read.isLetter || reader.answersYes(column))) return read.value;
      reader.report("error", read.isLetter ? "quantity-letter-o" : "quantity-mark", row, column, {
        value: shownCell(cell),
      });
      return null;
    case "bad":
      if (read.reason === "text" && reader.namesPrestations(column)) reportLabels(reader, row, column);
      else if (isWithoutResult(cell)) reportWithoutResult(reader, row, column);
      else
        reader.report("error", badCodes[read.reason], row, column, {
          ...paramsOfCell(cell),
          ...(read.reason === "text" && partOrNote(shownCell(cell), reader)),
        });
      return null;
  }
}

/** Returns what a text says besides its number: a part of it, or the note that it calls. */
function partOrNote(text: string, { table }: TableReader): Params {
  const note = noteCalled(text, table.on.sheet);
  const hasPart = saysPart.test(text) || (note === undefined && bracketed.test(text));
  return { ...(note !== undefined && { note }), ...(hasPart && { part: 1 }) };
}

function valueIn(
  reader: TableReader,
  read: Extract<ParsedQuantity, { kind: "value" }>,
  cell: Cell,
  code: string | null,
  row: number,
  column: number,
): number | null {
  const { table } = reader;
  const value = shownCell(cell);
  const counted = { value, quantity: read.value };
  const prestation = code === null ? "" : reader.prestationName(code);
  if (isShownAsDate(table.sheet, row, column)) {
    const first = table.date1904 ? days.from1904 : days.from1900;
    if (read.value >= first && read.value <= days.to) {
      reader.report("error", "quantity-is-date", row, column, { value });
      return null;
    }
    reader.report("warning", "quantity-shown-as-date", row, column, counted);
  }
  const [priced] = code === null ? [] : reader.billed(code);
  if (read.unit !== null && priced !== undefined && !isUnitOf(read.unit, priced)) {
    reader.report("error", "quantity-other-unit", row, column, { value, prestation: prestation });
    return null;
  }
  const most = mostOf(code, priced);
  if (read.value > most && !reader.isRecap && !reader.accepts("implausible-quantity", row, column)) {
    reader.report("error", "implausible-quantity", row, column, { ...counted, prestation: prestation, most });
    return null;
  }
  if (read.warned) reader.report("warning", "quantity-with-text", row, column, counted);
  return read.value;
}

/** Reports a formula without a result; as a warning in a recapitulation, which is only compared. */
function reportWithoutResult(reader: TableReader, row: number, column: number): void {
  if (reader.isRecap) reader.report("warning", "total-without-result", row, column);
  else reader.report("error", "formula-without-result", row, column);
}

/** Reports, once at its heading, a column of kinds of machines under a heading of quantities. */
function reportLabels(reader: TableReader, row: number, column: number): void {
  const { table, ledger } = reader;
  reader.fail(row);
  const heading = table.columns.find(({ index }) => index === column)!;
  const anomaly = anomalyIn("error", "column-of-labels", table, heading.headerRow, column);
  if (ledger.hasReported(table, anomaly)) return;
  reader.report("error", "column-of-labels", heading.headerRow, column, {
    header: heading.header,
    word: heading.header,
    value: shownCell(reader.cell(row, column)),
  });
}

/** Reports, once at its merged cell, a number shared by several schools or prestations. */
function reportShared(reader: TableReader, row: number, column: number): void {
  const { top, left } = reader.shared.anchorOf(row, column)!;
  if (top === row && left === column)
    reader.report("error", "merged-quantity", row, column, { value: shownCell(reader.cell(row, column)) });
  else reader.fail(row);
}

/** Warns of a dash, or a word for nothing, in place of a number of pupils. */
export function warnOfSign(reader: TableReader, row: number, column: number): void {
  const value = shownCell(reader.cell(row, column));
  if (value !== "0") reader.report("warning", "quantity-with-text", row, column, { value, quantity: 0 });
}

/** Returns the quantity of equipment without a tariff, as written; null when there is none. */
export function untariffedIn(cell: Cell): string | null {
  const read = parseQuantity(cell);
  if (isNothing(read)) return null;
  return read.kind === "value" ? String(read.value) : shownCell(cell);
}
