import type { Steps } from "../cells";
import { eurosInWords } from "../money";
import type { CommuneTotal, Comparison, Statement } from "../statement";
import type { Commune, Payer } from "../tariff";
import {
  comparedCommune,
  comparedNames,
  fichePart,
  ficheTable,
  partsOf,
  type FicheTable,
  type WrongOf,
} from "./fiche-lines";
import { writeChange, writeExplanations, writeFicheLetterhead, writeName, writeSummary } from "./fiche-notice";
import { writeBornePart } from "./fiche-borne";
import { writeOwnPart, type PartContext, type PayerCells, type WrittenSchools } from "./fiche-part";
import { fewSchools, writeSchools } from "./fiche-schools";
import type { FicheStatus } from "./document-status";
import { communesWithFiche, hasDebtorPart } from "./kit/billed";
import { over } from "./kit/cells";
import { same, type Place } from "./kit/formula";
import { HandEdits } from "./kit/hand-edits";
import { headerOf, heading, printTexts, writeStatus } from "./kit/heading";
import type { SheetModel } from "./kit/model";
import { Page } from "./kit/page";
import { sayIn } from "./kit/say";
import { centered, styles, underTotal } from "./kit/styles";
import { capitalised, continued, uncapitalised, vatNote } from "./kit/texts";
import { ficheKey } from "./registry";

type FichePayers = Readonly<Partial<Record<Payer, PayerCells>> & Record<"commune", PayerCells>>;

/** A fiche as a sheet, and where its totals are. */
export interface Fiche {
  readonly model: SheetModel;
  readonly insee: string;
  /** The cells of each payer's part; absent for a payer without a part. */
  readonly payers: FichePayers;
}

/** What a fiche needs of the other documents. */
interface FicheContext {
  readonly name: string;
  /** Name of « Récapitulatif ». */
  readonly recapitulatif: string;
  /** The comparison with another campaign, or null. */
  readonly comparison: Comparison | null;
  /** Returns the status of a commune's fiche; null when it may be sent. */
  readonly statusOf: (commune: Commune) => FicheStatus | null;
  readonly wrongOf: WrongOf;
}

/** Height in points of a row of one line: a commune of few schools fits on one page. */
const rowHeight = 13;
/** The maximum height of rows when the page has room. */
const airyHeight = 20;
/** The maximum height in points of a written row of one line. */
const lineHeight = 14;

/** A fiche that fills so much of a page, or less, is printed on it: a second one would be nearly empty. */
const fullPage = 1.1;
/** The same on a sheet of several fiches, which are all printed at one scale. */
const fullPageAmongOthers = 0.9;

const paper = { orientation: "portrait" } as const;

/**
 * Makes a commune's fiche: a statement prepared for the CAGB, which claims the commune's share. The CAGB's own part
 * comes after, for information, school by school. (decisions §3, §7)
 */
export function* makeFiche(total: CommuneTotal, statement: Statement, context: FicheContext): Steps<Fiche> {
  const { commune } = total;
  const lines = tableOf(statement, context);
  const { screen: columns } = partsOf(lines);
  const newPage = () => new Page(context.name, statement.campaign, lines.widths, { rowHeight, airyHeight });
  const write = function* (page: Page, isLong: boolean) {
    writeFicheLetterhead(page, commune, statement, columns, context.recapitulatif);
    return yield* writeFiche({ page, lines, total, statement, context, isLong });
  };
  let page = newPage();
  let payers = yield* write(page, false);
  const isLong = page.pagesFilled(paper, columns) > fullPage;
  // Page starts are known only once the sheet is written: headings depend on them.
  if (isLong) payers = yield* write((page = newPage()), true);
  const title = `${commune.name} · fiche de refacturation ${statement.campaign.year}`;
  const { header, footer } = printTexts(title, statement.campaign, context.statusOf(commune)?.note ?? null);
  const model = page.finish({
    key: ficheKey(commune),
    ...paper,
    lastColumn: columns - 1,
    onePage: !isLong,
    freeze: isLong ? { rows: rowsAtTop, columns: 0 } : null,
    header,
    footer: [footer[0], footer[1], `${commune.name.replaceAll("&", "&&")} · page &P / &N`],
  });
  return { model, insee: commune.insee, payers };
}

/** Number of frozen rows of a long fiche: the letterhead and the commune. */
const rowsAtTop = 2;

/** Makes one sheet to print of all fiches, one after the other, each from the top of a page. (decisions §7) */
export function* makePrintableFiches(statement: Statement, context: FicheContext): Steps<SheetModel> {
  const { campaign } = statement;
  const lines = tableOf(statement, context);
  const { screen: columns } = partsOf(lines);
  const newPage = () => new Page(context.name, campaign, lines.widths, { isCopy: true, rowHeight });
  const page = newPage();
  heading(page, {
    title: page.say("Fiches de refacturation [des communes]"),
    campaign,
    links: [{ label: "← Récapitulatif", sheet: context.recapitulatif, column: columns }],
  });
  const communes = communesWithFiche(statement);
  for (const [index, total] of communes.entries()) {
    if (index > 0) page.startPage();
    const alone = newPage();
    yield* writeFiche({ page: alone, lines, total, statement, context, isLong: false });
    const isLong = alone.pagesFilled(paper, columns) > fullPageAmongOthers;
    yield* writeFiche({ page, lines, total, statement, context, isLong });
  }
  const [first] = communes;
  return page.finish({
    key: "fiches-impression",
    ...paper,
    lastColumn: columns - 1,
    ...printTexts(
      page.say("Fiches [des communes]"),
      campaign,
      first === undefined ? null : (context.statusOf(first.commune)?.note ?? null),
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
  /** Whether it takes several pages: each has a heading, and the first has the contact. */
  readonly isLong: boolean;
}

/** Writes a fiche, from the commune's name to the last explanation; returns the cells of both parts. */
function* writeFiche({ page, lines, total, statement, context, isLong }: FicheToWrite): Steps<FichePayers> {
  const { comparison } = context;
  const { commune } = total;
  const { say } = page;
  const parts = partsOf(lines);
  const columns = parts.screen;
  const compared = comparedCommune(comparison, commune);
  const names = comparison === null ? null : comparedNames(comparison);
  const status = context.statusOf(commune);
  const word = headerOf(status?.note ?? null);
  const isProvisional = word === "PROVISOIRE";
  const edits = new HandEdits();
  const rowsLeft = isLong ? () => Math.floor(page.roomLeft(paper, columns) / lineHeight) : undefined;
  const written: WrittenSchools = new Map();
  let due: Place | null = null;
  const part = (payer: Payer, heading: string, label: string): PartContext => ({
    ...{ page, lines, edits, rowsLeft, written, payer, heading, label },
    campaign: statement.campaign,
    part: fichePart(total, payer, { compared, wrongOf: context.wrongOf }),
    continuedHeading: continued(`${commune.name} · ${uncapitalised(heading.split("\u00a0:")[0]!)}`),
    formersTitle: say(names?.formers ?? ""),
    before: compared === null ? null : compared.byPayer[payer].before,
  });

  writeName(page, commune, statement, columns);
  const change = compared === null ? null : { ...compared.byPayer.commune, ...names! };
  const wrong = total.schools.flatMap(({ school }) => context.wrongOf(school));
  writeSummary(page, total, statement, { over: parts, due: () => same(due!), change, wrong, word, edits });
  page.gap(true);
  writeStatus(page, status, columns);
  if (compared !== null) writeChange(page, compared, columns, edits);
  const explain = () => writeExplanations(page, total, statement, { parts, edits, isProvisional });
  if (isLong) explain();
  page.gap();
  const asOfNow = isProvisional ? ", à ce jour" : "";
  const ownPart = say("Quote-part [de la commune]") + asOfNow;
  const own = part("commune", ownPart, ownPart);
  if (own.part.schools.length > fewSchools)
    writeSchools(own, { commune, compared: compared === null ? null : names!.column });
  const cells = yield* writeOwnPart(own, total);
  due = cells.total;
  const settled = isProvisional ? "État provisoire, non arrêté" : capitalised(eurosInWords(total.due));
  const inWords = `${settled}. ${vatNote(statement, "Montants nets")}.`;
  page.add([edits.guard(over(columns, inWords, centered(styles.note)))], false, underTotal);
  const end = (payers: FichePayers): FichePayers => {
    // A long fiche has its explanations on its first page.
    if (isLong) return payers;
    page.gap(true);
    explain();
    return payers;
  };
  if (!hasDebtorPart(statement)) return end({ commune: cells });
  page.gap();
  const heading = say("Pris en charge par [la CAGB]\u00a0: vous n’en devez rien");
  const borne = part("cagb", heading, say("Total pris en charge par [la CAGB]") + asOfNow);
  const cagb = yield* writeBornePart(borne, total);
  return end({ commune: cells, cagb });
}
