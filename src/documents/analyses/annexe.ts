import type { CellStyle, SheetModel } from "../kit/model";
import { linkTo, text } from "../kit/cells";
import { Page } from "../kit/page";
import { debtorOf } from "../kit/parties";
import { heading, printTexts, type DocumentLink } from "../kit/rows";
import { styles } from "../kit/styles";
import { stepsOf, writeFigures, writeSteps } from "./annexe-figures";
import { campaignOf, decidedOf, titresOf, type AnnexeContext } from "./annexe-subject";
import { gridsOf, pricesTable, writeCommunes, writePrices } from "./annexe-tables";
import {
  aboutTitre,
  chartFinding,
  groundsOf,
  messageOf,
  reservesOf,
  sharesSentence,
  stepsNotes,
  stepsSentence,
} from "./annexe-texts";
import { notOfficial, notOfficialStyle } from "./simulation";

const messageStyle: CellStyle = { bold: true, size: 12 };
/** Characters of each column that a link is in, on the right of what is printed: on paper, it leads nowhere. */
const linkWidth = 18;
/** Columns for them, whatever the analyses: a sheet that is written again has no column of before left. */
const mostLinks = 4;

/**
 * « Annexe délibération »: one page for those who vote, beside the note that explains what they vote on. What a comparison,
 * a simulated tariff, or both come to; its amounts are those of their sheets. (reference: taskpane-ux §4.9)
 */
export function makeAnnexe(context: AnnexeContext, name: string): SheetModel {
  const { simulated, provisional } = context;
  const campaign = campaignOf(context);
  const debtor = debtorOf(campaign);
  const prices = pricesTable(decidedOf(context).sides, debtor);
  const hidden = prices.widths.length;
  const links = linksOf(context);
  const page = new Page(name, [...prices.widths, 0, ...Array<number>(mostLinks).fill(linkWidth)], {
    columns: hidden + 1,
  });
  const title = "Annexe à la délibération";
  heading(page, { title, campaign, ...(provisional !== null && { status: provisional }) });
  links.forEach(({ label, sheet }, index) =>
    page.overwrite(0, hidden + 1 + index, linkTo(label, sheet, "A1", styles.back)),
  );
  const banner = simulated === null ? null : page.band([text(notOfficial, notOfficialStyle)], notOfficialStyle);
  page.gap();
  page.paragraph(messageOf(context), messageStyle, true);
  for (const line of groundsOf(context)) page.paragraph(line);
  for (const line of reservesOf(context)) page.paragraph(line, styles.strong);
  page.paragraph(aboutTitre(campaign), styles.note);
  page.gap();
  const titres = titresOf(context);
  const figures = writeFigures(page, titres, { title: sharesSentence(titres, context), debtor, right: hidden });
  page.gap();
  const steps = stepsOf(context);
  const bridge = writeSteps(
    page,
    { title: stepsSentence(context, steps), finding: chartFinding(context, steps), hidden },
    titres,
    figures.cells,
    steps,
  );
  for (const line of stepsNotes(context)) page.paragraph(line, styles.note);
  page.gap();
  const grids = gridsOf(context);
  if (grids !== null) {
    writePrices(page, prices, grids);
    page.gap();
  }
  writeCommunes(page, context);
  // Its one page says its status too.
  const { header, footer } = printTexts(title, campaign, provisional);
  return page.finish({
    key: "annexe",
    freeze: banner === null ? null : { rows: banner + 1, columns: 0 },
    charts: [figures.chart, bridge],
    orientation: "portrait",
    lastColumn: hidden - 1,
    onePage: true,
    header: [header[0], simulated === null ? header[1] : notOfficial, header[2]],
    footer,
  });
}

/** To the sheets whose figures these are, and to the documents of the campaign. */
function linksOf({ simulated, compared, titre, recapitulatif }: AnnexeContext): DocumentLink[] {
  const wanted = [
    { label: "→ Simulation", sheet: simulated?.sheet },
    { label: "→ Comparaison", sheet: compared?.sheet },
    { label: "→ Titre CAGB", sheet: titre?.name },
    { label: "→ Récapitulatif", sheet: recapitulatif ?? undefined },
  ];
  return wanted.flatMap(({ label, sheet }) => (sheet === undefined ? [] : [{ label, sheet }]));
}
