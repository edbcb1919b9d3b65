import type { Decimal } from "decimal.js";
import type { Steps } from "../cells";
import { eurosInWords } from "../money";
import { partOf, sum, type CommuneTotal, type Comparison, type SchoolTotal, type Statement } from "../statement";
import type { Commune, Nature, Payer } from "../tariff";
import {
  amountsBefore,
  billedBefore,
  comparedCommune,
  comparedNames,
  fichePart,
  ficheTable,
  partsOf,
  type FichePart,
  type FicheSchool,
  type FicheTable,
} from "./fiche-lines";
import { writeChange, writeExplanations, writeFicheLetterhead, writeName, writeSummary } from "./fiche-notice";
import { writePart, type PayerCells, type WrittenSchools } from "./fiche-part";
import { communesWithFiche } from "./kit/billed";
import { euros, over, type PageCell } from "./kit/cells";
import { block, plus, same, sumOf, type Place } from "./kit/formula";
import { heading, printTexts, writeStatus } from "./kit/heading";
import type { CellStyle, SheetModel } from "./kit/model";
import { Page } from "./kit/page";
import { sayIn } from "./kit/say";
import { bold, centered, greyed, styles, underTotal } from "./kit/styles";
import { columnHelper, table, type Cells, type Column, type RowSpan } from "./kit/table";
import { capitalised, continued } from "./kit/texts";
import { ficheKey } from "./registry";

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
  /** With the campaign that is compared; null where none is. */
  readonly comparison: Comparison | null;
  /** What a commune's fiche says of errors accepted; null where it may be sent. */
  readonly statusOf: (commune: Commune) => string | null;
}

/** Points of a row of one line: a commune of few schools holds on one page. */
const rowHeight = 13;
/** Where the page has room. */
const airyHeight = 18;

/** A fiche that fills so much of a page, or less, is printed on it: a second one would be nearly empty. */
const fullPage = 1.1;

/**
 * Makes a commune's fiche: a statement prepared for the CAGB, which claims the commune's share; what the CAGB bears comes after,
 * for information, school after school. (decisions §3, §7)
 */
export function* makeFiche(total: CommuneTotal, statement: Statement, context: FicheContext): Steps<Fiche> {
  const { commune } = total;
  const lines = tableOf(statement, context);
  const page = new Page(context.name, statement.campaign, lines.widths, { rowHeight, airyHeight });
  const { screen: columns } = partsOf(lines);
  writeFicheLetterhead(page, commune, statement, columns, context.recapitulatif);
  const fiche = { page, lines, total, statement, context };
  const payers = yield* writeFiche({ ...fiche, schoolName: ({ school }) => school.name, repeatTitles: true });
  const title = `${commune.name} · fiche de refacturation ${statement.campaign.year}`;
  const { header, footer } = printTexts(title, statement.campaign, context.statusOf(commune));
  const model = page.finish({
    key: ficheKey(commune),
    orientation: "portrait",
    lastColumn: columns - 1,
    onePage: { upTo: fullPage },
    header,
    footer: [footer[0], footer[1], `${commune.name.replaceAll("&", "&&")} · page &P / &N`],
  });
  return { model, insee: commune.insee, payers };
}

/** Makes one sheet to print of all fiches, one after the other, each from the top of a page, under one header. (decisions §7) */
export function* makePrintableFiches(statement: Statement, context: FicheContext): Steps<SheetModel> {
  const { campaign } = statement;
  const lines = tableOf(statement, context);
  const { screen: columns } = partsOf(lines);
  const page = new Page(context.name, campaign, lines.widths, { isCopy: true, rowHeight });
  heading(page, {
    title: page.say("Fiches de refacturation [des communes]"),
    campaign,
    links: [{ label: "← Récapitulatif", sheet: context.recapitulatif, column: columns }],
  });
  const header = lines.titles(page, { repeatTitles: "always" });
  const communes = communesWithFiche(statement);
  for (const [index, total] of communes.entries()) {
    if (index > 0) page.startPage();
    // A page of one sheet may begin with a school: it names the commune.
    const schoolName = ({ school }: SchoolTotal) => `${school.name} (${total.commune.name})`;
    yield* writeFiche({ page, lines, total, statement, context, schoolName, repeatTitles: false });
  }
  const [first] = communes;
  return page.finish({
    key: "fiches-impression",
    freeze: { rows: header + 1, columns: lines.at.prestation + 1 },
    orientation: "portrait",
    lastColumn: columns - 1,
    ...printTexts(
      page.say("Fiches [des communes]"),
      campaign,
      first === undefined ? null : context.statusOf(first.commune),
    ),
  });
}

function tableOf({ campaign }: Statement, { comparison }: FicheContext): FicheTable {
  return ficheTable(comparison === null ? null : comparedNames(comparison).column, sayIn(campaign));
}

interface FicheToWrite {
  readonly page: Page;
  readonly lines: FicheTable;
  readonly total: CommuneTotal;
  readonly statement: Statement;
  readonly context: FicheContext;
  readonly schoolName: (school: SchoolTotal) => string;
  /** Whether the titles of the columns are the fiche's own, and come again on each page; else they are above all fiches. */
  readonly repeatTitles: boolean;
}

/** Writes what a fiche says, from the commune's name to the last explanation; returns where both parts are. */
function* writeFiche(fiche: FicheToWrite): Steps<Record<Payer, PayerCells>> {
  const { page, lines, total, statement, context, schoolName, repeatTitles } = fiche;
  const { comparison } = context;
  const parts = partsOf(lines);
  const columns = parts.screen;
  const compared = comparedCommune(comparison, total.commune);
  const names = comparison === null ? null : comparedNames(comparison);
  const written: WrittenSchools = new Map();
  let due: Place | null = null;
  const part = (payer: Payer) => ({
    page,
    lines,
    campaign: statement.campaign,
    payer,
    part: fichePart(total, payer, compared),
    formersTitle: page.say(names?.formers ?? ""),
    before: compared === null ? null : amountsBefore(compared, payer),
    // Of few schools, what the CAGB bears and the last explanations are on one page.
    isKept: payer === "cagb" && total.schools.length <= fewSchools,
  });

  writeName(page, total.commune, statement, columns);
  writeStatus(page, context.statusOf(total.commune), columns);
  const change = compared === null ? null : { ...compared.byPayer.commune, ...names! };
  writeSummary(page, total, statement, { over: parts, due: () => same(due!), change });
  if (compared !== null) writeChange(page, compared, columns);
  page.gap();
  const own = part("commune");
  if (repeatTitles && own.part.schools.length > fewSchools)
    writeSchools(page, lines, own, { written, compared: compared === null ? null : names!.column });
  const { say } = page;
  const ownPart = say("Quote-part [de la commune]");
  page.section(ownPart);
  if (repeatTitles) lines.titles(page, { repeatTitles: "always" });
  const commune = yield* writePart({ ...own, label: ownPart, schoolName, written }, total);
  due = commune.total.total;
  page.add(
    [over(columns, `${capitalised(eurosInWords(total.due))}. Montants nets.`, centered(styles.note))],
    false,
    underTotal,
  );
  page.gap();

  page.section(say("Pris en charge par [la CAGB]\u00a0: vous n’en devez rien"), greyed(styles.section));
  const cagb = yield* writePart(
    {
      ...part("cagb"),
      label: say("Total pris en charge par [la CAGB]"),
      schoolName: (school) => say`${schoolName(school)} · pris en charge par [la CAGB]`,
    },
    total,
  );
  page.gap(true);
  writeExplanations(page, total, statement, parts);
  return { commune, cagb };
}

/** With more, a list says what each school amounts to, before the detail. */
const fewSchools = 3;

/** A school of the list, and where its lines are once they are written. */
interface ListedSchool extends FicheSchool {
  readonly written: WrittenSchools;
}

type ListColumn = "school" | Nature | "total" | "before";

const column = columnHelper<ListedSchool, ListColumn>();

/** Makes the table of the list of schools, over the columns of the detail. `compared`: the title of the campaign compared, or null. */
function listTable({ at }: FicheTable, compared: string | null) {
  const columns = {
    school: column.imported("[École]", null, ({ school }) => school.school.name),
    installation: column.cell("Installation", { under: at.quantity }, sumOfNature("installation")),
    maintenance: column.cell("Maintenance", { under: at.price }, sumOfNature("maintenance")),
    total: column.cell("Quote-part", { under: at.amount }, ({ school }, own, style) =>
      euros(partOf(school.split, "commune"), bold(style), plus(own.installation, own.maintenance)),
    ),
    ...(compared !== null && { before: column.cell(compared, { under: at.before }, beforeCell) }),
  };
  // Without a campaign compared, nothing points at its column.
  return table({ columns: columns as Readonly<Record<ListColumn, Column<ListedSchool, ListColumn>>> });
}

function sumOfNature(nature: Nature) {
  return ({ school, lines, written }: ListedSchool, _at: Cells<ListColumn>, style: CellStyle): PageCell => {
    const amount = school.split[nature].commune;
    if (!lines.some((line) => line.nature === nature)) return euros(amount, style);
    return euros(amount, style, () => {
      const rows = written.get(school)!.rows[nature];
      return sumOf(block(rows[0]!.amount, rows.at(-1)!.amount));
    });
  };
}

/** Returns the cell of what was billed before for a school; null when nothing tells which school it was. */
function beforeCell({ school, lines, written }: ListedSchool, _at: Cells<ListColumn>, style: CellStyle) {
  const before = billedBefore(lines);
  return before === null ? null : euros(before, greyed(style), () => same(written.get(school)!.subtotal!.before));
}

/** What the list says of a commune's share. */
interface ListedPart {
  readonly part: FichePart;
  /** Over schools of the campaign compared that no school of this one answers to. */
  readonly formersTitle: string;
  /** What the campaign compared billed; null where there is none. */
  readonly before: { readonly total: Decimal } | null;
}

/** Schools under the summary on its page, and on each page that follows. */
const schoolsPerPage = { first: 40, next: 54 } as const;

/**
 * Writes what each school amounts to, before the detail. Excel repeats the titles of the detail alone: those of the schools are
 * written again on each page.
 */
function writeSchools(
  page: Page,
  lines: FicheTable,
  { part, formersTitle, before }: ListedPart,
  { written, compared }: { readonly written: WrittenSchools; readonly compared: string | null },
): void {
  const list = listTable(lines, compared);
  const { schools, formers } = part;
  const spans: RowSpan[] = [];
  for (let from = 0; from < schools.length;) {
    if (from > 0) page.startPage();
    const title = page.say("[Écoles]");
    if (from > 0) page.mark(page.section(continued(title)), "continued");
    else page.section(title);
    const to = from + (from === 0 ? schoolsPerPage.first : schoolsPerPage.next);
    const listed = schools.slice(from, to).map((school) => ({ ...school, written }));
    spans.push(list.write(page, listed));
    from = to;
    if (from < schools.length) page.gap();
  }
  const formersBefore = billedBefore(formers);
  const formersCells =
    formersBefore === null
      ? []
      : [list.total(page, { label: formersTitle, cells: { before: formersBefore }, style: styles.line }).before];
  const over = (key: ListColumn) => spans.map((span) => list.area(page, key, span));
  const of = (nature: Nature) => sum(schools.map(({ school }) => school.split[nature].commune));
  const [installation, maintenance] = [of("installation"), of("maintenance")];
  const total = (key: ListColumn, amount: Decimal) => euros(amount, styles.total, sumOf(...over(key)));
  list.total(page, {
    label: page.say("Quote-part [de la commune]"),
    cells: {
      installation: total("installation", installation),
      maintenance: total("maintenance", maintenance),
      total: total("total", installation.plus(maintenance)),
      ...(before !== null && {
        before: euros(before.total, greyed(styles.total), sumOf(...over("before"), ...formersCells)),
      }),
    },
  });
  page.gap();
}
