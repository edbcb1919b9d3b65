import type { SheetCells } from "../cells";
import type { Anomaly } from "../messages";
import type { Choice } from "./change";
import { OptionRow } from "./sheet-row";
import type { SetAsideRow } from "./types";
import { optionLabel } from "./wordings";
import type { OptionLabel } from "./wordings";

/** Options that have a row for each place of a workbook that they are about. */
const choiceLabels = ["mapping", "commune", "setAside"] as const;
type ChoiceLabel = (typeof choiceLabels)[number];

export function isChoiceLabel(label: OptionLabel): label is ChoiceLabel {
  return choiceLabels.some((one) => one === label);
}

/** The choice that a zero-based row of the options sheet writes; null where it writes none, or badly. */
export function choiceAt(sheet: SheetCells, row: number, column: number): Choice | null {
  const faults: Anomaly[] = [];
  const written = new OptionRow(sheet, row, column, faults);
  const label = optionLabel(written.option);
  return label !== null && isChoiceLabel(label) ? readChoice(written, label) : null;
}

/** The choice of a row; null with its faults told. */
export function readChoice(row: OptionRow, label: ChoiceLabel): Choice | null {
  switch (label) {
    case "mapping": {
      const sheet = row.text(1, "options-sheet-missing-in-mapping");
      const cell = row.cellName(2, "options-sheet-bad-cell");
      const as = row.text(3, "options-sheet-missing-in-mapping");
      if (sheet === null || cell === null || as === null) return null;
      return { about: "column", choice: { ...lastOf(row), sheet, cell, as } };
    }
    case "commune": {
      const sheet = row.text(1, "options-sheet-missing-in-commune");
      const cell = row.cellName(2, "options-sheet-bad-commune-cell");
      const commune = row.text(3, "options-sheet-missing-in-commune");
      if (sheet === null || cell === null || commune === null) return null;
      return { about: "commune", choice: { ...lastOf(row), sheet, cell, commune } };
    }
    case "setAside": {
      const sheet = row.text(1, "options-sheet-missing-in-set-aside");
      const number = row.rowNumber(2);
      const reason = row.text(3, "options-sheet-missing-in-set-aside");
      if (sheet === null || number === null || reason === null) return null;
      return { about: "row", choice: { ...lastOf(row), sheet, row: number, reason } };
    }
  }
}

/** What every choice says last: the file that it is about, and what was written there. */
function lastOf(row: OptionRow): Pick<SetAsideRow, "file" | "was"> {
  const [file, was] = [row.optionalText(4), row.optionalText(5)];
  return { file: file === "" ? null : file, ...(was !== "" && { was }) };
}
