import type { Question } from "./choice-types";
import type { Table } from "./preview-types";

/** What a table is, asked by whoever would have it otherwise. */
export function kindQuestion(table: Table): Question {
  const { file, sheet } = table;
  const places = [{ file, sheet, cell: topOf(table) }];
  const answers = ["inventory", "installations", "headcounts", "ignored"];
  return { about: "table", word: sheet, kind: null, code: null, places, answers };
}

/** What a column is, the same. `alike`: the other columns under this heading, each in its table. */
export function columnQuestion(
  places: readonly { readonly table: Table; readonly cell: string }[],
  header: string,
  answers: readonly string[],
): Question {
  return {
    about: "column",
    word: header,
    kind: null,
    code: null,
    places: places.map(({ table: { file, sheet }, cell }) => ({ file, sheet, cell })),
    answers,
  };
}

/** Names what an answer to a question would change; `here`: at that place only. */
export function effectKey({ about, kind, word, places }: Question, as: string, here: number | null): string {
  return JSON.stringify([about, kind, word, places.length, places[here ?? 0] ?? null, as, here]);
}

/** The first of its headings. */
export function topOf({ range }: Pick<Table, "range">): string {
  return range.split(":")[0]!;
}
