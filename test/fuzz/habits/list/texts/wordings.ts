import {
  at,
  cell,
  columnOf,
  equipmentOf,
  headerDepth,
  insertColumn,
  tablesOf,
  type Cell,
  type Column,
  type Drawing,
} from "../../model";
import type { Dice } from "../../dice";
import { adjectives, nouns, participles } from "../../words/nouns";
import { person, room, told } from "../../words/speech";
import { mayRefuse, mustAsk, read, type Habit, type Tag } from "../habit";
import { concerned, isMachines } from "../machines";
import { isForm, isOn, machineTables } from "../tools";

/** The heading of a column of names or of pupils, in more words than it needs. */
const wordy = (name: string, role: Column["role"], words: readonly string[]): Habit =>
  read({
    name: `wordy-heading-${name}`,
    class: "over-asking",
    aspect: "header-shape",
    stage: 1,
    fits: (drawing) =>
      !/glpi/.test(drawing.layout) &&
      tablesOf(drawing).some((table) => !isForm(table) && (columnOf(table, role)?.headers.at(-1) ?? "") !== ""),
    draw(drawing, dice) {
      const word = told(dice.one(words), dice, drawing.truth.campaign);
      for (const table of tablesOf(drawing)) {
        const column = columnOf(table, role);
        if (!isForm(table) && column !== undefined && column.headers.at(-1) !== "")
          column.headers[column.headers.length - 1] = word;
      }
    },
  });

const headings = [
  wordy("of-schools", "school", [
    "École (nom usuel)",
    "Nom complet de l'école",
    "École :",
    "Nom usuel de l'école",
    "École (libellé officiel)",
    "École\npublique",
    "École (site)",
    "Nom et type de l'école",
    "Écoles publiques",
  ]),
  wordy("of-communes", "commune", [
    "Commune (25)",
    "Nom de commune",
    "Commune d'implantation",
    "Commune :",
    "Commune (Doubs)",
    "Nom de la commune",
  ]),
  wordy("of-pupils", "headcount", [
    "Effectif (source : DSDEN)",
    "Nombre d'élèves (Base élèves)",
    "Nb élèves (tous niveaux)",
    "Effectif communiqué par l'inspection",
    "Effectif élèves – constat de rentrée",
    "Effectif (BE1D)",
    "Effectif (source : {person})",
    "Effectif relevé par {person}",
    "Enfants scolarisés (nb)",
    "Effectif (élèves)",
  ]),
];

/** States of machines in words of people and places. */
const states = (name: string, must: Tag, words: (dice: Dice) => string, isOut = false): Habit =>
  must({
    name: `state-said-${name}`,
    class: "C10",
    aspect: "states",
    stage: 1,
    fits: (drawing: Drawing) =>
      isMachines(drawing) && machineTables(drawing).some((table) => concerned(table, isOut ? "out" : "in").length > 0),
    draw(drawing, dice) {
      const own = Array.from({ length: 4 }, () => words(dice));
      for (const table of machineTables(drawing))
        for (const row of concerned(table, isOut ? "out" : "in"))
          at(table, row, columnOf(table, "state")!).value = isOut
            ? own[0]!
            : dice.chance(0.5)
              ? "En service"
              : dice.one(own);
    },
  });

const stateHabits = [
  states("with-places", read, (dice) =>
    dice.one([
      "en prod",
      "OK – vu",
      "Utilisé quotidiennement",
      "Affecté école",
      `En service – ${room(dice)}`,
      `Affecté ${room(dice)}`,
      `En service (${person(dice)})`,
      `Utilisé par ${person(dice)}`,
    ]),
  ),
  states("unread-of-what-serves", mustAsk, (dice) =>
    capitalOf(dice.one([...participles, ...adjectives]).replace(/s$/, "")),
  ),
  states(
    "unread-of-what-left",
    mustAsk,
    (dice) => capitalOf(dice.one([...participles, ...adjectives]).replace(/s$/, "")),
    true,
  ),
];

const capitalOf = (text: string): string => text[0]!.toUpperCase() + text.slice(1);

const under: readonly (readonly [string, readonly string[]])[] = [
  [
    "Adresse",
    [
      "3 rue des Lilas",
      "rue de la Poste",
      "12 grande rue",
      "rue du Stade",
      "1 place de la Mairie",
      "chemin du Retrait",
    ],
  ],
  ["REP", ["REP", "REP+", "non", "hors REP"]],
  ["Cycle", ["cycle 1", "cycle 2", "cycles 2 et 3"]],
  ["Type", ["maternelle", "élémentaire", "primaire"]],
  ["Remarques", ["RAS", "salle du fond", "très utilisé", "bâtiment B", "débit correct"]],
  ["Directrice", ["{person}", "{person}"]],
  ["Quartier", ["{place}", "{place}", "Centre"]],
  ["Technicien", ["{person}", "CL", "JM"]],
];

/** A row of words under the names of the schools that stand across, above what they have. */
const underNames = read({
  name: "words-under-the-names-across",
  class: "C21",
  aspect: "texts",
  stage: 2,
  fits: isOn("across", "across-named", "tabs", "across-pairs"),
  draw(drawing, dice) {
    const [header, texts] = dice.one(under);
    const { campaign } = drawing.truth;
    for (const table of equipmentOf(drawing)) {
      if (table.across === true) {
        const index = table.columns.indexOf(columnOf(table, "school")!) + 1;
        const label = drawing.layout === "across-named" ? "" : header;
        insertColumn(table, index, { role: "other", headers: [label] }, ({ school }) =>
          cell(school === undefined ? null : told(dice.one(texts), dice, campaign)),
        );
        continue;
      }
      const depth = headerDepth(table);
      const said = new Map(table.columns.map(({ school }) => [school, told(dice.one(texts), dice, campaign)] as const));
      for (const column of table.columns)
        column.headers.splice(depth - 1, 0, column.school === undefined ? header : said.get(column.school)!);
    }
  },
});

/** A column whose heading nobody knows, of words or of numbers. */
const rare = (name: string, must: Tag, cellOf: (dice: Dice) => Cell): Habit =>
  must({
    name: `rare-heading-of-${name}`,
    class: "C4",
    aspect: "measures",
    stage: 2,
    fits: (drawing) => !/pivot/.test(drawing.layout) && equipmentOf(drawing).some((table) => !isForm(table)),
    draw(drawing, dice) {
      const noun = dice.one(nouns);
      const header = dice.one([
        capitalOf(noun),
        `Code ${noun}`,
        `Les ${noun}`,
        `${capitalOf(noun)} ${dice.one(adjectives)}`,
      ]);
      for (const table of equipmentOf(drawing))
        if (!isForm(table))
          insertColumn(table, table.columns.length, { role: "other", headers: [header], is: "beside" }, () =>
            cellOf(dice),
          );
    },
  });

const rareHeadings = [
  rare("words", read, (dice) => cell(dice.chance(0.4) ? null : dice.one(adjectives))),
  rare("numbers", mayRefuse, (dice) => cell(dice.chance(0.2) ? null : dice.whole(0, 24))),
];

export const wordingHabits: readonly Habit[] = [...rareHeadings, ...headings, ...stateHabits, underNames];
