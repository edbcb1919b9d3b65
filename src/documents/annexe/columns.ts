import type { CellStyle } from "../model";

/** Columns of « Annexe délibération », which its tables share, and their widths. */
export const widths = [30, 13, 13, 13, 13, 13, 13, 15];

export const figureColumns = {
  titre: 0,
  cagb: 1,
  commune: 2,
  total: 3,
  shares: { cagb: 4, communes: 5 },
} as const;

export const stepColumns = { step: 0, amount: 1, rise: 2, fall: 3, base: 4 } as const;

export const priceColumns = {
  prestation: 0,
  unit: 1,
  payer: 2,
  installation: { before: 3, after: 4 },
  maintenance: { before: 5, after: 6 },
  changes: 7,
} as const;

export const communeColumns = { name: 0, before: 1, after: 2, difference: 3, remark: 4 } as const;

/** A text on the right of an amount does not touch it. */
export function apart(style: CellStyle): CellStyle {
  return { ...style, indent: 1, align: "left" };
}
