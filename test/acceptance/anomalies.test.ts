import { readFile } from "node:fs/promises";
import type { StatementJson } from "../../src/statement";
import { Folder, run } from "../cli/run-rebill";
import { faultsOfSample, samplePath } from "./samples";

const folder = new Folder();
const { amounts, faults } = faultsOfSample();

const bill = async (...argv: string[]) => {
  const done = await run(
    samplePath("anomalies-2014.xlsx"),
    "--campaign",
    "2014",
    "--json",
    folder.file("o.json"),
    ...argv,
  );
  const json: StatementJson = JSON.parse(await readFile(folder.file("o.json"), "utf8"));
  return { ...done, json };
};

test("the fourteen faults are told at their cells, with their severity, and no error stands elsewhere", async () => {
  const { code, json } = await bill();
  expect(code).toBe(1);
  expect(faults).toHaveLength(14);
  const told = json.anomalies.map(({ severity, sheet, cell }) => ({ severity, sheet, cell }));
  for (const { severity, sheet, cell } of faults) expect(told).toContainEqual({ severity, sheet, cell });
  const at = (list: readonly { sheet: string | null; cell: string | null }[]) =>
    list.map(({ sheet, cell }) => `${sheet}!${cell}`).sort();
  const isError = ({ severity }: { severity: string }) => severity === "error";
  expect(at(told.filter(isError))).toEqual(at(faults.filter(isError)));
});

test("the screen lists each error at its cell, in a full sentence", async () => {
  const { out } = await bill();
  for (const { sheet, cell } of faults.filter(({ severity }) => severity === "error"))
    expect(out.filter((line) => line.startsWith(`  ${sheet}!${cell}\u00a0: `) && line.endsWith("."))).toHaveLength(1);
});

test("everything but the errors is billed to the cent with --force", async () => {
  const { code, json } = await bill("--force", "--out", folder.file("o.xlsx"), "--overwrite");
  expect(code).toBe(0);
  expect(json).toMatchObject(amounts);
});
