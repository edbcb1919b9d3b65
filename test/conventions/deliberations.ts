import type { Cell } from "../../src/cells";
import type { ConventionFiles } from "../../src/tariff";

/** An act of nobody's, as the data of its convention, an inventory as an office keeps it, and its bill worked out by hand. */
export interface Deliberation {
  readonly files: ConventionFiles;
  readonly campaign: number;
  readonly sheets: readonly { readonly name: string; readonly rows: readonly (readonly Cell[])[] }[];
  /** What each member owes, and what the intermediary bears of it, by INSEE code. */
  readonly expected: Readonly<Record<string, { readonly due: string; readonly borne: string }>>;
  readonly total: string;
  /** What the headings do not say in words that are read: asked at that cell, and answered so. */
  readonly answer?: { readonly sheet: string; readonly cell: string; readonly as: string };
}

const accounts = { rebilled: "70875", paid: "62876", cancelledChapter: "67", cancelled: "673" };
const price = (debtor: string | null, member: string | null) => ({ debtor, member });

const tabletGrid = (from: string, to: string, installed: [string, string], kept: [string, string]) => ({
  id: `Tarifs ${from}`,
  act: "Délibération n° 2025-06-047",
  votedOn: "2025-06-19",
  from,
  to,
  note: "",
  rows: [
    {
      code: "TABLETTE",
      prestation: "Installation d’une tablette",
      unit: "tablette",
      installation: price(...installed),
      maintenance: price(null, null),
    },
    {
      code: "MAINTENANCE",
      prestation: "Maintenance annuelle par élève",
      unit: "élève",
      installation: price(null, null),
      maintenance: price(...kept),
    },
  ],
});

/** Tablets, by pupil, at a price shared and revised: the second campaign. */
export const tablets: Deliberation = {
  files: {
    convention: {
      id: "tablettes",
      service: "Prêt de tablettes",
      object: "Prêt de tablettes aux écoles",
      act: { name: "Délibération n° 2025-06-047", body: "conseil municipal", receivedOn: "2025-06-24" },
      term: "trois ans",
      renewedFrom: null,
      from: "2025-09-01",
      to: "2028-08-31",
      count: { day: 1, month: 10 },
      member: { french: "une commune, des communes" },
      site: { french: "une école, des écoles", english: "a school, schools" },
      vat: "Prix nets, service non assujetti à la TVA",
      creditor: {
        name: "Ville de Pontarlier",
        short: "la Ville",
        siren: "212504625",
        insee: "25462",
        department: "Service des affaires scolaires",
        executive: "la Maire",
      },
      debtor: {
        name: "Communauté de communes du Haut-Drugeon et des Sapins",
        short: "la Communauté",
        siren: "242598175",
      },
      creditLine: [
        { heading: "Chapitre", code: "70", label: "Produits des services" },
        { heading: "Nature", code: "70878", label: "Remboursement de frais par des tiers" },
        { heading: "Fonction", code: "212", label: "Écoles primaires" },
      ],
      accounts,
    },
    grid: [
      tabletGrid("2025-09-01", "2026-08-31", ["16.50", "29.50"], ["4.15", "8.25"]),
      tabletGrid("2026-09-01", "2028-08-31", ["15.90", "29.00"], ["4.30", "8.55"]),
    ],
    communes: {
      source: "Délibération n° 2025-06-047, article 2",
      communes: [
        { insee: "25015", name: "Amancey", siren: "212500151" },
        { insee: "25259", name: "Frasne", siren: "212502595" },
        { insee: "25413", name: "Mouthe", siren: "212504138" },
        { insee: "25440", name: "Ouhans", siren: "212504401" },
        { insee: "25592", name: "Vaux-et-Chantegrue", siren: "212505929" },
      ],
    },
  },
  campaign: 2026,
  sheets: [
    {
      name: "Tablettes",
      rows: [
        ["Ville de Pontarlier – Prêt de tablettes aux écoles"],
        ["Relevé au 1er octobre 2026 (campagne 2026-2027)"],
        [],
        [
          ...["Commune", "Code INSEE", "École", "Élèves inscrits au 01/10/2026", "Tablettes en service"],
          "dont installées depuis le relevé du 01/10/2025",
        ],
        ["Amancey", 25015, "École maternelle des Tilleuls", 38, 8, 0],
        ["Amancey", 25015, "École élémentaire Les Cornouillers", 71, 18, 5],
        ["Frasne", 25259, "École maternelle Les Jonquilles", 62, 16, 4],
        ["Frasne", 25259, "École élémentaire Xavier-Marmier", 118, 30, 6],
        ["Mouthe", 25413, "École maternelle du Val", 41, 10, 10],
        ["Mouthe", 25413, "École élémentaire de la Source", 97, 24, 0],
        ["Ouhans", 25440, "École primaire de la Loue", 33, 9, 9],
        ["Vaux-et-Chantegrue", 25592, "École primaire Le Chalet", 54, 14, 2],
        ["Total", null, null, 514, 129, 36],
      ],
    },
  ],
  expected: {
    // 109 pupils, 5 tablets: 109 × 8,55 = 931,95 and 5 × 29,00 = 145,00; 109 × 4,30 = 468,70 and 5 × 15,90 = 79,50.
    "25015": { due: "1076.95", borne: "548.20" },
    // 180 pupils, 10 tablets: 1 539,00 + 290,00; 774,00 + 159,00.
    "25259": { due: "1829.00", borne: "933.00" },
    // 138 pupils, 10 tablets: 1 179,90 + 290,00; 593,40 + 159,00.
    "25413": { due: "1469.90", borne: "752.40" },
    // 33 pupils, 9 tablets: 282,15 + 261,00; 141,90 + 143,10.
    "25440": { due: "543.15", borne: "285.00" },
    // 54 pupils, 2 tablets: 461,70 + 58,00; 232,20 + 31,80.
    "25592": { due: "519.70", borne: "264.00" },
  },
  total: "8221.30",
  answer: { sheet: "Tablettes", cell: "F4", as: "TABLETTE installation" },
};

const noDebtor = (own: string) => price(null, own);

/** Meal terminals and accounts, without intermediary, counted on 15 September, on two sheets. */
export const mealTerminals: Deliberation = {
  files: {
    convention: {
      id: "repas",
      service: "Pointage des repas",
      object: "Bornes de pointage et comptes repas",
      act: { name: "Délibération n° 2024-31", body: "comité syndical", receivedOn: "2024-12-17" },
      term: "quatre ans",
      renewedFrom: null,
      from: "2025-01-01",
      to: "2028-12-31",
      count: { day: 15, month: 9 },
      member: { french: "une commune, des communes" },
      site: { french: "un site, des sites" },
      vat: "Tarifs nets de taxe",
      creditor: {
        name: "Syndicat intercommunal de restauration du Haut Bocage",
        short: "le Syndicat",
        siren: "255391740",
        insee: null,
        department: "Service de la restauration",
        executive: "le Président",
      },
      debtor: null,
      creditLine: [
        { heading: "Chapitre", code: "70", label: "Produits des services" },
        { heading: "Compte", code: "70878", label: "Remboursement de frais par des tiers" },
        { heading: "Fonction", code: "281", label: "Hébergement et restauration scolaires" },
      ],
      accounts: { ...accounts, rebilled: "70878", paid: "62878" },
    },
    grid: {
      id: "repas",
      act: "Délibération n° 2024-31",
      votedOn: "2024-12-12",
      from: "2025-01-01",
      to: "2028-12-31",
      note: "",
      rows: [
        {
          code: "BORNE",
          prestation: "Borne de pointage",
          unit: "borne",
          installation: noDebtor("189.50"),
          maintenance: noDebtor("64.80"),
        },
        {
          code: "COMPTE",
          prestation: "Compte repas",
          unit: "compte",
          installation: noDebtor("1.35"),
          maintenance: noDebtor("2.15"),
        },
      ],
    },
    communes: {
      source: "Délibération n° 2024-31, article 2",
      communes: [
        { insee: "53003", name: "Ambrières-les-Vallées", siren: "215300039" },
        { insee: "53107", name: "Gorron", siren: "215301078" },
        { insee: "53127", name: "Lassay-les-Châteaux", siren: "215301276" },
        { insee: "53211", name: "Saint-Denis-de-Gastines", siren: "215302118" },
      ],
    },
  },
  campaign: 2026,
  sheets: [
    {
      name: "Bornes",
      rows: [
        ["Syndicat intercommunal de restauration du Haut Bocage – Bornes de pointage"],
        ["Décompte au 15 septembre 2026"],
        [],
        ["Commune", "Code INSEE", "Site", "Bornes en service", "dont posées depuis le 16/09/2025"],
        ["Ambrières-les-Vallées", 53003, "Restaurant scolaire municipal", 2, 0],
        ["Ambrières-les-Vallées", 53003, "Accueil périscolaire Les Lucioles", 1, 1],
        ["Gorron", 53107, "Restaurant scolaire Les Trois Ormes", 3, 1],
        ["Gorron", 53107, "Accueil périscolaire La Colmont", 1, 0],
        ["Lassay-les-Châteaux", 53127, "Restaurant scolaire du Château", 2, 0],
        ["Lassay-les-Châteaux", 53127, "Accueil périscolaire Le Préau", 1, 1],
        ["Saint-Denis-de-Gastines", 53211, "Restaurant scolaire L’Orangerie", 1, 0],
        ["Saint-Denis-de-Gastines", 53211, "Accueil périscolaire Les Écureuils", 1, 1],
        ["Total", null, null, 12, 4],
      ],
    },
    {
      name: "Comptes repas",
      rows: [
        ["Syndicat intercommunal de restauration du Haut Bocage – Comptes repas"],
        ["Décompte au 15 septembre 2026"],
        [],
        ["Commune", "Code INSEE", "Site", "Comptes en service", "dont ouverts depuis le 16/09/2025"],
        ["Ambrières-les-Vallées", 53003, "Restaurant scolaire municipal", 138, 24],
        ["Ambrières-les-Vallées", 53003, "Accueil périscolaire Les Lucioles", 57, 57],
        ["Gorron", 53107, "Restaurant scolaire Les Trois Ormes", 164, 31],
        ["Gorron", 53107, "Accueil périscolaire La Colmont", 72, 18],
        ["Lassay-les-Châteaux", 53127, "Restaurant scolaire du Château", 121, 19],
        ["Lassay-les-Châteaux", 53127, "Accueil périscolaire Le Préau", 46, 12],
        ["Saint-Denis-de-Gastines", 53211, "Restaurant scolaire L’Orangerie", 83, 14],
        ["Saint-Denis-de-Gastines", 53211, "Accueil périscolaire Les Écureuils", 29, 29],
        ["Total", null, null, 710, 204],
      ],
    },
  ],
  expected: {
    // 3 terminals, 1 placed: 194,40 + 189,50; 195 accounts, 81 opened: 419,25 + 109,35.
    "53003": { due: "912.50", borne: "0.00" },
    // 4 and 1: 259,20 + 189,50; 236 and 49: 507,40 + 66,15.
    "53107": { due: "1022.25", borne: "0.00" },
    // 3 and 1: 194,40 + 189,50; 167 and 31: 359,05 + 41,85.
    "53127": { due: "784.80", borne: "0.00" },
    // 2 and 1: 129,60 + 189,50; 112 and 43: 240,80 + 58,05.
    "53211": { due: "617.95", borne: "0.00" },
  },
  total: "3337.50",
  answer: { sheet: "Comptes repas", cell: "E4", as: "COMPTE installation" },
};

/** Networks of schools, capped by school, counted on 31 January, members that join or leave. */
export const networks: Deliberation = {
  files: {
    convention: {
      id: "reseaux",
      service: "Réseaux des écoles",
      object: "Installation et maintenance des réseaux des écoles",
      act: { name: "Délibération n° 25/068", body: "conseil municipal", receivedOn: "2025-06-30" },
      term: "cinq ans",
      renewedFrom: null,
      from: "2023-02-01",
      to: "2028-01-31",
      count: { day: 31, month: 1 },
      member: { french: "une commune, des communes" },
      site: { french: "une école, des écoles", english: "a school, schools" },
      vat: "Prix nets de taxe",
      creditor: {
        name: "Ville de Guéret",
        short: "la Ville",
        siren: "212309603",
        insee: "23096",
        department: "Service informatique",
        executive: "le Maire",
      },
      debtor: {
        name: "Communauté de communes des Trois Vallées creusoises",
        short: "l’Interco (féminin)",
        siren: "242398469",
      },
      creditLine: [
        { heading: "Chapitre", code: "70", label: "Produits des services" },
        { heading: "Nature", code: "70878", label: "Remboursement de frais par des tiers" },
        { heading: "Service", code: "EDUC", label: "Service gestionnaire" },
      ],
      accounts,
    },
    grid: {
      id: "reseaux",
      act: "Délibération n° 25/068",
      votedOn: "2025-06-26",
      from: "2023-02-01",
      to: "2028-01-31",
      note: "",
      rows: [
        {
          code: "BAIE",
          prestation: "Baie réseau",
          unit: "baie",
          perSite: 1,
          installation: price("342.50", "0"),
          maintenance: price("31.40", "55"),
        },
        {
          code: "WIFI",
          prestation: "Borne wifi",
          unit: "borne",
          perSite: 2,
          installation: price("118", "0"),
          maintenance: price("9.80", "17.50"),
        },
      ],
    },
    communes: {
      source: "Délibération n° 25/068, article 3",
      communes: [
        { insee: "23001", name: "Ahun", siren: "212300107" },
        { insee: "23025", name: "Bonnat", siren: "212302509", to: "2025-08-31" },
        { insee: "23057", name: "Châtelus-Malvaleix", siren: "212305700", from: "2025-09-01" },
        { insee: "23075", name: "Dun-le-Palestel", siren: "212307508", from: "2026-03-01" },
        { insee: "23089", name: "Genouillac", siren: "212308902", to: "2026-06-30" },
        { insee: "23093", name: "Gouzon", siren: "212309306" },
      ],
    },
  },
  campaign: 2026,
  sheets: [
    {
      name: "Réseaux",
      rows: [
        ["Ville de Guéret – Réseaux des écoles"],
        ["Comptage au 31 janvier 2026 (année du 1er février 2025 au 31 janvier 2026)"],
        [],
        [
          ...["Commune", "École", "Baies réseau en place", "dont installées dans l'année", "Bornes wifi en place"],
          ...["dont installées dans l'année", "Observations"],
        ],
        ["Ahun", "École maternelle Jean-Macé", 1, 0, 2, 0, null],
        ["Ahun", "École élémentaire Jules-Ferry", 2, 2, 4, 4, "École rénovée à l'été 2025"],
        [
          "Bonnat",
          "École primaire du Champ de foire",
          1,
          0,
          2,
          0,
          "Commune retirée le 31/08/2025 – matériel à reprendre",
        ],
        ["Châtelus-Malvaleix", "École maternelle des Glycines", 1, 1, 1, 1, null],
        ["Châtelus-Malvaleix", "École élémentaire du Bourg", 1, 1, 3, 3, null],
        ["Genouillac", "École primaire Les Platanes", 1, 1, 2, 2, null],
        ["Gouzon", "École maternelle Les Hirondelles", 1, 0, 1, 0, null],
        ["Gouzon", "École élémentaire George-Sand", 1, 0, 3, 1, null],
        ["Total", null, 9, 5, 18, 11, null],
      ],
    },
  ],
  expected: {
    // 2 racks, 1 placed; 2 + 2 access points, 2 placed: 110,00 + 70,00; 342,50 + 62,80 + 236,00 + 39,20.
    "23001": { due: "180.00", borne: "680.50" },
    // 2 racks placed; 1 + 2 access points placed: 110,00 + 52,50; 685,00 + 62,80 + 354,00 + 29,40.
    "23057": { due: "162.50", borne: "1131.20" },
    // 1 rack placed; 2 access points placed: 55,00 + 35,00; 342,50 + 31,40 + 236,00 + 19,60.
    "23089": { due: "90.00", borne: "629.50" },
    // 2 racks; 1 + 2 access points, 1 placed: 110,00 + 52,50; 62,80 + 118,00 + 29,40.
    "23093": { due: "162.50", borne: "210.20" },
  },
  total: "3246.40",
};
