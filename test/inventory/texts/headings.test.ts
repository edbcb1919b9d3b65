import { splitGroupPrefix } from "../../../src/inventory/texts/header-word";
import { structuralRole } from "../../../src/inventory/texts/heading-role";

/** Header words as offices write them, by what their column holds. */
const headers: Record<string, readonly string[]> = {
  commune: [
    "Commune",
    "COMMUNES",
    "Communes de la CAGB",
    "Ville",
    "Collectivité",
    "Mairie",
    "Localité",
    "Cne",
    "Nom de la commune",
    "Commune de l'école",
  ],
  insee: ["Code INSEE", "INSEE", "N° INSEE", "Insee com.", "Code commune"],
  school: [
    "École",
    "Ecoles",
    "Etablissement",
    "Étab.",
    "Nom de l'école",
    "Groupe scolaire",
    "GS",
    "Site",
    "Implantation",
    "École concernée",
  ],
  "school-code": ["UAI", "RNE", "N° école", "Code école"],
  level: ["Niveau", "Mat/Élém", "M/E", "Type d'école"],
  label: ["Désignation", "Libellé", "Prestation", "Matériel", "Type de matériel", "Équipement", "Catégorie", "Type"],
  nature: ["Nature", "Opération", "Nature de l'opération", "Type d'opération"],
  quantity: ["Qté", "Quantité", "Nb", "Nbre", "Nombre", "Nb unités"],
  "date-in": [
    "Date d'installation",
    "Date install.",
    "Installé le",
    "Mise en service",
    "MES",
    "Date MES",
    "Date d'achat",
    "Date d'entrée",
  ],
  "date-out": ["Sorti le", "Date de retrait", "Date de sortie", "Date de réforme", "Mis au rebut le"],
  status: ["État", "Statut", "État du matériel"],
  "inventory-number": ["N° d'inventaire", "N° inv.", "Numéro d'inventaire", "Étiquette"],
  "serial-number": ["N° de série", "Num. série", "S/N", "SN"],
  entity: ["Entité"],
  location: ["Lieu", "Lieux", "Localisation"],
  campaign: ["Campagne", "Exercice", "Rentrée"],
  pupil: ["INE", "Nom élève", "Prénom", "Date de naissance"],
  ignored: [
    "Observations",
    "Obs.",
    "Remarques",
    "Commentaires",
    "Nb classes",
    "Enseignants",
    "Téléphone",
    "Prix unitaire",
    "N°",
    "SIREN",
  ],
};

describe("header words", () => {
  it.each(Object.entries(headers).flatMap(([role, texts]) => texts.map((text) => [text, role] as const)))(
    "« %s » heads %s",
    (text, role) => {
      expect(structuralRole(text)?.role).toBe(role);
    },
  );

  it.each([
    "École primaire",
    "Amagney",
    "Total",
    "Poste client standard",
    "Date de fin de garantie",
    "Dernière modification",
    "En service",
    "",
  ])("« %s » heads no column by itself, or none of ours", (text) => {
    expect(["ignored", undefined]).toContain(structuralRole(text)?.role);
  });

  it("prefers the date of entry into service over that of purchase", () => {
    expect(structuralRole("Date de mise en service")!.rank).toBeLessThan(structuralRole("Date d'achat")!.rank);
  });

  it("splits a GLPI group from its header", () => {
    expect(splitGroupPrefix("Caractéristiques - Numéro de série")).toEqual({
      group: "Caractéristiques",
      rest: "Numéro de série",
    });
    expect(splitGroupPrefix("Pré-élémentaire")).toBeNull();
  });
});
