import { BlockSet, widthOf, rowsBetweenPauses, type CellBlock, type SheetCells, type Steps } from "../../cells";
import { isBareTotal, namesSomething } from "../../tariff";
import { correct } from "../column-corrections";
import { layouts } from "../layouts";
import { columnOf, countsUnits, type Column, type Refusal } from "../column";
import type { BodyRows, SheetContext, Span, Table, TableLayout } from "../table";
import { chooseByContent, namesInside } from "./column-choice";
import { ColumnContents, headedSchools } from "./column-contents";
import { readColumn } from "./column-headings";
import { beginsWithTexts, communeShare, isOneMachineARow } from "./column-statistics";
import { headersOn, itemHeadersOn, unnamedHeadersOn } from "./header-parts";
import { headerTexts } from "./header-texts";
import { headerBlock, headerReader, type HeaderReader } from "./header-rows";
import { overPageBreaks } from "./page-breaks";
import { resolveColumns } from "./resolve-columns";
import { bodyEnd, withoutNotes } from "./table-body";
import { listsMachines, subjectReader, underSubject, withoutOtherKinds } from "./table-kinds";
import { besideReach, contextOf, sheetCommune, sheetSchool } from "./table-titles";
import { kinshipOf } from "../texts/kinship";
import { saysOnlyNature } from "../texts/label-reading";
import { parseQuantity } from "../texts/values";

/** Returns the tables of a sheet below header rows, outside the given tables. */
export function* rowTables(context: SheetContext, others: readonly CellBlock[]): Steps<Table[]> {
  const found: Table[] = [];
  yield* search(context, headersOn, others, found);
  yield* search(context, unnamedHeadersOn, others, found);
  return found;
}

/**
 * Returns the tables of prestations of a sheet about one school; or about one commune, when the sheet has no other
 * table, so that they are reported.
 */
export function* itemTables(context: SheetContext, others: readonly CellBlock[]): Steps<Table[]> {
  const found: Table[] = [];
  yield* search(context, itemHeadersOn, others, found);
  return found.filter(
    ({ sheetSchool, sheetCommune }) =>
      sheetSchool !== null || (others.length === 0 && (sheetCommune?.commune ?? null) !== null),
  );
}

/** Adds to the tables found those whose headers are in the cells that they leave free. */
function* search(
  context: SheetContext,
  headers: typeof headersOn,
  others: readonly CellBlock[],
  found: Table[],
): Steps<void> {
  const { sheet } = context;
  const reader = headerReader(context);
  const known = new BlockSet<CellBlock>([...others, ...found]);
  for (let row = 0; row < sheet.rows.length; row += 1) {
    if (row % rowsBetweenPauses === 0) yield;
    for (const span of freeSpans(reader.width, known.onRow(row)))
      for (const part of headers(row, span, reader)) {
        const top = (known.above(row, part.left, part.right)?.bottom ?? -1) + 1;
        const region = { top, bottom: sheet.rows.length - 1, left: span.left, right: part.until };
        const header = headerBlock(row, part, region, reader);
        if (known.meets(header)) continue;
        yield;
        const table = yield* rowTable(reader, header, region, known, part.names);
        if (table === null || known.meets(table)) continue;
        found.push(table);
        known.add(table);
      }
  }
}

/** Returns the columns of a row outside the tables that cross it. */
function freeSpans(width: number, covering: readonly CellBlock[]): Span[] {
  const spans: Span[] = [];
  let left = 0;
  for (const table of [...covering].sort((a, b) => a.left - b.left)) {
    if (table.left > left) spans.push({ left, right: table.left - 1 });
    left = Math.max(left, table.right + 1);
  }
  if (left < width) spans.push({ left, right: width - 1 });
  return spans;
}

/**
 * Returns the table below a header, inside a region and outside other tables; null when it has no schools. `namesIn`:
 * its column of communes and schools without a heading.
 */
export function* rowTable(
  reader: HeaderReader,
  header: CellBlock,
  region: CellBlock,
  others: BlockSet<CellBlock>,
  namesIn?: number,
): Steps<Table | null> {
  const { sheet } = reader;
  const block = withUntitledCommune(header, region, reader);
  const context = contextOf(sheet, block, others);
  const headers = headerTexts(sheet, block, reader.readLabel);
  const around = [...context.titles.map(({ text }) => text).reverse(), sheet.name];
  const headed = headers.map((texts) => readColumn(texts, reader.readLabel, context.pupils));
  const own = withoutOtherKinds(headed, around, reader.readLabel);
  const below = { sheet, bodyTop: block.bottom + 1, bottom: region.bottom };
  const mayCount = headers.map(({ column }) => !beginsWithTexts(below, column));
  const subject = underSubject(headers, own, mayCount, around, reader.readLabel, context.pupils);
  const read = (subject?.columns ?? own)
    .map((column): Column => (column.index === namesIn ? { ...column, role: { kind: "commune" }, rank: 2 } : column))
    .map((column) => correct(column, reader));
  const names = read
    .filter((column) => ["commune", "school", "entity", "location"].includes(column.role.kind))
    .map((column) => column.index);
  const bodyTop = block.bottom + 1;
  const { asides, ...end } = yield* overPageBreaks(sheet, block, context.titles, region.bottom, (again) =>
    bodyEnd(again, names, region.bottom, reader),
  );
  const bottom = withoutNotes({ ...reader, columns: read, span: block, top: bodyTop, ...end });
  yield;
  const machines = listsMachines(subject, read, reader.readLabel);
  const rows = { ...reader, bodyTop, bottom, asides };
  const body = { ...rows, contents: new ColumnContents(rows) };
  const readLabel = subjectReader(reader.readLabel, subject?.text ?? null);
  const chosen = yield* chooseByContent(read, { ...body, readLabel, pupils: context.pupils, machines });
  if (!namesSchools(chosen, body)) return null;
  yield;
  const listed = chosen.filter((column) => column.role.kind === "pupil");
  const pupilList = listed.length >= 2 || listed.some((column) => column.rank === namesInside);
  const labelled = columnOf({ columns: chosen }, "label") !== null || machines;
  const { columns, anomalies } = pupilList
    ? { columns: chosen, anomalies: [] }
    : resolveColumns(headedSchools(chosen, body), { ...body, labelled });
  const layout = pupilList ? "pupil-list" : layoutOf(columns, { ...body, labelled }, context.pupils);
  const locating = columns.some(({ role }) => ["commune", "entity", "insee", "location"].includes(role.kind));
  const isNamed = locating || columnOf({ columns }, "school") !== null;
  const left = block.left;
  const right = Math.max(block.right, ...columns.map((column) => column.index));
  return newTable(reader, {
    layout,
    kind: layouts[layout].isOfPupils ? "headcounts" : "inventory",
    left,
    right,
    top: block.top,
    bodyTop,
    bottom,
    asides,
    columns,
    sheetCommune: locating ? null : sheetCommune(reader, context),
    subject: subject?.text ?? null,
    sheetSchool: isNamed ? null : sheetSchool(sheet, context.titles, block),
    anomalies,
  });
}

/** Returns a new table, without a year or the words of its kind; unless given, its place is the one as read. */
export function newTable(
  { sheet, ref, date1904 }: Pick<SheetContext, "sheet" | "ref" | "date1904">,
  found: Omit<Table, "sheet" | "ref" | "date1904" | "kindWords" | "year" | "on" | "turned" | "bodyLeft"> &
    Partial<Pick<Table, "sheet" | "on" | "turned" | "bodyLeft">>,
): Table {
  const { top, left, bottom, right } = found;
  const on = { sheet, top, left, bottom, right };
  return { sheet, ref, date1904, kindWords: "", year: null, on, turned: null, bodyLeft: left, ...found };
}

/** How many more names than numbers make a column of names. */
const enough = 20;

/** The number of rows below a header in which communes are searched at its left. */
const communesReach = 200;

/** Returns a header extended to a column of communes without a heading, at its left. */
function withUntitledCommune(block: CellBlock, region: CellBlock, context: SheetContext): CellBlock {
  const left = block.left - 1;
  if (left < region.left) return block;
  const bottom = Math.min(region.bottom, block.bottom + communesReach);
  const share = communeShare({ ...context, bodyTop: block.bottom + 1, bottom }, left);
  return share >= 0.5 ? { ...block, left } : block;
}

/** Returns whether the school column holds names: above numbers, « Groupe scolaire » is one of the schools across. */
function namesSchools(
  columns: readonly Column[],
  { sheet, bodyTop, bottom, readLabel }: BodyRows & SheetContext,
): boolean {
  const school = columnOf({ columns }, "school");
  if (school === null) return true;
  // « En service », « Qté totale » below the name of a school.
  const saysNature = (text: string): boolean => {
    const read = readLabel(text);
    return isBareTotal(read.label) || saysOnlyNature(read);
  };
  let numbers = 0;
  let natures = 0;
  let names = 0;
  let items = 0;
  for (let row = bodyTop; row <= bottom && names - numbers < enough; row += 1) {
    const cell = sheet.rows[row]?.[school.index];
    if (typeof cell === "number") numbers += 1;
    else if (typeof cell === "string" && cell.trim() !== "" && parseQuantity(cell).kind === "bad") {
      if (saysNature(cell)) natures += 1;
      else names += 1;
      if (namesSomething(readLabel(cell).label)) items += 1;
    }
  }
  // « École | École du Bourg | Rappel 2013 » belongs to a form, above its lines.
  if (items > 1 && items * 2 > names) return false;
  return names === 0 ? numbers + natures === 0 : names >= numbers;
}

function layoutOf(
  columns: readonly Column[],
  body: BodyRows & { readonly labelled: boolean },
  pupils: boolean,
): TableLayout {
  if (body.labelled) {
    const isRefused = ({ role }: Column, why: readonly Refusal[]): boolean =>
      role.kind === "refused" && why.includes(role.why);
    // A column refused because its quantity is ambiguous still counts: its rows are not machines.
    const isQuantity = (column: Column): boolean =>
      column.role.kind === "count" || isRefused(column, ["ambiguous", "twice"]);
    const mayCount = columns.some((column) => isRefused(column, ["unclear"])) && !isOneMachineARow(columns, body);
    if (!columns.some(isQuantity) && !mayCount) return "machine-rows";
    // When only the title names what is counted, the quantities are those of schools.
    if (columnOf({ columns }, "label") !== null) return "item-rows";
  }
  const equipment = columns.some(
    ({ role, header }) =>
      countsUnits(role) ||
      role.kind === "untariffed" ||
      role.kind === "installed-on" ||
      (role.kind === "refused" && !pupils && kinshipOf(header) !== "pupils"),
  );
  return equipment ? "school-rows" : "headcounts";
}

/** Returns the regions of a sheet outside its tables: between them, to their left and to their right. */
export function freeRegions(rows: SheetCells["rows"], others: readonly CellBlock[]): CellBlock[] {
  const width = widthOf(rows);
  const whole: CellBlock = { top: 0, bottom: rows.length - 1, left: 0, right: width - 1 };
  const regions: CellBlock[] = [];
  let top = 0;
  for (const band of bandsOf(others)) {
    regions.push({ ...whole, top, bottom: band.top - 1 });
    const beside = { ...whole, top: Math.max(top, band.top - besideReach), bottom: band.bottom };
    regions.push({ ...beside, left: band.right + 1 }, { ...beside, right: band.left - 1 });
    top = band.bottom + 1;
  }
  return [...regions, { ...whole, top }];
}

/** Joins the tables that share rows. */
function bandsOf(tables: readonly CellBlock[]): CellBlock[] {
  const bands: CellBlock[] = [];
  for (const extent of [...tables].sort((a, b) => a.top - b.top)) {
    const last = bands.at(-1);
    if (last === undefined || extent.top > last.bottom) bands.push(extent);
    else
      bands[bands.length - 1] = {
        top: last.top,
        bottom: Math.max(last.bottom, extent.bottom),
        left: Math.min(last.left, extent.left),
        right: Math.max(last.right, extent.right),
      };
  }
  return bands;
}
