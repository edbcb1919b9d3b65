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
  type HostWorkbook,
  type BillableWorkbook,
} from "./bill-campaign";
export {
  billCompared,
  billComparedInSteps,
  billIssued,
  billIssuedInSteps,
  type ComparedBilling,
  type ComparedRequest,
  type IssuedRequest,
} from "./other-statements";
export { lastRunOf, type LastRun } from "./past-run";
