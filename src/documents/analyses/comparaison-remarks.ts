import { describeOptions, linesWithEffect } from "../../options";
import { countExplained, yearsOf, type ComparedCommune, type Comparison, type MissingPrice } from "../../statement";
import { sayIn, type Say } from "../kit/say";
import { gridText, natureNames } from "../kit/texts";
import { labelsOf, type ComparisonContext, type Labels } from "./analysis-context";

export const toExplain = "à expliquer";
export const explained = "écart expliqué";
export const commentWanted = `${toExplain} : commentaire attendu`;

/** Returns the remarks on a commune: whether it joined or left, its merger, its schools to match. */
export function remarksOfCommune(commune: ComparedCommune, labels: Labels, say: Say): string[] {
  const { presence, before, after } = commune;
  const joined = (side: "before" | "after") => {
    const names = commune[side].map(({ name }) => name);
    const isSame = names.length === 0 || (names.length === 1 && names[0] === commune.commune.name);
    return isSame ? [] : [`${labels[side]} : ${names.join(" et ")}`];
  };
  if (presence === "arrived")
    return [say("[commune:facturée|facturé] pour la première fois"), ...(after.length > 1 ? joined("after") : [])];
  if (presence === "departed")
    return [say("n’a plus [d’école facturée|facturé]"), ...(before.length > 1 ? joined("before") : [])];
  return [...joined("before"), ...joined("after"), ...(isToMatch(commune) ? [say(toMatch)] : [])];
}

/**
 * Returns the notes on a comparison: its campaigns, tariffs and options, how effects are computed, and which
 * differences count as 0.
 */
export function notesOf(context: ComparisonContext): string[] {
  const { comparison, file, campaignFrom } = context;
  const { before } = comparison;
  const say = sayIn(comparison.after.campaign);
  const labels = labelsOf(comparison);
  const { wanted, done } = countExplained(comparison.communes);
  const from =
    campaignFrom === "journal" ? "" : ", qui ne dit pas son année\u00a0: on le prend pour celui de l’année d’avant";
  return [
    ...matchTexts(comparison, say),
    `Cette campagne est comparée à la campagne ${before.campaign.year}, facturée d’après le fichier « ${file} »${from}.`,
    ...gridNotes(comparison),
    ...errorNotes(context),
    ...optionsText(comparison, labels),
    say`Effet des quantités : (quantité ${labels.after} − quantité ${labels.before}) × prix ${labels.before}. Effet des tarifs : quantité ${labels.after} × (prix ${labels.after} − prix ${labels.before}). Tous deux portent sur [les écoles facturées|facturés] les deux fois ; les autres, [école:arrivées|arrivés] ou qui ne sont plus [école:facturées|facturés], sont [école:comptées|comptés] en entier. Les quatre effets font l’écart, au centime.`,
    ...missingText(comparison, labels, say),
    say`« ${toExplain} » : [commune] dont la quote-part varie de plus de 10 % et de 100 €, ou prestation dont le montant varie d’autant.${wanted > done ? ` ${say(howToComment)}` : ""}`,
    ...comparison.otherComments.map(
      ({ commune, text }) =>
        say`Commentaire sur [une commune] qu’aucune des deux campagnes ne facture (${commune}) : ${text}`,
    ),
    ...otherYearsText(comparison),
  ];
}

/**
 * « à rapprocher ? »: for a commune with both arrivals and departures of schools, which may be the same schools under
 * other names. In the bracket notation of texts.
 */
export const toMatch = "[écoles] à rapprocher\u00a0?";

/** Returns whether a commune has a school billed the first time only, and another the second time only. */
export function isToMatch({ schools }: Pick<ComparedCommune, "schools">): boolean {
  return (["arrived", "departed"] as const).every((wanted) => schools.some(({ presence }) => presence === wanted));
}

/**
 * Explains what schools « à rapprocher » are, how many there are on each side, and what to do; empty when there is
 * none.
 */
function matchTexts(comparison: Comparison, say: Say): string[] {
  const counts = countsToMatch(comparison, say);
  if (counts === null) return [];
  return [
    say`[École] «\u00a0à rapprocher\u00a0»\u00a0: [école:facturée|facturé] dans une seule des deux campagnes, et introuvable sous le même nom dans l’autre, alors que [sa commune] a [de ces écoles] des deux côtés. ${counts} Ce sont peut-être les mêmes sous un autre nom\u00a0: d’un titre à l’autre, [école:elles|ils] comptent ensemble, pour leur net.`,
    say(
      "À faire : comparer leurs noms, dans le dernier tableau. Deux noms [d’une même école] sont à écrire de la même façon dans les deux inventaires\u202f; sinon, [école:l’une|l’un] a fermé, l’autre a ouvert, et il n’y a rien à changer.",
    ),
  ];
}

/** Explains schools « à rapprocher » to readers who do not examine them; null when there is none. */
export function matchNote(comparison: Comparison, say: Say): string | null {
  const counts = countsToMatch(comparison, say);
  return counts === null
    ? null
    : say`[Écoles] à rapprocher\u00a0: [école:facturées|facturés] dans une seule des deux campagnes, et peut-être les mêmes sous un autre nom. ${counts} [école:Elles|Ils] comptent ensemble, pour leur net, et «\u00a0Comparaison\u00a0» en donne la liste.`;
}

/**
 * Returns the number of schools « à rapprocher » in words: « Dans 9 communes : 31 écoles en 2014, 28 écoles en 2015. »;
 * null when there is none.
 */
function countsToMatch(comparison: Comparison, say: Say): string | null {
  const found = schoolsToMatch(comparison);
  if (found === null) return null;
  const labels = labelsOf(comparison);
  const isSameYear = comparison.before.campaign.year === comparison.after.campaign.year;
  const of = (side: "before" | "after") =>
    `${found[side]} ${say(found[side] === 1 ? "[école]" : "[écoles]")} ${isSameYear ? labels[side] : `en ${labels[side]}`}`;
  const where = found.communes === 1 ? say("[une commune]") : say`${found.communes} [communes]`;
  return `Dans ${where}\u00a0: ${of("before")}, ${of("after")}.`;
}

/** How many schools are to be matched: those of the first campaign, those of the second, and in how many communes. */
interface SchoolsToMatch {
  readonly before: number;
  readonly after: number;
  readonly communes: number;
}

/** Returns the number of schools to match, each shared school once; null when there is none. */
export function schoolsToMatch({ communes }: Comparison): SchoolsToMatch | null {
  const matched = communes.filter(isToMatch);
  if (matched.length === 0) return null;
  const counted = new Map(
    matched.flatMap(({ commune, schools }) =>
      schools.map((school) => [`${(school.host ?? commune).insee} ${school.name}`, school] as const),
    ),
  );
  const count = (wanted: "arrived" | "departed", side: "before" | "after") =>
    [...counted.values()]
      .filter(({ presence }) => presence === wanted)
      .reduce((total, school) => total + school.count[side], 0);
  return { before: count("departed", "before"), after: count("arrived", "after"), communes: matched.length };
}

const howToComment =
  "Le commentaire attendu s’écrit dans le volet, à l’écran « Comparer », ou dans la feuille « Options [Ordiclasse] ».";

/**
 * Returns the note on the comments left out: « 2 commentaires portent sur une autre année que 2014 (2013, 2015) : ils ne
 * sont pas repris ici. »
 */
function otherYearsText({ before, commentsOnOtherYears: others }: Comparison): string[] {
  if (others.length === 0) return [];
  const which = `une autre année que ${before.campaign.year} (${yearsOf(others).join(", ")})`;
  return others.length === 1
    ? [`1 commentaire porte sur ${which} : il n’est pas repris ici.`]
    : [`${others.length} commentaires portent sur ${which} : ils ne sont pas repris ici.`];
}

/** Counts the communes to explain, in words: « Communes à expliquer : 6, dont 4 commentées. » */
export function explainedText({ communes }: Comparison, say: Say): string {
  const { wanted, done } = countExplained(communes);
  if (wanted === 0) return say("[Communes] à expliquer : [commune:aucune|aucun].");
  const commented =
    done === 0 ? "sans commentaire" : say`dont ${done} [commune:commentée|commenté]${done === 1 ? "" : "s"}`;
  return say`[Communes] à expliquer : ${wanted}, ${commented}.`;
}

/** Returns the tariff of each campaign, once when it is the same. */
export function gridNotes(comparison: Comparison): string[] {
  const labels = labelsOf(comparison);
  const grids = [comparison.before.grid, comparison.after.grid] as const;
  const [first, second] = grids.map(gridText);
  if (first === second) return [`Même tarif pour les deux\u00a0: ${grids[0].act}.`];
  // Both grids cite the same act for different days: the days distinguish them.
  const [before, after] = grids[0].act === grids[1].act ? [first, second] : grids.map(({ act }) => act);
  return [`Tarif ${labels.before}\u00a0: ${before}.`, `Tarif ${labels.after}\u00a0: ${after}.`];
}

/** Returns the number of errors of each campaign: « Non facturé, car à corriger : 2 points (2014). » */
export function errorNotes({ errors, comparison }: ComparisonContext): string[] {
  const labels = labelsOf(comparison);
  const counts = (["before", "after"] as const)
    .filter((side) => errors[side] > 0)
    .map((side) => `${errors[side]} ${errors[side] === 1 ? "point" : "points"} (${labels[side]})`);
  return counts.length === 0
    ? []
    : [`Non facturé, car à corriger : ${counts.join(", ")}. Une part de l’écart peut n’avoir pas d’autre cause.`];
}

/** Tells what each campaign bills otherwise than by default, when both do not bill alike. */
function optionsText({ before, after }: Comparison, labels: Labels): string[] {
  const [first, second] = [before, after].map(({ options }) => {
    const chosen = linesWithEffect(
      describeOptions({ ...options, signatory: null, particulars: {} }, after.campaign.convention.nouns),
    );
    return chosen.length === 0 ? "celles par défaut" : chosen.join(" ; ");
  });
  if (first === second) return [];
  return [`Les options ne sont pas les mêmes. ${labels.before} : ${first}. ${labels.after} : ${second}.`];
}

/**
 * Tells the missing prices: « Prix absent du tarif 2014, compté pour 0 : Tablette, maintenance à la charge de la
 * commune. »
 */
function missingText({ missingPrices: missing }: Comparison, labels: Labels, say: Say): string[] {
  return (["before", "after"] as const).flatMap((side) => {
    const names = missing.filter((one) => one.side === side).map((one) => priceName(one, say));
    return names.length === 0 ? [] : [`Prix absent du tarif ${labels[side]}, compté pour 0 : ${names.join(" ; ")}.`];
  });
}

function priceName({ tariff, nature, payer }: MissingPrice, say: Say): string {
  return `${tariff.prestation}, ${natureNames[nature].toLowerCase()} à la charge ${say(payer === "cagb" ? "[de la CAGB]" : "[de la commune]")}`;
}
