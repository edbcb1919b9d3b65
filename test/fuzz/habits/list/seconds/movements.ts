import { headings } from "../../draw/parts";
import { cell, dataRows, dropColumn, insertColumn, type Column, type Row } from "../../model";
import { mayRefuse, mustAsk, read, type Habit, type Tag } from "../habit";
import { isOn, quantityColumnsOf } from "../tools";
import { deepen, withPosts } from "./beside";
import { dated } from "./columns";

/** What there was, what came and what left, and what there is: all four, or no more than the first three. */
const movements = (name: string, must: Tag, words: readonly [string, string, string, string | null][]): Habit =>
  must({
    name: `movements-${name}`,
    class: words.some(([, , , now]) => now === null) ? "accident" : "C15",
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
        if (fresh !== undefined) dropColumn(table, fresh);
        const gone = new Map(dataRows(table).map((row) => [row, dice.whole(0, 3)]));
        const arrived = ({ school }: Row): number => school!.installed.POSTE_STD;
        const first = ({ school }: Row, row: Row): number =>
          Math.max(0, school!.service.POSTE_STD - arrived(row) + gone.get(row)!);
        const index = table.columns.indexOf(posts);
        // A person would write what there is.
        const incomplete = now === null ? { isIncomplete: true as const } : {};
        const columns: readonly (readonly [Column, (row: Row) => number])[] = [
          [{ role: "other", headers: [over, before!], is: "other-year", ...incomplete }, (row) => first(row, row)],
          [{ ...(fresh ?? posts), headers: [over, came!], ...incomplete }, arrived],
          [{ role: "other", headers: [over, left!], is: "out", ...incomplete }, (row) => gone.get(row)!],
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
        if (now === null) dropColumn(table, posts);
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

export const movementHabits: readonly Habit[] = [...moves, oddPairs];
