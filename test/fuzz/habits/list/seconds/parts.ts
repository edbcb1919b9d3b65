import { at, cell, dataRows, dropColumn, insertColumn, type Column, type Standing, type Table } from "../../model";
import { mustAsk, read, type Habit, type Tag } from "../habit";
import { deepen, withPosts } from "./beside";

/** The workstations of a school in parts, each under its own heading; with their total, or without. */
const parts = (name: string, must: Tag, words: readonly (readonly [string, string])[], total: string | null): Habit =>
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
        const wholes = new Map(dataRows(table).map((row) => [row, Number(at(table, row, posts).value ?? 0)]));
        const shares = new Map([...wholes].map(([row, all]) => [row, dice.whole(0, all)]));
        const index = table.columns.indexOf(posts);
        pair.forEach((word, offset) => {
          const column: Column = { ...posts, headers: headersOf(word) };
          if (total !== null) Object.assign(column, { role: "other", is: "part" satisfies Standing });
          insertColumn(table, index + offset, column, (row) => {
            const [share, all] = [shares.get(row)!, wholes.get(row)!];
            const number = offset === 0 ? share : all - share;
            return cell(number === 0 ? null : number);
          });
        });
        if (total === null) dropColumn(table, posts);
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
  fits: (drawing) => withPosts(drawing).some(([table]) => specials(table) !== undefined),
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

export const partHabits: readonly Habit[] = [
  parts("without-total", mustAsk, [...places, ["Élèves", "Enseignants"]], null),
  parts("with-total", read, places, "Total"),
  sumColumn,
];
