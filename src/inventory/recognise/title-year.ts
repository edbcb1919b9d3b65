import { fold } from "../../cells";
import { natureOf, sinceIn, takeYears, wordsOf } from "../../tariff";

/** Two dates, as « du 02/11/2013 au 01/11/2014 », say a period: it counts for the year in which it ends. */
const date = /\b\d{1,2}[./ ]\d{1,2}[./ ]\d{2,4}\b|\b\d{1,2}(er)? [a-z]+ \d{4}\b/g;

/** The years of these are not the table's: when it was made, or what it is based on. */
const elsewhere =
  /\b(mise?s? a jour|maj|version|imprime|edite|edition|extrait|extraction|export|exporte|deliberation|convention|marche|arrete n|circulaire|loi|decret|tarifs?|conseil)\b/;

/** A date with « le », or alone, is the day on which something was written; « au 01/11/2014 » is a situation. */
const written =
  /^(?:[a-z .-]*,)?\s*(?:le|fait le|date ?:?|du)?\s*(?:\d{1,2}[./ ]\d{1,2}[./ ]\d{2,4}|\d{1,2}(?:er)? [a-z]+ \d{4})\s*$/;

/** A school year: it begins when the 1 November of its campaign comes. */
const ofSchools = /\b(scolaires?|rentrees?)\b/;

/**
 * The campaign that a text gives a table, or null. A pair of dates or of years N−1/N is campaign N; a school year N/N+1 is
 * campaign N, for headcounts; of several years, the campaign's where it is among them, else the last. (decisions §4)
 */
export function titleYear(text: string, headcounts: boolean, campaign: number): number | null {
  const folded = fold(text);
  if (elsewhere.test(folded)) return null;
  const since = headcounts ? null : titleSince(text);
  if (since !== null) return since;
  const { years } = takeYears(folded);
  if (years.length === 0) return null;
  const dates = folded.match(date)?.length ?? 0;
  if (dates === 1 && years.length === 1 && !/^1(er)? nov|^0?1[./ ]11\b/.test(folded) && written.test(folded))
    return null;
  const [first, second] = [years[0]!, years.at(-1)!];
  if (dates > 1) return second;
  if (years.length === 2 && second === first + 1) return headcounts || ofSchools.test(folded) ? first : second;
  return years.includes(campaign) ? campaign : Math.max(...years);
}

/** The campaign in which begins what a title says was installed from a date on; null where it says none, or what is in service. */
export function titleSince(text: string): number | null {
  const since = sinceIn(fold(text));
  if (since === null) return null;
  const nature = natureOf(wordsOf(since.rest).words);
  return nature === null || nature === "installation" ? since.campaign : null;
}
