import { cell, columnOf, insertColumn, tablesOf, type Drawing, type Row, type Table } from "../../model";
import type { School, Truth } from "../../truth";
import type { Dice } from "../../dice";
import { places } from "../../words/names";
import { nouns } from "../../words/nouns";
import { told } from "../../words/speech";
import { mustAsk, read, type Habit, type Tag } from "../habit";
import { isForm } from "../tools";

/** The schools of the last commune, or its last school: those that a section is of. */
function lastOnes({ schools }: Truth): School[] {
  const last = schools.at(-1)!;
  const own = schools.filter(({ commune }) => commune === last.commune);
  return own.length > 3 ? [last] : own;
}

const chosenOf = (truth: Truth): School[] => {
  const closed = truth.schools.filter((school) => school.closed === true);
  return closed.length > 0 ? closed : lastOnes(truth);
};

/** Puts a title row over the rows of some schools, moved to the end of their table. */
function sectionDown(table: Table, schools: readonly School[], title: string, isUndue: boolean): void {
  const isOwn = ({ school }: Row): boolean => school !== undefined && schools.includes(school);
  const own = table.rows.filter((row) => row.kind !== "total" && isOwn(row));
  if (own.length === 0) return;
  const rest = table.rows.filter((row) => !own.includes(row));
  const at = columnOf(table, "commune") === undefined ? table.columns.indexOf(columnOf(table, "school")!) : 0;
  const cells = table.columns.map((_, index) => cell(index === at ? title : null));
  const heads: Row = { kind: "title", cells, ...(isUndue && { is: "out" as const }) };
  table.rows = [...rest, heads, ...own];
}

/** In a table turned on its side, a merged text over the names of the schools. */
function sectionAcross(table: Table, schools: readonly School[], title: string, isUndue: boolean): void {
  const isOwn = ({ school }: Row): boolean => school !== undefined && schools.includes(school);
  table.rows = [...table.rows.filter((row) => !isOwn(row)), ...table.rows.filter(isOwn)];
  const column = {
    role: "other" as const,
    headers: [""],
    down: "merged" as const,
    ...(isUndue && { tells: true as const }),
  };
  insertColumn(table, 0, column, (row) => cell(isOwn(row) ? title : null));
}

/** Puts a section in every table of equipment, as its layout has them; on tabs and forms, above the schools' own. */
function section(drawing: Drawing, title: string, isUndue: boolean): void {
  const schools = chosenOf(drawing.truth);
  for (const table of tablesOf(drawing)) {
    if (table.kind === "headcounts") continue;
    if (isForm(table)) {
      const own = table.columns.filter(({ school }) => school !== undefined);
      if (own.every(({ school }) => schools.includes(school!)))
        table.above = [[{ ...cell(title), ...(isUndue && { is: "out" as const }) }], ...table.above];
    } else if (table.across === true) sectionAcross(table, schools, title, isUndue);
    else sectionDown(table, schools, title, isUndue);
  }
}

const isSectioned = ({ layout, truth }: Drawing): boolean =>
  !/pivot|glpi|commune-titles|across-pairs|side-by-side/.test(layout) && chosenOf(truth).length < truth.schools.length;

const hasTitles = (drawing: Drawing): boolean =>
  tablesOf(drawing).some(({ rows }) => rows.some(({ kind }) => kind === "title"));

const sections = (name: string, must: Tag, titles: readonly string[], isUndue: boolean): Habit =>
  must({
    name: `section-${name}`,
    class: "C7",
    aspect: "rows",
    stage: 3,
    ...(isUndue && {
      prepare(truth: Truth) {
        for (const school of lastOnes(truth)) school.closed = true;
      },
    }),
    // Titles of natures are ended by another title, or not: nobody knows.
    fits: (drawing) =>
      isSectioned(drawing) && !hasTitles(drawing) && (!/tabs/.test(drawing.layout) || drawing.layout === "form-tabs"),
    draw(drawing, dice) {
      section(drawing, told(titleOf(titles, dice), dice, drawing.truth.campaign), isUndue);
    },
  });

function titleOf(titles: readonly string[], dice: Dice): string {
  const title = dice.one(titles);
  return dice.chance(0.3) ? title.toUpperCase().replaceAll(/\{\w+\}/g, (blank) => blank.toLowerCase()) : title;
}

/** The tab of a commune whose schools are no longer billed says so after its name. */
const tabNames = (name: string, must: Tag, words: readonly string[], isUndue: boolean): Habit =>
  must({
    name: `tab-named-${name}`,
    class: "C8",
    aspect: "sheet-name",
    stage: 5,
    ...(isUndue && {
      prepare({ schools }: Truth) {
        const last = schools.at(-1)!.commune;
        for (const school of schools) if (school.commune === last) school.closed = true;
      },
    }),
    fits: ({ layout, truth }) =>
      /^tabs$|^commune-tabs$/.test(layout) && new Set(truth.schools.map(({ commune }) => commune[0])).size > 2,
    draw(drawing, dice) {
      const last = drawing.sheets.findLast(({ tables }) => tables.some(({ kind }) => kind === "inventory"))!;
      last.name = `${last.name} ${told(dice.one(words), dice, drawing.truth.campaign)}`.slice(0, 31);
    },
  });

const undue = [
  "Écoles fermées",
  "Écoles fermées en juillet {campaign}",
  "Pour mémoire (hors convention)",
  "Pour mémoire",
  "À supprimer",
  "Hors convention",
  "Non facturées",
  "Écoles sorties du dispositif",
  "Anciennes écoles",
  "Hors Ordiclasse",
];

export const sectionHabits: readonly Habit[] = [
  sections("undue", mustAsk, undue, true),
  sections(
    "neutral",
    read,
    ["Secteur Nord", "Secteur Est", "Secteur 3", "Écoles primaires", "Groupes scolaires"],
    false,
  ),
  sections(
    "of-a-place",
    read,
    places.map((place) => `Secteur ${place}`).concat("Circonscription de Besançon 2"),
    false,
  ),
  sections(
    "unread-and-due",
    mustAsk,
    [...nouns.slice(0, 120).map((noun) => noun[0]!.toUpperCase() + noun.slice(1)), "dont HS", "Vague 2", "Lot n° 4"],
    false,
  ),
  sections(
    "unread-and-undue",
    mustAsk,
    [...nouns.slice(120, 240).map((noun) => `Écoles ${noun}`), "Les autres", "Divers"],
    true,
  ),
  tabNames("undue", mustAsk, ["(fermée)", "- fermé", "(ancien)", "hors conv.", "à supprimer"], true),
  tabNames("neutral", read, ["(25)", "- écoles", "(SB)", "({person})"], false),
];
