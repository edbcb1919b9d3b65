import type { Cell } from "../../cells";
import { fold } from "../../cells";
import { takeYears } from "../../tariff";
import { columnOf } from "../table";
import type { TableReading } from "./reading-table";

/** A column that gives the campaign of each row: rows of another one are set apart. */
export interface CampaignColumn {
  isOther(cells: readonly Cell[]): boolean;
}

/** The year of a cell: 2014, « 2014-2015 », « Campagne 2014 »; null where it says none. */
function yearIn(cell: Cell): number | null {
  if (typeof cell === "number") return Number.isInteger(cell) ? cell : null;
  return typeof cell === "string" ? (takeYears(fold(cell)).years[0] ?? null) : null;
}

/**
 * The campaign column of a table, where it has one that tells: the campaign's rows count, the others are set apart, told
 * once on its header; where no row is of the campaign, that is an error there and none counts. (decisions §4, years)
 */
export function campaignColumn(reading: TableReading): CampaignColumn | null {
  const { table, tools } = reading;
  const column = columnOf(table, "campaign");
  if (column === null) return null;
  const campaign = tools.campaign.year;
  const years = new Set<number>();
  for (let row = table.bodyTop; row <= table.bodyBottom; row += 1) {
    const year = yearIn(table.sheet.rows[row]?.[column.index] ?? null);
    if (year !== null) years.add(year);
  }
  if (years.size === 0 || (years.size === 1 && years.has(campaign))) return null;
  const others = [...years].filter((year) => year !== campaign).sort((a, b) => a - b);
  const params = { header: column.header, year: others.join(", "), campaign };
  reading.report(
    years.has(campaign) ? "info" : "error",
    years.has(campaign) ? "other-year-rows" : "no-row-of-campaign",
    column.headerRow,
    column.index,
    params,
  );
  return {
    isOther(cells) {
      const year = yearIn(cells[column.index] ?? null);
      return year !== null && year !== campaign;
    },
  };
}
