import { writeFileSync } from "node:fs";
import { composeSeed } from "./compose";
import { render } from "./render";
import { reportAlone, reportSeeds } from "./report";

const usage = `npm run habits -- [N] [SEED]            N workbooks composed at random, from SEED on (300 from 1)
npm run habits -- --advice [N] [SEED]   the same, and what following the advice of errors comes to
npm run habits -- --alone [HABIT]       every habit, or those whose name has HABIT in it, alone on each layout
npm run habits -- --write SEED OUT.xlsx writes one, what is due beside it`;

async function main(given: readonly string[]): Promise<void> {
  const advice = given.includes("--advice");
  const [first, second, third] = given.filter((one) => one !== "--advice");
  if (first === "--alone") return reportAlone(second ?? "", print);
  if (first === "--write" && second !== undefined && third !== undefined) return write(Number(second), third);
  const count = Number(first ?? 300);
  const from = Number(second ?? 1);
  if (!Number.isInteger(count) || !Number.isInteger(from)) return print(usage);
  return reportSeeds(count, from, advice, print);
}

async function write(seed: number, path: string): Promise<void> {
  const { composition, drawing, bill, must } = composeSeed(seed);
  writeFileSync(path, (await render(drawing)).bytes);
  const expected = { ...bill, campaign: drawing.truth.campaign, must, ...composition };
  writeFileSync(path.replace(/(\.xlsx)?$/, ".expected.json"), `${JSON.stringify(expected, null, 2)}\n`);
  print(
    `${path}: ${composition.layout}, ${composition.habits.join(", ")} (campaign ${drawing.truth.campaign}, ${must})`,
  );
}

function print(text: string): void {
  process.stdout.write(`${text}\n`);
}

await main(process.argv.slice(2));
