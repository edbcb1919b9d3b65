export { type Analyses, addAnalyses } from "./analyses/make-analyses";
export { type SimulationResult } from "./analyses/simulation";
export {
  type JournalInput,
  documentHeadRows,
  generatedDocumentOf,
  ledgerOfJournal,
  makeJournalOfIssue,
} from "./journal";
export { journalColumns, journalFirstRow } from "./journal-columns";
export { amountOf, editionOf, isIssueRow, ledgerOf, stateName, whenOf } from "./journal-ledger";
export { type Basis } from "./kit/bases";
export { type Area, type Operation, type Place } from "./kit/formula";
export {
  type CellStyle,
  type ChartKind,
  type ChartSeries,
  type DataBars,
  type ModelCell,
  type ModelChart,
  type ModelRow,
  type PrintSetup,
  type RowRole,
  type SheetModel,
} from "./kit/model";
export { type Origin } from "./kit/provenance";
export { axisFormat, countFormat, hairColor, shareFormat } from "./kit/styles";
export { stateNumber } from "./kit/parties";
export { formatDateTime } from "./kit/texts";
export { type SheetsInput, makeSheetsInSteps } from "./make-documents";
export { type KeyedName, nameSheets } from "./names";
export { type DocumentId, communeOfFiche, documentOf, documents } from "./registry";
export { lastRowOf, readRunRecord, type KnownIssue, type KnownState, type Ledger, type RunFile } from "./run-record";
export { communesCsv, ficheFileName, mailingCsv } from "./communes-csv";
export { encodeCsv, type CsvEncoding } from "./csv";
export { fileStart, pieceFileName, stateFileName, titreCsv } from "./titre-csv";
