import type { Payer } from "../tariff";

/** Columns of a fiche, and their widths. */
export const ficheWidths = [32, 13.5, 8.5, 11, 12, 12.5, 12.5, 28];
export const ficheColumns = {
  quantity: 2,
  price: 3,
  installation: 4,
  maintenance: 5,
  total: 6,
  source: 7,
} as const;

/** Rows of one payer's lines, school headings and sub-totals among them, and the row of their total. */
export interface PayerRows {
  readonly first: number;
  readonly last: number;
  readonly total: number;
}

/** Zero-based rows of a fiche where each payer's totals stand. */
export type FicheRows = Readonly<Record<Payer, PayerRows>>;
