export {
  billCampaign,
  billInSteps,
  billInventoryInSteps,
  type AcceptedPoint,
  type Billing,
  type BillingRequest,
} from "./bill-campaign";
export {
  billCompared,
  billComparedInSteps,
  billIssued,
  billIssuedInSteps,
  type ComparedBilling,
  type ComparedRequest,
  type IssuedRequest,
  type IssuedResult,
  type IssuedStatement,
  type OpenedWorkbook,
} from "./other-statements";
export { type LastRun, lastRunOf } from "./past-run";
export { actOfTypedPrices, otherInventory, tryGrid, tryGridInSteps } from "./analyses";
