import { writeXlsx } from "hucre/xlsx";
import type { Anomaly } from "../../messages";
import type { SheetModel } from "../../documents";
import { journalKey } from "../own-key";
import { leaveDigitsInText } from "./digits-in-text";
import { completeDataBars } from "./draw-data-bars";
import { drawSheet } from "./draw-sheet";
import { FileFault } from "./file-fault";
import type { OpenWorkbook } from "./open-workbook";
import { ownNames } from "./own-names";
import { keysOfCopies, ownSheetsOf, type OwnSheet } from "./own-sheets";
import { Package } from "./package";
import { placeSheet } from "./place-sheet";
import { baseFontOf, mergeStyles } from "./styles-part";
import { packageOf } from "./values-package";
import { WorkbookPart } from "./workbook-part";
import { bytesOf, textOf } from "./xml";

/**
 * The opened workbook with its generated sheets replaced by exactly these, as an .xlsx (.xlsm stays .xlsm). The parts
 * of the user's sheets are copied byte for byte. A sheet whose key is there already keeps its place and its identity,
 * so its model must bear the name that `ownSheets` gave; one whose key is gone is removed; new ones come last.
 * Throws where models break that, or share a name: a bug of the caller.
 */
export async function writeGenerated(open: OpenWorkbook, models: readonly SheetModel[]): Promise<Uint8Array> {
  const pack = Package.open(await packageOf(open.source));
  const before = pack.reachable();
  const workbook = new WorkbookPart(pack, pack.workbookPath()!);
  const replaced = removeOldGeneration(open, workbook, models);
  workbook.recalculateOnOpening();
  workbook.save();
  for (const sheet of replaced.values()) pack.unlink(sheet.path);
  // What the old sheets alone led to goes now, so that the new ones find its names free: a second run changes nothing.
  const after = pack.reachable();
  for (const part of before) if (!after.has(part)) pack.remove(part);
  await addGeneration(pack, workbook, models, replaced, open.journalEdits);
  workbook.save();
  return pack.toBytes();
}

/**
 * As `writeGenerated`; a workbook of which a part that only writing looks into is damaged is an anomaly.
 */
export async function writeInto(
  open: OpenWorkbook,
  models: readonly SheetModel[],
): Promise<{ readonly ok: true; readonly bytes: Uint8Array } | { readonly ok: false; readonly anomaly: Anomaly }> {
  try {
    return { ok: true, bytes: await writeGenerated(open, models) };
  } catch (error) {
    if (!(error instanceof FileFault)) throw error;
    const { file } = open.cells;
    const params = { ...error.params, file };
    return { ok: false, anomaly: { severity: "error", code: error.code, file, sheet: null, cell: null, params } };
  }
}

/** Removes the sheets that have no model any more, and the names of those that are to be replaced; gives the latter. */
function removeOldGeneration(
  open: OpenWorkbook,
  workbook: WorkbookPart,
  models: readonly SheetModel[],
): Map<string, OwnSheet> {
  // A sheet that only bears a key, and was read as the user's, stays theirs.
  const keyed = new Set(open.cells.sheets.filter((sheet) => sheet.generatedKey !== null).map((sheet) => sheet.name));
  const sheets = workbook.sheets().map((sheet) => (keyed.has(sheet.name) ? sheet : { ...sheet, key: null }));
  const own = ownSheetsOf(sheets);
  workbook.changeKeys(keysOfCopies(sheets));
  const wanted = new Set(models.map((model) => model.key));
  const replaced = own.filter((sheet) => wanted.has(sheet.key));
  const gone = own.filter((sheet) => !wanted.has(sheet.key) && sheet.key !== journalKey);
  workbook.removeOwnNames(new Set(replaced.map((sheet) => sheet.place)), new Set(own.map((sheet) => sheet.name)));
  workbook.removeSheets(new Set(gone.map((sheet) => sheet.place)));
  return new Map(replaced.map((sheet) => [sheet.key, sheet]));
}

/** The style sheet of a workbook that has none. */
const newStyles = "xl/styles.xml";

async function addGeneration(
  pack: Package,
  workbook: WorkbookPart,
  models: readonly SheetModel[],
  replaced: ReadonlyMap<string, OwnSheet>,
  journalEdits: OpenWorkbook["journalEdits"],
): Promise<void> {
  if (models.length === 0) return;
  const stylesPath = workbook.linkedPart("styles");
  // A link may lead to a style sheet that is not there: it is then made where it was said to be.
  const styles = stylesPath === null || !pack.has(stylesPath) ? null : pack.xml(stylesPath);
  const font = styles === null ? { name: "Calibri", size: 11 } : baseFontOf(styles);
  const sheets = models.map((model) => drawSheet(model, { font, date1904: workbook.date1904 }));
  const drawn = Package.open(await writeXlsx({ sheets, stringMode: "inline", defaultFont: font }));
  const drawnStyles = drawn.xml("xl/styles.xml");
  // A workbook without a style sheet takes the drawn one, whose formats then stand for themselves.
  const formats = mergeStyles(styles ?? drawnStyles, drawnStyles);
  if (styles === null) {
    pack.setContentType(stylesPath ?? newStyles, drawn.contentType("xl/styles.xml")!);
    if (stylesPath === null) workbook.addLink("styles", newStyles);
  }
  pack.write(stylesPath ?? newStyles, styles ?? drawnStyles);
  models.forEach((model, index) => {
    const existing = replaced.get(model.key);
    checkName(model, existing, workbook);
    const target = existing?.path ?? pack.freePath("xl/worksheets/sheet#.xml");
    const path = `xl/worksheets/sheet${index + 1}.xml`;
    const part = leaveDigitsInText(textOf(drawn.read(path)), model);
    drawn.write(path, bytesOf(model.dataBars.length === 0 ? part : completeDataBars(part, model.dataBars)));
    placeSheet(pack, drawn, path, target, formats);
    if (existing === undefined) workbook.addSheet(model.name, target);
  });
  const places = new Map(workbook.sheets().map((sheet, place) => [sheet.name, place]));
  const { date1904 } = workbook;
  workbook.addNames(models.flatMap((model) => ownNames(model, places.get(model.name)!, { date1904, journalEdits })));
}

function checkName(model: SheetModel, existing: OwnSheet | undefined, workbook: WorkbookPart): void {
  if (existing !== undefined) {
    if (existing.name !== model.name)
      throw new Error(`The sheet of key ${model.key} is named « ${existing.name} »: its model says « ${model.name} ».`);
    return;
  }
  const taken = workbook.sheets().some((sheet) => sheet.name.toLowerCase() === model.name.toLowerCase());
  if (taken) throw new Error(`The workbook has a sheet named « ${model.name} » already.`);
}
