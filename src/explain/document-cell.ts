import { Decimal } from "decimal.js";
import type { Billing } from "../billing";
import { placeKey } from "../cells";
import {
  countFormat,
  shareFormat,
  type Area,
  type Basis,
  type ModelCell,
  type Operation,
  type SheetModel,
} from "../documents";
import { formatAmount } from "../money";
import { countedUnits, sum } from "../statement";
import { cellPlaceOf, explainedLine, type About, type CellPlace, type ExplainedBasis, type Term } from "./explanation";

/** A cell of the documents. */
interface Spot {
  readonly model: SheetModel;
  readonly row: number;
  readonly column: number;
}

/** The number of terms listed one by one. */
const termsListed = 100;

/** Explains a cell of a document: a line, a base of the liquidation, a product or a sum, or nothing. */
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
    const operation = operationOf(at);
    if (cell === null || operation === null)
      return { from, about: { kind: "nothing", why: isPlainNumber(cell) ? "counted" : "no-amount" } };
    if (operation.kind === "product") return { from, about: aboutProduct(billing, cell, operation) };
    if (operation.kind === "sum") return { from, about: aboutSum(billing, cell, operation) };
    const next = spotOf(billing, operation.area);
    if (next === null) return { from, about: { kind: "nothing", why: "no-amount" } };
    from.push(placeOf(next));
    at = next;
  }
}

/** Returns the explanation in a row of a fiche or a cell of « Répartition »; null for any other cell. */
function lineOrBasis(billing: Billing, { model, row, column }: Spot): About | null {
  const origin = model.provenance?.origins.get(row);
  if (origin?.kind === "line") return { kind: "line", line: explainedLine(origin.line, billing) };
  if (origin?.kind !== "bases") return null;
  const shown = origin.bases.find(({ places }) => Object.values(places).some((place) => place.column === column));
  return shown === undefined ? null : { kind: "basis", basis: explainedBasis(billing, shown) };
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

/** Explains a product by its factors. */
function aboutProduct(billing: Billing, cell: ModelCell, product: Extract<Operation, { kind: "product" }>): About {
  const [quantity, price] = [spotOf(billing, product.quantity), spotOf(billing, product.price)];
  return {
    kind: "product",
    quantity: Number((quantity && cellIn(quantity))?.value ?? 0),
    unitPrice: amountOf(price && cellIn(price)),
    amount: amountOf(cell),
  };
}

function aboutSum(billing: Billing, cell: ModelCell, { terms: operands }: Extract<Operation, { kind: "sum" }>): About {
  const found = operands.flatMap(({ sign, area }) => cellsIn(billing, area).map((spot) => ({ sign, spot })));
  const spots = found.map(({ spot }) => spot);
  const value = ({ sign, spot }: (typeof found)[number]) => new Decimal(Number(cellIn(spot)!.value)).times(sign);
  const listed = found.length > termsListed ? found.slice(0, termsListed) : found;
  const rest = found.slice(listed.length);
  const terms = listed.map((one): Term => ({
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

/** Returns the cells of an area that hold a number. */
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

/** Returns the operation of a cell; null without one, and for a percentage, which the sentence beside it explains. */
function operationOf({ model, row, column }: Spot): Operation | null {
  if (cellIn({ model, row, column })?.style?.numberFormat === shareFormat) return null;
  return model.provenance?.operations.get(placeKey(row, column)) ?? null;
}

/** Returns whether a cell is a constant number, such as the schools of a commune. */
function isPlainNumber(cell: ModelCell | null): boolean {
  return typeof cell?.value === "number" && cell.formula === undefined;
}

function placeOf({ model, row, column }: Spot): CellPlace {
  return cellPlaceOf({ sheet: model.name, row, column });
}

function amountOf(cell: ModelCell | null): string {
  return formatAmount(new Decimal(typeof cell?.value === "number" ? cell.value : 0));
}

/** Returns the label of a term of a sum, by what distinguishes it: its sheet, row label or column header. */
function labelOf(spot: Spot, all: readonly Spot[]): string {
  const [first] = all;
  const one = (key: "row" | "column") => all.every((other) => other[key] === first?.[key]);
  const oneSheet = all.every(({ model }) => model === first?.model);
  const parts = [
    ...(oneSheet ? [] : [spot.model.name]),
    ...(oneSheet && one("row")
      ? []
      : [...(oneSheet && isLabelShared(spot, all) ? [groupOf(spot)] : []), rowLabel(spot)]),
    ...(oneSheet && !one("row") && one("column") ? [] : [heading(spot)]),
  ];
  return parts.filter((part) => part !== "").join(", ");
}

/** Returns whether other rows have the same label, as sub-totals of schools or of natures do. */
function isLabelShared(spot: Spot, all: readonly Spot[]): boolean {
  return all.some((other) => other.row !== spot.row && rowLabel(other) === rowLabel(spot));
}

/**
 * Returns the title of the group of rows that contains a cell: the nearest group heading above it, such as a school; in
 * a document without groups, the nearest row above with nothing but a text; an empty text when there is none.
 */
function groupOf({ model, row }: Spot): string {
  const hasGroups = [...(model.outline?.values() ?? [])].includes("group");
  for (let above = row - 1; above >= 0; above -= 1) {
    if (hasGroups && model.outline?.get(above) !== "group") continue;
    const [first, ...others] = model.rows[above]?.cells ?? [];
    const isAlone = others.every((cell) => cell === null || cell.value === null);
    if (isAlone && typeof first?.value === "string") return first.value.trim();
  }
  return "";
}

/** Returns the first text of a row; an empty text when there is none. */
function rowLabel({ model, row }: Spot): string {
  const label = model.rows[row]?.cells.find((cell) => typeof cell?.value === "string")?.value;
  return typeof label === "string" ? label.trim() : "";
}

/** Returns the nearest text above a cell in its column; an empty text when there is none. */
function heading({ model, row, column }: Spot): string {
  for (let above = row - 1; above >= 0; above -= 1) {
    const value = model.rows[above]?.cells[column]?.value;
    if (typeof value === "string") return value.trim();
  }
  return "";
}
