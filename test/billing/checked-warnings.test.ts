import { readFileSync } from "node:fs";
import { billInventory, contentOf, type BilledInventory } from "../../src/billing";
import { countOf, type Anomaly } from "../../src/messages";
import type { Options } from "../../src/options";
import { allAnomalies } from "../../src/statement";
import { campaignOf } from "../../src/tariff";
import { samplePath, samples, sampleYear } from "../acceptance/samples";
import { atDepth } from "../depth";
import { made } from "../made";
import { openedFile } from "../opened-file";

/** Returns what a sample bills, and how many points of each severity it has, with some warnings accepted. */
async function billed(name: string, accepted: Options["accepted"]) {
  const { cells, anomalies } = await openedFile(readFileSync(samplePath(`${name}.xlsx`)), `${name}.xlsx`);
  const campaign = campaignOf(Number(sampleYear(name)));
  const all = made(billInventory({ workbooks: [cells], openingAnomalies: anomalies, campaign, options: { accepted } }));
  const contentIn = (one: Anomaly) => contentOf(one, [cells]);
  return {
    ...all,
    contentIn,
    counts: (["error", "warning", "info"] as const).map((severity) => countOf(found(all), severity)),
  };
}

const found = ({ reading, statement }: BilledInventory) => allAnomalies(reading, statement);

const faulty = "anomalies-2014";

test.each(atDepth<readonly string[]>([faulty], [...new Set([faulty, ...samples])]))(
  "%s: every warning may be checked, and is then an information without effect on amounts and errors",
  async (name) => {
    const before = await billed(name, []);
    const warnings = found(before).filter(({ severity }) => severity === "warning");
    const accepted = warnings.map((one) => ({ ...one, was: before.contentIn(one) }));
    const after = await billed(name, accepted);
    const [errors, count, infos] = before.counts as [number, number, number];
    expect(after.counts).toEqual([errors, 0, infos + count]);
    expect(after.statement.lines).toEqual(before.statement.lines);
    expect(after.statement.total).toEqual(before.statement.total);
  },
);

test("a warning that says something else than what was checked is still to check, and so is one of another file", async () => {
  const before = await billed(faulty, []);
  const [first] = found(before).filter(({ severity }) => severity === "warning");
  const was = before.contentIn(first!);
  for (const other of [{ was: `${was} 1` }, { was, file: "autre.xlsx" }, { was, code: "total-without-result" }])
    expect((await billed(faulty, [{ ...first!, ...other }])).counts).toEqual(before.counts);
  expect((await billed(faulty, [{ ...first!, was, file: null }])).counts[1]).toBe(before.counts[1]! - 1);
});
