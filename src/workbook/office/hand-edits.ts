import { cellName } from "../../cells";
import type { SheetModel } from "../../documents";
import { contentOf, plainContent } from "../cell-content";
import { editsSince } from "../checksum";
import type { Plan } from "./plan";
import type { SnapshotRead } from "./snapshot";
import type { EditedSheet, Replacing } from "./types";

/** Cells that are named; of the others it is said how many they are. */
const cellsNamed = 20;

/** The generated sheets in place whose cells somebody changed since they were written, and what of it would be lost. */
export function handEdits(plan: Plan, { formulas }: Pick<SnapshotRead, "formulas">): EditedSheet[] {
  const { replaced, gone, state } = plan;
  const sheets = [
    ...replaced.map(({ sheet, model }) => ({ sheet, model })),
    ...gone.map((sheet) => ({ sheet, model: null })),
  ];
  return sheets.flatMap(({ sheet, model }, index) => {
    if (sheet.seal === null) return [];
    const edits = editsSince(sheet.seal, formulas[index]!, model === null ? null : contentsOf(model, state.date1904));
    if (edits.length === 0) return [];
    const cells = edits.slice(0, cellsNamed).map(({ row, column }) => cellName(row, column));
    return [{ name: sheet.name, isGoing: model === null, cells, count: edits.length }];
  });
}

/** Those that nobody accepted to lose, as they are now. */
export function unaccepted(edited: readonly EditedSheet[], replacing: Replacing): readonly EditedSheet[] {
  if (replacing === "all") return [];
  const accepted = new Set(replacing.map((sheet) => JSON.stringify(sheet)));
  return edited.every((sheet) => accepted.has(JSON.stringify(sheet))) ? [] : edited;
}

function contentsOf(model: SheetModel, date1904: boolean): (row: number, column: number) => string {
  return (row, column) => plainContent(contentOf(model.rows[row]?.cells[column], date1904));
}
