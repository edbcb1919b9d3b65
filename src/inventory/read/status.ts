import { fold, memoByText } from "../../cells";

/** What a machine's state says of it (decisions §4); `unknown` is asked. */
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

/** Reads a machine's state; null where it is none that is known, which is asked. Remembered by text. */
export const readStatus: (text: string) => Status | null = memoByText(read);

const leaving =
  /\b(?:parti|emmen|emport|enlev|evacu|ramen|rapport|disparu|introuvable|manquant|absent|benne|poubelle|dech|demenag|mute|deplac|plus la\b|plus present|n existe plus|n est plus|n y est plus|inexist|sorti|rendu|restitu|retir|retrait|reform|rebut|cede|cedee|vendu|vole|volee|perdu|declass|detruit|desinstall|depose|deposee|repris|reprise|jete|jetee|remplace|remplacee|transfer|quitte)\w*/;

/**
 * « Remplace le n° 2 », « remplace EC-1004 »: what came, in the place of another. Not « Remplacé le poste », nor capitals, which
 * may be either.
 */
const replacing =
  /\b[Rr]emplace (?:le |la |l[’'] ?|les |un |une )?(?:n° ?|numéro |poste |pc |ancien|celui |[A-Za-z]+[- ]?(?=\d))/g;

/** True where a remark speaks of a machine that left: « sorti le 12/03 », « rendue », « HS ». Remembered by text. */
export const speaksOfLeaving: (text: string) => boolean = memoByText((text) => {
  const rest = text.normalize("NFC").replace(replacing, " ");
  return leaving.test(fold(rest)) || readStatus(rest) === "out";
});
