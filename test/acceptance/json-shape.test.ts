import { readFile } from "node:fs/promises";
import { Folder, run } from "../cli/run-rebill";
import { testInDepth } from "../depth";
import { schemaFaults } from "../schemas/schema";
import { samplePath, sampleYear } from "./samples";

const folder = new Folder();
const faults = schemaFaults("result");
const sample = "parc-ecoles-2014.xlsx";

test.each([
  ["held back by errors", "anomalies-2014.xlsx", [], ["anomalies"]],
  ["compared with another year", "registre-materiel-2015.xlsx", ["--compare", samplePath(sample)], ["compare"]],
  ["simulated at its own grid", sample, ["--simulate", "src/tariff/conventions/2014/grid.json"], ["simulate"]],
  ["in English", sample, ["--lang", "en"], []],
])("the JSON of an inventory %s has the published shape, that others rely on", async (_what, file, asked, keys) => {
  await run(
    samplePath(file),
    "--campaign",
    sampleYear(file.replace(".xlsx", "")),
    ...asked,
    "--json",
    folder.file("o.json"),
  );
  const json = JSON.parse(await readFile(folder.file("o.json"), "utf8"));
  expect(faults(json)).toEqual([]);
  expect(Object.keys(json)).toEqual(expect.arrayContaining(keys));
});

testInDepth("a number in the place of an amount, a key too many, a list of another kind have not", async () => {
  await run(samplePath(sample), "--campaign", "2014", "--json", folder.file("o.json"));
  const json = JSON.parse(await readFile(folder.file("o.json"), "utf8"));
  const [line] = json.lines;
  for (const wrong of [{ total: 1 }, { totals: "1.00" }, { lines: [{ ...line, amount: "1,00" }] }, { rows: {} }])
    expect(faults({ ...json, ...wrong })).not.toEqual([]);
});
