import { mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { writeXlsx, type CellValue, type WriteSheet } from "hucre/xlsx";
import type { Cell } from "../../src/cells";
import communes from "../../src/tariff/conventions/2014/communes.json";
import convention from "../../src/tariff/conventions/2014/convention.json";
import grid from "../../src/tariff/conventions/2014/grid.json";
import type { ConventionFiles } from "../../src/tariff";
import { canteens, sheetsOfConvention } from "../conventions/canteens";
import { testInDepth } from "../depth";
import { Folder, run } from "./run-rebill";

const folder = new Folder();

/** Two restaurants: 3 terminals of which 1 installed this year, and 120 pupils; 2 terminals and 80 pupils. */
const parc: CellValue[][] = [
  ["Adhérent", "Restaurant", "Élèves", "Bornes", "dont installées dans l'année"],
  ["Lassay", "Restaurant du Centre", 120, 3, 1],
  ["Ambrières", "Restaurant des Prés", 80, 2, 0],
];
/**
 * Lassay: 3 × 42,50 = 127,50, 1 × 180,00 and 120 × 1,20 = 144,00, that is 451,50. Ambrières: 2 × 42,50 = 85,00 and
 * 80 × 1,20 = 96,00, that is 181,00. In all 632,50.
 */
const due = { "53127": "451.50", "53003": "181.00" };
const total = "632.50";

async function inventory(more: readonly { readonly name: string; readonly rows: Cell[][] }[] = []): Promise<string> {
  const sheets = [{ name: "Parc", rows: parc }, ...(more as WriteSheet[])];
  const path = folder.file("parc.xlsx");
  await writeFile(path, await writeXlsx({ sheets }));
  return path;
}

async function folderOf(files: Partial<ConventionFiles>): Promise<string> {
  const path = folder.file("convention");
  await mkdir(path);
  for (const [name, data] of Object.entries(files))
    await writeFile(folder.file("convention", `${name}.json`), typeof data === "string" ? data : JSON.stringify(data));
  return path;
}

async function billed(...argv: string[]) {
  const json = folder.file("out.json");
  const done = await run(...argv, "--json", json, "--overwrite");
  expect({ code: done.code, err: done.err }).toEqual({ code: 0, err: [] });
  return JSON.parse(await readFile(json, "utf8")) as {
    snapshot: string;
    total: string;
    communes: { insee: string; due: string }[] | Record<string, { due: string }>;
  };
}

describe("a convention that nobody has in the product bills to the cent", () => {
  it.each([
    ["said in the workbook's own three sheets", async () => [await inventory(sheetsOfConvention(canteens))]],
    ["given by its folder", async () => [await inventory(), "--convention", await folderOf({ ...canteens })]],
  ])("%s", async (_how, argv) => {
    const json = await billed(...(await argv()), "--campaign", "2026");
    expect([json.snapshot, json.total]).toEqual(["2026-09-15", total]);
    const shares = JSON.stringify(json);
    for (const amount of Object.values(due)) expect(shares).toContain(`"${amount}"`);
  });

  testInDepth("the documents of 2014 are the same when their own convention is given by its folder", async () => {
    const sample = "assets/inventaire-exemple.xlsx";
    const built = await billed(sample, "--campaign", "2014");
    const given = await billed(
      sample,
      "--campaign",
      "2014",
      "--convention",
      await folderOf({ convention, grid, communes }),
    );
    expect(given.total).toBe(built.total);
    expect(given.communes).toEqual(built.communes);
  });
});

test("nothing that a run says, or writes in lists, is of 2014", async () => {
  const rows: CellValue[][] = [
    [...parc[0]!, "Glaçons"],
    [...parc[1]!, 4],
    ["Ambrières", "Restaurant des Prés", 80, "2 ou 3", 0, 2],
    ["Nulle-Part", "Restaurant du Bois", 10, 1, 0, 1],
  ];
  const sheets = [{ name: "Parc", rows }, ...sheetsOfConvention(canteens)] as WriteSheet[];
  const [input, out] = [folder.file("parc.xlsx"), (name: string) => folder.file(name)];
  await writeFile(input, await writeXlsx({ sheets }));
  const lists = ["--csv", out("titre.csv"), "--csv-communes", out("parts.csv"), "--publipostage", out("lettres.csv")];
  for (const lang of ["fr", "en"]) {
    const done = await run(input, "--campaign", "2026", "--force", "--overwrite", "--lang", lang, ...lists);
    expect(done.code).toBe(0);
    expect(done.out.length).toBeGreaterThan(10);
    const written = (await readdir(folder.file())).filter((name) => name.endsWith(".csv"));
    expect(written).toHaveLength(3);
    const csvs = await Promise.all(written.map((name) => readFile(out(name), "utf8")));
    // The lists of an option's file have keys that every convention has, and a sheet its name.
    const said = [...done.out, ...csvs].join("\n").replace(/"communes?":|dans «\s?communes\s?»|in “communes”/g, "");
    expect(said.match(/.{0,40}(?:CAGB|Besançon|Ordiclasse|école|school|commune|novemb).{0,40}/gi) ?? []).toEqual([]);
  }
});

describe("a folder that is no convention bills nothing", () => {
  it.each<[string, Partial<ConventionFiles>, string]>([
    ["a file is missing", { convention: canteens.convention, grid: canteens.grid }, "communes.json"],
    ["a file is no JSON", { ...canteens, grid: "{" }, "grid.json"],
    ["a key is given twice", { ...canteens, convention: '{"id":"a","id":"b"}' }, "convention.json"],
    [
      "a SIREN is wrong",
      { ...canteens, communes: { source: "x", communes: [{ insee: "53127", name: "L", siren: "1" }] } },
      "communes.json, communes[0].siren",
    ],
    [
      "a price is a number",
      {
        ...canteens,
        grid: {
          ...(canteens.grid as object),
          rows: [
            {
              code: "B",
              prestation: "b",
              unit: "b",
              installation: { debtor: null, member: 3 },
              maintenance: { debtor: null, member: null },
            },
          ],
        },
      },
      "grid.json, rows[0].installation.member",
    ],
  ])("%s", async (_what, files, named) => {
    const out = folder.file("out.xlsx");
    const done = await run(
      await inventory(),
      "--campaign",
      "2026",
      "--convention",
      await folderOf(files),
      "--out",
      out,
    );
    expect(done.code).toBe(2);
    expect(done.err.join("\n")).toContain(named);
    await expect(readFile(out)).rejects.toThrow("ENOENT");
  });

  it("a folder given beside the workbook's own convention is refused", async () => {
    const input = await inventory(sheetsOfConvention(canteens));
    const done = await run(input, "--campaign", "2026", "--convention", await folderOf({ ...canteens }));
    expect(done.code).toBe(2);
    expect(done.err.join("\n")).toContain("--convention");
  });
});
