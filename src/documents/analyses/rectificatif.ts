import { eurosInWords, formatEuros } from "../../money";
import type { Rectification, RectificationKind } from "../../statement";
import type { SheetModel } from "../kit/model";
import { Page } from "../kit/page";
import { partyLine, writeCertification, writeImputation } from "../kit/parties";
import { heading, printTexts } from "../kit/rows";
import { styles } from "../kit/styles";
import { formatDateTime, gridLine, toFill } from "../kit/texts";
import type { AnalysisContext } from "./analysis-context";
import { lines, writeCommunes, writeLines, writeTotals, type LineRows } from "./rectificatif-tables";

/** What a rectificatif needs beside it. */
interface RectificationContext extends AnalysisContext {
  readonly rectification: Rectification;
  /** The issued workbook's name, and when its documents were generated. */
  readonly file: string;
  readonly when: string;
}

/** More lines than these come after the signature, on pages of their own that repeat their titles. */
const fewLines = 15;

/**
 * « Rectificatif »: the état in support of a titre that corrects an issued one, by lines that name those of origin. The
 * issued état is never rewritten. (reference: domain notes §6.5)
 */
export function makeRectification(context: RectificationContext, name: string): SheetModel {
  const { rectification, titre, fiches } = context;
  const { campaign } = rectification.corrected;
  const page = new Page(name, lines.widths);
  const title = "Titre rectificatif";
  const links = titre && [{ label: "→ État liquidatif rectifié (Titre CAGB)", sheet: titre.name }];
  heading(page, { title, campaign, ...(links !== null && { links }) });
  page.space();
  writeReferences(page, context);
  page.space();
  const isShort = rectification.communes.reduce((total, one) => total + one.lines.length, 0) <= fewLines;
  const rows: LineRows = new Map();
  if (isShort) {
    page.section("Lignes rectifiées");
    lines.titles(page);
    writeLines(page, rectification.communes, rows);
    page.space();
  }
  page.section("Par commune");
  const communes = writeCommunes(page, rectification, fiches, rows);
  page.space();
  page.section("Titre");
  writeTotals(page, rectification, communes, titre?.cells.total ?? null);
  page.space();
  writeImputation(page, rectification.corrected, { wording: 2, number: 2 });
  page.space();
  writeCertification(page, rectification.corrected, settlementOf(rectification));
  if (!isShort) {
    page.startPage();
    page.section("Annexe : lignes rectifiées");
    lines.titles(page, { repeatTitles: "always" });
    writeLines(page, rectification.communes, rows);
  }
  return page.finish({ key: "rectificatif", orientation: "landscape", ...printTexts(title, campaign) });
}

/** What is corrected, between whom, and which titre it comes after. */
function writeReferences(page: Page, context: RectificationContext): void {
  const { kind, issued, corrected } = context.rectification;
  const [before, after] = [gridLine(issued.grid), gridLine(corrected.grid)];
  page.entry("Nature", natures[kind], styles.strong);
  page.entry("Créancier", partyLine(corrected, "creditor"));
  page.entry("Débiteur", partyLine(corrected, "debtor"));
  page.entry(
    "Objet",
    `Dispositif Ordiclasse, campagne ${corrected.campaign.year} : rectification de l’état liquidatif émis`,
  );
  page.entry("État d’origine", originOf(context));
  page.entry("Titre d’origine", `Titre n° ${toFill}, bordereau n° ${toFill}, du ${toFill}`);
  page.entry("Acte", before === after ? after : `${after} ; état d’origine : ${before}`);
  page.entry("", "L’état d’origine n’est pas modifié : les lignes qui suivent le rectifient.");
}

/** What a correction is, in the words of public accounting. */
const natures: Readonly<Record<RectificationKind, string>> = {
  complement: "Titre complémentaire, qui s’ajoute au titre d’origine",
  reduction: "Titre de réduction : annulation partielle du titre d’origine",
  cancellation: "Titre d’annulation : annulation totale du titre d’origine",
  balanced: "Sans incidence sur le total du titre : seule sa répartition est rectifiée",
  none: "Aucune ligne ne change : il n’y a pas lieu à titre rectificatif",
};

/** The statement that is corrected: its campaign, its run, its file and its amounts, which stay as they were issued. */
function originOf({ rectification, file, when }: RectificationContext): string {
  const { issued } = rectification;
  const parts = `part de la CAGB ${formatEuros(issued.cagb)}, quotes-parts ${formatEuros(issued.communes)}`;
  return `État liquidatif de la campagne ${issued.campaign.year}, généré le ${formatDateTime(when)} dans « ${file} » : ${formatEuros(issued.total)} (${parts})`;
}

const ends: Readonly<Record<RectificationKind, string>> = {
  complement: ", en complément du titre d’origine.",
  reduction: ", en réduction du titre d’origine, annulé pour cette part.",
  cancellation: ", montant du titre d’origine, annulé en totalité.",
  balanced: " : le total du titre d’origine ne change pas, seule sa répartition est rectifiée.",
  none: " : aucune ligne n’est rectifiée.",
};

/** The sum in words, without a sign: what it does to the titre is said. */
function settlementOf({ kind, total }: Rectification): string {
  const amount = total.difference.abs();
  const words = eurosInWords(amount).toLocaleUpperCase("fr");
  return `Arrêté le présent état rectificatif à la somme de ${words} (${formatEuros(amount)})${ends[kind]}`;
}
