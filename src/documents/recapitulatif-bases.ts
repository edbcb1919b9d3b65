import { addTo } from "../cells";
import { countedUnits, sum, type Line } from "../statement";
import type { Fiche } from "./fiche";
import { basisKey, type Basis } from "./kit/billed";
import { count, euros, text, type PageCell } from "./kit/cells";
import { block, sumOf, type Area, type Place } from "./kit/formula";
import type { Page } from "./kit/page";
import { partNames } from "./kit/say";
import { styles } from "./kit/styles";
import { natureNames } from "./kit/texts";

/** Cells out of sight, one a commune, of what the fiches have of a basis: « Répartition » adds them up. */
export interface BasisCells {
  readonly quantity: Area;
  readonly amount: Area;
}

/** The cells of each billed basis, by its key. */
export type BasesOnFiches = ReadonlyMap<string, BasisCells>;

/** A line of a fiche, and its cells. */
interface PlacedLine {
  readonly line: Line;
  readonly quantity: Place;
  readonly amount: Place;
}

/** Columns that a basis takes. */
const columnsPerBasis = 2;

/** Returns how many columns out of sight bases take. */
export function columnsOfBases(bases: readonly Basis[]): number {
  return bases.length * columnsPerBasis;
}

/**
 * The maximum number of cells in a formula: Excel accepts 255, and 8,192 characters. A commune with more is written as
 * numbers.
 */
const mostCells = 200;

/**
 * Writes, for each commune and basis, the quantity and amount of its fiche, each a sum of its lines, in hidden columns
 * from `left` on. `rows`: the rows of the communes, one below the other, each with its fiche if it has one.
 */
export function writeBasesOnFiches(
  page: Page,
  bases: readonly Basis[],
  {
    rows,
    header,
    left,
  }: { readonly rows: readonly (Fiche | undefined)[]; readonly header: number; readonly left: number },
): BasesOnFiches {
  if (rows.length === 0) return new Map();
  const first = header + 1;
  const byBasis = rows.map((fiche) => (fiche === undefined ? new Map<string, PlacedLine[]>() : linesByBasis(fiche)));
  return new Map(
    bases.map((basis, index): [string, BasisCells] => {
      const { tariff, nature, payer } = basis;
      const key = basisKey(basis);
      const name = `${tariff.code}, ${natureNames[nature].toLocaleLowerCase("fr")}, ${page.say(partNames[payer])}`;
      const write = (column: number, what: string, cellOf: (lines: readonly PlacedLine[]) => PageCell): Area => {
        page.overwrite(header, column, text(`${name}, ${what}`, styles.header));
        byBasis.forEach((own, row) => {
          const lines = own.get(key);
          if (lines !== undefined) page.overwrite(first + row, column, cellOf(lines));
        });
        const at = (row: number): Place => ({ sheet: page.sheet, row, column });
        return block(at(first), at(first + rows.length - 1));
      };
      const column = left + index * columnsPerBasis;
      return [key, { quantity: write(column, "quantité", quantityOn), amount: write(column + 1, "montant", amountOn) }];
    }),
  );
}

/**
 * Returns the cell of the units of lines. A shared school is on the fiche of each of its communes, and counts on one of
 * them.
 */
function quantityOn(lines: readonly PlacedLine[]): PageCell {
  const counted = lines.filter(({ line }) => countedUnits(line) > 0);
  const units = counted.reduce((total, { line }) => total + line.quantity, 0);
  return count(units, styles.line, added(counted.map(({ quantity }) => quantity)));
}

function amountOn(lines: readonly PlacedLine[]): PageCell {
  return euros(sum(lines.map(({ line }) => line.amount)), styles.line, added(lines.map(({ amount }) => amount)));
}

function added(places: readonly Place[]) {
  return places.length === 0 || places.length > mostCells ? undefined : sumOf(...places);
}

function linesByBasis({ model }: Fiche): Map<string, PlacedLine[]> {
  const found = new Map<string, PlacedLine[]>();
  for (const origin of model.provenance!.origins.values())
    if (origin.kind === "line") addTo(found, basisKey(origin.line), origin);
  return found;
}
