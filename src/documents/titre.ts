import { countInWords, eurosInWords, formatEuros } from "../money";
import type { Statement } from "../statement";
import { holdsDay, isCreditor } from "../tariff";
import { amountNamesOf } from "./amount-names";
import { creditorShare, isCreditorWhole } from "./creditor-share";
import { titreObject, titreShortObject } from "./finance-names";
import { issuedName } from "./journal-ledger";
import { communesWithFiche, hasDebtorPart } from "./kit/billed";
import { attachmentsText, provisionalSettlement, writeSettlement, type BoxColumns, type Unsettled } from "./kit/boxes";
import { imported, linkTo, over, spanning, text, wrapped } from "./kit/cells";
import type { Place } from "./kit/formula";
import { HandEdits } from "./kit/hand-edits";
import {
  exerciceLine,
  printTexts,
  writeLetterhead,
  writeParties,
  writeReference,
  writeStatusBand,
  writeTitle,
} from "./kit/heading";
import { lettersAcross } from "./kit/measure";
import type { PrintSetup, SheetModel } from "./kit/model";
import { Page } from "./kit/page";
import { centered, styles, underTotal } from "./kit/styles";
import {
  actOf,
  campaignLine,
  given,
  imputationOf,
  isOneTitre,
  ofTitres,
  isRenewed,
  issuedAs,
  stateReference,
  toFillShort,
} from "./kit/texts";
import type { Recapitulatif } from "./recapitulatif";
import type { Repartition } from "./repartition";
import { boxColumns, printed, printedWidths, writeAnnex, writeLiquidation } from "./titre-tables";

export interface Titre {
  readonly model: SheetModel;
  readonly total: Place;
}

/** Height in points of a row of one line: the signed part fits on one page. */
const rowHeight = 13;
/** The maximum height of rows when the page has room. */
const airyHeight = 24;

interface TitreContext {
  readonly name: string;
  readonly status: string | null;
  readonly errors: number;
}

/**
 * Makes « Titre CAGB »: the état liquidatif that supports the titre, on one page to sign, then the communes in an
 * annex. (decisions §3)
 */
export function makeTitre(
  statement: Statement,
  repartition: Repartition,
  recapitulatif: Recapitulatif,
  { name, status, errors }: TitreContext,
): Titre {
  const { campaign } = statement;
  const hasPart = hasDebtorPart(statement);
  const page = new Page(name, campaign, [...printedWidths(hasPart), 18], { rowHeight, airyHeight });
  const { last } = printed;
  writeLetterhead(page, statement, {
    papers: [
      exerciceLine(statement, String(campaign.year)),
      `État n°\u00a0${stateReference(statement)} · établi le ${given(statement, "establishedOn")}`,
      numbersOf(statement),
    ],
    last,
    beside: linkTo("← Récapitulatif", recapitulatif.model.name, "A1", styles.back),
  });
  page.gap();
  const edits = new HandEdits();
  writeTitle(page, ofTitres("État liquidatif à l’appui {du titre|des titres} de recettes", statement), edits, last);
  page.add([text(campaignLine(campaign), styles.subtitle)]);
  writeStatusBand(page, status, printed.count);
  const { creditorEnd, debtorStart, signed } = boxColumns(hasPart);
  writeParties(page, statement, { half: creditorEnd, start: debtorStart, last });
  page.gap();
  writeReferences(page, statement);
  page.gap();
  const total = writeLiquidation(page, statement, repartition, edits);
  writeEnd(page, statement, { errors, signed, edits });
  page.startPage();
  writeAnnex(page, statement, recapitulatif, edits);

  const names = amountNamesOf(campaign.convention);
  const model = page.finish({
    key: "titre",
    names: {
      [names.titre]: total.total,
      ...(hasPart && { [names.debtor]: total.cagb }),
      [names.members]: total.commune,
    },
    orientation: "portrait",
    lastColumn: printed.last,
    header: printTexts("État liquidatif", campaign, status).header,
    footer: footerOf(statement),
  });
  return { model, total: total.total };
}

/** Returns the footer of each page of the état, annex included, with the number of the état. */
function footerOf(statement: Statement): PrintSetup["footer"] {
  const reference = `état n°\u00a0${stateReference(statement)}`.replaceAll("&", "&&");
  return [`Campagne ${statement.campaign.year} · ${reference}`, "", "État liquidatif · page &P / &N"];
}

/** Returns the numbers that finance gave once the état was issued; dots before. */
function numbersOf(statement: Statement): string {
  const { bordereau = null, titre = null } = issuedAs(statement) ?? {};
  return `Bordereau n°\u00a0${bordereau ?? toFillShort} · ${ofTitres("{titre|titres}", statement)} n°\u00a0${titre ?? toFillShort}`;
}

/** Writes the references of the état: object, act, convention, budget account, VAT, labels for a finance package. */
function writeReferences(page: Page, statement: Statement): void {
  const { campaign, options } = statement;
  const convention = campaign.convention;
  const { object, term, creditor, vat } = convention;
  // The duration clause of the convention covers no later campaign.
  const isCovered = holdsDay(convention, campaign.snapshot);
  const article = options.particulars.conventionArticle;
  const entry = (label: string, value: string) =>
    writeReference(page, label, value, { label: 1, value: printed.count - 1 });
  entry("Objet", `${object}, campagne ${campaign.year}`);
  entry("Acte", actOf(statement));
  entry(
    "Convention",
    `${creditor.short} – ${page.say(isOneTitre(statement) ? "[CAGB]" : "[communes]")}, signée le ${given(statement, "conventionOn")}${isCovered ? ` (${term})` : ""}${article === undefined ? "" : `, article ${article}`}`,
  );
  if (isRenewed(statement)) entry("Reconduction", `Décision du ${given(statement, "renewedOn")}`);
  entry("Imputation", imputationOf(statement));
  entry("TVA", vat);
  writeLabel(page, "Libellé", titreShortObject(statement));
  writeLabel(page, "Libellé long", titreObject(statement));
}

/** Writes a label as a finance package takes it, whole in its cell; one that is too long for the page has two lines. */
function writeLabel(page: Page, name: string, value: string): void {
  // Capitals are as wide as bold letters.
  const isLong = value.length > lettersAcross(page.widths.slice(1, printed.count), styles.smallStrong);
  if (!isLong) page.add([text(name, styles.smallGrey), imported(value, styles.small)]);
  else {
    const whole = spanning(imported(value, wrapped(styles.small)), printed.last);
    page.add([text(name, wrapped(styles.smallGrey)), whole], false, rowHeight);
  }
}

/** Writes what follows the total and stays with it: the shares, the sum, the signature blocks and the attachments. */
function writeEnd(
  page: Page,
  statement: Statement,
  { errors, signed, edits }: { readonly errors: number; readonly signed: BoxColumns; readonly edits: HandEdits },
): void {
  writeShares(page, statement, edits);
  page.gap(true);
  // The part that the creditor pays itself is not claimed.
  const claimed = isOneTitre(statement) ? statement.total : statement.communes;
  const words = eurosInWords(claimed).toLocaleUpperCase("fr");
  writeSettlement(page, statement, {
    settled: `Arrêté le présent état liquidatif à la somme de ${words} (${formatEuros(claimed)}).`,
    unsettled: unsettledText(statement, errors),
    guard: (cell) => edits.guard(cell),
    ...signed,
  });
  page.gap(true);
  writeAttachments(page, statement);
}

/** Returns why an état must not be signed (it differs from the issued one, or is provisional); null when it must be. */
function unsettledText({ edition: { issued, differs } }: Statement, errors: number): Unsettled | null {
  if (issued !== null && differs !== null)
    return {
      word: "À NE PAS ÉMETTRE",
      note: `État non arrêté\u00a0: il est autre que l’${issuedName(issued)}. Il n’est ni à signer ni à joindre à un titre.`,
    };
  return provisionalSettlement(errors);
}

/** Writes the debtor of the whole, the claimant of the communes' parts, and the creditor's own part. */
function writeShares(page: Page, statement: Statement, edits: HandEdits): void {
  const { say } = page;
  const billed = statement.byCommune.filter(({ due }) => !due.isZero());
  const own = billed.find(({ commune }) => isCreditor(commune, statement.campaign.convention));
  const count = billed.length === 1 ? say("[une commune]") : say`${billed.length} [communes]`;
  const ofOwn = own === undefined ? "" : `, dont ${own.commune.name} pour ${formatEuros(own.due)}`;
  const note = !isOneTitre(statement)
    ? say`Chaque quote-part est réclamée par un titre distinct\u00a0: ${count} (annexe 1).`
    : billed.length === 0
      ? say`Aucune quote-part n’est à refacturer : [la CAGB] prend tout en charge.`
      : say`[La CAGB] doit la totalité du titre ; [CAGB:elle|il] refacture les quotes-parts à ${count} (annexe 1)${ofOwn}.`;
  const ofCreditor = isCreditorWhole(statement) ? "" : ` ${creditorShare(statement, say)}`;
  page.add([edits.guard(over(printed.count, note + ofCreditor, centered(styles.small)))], true, underTotal);
}

function writeAttachments(page: Page, statement: Statement): void {
  const fiches = communesWithFiche(statement).length;
  const areCommunes = statement.campaign.convention.nouns.member.singular === "commune";
  const [kind, kinds] = areCommunes ? ["communale", "communales"] : ["de refacturation", "de refacturation"];
  const own = [
    page.say("récapitulation par [commune] (annexe 1)"),
    `${countInWords(fiches, "feminine")} ${fiches === 1 ? `fiche ${kind}` : `fiches ${kinds}`}`,
  ];
  const attachments = attachmentsText(statement, own, isRenewed(statement) ? ["décision de reconduction"] : []);
  page.add([over(printed.count, attachments, styles.small)]);
}
