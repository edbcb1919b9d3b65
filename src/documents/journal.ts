import { CellError, parseIsoDate, toSerial, type Cell } from "../cells";
import type { InventoryReading } from "../inventory";
import { countOf, type Anomaly } from "../messages";
import { describeParticulars } from "../options";
import { allAnomalies, type Statement } from "../statement";
import type { Campaign } from "../tariff";
import { issueText, journalFields, journalFirstRow, ledgerOf, stateOfRow, type JournalField } from "./journal-ledger";
import type { PageCell } from "./kit/cells";
import { printTexts } from "./kit/heading";
import type { CellStyle, SheetModel } from "./kit/model";
import { Page } from "./kit/page";
import { partNames } from "./kit/say";
import { beside, countFormat, dateFormat, moneyFormat, styles, textFormat, timeFormat } from "./kit/styles";
import { columnHelper, table, type Column } from "./kit/table";
import { campaignLineShape, externalFiles, gridLine, optionLines, stateNumber, stateReference } from "./kit/texts";
import {
  recordWithIssue,
  runRecord,
  runSheet,
  type KnownIssue,
  type RunFile,
  type RunSettings,
  type RunSheet,
} from "./run-record";

/** What the shell knows about a run: the core has no clock and no file. */
export interface JournalInput {
  /** Civil date and time of the run: `2014-11-25 14:03`. */
  readonly when: string;
  /** Rows of the Journal from `journalFirstRow` on; empty at the first run. */
  readonly rows: readonly (readonly Cell[])[];
  /** The record kept beside it; absent without one. */
  readonly record?: string | null;
  /** Anomalies of opening the workbooks, if any. */
  readonly opening?: readonly Anomaly[];
  /** Names of the user's sheets in the workbook. */
  readonly sheets?: readonly string[];
  /** The settings in the user's sheets. */
  readonly settings?: RunSettings;
  /** SHA-256 of the values of each sheet read. */
  readonly fingerprints: readonly { readonly file: string; readonly sheet: string; readonly fingerprint: string }[];
}

/** Its first two lines, by which it is known where its key is lost: never to be changed. */
const journalTexts = {
  title: "Journal des générations",
  subtitle: "Une ligne par génération ; les précédentes ne sont jamais modifiées.",
} as const;

/** A generation to be written down. */
interface Run {
  readonly reading: InventoryReading;
  readonly statement: Statement;
  readonly journal: JournalInput;
}

/** A row of the Journal: a former one, by its cells; the new run; or a note added about a past run. */
type JournalRow =
  | { readonly cells: readonly Cell[] }
  | { readonly run: Run }
  | { readonly values: Readonly<Partial<Record<JournalField, PageCell["value"]>>> };

type Kind = "time" | "date" | "count" | "euros" | "text" | "beside";

/** A column of the journal, whose numbers are of a kind; `beside`: texts on the right of amounts. */
interface Field {
  readonly title: string;
  readonly width: number;
  readonly kind: Kind;
  readonly of: (run: Run) => string | number | null;
}

const field = (title: string, width: number, kind: Kind, of: Field["of"]): Field => ({ title, width, kind, of });

const fields: Readonly<Record<JournalField, Field>> = {
  when: field("Date et heure", 15, "time", ({ journal: { when } }) => serialOf(when) ?? when),
  campaign: field("Campagne", 9.5, "text", ({ statement }) => statement.campaign.year),
  snapshot: field("Situation au", 10.5, "date", ({ statement }) => toSerial(statement.campaign.snapshot)),
  grid: field("Tarif", 16, "text", ({ statement }) => gridLine(statement.grid)),
  options: field("Options", 17, "text", ({ statement }) => optionLines(withoutParticulars(statement)).join("\n")),
  sources: field("Feuilles sources et empreinte de leurs valeurs", 22, "text", ({ journal }) =>
    sourcesOf(filesOf(journal)),
  ),
  read: field("Lignes lues", 6.5, "count", rowsOf("read")),
  billed: field("Facturées", 9.5, "count", rowsOf("billed")),
  excluded: field("Exclues", 7.5, "count", rowsOf("excluded")),
  error: field("En erreur", 7, "count", rowsOf("error")),
  schools: field("[Écoles]", 6.5, "count", ({ statement }) => statement.schools),
  cagb: field(partNames.cagb, 13, "euros", ({ statement }) => statement.cagb.toNumber()),
  communes: field("Quotes-parts", 13, "euros", ({ statement }) => statement.communes.toNumber()),
  total: field("Total du titre", 13, "euros", ({ statement }) => statement.total.toNumber()),
  accepted: field("Anomalies acceptées", 14, "beside", acceptedErrors),
  state: field("État", 14, "text", ({ statement }) => stateOfRow(stateReference(statement), statement.edition)),
  particulars: field(
    "Mentions données",
    25,
    "text",
    ({ statement }) => describeParticulars(statement.options).join("\n") || null,
  ),
};

/** The particulars have a column of their own. */
function withoutParticulars(statement: Statement): Statement {
  return { ...statement, options: { ...statement.options, particulars: {} } };
}

const column = columnHelper<JournalRow>();
const columns = journalFields.map((key, index) => {
  const { title, width, kind, of } = fields[key];
  const align = kind === "beside" ? kind : kind === "count" || kind === "euros" ? "right" : "left";
  const valueOf = (row: JournalRow) => {
    if ("run" in row) return of(row.run);
    return "values" in row ? (row.values[key] ?? null) : shown(row.cells[index] ?? null);
  };
  return [key, column.cell(title, width, (row) => cellFor(kind, valueOf(row)), align)] as const;
});

const runs = table({ columns: Object.fromEntries(columns) as Record<JournalField, Column<JournalRow, never>> });

/** Makes « Journal »: the runs so far, untouched, and this one below. (decisions §7) */
export function makeJournal(
  reading: InventoryReading,
  statement: Statement,
  journal: JournalInput,
  name: string,
): SheetModel {
  const row = journalFirstRow + journal.rows.length;
  const run = {
    row,
    when: journal.when,
    files: filesOf(journal),
    number: stateNumber(statement),
    errors: countOf(allAnomalies(reading, statement), "error"),
    opening: journal.opening ?? [],
    before: ledgerOfJournal(journal),
    ...(journal.settings !== undefined && { settings: journal.settings }),
    ...(journal.sheets !== undefined && { sheets: journal.sheets }),
  };
  const added = { run: { reading, statement, journal } };
  return writeJournal(journal.rows, [added], name, statement.campaign, runRecord(run, statement));
}

/** Returns the états generated and issued according to a Journal, by its rows and its record. */
export function ledgerOfJournal({ rows, record = null }: Pick<JournalInput, "rows" | "record">) {
  const head = Array.from({ length: journalFirstRow }, (): Cell[] => []);
  return ledgerOf([...head, ...rows], record);
}

/** Makes « Journal » with its rows unchanged and, below, the issue of a run: its campaign, date and numbers. */
export function makeJournalOfIssue(
  journal: Omit<JournalInput, "fingerprints">,
  issue: KnownIssue,
  campaign: Campaign,
  sums: Readonly<Record<"cagb" | "communes" | "total", number | null>>,
  name: string,
): SheetModel {
  const values = {
    when: serialOf(journal.when) ?? journal.when,
    campaign: campaign.year,
    snapshot: toSerial(campaign.snapshot),
    ...sums,
    state: issueText(issue),
  };
  const row = journalFirstRow + journal.rows.length;
  const record = recordWithIssue(journal.record ?? null, row, issue, ledgerOfJournal(journal));
  return writeJournal(journal.rows, [{ values }], name, campaign, record);
}

/** Makes « Journal » from rows written before, with the record of what they say. */
export function journalOfRows(
  rows: JournalInput["rows"],
  name: string,
  campaign: Campaign,
  record: string,
): SheetModel {
  return writeJournal(rows, [], name, campaign, record);
}

function writeJournal(
  rows: JournalInput["rows"],
  added: readonly JournalRow[],
  name: string,
  campaign: Campaign,
  record: string | null,
): SheetModel {
  const page = new Page(name, campaign, runs.widths);
  page.add([{ value: journalTexts.title, style: styles.title }]);
  page.add([{ value: journalTexts.subtitle, style: styles.subtitle }]);
  const all = [...rows.map((cells) => ({ cells })), ...added];
  const { header } = runs.write(page, all, { style: styles.wrapped, keepTitles: false, repeatTitles: "always" });
  return page.finish({
    key: "journal",
    ...(record !== null && { record }),
    freeze: { rows: header + 1, columns: 1 },
    orientation: "landscape",
    ...printTexts("Journal", campaign),
  });
}

/** Returns the cell of a value of the Journal. A value edited by hand has the format of its own type. */
function cellFor(kind: Kind, value: PageCell["value"]): PageCell {
  const style = {
    ...styles.wrapped,
    ...(typeof value === "number" ? numberStyles[kind] : { numberFormat: textFormat }),
  };
  return { value, style: kind === "beside" ? beside(style) : style };
}

const numberStyles: Readonly<Record<Kind, CellStyle>> = {
  time: { numberFormat: timeFormat, align: "left" },
  date: { numberFormat: dateFormat, align: "left" },
  count: { numberFormat: countFormat, align: "right" },
  euros: { numberFormat: moneyFormat, align: "right" },
  text: { align: "left" },
  beside: {},
};

function shown(cell: Cell): PageCell["value"] {
  return cell instanceof CellError ? cell.code : cell;
}

function rowsOf(figure: "read" | "billed" | "excluded" | "error") {
  return ({ reading }: Run) => reading.rows.reduce((total, row) => total + row[figure], 0);
}

function filesOf({ fingerprints }: JournalInput): RunFile[] {
  const files = new Map<string, RunSheet[]>();
  for (const { file, sheet, fingerprint } of fingerprints) {
    const known = files.get(file) ?? [];
    files.set(file, [...known, runSheet(sheet, fingerprint)]);
  }
  return [...files].map(([file, sheets]) => ({ file, sheets }));
}

/** Returns one line for each file, « parc.xlsx : Parc 0123456789ab, Effectifs … »; null without a file. */
function sourcesOf(files: readonly RunFile[]): string | null {
  const shown = ({ name, fingerprint }: RunSheet) => `${name} ${fingerprint}`;
  return files.map(({ file, sheets }) => `${file} : ${sheets.map(shown).join(", ")}`).join("\n") || null;
}

/** Returns the Excel serial of `2014-11-25 14:03`, with a T or a space, and maybe seconds; null for another text. */
function serialOf(when: string): number | null {
  const match = /^(\S{10})[ T](\d{2}):(\d{2})(?::(\d{2}))?$/.exec(when);
  const day = match === null ? null : parseIsoDate(match[1]!);
  if (match === null || day === null) return null;
  const seconds = Number(match[2]) * 3600 + Number(match[3]) * 60 + Number(match[4] ?? 0);
  return toSerial(day) + seconds / 86400;
}

/** Places that a cell of the journal names; beyond, they are only counted. */
const namedPlaces = 15;

/**
 * Returns the errors accepted by a run, by number and place, « 9 : Inventaire 2014!A5, A6, F7 »; « Aucune » when there
 * are none.
 */
function acceptedErrors({ reading, statement }: Run): string {
  const errors = allAnomalies(reading, statement).filter(({ severity }) => severity === "error");
  if (errors.length === 0) return "Aucune";
  const otherFiles = externalFiles(reading);
  const places = errors.slice(0, namedPlaces).map((error, index, all) => {
    const sheet = sheetOf(error, otherFiles);
    const before = all[index - 1];
    if (error.cell === null) return sheet;
    return before?.cell != null && sheetOf(before, otherFiles) === sheet ? error.cell : `${sheet}!${error.cell}`;
  });
  const rest = errors.length - places.length;
  const others = rest === 0 ? "" : rest === 1 ? " et 1 autre" : ` et ${rest} autres`;
  return `${errors.length}\u00a0: ${places.join(", ")}${others}`;
}

function sheetOf({ file, sheet }: Anomaly, otherFiles: ReadonlySet<string>): string {
  if (sheet === null) return file ?? "tout l’inventaire";
  return file !== null && otherFiles.has(file) ? `[${file}]${sheet}` : sheet;
}

/**
 * Returns whether the first rows of a sheet are those of the Journal or of another generated document: the only
 * evidence in a file whose format keeps neither names nor keys (.xls, .ods, .csv). Null for a user's sheet.
 */
export function generatedDocumentOf(rows: readonly (readonly Cell[])[]): "document" | "journal" | null {
  const [title, subtitle] = [rows[0]?.[0], rows[1]?.[0]];
  if (title === journalTexts.title && subtitle === journalTexts.subtitle) return "journal";
  // A letterhead may be above.
  return rows.slice(0, documentHeadRows).some(([cell]) => isCampaignLine(cell ?? null)) ? "document" : null;
}

/** The number of first rows in which a document has the line under its title. */
export const documentHeadRows = 8;

function isCampaignLine(cell: Cell): boolean {
  return typeof cell === "string" && campaignLineShape.test(cell);
}
