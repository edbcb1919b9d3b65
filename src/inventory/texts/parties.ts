import { fold, memoByText } from "../../cells";
import { commonReader } from "./read-text";

/** The convention, or the party that maintains: « Ordiclasse », « conv. », « Ville de Besançon », « TIC ». */
const ofConvention =
  /^(?:parc |dans )?(?:ordiclasse|conv|convention\w*|(?:service |departement )?d?tic|cagb|ville(?: de besancon)?)\b/;

/** Returns whether a text names the convention or a party to it, as the usual answer of a column may. */
export const namesConvention = (text: string): boolean => ofConvention.test(fold(text).trim());

/** What a tie to a party is said of: equipment, its upkeep, or nothing, and then the row itself. */
const subject =
  "materiels?|parc|postes?|pc|ordinateurs?|machines?|serveurs?|imprimantes?|equipements?|informatique|maintenance|entretien|assistance|support|depannages?";
const filling = "l|la|le|les|ce|ces|cet|tous?|toute?s?|une?|des?|du|d|est|sont|deja|entierement|directement|aussi";
const ofSubject = new RegExp(String.raw`^(?:(?:${subject}|${filling}|ecole|ecoles|\d+)\b[\s,:]*)*$`);

/** Words that tie equipment to whoever is named after them: « entretenu par », « propriété de », « infogérance ». */
const tie =
  /\b(?:infoger\w*|sous traite\w*|(?:entreten|mainten|ger|administr|assur|depann|exploit)\w* (?:et \w+ )?par|lou(?:e|ee|es|ees) (?:a|aux?|chez|par)|appart(?:ient|iennent|enant) (?:a|aux?)|propriete)\b/;
/** The same with what is named, in one of its senses: « contrat avec Axians », but not « contrat à renouveler ». */
const agreement =
  /\b(?:contrats?|marches?|conventions?|maintenances?|entretiens?|location|leasing)(?: d[eu]\b| d(?= )| de la\b| des\b| avec\b| chez\b| par\b)*/;

const articles = /^(?:(?:par|avec|chez|a|au|aux|de|des|du|d|la|le|les|l|un|une|nos|notre|leurs?|son|sa)\b[\s:]*)*/;
/** Who does the work of the convention, or says where the equipment is: no other party. */
const own =
  /^(?:ville|besancon|ordiclasse|d?tic|dsi\w*|service|cagb|agglo\w*|nous|soins|mme|mlle|m|mr|monsieur|madame|direct\w+|enseignant\w*|maitre\w*|animateur\w*|technicien\w*|referent\w*|secretaire\w*|ecole\w*)\b/;
/** Organisations that are no party to the convention. */
const others =
  /^(?:departement\w*|conseil (?:general|departemental|regional)|region\w*|etat|rectorat|colleges?|lycees?|associations?|cooperatives?|coop|occe|ape|usep|parents|syndicats?|sivo[sm]|sivu|prestataires?|societes?|entreprises?|prive\w*|tiers|autres?|externes?|exterieure?s?|fondation|cd ?25|cg ?25)\b/;

/** Returns whether a text begins with an organisation that is no party to the convention: « Département ». */
export const isOtherOrganisation = (text: string): boolean => others.test(fold(text).replace(articles, "").trim());

/**
 * Returns whether a text says that another party than those of the convention owns or maintains the equipment:
 * « entretenu par un autre », « contrat avec Axians », « matériel du Département ». What is said of anything else,
 * « réseau géré par le rectorat », does not count.
 */
export const namesOtherParty: (text: string) => boolean = memoByText((text) => {
  if (text.length > longest || isUnticked.test(text)) return false;
  const parts = fold(text).split(/[;.(=☑☒✔✓\]]/);
  return [...parts, ...parts.flatMap((part) => part.split(":").slice(1))].some((part) => {
    const trimmed = part.trim();
    return isTied(trimmed, text) || isOfOther(trimmed);
  });
});

/** An answer that was not chosen: « ☐ Maintenance assurée par un tiers ». */
const isUnticked = /^\s*(?:☐|□|\[ *\])/;

/** In characters; the letters of a document are longer, and are about the whole agreement. */
const longest = 120;

function isTied(part: string, text: string): boolean {
  const strong = tie.exec(part);
  const found = strong ?? agreement.exec(part);
  if (found === null || !ofSubject.test(part.slice(0, found.index))) return false;
  const named = part.slice(found.index + found[0].length).trim();
  const who = named.replace(articles, "");
  if (who === "" || own.test(who)) return false;
  return others.test(who) || (strong === null ? isProperName(who, text) : /^\p{L}/u.test(who));
}

/** Returns whether equipment is said to be of an organisation, « matériel du Département », « parc privé ». */
function isOfOther(part: string): boolean {
  const [, who] = ofSomeone.exec(part) ?? [];
  return who !== undefined && others.test(who.replace(articles, ""));
}

const ofSomeone = new RegExp(String.raw`^(?:(?:${filling}|\d+)\b\s*)*(?:${subject}) (.*)$`);

/** Returns whether a folded text begins with an unknown word that the whole text writes with a capital: « Axians ». */
function isProperName(who: string, text: string): boolean {
  const [word] = /^[\p{L}\d]+/u.exec(who) ?? [];
  if (word === undefined) return false;
  const written = text.split(/[^\p{L}\d]+/u).find((each) => fold(each) === word && /^\p{Lu}/u.test(each));
  return written !== undefined && commonReader.read(text, "remark").unread.includes(written);
}
