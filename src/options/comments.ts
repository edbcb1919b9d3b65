import { fold, memoByText } from "../cells";
import type { Anomaly, MessageCode } from "../messages";
import { campaignOf, createDirectory } from "../tariff";
import type { CommuneMatch } from "../tariff";
import { longestComment } from "./types";
import type { VarianceComment } from "./types";

/** A comment that cannot be followed, by its place among those that were read, and what of it is at fault. */
export interface CommentFault {
  readonly index: number;
  readonly about: "commune" | "text";
  readonly code: MessageCode;
  readonly params: Anomaly["params"];
}

/**
 * What is wrong in comments: a name that no commune has ever had, a second one about the same difference, or one too long.
 * Known at once, since no campaign is billed otherwise for them: nothing else would tell.
 */
export function faultsOfComments(comments: readonly VarianceComment[]): CommentFault[] {
  const known = new Set<string>();
  return comments.flatMap((comment, index) =>
    [faultOfSubject(comment, known), faultOfLength(comment)].flatMap((fault) =>
      fault === null ? [] : [{ index, ...fault }],
    ),
  );
}

type Fault = Omit<CommentFault, "index">;

/** `known`: what those before it are about; it is added. */
function faultOfSubject(comment: VarianceComment, known: Set<string>): Fault | null {
  const { commune, against } = comment;
  const match = communeOf(comment);
  if (match.kind === "unknown") {
    const params = { commune, suggestion: match.suggestion?.name ?? "" };
    return { about: "commune", code: "options-comment-commune", params };
  }
  const subject = commentKey(comment);
  if (known.has(subject))
    return { about: "commune", code: "options-comment-twice", params: { commune, year: against } };
  known.add(subject);
  return null;
}

function faultOfLength({ commune, against, text: { length } }: VarianceComment): Fault | null {
  if (length <= longestComment) return null;
  const params = { commune, year: against, count: length, limit: longestComment };
  return { about: "text", code: "options-comment-too-long", params };
}

/** Names the difference that a comment is about, however its commune is written. */
export function commentKey(comment: Pick<VarianceComment, "commune" | "against">): string {
  const match = communeOf(comment);
  const commune = match.kind === "unknown" ? fold(comment.commune) : `${match.commune.insee} ${match.commune.siren}`;
  return JSON.stringify([commune, comment.against]);
}

function communeOf({ commune, against }: Pick<VarianceComment, "commune" | "against">): CommuneMatch {
  return directoryOf(String(against)).find(commune);
}

const directoryOf = memoByText((year) => createDirectory(campaignOf(Number(year)).snapshot));
