import type { Steps } from "../cells";
import { eurosInWords } from "../money";
import { partOf, type CommuneTotal, type Line, type SchoolTotal, type Statement } from "../statement";
import type { Nature, Payer } from "../tariff";
import { euros, imported, over, sourceCell, text } from "./kit/cells";
import { columnHelper, type Cells } from "./kit/columns";
import { block, plus, product, same, sumOf, type Area, type Formula, type Place } from "./kit/formula";
import type { CellStyle, SheetModel } from "./kit/model";
import { Page } from "./kit/page";
import { heading, printTexts } from "./kit/rows";
import { bold, styles } from "./kit/styles";
import { table } from "./kit/table";
import { communesWithFiche, schoolsBilled, shareNote } from "./kit/texts";
import { writeExplanations, writeFicheHeading, writeName, writeSummary } from "./fiche-summary";
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
    prestation: column.imported("Prestation", 44, prestationOf, styles.indented),
    quantity: column.count("Quantité", 10.5, ({ quantity }) => quantity),
    price: column.euros("Prix unitaire", 13, ({ unitPrice }) => unitPrice),
    installation: column.euros("Installation (payée une fois)", 16, amountOf("installation"), amountFormula),
    maintenance: column.euros("Maintenance de l’année", 16, amountOf("maintenance"), amountFormula),
    total: column.cell("Total école", 16, () => null),
    source: column.cell("Source", 28, sourceCell, "beside"),
    code: column.imported("Code", 13.5, ({ tariff }) => tariff.code, styles.code),
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

/** What is printed: the source and the code of a line stay on the screen. */
const lastColumn = lines.at.total;
const printedColumns = lastColumn + 1;

const sections = {
  commune: "Quote-part de la commune",
  cagb: "Pris en charge par la CAGB : vous n’en devez rien",
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
  const page = new Page(name, lines.widths, { rowHeight: 13 });
  const schoolName = ({ school }: SchoolTotal) => school.name;
  writeFicheHeading(page, total, statement, { recapitulatif, status });
  const due: Due = { place: null };
  const written: SchoolLines = new Map();
  writeSummary(page, total, statement, () => same(due.place!));
  page.gap();
  const billed = schoolsBilled(total).filter((school) => !partOf(school.split, "commune").isZero());
  if (billed.length > fewSchools) writeSchools(page, billed, written);
  page.section(sections.commune);
  lines.titles(page, { repeatTitles: "always" });
  const own = yield* writeDue(page, total, schoolName, written);
  due.place = own.total.total;
  page.gap();

  page.section(sections.cagb);
  const cagb = yield* writeBorne(page, total, schoolName);
  page.gap();
  writeExplanations(page, total, statement);
  const { header, footer } = printTexts(commune.name, campaign, status);
  const print = {
    header,
    footer: [footer[0], footer[1], `${commune.name.replaceAll("&", "&&")} · page &P / &N`] as const,
  };
  const model = page.finish({ key: ficheKey(commune), orientation: "portrait", lastColumn, ...print });
  return { model, insee: commune.insee, payers: { commune: own, cagb } };
}

/** All fiches one after the other, each from the top of a page, under one header: one sheet to print. (decisions §7) */
export function* makePrintableFiches(
  statement: Statement,
  { name, recapitulatif, status }: FicheContext,
): Steps<SheetModel> {
  const { campaign } = statement;
  const page = new Page(name, lines.widths, { isCopy: true, rowHeight: 13 });
  heading(page, {
    title: "Fiches de refacturation des communes",
    campaign,
    links: [{ label: "← Récapitulatif", sheet: recapitulatif, column: printedColumns }],
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
    lastColumn,
    ...printTexts("Fiches des communes", campaign, status),
  });
}

/** The same fiche under a header that every page repeats; its schools name the commune, since their page may not. */
function* writePrintedFiche(page: Page, total: CommuneTotal, statement: Statement): Steps<void> {
  const { commune } = total;
  const schoolName = ({ school }: SchoolTotal) => `${school.name} (${commune.name})`;
  writeName(page, commune, statement);
  const due: Due = { place: null };
  writeSummary(page, total, statement, () => same(due.place!));
  page.gap();
  page.section(sections.commune);
  const own = yield* writeDue(page, total, schoolName);
  due.place = own.total.total;
  page.gap();
  page.section(sections.cagb);
  yield* writeBorne(page, total, schoolName);
  page.gap();
  writeExplanations(page, total, statement);
}

/** Where the amount due is, once its rows are written. */
interface Due {
  place: Place | null;
}

type SchoolName = (school: SchoolTotal) => string;

/** The commune's share, in figures and in words. */
function* writeDue(
  page: Page,
  commune: CommuneTotal,
  schoolName: SchoolName,
  written?: SchoolLines,
): Steps<PayerCells> {
  const own = yield* writePayer(page, commune, "commune", "Quote-part de la commune", schoolName, written);
  const words = `${capitalised(eurosInWords(commune.due))}. Montants nets.`;
  page.add([over(printedColumns, words, styles.note)]);
  return own;
}

function capitalised(words: string): string {
  return words.charAt(0).toLocaleUpperCase("fr") + words.slice(1);
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
  written?: SchoolLines,
): Steps<PayerCells> {
  const { installation, maintenance } = commune.split;
  const first = page.next;
  const billed = commune.schools.filter((school) => school.lines.some((line) => line.payer === payer));
  for (const school of billed) {
    const rows = writeSchool(page, school, payer, schoolName(school), school === billed.at(-1));
    written?.set(school, { first: rows[0]!, last: rows.at(-1)! });
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

/** With more, a table says what each school amounts to, before the detail. */
const fewSchools = 3;

/** A school of the summary, and where its lines are once they are written. */
interface SummarisedSchool {
  readonly school: SchoolTotal;
  readonly lines: SchoolLines;
}

/** The lines of each school, by its total. */
type SchoolLines = Map<SchoolTotal, { readonly first: Cells<Nature>; readonly last: Cells<Nature> }>;

const schoolColumn = columnHelper<SummarisedSchool, Nature>();

/** Over the same columns. */
const schools = table({
  columns: {
    school: schoolColumn.imported("École", null, ({ school }) => school.school.name),
    installation: schoolColumn.cell("Installation", { under: lines.at.installation }, sumOfNature("installation")),
    maintenance: schoolColumn.cell("Maintenance", { under: lines.at.maintenance }, sumOfNature("maintenance")),
    total: schoolColumn.cell("Quote-part", { under: lines.at.total }, ({ school }, at, style) =>
      euros(partOf(school.split, "commune"), bold(style), plus(at.installation, at.maintenance)),
    ),
  },
});

/** Schools under the summary on its page, and on each page that follows. */
const schoolsPerPage = { first: 30, next: 45 } as const;

/** Writes what each school amounts to. Excel repeats the titles of the detail alone: those of the schools are written again on each page. */
function writeSchools(page: Page, billed: readonly SchoolTotal[], lines: SchoolLines): void {
  page.section("Écoles");
  for (let from = 0; from < billed.length;) {
    if (from > 0) page.startPage();
    const to = from + (from === 0 ? schoolsPerPage.first : schoolsPerPage.next);
    schools.write(
      page,
      billed.slice(from, to).map((school) => ({ school, lines })),
    );
    page.gap();
    from = to;
  }
}

function sumOfNature(nature: Nature) {
  return ({ school, lines: written }: SummarisedSchool, _at: unknown, style: CellStyle) =>
    euros(school.split[nature].commune, style, () => {
      const { first, last } = written.get(school)!;
      return sumOf(block(first[nature], last[nature]));
    });
}

/** A school longer than this may be cut by a page. */
const linesKeptTogether = 20;

/** A school's lines and their sub-total, both natures at once in its own column: totals add up columns without it. */
function writeSchool(page: Page, school: SchoolTotal, payer: Payer, name: string, isLast: boolean) {
  page.band([imported(name, styles.group)], styles.group, true);
  const own = school.lines.filter((line) => line.payer === payer);
  const { rows, ...written } = lines.rows(page, own, { keep: linesKeptTogether });
  const amounts = block(rows[0]!.installation, rows.at(-1)!.maintenance);
  const total = euros(partOf(school.split, payer), styles.subtotal, sumOf(amounts));
  const label = "Sous-total de l’école";
  lines.total(page, { label, cells: { total }, style: styles.subtotal, keep: isLast }, written);
  return rows;
}
