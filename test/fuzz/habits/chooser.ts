import type { Composed } from "./compose";
import type { Answers, Column, Drawing } from "./model";
import type { Rendered } from "./render";
import { judge, type Judged, type Problem } from "./verdict";

/**
 * What following the advice of errors comes to. `corrected`: no choice settles them, and what is wrong in the cells, once
 * corrected, does; `stuck`: nothing does.
 */
export interface WayOut {
  readonly end: "settled" | "silent" | "corrected" | "stuck" | "crash";
  /** How many choices it took. */
  readonly choices: number;
  /** The errors that are left. */
  readonly why: string;
}

type Choice = Readonly<Record<string, string>>;
type Key = "words" | "mappings" | "tables" | "repeats" | "communes" | "accepted";
type Choices = Partial<Record<Key, Choice[]>>;

/** As many choices as a cause may take. (decisions §4) */
const rounds = 3;

/**
 * Answers what errors ask as a person who knows what is so would, one choice a cause, three times at most: words first,
 * then what a column, a table or a quantity is. (decisions §4, the table of choices)
 */
export async function followAdvice(composed: Composed, rendered: Rendered, first: Judged): Promise<WayOut> {
  const { drawing, bill } = composed;
  const choices: Choices = {};
  let judged = first;
  for (let round = 0; round < rounds && judged.verdict === "refused"; round++) {
    const added = judged.errors.filter(
      (problem, index) => isFirstOfItsCause(judged.errors, index, rendered) && add(choices, problem, drawing, rendered),
    );
    if (added.length === 0) break;
    judged = await judge(rendered.bytes, drawing.truth.campaign, bill, choices);
    if (judged.why === "options") break;
  }
  const count = Object.values(choices).reduce((sum, { length }) => sum + length, 0);
  const end = ({ exact: "settled", silent: "silent", refused: "stuck", crash: "crash" } as const)[judged.verdict];
  return { end, choices: count, why: judged.why };
}

const nameOf = ({ sheet, cell }: Problem): string => `${sheet}!${cell}`;

/** Errors of one code on one word have one cause. */
function isFirstOfItsCause(errors: readonly Problem[], index: number, { texts }: Rendered): boolean {
  const cause = (problem: Problem): string => `${problem.code} ${texts.get(nameOf(problem)) ?? problem.sheet}`;
  return errors.findIndex((other) => cause(other) === cause(errors[index]!)) === index;
}

/** Adds the choice that answers an error; false where a person would not know one, or made it already. */
function add(choices: Choices, problem: Problem, drawing: Drawing, rendered: Rendered): boolean {
  const found = choiceFor(problem, drawing, rendered);
  if (found === null) return false;
  const [key, choice] = found;
  const made = (choices[key] ??= []);
  if (made.some((one) => JSON.stringify(one) === JSON.stringify(choice))) return false;
  made.push(choice);
  return true;
}

function choiceFor(problem: Problem, drawing: Drawing, { places, texts }: Rendered): readonly [Key, Choice] | null {
  const { code, sheet, cell } = problem;
  if (sheet === null) return null;
  if (code === "ambiguous-source") {
    const isAside = drawing.sheets.some((one) => one.name === sheet && one.aside === true);
    return ["tables", { sheet, ...(cell !== null && { cell }), as: isAside ? "ignored" : "inventory" }];
  }
  if (cell === null) return null;
  const was = texts.get(nameOf(problem)) ?? "";
  const known = <K extends keyof Answers>(key: K): NonNullable<Answers[K]>[] =>
    drawing.answers.map((answers) => answers[key]).filter((answer) => answer !== undefined);
  const word = known("words")
    .flat()
    .find((one) => was.includes(one.word));
  if (word !== undefined) return ["words", { ...word }];
  const commune = known("communes")
    .map((one) => one[was])
    .find((one) => one !== undefined);
  if (commune !== undefined) return ["communes", { sheet, cell, commune, was }];
  const [repeats] = known("repeats");
  if (repeats !== undefined && /duplicate|twice|repeat/.test(code)) return ["repeats", { sheet, cell, as: repeats }];
  if (code.startsWith("implausible") && known("accepts").includes(true))
    return ["accepted", { sheet, cell, code, was }];
  const place = places.get(nameOf(problem));
  if (place === undefined || place.row !== null || was === "") return null;
  const as =
    known("mappings")
      .map((one) => one[was])
      .find((one) => one !== undefined) ?? roleOf(place.column);
  return as === null ? null : ["mappings", { sheet, cell, as, was }];
}

/** What a column is, in the words of the options. */
function roleOf({ role, prestation, nature }: Column): string | null {
  if (role === "other" || role === "name") return "ignored";
  if (role !== "quantity") return role;
  if (prestation === undefined) return nature === undefined ? "quantity" : `quantity ${nature}`;
  return nature === "installation" ? `${prestation} installation` : `${prestation} maintenance`;
}
