import type { Judge, Judged } from "../verdict";
import { answersOf, choicesOf, type Answer } from "./answers";
import type { Truths } from "./truths";

/** What comes of answering truthfully: `stuck`: still refused. */
export interface Answered {
  readonly end: "exact" | "silent" | "stuck" | "crash";
  /** The answers that were given. */
  readonly answers: readonly Answer[];
  /** The codes of what was asked and never had a true answer, where they end so. */
  readonly noWayOut: readonly string[];
  /** Figures that are wrong, or errors that are left. */
  readonly why: string;
}

/** As many choices as a cause may take. (decisions §4) */
export const rounds = 3;

/** Answers every point by a choice that is offered and true, as a person who knows what is so would, three times at most. */
export function answerTruthfully(judge: Judge, first: Judged, truths: Truths, severalFiles: boolean): Answered {
  const answers: Answer[] = [];
  let judged = first;
  for (let round = 0; round < rounds && judged.verdict === "refused"; round++) {
    const known = new Set(answers.map(keyOf));
    const added = judged.points.flatMap((point) => {
      const answer = trueAnswers(point, truths, severalFiles).find((one) => !known.has(keyOf(one)));
      return answer === undefined ? [] : [answer];
    });
    if (added.length === 0) break;
    answers.push(...added);
    judged = judge.judge(choicesOf(answers));
  }
  const unsettled = judged.points.filter((point) => trueAnswers(point, truths, severalFiles).length === 0);
  const end = judged.verdict === "refused" ? "stuck" : judged.verdict;
  return { end, answers, noWayOut: end === "stuck" ? unsettled.map(({ code }) => code) : [], why: judged.why };
}

/** Returns the answers to a point of which nothing is false. */
export function trueAnswers(point: Answer["point"], truths: Truths, severalFiles: boolean): Answer[] {
  return answersOf(point, severalFiles).flatMap(({ offers }): Answer[] => {
    // Some of its places may have another answer than others.
    const allowed = offers.filter((offer) => truths.allow(offer, point.code));
    return allowed.length === 0 ? [] : [{ point, offers: allowed }];
  });
}

const keyOf = ({ offers }: Answer): string => JSON.stringify(offers);
