import { officeError, type Elsewhere, type Watch } from "../port";
import { Abort } from "./excel-faults";
import { clockAfter, isFresh, isMine } from "./owner";
import { isStaging, stagingKeys, type SheetState, type WorkbookState } from "./workbook-state";

/**
 * Minutes without a sign of life after which a pane is taken to be gone. It gives one with each request, which takes seconds: most
 * of this is for clocks, of which Windows allows five minutes between two computers of a domain.
 */
const workMinutes = 10;
/** A day at the office: what can still be undone by a pane that may be open. */
const undoMinutes = 12 * 60;

/** Returns the work of another pane on the documents of a workbook; null where none is under way. */
export function workElsewhere({ sheets }: WorkbookState, watch: Watch): Elsewhere | null {
  const last = sheets
    .filter((sheet) => sheet.key !== null && isStaging(sheet.key) && sheet.key !== stagingKeys.undo && !isMine(sheet))
    .filter(({ owner }) => isFresh(owner, workMinutes, watch))
    .map(({ owner }) => owner!)
    .sort((a, b) => (a.time < b.time ? -1 : 1))
    .at(-1);
  return last === undefined ? null : { since: clockAfter(last, 0), until: clockAfter(last, workMinutes) };
}

/** Throws where another pane is at work on the documents. */
export function stopIfElsewhere(state: WorkbookState, watch: Watch): void {
  const elsewhere = workElsewhere(state, watch);
  if (elsewhere !== null) throw new Abort(officeError("office-work-elsewhere", { ...elsewhere }));
}

/**
 * Returns whether a sheet aside is this pane's to put in order: its own; that of a pane that is gone, unless another one is at work;
 * never what another pane may still undo.
 */
export function isToOrder(sheet: SheetState, elsewhere: Elsewhere | null, watch: Watch): boolean {
  if (sheet.key === null || !isStaging(sheet.key)) return false;
  if (isMine(sheet)) return true;
  return elsewhere === null && !(sheet.key === stagingKeys.undo && isFresh(sheet.owner, undoMinutes, watch));
}

/**
 * Returns the sheets that keep generations which a new one leaves behind: this pane's own; those of others, but for the generation
 * that is replaced, which its pane may undo once the new one is undone.
 */
export function outdatedBackups({ sheets }: WorkbookState): SheetState[] {
  const backups = sheets.filter(({ key }) => key === stagingKeys.undo).sort((a, b) => a.sheetId - b.sheetId);
  const last = backups.at(-1);
  return backups.filter((sheet) => isMine(sheet) || sheet !== last);
}

/** Returns whether no sheet, no name of one and no key changed from one state to another, but for this pane's own sheets aside. */
export function isAsBefore(before: WorkbookState, after: WorkbookState): boolean {
  const facts = ({ sheets }: WorkbookState) =>
    JSON.stringify(
      sheets
        .filter((sheet) => !isMine(sheet))
        .map(({ id, name, marks, checksum, record }) => [id, name, marks, checksum, record]),
    );
  return facts(before) === facts(after);
}
