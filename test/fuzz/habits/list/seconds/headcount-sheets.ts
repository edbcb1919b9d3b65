import { communeColumn, headcountColumn, schoolColumn, schoolTable } from "../../draw/parts";
import {
  cell,
  dataRows,
  insertColumn,
  table as makeTable,
  type Column,
  type Drawing,
  type Row,
  type Standing,
  type Table,
} from "../../model";
import type { Dice } from "../../dice";
import { mayRefuse, mustAsk, read, type Habit } from "../habit";
import { headcounts, isOn } from "../tools";

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

/** The pupils told twice, as rows of the portal and on the sheet of headcounts: one of the two is right. */
const portal = (name: string, isSheetRight: boolean): Habit =>
  mustAsk({
    name: `portal-rows-beside-headcounts-${name}`,
    class: "C17",
    aspect: "headcounts",
    stage: 2,
    fits: isOn("long", "long-pairs"),
    draw(drawing, dice) {
      const [lines, pupils] = [drawing.sheets[0]!.tables[0]!, drawing.sheets.at(-1)!.tables[0]!];
      const off = new Map(drawing.truth.schools.map((school) => [school, school.pupils + dice.whole(1, 6)] as const));
      if (!isSheetRight) {
        pupils.is = "again";
        for (const row of dataRows(pupils))
          row.cells[pupils.columns.findIndex(({ role }) => role === "headcount")] = cell(off.get(row.school!)!);
      }
      for (const school of drawing.truth.schools) {
        const index = lines.rows.findIndex((row) => row.school === school);
        const number = isSheetRight ? off.get(school)! : school.pupils;
        lines.rows.splice(index, 0, portalRow(lines, lines.rows[index]!, number, isSheetRight));
      }
    },
  });

function portalRow(table: Table, model: Row, pupils: number, isAgain: boolean): Row {
  const cells = table.columns.map((column, index) => {
    if (column.role === "label") return cell("Accès Portail éducatif/enfant");
    if (column.role === "nature") return cell("Maintenance");
    if (column.role !== "quantity") return { ...model.cells[index]! };
    return cell(column.nature === "installation" ? null : pupils);
  });
  const row: Row = { kind: "data", school: model.school!, pupils: true, cells };
  return isAgain ? { ...row, is: "again" } : row;
}

export const headcountSheetHabits: readonly Habit[] = [
  globalColumn,
  globalRow,
  oddClass,
  yearColumn,
  portal("the-sheet-is-right", true),
  portal("the-rows-are-right", false),
];
