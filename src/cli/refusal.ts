import { commandMessage } from "../messages";
import type { Anomaly, Language, CommandCode } from "../messages";

/** Why the command cannot go on, said in its own messages or in those of what it calls. */
export type Refusal = Anomaly<CommandCode>;

/** A refusal of no cell. */
export function refusal(code: CommandCode, params: Refusal["params"] = {}): Refusal {
  return { severity: "error", code, file: null, sheet: null, cell: null, params };
}

/** An anomaly as people read it: `Feuille!A1 : message`, its file in brackets where `showFile`. */
export function anomalyLine(anomaly: Refusal, language: Language, showFile: boolean): string {
  const { code, params } = anomaly;
  const place = placeOf(anomaly, showFile);
  const colon = language === "fr" ? "\u00a0: " : ": ";
  return (place === "" ? "" : place + colon) + commandMessage(code, params, language);
}

/** All that is wrong in one line: the first thing to correct, and how many come after. */
export function refusalLine(refusals: readonly Refusal[], language: Language): string {
  const [first, ...others] = refusals;
  if (first === undefined) throw new Error("A refusal says why.");
  const line = anomalyLine(first, language, true).replace(/\s*[\r\n]+\s*/g, " ");
  if (others.length === 0) return line;
  return commandMessage("cli-and-more", { message: line, count: others.length }, language);
}

function placeOf({ file, sheet, cell }: Refusal, showFile: boolean): string {
  if (sheet === null) return "";
  const name = cell === null ? sheet : `${sheet}!${cell}`;
  return showFile && file !== null ? `[${file}]${name}` : name;
}
