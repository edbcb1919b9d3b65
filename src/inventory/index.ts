export { readInventory, readInventoryInSteps, recogniseInventory } from "./read-inventory";
export type { ReadingRequest } from "./request";
export type {
  ColumnMapping,
  ExclusionReason,
  Layout,
  Mapping,
  Quantity,
  Reading,
  School,
  SheetRef,
  SheetRows,
  SourceCells,
} from "./types";
