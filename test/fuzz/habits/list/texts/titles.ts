import { line, tablesOf, type Cell, type Drawing, type Sheet } from "../../model";
import type { Dice } from "../../dice";
import { surnames } from "../../words/names";
import { adjectives, nouns } from "../../words/nouns";
import { editions } from "../../words/offices";
import { fullName, person, told } from "../../words/speech";
import { mustAsk, read, type Habit } from "../habit";
import { isForm } from "../tools";

/** The sheets of equipment, each with one table. */
const shown = (drawing: Drawing): Sheet[] =>
  drawing.sheets.filter(({ tables, side }) => side !== true && tables.length === 1 && tables[0]!.kind !== "headcounts");

const capital = (text: string): string => text[0]!.toUpperCase() + text.slice(1);

/** A sentence of words that nothing knows: the title of the only table of its kind is free. */
function freeTitle(dice: Dice, campaign: number): string {
  const [noun, other] = dice.some(nouns, 2) as [string, string];
  const adjective = dice.one(adjectives);
  return dice.one([
    `${capital(noun)} et ${other} : le parc des écoles`,
    `Plan « ${capital(noun)} » – matériel des écoles ${campaign}`,
    `Opération ${noun} ${campaign}`,
    `Recensement ${adjective.replace(/s$/, "")} du parc informatique`,
    `Les ${noun} ${adjective}`,
    `Campagne « ${noun} » menée par ${person(dice)}`,
    `Écoles du Grand Besançon – dossier ${noun}`,
    `${capital(noun)} – tableau de ${fullName(dice)}`,
  ]);
}

const onlyTitle = read({
  name: "title-of-the-only-table",
  class: "C20",
  aspect: "above",
  stage: 5,
  fits: (drawing) =>
    shown(drawing).length === 1 && tablesOf(drawing).filter(({ kind }) => kind !== "headcounts").length === 1,
  draw(drawing, dice) {
    const { campaign } = drawing.truth;
    const [sheet] = shown(drawing);
    const titles = [
      line(freeTitle(dice, campaign)),
      ...(dice.chance(0.5) ? [line(told(dice.one(editions), dice, campaign))] : []),
    ];
    sheet!.tables[0]!.above = [...titles, [], ...sheet!.tables[0]!.above];
  },
});

const onlySheet = read({
  name: "name-of-the-only-sheet",
  class: "C8",
  aspect: "sheet-name",
  stage: 5,
  fits: (drawing) =>
    shown(drawing).length === 1 && tablesOf(drawing).filter(({ kind }) => kind !== "headcounts").length === 1,
  draw(drawing, dice) {
    const name = dice.one([
      capital(dice.one(nouns)),
      `Écoles ${dice.one(adjectives)}`,
      `Tableau ${dice.one(["SB", "JPL", "CM"])}`,
      `Saisie ${dice.one(surnames)}`,
      `V${dice.whole(2, 9)}`,
      `Feuil${dice.whole(1, 9)}`,
    ]);
    shown(drawing)[0]!.name = name.slice(0, 31);
  },
});

/** Lines of an office above a table: who, where, when, under what reference. */
function letterhead(dice: Dice, campaign: number): Cell[][] {
  const texts = dice.some(editions, dice.whole(1, 3)).map((text) => line(told(text, dice, campaign)));
  return dice.chance(0.4) ? [line("Ville de Besançon"), ...texts] : texts;
}

/** Puts lines above a table: first of all, or under the first line where that names its commune. */
function putAbove(sheet: Sheet, lines: readonly Cell[][], dice: Dice): void {
  const [table] = sheet.tables;
  if (table!.above.length === 0) table!.above = [...lines, []];
  else if (dice.chance(0.5)) table!.above = [...lines, ...table!.above];
  else table!.above.splice(1, 0, ...lines);
}

const canHead = (drawing: Drawing): boolean =>
  shown(drawing).length > 1 && !/label-forms|stacked-forms/.test(drawing.layout);

const oneHead = read({
  name: "letterhead-above-one-of-several",
  class: "C20",
  aspect: "above",
  stage: 5,
  fits: canHead,
  draw(drawing, dice) {
    putAbove(dice.one(shown(drawing)), letterhead(dice, drawing.truth.campaign), dice);
  },
});

const eachHead = read({
  name: "letterhead-above-each",
  class: "C20",
  aspect: "above",
  stage: 5,
  fits: canHead,
  draw(drawing, dice) {
    for (const sheet of shown(drawing)) putAbove(sheet, letterhead(dice, drawing.truth.campaign), dice.of("place"));
  },
});

/** One of several tables bears a word that nobody knows: it may change what its numbers are. */
const unreadTitle = mustAsk({
  name: "title-unread-among-several",
  class: "C8",
  aspect: "above",
  stage: 5,
  fits: (drawing) => canHead(drawing) && !/kinds/.test(drawing.layout),
  draw(drawing, dice) {
    const noun = dice.one(nouns);
    const title = dice.one([capital(noun), `Opération ${noun}`, `Dotation ${noun}`, `Volet « ${noun} »`]);
    putAbove(dice.one(shown(drawing)), [line(title)], dice);
  },
});

/** Sheets of kinds of equipment named after who keeps them. */
const kindNames = read({
  name: "names-of-sheets-with-people",
  class: "C20",
  aspect: "sheet-name",
  stage: 5,
  fits: ({ layout }) => /kinds|two-sheets/.test(layout),
  draw(drawing, dice) {
    const one = dice.one(shown(drawing));
    one.name = `${one.name.slice(0, 16).trim()} – ${person(dice)}`.slice(0, 31);
  },
});

/** Lines of a form about the school: they say nothing of what it has. */
const formLines = read({
  name: "lines-of-forms",
  class: "C21",
  aspect: "above",
  stage: 5,
  fits: (drawing) => /forms|form-tabs/.test(drawing.layout) && tablesOf(drawing).some(isForm),
  draw(drawing, dice) {
    const { campaign } = drawing.truth;
    const chosen = dice.some(
      [
        ["Directrice / directeur", "{person}"],
        ["Adresse", "{address}"],
        ["Téléphone", "03 81 56 17 29"],
        ["Visité le", "12/10/{campaign}"],
        ["Technicien", "{person}"],
        ["Quartier", "{place}"],
        ["Gardien", "{person}"],
        ["Horaires", "8 h 30 – 16 h"],
      ] as const,
      dice.whole(1, 3),
    );
    for (const table of tablesOf(drawing)) {
      const index = table.above.findIndex(([label]) => /^École/.test(String(label?.value ?? "")));
      if (index === -1) continue;
      table.above.splice(index + 1, 0, ...chosen.map(([label, text]) => line(label, told(text, dice, campaign))));
    }
  },
});

export const titleHabits: readonly Habit[] = [
  onlyTitle,
  onlySheet,
  oneHead,
  eachHead,
  unreadTitle,
  kindNames,
  formLines,
];
