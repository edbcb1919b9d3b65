import type { WorkbookCells } from "../../cells";
import { settingsMessage } from "../../messages";
import {
  choicesOf,
  groupCommunes,
  isOptionsSheet,
  mergeOptions,
  missingParticulars,
  readOptionsSheet,
  type Choice,
  type Options,
} from "../../options";
import { conventionOfWorkbooks } from "../../tariff";
import type { ChoiceGroup, OptionsSeen } from "../state/choices";
import { labelOfMissing } from "../texts/particulars";

/** Returns the options of workbooks, or their faults; the first workbook is the one that is open. */
export function optionsSeenIn(workbooks: readonly WorkbookCells[]): Exclude<OptionsSeen, { kind: "unseen" }> {
  const own = conventionOfWorkbooks(workbooks);
  const read = readOptionsSheet(
    workbooks.flatMap(({ sheets }) => sheets),
    own?.ok === true ? [own.value] : undefined,
  );
  if (!read.ok) return { kind: "faulty", anomalies: read.error };
  const options = mergeOptions(read.value, {});
  const [open, ...others] = workbooks;
  const sheet = open?.sheets.find(isOptionsSheet)?.name ?? null;
  const other = others.find(({ sheets }) => sheets.some(isOptionsSheet));
  return {
    kind: "seen",
    options,
    sheet,
    otherFile: other?.file ?? null,
    groups: groupsOf(options, open?.file ?? ""),
    missing: missingParticulars(options, own?.ok === true ? own.value : null).map((one) => [
      one.label,
      settingsMessage(labelOfMissing(one), {}, "en"),
    ]),
  };
}

/** Groups choices: rows set aside, then communes by the text that they replace, then other choices by kind. */
function groupsOf(options: Options, open: string): ChoiceGroup[] {
  const alone = choicesOf({ ...options, communes: [] }).map((choice) => [choice]);
  const isRow = ([choice]: readonly Choice[]): boolean => choice?.about === "row";
  const communes = groupCommunes(options.communes).map(({ choices }) =>
    choices.map((choice): Choice => ({ about: "commune", choice })),
  );
  const groups = [...alone.filter(isRow), ...communes, ...alone.filter((group) => !isRow(group))];
  return groups.map((choices) => {
    const [first] = choices;
    const { sheet = null, file = null } = first === undefined || first.about === "word" ? {} : first.choice;
    return { choices, sheet, otherFile: file === open ? null : file, cells: choices.flatMap(cellsOf) };
  });
}

function cellsOf({ about, choice }: Choice): string[] {
  if (about === "word") return [];
  if (about === "row") return [`${choice.column ?? "A"}${choice.row}`];
  return choice.cell === null ? [] : [choice.cell];
}
