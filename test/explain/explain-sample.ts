import { readFileSync } from "node:fs";
import { parseCellName, type WorkbookCells } from "../../src/cells";
import { billCampaign, type Billing } from "../../src/billing";
import { explainCell, type About, type Explanation } from "../../src/explain";
import type { ChosenCell } from "../../src/explain/explanation";
import type { Options } from "../../src/options";
import { campaignOf } from "../../src/tariff";
import { samplePath, sampleYear } from "../acceptance/samples";
import { findCell } from "../find-cell";
import { made } from "../made";
import { openedFile } from "../opened-file";

/** A sample billed, its documents in place as they were generated. */
export interface Explained {
  readonly workbook: WorkbookCells;
  readonly billing: Billing;
  /** Of a cell as it stands; `value`: as it was changed since. */
  at(sheet: string, cell: string, value?: ChosenCell["value"]): Explanation;
  about<Kind extends About["kind"]>(kind: Kind, sheet: string, cell: string): Extract<About, { kind: Kind }>;
  /** Of a document, under a title, in the first row of that label that holds something there, and that text beside it. */
  cell(sheet: string, label: string, title: string, beside?: string): string;
}

export async function explained(sample: string, options: Partial<Options> = {}): Promise<Explained> {
  const file = `${sample}.xlsx`;
  const { cells, userSheetNames } = await openedFile(readFileSync(samplePath(file)), file);
  return explainedWorkbook(cells, sampleYear(sample), options, userSheetNames);
}

/** A workbook billed, its documents in place as they were generated. */
export function explainedWorkbook(
  workbook: WorkbookCells,
  year: string,
  options: Partial<Options> = {},
  userSheetNames: readonly string[] = workbook.sheets.map(({ name }) => name),
): Explained {
  const billing = made(
    billCampaign({
      workbooks: [workbook],
      openingAnomalies: [],
      campaign: campaignOf(Number(year)),
      options,
      journal: { when: "2014-11-25 14:03", rows: [] },
      userSheetNames,
      generatedSheets: [],
    }),
  );
  const standing = (sheet: string, cell: string) => {
    const { row, column } = parseCellName(cell)!;
    const read = workbook.sheets.find(({ name }) => name === sheet);
    if (read !== undefined) return read.rows[row]?.[column] ?? null;
    return billing.sheets.find(({ name }) => name === sheet)?.rows[row]?.cells[column]?.value ?? null;
  };
  const at = (sheet: string, cell: string, value = standing(sheet, cell)) =>
    explainCell({ billing, workbook, generatedSheets: billing.sheets, cell: { sheet, cell, value } });
  return {
    workbook,
    billing,
    at,
    about: <Kind extends About["kind"]>(kind: Kind, sheet: string, cell: string) => {
      const { about } = at(sheet, cell);
      if (about.kind !== kind) throw new Error(`${sheet}!${cell} is told as ${JSON.stringify(about)}`);
      return about as Extract<About, { kind: Kind }>;
    },
    cell: (sheet, label, title, beside) => findCell(billing.sheets, { sheet, label, title, beside }),
  };
}

/** A place as people read it. */
export function named({ sheet, cell }: { readonly sheet: string; readonly cell: string }): string {
  return `${sheet}!${cell}`;
}
