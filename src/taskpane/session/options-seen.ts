import { choicesOf, groupCommunes, isOptionsSheet, mergeOptions, readOptionsSheet } from "../../options";
import type { Choice, Options } from "../../options";
import type { WorkbookCells } from "../../cells";
import type { ChoiceGroup, OptionsSeen } from "./choice-types";

/** The options that workbooks give, the first of them being the one that is open. */
export function optionsSeenIn(workbooks: readonly WorkbookCells[]): OptionsSeen {
  const read = readOptionsSheet(workbooks.flatMap(({ sheets }) => sheets));
  if ("anomalies" in read) return { kind: "faulty", anomalies: read.anomalies };
  const options = mergeOptions(read.options, {});
  const [open, ...others] = workbooks;
  const sheet = open?.sheets.find(isOptionsSheet)?.name ?? null;
  const other = others.find(({ sheets }) => sheets.some(isOptionsSheet));
  return { kind: "seen", options, sheet, otherFile: other?.file ?? null, groups: groupsOf(options, open?.file ?? "") };
}

/** Rows set aside first, then communes by what they were written for, then columns. */
function groupsOf(options: Options, open: string): ChoiceGroup[] {
  const alone = (about: Choice["about"]) => choicesOf(options).filter((choice) => choice.about === about);
  const communes = groupCommunes(options.communes).map(({ choices }) =>
    choices.map((choice): Choice => ({ about: "commune", choice })),
  );
  return [...alone("row").map((one) => [one]), ...communes, ...alone("column").map((one) => [one])].map((choices) => {
    const { sheet, file } = choices[0]!.choice;
    return { choices, sheet, otherFile: file === open ? null : file, cells: choices.map(cellOf) };
  });
}

function cellOf({ about, choice }: Choice): string {
  return about === "row" ? `A${choice.row}` : choice.cell;
}
