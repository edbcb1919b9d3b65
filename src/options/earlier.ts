import { cellAt, parseCellName, type Cell, type SheetCells } from "../cells";
import { choiceKey, choicesOf, listsOf, rowOfChoice, type Choice } from "./choices";
import { isOfOnePaper } from "./handed-on";
import { isParticular, particularWording } from "./particulars";
import type { OptionsChange } from "./plan-changes";
import { rowLabels } from "./rows";
import { settings, settingWording, type SettingName } from "./settings";
import { isRowAsRecorded, isAsRecorded, type Options, type SingleOptions } from "./types";

/** An option of another workbook that this one may take over. */
export interface EarlierOption {
  /** As the sheet of options of that workbook writes it. */
  readonly label: string;
  readonly written: readonly string[];
  readonly change: OptionsChange;
}

/** Returns the options of another workbook, without choices about places whose text differs in these sheets. */
export function withChoicesThatApply(earlier: Options, sheets: readonly SheetCells[]): Options {
  const applies = (choice: Choice) =>
    choice.about === "word" ||
    (choice.choice.file === null &&
      sheets.some((sheet) => sheet.name === choice.choice.sheet && isAsItWas(sheet, choice)));
  return { ...earlier, ...listsOf(choicesOf(earlier).filter(applies)) };
}

function isAsItWas(sheet: SheetCells, { about, choice }: Exclude<Choice, { readonly about: "word" }>): boolean {
  if (about === "row") return isRowAsRecorded(choice, sheet.rows[choice.row - 1] ?? []);
  // A choice about a whole sheet only depends on the name of the sheet.
  const place = choice.cell === null ? null : parseCellName(choice.cell);
  return place === null || isAsRecorded(choice, cellAt(sheet, place.row, place.column));
}

/**
 * Returns the options that another workbook has and this one does not, one by one, in the order of its sheet: settings
 * other than the defaults, the signatory, the particulars except those of one paper, and the choices.
 */
export function earlierOptions(earlier: Options, own: Options): EarlierOption[] {
  const known = new Set(choicesOf(own).map(choiceKey));
  const choices = choicesOf(earlier).filter((choice) => !known.has(choiceKey(choice)));
  return [
    ...earlierSettings(earlier, own),
    ...earlierSignatory(earlier, own),
    ...earlierParticulars(earlier, own),
    ...choices.map((choice): EarlierOption => {
      const [label = "", ...written] = rowOfChoice(choice).map(textOf);
      return { label, written: written.filter((text) => text !== ""), change: { ask: "choose", choice } };
    }),
  ];
}

const textOf = (cell: Cell): string => String(cell ?? "");

function setting(label: string, written: readonly string[], settings: Partial<SingleOptions>): EarlierOption {
  return { label, written, change: { ask: "set", settings } };
}

function earlierSettings(earlier: Options, own: Options): EarlierOption[] {
  return (Object.keys(settings) as SettingName[])
    .filter((name) => earlier[name] !== own[name] && earlier[name] !== settings[name].byDefault)
    .map((name) => setting(rowLabels[name], [settingWording(name, earlier[name])], { [name]: earlier[name] }));
}

function earlierSignatory({ signatory }: Options, own: Options): EarlierOption[] {
  if (signatory === null || JSON.stringify(signatory) === JSON.stringify(own.signatory)) return [];
  const { name, title, delegation } = signatory;
  return [
    setting(
      rowLabels.signatoryName,
      [name, title, delegation].filter((text) => text !== ""),
      { signatory },
    ),
  ];
}

function earlierParticulars({ particulars }: Options, own: Options): EarlierOption[] {
  return Object.entries(particulars).flatMap(([name, value]) => {
    if (!isParticular(name) || isOfOnePaper(name) || own.particulars[name] === value) return [];
    const given = { ...own.particulars, [name]: value };
    return [setting(rowLabels[name], [particularWording(name, value)], { particulars: given })];
  });
}
