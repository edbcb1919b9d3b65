export { billCampaign } from "./bill-campaign";
export type { Billing, BillingRequest } from "./bill-campaign";
export { journalFirstRow } from "./journal";
export type { JournalInput } from "./journal";
export { makeSheets } from "./make-sheets";
export type { SheetsInput } from "./make-sheets";
export type { CellStyle, ModelCell, ModelChart, ModelRow, PrintSetup, SheetModel } from "./model";
export { nameSheets } from "./names";
export type { KeyedName } from "./names";
