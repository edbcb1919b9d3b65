import type { Cell, WorkbookCells } from "../../../src/cells";
import { billCampaign, type Billing, type BillableWorkbook } from "../../../src/billing";
import { journalFirstRow } from "../../../src/documents";
import type { Anomaly } from "../../../src/messages";
import type { PartialOptions } from "../../../src/options";
import { campaignOf } from "../../../src/tariff";
import { sheet, workbook } from "../../inventory/workbook-of";
import { made } from "../../made";

const headers = ["Commune", "École", "Effectif", "Postes clients standard", "Tablettes"];

/** An inventory of Amagney and Chalezeule: 100 and 50 pupils, 10 and 5 workstations, 4 tablets, unless said otherwise. */
export function inventory(machines = 10, file = "parc.xlsx", rows: readonly (readonly Cell[])[] = []): WorkbookCells {
  return workbook(
    [
      sheet("Parc", [
        headers,
        ["Amagney", "École primaire", 100, machines, 4],
        ["Chalezeule", "École primaire", 50, 5, null],
        ...rows,
      ]),
    ],
    { file },
  );
}

/** What a workbook generated before knows of its runs. */
export type Past = Pick<BillableWorkbook, "journalRows" | "runRecord">;

const noPast: Past = { journalRows: [], runRecord: null };

export function bill(
  workbooks: readonly WorkbookCells[],
  year = 2014,
  options: PartialOptions = {},
  { journalRows, runRecord }: Past = noPast,
  openingAnomalies: readonly Anomaly[] = [],
): Billing {
  return made(
    billCampaign({
      workbooks,
      openingAnomalies,
      campaign: campaignOf(year),
      options,
      journal: { when: "2014-11-25 14:03", rows: journalRows.slice(journalFirstRow), record: runRecord },
      userSheetNames: [],
      generatedSheets: [],
    }),
  );
}

/** The generated workbook of a run, under the name that it was saved under: its first workbook and its Journal. */
export function generated(
  workbooks: readonly WorkbookCells[],
  {
    file = "parc-2014.xlsx",
    year = 2014,
    options = {},
    past = noPast,
  }: { file?: string; year?: number; options?: PartialOptions; past?: Past } = {},
): BillableWorkbook {
  const journal = bill(workbooks, year, options, past).sheets.find(({ key }) => key === "journal")!;
  const journalRows = journal.rows.map(({ cells }) => cells.map((cell) => cell?.value ?? null));
  const [first] = workbooks;
  const sheets = first!.sheets.map((one) => ({ ...one, file }));
  return { cells: { ...first!, file, sheets }, anomalies: [], journalRows, runRecord: journal.record ?? null };
}
