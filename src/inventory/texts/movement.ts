import { fold, memoByText } from "../../cells";
import { commonReader } from "./read-text";
import { conceptSet, senses } from "./senses";

/** What a word beside a quantity says of it: that it came, as an installation or not, or that it left. */
export type Movement = "came" | "left";

/** More words are a remark. */
const mostWords = 4;
const arrivals = conceptSet("commissioned installation installed delivered entered arrived");
const departures: ReadonlySet<string | undefined> = new Set(["left", "moved", "replaced", "stock"]);
const leavingDates: ReadonlySet<string | undefined> = new Set(["left", "perhaps-left"]);

/** Returns what a few words say of the quantity beside them, « Sortie », « Arrivée »; null where they say neither. */
export const movementIn: (text: string) => Movement | null = memoByText((text) => {
  if (text.trim().split(/\s+/).length > mostWords) return null;
  const { concepts } = commonReader.read(text, "state");
  const leaves = concepts.some(({ concept, base }) => {
    const { machine, date } = senses[concept]!;
    // « Don » says whence it came.
    return base !== "don" && (departures.has(machine) || leavingDates.has(date));
  });
  if (leaves) return "left";
  return concepts.some(({ concept }) => arrivals.has(concept)) ? "came" : null;
});

/** Initials and signs of what comes and of what leaves, as they stand together in one column. */
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

/** Returns whether the different texts of a column are initials or signs of what comes and of what leaves: « E », « S ». */
export function areSignsOfMovement(texts: ReadonlySet<string>): boolean {
  const said = new Set(
    [...texts].map((text) =>
      fold(text)
        .replace(/[−–—]/g, "-")
        .replace(/[\s.()]/g, ""),
    ),
  );
  return said.size < 5 && pairs.some(([came, left]) => said.has(came) && said.has(left));
}
