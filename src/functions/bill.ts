import { forgetTexts } from "../cells";
import type { Cell } from "../cells";
import { readInventory, readsNothing } from "../inventory";
import { countOf } from "../messages";
import type { Anomaly } from "../messages";
import { defaultOptions } from "../options";
import { allAnomalies, fingerprint, makeStatement } from "../statement";
import type { Statement } from "../statement";
import type { Grid } from "../tariff";
import { withBlanks } from "./blanks";
import { rangeOf } from "./excel-values";
import { LastResults } from "./memo";
import { Refusal } from "./refusal";
import { sheetOfRange } from "./sheet-of-range";
import { tariffArguments } from "./tariff-arguments";
import type { Tariff } from "./tariff-arguments";

/** What an inventory function is given, as Excel hands it over. */
export interface InventoryArguments {
  readonly inventory: unknown;
  readonly campaign: unknown;
  readonly grid: unknown;
}

/** What an inventory is billed, and all that is told of it; cells are those of the range. */
export interface Bill {
  readonly statement: Statement;
  readonly anomalies: readonly Anomaly[];
}

/** What an inventory bills, in spite of what is wrong in it. (decisions §4) */
export function billOf(given: InventoryArguments): Bill | Refusal {
  const tariff = tariffArguments(given.campaign, given.grid);
  if (tariff instanceof Refusal) return tariff;
  const rows = withBlanks(rangeOf(given.inventory));
  // The grid is told by its identity, since each is read once; the rows by a digest, so that none is kept.
  const bills = lastBills.get(tariff.grid) ?? new LastResults<Bill | Refusal>();
  lastBills.set(tariff.grid, bills);
  return bills.get(`${tariff.campaign.year} ${fingerprint({ rows })}`, () => makeBill(rows, tariff));
}

/** The same where nothing is left to correct, else a refusal that names CONTROLE: never a smaller amount. (decisions §6) */
export function soundStatement(given: InventoryArguments): Statement | Refusal {
  const bill = billOf(given);
  if (bill instanceof Refusal) return bill;
  const errors = countOf(bill.anomalies, "error");
  return errors === 0 ? bill.statement : new Refusal("#VALUE!", "function-inventory-errors", { count: errors });
}

const lastBills = new WeakMap<Grid, LastResults<Bill | Refusal>>();

function makeBill(rows: readonly (readonly Cell[])[], { campaign, grid }: Tariff): Bill | Refusal {
  const workbook = { file: "", date1904: false, sheets: [sheetOfRange("inventaire", rows)] };
  try {
    const reading = readInventory({ workbooks: [workbook], campaign, grid, options: defaultOptions });
    if (readsNothing(reading)) return new Refusal("#VALUE!", "function-no-inventory");
    const statement = makeStatement(reading, grid, campaign, defaultOptions);
    return { statement, anomalies: allAnomalies(reading, statement) };
  } finally {
    forgetTexts();
  }
}
