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
  /** Its number in the file: the lowest was there first. */
  readonly sheetId: number;
  readonly visibility: "visible" | "hidden" | "veryHidden";
  /** One of ours; null for a user's sheet, whatever name it bears. */
  readonly key: string | null;
  /** Whose it is, of a sheet aside; null where it does not say. */
  readonly owner: Owner | null;
  /** Formulas of the names that say so in the place of its key, in order. */
  readonly marks: readonly string[];
  /** What its cells were when it was written; null where that is not known. */
  readonly checksum: string | null;
  /** Formulas of the names that lead to its charts' rows, `='Récapitulatif'!$A$7:$A$65`, in the order of the charts. */
  readonly chartRows: readonly string[];
  /** Formulas of the names that hold its record, in order. */
  readonly record: readonly string[];
  /** Names of its own with our prefix; a sheet that the user copied from ours has those of its amounts too. */
  readonly ownNames: readonly string[];
  readonly isProtected: boolean;
}

export interface GeneratedSheetState extends SheetState {
  readonly key: string;
}

/** Which sheets there are, whose they are, and what forbids to change them. */
export interface WorkbookState {
  /** Name of its file now; null where it was never saved. */
  readonly file: string | null;
  readonly sheets: readonly SheetState[];
  /** Names that lead to our documents. */
  readonly names: readonly WorkbookName[];
  /** The others, which are the user's own. */
  readonly otherNames: readonly WorkbookName[];
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

/** Reads the state of the workbook: one request, another when a key may not be ours. */
export async function readState(): Promise<WorkbookState> {
  const ask = await request(askState);
  const state = ask();
  const doubtful = state.sheets.filter(
    ({ key, marks, checksum }) => key !== null && marks.length === 0 && checksum === null && !isStaging(key),
  );
  return doubtful.length === 0 ? state : withoutKeys(state, await notDocuments(doubtful));
}

/**
 * Returns the sheets, of those that bear a key and no checksum, that do not read as a document: anybody may define a name.
 */
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

/** Queues the question of what a workbook holds; the answer is read after the request. */
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
    ...keyOf(names),
    marks: numberedFormulas(names, markPrefix),
    checksum: textOfName(names, checksumName),
    chartRows: numberedFormulas(names, chartPrefix),
    record: numberedFormulas(names, recordPrefix),
    ownNames: names.map(({ name }) => name),
    isProtected: sheet.protection.protected,
  };
}

/** Returns the names of a sheet's own with our prefix: Excel may give those of the workbook among them, and the other way round. */
function namesOf({ names }: Excel.Worksheet): WorkbookName[] {
  const own = written(names.items.filter(({ scope }) => scope === "Worksheet"));
  return own.filter(({ name }) => name.toUpperCase().startsWith(namePrefix));
}

/** Returns the state, its names split between those that lead to our documents, in place or aside, and the user's own. */
function withNames(all: readonly WorkbookName[], state: Omit<WorkbookState, "names" | "otherNames">): WorkbookState {
  const documents = new Set(state.sheets.flatMap(({ key, name }) => (key === null ? [] : [name])));
  const { own, others } = splitNames(all, documents);
  return { ...state, names: own, otherNames: others };
}

/** Returns the state in which these sheets are the user's, though they bear a key. */
function withoutKeys(state: WorkbookState, ids: ReadonlySet<string>): WorkbookState {
  const sheets = state.sheets.map((sheet) => (ids.has(sheet.id) ? { ...sheet, key: null } : sheet));
  const keyTaken = [...state.keyTaken, ...state.sheets.filter(({ id }) => ids.has(id)).map(({ name }) => name)];
  return withNames([...state.names, ...state.otherNames], { ...state, sheets, keyTaken });
}

/** Returns the name of the workbook's file, or null: « Classeur1 » has no extension until it is saved. */
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

/** Finds a sheet by its name or its id, and tells whether it shows: one request. A null object when there is none. */
export function findSheet(nameOrId: string): Promise<Excel.Worksheet> {
  return request(({ workbook }) => workbook.worksheets.getItemOrNullObject(nameOrId).load("visibility"));
}

/** Returns the ids of the sheets, in the order of their tabs. */
export function idsOf({ sheets }: WorkbookState): string[] {
  return sheets.map(({ id }) => id);
}

/** Returns the generated sheets of the workbook, one a key; what is aside or under way is not among them. */
export function generatedSheetsOf(state: WorkbookState): GeneratedSheetState[] {
  return originalsOf(state.sheets).filter(({ key }) => !isStaging(key));
}

/** Throws when a sheet to be changed, or the list of sheets, is protected; the user's own sheets may well be. */
export function checkAccess(state: WorkbookState, sheets: readonly SheetState[], changesList = true): void {
  if (Office.context.document.mode === Office.DocumentMode.ReadOnly) throw new Abort(officeError("office-read-only"));
  if (changesList && state.isProtected) throw new Abort(officeError("office-protected-workbook"));
  const closed = sheets.find((sheet) => sheet.isProtected);
  if (closed !== undefined) throw Abort.at("office-protected-sheet", closed.name);
}

/**
 * Keys of what stands aside during a publication. The one that bears a state tells which generation is whole, whatever
 * happens to the pane meanwhile.
 */
export const stagingKeys = {
  /** The new content being built. */
  stage: "aside:stage",
  /** The previous generation; the generation in place is whole and current. */
  preparation: "aside:preparation",
  /** The previous generation, whole and current: the one in place may be half written. */
  publication: "aside:publication",
  /** The previous generation; the one in place is whole and current, and its pane still at work. */
  held: "aside:held",
  /** The previous generation, kept to undo; the one in place is whole and current. */
  undo: "aside:undo",
} as const;

const prefixes = { aside: "aside:", prepare: "prepare:", gone: "gone:" } as const;

/** Returns the key of a new sheet until it is put in place. */
export const prepareKey = (key: string): string => prefixes.prepare + key;
/** Returns the key of a sheet that the new generation does without, until it is deleted. */
export const goneKey = (key: string): string => prefixes.gone + key;

/** Returns whether a key says that its sheet is no document in place. */
export function isStaging(key: string): boolean {
  return Object.values(prefixes).some((prefix) => key.startsWith(prefix));
}

/** Returns whether a key is that of a sheet which is no document, and whose marks say how far a publication has gone. */
export function isBackstage(key: string | null): key is string {
  return key?.startsWith(prefixes.aside) === true;
}

const baseName = "Ordiclasse en cours";

/** Returns the name of the nth sheet under way: it tells what it is even when a fault came before its key. */
export function stagingName(number: number): string {
  return `${baseName} ${number}`;
}

/** Returns whether a name is that of a sheet under way. */
export function hasStagingName(name: string): boolean {
  return new RegExp(`^${baseName} \\d+$`).test(name);
}
