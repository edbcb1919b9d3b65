import { cell, columnOf, insertColumn, tablesOf } from "../model";
import { mayRefuse, read, type Habit } from "./habit";
import { parts } from "./headcounts";
import { headcountCells, isForm, isOn } from "./tools";

const inTheTable = read({
  name: "pupils-by-part-in-the-table",
  class: "S7",
  aspect: "headcounts",
  stage: 1,
  fits: isOn("wide", "commune-titles"),
  draw(drawing) {
    for (const one of tablesOf(drawing, "inventory")) {
      const total = columnOf(one, "headcount")!;
      parts.forEach(([header, of]) =>
        insertColumn(one, one.columns.indexOf(total), { role: "other", headers: [header], is: "part" }, ({ school }) =>
          cell(of(school!)),
        ),
      );
      total.headers = total.headers.with(-1, "Total élèves");
    }
  },
});

const asText = read({
  name: "pupils-with-their-unit",
  class: "harmless",
  aspect: "zeros",
  stage: 4,
  fits: (drawing) =>
    headcountCells(drawing).some(({ value }) => typeof value === "number") &&
    tablesOf(drawing).every((one) => !isForm(one)),
  draw(drawing, dice) {
    for (const one of headcountCells(drawing))
      if (typeof one.value === "number" && dice.chance(0.4)) one.value = `${one.value} élèves`;
  },
});

const thousand = read({
  name: "pupils-by-the-thousand",
  class: "harmless",
  aspect: "zeros",
  stage: 4,
  prepare({ schools }) {
    const [school] = schools;
    const level = Object.keys(school!.levels)[0]!;
    school!.levels[level]! += 1000;
    school!.pupils += 1000;
  },
  fits: (drawing) => headcountCells(drawing).some(({ value }) => Number(value) >= 1000),
  draw(drawing, dice) {
    const space = dice.one([" ", "\u00a0", "\u202f"]);
    for (const one of headcountCells(drawing))
      if (Number(one.value) >= 1000) one.value = String(one.value).replace(/(\d{3})$/, `${space}$1`);
  },
});

const blank = mayRefuse({
  name: "pupils-missing-once",
  class: "accident",
  aspect: "zeros",
  stage: 4,
  fits: (drawing) => headcountCells(drawing).length > 0,
  draw(drawing, dice) {
    dice.one(headcountCells(drawing)).value = null;
  },
});

export const pupilHabits: readonly Habit[] = [inTheTable, asText, thousand, blank];
