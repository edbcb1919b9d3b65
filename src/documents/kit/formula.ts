import { cellName, quoteSheetName, type CellBlock } from "../../cells";

/** A zero-based cell of a named sheet. */
export interface Place {
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
}

/** A block of cells of a named sheet. */
export interface Area extends CellBlock {
  readonly sheet: string;
}

/** The operation of a formula and its cells. */
export type Operation =
  | { readonly kind: "same"; readonly area: Area }
  | { readonly kind: "product"; readonly quantity: Area; readonly price: Area }
  | { readonly kind: "sum"; readonly terms: readonly { readonly sign: 1 | -1; readonly area: Area }[] };

/** A formula before it is written: cells of its own sheet are named without their sheet. */
export interface Formula {
  /** Returns its en-US text on a sheet, without `=`. */
  readonly textOn: (sheet: string) => string;
  /** Null when the formula is not a repetition, product or sum of cells, but for instance a test. */
  readonly operation: Operation | null;
}

/** A formula, or, when it refers to rows not written yet, a function that returns it once its page is finished. */
export type FormulaSource = Formula | (() => Formula | undefined);

type Reference = Place | Area;

/** Returns the formula that repeats a cell, `E12`. */
export function same(place: Place): Formula {
  return { textOn: (sheet) => nameOn(sheet, place), operation: { kind: "same", area: areaOf(place) } };
}

/** Returns the formula of a product, `C12*D12`. */
export function product(quantity: Place, price: Place): Formula {
  return {
    textOn: (sheet) => `${nameOn(sheet, quantity)}*${nameOn(sheet, price)}`,
    operation: { kind: "product", quantity: areaOf(quantity), price: areaOf(price) },
  };
}

/** Returns the formula of a sum, `SUM(E12:E18,E22:E30)`. */
export function sumOf(...areas: readonly Reference[]): Formula {
  return {
    textOn: (sheet) => `SUM(${areas.map((area) => nameOn(sheet, area)).join(",")})`,
    operation: additionOf(areas),
  };
}

/**
 * Returns the formula that adds up the cells of a block whose neighbours equal another cell,
 * `SUMIF(F12:F30,F31,D12:D30)`. `counted`: the cells that it adds up.
 */
export function sumIf(tested: Area, wanted: Place, added: Area, counted: readonly Reference[]): Formula {
  return {
    textOn: (sheet) => `SUMIF(${nameOn(sheet, tested)},${nameOn(sheet, wanted)},${nameOn(sheet, added)})`,
    operation: additionOf(counted),
  };
}

/** Returns the formula that adds cells, `E12+E30`; undefined when there is nothing to add. */
export function plus(...places: readonly Place[]): Formula | undefined {
  const [only, ...others] = places;
  if (only === undefined) return undefined;
  return others.length === 0 ? same(only) : signed(places.map((place) => ({ sign: 1, reference: place })));
}

/**
 * Returns the formula of a difference: `E12-E30`, or `E12-SUM(F12:I12)` when a block is subtracted; several references
 * are added up before the subtraction.
 */
export function minus(from: Reference | readonly Reference[], taken: Reference): Formula {
  const added = [from].flat().map((reference) => ({ sign: 1 as const, reference }));
  return signed([...added, { sign: -1, reference: taken }]);
}

/** Returns the formula of the sum of other sums, minus a cell: `SUMIF(…)+SUMIF(…)-E30`. */
export function sumsLess(sums: readonly Formula[], taken: Place): Formula {
  const terms = sums.flatMap(({ operation }) => (operation?.kind === "sum" ? operation.terms : []));
  return {
    textOn: (sheet) => `${sums.map((one) => one.textOn(sheet)).join("+")}-${nameOn(sheet, taken)}`,
    operation: { kind: "sum", terms: [...terms, { sign: -1, area: areaOf(taken) }] },
  };
}

/** Returns a formula rounded to the cent, `ROUND(E12-E30,2)`, since what cancels out in binary is not quite zero. */
export function rounded(formula: Formula): Formula {
  return {
    textOn: (sheet) => `ROUND(${formula.textOn(sheet)},2)`,
    operation: formula.operation?.kind === "product" ? null : formula.operation,
  };
}

/** Returns a formula rounded to the cent, which may be given once its page is finished. */
export function toCents(formula: FormulaSource): FormulaSource {
  if (typeof formula !== "function") return rounded(formula);
  return () => {
    const found = formula();
    return found && rounded(found);
  };
}

/** Returns any other formula, from its text and the cells and formulas in it: formulaOf`ROUND(${cagb}/${total},3)`. */
export function formulaOf(
  texts: TemplateStringsArray,
  ...parts: readonly (Reference | Formula | string | number)[]
): Formula {
  const partOn = (sheet: string, part: Reference | Formula | string | number | undefined) => {
    if (part === undefined) return "";
    if (typeof part !== "object") return String(part);
    return "textOn" in part ? part.textOn(sheet) : nameOn(sheet, part);
  };
  return {
    textOn: (sheet) => texts.map((text, index) => text + partOn(sheet, parts[index])).join(""),
    operation: null,
  };
}

/**
 * The maximum length of a text within a formula: Excel accepts 255 characters, and a quote, written twice, or a rare
 * character counts as two.
 */
const longestText = 125;

/** Returns the formula of a text, in pieces as short as Excel wants them: `"Zéro euro. "&"Montants nets."`. */
export function textFormula(text: string): Formula {
  const pieces = text.replaceAll('"', '""').match(new RegExp(`(?:""|[^]){1,${longestText}}`, "gu")) ?? [""];
  return formulaOf`${pieces.map((piece) => `"${piece}"`).join("&")}`;
}

/** Returns the block between two cells of a sheet. */
export function block(first: Place, last: Place): Area {
  return { sheet: first.sheet, top: first.row, left: first.column, bottom: last.row, right: last.column };
}

/** Returns the cell above another. */
export function above(place: Place): Place {
  return { ...place, row: place.row - 1 };
}

function signed(terms: readonly { readonly sign: 1 | -1; readonly reference: Reference }[]): Formula {
  return {
    textOn: (sheet) =>
      terms
        .map(({ sign, reference }, index) => {
          const name = nameOn(sheet, reference);
          const added = "row" in reference ? name : `SUM(${name})`;
          return sign === -1 ? `-${added}` : index === 0 ? added : `+${added}`;
        })
        .join(""),
    operation: { kind: "sum", terms: terms.map(({ sign, reference }) => ({ sign, area: areaOf(reference) })) },
  };
}

function additionOf(added: readonly Reference[]): Operation {
  return { kind: "sum", terms: added.map((reference) => ({ sign: 1, area: areaOf(reference) })) };
}

function areaOf(reference: Reference): Area {
  return "row" in reference ? block(reference, reference) : reference;
}

/**
 * Returns the address of a cell or block, `E12` or `E12:E18`, with the name of its sheet when it is another one:
 * `'Fiche Chalezeule'!E40`.
 */
function nameOn(sheet: string, reference: Reference): string {
  const name =
    "row" in reference
      ? cellName(reference.row, reference.column)
      : `${cellName(reference.top, reference.left)}:${cellName(reference.bottom, reference.right)}`;
  return reference.sheet === sheet ? name : `${quoteSheetName(reference.sheet)}!${name}`;
}
