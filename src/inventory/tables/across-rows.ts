import { addTo, cellAt, cellName, fold, isBlank, parseCellName, type Cell, type SheetCells } from "../../cells";
import type { Anomaly } from "../../messages";
import { namesPupils, prestationName } from "../../tariff";
import { anomalyAt } from "../anomalies";
import { correct } from "../choices";
import {
  columnOf,
  isCorrected,
  refusedAs,
  rowsOf,
  type AcrossRow,
  type BodyRows,
  type Column,
  type SheetContext,
} from "../table";
import type { AcrossTable } from "./across-headers";
import { addsUp } from "./column-conflicts";
import { ColumnContents } from "./column-contents";
import { cellsDown, leastTellingSum } from "./column-statistics";
import { readColumn } from "./column-headings";
import { resolveColumns } from "./resolve-columns";
import { saysClosed } from "../texts/free-text";
import { pupilPart, saysOnlyNature } from "../texts/label-reading";
import { namesNoSchool } from "../texts/school-names";
import { totalKind } from "../texts/total-words";

/**
 * Understands the rows of a table with schools across, each as a column of the same heading would be: the table is laid on its
 * side, its labels heading what stands beside them, so that one set of rules holds for both. (decisions §4)
 */
export function understandRows(
  context: SheetContext,
  found: AcrossTable,
  pupils: boolean,
): ReadonlyMap<number, AcrossRow> {
  const { sheet } = context;
  const { labelColumn } = found;
  const schools = found.columns.filter(({ school }) => school !== null).map(({ index }) => index);
  const natures = found.columns.find(({ role }) => role.kind === "nature")?.index ?? null;
  const view = laidOnItsSide(sheet, schools, found);
  const rowsOfSchools = { ...context, sheet: view, bodyTop: 1, bottom: schools.length };
  const contents = new ColumnContents(rowsOfSchools);
  const headed = new Map<string, Column>();
  const same = new Map<number, number>();
  for (const { row, texts } of labelsOf(context, found)) {
    const nature = natures === null ? "" : String(sheet.rows[row]?.[natures] ?? "");
    const key = fold([...texts, nature].join(" › "));
    // A line that is written twice is told where it is counted.
    const first = headed.get(key);
    if (first !== undefined) {
      same.set(row, first.index);
      continue;
    }
    const read = readColumn({ column: row, texts, lowestRow: 0 }, context.readLabel, pupils);
    const said = correct({ ...read, index: labelColumn, headerRow: row }, context);
    // Where a column writes their natures, one prestation has several rows.
    const school = natures === null ? null : { name: "", row, column: labelColumn, commune: null };
    headed.set(key, { ...said, index: row, headerRow: 0, school });
  }
  const heard = contents.besideCounts(contents.whatTheyHold([...headed.values()]));
  const { columns, anomalies } = resolveColumns(heard, { ...rowsOfSchools, contents, labelled: false });
  const told = new Map<number, Anomaly[]>();
  for (const anomaly of anomalies) {
    const place = parseCellName(anomaly.cell!)!;
    const at = place.row === 0 ? labelColumn : schools[place.row - 1]!;
    addTo(told, place.column, asOfRow(anomaly, context, place.column, at));
  }
  const rows = new Map<number, AcrossRow>();
  for (const column of columns) rows.set(column.index, { column, anomalies: told.get(column.index) ?? [] });
  for (const [row, first] of same) rows.set(row, { column: { ...rows.get(first)!.column, index: row }, anomalies: [] });
  return rows;
}

/** Yields the labels of the rows that hold something or name something, under the titles that stand above them. */
function* labelsOf(
  { sheet, readLabel }: SheetContext,
  { labelColumn, bodyTop, bottom, left, right }: AcrossTable,
): Generator<{ readonly row: number; readonly texts: readonly string[] }> {
  const textAt = (row: number): string | null => {
    const cell: Cell = sheet.rows[row]?.[labelColumn] ?? null;
    const text = typeof cell === "string" ? cell.replace(/\s+/g, " ").trim() : "";
    return text === "" ? null : text;
  };
  const isLone = (row: number): boolean =>
    (sheet.rows[row] ?? []).every(
      (cell, column) => column === labelColumn || column < left || column > right || isBlank(cell),
    );
  const saysNature = (text: string): boolean => {
    const read = readLabel(text);
    return saysOnlyNature(read) || (read.label.kind === "none" && read.standing !== null);
  };
  let group: string | null = null;
  for (let row = bodyTop; row <= bottom; row += 1) {
    const text = textAt(row);
    if (text === null) continue;
    const { label } = readLabel(text);
    const isPupils = namesPupils(label);
    if (totalKind(text) !== null && !isPupils) continue;
    if (isLone(row)) {
      const next = textAt(row + 1);
      const isOver = label.kind !== "none" && next !== null && !isLone(row + 1) && saysNature(next);
      if (isOver || saysNature(text)) group = text;
      else if (label.kind === "none") group = null;
      if (isOver || label.kind === "none") continue;
    }
    yield { row, texts: group === null || isPupils ? [text] : [group, text] };
  }
}

/** Turns the cells of some columns into rows, one below another; a row of the sheet is a column of it. */
function laidOnItsSide(sheet: SheetCells, schools: readonly number[], { bodyTop, bottom }: AcrossTable): SheetCells {
  const turn = (column: number): Cell[] =>
    Array.from({ length: bottom + 1 }, (_, row) => (row < bodyTop ? null : cellAt(sheet, row, column)));
  const rows = [[], ...schools.map(turn)];
  const { facts } = sheet;
  const turned = (places: { has(row: number, column: number): boolean; readonly isEmpty: boolean }) => ({
    has: (row: number, column: number): boolean => row > 0 && places.has(column, schools[row - 1]!),
    isEmpty: places.isEmpty,
  });
  if (facts === undefined) return { ...sheet, rows, merges: [] };
  return {
    ...sheet,
    rows,
    merges: [],
    facts: {
      dates: turned(facts.dates),
      money: turned(facts.money),
      withoutResult: turned(facts.withoutResult),
      sums: new Map(),
      struck: turned(facts.struck),
      filteredRows: new Set(),
    },
  };
}

/** Tells of a row's label what is told of a heading. */
function asOfRow(
  { severity, code, params }: Anomaly,
  { sheet, readLabel, grid }: SheetContext,
  row: number,
  column: number,
): Anomaly {
  const label = String(params["header"] ?? "");
  const cell = cellName(row, column);
  switch (code) {
    case "unclear-header":
      return anomalyAt(severity, "unknown-label", sheet, row, column, { label });
    case "unknown-column":
      return anomalyAt(severity, "unknown-row", sheet, row, column, { label });
    case "ambiguous-header": {
      const read = readLabel(label).label;
      const codes = read.kind === "ambiguous" ? read.candidates : [];
      const candidates = codes.map((each) => prestationName(grid, each)).join(", ");
      return candidates === ""
        ? anomalyAt(severity, "unknown-label", sheet, row, column, { label })
        : anomalyAt(severity, "ambiguous-label", sheet, row, column, { label, candidates });
    }
    default:
      return anomalyAt(severity, code, sheet, row, column, { ...params, cell });
  }
}

/**
 * Asks of the columns of schools across that may be none to bill: of a school that its heading says closed, and one whose
 * numbers are those of the columns before it, added up, whatever it is called. (decisions §4)
 */
export function doubtfulSchools(
  columns: readonly Column[],
  body: BodyRows & SheetContext,
): { columns: Column[]; anomalies: Anomaly[] } {
  const anomalies: Anomaly[] = [];
  const pupils = rowsOfPupils(columns, body);
  const hasPupils = ({ index }: Column): boolean =>
    pupils.some((row) => Number(body.sheet.rows[row]?.[index] ?? 0) > 0);
  const settled = columns.map((column, at) => {
    if (column.school === null || column.role.kind !== "count" || isCorrected(column)) return column;
    const code = saysClosed(column.school.name)
      ? ("closed-column" as const)
      : namesNoSchool(column.school.name) && !hasPupils(column)
        ? ("no-school-over-column" as const)
        : isSum(columns, at, body)
          ? ("sum-column" as const)
          : null;
    if (code === null) return column;
    const { row, column: index } = column.school;
    anomalies.push(anomalyAt("error", code, body.sheet, row, index, { header: column.school.name }));
    return refusedAs(column, "told");
  });
  return { columns: settled, anomalies };
}

/** Finds the rows whose label names pupils, or a part of them. */
function rowsOfPupils(columns: readonly Column[], body: BodyRows & SheetContext): number[] {
  const { sheet, readLabel } = body;
  const index = columnOf({ columns }, "label")!.index;
  return rowsOf(body).filter((row) => {
    const text = cellAt(sheet, row, index);
    return typeof text === "string" && (namesPupils(readLabel(text).label) || pupilPart(text) !== null);
  });
}

/** Returns whether a column is, on every row, the sum of two columns or more before it, of the same commune and nature. */
function isSum(columns: readonly Column[], at: number, body: BodyRows): boolean {
  const own = columns[at]!;
  const before = columns.slice(0, at).filter(({ school, nature }) => school !== null && nature === own.nature);
  const { commune } = own.school!;
  for (let first = before.length - 2; first >= 0; first -= 1) {
    if (commune !== null && before[first]!.school!.commune !== commune) return false;
    if (addsUp(own, before.slice(first), body))
      return cellsDown(body, own.index).some((cell) => Number(cell ?? 0) >= leastTellingSum);
  }
  return false;
}
