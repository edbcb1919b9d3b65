import { labels } from "../draw/parts";
import { at, cell, columnOf, dataRows, dropColumn, equipmentOf, type Column, type Drawing, type Row } from "../model";
import { mayRefuse, read, type Habit } from "./habit";
import { isOn } from "./tools";

/** Words for the two natures, in a column of that header. */
const words = (name: string, maintenance: string, installation: string, header?: string): Habit =>
  read({
    name: `nature-${name}`,
    class: "S9",
    aspect: "natures",
    stage: 1,
    fits: isOn("long"),
    draw(drawing) {
      for (const table of equipmentOf(drawing)) {
        const column = columnOf(table, "nature")!;
        if (header !== undefined) column.headers = [header];
        for (const row of dataRows(table))
          at(table, row, column).value = row.nature === "maintenance" ? maintenance : installation;
      }
    },
  });

const spelled = [
  words("letters", "M", "I", "M/I"),
  words("short", "Maint.", "Inst."),
  words("instal", "MAINT.", "INSTAL."),
  words("install", "maint", "install.", "Type"),
  words("upkeep", "Entretien", "Pose"),
  words("new", "Maintenance", "Neuf"),
  words("new-one", "maintenance", "Nouveau", "Nature de la prestation"),
  words("plural", "Maintenances", "Installations"),
];

function withoutNatures(drawing: Drawing, titleOf: (nature: Row["nature"], commune: string) => string): void {
  for (const table of equipmentOf(drawing)) {
    dropColumn(table, columnOf(table, "nature")!);
    table.rows = (["maintenance", "installation"] as const).flatMap((nature): Row[] => {
      const rows = dataRows(table).filter((row) => row.nature === nature);
      if (rows.length === 0) return [];
      return [
        { kind: "title", cells: table.columns.map((_, at) => cell(at === 0 ? titleOf(nature, "") : null)) },
        ...rows,
      ];
    });
  }
}

const titles = (name: string, maintenance: string, installation: string): Habit =>
  read({
    name: `nature-titles-${name}`,
    class: "S9",
    aspect: "natures",
    stage: 1,
    fits: isOn("long"),
    draw: (drawing) => withoutNatures(drawing, (nature) => (nature === "maintenance" ? maintenance : installation)),
  });

const titleRows = [
  titles("upper", "MAINTENANCE", "INSTALLATION"),
  titles("plain", "Maintenance", "Installations"),
  titles("short", "Maint.", "Install."),
];

const unknown = mayRefuse({
  name: "nature-unknown",
  class: "refused",
  aspect: "natures",
  stage: 1,
  fits: (drawing) =>
    drawing.layout === "long" &&
    equipmentOf(drawing).some((table) => dataRows(table).some(({ nature }) => nature === "installation")),
  draw(drawing) {
    for (const table of equipmentOf(drawing))
      for (const row of dataRows(table).filter(({ nature }) => nature === "installation"))
        at(table, row, columnOf(table, "nature")!).value = "MES";
  },
});

const missing = mayRefuse({
  name: "nature-missing-once",
  class: "accident",
  aspect: "natures",
  stage: 3,
  fits: (drawing) =>
    drawing.layout === "long" && equipmentOf(drawing).some((table) => columnOf(table, "nature") !== undefined),
  draw(drawing, dice) {
    for (const table of equipmentOf(drawing))
      at(table, dice.one(dataRows(table)), columnOf(table, "nature") as Column).value = null;
  },
});

/** What a row calls its equipment, otherwise. */
const labelled = (
  name: string,
  to: (label: string) => string,
  must = read,
  layouts = ["long", "long-pairs", "register", "glpi-fr", "glpi-en", "tabs", "stacked-forms", "form-tabs"],
): Habit =>
  must({
    name: `label-${name}`,
    class: "S19",
    aspect: "labels",
    stage: 4,
    fits: isOn(...layouts),
    draw(drawing) {
      const known = Object.values(labels);
      for (const table of equipmentOf(drawing)) {
        const column = columnOf(table, "label")!;
        for (const row of dataRows(table)) {
          const one = at(table, row, column);
          if (known.includes(String(one.value))) one.value = to(String(one.value));
        }
      }
    },
  });

const short: Readonly<Record<string, string>> = {
  "Pack logiciel / école": "Pack logiciel",
  "Serveur standard / école": "Serveur std",
  "Poste client standard": "PC standard",
  "Serveur spécifique": "Serveur spé",
  "Poste spécifique": "Poste spé",
  "Logiciel spécifique": "Logiciel spé",
  "Imprimante jet encre": "Imprimante jet d'encre",
  "Pièces détachées": "Pièce détachée",
};

const labelHabits = [
  labelled("short", (label) => short[label] ?? label),
  labelled("upper", (label) => label.toUpperCase()),
  labelled("plural", (label) =>
    label
      .replace("Poste client standard", "Postes clients standards")
      .replace("Logiciel spécifique", "Logiciels spécifiques"),
  ),
  labelled("brand", (label) => `${label} HP`, mayRefuse, ["long", "register", "glpi-fr"]),
  labelled("unclear", (label) => (label === "Poste client standard" ? "Poste" : label), mayRefuse, [
    "long",
    "register",
  ]),
];

export const natureHabits: readonly Habit[] = [...spelled, ...titleRows, unknown, missing, ...labelHabits];
