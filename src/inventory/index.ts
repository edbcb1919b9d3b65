import { inventoryTexts, knowTexts } from "../messages";

export { parseQuantity, readDate } from "./words/values";
export { isReadTable, readInventoryInSteps, unrecognisedSheets } from "./read-inventory";
export { pointsOf, wayOut, type Point, type PointPlace, type WayOut } from "./points";
export {
  readsNothing,
  type ColumnMapping,
  type ColumnReason,
  type ExclusionReason,
  type Layout,
  type Mapping,
  type Quantity,
  type InventoryReading,
  type RowFate,
  type School,
  type SheetNumbers,
  type SheetRef,
  type SheetRows,
  type SourceCells,
  type TableFates,
  type TableKind,
} from "./types";

knowTexts(inventoryTexts);
