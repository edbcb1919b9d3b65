export { allAnomalies } from "./order";
export { isBesancon, makeStatement, makeStatementInSteps } from "./make-statement";
export { fingerprint, fingerprintInSteps } from "./fingerprint";
export { anomaliesJson, toJson, type AnomalyJson, type StatementJson } from "./json";
export {
  countedUnits,
  firstSource,
  sourceNames,
  type CommuneTotal,
  type Line,
  type PrestationTotal,
  type Reconciliation,
  type SchoolTotal,
  type Split,
  type Statement,
} from "./statement";
export { partOf, sum, totalOf } from "./totals";
export { countDirections, mostMoved, type Change, type MovedCommune } from "./analyses/change";
export { controlsOf, smallClaimThreshold } from "./controls";
export type { Control, ControlId, ControlPlace, ControlResult } from "./control-subjects";
export {
  commentOf,
  countExplained,
  yearsOf,
  type ComparedCommune,
  type ComparedLine,
  type ComparedPrestation,
  type ComparedSchool,
  type Comparison,
  type Effects,
  type MissingPrice,
  type Presence,
  type Side,
} from "./analyses/comparison";
export { compareStatements, GridPair } from "./analyses/compare-statements";
export { addEffects, hasChanged } from "./analyses/effects";
export { comparisonJson, type ComparisonJson } from "./analyses/comparison-json";
export {
  rectificationJson,
  rectify,
  type Rectification,
  type RectificationJson,
  type RectificationKind,
  type RectifiedCommune,
  type RectifiedLine,
} from "./analyses/rectify";
export {
  simulate,
  simulationJson,
  type PricedUnits,
  type SimulatedCommune,
  type SimulatedPrice,
  type Simulation,
  type SimulationJson,
} from "./analyses/simulate";
