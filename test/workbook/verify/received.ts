import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { writeXlsx } from "hucre/xlsx";
import { billCampaign, makeDocuments, markIssued, type Billing } from "../../../src/billing";
import { finish, type Cell } from "../../../src/cells";
import { addAnalyses, journalFirstRow, type Analyses } from "../../../src/documents";
import { formatEuros } from "../../../src/money";
import type { PartialOptions } from "../../../src/options";
import { compareStatements, type Statement } from "../../../src/statement";
import { campaignOf } from "../../../src/tariff";
import {
  reportVerification,
  verifyInSteps,
  writeGenerated,
  type OpenWorkbook,
  type Verification,
} from "../../../src/workbook";
import { made } from "../../made";
import { openedFile } from "../../opened-file";

const headers = ["Commune", "École", "Effectif", "Postes clients standard", "dont installés dans l'année"];

type Rows = readonly (readonly Cell[])[];

const signatory: Rows = [
  ["Option", "Valeur", "Précision", "Précision 2", "Précision 3"],
  ["Signataire", "Mme X", "Directrice", null, null],
];

/** An inventory of two communes, the options of its office in its own sheet: Besançon is not in it. */
export function smallInventory(machines = 10, options: Rows | null = signatory): Promise<Uint8Array> {
  return writeXlsx({
    sheets: [
      {
        name: "Parc",
        rows: [headers, ["Amagney", "École primaire", 100, machines, 2], ["Chalezeule", "=cmd", 50, 5, null]],
      },
      ...(options === null ? [] : [{ name: "Options Ordiclasse", rows: options as (string | null)[][] }]),
    ],
  });
}

/** How a workbook is generated. */
interface Asked {
  readonly when?: string;
  readonly year?: number;
  readonly options?: PartialOptions;
  /** Other workbooks read. */
  readonly others?: readonly OpenWorkbook[];
  /** Returns, of what is billed, what it is compared with. */
  readonly compared?: (statement: Statement) => Statement;
  readonly analyses?: (billing: Billing) => Analyses;
}

function billOf(
  workbooks: readonly OpenWorkbook[],
  { when = "2014-11-25 14:03:59", year = 2014, options = {} }: Asked,
) {
  const [first] = workbooks;
  const { journalRows, runRecord, userSheetNames, generatedSheets } = first!;
  const request = {
    workbooks: workbooks.map(({ cells }) => cells),
    openingAnomalies: workbooks.flatMap(({ anomalies }) => anomalies),
    campaign: campaignOf(year),
    options,
    journal: { when, rows: journalRows.slice(journalFirstRow), record: runRecord },
    ...{ userSheetNames, generatedSheets },
  };
  return { request, billing: made(billCampaign(request)) };
}

/** Generates into a workbook, as the command and the pane do; returns the bytes of what is then sent. */
export async function generate(bytes: Uint8Array, file: string, asked: Asked = {}): Promise<Uint8Array> {
  const first = await openedFile(bytes, file);
  const { request, billing } = billOf([first, ...(asked.others ?? [])], asked);
  const { statement } = billing;
  const comparison = asked.compared === undefined ? null : compareStatements(asked.compared(statement), statement);
  const sheets = comparison === null ? billing.sheets : makeDocuments(request, billing, comparison);
  const analyses: Analyses = {
    ...asked.analyses?.(billing),
    ...(comparison !== null && {
      comparison: { comparison, file: "a.xlsx", campaignFrom: "journal", errors: { before: 0, after: 0 } },
    }),
  };
  return writeGenerated(first, addAnalyses(sheets, analyses, first));
}

/** Marks the last état as issued. */
async function issue(bytes: Uint8Array, titre: string | null = null): Promise<Uint8Array> {
  const open = await openedFile(bytes, "parc-2014.xlsx");
  const note = { number: null, date: { year: 2014, month: 11, day: 28 }, bordereau: "12", titre };
  return writeGenerated(open, [made(markIssued(open, note, "2014-11-28 09:00:00")).journal]);
}

let issued: Promise<Uint8Array> | null = null;
/** The inventory generated twice, its amounts having changed, and its second état issued, then told under which titre. */
export const issuedWorkbook = (): Promise<Uint8Array> => (issued ??= makeIssued());

async function makeIssued(): Promise<Uint8Array> {
  const once = await generate(await smallInventory(), "parc.xlsx");
  const parts = unzipSync(once);
  const again = zipSync({ ...parts, ...changedMachines(parts) });
  const twice = await generate(again, "parc.xlsx", { when: "2014-11-26 10:00", options: { schoolUnit: "each" } });
  return issue(await issue(twice), "345");
}

function changedMachines(parts: Readonly<Record<string, Uint8Array>>) {
  const path = "xl/worksheets/sheet1.xml";
  return { [path]: strToU8(strFromU8(parts[path]!).replace("<v>10</v>", "<v>11</v>")) };
}

/** Verifies what was received, under another name than it had. */
export async function verify(
  bytes: Uint8Array,
  { options = {}, others = [] }: Pick<Asked, "options" | "others"> = {},
): Promise<Verification> {
  const open = await openedFile(bytes, "recu.xlsx");
  return finish(verifyInSteps(open, { atHand: others.map(({ cells }) => cells), options }));
}

/** Returns what is found, each at its place, « Titre CAGB!D40 verify-cell-differs ». */
export function placesOf({ findings }: Verification): string[] {
  return findings.map(({ sheet, cell, code }) => `${[sheet, cell].filter((one) => one !== null).join("!")} ${code}`);
}

/** The file with a part rewritten. */
export function rewritten(bytes: Uint8Array, paths: RegExp, change: (text: string) => string): Uint8Array {
  const parts = Object.entries(unzipSync(bytes)).map(
    ([path, part]) => [path, paths.test(path) ? strToU8(change(strFromU8(part))) : part] as const,
  );
  return zipSync(Object.fromEntries(parts), { level: 1 });
}

/** Returns what is said of what was received. */
export async function verdictOf(bytes: Uint8Array): Promise<string[]> {
  const verification = await verify(bytes);
  if (verification.kind === "unusable") throw new Error(placesOf(verification).join(", "));
  const { verdict, notes } = reportVerification(verification, "recu.xlsx", formatEuros, "fr");
  return [verdict, ...notes].map((line) => line.replace(/[\u00a0\u202f]/g, " "));
}
