import { linkTo, text } from "../kit/cells";
import type { CellStyle, SheetModel } from "../kit/model";
import { Page, type PageCell } from "../kit/page";
import { styles } from "../kit/styles";
import { campaignLine, printTexts } from "../kit/texts";
import { band, notOfficial } from "./simulation";
import { writeCommunes } from "./annexe-communes";
import { gridsOf, writePrices } from "./annexe-prices";
import { stepsOf, writeSteps } from "./annexe-steps";
import { aboutTitre, groundsOf, messageOf, reservesOf, sharesSentence, stepsSentence } from "./annexe-texts";
import { campaignOf, decidedOf, titresOf, writeFigures, type AnnexeContext } from "./annexe-titres";

const title = "Annexe à la délibération";
const message: CellStyle = { bold: true, size: 12 };
/** Columns where a link has room. */
const linkColumns = [0, 1, 3, 5] as const;

/**
 * « Annexe délibération »: one page for those who vote, beside the note that explains what they vote on. What a comparison,
 * a tariff on trial, or both come to; its amounts are those of their sheets. (reference: taskpane-ux §4.9)
 */
export function makeAnnexe(context: AnnexeContext, name: string): SheetModel {
  const { tried, provisional } = context;
  const campaign = campaignOf(context);
  const draft = new Page(widths);
  draft.add([text(title, styles.title)]);
  draft.add([text(campaignLine(campaign), styles.subtitle)]);
  draft.add(linksOf(context));
  if (provisional !== null) draft.add([provisional]);
  const bandRow = tried === null ? null : draft.band([text(notOfficial, band)], band);
  draft.gap();
  draft.paragraph(messageOf(context), message, true);
  for (const line of groundsOf(context)) draft.paragraph(line);
  for (const line of reservesOf(context)) draft.paragraph(line, styles.strong);
  draft.paragraph(aboutTitre, styles.note);
  draft.gap();
  const titres = titresOf(context);
  const figures = writeFigures(draft, titres, sharesSentence(titres, context));
  draft.gap();
  const steps = stepsOf(context);
  const bridge = writeSteps(draft, stepsSentence(context, steps), titres, figures.first, steps);
  draft.gap();
  const grids = gridsOf(context);
  if (grids !== null) {
    writePrices(draft, grids, decidedOf(context).sides);
    draft.gap();
  }
  writeCommunes(draft, context);
  const { header, footer } = printTexts(title, campaign);
  return draft.finish(
    {
      key: "annexe",
      name,
      freeze: bandRow === null ? null : { rows: bandRow + 1, columns: 0 },
      charts: [figures.chart, bridge],
    },
    {
      orientation: "portrait",
      titleRows: null,
      onePage: true,
      header: [header[0], tried === null ? "" : notOfficial, header[2]],
      footer,
    },
  );
}

/** To the sheets whose figures these are, and to the documents of the campaign. */
function linksOf({ tried, compared, titre, recapitulatif }: AnnexeContext): PageCell[] {
  const cells: PageCell[] = widths.map(() => null);
  const wanted = [
    ["Simulation", tried?.sheet],
    ["Comparaison", compared?.sheet],
    ["Titre CAGB", titre?.name],
    ["Récapitulatif", recapitulatif ?? undefined],
  ] as const;
  const there = wanted.flatMap(([label, sheet]) => (sheet === undefined ? [] : [{ label, sheet }]));
  there.forEach(({ label, sheet }, index) => {
    cells[linkColumns[index]!] = linkTo(`→ ${label}`, sheet, "A1", styles.back);
  });
  return cells;
}

/** Columns of « Annexe délibération », which its tables share, and their widths. */
export const widths = [30, 13, 13, 13, 13, 13, 13, 15];

export const figureColumns = {
  titre: 0,
  cagb: 1,
  commune: 2,
  total: 3,
  shares: { cagb: 4, communes: 5 },
} as const;

export const stepColumns = { step: 0, amount: 1, rise: 2, fall: 3, base: 4 } as const;

export const priceColumns = {
  prestation: 0,
  unit: 1,
  payer: 2,
  installation: { before: 3, after: 4 },
  maintenance: { before: 5, after: 6 },
  changes: 7,
} as const;

export const communeColumns = { name: 0, before: 1, after: 2, difference: 3, remark: 4 } as const;

/** A text on the right of an amount does not touch it. */
export function apart(style: CellStyle): CellStyle {
  return { ...style, indent: 1, align: "left" };
}
