import type { Decimal } from "decimal.js";
import { cellName } from "../cells";
import { firstSource, partOf, type CommuneTotal, type Line, type SchoolTotal, type Split } from "../statement";
import type { Payer } from "../tariff";
import { count, empty, euros, imported, sumDown, text } from "./cells";
import type { Draft } from "./draft";
import { ficheColumns as at, type PayerRows } from "./fiche-columns";
import type { CellStyle, ModelCell } from "./model";
import { styles } from "./styles";
import { shareNote } from "./texts";

const headings = [
  ...["Prestation", "Code"],
  ...["Quantité", "Prix unitaire", "Installation", "Maintenance annuelle", "Total école"],
  "Source",
];
const textColumns = 2;

export function writeFicheHeader(draft: Draft): number {
  const cells = headings.map((title, column) =>
    text(title, column < textColumns ? styles.header : column === at.source ? sourceHeader : styles.headerNumber),
  );
  return draft.add(cells, true);
}

const sourceHeader: CellStyle = { ...styles.header, align: "left", indent: 1 };

/** One payer's lines, school by school, and their total. `schoolName`: how a school is headed. */
export function writePayer(
  draft: Draft,
  commune: CommuneTotal,
  payer: Payer,
  title: string,
  schoolName: (school: SchoolTotal) => string,
): PayerRows {
  const first = draft.next;
  const billed = commune.schools.filter((school) => school.lines.some((line) => line.payer === payer));
  billed.forEach((school, index) => writeSchool(draft, school, payer, schoolName(school), index === billed.length - 1));
  if (billed.length === 0) draft.band([text("Aucune prestation.", styles.line)], styles.line, true);
  const last = draft.next - 1;
  const { installation, maintenance } = commune.split;
  const total = (amount: Decimal, column: number) => euros(amount, styles.total, sumDown(column, first, last));
  const row = draft.band(
    [
      text(title, styles.total),
      ...[null, null, null],
      total(installation[payer], at.installation),
      total(maintenance[payer], at.maintenance),
      total(partOf(commune.split, payer), at.total),
    ],
    styles.total,
    payer === "commune",
  );
  return { first, last, total: row };
}

/** A school longer than this may be cut by a page. */
const linesKeptTogether = 20;

function writeSchool(draft: Draft, { split, lines }: SchoolTotal, payer: Payer, name: string, last: boolean): void {
  draft.band([imported(name, styles.group)], styles.group, true);
  const own = lines.filter((line) => line.payer === payer);
  const first = draft.next;
  const together = own.length <= linesKeptTogether;
  own.forEach((line, index) => writeLine(draft, line, together || index === own.length - 1));
  const sum = subtotal(split, payer, first, draft);
  const title = text("Sous-total de l’école", styles.subtotal);
  draft.band([title, null, null, null, null, null, sum], styles.subtotal, last);
}
/** Of both natures at once, in its own column: the totals below add up columns without a subtotal in them. */
function subtotal(split: Split, payer: Payer, first: number, draft: Draft): ModelCell {
  const range = `${cellName(first, at.installation)}:${cellName(draft.next - 1, at.maintenance)}`;
  return euros(partOf(split, payer), styles.subtotal, `SUM(${range})`);
}

function writeLine(draft: Draft, line: Line, keep: boolean): void {
  const row = draft.next;
  const label = line.tariff.prestation + (line.share === null ? "" : ` (${shareNote(line.share)})`);
  const product = `${cellName(row, at.quantity)}*${cellName(row, at.price)}`;
  // Cents were shared out: no product gives a commune's part.
  const amount = euros(line.amount, styles.line, line.share === null ? product : undefined);
  const blank = empty(styles.line);
  draft.add(
    [
      imported(label, styles.indented),
      imported(line.tariff.code, codeStyle),
      count(line.quantity, styles.line),
      euros(line.unitPrice, styles.line),
      line.nature === "installation" ? amount : blank,
      line.nature === "maintenance" ? amount : blank,
      blank,
      sourceCell(line),
    ],
    keep,
  );
}

const codeStyle: CellStyle = { ...styles.line, size: 9 };

/** « Parc!E12 et 13 autres », which leads to the first. */
function sourceCell(line: Line): ModelCell {
  const source = firstSource(line.sources);
  if (source === null) return empty(styles.line);
  const { name: sheet, otherFile } = source.first.sheet;
  const others = source.count === 1 ? "" : source.count === 2 ? " et 1 autre" : ` et ${source.count - 1} autres`;
  const label = imported(
    `${otherFile === null ? "" : `[${otherFile}]`}${sheet}!${source.cell}${others}`,
    styles.sourceLink,
  );
  const place = { sheet, cell: source.cell };
  return { ...label, link: otherFile === null ? place : { ...place, file: otherFile } };
}
