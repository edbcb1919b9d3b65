// The tariff of the deliberation, in cents.

/** A year of maintenance. */
export const kept = {
  portail: 527,
  pack: 21100,
  server: 26333,
  post: 3686,
  specificServer: 31518,
  specificPost: 4739,
  specificSoftware: 1053,
  printer: 1579,
} as const;

/** An installation. */
export const installed = {
  pack: 89500,
  server: 63200,
  post: 3160,
  specificServer: 94796,
  specificPost: 8426,
  specificSoftware: 2106,
  part: 2106,
} as const;
