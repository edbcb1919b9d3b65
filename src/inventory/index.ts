import { inventoryTexts, knowTexts } from "../messages";

export { readDate } from "./read/date";
export { isReadTable } from "./mapping";
export { readInventory, readInventoryInSteps, recogniseInventory } from "./read-inventory";
export { pointsOf } from "./points/points";
export type { Point } from "./points/points";
export type { PointPlace } from "./points/places";
export { wayOut } from "./points/ways-out";
export type { WayOut } from "./points/ways-out";
export { readQuantity } from "./read/quantity";
export type { ReadingRequest } from "./request";
export { untakenSheets } from "./untaken";
export type { UntakenSheet, WhyUntaken } from "./untaken";
export { readsNothing } from "./types";
export type {
  ColumnMapping,
  ColumnReason,
  ExclusionReason,
  Layout,
  Mapping,
  Quantity,
  Reading,
  RowFate,
  School,
  SheetRef,
  SheetNumbers,
  SheetRows,
  SourceCells,
  TableFates,
  TableKind,
} from "./types";

knowTexts(inventoryTexts);
