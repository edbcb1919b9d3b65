import { parseIsoDate } from "../../cells";
import { eurosInWords, formatEuros } from "../../money";
import type { IssuedState, Rectification, RectificationPiece, RectificationWay, Statement } from "../../statement";
import { statusNote } from "../document-status";
import { hasDebtorPart } from "../kit/billed";
import { attachmentsText } from "../kit/boxes";
import { over, text } from "../kit/cells";
import type { Place } from "../kit/formula";
import type { CellStyle, PrintSetup } from "../kit/model";
import type { Page } from "../kit/page";
import { sayIn } from "../kit/say";
import { beside, styles } from "../kit/styles";
import {
  actOf,
  creditLineOf,
  formatDateTime,
  given,
  gridLine,
  issuedAs,
  longDate,
  natureOf,
  ofTitres,
  stateNumber,
  stateReference,
  toFillShort,
} from "../kit/texts";
import type { AnalysisContext } from "./analysis-context";

/** The data of the pieces of a correction. */
export interface RectificationContext extends AnalysisContext {
  readonly rectification: Rectification;
  /** The issued workbook's name, and when its documents were generated. */
  readonly file: string;
  readonly when: string;
  /** Errors of the correction, accepted: its pieces are provisional. */
  readonly errors: number;
}

/** The cells of « Rectificatif » with the original titre, the reduction and the result. */
export type ReductionPlaces = Readonly<Record<"origin" | "change" | "result", Place>>;

/** Returns the number of a paper, « 2014-01 R1 »: that of the état of origin, and its rank. */
export function pieceNumber({ issued, ranks }: Rectification, way: RectificationWay): string {
  return `${stateNumber(issued)}\u00a0R${ranks[way]}`;
}

/** Returns the status note of the papers of a correction with accepted errors; null when they may be issued. */
export function statusOf({ errors }: RectificationContext): string | null {
  return statusNote({ errors, rectifiedBy: null });
}

/** The names of papers before their numbers. */
const paperNames: Readonly<Record<RectificationWay, string>> = {
  reduction: "État rectificatif",
  complement: "État complémentaire",
};

/** Returns how a paper is named: « État rectificatif n° 2014-01 R1 ». */
export function numberedPaper(rectification: Rectification, way: RectificationWay): string {
  return `${paperNames[way]} n°\u00a0${pieceNumber(rectification, way)}`;
}

/** Returns the footer of a paper: its number, and how many pages it has, at the right end. */
export function paperFooter(left: string, paper: string): PrintSetup["footer"] {
  return [left.replaceAll("&", "&&"), "", `${paper.replaceAll("&", "&&")} · page &P / &N`];
}

/** Returns the reason of a paper as the user gave it, or `otherwise`, the dots to fill in. */
export function reasonOf(statement: Statement, way: RectificationWay, otherwise: string): string {
  return given(statement, way === "reduction" ? "rectificationReason" : "complementReason", otherwise);
}

/** Returns the exercice of issue, or dots when the user has not given it. */
export function issueExercice({ options }: Statement): string {
  return options.particulars.rectificationYear ?? toFillShort;
}

/**
 * Returns whether the original exercice is open or closed when the correction is issued; null when the user has not
 * given the exercice of issue, or gave a year before the campaign's.
 */
export function exerciceCase({ campaign, options }: Statement): "open" | "closed" | null {
  const { rectificationYear: year } = options.particulars;
  if (year === undefined || Number(year) < campaign.year) return null;
  return Number(year) === campaign.year ? "open" : "closed";
}

/**
 * Returns the number and version of the original état, with its last correction if any: « 2014-01, version 2 (après R1)
 * ».
 */
export function originReference(issued: Statement): string {
  const { lastRank } = issued.edition;
  return stateReference(issued) + (lastRank === undefined ? "" : ` (après R${lastRank})`);
}

/**
 * Returns the name of the original état: « état liquidatif n° 2014-01, version 2, établi le 25 novembre 2014 », with
 * the time at which it was made when neither the office nor the Journal gives its number.
 */
export function originOf({ rectification: { issued }, when }: RectificationContext): string {
  const isDated = issued.options.particulars.establishedOn !== undefined || issuedAs(issued) !== null || when === "";
  const made = isDated ? "" : `, édité le ${formatDateTime(when)}`;
  return `état liquidatif n°\u00a0${originReference(issued)}, établi le ${given(issued, "establishedOn")}${made}`;
}

/** Returns the date of the original état, its date of issue when known: « émis le 28 novembre 2014 ». */
export function originDate(issued: Statement): string {
  const day = parseIsoDate(titreIssued(issued)?.date ?? "");
  return day === null ? `du ${given(issued, "establishedOn")}` : `émis le ${longDate(day)}`;
}

/** Returns the name of the file from which the issued état was read, shown on screen only. */
export function originFile({ file, when }: RectificationContext): string {
  return when === "" ? file : `${file}, ${formatDateTime(when)}`;
}

/**
 * Returns the amounts of the issued état: « 259 016,96 € (part de la CAGB …, quotes-parts …) », without the parts when
 * there is only one.
 */
export function issuedAmounts({ issued }: Rectification): string {
  const { cagb, communes, campaign, total } = issued;
  if (!hasDebtorPart(issued)) return formatEuros(total);
  const parts = sayIn(campaign)`part [de la CAGB] ${formatEuros(cagb)}, quotes-parts ${formatEuros(communes)}`;
  return `${formatEuros(total)} (${parts})`;
}

/**
 * Returns the reference of the original titre: « titre n° 345, bordereau n° 12, exercice 2014, émis le 25 novembre 2014
 * ». The finance package gives these numbers; those that were not recorded at the issue are dots.
 */
export function titreOfOrigin({ issued }: Rectification): string {
  const { titre = null, bordereau = null, date = "" } = titreIssued(issued) ?? {};
  const numbers = `${ofTitres("{titre|titres}", issued)} n°\u00a0${titre ?? toFillShort}, bordereau n°\u00a0${bordereau ?? toFillShort}`;
  const day = parseIsoDate(date);
  return `${numbers}, exercice ${issued.campaign.year}, émis le ${day === null ? toFillShort : longDate(day)}`;
}

/** Returns the issue that a corrected état continues; null when it is unknown. */
function titreIssued(issued: Statement): IssuedState | null {
  return issued.edition.lastRank === undefined ? issuedAs(issued) : issued.edition.issued;
}

/** Returns the act of the corrected prices, and that of the issued ones when they differ. */
export function actsOf({ issued, corrected }: Rectification): string {
  const [before, after] = [actOf(issued), actOf(corrected)];
  if (gridLine(issued.grid) === gridLine(corrected.grid)) return after;
  return `${after}\u202f; état d’origine\u00a0: ${before === after ? gridLine(issued.grid) : before}`;
}

const tickStyle: CellStyle = {
  bold: true,
  align: "center",
  vertical: "center",
  borders: { top: "thin", bottom: "thin", left: "thin", right: "thin" },
};

/**
 * Writes both cases of a reduction, with the applicable one ticked when the user has given the exercice of issue: the
 * original exercice is open, and the original account is reduced; or it is closed, and the refund is an expense.
 * `last`: zero-based last printed column.
 */
export function writeCases(page: Page, statement: Statement, last: number): void {
  const { campaign } = statement;
  const creditLine = creditLineOf(statement);
  const { accounts } = campaign.convention;
  const nature = natureOf(statement);
  const line = creditLine.map(({ code }) => code).join(".");
  const { cancelledChapter: chapter, cancelled: article } = accounts;
  const applies = exerciceCase(statement);
  // The exercice of issue belongs to the applicable case: an open exercice leaves the other case blank.
  const issuedIn = applies === "open" ? toFillShort : issueExercice(statement);
  const cases = {
    open: `Exercice ${campaign.year} ouvert\u00a0: réduction ${ofTitres("{du titre|des titres}", statement)} d’origine à la nature ${nature} (ligne de crédit ${line}).`,
    closed: `Exercice ${campaign.year} clos\u00a0: mandat sur l’exercice ${issuedIn}, chapitre ${chapter}, article ${article}.`,
  };
  for (const one of ["open", "closed"] as const)
    page.add([text(one === applies ? "X" : "", tickStyle), over(last, cases[one], beside(styles.small))], true);
}

/**
 * Returns both cases of a reduction in short, with the applicable one ticked when the user has given the exercice of
 * issue.
 */
export function caseLines(statement: Statement): string[] {
  const applies = exerciceCase(statement);
  const { year } = statement.campaign;
  const cases = {
    open: `exercice ${year} ouvert\u00a0: réduction ${ofTitres("{du titre|de votre titre}", statement)}`,
    closed: `exercice ${year} clos\u00a0: par ${mandatOf(statement)}`,
  };
  return (["open", "closed"] as const).map((one) => `${one === applies ? "X" : "□"} ${cases[one]}`);
}

/** Returns the title of a paper. */
export function titleOf(
  { rectification: { kind, issued, corrected } }: RectificationContext,
  way: RectificationWay,
): string {
  if (way === "complement") return ofTitres("État complémentaire à l’appui {d’un titre|de titres} de recettes", issued);
  if (kind === "none") return "État rectificatif";
  if (isByMandat(corrected)) return `État rectificatif à l’appui d’un ${mandatOf(corrected)}`;
  return `État rectificatif à l’appui d’une ${kind === "cancellation" ? "annulation" : "réduction"} de titre`;
}

/**
 * Returns whether the reduction is refunded as an expense, because the original exercice is closed and its titre can no
 * longer be reduced.
 */
export function isByMandat(statement: Statement): boolean {
  return exerciceCase(statement) === "closed";
}

/** Returns the name of such an expense: « mandat au compte 673 ». */
export function mandatOf({ campaign }: Statement): string {
  return `mandat au compte ${campaign.convention.accounts.cancelled}`;
}

/** Returns what a titre becomes once a reduction is taken from it. */
export function reducedTitre(statement: Statement): string {
  return ofTitres(
    isByMandat(statement)
      ? "Montant {du titre d’origine|des titres d’origine}, mandat déduit"
      : "Montant auquel {le titre d’origine est ramené|les titres d’origine sont ramenés}",
    statement,
  );
}

/** Returns what a paper does to the issued état, in its object. */
export function objectOf(way: RectificationWay): string {
  return `rectification à la ${way === "reduction" ? "baisse" : "hausse"} de l’état liquidatif émis`;
}

/** Returns the sum in words, without a sign: the sentence states its effect on the titre. */
export function settlementOf(
  { rectification: { kind, issued, corrected } }: RectificationContext,
  way: RectificationWay,
  { total }: RectificationPiece,
): string {
  const amount = `${eurosInWords(total).toLocaleUpperCase("fr")} (${formatEuros(total)})`;
  if (way === "complement")
    return `Arrêté le présent état complémentaire à la somme de ${amount}, à réclamer par ${ofTitres("{un titre complémentaire|des titres complémentaires}", issued)}.`;
  if (isByMandat(corrected))
    return `Arrêté le présent état rectificatif à la somme de ${amount}, par ${mandatOf(corrected)}\u00a0: l’exercice ${issued.campaign.year} est clos.`;
  const effect =
    kind === "cancellation"
      ? "montant {du titre d’origine, annulé|des titres d’origine, annulés} en totalité"
      : "en réduction {du titre|des titres} d’origine";
  return `Arrêté le présent état rectificatif à la somme de ${amount}, ${ofTitres(effect, issued)}.`;
}

/** Returns the numbered list of attachments. */
export function attachmentsOf(
  { rectification: { issued, corrected } }: RectificationContext,
  way: RectificationWay,
  isShort: boolean,
): string {
  return attachmentsText(corrected, [
    ...(isShort ? [] : [sayIn(corrected.campaign)("lignes rectifiées et [communes] (annexes 1 et 2)")]),
    ...(way === "reduction" ? ["certificat administratif"] : []),
    `état liquidatif d’origine n°\u00a0${originReference(issued)}`,
  ]);
}
