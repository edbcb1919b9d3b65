import { describeOptions, optionsSheetName } from "../../options";
import { countExplained, yearsOf, type ComparedCommune, type Comparison, type MissingPrice } from "../../statement";
import { gridText, natureNames } from "../kit/texts";
import { isToMatch, toMatch } from "./movements";
import { labelsOf, type ComparisonContext, type Labels } from "./analysis-context";

export const toExplain = "à expliquer";
export const explained = "écart expliqué";
export const commentWanted = `${toExplain} : commentaire attendu`;

/** What is to be known of a commune: that it came or went, which communes it joins. */
export function remarksOfCommune(commune: ComparedCommune, labels: Labels): string[] {
  const { presence, before, after } = commune;
  const joined = (side: "before" | "after") => {
    const names = commune[side].map(({ name }) => name);
    const isSame = names.length === 0 || (names.length === 1 && names[0] === commune.commune.name);
    return isSame ? [] : [`${labels[side]} : ${names.join(" et ")}`];
  };
  if (presence === "arrived") return ["facturée pour la première fois", ...(after.length > 1 ? joined("after") : [])];
  if (presence === "departed") return ["n’a plus d’école facturée", ...(before.length > 1 ? joined("before") : [])];
  return [...joined("before"), ...joined("after"), ...(isToMatch(commune) ? [toMatch] : [])];
}

/** What is compared, with which tariffs and options, how the effects are worked out, and what counts as 0. */
export function notesOf(context: ComparisonContext): string[] {
  const { comparison, file, campaignFrom } = context;
  const { before } = comparison;
  const labels = labelsOf(comparison);
  const { wanted, done } = countExplained(comparison.communes);
  const from = campaignFrom === "journal" ? "la campagne de son Journal" : "sans Journal, l’année d’avant";
  return [
    `Comparée à la campagne ${before.campaign.year}, facturée d’après le classeur « ${file} » (${from}).`,
    ...gridNotes(comparison),
    ...errorNotes(context),
    ...optionsText(comparison, labels),
    `Effet des quantités : (quantité ${labels.after} − quantité ${labels.before}) × prix ${labels.before}. Effet des tarifs : quantité ${labels.after} × (prix ${labels.after} − prix ${labels.before}). Tous deux portent sur les écoles facturées les deux fois ; les autres sont arrivées ou ne sont plus facturées, et comptées en entier. Les quatre effets font l’écart, au centime.`,
    ...(comparison.communes.some(isToMatch) ? [matchText] : []),
    ...missingText(comparison.missingPrices, labels),
    `« ${toExplain} » : commune dont la quote-part varie de plus de 10 % et de 100 €, ou prestation dont le montant varie d’autant.${wanted > done ? ` ${howToComment}` : ""}`,
    ...comparison.otherComments.map(
      ({ commune, text }) =>
        `Commentaire sur une commune qu’aucune des deux campagnes ne facture (${commune}) : ${text}`,
    ),
    ...otherYearsText(comparison),
  ];
}

const matchText = `«\u00a0${toMatch}\u00a0»\u00a0: dans cette commune, des écoles sont arrivées et d’autres ne sont plus facturées\u202f; ce sont peut-être les mêmes, sous un autre nom. D’une campagne à l’autre, elles comptent pour leur net.`;

const howToComment = `Le commentaire attendu s’écrit dans le volet, à l’écran « Comparer », ou dans la feuille « ${optionsSheetName} ».`;

/** « 2 commentaires portent sur une autre année que 2014 (2013, 2015) : ils ne sont pas repris ici. » */
function otherYearsText({ before, commentsOnOtherYears: others }: Comparison): string[] {
  if (others.length === 0) return [];
  const which = `une autre année que ${before.campaign.year} (${yearsOf(others).join(", ")})`;
  return others.length === 1
    ? [`1 commentaire porte sur ${which} : il n’est pas repris ici.`]
    : [`${others.length} commentaires portent sur ${which} : ils ne sont pas repris ici.`];
}

/** « Communes à expliquer : 6, dont 4 commentées. » */
export function explainedText({ communes }: Comparison): string {
  const { wanted, done } = countExplained(communes);
  if (wanted === 0) return "Communes à expliquer : aucune.";
  const told = done === 0 ? "sans commentaire" : `dont ${done} ${done === 1 ? "commentée" : "commentées"}`;
  return `Communes à expliquer : ${wanted}, ${told}.`;
}

/** The tariff of each campaign, said once where it is the same. */
export function gridNotes(comparison: Comparison): string[] {
  const labels = labelsOf(comparison);
  const [before, after] = [gridText(comparison.before.grid), gridText(comparison.after.grid)];
  return before === after
    ? [`Même tarif pour les deux : ${after}.`]
    : [`Tarif ${labels.before} : ${before}.`, `Tarif ${labels.after} : ${after}.`];
}

/** « Non facturé, car à corriger : 2 points (2014). » */
export function errorNotes({ errors, comparison }: ComparisonContext): string[] {
  const labels = labelsOf(comparison);
  const counts = (["before", "after"] as const)
    .filter((side) => errors[side] > 0)
    .map((side) => `${errors[side]} ${errors[side] === 1 ? "point" : "points"} (${labels[side]})`);
  return counts.length === 0
    ? []
    : [`Non facturé, car à corriger : ${counts.join(", ")}. Une part de l’écart peut n’avoir pas d’autre cause.`];
}

function optionsText({ before, after }: Comparison, labels: Labels): string[] {
  const [first, second] = [before, after].map(({ options }) =>
    describeOptions({ ...options, signatory: null, particulars: {} }),
  );
  if (first!.join("\n") === second!.join("\n")) return [];
  return [
    `Les options ne sont pas les mêmes. ${labels.before} : ${first!.join(" ; ")}. ${labels.after} : ${second!.join(" ; ")}.`,
  ];
}

/** « Prix absent du tarif 2014, compté pour 0 : Tablette, maintenance à la charge de la commune. » */
function missingText(missing: readonly MissingPrice[], labels: Labels): string[] {
  return (["before", "after"] as const).flatMap((side) => {
    const names = missing.filter((one) => one.side === side).map(priceName);
    return names.length === 0 ? [] : [`Prix absent du tarif ${labels[side]}, compté pour 0 : ${names.join(" ; ")}.`];
  });
}

function priceName({ tariff, nature, payer }: MissingPrice): string {
  return `${tariff.prestation}, ${natureNames[nature].toLowerCase()} à la charge de ${payer === "cagb" ? "la CAGB" : "la commune"}`;
}
