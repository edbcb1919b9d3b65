import type { SheetCells, Steps, WorkbookCells } from "../../cells";
import type { Reading } from "../../inventory";
import type { JournalInput } from "../../documents";
import { fingerprintInSteps } from "../../statement";

interface SheetState {
  readonly visibility: SheetCells["visibility"];
  readonly fingerprint: string;
}

/** What the user's sheets hold, by file and name, to tell whether they changed. */
export type SourceState = ReadonlyMap<string, SheetState>;

/** The state of the user's sheets; generated ones apart. */
export function* sourceStateInSteps(workbooks: readonly WorkbookCells[]): Steps<SourceState> {
  const state = new Map<string, SheetState>();
  for (const sheet of workbooks.flatMap(({ sheets }) => sheets))
    if (sheet.generatedKey === null)
      state.set(sheetKey(sheet), { visibility: sheet.visibility, fingerprint: yield* fingerprintInSteps(sheet) });
  return state;
}

/** The fingerprint of a sheet; undefined where it is not there. */
export function fingerprintIn(state: SourceState, file: string, name: string): string | undefined {
  return state.get(sheetKey({ file, name }))?.fingerprint;
}

function sheetKey({ file, name }: { readonly file: string; readonly name: string }): string {
  return `${file}\n${name}`;
}

export function sameSource(one: SourceState, other: SourceState): boolean {
  return (
    one.size === other.size &&
    [...one].every(([name, { visibility, fingerprint }]) => {
      const sheet = other.get(name);
      return sheet?.visibility === visibility && sheet.fingerprint === fingerprint;
    })
  );
}

/** Those of the sheets that a reading is made of, as the journal writes them. */
export function fingerprintsOf(reading: Reading, state: SourceState): JournalInput["fingerprints"] {
  return reading.rows.flatMap(({ sheet }) => {
    const read = state.get(sheetKey(sheet));
    return read === undefined ? [] : [{ file: sheet.file, sheet: sheet.name, fingerprint: read.fingerprint }];
  });
}
