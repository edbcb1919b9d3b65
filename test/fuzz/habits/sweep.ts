import { compose, composeAlone, type Composed } from "./compose";
import { Dice } from "./dice";
import { layouts } from "./draw";
import { habits } from "./list";
import { render } from "./render";
import { followBlindly, type Followed } from "./users/follower";
import { answerTruthfully, type Answered } from "./users/oracle";
import { Truths } from "./users/truths";
import { Judge, type Judged, type Verdict } from "./verdict";

/** A workbook judged. */
export interface Result {
  readonly composed: Composed;
  readonly judged: Judged;
  /** What comes of answering what it asks, where that was tried. */
  readonly answered?: Answered;
  readonly followed?: Followed;
  /** True where no choice settles it, and what is wrong in its cells, once corrected, does. */
  readonly isCorrected?: boolean;
}

/** Writes a composed workbook and judges what the product makes of it; and of answers to what it asks, with `advice`. */
export async function judgeComposed(composed: Composed, { advice = false } = {}): Promise<Result> {
  const { drawing, bill, composition } = composed;
  const rendered = await render(drawing);
  const judge = await Judge.open(rendered.files, drawing.truth.campaign, bill);
  const judged = judge.judge();
  if (!advice || judged.verdict !== "refused") return { composed, judged };
  const truths = new Truths(drawing, rendered);
  const files = rendered.files.length;
  const answered = answerTruthfully(judge, judged, truths, files > 1);
  const followed = followBlindly(judge, judged, truths, files, new Dice(composition.seed, "follower"));
  const isCorrected = answered.end === "stuck" && (await isReadOnceCorrected(composed));
  return { composed, judged, answered, followed, isCorrected };
}

/** True where the same workbook is exact without the accidents in its cells. */
async function isReadOnceCorrected({ composition }: Composed): Promise<boolean> {
  const sound = composition.habits.filter((name) => habits.find((one) => one.name === name)!.class !== "accident");
  if (sound.length === composition.habits.length) return false;
  const { judged } = await judgeComposed(compose({ ...composition, habits: sound }));
  return judged.verdict === "exact";
}

/** The same fault with as few habits as show it: each one is left out where the verdict stays. */
export async function shrink(result: Result): Promise<Result> {
  const { composition } = result.composed;
  for (const habit of composition.habits) {
    const fewer = { ...composition, habits: composition.habits.filter((name) => name !== habit) };
    const other = await judgeComposed(compose(fewer));
    if (other.judged.verdict === result.judged.verdict) return shrink(other);
  }
  return result;
}

/** True where the verdict is one that the composition allows. */
export function isAllowed({ composed: { must }, judged: { verdict } }: Result): boolean {
  return verdict === "exact" || (verdict === "refused" && must !== "read");
}

/** True where §4 wants a question and none was asked, though the figures are right. */
export function isUnasked({ composed: { must }, judged: { verdict } }: Result): boolean {
  return must === "must-ask" && verdict === "exact";
}

/** Every habit alone, or one in so many, on so many of the layouts that it fits: not the same ones for each. */
export async function* everyHabitAlone(onLayouts: number, oneIn = 1): AsyncGenerator<Result> {
  for (const [index, habit] of habits.entries()) {
    if (index % oneIn !== 0) continue;
    let left = onLayouts;
    for (let turn = 0; turn < layouts.length && left > 0; turn++) {
      const composed = composeAlone(habit, layouts[(index + turn) % layouts.length]!.name, 1);
      if (composed === null) continue;
      left--;
      yield await judgeComposed(composed);
    }
  }
}

const verdicts: readonly Verdict[] = ["exact", "refused", "silent", "crash"];

/** `exact 12 · refused 3` of some results. */
export function countsOf(results: readonly Result[]): string {
  return verdicts
    .map((verdict) => [verdict, results.filter(({ judged }) => judged.verdict === verdict).length] as const)
    .filter(([, count]) => count > 0)
    .map(([verdict, count]) => `${verdict} ${count}`)
    .join(" · ");
}
