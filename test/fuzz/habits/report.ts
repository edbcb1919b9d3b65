import { composeAlone, composeSeed } from "./compose";
import { layouts } from "./draw";
import { habits } from "./list";
import { reportUsers } from "./report-users";
import { countsOf, isAllowed, isUnasked, judgeComposed, shrink, type Result } from "./sweep";

type Print = (text: string) => void;

/** What is drawn: how many workbooks, from which seed, and with which habit where each must have one. */
interface Wanted {
  readonly count: number;
  readonly from: number;
  readonly advice: boolean;
  readonly habit?: string;
}

/** Judges workbooks composed at random, and says how many are read, by verdict, layout and habit; then which ones fail. */
export async function reportSeeds({ count, from, advice, habit }: Wanted, print: Print): Promise<void> {
  const results: Result[] = [];
  for (let seed = from; seed < from + count; seed++)
    results.push(await judgeComposed(composeSeed(seed, { habit }), { advice }));
  print(`${count} workbooks: ${countsOf(results)}`);
  for (const must of ["read", "may-refuse", "must-ask"] as const) {
    const some = results.filter(({ composed }) => composed.must === must);
    print(`  of which ${some.length} ${must}: ${countsOf(some)}`);
  }
  const unbalanced = results.filter(({ judged }) => judged.unbalanced).length;
  print(
    `  rows read = billed + excluded + in error: ${unbalanced === 0 ? "everywhere" : `${unbalanced} do not add up`}`,
  );
  rates("Layouts", results, ({ composed }) => [composed.composition.layout], print);
  rates("Habits", results, ({ composed }) => composed.composition.habits, print);
  await smallest("silent", "Wrong in silence, at the least:", results, print);
  await smallest("refused", "Asked without reason, at the least:", results, print);
  list(
    "Seeds that fail:",
    results.filter((one) => !isAllowed(one)),
    print,
  );
  list("Right, and yet §4 asks:", results.filter(isUnasked), print);
  if (advice) reportUsers(results, print);
}

/** Each way to fail so, with as few habits as show it, and the seeds that do. */
async function smallest(verdict: string, title: string, results: readonly Result[], print: Print): Promise<void> {
  const ways = new Map<string, Result[]>();
  for (const result of results.filter((one) => one.judged.verdict === verdict && !isAllowed(one))) {
    const { composition } = (await shrink(result)).composed;
    const way = `${composition.layout}: ${composition.habits.join(", ") || "no habit"}`;
    ways.set(way, [...(ways.get(way) ?? []), result]);
  }
  if (ways.size > 0) print(`\n${title}`);
  for (const [way, of] of [...ways].sort(([, one], [, other]) => other.length - one.length)) {
    const seeds = of.map(({ composed }) => composed.composition.seed).join(", ");
    print(`  ${way} (seeds ${seeds}) — ${of[0]!.judged.why.slice(0, 120)}`);
  }
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
    print(`  ${word.padEnd(38)} ${`${Math.round(rate * 100)} %`.padStart(5)}  ${countsOf(of)}`);
}

function list(title: string, results: readonly Result[], print: Print): void {
  if (results.length > 0) print(`\n${title}`);
  for (const result of results) print(`  ${describe(result)}`);
}

function describe({ composed: { composition, must }, judged: { verdict, why } }: Result): string {
  const { seed, layout, habits: had } = composition;
  return `${seed} ${verdict} (${must}) ${layout}: ${had.join(", ")} — ${why.slice(0, 160)}`;
}

/** Judges every habit alone, on each layout that it fits; with `advice`, answers what is asked too. */
export async function reportAlone(pattern: string, advice: boolean, print: Print): Promise<void> {
  const all: Result[] = [];
  for (const habit of habits.filter(({ name }) => name.includes(pattern))) {
    const results: Result[] = [];
    print(`${habit.name} (${habit.class}, ${habit.must})`);
    for (const { name } of layouts) {
      const composed = composeAlone(habit, name, 1);
      if (composed === null) continue;
      const result = await judgeComposed(composed, { advice });
      results.push(result);
      const { verdict, why } = result.judged;
      const mark = isUnasked(result) ? "?" : isAllowed(result) ? " " : "✗";
      print(`  ${mark} ${name.padEnd(16)} ${verdict} ${why.slice(0, 140)}`);
    }
    if (results.length === 0) print("  fits no layout");
    all.push(...results);
  }
  print(`\n${all.length} workbooks: ${countsOf(all)}`);
  if (advice) reportUsers(all, print);
}
