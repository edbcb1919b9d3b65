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
  /** Its zero-based row in the Journal. */
  readonly row: number;
  /** `2014-11-25 14:03`, or the text of the cell. */
  readonly when: string;
  readonly campaign: Campaign;
  /** The options, or the lines of `describeOptions` in the Journal. */
  readonly options: Options | readonly string[];
  readonly files: readonly RunFile[];
  /** The anomalies of opening them; null when they were not recorded. */
  readonly opening: readonly Anomaly[] | null;
  /** Names of the user's sheets at the time; null when they were not recorded. */
  readonly sheets: readonly string[] | null;
  /** The digests of the settings sheets; null when they were not recorded. */
  readonly settings: RunSettings | null;
  readonly cagb: Decimal;
  readonly communes: Decimal;
  readonly total: Decimal;
}

/**
 * Returns the last run of a workbook, from its run record, else from the last row of its Journal. Fails with `none`
 * when there is no Journal or no run, with `unreadable` when that row was changed.
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
  const described = runOfRow(journalRows[last]!, last);
  return described === null ? failure("unreadable") : success(described);
}

/** Returns the run in a run record; null when it cannot be read, or is older than the last row of the Journal. */
function recordedRun(text: string, last: number): LastRun | null {
  const record = readRunRecord(text);
  if (record === null || lastRowOf(record) < last) return null;
  const parsed = parseOptions(record.options, "", null);
  if (!parsed.ok) return null;
  return {
    ...record,
    campaign: campaignOf(record.campaign),
    options: mergeOptions({}, parsed.value),
    // A record without a seal was written before opening anomalies were recorded.
    opening: record.opening ?? (record.seal === undefined ? null : []),
    sheets: record.sheets ?? null,
    settings: record.settings ?? null,
    cagb: new Decimal(record.cagb),
    communes: new Decimal(record.communes),
    total: new Decimal(record.total),
  };
}

/** Returns the run in a row of the Journal; null when the row was changed. */
function runOfRow(row: readonly Cell[], index: number): LastRun | null {
  const at = (column: keyof typeof journalColumns) => row[journalColumns[column]] ?? null;
  const [year, options, sources] = [at("campaign"), at("options"), at("sources")];
  const [cagb, communes, total] = [amountOf(at("cagb")), amountOf(at("communes")), amountOf(at("total"))];
  const files = typeof sources === "string" ? filesOf(sources) : null;
  if (typeof year !== "number" || typeof options !== "string" || files === null) return null;
  if (cagb === null || communes === null || total === null) return null;
  const campaign = campaignOf(year);
  const when = whenOf(at("when"));
  const run = { row: index, when, campaign, options: options.split("\n"), files, cagb, communes, total };
  return { ...run, opening: null, sheets: null, settings: null };
}

/**
 * Reads « parc.xlsx : Parc 0123456789ab, Effectifs … », one line for each file; sheet names contain no colon. Null when
 * the text is malformed.
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
 * Returns the options of a run. When only their description is known, returns the options with the same description:
 * those of the sheet « Options Ordiclasse », alone or with the given ones; null when neither matches.
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
  const wanted = effective(run.options);
  const nouns = nounsOfWorkbooks(workbooks);
  const candidates = [mergeOptions(sheet.value, {}), mergeOptions(sheet.value, beside)];
  return candidates.find((options) => effective(describeOptions(options, nouns)) === wanted) ?? null;
}

function isDescribed(options: LastRun["options"]): options is readonly string[] {
  return Array.isArray(options);
}

function effective(lines: readonly string[]): string {
  return linesWithEffect(lines).join("\n");
}

/** Returns the names of the user's sheets added since a run; empty when those of the run were not recorded. */
export function sheetsAddedSince({ sheets: known }: LastRun, { sheets }: WorkbookCells): string[] {
  if (known === null) return [];
  return sheets.flatMap(({ name, generatedKey }) => (generatedKey === null && !known.includes(name) ? [name] : []));
}

/** Why a sheet of a run is not found. */
export interface SourceFault {
  readonly kind: "changed" | "missing";
  readonly file: string;
  readonly sheet: string;
}

/** The sources of a run, as found. */
interface RunSources {
  readonly workbooks: readonly WorkbookCells[];
  readonly faults: readonly SourceFault[];
}

/**
 * Finds the workbooks that a run read: the generated one, under its name at the time, which options refer to, and other
 * files of the run among those at hand. A sheet whose values differ from their recorded fingerprint is a fault.
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
  // When no file of the run is the generated workbook, its tariff or options were read there.
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
