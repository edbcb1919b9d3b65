import { schoolTable, communeColumn, headcountColumn, schoolColumn } from "../../draw/parts";
import {
  cell,
  columnOf,
  insertColumn,
  table as makeTable,
  tablesOf,
  type Column,
  type Drawing,
  type Row,
  type Standing,
  type Table,
} from "../../model";
import type { Dice } from "../../dice";
import { mayRefuse, read, type Habit } from "../habit";
import { headcounts, isForm } from "../tools";
import { dated } from "./columns";

/** Tables of one school a row, down or across, that show its pupils. */
const withPupils = (drawing: Drawing): Table[] =>
  tablesOf(drawing).filter(
    (table) => table.rowIs === "school" && !isForm(table) && columnOf(table, "headcount") !== undefined,
  );

/** A second number of pupils, or of people, beside the pupils. */
const second = (
  name: string,
  must: (habit: Omit<Habit, "must">) => Habit,
  is: Standing,
  words: readonly string[],
  value: (pupils: number, dice: Dice) => number | null = (pupils, dice) => Math.max(1, pupils + dice.whole(-9, 9)),
): Habit =>
  must({
    name: `second-headcount-${name}`,
    class: "C5-C17",
    aspect: "headcounts",
    stage: 1,
    fits: (drawing) => withPupils(drawing).length > 0 && drawing.layout !== "pivot",
    draw(drawing, dice) {
      const word = dated(dice.one(words), drawing);
      const isBefore = dice.chance(0.4);
      for (const table of withPupils(drawing)) {
        const own = columnOf(table, "headcount")!;
        const headers = [...own.headers.slice(0, -1), word];
        const index = table.columns.indexOf(own) + (isBefore ? 0 : 1);
        insertColumn(table, index, { role: "other", headers, is }, ({ school }) => cell(value(school!.pupils, dice)));
      }
    },
  });

const staff = (pupils: number): number => Math.ceil(pupils / 21);

const beside = [
  second("year-before", read, "other-year", [
    "Effectif {N-1}",
    "Effectif N-1",
    "Rappel effectif {N-1}",
    "Élèves {N-1}",
    "Rappel {N-1}",
  ]),
  second("of-january", mayRefuse, "again", ["Effectif janvier {N}", "Effectif juin {N}", "Effectif au 15/01/{N}"]),
  second("forecast", read, "out", ["Effectif prévu {N+1}", "Effectif prévu rentrée {N+1}", "Prévision effectif {N+1}"]),
  second("capacity", mayRefuse, "beside", [
    "Capacité d'accueil",
    "Effectif maximum",
    "Effectif théorique",
    "Places",
    "Seuil",
  ]),
  second("staff", read, "beside", ["Enseignants", "Nb enseignants", "Nombre d'enseignants"], staff),
];

/** « Effectifs » over the pupils, the teachers, and their total: the pupils alone are due. */
const withTeachers = mayRefuse({
  name: "second-headcount-pupils-teachers-total",
  class: "C5",
  aspect: "headcounts",
  stage: 1,
  fits: ({ layout }) => ["wide", "blocks", "commune-tabs", "two-sheets"].includes(layout),
  draw(drawing, dice) {
    const [above, adults] = dice.one([
      ["Effectifs", "Enseignants"],
      ["Effectif de l'école", "Personnel"],
      ["Effectifs", "Adultes"],
    ] as const);
    for (const table of withPupils(drawing)) {
      for (const column of table.columns) column.headers.unshift("");
      const own = columnOf(table, "headcount")!;
      own.headers = [above, "Élèves"];
      const index = table.columns.indexOf(own) + 1;
      insertColumn(table, index, { role: "other", headers: [above, adults], is: "beside" }, ({ school }) =>
        cell(staff(school!.pupils)),
      );
      insertColumn(table, index + 1, { role: "other", headers: [above, "Total"], is: "total" }, ({ school }) =>
        cell(school!.pupils + staff(school!.pupils)),
      );
    }
  },
});

/** A sheet of headcounts drawn anew. */
const redrawn = (name: string, className: string, draw: (drawing: Drawing, dice: Dice) => Table, must = read): Habit =>
  must({
    name: `second-headcount-${name}`,
    class: className,
    aspect: "headcounts",
    stage: 1,
    fits: (drawing) => headcounts(drawing) !== null && drawing.layout !== "side-by-side",
    draw(drawing, dice) {
      const now = headcounts(drawing)!;
      const { tables } = drawing.sheets.find((sheet) => sheet.tables.includes(now))!;
      tables[tables.indexOf(now)] = draw(drawing, dice);
    },
  });

/** Levels in columns, and their sum under a word that is no word of a total. */
const globalColumn = redrawn("global-column", "C17", ({ truth: { schools } }, dice) => {
  const levels = [...new Set(schools.flatMap((school) => Object.keys(school.levels)))];
  const made = schoolTable("headcounts", schools, [
    communeColumn(),
    schoolColumn(),
    headcountColumn(dice.one(["Global", "Effectif global", "Ensemble", "Tous niveaux"])),
  ]);
  const where = dice.chance(0.5) ? 2 : 3;
  levels.forEach((level, index) =>
    insertColumn(made, where + index, { role: "other", headers: [level], is: "part" }, ({ school }) =>
      cell(school!.levels[level] ?? null),
    ),
  );
  return made;
});

/** A row for each level or class, one of them under a name that says something else elsewhere. */
function byRows(
  drawing: Drawing,
  header: string,
  extra: (row: (word: string, count: number, is?: Standing) => Row, pupils: number) => Row[],
  odd: string | null,
): Table {
  const columns: Column[] = [
    communeColumn(),
    schoolColumn(),
    { role: "other", headers: [header] },
    headcountColumn("Effectif"),
  ];
  const rows = drawing.truth.schools.flatMap((school) => {
    const row = (word: string, count: number, is?: Standing): Row => ({
      kind: "data",
      school,
      level: word,
      ...(is !== undefined && { is }),
      cells: [cell(school.commune[1]), cell(school.name), cell(word), cell(count)],
    });
    const levels = Object.entries(school.levels);
    const named = levels.map(([level, count], index) =>
      row(index === levels.length - 1 && odd !== null ? odd : level, count),
    );
    return [...named, ...extra(row, school.pupils)];
  });
  return makeTable("headcounts", "level", columns, rows);
}

const globalRow = redrawn("global-row", "C17", (drawing, dice) => {
  const word = dice.one(["Global", "Ensemble", "Tous niveaux", "École entière"]);
  return byRows(drawing, "Niveau", (row, pupils) => [row(word, pupils, "total")], null);
});

const oddClass = redrawn("class-of-an-odd-name", "C13", (drawing, dice) => {
  const word = dice.one([
    "ULIS",
    "Besoins spécifiques (ULIS)",
    "UPE2A",
    "Classe de Mme Total",
    "Classe de M. Neuf",
    "Classe transplantée",
  ]);
  return byRows(drawing, "Classe", () => [], word);
});

/** Pupils of the same school told twice on the sheet, last year's first. */
const yearColumn = redrawn(
  "of-two-years-by-rows",
  "C5",
  (drawing, dice) => {
    const { campaign, schools } = drawing.truth;
    const header = dice.one(["Rentrée", "Année scolaire", "Campagne"]);
    const columns = [
      communeColumn(),
      schoolColumn(),
      { role: "other", headers: [header] } as Column,
      headcountColumn("Effectif"),
    ];
    const said = (year: number): string | number =>
      header === "Rentrée" || header === "Campagne" ? year : `${year}-${year + 1}`;
    const rows = [campaign - 1, campaign].flatMap((year) =>
      schools.map((school): Row => ({
        kind: "data",
        school,
        ...(year !== campaign && { is: "other-year" as const }),
        cells: [
          cell(school.commune[1]),
          cell(school.name),
          cell(said(year)),
          cell(year === campaign ? school.pupils : school.pupils + dice.whole(1, 8)),
        ],
      })),
    );
    return makeTable("headcounts", "school", columns, rows);
  },
  mayRefuse,
);

export const secondHeadcountHabits: readonly Habit[] = [
  ...beside,
  withTeachers,
  globalColumn,
  globalRow,
  oddClass,
  yearColumn,
];
