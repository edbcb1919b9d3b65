import { frenchDate } from "../cells";
import type { Grid } from "../tariff";

/** The act of a grid that may be another workbook's, or on trial, and the days it applies on. */
export function gridText({ act, from, to }: Grid): string {
  return `${act}, applicable du ${frenchDate(from)} au ${frenchDate(to)}`;
}
