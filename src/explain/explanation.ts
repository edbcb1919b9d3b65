import type { Billing } from "../billing";
import { cellName, type Cell } from "../cells";
import type { Origin, Place } from "../documents";
import type { Layout, RowFate, SourceCells } from "../inventory";
import type { Anomaly } from "../messages";
import { formatAmount } from "../money";
import type { Line } from "../statement";
import { isSameEntity, type Nature, type Payer } from "../tariff";

/** A cell of the workbook that is open, or of a file of the disk read beside it (`otherFile`). */
export interface CellPlace {
  readonly sheet: string;
  readonly otherFile: string | null;
  /** A1. */
  readonly cell: string;
}

/** A cell of the workbook that is open, as it is at this moment. */
export interface ChosenCell {
  readonly sheet: string;
  /** A1. */
  readonly cell: string;
  readonly value: Cell;
}

/** Exact euros with two decimals, `1011.05`. */
type Amount = string;

/** The first of many, and how many more there are. */
interface Limited<T> {
  readonly first: readonly T[];
  readonly more: number;
}

/** A quantity at its unit price, and the amount that it makes. */
interface PricedQuantity {
  readonly prestation: string;
  readonly nature: Nature;
  readonly payer: Payer;
  readonly quantity: number;
  readonly unitPrice: Amount;
  readonly amount: Amount;
}

/** One line of the statement: quantity × unit price = amount, but for a share, whose cents were shared out. */
export interface ExplainedLine extends PricedQuantity {
  readonly commune: string;
  readonly school: string;
  /** Weight of the commune among the total, where a key splits the school. */
  readonly share: { readonly weight: number; readonly total: number } | null;
  /** Cells of the inventory that its quantity was counted from. */
  readonly sources: Limited<CellPlace>;
  /** Cells of the documents where its amount is, or is added up. */
  readonly shownAt: readonly CellPlace[];
}

/** What a cell of the inventory was taken for. */
export interface Understood {
  readonly layout: Layout;
  readonly range: string;
  readonly header: string;
  /** A role as `inventory` names it, or a prestation code. */
  readonly role: string;
  /** Exact wording of the prestation; null where the column counts none. */
  readonly prestation: string | null;
  readonly nature: Nature | null;
}

/** Why nothing is billed with a cell: what became of its row, a nature without a price, or the option on Besançon. */
export type WhyNot = Exclude<RowFate, "billed"> | "no-price" | "besancon";

/** A line of « Répartition » or of the titre: one prestation, nature and payer, over every commune. */
export interface ExplainedBasis extends PricedQuantity {
  /** False where a part of a shared school is left out of the titre: no product gives what is left. */
  readonly isProduct: boolean;
  readonly parts: readonly { readonly commune: string; readonly quantity: number; readonly amount: Amount }[];
}

export interface Term {
  readonly label: string;
  readonly place: CellPlace;
  /** Below zero where it is taken away. */
  readonly value: Amount;
}

export interface ExplainedSum {
  /** What numbers are, here: amounts, or a count. */
  readonly unit: "euros" | "count";
  readonly terms: readonly Term[];
  /** Terms beyond those told, and what they come to. */
  readonly rest: { readonly count: number; readonly value: Amount } | null;
  readonly total: Amount;
}

/** What a cell is, and why it is so. */
export type About =
  | {
      readonly kind: "source";
      readonly understood: Understood;
      readonly commune: string | null;
      readonly school: string | null;
      /** Whether its whole row counts as one, or this cell alone. */
      readonly scope: "cell" | "row";
      readonly lines: readonly ExplainedLine[];
      /** Lines beyond those told. */
      readonly moreLines: number;
      readonly whyNot: WhyNot | null;
      readonly points: readonly Anomaly[];
    }
  | { readonly kind: "heading"; readonly understood: Understood; readonly points: readonly Anomaly[] }
  | { readonly kind: "line"; readonly line: ExplainedLine }
  | { readonly kind: "basis"; readonly basis: ExplainedBasis }
  | { readonly kind: "product"; readonly quantity: number; readonly unitPrice: Amount; readonly amount: Amount }
  | ({ readonly kind: "sum" } & ExplainedSum)
  /** The workbook's cell is no longer what was read, or what the documents would say: read, or generate, again. */
  | { readonly kind: "changed"; readonly since: "reading" | "generation" }
  | {
      readonly kind: "nothing";
      /** A sheet that was not read, a cell of no table, a cell of a document without an amount, a number counted when the inventory was read, a document with no sums of the campaign's. */
      readonly why: "unread-sheet" | "no-table" | "no-amount" | "counted" | "other-document";
    };

export interface Explanation {
  readonly place: CellPlace;
  /** Cells that a cell of a document repeats, one after the other, before what is told. */
  readonly from: readonly CellPlace[];
  readonly about: About;
}

/** Cells named in full; the others are only counted. */
const sourcesTold = 10;

/** Explains a line: its arithmetic, the cells that it was counted from, and those that show it. */
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

/**
 * Lists the cells that a line was counted from. A register has tens of thousands of cells: only the first are named.
 */
function sourcePlaces(sources: readonly SourceCells[]): Limited<CellPlace> {
  const first: CellPlace[] = [];
  let count = 0;
  for (const { sheet, column, rows } of sources) {
    for (const row of rows.slice(0, sourcesTold - first.length))
      first.push({ sheet: sheet.name, otherFile: sheet.otherFile, cell: cellName(row, column) });
    count += rows.length;
  }
  return { first, more: count - first.length };
}

/**
 * Lists the cells of the documents that show a line: on its fiche, then where its commune, its prestation and the titre
 * add it up.
 */
function placesOfLine(line: Line, sheets: Billing["sheets"]): CellPlace[] {
  const origins = sheets.flatMap(({ provenance }) => [...(provenance?.origins.values() ?? [])]);
  const of = (kind: Origin["kind"]) =>
    origins.filter((origin) => origin.kind === kind).flatMap((origin) => amountIn(origin, line) ?? []);
  // The first cell that the titre names is its total.
  const titre = sheets.flatMap(({ key, name: sheet, names }) =>
    key === "titre" ? names.slice(0, 1).map(({ row, column }) => ({ sheet, row, column })) : [],
  );
  return [...of("line"), ...of("commune"), ...of("bases"), ...titre].map(cellPlaceOf);
}

/** Returns the cell of a row where a line is, or is added up; null when it is not. */
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

/** Returns the place of a cell of the workbook that is open, as it is told. */
export function cellPlaceOf({ sheet, row, column }: Place): CellPlace {
  return { sheet, otherFile: null, cell: cellName(row, column) };
}
