export { readInventory, recogniseInventory } from "./read-inventory";
export type { ReadingRequest } from "./read-inventory";
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
