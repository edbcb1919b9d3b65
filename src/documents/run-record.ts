import { parseIsoDate } from "../cells";
import type { Anomaly } from "../messages";
import { formatAmount } from "../money";
import { defaultOptions, type Options } from "../options";
import type { Campaign } from "../tariff";
import { amountsDigest, digestOf, type IssuedState, type Statement } from "../statement";

/** A sheet that a run read, and the first digits of its fingerprint. */
export interface RunSheet {
  readonly name: string;
  readonly fingerprint: string;
}

/** The number of digits of a fingerprint that are kept and shown: enough to distinguish two states of a sheet. */
const digitsKept = 12;

export function runSheet(name: string, fingerprint: string): RunSheet {
  return { name, fingerprint: fingerprint.slice(0, digitsKept) };
}

/** A file that a run read sheets of. */
export interface RunFile {
  readonly file: string;
  readonly sheets: readonly RunSheet[];
}

/** The settings in the user's sheets when a run was made. */
export interface RunSettings {
  /** A digest of the options in « Options Ordiclasse », whatever the others. */
  readonly options: string;
  /** Sheets that held the user's own grid, or convention. */
  readonly grid: readonly RunSheet[];
  /** A digest of the convention given by a folder; absent without one. */
  readonly convention?: string;
}

/** A version of a campaign's état, by the last run that gave it. */
export interface KnownState {
  /** Zero-based row of the run in the Journal. */
  readonly row: number;
  /** `2014-11-25 14:03`. */
  readonly when: string;
  readonly campaign: number;
  /** « 2014-01 ». */
  readonly number: string;
  readonly version: number;
  /** The digest of its amounts: `amountsDigest`, or the sums that a row shows (`sumsOfRow` of `journal-ledger.ts`). */
  readonly amounts: string;
  /** Errors accepted: with any, the état was provisional. */
  readonly errors: number;
  /** As in `Edition`. */
  readonly lastRank?: number;
}

/** A version that was issued. */
export interface KnownIssue extends IssuedState {
  readonly campaign: number;
  readonly amounts: string;
}

/**
 * The états of a Journal: those that were generated, oldest first, and those that were issued, one for each campaign.
 */
export interface Ledger {
  readonly states: readonly KnownState[];
  readonly issued: readonly KnownIssue[];
}

/** The last run of a Journal as data, whatever becomes of the words in its row. */
interface RunRecord {
  /** Zero-based row of the issue in the Journal. */
  readonly row: number;
  /** `2014-11-25 14:03`. */
  readonly when: string;
  readonly campaign: number;
  /** The options that differ from the default, in the form of an options file; not validated. */
  readonly options: unknown;
  readonly files: readonly RunFile[];
  /** Amounts, `1765.40`. */
  readonly cagb: string;
  readonly communes: string;
  readonly total: string;
  /** Absent from a record that was written before versions were counted. */
  readonly ledger?: Ledger & {
    /** Zero-based row of the Journal up to which it knows all: of the run, or of what was issued after it. */
    readonly lastRow: number;
  };
  /**
   * Anomalies of opening the workbooks, which « Contrôles » shows and which cannot be detected again later; absent when
   * there are none.
   */
  readonly opening?: readonly Anomaly[];
  /** The settings in the user's sheets; absent like the names of sheets. */
  readonly settings?: RunSettings;
  /** Names of the user's sheets in the workbook; absent from an older record, or one without room for them. */
  readonly sheets?: readonly string[];
  /** The digest of the other fields, which reveals a change by hand. Absent from records older than it. */
  readonly seal?: string;
}

/** The data that a run adds to a Journal. */
interface NewRun extends Pick<RunRecord, "row" | "when" | "files" | "sheets" | "settings"> {
  readonly number: string;
  readonly errors: number;
  readonly opening: readonly Anomaly[];
  readonly before: Ledger;
}

/** Versions that are remembered, whatever their campaigns. */
const statesKept = 24;

/** Returns what the workbook keeps of a run beside its Journal, as JSON. */
export function runRecord(run: NewRun, statement: Statement): string {
  const { row, when, files, number, errors, opening, before, sheets, settings } = run;
  const campaign = statement.campaign.year;
  const { version, lastRank } = statement.edition;
  // To the minute, as the Journal shows it.
  const minute = when.replace(/^(\S{10})[ T](\d{2}:\d{2})(?::\d{2})?$/, "$1 $2");
  const state = {
    ...{ row, when: minute, campaign, number, version, amounts: amountsDigest(statement), errors },
    ...(lastRank !== undefined && { lastRank }),
  };
  const others = before.states.filter((one) => one.campaign !== campaign || one.version !== version);
  return written({
    row,
    when: minute,
    files,
    campaign,
    options: inOrder(changedFromDefault(statement.options)),
    cagb: formatAmount(statement.cagb),
    communes: formatAmount(statement.communes),
    total: formatAmount(statement.total),
    ledger: { lastRow: row, states: [...others, state].slice(-statesKept), issued: before.issued },
    ...(opening.length > 0 && { opening }),
    ...(settings !== undefined && { settings }),
    ...(sheets !== undefined && { sheets }),
  });
}

/** Returns the record of a Journal after a row of an issue; null when the record does not cover the rows before it. */
export function recordWithIssue(record: string | null, row: number, issue: KnownIssue, before: Ledger): string | null {
  const known = record === null ? null : readRunRecord(record);
  if (known === null || lastRowOf(known) !== row - 1) return null;
  const others = before.issued.filter(({ campaign }) => campaign !== issue.campaign);
  return written({ ...known, ledger: { lastRow: row, states: before.states, issued: [...others, issue] } });
}

/** Returns the record of a Journal of which only the états are known, up to a row: it gives no run to make again. */
export function recordOfLedger(ledger: Ledger, lastRow: number): string {
  const { row, when, campaign } = ledger.states.at(-1) ?? {
    row: lastRow,
    when: "",
    campaign: ledger.issued[0]!.campaign,
  };
  const sums = { cagb: "0.00", communes: "0.00", total: "0.00" };
  return sealed({ row, when, campaign, options: null, files: [], ...sums, ledger: { lastRow, ...ledger } });
}

/** Returns the row of the Journal up to which a record knows all. */
export function lastRowOf({ row, ledger }: RunRecord): number {
  return ledger?.lastRow ?? row;
}

/** Characters that the names of a workbook keep, with some to spare: `recordFormulas`. */
const longestRecord = 9000;

/**
 * Returns a record as it is kept. When it is too long, the settings are left out first, then the options, which the row
 * of the Journal describes.
 */
function written(record: RunRecord): string {
  const { sheets, settings, ...shorter } = record;
  const tries = sheets === undefined && settings === undefined ? [shorter] : [record, shorter];
  return tries.map(sealed).find(hasRoom) ?? sealed({ ...shorter, options: null });
}

/** A character beyond ASCII, or an apostrophe, is kept as six. */
function hasRoom(text: string): boolean {
  return text.replace(/[^\x20-\x7e]|'/g, "······").length <= longestRecord;
}

function sealed(record: RunRecord): string {
  return JSON.stringify({ ...record, seal: sealOf(record) });
}

/** The time of a run is in its row of the Journal: the seal does not depend on it. */
function sealOf(record: RunRecord): string {
  const timeless = (key: string, value: unknown) => (key === "when" ? undefined : value);
  return digestOf(JSON.stringify({ ...record, seal: undefined }, timeless));
}

/**
 * Returns whether a record that was found equals the expected one, in any order of keys, with a valid seal. Fields that
 * older records lack are not required.
 */
export function isSameRecord(found: string, wanted: string): boolean {
  const [is, should] = [readRunRecord(found), readRunRecord(wanted)];
  if (is === null || should === null) return false;
  const notKept = {
    ...(is.seal === undefined && { opening: undefined }),
    ...(is.sheets === undefined && { sheets: undefined }),
    ...(is.settings === undefined && { settings: undefined }),
  };
  const contentOf = (record: object) => JSON.stringify(inOrder({ ...record, seal: undefined }));
  return (is.seal === undefined || is.seal === sealOf(is)) && contentOf(is) === contentOf({ ...should, ...notKept });
}

/** Returns a digest of options, in any order; an option with its default value counts for nothing. */
export function optionsDigest(options: Partial<Options>): string {
  return digestOf(JSON.stringify(inOrder(changedFromDefault(options))));
}

/**
 * Returns a digest of the convention of a campaign when a folder provided it; null for a built-in one or the workbook's
 * own.
 */
export function conventionDigest({ convention }: Campaign): string | null {
  return convention.origin === "folder" ? digestOf(JSON.stringify(inOrder(convention))) : null;
}

/** Returns data whose keys are in the order of the alphabet, so that the same data is the same text. */
function inOrder(data: unknown): unknown {
  if (Array.isArray(data)) return data.map(inOrder);
  if (typeof data !== "object" || data === null) return data;
  const fields = Object.entries(data).sort(([one], [other]) => (one < other ? -1 : 1));
  return Object.fromEntries(fields.map(([key, value]) => [key, inOrder(value)]));
}

function changedFromDefault(options: Partial<Options>): Partial<Options> {
  const isDefault = (key: string, value: unknown) =>
    JSON.stringify(value) === JSON.stringify(defaultOptions[key as keyof Options]);
  return Object.fromEntries(Object.entries(options).filter(([key, value]) => !isDefault(key, value)));
}

/** Returns the record of a run kept in a workbook; null when it is not as `runRecord` writes it. */
export function readRunRecord(text: string): RunRecord | null {
  try {
    const data = JSON.parse(text) as RunRecord;
    return isWhole(data) ? data : null;
  } catch {
    return null;
  }
}

/** Returns whether every field is there and of its kind; throws when one that holds others is missing. */
function isWhole(record: RunRecord): boolean {
  const { row, when, campaign, files, cagb, communes, total, ledger, opening, sheets, settings } = record;
  return (
    [row, campaign].every(Number.isInteger) &&
    areTexts(when) &&
    [cagb, communes, total].every((amount) => /^-?\d+\.\d\d$/.test(amount)) &&
    files.every(
      ({ file, sheets }) =>
        areTexts(file) && sheets.length > 0 && sheets.every(({ name, fingerprint }) => areTexts(name, fingerprint)),
    ) &&
    (ledger === undefined || isLedger(ledger)) &&
    (opening === undefined || opening.every(isToKnow)) &&
    (sheets === undefined || areTexts(...sheets)) &&
    (settings === undefined ||
      (areTexts(settings.options, settings.convention ?? "") &&
        settings.grid.every(({ name, fingerprint }) => areTexts(name, fingerprint))))
  );
}

function isLedger({ lastRow, states, issued }: NonNullable<RunRecord["ledger"]>): boolean {
  return (
    Number.isInteger(lastRow) &&
    states.every(
      ({ row, when, campaign, number, version, amounts, errors, lastRank = 0 }) =>
        [row, campaign, version, errors, lastRank].every(Number.isInteger) && areTexts(when, number, amounts),
    ) &&
    issued.every(
      ({ campaign, number, version, date, bordereau, titre, amounts }) =>
        [campaign, version].every(Number.isInteger) &&
        areTexts(number, date, amounts) &&
        parseIsoDate(date) !== null &&
        [bordereau, titre].every((one) => one === null || areTexts(one)),
    )
  );
}

/** Returns whether something kept is a thing to look at or to know: nothing kept ever blocks. */
function isToKnow({ severity, code, file, sheet, cell, params }: Anomaly): boolean {
  return (
    (severity === "warning" || severity === "info") &&
    areTexts(code) &&
    [file, sheet, cell].every((one) => one === null || areTexts(one)) &&
    Object.values(params).every((value) => ["string", "number"].includes(typeof value))
  );
}

function areTexts(...values: readonly unknown[]): boolean {
  return values.every((value) => typeof value === "string");
}
