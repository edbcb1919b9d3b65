import { countingOf } from "../../../src/tariff";
import type { Grid } from "../../../src/tariff";
import { labelsOf, recogniseLabel, votedGrid } from "./read-label";
import { Decimal } from "decimal.js";
import { pupilPart } from "../../../src/inventory/texts/label-reading";

/** The usual variants of each prestation, as offices write them. */
const variants: Record<string, readonly string[]> = {
  headcount: [
    "Accès Portail éducatif/enfant",
    "Accès portail",
    "Portail éducatif",
    "Nb accès ENT",
    "Effectif",
    "Effectifs",
    "Effectif au 1/11",
    "Nb élèves",
    "Nbre d'élèves",
    "Élèves",
    "Enfants",
    "Nb enfants",
    "Total élèves",
    "Comptes ENT",
    "Inscrits",
    "Eff. total",
    "Effectif mat + élém",
    "ÉLÈVES (accès portail)",
  ],
  PACK: [
    "Pack logiciel / école",
    "Pack logiciel",
    "Pack logiciels",
    "Packs",
    "Pack log.",
    "Pack éducatif",
    "Bouquet logiciel",
    "Logithèque",
    "Logiciels école",
    "Pack Ordiclasse",
    "Pack péda",
    "Licence école",
    "Suite logicielle",
    "Pack (O/N)",
  ],
  SERVEUR_STD: [
    "Serveur standard / école",
    "Serveur standard",
    "Serveur std",
    "Serv. std",
    "Srv std",
    "Serveur école",
    "Serveur",
    "Serveurs",
    "Nb serveurs",
    "Serveur pédagogique",
    "Serveur Ordiclasse",
    "Serveur local",
    "SRV",
  ],
  POSTE_STD: [
    "Poste client standard",
    "Postes clients standards",
    "Poste client std",
    "Poste client",
    "Postes clients",
    "PC std",
    "PC standard",
    "PC",
    "Nb PC",
    "Nb postes",
    "Nb postes élèves",
    "Postes élèves",
    "Postes élève",
    "UC standard",
    "UC",
    "Unités centrales",
    "Ordinateurs",
    "Nb d'ordinateurs",
    "Ordi",
    "Poste de travail",
    "Postes réseau",
    "PC classe",
    "Micro-ordinateurs",
    "Stations",
  ],
  SERVEUR_SPEC: [
    "Serveur spécifique",
    "Serveurs spécifiques",
    "Serv. spé",
    "Srv spé",
    "Serveur spec",
    "Serveur dédié",
    "Serveur non standard",
    "Serveur hors standard",
    "Serveur particulier",
    "NAS",
    "Serveur BCD",
    "Serveur supplémentaire",
    "Autre serveur",
    "NAS spécifique",
    "Serveur NAS",
  ],
  POSTE_SPEC: [
    "Poste spécifique",
    "Postes spécifiques",
    "Poste spé",
    "Postes spé.",
    "PC spécifique",
    "PC spé",
    "Poste hors standard",
    "Portable",
    "Portables",
    "Portable supplémentaire",
    "PC portable",
    "Poste direction",
    "Poste directeur",
    "Poste BCD",
    "Poste enseignant",
    "Poste TBI",
    "Poste RASED",
  ],
  LOGICIEL_SPEC: [
    "Logiciel spécifique",
    "Logiciels spécifiques",
    "Log. spé",
    "Logiciel spé",
    "Soft spé",
    "Logiciel hors pack",
    "Logiciels hors pack",
    "Logiciel supplémentaire",
    "Logiciel complémentaire",
    "Autre logiciel",
    "Licence spécifique",
    "Licences suppl.",
    "Nb logiciels spé",
  ],
  PIECES: [
    "Pièces détachées",
    "Pièce détachée",
    "Pièces dét.",
    "Pièces",
    "PD",
    "Nb pièces",
    "Pièces remplacées",
    "Remplacement pièces",
    "Pièces changées",
    "Pièces posées",
    "Interventions pièces",
    "Composants",
    "Réparations (pièces)",
    "Pièces SAV",
  ],
  IMPRIMANTE: [
    "Imprimante jet encre",
    "Imprimante jet d'encre",
    "Imprimantes JE",
    "Imp. jet d'encre",
    "Impr JE",
    "Imp JE",
    "Imprimante",
    "Imprimantes",
    "Nb imprimantes",
    "Imprimante couleur",
    "Jet d'encre",
    "JdE",
    "Imprimante A4",
  ],
};
const cases = Object.entries(variants).flatMap(([code, texts]) => texts.map((text) => [text, code] as const));

function codeOf(text: string): string {
  const { label } = recogniseLabel(text);
  return label.kind === "prestation" ? label.code : label.kind;
}

describe("prestations recognised from a label", () => {
  it.each(cases)("« %s » is %s", (text, code) => {
    expect(codeOf(text)).toBe(code);
  });

  it.each(cases)("« %s » is known in capitals, without accents, with odd spaces: %s", (text, code) => {
    const shouted = text.normalize("NFD").replace(/\p{M}/gu, "").toUpperCase().replaceAll(" ", "\u00a0 ");
    expect(codeOf(shouted)).toBe(code);
  });

  it.each(["Postes", "Logiciels", "Licences", "Total", "TOTAL"])("« %s » alone is ambiguous, never guessed", (text) => {
    expect(codeOf(text)).toBe("ambiguous");
  });

  it.each(["PC", "Ordinateurs", "Unités centrales", "Serveurs", "Imprimantes"])(
    "« %s » alone is weak: accepted with a warning",
    (text) => {
      const { label } = recogniseLabel(text);
      expect(label.kind === "prestation" && label.weak).toBe(true);
    },
  );

  it.each([
    "Tablettes 4G",
    "TBI",
    "TNI",
    "VPI",
    "Vidéoprojecteurs",
    "Vidéo-projecteur",
    "Imprimante laser",
    "Copieur",
    "Écrans",
    "Tableau blanc interactif",
  ])("« %s » has no tariff", (text) => {
    expect(codeOf(text)).toBe("untariffed");
  });

  it.each([
    "Observations",
    "Nb classes",
    "Enseignants",
    "Élèves / poste",
    "Élèves par poste",
    "Élèves / PC",
    "Élèves par ordinateur",
    "Prix des tablettes",
    "Total installé",
    "Dont total",
    "Total TTC",
    "Total des repas",
    "Rentrée",
    "École primaire 2014",
    "Prix du poste",
    "Poste client standrad",
    "Toner",
    "",
  ])("« %s » is none of ours", (text) => {
    expect(codeOf(text)).toBe("none");
  });

  it.each([
    ["En service", "maintenance"],
    ["Parc", "maintenance"],
    ["Maintenance annuelle", "maintenance"],
    ["Installés 2014", "installation"],
    ["Dont installés dans l'année", "installation"],
    ["Mises en service 2014", "installation"],
    ["Nouveaux postes clients", "installation"],
    ["Postes standard installés", "installation"],
    ["Poste client standard", null],
  ])("the nature of « %s » is %s", (text, nature) => {
    expect(recogniseLabel(text).nature).toBe(nature);
  });

  it.each([
    ["Effectif 2014", [2014]],
    ["Effectif au 01/11/2014", [2014]],
    ["Effectif au 1er novembre 2014", [2014]],
    ["Effectif 2014-2015", [2014, 2015]],
    ["Parc 01.11.14", [2014]],
    ["PC std", []],
  ])("the years of « %s » are %j", (text, years) => {
    expect(recogniseLabel(text).years).toEqual(years);
  });

  it("tells one level's pupils from the whole headcount", () => {
    const part = recogniseLabel("Élèves maternelle").label;
    const whole = recogniseLabel("Total élèves maternelle + élémentaire").label;
    expect(part.kind === "prestation" && part.part).toBe("maternelle");
    expect(whole.kind === "prestation" && whole.part).toBe(null);
  });
});

describe("a label beside a prestation", () => {
  const plain = {
    nature: null,
    years: [],
    days: [],
    period: null,
    standing: null,
    onSnapshot: false,
    since: false,
    subset: false,
    complete: true,
    mentions: false,
  };
  const prestation = { kind: "prestation", weak: false, part: null, qualifiers: [] };

  it.each([
    [
      "Poste client standard",
      { ...prestation, code: "POSTE_STD", words: "poste client standard", qualifiers: ["client", "standard"] },
    ],
    ["Nb postes", { ...prestation, code: "POSTE_STD", words: "poste", weak: true }],
    ["PC / école", { ...prestation, code: "POSTE_STD", words: "pc", weak: true }],
    ["Packs", { ...prestation, code: "PACK", words: "pack" }],
    ["Élèves CP", { ...prestation, code: "headcount", words: "eleve cp", part: "cp", qualifiers: ["cp"] }],
    ["Élèves CP, CE1", { ...prestation, code: "headcount", words: "eleve cp ce1", qualifiers: ["cp", "ce1"] }],
    ["Total élèves CP", { ...prestation, code: "headcount", words: "eleve cp", qualifiers: ["cp"] }],
    ["Postes", { kind: "ambiguous", words: "poste", candidates: ["POSTE_STD", "POSTE_SPEC"] }],
    ["Nb logiciels", { kind: "ambiguous", words: "logiciel", candidates: ["PACK", "LOGICIEL_SPEC"] }],
    [
      "Poste standard spécifique",
      { kind: "ambiguous", words: "poste standard specifique", candidates: ["POSTE_STD", "POSTE_SPEC"] },
    ],
    ["Total", { kind: "ambiguous", words: "total", candidates: [] }],
    ["Copieurs", { kind: "untariffed", words: "copieur" }],
    ["Nb", { kind: "none" }],
    ["École", { kind: "none" }],
  ])("the words that decided the label « %s » are known, and its certainty", (text, label) => {
    expect(recogniseLabel(text)).toMatchObject({ ...plain, label });
  });

  it.each([
    ["Dont installés 2014", { nature: "installation", years: [2014], subset: true, complete: true, mentions: false }],
    ["Poste client standrad", { complete: false, mentions: true }],
    ["Prix du poste", { complete: false, mentions: true }],
    ["Prix", { complete: false, mentions: false }],
    ["Élèves / poste", { complete: false, mentions: true }],
    ["Observations", { complete: false, mentions: false }],
    ["École de musique", { complete: false, mentions: false }],
    ["HP", { complete: false, mentions: false }],
    ["M", { nature: "maintenance", complete: true, mentions: false }],
    ["I", { nature: "installation", complete: true, mentions: false }],
    ["M. Martin", { complete: false, mentions: false }],
    ["I Mac", { complete: false, mentions: false }],
  ])(
    "« %s » is not a prestation; whether it is all understood, and whether it may be one, is known",
    (text, reading) => {
      expect(recogniseLabel(text)).toMatchObject({ ...plain, ...reading, label: { kind: "none" } });
    },
  );

  it.each([
    ["Maternelle", "maternelle"],
    ["Nb CP", "cp"],
    ["École élémentaire", "elementaire"],
    ["CP CE1", null],
    ["CP bilingue", null],
    ["Élèves", null],
    ["Nb", null],
    ["", null],
  ])("« %s » heads the pupils of the level %p", (text, part) => {
    expect(pupilPart(text)).toBe(part);
  });
});

describe("labels of another grid", () => {
  const tablets: Grid = {
    ...votedGrid,
    id: "with-tablets",
    rows: [
      ...votedGrid.rows.filter((row) => row.code !== "IMPRIMANTE"),
      {
        code: "TABLETTE",
        prestation: "Tablette tactile / classe",
        unit: "tablette",
        ...countingOf("TABLETTE", "tablette"),
        prices: {
          installation: { cagb: null, commune: null },
          maintenance: { cagb: null, commune: new Decimal("12.50") },
        },
      },
    ],
  };
  const read = (text: string) => labelsOf(tablets)(text);

  it.each(["Tablette tactile / classe", "Tablettes tactiles classe", "TABLETTE", "tablettes"])(
    "« %s » is a row the grid adds",
    (text) => {
      expect(read(text).label).toMatchObject({ kind: "prestation", code: "TABLETTE" });
    },
  );

  it.each([
    "Tablette",
    "Tablettes numériques",
    "Nb tablettes tactiles",
    "Tablettes élèves",
    "iPad",
    "iPads",
    "iPad Air 2",
    "Tablettes 4G",
    "Apple iPad mini 4",
    "Tablettes Android Samsung",
    "Tablettes installées en 2014",
  ])("« %s » is its tablets, and has no tariff in a grid without them", (text) => {
    expect(read(text)).toMatchObject({ label: { kind: "prestation", code: "TABLETTE", weak: false }, complete: true });
    expect(labelsOf(votedGrid)(text).label).toMatchObject({ kind: "untariffed" });
  });

  it.each(["Housses de tablettes", "Tablette PC"])(
    "« %s » may be its tablets: asked, and never said to have no tariff",
    (text) => {
      expect(read(text)).toMatchObject({ label: { kind: "none" }, complete: false, mentions: true });
    },
  );

  it("are untariffed in a grid without them where all of the label is read, asked where it is not", () => {
    const kinds = ["Tablettes 4G", "Tablette PC", "Housses de tablettes"].map(
      (text) => labelsOf(votedGrid)(text).label.kind,
    );
    expect(kinds).toEqual(["untariffed", "untariffed", "none"]);
  });

  it("a prestation that the grid no longer has is untariffed", () => {
    expect(read("Imprimante jet encre").label).toEqual({ kind: "untariffed", words: "imprimante jet" });
  });

  it("pupils are nothing to a grid without the portal, and what has no tariff stays so", () => {
    const withoutPortal = labelsOf({
      ...tablets,
      rows: tablets.rows.filter(({ code }) => code !== "PORTAIL"),
    });
    expect(withoutPortal("Effectif")).toMatchObject({ label: { kind: "none" }, complete: true });
    expect(withoutPortal("Copieur").label).toEqual({ kind: "untariffed", words: "copieur" });
    expect(withoutPortal("Observations").label).toEqual({ kind: "none" });
  });

  it("a wording of the act is understood whole, in any order, whatever its words", () => {
    const row = { ...tablets.rows.at(-1)!, code: "BORNE", prestation: "Borne de l’accueil / école" };
    const borne = labelsOf({ ...tablets, rows: [row] });
    const label = {
      kind: "prestation",
      code: "BORNE",
      words: "accueil borne",
      weak: false,
      part: null,
      qualifiers: [],
    };
    for (const text of ["Bornes accueil", "Accueil : bornes installées"])
      expect(borne(text)).toMatchObject({ label, complete: true });
    expect(borne("borne").label).toEqual({ ...label, words: "borne" });
  });

  it("a row that is worded by its nature alone is not every label that says nothing", () => {
    const row = { ...tablets.rows.at(-1)!, code: "FORFAIT", prestation: "Installation / école" };
    expect(labelsOf({ ...tablets, rows: [row] })("Parc").label).toEqual({ kind: "none" });
  });

  it("the name of a row of the grid beside other words is asked about, and is not untariffed", () => {
    const row = { ...tablets.rows.at(-1)!, code: "VPI", prestation: "Vidéoprojecteur interactif" };
    const withBoards = labelsOf({ ...tablets, rows: [row] });
    expect(withBoards("Vidéoprojecteurs de la classe mobile")).toMatchObject({
      label: { kind: "none" },
      mentions: true,
    });
    expect(withBoards("Copieur").label).toEqual({ kind: "untariffed", words: "copieur" });
  });

  it("the rest is read as before", () => {
    expect(read("PC std").label).toMatchObject({ kind: "prestation", code: "POSTE_STD" });
  });
});

describe("brackets after a prestation are read when they can only be names", () => {
  const codeOf = (text: string) => {
    const { label } = recogniseLabel(text);
    return label.kind === "prestation" ? label.code : null;
  };

  test.each([
    ["Logiciels spécifiques (Zorbalude, Grand Tilleul…)", "LOGICIEL_SPEC"],
    ["Logiciels spécifiques (Zorbalude, Tilleul 2, etc.)", "LOGICIEL_SPEC"],
    ["Serveur standard (local technique)", "SERVEUR_STD"],
    ["Serveur standard (saisie Arlette Cédé)", "SERVEUR_STD"],
    ["Serveur standard (saisie Arlette O’Cédé)", "SERVEUR_STD"],
    ["Serveur standard (contrôle Arlette de la Fosse)", "SERVEUR_STD"],
    ["Postes clients standard (UC, écran, clavier, souris)", "POSTE_STD"],
  ])("« %s »", (text, code) => expect(codeOf(text)).toBe(code));

  test.each([
    "Logiciels spécifiques (Périmés)",
    "Logiciels spécifiques (Périmés…)",
    "Logiciels spécifiques (Zorbalude, périmés…)",
    "Logiciels spécifiques (Zorbalude, Supprimés…)",
    "Postes clients standard (saisie partielle)",
    "Postes clients standard (local stock)",
    "Postes clients standard (saisie Arlette de stock)",
    "Postes clients standard (contrôle Arlette ou stock)",
  ])("brackets that cannot only be names are not read: « %s »", (text) => expect(codeOf(text)).toBeNull());
});

describe("a qualifier of a prestation", () => {
  test.each([
    ["Serveur standard (hors NAS)", "SERVEUR_STD"],
    ["Serveur standard / école (hors NAS)", "SERVEUR_STD"],
    ["Logiciels spécifiques (dont Anagraphis)", "LOGICIEL_SPEC"],
    ["Logiciel spécifique (BCD)", "LOGICIEL_SPEC"],
    ["Pièces détachées – BCD", "PIECES"],
    ["Poste client standard (BCD)", "POSTE_STD"],
    ["Logiciels spécifiques (BCDI École, Gcompris…)", "LOGICIEL_SPEC"],
    ["Logiciels spécifiques (Smartphonie, GéoTracé…)", "LOGICIEL_SPEC"],
  ])("is read: « %s »", (text, code) => {
    expect(recogniseLabel(text).label).toMatchObject({ kind: "prestation", code });
  });

  test.each([
    "Postes clients standard (hors postes)",
    "Postes clients standard (dont Anagraphis)",
    "Postes clients standard (dont 2013)",
    "Logiciels spécifiques (Lirebel Réformés, Gcompris…)",
  ])("is asked where it may take something away: « %s »", (text) => {
    expect(recogniseLabel(text).label.kind).not.toBe("prestation");
  });

  test("« nouveaux » after « / école » is of what was installed, and no school's name", () => {
    expect(recogniseLabel("Serveur standard / école nouveaux")).toMatchObject({
      label: { code: "SERVEUR_STD" },
      nature: "installation",
    });
  });
});
