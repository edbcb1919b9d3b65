/** Columns of « Simulation », shared by the prices and the communes, and their widths. */
export const widths = [29, 13, 10, 13, 13, 13, 13, 13.5, 13.5, 13.5];

export const priceColumns = {
  prestation: 0,
  nature: 1,
  payer: 2,
  units: { now: 3, trial: 4 },
  price: { now: 5, trial: 6 },
  amount: { now: 7, trial: 8 },
  difference: 9,
} as const;

export const communeColumns = {
  name: 0,
  insee: 1,
  direction: 2,
  commune: { before: 3, after: 4, difference: 5 },
  cagb: { before: 6, after: 7, difference: 8 },
  total: 9,
} as const;
