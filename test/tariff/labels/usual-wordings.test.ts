import { builtInGrids, isUsual, wordsOf, ItemNamer } from "../../../src/tariff";
import fc from "../../properties";
import { namedBy } from "./named";

const { rows } = builtInGrids[0]!;
const named = namedBy(rows);

/** The headings that offices write for each prestation of 2014, and that say it without a doubt. */
const wordings: Readonly<Record<string, readonly string[]>> = {
  PACK: [
    ...["Pack logiciel / école", "Pack logiciel", "Pack logiciels", "Packs", "Pack log.", "Pack éducatif", "Pack péda"],
    ...[
      "Bouquet logiciel",
      "Logithèque",
      "Logiciels école",
      "Pack Ordiclasse",
      "Licence école",
      "Suite logicielle",
      "Pack (O/N)",
    ],
  ],
  SERVEUR_STD: [
    ...["Serveur standard / école", "Serveur standard", "Serveur std", "Serv. std", "Srv std", "Serveur école"],
    ...["Serveur pédagogique", "Serveur Ordiclasse", "Serveur local"],
  ],
  POSTE_STD: [
    ...["Poste client standard", "Postes clients standards", "Poste client std", "Poste client", "Postes clients"],
    ...["PC std", "PC standard", "Nb postes élèves", "Postes élèves", "Postes élève", "UC standard", "PC classe"],
    ...["Poste de travail", "Postes réseau", "Postes PC", "Poste Ordiclasse", "PC fixes"],
  ],
  SERVEUR_SPEC: [
    ...["Serveur spécifique", "Serveurs spécifiques", "Serv. spé", "Srv spé", "Serveur spec", "Serveur dédié", "NAS"],
    ...["Serveur non standard", "Serveur hors standard", "Serveur particulier", "Serveur BCD", "Autre serveur"],
    ...["Serveur supplémentaire", "Serveur NAS", "Serveur NAS / école"],
  ],
  POSTE_SPEC: [
    ...["Poste spécifique", "Postes spécifiques", "Poste spé", "Postes spé.", "PC spécifique", "PC spé"],
    ...["Poste hors standard", "Portable", "Portables", "PC portable", "Postes portables", "Ordinateurs portables"],
    ...["Poste direction", "Poste directeur", "Poste BCD", "Poste enseignant", "Poste TBI", "Poste RASED"],
    ...["Autres portables", "Postes élèves portables", "Postes bureautiques", "PC portable dédié"],
  ],
  LOGICIEL_SPEC: [
    ...["Logiciel spécifique", "Logiciels spécifiques", "Log. spé", "Logiciel spé", "Soft spé", "Logiciel hors pack"],
    ...["Logiciels hors pack", "Logiciel supplémentaire", "Logiciel complémentaire", "Autre logiciel"],
    ...["Licence spécifique", "Licences suppl.", "Nb logiciels spé", "Licences de logiciels spécifiques / école"],
  ],
  PIECES: [
    ...["Pièces détachées", "Pièce détachée", "Pièces dét.", "Pièces", "PD", "Nb pièces", "Pièces remplacées"],
    ...["Remplacement pièces", "Pièces changées", "Pièces posées", "Interventions pièces", "Composants"],
    ...["Réparations (pièces)", "Pièces SAV", "Composants (pièces détachées)"],
  ],
  IMPRIMANTE: [
    ...["Imprimante jet encre", "Imprimante jet d’encre", "Imprimantes JE", "Imp. jet d’encre", "Impr JE", "Imp JE"],
    ...["Imprimante couleur", "Jet d’encre", "JdE", "Imprimante A4", "Jet d’encre couleur A4"],
  ],
};
const all = Object.entries(wordings).flatMap(([code, texts]) => texts.map((text) => [text, code] as const));

describe("a heading names a prestation of 2014", () => {
  it.each(all)("« %s »: %s", (text, code) => {
    expect(named(text)).toMatchObject({ kind: "prestation", code, weak: false, part: null });
  });

  it("whatever its case and its accents, its signs and the order of its words", () => {
    const namer = new ItemNamer({ rows });
    fc.assert(
      fc.property(fc.constantFrom(...all), fc.infiniteStream(fc.nat()), ([text, code], keys) => {
        const words = wordsOf(text).filter((word) => word !== "nb");
        const own = words.filter((word) => namer.isNoun(word) || namer.qualifies(word, words));
        const shuffled = own.map((word) => [keys.next().value, word] as const).sort(([one], [other]) => one - other);
        for (const label of [
          named(text.toUpperCase()),
          named(text.toLowerCase().normalize("NFD").replace(/\p{M}/gu, "")),
          named(`${text} *`),
          namer.name(
            shuffled.map(([, word]) => word),
            false,
          ),
        ])
          expect(label).toMatchObject({ kind: "prestation", code, weak: false });
      }),
    );
  });

  it("the words that decide on a prestation of 2014, and those that qualify the noun, are kept for the explanation", () => {
    expect(named("Nb de postes clients std")).toEqual({
      kind: "prestation",
      code: "POSTE_STD",
      words: "poste client standard",
      weak: false,
      part: null,
      qualifiers: ["client", "standard"],
    });
    expect(named("Serveur BCD")).toMatchObject({ words: "serveur bcd", qualifiers: ["bcd"] });
  });
});

describe("a noun alone is its usual prestation, with a warning", () => {
  it.each([
    ["Serveur", "SERVEUR_STD"],
    ["Nb serveurs", "SERVEUR_STD"],
    ["SRV", "SERVEUR_STD"],
    ["Imprimantes", "IMPRIMANTE"],
    ["Nb imprimantes", "IMPRIMANTE"],
    ["PC", "POSTE_STD"],
    ["Nb PC", "POSTE_STD"],
    ["UC", "POSTE_STD"],
    ["Unités centrales", "POSTE_STD"],
    ["Nb d’ordinateurs", "POSTE_STD"],
    ["Micro-ordinateurs", "POSTE_STD"],
    ["Ordi", "POSTE_STD"],
    ["Stations", "POSTE_STD"],
    ["Nb postes", "POSTE_STD"],
  ])("« %s »: %s", (text, code) => {
    expect(named(text)).toMatchObject({ kind: "prestation", code, weak: true, qualifiers: [] });
  });
});

describe("a heading that may be two prestations is ambiguous", () => {
  it.each([
    ["Postes", "poste", ["POSTE_STD", "POSTE_SPEC"]],
    ["Logiciels", "logiciel", ["PACK", "LOGICIEL_SPEC"]],
    ["Nb logiciels", "logiciel", ["PACK", "LOGICIEL_SPEC"]],
    ["Postes standards portables", "poste standard portable", ["POSTE_STD", "POSTE_SPEC"]],
    ["Serveur standard BCD", "serveur standard bcd", ["SERVEUR_STD", "SERVEUR_SPEC"]],
  ])("« %s »", (text, words, candidates) => {
    expect(named(text)).toStrictEqual({ kind: "ambiguous", words, candidates });
  });
});

describe("a heading that names several equipments, or none, names no prestation", () => {
  it.each([
    "PC + écran",
    "Postes et serveurs",
    "Serveur et imprimante",
    "Portables et tablettes",
    "Salle",
    "Total",
    "Nb classes",
    "",
  ])("« %s »", (text) => {
    expect(named(text)).toEqual({ kind: "none" });
  });
});

describe("the row of a usual prestation", () => {
  it.each([
    ["POSTE_STD", null, true],
    ["TABLETTE", null, true],
    ["PACK", 1, true],
    ["PACK", null, false],
    ["CANTINE", 1, false],
  ])("%s, at most %p a site: %p", (code, perSite, usual) => {
    expect(isUsual({ code, perSite })).toBe(usual);
  });
});
