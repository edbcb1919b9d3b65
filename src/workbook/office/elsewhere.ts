import { officeError, type Elsewhere, type Watch } from "../port";
import { Abort } from "./excel-faults";
import { clockAfter, isFresh, isMine } from "./owner";
import { isStaging, stagingKeys, type SheetState, type WorkbookState } from "./workbook-state";

/**
 * Minutes without a new mark after which a pane is considered gone. A pane marks each request, which takes seconds:
 * most of this delay allows for clocks, since Windows tolerates five minutes between two computers of a domain.
 */
const workMinutes = 10;
/** Half a day: as long as another pane, which may be open, can still undo its generation. */
const undoMinutes = 12 * 60;

/** Returns the work in progress of another pane on the documents; null when there is none. */
export function workElsewhere({ sheets }: WorkbookState, watch: Watch): Elsewhere | null {
  const last = sheets
    .filter((sheet) => sheet.key !== null && isStaging(sheet.key) && sheet.key !== stagingKeys.undo && !isMine(sheet))
    .filter(({ owner }) => isFresh(owner, workMinutes, watch))
    .map(({ owner }) => owner!)
    .sort((a, b) => (a.time < b.time ? -1 : 1))
    .at(-1);
  return last === undefined ? null : { since: clockAfter(last, 0), until: clockAfter(last, workMinutes) };
}

/** Throws when another pane is at work on the documents. */
export function stopIfElsewhere(state: WorkbookState, watch: Watch): void {
  const elsewhere = workElsewhere(state, watch);
  if (elsewhere !== null) throw new Abort(officeError("office-work-elsewhere", { ...elsewhere }));
}

/**
 * Returns whether this pane may clean up a staging sheet: its own, or that of a pane that is gone while no other is at
 * work; never one that another pane may still need for an undo.
 */
export function isToOrder(sheet: SheetState, elsewhere: Elsewhere | null, watch: Watch): boolean {
  if (sheet.key === null || !isStaging(sheet.key)) return false;
  if (isMine(sheet)) return true;
  return elsewhere === null && !(sheet.key === stagingKeys.undo && isFresh(sheet.owner, undoMinutes, watch));
}

/**
 * Returns the backup sheets that a new generation makes useless: this pane's own, and those of other panes except the
 * last, to which its pane may return once the new generation is undone.
 */
export function outdatedBackups({ sheets }: WorkbookState): SheetState[] {
  const backups = sheets.filter(({ key }) => key === stagingKeys.undo).sort((a, b) => a.sheetId - b.sheetId);
  const last = backups.at(-1);
  return backups.filter((sheet) => isMine(sheet) || sheet !== last);
}

/** Returns whether sheets, names and marks are the same in two states, except this pane's own staging sheets. */
export function isAsBefore(before: WorkbookState, after: WorkbookState): boolean {
  const facts = ({ sheets }: WorkbookState) =>
    JSON.stringify(
      sheets
        .filter((sheet) => !isMine(sheet))
        .map(({ id, name, marks, checksum, record }) => [id, name, marks, checksum, record]),
    );
  return facts(before) === facts(after);
}
