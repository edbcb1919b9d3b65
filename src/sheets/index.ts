export { billCampaign, billInSteps } from "./bill-campaign";
export type { Billing, BillingRequest, BillingResult } from "./bill-campaign";
export { billInventoryInSteps } from "./bill-inventory";
export { journalFirstRow } from "./journal";
export type { JournalInput } from "./journal";
export { makeSheets, makeSheetsInSteps } from "./make-sheets";
export type { SheetsInput } from "./make-sheets";
export type {
  CellStyle,
  ChartKind,
  ChartSeries,
  DataBars,
  ModelCell,
  ModelChart,
  ModelRow,
  PrintSetup,
  SheetModel,
} from "./model";
export { ownDocumentOf } from "./own-document";
export { nameSheets } from "./names";
export type { KeyedName } from "./names";
export { titreCsv } from "./titre-csv";
export * from "./analyses";
export * from "./explain";
export { frenchWhen } from "./when";
