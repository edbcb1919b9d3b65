import { toSerial } from "../../cells";
import type { Cell } from "../../cells";
import type { Grid } from "../types";
import { amountColumns } from "./columns";

/**
 * The rows of a grid as a user sees them, in the ten columns of `tarifsHeaders`: amounts are numbers of euros, blank where
 * there is no tariff; dates are Excel serials (1900 system unless `date1904`). (decisions §1)
 */
export function gridRowsForUsers(grid: Grid, date1904 = false): Cell[][] {
  return grid.rows.map(({ code, prestation, unit, prices }) => [
    code,
    prestation,
    unit,
    ...amountColumns.map(({ nature, payer }) => prices[nature][payer]?.toNumber() ?? null),
    toSerial(grid.from, date1904),
    toSerial(grid.to, date1904),
    grid.act,
  ]);
}
