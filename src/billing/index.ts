export {
  actOfTypedPrices,
  analyse,
  analyseInSteps,
  blockingErrors,
  simulateGrid,
  simulateGridInSteps,
  type Analysed,
  type BlockingErrors,
} from "./analyses";
export {
  billCampaign,
  billInSteps,
  billInventory,
  billInventoryInSteps,
  type Billing,
  type BillingRequest,
} from "./bill-campaign";
export {
  billCompared,
  billComparedInSteps,
  billIssued,
  billIssuedInSteps,
  unacceptedErrors,
  type ComparedBilling,
  type ComparedRequest,
  type IssuedRequest,
  type IssuedStatement,
  type OpenedWorkbook,
} from "./other-statements";
export { lastRunOf, type LastRun } from "./past-run";
