import { chartFormulas } from "../chart-names";
import { keyName, keyOf, originalsOf, ownPrefix } from "../own-key";
import { sealName } from "../seal";
import { isAside } from "./aside-keys";

/** A sheet as Excel lists it. */
export interface SheetState {
  readonly id: string;
  readonly name: string;
  /** Its number in the file: the lowest was there first. */
  readonly sheetId: number;
  readonly visibility: "visible" | "hidden" | "veryHidden";
  readonly key: string | null;
  /** What its cells were when it was written; null where that is not known. */
  readonly seal: string | null;
  /** Formulas of the names that lead to its charts' rows, `='Récapitulatif'!$A$7:$A$65`, in the order of the charts. */
  readonly chartRows: readonly string[];
  readonly isProtected: boolean;
}

export interface OwnSheetState extends SheetState {
  readonly key: string;
}

/** A workbook name with our prefix. */
export interface OwnName {
  readonly name: string;
  /** `='Titre CAGB'!$G$20`. */
  readonly formula: string;
}

/** Which sheets there are, whose they are, and what forbids to change them. */
export interface WorkbookState {
  readonly sheets: readonly SheetState[];
  readonly names: readonly OwnName[];
  readonly date1904: boolean;
  readonly isProtected: boolean;
  /** Native tables: id of the sheet, name, and whether it has filter buttons. */
  readonly tables: readonly {
    readonly id: string;
    readonly sheetId: string;
    readonly name: string;
    readonly filters: boolean;
  }[];
}

const visibilities = { Visible: "visible", Hidden: "hidden", VeryHidden: "veryHidden" } as const;

/** Queues the question; the answer is read after the request. */
export function askState(context: Excel.RequestContext): () => WorkbookState {
  const { workbook } = context;
  const sheets = workbook.worksheets.load(
    "items/id,items/name,items/tabId,items/visibility,items/protection/protected,items/names/items/name,items/names/items/formula",
  );
  const names = workbook.names.load("items/name,items/formula");
  const tables = workbook.tables.load("items/id,items/name,items/showFilterButton,items/worksheet/id");
  const protection = workbook.protection.load("protected");
  const epoch = workbook.functions.date(1904, 1, 1).load("value");
  return () => ({
    sheets: sheets.items.map((sheet) => ({
      id: sheet.id,
      name: sheet.name,
      sheetId: sheet.tabId,
      visibility: visibilities[sheet.visibility],
      key: textOfName(sheet.names.items, keyName),
      seal: textOfName(sheet.names.items, sealName),
      chartRows: chartFormulas(sheet.names.items.map(({ name, formula }) => ({ name, formula: String(formula) }))),
      isProtected: sheet.protection.protected,
    })),
    names: names.items
      .filter(({ name }) => name.toUpperCase().startsWith(ownPrefix))
      .map(({ name, formula }) => ({ name, formula: String(formula) })),
    // 1 January 1904 is day 0 of the one system, 1462 of the other.
    date1904: epoch.value === 0,
    isProtected: protection.protected,
    tables: tables.items.map((table) => ({
      id: table.id,
      sheetId: table.worksheet.id,
      name: table.name,
      filters: table.showFilterButton,
    })),
  });
}

function textOfName(names: readonly Excel.NamedItem[], wanted: string): string | null {
  const found = names.find(({ name }) => name.toUpperCase() === wanted);
  return found === undefined ? null : keyOf(String(found.formula));
}

/** The generated sheets of the workbook, one a key; what is aside or under way is not among them. */
export function ownSheetsOf(state: WorkbookState): OwnSheetState[] {
  return originalsOf(state.sheets).filter(({ key }) => !isAside(key));
}
