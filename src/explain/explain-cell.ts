import { isCreditor } from "../tariff";
import type { Billing } from "../billing";
import {
  blockName,
  cellAt,
  CellError,
  cellName,
  holds,
  isBlank,
  parseCellName,
  type Cell,
  type SheetCells,
  type WorkbookCells,
} from "../cells";
import type { KeyedName } from "../documents";
import { headingRow, isReadTable, type ColumnMapping, type Mapping, type School, type SourceCells } from "../inventory";
import type { Anomaly } from "../messages";
import { type Line } from "../statement";
import { aboutDocument } from "./document-cell";
import {
  explainedLine,
  type About,
  type CellPlace,
  type ChosenCell,
  type Explanation,
  type Understood,
  type WhyNot,
} from "./explanation";

/** A cell to explain. */
interface ExplainRequest {
  readonly billing: Billing;
  /** The open workbook, as read. */
  readonly workbook: WorkbookCells;
  /** The generated sheets of the workbook, by key, with their present names. */
  readonly generatedSheets: readonly KeyedName[];
  readonly cell: ChosenCell;
}

/**
 * Explains a cell of the workbook: of the inventory, by its meaning, the lines billed with it, or why there are none;
 * of a document, by the product or sum that gives it, down to cells of the inventory. A cell that has changed since it
 * was read or generated is reported as changed, because explaining it would be a guess.
 */
export function explainCell({ billing, workbook, generatedSheets, cell }: ExplainRequest): Explanation {
  const place: CellPlace = { sheet: cell.sheet, otherFile: null, cell: cell.cell };
  const only = (about: About): Explanation => ({ place, from: [], about });
  const at = parseCellName(cell.cell);
  if (at === null) return only({ kind: "nothing", why: "no-table" });
  const own = generatedSheets.find(({ name }) => name === cell.sheet);
  if (own !== undefined) {
    const model = billing.sheets.find(({ key }) => key === own.key);
    if (model === undefined || model.key === "journal") return only({ kind: "nothing", why: "other-document" });
    const now = model.rows[at.row]?.cells[at.column]?.value ?? null;
    return sameValue(cell.value, now)
      ? { place, ...aboutDocument(billing, { model, ...at }) }
      : only({ kind: "changed", since: "generation" });
  }
  const sheet = workbook.sheets.find(({ name }) => name === cell.sheet);
  const isRead = billing.reading.mappings.some(
    (mapping) => isReadTable(mapping) && mapping.sheet.otherFile === null && mapping.sheet.name === cell.sheet,
  );
  if (sheet === undefined || !isRead) return only({ kind: "nothing", why: "unread-sheet" });
  if (!sameValue(cell.value, sheet.rows[at.row]?.[at.column] ?? null))
    return only({ kind: "changed", since: "reading" });
  return only(aboutSource(billing, sheet, at) ?? { kind: "nothing", why: "no-table" });
}

/** Returns whether two values are equal, amounts to half a cent because Excel computes in binary. */
function sameValue(one: Cell, other: Cell): boolean {
  if (typeof one === "number" && typeof other === "number") return Math.abs(one - other) < 0.005;
  if (one instanceof CellError && other instanceof CellError) return one.code === other.code;
  return (one === "" ? null : one) === (other === "" ? null : other);
}

interface At {
  readonly row: number;
  readonly column: number;
}

/** The number of lines listed. */
const linesListed = 12;

/** Explains a cell of a sheet that was read; null when it is in no table. */
function aboutSource(billing: Billing, sheet: SheetCells, at: At): About | null {
  const mapping = billing.reading.mappings.find(
    (one) => isReadTable(one) && isOn(one, sheet) && holds(one.block, at.row, at.column),
  );
  if (mapping === undefined) return null;
  const column = mapping.columns.find((one) => one.column === at.column);
  const understood = understoodAs(mapping, column, billing);
  const pointsAt = (cells: readonly string[]) => pointsOn(billing, sheet, cells);
  if (at.row <= headingRow(mapping)) {
    const heading = column === undefined || column.cell === "" ? cellName(at.row, at.column) : column.cell;
    return { kind: "heading", understood, points: pointsAt([heading]) };
  }
  const scope = isCounted(mapping, column, understood) ? "cell" : "row";
  const { block: across } = mapping;
  const rowCells = Array.from({ length: across.right - across.left + 1 }, (_one, index) =>
    cellName(at.row, across.left + index),
  );
  const isSource = (source: SourceCells) =>
    isOn(source, sheet) &&
    (scope === "cell" ? source.column === at.column : source.column >= across.left && source.column <= across.right) &&
    source.rows.includes(at.row);
  const lines = billing.statement.lines.filter(({ sources }) => sources.some(isSource));
  // Priced quantities of the creditor's own schools are only kept out of the titre by its option.
  const isOptedOut = () =>
    billing.reading.quantities.some(
      ({ school, sources }) =>
        isCreditor(school.commune, billing.statement.campaign.convention) && sources.some(isSource),
    );
  const why =
    lines.length > 0
      ? null
      : (whyNot(billing, mapping, sheet, at, understood, scope) ?? (isOptedOut() ? "besancon" : null));
  const own = [cellName(at.row, at.column), ...(column === undefined ? [] : [column.cell])];
  return {
    kind: "source",
    understood,
    ...schoolOf(billing, mapping, sheet, at, lines),
    scope,
    lines: lines.slice(0, linesListed).map((line) => explainedLine(line, billing)),
    moreLines: Math.max(0, lines.length - linesListed),
    whyNot: why,
    // The reason that stops a row may be at another of its cells.
    points: pointsAt(scope === "row" || why === "error" ? rowCells : own),
  };
}

function isOn(one: { readonly sheet: { readonly file: string; readonly name: string } }, sheet: SheetCells): boolean {
  return one.sheet.file === sheet.file && one.sheet.name === sheet.name;
}

function understoodAs(mapping: Mapping, column: ColumnMapping | undefined, { statement }: Billing): Understood {
  const role = column?.role ?? "ignored";
  return {
    layout: mapping.layout,
    range: blockName(mapping.block),
    header: (column?.header ?? "").replace(/\s+/g, " ").trim(),
    role,
    prestation: statement.grid.rows.find(({ code }) => code === role)?.prestation ?? null,
    nature: column?.nature ?? null,
  };
}

/** Returns whether each cell of a column counts by itself; otherwise whole rows count. */
function isCounted({ layout }: Mapping, column: ColumnMapping | undefined, { prestation, role }: Understood): boolean {
  if (layout === "schools-across") return true;
  return (
    column !== undefined &&
    (layout === "school-rows" || layout === "headcounts") &&
    (prestation !== null ||
      role === "headcount" ||
      role === "headcount-part" ||
      role === "untariffed" ||
      role === "refused")
  );
}

/** Returns the commune and school of a row as billed; else as written, because the row may not have been understood. */
function schoolOf(
  { reading }: Billing,
  mapping: Mapping,
  sheet: SheetCells,
  at: At,
  [line]: readonly Line[],
): { readonly commune: string | null; readonly school: string | null } {
  const placed = ({ place }: School) =>
    isOn(place, sheet) && place.rows.includes(at.row) && holds(mapping.block, at.row, place.column);
  const school = line?.school ?? (mapping.layout === "schools-across" ? undefined : reading.schools.find(placed));
  if (school !== undefined) return { commune: school.commune.name, school: school.name };
  const written = (role: string) => {
    const column = mapping.columns.find((one) => one.role === role)?.column;
    const cell = column === undefined ? null : cellAt(sheet, at.row, column);
    return typeof cell === "string" && !isBlank(cell) ? cell.trim() : null;
  };
  return { commune: written("commune"), school: written("school") };
}

function pointsOn({ anomalies }: Billing, sheet: SheetCells, cells: readonly string[]): Anomaly[] {
  const wanted = new Set(cells);
  return anomalies.filter(
    (one) => one.file === sheet.file && one.sheet === sheet.name && one.cell !== null && wanted.has(one.cell),
  );
}

/** Returns the fate of a row, or why a cell of it is not counted; null when neither explains the absence of lines. */
function whyNot(
  { statement }: Billing,
  { rows }: Mapping,
  sheet: SheetCells,
  at: At,
  { role, prestation, nature }: Understood,
  scope: "cell" | "row",
): WhyNot | null {
  const fate = rows?.fateOf(at.row) ?? null;
  if (fate !== null && fate !== "billed" && fate !== "error") return fate;
  if (scope === "row") return fate === "error" ? "error" : null;
  const prices = statement.grid.rows.find(({ code }) => code === role)?.prices;
  const isPriced =
    prices === undefined || nature === null || prices[nature].cagb !== null || prices[nature].commune !== null;
  if (prestation !== null && !isPriced) return "no-price";
  if (isBlank(cellAt(sheet, at.row, at.column)) || cellAt(sheet, at.row, at.column) === 0) return "zero";
  return fate === "error" ? "error" : null;
}
