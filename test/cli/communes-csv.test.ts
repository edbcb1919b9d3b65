import { readFile, writeFile } from "node:fs/promises";
import { readCsv } from "../../src/workbook/files/read-csv";
import { Folder, run } from "./run-rebill";
import { amagney, smallWorkbook } from "./small-workbook";

const folder = new Folder();

async function bill(...argv: string[]) {
  await writeFile(folder.file("parc.xlsx"), await smallWorkbook([amagney]));
  return run(folder.file("parc.xlsx"), "--campaign", "2014", ...argv);
}

const rowsOf = async (name: string) => readCsv(await readFile(folder.file(name), "utf8")).rows;

test("--csv-communes writes a titre for each commune, at the account where the CAGB books it", async () => {
  const { code, out } = await bill("--csv-communes", folder.file("communes.csv"));
  expect(code).toBe(0);
  expect(out.at(-1)!.replace(/\s/g, " ")).toBe(`Titres des communes écrits : ${folder.file("communes.csv")}`);
  const [headings, ...lines] = await rowsOf("communes.csv");
  expect(headings!.map((heading) => heading!.replace("\ufeff", ""))).toEqual([
    ...["exercice", "SIREN", "commune", "libellé", "chapitre", "nature", "montant", "référence", "pièce"],
  ]);
  // 10 × 36,86 + 2 × 31,60 = 431,80.
  expect(lines).toEqual([
    [
      ...[
        "2014",
        "212500144",
        "Amagney",
        "ORDICLASSE 2014 - QUOTE-PART - AMAGNEY",
        "70",
        "70875",
        "431,80",
        "2014-01, version 1",
      ],
      "2014_ORDICLASSE_25014_AMAGNEY.pdf",
    ],
  ]);
  expect(lines[0]![3]!.length).toBeLessThanOrEqual(50);
});

test("--publipostage: what a letter to the commune says, with room for its address", async () => {
  expect((await bill("--publipostage", folder.file("lettres.csv"))).code).toBe(0);
  const [, line] = await rowsOf("lettres.csv");
  expect(line!.map((value) => (value ?? "").replace(/\s/g, " "))).toEqual([
    ...[
      "Amagney",
      "25014",
      "212500144",
      "431,80",
      "quatre cent trente et un euros et quatre-vingts centimes",
      "1",
      "100",
    ],
    // Compared with nothing, it has no change.
    ...["", "2014_ORDICLASSE_25014_AMAGNEY.pdf", ""],
  ]);
});

test("--publipostage beside --compare gives the change of each share", async () => {
  await writeFile(folder.file("2014.xlsx"), await smallWorkbook());
  // Two workstations more in service than in 2014: 2 × 36,86.
  await writeFile(folder.file("2015.xlsx"), await smallWorkbook([["Amagney", "École primaire", 100, 12, 2]]));
  const asked = ["--compare", folder.file("2014.xlsx"), "--publipostage", folder.file("lettres.csv")];
  expect((await run(folder.file("2015.xlsx"), "--campaign", "2015", ...asked)).code).toBe(0);
  const [titles, line] = await rowsOf("lettres.csv");
  expect(line![titles!.indexOf("écart")]).toBe("73,72");
});

test("a label of a commune of a long name holds its name whole, in fifty characters", async () => {
  const long: typeof amagney = ["Dannemarie-sur-Crète", ...amagney.slice(1)] as typeof amagney;
  await writeFile(folder.file("parc.xlsx"), await smallWorkbook([long]));
  const out = folder.file("communes.csv");
  expect((await run(folder.file("parc.xlsx"), "--campaign", "2014", "--csv-communes", out)).code).toBe(0);
  const label = (await rowsOf("communes.csv"))[1]![3]!;
  expect(label).toBe("ORDICLASSE 2014 QUOTE-PART DANNEMARIE-SUR-CRETE");
  expect(label.length).toBeLessThanOrEqual(50);
});

test("two lists written to one file are refused, and nothing is written", async () => {
  const same = folder.file("a.csv");
  const { code, err } = await bill("--csv-communes", same, "--publipostage", same);
  expect(code).toBe(2);
  expect(err.join()).toContain("--csv-communes");
  expect(await folder.files()).toEqual(["parc.xlsx"]);
});
