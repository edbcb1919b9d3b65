/** What the command returns to its caller. (decisions §5) */
export const exitCodes = {
  /** Everything asked for is written. */
  done: 0,
  /** Blocking anomalies: the JSON alone is written. */
  blocked: 1,
  /** Unusable arguments or file: nothing is written. */
  unusable: 2,
} as const;

export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];
