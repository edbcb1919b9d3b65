import { schoolTable, sheet, communeColumn, schoolColumn, lines, headcountColumn } from "../draw/parts";
import { snapshotOf } from "../draw/registers";
import {
  cell,
  dataRows,
  table,
  tablesOf,
  insertColumn,
  type Cell,
  type Column,
  type Drawing,
  type Row,
  type Sheet,
  type Standing,
  type Table,
} from "../model";
import { elementary, kindergarten, type School } from "../truth";
import type { Dice } from "../dice";
import { read, type Habit } from "./habit";
import { headcounts } from "./tools";

/** A way to keep the pupils, where they stand on their own. */
const kept = (
  name: string,
  className: string,
  draw: (drawing: Drawing, now: Table, dice: Dice) => void,
  must = read,
): Habit =>
  must({
    name: `pupils-${name}`,
    class: className,
    aspect: "headcounts",
    stage: 1,
    fits: (drawing) => headcounts(drawing) !== null && drawing.layout !== "side-by-side",
    draw: (drawing, dice) => draw(drawing, headcounts(drawing)!, dice),
  });

const sheetOf = (drawing: Drawing, one: Table): Sheet => drawing.sheets.find(({ tables }) => tables.includes(one))!;

function replace(drawing: Drawing, old: Table, next: Table): void {
  const { tables } = sheetOf(drawing, old);
  tables[tables.indexOf(old)] = next;
}

/** A table of one row a school, a column for each of these: counted, but where it says what else it is. */
function byColumns(
  schools: readonly School[],
  columns: readonly (readonly [header: string, of: (school: School) => number | null, is?: Standing])[],
  total?: string,
): Table {
  const made = schoolTable("headcounts", schools, [
    communeColumn(),
    schoolColumn(),
    ...(total === undefined ? [] : [headcountColumn(total)]),
  ]);
  columns.forEach(([header, of, is], index) => {
    const standing = total === undefined ? (is ?? "due") : "part";
    const column: Column = { role: "other", headers: [header] };
    if (standing === "due") column.counts = true;
    else column.is = standing;
    insertColumn(made, 2 + index, column, ({ school }) => cell(of(school!)));
  });
  return made;
}

const allLevels = [...kindergarten, ...elementary];
const levelColumns = allLevels.map((level) => [level, (school: School) => school.levels[level] ?? null] as const);
const sum = (school: School, levels: readonly string[]): number =>
  levels.reduce((total, level) => total + (school.levels[level] ?? 0), 0);
const orNull = (count: number): number | null => (count === 0 ? null : count);
export const parts = [
  ["Maternelle", (school: School) => orNull(sum(school, kindergarten))],
  ["Élémentaire", (school: School) => orNull(sum(school, elementary))],
] as const;

const inColumns = [
  kept("by-level-and-total", "S7", (drawing, now) =>
    replace(drawing, now, byColumns(drawing.truth.schools, levelColumns, "Total")),
  ),
  kept("by-level", "S7", (drawing, now) => replace(drawing, now, byColumns(drawing.truth.schools, levelColumns))),
  kept("by-part-and-total", "S7", (drawing, now) =>
    replace(drawing, now, byColumns(drawing.truth.schools, parts, "Total élèves")),
  ),
  kept("by-part", "S7", (drawing, now) => replace(drawing, now, byColumns(drawing.truth.schools, parts))),
  kept("by-autumn", "refused", (drawing, now, dice) =>
    replace(
      drawing,
      now,
      ofYears(drawing, dice, (year) => `Rentrée ${year}`),
    ),
  ),
  kept("by-school-year", "refused", (drawing, now, dice) =>
    replace(
      drawing,
      now,
      ofYears(drawing, dice, (year) => `${year}-${year + 1}`),
    ),
  ),
  kept("by-year", "refused", (drawing, now, dice) =>
    replace(
      drawing,
      now,
      ofYears(drawing, dice, (year) => `Effectif ${year}`),
    ),
  ),
  kept("at-dates", "refused", (drawing, now, dice) => {
    const { campaign, schools } = drawing.truth;
    const near = (school: School): number => school.pupils + dice.whole(-3, 4);
    replace(
      drawing,
      now,
      byColumns(schools, [
        [`Effectif au 15/09/${campaign}`, near, "again"],
        [`Effectif au 01/11/${campaign}`, ({ pupils }) => pupils],
      ]),
    );
  }),
  kept("at-a-later-date", "refused", (drawing, now, dice) => {
    const { campaign, schools } = drawing.truth;
    const near = (school: School): number => school.pupils + dice.whole(-3, 4);
    replace(
      drawing,
      now,
      byColumns(schools, [
        [`Effectif au 01/11/${campaign}`, ({ pupils }) => pupils],
        [`Effectif au 05/01/${campaign + 1}`, near, "again"],
      ]),
    );
  }),
];

function ofYears({ truth: { campaign, schools } }: Drawing, dice: Dice, header: (year: number) => string): Table {
  return byColumns(
    schools,
    [campaign - 2, campaign - 1, campaign].map((year) =>
      year === campaign
        ? ([header(year), ({ pupils }: School) => pupils] as const)
        : ([header(year), ({ pupils }: School) => pupils + dice.whole(-9, 9), "other-year"] as const),
    ),
  );
}

/** A row for each level or class of a school, its total after them or not. */
function byRows(
  schools: readonly School[],
  header: string,
  wordsOf: (school: School) => readonly (readonly [string, number])[],
  total: string | null,
): Table {
  const columns: Column[] = [
    communeColumn(),
    schoolColumn(),
    { role: "other", headers: [header] },
    headcountColumn("Effectif"),
  ];
  const rows = schools.flatMap((school): Row[] => {
    const row = (kind: Row["kind"], word: string, count: number): Row => ({
      kind,
      school,
      level: word,
      cells: [cell(school.commune[1]), cell(school.name), cell(word), cell(count)],
    });
    return [
      ...wordsOf(school).map(([word, count]) => row("data", word, count)),
      ...(total === null ? [] : [row("total", total, school.pupils)]),
    ];
  });
  return table("headcounts", "level", columns, rows);
}

const levelsOf = (school: School) => Object.entries(school.levels);
const classesOf = (school: School) =>
  levelsOf(school).map(([level, count], index) => [`Classe ${index + 1} (${level})`, count] as const);

const inRows = [
  kept("rows-by-level-and-total", "S7", (drawing, now) =>
    replace(drawing, now, byRows(drawing.truth.schools, "Niveau", levelsOf, "Total")),
  ),
  kept("rows-by-level", "S7", (drawing, now) =>
    replace(drawing, now, byRows(drawing.truth.schools, "Niveau", levelsOf, null)),
  ),
  kept("rows-by-class", "S7", (drawing, now) =>
    replace(drawing, now, byRows(drawing.truth.schools, "Classe", classesOf, null)),
  ),
];

const twoSheets = kept("on-two-sheets", "refused", (drawing, now) => {
  const named = ({ truth: { schools } }: Drawing, levels: readonly string[]): Table => {
    const some = schools.filter((school) => sum(school, levels) > 0);
    const made = schoolTable("headcounts", some, [communeColumn(), schoolColumn(), headcountColumn("Effectif")]);
    for (const row of dataRows(made)) row.cells[2] = cell(sum(row.school!, levels));
    return made;
  };
  const made = [
    sheet("Effectifs maternelle", named(drawing, kindergarten)),
    sheet("Effectifs élémentaire", named(drawing, elementary)),
  ];
  drawing.sheets.splice(
    drawing.sheets.indexOf(sheetOf(drawing, now)),
    1,
    ...made.filter(({ tables }) => tables[0]!.rows.length > 0),
  );
});

const names = ["Martin", "Bernard", "Petit", "Robert", "Durand", "Moreau", "Simon", "Laurent", "Michel", "Garcia"];
const firstNames = ["Léa", "Hugo", "Emma", "Louis", "Chloé", "Jules", "Inès", "Nathan"];

/** A list of pupils by name, some of them gone. */
const list = (name: string, leaving: "none" | "date" | "state"): Habit =>
  kept(name, leaving === "none" ? "harmless" : "S24", (drawing, now, dice) => {
    const snapshot = snapshotOf(drawing.truth.campaign);
    const out: Column = { role: "other", headers: [leaving === "date" ? "Date de radiation" : "Statut"] };
    const columns: Column[] = [
      { role: "other", headers: ["Nom élève"] },
      { role: "other", headers: ["Prénom élève"] },
      { role: "other", headers: ["Niveau"] },
      communeColumn(),
      schoolColumn(),
      ...(leaving === "none" ? [] : [out]),
    ];
    const pupil = (school: School, level: string, isGone: boolean): Row => {
      const gone: Cell =
        leaving === "state"
          ? cell(isGone ? dice.one(["Sorti", "Radié"]) : "Inscrit")
          : isGone
            ? cell(snapshot - dice.whole(1, 50), "dd/mm/yyyy")
            : cell(null);
      const known = [dice.one(names), dice.one(firstNames), level, school.commune[1], school.name].map((value) =>
        cell(value),
      );
      const cells = leaving === "none" ? known : [...known, gone];
      return { kind: "data", school, level, cells, ...(isGone && { is: "out" as const }) };
    };
    const rows = drawing.truth.schools.flatMap((school) => [
      ...levelsOf(school).flatMap(([level, count]) => Array.from({ length: count }, () => pupil(school, level, false))),
      ...(leaving === "none"
        ? []
        : Array.from({ length: dice.whole(1, 3) }, () => pupil(school, levelsOf(school)[0]![0], true))),
    ]);
    replace(drawing, now, table("headcounts", "pupil", columns, rows));
    sheetOf(drawing, headcountsList(drawing)).name = "Liste des élèves";
  });

const headcountsList = (drawing: Drawing): Table =>
  tablesOf(drawing, "headcounts").find(({ rowIs }) => rowIs === "pupil")!;

const titled = kept("dated-by-title", "harmless", (drawing, now, dice) => {
  const { campaign } = drawing.truth;
  now.above = lines(
    dice.one([
      `Effectifs ${campaign}-${campaign + 1}`,
      `Rentrée ${campaign}`,
      `Effectifs scolaires au 01/11/${campaign}`,
    ]),
    "",
  );
});

const otherYear = kept("of-another-year-beside", "S4", (drawing, now, dice) => {
  const { campaign, schools } = drawing.truth;
  sheetOf(drawing, now).name = `Effectifs ${campaign}-${campaign + 1}`;
  const old = schoolTable("headcounts", schools, [communeColumn(), schoolColumn(), headcountColumn()]);
  for (const row of dataRows(old)) row.cells[2] = cell(row.school!.pupils + dice.whole(1, 9));
  old.is = "other-year";
  drawing.sheets.push(sheet(`Effectifs ${campaign - 1}-${campaign}`, old));
});

export const headcountHabits: readonly Habit[] = [
  ...inColumns,
  ...inRows,
  twoSheets,
  list("listed-by-name", "none"),
  list("listed-with-leavings", "date"),
  list("listed-with-states", "state"),
  titled,
  otherYear,
];
