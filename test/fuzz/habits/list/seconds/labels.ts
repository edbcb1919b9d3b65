import { labels } from "../../draw/parts";
import { at, cell, columnOf, dataRows, equipmentOf, type Row, type Standing, type Table } from "../../model";
import { mayRefuse, mustAsk, read, type Habit, type Tag } from "../habit";
import { isOn } from "../tools";
import { itemRowsOf, near, secondRow, type Second } from "./beside";
import { dated } from "./columns";

/** What a row calls its item: {L} in the words of a second one. */
function labelOf(table: Table, row: Row): string {
  return String(at(table, row, columnOf(table, "label")!).value);
}

const lists = isOn("long", "long-pairs", "tabs", "across-pairs", "stacked-forms", "form-tabs", "label-forms");

/** A second row of an item right below its row. */
const second = (
  name: string,
  must: Tag,
  of: "POSTE_STD" | "pupils",
  is: Standing,
  words: readonly string[],
  value: Second["value"] = (number, _row, dice) => near(number, dice),
): Habit =>
  must({
    name: `second-label-${name}`,
    class: "C5",
    aspect: "labels",
    stage: 3,
    fits: (drawing) => lists(drawing) && itemRowsOf(drawing, of).length > 0,
    draw(drawing, dice) {
      const word = dated(dice.one(words), drawing);
      for (const [table, row] of itemRowsOf(drawing, of))
        secondRow(table, row, word.replaceAll("{L}", labelOf(table, row)), { is, value }, dice);
    },
  });

const few: Second["value"] = (number, _row, dice) => (number > 0 ? dice.whole(1, 4) : null);

const rows = [
  second("year-before", read, "POSTE_STD", "other-year", [
    "{L} {N-1}",
    "{L} ({N-1})",
    "{L} – rappel {N-1}",
    "{L} N-1",
    "Rappel {N-1} : {L}",
  ]),
  second("pupils-of-the-year-before", read, "pupils", "other-year", ["Élèves {N-1}", "Effectif {N-1}", "Effectif N-1"]),
  second("forecast", read, "POSTE_STD", "out", ["{L} prévus {N+1}", "{L} (prévu {N+1})"]),
  second(
    "out",
    read,
    "POSTE_STD",
    "out",
    ["{L} HS", "{L} en stock", "{L} réformés", "{L} à commander", "{L} (HS)"],
    few,
  ),
  second("part", mayRefuse, "POSTE_STD", "part", ["dont direction", "dont portables", "dont salle informatique"], few),
  second("target", mustAsk, "POSTE_STD", "beside", [
    "{L} (théorique)",
    "{L} max",
    "{L} – besoin",
    "{L} – dotation cible",
  ]),
];

/** On forms, the pupils of the year before stand on a line of their own, under or over the campaign's. */
const formPupils = read({
  name: "second-label-pupils-on-forms",
  class: "C5",
  aspect: "headcounts",
  stage: 5,
  fits: isOn("stacked-forms", "form-tabs", "label-forms"),
  draw(drawing, dice) {
    const word = dated(dice.one(["Effectif {N-1}", "Effectif N-1", "Rappel effectif {N-1}", "Élèves {N-1}"]), drawing);
    const offset = dice.whole(0, 1);
    for (const { tables } of drawing.sheets)
      for (const { above } of tables) {
        const index = above.findIndex(([label]) => /Effectif|Nombre d'élèves/.test(String(label?.value)));
        const pupils = Number(above[index]![1]!.value);
        above.splice(index + offset, 0, [cell(word), { ...cell(pupils + dice.whole(1, 9)), is: "other-year" }]);
      }
  },
});

/** The workstations of a school under two labels of one meaning, no nature written: two batches, or the same counted again. */
const twoNames = (name: string, isAgain: boolean): Habit =>
  mustAsk({
    name: `second-label-same-prestation-${name}`,
    class: "C5",
    aspect: "labels",
    stage: 3,
    fits: (drawing) =>
      isOn("long-pairs", "tabs", "stacked-forms", "form-tabs", "label-forms")(drawing) &&
      itemRowsOf(drawing, "POSTE_STD").length > 0,
    draw(drawing, dice) {
      const other = dice.one(["PC standard", "Ordinateurs", "Unités centrales", "UC standard", "Postes élèves"]);
      for (const [table, row] of itemRowsOf(drawing, "POSTE_STD")) {
        if (isAgain) {
          secondRow(table, row, other, { is: "again", value: (number, _row, own) => near(number, own) }, dice);
          continue;
        }
        const made = secondRow(table, row, other, { is: "again", value: () => null }, dice);
        delete made.is;
        table.columns.forEach((column, index) => {
          const number = Number(row.cells[index]!.value ?? 0);
          if (column.role !== "quantity" || number < 2) return;
          const part = dice.whole(1, number - 1);
          made.cells[index] = cell(part);
          row.cells[index] = cell(number - part);
        });
      }
    },
  });

/** A label of what has no tariff beside one that leaves it out. */
const withoutTablets = read({
  name: "second-label-without-tablets",
  class: "C1",
  aspect: "labels",
  stage: 3,
  fits: (drawing) => isOn("long", "long-pairs", "tabs", "stacked-forms", "form-tabs")(drawing),
  draw(drawing, dice) {
    const [own, other] = dice.one([
      ["Ordinateurs (hors tablettes)", "Tablettes"],
      ["Poste client standard (hors TBI)", "TBI"],
      ["PC standard hors tablettes", "Tablettes"],
      ["Poste client standard (hors vidéoprojecteur)", "Vidéoprojecteur"],
    ] as const);
    for (const [table, row] of itemRowsOf(drawing, "POSTE_STD")) {
      const made = secondRow(table, row, other, { is: "beside", value: (_n, _r, own_) => own_.whole(1, 6) }, dice);
      delete made.prestation;
    }
    for (const table of equipmentOf(drawing))
      for (const row of dataRows(table)) {
        const one = at(table, row, columnOf(table, "label")!);
        if (one.value === labels.POSTE_STD) one.value = own;
      }
  },
});

export const secondLabelHabits: readonly Habit[] = [
  ...rows,
  formPupils,
  twoNames("in-batches", false),
  twoNames("again", true),
  withoutTablets,
];
