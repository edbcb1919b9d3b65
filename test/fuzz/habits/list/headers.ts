import { headings, installedHeadings, labels } from "../draw/parts";
import { columnOf, equipmentOf, tablesOf, type Column, type Drawing } from "../model";
import { equipment, type Equipment } from "../truth";
import { mayRefuse, read, type Habit } from "./habit";
import { isOn, quantityColumnsOf, unaccented } from "./tools";

/** Usual names of the prestations, each one clear beside the others. */
const usual: Readonly<Record<Equipment, readonly string[]>> = {
  PACK: ["Pack logiciels", "Packs", "Pack log.", "Pack éducatif", "Pack Ordiclasse"],
  SERVEUR_STD: ["Serveur std", "Serv. std", "Srv std", "Serveur école", "Serveur pédagogique"],
  POSTE_STD: [
    "Poste client std",
    "PC std",
    "PC standard",
    "UC standard",
    "Nb postes",
    "Nb PC",
    "Postes élèves",
    "P.C. standard",
  ],
  SERVEUR_SPEC: ["Serveur spé", "Serv. spé", "Srv spé", "Serveur dédié", "Serveur hors standard"],
  POSTE_SPEC: ["Poste spé", "PC spécifiques", "PC spé", "Postes hors standard"],
  LOGICIEL_SPEC: ["Log. spé", "Logiciel spé", "Logiciels hors pack", "Logiciels supplémentaires"],
  IMPRIMANTE: ["Imprimantes JE", "Imp. jet d'encre", "Impr JE", "Imp. J.E.", "Imprimantes jet d'encre"],
  PIECES: ["Pièces dét.", "Pièces remplacées", "Nb pièces", "Pièces"],
};

const flow = /installée?s?$/;

/** What of its headings names the prestation of a column: its place, and whether it says « installé ». */
function named({ headers, prestation }: Column): { readonly index: number; readonly flow: string } | null {
  if (prestation === undefined) return null;
  const names = [
    headings[prestation],
    installedHeadings[prestation],
    labels[prestation],
    `${labels[prestation]} installés`,
  ];
  const index = headers.findIndex((header) => names.includes(header));
  if (index === -1) return null;
  const word = flow.exec(headers[index]!)?.[0];
  return { index, flow: word === undefined ? "" : ` ${word}` };
}

const namedColumns = (drawing: Drawing): Column[] =>
  quantityColumnsOf(drawing)
    .map(([, column]) => column)
    .filter((column) => named(column) !== null);

/** Gives the columns that name a prestation another wording. */
const wording = (
  name: string,
  to: (header: string, code: Equipment, column: Column) => string,
  more: Partial<Habit> = {},
): Habit =>
  read({
    name: `header-${name}`,
    class: "S19",
    aspect: "headers",
    stage: 1,
    fits: (drawing) => namedColumns(drawing).length > 0,
    draw(drawing) {
      for (const column of namedColumns(drawing)) {
        const { index } = named(column)!;
        column.headers[index] = to(column.headers[index]!, column.prestation!, column);
      }
    },
    ...more,
  });

const synonyms = read({
  name: "header-usual-names",
  class: "harmless",
  aspect: "headers",
  stage: 1,
  fits: (drawing) => namedColumns(drawing).length > 0,
  draw(drawing, dice) {
    const words = Object.fromEntries(equipment.map((code) => [code, dice.one(usual[code])]));
    for (const column of namedColumns(drawing)) {
      const { index, flow } = named(column)!;
      column.headers[index] = words[column.prestation!]! + flow;
    }
  },
});

const dressed = [
  wording("units", (header) => `${header} (u.)`),
  wording("number", (header) => `${header} (nb)`),
  wording("of", (header) => `Nb de ${header.toLowerCase()}`),
  wording("lines", (header) => header.replaceAll(" ", "\n")),
  wording("upper", (header) => header.toUpperCase()),
  wording("unaccented", unaccented),
  wording("note", (header) => `${header} (1)`),
  wording("star", (header) => `${header} *`),
  wording("sum-of", (header) => `Somme de ${header}`),
  wording("colon", (header) => `${header} :`),
  wording("campaign", (header, _code, { nature }) => (nature === "installation" ? header : `${header} en service`), {
    class: "S4",
  }),
  wording("existing", (header, _code, { nature }) => (nature === "installation" ? header : `${header} existants`), {
    class: "S4",
  }),
];

const flowWords = ["nouveaux", "neufs", "livrés", "acquis", "posés", "entrés", "installés"];
const flows = read({
  name: "header-flow-words",
  class: "S21",
  aspect: "headers",
  stage: 1,
  fits: (drawing) => namedColumns(drawing).some((column) => named(column)!.flow !== ""),
  draw(drawing, dice) {
    const word = dice.one(flowWords);
    for (const column of namedColumns(drawing)) {
      const { index } = named(column)!;
      column.headers[index] = column.headers[index]!.replace(flow, word);
    }
  },
});

const dated = read({
  name: "header-dates",
  class: "S4",
  aspect: "headers",
  stage: 1,
  fits: (drawing) => namedColumns(drawing).some((column) => named(column)!.flow !== ""),
  draw(drawing) {
    const { campaign } = drawing.truth;
    for (const column of namedColumns(drawing)) {
      const { index } = named(column)!;
      const header = column.headers[index]!;
      column.headers[index] =
        column.nature === "installation"
          ? `${header} entre le 02/11/${campaign - 1} et le 01/11/${campaign}`
          : `${header} au 01/11/${campaign}`;
    }
  },
});

/** Names that stand alone for the usual kind. */
const alone: Partial<Record<Equipment, string>> = {
  SERVEUR_STD: "Serveur",
  POSTE_STD: "PC",
  IMPRIMANTE: "Imprimantes",
};
const short = read({
  name: "header-alone",
  class: "harmless",
  aspect: "headers",
  stage: 1,
  fits: isOn("wide", "grouped", "commune-titles"),
  draw(drawing) {
    for (const column of namedColumns(drawing)) {
      const { index, flow } = named(column)!;
      const word = alone[column.prestation!];
      if (word !== undefined) column.headers[index] = word + flow;
    }
  },
});

const unclear = (name: string, code: Equipment, word: string): Habit =>
  mayRefuse({
    name: `header-unclear-${name}`,
    class: "refused",
    aspect: "headers",
    stage: 1,
    fits: (drawing) =>
      isOn("wide", "grouped", "commune-titles")(drawing) &&
      namedColumns(drawing).some(({ prestation }) => prestation === code),
    draw(drawing) {
      for (const column of namedColumns(drawing).filter(({ prestation }) => prestation === code)) {
        const { index, flow } = named(column)!;
        column.headers[index] = word + flow;
      }
    },
  });

/** Pairs of headings of columns that name no prestation: what is in service, what was installed. */
const pairs = (name: string, service: string, installed: (campaign: number) => string): Habit =>
  read({
    name: `header-pair-${name}`,
    class: "S4",
    aspect: "headers",
    stage: 1,
    fits: isOn("long-pairs", "grouped", "tabs", "kinds", "stacked-forms", "form-tabs"),
    draw(drawing) {
      for (const [, column] of quantityColumnsOf(drawing)) {
        if (column.prestation === "PIECES" && drawing.layout === "kinds") continue;
        const level = drawing.layout === "grouped" ? 0 : column.headers.length - 1;
        column.headers[level] = column.nature === "maintenance" ? service : installed(drawing.truth.campaign);
      }
    },
  });

const pairHabits = [
  pairs("words", "Maintenance", () => "Installation"),
  pairs("in-place", "En place", () => "Nouveaux"),
  pairs("november", "Parc au 1er novembre", () => "Dont installés"),
  pairs("dated", "Existant", (campaign) => `Installés entre le 02/11/${campaign - 1} et le 01/11/${campaign}`),
  pairs("total", "Qté totale", () => "Qté installée"),
  pairs("quantity", "Quantité au 1er novembre", () => "dont neufs"),
  pairs("present", "Présents", (campaign) => `Entrées ${campaign}`),
];

/** Names of the columns that are not quantities. */
const rename = (name: string, role: Column["role"], words: readonly string[]): Habit =>
  read({
    name: `header-${name}`,
    class: "harmless",
    aspect: "header-shape",
    stage: 1,
    fits: (drawing) =>
      !/glpi/.test(drawing.layout) &&
      tablesOf(drawing).some((table) => (columnOf(table, role)?.headers.at(-1) ?? "") !== ""),
    draw(drawing, dice) {
      const word = dice.one(words);
      for (const table of tablesOf(drawing)) {
        const column = columnOf(table, role);
        if (
          column !== undefined &&
          column.headers.at(-1) !== "" &&
          table.columns.every(({ school }) => school === undefined)
        )
          column.headers[column.headers.length - 1] = word;
      }
    },
  });

const renamed = [
  rename("commune-words", "commune", ["Communes", "Ville", "Collectivité", "Localité", "COMMUNE", "Mairie", "Cne"]),
  rename("school-words", "school", [
    "Établissement",
    "Etablissement",
    "Nom de l'école",
    "Écoles",
    "ECOLE",
    "Étab.",
    "Site",
  ]),
  rename("headcount-words", "headcount", [
    "Effectif",
    "Nb élèves",
    "Nbre d'élèves",
    "Enfants",
    "Inscrits",
    "Total élèves",
    "Effectif total",
  ]),
  rename("label-words", "label", ["Désignation", "Matériel", "Équipement", "Type de matériel", "Libellé"]),
];

const quantityWords = read({
  name: "header-quantity-words",
  class: "harmless",
  aspect: "headers",
  stage: 1,
  fits: isOn("long"),
  draw(drawing, dice) {
    for (const table of equipmentOf(drawing))
      columnOf(table, "quantity")!.headers = [dice.one(["Qté", "Nb", "Nombre", "Nbre", "Qte."])];
  },
});

export const headerHabits: readonly Habit[] = [
  synonyms,
  ...dressed,
  flows,
  dated,
  short,
  unclear("posts", "POSTE_STD", "Postes"),
  unclear("software", "LOGICIEL_SPEC", "Logiciels"),
  ...pairHabits,
  ...renamed,
  quantityWords,
];
