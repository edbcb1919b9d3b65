export { type AcceptedPoint } from "./accepted";
export { type Billing, type BillingRequest, billCampaign, billInSteps } from "./bill-campaign";
export { billInventoryInSteps } from "./bill-inventory";
export { type ComparedBilling, type ComparedRequest, billCompared, billComparedInSteps } from "./compared";
export {
  type IssuedRequest,
  type IssuedResult,
  type IssuedStatement,
  type OpenedWorkbook,
  billIssued,
  billIssuedInSteps,
} from "./issued";
export { type LastRun, lastRunOf } from "./last-run";
export { otherInventory } from "./other-inventory";
export { actOfTypedPrices, tryGrid, tryGridInSteps } from "./trial";
