import { at, dataRows, type Drawing, type Standing } from "../../model";
import { mayRefuse, mustAsk, read, type Habit, type Tag } from "../habit";
import { near, secondColumn, spots, type Second } from "./beside";

/** Words of a heading, {N}, {N-1} and {N+1} standing for years. */
export const dated = (word: string, { truth: { campaign } }: Drawing): string =>
  word
    .replaceAll("{N}", String(campaign))
    .replaceAll("{N-1}", String(campaign - 1))
    .replaceAll("{N-2}", String(campaign - 2))
    .replaceAll("{N+1}", String(campaign + 1));

/** A second heading beside what is in service, in every layout that has headings. */
const beside = (
  name: string,
  must: Tag,
  is: Standing,
  words: readonly string[],
  value: Second["value"] = (number, _row, dice) => near(number, dice),
): Habit =>
  must({
    name: `second-heading-${name}`,
    class: "C3-C4",
    aspect: "flows",
    stage: 2,
    fits: (drawing) => spots(drawing, is).length > 0,
    draw(drawing, dice) {
      const word = dated(dice.one(words), drawing);
      for (const spot of spots(drawing, is, dice.of("shape"))) secondColumn(spot, { word, is, value }, dice);
    },
  });

const few: Second["value"] = (_number, { pupils, prestation }, dice) =>
  pupils !== true && prestation !== "PACK" && dice.chance(0.4)
    ? dice.whole(1, prestation === "SERVEUR_STD" ? 1 : 5)
    : null;
const some: Second["value"] = (number, { pupils }, dice) =>
  pupils !== true && number > 1 && dice.chance(0.6) ? dice.whole(1, number) : null;

const headings = [
  beside("year-before", read, "other-year", ["Rappel {N-1}", "N-1", "Rappel N-1", "Pour rappel {N-1}", "Année {N-1}"]),
  beside("forecast", read, "out", ["Prévu {N+1}", "Prévus {N+1}", "Prévu", "Prévus"]),
  beside(
    "withdrawn",
    read,
    "out",
    ["HS", "Hors service", "Réformés", "Réformés {N}", "Retirés", "Sortis", "Repris", "Sorties {N}"],
    few,
  ),
  beside("in-stock", read, "out", ["En stock"], few),
  beside("to-order", read, "out", ["À commander"], few),
  beside("part", read, "part", ["dont direction", "dont portables", "dont salle informatique", "dont en panne"], some),
  beside("target", mustAsk, "beside", ["Théorique", "Max", "Maximum", "Capacité", "Besoin", "Besoins", "Cible"]),
  beside("allocation", mustAsk, "beside", ["Dotation théorique", "Dotation", "Objectif", "Seuil", "Plan d'équipement"]),
  beside("set-aside", mustAsk, "out", ["En réserve", "Réserve", "Magasin", "Atelier", "Dépôt", "De rechange"], few),
  beside("bare-year", mayRefuse, "other-year", ["{N-1}", "Nov. {N-1}", "Au 01/11/{N-1}"]),
];

/** Last year's number, and the difference with this year's. */
const difference = (name: string, must: Tag, words: readonly string[]): Habit =>
  must({
    name: `second-heading-${name}`,
    class: "C3",
    aspect: "flows",
    stage: 2,
    fits: (drawing) => spots(drawing, "other-year").length > 0,
    draw(drawing, dice) {
      const word = dated(dice.one(words), drawing);
      const rappel = dated(dice.one(["Rappel {N-1}", "N-1"]), drawing);
      for (const spot of spots(drawing, "other-year", dice.of("shape"))) {
        const { table, column } = spot;
        const before = secondColumn(
          spot,
          { word: rappel, is: "other-year", value: (number) => near(number, dice) },
          dice.of("rappel"),
        );
        const made = secondColumn(spot, { word, is: "beside", value: () => null }, dice, before);
        for (const row of dataRows(table)) {
          const numbers = [column, before].map((one) => Number(at(table, row, one).value ?? 0));
          at(table, row, made).value = numbers[0] === 0 && numbers[1] === 0 ? null : numbers[0]! - numbers[1]!;
        }
      }
    },
  });

const differences = [
  difference("gap", read, ["Écart", "Écart {N}/{N-1}", "Écarts"]),
  difference("change", mayRefuse, ["Différence", "Évolution", "Variation", "+/-", "Delta"]),
];

export const secondColumnHabits: readonly Habit[] = [...headings, ...differences];
