/** Messages of `src/tariff`. */
export const tariff = {} as const;
