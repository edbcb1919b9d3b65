import { headings } from "../../draw/parts";
import {
  at,
  cell,
  dataRows,
  insertColumn,
  type Column,
  type Drawing,
  type Row,
  type Standing,
  type Table,
} from "../../model";
import { mayRefuse, mustAsk, read, type Habit } from "../habit";
import { isOn, quantityColumnsOf, schoolTables } from "../tools";
import { dated } from "./columns";

type As = (habit: Omit<Habit, "must">) => Habit;

const canShare = isOn("wide", "two-sheets", "blocks", "commune-tabs");

/** Tables of one school a row whose workstations in service can take a heading over several columns. */
const withPosts = (drawing: Drawing): (readonly [Table, Column])[] =>
  canShare(drawing)
    ? schoolTables(drawing).flatMap((table) => {
        const posts = table.columns.find(
          ({ prestation, nature }) => prestation === "POSTE_STD" && nature === "maintenance",
        );
        return posts === undefined ? [] : [[table, posts] as const];
      })
    : [];

/** Makes room for a second level of headings. */
function deepen({ columns }: Table): void {
  for (const column of columns) if (column.headers.length === 1) column.headers.unshift("");
}

function drop(table: Table, column: Column): void {
  const index = table.columns.indexOf(column);
  table.columns.splice(index, 1);
  for (const { cells } of table.rows) cells.splice(index, 1);
}

/** What there was, what came and what left, and what there is: all four, or no more than the first three. */
const movements = (name: string, must: As, words: readonly [string, string, string, string | null][]): Habit =>
  must({
    name: `movements-${name}`,
    class: "C15",
    aspect: "flows",
    stage: 2,
    fits: (drawing) => isOn("wide", "commune-tabs")(drawing) && withPosts(drawing).length > 0,
    draw(drawing, dice) {
      const [before, came, left, now] = dice.one(words).map((word) => (word === null ? null : dated(word, drawing)));
      for (const [table, posts] of withPosts(drawing)) {
        deepen(table);
        const over = headings.POSTE_STD;
        const fresh = table.columns.find(
          ({ prestation, nature }) => prestation === "POSTE_STD" && nature === "installation",
        );
        if (fresh !== undefined) drop(table, fresh);
        const gone = new Map(dataRows(table).map((row) => [row, dice.whole(0, 3)]));
        const arrived = ({ school }: Row): number => school!.installed.POSTE_STD;
        const first = ({ school }: Row, row: Row): number =>
          Math.max(0, school!.service.POSTE_STD - arrived(row) + gone.get(row)!);
        const index = table.columns.indexOf(posts);
        const columns: readonly (readonly [Column, (row: Row) => number])[] = [
          [{ role: "other", headers: [over, before!], is: "other-year" }, (row) => first(row, row)],
          [{ ...(fresh ?? posts), headers: [over, came!] }, arrived],
          [{ role: "other", headers: [over, left!], is: "out" }, (row) => gone.get(row)!],
        ];
        columns.forEach(([column, of], offset) =>
          insertColumn(
            table,
            index + offset,
            fresh === undefined && offset === 1 ? { role: "other", headers: [over, came!], is: "beside" } : column,
            (row) => {
              const number = of(row);
              return cell(number === 0 ? null : number);
            },
          ),
        );
        if (now === null) drop(table, posts);
        else posts.headers = [over, now!];
      }
    },
  });

const moves = [
  movements("in-words", read, [
    ["Parc au 01/11/{N-1}", "Entrées", "Sorties", "Parc au 01/11/{N}"],
    ["Parc au 01/11/{N-1}", "Installés", "Réformés", "En service au 01/11/{N}"],
  ]),
  movements("in-signs", mayRefuse, [
    ["Parc au 01/11/{N-1}", "+", "-", "Parc au 01/11/{N}"],
    ["Parc {N-1}", "+", "Sorties", "Parc {N}"],
    ["Parc N-1", "Mouvements +", "Mouvements -", "Parc N"],
    ["Stock au 01/11/{N-1}", "Installés", "Réformés", "En service au 01/11/{N}"],
  ]),
  movements("without-what-there-is", mustAsk, [
    ["Parc N-1", "Entrées", "Sorties", null],
    ["Parc au 01/11/{N-1}", "Entrées", "Sorties", null],
  ]),
];

/** The workstations of a school in parts, each under its own heading; with their total, or without. */
const parts = (name: string, must: As, words: readonly (readonly [string, string])[], total: string | null): Habit =>
  must({
    name: `parts-${name}`,
    class: "C14",
    aspect: "flows",
    stage: 2,
    fits: (drawing) => withPosts(drawing).length > 0,
    draw(drawing, dice) {
      const pair = dice.one(words);
      const isUnder = dice.chance(0.5);
      for (const [table, posts] of withPosts(drawing)) {
        const own = posts.headers.at(-1)!;
        if (isUnder) deepen(table);
        const headersOf = (word: string): string[] =>
          isUnder ? [own, word] : [...posts.headers.slice(0, -1), `${own} (${word})`];
        const shares = new Map(
          dataRows(table).map((row) => [row, dice.whole(0, Number(at(table, row, posts).value ?? 0))]),
        );
        const index = table.columns.indexOf(posts);
        pair.forEach((word, offset) => {
          const column: Column = { ...posts, headers: headersOf(word) };
          if (total !== null) Object.assign(column, { role: "other", is: "part" satisfies Standing });
          insertColumn(table, index + offset, column, (row) => {
            const [share, all] = [shares.get(row)!, Number(at(table, row, posts).value ?? 0)];
            const number = offset === 0 ? share : all - share;
            return cell(number === 0 ? null : number);
          });
        });
        if (total === null) drop(table, posts);
        else posts.headers = headersOf(total);
      }
    },
  });

const places = [
  ["Bâtiment A", "Bâtiment B"],
  ["Salle 1", "Salle 2"],
  ["Rez-de-chaussée", "Étage"],
  ["Cycle 2", "Cycle 3"],
  ["Classes", "BCD"],
] as const;

/** « Total postes », the standard ones and the others: a sum of what stands beside. */
const sumColumn = read({
  name: "sum-of-two-prestations",
  class: "C17",
  aspect: "totals",
  stage: 2,
  fits: (drawing) => canShare(drawing) && withPosts(drawing).some(([table]) => specials(table) !== undefined),
  draw(drawing, dice) {
    const word = dice.one(["Total postes", "Total PC", "Ensemble des postes", "Total des postes"]);
    for (const [table, posts] of withPosts(drawing)) {
      const special = specials(table);
      if (special === undefined) continue;
      const index = Math.max(table.columns.indexOf(posts), table.columns.indexOf(special)) + 1;
      insertColumn(table, index, { role: "other", headers: [word], is: "total" }, (row) =>
        cell([posts, special].reduce((sum, column) => sum + Number(at(table, row, column).value ?? 0), 0)),
      );
    }
  },
});

const specials = ({ columns }: Table): Column | undefined =>
  columns.find(({ prestation, nature }) => prestation === "POSTE_SPEC" && nature === "maintenance");

/** Pairs of headings of which the second is no usual word of what was installed. */
const oddPairs = mustAsk({
  name: "second-heading-no-nature",
  class: "C17",
  aspect: "headers",
  stage: 1,
  fits: isOn("grouped", "tabs", "kinds", "stacked-forms", "form-tabs", "across-pairs", "long-pairs"),
  draw(drawing, dice) {
    const [service, fresh] = dice.one([
      ["En service", "Arrivées"],
      ["Parc", "Nouveautés"],
      ["En place", "Compléments"],
      ["Existant", "Mouvements"],
      ["En service", "Renforts"],
    ] as const);
    for (const [, column] of quantityColumnsOf(drawing)) {
      const level = drawing.layout === "grouped" ? 0 : column.headers.length - 1;
      column.headers[level] = column.nature === "maintenance" ? service : fresh;
    }
  },
});

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

export const moveHabits: readonly Habit[] = [
  ...moves,
  parts("without-total", mustAsk, [...places, ["Élèves", "Enseignants"]], null),
  parts("with-total", read, places, "Total"),
  sumColumn,
  oddPairs,
  portal("the-sheet-is-right", true),
  portal("the-rows-are-right", false),
];
