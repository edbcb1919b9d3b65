export { comparisonSentence } from "./bridge";
export { effectNames, effectTitles } from "./columns";
export { comparisonSheets, makeComparison } from "./comparaison";
export type { ComparisonNames } from "./comparaison";
export { labelsOf } from "./context";
export type { ComparisonContext } from "./context";
export type { PlacedComparison } from "./placed";
export { errorNotes, gridNotes, remarksOfCommune } from "./remarks";
