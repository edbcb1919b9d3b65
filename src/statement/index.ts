export { allAnomalies, compareNames } from "./order";
export { controlsOf, smallClaimThreshold } from "./controls";
export type { Control, ControlId, ControlResult } from "./control-subjects";
export { amountsDigest, fingerprint, fingerprintInSteps } from "./fingerprint";
export { anomaliesJson, toJson, type StatementJson } from "./json";
export { isBesancon, makeStatementInSteps } from "./make-statement";
export * from "./statement";
export { partOf, sum, totalOf } from "./totals";
export {
  countDirections,
  mostChangedCommunes,
  type Change,
  type ChangedCommune,
  type Changes,
} from "./analyses/change";
export { compareStatements } from "./analyses/compare-statements";
export * from "./analyses/comparison";
export { comparisonJson, type ComparisonJson } from "./analyses/comparison-json";
export { addEffects, hasChanged } from "./analyses/effects";
export { GridPair } from "./analyses/pair-lines";
export * from "./analyses/rectify";
export * from "./analyses/simulate";
