export {
  actOfTypedPrices,
  analyse,
  analyseInSteps,
  blockingErrors,
  simulateGridInSteps,
  type Analysed,
  type BlockingErrors,
} from "./analyses";
export {
  billCampaign,
  billCampaignInSteps,
  billInventory,
  billInventoryInSteps,
  makeDocuments,
  makeDocumentsInSteps,
  withDocumentsInSteps,
  type Billing,
  type BilledInventory,
  type BillingRequest,
  type HostWorkbook,
  type BillableWorkbook,
} from "./bill-campaign";
export { changedDocuments, isChangeByHand } from "./changed-documents";
export { mayBeChecked, contentOf } from "./checked-warnings";
export { markIssued, type IssueNote } from "./mark-issued";
export { issuedParams } from "./edition";
export { billComparedInSteps, billIssuedInSteps, type ComparedBilling } from "./other-statements";
export { lastRunOf, optionsOfRun, type LastRun } from "./past-run";
export { remakeRunInSteps, type Beside, type Finding, type RemadeRun } from "./remake-run";
