import type { SheetCells } from "../../cells";
import { fold } from "../../cells";
import type { SheetSchool } from "../table";
import type { Context } from "./context";
import { structuralRole } from "./roles";

/** « École : Jean Macé ». */
const declared =
  /^\s*(?:nom (?:de l[’' ]\s*)?)?(?:école|ecole|établissement|etablissement|groupe scolaire|site)\s*:\s*(.+)$/i;

/** « École primaire », « Groupe scolaire Jean Macé ». */
const named = /^(ecole|groupe scolaire|maternelle|elementaire|primaire)\b/;

/** The school that « École : X » names; null where the text is of another form. */
export function declaredSchool(text: string): string | null {
  return declared.exec(text)?.[1]?.trim() ?? null;
}

/** The school that a text names, without what follows a dash, a comma or a date. */
export function schoolIn(text: string): string | null {
  const said = declared.exec(text)?.[1];
  if (said !== undefined) return said.trim();
  if (!named.test(fold(text)) || structuralRole(text) !== null) return null;
  const name = text.split(/\s[-–—]\s|[,;:(]| au /)[0]!.trim();
  return name === "" ? null : name;
}

/** The school of a table that names none in its rows: the nearest title that does, else the sheet's name. */
export function sheetSchool(sheet: SheetCells, context: Context, headerTop: number, left: number): SheetSchool | null {
  const titles = [...context.titles].reverse();
  const title = titles.find(({ text }) => declared.test(text)) ?? titles.find(({ text }) => schoolIn(text) !== null);
  if (title !== undefined) return { name: schoolIn(title.text)!, row: title.row, column: title.column };
  const name = schoolIn(sheet.name);
  return name === null ? null : { name, row: headerTop, column: left };
}
