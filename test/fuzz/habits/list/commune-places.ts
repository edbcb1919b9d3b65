import {
  at,
  cell,
  columnOf,
  dataRows,
  dropColumn,
  equipmentOf,
  insertColumn,
  tablesOf,
  type Drawing,
  type Table,
} from "../model";
import { mayRefuse, read, type Habit } from "./habit";
import { blocksOf, headcounts, isForm, isOn } from "./tools";

/** Tables that name their communes in a column, from top to bottom. */
export const columned = (drawing: Drawing): Table[] =>
  tablesOf(drawing).filter(
    (table) => columnOf(table, "commune") !== undefined && table.across !== true && !isForm(table),
  );

const merged = read({
  name: "commune-merged",
  class: "shape",
  aspect: "commune-place",
  stage: 3,
  fits: (drawing) =>
    !/glpi|pivot/.test(drawing.layout) &&
    columned(drawing).some((table) => blocksOf(table).some(({ length }) => length > 1)),
  draw(drawing) {
    for (const table of columned(drawing)) columnOf(table, "commune")!.down = "merged";
  },
});

const mergedAcross = read({
  name: "commune-merged-across",
  class: "shape",
  aspect: "commune-place",
  stage: 3,
  fits: (drawing) =>
    isOn("across", "across-named")(drawing) &&
    equipmentOf(drawing).some((table) => blocksOf(table).some(({ length }) => length > 1)),
  draw(drawing) {
    for (const table of equipmentOf(drawing)) columnOf(table, "commune")!.down = "merged";
  },
});

const canBeBlank = (drawing: Drawing): Table[] =>
  columned(drawing).filter(
    (table) =>
      ["school", "item"].includes(table.rowIs) && blocksOf(table).filter(({ length }) => length > 1).length >= 2,
  );

const blankBelow = read({
  name: "commune-blank-below",
  class: "shape",
  aspect: "commune-place",
  stage: 3,
  fits: (drawing) => drawing.layout !== "pivot" && canBeBlank(drawing).length > 0,
  draw(drawing) {
    for (const table of canBeBlank(drawing)) columnOf(table, "commune")!.down = "blank";
  },
});

const oneCell = read({
  name: "commune-and-school-in-one-cell",
  class: "refused",
  aspect: "commune-place",
  stage: 2,
  fits: (drawing) =>
    drawing.truth.schools.every(({ name, commune }) => name !== commune[1]) &&
    !/pivot/.test(drawing.layout) &&
    columned(drawing).some(({ rowIs, kind }) => kind !== "headcounts" && ["school", "item"].includes(rowIs)),
  draw(drawing, dice) {
    const dash = dice.one([" – ", " - ", " — "]);
    const header = dice.one(["École", "Commune – École", "Écoles"]);
    for (const table of columned(drawing)) {
      if (!["school", "item"].includes(table.rowIs)) continue;
      const commune = columnOf(table, "commune")!;
      const school = columnOf(table, "school")!;
      school.headers = school.headers.with(-1, header);
      for (const row of dataRows(table)) {
        const one = at(table, row, school);
        one.value = `${at(table, row, commune).value}${dash}${one.value}`;
      }
      dropColumn(table, commune);
    }
  },
});

const sections = read({
  name: "section-rows",
  class: "harmless",
  aspect: "rows",
  stage: 3,
  fits: (drawing) =>
    !/pivot|register|glpi/.test(drawing.layout) &&
    columned(drawing).some(({ kind, rowIs }) => kind !== "headcounts" && rowIs === "school"),
  draw(drawing, dice) {
    for (const table of columned(drawing).filter(({ kind, rowIs }) => kind !== "headcounts" && rowIs === "school")) {
      const starts = blocksOf(table).map(([first]) => first!);
      const words = dice.one([
        ["Secteur Nord", "Secteur Sud"],
        ["Secteur 1", "Secteur 2"],
      ]);
      [starts[0]!, starts[Math.ceil(starts.length / 2)] ?? starts[0]!].forEach((start, index) => {
        if (index === 1 && start === starts[0]) return;
        const cells = table.columns.map((_, column) => cell(column === 0 ? words[index]! : null));
        table.rows.splice(table.rows.indexOf(start), 0, { kind: "title", cells });
      });
    }
  },
});

const codes: readonly [string, readonly string[], (insee: string) => string | number][] = [
  ["insee", ["Code INSEE", "INSEE", "Insee com."], (insee) => insee],
  ["insee-number", ["Code INSEE", "INSEE"], Number],
  ["siren", ["SIREN", "N° SIREN"], (insee) => Number(`21${insee.slice(0, 2)}0${insee.slice(2)}4`)],
  ["postal", ["Code postal"], (insee) => 25000 + Number(insee.slice(2)) * 10],
];
const codeColumns = codes.map(([name, headers, of]) =>
  read({
    name: `column-${name}`,
    class: "harmless",
    aspect: "insee",
    stage: 2,
    fits: (drawing) => !/pivot/.test(drawing.layout) && columned(drawing).some(({ kind }) => kind !== "headcounts"),
    draw(drawing, dice) {
      const header = dice.one(headers);
      for (const table of columned(drawing).filter(({ kind }) => kind !== "headcounts"))
        insertColumn(
          table,
          table.columns.indexOf(columnOf(table, "commune")!),
          { role: "other", headers: [header] },
          ({ school }) => cell(of(school!.commune[0])),
        );
    },
  }),
);

const inseeWrong = mayRefuse({
  name: "insee-of-another-commune",
  class: "accident",
  aspect: "insee",
  stage: 2,
  fits: (drawing) => columned(drawing).some(({ kind }) => kind !== "headcounts") && !/pivot/.test(drawing.layout),
  draw(drawing, dice) {
    const odd = dice.one(drawing.truth.schools).commune[0];
    for (const table of columned(drawing).filter(({ kind }) => kind !== "headcounts"))
      insertColumn(table, 0, { role: "other", headers: ["Code INSEE"] }, ({ school }) =>
        cell(school!.commune[0] === odd ? "25388" : school!.commune[0]),
      );
  },
});

const missing = mayRefuse({
  name: "commune-missing-once",
  class: "accident",
  aspect: "commune-place",
  stage: 3,
  fits: (drawing) =>
    columned(drawing).some(({ kind }) => kind !== "headcounts") &&
    headcounts(drawing) !== null &&
    !/glpi|pivot/.test(drawing.layout),
  draw(drawing, dice) {
    const table = columned(drawing).find(({ kind }) => kind !== "headcounts")!;
    at(table, dice.one(dataRows(table)), columnOf(table, "commune")!).value = null;
  },
});

export const communePlaceHabits: readonly Habit[] = [
  merged,
  mergedAcross,
  blankBelow,
  oneCell,
  sections,
  ...codeColumns,
  inseeWrong,
  missing,
];
