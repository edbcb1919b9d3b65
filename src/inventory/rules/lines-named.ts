import { addTo, plainWords, remembered } from "../../cells";
import type { Line } from "../facts";
import { namesPlace } from "../column";
import type { TableReading } from "../table-reading";

/** A word before a school or a commune that makes it a destination: « transférée à Pirey », « regroupée avec ». */
const towards = /\b(?:a|au|aux|avec|vers|depuis|par|chez|sur)$/;

/** The same at the beginning of a text, which tells of what is there: « NB : à Pirey, 3 postes… ». */
const opening = /^(?: (?:nb|n b|nota|note|attention|important|remarque|ps))? (?:a|au|aux|chez|pour)$/;

const wordsIn = (text: string): string => ` ${plainWords(text)} `;

/** Lines by the schools and communes that a text may name. */
export class NamedLines {
  private indexed: IndexedLines | null = null;

  constructor(readonly lines: readonly Line[]) {}

  /**
   * Returns the lines of the schools that a text names, or all those of a commune that it names alone; null when it
   * names none.
   */
  in(text: string): readonly Line[] | null {
    const words = wordsIn(text);
    const { byCommune, schools: known } = (this.indexed ??= indexOf(this.lines));
    const ofCommunes = [...byCommune].filter(([, [first]]) => isNamed(first!.who.commune.name, words));
    if (ofCommunes.length === 0) {
      const schools = this.named([...known.values()], this.lines, words);
      return schools.length > 0 ? schools : null;
    }
    return ofCommunes.flatMap(([insee, own]) => {
      const schools = this.named([known.get(insee)!], own, words);
      return schools.length > 0 ? schools : own;
    });
  }

  private named(among: readonly ReadonlyMap<string, Line>[], lines: readonly Line[], words: string): readonly Line[] {
    const firsts = among.flatMap((schools) => [...schools.values()]);
    const keys = new Set(firsts.filter(({ who }) => isNamed(who.name, words)).map(({ who }) => who.key));
    return keys.size === 0 ? [] : lines.filter(({ who }) => keys.has(who.key));
  }
}

interface IndexedLines {
  readonly byCommune: ReadonlyMap<string, readonly Line[]>;
  /** The first line of each school, by commune. */
  readonly schools: ReadonlyMap<string, ReadonlyMap<string, Line>>;
}

function indexOf(lines: readonly Line[]): IndexedLines {
  const byCommune = new Map<string, Line[]>();
  const schools = new Map<string, Map<string, Line>>();
  for (const line of lines) {
    const { commune, key } = line.who;
    addTo(byCommune, commune.insee, line);
    const own = remembered(schools, commune.insee, () => new Map<string, Line>());
    if (!own.has(key)) own.set(key, line);
  }
  return { byCommune, schools };
}

function isNamed(name: string, text: string): boolean {
  const words = wordsIn(name);
  for (let at = text.indexOf(words); words.length > 3 && at >= 0; at = text.indexOf(words, at + 1))
    if (opening.test(text.slice(0, at)) || !towards.test(text.slice(0, at))) return true;
  return false;
}

/** Returns the commune and the school written in a row of a table, as one text. */
export function namedIn({ table, reader }: TableReading, row: number): string {
  const texts = table.columns
    .filter(({ role }) => namesPlace(role))
    .map(({ index }) => reader.cell(row, index))
    .filter((cell) => typeof cell === "string");
  return texts.join(" ; ");
}
