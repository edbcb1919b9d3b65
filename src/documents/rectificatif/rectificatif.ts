import { imported, linkTo, text } from "../cells";
import { creditLine, creditLineCode } from "../credit-line";
import { Draft } from "../draft";
import type { SheetModel } from "../model";
import { creditor, debtor, partyLine } from "../parties";
import { Places } from "../places";
import { styles } from "../styles";
import { campaignLine, gridLine, printTexts, toFill } from "../texts";
import { writeSignature } from "../titre-settlement";
import { widths } from "./columns";
import { writeCommunes } from "./communes";
import type { RectificationContext } from "./context";
import { writeLines, writeLinesHeader } from "./lines";
import { natureOf, originOf, settlementOf } from "./texts";
import { writeTotals } from "./totals";

/** More lines than these come after the signature, on pages of their own that repeat their titles. */
const fewLines = 15;

/**
 * « Rectificatif »: the état in support of a titre that corrects an issued one, by lines that name those of origin. The
 * issued état is never rewritten. (reference: domain notes §6.5)
 */
export function makeRectification(context: RectificationContext, name: string): SheetModel {
  const places = new Places();
  write(context, name, places);
  return write(context, name, new Places(places));
}

function write(context: RectificationContext, name: string, places: Places): SheetModel {
  const { rectification, titre, fiches } = context;
  const { campaign } = rectification.corrected;
  const draft = new Draft(widths);
  draft.add([text("Titre rectificatif", styles.title)]);
  draft.add([text(campaignLine(campaign), styles.subtitle)]);
  if (titre !== null) draft.add([linkTo("→ État liquidatif rectifié (Titre CAGB)", titre.name, "A1", styles.back)]);
  draft.space();
  writeHead(draft, context);
  draft.space();
  const isShort = rectification.communes.reduce((total, { lines }) => total + lines.length, 0) <= fewLines;
  if (isShort) {
    draft.section("Lignes rectifiées");
    writeLinesHeader(draft);
    writeLines(draft, rectification.communes, places);
    draft.space();
  }
  draft.section("Par commune");
  const communes = writeCommunes(draft, rectification, fiches, places);
  draft.space();
  draft.section("Titre");
  writeTotals(draft, rectification, communes, titre?.cells.total ?? null);
  draft.space();
  writeImputation(draft);
  draft.space();
  writeSettlement(draft, context);
  const headerRow = isShort ? null : writeAnnex(draft, context, places);
  return draft.finish(
    { key: "rectificatif", name },
    {
      orientation: "landscape",
      titleRows: headerRow === null ? null : { first: headerRow, last: headerRow },
      ...printTexts("Titre rectificatif", campaign),
    },
  );
}

function writeHead(draft: Draft, context: RectificationContext): void {
  const { issued, corrected } = context.rectification;
  const [before, after] = [gridLine(issued.grid), gridLine(corrected.grid)];
  draft.entry("Nature", natureOf(context.rectification), styles.label, styles.strong);
  draft.entry("Créancier", partyLine(creditor));
  draft.entry("Débiteur", partyLine(debtor));
  draft.entry(
    "Objet",
    `Dispositif Ordiclasse, campagne ${corrected.campaign.year} : rectification de l’état liquidatif émis`,
  );
  draft.entry("État d’origine", originOf(context));
  draft.entry("Titre d’origine", `Titre n° ${toFill}, bordereau n° ${toFill}, du ${toFill}`);
  draft.entry("Acte", before === after ? after : `${after} ; état d’origine : ${before}`);
  draft.entry("", "L’état d’origine n’est pas modifié : les lignes qui suivent le rectifient.");
}

function writeImputation(draft: Draft): void {
  draft.section("Imputation");
  draft.add([text("Ligne de crédit", styles.label), imported(creditLineCode, styles.strong)], true);
  for (const { heading, code, label } of creditLine)
    draft.add([text(heading, styles.label), imported(code, styles.value), text(label, styles.value)], true);
  draft.add([text("Bordereau n°", styles.label), text(toFill), text("Titre n°", styles.label), text(toFill)], true);
}

/** The sum in words, the certification and the signature, which never part. */
function writeSettlement(draft: Draft, { rectification }: RectificationContext): void {
  draft.section("Arrêté et certification");
  draft.paragraph(settlementOf(rectification), styles.strong, true);
  draft.space(true);
  draft.add([text(`Certifié exact, à Besançon, le ${toFill}`)], true);
  draft.space(true);
  writeSignature(draft, rectification.corrected);
}

/** Many lines, from the top of a page; gives the row of their titles. */
function writeAnnex(draft: Draft, { rectification }: RectificationContext, places: Places): number {
  draft.startPage();
  draft.section("Annexe : lignes rectifiées");
  const row = writeLinesHeader(draft);
  writeLines(draft, rectification.communes, places);
  return row;
}
