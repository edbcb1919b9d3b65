import { Decimal } from "decimal.js";
import { cellName } from "../../cells";
import { eurosInWords, formatEuros } from "../../money";
import {
  firstSource,
  type Change,
  type Line,
  type Rectification,
  type RectificationKind,
  type RectifiedCommune,
  type RectifiedLine,
} from "../../statement";
import type { Commune, Payer } from "../../tariff";
import {
  communeLink,
  count,
  difference,
  empty,
  euros,
  imported,
  linkTo,
  refer,
  sumDown,
  text,
  type Place,
} from "../kit/cells";
import type { CellStyle, ModelCell, SheetModel } from "../kit/model";
import { Page, type PageCell } from "../kit/page";
import { RowMarkers } from "../kit/places";
import { styles } from "../kit/styles";
import {
  campaignLine,
  creditLine,
  creditLineCode,
  creditor,
  debtor,
  formatDateTime,
  gridLine,
  natureNames,
  partyLine,
  payerNames,
  printTexts,
  shareNote,
  toFill,
} from "../kit/texts";
import type { KeyedName } from "../names";
import { writeSignature } from "../titre";

/** More lines than these come after the signature, on pages of their own that repeat their titles. */
const fewLines = 15;

/**
 * « Rectificatif »: the état in support of a titre that corrects an issued one, by lines that name those of origin. The
 * issued état is never rewritten. (reference: domain notes §6.5)
 */
export function makeRectification(context: RectificationContext, name: string): SheetModel {
  const places = new RowMarkers();
  write(context, name, places);
  return write(context, name, new RowMarkers(places));
}

function write(context: RectificationContext, name: string, places: RowMarkers): SheetModel {
  const { rectification, titre, fiches } = context;
  const { campaign } = rectification.corrected;
  const draft = new Page(widths);
  draft.add([text("Titre rectificatif", styles.title)]);
  draft.add([text(campaignLine(campaign), styles.subtitle)]);
  if (titre !== null) draft.add([linkTo("→ État liquidatif rectifié (Titre CAGB)", titre.name, "A1", styles.back)]);
  draft.space();
  writeHead(draft, context);
  draft.space();
  const isShort = rectification.communes.reduce((total, { lines }) => total + lines.length, 0) <= fewLines;
  if (isShort) {
    draft.section("Lignes rectifiées");
    writeLinesHeader(draft);
    writeLines(draft, rectification.communes, places);
    draft.space();
  }
  draft.section("Par commune");
  const communes = writeCommunes(draft, rectification, fiches, places);
  draft.space();
  draft.section("Titre");
  writeTotals(draft, rectification, communes, titre?.cells.total ?? null);
  draft.space();
  writeImputation(draft);
  draft.space();
  writeSettlement(draft, context);
  const headerRow = isShort ? null : writeAnnex(draft, context, places);
  return draft.finish(
    { key: "rectificatif", name },
    {
      orientation: "landscape",
      titleRows: headerRow === null ? null : { first: headerRow, last: headerRow },
      ...printTexts("Titre rectificatif", campaign),
    },
  );
}

function writeHead(draft: Page, context: RectificationContext): void {
  const { issued, corrected } = context.rectification;
  const [before, after] = [gridLine(issued.grid), gridLine(corrected.grid)];
  draft.entry("Nature", natureOf(context.rectification), styles.label, styles.strong);
  draft.entry("Créancier", partyLine(creditor));
  draft.entry("Débiteur", partyLine(debtor));
  draft.entry(
    "Objet",
    `Dispositif Ordiclasse, campagne ${corrected.campaign.year} : rectification de l’état liquidatif émis`,
  );
  draft.entry("État d’origine", originOf(context));
  draft.entry("Titre d’origine", `Titre n° ${toFill}, bordereau n° ${toFill}, du ${toFill}`);
  draft.entry("Acte", before === after ? after : `${after} ; état d’origine : ${before}`);
  draft.entry("", "L’état d’origine n’est pas modifié : les lignes qui suivent le rectifient.");
}

function writeImputation(draft: Page): void {
  draft.section("Imputation");
  draft.add([text("Ligne de crédit", styles.label), imported(creditLineCode, styles.strong)], true);
  for (const { heading, code, label } of creditLine)
    draft.add([text(heading, styles.label), imported(code, styles.value), text(label, styles.value)], true);
  draft.add([text("Bordereau n°", styles.label), text(toFill), text("Titre n°", styles.label), text(toFill)], true);
}

/** The sum in words, the certification and the signature, which never part. */
function writeSettlement(draft: Page, { rectification }: RectificationContext): void {
  draft.section("Arrêté et certification");
  draft.paragraph(settlementOf(rectification), styles.strong, true);
  draft.space(true);
  draft.add([text(`Certifié exact, à Besançon, le ${toFill}`)], true);
  draft.space(true);
  writeSignature(draft, rectification.corrected);
}

/** Many lines, from the top of a page; gives the row of their titles. */
function writeAnnex(draft: Page, { rectification }: RectificationContext, places: RowMarkers): number {
  draft.startPage();
  draft.section("Annexe : lignes rectifiées");
  const row = writeLinesHeader(draft);
  writeLines(draft, rectification.communes, places);
  return row;
}

type Formulas = Partial<Record<"before" | "difference" | "after", string>>;

interface Row {
  readonly lead: readonly PageCell[];
  readonly byPayer: Readonly<Record<Payer, Change>>;
  /** An amount without a formula is written as it is. */
  readonly formulas: (payer: Payer) => Formulas;
}

/**
 * What each commune owes the CAGB, and what the CAGB bears of it: as issued, what the lines change, and after. The
 * communes that nothing changes are on one row, so that the totals are the titre's; gives the row of these.
 */
function writeCommunes(
  draft: Page,
  { communes, unchanged, byPayer: whole }: Rectification,
  fiches: ReadonlyMap<string, string>,
  places: RowMarkers,
): number {
  writeHeader(draft);
  const first = draft.next;
  for (const { commune, byPayer } of communes) {
    const row = draft.next;
    const lead = [communeLink(commune, fiches), imported(commune.insee, styles.line)];
    const formulas = (payer: Payer) => ({ ...changeOf(commune, payer, places), ...afterOf(row, payer) });
    writeRow(draft, { lead, byPayer, formulas }, styles.line, true);
  }
  if (unchanged.count > 0) {
    const row = draft.next;
    const lead = [text(`Communes sans changement (${unchanged.count})`, styles.line)];
    const byPayer = { cagb: still(unchanged.byPayer.cagb), commune: still(unchanged.byPayer.commune) };
    writeRow(draft, { lead, byPayer, formulas: (payer) => afterOf(row, payer) }, styles.line, true);
  }
  const last = draft.next - 1;
  const formulas = (payer: Payer): Formulas => {
    const { before, difference: change, after } = communeColumns[payer];
    const sum = (column: number) => sumDown(column, first, last);
    return last < first ? {} : { before: sum(before), difference: sum(change), after: sum(after) };
  };
  return writeRow(draft, { lead: [text("Total", styles.total)], byPayer: whole, formulas }, styles.total, false);
}

/** The sum of the differences of a commune's lines, where it has any of that payer. */
function changeOf({ insee }: Commune, payer: Payer, places: RowMarkers): Formulas {
  const lines = linesOf(insee, payer);
  const [first, last] = [places.row(lines), places.row(endOf(lines))];
  return first === null || last === null ? {} : { difference: sumDown(lineColumns.difference, first, last) };
}

function afterOf(row: number, payer: Payer): Formulas {
  return {
    after: `ROUND(${cellName(row, communeColumns[payer].before)}+${cellName(row, communeColumns[payer].difference)},2)`,
  };
}

function still(amount: Decimal): Change {
  return { before: amount, after: amount, difference: new Decimal(0) };
}

function writeHeader(draft: Page): void {
  const quotePart = ["Quote-part émise", "Différence", "Quote-part rectifiée"];
  const cagb = ["Part CAGB émise", "Différence", "Part CAGB rectifiée"];
  const cells: PageCell[] = widths.map(() => empty(styles.header));
  cells[communeColumns.name] = text("Commune", styles.header);
  cells[communeColumns.insee] = text("INSEE", styles.header);
  [...quotePart, ...cagb].forEach((title, index) => {
    cells[communeColumns.commune.before + index] = text(title, styles.headerNumber);
  });
  draft.add(cells, true);
}

function writeRow(draft: Page, { lead, byPayer, formulas }: Row, style: CellStyle, keep: boolean): number {
  const cells: PageCell[] = widths.map((_width, column) => lead[column] ?? empty(style));
  for (const payer of payers) {
    const [columns, change, its] = [communeColumns[payer], byPayer[payer], formulas(payer)];
    cells[columns.before] = euros(change.before, style, its.before);
    cells[columns.difference] = difference(change.difference, { ...style, bold: true }, its.difference);
    cells[columns.after] = euros(change.after, style, its.after);
  }
  return draft.add(cells, keep);
}

export const payers = ["commune", "cagb"] as const satisfies readonly Payer[];

/** The lines of one payer in a commune. */
function linesOf(insee: string, payer: Payer): string {
  return `lines ${payer} ${insee}`;
}

function endOf(range: string): string {
  return `${range} end`;
}

/** The titles of the lines; gives their row. */
function writeLinesHeader(draft: Page): number {
  const left = ["École", "Prestation", "Nature", "À la charge de"];
  const right = ["Qté émise", "Qté rectifiée", "Prix émis", "Prix rectifié"];
  const amounts = ["Montant émis", "Montant rectifié", "Différence"];
  return draft.add(
    [
      ...left.map((title) => text(title, styles.header)),
      ...[...right, ...amounts].map((title) => text(title, styles.headerNumber)),
      text("Source rectifiée", { ...styles.header, align: "left", indent: 1 }),
    ],
    true,
  );
}

/** The lines that change, appear or disappear, commune by commune, what the commune bears first. */
function writeLines(draft: Page, communes: readonly RectifiedCommune[], places: RowMarkers): void {
  if (communes.length === 0) draft.band([text("Aucune ligne ne change.", styles.line)], styles.line);
  for (const { commune, lines } of communes) {
    draft.band([imported(`${commune.name} (INSEE ${commune.insee})`, styles.group)], styles.group, true);
    for (const payer of payers) {
      const own = lines.filter((line) => line.payer === payer);
      if (own.length === 0) continue;
      places.mark(linesOf(commune.insee, payer), draft.next);
      for (const line of own) writeLine(draft, line);
      places.mark(endOf(linesOf(commune.insee, payer)), draft.next - 1);
    }
  }
}

function writeLine(draft: Page, line: RectifiedLine): void {
  const row = draft.next;
  const { school, tariff, nature, payer, issued, corrected } = line;
  const cells: PageCell[] = widths.map(() => empty(styles.line));
  cells[lineColumns.school] = imported(school.name, styles.indented);
  cells[lineColumns.prestation] = imported(tariff.prestation + keyOf(corrected ?? issued), styles.wrapped);
  cells[lineColumns.nature] = text(natureNames[nature], styles.line);
  cells[lineColumns.payer] = text(payerNames[payer], styles.line);
  for (const [side, its] of [
    ["issued", issued],
    ["corrected", corrected],
  ] as const) {
    if (its === null) continue;
    const product = `${cellName(row, lineColumns.quantity[side])}*${cellName(row, lineColumns.price[side])}`;
    cells[lineColumns.quantity[side]] = count(its.quantity, styles.line);
    cells[lineColumns.price[side]] = euros(its.unitPrice, styles.line);
    // Cents were shared out: no product gives a commune's part.
    cells[lineColumns.amount[side]] = euros(its.amount, styles.line, its.share === null ? product : undefined);
  }
  const change = `${cellName(row, lineColumns.amount.corrected)}-${cellName(row, lineColumns.amount.issued)}`;
  cells[lineColumns.difference] = difference(line.difference, { ...styles.line, bold: true }, change);
  cells[lineColumns.source] = sourceCell(corrected);
  draft.add(cells);
}

function keyOf(line: Line | null): string {
  return line?.share == null ? "" : ` (${shareNote(line.share)})`;
}

/** The corrected line's first cell, and a way to it; a line that disappears has none. */
function sourceCell(line: Line | null): ModelCell {
  const source = line === null ? null : firstSource(line.sources);
  if (source === null) return text(line === null ? "n’est plus facturée" : "", styles.indented);
  const { name: sheet, otherFile } = source.first.sheet;
  const others = source.count === 1 ? "" : ` et ${source.count - 1} ${source.count === 2 ? "autre" : "autres"}`;
  const label = `${otherFile === null ? "" : `[${otherFile}]`}${sheet}!${source.cell}${others}`;
  const place = { sheet, cell: source.cell };
  return { ...imported(label, styles.sourceLink), link: otherFile === null ? place : { ...place, file: otherFile } };
}

const names: Readonly<Record<Payer, string>> = {
  commune: "Quotes-parts des communes, que la CAGB leur refacture",
  cagb: "Part propre de la CAGB",
};
const sides = ["before", "difference", "after"] as const;

/** The titre: as issued, what changes, and after; and what is left between it and the corrected état, nothing. */
function writeTotals(draft: Page, rectification: Rectification, communes: number, titre: Place | null): void {
  const { header, headerNumber } = styles;
  const titles: PageCell[] = widths.map(() => empty(header));
  ["Origine", "Différence", "Après rectification"].forEach((title, index) => {
    titles[totalColumns.before + index] = text(title, headerNumber);
  });
  draft.add(titles, true);
  const rows = [...payers]
    .reverse()
    .map((payer) =>
      writeTotalRow(draft, names[payer], rectification.byPayer[payer], styles.line, (side) =>
        cellName(communes, communeColumns[payer][side]),
      ),
    );
  const total = writeTotalRow(draft, "Total du titre", rectification.total, styles.grandTotal, (side) =>
    rows.map((row) => cellName(row, totalColumns[side])).join("+"),
  );
  if (titre === null) return;
  const cells: PageCell[] = [text("Écart avec l’état liquidatif rectifié, « Titre CAGB » (0,00 attendu)", styles.note)];
  for (let column = 1; column < totalColumns.after; column++) cells.push(null);
  const left = `ROUND(${cellName(total, totalColumns.after)}-${refer(titre)},2)`;
  draft.add([...cells, euros(new Decimal(0), styles.note, left)], true);
}

function writeTotalRow(
  draft: Page,
  label: string,
  change: Change,
  style: CellStyle,
  formula: (side: (typeof sides)[number]) => string,
): number {
  const cells: PageCell[] = widths.map(() => empty(style));
  cells[0] = text(label, style);
  cells[totalColumns.before] = euros(change.before, style, formula("before"));
  cells[totalColumns.difference] = difference(change.difference, { ...style, bold: true }, formula("difference"));
  cells[totalColumns.after] = euros(change.after, style, formula("after"));
  return draft.add(cells, true);
}

/** Columns of « Rectificatif », shared by its tables, and their widths. */
const widths = [33, 25, 12, 11, 9, 13, 13, 13.5, 14.5, 14.5, 14, 22];

const lineColumns = {
  school: 0,
  prestation: 1,
  nature: 2,
  payer: 3,
  quantity: { issued: 4, corrected: 5 },
  price: { issued: 6, corrected: 7 },
  amount: { issued: 8, corrected: 9 },
  difference: 10,
  source: 11,
} as const;

const communeColumns = {
  name: 0,
  insee: 1,
  commune: { before: 5, difference: 6, after: 7 },
  cagb: { before: 8, difference: 9, after: 10 },
} as const;

const totalColumns = { before: 8, difference: 9, after: 10 } as const;

/** What a rectificatif needs beside it. */
export interface RectificationContext {
  readonly rectification: Rectification;
  /** The issued workbook's name, and when its documents were generated. */
  readonly file: string;
  readonly when: string;
  /** The corrected documents, to which it leads; none where the workbook has none. */
  readonly titre: { readonly name: string; readonly cells: { readonly total: Place } } | null;
  readonly fiches: ReadonlyMap<string, KeyedName["name"]>;
}

const natures: Readonly<Record<RectificationKind, string>> = {
  complement: "Titre complémentaire, qui s’ajoute au titre d’origine",
  reduction: "Titre de réduction : annulation partielle du titre d’origine",
  cancellation: "Titre d’annulation : annulation totale du titre d’origine",
  balanced: "Sans incidence sur le total du titre : seule sa répartition est rectifiée",
  none: "Aucune ligne ne change : il n’y a pas lieu à titre rectificatif",
};

/** What the correction is, in the words of public accounting. */
function natureOf({ kind }: Rectification): string {
  return natures[kind];
}

/** The statement that is corrected: its campaign, its run, its file and its amounts, which stay as they were issued. */
function originOf({ rectification, file, when }: RectificationContext): string {
  const { issued } = rectification;
  const parts = `part de la CAGB ${formatEuros(issued.cagb)}, quotes-parts ${formatEuros(issued.communes)}`;
  return `État liquidatif de la campagne ${issued.campaign.year}, généré le ${formatDateTime(when)} dans « ${file} » : ${formatEuros(issued.total)} (${parts})`;
}

const ends: Readonly<Record<RectificationKind, string>> = {
  complement: ", en complément du titre d’origine.",
  reduction: ", en réduction du titre d’origine, annulé pour cette part.",
  cancellation: ", montant du titre d’origine, annulé en totalité.",
  balanced: " : le total du titre d’origine ne change pas, seule sa répartition est rectifiée.",
  none: " : aucune ligne n’est rectifiée.",
};

/** The sum in words, without a sign: what it does to the titre is said. */
function settlementOf({ kind, total }: Rectification): string {
  const amount = total.difference.abs();
  const words = eurosInWords(amount).toLocaleUpperCase("fr");
  return `Arrêté le présent état rectificatif à la somme de ${words} (${formatEuros(amount)})${ends[kind]}`;
}
