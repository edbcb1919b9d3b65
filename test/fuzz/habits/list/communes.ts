import { columnOf, equipmentOf, tablesOf, type Drawing } from "../model";
import { mayRefuse, read, type Habit } from "./habit";
import { columned } from "./commune-places";
import { rewrite, unaccented } from "./tools";

/** Rewrites communes wherever they stand: in their column, as titles, in the lines above a table. */
function respell(drawing: Drawing, to: (name: string) => string): void {
  const names = new Set(drawing.truth.schools.map(({ commune }) => commune[1]));
  const inText = (text: string): string => {
    for (const name of names) if (text.endsWith(name)) return text.slice(0, -name.length) + to(name);
    return text;
  };
  rewrite(tablesOf(drawing), "commune", inText);
  for (const { rows, above } of tablesOf(drawing)) {
    const titles = rows.filter(({ kind }) => kind === "title").flatMap(({ cells }) => cells);
    for (const one of [...titles, ...above.flat()]) {
      if (typeof one.value !== "string") continue;
      const upper = [...names].find((name) => one.value === name.toUpperCase());
      if (upper !== undefined) one.value = to(upper);
      else if (/^Commune de /.test(one.value) || names.has(one.value)) one.value = inText(one.value);
    }
  }
}

const spelling = (
  name: string,
  to: (commune: string) => string,
  applies: (commune: string) => boolean = () => true,
): Habit =>
  read({
    name: `commune-${name}`,
    class: "harmless",
    aspect: "commune-text",
    stage: 4,
    fits: ({ truth }) => truth.schools.some(({ commune }) => applies(commune[1])),
    draw: (drawing) => respell(drawing, (commune) => (applies(commune) ? to(commune) : commune)),
  });

const article = /^(La|Le|Les) (.+)$/;
const vowel = /^[AEIOUÉÈ]/;
const prefixed = (word: string) => (commune: string) => `${word} ${vowel.test(commune) ? "d'" : "de "}${commune}`;

const spellings = [
  spelling("upper", (name) => name.toUpperCase()),
  spelling("upper-unaccented", (name) => unaccented(name).toUpperCase()),
  spelling("unaccented", unaccented, (name) => unaccented(name) !== name),
  spelling(
    "no-hyphen",
    (name) => name.replaceAll("-", " "),
    (name) => name.includes("-"),
  ),
  spelling(
    "les-lez",
    (name) => name.replace(/-lez-|-les-/, " lès "),
    (name) => /-lez-|-les-/.test(name),
  ),
  spelling(
    "article-last",
    (name) => name.replace(article, "$2 ($1)"),
    (name) => article.test(name),
  ),
  spelling(
    "article-left-out",
    (name) => name.replace(article, "$2"),
    (name) => article.test(name),
  ),
  spelling("department", (name) => `${name} (25)`),
  spelling("spaces", (name) => ` ${name.replace("-", " - ")}\u00a0`),
];

/** A column of communes or titles of them, which take a prefix; not lines that have one already. */
const prefixes = (["Commune", "Ville", "Mairie"] as const).map((word) =>
  read({
    name: `commune-prefix-${word.toLowerCase()}`,
    class: "harmless",
    aspect: "commune-text",
    stage: 4,
    fits: (drawing) =>
      tablesOf(drawing).some((table) => columnOf(table, "commune") !== undefined) && !/glpi/.test(drawing.layout),
    draw: (drawing) => rewrite(tablesOf(drawing), "commune", prefixed(word)),
  }),
);

const path = read({
  name: "commune-entity-path",
  class: "harmless",
  aspect: "commune-text",
  stage: 4,
  fits: (drawing) => drawing.layout === "register" || drawing.layout === "long",
  draw: (drawing) => rewrite(equipmentOf(drawing), "commune", (name) => `Entité racine > ${name}`),
});

const mixed = read({
  name: "commune-mixed-spellings",
  class: "harmless",
  aspect: "commune-text",
  stage: 4,
  fits: (drawing) => tablesOf(drawing).some((table) => columnOf(table, "commune") !== undefined),
  draw(drawing, dice) {
    const ways = [
      (name: string) => name,
      unaccented,
      (name: string) => name.toUpperCase(),
      (name: string) => name.replaceAll("-", " "),
    ];
    rewrite(tablesOf(drawing), "commune", (name) => dice.one(ways)(name));
  },
});

const ownName = read({
  name: "school-named-as-its-commune",
  class: "S8",
  aspect: "school-text",
  stage: 1,
  prepare({ schools }) {
    const alone = schools.filter(({ commune }) => schools.filter((other) => other.commune === commune).length === 1);
    for (const school of alone) school.name = school.commune[1];
  },
  fits: ({ truth, layout }) =>
    !/glpi|stacked|tabs/.test(layout) && truth.schools.some(({ name, commune }) => name === commune[1]),
  draw() {},
});

const typo = mayRefuse({
  name: "commune-mistyped",
  class: "accident",
  aspect: "commune-text",
  stage: 4,
  fits: (drawing) => columned(drawing).some(({ kind }) => kind !== "headcounts") && !/glpi/.test(drawing.layout),
  draw(drawing, dice) {
    const right = dice.one(drawing.truth.schools).commune[1];
    const wrong = right.slice(0, -1) + right.at(-1)! + right.at(-1)!;
    rewrite(equipmentOf(drawing), "commune", (name) => (name === right ? wrong : name));
  },
});

export const communeHabits: readonly Habit[] = [...spellings, ...prefixes, path, mixed, ownName, typo];
