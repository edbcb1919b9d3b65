import { fold, memoByText, wordSet } from "../../cells";
import { campaignOfYears, natureOf, sinceIn, takeYears, wordsOf } from "../../tariff";

/** Returns whether a text is a sentence, or a note to those who fill the table in: neither names what is below it. */
export function isNote(text: string): boolean {
  const folded = fold(text);
  return folded.length > longestTitle || note.test(folded);
}

/** What a title or a sheet's name says of its table. */
type TitleKind = "inventory" | "installations" | "not-in-service" | "model";

/** A kind, and the words that say it, as written. */
export interface SaidKind {
  readonly kind: TitleKind;
  readonly words: string;
  /** It may be read otherwise: « Stock au 01/11/2014 » may be what is in service. */
  readonly unsure: boolean;
}

/** Longer is a sentence: it speaks of things without naming the table. */
const longestTitle = 90;

/** Several words that say one thing, opened before words are looked at one by one. */
const compounds: readonly (readonly [RegExp, string])[] = [
  [/\bmise?s? a jour\b/g, " "],
  [/\b(mises?|mis) en (service|place)\b/g, "installation"],
  [/\b(non|pas|plus) (en service|utilises?|affectes?)\b/g, "rebut"],
  [/\bhors (d )?(service|usage)\b/g, "rebut"],
  [/\bdeja (compte|facture|inclu|compri|pri|declare|recense)e?s?\b|\bpour (memoire|rappel|information)\b/g, "rebut"],
  [/\b(en (service|place|fonction(nement)?)|non compris)\b/g, "parc"],
  [/\ba (installer|livrer|poser|commander|demander|acheter|prevoir|venir|fournir|equiper)\b/g, "prevision"],
  [/\ba (reformer|retirer|sortir|jeter|remplacer|recuperer)\b/g, "rebut"],
  [/\bbons? de (livraison|pose)\b/g, "livraison"],
];

/** Whole words, in the singular: « retiré » is one, « Retrait » in a school's name is cut off before. */
const installed = wordSet(
  "installation installe nouveau nouvelle nouveaute neuf neuve livraison livre pose entree acquisition acquis achat achete ajout ajoute deploiement deploye",
);
const out = wordSet(
  "reforme sorti sortie retire retrait rebut cede cession stock reserve commande devis demande prevision previsionnel previsionnelle prevu projet " +
    "declasse vendu vole perdu detruit destruction repris reprise remplace desinstalle desinstallation depose enleve hs besoin souhait",
);
const model = wordSet("modele exemple trame brouillon gabarit");
/** Alone they say what is in service; beside others a title says nothing. */
const served = wordSet("parc inventaire situation suivi maintenance entretien existant registre recensement");
/** With one of these a title speaks of a part, or of what is not there. */
const unsettling = wordSet("hors sauf sans excepte compris dont avec ne ni");

/** What heads a note to those who fill the table in. */
const note =
  /^[*(]|^(nb|n b|nota|notes?|remarques?|attention|merci|saisir|indiquer|renseigner|remplir|completer|legende|mode d emploi|consignes?|voir|source)\b|\.\s*$/;

const between = /\s[-–—]\s|[–—:,;|/()]/;
/** « École du Retrait », « Commune : X », « site de la Réserve »: names of places say nothing of a table. */
const place =
  /^(ecole|groupe scolaire|maternelle|elementaire|primaire|etablissement|site|commune|ville|mairie|rpi|rue)\b/;
/** « … de l’école de la Réserve ». */
const placeWithin = /\b(de|a) (l )?(ecole|groupe scolaire|la commune|la ville|commune)\b.*$/;

/** Returns the parts of a title that may say what its table is. */
function partsOf(text: string): string[] {
  const parts = text.split(between).map(fold);
  return parts
    .filter((part, at) => !place.test(part) && !/^(commune|ecole|ville|etablissement|site)$/.test(parts[at - 1] ?? ""))
    .map((part) => part.replace(placeWithin, " "));
}

/** Returns a word as it may stand in a set: itself, without its plural, without the mark of the feminine (« installées »). */
function formsOf(word: string): string[] {
  const single = word.length > 3 ? word.replace(/[sx]$/, "") : word;
  return [word, single, single.length > 4 ? single.replace(/ee$/, "e") : single];
}

/**
 * Returns what a title or a sheet's name says of its table, or null when it says nothing of it, or several things: « Parc et
 * installations ». (decisions §4)
 */
export function titleKind(text: string): SaidKind | null {
  const folded = fold(text);
  if (isNote(text)) return null;
  let opened = partsOf(text)
    .join(" ")
    .replace(/[^a-z0-9]+/g, " ");
  for (const [pattern, word] of compounds) opened = opened.replace(pattern, word);
  const found = new Set(opened.split(" ").flatMap(formsOf));
  const has = (among: ReadonlySet<string>): boolean => [...found].some((word) => among.has(word));
  if (has(unsettling)) return null;
  const kinds: TitleKind[] = [
    ...(has(served) ? (["inventory"] as const) : []),
    ...(has(out) ? (["not-in-service"] as const) : []),
    ...(has(model) ? (["model"] as const) : []),
    ...(has(installed) || sinceIn(folded) !== null ? (["installations"] as const) : []),
  ];
  const [kind, other] = kinds;
  if (kind === undefined) return null;
  // « Postes neufs en stock »: what is not in service is not, even new.
  if (other !== undefined && (kind === "inventory" || other !== "installations")) return null;
  const unsure =
    found.has("stock") && takeYears(folded).years.length > 0 && /\b(1(er)? novembre|0?1[./ ]11)\b/.test(folded);
  return { kind, words: text.trim(), unsure };
}

/** What of a table of headcounts may be no headcount of the campaign: forecasts, requests, pupils who left. */
const unsureHeadcounts =
  /\b(previsions?|previsionnels?|previsionnelles?|prevus?|projets?|demandes?|sortis?|sorties?)\b/;

/** Returns whether a title of headcounts says that they are none to be billed. */
export function saysNoHeadcount(text: string): boolean {
  return unsureHeadcounts.test(fold(text));
}

/** Two dates, as « du 02/11/2013 au 01/11/2014 », say a period: it counts for the year in which it ends. */
const date = /\b\d{1,2}[./ ]\d{1,2}[./ ]\d{2,4}\b|\b\d{1,2}(er)? [a-z]+ \d{4}\b/g;

/** The years of these are not the table's: when it was made, or what it is based on. */
const elsewhere =
  /\b(mise?s? a jour|maj|version|imprime|edite|edition|extrait|extraction|export|exporte|deliberation|convention|marche|arrete n|circulaire|loi|decret|tarifs?|conseil)\b/;

/** A date with « le », or alone, is the day on which something was written; « au 01/11/2014 » is a situation. */
const written =
  /^(?:[a-z .-]*,)?\s*(?:le|fait le|date ?:?|du)?\s*(?:\d{1,2}[./ ]\d{1,2}[./ ]\d{2,4}|\d{1,2}(?:er)? [a-z]+ \d{4})\s*$/;

/** A school year: it begins when the 1 November of its campaign comes. */
export const ofSchools = /\b(scolaires?|rentrees?)\b/;

/**
 * Returns the campaign that a text gives a table, or null. A pair of dates or of years N−1/N is campaign N; a school year N/N+1
 * is campaign N, for headcounts; of several years, the campaign's if it is among them, else the last. (decisions §4)
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
  if (years.length === 2 && second === first + 1) return campaignOfYears(years, headcounts || ofSchools.test(folded));
  return years.includes(campaign) ? campaign : Math.max(...years);
}

/**
 * Returns the campaign in which begins what a title says was installed from a date on; null when it says none, or what is in
 * service.
 */
export function titleSince(text: string): number | null {
  const since = sinceIn(fold(text));
  if (since === null) return null;
  const nature = natureOf(wordsOf(since.rest).words);
  return nature === null || nature === "installation" ? since.campaign : null;
}

/** What a machine's state says of it; one that says none of these is asked. (decisions §4) */
export type Status = "in-service" | "out" | "stock" | "repair";

const whole = (words: string): RegExp =>
  new RegExp(
    `^(?:${words
      .trim()
      .split(/\s*\n\s*/)
      .join("|")})$`,
  );

/** In order: what says the most of a machine comes first. */
const known: readonly (readonly [Status, RegExp])[] = [
  [
    "out",
    whole(`
      (?:reforme|vole|perdu|retire|sorti|cede|donne|vendu|declasse|detruit|remplace|rebute|restitue|desinstalle|depose|jete|recycle)e?s?
      h ?s|hors (?:service|d usage|usage)
      (?:mise? |a ?mettre )?(?:au |en )rebut|rebut|mise? hors service
      sorties?|(?:sortie?|retiree?) (?:du|de|d|de l) (?:parc|service|inventaire|ecole)
      retired|scrapped|disposed|lost|stolen|sold|decommissioned
    `),
  ],
  [
    "stock",
    whole(`
      (?:en |au )?stock|(?:en |mis en )?reserve|spare|in stock
      (?:non|pas|plus|jamais) (?:utilise|affecte|installe|employe|deploye|branche)e?s?|inutilisee?s?|inaffectee?s?
    `),
  ],
  [
    "repair",
    whole(`
      (?:en )?panne|(?:en |a |(?:en )?attente de )?(?:reparation|reparer|depannage)|(?:en |au )?(?:sav|maintenance)|(?:en )?prete?e?s?
      a (?:reformer|remplacer|depanner|reparer)|(?:en )?panne \\w+|broken|under repair|in repair
    `),
  ],
  [
    "in-service",
    whole(`
      (?:en |in )?service|actif|actifs|active|actives|activee?|(?:en )?(?:utilisation|production|exploitation|fonction|fonctionnement|activite|usage|marche|place|parc)
      (?:bien |toujours |encore )?(?:utilise|affecte|installe|deploye|fonctionnel|fonctionnelle|operationnel|operationnelle|attribue|present|conforme|repare|reconditionne|branche)e?s?
      fonctionne(?: bien)?|marche bien|neufs?|neuves?|nouveaux?|nouvelles?|recente?s?|occasion|anciens?|anciennes?|usagee?s?|vieux
      (?:tres |assez )?(?:bon|bonne|correct|correcte|moyen|moyenne|normal|normale|excellent|excellente|passable)(?: etat)?(?: de (?:marche|fonctionnement))?
      (?:non|pas) (?:reforme|vole|perdu|retire|sorti|cede|donne|vendu|remplace)e?s?
      ok|o k|ras|r a s|rien a signaler|bien|bon fonctionnement|existante?s?|courante?s?|in use|active|good|new
    `),
  ],
];

/** Words that add nothing to a state. */
const small = /\b(?:etat|statut|(?:le |la )?(?:materiel|machine|poste|pc|ordinateur)|deja|actuellement|est|a ete)\b/g;
/** Where what the state is ends, and what is told of it begins. */
const asides = /(?:\s*[(,;:/]|\.(?=\s|$)| (?:le|depuis|en|au|a|par|suite|pour|mais|jusqu)\b).*$/;
/** Dates, years and numbers say when, not what. */
const dates = /\b\d[\d/.]*\b/g;

function bare(text: string): string {
  return text
    .replace(dates, " ")
    .replace(small, " ")
    .replace(/[^a-z]+/g, " ")
    .trim();
}

function match(text: string): Status | null {
  return known.find(([, pattern]) => pattern.test(text))?.[0] ?? null;
}

function read(text: string): Status | null {
  const folded = fold(text);
  const all = match(bare(folded));
  if (all !== null) return all;
  // « En service (HS le 12/10) »: what is added must not say otherwise.
  const head = folded.replace(asides, "");
  const status = match(bare(head));
  if (status === null || head === folded) return null;
  const said = folded.slice(head.length).replace(/\b(?:non|pas|jamais|ni)\b ?\w+/g, " ");
  const others = [bare(said), ...said.split(/[^a-z]+/)].map(match).filter((each) => each !== null);
  const isInService = (each: Status): boolean => each === "in-service" || each === "repair";
  if (others.every((each) => each === status || each === "in-service")) return status;
  return isInService(status) && others.every(isInService) ? "repair" : null;
}

/** Reads a machine's state; null when it is none that is known, which is asked. Remembered by text. */
export const readStatus: (text: string) => Status | null = memoByText(read);

const leaving =
  /\b(?:parti|emmen|emport|enlev|evacu|ramen|rapport|disparu|introuvable|manquant|absent|benne|poubelle|dech|demenag|mute|deplac|plus la\b|plus present|n existe plus|n est plus|n y est plus|inexist|sorti|rendu|restitu|retir|retrait|reform|rebut|cede|cedee|vendu|vole|volee|perdu|declass|detruit|desinstall|depose|deposee|repris|reprise|jete|jetee|remplace|remplacee|transfer|quitte)\w*/;

/**
 * « Remplace le n° 2 », « remplace EC-1004 »: what came, in the place of another. Not « Remplacé le poste », nor capitals, which
 * may be either.
 */
const replacing =
  /\b[Rr]emplace (?:le |la |l[’'] ?|les |un |une )?(?:n° ?|numéro |poste |pc |ancien|celui |[A-Za-z]+[- ]?(?=\d))/g;

/** Returns whether a remark speaks of a machine that left: « sorti le 12/03 », « rendue », « HS ». Remembered by text. */
export const speaksOfLeaving: (text: string) => boolean = memoByText((text) => {
  const rest = text.normalize("NFC").replace(replacing, " ");
  return leaving.test(fold(rest)) || readStatus(rest) === "out";
});

export const closed = /\b(?:fermee?s?|fermeture|desaffectee?s?|supprimee?s?)\b/;

/** Texts differ on every row: only these are folded. */
export const maySayClosed = /ferm|saffect|supprim/i;

/** Returns whether a name says that its school has closed. */
export function saysClosed(name: string): boolean {
  if (!maySayClosed.test(name)) return false;
  const folded = fold(name);
  return closed.test(folded) && !/^ferme\b/.test(folded);
}
