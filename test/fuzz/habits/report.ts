import { composeAlone, composeSeed } from "./compose";
import { layouts } from "./draw";
import { habits } from "./list";
import { countsOf, isAllowed, judgeComposed, shrink, type Result } from "./sweep";

type Print = (text: string) => void;

/** Judges workbooks composed at random, and says how many are read, by verdict, layout and habit; then which ones fail. */
export async function reportSeeds(count: number, from: number, advice: boolean, print: Print): Promise<void> {
  const results: Result[] = [];
  for (let seed = from; seed < from + count; seed++) results.push(await judgeComposed(composeSeed(seed), { advice }));
  print(`${count} workbooks: ${countsOf(results)}`);
  for (const must of ["read", "may-refuse"] as const) {
    const some = results.filter(({ composed }) => composed.must === must);
    print(`  of which ${some.length} ${must}: ${countsOf(some)}`);
  }
  if (advice) print(`  refused, then by the advice of the errors: ${waysOut(results)}`);
  const unbalanced = results.filter(({ judged }) => judged.unbalanced).length;
  print(
    `  rows read = billed + excluded + in error: ${unbalanced === 0 ? "everywhere" : `${unbalanced} do not add up`}`,
  );
  rates("Layouts", results, ({ composed }) => [composed.composition.layout], print);
  rates("Habits", results, ({ composed }) => composed.composition.habits, print);
  await silentWays(results, print);
  print("\nSeeds that fail:");
  for (const result of results.filter((one) => !isAllowed(one))) print(`  ${describe(result)}`);
  const misled = results.filter(({ wayOut }) => wayOut?.end === "silent" || wayOut?.end === "crash");
  if (misled.length > 0) print("\nMisled by the advice:");
  for (const result of misled) print(`  ${describe(result)}`);
}

/** Each way to be wrong in silence, with as few habits as show it, and the seeds that do. */
async function silentWays(results: readonly Result[], print: Print): Promise<void> {
  const ways = new Map<string, Result[]>();
  for (const result of results.filter(({ judged }) => judged.verdict === "silent")) {
    const { composition } = (await shrink(result)).composed;
    const way = `${composition.layout}: ${composition.habits.join(", ") || "no habit"}`;
    ways.set(way, [...(ways.get(way) ?? []), result]);
  }
  if (ways.size > 0) print("\nWrong in silence, at the least:");
  for (const [way, of] of ways) {
    const seeds = of.map(({ composed }) => composed.composition.seed).join(", ");
    print(`  ${way} (seeds ${seeds}) — ${of[0]!.judged.why.slice(0, 120)}`);
  }
}

function waysOut(results: readonly Result[]): string {
  const ends = new Map<string, number>();
  for (const { wayOut } of results) if (wayOut !== undefined) ends.set(wayOut.end, (ends.get(wayOut.end) ?? 0) + 1);
  return [...ends].map(([end, count]) => `${end} ${count}`).join(" · ");
}

/** How many workbooks are as they must be, for each word that they bear; the worst first. */
function rates(
  title: string,
  results: readonly Result[],
  wordsOf: (result: Result) => readonly string[],
  print: Print,
): void {
  const found = new Map<string, Result[]>();
  for (const result of results)
    for (const word of wordsOf(result)) found.set(word, [...(found.get(word) ?? []), result]);
  print(`\n${title}:`);
  const rows = [...found].map(([word, of]) => ({ word, of, rate: of.filter(isAllowed).length / of.length }));
  rows.sort((one, other) => one.rate - other.rate || one.word.localeCompare(other.word));
  for (const { word, of, rate } of rows)
    print(`  ${word.padEnd(34)} ${`${Math.round(rate * 100)} %`.padStart(5)}  ${countsOf(of)}`);
}

function describe({ composed: { composition, must }, judged: { verdict, why }, wayOut }: Result): string {
  const { seed, layout, habits: had } = composition;
  return `${seed} ${verdict} (${must}) ${layout}: ${had.join(", ")} — ${why.slice(0, 160)}${wayOut === undefined ? "" : ` → ${wayOut.end} (${wayOut.why.slice(0, 80)})`}`;
}

/** Judges every habit alone, on each layout that it fits. */
export async function reportAlone(pattern: string, print: Print): Promise<void> {
  for (const habit of habits.filter(({ name }) => name.includes(pattern))) {
    print(`${habit.name} (${habit.class}, ${habit.must})`);
    for (const { name } of layouts) {
      const composed = composeAlone(habit, name, 1);
      if (composed === null) continue;
      const result = await judgeComposed(composed);
      const { verdict, why } = result.judged;
      print(`  ${isAllowed(result) ? " " : "✗"} ${name.padEnd(16)} ${verdict} ${why.slice(0, 140)}`);
    }
  }
}
