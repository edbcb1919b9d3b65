import { widthOf } from "../../cells";
import type { RowEdit } from "../../options";
import { isSameSheetName, type UserSheet } from "../opened-workbook";
import { officeError, refused, type Outcome, type SheetsWritten, type Watch } from "../port";
import { Abort, refusedBy } from "./excel-faults";
import { exclusively, request } from "./requests";
import { usedBlock } from "./sheet-shape";
import { finishAfterFault, RowsWriting, SheetWriting, type Writing } from "./user-sheets";
import { checkAccess, readState, type SheetState } from "./workbook-state";

/**
 * Writes sheets that belong to the user, all or none: new ones after theirs; an existing one, which `replacing` must
 * name, loses its former contents. The writing can be taken back as long as nobody has changed these sheets.
 */
export function writeSheets(
  sheets: readonly UserSheet[],
  replacing: readonly string[],
  watch: Watch = {},
): Promise<SheetsWritten> {
  return exclusively(async () => {
    let writing: Writing | null = null;
    const written = (done: Writing) => ({ ok: true, takeBack: () => takeBack(done) }) as const;
    try {
      const state = await readState();
      const found = sheets.map((sheet) => state.sheets.find(({ name }) => isSameSheetName(name, sheet.name)));
      const isKnown = (there: SheetState) =>
        there.key === null && replacing.some((name) => isSameSheetName(name, there.name));
      const present = found.filter((there) => there !== undefined);
      if (!present.every(isKnown)) throw new Abort(officeError("office-workbook-changed"));
      checkAccess(state, present, present.length < sheets.length);
      let position = state.sheets.findLastIndex(({ key }) => key === null);
      const rewritings = await readBefore(sheets, found);
      writing = new Writings(sheets.map((sheet, at) => rewritings[at] ?? new SheetWriting(sheet, ++position)));
      if (!(await writing.write())) throw Abort.at("office-not-taken", sheets[0]!.name);
      return written(writing);
    } catch (error) {
      if (writing === null) return refusedBy(error, "untouched");
      const ended = await finishAfterFault(writing, error, watch, sheets[0]!.name);
      return ended.ok ? written(writing) : ended;
    }
  });
}

/** Reads the former contents of existing sheets, so that they can be restored; null for a new sheet. */
async function readBefore(
  sheets: readonly UserSheet[],
  found: readonly (SheetState | undefined)[],
): Promise<(Writing | null)[]> {
  const read = await request(({ workbook }) =>
    found.map((there, at) => {
      if (there === undefined) return null;
      const { rows } = sheets[at]!;
      const sheet = workbook.worksheets.getItem(there.id);
      const area = sheet.getRangeByIndexes(0, 0, rows.length, Math.max(1, widthOf(rows)));
      return usedBlock(sheet).getBoundingRect(area).load("values,formulas,numberFormat");
    }),
  );
  return read.map((range, at) => {
    if (range === null) return null;
    const { values, formulas, numberFormat } = range;
    const edits = values.map((row, index): RowEdit => {
      const cells = sheets[at]!.rows[index] ?? [];
      return { row: index, column: 0, cells: row.map((_, column) => cells[column] ?? null) };
    });
    return new RowsWriting(found[at]!.id, edits, (row, column) => ({
      value: values[row]![column],
      formula: formulas[row]![column],
      format: numberFormat[row]![column],
    }));
  });
}

/** Several writings, done one after the other. */
class Writings implements Writing {
  constructor(private readonly parts: readonly Writing[]) {}

  async write(): Promise<boolean> {
    for (const part of this.parts) if (!(await part.write())) return false;
    return true;
  }

  async check(): Promise<"all" | "some" | "none"> {
    const found = new Set<"all" | "some" | "none">();
    for (const part of this.parts) found.add(await part.check());
    return found.size === 1 ? [...found][0]! : "some";
  }

  async putBack(): Promise<void> {
    for (const part of [...this.parts].reverse()) await part.putBack();
  }
}

function takeBack(writing: Writing): Promise<Outcome> {
  return exclusively(async () => {
    try {
      if ((await writing.check()) !== "all") return refused("office-sheets-changed");
      await writing.putBack();
      return { ok: true };
    } catch (error) {
      return refusedBy(error, "untouched");
    }
  });
}
