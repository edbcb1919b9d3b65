import { fromSerial, isBlank, type Cell } from "../../cells";
import type { Campaign, Period } from "../../tariff";
import { columnOf, countsUnits, type Column } from "../column";
import { rowsOf, type Table } from "../table";
import { dayNumber } from "../texts/installed-span";
import { titleFlow } from "../texts/title";
import { readDate } from "../texts/values";

/**
 * Returns a table of installations with its campaign, the current one or another, from the dates of its rows or else of
 * its titles. (decisions §4)
 */
export function asInstalled(table: Table, titles: readonly string[], campaign: Campaign): Table {
  const days = daysOf(table);
  const { year } = campaign;
  if (days !== null) return { ...table, kind: "installations", year, span: { ...days, isByRow: true } };
  const flow = titles.map((title) => titleFlow(title, campaign)).find((flow) => flow !== null);
  if (flow === undefined) return { ...table, kind: "installations" };
  if (flow.of === "own")
    return {
      ...table,
      kind: "installations",
      year,
      ...(flow.span !== null && { span: { ...flow.span, isByRow: false } }),
    };
  // The equipment in service in a whole year may show which campaign it belongs to.
  const isUnsure = flow.of === "mixed";
  return { ...table, kind: "other-year", ...(isUnsure && { isUnsure, year: flow.isWholeYear ? table.year : null }) };
}

/** Returns the period from the first to the last date of the rows; null unless every row with a quantity is dated. */
function daysOf(table: Table): Period | null {
  const date = columnOf(table, "date-in");
  if (date === null) return null;
  const identifying = table.columns.filter(({ role }) => role.kind === "label" || countsUnits(role));
  const cell = (row: number, { index }: Column): Cell => table.sheet.rows[row]?.[index] ?? null;
  const rows = rowsOf(table).filter((row) => identifying.some((column) => !isBlank(cell(row, column))));
  const days = rows.map((row) => readDate(cell(row, date), table.date1904));
  if (days.length === 0 || !days.every((day) => day > 0)) return null;
  const [first, last] = [days.reduce((a, b) => Math.min(a, b)), days.reduce((a, b) => Math.max(a, b))];
  return { from: dayNumber(fromSerial(first)), to: dayNumber(fromSerial(last)) };
}
