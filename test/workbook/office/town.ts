import { writeXlsx } from "hucre/xlsx";
import { journalFirstRow, type SheetModel } from "../../../src/documents";
import { billCampaign } from "../../../src/billing";
import { campaignOf } from "../../../src/tariff";
import { writeGenerated, type OpenWorkbook } from "../../../src/workbook";
import type { OpenedWorkbook } from "../../../src/workbook";
import { openActiveWorkbook, publish } from "../../../src/workbook/office";
import { made } from "../../made";
import { openedFile } from "../../opened-file";

export const townFile = "parc.xlsx";

/** A workbook of an inventory, one school a commune, and of sheets of the user's own. */
export function townBytes(communes: Readonly<Record<string, number>>): Promise<Uint8Array> {
  return writeXlsx({
    sheets: [
      {
        name: "Parc",
        rows: [
          ["Commune", "École", "Élèves", "Postes client standard"],
          ...Object.entries(communes).map(([commune, postes]) => [commune, "École élémentaire", 40, postes]),
        ],
      },
      {
        name: "Suivi",
        rows: [
          ["Relevé", "au centime"],
          [1, 2],
        ],
        cells: new Map([["1,2", { formula: "A2+B2", formulaResult: 3 }]]),
      },
    ],
  });
}

/** What a run writes into a workbook, from either port. */
export function modelsFor(
  workbook: Pick<OpenWorkbook | OpenedWorkbook, "cells" | "journalRows" | "userSheetNames" | "generatedSheets">,
  { year = 2014, campaign = campaignOf(year), printableFiches = false, when = "2014-11-25 14:03" } = {},
): readonly SheetModel[] {
  return made(
    billCampaign({
      workbooks: [workbook.cells],
      openingAnomalies: [],
      campaign,
      options: { printableFiches },
      journal: { when, rows: workbook.journalRows.slice(journalFirstRow) },
      userSheetNames: workbook.userSheetNames,
      generatedSheets: workbook.generatedSheets,
    }),
  ).sheets;
}

/** A workbook with a generation written by the port of files. */
export async function generated(bytes: Uint8Array, options = {}): Promise<Uint8Array> {
  const workbook = await openedFile(bytes, townFile);
  return writeGenerated(workbook, modelsFor(workbook, options));
}

/** What the port reads of the workbook that is open in Excel. */
export async function readOpen(): Promise<OpenedWorkbook> {
  const reading = await openActiveWorkbook();
  if (!reading.ok) throw new Error(reading.anomaly.code);
  return reading.workbook;
}

/** Reads the workbook that is open in Excel and publishes its documents, which it gives. */
export async function publishRead(options = {}): Promise<readonly SheetModel[]> {
  const models = modelsFor(await readOpen(), options);
  const outcome = await publish(models);
  if (!outcome.ok) throw new Error(outcome.anomaly?.code ?? "cancelled");
  return models;
}
