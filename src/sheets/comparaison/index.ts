export { comparisonSheets, makeComparison } from "./comparaison";
export type { ComparisonNames } from "./comparaison";
export type { ComparisonContext } from "./context";
