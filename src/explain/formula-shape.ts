import { parseCellName, type CellBlock } from "../cells";

/** A block of cells that a formula names. */
export interface Area extends CellBlock {
  readonly sheet: string;
}

/** The arithmetic of a formula of our documents. */
export type FormulaShape =
  | { readonly kind: "same"; readonly area: Area }
  | { readonly kind: "product"; readonly quantity: Area; readonly price: Area }
  | { readonly kind: "sum"; readonly terms: readonly { readonly sign: 1 | -1; readonly area: Area }[] };

const reference = String.raw`(?:'(?:[^']|'')*'!)?[A-Z]+\d+(?::[A-Z]+\d+)?`;
const term = new RegExp(String.raw`([+-]?)(?:SUM\((${reference}(?:,${reference})*)\)|(${reference}))`, "y");
const eachReference = new RegExp(reference, "g");
const productOf = new RegExp(`^(${reference})\\*(${reference})$`);
const rounded = /^ROUND\((.*),2\)$/;

/** What a formula of the sheet `sheet` computes; null where it is no product, repetition or sum of cells (a test, for one). */
export function shapeOf(formula: string, sheet: string): FormulaShape | null {
  const product = productOf.exec(formula);
  if (product !== null)
    return { kind: "product", quantity: areaOf(product[1]!, sheet), price: areaOf(product[2]!, sheet) };
  const sum = rounded.exec(formula)?.[1] ?? formula;
  const terms: { sign: 1 | -1; area: Area }[] = [];
  for (term.lastIndex = 0; term.lastIndex < sum.length;) {
    const found = term.exec(sum);
    if (found === null) return null;
    const sign = found[1] === "-" ? -1 : 1;
    for (const [one] of (found[2] ?? found[3]!).matchAll(eachReference)) terms.push({ sign, area: areaOf(one, sheet) });
  }
  const [only, ...others] = terms;
  if (only === undefined) return null;
  return others.length === 0 && only.sign === 1 && isOneCell(only.area) && !sum.startsWith("SUM(")
    ? { kind: "same", area: only.area }
    : { kind: "sum", terms };
}

function isOneCell({ top, left, bottom, right }: Area): boolean {
  return top === bottom && left === right;
}

function areaOf(text: string, sheet: string): Area {
  const bang = text.lastIndexOf("!");
  const [first = "", last = first] = text.slice(bang + 1).split(":");
  const [from, to] = [parseCellName(first)!, parseCellName(last)!];
  const named = bang < 0 ? sheet : text.slice(1, bang - 1).replaceAll("''", "'");
  return { sheet: named, top: from.row, left: from.column, bottom: to.row, right: to.column };
}
