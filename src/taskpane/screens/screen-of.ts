import type { PaneState } from "../state/state";

export type ScreenName =
  | "settings"
  | "explanation"
  | "compare"
  | "simulate"
  | "rectify"
  | "welcome"
  | "unread"
  | "reading"
  | "refused"
  | "unreadable"
  | "headcounts"
  | "lecture"
  | "controle"
  | "repartition"
  | "commune"
  | "plan"
  | "confirm"
  | "generating"
  | "undoing"
  | "done"
  | "undo"
  | "stopped"
  | "edited";

/** The screen that a state calls for. */
export function screenOf({
  work,
  source,
  step,
  ending,
  asking,
  commune,
  analysis,
  explanation,
  settingsOpen,
}: PaneState): ScreenName {
  if (work.kind === "generating" || work.kind === "undoing") return work.kind;
  // A short reading leaves the screen as it was: a flash tells nothing.
  if (work.kind === "reading" && work.wait !== "silent") return "reading";
  if (settingsOpen) return "settings";
  if (explanation !== null && source.kind === "read") return "explanation";
  if (step === "documents" && asking === "undo") return "undo";
  if (step === "documents" && (ending.kind === "undone" || ending.kind === "undo-failed")) return "stopped";
  if (source.kind === "unread") return step === "lecture" ? "welcome" : "unread";
  if (source.kind !== "read") return source.kind;
  if (analysis !== null) return analysis;
  if (step === "lecture" && source.preview.withoutHeadcounts) return "headcounts";
  if (step === "repartition") return commune === null ? "repartition" : "commune";
  if (step !== "documents") return step;
  if (asking === "generate") return "confirm";
  switch (ending.kind) {
    case "done":
    case "edited":
      return ending.kind;
    case "cancelled":
    case "failed":
      return "stopped";
    default:
      return "plan";
  }
}
