import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { Decimal } from "decimal.js";
import { finish, type Cell } from "../../src/cells";
import { type Environment, Session } from "../../src/taskpane/operations/session";
import { analyseInSteps, billOtherInSteps, type Analysed } from "../../src/taskpane/analyses/analyse";
import { nothingKept } from "../../src/taskpane/analyses/kept";
import { previewOfBilling } from "../../src/taskpane/operations/preview";
import type { Preview } from "../../src/taskpane/state/preview";
import { billSnapshot, type OtherWorkbook, type Snapshot } from "../../src/taskpane/operations/snapshot";
import { reprice } from "../../src/tariff";
import type { OpenedWorkbook } from "../../src/workbook";
import { made } from "../made";
import { openedFile } from "../opened-file";

/** A workbook of acceptance, read by the port of files, which the other port equals. */
export async function workbookOf(sample: string): Promise<OpenedWorkbook> {
  const file = `${sample}.xlsx`;
  return openedFile(readFileSync(resolve("test/acceptance/samples", file)), file);
}

/** For the same words, what was made of them: once a file of tests, which changes nothing in it. */
function once<Asked extends readonly unknown[], T>(make: (...asked: Asked) => Promise<T>): typeof make {
  const made = new Map<string, Promise<T>>();
  return (...asked) => {
    const known = made.get(asked.join()) ?? make(...asked);
    made.set(asked.join(), known);
    return known;
  };
}

const sharedWorkbook = once(workbookOf);

/** What the pane makes of a sample; its campaign is in its name. */
export const snapshotOf = once(async (sample: string, when?: string): Promise<Snapshot> => {
  const workbook = await sharedWorkbook(sample);
  return made(finish(billSnapshot(workbook, Number(sample.slice(-4)), when ?? "2014-11-25 14:03:00")));
});

/** A sample as another workbook, that a campaign is compared with. */
const comparisonWith = once(async (other: string, campaign: number) => {
  return made(finish(billOtherInSteps({ other: await sharedWorkbook(other), beside: [] }, campaign, [])));
});

/** A workbook without its sheet of headcounts, and that sheet as a file of the disk. */
async function headcountsApart(sample: string): Promise<[OpenedWorkbook, OtherWorkbook]> {
  const whole = await sharedWorkbook(sample);
  const only = (file: string, wanted: (name: string) => boolean) => ({
    ...whole.cells,
    file,
    sheets: whole.cells.sheets.filter(({ name }) => wanted(name)).map((sheet) => ({ ...sheet, file })),
  });
  const headcounts = only("effectifs.xlsx", (name) => name === "Effectifs");
  return [
    { ...whole, cells: only(whole.cells.file, (name) => name !== "Effectifs") },
    { cells: headcounts, anomalies: [] },
  ];
}

/** What the pane makes of it, with that file or without. */
export async function snapshotApart(sample: string, withFile: boolean): Promise<Snapshot> {
  const [workbook, other] = await headcountsApart(sample);
  const when = "2014-11-25 14:03:00";
  const taken = finish(billSnapshot(workbook, Number(sample.slice(-4)), when, withFile ? [other] : []));
  return made(taken);
}

/** A sample with rows of options in it. */
async function snapshotWith(sample: string, options: Cell[][]): Promise<Snapshot> {
  const workbook = await sharedWorkbook(sample);
  const [first] = workbook.cells.sheets;
  const rows = [["Option", "Valeur", "Précision", "Précision 2"], ...options];
  const sheet = { ...first!, name: "Options Ordiclasse", rows, merges: [], tables: [] };
  const cells = { ...workbook.cells, sheets: [...workbook.cells.sheets, sheet] };
  const taken = finish(billSnapshot({ ...workbook, cells }, Number(sample.slice(-4)), "2014-11-25 14:03:00"));
  return made(taken);
}

interface AnalysesAsked {
  /** On communes that differ from the other one's campaign, 2014. */
  readonly comments?: Readonly<Record<string, string>>;
  readonly isTried?: boolean;
}

/** A sample compared with another one, and tried with a workstation at 38,50 instead of 36,86. */
export async function analysedOf(
  sample: string,
  other: string,
  { comments = {}, isTried = true }: AnalysesAsked = {},
): Promise<Analysed> {
  const said = Object.entries(comments).map(([commune, text]) => ["Commentaire d’écart", commune, text, 2014]);
  const snapshot = await (said.length === 0 ? snapshotOf(sample) : snapshotWith(sample, said));
  const comparison = await comparisonWith(other, snapshot.campaign);
  const { grid } = snapshot.billing.statement;
  const from = { file: "projet.json", grids: [{ ...reprice(grid, [dearer]), act: "Projet de délibération" }] };
  const trial = isTried ? { from, typed: [], refused: [] } : null;
  return finish(analyseInSteps({ ...nothingKept, comparison, ...(trial && { trial }) }, snapshot));
}

/** A workstation in service at 38,50 instead of 36,86. */
const dearer = { code: "POSTE_STD", nature: "maintenance", payer: "commune", price: new Decimal("38.50") } as const;

/** A sample tried at that price, typed in the pane, with something else that is no price. */
export async function typedOf(sample: string): Promise<Analysed> {
  const wrong = { code: "PACK", nature: "maintenance", payer: "cagb", written: "21O", fault: "unreadable" } as const;
  const trial = { from: null, typed: [dearer], refused: [wrong] };
  return finish(analyseInSteps({ ...nothingKept, trial }, await snapshotOf(sample)));
}

/** A sample as it was issued, corrected in its first sheet: `correct` gives each cell again, rows and columns from zero. */
export async function rectifiedOf(
  sample: string,
  correct: (value: Cell, row: number, column: number) => Cell,
): Promise<Analysed> {
  const { workbook, billing } = await snapshotOf(sample);
  const journal = billing.sheets.find(({ key }) => key === "journal")!;
  const journalRows = journal.rows.map(({ cells }) => cells.map((cell) => cell?.value ?? null));
  const [first, ...others] = workbook.cells.sheets;
  const rows = first!.rows.map((cells, row) => cells.map((value, column) => correct(value, row, column)));
  const corrected = { ...workbook, cells: { ...workbook.cells, sheets: [{ ...first!, rows }, ...others] } };
  const taken = finish(billSnapshot(corrected, Number(sample.slice(-4)), "2014-12-01 09:00:00"));
  return finish(
    analyseInSteps(
      { ...nothingKept, issued: { ...workbook, journalRows, runRecord: journal.record ?? null } },
      made(taken),
    ),
  );
}

export async function previewOfSample(sample: string): Promise<Preview> {
  const { billing, workbook } = await snapshotOf(sample);
  return previewOfBilling(billing, workbook.generatedSheets);
}

/** A session whose state a test sets by events; it has no workbook, and must not ask for one. */
export function sessionWithoutWorkbook(more: Partial<Environment> = {}): Session {
  const refuse = () => {
    throw new Error("This test has no workbook.");
  };
  return new Session({
    port: new Proxy({} as Environment["port"], { get: refuse }),
    settings: { get: () => null, save: () => Promise.resolve(true) },
    scheduler: { clock: () => 0, pause: () => Promise.resolve() },
    readOnly: false,
    now: () => "2014-11-25 14:03:00",
    after: () => () => undefined,
    openFile: refuse,
    communesOfFrance: refuse,
    loadPdfs: refuse,
    download: refuse,
    example: { address: "", read: refuse },
    isInView: () => true,
    showPane: () => Promise.resolve(),
    loadWithWorkbook: () => Promise.resolve(true),
    lacksFunctions: false,
    openHelp: () => undefined,
    versions: () => ["Ordiclasse 1.0.0", "Excel 16.0, PC"],
    copy: () => Promise.resolve(true),
    ...more,
  });
}
