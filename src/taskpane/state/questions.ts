import type { Layout } from "../../inventory";
import type { Grid, Nature } from "../../tariff";
import type { Meaning, Question } from "./choices";
import type { Table } from "./preview";

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

/** What a column may hold besides prestations: as the sheet of options says it, and the role it gives. */
const roles: readonly (readonly [as: string, role: string])[] = [
  ["effectif", "headcount"],
  ["commune", "commune"],
  ["école", "school"],
  ["prestation", "label"],
  ["nature", "nature"],
  ["quantité", "quantity"],
  ["date d’entrée", "date-in"],
  ["date de sortie", "date-out"],
  ["état", "status"],
  ["ignorer", "ignored"],
];

/** Labels, natures, dates belong to tables that have a row an item. */
const ofItems: ReadonlySet<string> = new Set(["label", "nature", "quantity", "date-in", "date-out", "status"]);

/** Whether a column of a table may hold that. */
export function suits({ role }: Meaning, layout: Layout): boolean {
  return layout === "item-rows" || layout === "machine-rows" || layout === "unknown" || !ofItems.has(role);
}

/** The meanings to choose from: each prestation under each nature that has a price, pupils apart, then the other roles. */
export function meaningsOf({ rows }: Grid): Meaning[] {
  const counted = rows
    .filter(({ code }) => code !== "PORTAIL")
    .flatMap(({ code, prestation, prices }) =>
      (["maintenance", "installation"] as const)
        .filter((nature) => prices[nature].cagb !== null || prices[nature].commune !== null)
        .map((nature: Nature): Meaning => ({ as: `${code} ${nature}`, role: code, prestation, nature })),
    );
  return [...counted, ...roles.map(([as, role]): Meaning => ({ as, role, prestation: null, nature: null }))];
}
