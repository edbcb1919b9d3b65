import { Decimal } from "decimal.js";
import type { Cell, SheetCells, Steps, WorkbookCells } from "../cells";
import {
  amountOf,
  issueOfRow,
  journalColumns,
  journalFirstRow,
  lastRowOf,
  readRunRecord,
  whenOf,
  type RunFile,
  type RunSettings,
} from "../documents";
import { failure, success, type Anomaly, type Result } from "../messages";
import {
  describeOptions,
  linesWithEffect,
  mergeOptions,
  parseOptions,
  readOptionsSheet,
  type Options,
  type PartialOptions,
} from "../options";
import { fingerprintInSteps } from "../statement";
import { campaignOf, nounsOfWorkbooks, type Campaign } from "../tariff";
import type { BillableWorkbook } from "./bill-campaign";

/** The run that generated the documents of a workbook. */
export interface LastRun {
  /** Zero-based row of the Journal. */
  readonly row: number;
  /** `2014-11-25 14:03`, or what the cell says. */
  readonly when: string;
  readonly campaign: Campaign;
  /** The options, or the lines of `describeOptions` that the Journal tells them by. */
  readonly options: Options | readonly string[];
  readonly files: readonly RunFile[];
  /** What opening them told then; null where that was not kept. */
  readonly opening: readonly Anomaly[] | null;
  /** Names of the user's sheets in the workbook then; null where they were not kept. */
  readonly sheets: readonly string[] | null;
  /** What the user's sheets of settings said then; null where it was not kept. */
  readonly settings: RunSettings | null;
  readonly cagb: Decimal;
  readonly communes: Decimal;
  readonly total: Decimal;
}

/**
 * Returns the last run of a workbook, as it is kept beside its Journal, else as the last row tells it. Fails with `none` where
 * there is no Journal or no run, with `unreadable` where that row is not ours any more.
 */
export function lastRunOf({
  journalRows,
  runRecord,
}: Pick<BillableWorkbook, "journalRows" | "runRecord">): Result<LastRun, "none" | "unreadable"> {
  const isFilled = (cells: readonly Cell[]) => cells.some((cell) => cell !== null);
  const recorded = runRecord === null ? null : recordedRun(runRecord, journalRows.findLastIndex(isFilled));
  if (recorded !== null) return success(recorded);
  const last = journalRows.findLastIndex((cells) => isFilled(cells) && issueOfRow(cells) === null);
  if (last < journalFirstRow) return failure("none");
  const told = runOfRow(journalRows[last]!, last);
  return told === null ? failure("unreadable") : success(told);
}

/** Returns the run that is kept as data; null where it cannot be read, or is older than the last row of the Journal. */
function recordedRun(text: string, last: number): LastRun | null {
  const record = readRunRecord(text);
  if (record === null || lastRowOf(record) < last) return null;
  const parsed = parseOptions(record.options, "", null);
  if (!parsed.ok) return null;
  return {
    ...record,
    campaign: campaignOf(record.campaign),
    options: mergeOptions({}, parsed.value),
    // A record that has no seal comes from before what was told was kept.
    opening: record.opening ?? (record.seal === undefined ? null : []),
    sheets: record.sheets ?? null,
    settings: record.settings ?? null,
    cagb: new Decimal(record.cagb),
    communes: new Decimal(record.communes),
    total: new Decimal(record.total),
  };
}

/** Returns the run that a row of the Journal tells; null where the row is not ours any more. */
function runOfRow(row: readonly Cell[], index: number): LastRun | null {
  const at = (column: keyof typeof journalColumns) => row[journalColumns[column]] ?? null;
  const [year, options, sources] = [at("campaign"), at("options"), at("sources")];
  const [cagb, communes, total] = [amountOf(at("cagb")), amountOf(at("communes")), amountOf(at("total"))];
  const files = typeof sources === "string" ? filesOf(sources) : null;
  if (typeof year !== "number" || typeof options !== "string" || files === null) return null;
  if (cagb === null || communes === null || total === null) return null;
  const campaign = campaignOf(year);
  const when = whenOf(at("when"));
  const told = { row: index, when, campaign, options: options.split("\n"), files, cagb, communes, total };
  return { ...told, opening: null, sheets: null, settings: null };
}

/**
 * Reads « parc.xlsx : Parc 0123456789ab, Effectifs … », a line a file; the name of a sheet holds no colon. Null where
 * it is not so.
 */
function filesOf(text: string): RunFile[] | null {
  const files = text.split("\n").map((line): RunFile | null => {
    const cut = line.lastIndexOf(" : ");
    const listed = line.slice(cut + 3);
    const sheets = [...listed.matchAll(/(.+?) ([0-9a-f]{12})(?:, |$)/g)];
    const isWhole = cut > 0 && sheets.map(([whole]) => whole).join("") === listed && sheets.length > 0;
    return isWhole
      ? {
          file: line.slice(0, cut),
          sheets: sheets.map(([, name, fingerprint]) => ({ name: name!, fingerprint: fingerprint! })),
        }
      : null;
  });
  return files.some((file) => file === null) ? null : (files as RunFile[]);
}

/**
 * Returns the options of a run. Those that the Journal tells of are found again: those of the workbooks' sheet « Options
 * Ordiclasse », alone or with those given beside; null where neither is what it tells.
 */
export function optionsOfRun(
  run: LastRun,
  workbooks: readonly WorkbookCells[],
  beside: PartialOptions,
): Options | null {
  if (!isDescribed(run.options)) return run.options;
  const sheet = readOptionsSheet(
    workbooks.flatMap(({ sheets }) => sheets),
    null,
  );
  if (!sheet.ok) return null;
  const told = effective(run.options);
  const nouns = nounsOfWorkbooks(workbooks);
  const candidates = [mergeOptions(sheet.value, {}), mergeOptions(sheet.value, beside)];
  return candidates.find((options) => effective(describeOptions(options, nouns)) === told) ?? null;
}

function isDescribed(options: LastRun["options"]): options is readonly string[] {
  return Array.isArray(options);
}

function effective(lines: readonly string[]): string {
  return linesWithEffect(lines).join("\n");
}

/** Returns the sheets of a workbook that are the user's, and were not there when a run was made; none where that was not kept. */
export function sheetsAddedSince({ sheets: known }: LastRun, { sheets }: WorkbookCells): string[] {
  if (known === null) return [];
  return sheets.flatMap(({ name, generatedKey }) => (generatedKey === null && !known.includes(name) ? [name] : []));
}

/** Why a sheet of a run is not found again. */
export interface SourceFault {
  readonly kind: "changed" | "missing";
  readonly file: string;
  readonly sheet: string;
}

/** What a run read, as it is found again. */
interface RunSources {
  readonly workbooks: readonly WorkbookCells[];
  readonly faults: readonly SourceFault[];
}

/**
 * Finds the workbooks that a run read: the generated one, under the name that it had then, so that options still
 * name it; the run's other files among those at hand. Each sheet that has not the values that the Journal knows it by is a fault.
 */
export function* sourcesOfRun(
  run: LastRun,
  generated: WorkbookCells,
  atHand: readonly WorkbookCells[],
): Steps<RunSources> {
  const isThere = ({ name }: RunFile["sheets"][number]) => sheetNamed(generated, name) !== undefined;
  const own =
    run.files.find(({ sheets }) => sheets.every(isThere)) ??
    run.files.find(({ sheets }) => run.files.length === 1 || sheets.some(isThere));
  const found: WorkbookCells[] = [];
  const faults: SourceFault[] = [];
  for (const one of run.files) {
    const { file, sheets } = one;
    const named = atHand.find((workbook) => workbook.file.toLowerCase() === file.toLowerCase());
    const workbook = one === own ? generated : named;
    if (workbook === undefined) {
      faults.push({ kind: "missing", file, sheet: sheets[0]!.name });
      continue;
    }
    for (const { name, fingerprint } of sheets) {
      const kind = yield* faultOf(sheetNamed(workbook, name), fingerprint);
      if (kind !== null) faults.push({ kind, file, sheet: name });
    }
    found.push(renamed(workbook, file));
  }
  // A run whose first workbook held no inventory read its tariff or its options there.
  return { workbooks: own === undefined ? [generated, ...found] : found, faults };
}

function* faultOf(cells: SheetCells | undefined, fingerprint: string): Steps<SourceFault["kind"] | null> {
  if (cells === undefined) return "missing";
  return (yield* fingerprintInSteps(cells)).startsWith(fingerprint) ? null : "changed";
}

function sheetNamed({ sheets }: WorkbookCells, name: string): SheetCells | undefined {
  return sheets.find((sheet) => sheet.name === name && sheet.generatedKey === null);
}

function renamed(workbook: WorkbookCells, file: string): WorkbookCells {
  return { ...workbook, file, sheets: workbook.sheets.map((sheet) => ({ ...sheet, file })) };
}
