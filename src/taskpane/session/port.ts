import type { OptionsChange } from "../../options";
import type { SheetModel } from "../../documents";
import type {
  Added,
  OfficeReading,
  Outcome,
  Publication,
  Replacing,
  Selected,
  Tidying,
  Watch,
} from "../../workbook/office";

/** What the session asks of the workbook open in Excel; `workbook/office` is one. */
export interface WorkbookPort {
  openActiveWorkbook(watch?: Watch): Promise<OfficeReading>;
  /** All or nothing. Documents changed by hand stop it, but those that `replacing` allows, as they were shown. */
  publish(models: readonly SheetModel[], watch?: Watch, replacing?: Replacing): Promise<Publication>;
  /** Whether a generation made since the pane opened can be taken back. */
  canUndo(): boolean;
  undoPublication(watch?: Watch): Promise<Outcome>;
  /** Puts in order what an interrupted generation left. */
  tidyUp(): Promise<Tidying>;
  /** Writes choices in the sheet of options, made where there is none: their rows alone, all or nothing. */
  changeOptions(changes: readonly OptionsChange[], watch?: Watch): Promise<Outcome>;
  /** The cell that the user has chosen. */
  selectedCell(): Promise<Selected>;
  selectCell(sheet: string, cell: string): Promise<Outcome>;
  activateSheet(name: string): Promise<Outcome>;
  /** Adds a sheet of the user's own, headings in its first row, under the first name that no sheet has, and shows it. */
  addSheet(name: string, headings: readonly string[]): Promise<Added>;
  /** Opens a workbook beside this one, from the bytes of a file. */
  openNewWorkbook(bytes: Uint8Array): Promise<Outcome>;
  /** Tells of each change that somebody makes to cells, this add-in apart. Where Excel cannot tell, nothing is ever told. */
  watchChanges(onChange: () => void): Promise<void>;
  /** Tells each time that other cells are chosen, this add-in’s own choices among them. Rejects where Excel cannot tell. */
  watchSelection(onSelect: () => void): Promise<void>;
}
