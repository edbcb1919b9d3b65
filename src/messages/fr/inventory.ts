/** Messages of `src/inventory`. */
export const inventory = {} as const;
