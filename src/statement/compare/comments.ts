import type { CivilDate } from "../../cells";
import type { VarianceComment } from "../../options";
import { createDirectory } from "../../tariff";
import { joinedCommune } from "./joined-commune";
import { entityKey } from "./pair-lines";
import type { ComparedCommune } from "./types";

/**
 * The comments on the difference with a campaign, by the commune that they are about as it exists on the day of the joining:
 * what was written of Auxon-Dessous is said of Les Auxons. One whose name no commune ever had is refused when it is read.
 */
export function commentsByCommune(
  comments: readonly VarianceComment[],
  against: number,
  day: CivilDate,
): ReadonlyMap<string, readonly VarianceComment[]> {
  const found = new Map<string, VarianceComment[]>();
  const directory = createDirectory(day);
  for (const comment of comments.filter((one) => one.against === against)) {
    const match = directory.find(comment.commune);
    if (match.kind === "unknown") continue;
    const key = entityKey(joinedCommune(match.commune, day));
    found.set(key, [...(found.get(key) ?? []), comment]);
  }
  return found;
}

/** What is said of a commune's difference; communes that merged may each have something to say. Null where nothing is. */
export function commentOf({ comments }: Pick<ComparedCommune, "comments">): string | null {
  const [only, ...others] = comments;
  if (only === undefined) return null;
  if (others.length === 0) return only.text;
  return comments.map(({ commune, text }) => `${commune}\u00a0: ${text}`).join("\n");
}

/** The years that comments are about, each once, in their order. */
export function yearsOf(comments: readonly VarianceComment[]): number[] {
  return [...new Set(comments.map(({ against }) => against))].sort((a, b) => a - b);
}

/** How many communes are to be explained, and of how many that is done. */
export function countExplained(communes: readonly ComparedCommune[]): {
  readonly wanted: number;
  readonly done: number;
} {
  const wanted = communes.filter(({ isNotable }) => isNotable);
  return { wanted: wanted.length, done: wanted.filter(({ comments }) => comments.length > 0).length };
}
