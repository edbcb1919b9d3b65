import { eurosInWords, formatChange, formatEuros } from "../../money";
import { changeOf, type RectificationWay, type RectifiedShare } from "../../statement";
import { hasDebtorPart } from "../kit/billed";
import { writeBoxes } from "../kit/boxes";
import { empty, exactEuros, imported, linkTo, over, spanning, text } from "../kit/cells";
import { same, type Place } from "../kit/formula";
import { HandEdits, handEditedFigure } from "../kit/hand-edits";
import { printTexts, writeEnds, writeReference, writeStatusBand } from "../kit/heading";
import type { SheetModel } from "../kit/model";
import { Page } from "../kit/page";
import { centered, styles, underTotal } from "../kit/styles";
import { campaignLine, capitalised, preparedBy, sirenText, toFillShort, vatNote, wayNames } from "../kit/texts";
import { rectifiedShareKey } from "../registry";
import { writeNotice, writeSteps } from "./rectificatif-commune-notice";
import { last, quarters, shareLines, writeShare, type WrittenShare } from "./rectificatif-commune-table";
import {
  issueExercice,
  numberedPaper,
  originReference,
  originDate,
  paperFooter,
  pieceNumber,
  reasonOf,
  statusOf,
  type RectificationContext,
} from "./rectificatif-texts";

/** The page that corrects what a commune owes, and where its amounts are. */
export interface SharePage extends WrittenShare {
  readonly model: SheetModel;
  readonly share: RectifiedShare;
}

/** Height in points of a row of one line, and the maximum height of lines when the page has room. */
const heights = { rowHeight: 14, airyHeight: 21 } as const;
/** Blank points above and below the text of the band. */
const bandAir = { answer: 12, advice: 6 } as const;
/** More lines than these come on pages of their own, after the text about them. */
const few = 10;
const printed = last + 1;

/**
 * Makes the page of a commune whose share differs from the one in an issued titre: what was billed, what is now due,
 * line by line, and the next steps. It is neither a claim nor a credit: the debtor issues those.
 */
export function makeSharePage(context: RectificationContext, share: RectifiedShare, name: string): SharePage {
  const { rectification, fiches } = context;
  const { corrected } = rectification;
  const { campaign } = corrected;
  const { commune, changes } = share;
  const page = new Page(name, campaign, shareLines.widths, heights);
  const edits = new HandEdits();
  const numberOf = (way: RectificationWay) => pieceNumber(rectification, way);
  const [first] = changes;
  const number = numberOf(first!.way);
  const paper = numberedPaper(rectification, first!.way);
  const fiche = fiches.get(commune.insee);
  writeEnds(
    page,
    [
      preparedBy(corrected),
      `${paper} · exercice d’origine ${campaign.year} · exercice d’émission ${issueExercice(corrected)}`,
    ],
    printed,
    fiche === undefined ? null : linkTo(`→ ${fiche}, rectifiée`, fiche, "A1", styles.back),
  );
  const heading = [imported(commune.name, styles.title)];
  heading[last] = text(`Rectification n°\u00a0${number}`, styles.numberedRight);
  heading[printed] = edits.markAt({ sheet: page.sheet, row: page.next, column: printed }, styles.strong);
  page.mark(page.add(heading, true), "title");
  page.add(
    [text(`${campaignLine(campaign)} · ${sirenText(commune.siren)} · INSEE ${commune.insee}`, styles.subtitle)],
    true,
  );
  const status = statusOf(context);
  writeStatusBand(page, status, printed);
  let written: WrittenShare | null = null;
  writeAnswer(page, context, share, { edits, due: () => written!.due.corrected });
  page.gap();
  page.add([over(printed, changedText(page, share), styles.value)]);
  const writeLines = () => {
    written = writeShare(page, share, { numberOf, edits });
  };
  const isShort = changes.flatMap(({ lines }) => lines).length <= few;
  if (isShort) {
    page.gap();
    writeLines();
  }
  writeWords(page, context, share, edits);
  page.gap();
  writeSteps(page, context, share, edits);
  page.gap();
  writeNotice(page, context, share);
  if (!isShort) {
    page.startPage();
    page.section("Détail des lignes rectifiées");
    writeLines();
  }
  const { header } = printTexts(`${commune.name} · rectification ${campaign.year}`, campaign, status);
  const model = page.finish({
    key: rectifiedShareKey(commune),
    number,
    orientation: "portrait",
    lastColumn: last,
    header,
    footer: paperFooter(`${commune.name} · état d’origine n°\u00a0${originReference(rectification.issued)}`, paper),
  });
  return { model, share, ...written! };
}

/** Writes the share as it is now, large, and the sum that leads to it. */
function writeAnswer(
  page: Page,
  { rectification }: RectificationContext,
  { due, cagb, changes }: RectifiedShare,
  { edits, due: dueAt }: { readonly edits: HandEdits; readonly due: () => Place },
): void {
  const { say } = page;
  const { issued, corrected } = rectification;
  const amountAt = quarters[3];
  const sentence = say`Votre quote-part est rectifiée\u00a0: ${formatEuros(due.before)} devient`;
  const blanks = (count: number, style: typeof styles.due | typeof styles.dueNote) =>
    Array.from({ length: count }, () => empty(style));
  page.add(
    [
      ...[edits.guard(over(amountAt, sentence, styles.due)), ...blanks(amountAt - 1, styles.due)],
      spanning(
        exactEuros(due.after, styles.dueAmount, () => same(dueAt())),
        printed - amountAt,
      ),
      ...blanks(printed - amountAt - 1, styles.due),
    ],
    true,
    bandAir.answer,
  );
  const advice = say("Rien à payer ni à déduire au vu de cette page\u00a0: attendez les avis [de la CAGB].");
  page.add([over(printed, advice, styles.dueNote), ...blanks(last, styles.dueNote)], true, bandAir.advice);
  const changeBox = (way: RectificationWay, side: string) => {
    const change = changes.find((one) => one.way === way);
    if (change === undefined) return ["–", `rien en ${side}`] as const;
    return [
      formatChange(changeOf(change)),
      `en ${side}\u00a0: ${wayNames[way]}, pièce n°\u00a0${pieceNumber(rectification, way)}`,
    ] as const;
  };
  const borne = cagb.difference.isZero()
    ? say`part [de la CAGB] inchangée (${formatEuros(cagb.after)})`
    : say`part [de la CAGB] ${formatEuros(cagb.before)} → ${formatEuros(cagb.after)}`;
  const figures = [
    [formatEuros(due.before), `facturé\u00a0: état n°\u00a0${originReference(issued)}, ${originDate(issued)}`],
    changeBox("reduction", "moins"),
    changeBox("complement", "plus"),
    [formatEuros(due.after), hasDebtorPart(corrected) ? `rectifié ; ${borne}` : "rectifié"],
  ] as const;
  writeBoxes(
    page,
    figures.map(([value, note], index) => ({
      from: quarters[index]!,
      to: (quarters[index + 1] ?? printed) - 1,
      lines: [
        { text: value, style: styles.figure, guard: (cell) => edits.guard(cell, handEditedFigure.figure) },
        { text: note, style: styles.smallGrey, guard: (cell) => edits.guard(cell, handEditedFigure.note) },
      ],
    })),
  );
}

/** Returns how much changed, « Ce qui a changé : 3 lignes de 2 écoles. » */
function changedText({ say }: Page, { changes }: RectifiedShare): string {
  const lines = changes.flatMap((change) => change.lines);
  const schools = new Set(lines.map(({ school }) => school.key)).size;
  const counted = lines.length === 1 ? "une ligne" : `${lines.length} lignes`;
  const where = schools === 1 ? say("[d’une école]") : say`de ${schools} [écoles]`;
  const apart = changes.length === 1 ? "" : " Baisses et hausses font deux pièces distinctes, jamais compensées.";
  return `Ce qui a changé\u00a0: ${counted} ${where}.${apart}`;
}

/** Writes each piece in words, and why it is issued. */
function writeWords(
  page: Page,
  { rectification: { corrected } }: RectificationContext,
  { changes }: RectifiedShare,
  edits: HandEdits,
): void {
  const words = changes.map(({ way, total }) => `${capitalised(wayNames[way])}\u00a0: ${eurosInWords(total)}.`);
  const notes = [...words, `${vatNote(corrected, "Montants nets")}.`].join(" ");
  page.add([edits.guard(over(printed, notes, centered(styles.note)))], false, underTotal);
  page.gap();
  for (const { way } of changes)
    writeReference(
      page,
      `Motif ${way === "reduction" ? "de la" : "du"} ${wayNames[way]}`,
      reasonOf(corrected, way, toFillShort.repeat(6)),
      { label: 1, value: last },
    );
}
