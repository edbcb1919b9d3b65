import type { Decimal } from "decimal.js";
import { cellName, compareDates } from "../cells";
import { eurosInWords, formatEuros } from "../money";
import {
  firstSource,
  partOf,
  type CommuneTotal,
  type Line,
  type SchoolTotal,
  type Split,
  type Statement,
} from "../statement";
import { entityOf, successorOf, type Campaign, type Commune, type Nature, type Payer } from "../tariff";
import { count, dayAfter, empty, euros, imported, linkTo, longDate, sumDown, text, type Place } from "./kit/cells";
import type { CellStyle, ModelCell, SheetModel } from "./kit/model";
import { Page } from "./kit/page";
import { styles } from "./kit/styles";
import { campaignLine, gridLine, printTexts, shareNote, toFill } from "./kit/texts";

/** A fiche as a sheet, and where its totals are. */
export interface Fiche {
  readonly model: SheetModel;
  readonly insee: string;
  readonly payers: FicheRows;
  amountAt(nature: Nature, payer: Payer): Place;
}

/** A fiche is one legal entity's: an INSEE code outlives a merger (25035: Auxon-Dessus, then Les Auxons), its SIREN does not. */
export function ficheKey({ insee, siren }: Commune): string {
  return `fiche-${insee}-${siren}`;
}

/** Communes that have a fiche: those with a school billed for anything. */
export function communesWithFiche(statement: Statement): readonly CommuneTotal[] {
  return statement.byCommune.filter((commune) => commune.schools.some((school) => school.lines.length > 0));
}

export function makeFiche(commune: CommuneTotal, statement: Statement, name: string, recapitulatif: string): Fiche {
  const draft = new Page(ficheWidths);
  const { headerRow, payers } = writeFiche(draft, commune, statement, recapitulatif);
  const { insee } = commune.commune;
  const model = draft.finish(
    { key: ficheKey(commune.commune), name },
    {
      orientation: "portrait",
      titleRows: { first: headerRow, last: headerRow },
      ...printTexts(`Fiche · ${commune.commune.name}`, statement.campaign),
    },
  );
  const amountAt = (nature: Nature, payer: Payer) => ({
    sheet: name,
    row: payers[payer].total,
    column: ficheColumns[nature],
  });
  return { model, insee, payers, amountAt };
}

/** All fiches one after the other, each from the top of a page, under one header: one sheet to print. (decisions §7) */
export function makePrintableFiches(statement: Statement, name: string, recapitulatif: string): SheetModel {
  const draft = new Page(ficheWidths);
  draft.add([text("Fiches de refacturation des communes", styles.title)]);
  draft.add([text(campaignLine(statement.campaign), styles.subtitle)]);
  draft.add([linkTo("← Récapitulatif", recapitulatif, "A1", styles.back)]);
  draft.space();
  const header = writeFicheHeader(draft);
  communesWithFiche(statement).forEach((commune, index) => {
    if (index > 0) draft.startPage();
    writePrintedFiche(draft, commune, statement);
  });
  return draft.finish(
    { key: "fiches-impression", name, freeze: { rows: header + 1, columns: 1 } },
    {
      orientation: "portrait",
      titleRows: { first: header, last: header },
      ...printTexts("Fiches des communes", statement.campaign),
    },
  );
}

const sections = {
  commune: "Quote-part de la commune, que la CAGB lui refacture",
  cagb: "Pris en charge par la CAGB, pour information : la commune n’en doit rien",
} as const;

/**
 * Writes a commune's fiche from the draft's next row on: a statement prepared for the CAGB, which claims the commune's
 * share; what the CAGB bears comes apart, for information. Gives the row of its first header too. (decisions §3, §7)
 */
function writeFiche(
  draft: Page,
  commune: CommuneTotal,
  statement: Statement,
  recapitulatif: string,
): { readonly payers: FicheRows; readonly headerRow: number } {
  draft.add([titleCell(commune)]);
  draft.add([text(campaignLine(statement.campaign), styles.subtitle)]);
  draft.add([linkTo("← Récapitulatif", recapitulatif, "A1", styles.back)]);
  draft.space();
  writeDebtor(draft, commune.commune, statement.campaign);
  writeReferences(draft, commune, statement);
  draft.space();

  draft.section(sections.commune);
  const headerRow = writeFicheHeader(draft);
  const own = writeDue(draft, commune, ({ school }) => school.name);
  draft.space();

  draft.section(sections.cagb);
  writeFicheHeader(draft);
  const cagb = writeBorne(draft, commune, ({ school }) => school.name);
  return { payers: { commune: own, cagb }, headerRow };
}

/** The same fiche under a header that every page repeats; its schools name the commune, since their page may not. */
function writePrintedFiche(draft: Page, commune: CommuneTotal, statement: Statement): void {
  draft.add([titleCell(commune)], true);
  writeDebtor(draft, commune.commune, statement.campaign);
  draft.space();
  const named = ({ school }: { readonly school: { readonly name: string } }) =>
    `${school.name} (${commune.commune.name})`;
  draft.section(sections.commune);
  writeDue(draft, commune, named);
  draft.space();
  draft.section(sections.cagb);
  writeBorne(draft, commune, named);
  draft.space();
  writeReferences(draft, commune, statement);
}

function titleCell({ commune }: CommuneTotal) {
  return imported(`Fiche de refacturation · ${commune.name}`, styles.title);
}

/** The commune as it is on the snapshot, and what becomes of it before the next one: a merger makes another debtor. */
function writeDebtor(draft: Page, commune: Commune, { year, snapshot }: Campaign): void {
  const { name, insee, siren } = commune;
  const entity = entityOf(commune);
  const toVerify = entity?.sirenToVerify === true ? ", SIREN à vérifier" : "";
  draft.add([
    text("Commune", styles.label),
    imported(`${name} (INSEE ${insee}, SIREN ${siren}${toVerify})`, styles.value),
  ]);
  const successor = entity === null ? null : successorOf(entity);
  if (entity?.to == null || successor === null) return;
  if (compareDates(entity.to, { ...snapshot, year: year + 1 }) >= 0) return;
  draft.entry(
    "Commune nouvelle",
    `À partir du ${longDate(dayAfter(entity.to))}, ${successor.name} (INSEE ${successor.insee}, SIREN ${successor.siren})`,
  );
}

function writeReferences(draft: Page, { due }: CommuneTotal, { grid }: Statement): void {
  draft.entry("Document", preparedFor);
  draft.entry("Tarif", gridLine(grid));
  if (due.isZero()) return;
  const [bordereau, titre] = [`Bordereau n° ${toFill}`, `Titre n° ${toFill}`];
  draft.add([
    text("Titre de la CAGB", styles.label),
    text(bordereau, styles.value),
    ...[null, null],
    text(titre, styles.value),
  ]);
}

const preparedFor =
  "État préparé par la Ville de Besançon pour la CAGB, qui refacture à la commune sa quote-part. La Ville ne réclame rien à la commune.";

/** The commune's share, in figures and in words. */
function writeDue(draft: Page, commune: CommuneTotal, schoolName: Parameters<typeof writePayer>[4]): PayerRows {
  const own = writePayer(draft, commune, "commune", "Total de la quote-part", schoolName);
  const due = euros(commune.due, styles.grandTotal, cellName(own.total, ficheColumns.total));
  const title = text("Montant à refacturer par la CAGB", styles.grandTotal);
  draft.band([title, null, null, null, null, null, due], styles.grandTotal, true);
  const words = `Soit, en toutes lettres : ${eurosInWords(commune.due)} (${formatEuros(commune.due)}).`;
  draft.paragraph(words, styles.strong);
  return own;
}

function writeBorne(draft: Page, commune: CommuneTotal, schoolName: Parameters<typeof writePayer>[4]): PayerRows {
  return writePayer(draft, commune, "cagb", "Total pris en charge par la CAGB", schoolName);
}

const headings = [
  ...["Prestation", "Code"],
  ...["Quantité", "Prix unitaire", "Installation", "Maintenance annuelle", "Total école"],
  "Source",
];
const textColumns = 2;

function writeFicheHeader(draft: Page): number {
  const cells = headings.map((title, column) =>
    text(
      title,
      column < textColumns ? styles.header : column === ficheColumns.source ? sourceHeader : styles.headerNumber,
    ),
  );
  return draft.add(cells, true);
}

const sourceHeader: CellStyle = { ...styles.header, align: "left", indent: 1 };

/** One payer's lines, school by school, and their total. `schoolName`: how a school is headed. */
function writePayer(
  draft: Page,
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
      total(installation[payer], ficheColumns.installation),
      total(maintenance[payer], ficheColumns.maintenance),
      total(partOf(commune.split, payer), ficheColumns.total),
    ],
    styles.total,
    payer === "commune",
  );
  return { first, last, total: row };
}

/** A school longer than this may be cut by a page. */
const linesKeptTogether = 20;

function writeSchool(draft: Page, { split, lines }: SchoolTotal, payer: Payer, name: string, last: boolean): void {
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
function subtotal(split: Split, payer: Payer, first: number, draft: Page): ModelCell {
  const range = `${cellName(first, ficheColumns.installation)}:${cellName(draft.next - 1, ficheColumns.maintenance)}`;
  return euros(partOf(split, payer), styles.subtotal, `SUM(${range})`);
}

function writeLine(draft: Page, line: Line, keep: boolean): void {
  const row = draft.next;
  const label = line.tariff.prestation + (line.share === null ? "" : ` (${shareNote(line.share)})`);
  const product = `${cellName(row, ficheColumns.quantity)}*${cellName(row, ficheColumns.price)}`;
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

/** Columns of a fiche, and their widths. */
const ficheWidths = [32, 13.5, 8.5, 11, 12, 12.5, 12.5, 28];
export const ficheColumns = {
  quantity: 2,
  price: 3,
  installation: 4,
  maintenance: 5,
  total: 6,
  source: 7,
} as const;

/** Rows of one payer's lines, school headings and sub-totals among them, and the row of their total. */
interface PayerRows {
  readonly first: number;
  readonly last: number;
  readonly total: number;
}

/** Zero-based rows of a fiche where each payer's totals stand. */
type FicheRows = Readonly<Record<Payer, PayerRows>>;
