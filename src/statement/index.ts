export { allAnomalies, compareNames } from "./order";
export {
  controlsOf,
  smallClaimThreshold,
  usualPupils,
  type Control,
  type ControlId,
  type ControlResult,
} from "./controls";
export { amountsDigest, digestOf, fingerprint, fingerprintInSteps } from "./fingerprint";
export { anomaliesJson, toJson, type StatementJson } from "./json";
export { makeStatementInSteps } from "./make-statement";
export * from "./statement";
export { partOf, sum, totalOf } from "./totals";
export {
  countDirections,
  GridPair,
  mostChangedCommunes,
  type Change,
  type ChangedCommune,
  type Changes,
} from "./analyses/pair-lines";
export { addEffects, compareStatements } from "./analyses/compare-statements";
export * from "./analyses/comparison";
export * from "./analyses/rectify";
export * from "./analyses/rectified-shares";
export * from "./analyses/simulate";
