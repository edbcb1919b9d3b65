import {
  at,
  cell,
  columnOf,
  dataRows,
  insertColumn,
  tablesOf,
  type Column,
  type Drawing,
  type Table,
} from "../../model";
import type { School, Truth } from "../../truth";
import type { Dice } from "../../dice";
import { plainSchools, treacherousGroups, treacherousSchools } from "../../words/schools";
import { mayRefuse, mustAsk, read, type Habit, type Tag } from "../habit";
import { isForm, isOn } from "../tools";

/** Gives schools other names, each once in a commune. */
function rename(truth: Truth, nameOf: (school: School, dice: Dice) => string, dice: Dice): void {
  for (const school of truth.schools) {
    const others = truth.schools.filter(({ commune }) => commune === school.commune).map(({ name }) => name);
    const name = nameOf(school, dice);
    if (!others.includes(name)) school.name = name;
  }
}

const named = (name: string, must: Tag, nameOf: (school: School, dice: Dice) => string): Habit =>
  must({
    name: `schools-named-${name}`,
    class: "C13",
    aspect: "school-text",
    stage: 1,
    prepare: (truth, dice) => rename(truth, nameOf, dice),
    fits: () => true,
    draw() {},
  });

/** The kind in the name, as most schools have it: by the levels that it has. */
function withKind(name: string, { levels }: School): string {
  const [small, big] = [Object.hasOwn(levels, "PS"), Object.hasOwn(levels, "CP")];
  return name.replace(/^École /, `École ${small && big ? "primaire" : small ? "maternelle" : "élémentaire"} `);
}

const names = [
  named("by-words", read, (_school, dice) => dice.one([...treacherousSchools, ...treacherousGroups])),
  named("by-words-and-kind", read, (school, dice) =>
    withKind(dice.one(treacherousSchools.filter((name) => !/\(|IV$| [AB]$/.test(name))), school),
  ),
  named("freely", read, (_school, dice) => dice.one(plainSchools)),
  named("as-a-sum", mayRefuse, ({ name }, dice) =>
    dice.chance(0.6)
      ? dice.one(["Ensemble scolaire", "Ensemble scolaire Pergaud", "Groupement scolaire", "Regroupement pédagogique"])
      : name,
  ),
];

/** Tables of one row a school or an item, down, that name their schools: the codes stand beside the names. */
const coded = (drawing: Drawing): Table[] =>
  tablesOf(drawing).filter(
    (table) => columnOf(table, "school") !== undefined && ["school", "item"].includes(table.rowIs) && !isForm(table),
  );

function addCodes(drawing: Drawing, dice: Dice): void {
  const header = dice.one(["UAI", "RNE", "Code UAI", "N° UAI"]);
  for (const table of coded(drawing)) {
    const school = columnOf(table, "school")!;
    const column: Column = { role: "other", headers: [...school.headers.slice(0, -1), header] };
    insertColumn(table, table.columns.indexOf(school), column, (row) => cell(row.school?.uai ?? null));
  }
}

const withColumns = isOn(
  "wide",
  "grouped",
  "two-sheets",
  "blocks",
  "commune-tabs",
  "quantity-amount",
  "long",
  "long-pairs",
  "side-by-side",
);

/** Two schools of one name in a commune, told apart by their codes. */
const twoCodes = read({
  name: "two-codes-under-one-name",
  class: "C17",
  aspect: "numbers",
  stage: 2,
  prepare(truth, dice) {
    const couple = truth.schools.filter(
      ({ commune }) => truth.schools.filter((one) => one.commune === commune).length === 2,
    );
    const chosen = couple.length > 0 ? couple[0]!.commune : dice.one(truth.schools).commune;
    for (const school of truth.schools) if (school.commune === chosen) school.name = "École primaire";
  },
  fits: (drawing) => withColumns(drawing) && sameNames(drawing.truth).length > 1,
  draw: addCodes,
});

const sameNames = ({ schools }: Truth): School[] =>
  schools.filter(
    ({ commune, name }) => schools.filter((one) => one.commune === commune && one.name === name).length > 1,
  );

/** One school under two names, its code in both tables. */
const twoNames = mustAsk({
  name: "one-code-under-two-names",
  class: "C17",
  aspect: "school-text",
  stage: 2,
  fits: (drawing) => isOn("grouped", "long", "long-pairs")(drawing) && coded(drawing).length > 1,
  draw(drawing, dice) {
    addCodes(drawing, dice);
    const school = dice.one(drawing.truth.schools);
    const other = dice.one(["École du Bourg", "École communale", "École Jules Ferry", "École publique"]);
    const last = coded(drawing).at(-1)!;
    for (const row of dataRows(last)) if (row.school === school) at(last, row, columnOf(last, "school")!).value = other;
  },
});

export const identityHabits: readonly Habit[] = [...names, twoCodes, twoNames];
