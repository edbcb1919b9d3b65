import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { inOwnProcess } from "../processes";
import { makeRegister } from "../register";
import { describeCalls } from "./calls-report";
import type { CallsFigures, CallsTask, PublishingFigures, PublishingTask } from "./figures";
import { describePublishing } from "./publishing-report";

/** The last campaign of 59 communes. */
const campaign = 2014;
const runsOf = (rows: number): number => (rows > 10_000 ? 3 : 5);
const calls = 10_000;

/** Prints what the add-in costs in Excel: reading, billing and publishing by size, then its functions. */
export async function measureExcel(sizes: readonly number[], folder: string): Promise<void> {
  for (const rows of sizes) {
    const input = join(folder, `excel-${rows}.xlsx`);
    writeFileSync(input, await makeRegister(rows, campaign));
    const measure = (warmUps: number, runs: number): Promise<PublishingFigures> =>
      inOwnProcess("excel/publishing.ts", { input, campaign, warmUps, runs } satisfies PublishingTask);
    const once = await measure(0, 1);
    const several = await measure(1, runsOf(rows));
    console.log(`${describePublishing(rows, once, several)}\n`);
  }
  const task: CallsTask = { calls, warmUps: 2, runs: 5 };
  console.log(describeCalls(calls, await inOwnProcess<CallsFigures>("excel/calls.ts", task)));
}
