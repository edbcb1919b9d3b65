import { wordSet } from "../../cells";

/** The codes that usual words designate. */
export type UsualCode =
  | "PACK"
  | "SERVEUR_STD"
  | "SERVEUR_SPEC"
  | "POSTE_STD"
  | "POSTE_SPEC"
  | "LOGICIEL_SPEC"
  | "PIECES"
  | "IMPRIMANTE"
  | "TABLETTE";

/** The prestation that each equipped site has once, even when no table shows any. (decisions §2, PACK) */
export const pack = "PACK" satisfies UsualCode;
/** Spare parts, which are counted when they are installed and never in service. */
export const spareParts = "PIECES" satisfies UsualCode;

/** A prestation, and the qualifiers of a noun that designate it. */
interface Qualified {
  readonly code: UsualCode;
  readonly qualifiers: ReadonlySet<string>;
}

/** The prestations that nouns designate, according to the qualifiers beside them. */
type NounRule = { readonly nouns: ReadonlySet<string> } & (
  | {
      /** The prestation of the noun alone; a weak one is accepted with a warning (decisions §4). */
      readonly alone: { readonly code: UsualCode; readonly weak: boolean };
      readonly standard: Qualified | null;
      readonly specific: Qualified | null;
    }
  | {
      /** Null: the noun alone is refused as ambiguous (decisions §4). */
      readonly alone: null;
      readonly standard: Qualified;
      readonly specific: Qualified;
    }
);

/** Qualifiers of a machine other than a standard one. */
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
    specific: { code: "POSTE_SPEC", qualifiers: wordSet(outside) },
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
    specific: { code: "SERVEUR_SPEC", qualifiers: wordSet("serveur specifique ecole") },
  },
  {
    nouns: wordSet("pack bouquet logitheque"),
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
    standard: { code: "PACK", qualifiers: wordSet("ecole suite educatif pedagogique") },
    specific: {
      code: "LOGICIEL_SPEC",
      qualifiers: wordSet("specifique horspack supplementaire complementaire autre particulier horsstandard"),
    },
  },
  {
    nouns: wordSet("piece pd composant"),
    alone: { code: "PIECES", weak: false },
    standard: {
      code: "PIECES",
      qualifiers: wordSet(
        "detachee remplacee changee posee sav remplacement intervention reparation fournie installee utilisee rechange",
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
    standard: { code: "IMPRIMANTE", qualifiers: wordSet("couleur a4 encre") },
    specific: null,
  },
  {
    // No voted grid has it yet; a workbook's own tariff may.
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

/** Returns all prestations that a noun may designate. */
export function codesOf({ alone, standard, specific }: NounRule): readonly UsualCode[] {
  return [alone, standard, specific].filter((one) => one !== null).map(({ code }) => code);
}

const codesOfNouns: ReadonlySet<string> = new Set(nounRules.flatMap(codesOf));

/** Returns whether nouns designate a row of a grid whatever its wording; a pack only when billed once for a site. */
export function isUsual({ code, perSite }: { readonly code: string; readonly perSite: number | null }): boolean {
  return codesOfNouns.has(code) && (code !== pack || perSite === 1);
}

/** Parts and accessories of a machine: without a tariff, and beside a machine only a detail of it. */
export const accessories = wordSet("ecran moniteur souris clavier casque enceinte onduleur camera hub");

/**
 * School equipment without a tariff in 2014 (decisions §2). A noun of `nounRules` is also listed here when only a later
 * grid may have its row.
 */
export const untariffed: ReadonlySet<string> = new Set([
  ...wordSet(
    "tablette ipad tbi tni vpi videoprojecteur vp laser copieur photocopieur multifonction mfp scanner scanneur switch " +
      "commutateur wifi visualiseur robot chromebook projecteur retroprojecteur routeur televiseur tv liseuse baie",
  ),
  ...accessories,
]);

/**
 * Stands in labels for the pupils of a school, whatever the grid: all its prestations counted in pupils have this
 * quantity. No code of a prestation can be written so. (decisions §2)
 */
export const headcount = "headcount";

/** The codes of workstations in the voted grid. */
export const machineCodes = { standard: "POSTE_STD", specific: "POSTE_SPEC" } as const;

/** Nouns of workstations, whatever their prestation. */
export const workstationNouns = wordSet("poste pc ordinateur uc station portable");

/** Words that designate the pupils of a school; one is enough. */
export const pupilNouns = wordSet("effectif eleve enfant inscrit portail ent");

/** Levels whose pupils are part of a school's headcount. */
export const pupilLevels = wordSet(
  "maternelle elementaire preelementaire tps ps ms gs cp ce ce1 ce2 cm cm1 cm2 ulis clis cycle1 cycle2 cycle3 fille garcon",
);

/** Words of the prestations, and of equipment without a tariff. */
export const equipmentWords: ReadonlySet<string> = new Set([
  ...nounRules.flatMap((rule) => [...rule.nouns]),
  ...untariffed,
  ...["standard", "client", "specifique", "detachee", "encre", "educatif", "ordiclasse"],
]);
