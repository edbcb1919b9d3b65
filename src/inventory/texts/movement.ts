import { fold, memoByText } from "../../cells";
import { commonReader } from "./read-text";
import { conceptSet, senses } from "./senses";

/** Whether the quantity beside a word arrived, installed or not, or left. */
export type Movement = "came" | "left";

/** A text of more words is a remark. */
const mostWords = 4;
const arrivals = conceptSet("commissioned installation installed delivered entered arrived");
const departures: ReadonlySet<string | undefined> = new Set(["left", "moved", "replaced", "stock"]);
const leavingDates: ReadonlySet<string | undefined> = new Set(["left", "perhaps-left"]);

/** Returns the movement that a few words state, « Sortie », « Arrivée »; null when they state none. */
export const movementIn: (text: string) => Movement | null = memoByText((text) => {
  if (text.trim().split(/\s+/).length > mostWords) return null;
  const { concepts } = commonReader.read(text, "state");
  const leaves = concepts.some(({ concept, base }) => {
    const { machine, date, school } = senses[concept]!;
    // « Don » tells where a machine came from, not that it left; « fermée » is about a school.
    return base !== "don" && school !== "closed" && (departures.has(machine) || leavingDates.has(date));
  });
  if (leaves) return "left";
  return concepts.some(({ concept }) => arrivals.has(concept)) ? "came" : null;
});

/** Signs and abbreviations of arrivals and departures, paired as one column has them. */
const pairs: readonly (readonly [came: string, left: string])[] = [
  ["+", "-"],
  ["e", "s"],
  ["ent", "sort"],
  ["a", "d"],
  ["arr", "dep"],
  ["in", "out"],
  ["plus", "moins"],
  ["credit", "debit"],
];

/**
 * Returns whether the distinct texts of a column are signs or abbreviations of arrivals and departures: « E », « S ».
 */
export function areSignsOfMovement(texts: ReadonlySet<string>): boolean {
  const signs = new Set(
    [...texts].map((text) =>
      fold(text)
        .replace(/[−–—]/g, "-")
        .replace(/[\s.()]/g, ""),
    ),
  );
  return signs.size < 5 && pairs.some(([came, left]) => signs.has(came) && signs.has(left));
}
