import type { Steps } from "../cells";
import { eurosInWords } from "../money";
import type { CommuneTotal, Comparison, SchoolTotal, Statement } from "../statement";
import { conventionOf, type Commune, type Payer } from "../tariff";
import {
  amountsBefore,
  comparedCommune,
  comparedNames,
  fichePart,
  ficheTable,
  partsOf,
  type FicheTable,
} from "./fiche-lines";
import { writeSchools } from "./fiche-list";
import { writeChange, writeExplanations, writeLetterhead, writeName, writeSummary } from "./fiche-notice";
import { writePart, type PayerCells, type WrittenSchools } from "./fiche-part";
import { communesWithFiche } from "./kit/billed";
import { over } from "./kit/cells";
import { same, type Place } from "./kit/formula";
import { heading, printTexts, writeStatus } from "./kit/heading";
import type { SheetModel } from "./kit/model";
import { Page } from "./kit/page";
import { centered, greyed, styles, underTotal } from "./kit/styles";
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
 * A commune's fiche: a statement prepared for the CAGB, which claims the commune's share; what the CAGB bears comes after,
 * for information, school after school. (decisions §3, §7)
 */
export function* makeFiche(total: CommuneTotal, statement: Statement, context: FicheContext): Steps<Fiche> {
  const { commune } = total;
  const lines = tableOf(context);
  const page = new Page(context.name, lines.widths, { rowHeight, airyHeight });
  const status = context.statusOf(commune);
  const { screen: columns } = partsOf(lines);
  writeLetterhead(page, commune, statement, { columns, recapitulatif: context.recapitulatif });
  const fiche = { page, lines, total, statement, comparison: context.comparison, status };
  const payers = yield* writeFiche(fiche, { schoolName: ({ school }) => school.name, repeatTitles: true });
  const title = `${commune.name} · fiche de refacturation ${statement.campaign.year}`;
  const { header, footer } = printTexts(title, statement.campaign, status);
  const model = page.finish({
    key: ficheKey(commune),
    orientation: "portrait",
    lastColumn: partsOf(lines).screen - 1,
    onePage: { upTo: fullPage },
    header,
    footer: [footer[0], footer[1], `${commune.name.replaceAll("&", "&&")} · page &P / &N`],
  });
  return { model, insee: commune.insee, payers };
}

/** All fiches one after the other, each from the top of a page, under one header: one sheet to print. (decisions §7) */
export function* makePrintableFiches(statement: Statement, context: FicheContext): Steps<SheetModel> {
  const { campaign } = statement;
  const lines = tableOf(context);
  const page = new Page(context.name, lines.widths, { isCopy: true, rowHeight });
  heading(page, {
    title: "Fiches de refacturation des communes",
    campaign,
    links: [{ label: "← Récapitulatif", sheet: context.recapitulatif, column: partsOf(lines).screen }],
  });
  const header = lines.titles(page, { repeatTitles: "always" });
  const communes = communesWithFiche(statement);
  for (const [index, total] of communes.entries()) {
    if (index > 0) page.startPage();
    const { commune } = total;
    const fiche = { page, lines, total, statement, comparison: context.comparison, status: context.statusOf(commune) };
    // A page of one sheet may begin with a school: it names the commune.
    yield* writeFiche(fiche, { schoolName: ({ school }) => `${school.name} (${commune.name})`, repeatTitles: false });
  }
  const [first] = communes;
  return page.finish({
    key: "fiches-impression",
    freeze: { rows: header + 1, columns: 1 },
    orientation: "portrait",
    lastColumn: partsOf(lines).screen - 1,
    ...printTexts("Fiches des communes", campaign, first === undefined ? null : context.statusOf(first.commune)),
  });
}

function tableOf({ comparison }: FicheContext): FicheTable {
  return ficheTable(comparison === null ? null : comparedNames(comparison).column);
}

interface FicheToWrite {
  readonly page: Page;
  readonly lines: FicheTable;
  readonly total: CommuneTotal;
  readonly statement: Statement;
  readonly comparison: Comparison | null;
  readonly status: string | null;
}

interface Layout {
  readonly schoolName: (school: SchoolTotal) => string;
  /** Whether the titles of the columns are the fiche's own, and come again on each page; else they are above all fiches. */
  readonly repeatTitles: boolean;
}

/** Writes what a fiche says, from the commune's name to the last explanation; returns where both parts are. */
function* writeFiche(fiche: FicheToWrite, { schoolName, repeatTitles }: Layout): Steps<Record<Payer, PayerCells>> {
  const { page, lines, total, statement, comparison } = fiche;
  const parts = partsOf(lines);
  const columns = parts.screen;
  const compared = comparedCommune(comparison, total.commune);
  const names = comparison === null ? null : comparedNames(comparison);
  const written: WrittenSchools = new Map();
  const due: { place: Place | null } = { place: null };
  const part = (payer: Payer) => ({
    page,
    lines,
    campaign: statement.campaign,
    payer,
    part: fichePart(total, payer, compared),
    formersTitle: names?.formers ?? "",
    before: compared === null ? null : amountsBefore(compared, payer),
    // Of few schools, what the CAGB bears and the last explanations are on one page.
    isKept: payer === "cagb" && total.schools.length <= fewSchools,
  });

  writeName(page, total.commune, statement, columns);
  writeStatus(page, fiche.status, columns);
  const change = compared === null ? null : { ...compared.byPayer.commune, ...names! };
  writeSummary(page, total, statement, { over: parts, due: () => same(due.place!), change });
  if (compared !== null) writeChange(page, compared, columns);
  page.gap();
  const own = part("commune");
  if (repeatTitles && own.part.schools.length > fewSchools)
    writeSchools(page, lines, own, { written, compared: compared === null ? null : names!.column });
  page.section("Quote-part de la commune");
  if (repeatTitles) lines.titles(page, { repeatTitles: "always" });
  const commune = yield* writePart({ ...own, label: "Quote-part de la commune", schoolName, written }, total);
  due.place = commune.total.total;
  page.add(
    [over(columns, `${capitalised(eurosInWords(total.due))}. Montants nets.`, centered(styles.note))],
    false,
    underTotal,
  );
  page.gap();

  const { debtor } = conventionOf(statement.campaign);
  const borne = `Pris en charge par la ${debtor.short}`;
  page.section(`${borne}\u00a0: vous n’en devez rien`, greyed(styles.section));
  const cagb = yield* writePart(
    {
      ...part("cagb"),
      label: `Total pris en charge par la ${debtor.short}`,
      schoolName: (school) => `${schoolName(school)} · pris en charge par la ${debtor.short}`,
    },
    total,
  );
  page.gap(true);
  writeExplanations(page, total, statement, parts);
  return { commune, cagb };
}

/** With more, a list says what each school amounts to, before the detail. */
const fewSchools = 3;

function capitalised(words: string): string {
  return words.charAt(0).toLocaleUpperCase("fr") + words.slice(1);
}
