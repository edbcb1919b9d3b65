import { CellError, parseIsoDate, toSerial, type Cell } from "../cells";
import type { Reading } from "../inventory";
import type { Anomaly } from "../messages";
import { describeOptions } from "../options";
import { allAnomalies, type Statement } from "../statement";
import { text, type PageCell } from "./kit/cells";
import type { CellStyle, SheetModel } from "./kit/model";
import { Page } from "./kit/page";
import { beside, countFormat, dateFormat, moneyFormat, styles, textFormat, timeFormat } from "./kit/styles";
import { table, type Column } from "./kit/table";
import { campaignLineStart, externalFiles, gridLine, printTexts } from "./kit/texts";

/** What the shell knows of a run, which the core has no clock nor file to know. */
export interface JournalInput {
  /** Civil date and time of the run: `2014-11-25 14:03`. */
  readonly when: string;
  /** Rows of the journal as it stands, from `journalFirstRow` on; none at the first run. */
  readonly rows: readonly (readonly Cell[])[];
  /** SHA-256 of the values of each sheet read. */
  readonly fingerprints: readonly { readonly file: string; readonly sheet: string; readonly fingerprint: string }[];
}

/** Zero-based row of the first run. */
export const journalFirstRow = 3;

/** Its first two lines, by which it is known where its key is lost: never to be changed. */
const journalTexts = {
  title: "Journal des générations",
  subtitle: "Une ligne par génération ; les précédentes ne sont jamais modifiées.",
} as const;

/** A generation to be written down. */
interface Run {
  readonly reading: Reading;
  readonly statement: Statement;
  readonly journal: JournalInput;
}

/** A run as the journal has it already, from its cells; or the one that is added. */
type JournalRow = { readonly cells: readonly Cell[] } | { readonly run: Run };

interface Field {
  readonly title: string;
  readonly width: number;
  /** What its numbers are; `beside`: a text on the right of an amount. */
  readonly kind: "time" | "date" | "count" | "euros" | "text" | "beside";
  readonly of: (run: Run) => string | number | null;
}

const fields = {
  when: { title: "Date et heure", width: 16, kind: "time", of: ({ journal: { when } }) => serialOf(when) ?? when },
  campaign: { title: "Campagne", width: 11, kind: "text", of: ({ statement }) => statement.campaign.year },
  snapshot: {
    title: "Situation au",
    width: 11,
    kind: "date",
    of: ({ statement }) => toSerial(statement.campaign.snapshot),
  },
  grid: { title: "Tarif", width: 22, kind: "text", of: ({ statement }) => gridLine(statement.grid) },
  options: {
    title: "Options",
    width: 26,
    kind: "text",
    of: ({ statement }) => describeOptions(statement.options).join("\n"),
  },
  sources: {
    title: "Feuilles sources et empreinte de leurs valeurs",
    width: 40,
    kind: "text",
    of: ({ journal }) => sourcesOf(journal.fingerprints) || null,
  },
  read: { title: "Lignes lues", width: 8, kind: "count", of: ({ reading }) => rowsOf(reading, "read") },
  billed: { title: "Facturées", width: 11, kind: "count", of: ({ reading }) => rowsOf(reading, "billed") },
  excluded: { title: "Exclues", width: 9, kind: "count", of: ({ reading }) => rowsOf(reading, "excluded") },
  error: { title: "En erreur", width: 10, kind: "count", of: ({ reading }) => rowsOf(reading, "error") },
  schools: { title: "Écoles", width: 8, kind: "count", of: ({ statement }) => statement.schools },
  cagb: { title: "Part de la CAGB", width: 15, kind: "euros", of: ({ statement }) => statement.cagb.toNumber() },
  communes: { title: "Quotes-parts", width: 15, kind: "euros", of: ({ statement }) => statement.communes.toNumber() },
  total: { title: "Total du titre", width: 15, kind: "euros", of: ({ statement }) => statement.total.toNumber() },
  accepted: {
    title: "Anomalies acceptées",
    width: 28,
    kind: "beside",
    of: ({ reading, statement }) => acceptedErrors(allAnomalies(reading, statement), reading),
  },
} as const satisfies Record<string, Field>;

type FieldKey = keyof typeof fields;

const columns = Object.entries(fields).map(([key, { title, width, kind, of }]: [string, Field], index) => {
  const align = kind === "beside" ? kind : kind === "count" || kind === "euros" ? "right" : "left";
  const valueOf = (row: JournalRow) => ("run" in row ? of(row.run) : shown(row.cells[index] ?? null));
  const column: Column<JournalRow, FieldKey> = { title, width, align, cell: (row) => cellFor(kind, valueOf(row)) };
  return [key, column] as const;
});

const runs = table<JournalRow>()({
  columns: Object.fromEntries(columns) as Record<FieldKey, Column<JournalRow, FieldKey>>,
});

/** Zero-based columns of what a run is known by. */
export const journalColumns = runs.at;

/** « Journal »: the runs so far, untouched, and this one below. (decisions §7) */
export function makeJournal(reading: Reading, statement: Statement, journal: JournalInput, name: string): SheetModel {
  const page = new Page(name, runs.widths);
  page.add([text(journalTexts.title, styles.title)]);
  page.add([text(journalTexts.subtitle, styles.subtitle)]);
  const rows = [...journal.rows.map((cells) => ({ cells })), { run: { reading, statement, journal } }];
  const { header } = runs.write(page, rows, { style: styles.wrapped, keepTitles: false, repeatTitles: "always" });
  return page.finish({
    key: "journal",
    freeze: { rows: header + 1, columns: 1 },
    orientation: "landscape",
    ...printTexts("Journal", statement.campaign),
  });
}

/** A run that was edited by hand stays as it is: each value takes the format that it has by itself. */
function cellFor(kind: Field["kind"], value: PageCell["value"]): PageCell {
  const style = {
    ...styles.wrapped,
    ...(typeof value === "number" ? numberStyles[kind] : { numberFormat: textFormat }),
  };
  return { value, style: kind === "beside" ? beside(style) : style };
}

const numberStyles: Readonly<Record<Field["kind"], CellStyle>> = {
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

function rowsOf(reading: Reading, figure: "read" | "billed" | "excluded" | "error"): number {
  return reading.rows.reduce((total, row) => total + row[figure], 0);
}

/** Digits of a fingerprint that are shown: enough to tell two states of a sheet apart. */
const shownDigits = 12;

/** A line a file: « parc.xlsx : Parc 0123456789ab, Effectifs … ». */
function sourcesOf(fingerprints: JournalInput["fingerprints"]): string {
  const files = new Map<string, string[]>();
  for (const { file, sheet, fingerprint } of fingerprints) {
    const shown = `${sheet} ${fingerprint.slice(0, shownDigits)}`;
    files.set(file, [...(files.get(file) ?? []), shown]);
  }
  return [...files].map(([file, sheets]) => `${file} : ${sheets.join(", ")}`).join("\n");
}

/** Excel's serial of `2014-11-25 14:03`, a T or a space between, seconds or not; null where it is not written so. */
function serialOf(when: string): number | null {
  const match = /^(\S{10})[ T](\d{2}):(\d{2})(?::(\d{2}))?$/.exec(when);
  const day = match === null ? null : parseIsoDate(match[1]!);
  if (match === null || day === null) return null;
  const seconds = Number(match[2]) * 3600 + Number(match[3]) * 60 + Number(match[4] ?? 0);
  return toSerial(day) + seconds / 86400;
}

/** Places that a cell of the journal names; beyond, they are only counted. */
const namedPlaces = 15;

/** Errors that a run was made in spite of, by their number and places: « 9 : Inventaire 2014!A5, A6, F7 ». */
function acceptedErrors(anomalies: readonly Anomaly[], reading: Reading): string {
  const errors = anomalies.filter(({ severity }) => severity === "error");
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
 * Whether a sheet bears the first two lines of a document of ours: all that tells it where a file's format keeps neither
 * names nor keys (.xls, .ods, .csv). Null for a user's sheet.
 */
export function generatedDocumentOf(rows: readonly (readonly Cell[])[]): "document" | "journal" | null {
  const [title, subtitle] = [rows[0]?.[0], rows[1]?.[0]];
  if (title === journalTexts.title && subtitle === journalTexts.subtitle) return "journal";
  return typeof subtitle === "string" && subtitle.startsWith(campaignLineStart) && / · situation au /.test(subtitle)
    ? "document"
    : null;
}
