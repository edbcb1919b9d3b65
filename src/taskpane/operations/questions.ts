import { billInventoryInSteps } from "../../billing";
import { countOf, failure, unexpected } from "../../messages";
import { changedOptions, type Choice, type OptionsChange, type WordKind } from "../../options";
import { effectKey, type Effect, type Settled } from "../state/choices";
import {
  anomalyKey,
  placeKey,
  type PointShown,
  type Preview,
  type Question,
  type QuestionPlace,
} from "../state/preview";
import { previewOf, effectsIn } from "../state/state";
import type { SessionContext } from "./context";
import { runInSlices } from "./environment";
import { chosen, keepChoice, nextPoint, takenBack } from "./choices";
import { goToAnomaly } from "./navigate";
import { requestOf, type Snapshot } from "./snapshot";
import { describeRow, fileInOptions, writtenAt } from "./snapshot-cells";

/** Shows the next (+1) or previous (−1) cell of the open point, cyclically; the focus does not move. */
export async function walk(context: SessionContext, direction: 1 | -1): Promise<void> {
  const { point, place } = context.state.list;
  const anomalies = point === null ? [] : (previewOf(context.state)?.points[point]?.anomalies ?? []);
  if (anomalies.length < 2) return;
  const next = (place + direction + anomalies.length) % anomalies.length;
  const anomaly = anomalies[next]!;
  context.dispatch({ type: "place-shown", place: next });
  await goToAnomaly(context, anomaly);
  const { sheet, cell } = anomaly;
  if (context.state.trouble !== null || sheet === null || cell === null) return;
  const row = describeRow(context, anomaly);
  const params = { n: next + 1, count: anomalies.length, cell: `${sheet} ${cell}`, row };
  context.dispatch({ type: "notice-given", notice: { code: "pane-point-walk", params }, besideTrouble: true });
}

/** Reports in `effects` what an answer would change. `here`: at that place of the question only. */
export function estimateAnswer(
  context: SessionContext,
  question: Question,
  as: string,
  here: number | null,
): Promise<void> {
  return estimate(context, effectKey(question, as, here), choicesFor(context, question, as, here).map(chosen));
}

/** Reports in `effects`, under `key`, what undoing choices would change. */
export function estimateTakingBack(context: SessionContext, key: string, choices: readonly Choice[]): Promise<void> {
  return estimate(context, key, choices.map(takenBack));
}

/** Saves an answer, reads everything again, and moves on from what it settled. `here`: for that place only. */
export async function answer(
  context: SessionContext,
  question: Question,
  as: string,
  here: number | null,
): Promise<void> {
  const before = previewOf(context.state);
  if (before === null) return;
  const choices = choicesFor(context, question, as, here);
  const { settled, list, step, open } = context.state;
  const isInList = step === "controle" && open === null && list.point !== null;
  const following = isInList ? nextPoint(context, list.point) : null;
  await keepChoice(context, choices.map(chosen), () => {
    const after = previewOf(context.state) ?? before;
    const count = settledCount(before, after, question, here);
    const difference = after.statement.total.minus(before.statement.total);
    const to = following?.() ?? { on: "point", point: null };
    return { ...to, settled: [...settled, { choices, question, as, count, difference }] };
  });
}

/** Takes back the last answer; the other answers stay listed. */
export async function takeBackAnswer(context: SessionContext, back: Settled): Promise<void> {
  const settled = context.state.settled.filter((one) => one !== back);
  await keepChoice(context, back.choices.map(takenBack), () => ({ on: "point", point: null, settled }));
}

/** Makes the same choices again for cells whose text has changed. */
export async function chooseAgain(context: SessionContext, choices: readonly Choice[]): Promise<void> {
  const changes = choices.map((choice) => chosen(withWritten(context, choice)));
  await keepChoice(context, changes, () => ({ on: "choices" }));
}

/** Returns the choices that an answer makes: one for a word, otherwise one for each place. */
function choicesFor(context: SessionContext, question: Question, as: string, here: number | null): Choice[] {
  const { about, word, kind, code, places } = question;
  if (about === "word") return [wordChoice(word, kind!, as)];
  const several = here === null && places.length > 1;
  if (about === "column" && several && word !== "") return [wordChoice(word, "header", as)];
  return (here === null ? places : [places[here]!]).map((place) => {
    const at = placeInOptions(context, place);
    return {
      about,
      choice: about === "accepted" ? { ...at, code: code!, was: at.was ?? "" } : { ...at, as },
    } as Choice;
  });
}

/** Returns the choice of a word's meaning. */
function wordChoice(word: string, kind: WordKind, as: string): Choice {
  return { about: "word", choice: { word, kind, as } };
}

/** Returns a place in the form of options, with its current text. */
function placeInOptions(context: SessionContext, { file, sheet, cell }: QuestionPlace) {
  const was = writtenAt(context, { file, sheet, cell });
  return { file: fileInOptions(context, file), sheet, cell, ...(was !== "" && { was }) };
}

function withWritten(context: SessionContext, choice: Choice): Choice {
  if (choice.about === "word" || choice.about === "row" || choice.choice.sheet === null) return choice;
  const { file, sheet, cell } = choice.choice;
  const was = writtenAt(context, { file, sheet, cell });
  return { ...choice, choice: { ...choice.choice, was } } as Choice;
}

/** Counts the cells, in the points of a question, that no point mentions any more. */
function settledCount(before: Preview, after: Preview, question: Question, here: number | null): number {
  const place = here === null ? null : placeKey(question.places[here]!);
  const asked = before.points
    .filter((point) => sameQuestion(point, question))
    .flatMap(({ anomalies }) => anomalies)
    .filter((anomaly) => place === null || placeKey(anomaly) === place);
  const left = new Set(after.points.flatMap(({ anomalies }) => anomalies.map(anomalyKey)));
  return asked.filter((anomaly) => !left.has(anomalyKey(anomaly))).length;
}

function sameQuestion({ question }: PointShown, asked: Question): boolean {
  return question !== null && (question === asked || JSON.stringify(question) === JSON.stringify(asked));
}

/**
 * Computes the effect of changes of the options before they are made, and stores it under `key`: bills the last reading
 * again, once for each key, one after the other, a frame at a time.
 */
function estimate(context: SessionContext, key: string, changes: readonly OptionsChange[]): Promise<void> {
  const { snapshot, state } = context;
  if (snapshot === null || effectsIn(state)[key] !== undefined) return context.estimates;
  context.dispatch({ type: "effect-estimated", key, effect: { kind: "reckoning" } });
  context.estimates = context.estimates.then(() => reckon(context, snapshot, key, changes));
  return context.estimates;
}

async function reckon(
  context: SessionContext,
  snapshot: Snapshot,
  key: string,
  changes: readonly OptionsChange[],
): Promise<void> {
  const isGone = () => context.snapshot?.billing.reading !== snapshot.billing.reading;
  const { options } = context.state;
  if (isGone() || options.kind !== "seen") return;
  const changed = changedOptions(options.options, changes);
  const steps = billInventoryInSteps({ ...requestOf(snapshot), options: changed });
  const billed = await runInSlices(steps, context.environment.scheduler, isGone).catch((fault: unknown) => {
    const anomaly = unexpected(fault);
    context.dispatch({ type: "troubled", anomaly });
    return failure([anomaly]);
  });
  if (billed === null || isGone()) return;
  const effect: Effect = billed.ok ? effectOf(snapshot, billed.value) : { kind: "unknown" };
  context.dispatch({ type: "effect-estimated", key, effect });
}

type Billed = Pick<Snapshot["billing"], "reading" | "statement">;

function effectOf({ billing }: Snapshot, billed: Billed): Effect {
  const [before, after] = [billing.statement.total, billed.statement.total];
  const errorsIn = ({ reading }: Billed) => countOf(reading.anomalies, "error");
  const known = new Set(billing.reading.anomalies.map(anomalyKey));
  return {
    kind: "reckoned",
    change: { before, after, difference: after.minus(before) },
    errors: errorsIn(billed) - errorsIn(billing),
    created: billed.reading.anomalies
      .filter((anomaly) => anomaly.severity !== "info" && !known.has(anomalyKey(anomaly)))
      .map(({ sheet, cell }) => ({ sheet, cell })),
  };
}
