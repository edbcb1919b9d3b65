import type { SheetCells } from "../../cells";
import { message, type Anomaly, type Language } from "../../messages";
import { changedByHand, changedCells } from "../checksum";
import { journalKey, keyTaken } from "../generated-names";
import { filteredRowsOf, openedWorkbook, type OpenedWorkbook } from "../opened-workbook";
import { askWhetherCalculated, calculateAll, isNotCalculated } from "./calculation-state";
import { onceComputed } from "./once-computed";
import type { Reading, ReadingKind, Watch } from "../port";
import { faultOf } from "./excel-faults";
import { headRows } from "./mark-regions";
import { askRows, readErrors, sheetCells, type RawRows } from "./read-cells";
import { askCommentCounts, isOfComments, readComments, type CommentCounts } from "./read-comments";
import { readFacts } from "./read-facts";
import { askRowMarks, type MarkValues } from "./read-marks";
import { isInterrupted, putInOrder } from "./recover";
import { exclusively, readAreas, request, unlessTooLong, type Area } from "./requests";
import { askShape, isTooManyMerges, readMerges, usedBlock, type KnownMerges, type SheetShape } from "./sheet-shape";
import {
  generatedSheetsOf,
  idsOf,
  isStaging,
  readState,
  type GeneratedSheetState,
  type WorkbookState,
} from "./workbook-state";
import { backupName } from "./undoable";

/**
 * Reads the workbook open in Excel. The result equals that of reading its file, apart from comments and colours that
 * Excel does not give (`CellFacts`). Three requests; more when sheets are long or some cells have to be read again
 * (`readSheets`), or when an interrupted publication has to be repaired first.
 */
export function openActiveWorkbook(watch: Watch = {}, kind: ReadingKind = "whole"): Promise<Reading> {
  return exclusively(async () => {
    const report = (done: number) => watch.onProgress?.({ stage: "read", done, total: 2, sheet: null });
    let isWhole = true;
    try {
      report(0);
      let state = await readState();
      isWhole = !isInterrupted(state, watch);
      if (!isWhole) {
        await putInOrder({ keep: backupName() }, watch);
        state = await readState();
        isWhole = true;
      }
      report(1);
      const workbook = await readAll(state, kind, watch);
      report(2);
      return { ok: true, workbook };
    } catch (error) {
      return { ok: false, anomaly: faultOf(error, isWhole ? "untouched" : "unfinished") };
    }
  });
}

/** Reads all sheets except staging ones, which nobody should see. */
async function readAll(found: WorkbookState, kind: ReadingKind, watch: Watch): Promise<OpenedWorkbook> {
  const state = { ...found, sheets: found.sheets.filter(({ key }) => key === null || !isStaging(key)) };
  const { date1904 } = state;
  const file = state.file ?? message("office-unsaved-workbook", {}, language());
  const sheets = await readSheets(state, file, kind, watch);
  const generated = generatedSheetsOf(state);
  return openedWorkbook({
    cells: { file, date1904, sheets },
    sheetNames: state.sheets.map(({ name }) => name),
    generated,
    names: [...state.names, ...state.otherNames],
    anomalies: [
      ...found.keyTaken.map((sheet) => keyTaken(file, sheet)),
      // The Journal holds no formula, so its values reveal whether it was changed, except in a 1904 workbook, where
      // they are converted.
      ...(date1904 ? [] : journalChanged(generated, sheets, file)),
    ],
  });
}

function journalChanged(
  generated: readonly GeneratedSheetState[],
  sheets: readonly SheetCells[],
  file: string,
): Anomaly[] {
  const journal = generated.find(({ key }) => key === journalKey);
  const rows = sheets.find(({ name }) => name === journal?.name)?.rows;
  if (journal === undefined || rows === undefined || journal.checksum === null) return [];
  const edits = changedCells(journal.checksum, rows);
  const changed = changedByHand({ file, name: journal.name, key: journal.key }, edits, rows);
  return changed === null ? [] : [changed];
}

/**
 * Reads every sheet in one request, and the facts of its cells in another; more requests when sheets are long or have
 * many merged cells, comments, colours far down, texts that look like errors, or functions that have not answered.
 */
async function readSheets(state: WorkbookState, file: string, kind: ReadingKind, watch: Watch): Promise<SheetCells[]> {
  const read = () => readCells(state, file, kind);
  const { sheets, cells } = await (kind === "glance" ? read() : onceComputed(read, watch));
  const facts = await readFacts(
    state,
    cells,
    sheets.map(({ head }) => head),
  );
  const comments = await readComments(
    state,
    sheets.map(({ counts }) => counts),
  );
  return cells.map((sheet, index): SheetCells => {
    const [found, texts] = [facts[index]!, comments[index]];
    if (found === null) return sheet;
    const filteredRows = filteredRowsOf(sheet.hiddenRows, sheets[index]!.shape.filters);
    return { ...sheet, facts: { ...found, filteredRows, ...(texts === undefined ? {} : { comments: texts }) } };
  });
}

/** Reads the cells of every sheet, errors included. */
async function readCells(state: WorkbookState, file: string, kind: ReadingKind) {
  const sheets = await readAllRows(state, kind);
  if (kind !== "glance") lastMerges = new Map(sheets.map(({ shape: { sheet, merges } }) => [sheet.id, merges]));
  const errors = await readErrors(state, sheets);
  const cells: SheetCells[] = [];
  for (const [index, { shape, parts }] of sheets.entries())
    cells.push(await sheetCells(shape, parts, errors[index]!, file));
  return { sheets, cells };
}

/** The merged cells of each sheet in the last reading. */
let lastMerges: KnownMerges = new Map();

/** The settings of a reading, besides the rows. */
interface Asked {
  /** Merged cells already known, which are not requested. */
  readonly merges: KnownMerges;
  /** False when this Excel fails at comments. */
  readonly comments: boolean;
  /** Queues a check that results are up to date, or a recalculation. */
  readonly calculation: (workbook: Excel.Workbook) => () => void;
}

/** Reads the rows of all sheets; tries again without whatever Excel refuses. */
async function readAllRows(state: WorkbookState, kind: ReadingKind): Promise<SheetRead[]> {
  // The documents have many merged cells and are never read as an inventory: theirs are not requested.
  const unread = kind === "glance" ? state.sheets : generatedSheetsOf(state);
  const unasked: KnownMerges = new Map([
    ...(kind === "values" ? lastMerges : []),
    ...unread.map(({ id }) => [id, []] as const),
  ]);
  const calculation = kind === "glance" ? () => () => undefined : askWhetherCalculated;
  let asked: Asked = { merges: unasked, comments: true, calculation };
  for (;;)
    try {
      return await readInBlocks(state, asked);
    } catch (error) {
      if (asked.comments && isOfComments(error)) asked = { ...asked, comments: false };
      else if (isNotCalculated(error) && kind === "recalculated") asked = { ...asked, calculation: calculateAll };
      else if (asked.merges === unasked && isTooManyMerges(error)) {
        const others = idsOf(state).filter((id) => !unasked.has(id));
        asked = { ...asked, merges: new Map([...unasked, ...(await readMerges(others))]) };
      } else throw error;
    }
}

interface SheetRead {
  readonly shape: SheetShape;
  /** Its rows from the first, as consecutive parts. */
  readonly parts: readonly RawRows[];
  /** The marks of its first rows. */
  readonly head: readonly MarkValues[];
  /** How many comments it has; null when Excel does not give them. */
  readonly counts: CommentCounts | null;
}

/** Rows read with the first request: all of most sheets, a tenth of a register of 50,000 machines. */
const firstRows = 5000;
/** Excel on the web answers at most 5 MB; this leaves room for longer rows than expected. */
const bytesPerAnswer = 3_000_000;
/** A cautious first estimate, corrected by the answers. */
const bytesPerCell = 30;

/**
 * Reads the properties and first rows of every sheet, in one request if the answer is short enough; then further blocks
 * of rows, of one or several sheets, as many as an answer can hold.
 */
async function readInBlocks(state: WorkbookState, asked: Asked): Promise<SheetRead[]> {
  const first = (await readFirst(state, asked, firstRows)) ?? (await readFirst(state, asked, 0))!;
  const parts = first.map(({ rows }) => (rows === null ? [] : [rows]));
  const remaining = first.flatMap(({ shape: { block }, rows }, sheet): Area[] => {
    const top = rows?.values.length ?? 0;
    const left = block.bottom + 1 - top;
    return left > 0 ? [{ sheet, top, left: 0, rows: left, columns: block.right + 1 }] : [];
  });
  await readAreas(idsOf(state), remaining, {
    cellsPerAnswer: cellsPerAnswer(parts.flat()),
    ask: (range, { sheet }) => askRows(range, state.sheets[sheet]!, state),
    take: (areas, read) => {
      read.forEach((rows, index) => parts[areas[index]!.sheet]!.push(rows));
      return cellsPerAnswer(read);
    },
  });
  return first.map(({ rows: _, ...sheet }, index) => ({ ...sheet, parts: parts[index]! }));
}

/** Reads the properties of every sheet and its first rows; null when the answer would be too long. */
function readFirst(state: WorkbookState, { merges, comments, calculation }: Asked, rows: number) {
  return unlessTooLong(async () => {
    const { check, asked } = await request(({ workbook }) => {
      const check = calculation(workbook);
      const asked = state.sheets.map((sheet) => {
        const worksheet = workbook.worksheets.getItem(sheet.id);
        const used = usedBlock(worksheet);
        const isOurs = sheet.key !== null;
        return {
          shape: askShape({ workbook, worksheet, used }, sheet, state.tables, merges),
          rows: rows === 0 ? null : askRows(used.getIntersection(`1:${rows}`), sheet, state),
          head: isOurs ? () => [] : askRowMarks(used.getIntersection(`1:${headRows}`)),
          counts: isOurs || !comments ? () => null : askCommentCounts(worksheet),
        };
      });
      return { check, asked };
    });
    check();
    const read = asked.map(({ shape, rows, head, counts }) => ({
      ...{ shape: shape(), rows: rows?.() ?? null, head: head(), counts: counts() },
    }));
    return rows === 0 || read.every(({ rows }) => rows !== null) ? read : null;
  });
}

/** Returns the number of cells to request next, by the bytes of these rows and a margin for longer ones below. */
function cellsPerAnswer(read: readonly RawRows[]): number {
  let cells = 0;
  let bytes = 0;
  for (const { values, numberFormats } of read) {
    cells += values.length * (values[0]?.length ?? 0);
    // A sample is enough: measuring all rows would take as long as reading them.
    const step = Math.max(1, Math.floor(values.length / 200));
    for (let row = 0; row < values.length; row += step)
      bytes += step * utf8Length(JSON.stringify([values[row], numberFormats?.[row]]));
  }
  return Math.floor(bytesPerAnswer / (cells === 0 ? bytesPerCell : Math.max(4, (bytes / cells) * 1.2)));
}

const encoder = new TextEncoder();
const utf8Length = (text: string): number => encoder.encode(text).length;

/** Returns the display language of Excel, English or else French. */
function language(): Language {
  return Office.context.displayLanguage.toLowerCase().startsWith("en") ? "en" : "fr";
}
