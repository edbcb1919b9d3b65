import { cellName } from "../cells";
import { eurosInWords, formatEuros } from "../money";
import { firstSource, partOf } from "../statement";
import type { CommuneTotal, Line, SchoolTotal, Split, Statement } from "../statement";
import type { Payer } from "../tariff";
import { count, empty, euros, imported, linkTo, sumDown, text } from "./cells";
import type { Draft } from "./draft";
import type { CellStyle, ModelCell } from "./model";
import { styles } from "./styles";
import { campaignLine, gridLine, shareNote } from "./texts";

/** Columns of a fiche, and their widths. */
export const ficheWidths = [32, 13.5, 8.5, 11, 12, 12.5, 12.5, 28];
const at = { quantity: 2, price: 3, installation: 4, maintenance: 5, school: 6, source: 7 } as const;

/** Zero-based rows of a fiche where each payer's totals stand; columns E and F hold installation and maintenance. */
export interface FichePlaces {
  readonly payers: Readonly<Record<Payer, PayerRows>>;
  readonly headerRow: number;
}

/** Rows of one payer's lines, school headings and sub-totals among them, and the row of their total. */
export interface PayerRows {
  readonly first: number;
  readonly last: number;
  readonly total: number;
}

export const ficheColumns = { installation: at.installation, maintenance: at.maintenance, total: at.school } as const;

/**
 * Writes a commune's fiche from the draft's next row on: a statement prepared for the CAGB, which claims the commune's
 * share; what the CAGB bears comes apart, for information. (decisions §3, §7)
 */
export function writeFiche(
  draft: Draft,
  commune: CommuneTotal,
  statement: Statement,
  recapitulatif: string,
): FichePlaces {
  const { name, insee, siren } = commune.commune;
  draft.add([imported(`Fiche de refacturation · ${name}`, styles.title)]);
  draft.add([text(campaignLine(statement.campaign), styles.subtitle)]);
  draft.add([linkTo("← Récapitulatif", recapitulatif, "A1", styles.back)]);
  draft.space();
  draft.add([text("Commune", styles.label), imported(`${name} (INSEE ${insee}, SIREN ${siren})`, styles.value)]);
  draft.entry("Document", preparedFor);
  draft.entry("Tarif", gridLine(statement.grid));
  draft.space();

  draft.section("Quote-part de la commune, que la CAGB lui refacture");
  const headerRow = writeHeader(draft);
  const own = writePayer(draft, commune, "commune", "Total de la quote-part");
  const due = `Montant à refacturer par la CAGB`;
  const dueCell = euros(commune.due, styles.grandTotal, cellName(own.total, at.school));
  draft.band([text(due, styles.grandTotal), null, null, null, null, null, dueCell], styles.grandTotal, true);
  draft.paragraph(
    `Soit, en toutes lettres : ${eurosInWords(commune.due)} (${formatEuros(commune.due)}).`,
    styles.strong,
  );
  draft.space();

  draft.section("Pris en charge par la CAGB, pour information : la commune n’en doit rien");
  writeHeader(draft);
  const cagb = writePayer(draft, commune, "cagb", "Total pris en charge par la CAGB");
  return { payers: { commune: own, cagb }, headerRow };
}

const preparedFor =
  "État préparé par la Ville de Besançon pour la CAGB, qui refacture à la commune sa quote-part. La Ville ne réclame rien à la commune.";

function writeHeader(draft: Draft): number {
  const [left, right] = [styles.header, styles.headerNumber];
  return draft.add(
    [
      text("Prestation", left),
      text("Code", left),
      text("Quantité", right),
      text("Prix unitaire", right),
      text("Installation", right),
      text("Maintenance annuelle", right),
      text("Total école", right),
      text("Source", { ...left, align: "left", indent: 1 }),
    ],
    true,
  );
}

/** One payer's lines, school by school, and their total. */
function writePayer(draft: Draft, commune: CommuneTotal, payer: Payer, title: string): PayerRows {
  const first = draft.next;
  const billed = commune.schools.filter((school) => school.lines.some((line) => line.payer === payer));
  billed.forEach((school, index) => writeSchool(draft, school, payer, index === billed.length - 1));
  if (billed.length === 0) draft.band([text("Aucune prestation.", styles.line)], styles.line, true);
  const last = draft.next - 1;
  const { installation, maintenance } = commune.split;
  const total = (amount: typeof commune.due, column: number) =>
    euros(amount, styles.total, sumDown(column, first, last));
  const row = draft.band(
    [
      text(title, styles.total),
      ...[null, null, null],
      total(installation[payer], at.installation),
      total(maintenance[payer], at.maintenance),
      total(partOf(commune.split, payer), at.school),
    ],
    styles.total,
    payer === "commune",
  );
  return { first, last, total: row };
}

/** A school longer than this may be cut by a page. */
const linesKeptTogether = 20;

function writeSchool(draft: Draft, { school, split, lines }: SchoolTotal, payer: Payer, last: boolean): void {
  draft.band([imported(school.name, styles.group)], styles.group, true);
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
