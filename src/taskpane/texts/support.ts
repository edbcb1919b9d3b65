import type { KeyedName } from "../../documents";
import type { Anomaly, MessageCode } from "../../messages";
import type { Aftermath, Progress } from "../../workbook";
import { generatingText } from "./progress";
import { placeText, type Words } from "./words";

/** A cell is being typed in: the one refusal that only asks to go on. */
export const cellBeingEdited: MessageCode = "office-cell-edit";
/**
 * Excel computes on demand, so results may be older than a change. It is the only refusal that a button of the pane can
 * remedy.
 */
export const notCalculated: MessageCode = "office-not-calculated";

/** A stopped operation, described for support. */
export interface Stopped {
  readonly anomaly: Anomaly;
  /** The progress of a generation, and the state in which it left the workbook. */
  readonly generation?: { readonly at: Progress | null; readonly after: Aftermath };
}

/** Returns whether an anomaly may need support: refusals of Excel and bugs, not what the user can correct. */
export function isForSupport({ code }: Anomaly): boolean {
  return (
    code === "pane-unexpected" || (code.startsWith("office-") && code !== cellBeingEdited && code !== notCalculated)
  );
}

/** Returns a line each: what, its code, where, how far. */
export function supportLines({ anomaly, generation }: Stopped, sheets: readonly KeyedName[], words: Words): string[] {
  const { code, sheet, cell } = anomaly;
  return [
    words.anomaly(anomaly),
    words.say("pane-point-code", { code }),
    ...(sheet === null ? [] : [placeText(sheet, cell, null, words)]),
    ...(generation === undefined
      ? []
      : [generatingText(generation.at, sheets, words), words.say(`pane-after-${generation.after}`)]),
  ];
}
