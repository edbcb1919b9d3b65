import { countOf } from "../../messages";
import { formatChange, formatEuros } from "../../money";
import type { Change } from "../../statement";
import type { Campaign } from "../../tariff";
import { linkTo, text } from "../kit/cells";
import { percent, sharesOf } from "../kit/charts";
import { HandEdits } from "../kit/hand-edits";
import { heading, printTexts, writeStatusBand, type DocumentLink } from "../kit/heading";
import type { CellStyle, SheetModel } from "../kit/model";
import { Page } from "../kit/page";
import { sayIn, sayInFull } from "../kit/say";
import { beside, styles } from "../kit/styles";
import { pointsLeft, uncapitalised } from "../kit/texts";
import { documentName } from "../sheet-names";
import { heaviestOf, labelsOf } from "./analysis-context";
import {
  decidedOf,
  stepsOf,
  subjectCampaign,
  titresOf,
  writeFigures,
  writeSteps,
  type AnnexeContext,
  type Step,
  type Subject,
  type TitreFigures,
} from "./annexe-figures";
import { gridsOf, pricesTable, writeCommunes, writePrices } from "./annexe-tables";
import { comparisonSentence } from "./comparaison-bridge";
import { errorNotes, gridNotes, matchNote } from "./comparaison-remarks";
import { notOfficial, notOfficialStyle, notVoted } from "./simulation";

const messageStyle: CellStyle = { bold: true, size: 12 };
/** Width in characters of each column of links, on the right of the print area: links are useless on paper. */
const linkWidth = 18;
/** Columns for them, whatever the analyses: a sheet that is written again has no column of before left. */
const mostLinks = 4;

/**
 * Makes « Annexe délibération »: one page for the voters, beside the note that explains their vote. It shows the
 * results of a comparison, a simulated tariff, or both; its amounts refer to cells of their sheets.
 */
export function makeAnnexe(context: AnnexeContext, name: string): SheetModel {
  const { simulated, provisional } = context;
  const campaign = subjectCampaign(context);
  const say = sayIn(campaign);
  const prices = pricesTable(decidedOf(context).sides, say);
  const hidden = prices.widths.length;
  const links = linksOf(context);
  const page = new Page(name, campaign, [...prices.widths, 0, ...Array<number>(mostLinks).fill(linkWidth)], {
    columns: hidden + 1,
  });
  const title = "Annexe à la délibération";
  heading(page, { title, campaign });
  if (provisional !== null) writeStatusBand(page, provisional, hidden);
  links.forEach(({ label, sheet }, index) =>
    page.overwrite(0, hidden + 1 + index, linkTo(label, sheet, "A1", styles.back)),
  );
  const edits = new HandEdits();
  const mark = { sheet: name, row: 1, column: hidden + 1 };
  page.overwrite(mark.row, mark.column, edits.markAt(mark, beside(styles.strong)));
  const banner = simulated === null ? null : page.band([text(notOfficial, notOfficialStyle)], notOfficialStyle);
  page.gap();
  page.paragraph(messageOf(context), messageStyle, true, edits.guard);
  for (const line of groundsOf(context)) page.paragraph(line);
  for (const line of reservesOf(context)) page.paragraph(line, styles.strong);
  page.paragraph(aboutTitre(campaign), styles.note);
  page.gap();
  const titres = titresOf(context);
  const figures = writeFigures(page, titres, {
    title: sharesSentence(titres, context),
    hasParts: decidedOf(context).payers.length > 1,
    right: hidden,
    edits,
  });
  page.gap();
  const steps = stepsOf(context);
  const bridge = writeSteps(
    page,
    { title: stepsSentence(context, steps), hidden, edits },
    titres,
    figures.cells,
    steps,
  );
  const toMatch = context.compared === null ? null : matchNote(context.compared.context.comparison, say);
  if (toMatch !== null) page.paragraph(toMatch, styles.note);
  page.gap();
  const grids = gridsOf(context);
  if (grids !== null) {
    writePrices(page, prices, grids, edits);
    page.gap();
  }
  writeCommunes(page, context, edits);
  // The only page has its status too.
  const { header, footer } = printTexts(title, campaign, provisional);
  return page.finish({
    key: "annexe",
    freeze: banner === null ? null : { rows: banner + 1, columns: 0 },
    charts: figures.chart === null ? [bridge] : [figures.chart, bridge],
    orientation: "portrait",
    lastColumn: hidden - 1,
    onePage: true,
    header: [header[0], simulated === null ? header[1] : notOfficial, header[2]],
    footer,
  });
}

/** Returns the links to the sheets whose figures these are, and to the documents of the campaign. */
function linksOf(context: AnnexeContext): DocumentLink[] {
  const { simulated, compared, titre, recapitulatif } = context;
  const wanted = [
    { label: "→ Simulation", sheet: simulated?.sheet },
    { label: "→ Comparaison", sheet: compared?.sheet },
    { label: `→ ${documentName("titre", subjectCampaign(context))}`, sheet: titre?.name },
    { label: "→ Récapitulatif", sheet: recapitulatif ?? undefined },
  ];
  return wanted.flatMap(({ label, sheet }) => (sheet === undefined ? [] : [{ label, sheet }]));
}

/** Returns the main message of the page in a sentence: the decision or the comparison. */
function messageOf(subject: Subject): string {
  const { compared, simulated } = subject;
  const { amounts } = simulated ?? compared;
  const { total, cagb, commune } = amounts;
  const say = sayIn(subjectCampaign(subject));
  const unchanged = { cagb: say("[CAGB:inchangée|inchangé]"), commune: say("[commune:inchangées|inchangés]") };
  const parts = say`[CAGB] ${changeText(cagb, unchanged.cagb)}, [communes] ${changeText(commune, unchanged.commune)}`;
  const borne = decidedOf(subject).payers.length > 1 ? `\u00a0: ${parts}` : "";
  const isSame = cagb.difference.isZero() && commune.difference.isZero();
  if (simulated !== null) {
    const titre = `le titre ${subjectCampaign(subject).year}`;
    if (total.difference.isZero())
      return `Le projet de tarif ne changerait pas ${titre}${isSame ? "" : `, mais qui le paie\u00a0: ${parts}`}.`;
    const verb = total.difference.isPositive() ? "augmenterait" : "diminuerait";
    return `Le projet de tarif ${verb} ${titre} de ${formatEuros(total.difference.abs())}${borne}.`;
  }
  const { before, after } = labelsOf(compared.context.comparison);
  if (total.difference.isZero())
    return `Le titre est le même (${before} et ${after}), ${formatEuros(total.after)}${isSame ? "" : borne}.`;
  return `Le titre passe de ${formatEuros(total.before)} (${before}) à ${formatEuros(total.after)} (${after})${borne}.`;
}

function changeText({ difference }: Change, unchanged: string): string {
  return difference.isZero() ? unchanged : formatChange(difference);
}

/** Returns the notes on the tariffs that are compared or decided. */
function groundsOf({ compared, simulated }: Subject): string[] {
  if (simulated === null) return gridNotes(compared.context.comparison);
  const { now } = simulated.context.simulation;
  return [`Tarif actuel : ${now.grid.act}.`, `Tarif à l’essai\u00a0: «\u00a0${notVoted}\u00a0».`];
}

/**
 * Returns the notes on what the figures leave out, being in error: in a campaign that is compared, or under the tariff
 * simulated.
 */
function reservesOf({ compared, simulated }: Subject): string[] {
  const errors = simulated === null ? 0 : countOf(simulated.context.anomalies, "error");
  return [
    ...(compared === null ? [] : errorNotes(compared.context)),
    ...(errors === 0
      ? []
      : [`Sous le projet de tarif, ${pointsLeft(errors)}, et ce qui est en cause n’est pas compté.`]),
  ];
}

/** Returns the sentence about who pays the last titre. */
function sharesSentence(titres: readonly TitreFigures[], subject: Subject): string {
  const { simulated } = subject;
  const say = sayIn(subjectCampaign(subject));
  const { label, amounts } = titres.at(-1)!;
  if (decidedOf(subject).payers.length === 1) return `${label}\u00a0: ${formatEuros(amounts.total)}`;
  if (amounts.total.isZero()) return say("Rien n’est facturé, ni [à la CAGB] ni [aux communes]");
  const { cagb, communes } = sharesOf(amounts);
  const [beginning, titre] =
    simulated === null
      ? [say("[La CAGB] prend"), uncapitalised(label)]
      : [say("Avec le projet, [la CAGB] prendrait"), "titre"];
  return say`${beginning} en charge ${percent(cagb)} du ${titre}, [les communes] ${percent(communes)}`;
}

/** Returns the sentence about what makes most of the difference between the first two titres. */
function stepsSentence(subject: Subject, steps: readonly Step[]): string {
  const { compared, simulated } = subject;
  if (compared !== null) return comparisonSentence(compared.context.comparison);
  const { before, after, difference } = simulated.amounts.total;
  if (difference.isZero()) return "Avec le projet, le titre ne changerait pas";
  const most = heaviestOf(steps, difference);
  const cause = most === null ? "" : `,${steps.length > 1 ? " surtout" : ""} du fait de « ${most.name} »`;
  return `Avec le projet, le titre passerait de ${formatEuros(before)} à ${formatEuros(after)}${cause}`;
}

/** Explains what the titre is and who pays it, to a reader who does not know the system. */
function aboutTitre(campaign: Campaign): string {
  const { debtor, provided, service, vat } = campaign.convention;
  const [say, full] = [sayIn(campaign), sayInFull(campaign)];
  const what = provided ?? `le service «\u00a0${service}\u00a0»`;
  if (debtor === null)
    return say`Chaque année, ${full("[la Ville]")} facture ${what} [aux communes]\u00a0: le titre est ici l’ensemble de leurs quotes-parts. ${vat}.`;
  return say`Chaque année, ${full("[la Ville]")} facture [à la CAGB] ${what} : c’est le titre. [La CAGB] en garde sa part et refacture [aux communes] leurs quotes-parts. ${vat}.`;
}
