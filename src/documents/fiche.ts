import type { Steps } from "../cells";
import { eurosInWords } from "../money";
import type { CommuneTotal, Comparison, SchoolTotal, Statement } from "../statement";
import type { Commune, Payer } from "../tariff";
import {
  amountsBefore,
  comparedCommune,
  comparedNames,
  fichePart,
  ficheTable,
  partsOf,
  type FicheTable,
} from "./fiche-lines";
import { writeChange, writeExplanations, writeFicheLetterhead, writeName, writeSummary } from "./fiche-notice";
import { writePart, type PartContext, type PayerCells, type WrittenSchools } from "./fiche-part";
import { fewSchools, writeSchools } from "./fiche-schools";
import { communesWithFiche, hasDebtorPart } from "./kit/billed";
import { over } from "./kit/cells";
import { same, type Place } from "./kit/formula";
import { HandEdits } from "./kit/hand-edits";
import { heading, printTexts, writeStatus } from "./kit/heading";
import type { SheetModel } from "./kit/model";
import { Page } from "./kit/page";
import { sayIn } from "./kit/say";
import { centered, greyed, styles, underTotal } from "./kit/styles";
import { capitalised, vatNote } from "./kit/texts";
import { ficheKey } from "./registry";

type FichePayers = Readonly<Partial<Record<Payer, PayerCells>> & Record<"commune", PayerCells>>;

/** A fiche as a sheet, and where its totals are. */
export interface Fiche {
  readonly model: SheetModel;
  readonly insee: string;
  /** Where the part of each payer is; absent where nothing is told of one. */
  readonly payers: FichePayers;
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

/** A payer's part, before what it is called. */
type BornePart = Omit<PartContext, "label" | "schoolName">;

/** Writes what a fiche says, from the commune's name to the last explanation; returns where both parts are. */
function* writeFiche(fiche: FicheToWrite): Steps<FichePayers> {
  const { page, lines, total, statement, context, schoolName, repeatTitles } = fiche;
  const { comparison } = context;
  const parts = partsOf(lines);
  const columns = parts.screen;
  const compared = comparedCommune(comparison, total.commune);
  const names = comparison === null ? null : comparedNames(comparison);
  const written: WrittenSchools = new Map();
  const edits = new HandEdits();
  let due: Place | null = null;
  const part = (payer: Payer) => ({
    page,
    lines,
    edits,
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
  writeSummary(page, total, statement, { over: parts, due: () => same(due!), change, edits });
  if (compared !== null) writeChange(page, compared, columns, edits);
  page.gap();
  const own = part("commune");
  if (repeatTitles && own.part.schools.length > fewSchools)
    writeSchools(page, lines, own, { edits, written, compared: compared === null ? null : names!.column });
  const { say } = page;
  const ownPart = say("Quote-part [de la commune]");
  page.section(ownPart);
  if (repeatTitles) lines.titles(page, { repeatTitles: "always" });
  const commune = yield* writePart({ ...own, label: ownPart, schoolName, written }, total);
  due = commune.total.total;
  const inWords = `${capitalised(eurosInWords(total.due))}. ${vatNote(statement, "Montants nets")}.`;
  page.add([edits.guard(over(columns, inWords, centered(styles.note)))], false, underTotal);
  page.gap();

  const cagb = hasDebtorPart(statement) ? yield* writeBorne(fiche, part("cagb")) : undefined;
  writeExplanations(page, total, statement, { parts, edits });
  return { commune, ...(cagb !== undefined && { cagb }) };
}

/** Writes what the debtor bears, for information; returns where it is. */
function* writeBorne({ page, total, schoolName }: FicheToWrite, part: BornePart): Steps<PayerCells> {
  const { say } = page;
  page.section(say("Pris en charge par [la CAGB]\u00a0: vous n’en devez rien"), greyed(styles.section));
  const cells = yield* writePart(
    {
      ...part,
      label: say("Total pris en charge par [la CAGB]"),
      schoolName: (school) => say`${schoolName(school)} · pris en charge par [la CAGB]`,
    },
    total,
  );
  page.gap(true);
  return cells;
}
