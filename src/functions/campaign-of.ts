import { CellError, fromSerial, toSerial } from "../cells";
import { readDate } from "../inventory";
import { campaignOfDate } from "../tariff";
import { cellOf } from "./excel-values";
import { Refusal, refusalOfError } from "./refusal";

/**
 * CAMPAGNE: the 1 November, as a serial of the 1900 system, of the campaign that bills an installation of that date: an
 * Excel date, or a date in text as an inventory writes them (decisions §4). 1 November N is campaign N's still.
 */
export function campaignOf(date: unknown): number | Refusal {
  const cell = cellOf(date);
  if (cell instanceof CellError) return refusalOfError(cell);
  const serial = readDate(cell, false);
  return serial > 0
    ? toSerial(campaignOfDate(fromSerial(serial)).snapshot)
    : new Refusal("#VALUE!", "function-bad-date");
}
