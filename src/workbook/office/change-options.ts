import { sheetOfValues, type SheetCells } from "../../cells";
import {
  isOptionsSheet,
  optionsSheetName,
  planChanges,
  settingRowsAtMost,
  type OptionsChange,
  type OptionsPlan,
} from "../../options";
import { trimRows } from "../opened-workbook";
import { RowsWriting, SheetWriting, type KnownCell, type Writing } from "./options-writing";
import { Abort, codeOfFault, refused, refusedBy, type Outcome, type Watch } from "./outcomes";
import { errorsIn, takeRows } from "./read-cells";
import { exclusively, request, retry } from "./requests";
import { usedBlock } from "./sheet-shape";
import { checkAccess, readState, type SheetState, type WorkbookState } from "./workbook-state";

/** Widths of the columns of a new sheet of options, in characters. */
const widths = [24, 22, 22, 30, 18, 30];

/**
 * Changes the sheet « Options Ordiclasse », made where the workbook has none, after the user's own sheets: the rows that the
 * changes are about and no other cell, all or nothing. Three requests; more only after a fault.
 */
export function changeOptions(changes: readonly OptionsChange[], watch: Watch = {}): Promise<Outcome> {
  return exclusively(async () => {
    let writing: Writing | null = null;
    try {
      const state = await readState();
      const found = await readOptions(state, rowsBelow(changes));
      const plan = planChanges(
        found.map(({ cells }) => cells),
        changes,
      );
      if (plan.kind === "refused") return { ok: false, anomaly: plan.anomaly };
      if (plan.kind === "edit" && plan.edits.length === 0) return { ok: true };
      const sheets = found.map(({ sheet }) => sheet);
      checkAccess(state, sheets, sheets.length === 0);
      writing = writingOf(plan, state, found);
      if (!(await writing.write())) throw Abort.at("office-not-taken", sheets[0]?.name ?? optionsSheetName);
      return { ok: true };
    } catch (error) {
      if (writing === null) return refusedBy(error, "untouched");
      return finishAfterFault(writing, error, watch);
    }
  });
}

/** A sheet of options, and all that stands in it. */
interface Found {
  readonly sheet: SheetState;
  readonly cells: SheetCells;
  readonly known: (row: number, column: number) => KnownCell;
}

/** Reads the user's sheets of that name, whatever its case; `more` rows below the last one are read too. */
async function readOptions({ file, sheets }: WorkbookState, more: number): Promise<Found[]> {
  const named = sheets.filter(({ name, key }) => isOptionsSheet({ name, generatedKey: key }));
  if (named.length === 0) return [];
  const ranges = await request(({ workbook }) =>
    named.map(({ id }) => {
      const used = usedBlock(workbook.worksheets.getItem(id));
      return used.getResizedRange(more, widths.length).load("values,valueTypes,formulas,numberFormat");
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

/** Returns how many rows changes may add: one a choice or a comment, and those of every setting. */
function rowsBelow(changes: readonly OptionsChange[]): number {
  return changes.reduce((rows, { ask }) => rows + (ask === "set" ? settingRowsAtMost : 1), 0);
}

function writingOf(
  plan: Exclude<OptionsPlan, { kind: "refused" }>,
  state: WorkbookState,
  found: readonly Found[],
): Writing {
  if (plan.kind === "edit") {
    const { sheet, known } = found.find(({ cells }) => cells.name === plan.sheet)!;
    return new RowsWriting(sheet.id, plan.edits, known);
  }
  const last = state.sheets.findLastIndex(({ key }) => key === null);
  return new SheetWriting(optionsSheetName, last + 1, plan.rows, widths);
}

/** After a fault, tells whether what was asked stands whole; puts back what was begun where it does not. */
async function finishAfterFault(writing: Writing, error: unknown, watch: Watch): Promise<Outcome> {
  try {
    const stands = await retry(async () => {
      const found = await writing.check();
      if (found === "some") await writing.putBack();
      return found === "all";
    }, watch);
    return stands ? { ok: true } : refusedBy(error, "untouched");
  } catch (again) {
    const code = codeOfFault(error) ?? codeOfFault(again);
    if (code === null) throw again;
    return refused("office-options-unfinished", { code, sheet: optionsSheetName });
  }
}
