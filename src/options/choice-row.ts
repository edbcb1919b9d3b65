import type { SheetCells } from "../cells";
import type { Anomaly } from "../messages";
import type { Choice } from "./change";
import { OptionRow } from "./sheet-row";
import type { SetAsideRow } from "./types";
import {
  natureMeaningWordings,
  optionLabel,
  repeatRuleWordings,
  saidOf,
  stateMeaningWordings,
  tableUseWordings,
  wordKindWordings,
} from "./wordings";
import type { OptionLabel } from "./wordings";

/** Options that have a row for each place of a workbook, or each word, that they are about. */
const choiceLabels = ["mapping", "commune", "setAside", "word", "table", "repeat", "accepted"] as const;
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
    case "word":
      return readWord(row);
    case "table": {
      const sheet = row.text(1, "options-sheet-missing-in-table");
      const cell = row.optionalCellName(2, "options-sheet-bad-table-cell");
      const as = row.choice(tableUseWordings, 3);
      if (sheet === null || cell === undefined || as === null) return null;
      return { about: "table", choice: { ...lastOf(row), sheet, cell, as } };
    }
    case "repeat": {
      const sheet = row.text(1, "options-sheet-missing-in-repeat");
      const cell = row.optionalCellName(2, "options-sheet-bad-table-cell");
      const as = row.choice(repeatRuleWordings, 3);
      if (sheet === null || cell === undefined || as === null) return null;
      return { about: "repeat", choice: { ...lastOf(row), sheet, cell, as } };
    }
    case "accepted": {
      const cell = row.optionalCellName(2, "options-sheet-bad-table-cell");
      const code = row.text(3, "options-sheet-missing-in-accepted");
      const was = row.text(5, "options-sheet-missing-in-accepted");
      if (cell === undefined || code === null || was === null) return null;
      const [sheet, file] = [row.optionalText(1), row.optionalText(4)];
      return {
        about: "accepted",
        choice: { file: file === "" ? null : file, sheet: sheet === "" ? null : sheet, cell, code, was },
      };
    }
  }
}

/** « Mot », what is written, its kind, its meaning. */
function readWord(row: OptionRow): Choice | null {
  const word = row.text(1, "options-sheet-missing-in-word");
  const kind = row.choice(wordKindWordings, 2);
  if (word === null || kind === null) return null;
  const as =
    kind === "nature"
      ? row.choice(natureMeaningWordings, 3)
      : kind === "state"
        ? row.choice(stateMeaningWordings, 3)
        : row.text(3, "options-sheet-missing-in-word");
  return as === null ? null : { about: "word", choice: { word, kind, as: saidOf(as) } };
}

/** What every choice says last: the file that it is about, and what was written there. */
function lastOf(row: OptionRow): Pick<SetAsideRow, "file" | "was"> {
  const [file, was] = [row.optionalText(4), row.optionalText(5)];
  return { file: file === "" ? null : file, ...(was !== "" && { was }) };
}
