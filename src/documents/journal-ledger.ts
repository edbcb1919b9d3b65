import { Decimal } from "decimal.js";
import { frenchDay, fromSerial, isoDate, type Cell } from "../cells";
import { formatAmount, roundHalfUp } from "../money";
import { amountsDigest, type Edition, type IssuedState, type Statement } from "../statement";
import { lastRowOf, readRunRecord, type KnownIssue, type KnownState, type Ledger } from "./run-record";

/** Zero-based row of the first run of a Journal, under its title, its subtitle and the titles of its columns. */
export const journalFirstRow = 3;

/** The columns of the Journal, in order: a new one comes last, so that the rows already written keep their places. */
export const journalFields = [
  "when",
  "campaign",
  "snapshot",
  "grid",
  "options",
  "sources",
  "read",
  "billed",
  "excluded",
  "error",
  "schools",
  "cagb",
  "communes",
  "total",
  "accepted",
  "state",
  "particulars",
] as const;

export type JournalField = (typeof journalFields)[number];

/** Zero-based columns of what a run is known by. */
export const journalColumns = Object.fromEntries(journalFields.map((field, index) => [field, index])) as Readonly<
  Record<JournalField, number>
>;

/** Returns « 2014-01, version 2 ». */
export function stateName({ number, version }: Pick<IssuedState, "number" | "version">): string {
  return `${number}, version ${version}`;
}

/**
 * Returns the état of a run as its row names it: « 2014-01, version 2 », or « 2014-01, version 2 (R1) » after a
 * correction.
 */
export function stateOfRow(reference: string, { lastRank }: Edition): string {
  return lastRank === undefined ? reference : `${reference} (R${lastRank})`;
}

/** Returns « état n° 2014-01, version 2, émis le 25/11/2014 », what the row of the Journal and documents call it. */
export function issuedName(issued: IssuedState): string {
  return `état n°\u00a0${stateName(issued)}, émis le ${frenchDay(issued.date)}`;
}

/**
 * Returns the text of an issue in a row of the Journal: « Émis le 25/11/2014 : état n° 2014-01, version 2 ; titre n°
 * 345 ».
 */
export function issueText(issued: IssuedState): string {
  const numbers = [
    ["bordereau", issued.bordereau],
    ["titre", issued.titre],
  ].flatMap(([label, number]) => (number === null ? [] : [`${label} n°\u00a0${number}`]));
  const parts = [`état n°\u00a0${stateName(issued)}`, ...numbers].join("\u202f; ");
  return `Émis le ${frenchDay(issued.date)}\u00a0: ${parts}`;
}

/** Returns the issue in a row of the Journal; null for a row of a run. */
export function issueOfRow(row: readonly Cell[]): IssuedState | null {
  return issueOfText(row[journalColumns.state] ?? null);
}

const issueShape =
  /^Émis le (\d\d)\/(\d\d)\/(\d{4}) : état n° (.+), version (\d+?)(?: ; bordereau n° (.+?))?(?: ; titre n° (.+))?$/;

function issueOfText(cell: Cell): IssuedState | null {
  const match = typeof cell === "string" ? issueShape.exec(cell.replace(/[\u00a0\u202f]/g, " ")) : null;
  if (match === null) return null;
  const [, day, month, year, number, version, bordereau = null, titre = null] = match;
  return { number: number!, version: Number(version), date: `${year}-${month}-${day}`, bordereau, titre };
}

/**
 * Returns the états generated and issued according to a Journal: its record, then the rows written after it; or its
 * rows alone. `rows`: from the top of the sheet.
 */
export function ledgerOf(rows: readonly (readonly Cell[])[], record: string | null): Ledger {
  const kept = record === null ? null : readRunRecord(record);
  const known = kept?.ledger ?? { states: [], issued: [] };
  const first = kept?.ledger === undefined ? journalFirstRow : lastRowOf(kept) + 1;
  return rows.slice(first).reduce<Ledger>((ledger, row, index) => withRow(ledger, row, first + index), known);
}

function withRow({ states, issued }: Ledger, row: readonly Cell[], index: number): Ledger {
  const at = (column: keyof typeof journalColumns) => row[journalColumns[column]] ?? null;
  const campaign = at("campaign");
  const sums = sumsOfRow(row);
  const issue = issueOfRow(row);
  if (typeof campaign !== "number" || (sums === null && issue === null)) return { states, issued };
  // What was issued is known even where its sums were taken out: no other has its amounts then.
  const amounts = sums ?? "";
  if (issue !== null)
    return { states, issued: [...issued.filter((one) => one.campaign !== campaign), { ...issue, campaign, amounts }] };
  const before = states.findLast((one) => one.campaign === campaign);
  const next = before?.amounts === amounts ? before.version : lastVersion(states, campaign) + 1;
  const written = /^(.+), version (\d+)(?: \(R(\d+)\))?$/.exec(String(at("state") ?? ""));
  const state: KnownState = {
    row: index,
    when: whenOf(at("when")),
    campaign,
    number: written?.[1] ?? `${campaign}-01`,
    version: written === null ? next : Number(written[2]),
    amounts,
    errors: Number(/^\d+/.exec(String(at("accepted") ?? ""))?.[0] ?? 0),
    ...(written?.[3] !== undefined && { lastRank: Number(written[3]) }),
  };
  return {
    states: [...states.filter((one) => one.campaign !== campaign || one.version !== state.version), state],
    issued,
  };
}

function lastVersion(states: readonly KnownState[], campaign: number): number {
  return Math.max(0, ...states.map((one) => (one.campaign === campaign ? one.version : 0)));
}

/**
 * Returns the record of a Journal before the run of a row: its other states, and the issues of the rows above. Null
 * without a record: the rows above are then complete.
 */
export function recordBefore(rows: readonly (readonly Cell[])[], record: string | null, row: number): string | null {
  const kept = record === null ? null : readRunRecord(record);
  if (kept?.ledger === undefined) return null;
  const { states, issued } = kept.ledger;
  const above = rows.slice(journalFirstRow, row);
  const issuedAbove = issued.flatMap((issue) => {
    const last = above.findLast((one) => one[journalColumns.campaign] === issue.campaign && issueOfRow(one) !== null);
    return last === undefined ? [] : [{ ...issue, ...issueOfRow(last) }];
  });
  const ledger = { lastRow: row - 1, states: states.filter((state) => state.row < row), issued: issuedAbove };
  return JSON.stringify({ ...kept, row: row - 1, ledger });
}

/** Returns the date and time in a row of the Journal, `2014-11-25 14:03`; any other text as it is. */
export function whenOf(cell: Cell): string {
  if (typeof cell !== "number") return typeof cell === "string" ? cell : "?";
  const minutes = Math.round((cell % 1) * 24 * 60);
  return `${isoDate(fromSerial(cell))} ${twoDigits(Math.floor(minutes / 60))}:${twoDigits(minutes % 60)}`;
}

function twoDigits(value: number): string {
  return String(value).padStart(2, "0");
}

/** Returns the same to the second, as the clock gave it. */
export function clockOf(cell: Cell): string {
  if (typeof cell !== "number") return whenOf(cell);
  const seconds = Math.round((cell % 1) * 24 * 3600);
  const [hours, minutes, rest] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  return `${isoDate(fromSerial(cell))} ${[hours, minutes, rest].map(twoDigits).join(":")}`;
}

/** Returns the amount in a cell of the Journal; null for any other cell. */
export function amountOf(cell: Cell): Decimal | null {
  return typeof cell === "number" ? roundHalfUp(new Decimal(cell)) : null;
}

/** Returns the three sums of a row; null when one is missing. */
function sumsOfRow(row: readonly Cell[]): string | null {
  const sums = (["cagb", "communes", "total"] as const).map((column) => amountOf(row[journalColumns[column]] ?? null));
  return sums.some((sum) => sum === null) ? null : sumsText(sums as Decimal[]);
}

const between = " / ";

function sumsText(sums: readonly Decimal[]): string {
  return sums.map(formatAmount).join(between);
}

/** Returns whether a version has the amounts of a statement, as far as the Journal knows them. */
function hasAmountsOf({ amounts }: Pick<KnownState, "amounts">, statement: Statement): boolean {
  const { cagb, communes, total } = statement;
  return amounts === (amounts.includes(between) ? sumsText([cagb, communes, total]) : amountsDigest(statement));
}

/**
 * Returns which état a statement is of its campaign: of the version of the last run when its amounts are the same, else
 * of the next one; the one issued again when it has its amounts. `number`: that of the état.
 */
export function editionOf(statement: Statement, { states, issued }: Ledger, number: string): Edition {
  const { year } = statement.campaign;
  const issue = issued.find(({ campaign }) => campaign === year);
  const last = states.findLast(({ campaign }) => campaign === year);
  const isUnchanged = last !== undefined && hasAmountsOf(last, statement);
  const next = isUnchanged ? last.version : lastVersion(states, year) + 1;
  const ranked = isUnchanged && last.lastRank !== undefined ? { lastRank: last.lastRank } : {};
  if (issue === undefined) return { version: next, issued: null, differs: null, ...ranked };
  const isSame = hasAmountsOf(issue, statement);
  const differs = !isSame ? "amounts" : issue.number === number ? null : "number";
  const version = isSame ? issue.version : Math.max(next, issue.version + 1);
  return { version, issued: issuedState(issue), differs, ...ranked };
}

function issuedState({ number, version, date, bordereau, titre }: KnownIssue): IssuedState {
  return { number, version, date, bordereau, titre };
}
