import { isBlank, rowsBetweenPauses, type Cell, type Steps } from "../../cells";
import type { Role } from "../column";
import type { Table } from "../table";
import { afterDitto, isDitto } from "../texts/ditto";
import type { ReadLabel } from "../texts/label-reading";
import { totalKind } from "../texts/total-words";

/** Roles whose cells may repeat the one above with a mark; names are filled down by block, and quantities never are. */
const repeated: ReadonlySet<Role["kind"]> = new Set([
  "label",
  "nature",
  "status",
  "campaign",
  "date-in",
  "date-out",
  "date",
]);

/**
 * Returns a table with its repetition marks, « " », « idem », « d° spécifique », replaced by the text of the cell
 * above.
 */
export function* withDittos(table: Table, readLabel: ReadLabel): Steps<Table> {
  if (table.turned) return table;
  const columns = table.columns.filter(({ role }) => repeated.has(role.kind));
  let rows: (readonly Cell[])[] | null = null;
  for (let row = table.bodyTop + 1; row <= table.bottom; row += 1) {
    if (row % rowsBetweenPauses === 0) yield;
    if (table.asides?.has(row - 1) === true) continue;
    for (const { index, role } of columns) {
      const above = (rows ?? table.sheet.rows)[row - 1]?.[index] ?? null;
      const meant = meantBy((rows ?? table.sheet.rows)[row]?.[index] ?? null, above, role.kind, readLabel);
      if (meant === null) continue;
      rows ??= [...table.sheet.rows];
      rows[row] = rows[row]!.with(index, meant);
    }
  }
  return rows === null ? table : { ...table, sheet: { ...table.sheet, rows } };
}

/** Returns the value of a cell that repeats the one above; null when it repeats none. */
function meantBy(cell: Cell, above: Cell, kind: Role["kind"], readLabel: ReadLabel): Cell {
  if (typeof cell !== "string" || isBlank(above) || isDitto(above)) return null;
  if (typeof above === "string" && totalKind(above) !== null) return null;
  if (isDitto(cell)) return above;
  const rest = kind === "label" && typeof above === "string" ? afterDitto(cell) : null;
  return rest === null ? null : withItsNoun(String(above).trim(), rest, readLabel);
}

/**
 * Returns the noun of the text above with the text after the mark, « Poste spécifique », when they name something;
 * otherwise both texts whole.
 */
function withItsNoun(above: string, rest: string, readLabel: ReadLabel): string {
  const named = `${above.split(/\s+/)[0]!} ${rest}`;
  const { label } = readLabel(named);
  const isNamed = label.kind === "untariffed" || (label.kind === "prestation" && !label.weak);
  return isNamed ? named : `${above} ${rest}`;
}
