import { columnName, quoteSheetName } from "../../cells";
import { checksumName } from "../checksum";
import {
  chartFormulas,
  isGeneratedKey,
  isGeneratedName,
  keyName,
  keyOf,
  namePrefix,
  originalsOf,
  type WorkbookName,
} from "../generated-names";
import { isStaging } from "./staging";

/** A sheet as Excel lists it. */
export interface SheetState {
  readonly id: string;
  readonly name: string;
  /** Its number in the file: the lowest was there first. */
  readonly sheetId: number;
  readonly visibility: "visible" | "hidden" | "veryHidden";
  /** One of ours; null for a user's sheet, whatever name it bears. */
  readonly key: string | null;
  /** What its cells were when it was written; null where that is not known. */
  readonly checksum: string | null;
  /** Formulas of the names that lead to its charts' rows, `='Récapitulatif'!$A$7:$A$65`, in the order of the charts. */
  readonly chartRows: readonly string[];
  /** Names of its own with our prefix; a sheet that the user copied from ours has those of its amounts too. */
  readonly ownNames: readonly string[];
  readonly isProtected: boolean;
}

export interface GeneratedSheetState extends SheetState {
  readonly key: string;
}

/** A workbook name with our prefix. */
export type OwnName = WorkbookName;

/** Which sheets there are, whose they are, and what forbids to change them. */
export interface WorkbookState {
  /** Name of its file now; null where it was never saved. */
  readonly file: string | null;
  readonly sheets: readonly SheetState[];
  /** Names that lead to our documents. */
  readonly names: readonly OwnName[];
  /** Names with our prefix that the user has given to something else. */
  readonly otherNames: readonly OwnName[];
  /** Names of the sheets that bear a key and are the user's. */
  readonly keyTaken: readonly string[];
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
    "items/id,items/name,items/tabId,items/visibility,items/protection/protected,items/names/items/name,items/names/items/formula,items/names/items/scope",
  );
  workbook.load("name");
  const names = workbook.names.load("items/name,items/formula,items/scope");
  const tables = workbook.tables.load("items/id,items/name,items/showFilterButton,items/worksheet/id");
  const protection = workbook.protection.load("protected");
  const epoch = workbook.functions.date(1904, 1, 1).load("value");
  return () =>
    withNames(prefixed(names.items.filter(({ scope }) => scope === "Workbook")), {
      file: fileNameOf(workbook.name),
      sheets: sheets.items.map((sheet) => sheetStateOf(sheet)),
      keyTaken: sheets.items
        .filter((sheet) => textOfName(namesOf(sheet), keyName) !== null && generatedKeyOf(namesOf(sheet)) === null)
        .map(({ name }) => name),
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

function sheetStateOf(sheet: Excel.Worksheet): SheetState {
  const names = namesOf(sheet);
  return {
    id: sheet.id,
    name: sheet.name,
    sheetId: sheet.tabId,
    visibility: visibilities[sheet.visibility],
    key: generatedKeyOf(names),
    checksum: textOfName(names, checksumName),
    chartRows: chartFormulas(names.map(({ name, formula }) => ({ name, formula: String(formula) }))),
    ownNames: prefixed(names).map(({ name }) => name),
    isProtected: sheet.protection.protected,
  };
}

/** The names of a sheet's own: Excel may give those of the workbook among them, and the other way round. */
function namesOf({ names }: Excel.Worksheet): Excel.NamedItem[] {
  return names.items.filter(({ scope }) => scope === "Worksheet");
}

/** The state, its names split between those that lead to our documents, in place or aside, and the user's own. */
function withNames(all: readonly OwnName[], state: Omit<WorkbookState, "names" | "otherNames">): WorkbookState {
  const documents = new Set(state.sheets.flatMap(({ key, name }) => (key === null ? [] : [name])));
  return {
    ...state,
    names: all.filter((name) => isGeneratedName(name, documents)),
    otherNames: all.filter((name) => !isGeneratedName(name, documents)),
  };
}

/** The state in which these sheets are the user's, though they bear a key. */
export function withoutKeys(state: WorkbookState, ids: ReadonlySet<string>): WorkbookState {
  const sheets = state.sheets.map((sheet) => (ids.has(sheet.id) ? { ...sheet, key: null } : sheet));
  const keyTaken = [...state.keyTaken, ...state.sheets.filter(({ id }) => ids.has(id)).map(({ name }) => name)];
  return withNames([...state.names, ...state.otherNames], { ...state, sheets, keyTaken });
}

/** « Classeur1 » has no extension until it is saved. The document's own address is no help: it stays that of its opening. */
function fileNameOf(name: string): string | null {
  return /\.\w{3,4}$/.test(name) ? name : null;
}

function prefixed(items: readonly Excel.NamedItem[]): OwnName[] {
  return items
    .filter(({ name }) => name.toUpperCase().startsWith(namePrefix))
    .map(({ name, formula }) => ({ name, formula: String(formula) }));
}

function generatedKeyOf(names: readonly Excel.NamedItem[]): string | null {
  const key = textOfName(names, keyName);
  return key !== null && (isGeneratedKey(key) || isStaging(key)) ? key : null;
}

function textOfName(names: readonly Excel.NamedItem[], wanted: string): string | null {
  const found = names.find(({ name }) => name.toUpperCase() === wanted);
  return found === undefined ? null : keyOf(String(found.formula));
}

/** The generated sheets of the workbook, one a key; what is aside or under way is not among them. */
export function generatedSheetsOf(state: WorkbookState): GeneratedSheetState[] {
  return originalsOf(state.sheets).filter(({ key }) => !isStaging(key));
}

/** A workbook name and the zero-based cell it has to lead to. */
export interface WantedName {
  readonly name: string;
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
}

/**
 * Makes our names of the workbook exactly these: those that exist lead elsewhere, so that a formula with them still works. One
 * that the user has given to something else is left to it.
 */
export function setNames(
  { names, worksheets }: Excel.Workbook,
  { names: present, otherNames, sheets }: Pick<WorkbookState, "names" | "otherNames" | "sheets">,
  wanted: readonly (WantedName | OwnName)[],
): void {
  const free = sheetToShow(sheets, present, wanted);
  if (free !== null) worksheets.getItem(free.id).activate();
  const taken = new Set(otherNames.map(({ name }) => name.toUpperCase()));
  const left = new Map(present.map((one) => [one.name.toUpperCase(), one]));
  for (const one of wanted) {
    if (taken.has(one.name.toUpperCase())) continue;
    const existing = left.get(one.name.toUpperCase());
    if (existing === undefined) names.add(one.name, formulaOfName(one));
    else if (existing.formula !== formulaOfName(one)) names.getItem(existing.name).formula = formulaOfName(one);
    left.delete(one.name.toUpperCase());
  }
  for (const { name } of left.values()) names.getItem(name).delete();
}

/**
 * The sheet to show before names are added, null where any will do. Excel refuses a name to the workbook where the sheet that
 * shows has one of its own, as a sheet that was copied from ours has; another sheet of the user's then takes its place.
 */
function sheetToShow(
  sheets: readonly SheetState[],
  present: readonly OwnName[],
  wanted: readonly (WantedName | OwnName)[],
): SheetState | null {
  const known = new Set(present.map(({ name }) => name.toUpperCase()));
  const added = new Set(wanted.map(({ name }) => name.toUpperCase()).filter((name) => !known.has(name)));
  const isInTheWay = ({ ownNames }: SheetState) => ownNames.some((name) => added.has(name.toUpperCase()));
  if (!sheets.some(isInTheWay)) return null;
  return sheets.find((one) => one.visibility === "visible" && one.key === null && !isInTheWay(one)) ?? null;
}

function formulaOfName(name: WantedName | OwnName): string {
  if ("formula" in name) return name.formula;
  return `=${quoteSheetName(name.sheet)}!$${columnName(name.column)}$${name.row + 1}`;
}
