import { wordSet } from "../../cells";

/** A prestation, and the words beside a noun that make it this one. */
interface Qualified {
  readonly code: string;
  readonly qualifiers: ReadonlySet<string>;
}

/** What each noun of a label makes of the qualifiers beside it. */
export type NounRule = { readonly nouns: ReadonlySet<string> } & (
  | {
      /** What the noun alone is; weak: accepted only with a warning (decisions §4). */
      readonly alone: { readonly code: string; readonly weak: boolean };
      readonly standard: Qualified | null;
      readonly specific: Qualified | null;
    }
  | {
      /** Alone, it is refused as ambiguous: it may be either (decisions §4). */
      readonly alone: null;
      readonly standard: Qualified;
      readonly specific: Qualified;
    }
);

/** Qualifiers that put a machine outside the standard one. */
const outside = "specifique horsstandard dedie dediee particulier particuliere supplementaire autre bcd";

export const nounRules: readonly NounRule[] = [
  {
    nouns: wordSet("poste"),
    alone: null,
    standard: { code: "POSTE_STD", qualifiers: wordSet("standard client eleve classe reseau travail ordiclasse nb") },
    specific: {
      code: "POSTE_SPEC",
      qualifiers: wordSet(`${outside} portable direction directeur directrice enseignant tbi rased bureautique`),
    },
  },
  {
    nouns: wordSet("pc ordinateur uc station"),
    alone: { code: "POSTE_STD", weak: true },
    standard: {
      code: "POSTE_STD",
      qualifiers: wordSet("standard client eleve classe reseau travail ordiclasse fixe poste"),
    },
    specific: {
      code: "POSTE_SPEC",
      qualifiers: wordSet(`${outside} portable direction directeur directrice enseignant tbi rased`),
    },
  },
  {
    nouns: wordSet("portable"),
    alone: { code: "POSTE_SPEC", weak: false },
    standard: null,
    specific: { code: "POSTE_SPEC", qualifiers: wordSet(`${outside} poste pc ordinateur`) },
  },
  {
    nouns: wordSet("serveur"),
    alone: { code: "SERVEUR_STD", weak: true },
    standard: { code: "SERVEUR_STD", qualifiers: wordSet("standard ecole pedagogique ordiclasse local") },
    specific: { code: "SERVEUR_SPEC", qualifiers: wordSet(outside) },
  },
  {
    nouns: wordSet("nas"),
    alone: { code: "SERVEUR_SPEC", weak: false },
    standard: null,
    specific: { code: "SERVEUR_SPEC", qualifiers: wordSet("serveur specifique") },
  },
  {
    nouns: wordSet("pack bouquet suite logitheque"),
    alone: { code: "PACK", weak: false },
    standard: {
      code: "PACK",
      qualifiers: wordSet("logiciel ecole educatif pedagogique ordiclasse standard o n oui non"),
    },
    specific: null,
  },
  {
    nouns: wordSet("logiciel licence"),
    alone: null,
    standard: { code: "PACK", qualifiers: wordSet("ecole") },
    specific: {
      code: "LOGICIEL_SPEC",
      qualifiers: wordSet(
        "specifique horspack supplementaire complementaire autre particulier horsstandard logiciel licence",
      ),
    },
  },
  {
    nouns: wordSet("piece pd composant"),
    alone: { code: "PIECES", weak: false },
    standard: {
      code: "PIECES",
      qualifiers: wordSet(
        "detachee remplacee changee posee sav remplacement intervention reparation piece fournie installee utilisee rechange",
      ),
    },
    specific: null,
  },
  {
    nouns: wordSet("imprimante"),
    alone: { code: "IMPRIMANTE", weak: true },
    standard: { code: "IMPRIMANTE", qualifiers: wordSet("jet couleur a4 encre") },
    specific: null,
  },
  {
    nouns: wordSet("jet"),
    alone: { code: "IMPRIMANTE", weak: false },
    standard: { code: "IMPRIMANTE", qualifiers: wordSet("imprimante couleur a4 encre") },
    specific: null,
  },
  {
    // No voted grid has it yet: a workbook's own may.
    nouns: wordSet("tablette ipad"),
    alone: { code: "TABLETTE", weak: false },
    standard: {
      code: "TABLETTE",
      qualifiers: wordSet(
        "numerique tactile android eleve classe enseignant educatif pedagogique mobile ordiclasse air mini pro",
      ),
    },
    specific: null,
  },
];

/** Returns every prestation that a noun may be. */
export function codesOf({ alone, standard, specific }: NounRule): readonly string[] {
  return [alone, standard, specific].flatMap((one) => (one === null ? [] : [one.code]));
}

const codesOfNouns: ReadonlySet<string> = new Set(nounRules.flatMap(codesOf));

/** Returns whether a row of a grid is one that nouns name whatever its wording; a pack is, where a site has one. */
export function isUsual({ code, perSite }: { readonly code: string; readonly perSite: number | null }): boolean {
  return codesOfNouns.has(code) && (code !== "PACK" || perSite === 1);
}

/** Parts and accessories of a machine: without tariff, and named with one they say what it is made of. */
export const accessories = wordSet("ecran moniteur souris clavier casque enceinte onduleur camera hub");

/**
 * Equipment of schools that the tariff of 2014 does not know (decisions §2). A noun of `nounRules` stands here too where only a
 * later grid may have its row.
 */
export const untariffed: ReadonlySet<string> = new Set([
  ...wordSet(
    "tablette ipad tbi tni vpi videoprojecteur vp laser copieur photocopieur multifonction mfp scanner scanneur switch " +
      "commutateur wifi visualiseur robot chromebook projecteur retroprojecteur routeur televiseur tv liseuse baie",
  ),
  ...accessories,
]);

/**
 * What labels that say the pupils of a school name, whatever the grid: every prestation of it that is counted in pupils has them for
 * its quantity. No code of a prestation is written so. (decisions §2)
 */
export const headcount = "headcount";

/** The prestations of the voted grid that are workstations. */
export const machineCodes = { standard: "POSTE_STD", specific: "POSTE_SPEC" } as const;

/** What workstations are called, whatever the prestation that they are of. */
export const workstationNouns = wordSet("poste pc ordinateur uc station portable");

/** Words that say the pupils of a school, one of which is enough. */
export const pupilNouns = wordSet("effectif eleve enfant inscrit portail ent");

/** Levels whose pupils are parts of a school's headcount. */
export const pupilLevels = wordSet(
  "maternelle elementaire preelementaire tps ps ms gs cp ce ce1 ce2 cm cm1 cm2 ulis clis cycle1 cycle2 cycle3 fille garcon",
);

/** Words of the prestations, and of equipment without tariff. */
export const equipmentWords: ReadonlySet<string> = new Set([
  ...nounRules.flatMap((rule) => [...rule.nouns]),
  ...untariffed,
  ...["standard", "client", "specifique", "detachee", "encre", "educatif", "ordiclasse"],
]);
