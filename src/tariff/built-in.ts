import communes2014 from "./conventions/2014/communes.json";
import convention2014 from "./conventions/2014/convention.json";
import grid2014 from "./conventions/2014/grid.json";

/** What the product knows of a convention, as data that is not checked yet. */
interface ConventionFolder {
  /** Parties, act, term, credit line, accounts. */
  readonly convention: unknown;
  /** Prestations and prices. */
  readonly grid: unknown;
  /** Those that the debtor may claim from. */
  readonly communes: unknown;
}

/** The conventions that the product brings, oldest first: a folder of `conventions/` each, and its line here. */
export const conventionFolders: readonly ConventionFolder[] = [
  { convention: convention2014, grid: grid2014, communes: communes2014 },
];
