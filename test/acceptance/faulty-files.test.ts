import { readFile } from "node:fs/promises";
import { Folder, expectRefusal, run } from "../cli/run-rebill";
import { faultyPath } from "../workbook/files/faulty-files";

const folder = new Folder();

async function bill(name: string, ...options: string[]) {
  const [out, json] = [folder.file("o.xlsx"), folder.file("o.json")];
  const done = await run(faultyPath(name), "--campaign", "2014", "--out", out, "--json", json, ...options);
  return { done, total: async () => (JSON.parse(await readFile(json, "utf8")) as { total: string }).total };
}

const refused: [string, RegExp][] = [
  ["bad-crc-image.xlsx", /bad-crc-image\.xlsx.*endommagé.*«.xl\/media\/image1\.png.»/],
  ["sheet-xml-cut.xlsx", /endommagé.*«.xl\/worksheets\/sheet1\.xml.»/],
  ["unclosed-quote.csv", /à la ligne 2, un guillemet/],
  ["tarif-date.xlsx", /Tarifs!G2.*est une date/],
  ["tarif-formula-no-value.xlsx", /Tarifs!G2.*formule.*pas de résultat/],
];

describe("a file that cannot be read for what it is, is one clear line, exit 2, and nothing written", () => {
  test.each(refused)("%s", async (name, saying) => {
    expectRefusal((await bill(name)).done, saying);
    expect(await folder.files()).toEqual([]);
  });
});

describe("a file that can, is billed for what it holds", () => {
  // Pupils × 5,27; two packs at 211; two servers at 263,33; postes × 36,86.
  test.each([
    // 110 × 5,27 + 422 + 526,66 + (12 + 3) × 36,86: « 9 » only tells how « 12 » is pronounced.
    ["inline-phonetic.xlsx", "2081.26"],
    // 260 × 5,27 + 4 × (211 + 263,33) + 24 × 36,86.
    ["unclosed-quote-closed.csv", "4152.16"],
  ])("%s: %s", async (name, total) => {
    const billed = await bill(name);
    expect(billed.done.code).toBe(0);
    expect(await billed.total()).toBe(total);
  });

  test("UTF-16 as UTF-8", async () => {
    const wide = await bill("utf16-sheet.xlsx", "--force");
    expect(wide.done.code).toBe(0);
    // 110 × 5,27 + 422 + 526,66 + 15 × 36,86 = 2 081,26, then 211 + 263,33 + 9 × 36,86 for the school of the third sheet.
    expect(await wide.total()).toBe("2887.33");
  });

  test("a workbook whose style sheet is missing", async () => {
    const { done } = await bill("no-styles-part.xlsx");
    expect([done.code, done.err]).toEqual([0, []]);
    expect(await folder.files()).toEqual(["o.json", "o.xlsx"]);
    // What was written is whole: it is billed again.
    const again = await run(folder.file("o.xlsx"), "--campaign", "2014");
    expect(again.code).toBe(0);
  });
});
