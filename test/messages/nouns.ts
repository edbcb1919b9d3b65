import type { Noun, Nouns } from "../../src/messages";

const feminine = (singular: string, plural: string, elides: boolean, english: readonly [string, string]): Noun => ({
  ...{ singular, plural, elides, gender: "feminine" },
  english: { singular: english[0], plural: english[1] },
});
const masculine = (...noun: Parameters<typeof feminine>): Noun => ({ ...feminine(...noun), gender: "masculine" });

/** The nouns of the convention of 2014. */
export const of2014: Nouns = {
  service: "Ordiclasse",
  creditor: feminine("Ville", "Villes", false, ["Ville", "Villes"]),
  debtor: feminine("CAGB", "CAGB", false, ["CAGB", "CAGB"]),
  home: "Besançon",
  member: feminine("commune", "communes", false, ["commune", "communes"]),
  site: feminine("école", "écoles", true, ["school", "schools"]),
  count: { day: 1, month: 11 },
};
/** Masculine nouns, of which the site begins with a vowel. */
export const ofHospitals: Nouns = {
  service: "Accueil",
  creditor: masculine("hôpital", "hôpitaux", true, ["hospital", "hospitals"]),
  debtor: masculine("SIVOM", "SIVOM", false, ["SIVOM", "SIVOM"]),
  home: "Le Mans",
  member: masculine("membre", "membres", false, ["member", "members"]),
  site: masculine("établissement", "établissements", true, ["establishment", "establishments"]),
  count: { day: 15, month: 9 },
};
/** An h that is aspirated, a noun of two words, a vowel, a count on the last day of a month. */
export const ofCanteens: Nouns = {
  service: "Cantines",
  creditor: masculine("Département", "Départements", false, ["Département", "Départements"]),
  debtor: feminine("Agglo", "Agglos", true, ["Agglo", "Agglos"]),
  home: "Ornans",
  member: feminine("halte-garderie", "haltes-garderies", false, ["day nursery", "day nurseries"]),
  site: masculine("restaurant scolaire", "restaurants scolaires", false, ["school canteen", "school canteens"]),
  count: { day: 31, month: 12 },
};
