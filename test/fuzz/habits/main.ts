import { writeFileSync } from "node:fs";
import { composeAlone, composeSeed, type Composed } from "./compose";
import { habits } from "./list";
import { render } from "./render";
import { reportAlone, reportSeeds } from "./report";

const usage = `npm run habits -- [N] [SEED]            N workbooks composed at random, from SEED on (300 from 1)
npm run habits -- --with HABIT [N] [SEED]   the same, each with a habit whose name has HABIT in it
npm run habits -- --alone [HABIT]       every habit, or those whose name has HABIT in it, alone on each layout
npm run habits -- --advice …            any of these, and what comes of answering what is asked
npm run habits -- --write SEED OUT.xlsx writes one, what is due beside it
npm run habits -- --write-alone HABIT LAYOUT OUT.xlsx [SEED]   the same of one habit alone`;

async function main(given: readonly string[]): Promise<void> {
  const advice = given.includes("--advice");
  const [first, second, third, fourth, fifth] = given.filter((one) => one !== "--advice");
  if (first === "--alone") return reportAlone(second ?? "", advice, print);
  if (first === "--write" && third !== undefined) return write(composeSeed(Number(second)), third);
  if (first === "--write-alone" && fourth !== undefined) {
    const habit = habits.find(({ name }) => name === second);
    const composed = habit === undefined ? null : composeAlone(habit, third!, Number(fifth ?? 1));
    return composed === null ? print("It does not fit.") : write(composed, fourth);
  }
  const [habit, many, start] = first === "--with" ? [second, third, fourth] : [undefined, first, second];
  const count = Number(many ?? 300);
  const from = Number(start ?? 1);
  if (!Number.isInteger(count) || !Number.isInteger(from)) return print(usage);
  return reportSeeds({ count, from, advice, ...(habit !== undefined && { habit }) }, print);
}

async function write({ composition, drawing, bill, must }: Composed, path: string): Promise<void> {
  const { files } = await render(drawing);
  const paths = files.map(({ name }, index) => (index === 0 ? path : path.replace(/(\.xlsx)?$/, `.${name}`)));
  files.forEach(({ bytes }, index) => writeFileSync(paths[index]!, bytes));
  const expected = { ...bill, campaign: drawing.truth.campaign, must, ...composition };
  writeFileSync(path.replace(/(\.xlsx)?$/, ".expected.json"), `${JSON.stringify(expected, null, 2)}\n`);
  const had = composition.habits.join(", ");
  print(`${paths.join(", ")}: ${composition.layout}, ${had} (campaign ${drawing.truth.campaign}, ${must})`);
}

function print(text: string): void {
  process.stdout.write(`${text}\n`);
}

await main(process.argv.slice(2));
