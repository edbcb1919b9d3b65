import type { Decimal } from "decimal.js";
import { eurosInWords, formatEuros } from "../../money";
import { signsAsExecutive } from "../../options";
import type { RectificationPiece, Statement } from "../../statement";
import { documentName } from "../sheet-names";
import { decreeOf, signatoryName, writeFramed, writeOrdonnateur } from "../kit/boxes";
import { euros, linkTo, over, text } from "../kit/cells";
import { same, type Place } from "../kit/formula";
import { HandEdits } from "../kit/hand-edits";
import { printTexts, writeLetterhead, writeReference, writeStatusBand, writeTitle } from "../kit/heading";
import type { CellStyle, SheetModel } from "../kit/model";
import { Page } from "../kit/page";
import { sayInFull } from "../kit/say";
import { styles } from "../kit/styles";
import { campaignLine, capitalised, ofTitres, siretLine, toFillShort, townOf, uncapitalised } from "../kit/texts";
import {
  exerciceCase,
  isByMandat,
  issueExercice,
  mandatOf,
  originOf,
  paperFooter,
  pieceNumber,
  reasonOf,
  reducedTitre,
  titreOfOrigin,
  writeCases,
  statusOf,
  type RectificationContext,
  type ReductionPlaces,
} from "./rectificatif-texts";

/** The first column has room for a box to tick; the last one for an amount. */
const widths = [3.5, 26, 26, 26, 26];
const last = widths.length - 1;
const beside = 26;

const body: CellStyle = { vertical: "top" };
const strongBody: CellStyle = { ...body, bold: true };

/**
 * Makes « Certificat »: the ordonnateur certifies, on one page, by how much an issued titre is to be reduced, and why.
 * The accountant has it with the état rectificatif, which gives the detail.
 */
export function makeCertificat(
  context: RectificationContext,
  { reduction, places }: { readonly reduction: RectificationPiece; readonly places: ReductionPlaces },
  name: string,
): SheetModel {
  const { rectification, errors, titre } = context;
  const { issued, corrected } = rectification;
  const { campaign } = corrected;
  const page = new Page(name, campaign, [...widths, beside]);
  const title = "Certificat administratif";
  const number = pieceNumber(rectification, "reduction");
  const status = statusOf(context);
  const of = (value: string) => ofTitres(value, issued);
  const paragraph = (value: string, style = body) => page.add([over(last + 1, value, style)], true);

  writeLetterhead(page, corrected, {
    papers: [
      `Exercice d’émission ${issueExercice(corrected)}`,
      `Joint à l’état rectificatif n°\u00a0${number}`,
      `Bordereau n°\u00a0${toFillShort}`,
    ],
    last,
    ...(titre !== null && {
      beside: linkTo(`→ ${documentName("titre", campaign)}, état rectifié`, titre.name, "A1", styles.back),
    }),
  });
  page.space();
  const edits = new HandEdits();
  writeTitle(page, title, edits, last);
  page.add([text(campaignLine(campaign), styles.subtitle)]);
  writeStatusBand(page, status, last + 1);
  page.space();
  paragraph(`${whoCertifies(corrected)}, certifie que ${certifiedOf(corrected)}\u00a0:`);
  page.space(true);
  writeReferences(page, context);
  page.space(true);
  page.section("Montants");
  const after = issued.total.minus(reduction.total);
  const amount = (label: string, value: Decimal, place: Place, style: CellStyle) => {
    edits.watch({ sheet: name, row: page.next, column: last }, value);
    page.mark(page.band([text(label, style), null, null, null, euros(value, style, same(place))], style, true), "row");
  };
  amount(of("Montant {du titre émis|des titres émis}"), issued.total, places.origin, styles.line);
  amount(`Réduction, détaillée par l’état rectificatif n°\u00a0${number}`, reduction.total, places.change, styles.line);
  amount(reducedTitre(corrected), after, places.result, styles.total);
  page.space(true);
  const words = eurosInWords(reduction.total).toLocaleUpperCase("fr");
  writeFramed(page, `${effectOf(corrected, after)} ${words} (${formatEuros(reduction.total)}).`, last, (cell) =>
    edits.guard(cell),
  );
  page.space(true);
  page.section("Imputation");
  writeCases(page, corrected, last);
  page.space(true);
  paragraph(`Fait à ${townOf(corrected)}, le ${toFillShort}, pour servir et valoir ce que de droit.`, strongBody);
  page.space(true);
  if (errors === 0) writeOrdonnateur(page, corrected, { from: 3, to: last });
  const { header, footer } = printTexts(title, campaign, status);
  return page.finish({
    key: "certificat",
    number,
    orientation: "portrait",
    lastColumn: last,
    onePage: true,
    header,
    footer: paperFooter(footer[0], `Certificat, état n°\u00a0${number}`),
  });
}

/** Returns what is certified: the reduction of a titre or, when its exercice is closed, a refund by mandat. */
function certifiedOf(statement: Statement): string {
  const { year } = statement.campaign;
  const of = (value: string) => ofTitres(value, statement);
  return isByMandat(statement)
    ? `l’exercice ${year} étant clos, la somme ci-après, portée ${of("{au titre de recettes désigné|aux titres de recettes désignés}")} ci-dessous, est à rendre par ${mandatOf(statement)}`
    : of(
        "{le titre de recettes désigné ci-dessous est à rectifier|les titres de recettes désignés ci-dessous sont à rectifier} à la baisse",
      );
}

/** Returns what leads to the sum in words; `after`: what the titre becomes. */
function effectOf(statement: Statement, after: Decimal): string {
  const of = (value: string) => ofTitres(value, statement);
  if (isByMandat(statement)) return `À rendre par ${mandatOf(statement)}\u00a0:`;
  if (exerciceCase(statement) === null) return "À rendre, selon le cas coché\u00a0:";
  return `${of("{Le titre est|Les titres sont}")} ${after.isZero() ? "à annuler en totalité, pour" : "à réduire de"}`;
}

/** Writes which titre is to be corrected, who owes it, and why. */
function writeReferences(page: Page, context: RectificationContext): void {
  const { rectification } = context;
  const { campaign, options } = rectification.corrected;
  const { object } = campaign.convention;
  const { debtor } = campaign.convention;
  const entry = (label: string, value: string) => writeReference(page, label, value, { label: 2, value: last - 1 });
  entry(ofTitres("{Titre|Titres}", rectification.issued), capitalised(titreOfOrigin(rectification)));
  if (debtor === null) entry("Débiteurs", page.say("[Les communes] de l’état rectificatif"));
  else
    entry("Débiteur", `${debtor.name} (${debtor.short}), ${siretLine(debtor.siren, options.particulars.debtorSiret)}`);
  entry("Objet", `${object}, campagne ${campaign.year}`);
  entry("Au vu de", capitalised(originOf(context)));
  entry("Motif", reasonOf(rectification.corrected, "reduction", toFillShort.repeat(9)));
}

/**
 * Returns the words of the person who certifies: « Je, soussigné(e), Danielle Martin, adjointe, agissant pour le Maire,
 * ordonnateur de la Ville de Besançon, et par délégation (arrêté de délégation n° 12 du 5 avril 2014) », with dots for
 * a missing name or title. The executive certifies as « le Maire, ordonnateur de la Ville de Besançon ».
 */
function whoCertifies(statement: Statement): string {
  const { campaign, options } = statement;
  const title = uncapitalised(options.signatory?.title.trim() ?? "") || `qualité\u00a0: ${toFillShort}`;
  const decree = decreeOf(statement);
  const { executive } = campaign.convention.creditor;
  const ordonnateur = `ordonnateur ${sayInFull(campaign)("[de la Ville]")}`;
  const by = signsAsExecutive(options, executive)
    ? ordonnateur
    : `agissant pour ${executive}, ${ordonnateur}, et par délégation${decree === null ? "" : ` (${decree})`}`;
  return `Je, soussigné(e), ${signatoryName(statement) ?? toFillShort}, ${title}, ${by}`;
}
