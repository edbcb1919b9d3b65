import { compareDates, type Steps } from "../cells";
import { eurosInWords, formatEuros } from "../money";
import { partOf, type CommuneTotal, type Line, type SchoolTotal, type Statement } from "../statement";
import { entityOf, successorOf, type Campaign, type Commune, type Nature, type Payer } from "../tariff";
import { euros, imported, sourceCell, text, type PageCell } from "./kit/cells";
import { columnHelper, type Cells } from "./kit/columns";
import { block, product, same, sumOf, type Area, type Formula, type Place } from "./kit/formula";
import type { SheetModel } from "./kit/model";
import { Page } from "./kit/page";
import { heading, printTexts } from "./kit/rows";
import { styles } from "./kit/styles";
import { table } from "./kit/table";
import { dayAfter, gridLine, longDate, shareNote, toFill } from "./kit/texts";
import { ficheKey } from "./registry";

/** Where a payer's part of a fiche is. */
interface PayerCells {
  readonly total: Readonly<Record<Nature | "total", Place>>;
  /** The amounts of the lines, school headings and sub-totals among them. */
  readonly lines: Area;
  /** The sub-totals of the schools, in their own column. */
  readonly subtotals: Area;
}

/** A fiche as a sheet, and where its totals are. */
export interface Fiche {
  readonly model: SheetModel;
  readonly insee: string;
  readonly payers: Readonly<Record<Payer, PayerCells>>;
}

/** What the documents beside a fiche say to it. */
interface FicheContext {
  readonly name: string;
  /** Name of « Récapitulatif ». */
  readonly recapitulatif: string;
  readonly status: string | null;
}

const column = columnHelper<Line, "quantity" | "price">();

const lines = table({
  columns: {
    prestation: column.imported("Prestation", 32, prestationOf, styles.indented),
    code: column.imported("Code", 13.5, ({ tariff }) => tariff.code, styles.code),
    quantity: column.count("Quantité", 8.5, ({ quantity }) => quantity),
    price: column.euros("Prix unitaire", 11, ({ unitPrice }) => unitPrice),
    installation: column.euros("Installation", 12, amountOf("installation"), amountFormula),
    maintenance: column.euros("Maintenance annuelle", 12.5, amountOf("maintenance"), amountFormula),
    total: column.cell("Total école", 12.5, () => null),
    source: column.cell("Source", 28, sourceCell, "beside"),
  },
  origin: (line, at) => ({ kind: "line", line, amount: at[line.nature] }),
});

function prestationOf({ tariff, share }: Line): string {
  return tariff.prestation + (share === null ? "" : ` (${shareNote(share)})`);
}

function amountOf(nature: Nature) {
  return (line: Line) => (line.nature === nature ? line.amount : null);
}

/** Cents were shared out between the communes of a key: no product gives one's part. */
function amountFormula(at: Cells<"quantity" | "price">, { share }: Line): Formula | undefined {
  return share === null ? product(at.quantity, at.price) : undefined;
}

/** Communes that have a fiche: those with a school billed for anything. */
export function communesWithFiche(statement: Statement): readonly CommuneTotal[] {
  return statement.byCommune.filter((commune) => commune.schools.some((school) => school.lines.length > 0));
}

const sections = {
  commune: "Quote-part de la commune, que la CAGB lui refacture",
  cagb: "Pris en charge par la CAGB, pour information : la commune n’en doit rien",
} as const;

/**
 * A commune's fiche: a statement prepared for the CAGB, which claims the commune's share; what the CAGB bears comes after,
 * for information, school after school. (decisions §3, §7)
 */
export function* makeFiche(
  total: CommuneTotal,
  statement: Statement,
  { name, recapitulatif, status }: FicheContext,
): Steps<Fiche> {
  const { commune } = total;
  const { campaign } = statement;
  const page = new Page(name, lines.widths);
  const schoolName = ({ school }: SchoolTotal) => school.name;
  heading(page, {
    title: titleCell(commune),
    campaign,
    links: [{ label: "← Récapitulatif", sheet: recapitulatif }],
    status,
  });
  writeDebtor(page, commune, campaign);
  writeReferences(page, total, statement);
  page.space();

  page.section(sections.commune);
  lines.titles(page, { repeatTitles: "always" });
  const own = yield* writeDue(page, total, schoolName);
  page.space();

  page.section(sections.cagb);
  lines.titles(page);
  const cagb = yield* writeBorne(page, total, schoolName);
  const print = printTexts(`Fiche · ${commune.name}`, campaign);
  const model = page.finish({ key: ficheKey(commune), orientation: "portrait", ...print });
  return { model, insee: commune.insee, payers: { commune: own, cagb } };
}

/** All fiches one after the other, each from the top of a page, under one header: one sheet to print. (decisions §7) */
export function* makePrintableFiches(
  statement: Statement,
  { name, recapitulatif, status }: FicheContext,
): Steps<SheetModel> {
  const { campaign } = statement;
  const page = new Page(name, lines.widths, { isCopy: true });
  heading(page, {
    title: "Fiches de refacturation des communes",
    campaign,
    links: [{ label: "← Récapitulatif", sheet: recapitulatif }],
    status,
  });
  const header = lines.titles(page, { repeatTitles: "always" });
  for (const [index, commune] of communesWithFiche(statement).entries()) {
    if (index > 0) page.startPage();
    yield* writePrintedFiche(page, commune, statement);
  }
  return page.finish({
    key: "fiches-impression",
    freeze: { rows: header + 1, columns: 1 },
    orientation: "portrait",
    ...printTexts("Fiches des communes", campaign),
  });
}

/** The same fiche under a header that every page repeats; its schools name the commune, since their page may not. */
function* writePrintedFiche(page: Page, total: CommuneTotal, statement: Statement): Steps<void> {
  const { commune } = total;
  const schoolName = ({ school }: SchoolTotal) => `${school.name} (${commune.name})`;
  page.add([titleCell(commune)], true);
  writeDebtor(page, commune, statement.campaign);
  page.space();
  page.section(sections.commune);
  yield* writeDue(page, total, schoolName);
  page.space();
  page.section(sections.cagb);
  yield* writeBorne(page, total, schoolName);
  page.space();
  writeReferences(page, total, statement);
}

function titleCell({ name }: Commune): PageCell {
  return imported(`Fiche de refacturation · ${name}`, styles.title);
}

/** The commune as it is on the snapshot, and what becomes of it before the next one: a merger makes another debtor. */
function writeDebtor(page: Page, commune: Commune, { year, snapshot }: Campaign): void {
  const { name, insee, siren } = commune;
  const entity = entityOf(commune);
  const toVerify = entity?.sirenToVerify === true ? ", SIREN à vérifier" : "";
  page.add([
    text("Commune", styles.label),
    imported(`${name} (INSEE ${insee}, SIREN ${siren}${toVerify})`, styles.value),
  ]);
  const successor = entity === null ? null : successorOf(entity);
  if (entity?.to == null || successor === null) return;
  if (compareDates(entity.to, { ...snapshot, year: year + 1 }) >= 0) return;
  page.entry(
    "Commune nouvelle",
    `À partir du ${longDate(dayAfter(entity.to))}, ${successor.name} (INSEE ${successor.insee}, SIREN ${successor.siren})`,
  );
}

function writeReferences(page: Page, { due }: CommuneTotal, { grid }: Statement): void {
  page.entry(
    "Document",
    "État préparé par la Ville de Besançon pour la CAGB, qui refacture à la commune sa quote-part. La Ville ne réclame rien à la commune.",
  );
  page.entry("Tarif", gridLine(grid));
  if (due.isZero()) return;
  page.add([
    text("Titre de la CAGB", styles.label),
    text(`Bordereau n° ${toFill}`, styles.value),
    ...[null, null],
    text(`Titre n° ${toFill}`, styles.value),
  ]);
}

type SchoolName = (school: SchoolTotal) => string;

/** The commune's share, in figures and in words. */
function* writeDue(page: Page, commune: CommuneTotal, schoolName: SchoolName): Steps<PayerCells> {
  const own = yield* writePayer(page, commune, "commune", "Total de la quote-part", schoolName);
  const due = euros(commune.due, styles.grandTotal, same(own.total.total));
  page.band(
    [text("Montant à refacturer par la CAGB", styles.grandTotal), ...Array<null>(lines.at.total - 1).fill(null), due],
    styles.grandTotal,
    true,
  );
  const words = `Soit, en toutes lettres : ${eurosInWords(commune.due)} (${formatEuros(commune.due)}).`;
  page.paragraph(words, styles.strong);
  return own;
}

function writeBorne(page: Page, commune: CommuneTotal, schoolName: SchoolName): Steps<PayerCells> {
  return writePayer(page, commune, "cagb", "Total pris en charge par la CAGB", schoolName);
}

/** One payer's lines, school by school, and their total. */
function* writePayer(
  page: Page,
  commune: CommuneTotal,
  payer: Payer,
  label: string,
  schoolName: SchoolName,
): Steps<PayerCells> {
  const { installation, maintenance } = commune.split;
  const first = page.next;
  const billed = commune.schools.filter((school) => school.lines.some((line) => line.payer === payer));
  for (const school of billed) {
    writeSchool(page, school, payer, schoolName(school), school === billed.at(-1));
    yield;
  }
  if (billed.length === 0) page.band([text("Aucune prestation.", styles.line)], styles.line, true);
  const last = page.next - 1;
  const cells = {
    installation: installation[payer],
    maintenance: maintenance[payer],
    total: partOf(commune.split, payer),
  };
  const total = lines.total(page, { label, cells, keep: payer === "commune" }, { first, last });
  const over = (left: Place, right: Place) => block({ ...left, row: first }, { ...right, row: last });
  return {
    total,
    lines: over(total.installation, total.maintenance),
    subtotals: over(total.total, total.total),
  };
}

/** A school longer than this may be cut by a page. */
const linesKeptTogether = 20;

/** A school's lines and their sub-total, both natures at once in its own column: totals add up columns without it. */
function writeSchool(page: Page, school: SchoolTotal, payer: Payer, name: string, isLast: boolean): void {
  page.band([imported(name, styles.group)], styles.group, true);
  const own = school.lines.filter((line) => line.payer === payer);
  const { rows, ...written } = lines.rows(page, own, { keep: linesKeptTogether });
  const amounts = block(rows[0]!.installation, rows.at(-1)!.maintenance);
  const total = euros(partOf(school.split, payer), styles.subtotal, sumOf(amounts));
  const label = "Sous-total de l’école";
  lines.total(page, { label, cells: { total }, style: styles.subtotal, keep: isLast }, written);
}
