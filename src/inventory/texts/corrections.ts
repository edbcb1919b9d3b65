import { Decimal } from "decimal.js";
import { fold, memoByText } from "../../cells";
import { eventsIn, saysRoom } from "./free-text";
import { numberIn, numbersInWords } from "./numbers-in-words";
import { namesOtherParty } from "./parties";
import { commonReader } from "./read-text";

/** A mark before a note, which a name, a heading or a number of the table may have too. */
export const footnoteMark = /^(?:[†‡§★☆¤¹²³*]+|\([\d*]\))/;

const figures = "chiffres?|nombres?|effectifs?|quantites?|valeurs?|totaux|total|comptages?|donnees?";

/**
 * A number beside words that correct one: « Lire 62 au lieu de 26 », « 11 et non 14 », « 11, pas 13 », « à ajouter : 2
 * postes ».
 */
const correction = new RegExp(
  String.raw`\b(?:lire|au lieu d\w*|et non (?:pas )?\d+|\d+\D*\b(?:pas|plutot que) \d+|errat(?:um|a)|oubli\w*|ajouter|a deduire|non deduit\w*|` +
    String.raw`pas deduit\w*|a rajouter|en fait|en realite|il s agit d\w*|c est \d+|apres verification|(?:${figures}) (?:reel(?:le)?s?|exacte?s?)|` +
    String.raw`(?:compter|retenir|prendre|reste|restent) qu(?:e|il)? |passer de \d+ a \d+|n en (?:a|ai|avons|avez|ont) que \d+|nouve(?:au|lle|aux|lles) (?:${figures})\b.*(?<![\d/.])\d{1,3}$|(?:compter|retenir) \d+(?! (?:jours?|semaines?|mois|heures?|minutes?)\b)|dont \d+ a la mairie|erreurs? de (?:saisie|frappe|comptage))\b`,
);

/** Words for an uncertain number: « à vérifier », « provisoire ». */
const doubt = String.raw`(?:a (?:verifier|confirmer|revoir|rectifier|preciser|actualiser|completer)|provisoires?|faux|fausses?|errone\w*|inexacte?s?|(?:non|pas) (?:verifie|confirme|controle|valide)e?s?)\b`;
const startsInDoubt = new RegExp(String.raw`^(?:reste )?${doubt}`);

/** Returns whether a text begins by calling uncertain the number that it is attached to: « à vérifier ». */
export const doubtsNumber = (text: string): boolean => startsInDoubt.test(fold(text));

const isDoubt = new RegExp(String.raw`^(?:en attente|(?:reste )?(?!a (?:revoir|preciser|completer))${doubt})\W*$`);

/** Returns whether a text only calls uncertain the numbers beside it: « à confirmer », but not « à revoir », of anything. */
export const onlyDoubts = (text: string): boolean => isDoubt.test(fold(text).trim());

const counts =
  "inventaire|parc|recensement|comptage|denombrement|releve|situation|etat|tableau|document|chiffre|donnee";

/** Words of an inventory that is not final: « Inventaire provisoire », « Parc prévisionnel », « Situation – à confirmer ». */
const unsettled = [
  new RegExp(
    String.raw`\b(?:${counts}|version)s? (?:\S+ ){0,9}\(?(?:provisoires?|previsionnel(?:le)?s?|(?:non|pas(?: encore)?) (?:definiti(?:f|ve)|verifie|confirme|controle|valide)e?s?)\b`,
  ),
  new RegExp(String.raw`\b(?:${counts}|v ?\d+)s? (?:\S+ ){0,9}\(?a (?:verifier|confirmer|valider)\W*$`),
  new RegExp(String.raw`^projets? d(?:e|u|es)? (?:${counts})s?\b`),
  /^(?:(?:reste )?a (?:verifier|confirmer|valider)|provisoires?|previsionnel(?:le)?s?)$/,
] as const;

/** Returns whether a text calls an inventory provisional: « Inventaire – à confirmer ». */
export const isProvisional: (text: string) => boolean = memoByText((text) => {
  const folded = fold(text);
  return unsettled.some((pattern) => pattern.test(folded));
});

const equipment = "poste|ordinateur|machine|serveur|imprimante|logiciel|portable|pack";
const others = "tablette|portable|videoprojecteur|tbi|tni|vpi|ecran|photocopieur|copieur|telephone";

/**
 * Texts without a number that still change the numbers shown: exchanged columns, other units, two rows that may count
 * one machine.
 */
const misplaced = [
  /\b(?:intervert\w+|permute\w*|et inversement)\b/,
  new RegExp(String.raw`\b(?:colonnes?|lignes?|${figures})\b.*\binversee?s?\b`),
  /\bexprimee?s? (?:en|par) (?:lots?|paires?|dizaines?|douzaines?|centaines?|milliers|paquets?)\b|\bmultipli\w+ par\b/,
  new RegExp(String.raw`\bancien(?:ne)?s? (?:${figures})\b`),
  /\bannule\w* et remplac\w* (?:ma|notre|la) (?:reponse|saisie|ligne|declaration)\b|\bcompt\w+ (?:au double|en double|deux fois)\b/,
  new RegExp(
    String.raw`\b(?:${figures}) (?:est|sont) ce(?:lui|lle|ux|lles) d(?!\S* (?:la rentree|1er novembre|1 novembre))`,
  ),
  /\bmemes? (?:\w+ ){1,3}que\b|\b(?:partage|mutualise|commun)e?s? (?:avec|entre)\b/,
  new RegExp(
    String.raw`\b(?:${figures})\b.*\breconduite?s?\b|\breconduite?s?\b.*\b(?:${figures}|an (?:passe|dernier))\b`,
  ),
  new RegExp(String.raw`\b(?:${figures})\b.* (?:an|annee|rentree) (?:dernier|passe|precedent)e?\b`),
  new RegExp(String.raw`\b(?:${figures})(?: \w+)? (?:reste )?${doubt}`),
  new RegExp(String.raw`\b(?:${figures}|${equipment})s?(?: \S+){0,3} (?:est|sont|restent?) (?:encore )?${doubt}`),
  new RegExp(String.raw`\b(?:${figures})(?: \S+){0,4} (?:datent?|remontent?)\b(?! d(?:u|e) (?:1er |1 )?novembre\b)`),
  // Schools that have not answered, and exceptions to what all the numbers are said to be.
  /\bn (?:a|ont) (?:pas|jamais|rien)(?: encore)? (?:repondu|transmis|renvoye|declare|communique)\b/,
  /\b(?:(?:en|dans l) attente d(?:e|u|es)? (?:la |sa |leur )?|(?:pas de|sans|aucune?) )(?:reponses?|retours?|confirmation|comptage|chiffres?)\b/,
  new RegExp(
    String.raw`\b(?:${figures})\b(?: \S+){0,4} (?:estimee?s?|approximati(?:fs?|ves?)|(?:non|pas) (?:communique|parvenu|transmis|connu)e?s?)\b`,
  ),
  new RegExp(
    String.raw`\b(?:${figures}|postes|ordinateurs|machines|imprimantes|serveurs) (?:\S+ )?(?:commande|prevu|annonce|attendu)e?s?\b`,
  ),
  new RegExp(String.raw`\b(?:${equipment})s?\b(?: \S+){0,3} (?:est|sont) ce(?:lui|lle|ux|lles) d`),
  new RegExp(
    String.raw`\b(?:comprend|comprennent|inclut|incluent|y compris) (?:l |le |la |les |des? |du |une? )?(?:${others})s?\b`,
  ),
  /\b(?:frais|charges?|couts?|depenses?) (?:\w+ ){0,2}(?:partag|repart)\w+/,
  /\b(?:plus|pas|non) (?:maintenu|entretenu)e?s?\b/,
  // Billed in part.
  /\bfactur\w*\b.*\b(?:moitie|tiers|quart|prorata|\d+ ?%|\d+ mois)(?!\w)|\b(?:remise|rabais|abattement|reduction|ristourne)s? (?:de |d )?\d+ ?%|\b\d+ mois (?:seulement|sur (?:12|douze))\b/,
  // Of another owner, another payer, or counted elsewhere.
  /\b(?:postes?|ordinateurs?|machines?|serveurs?|imprimantes?|materiel|parc)\b.*\b(?:appart(?:ient|iennent) (?:a|au|aux)|(?:pay|achet)\w+ (?:et \w+ )?par) (?!(?:la )?ville\b|ordiclasse|\w*tic\b)|\bpa[iy]e(?:nt)? (?:pour|directement|(?:elle|lui)s? memes?|seule?s?)\b/,
  /\b(?:pas|non) ordiclasse\b|\bpas a nous\b|\bcomptee?s? aussi\b|\b(?:compte|comprend|inclut)(?:nt)? (?:aussi\b|(?:l |le |la |les |une? )?(?:ordinateur|poste|serveur|imprimante|enseignant|adulte)s?\b)/,
  /\b(?:\d+|une?|deux|trois|quatre) (?:poste|ordinateur|machine|imprimante|serveur|eleve)s? (?:de|en) (?:moins|trop)\b/,
  /\bmanqu\w+ (?:\d+|une?|deux|trois|quatre) (?:poste|ordinateur|machine|imprimante|serveur)s?\b/,
] as const;

/** Words for a correction already applied: « (rectifié ci-dessus) », « pris en compte ». */
const isMade =
  /\b(?:rectifiee?s?|corrigee?s?|pris(?:es?)? en compte|reportee?s?) ?(?:ci dessus|dans le tableau|$|[).])/;

/** Returns whether the percentages of a text add up to 100, as those of a key do: « Gennes 60 %, La Vèze 40 % ». */
function sharesOut(folded: string): boolean {
  const shares = [...folded.matchAll(/(\d{1,2}(?:,\d+)?) ?%/g)].map(
    ([, share]) => new Decimal(share!.replace(",", ".")),
  );
  return shares.length > 1 && shares.reduce((sum, share) => sum.plus(share)).equals(100);
}

const exception = /\b(?:sauf|excepte|hormis|a l exception d(?:e|u|es)?)\b/;

/** Returns whether a text excepts a commune or a school: « Comptage vérifié, sauf Pirey », but not « Fermé sauf le jeudi ». */
function exceptsPlace(text: string): boolean {
  const found = text.search(/\b(?:sauf|except|hormis|à l[’']exception)/i);
  if (found < 0 || !exception.test(fold(text))) return false;
  return commonReader
    .read(text.slice(found), "remark")
    .names.some(({ kind }) => kind === "commune" || kind === "school");
}

/**
 * Returns whether a text corrects a number; whether the correction was applied is unknown. (decisions §4, Free text)
 */
export const correctsNumber: (text: string) => boolean = memoByText((text) => {
  const folded = fold(text);
  if (isMade.test(folded)) return false;
  if (misplaced.some((pattern) => pattern.test(folded)) || sharesOut(folded) || namesOtherParty(text)) return true;
  if (exceptsPlace(text)) return true;
  if (isProvisional(text)) return true;
  return correction.test(folded) && /\d/.test(folded.replace(/\b\d{1,2}[/. ]\d{1,2}[/. ]\d{2,4}\b/g, ""));
});

const surveys =
  "releve|comptage|recensement|denombrement|inventaire|constat|declaration|reponse|transmission|envoi|saisie|actualisation|mise a jour";
const papers = "fiche|formulaire|questionnaire|reponse|enquete|fichier|tableau";

/**
 * Words that date numbers by a year: « les effectifs sont ceux de la rentrée 2013 », « chiffres du 1er novembre 2013 ».
 */
const ofYear = new RegExp(
  String.raw`\b(?:(?:${figures}) (?:de|du|au|a)|ce(?:ux|lui|lles?) (?:de|du|d|declaree?s|relevee?s|constatee?s))\b.*\b20\d\d\b|` +
    String.raw`\b(?:${surveys}|${papers}|${figures})s? (?:faite?|realisee?|etablie?|effectuee?|saisie?|declaree?|relevee?)s?\b.*\b20\d\d\b|` +
    String.raw`\b(?:reprise?s? (?:tel\w* quel\w* )?d|(?:pas|jamais) (?:re)?mise?s? a jour).*\b20\d\d\b|` +
    String.raw`\b(?:${figures}) 20\d\d (?:repris|reprises?|reconduite?s?|conservee?s?)\b`,
);

/** Returns whether a text says that the numbers date from years before the campaign. */
export function datesNumbers(text: string, campaign: number): boolean {
  const folded = fold(text);
  if (!ofYear.test(folded)) return false;
  // A year within a name, « signature du contrat, en mars 2011 », is none of those read.
  const read = commonReader.read(text, "remark").years;
  const years = read.length > 0 ? read : (folded.match(/\b20\d\d\b/g) ?? []).map(Number);
  return years.length > 0 && years.every((year) => year < campaign);
}

const headsSurveys = new RegExp(
  String.raw`^(?:date|jour) (?:du |de la |de l |de |d )?(?:dernier |derniere )?(?:${surveys})\b|` +
    String.raw`^(?:compte|releve|recense|constate|declare|actualise)e?s? (?:le|du|au)$|^(?:${surveys})s? (?:arrete|etabli|realise|fait)e?s? (?:le|au)$|` +
    String.raw`^(?:${papers})s? (?:\w+ )?(?:recu|transmis|envoye|renvoye|retourne|saisi|rempli|releve|etabli|date)e?s? (?:le|en)$|` +
    String.raw`^(?:date de (?:la |l )?(?:${papers})|mise a jour|maj)(?: le| du| en)?$`,
);

/**
 * Returns whether a heading is the date on which the numbers beside it were collected: « Date du relevé », « Fiche
 * reçue le ».
 */
export const datesSurvey: (heading: string) => boolean = memoByText((heading) =>
  headsSurveys.test(fold(heading).trim()),
);

const counted = new RegExp(
  String.raw`(?<![\d/.,])\b([1-9]\d{0,2}|${numbersInWords.slice(1).join("|")}) (?:postes?|pc|ordinateurs?|machines?|imprimantes?|serveurs?|eleves?|enfants?)\b|` +
    String.raw`\beffectifs?(?: (?:total|reel|exact))? ?(?:de |d |: ?|= ?)?([1-9]\d{0,2})\b(?![/.,]?\d)`,
  "g",
);

const countsIn = (folded: string): readonly number[] =>
  [...folded.matchAll(counted)].map(([, count, headcount]) => numberIn(count ?? headcount!));

/** « 12 postes » alone may be a quantity that is in no column. */
const isCountAlone = (folded: string): boolean => folded.replace(counted, "").trim() === "";

/** Returns the numbers of machines or pupils that a text consists of: « 12 postes », « effectif : 22 »; otherwise empty. */
export function countsAlone(text: string): readonly number[] {
  const folded = fold(text);
  return isCountAlone(folded) ? countsIn(folded) : [];
}

/** Words of a wish, « aimerait deux postes de plus », which changes no number. */
export const wished = /\b(?:aime|souhait|demand|voudr|desir)\w*/;

/**
 * Returns the numbers of machines or pupils that a text states, as in « il reste 11 postes »; empty when the text is
 * about a movement or a wish, which change no count, or about a room. (decisions §4, Free text)
 */
export const statedCounts: (text: string) => readonly number[] = memoByText((text) => {
  const folded = fold(text);
  const found = countsIn(folded);
  if (found.length === 0 || isCountAlone(folded) || saysRoom(text)) return [];
  const { ofMachine } = eventsIn(text);
  return ofMachine.size > 0 || wished.test(folded) ? [] : found;
});
