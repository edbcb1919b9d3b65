import { cellName, type Cell, type CellBlock } from "../../../../src/cells";
import { HostError } from "../../host-object";
import { Calculation } from "../formula/calculation";
import type { CustomFunctions } from "../formula/custom-calls";
import { orphaned, renamed, sameName } from "../formula/references";
import type { Area } from "./area";
import { columnOf, rowOf } from "./cell";
import type { HostName } from "./name";
import { HostSheet } from "./sheet";
import { checkSheetName } from "./sheet-name";
import type { HostTable } from "./table";

/** A change that Excel tells add-ins of. */
interface Change {
  readonly sheet: HostSheet;
  readonly block: CellBlock;
}

/** The workbook open in Excel: everything that the objects on the wire look at. */
export class HostBook {
  readonly sheets: HostSheet[] = [];
  readonly names: HostName[] = [];
  isProtected = false;
  /** Font of the workbook's « Normal » style. */
  baseFont: { readonly name: string; readonly size: number } = { name: "Calibri", size: 11 };
  culture = { name: "fr-FR", decimal: ",", group: "\u202F" };
  /** True: as before 2022, a list of addresses has the separator of the locale and no other (tracker 1167, 1985). */
  takesOwnSeparatorAlone = false;
  /** How often the list of what can be undone was emptied, as some calls do on Windows (tracker 5918). */
  undoEmptied = 0;
  /** « Manual »: formulas are computed when they are typed, then when somebody asks. */
  calculationMode = "Automatic";
  /** True: the state of calculation is told pending for ever (tracker 3319, 2883). */
  isCalculationStuck = false;
  customFunctions: CustomFunctions | null = null;
  /** What a blank cell is to a custom function: null in Excel on the web, 0 on a desktop. */
  blankArgument: Cell = null;
  /** True: an Excel in which neither a copy nor a clearing of cells touches their conditional formats. */
  formatsStay = false;
  /** True: another workbook is in front, and what needs a window of this one is refused. */
  anotherInFront = false;
  /** True: an Excel in which a name is added to a workbook in front alone: else, it is not found (tracker 2078). */
  addingNamesNeedsFront = false;
  /** True: an Excel in which the names of a sheet need this workbook in front too (tracker 6365). */
  namesNeedFront = false;
  /** Which names a list holds: its own; a sheet's, those of the workbook too (tracker 1011); the workbook's, those of sheets. */
  namesTold: "own" | "with-workbook" | "with-sheets" = "own";
  /** True: number formats are told in French, those of dates and « Standard » (tracker 2824: seen on the web, of dates). */
  formatsAreLocal = false;
  /** True: what is told of the rows and the columns of a range is told of its own cells, not of whole rows and columns. */
  propertiesOfRange = false;
  /** True: an Excel that fails at comments. */
  commentsFail = false;
  /**
   * True: lines that are drawn on merged cells are lost, and so is the look of cells that are merged where the first is blank
   * (tracker 6405: the first on the web, a fill everywhere).
   */
  mergesLoseLooks = false;
  /** True: rows taken back to the usual height get another one (articles: on the web, 14.25 points for 14). */
  standardHeightIsOff = false;
  /** What `values` tells of a function that has not answered (tracker 5865: #CALC! was seen). */
  waitingValue: "#BUSY!" | "#CALC!" = "#BUSY!";
  /** True: panes are not frozen (tracker 2196, 2014: some builds, some files). */
  noFreeze = false;
  /** True: no printer is installed, and how pages are printed cannot be set. */
  noPrinter = false;
  /** True: a number of pages across, set alone, is for one page down too (tracker 1860). */
  widthAloneFitsOnePage = false;
  /** Sheets whose next number of pages is not taken, without a refusal (tracker 1860: some Excels, away from the page layout). */
  readonly pagesMissed = new Set<HostSheet>();
  /** Told of each change of contents. */
  onChange: ((change: Change) => void) | null = null;
  readonly calculation = new Calculation(this);
  private activeSheet: HostSheet | null = null;
  private selected: Area | null = null;
  private lastTabId = 0;
  private counters = { sheet: 0, table: 0, chart: 0, dataBars: 0 };

  constructor(
    /** Its name now: « Enregistrer sous » changes it, not the address that the document was opened with (tracker 1507). */
    public file: string,
    readonly date1904: boolean,
  ) {}

  get active(): HostSheet {
    const { activeSheet } = this;
    return activeSheet !== null && !activeSheet.isDeleted ? activeSheet : this.firstVisible();
  }

  get selection(): Area {
    const { selected, active } = this;
    return selected !== null && selected.sheet === active
      ? selected
      : { sheet: active, top: 0, left: 0, bottom: 0, right: 0 };
  }

  /** Refuses what needs this workbook to be in front (articles, « API limitations when the active workbook switches »). */
  assertInFront(code: "GeneralException" | "InvalidSelection" = "GeneralException"): void {
    if (this.anotherInFront) throw new HostError(code, "Another workbook is in front.");
  }

  activate(sheet: HostSheet): void {
    this.assertInFront();
    if (sheet.visibility !== "Visible") throw new HostError("InvalidOperation", `« ${sheet.name} » is hidden.`);
    this.activeSheet = sheet;
  }

  select(area: Area): void {
    this.activate(area.sheet);
    this.selected = area;
  }

  findSheet(name: string): HostSheet | null {
    return (
      this.sheets.find((sheet) => sheet.name === name) ?? this.sheets.find((one) => sameName(one.name, name)) ?? null
    );
  }

  /** A name as a formula of a sheet sees it: the sheet's own wins. */
  findName(name: string, sheet: HostSheet): HostName | null {
    return [...sheet.names, ...this.names].find((one) => sameName(one.name, name)) ?? null;
  }

  allTables(): HostTable[] {
    return this.sheets.flatMap((sheet) => sheet.tables);
  }

  /** Adds a blank sheet after the others. */
  addSheet(name?: string): HostSheet {
    this.assertInFront();
    this.assertStructure();
    let wanted = name;
    for (let number = this.sheets.length + 1; wanted === undefined; number++)
      if (this.findSheet(`Feuil${number}`) === null) wanted = `Feuil${number}`;
    checkSheetName(wanted, this.sheets);
    return this.insertSheet(wanted);
  }

  /** For the opening of a file, which holds what it holds. */
  insertSheet(name: string, place = this.sheets.length): HostSheet {
    const number = (++this.counters.sheet).toString(16).toUpperCase().padStart(8, "0");
    const sheet = new HostSheet(this, `{${number}-0001-0000-0000-000000000000}`, name);
    sheet.tabId = this.lastTabId = Math.max(this.lastTabId, ...this.sheets.map(({ tabId }) => tabId)) + 1;
    this.sheets.splice(place, 0, sheet);
    return sheet;
  }

  /** Deletes a sheet: what pointed at it points nowhere. */
  deleteSheet(sheet: HostSheet): void {
    this.assertInFront("InvalidSelection");
    this.assertStructure();
    if (sheet.visibility === "VeryHidden") throw new HostError("InvalidOperation", `« ${sheet.name} » is very hidden.`);
    this.assertOtherVisible(sheet);
    sheet.isDeleted = true;
    this.sheets.splice(this.sheets.indexOf(sheet), 1);
    for (const on of this.sheets)
      for (const [place, { text }] of [...on.grid.formulas]) {
        const [row, column] = [rowOf(place), columnOf(place)];
        const left = orphaned(text, sheet.name);
        if (left === text) continue;
        on.grid.setFormula(row, column, left);
        this.calculation.changed(on, { top: row, left: column, bottom: row, right: column });
      }
    this.rewriteNames((formula) => orphaned(formula, sheet.name));
  }

  renameSheet(sheet: HostSheet, name: unknown): void {
    this.assertStructure();
    checkSheetName(name, this.sheets, sheet);
    const before = sheet.name;
    sheet.name = name;
    if (before === name) return;
    for (const { grid } of this.sheets) grid.respellFormulas((formula) => renamed(formula, before, name));
    this.rewriteNames((formula) => renamed(formula, before, name));
  }

  /** Refuses to hide or delete the last sheet that shows. */
  assertOtherVisible(sheet: HostSheet): void {
    if (!this.sheets.some((other) => other !== sheet && other.visibility === "Visible"))
      throw new HostError("InvalidOperation", "A workbook shows at least one sheet.");
  }

  assertStructure(): void {
    if (this.isProtected) throw new HostError("AccessDenied", "The workbook is protected.");
  }

  /** Tells that contents changed: results that depend on them, and who listens. */
  changed(sheet: HostSheet, block: CellBlock): void {
    this.calculation.changed(sheet, block);
    this.onChange?.({ sheet, block });
  }

  newId(kind: "table" | "chart" | "dataBars"): string {
    const number = ++this.counters[kind];
    if (kind === "table") return String(number);
    const family = kind === "chart" ? "0002" : "0003";
    return `{${number.toString(16).toUpperCase().padStart(8, "0")}-${family}-0000-0000-000000000000}`;
  }

  /** `[parc.xlsx]Parc!B4`: who calls a custom function. */
  addressOf({ sheet, place }: { readonly sheet: HostSheet; readonly place: number }): string {
    return `[${this.file}]${sheet.name}!${cellName(rowOf(place), columnOf(place))}`;
  }

  private firstVisible(): HostSheet {
    return this.sheets.find((sheet) => sheet.visibility === "Visible") ?? this.sheets[0]!;
  }

  private rewriteNames(change: (formula: string) => string): void {
    for (const { names } of [this, ...this.sheets]) for (const name of names) name.formula = change(name.formula);
    this.calculation.changedNames();
  }
}
