import {
  cell,
  dataRows,
  insertColumn,
  line,
  type Cell,
  type Column,
  type Drawing,
  type Row,
  type Table,
} from "../../model";
import type { School } from "../../truth";
import { isForm } from "../tools";

/** What is written of each school; null where nothing is. */
type TextOf = (school: School) => string | null;

/**
 * Writes a text about schools where an office would: in a column of its table, on the first of its rows; on a line of its form; in
 * a row over or under the schools that stand across.
 */
export function tellOfSchools(drawing: Drawing, header: string, textOf: TextOf): void {
  for (const { tables } of drawing.sheets)
    for (const table of tables) {
      if (table.kind === "headcounts") continue;
      if (!isForm(table)) inColumn(table, header, textOf);
      else if (/forms|form-tabs/.test(drawing.layout)) onForm(table, drawing.layout, header, textOf);
      else inRow(table, header, textOf);
    }
}

/** True where every table has a place for it: a pivot table has none. */
export const canTell = ({ layout }: Drawing): boolean => layout !== "pivot" && !/^glpi/.test(layout);

function inColumn(table: Table, header: string, textOf: TextOf): void {
  const told = new Set<School>();
  const column: Column = { role: "other", headers: [header], ...saysUndue(table, textOf) };
  insertColumn(table, table.columns.length, column, ({ school }) => {
    if (school === undefined || (table.rowIs !== "school" && told.has(school))) return cell(null);
    told.add(school);
    return cell(textOf(school));
  });
}

function saysUndue(table: Table, textOf: TextOf): Partial<Column> {
  const isSaid = dataRows(table).some(({ school }) => school?.closed === true && textOf(school) !== null);
  return isSaid ? { tells: true } : {};
}

/** A row of words among the items of the schools across. */
function inRow(table: Table, header: string, textOf: TextOf): void {
  const told = new Set<School>();
  const cells = table.columns.map(({ role, school }): Cell => {
    if (role === "label") return cell(header);
    if (school === undefined || told.has(school)) return cell(null);
    told.add(school);
    return cell(textOf(school));
  });
  table.rows.push({ kind: "data", cells } satisfies Row);
}

function onForm(table: Table, layout: string, header: string, textOf: TextOf): void {
  const { school } = table.columns.find((column) => column.school !== undefined)!;
  const text = textOf(school!);
  if (text === null) return;
  const said = line(header, text).map((one): Cell => (school!.closed === true ? { ...one, is: "out" } : one));
  if (layout === "form-tabs") table.above.splice(-1, 0, said);
  else if (layout === "label-forms") table.below.push(said);
  else table.above.push(said);
}
