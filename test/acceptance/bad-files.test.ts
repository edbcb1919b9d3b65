import { readFile, writeFile } from "node:fs/promises";
import { writeXlsx } from "hucre/xlsx";
import { Folder, expectRefusal, run } from "../cli/run-rebill";
import { samplePath } from "./samples";
import { yearWithoutTariff } from "../year-without-tariff";

const folder = new Folder();
const sample = () => readFile(samplePath("parc-ecoles-2014.xlsx"));
const text = (content: string) => new TextEncoder().encode(content);

const cases: [string, string, () => Uint8Array | Promise<Uint8Array>, RegExp][] = [
  ["an empty file", "parc.xlsx", () => new Uint8Array(), /est vide/],
  ["a workbook cut in half", "parc.xlsx", async () => (await sample()).subarray(0, 20_000), /endommagé/],
  [
    "a workbook with a password",
    "parc.xlsx",
    () => writeXlsx({ sheets: [{ name: "Parc", rows: [] }], encryption: { password: "x", spinCount: 10 } }),
    /mot de passe/,
  ],
  ["a PDF named .xlsx", "parc.xlsx", () => text("%PDF-1.7\n1 0 obj"), /n’est pas un classeur/],
  ["a text of another kind", "parc.txt", () => text("Commune;École"), /extension reconnue/],
  [
    "a workbook without an inventory",
    "parc.xlsx",
    () => writeXlsx({ sheets: [{ name: "A", rows: [["x"]] }] }),
    /Aucun inventaire/,
  ],
  [
    "a workbook without a cell",
    "parc.xlsx",
    () => writeXlsx({ sheets: [{ name: "A", rows: [] }] }),
    /Aucun inventaire/,
  ],
];

describe("a file that cannot be billed is one clear line, exit 2, and nothing written", () => {
  const outputs = () => ["--out", folder.file("o.xlsx"), "--json", folder.file("o.json")];

  test.each(cases)("%s, alone or beside a good one", async (_, name, make, saying) => {
    const path = folder.file(name);
    await writeFile(path, await make());
    expectRefusal(await run(path, "--campaign", "2014", ...outputs()), saying);
    expect(await folder.files()).toEqual([name]);
    if (/Aucun/.test(saying.source)) return;
    expectRefusal(await run(samplePath("parc-ecoles-2014.xlsx"), path, "--campaign", "2014", ...outputs()), saying);
    expect(await folder.files()).toEqual([name]);
  });

  test("a campaign that no voted grid covers", async () => {
    expectRefusal(
      await run(samplePath("parc-ecoles-2014.xlsx"), "--campaign", String(yearWithoutTariff), ...outputs()),
      new RegExp(`campagne ${yearWithoutTariff}.*01/11/${yearWithoutTariff}`),
    );
    expect(await folder.files()).toEqual([]);
  });
});
