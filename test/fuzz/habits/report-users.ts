import type { Result } from "./sweep";
import type { Answer } from "./users/answers";

type Print = (text: string) => void;

/** Says what came of answering what was asked: truthfully, then by any of the choices offered. */
export function reportUsers(results: readonly Result[], print: Print): void {
  const asked = results.filter(({ answered }) => answered !== undefined);
  const ends = asked.map(({ answered, isCorrected }) => (isCorrected === true ? "corrected in cells" : answered!.end));
  print(`\nAsked, then answered truthfully: ${counted(ends)}`);
  print(`  true answers needed: ${counted(asked.map(({ answered }) => String(answered!.answers.length)))}`);
  const stuck = asked.filter(({ isCorrected }) => isCorrected !== true);
  print(`  no way out, by code: ${counted(stuck.flatMap(({ answered }) => [...new Set(answered!.noWayOut)]))}`);
  for (const { composed, answered } of asked.filter(({ answered }) => answered!.end === "silent"))
    print(
      `  wrong after true answers: ${name(composed.composition)} — ${said(answered!.answers)} → ${answered!.why.slice(0, 100)}`,
    );
  for (const { composed, answered } of stuck.filter(({ answered }) => answered!.end === "stuck"))
    print(`  stuck: ${name(composed.composition)} — ${said(answered!.answers)} → ${answered!.why.slice(0, 160)}`);
  const followed = results.flatMap((result) => (result.followed === undefined ? [] : [{ result, ...result.followed }]));
  const total = (key: "tried" | "exact" | "asked" | "lied"): number => followed.reduce((sum, one) => sum + one[key], 0);
  const misled = followed.flatMap(({ result, misled: of }) => of.map((one) => ({ result, ...one })));
  print(
    `\nAdvice followed to the letter, ${total("tried")} ways: exact ${total("exact")} · asked again ${total("asked")} · ` +
      `wrong by a false answer ${total("lied")} · misled ${misled.length}`,
  );
  const causes = misled.flatMap(({ forced }) => (forced.length === 0 ? ["true answers"] : forced.map(answerOf)));
  print(`  misled by, nothing true being offered: ${counted(causes)}`);
  const shown = new Map(misled.map((one) => [name(one.result.composed.composition), one]));
  for (const [which, { answers, why }] of [...shown].slice(0, mostShown))
    print(`  misled: ${which} — ${said(answers)} → ${why.slice(0, 100)}`);
}

const mostShown = 60;

/** `duplicate-school: repeats added`. */
function answerOf({ point, offers: [offer] }: Answer): string {
  const { list, entry } = offer!;
  return `${point.code}: ${list} ${entry["as"] ?? entry["commune"] ?? ""}`.trim();
}

function name({ seed, layout, habits }: Result["composed"]["composition"]): string {
  return `${seed} ${layout}: ${habits.join(", ")}`;
}

function said(answers: readonly Answer[]): string {
  const entries = answers.map((answer) => {
    const { entry } = answer.offers[0]!;
    return `${answerOf(answer)} (${entry["word"] ?? `${entry["sheet"] ?? ""}!${entry["cell"] ?? entry["row"] ?? ""}`})`;
  });
  return entries.slice(0, 6).join(" | ");
}

/** `exact 12 · stuck 3`, the most first. */
function counted(words: readonly string[]): string {
  const counts = new Map<string, number>();
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  const sorted = [...counts].sort(([, one], [, other]) => other - one);
  return sorted.map(([word, count]) => `${word} ${count}`).join(" · ") || "none";
}
