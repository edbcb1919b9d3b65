import { readFileSync, readdirSync } from "node:fs";
import { readFile } from "node:fs/promises";
import type { Decimal } from "decimal.js";
import type { StatementJson } from "../../src/statement";
import { Folder, expectRefusal, run } from "../cli/run-rebill";
import { testInDepth } from "../depth";
import { faultyPath } from "../workbook/files/faulty-files";
import { add, times } from "./analyses";
import { expectedOf } from "./samples";

const folder = new Folder();

async function bill(name: string, ...options: string[]) {
  const [out, path] = [folder.file("o.xlsx"), folder.file("o.json")];
  const done = await run(faultyPath(name), "--campaign", "2014", "--out", out, "--json", path, ...options);
  const json = async () => JSON.parse(await readFile(path, "utf8")) as StatementJson;
  return { done, json };
}

/** `severity code sheet!cell` of what is not only to know. */
const toTreat = ({ anomalies }: StatementJson) =>
  anomalies
    .filter(({ severity }) => severity !== "info")
    .map(({ severity, code, sheet, cell }) => `${severity} ${code} ${sheet}!${cell}`);

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
    // Ten schools of 50, 51… 59 pupils and 10, 11… 19 workstations: 545 × 5,27 + 10 × (211 + 263,33) + 145 × 36,86.
    ["sheet-xml-whole.xlsx", "12960.15"],
  ])("%s: %s", async (name, total) => {
    const billed = await bill(name);
    expect(billed.done.code).toBe(0);
    const json = await billed.json();
    expect([json.total, toTreat(json)]).toEqual([total, []]);
  });

  testInDepth("names of the user's own that begin as ours are told of, and change nothing", async () => {
    const { done, json } = await bill("user-name-ORDICLASSE_PERSO.xlsx");
    expect(done.code).toBe(0);
    expect((await json()).total).toBe(expectedOf("parc-ecoles-2014").total);
    const codes = (await json()).anomalies.filter(({ severity }) => severity !== "info").map(({ code }) => code);
    expect([...new Set(codes)].sort()).toEqual(["own-key-taken", "own-name-taken"]);
  });

  test("a number shown as a date is the number as stored, with a warning on its cell", async () => {
    const { done, json } = await bill("sixty-in-date-format.xlsx");
    expect(done.code).toBe(0);
    // 110 × 5,27 + 422 + 526,66 + 60 × 36,86, and no workstation in the other school.
    expect((await json()).total).toBe("3739.96");
    expect(toTreat(await json())).toEqual(["warning quantity-shown-as-date Parc!F2"]);
  });

  test("a workbook whose style sheet is missing", async () => {
    const { done, json } = await bill("no-styles-part.xlsx");
    expect([done.code, done.err]).toEqual([0, []]);
    expect(await folder.files()).toEqual(["o.json", "o.xlsx"]);
    expect((await json()).total).toBe(expectedOf("parc-ecoles-2014").total);
    // What was written is whole: it is billed again.
    const again = await run(folder.file("o.xlsx"), "--campaign", "2014");
    expect(again.code).toBe(0);
  });
});

describe("a file with a cell in error is billed for the rest, and nothing is written until the error is accepted", () => {
  /** 110 pupils, two packs and two servers, in service: 110 × 5,27 + 2 × 211 + 2 × 263,33. */
  const rest = add(times(110, "5.27"), times(2, "211.00"), times(2, "263.33"));
  test.each([
    // A fraction typed in the printers of a school, taken for a day: the other has one printer, and both 15 workstations
    // and 4 pieces of software.
    ["date-in-quantity.xlsx", "quantity-is-date Parc!H2", [times(15, "36.86"), times(4, "10.53"), times(1, "15.79")]],
    // The workstations of both schools.
    ["merged-quantity.xlsx", "merged-quantity Parc!F2", []],
    // Those of the first school; the second has 3.
    ["qty-formula-no-value.xlsx", "formula-without-result Parc!F2", [times(3, "36.86")]],
    // A third school, without a headcount, has a pack, a server and 9 workstations; the others have 15.
    ...["utf16-sheet.xlsx", "utf16-sheet-as-utf8.xlsx"].map((name): [string, string, Decimal[]] => [
      name,
      "school-without-headcount Parc 2!B2",
      [times(24, "36.86"), times(1, "211.00"), times(1, "263.33")],
    ]),
  ])("%s: %s", async (name, point, billed) => {
    const { done, json } = await bill(name);
    expect([done.code, await folder.files()]).toEqual([1, ["o.json"]]);
    expect(toTreat(await json())).toEqual([`error ${point}`]);
    expect((await json()).total).toBe(add(rest, ...billed));
  });
});

test("every file kept for its fault is answered here", () => {
  const text = readFileSync(__filename, "utf8");
  const names = readdirSync(faultyPath("."));
  expect(names.filter((name) => !text.includes(`"${name}"`))).toEqual([]);
});
