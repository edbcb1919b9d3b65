import { fold } from "../../cells";

/** A family of colours, as people name them. */
type Family = "red" | "orange" | "yellow" | "green" | "blue" | "violet" | "grey";

const words: readonly (readonly [RegExp, Family])[] = [
  [/\b(?:rouges?|bordeaux)\b/, "red"],
  [/\borange?s?\b/, "orange"],
  [/\bjaunes?\b/, "yellow"],
  [/\bverte?s?\b/, "green"],
  [/\b(?:bleue?s?|turquoise)\b/, "blue"],
  [/\b(?:violette?s?|mauves?|roses?|fuchsia)\b/, "violet"],
  [/\bgris(?:e|es|ee|ees)?\b/, "grey"],
];
/** Words that mention colour without naming one. */
const unnamed = /\b(?:couleurs?|surligne\w*|colorie?\w*|colore\w*|fonce\w*|clair\w*)\b/;

/**
 * Returns a test of whether a cell colour (RRGGBB) belongs to the colours that a text names, or is any colour when the
 * text only mentions colour; null when it mentions none.
 */
export function colourNamed(text: string): ((colour: string) => boolean) | null {
  const folded = fold(text);
  const named = new Set(words.flatMap(([word, family]) => (word.test(folded) ? [family] : [])));
  if (named.size > 0) return (colour) => familiesOf(colour).some((family) => named.has(family));
  return unnamed.test(folded) ? () => true : null;
}

/** Returns whether a text is the legend of a colour: « En vert : école visitée ». */
export function isLegend(text: string): boolean {
  const [lead, rest] = text.split(/[:=,]/, 2);
  return rest !== undefined && lead!.length <= longestLead && colourNamed(lead!) !== null;
}

const longestLead = 30;

/** In characters; a longer text is a sentence, not what a colour stands for. */
export const longestKey = 60;

/** Returns what a legend says of its colour, « école visitée »; the whole text when it names no colour first. */
export function meaningOfColour(text: string): string {
  return isLegend(text) ? text.replace(/^[^:=,]*[:=,]/, "").trim() : text.trim();
}

/** The beginning of a legend about formatting that readings ignore: italics, bold, brackets. */
const unseen =
  /^\W*(?:(?:les? )?(?:lignes?|cellules?|cases?|chiffres?|nombres?|quantites?|valeurs?) )?(?:(?:note|ecrit|mis)e?s? )?(?:en |entre )?(?:italiques?|gras(?:se)?|soulignee?s?|parentheses|crochets|guillemets|hachur\w+|encadree?s?|pointilles?|petits? caracteres)\b/;

/**
 * Returns whether a text is the legend of formatting other than colours: « En italique : prévision 2015 », « Entre
 * parenthèses : en réserve ».
 */
export function isUnseenLegend(text: string): boolean {
  return unseen.test(fold(text));
}

/** The range of hues of each family, in degrees; where two ranges overlap, a colour belongs to both. */
const hues: readonly (readonly [Family, number, number])[] = [
  ["red", -30, 22],
  ["red", 330, 361],
  ["orange", 14, 50],
  ["yellow", 40, 75],
  ["green", 65, 175],
  ["blue", 160, 260],
  ["violet", 245, 345],
];

/** Returns the families to which a colour (RRGGBB) belongs. */
function familiesOf(colour: string): Family[] {
  const [red, green, blue] = [0, 2, 4].map((at) => Number.parseInt(colour.slice(at, at + 2), 16)) as [
    number,
    number,
    number,
  ];
  const most = Math.max(red, green, blue);
  const spread = most - Math.min(red, green, blue);
  if (spread < 16) return ["grey"];
  const sixth =
    most === red ? (green - blue) / spread : most === green ? 2 + (blue - red) / spread : 4 + (red - green) / spread;
  const hue = (sixth * 60 + 360) % 360;
  return hues.flatMap(([family, from, to]) => (from <= hue && hue < to ? [family] : []));
}
