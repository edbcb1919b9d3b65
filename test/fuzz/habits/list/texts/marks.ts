import {
  at,
  columnOf,
  dataRows,
  line,
  tablesOf,
  type Cell,
  type Drawing,
  type Look,
  type Row,
  type Table,
} from "../../model";
import type { School } from "../../truth";
import { neutralNotes, stillDue, undueOfSchools } from "../../words/offices";
import { told } from "../../words/speech";
import { mustAsk, read, type Habit, type Tag } from "../habit";
import { isForm } from "../tools";
import { closeOne } from "./remarks";

const isMarkable = ({ layout, truth }: Drawing): boolean =>
  !/glpi|pivot|register/.test(layout) && truth.schools.length > 1;

/** The rows of a school in tables that have it in rows, down or across. */
const rowsOf = (table: Table, school: School): Row[] =>
  isForm(table) ? [] : dataRows(table).filter((row) => row.school === school);

/** The cells that name a school: in its row, over its column, on the line of its form. */
function nameCells(drawing: Drawing, school: School): Cell[] {
  return tablesOf(drawing).flatMap((table): Cell[] => {
    if (table.kind === "headcounts") return [];
    const named = rowsOf(table, school)
      .slice(0, 1)
      .flatMap((row) => {
        const column = columnOf(table, "school");
        return column === undefined ? [] : [at(table, row, column)];
      });
    const isOwn = table.columns.some((column) => column.school === school);
    const onForm = isOwn ? table.above.flat().filter(({ value }) => String(value).endsWith(school.name)) : [];
    return [...named, ...onForm];
  });
}

const comment = (name: string, must: Tag, texts: readonly string[], isUndue: boolean): Habit =>
  must({
    name: `comment-of-a-cell-${name}`,
    class: "C18",
    aspect: "below",
    stage: 5,
    ...(isUndue && { prepare: closeOne }),
    fits: (drawing) => isMarkable(drawing) && nameCells(drawing, drawing.truth.schools.at(-1)!).length > 0,
    draw(drawing, dice) {
      const { schools, campaign } = drawing.truth;
      const text = told(dice.one(texts), dice, campaign, schools[0]!.commune[1]);
      for (const one of nameCells(drawing, schools.at(-1)!)) {
        one.comment = text;
        if (isUndue && one.is === undefined) one.is = "out";
      }
    },
  });

/** A look of all the cells of a school, in every table of equipment. */
function look(drawing: Drawing, school: School, how: Look): void {
  for (const table of tablesOf(drawing)) {
    if (table.kind === "headcounts") continue;
    const cells = isForm(table)
      ? table.rows.flatMap((row) => row.cells.filter((_, index) => table.columns[index]?.school === school))
      : rowsOf(table, school).flatMap((row) => row.cells);
    for (const one of cells) one.look = { ...one.look, ...how };
  }
}

const red = { color: "FFFF0000" };
const yellow = { fill: "FFFFFF99" };
const grey = { fill: "FFD9D9D9" };
const green = { fill: "FFCCFFCC" };

/** A legend above the first table says what a colour means. */
const legend = (name: string, must: Tag, says: readonly (readonly [string, Look])[], isUndue: boolean): Habit =>
  must({
    name: `colour-with-a-legend-${name}`,
    class: "C18",
    aspect: "above",
    stage: 5,
    ...(isUndue && { prepare: closeOne }),
    fits: isMarkable,
    draw(drawing, dice) {
      const [text, how] = dice.one(says);
      const said: Cell = {
        value: told(text, dice, drawing.truth.campaign),
        look: { ...how },
        ...(isUndue && { is: "out" as const }),
      };
      const [first] = tablesOf(drawing);
      const isBelow = dice.chance(0.5) && !isForm(first!);
      if (isBelow) first!.below.push([], [said]);
      else first!.above = [[said], ...first!.above];
      look(drawing, drawing.truth.schools.at(-1)!, how);
    },
  });

const looks = (name: string, must: Tag, how: Look, isUndue: boolean): Habit =>
  must({
    name: `look-${name}`,
    class: "C18",
    aspect: "formats",
    stage: 5,
    ...(isUndue && { prepare: closeOne }),
    fits: isMarkable,
    draw: (drawing) => look(drawing, drawing.truth.schools.at(-1)!, how),
  });

/** Grey rows, one in two, as exports have them. */
const zebra = read({
  name: "look-one-row-in-two",
  class: "harmless",
  aspect: "formats",
  stage: 5,
  fits: ({ layout }) => layout !== "pivot",
  draw(drawing) {
    for (const table of tablesOf(drawing))
      table.rows.forEach((row, index) => {
        if (index % 2 === 1) for (const one of row.cells) one.look = { ...one.look, ...grey };
      });
  },
});

/** A note under a table that names a school, or names none. */
const note = (name: string, must: Tag, texts: readonly string[], isUndue: boolean): Habit =>
  must({
    name: `note-below-${name}`,
    class: "C18",
    aspect: "below",
    stage: 5,
    ...(isUndue && { prepare: closeOne }),
    fits: isMarkable,
    draw(drawing, dice) {
      const { schools, campaign } = drawing.truth;
      const { name: school, commune } = schools.at(-1)!;
      const own = drawing.sheets.flatMap(({ tables }) => tables).filter(({ kind }) => kind === "inventory");
      const text = told(dice.one(texts), dice, campaign, schools[0]!.commune[1]);
      const isAlone = schools.filter((one) => one.commune === commune).length === 1;
      const said = dice.one([
        `NB : ${commune[1]}, ${school} : ${text}`,
        `(*) ${commune[1]} – ${school} : ${text}`,
        isAlone ? `${commune[1]} : ${text}` : `${school} (${commune[1]}) : ${text}`,
      ]);
      own.at(-1)!.below.push(
        [],
        line(said).map((one): Cell => (isUndue ? { ...one, is: "out" } : one)),
      );
    },
  });

/** What abbreviations mean, said under a table. */
const abbreviations = read({
  name: "note-below-abbreviations",
  class: "C20",
  aspect: "below",
  stage: 5,
  fits: ({ layout }) => !/glpi|pivot/.test(layout),
  draw(drawing, dice) {
    const said = dice.one([
      "Légende : UC = unité centrale ; PS = petite section ; JE = jet d'encre",
      "HS = hors service ; RAS = rien à signaler",
      "(1) STD = standard ; SPE = spécifique",
      "Abréviations : PC, poste client ; SRV, serveur ; IMP, imprimante",
    ]);
    const own = drawing.sheets.flatMap(({ tables }) => tables).filter(({ kind }) => kind === "inventory");
    own.at(-1)!.below.push([], line(said));
  },
});

export const markHabits: readonly Habit[] = [
  comment("neutral", read, neutralNotes, false),
  comment("undue", mustAsk, undueOfSchools, true),
  comment("still-due", mustAsk, stillDue, false),
  legend(
    "undue",
    mustAsk,
    [
      ["En rouge : école fermée en {campaign}", red],
      ["Légende : jaune = école hors convention, à ne plus facturer", yellow],
      ["Gris : école transférée", grey],
      ["En rouge : retiré, ne plus facturer", red],
    ],
    true,
  ),
  legend(
    "neutral",
    read,
    [
      ["En vert : école visitée en octobre", green],
      ["Jaune : à relire avec {person}", yellow],
      ["En rouge : nouvelle directrice", red],
      ["Légende : vert = câblage refait", green],
    ],
    false,
  ),
  looks("struck", mustAsk, { struck: true }, true),
  looks("coloured", read, yellow, false),
  zebra,
  abbreviations,
  note("undue", mustAsk, undueOfSchools, true),
  note("still-due", mustAsk, stillDue, false),
  note("neutral", read, neutralNotes, false),
];
