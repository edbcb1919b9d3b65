export { type Basis } from "./bases";
export { type Place, refer } from "./cells";
export { ficheColumns } from "./fiche-columns";
export { communesWithFiche, ficheKey, makeFiche } from "./fiches";
export { type JournalInput, journalColumns, journalFirstRow } from "./journal";
export { type Analyses, type Trial, addAnalyses } from "./make-analyses";
export { type SheetsInput, makeSheets, makeSheetsInSteps } from "./make-sheets";
export {
  type CellStyle,
  type ChartKind,
  type ChartSeries,
  type DataBars,
  type ModelCell,
  type ModelChart,
  type ModelRow,
  type PrintSetup,
  type SheetModel,
} from "./model";
export { type KeyedName, nameSheets } from "./names";
export { ownDocumentOf } from "./own-document";
export { payers } from "./rectificatif/lines";
export { makeRepartition } from "./repartition";
export { countFormat, shareFormat } from "./styles";
export { titreCsv } from "./titre-csv";
export { frenchWhen } from "./when";
