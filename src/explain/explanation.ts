import type { Billing } from "../billing";
import { cellName, type Cell } from "../cells";
import type { Origin, Place } from "../documents";
import type { Layout, RowFate, SourceCells } from "../inventory";
import type { Anomaly } from "../messages";
import { formatAmount } from "../money";
import type { Line } from "../statement";
import { isSameEntity, type Nature, type Payer } from "../tariff";

/** A cell of the open workbook, or of another file read with it (`otherFile`). */
export interface CellPlace {
  readonly sheet: string;
  readonly otherFile: string | null;
  /** The A1 address. */
  readonly cell: string;
}

/** A cell of the open workbook, with its present value. */
export interface ChosenCell {
  readonly sheet: string;
  /** The A1 address. */
  readonly cell: string;
  readonly value: Cell;
}

/** Exact euros with two decimals, `1011.05`. */
type Amount = string;

/** The first items of a list, and the number of the others. */
interface Limited<T> {
  readonly first: readonly T[];
  readonly more: number;
}

/** A quantity, its unit price and its amount. */
interface PricedQuantity {
  readonly prestation: string;
  readonly nature: Nature;
  readonly payer: Payer;
  readonly quantity: number;
  readonly unitPrice: Amount;
  readonly amount: Amount;
}

/** A line of the statement: quantity × unit price = amount, except for a share, whose cents are allocated. */
export interface ExplainedLine extends PricedQuantity {
  readonly commune: string;
  readonly school: string;
  /** The weight of the commune and the total, when a sharing key splits the school. */
  readonly share: { readonly weight: number; readonly total: number } | null;
  /** Cells of the inventory that give its quantity. */
  readonly sources: Limited<CellPlace>;
  /** Cells of the documents that show its amount, or a sum that includes it. */
  readonly shownAt: readonly CellPlace[];
}

/** How a cell of the inventory was understood. */
export interface Understood {
  readonly layout: Layout;
  readonly range: string;
  readonly header: string;
  /** A role as named by `inventory`, or the code of a prestation. */
  readonly role: string;
  /** The exact wording of the prestation; null when the column counts none. */
  readonly prestation: string | null;
  readonly nature: Nature | null;
}

/** Why nothing is billed with a cell: the fate of its row, a nature without a price, or the option on Besançon. */
export type WhyNot = Exclude<RowFate, "billed"> | "no-price" | "besancon";

/** A line of « Répartition » or of the titre: a prestation, nature and payer over all communes. */
export interface ExplainedBasis extends PricedQuantity {
  /** False when part of a shared school is left out of the titre, so that no product gives the amount. */
  readonly isProduct: boolean;
  readonly parts: readonly { readonly commune: string; readonly quantity: number; readonly amount: Amount }[];
}

/** A term of a sum. */
export interface Term {
  readonly label: string;
  readonly place: CellPlace;
  /** Negative when it is subtracted. */
  readonly value: Amount;
}

/** A sum and its terms. */
export interface ExplainedSum {
  /** Whether the numbers are amounts or counts. */
  readonly unit: "euros" | "count";
  readonly terms: readonly Term[];
  /** The number of terms not listed, and their sum. */
  readonly rest: { readonly count: number; readonly value: Amount } | null;
  readonly total: Amount;
}

/** The explanation of a cell. */
export type About =
  | {
      readonly kind: "source";
      readonly understood: Understood;
      readonly commune: string | null;
      readonly school: string | null;
      /** Whether the whole row counts as one, or the cell alone. */
      readonly scope: "cell" | "row";
      readonly lines: readonly ExplainedLine[];
      /** The number of lines not listed. */
      readonly moreLines: number;
      readonly whyNot: WhyNot | null;
      readonly points: readonly Anomaly[];
    }
  | { readonly kind: "heading"; readonly understood: Understood; readonly points: readonly Anomaly[] }
  | { readonly kind: "line"; readonly line: ExplainedLine }
  | { readonly kind: "basis"; readonly basis: ExplainedBasis }
  | { readonly kind: "product"; readonly quantity: number; readonly unitPrice: Amount; readonly amount: Amount }
  | ({ readonly kind: "sum" } & ExplainedSum)
  /** The cell has changed since the reading or the generation, which has to be done again. */
  | { readonly kind: "changed"; readonly since: "reading" | "generation" }
  | {
      readonly kind: "nothing";
      /**
       * A sheet that was not read; a cell outside any table; a cell of a document without an amount; a number counted
       * during the reading; a document without sums of the campaign.
       */
      readonly why: "unread-sheet" | "no-table" | "no-amount" | "counted" | "other-document";
    };

/** The explanation of a cell, with its place. */
export interface Explanation {
  readonly place: CellPlace;
  /** The cells that a cell of a document repeats, one after the other, up to the one explained. */
  readonly from: readonly CellPlace[];
  readonly about: About;
}

/** The number of source cells listed; the others are counted. */
const sourcesListed = 10;

/** Explains a line: its arithmetic, its source cells, and the cells that show it. */
export function explainedLine(line: Line, { sheets }: Pick<Billing, "sheets">): ExplainedLine {
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
    sources: sourcePlaces(sources),
    shownAt: placesOfLine(line, sheets),
  };
}

/** Returns the source cells of a line, of which only the first are listed: a register has tens of thousands. */
function sourcePlaces(sources: readonly SourceCells[]): Limited<CellPlace> {
  const first: CellPlace[] = [];
  let count = 0;
  for (const { sheet, column, rows } of sources) {
    for (const row of rows.slice(0, sourcesListed - first.length))
      first.push({ sheet: sheet.name, otherFile: sheet.otherFile, cell: cellName(row, column) });
    count += rows.length;
  }
  return { first, more: count - first.length };
}

/** Returns the cells that show a line: on its fiche, then in the sums of its commune, its prestation and the titre. */
function placesOfLine(line: Line, sheets: Billing["sheets"]): CellPlace[] {
  const origins = sheets.flatMap(({ provenance }) => [...(provenance?.origins.values() ?? [])]);
  const of = (kind: Origin["kind"]) =>
    origins.filter((origin) => origin.kind === kind).flatMap((origin) => amountIn(origin, line) ?? []);
  // The first name of the titre is its total.
  const titre = sheets.flatMap(({ key, name: sheet, names }) =>
    key === "titre" ? names.slice(0, 1).map(({ row, column }) => ({ sheet, row, column })) : [],
  );
  return [...of("line"), ...of("commune"), ...of("bases"), ...titre].map(cellPlaceOf);
}

/** Returns the cell of a row that shows a line, or a sum that includes it; null when there is none. */
function amountIn(origin: Origin, line: Line): Place | null {
  const { nature, payer, tariff, commune } = line;
  switch (origin.kind) {
    case "line":
      return origin.line === line ? origin.amount : null;
    case "commune":
      return isSameEntity(origin.commune, commune) ? origin.amounts[nature][payer] : null;
    case "bases": {
      const basis = origin.bases.find((one) => one.tariff === tariff && one.nature === nature && one.payer === payer);
      return basis?.places.amount ?? null;
    }
  }
}

/** Returns the place of a cell of the open workbook. */
export function cellPlaceOf({ sheet, row, column }: Place): CellPlace {
  return { sheet, otherFile: null, cell: cellName(row, column) };
}
