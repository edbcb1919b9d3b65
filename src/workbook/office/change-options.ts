import { builtInConventions } from "../../tariff";
import { fold, sheetOfValues, type SheetCells } from "../../cells";
import {
  optionsSheetName,
  optionsWidths,
  planChanges,
  singleRowsAtMost,
  type OptionsChange,
  type OptionsPlan,
  type OptionsSheetOf,
} from "../../options";
import { trimRows } from "../opened-workbook";
import type { Outcome, Watch } from "../port";
import { Abort, refusedBy } from "./excel-faults";
import { errorsIn, takeRows } from "./read-cells";
import { exclusively, request } from "./requests";
import { usedBlock } from "./sheet-shape";
import { finishAfterFault, RowsWriting, SheetWriting, type KnownCell, type Writing } from "./user-sheets";
import { checkAccess, readState, type SheetState, type WorkbookState } from "./workbook-state";

/**
 * Changes the sheet « Options Ordiclasse », or adds it after the user's own sheets when there is none. Only the rows
 * that the changes concern are written, all or none. Three requests; more only after a fault.
 */
export function changeOptions(
  changes: readonly OptionsChange[],
  watch: Watch = {},
  { name = optionsSheetName(null), among = builtInConventions }: OptionsSheetOf = {},
): Promise<Outcome> {
  return exclusively(async () => {
    let writing: Writing | null = null;
    try {
      const state = await readState();
      const found = await readOptions(state, name, rowsBelow(changes));
      const plan = planChanges(
        found.map(({ cells }) => cells),
        changes,
        among,
      );
      if (plan.kind === "refused") return { ok: false, anomaly: plan.anomaly };
      if (plan.kind === "edit" && plan.edits.length === 0) return { ok: true };
      const sheets = found.map(({ sheet }) => sheet);
      checkAccess(state, sheets, sheets.length === 0);
      writing = writingOf(plan, state, found, name);
      if (!(await writing.write())) throw Abort.at("office-not-taken", sheets[0]?.name ?? name);
      return { ok: true };
    } catch (error) {
      if (writing === null) return refusedBy(error, "untouched");
      return finishAfterFault(writing, error, watch, name);
    }
  });
}

/** An options sheet and its contents. */
interface Found {
  readonly sheet: SheetState;
  readonly cells: SheetCells;
  readonly known: (row: number, column: number) => KnownCell;
}

/** Reads the user's sheets of a name, ignoring case, with `more` rows below the last one. */
async function readOptions({ file, sheets }: WorkbookState, wanted: string, more: number): Promise<Found[]> {
  const named = sheets.filter(({ name, key }) => key === null && fold(name) === fold(wanted));
  if (named.length === 0) return [];
  const ranges = await request(({ workbook }) =>
    named.map(({ id }) => {
      const used = usedBlock(workbook.worksheets.getItem(id));
      return used.getResizedRange(more, optionsWidths.length).load("values,valueTypes,formulas,numberFormat");
    }),
  );
  return ranges.map(({ values, valueTypes, formulas, numberFormat }, index) => {
    const sheet = named[index]!;
    return {
      sheet,
      cells: {
        ...sheetOfValues(
          sheet.name,
          trimRows(takeRows({ values, numberFormats: null }, errorsIn(valueTypes))),
          file ?? "",
        ),
        visibility: sheet.visibility,
      },
      known: (row, column) => ({
        value: values[row]![column],
        formula: formulas[row]![column],
        format: numberFormat[row]![column],
      }),
    };
  });
}

/** Returns the maximum number of rows that changes may add: one for each choice or comment, one for each setting. */
function rowsBelow(changes: readonly OptionsChange[]): number {
  return changes.reduce((rows, { ask }) => rows + (ask === "set" ? singleRowsAtMost : 1), 0);
}

function writingOf(
  plan: Exclude<OptionsPlan, { kind: "refused" }>,
  state: WorkbookState,
  found: readonly Found[],
  name: string,
): Writing {
  if (plan.kind === "edit") {
    const { sheet, known } = found.find(({ cells }) => cells.name === plan.sheet)!;
    return new RowsWriting(sheet.id, plan.edits, known);
  }
  const last = state.sheets.findLastIndex(({ key }) => key === null);
  return new SheetWriting({ name, rows: plan.rows, widths: optionsWidths }, last + 1);
}
