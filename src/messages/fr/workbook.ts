/** Messages of `src/workbook`. */
export const workbook = {} as const;
