export { makeRepartition, type Basis } from "./repartition";
export { type Place, refer } from "./kit/cells";
export { communesWithFiche, ficheColumns, ficheKey, makeFiche } from "./fiche";
export { journalColumns, journalFirstRow, generatedDocumentOf, type JournalInput } from "./journal";
export { type Analyses, type Trial, addAnalyses } from "./analyses/make-analyses";
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
} from "./kit/model";
export { type KeyedName, nameSheets } from "./names";
export { payers } from "./analyses/rectificatif";
export { countFormat, shareFormat } from "./kit/styles";
export { titreCsv } from "./titre-csv";
export { formatDateTime } from "./kit/texts";
