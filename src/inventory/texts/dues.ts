import { fold, isBlank, memoByText, type Cell } from "../../cells";
import { doubtsNumber, onlyDoubts } from "./corrections";
import { eventsIn, readsWhole, saysClosed } from "./free-text";
import { headingSays } from "./heading";
import { isOtherOrganisation } from "./parties";
import { commonReader } from "./read-text";
import { senses } from "./senses";
import { shownCell } from "./values";

/** Documents that a school sends back: an unanswered one does not affect its numbers. */
const ofSurvey = /\b(?:fiche|formulaire|questionnaire|enquete|reponse)s?\b/;

/** Headings of the share of a row that is due: « Part facturable », « Taux de prise en charge », « Remise ». */
const shareOfBill =
  /\b(?:parts?|taux|quote parts?|prorata|pourcentage|quotites?)\b.*\b(?:factur\w*|pris(?:e|es)? en charge|participation|financ\w+|a charge|rembours\w+|due?s?)\b|^(?:taux (?:de |d )?)?(?:remise|rabais|ristourne|reduction|abattement|degrevement|majoration)s?\b|^(?:coefficients?|taux|quotites?|proratas?)$/;

const headsShare = memoByText((heading) => shareOfBill.test(fold(heading)));
const isWhole = (cell: Cell): boolean =>
  isBlank(cell) || cell === 1 || /^\s*(?:100\s*%?|(\d+)\s*\/\s*\1)\s*$/.test(String(cell));

/** Headings of whether a school belongs to the agreement: « Adhérente », « Convention », « Périmètre ». */
const agreement =
  /^(?:(?:(?:ecole|commune|etablissement|membre)|(?:ref(?:erence)?\.?|numero|no|n°)(?: de(?: la)?)?) )?(?:en |dans (?:le |la )?|est )?(?:adhe[rs]\w*|conventions?|conventionnee?s?|contrats?|ordiclasse|membres?|dispositif|perimetre|deliberation)\b/;

/** Returns whether a heading is about membership of the agreement. */
export const headsAgreement = memoByText((heading) => agreement.test(fold(heading)));

/** Returns whether a text mentions the agreement: « Situation vis-à-vis d’Ordiclasse ». */
export const speaksOfAgreement = (text: string): boolean => /\b(?:ordiclasse|dispositif|convention)\b/.test(fold(text));

const boxes = /(☒|☑|✔|✓|\[ ?x ?\]|\( ?x ?\))|(☐|□|\[ *\]|\( *\))/giu;

/** Returns the answers ticked among those of a cell, « ☐ dans le dispositif ☒ hors dispositif »; null when there is no choice. */
export function tickedIn(text: string): string | null {
  const found = [...text.matchAll(boxes)];
  if (!found.some(([, ticked]) => ticked !== undefined) || !found.some(([, , open]) => open !== undefined)) return null;
  const answers = found.map(({ index, 0: box, 1: ticked }, at) => ({
    isTicked: ticked !== undefined,
    said: text.slice(index + box.length, found[at + 1]?.index).trim(),
  }));
  return answers.flatMap(({ isTicked, said }) => (isTicked ? [said] : [])).join(" ; ");
}

/** Returns whether a text denies or postpones membership: « hors », « à signer », « en attente ». */
export const isOutside = (text: string): boolean =>
  /\b(?:pas|hors|sans|aucune?|neant|attente|refus\w*|exclu\w*|(?:a|non) (?:signe[er]\w*|voter|venir))\b/.test(
    fold(text),
  );

/**
 * Returns whether what a key says of a code or a colour may exclude what bears it: « hors dispositif », « à vérifier »,
 * « Département », or words that are not all read.
 */
export const mayExclude = (text: string): boolean =>
  !readsWhole(text) || (isOutside(text) && speaksOfAgreement(text)) || doubtsNumber(text) || isOtherOrganisation(text);

/** Returns whether a heading is about who pays, owns or maintains, or about billing. */
export const headsPayers = memoByText(
  (heading) => ofBilling.test(fold(heading)) || headingSays(heading, (concept) => concept === "payer"),
);

/** Headings of how a row is billed: « Facturation | suspendue », « Recouvrement | direct ». */
const ofBilling = /^(?:mode de |type de )?(?:re)?(?:facturation|recouvrement)s?$/;

/** Headings of who manages a school, or of where its bill is sent. */
const ofManagers = /\b(?:gestion\w*|statut|budget|competences?|adress\w*|gere\w*|rattach\w*)\b/;
const aSyndicate = /\b(?:sivos|sivu|sivom|syndicat|intercommunale?|intercommunaux)\b/;

/** Returns whether a cell names a syndicate of communes under a heading of managers: « Gestionnaire | SIVOS ». */
export const namesSyndicate = (heading: string, cell: string): boolean =>
  aSyndicate.test(fold(cell)) && ofManagers.test(fold(heading));

const ofDebtors =
  /\b(?:commune|(?:transf|reaffect|affect|deplac|nouvel|pret|actuel|pa[iy]|factur|destin|parti|ced|verse|rattach|debit)\w*)\b/;

/**
 * Returns whether a heading may introduce the commune that owes a row, or the place to which its machines went:
 * « Transférée à », but not « Canton ».
 */
export const headsDebtor = memoByText((heading) => ofDebtors.test(fold(heading)));

/** Headings of the user or the place of a machine. */
const ofUsers =
  /^(?:utilisat|utilisee?s? par$|usager|usage|detent|attribu|affect|groupe|service|lieu|localis|emplac|site|salle|batiment|destination)/;

/** Returns whether a heading is about the user or the place of a machine. */
export const headsUsers = memoByText((heading) => ofUsers.test(fold(heading)));

/** Headings of who took a machine away: « Acquéreur », « Emprunteur ». */
const ofTakers =
  /^(?:acquereur|acheteur|repreneur|emprunteur|destinataire|nouveau (?:detenteur|proprietaire|utilisateur))\b/;

/** Returns whether a heading is about who took a machine, where only some machines have one. */
export const headsTakers = memoByText((heading) => ofTakers.test(fold(heading).trim()));

/** Returns whether a heading is about the terms on which each row is due: its share, its agreement, its payer. */
export const headsTerms = (heading: string): boolean =>
  headsShare(heading) || headsAgreement(heading) || headsPayers(heading);

const isYes = (cell: Cell): boolean =>
  cell === true || (typeof cell === "string" && /^\s*(?:oui|[ox✓✔☑☒]|vrai|yes)\s*(?:[,;:.(–-].*)?$/i.test(cell));

const isNo = (cell: Cell): boolean => /^\s*(?:non?\b|0$|n[ée]ant|ras\b|rien|aucune?|[-–—/]\s*$)/i.test(shownCell(cell));

/** Returns whether a text is a month or a year and nothing else: « juillet 2014 ». */
function isDated(cell: Cell): boolean {
  if (typeof cell !== "string") return false;
  const { years, meanings, unread, names } = commonReader.read(cell, "remark");
  return years.length > 0 && [meanings, unread, names].every(({ length }) => length === 0);
}

/**
 * Returns whether a heading is about a school or a machine that left or is not billed: « Fermée », « Sortie du
 * dispositif », « Exclue ».
 */
const headsLeaving = memoByText(
  (heading) =>
    !ofSurvey.test(fold(heading)) &&
    (eventsIn(heading).ofSchool.size > 0 || headingSays(heading, (concept) => senses[concept]!.standing === "out")),
);

const ofPaper = /\b(?:bon|bordereau|certificat|attestation|recu|pv|ref|reference|no|numero)\b|n°/;

/** Returns whether a heading is of the paper by which a machine left: « Bon d’enlèvement », « Certificat de destruction ». */
const headsPaperOfLeaving = memoByText(
  (heading) => ofPaper.test(fold(heading)) && headingSays(heading, (concept) => senses[concept]!.machine === "left"),
);

const headsJoined = memoByText((heading) => {
  const { ofSchool } = eventsIn(heading);
  return ofSchool.has("merged") || ofSchool.has("moved");
});

/** Returns whether a cell, under its heading, says with what a school merged, or where it moved: « Fusion | avec Pirey ». */
export const isJoined = (heading: string, cell: Cell): boolean =>
  typeof cell === "string" && !isBlank(cell) && !isNo(cell) && headsJoined(heading);

/** Returns whether a heading is about the end of a school or of its billing: « École fermée », « Fin d’activité ». */
const headsEnd = memoByText(
  (heading) =>
    eventsIn(heading).ofSchool.size > 0 || headingSays(heading, (concept) => senses[concept]!.date === "left"),
);

/**
 * Returns whether a cell, under its heading, limits what is due for its row: « 50 % », « hors contrat », yes under
 * « Fermée ».
 */
export function limitsDue(heading: string, cell: Cell): boolean {
  if (headsShare(heading)) return !isWhole(cell);
  if (isYes(cell) && headsLeaving(heading)) return true;
  if (isDated(cell) && headsEnd(heading)) return true;
  if (headsPaperOfLeaving(heading) && !isBlank(cell) && !isNo(cell)) return true;
  // « Sorties | 1 » counts machines.
  if (Number(cell) === 1 && eventsIn(heading).ofSchool.size > 0) return true;
  if (typeof cell !== "string") return false;
  // « Facturé | déjà ».
  if (headsDue(heading) && !isYesOrNo(cell) && eventsIn(`${cell} ${heading}`).ofSchool.has("not-billed")) return true;
  return headsAgreement(heading) && (isOutside(cell) || /^\s*non?\b/i.test(cell) || isJoining(heading, cell));
}

/** Returns whether a membership is not yet one: « Adhésion | en cours »; « Convention | en cours » is in force. */
const isJoining = (heading: string, cell: string): boolean =>
  /\badhe[rs]/.test(fold(heading)) && /\b(?:en cours|prochaine?(?:ment)?|bientot)\b/.test(fold(cell));

/** Returns whether a heading is about what is not billed: « Déjà facturé le ». */
export const headsUndue = (heading: string): boolean =>
  headingSays(heading, (concept) => senses[concept]!.school === "not-billed");

const ofDue =
  /\b(?:(?:re)?factur\w*|pay(?:e|ee|es|ees)|reglee?s?|realisee?s?|retenue?s?|a compter|a prendre en compte|compte[es]*)\b/;

/** Returns whether a heading is about what is due or not: « À facturer », « Déjà payé », « À déduire ». */
export const headsDue = (heading: string): boolean => headsUndue(heading) || ofDue.test(fold(heading));

/** A yes or a no, with an optional comment: « non, encre sèche ». */
const answer = /^\s*(?:oui|non|[onx✓✔])\s*(?:[,;:.(–-].*)?$/i;

/** Returns whether a text is a yes or a no, with an optional comment. */
export const isYesOrNo = (text: string): boolean => answer.test(text);

/**
 * Returns whether some « non » answers, in a column of yes and no, a heading that may decide whether a row is due: one
 * not entirely understood, or about dues, membership or a survey.
 */
export function deniesDue(heading: string, answers: readonly string[]): boolean {
  return (
    (isUnread(heading) || headsDue(heading) || headsAgreement(heading) || ofSurvey.test(fold(heading))) &&
    answers.every(isYesOrNo) &&
    answers.some((each) => /^\s*n/i.test(each))
  );
}

/**
 * Returns whether a heading of yes and no is not entirely understood, or only about the convention: « Adhérente »,
 * « Ordiclasse ».
 */
function isUnread(heading: string): boolean {
  const { meanings, names, unread, neutral } = commonReader.read(heading, "heading");
  // Above yes and no, « École ouverte » is a question, not the name of a school.
  if (names.some(({ kind }) => kind === "school")) return true;
  return unread.length > 0 || (meanings.length === 0 && neutral.has("administration"));
}

const reducing =
  /\b(?:a deduire|deduction|a retirer|a enlever|avoirs?|ajustements?|corrections?|rectifications?|quotites?|cles? de repartition|en moins)\b/;

/**
 * Returns whether a heading or a label introduces a change to the quantities beside it: « À déduire », « Ajustement ».
 */
export const changesOthers = (text: string): boolean => reducing.test(fold(text));

/** Returns whether a title begins with a change to other tables: « Corrections », and not « Parc après corrections ». */
export const opensWithChange = (title: string): boolean => fold(title).trim().search(reducing) === 0;

/** What stands beside a name: in brackets, or after a dash or a comma. */
const besideName = /\(([^()]+)\)|(?:\s[-–—]\s|[,;:])(.+)$/;

/**
 * Returns whether the name of a school, or what stands beside it, means that it may not be billed: « (fermée) », « (ouvre
 * en janvier 2015) », « – jusqu’en juin 2014 », « (à confirmer) », « ? ». A merger does not count.
 */
export function namesUndue(name: string, campaign: number): boolean {
  if (saysClosed(name) || /\w.*\?\s*\)?\s*$/.test(name)) return true;
  const [, bracketed, after] = besideName.exec(name) ?? [];
  const aside = bracketed ?? after;
  if (aside === undefined) return false;
  // « (comprise dans la colonne suivante) », « (déjà dans Pergaud) ».
  if (/^jusqu\b|\b(?:compris|compte|inclus)e?s?\b|\b(?:deja|voir)\b/.test(fold(aside)) || onlyDoubts(aside))
    return true;
  const { ofSchool, ofMachine } = eventsIn(aside);
  if ([...ofSchool].some((event) => event !== "merged") || ofMachine.has("left")) return true;
  return commonReader.read(aside, "remark").years.some((year) => year > campaign);
}
