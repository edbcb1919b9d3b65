/** Columns of « Rectificatif », shared by its tables, and their widths. */
export const widths = [33, 25, 12, 11, 9, 13, 13, 13.5, 14.5, 14.5, 14, 22];

export const lineColumns = {
  school: 0,
  prestation: 1,
  nature: 2,
  payer: 3,
  quantity: { issued: 4, corrected: 5 },
  price: { issued: 6, corrected: 7 },
  amount: { issued: 8, corrected: 9 },
  difference: 10,
  source: 11,
} as const;

export const communeColumns = {
  name: 0,
  insee: 1,
  commune: { before: 5, difference: 6, after: 7 },
  cagb: { before: 8, difference: 9, after: 10 },
} as const;

export const totalColumns = { before: 8, difference: 9, after: 10 } as const;
