import { at, cell, columnOf, dataRows, equipmentOf, insertColumn, tablesOf, type Drawing, type Table } from "../model";
import { mayRefuse, read, type Habit } from "./habit";
import { blocksOf, headcounts, isForm, rewrite, unaccented } from "./tools";

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
    stage: 3,
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
    stage: 3,
    fits: (drawing) =>
      tablesOf(drawing).some((table) => columnOf(table, "commune") !== undefined) && !/glpi/.test(drawing.layout),
    draw: (drawing) => rewrite(tablesOf(drawing), "commune", prefixed(word)),
  }),
);

const path = read({
  name: "commune-entity-path",
  class: "harmless",
  aspect: "commune-text",
  stage: 3,
  fits: (drawing) => drawing.layout === "register" || drawing.layout === "long",
  draw: (drawing) => rewrite(equipmentOf(drawing), "commune", (name) => `Entité racine > ${name}`),
});

const mixed = read({
  name: "commune-mixed-spellings",
  class: "harmless",
  aspect: "commune-text",
  stage: 3,
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

/** Tables that name their communes in a column, from top to bottom. */
const columned = (drawing: Drawing): Table[] =>
  tablesOf(drawing).filter(
    (table) => columnOf(table, "commune") !== undefined && table.across !== true && !isForm(table),
  );

const merged = read({
  name: "commune-merged",
  class: "shape",
  aspect: "commune-place",
  stage: 3,
  fits: (drawing) =>
    !/glpi|pivot/.test(drawing.layout) &&
    columned(drawing).some((table) => blocksOf(table).some(({ length }) => length > 1)),
  draw(drawing) {
    for (const table of columned(drawing)) columnOf(table, "commune")!.down = "merged";
  },
});

const mergedAcross = read({
  name: "commune-merged-across",
  class: "shape",
  aspect: "commune-place",
  stage: 3,
  fits: (drawing) =>
    drawing.layout.startsWith("across") &&
    equipmentOf(drawing).some((table) => blocksOf(table).some(({ length }) => length > 1)),
  draw(drawing) {
    for (const table of equipmentOf(drawing)) columnOf(table, "commune")!.down = "merged";
  },
});

const canBeBlank = (drawing: Drawing): Table[] =>
  columned(drawing).filter(
    (table) =>
      ["school", "item"].includes(table.rowIs) && blocksOf(table).filter(({ length }) => length > 1).length >= 2,
  );

const blankBelow = read({
  name: "commune-blank-below",
  class: "shape",
  aspect: "commune-place",
  stage: 3,
  fits: (drawing) => drawing.layout !== "pivot" && canBeBlank(drawing).length > 0,
  draw(drawing) {
    for (const table of canBeBlank(drawing)) columnOf(table, "commune")!.down = "blank";
  },
});

const oneCell = read({
  name: "commune-and-school-in-one-cell",
  class: "refused",
  aspect: "commune-place",
  stage: 2,
  fits: (drawing) =>
    !/pivot/.test(drawing.layout) &&
    columned(drawing).some(({ rowIs, kind }) => kind !== "headcounts" && ["school", "item"].includes(rowIs)),
  draw(drawing, dice) {
    const dash = dice.one([" – ", " - ", " — "]);
    const header = dice.one(["École", "Commune – École", "Écoles"]);
    for (const table of columned(drawing)) {
      if (!["school", "item"].includes(table.rowIs)) continue;
      const commune = columnOf(table, "commune")!;
      const school = columnOf(table, "school")!;
      school.headers = school.headers.with(-1, header);
      for (const row of dataRows(table)) {
        const one = at(table, row, school);
        one.value = `${at(table, row, commune).value}${dash}${one.value}`;
      }
      const index = table.columns.indexOf(commune);
      table.columns.splice(index, 1);
      for (const { cells } of table.rows) cells.splice(index, 1);
    }
  },
});

const sections = read({
  name: "section-rows",
  class: "harmless",
  aspect: "rows",
  stage: 3,
  fits: (drawing) =>
    !/pivot|register|glpi/.test(drawing.layout) &&
    columned(drawing).some(({ kind, rowIs }) => kind !== "headcounts" && rowIs === "school"),
  draw(drawing, dice) {
    for (const table of columned(drawing).filter(({ kind, rowIs }) => kind !== "headcounts" && rowIs === "school")) {
      const starts = blocksOf(table).map(([first]) => first!);
      const words = dice.one([
        ["Secteur Nord", "Secteur Sud"],
        ["Secteur 1", "Secteur 2"],
      ]);
      [starts[0]!, starts[Math.ceil(starts.length / 2)] ?? starts[0]!].forEach((start, index) => {
        if (index === 1 && start === starts[0]) return;
        const cells = table.columns.map((_, column) => cell(column === 0 ? words[index]! : null));
        table.rows.splice(table.rows.indexOf(start), 0, { kind: "title", cells });
      });
    }
  },
});

const codes: readonly [string, readonly string[], (insee: string) => string | number][] = [
  ["insee", ["Code INSEE", "INSEE", "Insee com."], (insee) => insee],
  ["insee-number", ["Code INSEE", "INSEE"], Number],
  ["siren", ["SIREN", "N° SIREN"], (insee) => Number(`21${insee.slice(0, 2)}0${insee.slice(2)}4`)],
  ["postal", ["Code postal", "CP"], (insee) => 25000 + Number(insee.slice(2)) * 10],
];
const codeColumns = codes.map(([name, headers, of]) =>
  read({
    name: `column-${name}`,
    class: "harmless",
    aspect: "insee",
    stage: 2,
    fits: (drawing) => !/pivot/.test(drawing.layout) && columned(drawing).some(({ kind }) => kind !== "headcounts"),
    draw(drawing, dice) {
      const header = dice.one(headers);
      for (const table of columned(drawing).filter(({ kind }) => kind !== "headcounts"))
        insertColumn(
          table,
          table.columns.indexOf(columnOf(table, "commune")!),
          { role: "other", headers: [header] },
          ({ school }) => cell(of(school!.commune[0])),
        );
    },
  }),
);

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
  stage: 3,
  fits: (drawing) => columned(drawing).some(({ kind }) => kind !== "headcounts") && !/glpi/.test(drawing.layout),
  draw(drawing, dice) {
    const right = dice.one(drawing.truth.schools).commune[1];
    const wrong = right.slice(0, -1) + right.at(-1)! + right.at(-1)!;
    rewrite(equipmentOf(drawing), "commune", (name) => (name === right ? wrong : name));
    drawing.answers.push({ communes: { [wrong]: right }, words: [{ word: wrong, kind: "commune", as: right }] });
  },
});

const inseeWrong = mayRefuse({
  name: "insee-of-another-commune",
  class: "accident",
  aspect: "insee",
  stage: 2,
  fits: (drawing) => columned(drawing).some(({ kind }) => kind !== "headcounts") && !/pivot/.test(drawing.layout),
  draw(drawing, dice) {
    const odd = dice.one(drawing.truth.schools).commune[0];
    for (const table of columned(drawing).filter(({ kind }) => kind !== "headcounts"))
      insertColumn(table, 0, { role: "other", headers: ["Code INSEE"] }, ({ school }) =>
        cell(school!.commune[0] === odd ? "25388" : school!.commune[0]),
      );
  },
});

const missing = mayRefuse({
  name: "commune-missing-once",
  class: "accident",
  aspect: "commune-place",
  stage: 3,
  fits: (drawing) =>
    columned(drawing).some(({ kind }) => kind !== "headcounts") &&
    headcounts(drawing) !== null &&
    !/glpi|pivot/.test(drawing.layout),
  draw(drawing, dice) {
    const table = columned(drawing).find(({ kind }) => kind !== "headcounts")!;
    at(table, dice.one(dataRows(table)), columnOf(table, "commune")!).value = null;
  },
});

export const communeHabits: readonly Habit[] = [
  ...spellings,
  ...prefixes,
  path,
  mixed,
  merged,
  mergedAcross,
  blankBelow,
  oneCell,
  sections,
  ...codeColumns,
  ownName,
  typo,
  inseeWrong,
  missing,
];
