import type { ReadingCode } from "../../../messages";
import type { Meaning, Question } from "../../session/choice-types";
import { meaningOf } from "../../words/roles";
import type { ReadingTexts } from "./words";

/** What answers are named after: the campaign, and what columns may hold. */
interface Known {
  readonly campaign: number;
  readonly meanings: readonly Meaning[];
}

/** An answer to a question as one says it. */
export function answerText(
  { about, kind }: Pick<Question, "about" | "kind">,
  as: string,
  { campaign, meanings }: Known,
  { words, t }: ReadingTexts,
): string {
  const own = ownText({ about, kind }, as);
  if (own !== null) return t(own, { year: campaign });
  const folded = as.toLowerCase();
  const meaning = meanings.find((one) => one.as.toLowerCase() === folded);
  if (meaning !== undefined) return meaningOf(meaning, words);
  return meanings.find(({ role, prestation }) => role === as && prestation !== null)?.prestation ?? as;
}

/** Whether an answer is a prestation, which stays French in any language. */
export function isFrench({ about, kind }: Pick<Question, "about" | "kind">, as: string): boolean {
  return (about === "column" || kind === "prestation" || kind === "header") && /^[A-Z]+_?[A-Z]*( |$)/.test(as);
}

const natures = ["installation", "maintenance", "nothing"] as const;
const states = ["in-service", "out", "stock", "nothing"] as const;
const columns = ["ignored", "year-installed", "exit"] as const;
const uses = ["inventory", "installations", "headcounts", "ignored"] as const;
const rules = ["added", "first"] as const;

function ownText({ about, kind }: Pick<Question, "about" | "kind">, as: string): ReadingCode | null {
  const among = <A extends string>(known: readonly A[]): A | undefined => known.find((one) => one === as);
  const [nature, state, column, use, rule] = [among(natures), among(states), among(columns), among(uses), among(rules)];
  if (kind === "nature" && nature !== undefined) return `pane-say-nature-${nature}`;
  if (kind === "state" && state !== undefined) return `pane-say-state-${state}`;
  if (kind === "prestation" && as === "nothing") return "pane-say-prestation-nothing";
  if (kind === "header" && (as === "in-service" || as === "out")) return `pane-say-remark-${as}`;
  if (about === "table" && use !== undefined) return `pane-say-table-${use}`;
  if (about === "repeat" && rule !== undefined) return `pane-say-repeat-${rule}`;
  if ((about === "column" || kind === "header") && column !== undefined) return `pane-say-column-${column}`;
  return null;
}

/** What the cells of a point, or of what was settled, are counted as. */
export type Unit = "rows" | "cells" | "columns" | "schools";

export function unitOf({ about, kind }: Pick<Question, "about" | "kind">): Unit {
  if (about === "word") return kind === "header" ? "cells" : "rows";
  return about === "column" ? "columns" : about === "repeat" ? "schools" : "cells";
}
