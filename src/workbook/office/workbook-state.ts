import { documentHeadRows, generatedDocumentOf } from "../../documents";
import { checksumName } from "../checksum";
import {
  chartPrefix,
  isGeneratedKey,
  keyIn,
  markPrefix,
  namePrefix,
  numberedFormulas,
  originalsOf,
  recordPrefix,
  splitNames,
  textOfName,
  type WorkbookName,
} from "../generated-names";
import { officeError } from "../port";
import { Abort } from "./excel-faults";
import { ownedKey, type Owner } from "./owner";
import { request } from "./requests";

/** A sheet as Excel lists it. */
export interface SheetState {
  readonly id: string;
  readonly name: string;
  /** Its creation number: the lowest is the oldest sheet. */
  readonly sheetId: number;
  readonly visibility: "visible" | "hidden" | "veryHidden";
  /** Its key when it is ours; null for a user's sheet, whatever its name. */
  readonly key: string | null;
  /** The owner of a staging sheet; null when unknown. */
  readonly owner: Owner | null;
  /** Formulas of its marks, which replace its key, in order. */
  readonly marks: readonly string[];
  /** The checksum of its cells as they were written; null when it has none. */
  readonly checksum: string | null;
  /** Formulas of the names of its charts' rows, `='Récapitulatif'!$A$7:$A$65`, in the order of the charts. */
  readonly chartRows: readonly string[];
  /** Formulas of the names that hold its run record, in order. */
  readonly record: readonly string[];
  /** Its sheet-scoped names with our prefix; a copy of one of our sheets also has names of amounts. */
  readonly ownNames: readonly string[];
  readonly isProtected: boolean;
}

/** A generated sheet as Excel lists it. */
export interface GeneratedSheetState extends SheetState {
  readonly key: string;
}

/** The sheets and names of a workbook, their ownership, and its protection. */
export interface WorkbookState {
  /** The present file name; null when the workbook was never saved. */
  readonly file: string | null;
  readonly sheets: readonly SheetState[];
  /** Names that refer to our documents. */
  readonly names: readonly WorkbookName[];
  /** The user's own names. */
  readonly otherNames: readonly WorkbookName[];
  /** Names of the user's sheets that have one of our keys. */
  readonly keyTaken: readonly string[];
  readonly date1904: boolean;
  readonly isProtected: boolean;
  /** Native tables, with the id of their sheet and whether they have filter buttons. */
  readonly tables: readonly {
    readonly id: string;
    readonly sheetId: string;
    readonly name: string;
    readonly filters: boolean;
  }[];
}

/** Reads the state of the workbook in one request, or two when some keys may not be ours. */
export async function readState(): Promise<WorkbookState> {
  const ask = await request(askState);
  const state = ask();
  const doubtful = state.sheets.filter(
    ({ key, marks, checksum }) => key !== null && marks.length === 0 && checksum === null && !isStaging(key),
  );
  return doubtful.length === 0 ? state : withoutKeys(state, await notDocuments(doubtful));
}

/** Returns the ids of sheets with a key but no checksum that do not look like a document: a user may define a key. */
async function notDocuments(sheets: readonly SheetState[]): Promise<Set<string>> {
  const asked = await request(({ workbook }) =>
    sheets.map(({ id }) => ({
      id,
      top: workbook.worksheets.getItem(id).getRange(`A1:A${documentHeadRows}`).load("values"),
    })),
  );
  return new Set(asked.flatMap(({ id, top }) => (generatedDocumentOf(top.values as string[][]) === null ? [id] : [])));
}

const visibilities = { Visible: "visible", Hidden: "hidden", VeryHidden: "veryHidden" } as const;

/** Queues a reading of the state of a workbook; the returned function gives it after the request. */
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
    withNames(written(names.items.filter(({ scope }) => scope === "Workbook")), {
      file: fileNameOf(workbook.name),
      sheets: sheets.items.map((sheet) => sheetStateOf(sheet)),
      keyTaken: sheets.items
        .filter((sheet) => keyIn(namesOf(sheet)) !== null && keyOf(namesOf(sheet)).key === null)
        .map(({ name }) => name),
      // 1 January 1904 is day 0 of the 1904 system, and day 1462 of the 1900 system.
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
    ...keyOf(names),
    marks: numberedFormulas(names, markPrefix),
    checksum: textOfName(names, checksumName),
    chartRows: numberedFormulas(names, chartPrefix),
    record: numberedFormulas(names, recordPrefix),
    ownNames: names.map(({ name }) => name),
    isProtected: sheet.protection.protected,
  };
}

/** Returns the sheet-scoped names of a sheet with our prefix. Excel may list names of the workbook among them. */
function namesOf({ names }: Excel.Worksheet): WorkbookName[] {
  const own = written(names.items.filter(({ scope }) => scope === "Worksheet"));
  return own.filter(({ name }) => name.toUpperCase().startsWith(namePrefix));
}

/** Returns a state with its names split between those that refer to our documents and the user's own. */
function withNames(all: readonly WorkbookName[], state: Omit<WorkbookState, "names" | "otherNames">): WorkbookState {
  const documents = new Set(state.sheets.flatMap(({ key, name }) => (key === null ? [] : [name])));
  const { own, others } = splitNames(all, documents);
  return { ...state, names: own, otherNames: others };
}

/** Returns a state in which the given sheets are the user's, in spite of their keys. */
function withoutKeys(state: WorkbookState, ids: ReadonlySet<string>): WorkbookState {
  const sheets = state.sheets.map((sheet) => (ids.has(sheet.id) ? { ...sheet, key: null } : sheet));
  const keyTaken = [...state.keyTaken, ...state.sheets.filter(({ id }) => ids.has(id)).map(({ name }) => name)];
  return withNames([...state.names, ...state.otherNames], { ...state, sheets, keyTaken });
}

/** Returns the file name of the workbook; null for an unsaved one, such as « Classeur1 », which has no extension. */
function fileNameOf(name: string): string | null {
  return /\.\w{3,4}$/.test(name) ? name : null;
}

function written(items: readonly Excel.NamedItem[]): WorkbookName[] {
  return items.map(({ name, formula }) => ({ name, formula: String(formula) }));
}

function keyOf(names: readonly WorkbookName[]): Pick<SheetState, "key" | "owner"> {
  const text = keyIn(names);
  if (text !== null && isStaging(text)) return ownedKey(text);
  return { key: text !== null && isGeneratedKey(text) ? text : null, owner: null };
}

/** Finds a sheet by its name or id, with its visibility, in one request; a null object when there is none. */
export function findSheet(nameOrId: string): Promise<Excel.Worksheet> {
  return request(({ workbook }) => workbook.worksheets.getItemOrNullObject(nameOrId).load("visibility"));
}

/** Returns the ids of the sheets, in the order of their tabs. */
export function idsOf({ sheets }: WorkbookState): string[] {
  return sheets.map(({ id }) => id);
}

/** Returns the generated sheets in place, one for each key; staging sheets are excluded. */
export function generatedSheetsOf(state: WorkbookState): GeneratedSheetState[] {
  return originalsOf(state.sheets).filter(({ key }) => !isStaging(key));
}

/** Throws when a sheet to be changed is protected, or the list of sheets when it changes. */
export function checkAccess(state: WorkbookState, sheets: readonly SheetState[], changesList = true): void {
  if (Office.context.document.mode === Office.DocumentMode.ReadOnly) throw new Abort(officeError("office-read-only"));
  if (changesList && state.isProtected) throw new Abort(officeError("office-protected-workbook"));
  const closed = sheets.find((sheet) => sheet.isProtected);
  if (closed !== undefined) throw Abort.at("office-protected-sheet", closed.name);
}

/** The keys of staging sheets. That of the backup sheet says which generation is whole if the pane stops. */
export const stagingKeys = {
  /** The sheet on which new content is built. */
  stage: "aside:stage",
  /** The backup sheet while the present generation is whole and current. */
  preparation: "aside:preparation",
  /** The backup sheet while the previous generation is current, and the present one may be half written. */
  publication: "aside:publication",
  /** The backup sheet while the present generation is whole and current, but its pane is still at work. */
  held: "aside:held",
  /** The backup sheet kept for an undo; the present generation is whole and current. */
  undo: "aside:undo",
} as const;

const prefixes = { aside: "aside:", prepare: "prepare:", gone: "gone:" } as const;

/** Returns the key of a new document until it is put in place. */
export const prepareKey = (key: string): string => prefixes.prepare + key;
/** Returns the key of a document to be deleted, until it is. */
export const goneKey = (key: string): string => prefixes.gone + key;

/** Returns whether a key is that of a staging sheet, or of a document not in place. */
export function isStaging(key: string): boolean {
  return Object.values(prefixes).some((prefix) => key.startsWith(prefix));
}

/** Returns whether a key is that of a staging or backup sheet, whose marks say how far a publication has gone. */
export function isBackstage(key: string | null): key is string {
  return key?.startsWith(prefixes.aside) === true;
}

const baseName = "Ordiclasse en cours";

/** Returns the name of the nth staging sheet, which identifies it even after a fault that came before its key. */
export function stagingName(number: number): string {
  return `${baseName} ${number}`;
}

/** Returns whether a name is that of a staging sheet. */
export function hasStagingName(name: string): boolean {
  return new RegExp(`^${baseName} \\d+$`).test(name);
}
