import type { Dice } from "../dice";
import type { Judge, Judged } from "../verdict";
import { answersOf, choicesOf, type Answer } from "./answers";
import { rounds, trueAnswers } from "./oracle";
import type { Truths } from "./truths";

/** A wrong amount that answers led to, without an error. */
interface Misled {
  readonly answers: readonly Answer[];
  /** Those of them that were false, nothing true being offered; none where all were true. */
  readonly forced: readonly Answer[];
  readonly why: string;
}

/** What comes of following advice to the letter, one way or another. */
export interface Followed {
  readonly tried: number;
  readonly exact: number;
  readonly asked: number;
  /** Wrong, and a false answer was given where a true one was offered: no fault of the advice. */
  readonly lied: number;
  /** Wrong, though none of the answers was false, or nothing true was offered in its place. */
  readonly misled: readonly Misled[];
}

const mostWays = 16;

/**
 * Answers every point by one of the choices that it offers, whichever, and goes on where it is asked again: every value of each
 * point once at least, as far as so many ways allow.
 */
export function followBlindly(judge: Judge, first: Judged, truths: Truths, files: number, dice: Dice): Followed {
  const followed = { tried: 0, exact: 0, asked: 0, lied: 0, misled: [] as Misled[] };
  const offered = first.points.map((point) => answersOf(point, files > 1)).filter(({ length }) => length > 0);
  if (offered.length === 0) return followed;
  const most = Math.max(...offered.map(({ length }) => length));
  for (let way = 0; way < Math.min(most + offered.length, mostWays); way++) {
    const answers = offered.map((all) => (way < all.length && most <= mostWays ? all[way]! : dice.one(all)));
    let judged = judge.judge(choicesOf(answers));
    for (let round = 1; round < rounds && judged.verdict === "refused"; round++) {
      const next = judged.points.map((point) => answersOf(point, files > 1)).filter(({ length }) => length > 0);
      if (next.length === 0) break;
      answers.push(...next.map((all) => dice.one(all)));
      judged = judge.judge(choicesOf(answers));
    }
    followed.tried++;
    if (judged.verdict === "exact") followed.exact++;
    else if (judged.verdict === "refused") followed.asked++;
    else if (answers.some((answer) => isLie(answer, truths, files > 1))) followed.lied++;
    else followed.misled.push({ answers, forced: answers.filter((one) => isFalse(one, truths)), why: judged.why });
  }
  return followed;
}

/** Returns whether an answer is false though its point offered a true one, or its cell is to be corrected. */
function isLie(answer: Answer, truths: Truths, severalFiles: boolean): boolean {
  const { point } = answer;
  return isFalse(answer, truths) && (truths.isAccident(point) || trueAnswers(point, truths, severalFiles).length > 0);
}

const isFalse = ({ point, offers }: Answer, truths: Truths): boolean =>
  offers.some((offer) => !truths.allow(offer, point.code));
