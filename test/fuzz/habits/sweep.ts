import { composeAlone, type Composed } from "./compose";
import { layouts } from "./draw";
import { habits } from "./list";
import { render } from "./render";
import { judge, type Judged, type Verdict } from "./verdict";

/** A workbook judged. */
export interface Result {
  readonly composed: Composed;
  readonly judged: Judged;
}

/** Writes a composed workbook and judges what the product makes of it. */
export async function judgeComposed(composed: Composed): Promise<Result> {
  const { drawing, bill } = composed;
  const { bytes } = await render(drawing);
  return { composed, judged: await judge(bytes, drawing.truth.campaign, bill) };
}

/** True where the verdict is one that the composition allows. */
export function isAllowed({ composed: { must }, judged: { verdict } }: Result): boolean {
  return verdict === "exact" || (verdict === "refused" && must === "may-refuse");
}

/** Every habit alone, on every layout that it fits, on so many seeds each. */
export async function* everyHabitAlone(seeds: number, firstSeed = 1): AsyncGenerator<Result> {
  for (const habit of habits)
    for (const { name } of layouts) {
      let next = firstSeed;
      for (let count = 0; count < seeds; count++) {
        const composed = composeAlone(habit, name, next);
        if (composed === null) break;
        yield await judgeComposed(composed);
        next = composed.composition.seed + 1;
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
