import { lines } from "../../draw/parts";
import { mayRefuse, mustAsk, read, type Habit, type Tag } from "../habit";
import { dated } from "./columns";
import { isWhole, whole } from "./second-sheets";
import { parcSheets } from "./tables";

/** The file of another year, or another's version, read together with this one. */
const otherFile = (name: string, must: Tag, fileName: string, title: string | null): Habit =>
  must({
    name: `second-file-${name}`,
    class: "C16",
    aspect: "other-sheets",
    stage: 6,
    fits: isWhole,
    draw(drawing, dice) {
      const made = { ...whole(drawing, parcSheets(drawing)[0]!.name, dice), file: dated(fileName, drawing) };
      if (title !== null) made.name = "Feuil1";
      for (const one of made.tables) {
        one.is = "other-year";
        if (title !== null) one.above = lines(dated(title, drawing), "");
      }
      drawing.sheets.push(made);
    },
  });

/** The headcounts in a file of their own. */
const headcountFile = read({
  name: "second-file-of-headcounts",
  class: "harmless",
  aspect: "other-sheets",
  stage: 6,
  fits: ({ sheets: all }) =>
    all.some(({ tables }) => tables.every(({ kind }) => kind === "headcounts")) && all.length > 1,
  draw(drawing) {
    for (const one of drawing.sheets)
      if (one.tables.every(({ kind, columns }) => kind === "headcounts" && columns.length > 0))
        one.file = "effectifs.xlsx";
  },
});

export const secondFileHabits: readonly Habit[] = [
  otherFile("by-its-name-alone", mustAsk, "inventaire-{N-1}.xlsx", null),
  otherFile("of-the-year-before", mayRefuse, "ancien.xlsx", "Situation au 01/11/{N-1}"),
  headcountFile,
];
