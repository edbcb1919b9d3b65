export { addAnalyses, type Analyses } from "./analyses/make-analyses";
export { amountNamesOf, type AmountNames } from "./amount-names";
export { type SimulationResult } from "./analyses/simulation";
export { markRectified, statusWord, statusWordOf, type RunStatus, type StatusWord } from "./document-status";
export {
  documentHeadRows,
  generatedDocumentOf,
  ledgerOfJournal,
  makeJournalOfIssue,
  type JournalInput,
} from "./journal";
export {
  amountOf,
  clockOf,
  editionOf,
  issueOfRow,
  journalColumns,
  journalFirstRow,
  ledgerOf,
  recordBefore,
  stateName,
  whenOf,
} from "./journal-ledger";
export { type Basis } from "./kit/billed";
export { type Area, type Operation, type Place } from "./kit/formula";
export { withPageNumbers, wordsApart } from "./kit/heading";
export {
  type CellStyle,
  type ChartKind,
  type ChartSeries,
  type DataBars,
  type ModelCell,
  type ModelChart,
  type Origin,
  type PrintSetup,
  type RowRole,
  type SheetModel,
  type SideBySide,
} from "./kit/model";
export { shownValue } from "./kit/shown";
export { axisFormat, countFormat, hairColor, pageTextStyles, shareFormat } from "./kit/styles";
export { formatDateTime, stateNumber } from "./kit/texts";
export { makeSheetsInSteps } from "./make-documents";
export {
  communeOfFiche,
  documentOf,
  isAnalysis,
  isFiche,
  isOfCorrection,
  documents,
  groupOf,
  groupText,
  groups,
  paneLinks,
  type DocumentGroup,
  type DocumentId,
} from "./registry";
export {
  isSameRecord,
  conventionDigest,
  optionsDigest,
  lastRowOf,
  readRunRecord,
  runSheet,
  type KnownIssue,
  type KnownState,
  type Ledger,
  type RunFile,
  type RunSettings,
} from "./run-record";
export { keptJournal, restoredJournal, type KeptJournal } from "./kept-journal";
export { rectifiedCommunesCsv, rectifiedMailingCsv } from "./csv-rectification";
export { listNames, makeListOf, type ListName } from "./lists";
export { communesCsv, encodeCsv, mailingCsv, titreCsv, type CsvEncoding } from "./csv";
export {
  fileStart,
  isFicheFileName,
  isMarkedFileName,
  isSentFileName,
  isSentTitle,
  markedFileName,
  sentFile,
} from "./finance-names";
export { type KeyedName } from "./sheet-names";
export { unbilledIn, worthOf, type Worth } from "./point-worth";
