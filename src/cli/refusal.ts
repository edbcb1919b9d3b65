import { anomaly, commandMessage, failure, type Anomaly, type CommandCode, type Language } from "../messages";

/** Why the command cannot go on, said in its own messages or in those of what it calls. */
export type Refusal = Anomaly<CommandCode>;

export function refusal(code: CommandCode, params: Refusal["params"] = {}): Refusal {
  return anomaly("error", code, params);
}

export function refuse(code: CommandCode, params: Refusal["params"] = {}) {
  return failure([refusal(code, params)]);
}

/** Returns all that is wrong in one line: the first thing to correct, with its place, and how many come after. */
export function refusalLine([first, ...others]: readonly Refusal[], language: Language): string {
  if (first === undefined) throw new Error("A refusal says why.");
  const { code, params, file, sheet, cell } = first;
  const name = [sheet, cell].filter((part) => part !== null).join("!");
  const place =
    sheet === null ? "" : `${file === null ? "" : `[${file}]`}${name}${language === "fr" ? "\u00a0: " : ": "}`;
  const line = (place + commandMessage(code, params, language)).replace(/\s*[\r\n]+\s*/g, " ");
  return others.length === 0 ? line : commandMessage("cli-and-more", { message: line, count: others.length }, language);
}
