import { createLabelReader, gridFor, campaignOf, kinshipOf, recogniseLabel } from "../../../src/tariff";
import type { Grid } from "../../../src/tariff";
import { Decimal } from "decimal.js";

/** The usual variants of each prestation, as offices write them. */
const variants: Record<string, readonly string[]> = {
  PORTAIL: [
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
    "Tablettes",
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

describe("headings as offices write them", () => {
  it.each([
    ["Poste(s) client(s)", "POSTE_STD"],
    ["P.C. standard", "POSTE_STD"],
    ["Poste client standard (u.)", "POSTE_STD"],
    ["Somme de Serveur std", "SERVEUR_STD"],
    ["Nb de logiciels spé", "LOGICIEL_SPEC"],
    ["Imp. J.E.", "IMPRIMANTE"],
    ["Poste client standard HP", "POSTE_STD"],
    ["Serveur std Dell PowerEdge T110", "SERVEUR_STD"],
    ["Imprimante HP LaserJet 1102", "untariffed"],
    ["Imprimante HP DeskJet 3050", "IMPRIMANTE"],
    ["Computer", "POSTE_STD"],
    ["Laptop", "POSTE_SPEC"],
    ["Printers", "IMPRIMANTE"],
    ["Rentrée 2014", "PORTAIL"],
    ["Effectif sept. 2014", "PORTAIL"],
  ])("« %s » is %s", (text, code) => {
    expect(codeOf(text)).toBe(code);
  });

  it.each([
    ["Quantité au 1er novembre", "maintenance"],
    ["Parc au 01/11/2014", "maintenance"],
    ["En place", "maintenance"],
    ["Entrées", "installation"],
    ["Neufs", "installation"],
    ["Installés au 01/11/2014", "installation"],
    ["INSTAL.", "installation"],
    ["Entretien", "maintenance"],
    ["M", "maintenance"],
    ["I", "installation"],
    ["Mise à jour", null],
  ])("the nature of « %s » is %s", (text, nature) => {
    expect(recogniseLabel(text).nature).toBe(nature);
  });

  it.each([
    ["Sorties", "out"],
    ["Postes réformés", "out"],
    ["H.S.", "out"],
    ["En stock", "out"],
    ["À commander", "out"],
    ["Reste à installer", "out"],
    ["Parc N-1", "out"],
    ["Hors parc", "out"],
    ["Stock au 01/11/2014", "asked"],
    ["En service", null],
    ["Pièces remplacées", null],
  ])("the standing of « %s » is %s", (text, standing) => {
    expect(recogniseLabel(text).standing).toBe(standing);
  });
});

describe("words shared with what is billed", () => {
  it.each([
    ["Poste client standrad", "equipment"],
    ["Imprimente", "equipment"],
    ["Serveurs bis", "equipment"],
    ["Tablettes 4G", "equipment"],
    ["Élèves boursiers", "pupils"],
    ["Matériel instalé", "nature"],
    ["En service hors site", "nature"],
  ])("« %s »: %s", (text, kin) => {
    expect(kinshipOf(text)).toBe(kin);
  });

  it.each(["Divers", "Observations", "Code postal", "Secteur", "Entrepreneur", "Commune", ""])(
    "« %s »: none",
    (text) => {
      expect(kinshipOf(text)).toBeNull();
    },
  );
});

describe("labels of another grid", () => {
  const built = gridFor(campaignOf(2014));
  if (!("grid" in built)) throw new Error("the 2014 grid covers the campaign of 2014");
  const tablets: Grid = {
    ...built.grid,
    id: "with-tablets",
    rows: [
      ...built.grid.rows.filter((row) => row.code !== "IMPRIMANTE"),
      {
        code: "TABLETTE",
        prestation: "Tablette tactile / classe",
        unit: "tablette",
        prices: {
          installation: { cagb: null, commune: null },
          maintenance: { cagb: null, commune: new Decimal("12.50") },
        },
        place: null,
      },
    ],
  };
  const read = createLabelReader(tablets);

  it.each(["Tablette tactile / classe", "Tablettes tactiles classe", "TABLETTE", "tablettes"])(
    "« %s » is a row the grid adds",
    (text) => {
      expect(read(text).label).toMatchObject({ kind: "prestation", code: "TABLETTE" });
    },
  );

  it("what the grid no longer has is untariffed", () => {
    expect(read("Imprimante jet encre").label.kind).toBe("untariffed");
  });

  it("the rest is read as before", () => {
    expect(read("PC std").label).toMatchObject({ kind: "prestation", code: "POSTE_STD" });
  });
});
