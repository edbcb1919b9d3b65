import { agree, inventoryTexts, knowAgreement, knowTexts } from "../messages";

export { createLabelReader, type LabelReading } from "./texts/label-reading";
export { createTextReader } from "./texts/read-text";
export { parseQuantity, readDate, shownDay } from "./texts/values";
export { campaignMentionedInSteps } from "./campaign-mentioned";
export { headingRow, isReadTable, readsNothing } from "./views/mappings";
export { readInventoryInSteps } from "./read-inventory";
export { unrecognisedSheets } from "./unrecognised-sheets";
export { controlOf, type ControlSubject } from "./point-kinds";
export { firstOf, listsSettling, pointsOf, waysOut, type Point, type PointPlace } from "./points";
export type {
  ColumnMapping,
  ColumnReason,
  ExclusionReason,
  Layout,
  Mapping,
  Quantity,
  InventoryReading,
  RowFate,
  School,
  SheetNumbers,
  SheetRef,
  SheetRows,
  SourceCells,
  TableKind,
} from "./types";
export type { WayOut } from "./ways-out";

knowTexts(inventoryTexts);
knowAgreement(agree);
