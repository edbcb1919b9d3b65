/** Messages of `src/statement`. */
export const statement = {} as const;
