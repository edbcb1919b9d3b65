import { cellAt, isBlankRow } from "../cells";
import type { Cell, SheetCells } from "../cells";
import type { Anomaly } from "../messages";
import { changedOptions, choiceKey } from "./change";
import type { Choice, OptionsChange } from "./change";
import { choiceAt } from "./choice-row";
import { commentAt, commentRow } from "./comment-row";
import { commentKey } from "./comments";
import { findHeader, isOptionsSheet, readOptionsSheet } from "./read-sheet";
import { choiceRow, optionsSheetRows, settingValues } from "./sheet-rows";
import { defaultOptions } from "./types";
import type { VarianceComment } from "./types";
import { optionLabel, optionLabels, optionsHeaders } from "./wordings";
import type { SingleLabel } from "./wordings";

/** Cells of one row to be written, from a zero-based place on; null clears. */
export interface RowEdit {
  readonly row: number;
  readonly column: number;
  readonly cells: readonly Cell[];
}

export type OptionsPlan =
  /** The workbook has no such sheet yet: its rows, headers first. */
  | { readonly kind: "create"; readonly rows: readonly (readonly Cell[])[] }
  /** In the order of rows; none where nothing changes. */
  | { readonly kind: "edit"; readonly sheet: string; readonly edits: readonly RowEdit[] }
  /** The sheet cannot be read, or could not be any more. */
  | { readonly kind: "refused"; readonly anomaly: Anomaly };

/**
 * What changes write in the sheet « Options Ordiclasse » of a workbook: the rows that they are about, and no other cell. What
 * is written always reads back as what was asked.
 */
export function planChanges(sheets: readonly SheetCells[], changes: readonly OptionsChange[]): OptionsPlan {
  const before = readOptionsSheet(sheets);
  if ("anomalies" in before) return { kind: "refused", anomaly: before.anomalies[0]! };
  const sheet = sheets.find(isOptionsSheet);
  if (sheet === undefined) return { kind: "create", rows: optionsSheetRows(changedOptions(defaultOptions, changes)) };
  const draft = new Draft(sheet);
  for (const change of changes) draft.apply(change);
  const after = readOptionsSheet(sheets.map((one) => (one === sheet ? draft.sheet() : one)));
  if ("anomalies" in after) return { kind: "refused", anomaly: after.anomalies[0]! };
  return { kind: "edit", sheet: sheet.name, edits: draft.edits() };
}

const width = optionsHeaders.length;

/** The sheet as changes are made to it. */
class Draft {
  private readonly rows: Cell[][];
  private readonly column: number;
  private readonly top: number;

  constructor(private readonly source: SheetCells) {
    const header = findHeader(source)!;
    this.rows = source.rows.map((cells) => [...cells]);
    this.column = header.column;
    this.top = header.row + 1;
  }

  apply(change: OptionsChange): void {
    if (change.ask === "set") for (const [label, value] of settingValues(change.settings)) this.set(label, value);
    else if (change.ask === "comment") {
      const { comment } = change;
      this.put(this.rowsOn(comment), comment.text === "" ? null : commentRow(comment));
    } else this.put(this.rowsAbout(change.choice), change.ask === "choose" ? choiceRow(change.choice) : null);
  }

  /** Says something once, in the first of the rows that said it before; null says it no more. */
  private put([first, ...others]: readonly number[], cells: readonly Cell[] | null): void {
    for (const row of others) this.write(row, blankRow);
    if (cells !== null) this.write(first ?? this.next(), cells);
    else if (first !== undefined) this.write(first, blankRow);
  }

  sheet(): SheetCells {
    return { ...this.source, rows: this.rows };
  }

  /** The cells that differ, whole runs of a row: from its first to its last. */
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

  private set(label: SingleLabel, value: string | null): void {
    const row = this.rows.findIndex((_cells, at) => at >= this.top && this.labelAt(at) === label);
    if (row >= 0) this.write(row, [value], 1);
    else if (value !== null) this.write(this.next(), [optionLabels[label], value]);
  }

  private labelAt(row: number): ReturnType<typeof optionLabel> {
    return optionLabel(String(this.rows[row]?.[this.column] ?? ""));
  }

  private rowsAbout(choice: Choice): number[] {
    const place = choiceKey(choice);
    return this.rowsThat((sheet, row) => {
      const found = choiceAt(sheet, row, this.column);
      return found !== null && choiceKey(found) === place;
    });
  }

  private rowsOn(comment: VarianceComment): number[] {
    const subject = commentKey(comment);
    return this.rowsThat((sheet, row) => {
      const found = commentAt(sheet, row, this.column);
      return found !== null && commentKey(found) === subject;
    });
  }

  private rowsThat(say: (sheet: SheetCells, row: number) => boolean): number[] {
    const sheet = this.sheet();
    return [...this.rows.keys()].filter((row) => row >= this.top && say(sheet, row));
  }

  /** The row below the last one that says anything. */
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
      // A blank stays what it was: an empty text, perhaps.
      if (cell !== null || !isBlankRow(written, column, column)) written[column] = cell;
    }
  }
}

const blankRow: readonly Cell[] = optionsHeaders.map(() => null);
