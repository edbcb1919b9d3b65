export { commentOf, countExplained, yearsOf } from "./comments";
export { compareStatements } from "./compare-statements";
export { addEffects, hasChanged } from "./effects";
export { GridPair } from "./grid-pair";
export { comparisonJson } from "./json";
export type { ComparisonJson } from "./json";
export type {
  ComparedCommune,
  ComparedLine,
  ComparedPrestation,
  ComparedSchool,
  Comparison,
  Effects,
  MissingPrice,
  Presence,
  Side,
} from "./types";
