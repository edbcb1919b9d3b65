import { addTo, fold } from "../../cells";
import type { Line } from "../facts";
import type { TableReading } from "../table-reading";

/** What a school or a commune is spoken of after, where the text is about another: « transférée à Pirey », « regroupée avec ». */
const towards = /\b(?:a|au|aux|avec|vers|depuis|par|chez|sur)$/;

const wordsIn = (text: string): string =>
  ` ${fold(text)
    .replace(/[^a-z0-9]+/g, " ")
    .trim()} `;

/** Returns the lines of the schools that a text names, or of all those of a commune that it names alone; null if it names none. */
export function linesNamed(text: string, lines: readonly Line[]): Line[] | null {
  const said = wordsIn(text);
  const isNamed = (name: string): boolean => {
    const words = wordsIn(name);
    for (let at = said.indexOf(words); words.length > 3 && at >= 0; at = said.indexOf(words, at + 1))
      if (!towards.test(said.slice(0, at))) return true;
    return false;
  };
  const byCommune = new Map<string, Line[]>();
  for (const line of lines) addTo(byCommune, line.who.commune.insee, line);
  const ofCommunes = [...byCommune.values()].filter(([first]) => isNamed(first!.who.commune.name));
  const named = (among: readonly Line[]): Line[] => {
    const schools = new Map<string, boolean>();
    for (const { who } of among) if (!schools.has(who.key)) schools.set(who.key, isNamed(who.name));
    return among.filter(({ who }) => schools.get(who.key) === true);
  };
  if (ofCommunes.length > 0)
    return ofCommunes.flatMap((own) => {
      const schools = named(own);
      return schools.length > 0 ? schools : own;
    });
  const schools = named(lines);
  return schools.length > 0 ? schools : null;
}

/** Returns what a row of a table names: its commune and its school, as they are written. */
export function namedIn({ table, reader }: TableReading, row: number): string {
  const texts = table.columns
    .filter(({ role }) => role.kind === "commune" || role.kind === "school")
    .map(({ index }) => reader.cell(row, index))
    .filter((cell) => typeof cell === "string");
  return texts.join(" ; ");
}
