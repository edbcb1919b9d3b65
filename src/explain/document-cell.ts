import { Decimal } from "decimal.js";
import type { Billing } from "../billing";
import { cellName } from "../cells";
import { countFormat, ficheKey, shareFormat, type Basis, type ModelCell, type SheetModel } from "../documents";
import type { SourceCells } from "../inventory";
import { formatAmount } from "../money";
import { countedUnits, sum, type Line } from "../statement";
import type { About, CellPlace, ExplainedBasis, ExplainedLine, Limited, Term } from "./explanation";
import { shapeOf, type Area, type FormulaShape } from "./formula-shape";
import { basisAt, linesByRow, placesOfLine } from "./line-places";

/** A cell of the documents. */
interface Spot {
  readonly model: SheetModel;
  readonly row: number;
  readonly column: number;
}

/** Terms told one by one. */
const termsTold = 100;

/** Why a cell of a document is what it is: a line, a base of the liquidation, a product, a sum, or nothing to explain. */
export function aboutDocument(
  billing: Billing,
  spot: Spot,
): { readonly from: readonly CellPlace[]; readonly about: About } {
  const from: CellPlace[] = [];
  let at = spot;
  for (;;) {
    const known = lineOrBasis(billing, at);
    if (known !== null) return { from, about: known };
    const cell = cellIn(at);
    const shape = cell?.formula === undefined || isShare(cell) ? null : shapeOf(cell.formula, at.model.name);
    if (cell === null || shape === null)
      return { from, about: { kind: "nothing", why: isPlainNumber(cell) ? "counted" : "no-amount" } };
    if (shape.kind === "product") return { from, about: productOf(billing, cell, shape) };
    if (shape.kind === "sum") return { from, about: sumOf(billing, cell, shape) };
    const next = spotOf(billing, shape.area);
    if (next === null) return { from, about: { kind: "nothing", why: "no-amount" } };
    from.push(placeOf(next));
    at = next;
  }
}

/** What a row of a fiche, or a cell of « Répartition », says by itself. */
function lineOrBasis(billing: Billing, { model, row, column }: Spot): About | null {
  const { statement } = billing;
  const commune = statement.byCommune.find((one) => ficheKey(one.commune) === model.key);
  if (commune !== undefined) {
    const line = linesByRow(commune, statement).get(row);
    return line === undefined ? null : { kind: "line", line: explainedLine(line, billing) };
  }
  if (model.key !== "repartition") return null;
  const basis = basisAt(statement, model, row, column);
  return basis === null ? null : { kind: "basis", basis: explainedBasis(billing, basis) };
}

function explainedBasis({ statement }: Billing, basis: Basis): ExplainedBasis {
  const { tariff, nature, payer, units, price, amount, isProduct } = basis;
  const parts = statement.byCommune.flatMap(({ commune, schools }) => {
    const lines = schools
      .flatMap((school) => school.lines)
      .filter((line) => line.tariff === tariff && line.nature === nature && line.payer === payer);
    if (lines.length === 0) return [];
    const quantity = lines.reduce((total, line) => total + countedUnits(line), 0);
    return [{ commune: commune.name, quantity, amount: formatAmount(sum(lines.map((line) => line.amount))) }];
  });
  return {
    prestation: tariff.prestation,
    nature,
    payer,
    quantity: units,
    unitPrice: formatAmount(price),
    amount: formatAmount(amount),
    isProduct,
    parts,
  };
}

/** Of a base that « Répartition » shows already, that base; else the bare product. */
function productOf(billing: Billing, cell: ModelCell, shape: Extract<FormulaShape, { kind: "product" }>): About {
  const operand = (area: Area) => {
    const spot = spotOf(billing, area);
    return spot === null ? null : cellIn(spot);
  };
  const price = operand(shape.price);
  const repeated = price?.formula === undefined ? null : shapeOf(price.formula, shape.price.sheet);
  if (repeated?.kind === "same") {
    const spot = spotOf(billing, repeated.area);
    const known = spot === null ? null : lineOrBasis(billing, spot);
    if (known !== null) return known;
  }
  return {
    kind: "product",
    quantity: Number(operand(shape.quantity)?.value ?? 0),
    unitPrice: amountOf(price),
    amount: amountOf(cell),
  };
}

function sumOf(billing: Billing, cell: ModelCell, shape: Extract<FormulaShape, { kind: "sum" }>): About {
  const found = shape.terms.flatMap(({ sign, area }) => cellsIn(billing, area).map((spot) => ({ sign, spot })));
  const spots = found.map(({ spot }) => spot);
  const value = ({ sign, spot }: (typeof found)[number]) => new Decimal(Number(cellIn(spot)!.value)).times(sign);
  const told = found.length > termsTold ? found.slice(0, termsTold) : found;
  const rest = found.slice(told.length);
  const terms = told.map((one): Term => ({
    label: labelOf(one.spot, spots),
    place: placeOf(one.spot),
    value: formatAmount(value(one)),
  }));
  return {
    kind: "sum",
    unit: cell.style?.numberFormat === countFormat ? "count" : "euros",
    terms,
    rest: rest.length === 0 ? null : { count: rest.length, value: formatAmount(sum(rest.map(value))) },
    total: amountOf(cell),
  };
}

/** The cells of an area that hold a number. */
function cellsIn({ sheets }: Billing, area: Area): Spot[] {
  const model = sheets.find(({ name }) => name === area.sheet);
  if (model === undefined) return [];
  const spots: Spot[] = [];
  for (let row = area.top; row <= area.bottom; row += 1)
    for (let column = area.left; column <= area.right; column += 1)
      if (typeof model.rows[row]?.cells[column]?.value === "number") spots.push({ model, row, column });
  return spots;
}

function spotOf({ sheets }: Billing, { sheet, top, left }: Area): Spot | null {
  const model = sheets.find(({ name }) => name === sheet);
  return model === undefined ? null : { model, row: top, column: left };
}

function cellIn({ model, row, column }: Spot): ModelCell | null {
  return model.rows[row]?.cells[column] ?? null;
}

/** A number written as it was counted, such as the schools of a commune. */
function isPlainNumber(cell: ModelCell | null): boolean {
  return typeof cell?.value === "number" && cell.formula === undefined;
}

/** A percentage is no amount: the sentence beside it says what it is. */
function isShare({ style }: ModelCell): boolean {
  return style?.numberFormat === shareFormat;
}

function placeOf({ model, row, column }: Spot): CellPlace {
  return { sheet: model.name, otherFile: null, cell: cellName(row, column) };
}

function amountOf(cell: ModelCell | null): string {
  return formatAmount(new Decimal(typeof cell?.value === "number" ? cell.value : 0));
}

/** Cells named in full; the others are only counted. */
const sourcesTold = 10;

export function explainedLine(line: Line, { statement, sheets }: Billing): ExplainedLine {
  const { commune, school, tariff, nature, payer, quantity, unitPrice, amount, share, sources } = line;
  return {
    commune: commune.name,
    school: school.name,
    prestation: tariff.prestation,
    nature,
    payer,
    quantity,
    unitPrice: formatAmount(unitPrice),
    amount: formatAmount(amount),
    share: share === null ? null : { weight: share.weight, total: share.total },
    sources: placesOf(sources),
    shownAt: placesOfLine(line, statement, sheets),
  };
}

/** A register has tens of thousands of cells: only the first are named. */
function placesOf(sources: readonly SourceCells[]): Limited {
  const first = [];
  let count = 0;
  for (const { sheet, column, rows } of sources) {
    for (const row of rows.slice(0, sourcesTold - first.length))
      first.push({ sheet: sheet.name, otherFile: sheet.otherFile, cell: cellName(row, column) });
    count += rows.length;
  }
  return { first, more: count - first.length };
}

interface TermSpot {
  readonly model: SheetModel;
  readonly row: number;
  readonly column: number;
}

/** What a term of a sum is called: by what tells it from the others, its sheet, its row's label or its column's heading. */
function labelOf(spot: TermSpot, all: readonly TermSpot[]): string {
  const [first] = all;
  const one = (key: "row" | "column") => all.every((other) => other[key] === first?.[key]);
  const oneSheet = all.every(({ model }) => model === first?.model);
  const parts = [
    ...(oneSheet ? [] : [spot.model.name]),
    ...(oneSheet && one("row") ? [] : [rowLabel(spot)]),
    ...(oneSheet && !one("row") && one("column") ? [] : [heading(spot)]),
  ];
  return parts.filter((part) => part !== "").join(", ");
}

/** The first text of its row. */
function rowLabel({ model, row }: TermSpot): string {
  const label = model.rows[row]?.cells.find((cell) => typeof cell?.value === "string")?.value;
  return typeof label === "string" ? label.trim() : "";
}

/** The nearest text above it in its column. */
function heading({ model, row, column }: TermSpot): string {
  for (let above = row - 1; above >= 0; above -= 1) {
    const value = model.rows[above]?.cells[column]?.value;
    if (typeof value === "string") return value.trim();
  }
  return "";
}
