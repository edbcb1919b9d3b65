import { cellAt, isBlankRow, type Cell, type SheetCells } from "../cells";
import type { Anomaly } from "../messages";
import { builtInConventions } from "../tariff";
import {
  choiceKey,
  choiceOfRow,
  choicesOf,
  commentKey,
  commentKind,
  isChoiceName,
  listsOf,
  rowOfChoice,
  type Choice,
  type Conventions,
} from "./choices";
import { itemOfRow, rowOfItem } from "./fields";
import { isMeantAmong } from "./meant";
import { findHeader, isOptionsSheet, readOptionsSheet } from "./read-sheet";
import { particularRows, particularWording, type ParticularName } from "./particulars";
import { rowLabels, rowNamed, signatoryRows, type RowName } from "./rows";
import { settings, settingWording, type SettingName } from "./settings";
import { OptionRow, optionsHeaders } from "./sources";
import { defaultOptions, type Options, type SingleOptions, type Signatory, type VarianceComment } from "./types";
/** The name of a new options sheet, and the conventions whose members it may name; those built in by default. */
export interface OptionsSheetOf {
  readonly name?: string;
  readonly among?: Conventions | undefined;
}

/** A change to the sheet « Options Ordiclasse ». */
export type OptionsChange =
  | { readonly ask: "set"; readonly settings: Partial<SingleOptions> }
  /** Adds a choice, in the row of any former choice about the same thing. */
  | { readonly ask: "choose"; readonly choice: Choice }
  | { readonly ask: "take-back"; readonly choice: Choice }
  /** Adds a comment, in the row of any former comment on the same difference; an empty text removes it. */
  | { readonly ask: "comment"; readonly comment: VarianceComment };

/** Returns the options after some changes. */
export function changedOptions(
  options: Options,
  changes: readonly OptionsChange[],
  among: Conventions = builtInConventions,
): Options {
  return changes.reduce((known, change) => {
    if (change.ask === "set") return { ...known, ...change.settings };
    if (change.ask === "comment") return { ...known, comments: commentsAfter(known.comments, change.comment, among) };
    const key = choiceKey(change.choice);
    const others = choicesOf(known).filter((one) => choiceKey(one) !== key);
    return { ...known, ...listsOf(change.ask === "choose" ? [...others, change.choice] : others) };
  }, options);
}

function commentsAfter(
  comments: readonly VarianceComment[],
  asked: VarianceComment,
  among: Conventions,
): VarianceComment[] {
  const others = comments.filter((one) => commentKey(one, among) !== commentKey(asked, among));
  return asked.text === "" ? others : [...others, asked];
}

/**
 * Returns the rows of the sheet « Options Ordiclasse » for some options, headers first, which `readOptionsSheet` can
 * read back. Single options are all written, so that the sheet shows what can be chosen, except those without a meaning
 * under the conventions.
 */
export function optionsSheetRows(options: Options, among: Conventions = builtInConventions): Cell[][] {
  return [
    [...optionsHeaders],
    ...singleValues(options, among).map(([name, value]) => [rowLabels[name], value]),
    ...options.sharingKeys.flatMap(({ school, commune, shares }) =>
      shares.map((share) => [rowLabels.sharingKey, school, commune, share.commune, share.weight]),
    ),
    ...choicesOf(options).map(rowOfChoice),
    ...options.comments.map(rowOfComment),
  ];
}

/** The maximum number of rows of single options. */
export const singleRowsAtMost = [settings, signatoryRows, particularRows].flatMap(Object.keys).length;

/** Returns the given single options that have a meaning, in the wording of the sheet. */
function singleValues(given: Partial<SingleOptions>, among: Conventions): [RowName, string | null][] {
  const values: [RowName, string | null][] = [];
  for (const name of Object.keys(settings) as SettingName[]) {
    const value = given[name];
    if (value !== undefined) values.push([name, settingWording(name, value)]);
  }
  const { signatory } = given;
  if (signatory !== undefined)
    for (const [row, field] of Object.entries(signatoryRows) as [keyof typeof signatoryRows, keyof Signatory][])
      values.push([row, signatory?.[field] || null]);
  const { particulars } = given;
  if (particulars !== undefined)
    for (const name of Object.keys(particularRows) as ParticularName[]) {
      const value = particulars[name];
      values.push([name, value === undefined ? null : particularWording(name, value)]);
    }
  return values.filter(([name]) => isMeantAmong(name, among));
}

function rowOfComment(comment: VarianceComment): Cell[] {
  return rowOfItem(commentKind, rowLabels.comment, comment);
}

/** Cells to write in a row, from a zero-based place; null clears. */
export interface RowEdit {
  readonly row: number;
  readonly column: number;
  readonly cells: readonly Cell[];
}

/** What changes write in the options sheet. */
export type OptionsPlan =
  /** The workbook has no such sheet yet: its rows, headers first. */
  | { readonly kind: "create"; readonly rows: readonly (readonly Cell[])[] }
  /** In the order of rows; empty when nothing changes. */
  | { readonly kind: "edit"; readonly sheet: string; readonly edits: readonly RowEdit[] }
  /** The sheet cannot be read, or could not be read after the changes. */
  | { readonly kind: "refused"; readonly anomaly: Anomaly };

/**
 * Plans what changes write in the sheet « Options Ordiclasse » of a workbook: only the rows that they concern. The
 * result always reads back as requested.
 */
export function planChanges(
  sheets: readonly SheetCells[],
  changes: readonly OptionsChange[],
  among: Conventions = builtInConventions,
): OptionsPlan {
  const before = readOptionsSheet(sheets, among);
  if (!before.ok) return { kind: "refused", anomaly: before.error[0]! };
  const sheet = sheets.find(isOptionsSheet);
  if (sheet === undefined)
    return { kind: "create", rows: optionsSheetRows(changedOptions(defaultOptions, changes, among), among) };
  const draft = new Draft(sheet, among);
  for (const change of changes) draft.apply(change);
  const after = readOptionsSheet(
    sheets.map((one) => (one === sheet ? draft.sheet() : one)),
    among,
  );
  if (!after.ok) return { kind: "refused", anomaly: after.error[0]! };
  return { kind: "edit", sheet: sheet.name, edits: draft.edits() };
}

const width = optionsHeaders.length;

/** The sheet while changes are made to it. */
class Draft {
  private readonly rows: Cell[][];
  private readonly column: number;
  private readonly top: number;

  constructor(
    private readonly source: SheetCells,
    private readonly among: Conventions,
  ) {
    const header = findHeader(source)!;
    this.rows = source.rows.map((cells) => [...cells]);
    this.column = header.column;
    this.top = header.row + 1;
  }

  apply(change: OptionsChange): void {
    if (change.ask === "set")
      for (const [name, value] of singleValues(change.settings, this.among)) this.set(name, value);
    else if (change.ask === "comment") {
      const { comment } = change;
      this.put(this.rowsOn(comment), comment.text === "" ? null : rowOfComment(comment));
    } else this.put(this.rowsAbout(change.choice), change.ask === "choose" ? rowOfChoice(change.choice) : null);
  }

  /** Writes cells in the first of some rows and clears the others; null clears them all. */
  private put([first, ...others]: readonly number[], cells: readonly Cell[] | null): void {
    for (const row of others) this.write(row, blankRow);
    if (cells !== null) this.write(first ?? this.next(), cells);
    else if (first !== undefined) this.write(first, blankRow);
  }

  sheet(): SheetCells {
    return { ...this.source, rows: this.rows };
  }

  /** Returns the changed cells as runs, from the first to the last in each row. */
  edits(): RowEdit[] {
    return this.rows.flatMap((cells, row): RowEdit[] => {
      const differ = Array.from({ length: width }, (_cell, index) => this.column + index).filter(
        (column) => (cells[column] ?? null) !== cellAt(this.source, row, column),
      );
      if (differ.length === 0) return [];
      const [from, to] = [differ[0]!, differ.at(-1)!];
      return [{ row, column: from, cells: Array.from({ length: to - from + 1 }, (_, at) => cells[from + at] ?? null) }];
    });
  }

  private set(name: RowName, value: string | null): void {
    const [row] = this.rowsThat((one) => rowNamed(one.option) === name);
    if (row !== undefined) this.write(row, [value], 1);
    else if (value !== null) this.write(this.next(), [rowLabels[name], value]);
  }

  private rowsAbout(choice: Choice): number[] {
    const key = choiceKey(choice);
    return this.rowsThat((row) => {
      const name = rowNamed(row.option);
      const found = name !== null && isChoiceName(name) ? choiceOfRow(name, row) : null;
      return found !== null && choiceKey(found) === key;
    });
  }

  private rowsOn(comment: VarianceComment): number[] {
    const key = commentKey(comment, this.among);
    return this.rowsThat((row) => {
      const found = rowNamed(row.option) === "comment" ? itemOfRow(commentKind, row) : null;
      return found !== null && commentKey(found, this.among) === key;
    });
  }

  private rowsThat(say: (row: OptionRow) => boolean): number[] {
    const sheet = this.sheet();
    return [...this.rows.keys()].filter((row) => row >= this.top && say(new OptionRow(sheet, row, this.column, [])));
  }

  /** Returns the row below the last filled one. */
  private next(): number {
    const last = this.rows.findLastIndex(
      (cells, row) => row >= this.top && !isBlankRow(cells, this.column, this.column + width - 1),
    );
    return Math.max(last + 1, this.top);
  }

  private write(row: number, cells: readonly Cell[], from = 0): void {
    while (this.rows.length <= row) this.rows.push([]);
    const written = this.rows[row]!;
    for (const [index, cell] of cells.entries()) {
      const column = this.column + from + index;
      while (written.length < column) written.push(null);
      // A blank keeps its form, which may be an empty text.
      if (cell !== null || !isBlankRow(written, column, column)) written[column] = cell;
    }
  }
}

const blankRow: readonly Cell[] = optionsHeaders.map(() => null);
