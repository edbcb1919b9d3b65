/** Messages of `src/options`. */
export const options = {} as const;
