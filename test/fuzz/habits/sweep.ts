import { followAdvice, type WayOut } from "./chooser";
import { compose, composeAlone, type Composed } from "./compose";
import { layouts } from "./draw";
import { habits } from "./list";
import { render } from "./render";
import { judge, type Judged, type Verdict } from "./verdict";

/** A workbook judged. */
export interface Result {
  readonly composed: Composed;
  readonly judged: Judged;
  /** What following the advice of its errors comes to, where asked. */
  readonly wayOut?: WayOut;
}

/** Writes a composed workbook and judges what the product makes of it. */
export async function judgeComposed(composed: Composed, { advice = false } = {}): Promise<Result> {
  const { drawing, bill } = composed;
  const rendered = await render(drawing);
  const judged = await judge(rendered.bytes, drawing.truth.campaign, bill);
  if (!advice || judged.verdict !== "refused") return { composed, judged };
  const wayOut = await followAdvice(composed, rendered, judged);
  const isCorrected = wayOut.end === "stuck" && (await isReadOnceCorrected(composed));
  return { composed, judged, wayOut: isCorrected ? { ...wayOut, end: "corrected" } : wayOut };
}

/** True where the same workbook is exact without what a person is asked about. */
async function isReadOnceCorrected({ composition, must }: Composed): Promise<boolean> {
  if (must === "read") return false;
  const sound = composition.habits.filter((name) => !habits.some((one) => one.name === name && one.must === must));
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
  return verdict === "exact" || (verdict === "refused" && must === "may-refuse");
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

export const verdicts: readonly Verdict[] = ["exact", "refused", "silent", "crash"];

/** `exact 12 · refused 3` of some results. */
export function countsOf(results: readonly Result[]): string {
  return verdicts
    .map((verdict) => [verdict, results.filter(({ judged }) => judged.verdict === verdict).length] as const)
    .filter(([, count]) => count > 0)
    .map(([verdict, count]) => `${verdict} ${count}`)
    .join(" · ");
}
