import { CellError, parseIsoDate, toSerial, type Cell } from "../cells";
import type { Reading } from "../inventory";
import type { Anomaly } from "../messages";
import { describeOptions } from "../options";
import { allAnomalies, type Statement } from "../statement";
import { count, date, euros, imported, text } from "./kit/cells";
import type { CellStyle, ModelCell, SheetModel } from "./kit/model";
import { Page } from "./kit/page";
import { dateFormat, moneyFormat, styles, textFormat, timeFormat } from "./kit/styles";
import { campaignLineStart, filesApart, gridLine, printTexts } from "./kit/texts";

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

const headers = [
  "Date et heure",
  "Campagne",
  "Situation au",
  "Tarif",
  "Options",
  "Feuilles sources et empreinte de leurs valeurs",
  "Lignes lues",
  "Facturées",
  "Exclues",
  "En erreur",
  "Écoles",
  "Part de la CAGB",
  "Quotes-parts",
  "Total du titre",
  "Anomalies acceptées",
] as const;
const widths = [16, 11, 11, 22, 26, 40, 8, 11, 9, 10, 8, 15, 15, 15, 28];
/** Where what identifies a run stands in its row. */
export const journalColumns = {
  when: 0,
  campaign: 1,
  options: 4,
  sources: 5,
  cagb: 11,
  communes: 12,
  total: 13,
} as const;
const countColumns = new Set([6, 7, 8, 9, 10]);
const moneyColumns = new Set<number>([journalColumns.cagb, journalColumns.communes, journalColumns.total]);
const lastColumn = headers.length - 1;
/** A text on the right of an amount does not touch it. */
const apart = { align: "left", indent: 1 } as const;

/** « Journal »: the runs so far, untouched, and this one below. (decisions §7) */
export function makeJournal(reading: Reading, statement: Statement, journal: JournalInput, name: string): SheetModel {
  const draft = new Page(widths);
  draft.add([text(journalTexts.title, styles.title)]);
  draft.add([text(journalTexts.subtitle, styles.subtitle)]);
  const headerRow = draft.add(headers.map((title, column) => text(title, headerStyle(column))));
  for (const row of journal.rows) draft.add(headers.map((_header, column) => keep(row[column] ?? null, column)));
  draft.add(newRow(reading, statement, journal));
  return draft.finish(
    { key: "journal", name, freeze: { rows: headerRow + 1, columns: 1 } },
    {
      orientation: "landscape",
      titleRows: { first: headerRow, last: headerRow },
      ...printTexts("Journal", statement.campaign),
    },
  );
}

function keep(cell: Cell, column: number): ModelCell {
  const value = cell instanceof CellError ? cell.code : cell;
  return { value, style: { ...styles.wrapped, ...formatOf(value, column), ...(column === lastColumn && apart) } };
}

/** A heading stands as its figures do. */
function headerStyle(column: number): CellStyle {
  if (column === lastColumn) return { ...styles.header, ...apart };
  return countColumns.has(column) || moneyColumns.has(column) ? styles.headerNumber : styles.header;
}

function formatOf(value: ModelCell["value"], column: number): CellStyle {
  if (typeof value !== "number") return { numberFormat: textFormat };
  if (column === 0) return { numberFormat: timeFormat, align: "left" };
  if (column === 2) return { numberFormat: dateFormat, align: "left" };
  if (moneyColumns.has(column)) return { numberFormat: moneyFormat, align: "right" };
  return countColumns.has(column) ? { numberFormat: "#,##0", align: "right" } : { align: "left" };
}

function newRow(reading: Reading, statement: Statement, { when, fingerprints }: JournalInput): ModelCell[] {
  const { campaign, grid, options } = statement;
  const line = styles.wrapped;
  const add = (figure: "read" | "billed" | "excluded" | "error") =>
    count(
      reading.rows.reduce((total, row) => total + row[figure], 0),
      line,
    );
  const time = serialOf(when);
  return [
    typeof time === "number" ? { value: time, style: { ...line, ...formatOf(time, 0) } } : imported(when, line),
    { value: campaign.year, style: { ...line, align: "left" } },
    date(campaign.snapshot, line),
    imported(gridLine(grid), line),
    imported(describeOptions(options).join("\n"), line),
    imported(sourcesOf(fingerprints), line),
    add("read"),
    add("billed"),
    add("excluded"),
    add("error"),
    count(statement.schools, line),
    euros(statement.cagb, line),
    euros(statement.communes, line),
    euros(statement.total, line),
    imported(acceptedErrors(allAnomalies(reading, statement), reading), { ...line, ...apart }),
  ];
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
  const otherFiles = filesApart(reading);
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
