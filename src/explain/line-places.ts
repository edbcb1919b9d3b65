import { cellName } from "../cells";
import {
  payers,
  type Basis,
  refer,
  type Place,
  ficheColumns,
  communesWithFiche,
  ficheKey,
  makeFiche,
  type SheetModel,
  makeRepartition,
} from "../documents";

import type { CommuneTotal, Line, Statement } from "../statement";
import type { CellPlace } from "./explanation";

/** The lines of a commune's fiche, each by its zero-based row. */
export function linesByRow(commune: CommuneTotal, statement: Statement): ReadonlyMap<number, Line> {
  const fiche = makeFiche(commune, statement, "", "");
  const byRow = new Map<number, Line>();
  for (const payer of payers) {
    let row = fiche.payers[payer].first;
    for (const { lines } of commune.schools) {
      const own = lines.filter((line) => line.payer === payer);
      if (own.length === 0) continue;
      // Under the school's name, and above its sub-total.
      own.forEach((line, index) => byRow.set(row + 1 + index, line));
      row += own.length + 2;
    }
  }
  return byRow;
}

/** The base of the liquidation that a cell of « Répartition » shows, its quantity, price or amount; null for another cell. */
export function basisAt(statement: Statement, model: SheetModel, row: number, column: number): Basis | null {
  const isIt = (place: Place) => place.row === row && place.column === column;
  const { bases } = makeRepartition(statement, model.name, "");
  const shown = bases.filter(({ places }) => [places.quantity, places.price, places.amount].some(isIt));
  return shown.find(({ isBilled }) => isBilled) ?? shown[0] ?? null;
}

/** Where the documents show a line: on its fiche, then where its commune, its prestation and the titre add it up. */
export function placesOfLine(line: Line, statement: Statement, sheets: readonly SheetModel[]): CellPlace[] {
  const commune = communesWithFiche(statement).find((one) => one.commune.siren === line.commune.siren);
  const [fiche, recapitulatif, repartition, titre] = [
    commune === undefined ? undefined : sheets.find(({ key }) => key === ficheKey(commune.commune)),
    ...["recapitulatif", "repartition", "titre"].map((wanted) => sheets.find(({ key }) => key === wanted)),
  ];
  const places: CellPlace[] = [];
  const add = (sheet: string, row: number, column: number) =>
    places.push({ sheet, otherFile: null, cell: cellName(row, column) });
  if (commune !== undefined && fiche !== undefined) {
    for (const [row, one] of linesByRow(commune, statement))
      if (one === line) add(fiche.name, row, ficheColumns[line.nature]);
    if (recapitulatif !== undefined) {
      const total = makeFiche(commune, statement, fiche.name, "").amountAt(line.nature, line.payer);
      const repeated = cellWithFormula(recapitulatif, refer(total));
      if (repeated !== null) add(recapitulatif.name, repeated.row, repeated.column);
    }
  }
  if (repartition !== undefined) {
    const basis = makeRepartition(statement, repartition.name, "").bases.find(
      ({ tariff, nature, payer }) => tariff === line.tariff && nature === line.nature && payer === line.payer,
    );
    if (basis !== undefined) add(repartition.name, basis.places.amount.row, basis.places.amount.column);
  }
  const total = titre?.names.find(({ name }) => name === "ORDICLASSE_TITRE");
  if (titre !== undefined && total !== undefined) add(titre.name, total.row, total.column);
  return places;
}

function cellWithFormula({ rows }: SheetModel, formula: string): { row: number; column: number } | null {
  for (const [row, { cells }] of rows.entries()) {
    const column = cells.findIndex((cell) => cell?.formula === formula);
    if (column >= 0) return { row, column };
  }
  return null;
}
