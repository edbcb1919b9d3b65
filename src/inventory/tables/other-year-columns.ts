import type { Campaign } from "../../tariff";
import { layouts } from "../layouts";
import type { Column, Table } from "../table";
import { columnYear } from "./column-conflicts";

/** Returns the columns of a table that count something of another year; the user's own choice of a column clears its years. */
export function otherYearColumns({ layout, isChosen, columns }: Table, campaign: Campaign): Column[] {
  if (layouts[layout].listsUnits || isChosen === true) return [];
  return columns.filter((column) => {
    if (column.role.kind !== "count" && column.role.kind !== "part") return false;
    const year = columnYear(column);
    return year !== null && year !== campaign.year;
  });
}
