import { BlockSet, filledIn, isBlank, type Cell, type CellBlock, type SheetCells, type Steps } from "../../cells";
import type { Anomaly } from "../../messages";
import { namesPupils, namesSomething } from "../../tariff";
import { anomalyAt } from "../anomalies";
import { correct } from "../column-corrections";
import { isCorrected, plainColumn } from "../column";
import { rowsOf, type BodyRows, type SheetContext, type Span, type Table } from "../table";
import { ColumnContents } from "./column-contents";
import { readColumn } from "./column-headings";
import { formsOf, isFigure, type Form } from "./form-headings";
import { itemHeadersOn, type Part } from "./header-parts";
import { headerBlock, headerReader, type HeaderReader } from "./header-rows";
import { resolveColumns, type Resolved } from "./resolve-columns";
import { freeRegions, newTable, rowTable } from "./row-tables";
import { headerText, headerWord } from "../texts/header-word";
import { structuralRole } from "../texts/heading-role";
import { type ReadLabel, pupilPart } from "../texts/label-reading";
import { parseQuantity, withoutColon } from "../texts/values";

/**
 * Returns the tables of forms: lines of labels and values below the heading of a school, then tables of prestations.
 * (decisions §4)
 */
export function* formTables(context: SheetContext, others: readonly CellBlock[]): Steps<Table[]> {
  const reader = headerReader(context);
  const found: Table[] = [];
  const known = new BlockSet(others);
  const add = (form: Form, table: Table): void => {
    found.push({ ...table, sheetSchool: form.school, sheetCommune: form.commune });
    known.add(table);
  };
  const forms = yield* formsOf(context, freeRegions(context.sheet.rows, others));
  const first = Math.min(...forms.map(({ school }) => school.row));
  for (const form of forms) {
    const labels = labelColumn(context, { ...form.region, left: form.from });
    if (labels === null) continue;
    const headers = headersIn(form.region, labels, reader);
    const lines = linesTable(context, form, {
      first,
      last: (headers[0]?.row ?? form.region.bottom + 1) - 1,
      labels,
    });
    if (lines !== null) add(form, lines);
    for (const [at, { row, part }] of headers.entries()) {
      const next = headers.slice(at).find((header) => header.row > row)?.row ?? form.region.bottom + 1;
      const region = { ...form.region, top: row, bottom: next - 1 };
      const table = yield* rowTable(reader, headerBlock(row, part, region, reader), region, known);
      if (table !== null && !known.meets(table)) add(form, table);
    }
  }
  return found;
}

/** Returns the column of a form with the most names of prestations; null when there are none. */
function labelColumn({ sheet, readLabel }: SheetContext, region: CellBlock): number | null {
  const counts = new Map<number, number>();
  for (let row = region.top; row <= region.bottom; row += 1) {
    const cells: readonly Cell[] = sheet.rows[row] ?? [];
    for (let column = region.left; column < Math.min(region.right + 1, cells.length); column += 1)
      if (isLabel(cells[column] ?? null, readLabel)) counts.set(column, (counts.get(column) ?? 0) + 1);
  }
  return mostFrequent(counts) ?? null;
}

/** Returns the first of the columns counted most often; undefined when there are none. */
function mostFrequent(counts: ReadonlyMap<number, number>): number | undefined {
  return [...counts].sort((a, b) => b[1] - a[1] || a[0] - b[0])[0]?.[0];
}

function isLabel(cell: Cell, readLabel: ReadLabel): cell is string {
  if (typeof cell !== "string" || cell.trim() === "") return false;
  return namesSomething(readLabel(cell).label);
}

/**
 * Returns the headers of tables in a form, « Matériel | En service | Installés », with or without a text above the
 * labels.
 */
function headersIn(region: CellBlock, labels: number, reader: HeaderReader): { row: number; part: Part }[] {
  const found: { row: number; part: Part }[] = [];
  for (let row = region.top + 1; row <= region.bottom; row += 1) {
    const parts = itemHeadersOn(row, region, reader);
    const own =
      parts.find(({ left, right }) => left <= labels && labels <= right) ?? valuesHeader(row, region, labels, reader);
    if (own === null) continue;
    found.push({ row, part: own });
    for (const part of parts) if (part.left > own.right) found.push({ row, part });
  }
  return found;
}

/**
 * Returns a row of natures, quantities or years above values, without a prestation above the labels; null when it is
 * not such a row.
 */
function valuesHeader(row: number, region: CellBlock, labels: number, { sheet, readLabel }: HeaderReader): Part | null {
  const cells: readonly Cell[] = sheet.rows[row] ?? [];
  const over = cells[labels] ?? null;
  if (
    !isBlank(over) &&
    (typeof over !== "string" ||
      readLabel(over).label.kind !== "none" ||
      over.trim().endsWith(":") ||
      (structuralRole(over) ?? labelling).role !== "label")
  )
    return null;
  let right = labels;
  let filled = 0;
  const values = filledIn(cells, labels + 1, region.right);
  // « Dernier passage | 12/10/2014 », « Ouverte en | 1998 » are lines; « Situation au | 01/11/2013 | 01/11/2014 » is a
  // header.
  const mayBeLine = values.length === 1 && typeof over === "string" && structuralRole(over) === null;
  for (const { cell, column } of values) {
    const text = headerText(cell);
    if (text === null) return null;
    const { role, reading } = headerWord(text, readLabel);
    if (namesSomething(reading.label) || (mayBeLine && (isDay(text) || reading.years.length > 0))) return null;
    const saysNature = role === null && reading.complete && reading.nature !== null;
    if (role === "quantity" || saysNature || reading.years.length > 0) filled += 1;
    right = column;
  }
  const columns = { left: labels + 1, right };
  return filled > 0 && holdsFigures(sheet, row + 1, region.bottom, columns)
    ? { left: labels, right, until: region.right }
    : null;
}

/** Returns whether some columns have a figure between two rows. */
function holdsFigures({ rows }: SheetCells, top: number, bottom: number, { left, right }: Span): boolean {
  return rows.slice(top, bottom + 1).some((cells) => cells.slice(left, right + 1).some(isFigure));
}

/** The role of a text above labels: « Matériel », or unknown words. */
const labelling = { role: "label" } as const;

const isDay = (text: string): boolean => /^\s*\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4}\s*$/.test(text);

/**
 * The place of a form's lines: their last row and their label column, with the first row of the first form of the
 * sheet.
 */
interface LinesPlace {
  readonly first: number;
  readonly last: number;
  readonly labels: number;
}

/** Reads the lines of a form above its first table, each a label and its value; null when no value is found. */
function linesTable(context: SheetContext, form: Form, { first, last, labels }: LinesPlace): Table | null {
  const { sheet, readLabel } = context;
  const { region, school } = form;
  const lines: number[] = [];
  const values = new Map<number, number>();
  const cellsAt = (row: number): readonly Cell[] => (sheet.rows[row] ?? []).slice(0, region.right + 1);
  for (let row = school.row + 1; row <= last; row += 1) {
    const cells = cellsAt(row);
    if (!isLine(cells[labels] ?? null, readLabel)) continue;
    const value = cells.findIndex((cell, column) => column > labels && !isBlank(cell));
    lines.push(row);
    if (value >= 0) values.set(value, (values.get(value) ?? 0) + 1);
  }
  const value = mostFrequent(values);
  if (value === undefined) return null;
  const bodyTop = lines[0]!;
  // A text below the last value is a note, or the heading of the next form.
  let lastValue = last;
  while (lastValue > bodyTop && !isFigure(cellsAt(lastValue)[value] ?? null)) lastValue -= 1;
  const bottom = Math.max(lastValue, ...lines.filter((row) => !isBlank(cellsAt(row)[value] ?? null)));
  const asides = new Set(
    rowsOf({ bodyTop, bottom }).filter((row) => !lines.includes(row) && isOtherFact(cellsAt(row), labels, value)),
  );
  const body = { bodyTop, bottom, asides };
  const { columns, anomalies } = linesColumns(context, form, { lines, labels, value, first }, body);
  const pupils = lines.every((row) => isOfPupils(cellsAt(row)[labels] ?? null, readLabel));
  return newTable(context, {
    layout: "item-rows",
    kind: pupils ? "headcounts" : "inventory",
    left: labels,
    right: Math.max(...columns.map(({ index }) => index)),
    top: school.row,
    bodyTop,
    bottom,
    asides,
    columns,
    sheetCommune: form.commune,
    sheetSchool: school,
    anomalies,
  });
}

function isLine(cell: Cell, readLabel: ReadLabel): boolean {
  if (typeof cell !== "string" || cell.trim() === "") return false;
  // « Type de serveur | Kwartz » describes a server without counting it.
  if (structuralRole(cell)?.role === "label") return false;
  return isLabel(cell, readLabel) || pupilPart(cell) !== null;
}

function isOfPupils(cell: Cell, readLabel: ReadLabel): boolean {
  return typeof cell !== "string" || pupilPart(cell) !== null || namesPupils(readLabel(cell).label);
}

/**
 * Returns whether a line of a form is not a quantity: « Directeur | M. Petit », « Téléphone | 0381… », « Code INSEE |
 * 25014 ».
 */
function isOtherFact(cells: readonly Cell[], labels: number, value: number): boolean {
  const [label, answer] = [cells[labels] ?? null, cells[value] ?? null];
  if (typeof label !== "string" || isBlank(answer)) return false;
  const role = structuralRole(withoutColon(label))?.role;
  if (role !== undefined && role !== "quantity" && role !== "label") return true;
  return typeof answer === "string" && parseQuantity(answer).kind === "bad" && !/^\s*[\d(+≈]/.test(answer);
}

/** The number of rows at the top of a sheet that may head all its forms. */
const topReach = 12;

/** The heading of a column of a form's lines, with its row. */
interface Heading {
  readonly text: string;
  readonly row: number;
}

/**
 * Returns the heading of a column above all the forms, « Désignation | En service | Installé »; null when there is
 * none.
 */
function headingOfAll({ sheet }: SheetContext, labels: number, index: number, above: number): Heading | null {
  for (let row = 0; row < Math.min(above, topReach); row += 1) {
    const over = headerText(sheet.rows[row]?.[labels] ?? null);
    const text = headerText(sheet.rows[row]?.[index] ?? null);
    if (over !== null && text !== null && structuralRole(over)?.role === "label") return { text, row };
  }
  return null;
}

/**
 * Returns whether a text above values heads them: beside a blank or « Désignation », or a known heading beside another
 * text; « Directrice | Mme Roy » is a line.
 */
function mayHeadValues(over: Cell, text: string, readLabel: ReadLabel): boolean {
  if (typeof over !== "string" || isBlank(over) || structuralRole(over)?.role === "label") return true;
  return headerWord(text, readLabel).recognised;
}

/**
 * Returns the columns of a form's lines: labels, values, and other columns of numbers, about which the user is asked
 * when they have no heading.
 */
function linesColumns(
  context: SheetContext,
  { region, school }: Form,
  { lines, labels, value, first }: Omit<LinesPlace, "last"> & { lines: readonly number[]; value: number },
  body: Pick<BodyRows, "bodyTop" | "bottom" | "asides">,
): Resolved {
  const { sheet, readLabel } = context;
  const headerRow = lines[0]! - 1;
  const columns = [plainColumn(labels, headerRow, { kind: "label" })];
  const anomalies: Anomaly[] = [];
  let isHeaded = false;
  const headed = (index: number, { text, row }: Heading): void => {
    isHeaded = true;
    columns.push(correct(readColumn({ column: index, texts: [text], lowestRow: row }, readLabel, false), context));
  };
  const others = Array.from({ length: region.right - labels }, (_, at) => labels + 1 + at).filter(
    (index) => index !== value && lines.some((line) => typeof sheet.rows[line]?.[index] === "number"),
  );
  const rightAbove = (index: number): Heading | null => {
    const cells: readonly Cell[] = sheet.rows[headerRow] ?? [];
    const text = headerRow <= school.row ? null : headerText(cells[index] ?? null);
    const isHeading = text !== null && others.length > 0 && mayHeadValues(cells[labels] ?? null, text, readLabel);
    return isHeading ? { text, row: headerRow } : null;
  };
  const overValues = headingOfAll(context, labels, value, first) ?? rightAbove(value);
  if (overValues === null) columns.push(plainColumn(value, headerRow, { kind: "count", code: null }));
  else headed(value, overValues);
  for (const index of others) {
    const own = index > school.column ? headerText(sheet.rows[school.row]?.[index] ?? null) : null;
    const heading =
      own === null
        ? (headingOfAll(context, labels, index, first) ?? rightAbove(index))
        : { text: own, row: school.row };
    if (heading !== null) {
      headed(index, heading);
      continue;
    }
    const row = lines.find((line) => typeof sheet.rows[line]?.[index] === "number")!;
    const column = correct(plainColumn(index, row, { kind: "refused", why: "unclear" }), context);
    columns.push(column);
    if (isCorrected(column)) continue;
    const header = String(sheet.rows[row]![index]);
    anomalies.push(anomalyAt("error", "unclear-header", sheet, row, index, { header, labelled: 1 }));
  }
  if (!isHeaded) return { columns, anomalies };
  const rows = { ...context, ...body };
  const resolved = resolveColumns(columns, { ...rows, contents: new ColumnContents(rows), labelled: true });
  return { columns: resolved.columns, anomalies: [...anomalies, ...resolved.anomalies] };
}
