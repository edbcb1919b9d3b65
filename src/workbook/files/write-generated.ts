import { writeXlsx, type WriteSheet } from "hucre/xlsx";
import { quoteSheetName } from "../../cells";
import type { SheetModel } from "../../documents";
import { areaReference } from "../addresses";
import { checksumName, checksumOf } from "../checksum";
import {
  amountNames,
  chartNames,
  formulaOfText,
  isJournalAlone,
  journalKey,
  keyName,
  numberedName,
  recordFormulas,
  recordPrefix,
  splitNames,
} from "../generated-names";
import { drawLooks } from "./draw-looks";
import { unlessDamaged, type FileRefused, type OpenWorkbook, type WorkbookSource } from "./opened-file";
import { Package } from "./package";
import { openOnSheet, placeSheet } from "./place-sheet";
import { baseFontOf, mergeStyles } from "./styles-part";
import { generatedSheetsOf, keysOfCopies, WorkbookPart, type DefinedName, type GeneratedSheet } from "./workbook-part";
import type { Document } from "./xml";

/**
 * Writes an opened workbook with its generated sheets replaced by these, as an .xlsx (.xlsm stays .xlsm). The parts of
 * the user's sheets are copied byte for byte, except for the selection of the front sheet. A sheet whose key already
 * exists keeps its position and part, so its model must have the name given in `generatedSheets`; sheets without a
 * model are removed, unless the Journal is the only model; new ones come last. Throws when models break these rules or
 * share a name, which is a bug of the caller.
 */
export async function writeGenerated(open: OpenWorkbook, models: readonly SheetModel[]): Promise<Uint8Array> {
  const pack = Package.open(await packageOf(open.source));
  const before = pack.reachable();
  const workbook = new WorkbookPart(pack, pack.workbookPath()!);
  const replaced = removeOldGeneration(open, workbook, models);
  workbook.recalculateOnOpening();
  workbook.save();
  for (const sheet of replaced.values()) pack.unlink(sheet.path);
  // Parts that only the old sheets used are removed now, so that their names are free: a second run then changes
  // nothing.
  const after = pack.reachable();
  for (const part of before) if (!after.has(part)) pack.remove(part);
  await addGeneration(pack, workbook, models, replaced, open.journalEdits);
  workbook.save();
  return pack.toBytes();
}

/** Writes as `writeGenerated` does; returns a refusal when a part that only writing needs is damaged. */
export function writeInto(
  open: OpenWorkbook,
  models: readonly SheetModel[],
): Promise<{ readonly ok: true; readonly bytes: Uint8Array } | FileRefused> {
  return unlessDamaged(open.cells.file, async () => ({ ok: true as const, bytes: await writeGenerated(open, models) }));
}

/** Removes the sheets without a model, and the names of those to be replaced; returns the latter, by key. */
function removeOldGeneration(
  open: OpenWorkbook,
  workbook: WorkbookPart,
  models: readonly SheetModel[],
): Map<string, GeneratedSheet> {
  // A sheet with a key that was read as the user's stays theirs.
  const keyed = new Set(open.cells.sheets.filter((sheet) => sheet.generatedKey !== null).map((sheet) => sheet.name));
  const sheets = workbook.sheets().map((sheet) => (keyed.has(sheet.name) ? sheet : { ...sheet, key: null }));
  const own = generatedSheetsOf(sheets);
  workbook.changeKeys(keysOfCopies(sheets));
  const wanted = new Set(models.map((model) => model.key));
  const replaced = own.filter((sheet) => wanted.has(sheet.key));
  const rest = isJournalAlone(models) ? [] : own.filter((sheet) => !wanted.has(sheet.key));
  const gone = rest.filter((sheet) => sheet.key !== journalKey);
  const named = new Set([...replaced, ...rest].map((sheet) => sheet.name));
  const names = splitNames(workbook.names(), named, models.flatMap(amountNames)).own.map(({ name }) => name);
  workbook.removeNames(new Set(replaced.map((sheet) => sheet.place)), new Set(names));
  workbook.removeSheets(new Set(gone.map((sheet) => sheet.place)));
  return new Map(replaced.map((sheet) => [sheet.key, sheet]));
}

/** The path of a new style sheet. */
const newStyles = "xl/styles.xml";

async function addGeneration(
  pack: Package,
  workbook: WorkbookPart,
  models: readonly SheetModel[],
  replaced: ReadonlyMap<string, GeneratedSheet>,
  journalEdits: OpenWorkbook["journalEdits"],
): Promise<void> {
  if (models.length === 0) return;
  const path = workbook.linkedPart("styles");
  // A link may refer to a missing style sheet, which is then written at that path.
  const styles = path === null || !pack.has(path) ? null : pack.xml(path);
  const font = styles === null ? { name: "Calibri", size: 11 } : baseFontOf(styles);
  const looks = await drawLooks(models, font);
  const moved = addStyles(pack, workbook, looks.pack, styles);
  const formats = new Map([...looks.formats].map(([style, format]) => [style, moved[format]!]));
  const taken = new Set(workbook.sheets().map(({ name }) => name.toLowerCase()));
  for (const model of models) {
    const existing = replaced.get(model.key);
    checkName(model, existing, taken);
    const target = existing?.path ?? pack.freePath("xl/worksheets/sheet#.xml");
    const charts = looks.sheets.get(model);
    const chartsSource = charts === undefined ? null : { pack: looks.pack, path: charts };
    placeSheet(pack, target, model, { formats, date1904: workbook.date1904 }, chartsSource);
    if (existing === undefined) workbook.addSheet(model.name, target);
  }
  const places = new Map(workbook.sheets().map((sheet, place) => [sheet.name, place]));
  workbook.addNames(
    models.flatMap((model) => {
      const checksum = checksumOf(model, workbook.date1904, model.key === journalKey ? journalEdits : []);
      return namesOfModel(model, places.get(model.name)!, checksum);
    }),
  );
  const front = models.find(({ isFront }) => isFront === true);
  if (front !== undefined) openOnSheet(pack, workbook, places.get(front.name)!);
}

/** Adds the styles of drawn sheets to the workbook's; returns the new index of each of their cell formats. */
function addStyles(pack: Package, workbook: WorkbookPart, drawn: Package, styles: Document | null): number[] {
  const drawnStyles = drawn.xml("xl/styles.xml");
  // A workbook without a style sheet takes the drawn one, whose indices then do not change.
  const formats = mergeStyles(styles ?? drawnStyles, drawnStyles);
  const path = workbook.linkedPart("styles");
  if (styles === null) {
    pack.setContentType(path ?? newStyles, drawn.contentType("xl/styles.xml")!);
    if (path === null) workbook.addLink("styles", newStyles);
  }
  pack.write(path ?? newStyles, styles ?? drawnStyles);
  return formats;
}

/** Throws when a model changes the name of its sheet, or gives a new one a taken name; else adds it to `taken`. */
function checkName(model: SheetModel, existing: GeneratedSheet | undefined, taken: Set<string>): void {
  if (existing !== undefined) {
    if (existing.name !== model.name)
      throw new Error(`The sheet of key ${model.key} is named « ${existing.name} »: its model says « ${model.name} ».`);
    return;
  }
  const name = model.name.toLowerCase();
  if (taken.has(name)) throw new Error(`The workbook has a sheet named « ${model.name} » already.`);
  taken.add(name);
}

/** Returns the names of a generated sheet: key, checksum, run record, print settings, rows of charts, and amounts. */
function namesOfModel(model: SheetModel, place: number, checksum: string): DefinedName[] {
  const { area, titleRows } = model.print;
  const printed = [{ name: "_xlnm.Print_Area", formula: areaReference(model.name, area.lastRow, area.lastColumn) }];
  if (titleRows !== null) {
    const rows = `$${titleRows.first + 1}:$${titleRows.last + 1}`;
    printed.push({ name: "_xlnm.Print_Titles", formula: `${quoteSheetName(model.name)}!${rows}` });
  }
  const hidden = { sheet: place, hidden: true };
  return [
    { ...hidden, name: keyName, formula: formulaOfText(model.key) },
    { ...hidden, name: checksumName, formula: formulaOfText(checksum) },
    ...recordFormulas(model).map((formula, index) => ({ ...hidden, name: numberedName(recordPrefix, index), formula })),
    ...printed.map((one) => ({ ...one, sheet: place })),
    ...chartNames(model.name, model.charts).map((one) => ({ ...one, ...hidden })),
    ...amountNames(model).map((one) => ({ ...one, sheet: null })),
  ];
}

/** Returns the .xlsx to which generated sheets are added: the opened file, or a new one with its values. */
async function packageOf(source: WorkbookSource): Promise<Uint8Array> {
  if (source.kind === "package") return source.bytes;
  const sheets = source.sheets.map((sheet): WriteSheet => {
    const cells: NonNullable<WriteSheet["cells"]> = new Map();
    sheet.rows.forEach((row, r) =>
      row.forEach((value, c) => {
        if (value instanceof Date)
          cells.set(`${r},${c}`, { value, style: { numFmt: hasTime(value) ? "dd/mm/yyyy hh:mm" : "dd/mm/yyyy" } });
        // Text stays text, even when it looks like a number or a date.
        else if (typeof value === "string" && value !== "") cells.set(`${r},${c}`, { value, style: { numFmt: "@" } });
      }),
    );
    return {
      name: sheet.name,
      rows: sheet.rows,
      cells,
      ...(sheet.merges === undefined ? {} : { merges: sheet.merges }),
    };
  });
  return writeXlsx({
    sheets: sheets.length > 0 ? sheets : [{ name: "Feuille", rows: [] }],
    properties: { modified: sameDay },
  });
}

/** A fixed date, that of the zip, instead of the current one: the same values give the same bytes. */
const sameDay = new Date(Date.UTC(1980, 0, 1));

function hasTime(date: Date): boolean {
  return date.getTime() % 86_400_000 !== 0;
}
