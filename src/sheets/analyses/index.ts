export { billCompared, billComparedInSteps } from "./compared";
export type { ComparedBilling, ComparedRequest, ComparedResult } from "./compared";
export { billIssued, billIssuedInSteps } from "./issued";
export type { IssuedRequest, IssuedResult, IssuedStatement, OpenedWorkbook } from "./issued";
export { lastRunOf } from "./last-run";
export type { LastRun } from "./last-run";
export { tryGrid, tryGridInSteps } from "./trial";
export type { Trial, TrialRequest, TrialResult } from "./trial";
