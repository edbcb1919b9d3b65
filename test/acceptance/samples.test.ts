import { readFile } from "node:fs/promises";
import type { StatementJson } from "../../src/statement";
import { Folder, run } from "../cli/run-rebill";
import { atDepth } from "../depth";
import { schemaFaults } from "../schemas/schema";
import { faultsOf } from "../workbook/files/package-check";
import { expectedOf, samplePath, sampleYear, samples, smallSamples } from "./samples";

const folder = new Folder();

/** Cents of an amount of the JSON: exact, since it always has two decimals. */
const cents = (amount: string) => Number(amount.replace(".", ""));
const sum = (amounts: readonly string[]) => amounts.reduce((total, amount) => total + cents(amount), 0);

const resultFaults = schemaFaults("result");

/** Large documents are written by other tests of this folder, and of all samples at full depth. */
const written: readonly string[] = [...atDepth<readonly string[]>([], samples), ...smallSamples];

describe.each([...samples, ...smallSamples])("%s is billed to the cent", (name) => {
  let json: StatementJson;
  beforeEach(async () => {
    const path = folder.file("o.json");
    const out = written.includes(name) ? ["--out", folder.file("o.xlsx")] : [];
    const done = await run(samplePath(`${name}.xlsx`), "--campaign", sampleYear(name), ...out, "--json", path);
    expect({ code: done.code, err: done.err }).toEqual({ code: 0, err: [] });
    json = JSON.parse(await readFile(path, "utf8"));
  });

  test("a sample is billed to the cent without an error, every row accounted for, in a sound package and a valid JSON", async () => {
    expect(resultFaults(json)).toEqual([]);
    expect(json).toMatchObject(expectedOf(name));
    expect(Object.keys(json.byCommune).sort()).toEqual(Object.keys(expectedOf(name).byCommune).sort());
    expect(json.anomalies.filter(({ severity }) => severity === "error")).toEqual([]);
    for (const { read, billed, excluded, error } of json.rows) expect(billed + excluded + error).toBe(read);
    expect(sum(json.lines.map(({ amount }) => amount))).toBe(cents(json.total));
    expect(sum(Object.values(json.byCommune).map(({ due }) => due))).toBe(cents(json.communes));
    for (const { quantity, unitPrice, amount } of json.lines) expect(quantity * cents(unitPrice)).toBe(cents(amount));
    expect(json.lines.filter(({ source }) => source.length === 0)).toEqual([]);
    if (written.includes(name)) expect(faultsOf(await readFile(folder.file("o.xlsx")))).toEqual([]);
  });
});
