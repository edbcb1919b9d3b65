import { readFile, writeFile } from "node:fs/promises";
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { expectRefusal, Folder, run } from "./run-rebill";
import { amagney, smallWorkbook } from "./small-workbook";

const folder = new Folder();
const sent = () => folder.file("parc-2014.xlsx");

async function bill(...argv: string[]) {
  await writeFile(folder.file("parc.xlsx"), await smallWorkbook([amagney]));
  expect((await run(folder.file("parc.xlsx"), "--campaign", "2014", "--out", sent(), ...argv)).code).toBe(0);
}

describe("rebill --verify", () => {
  test("says that a workbook received conforms, and writes nothing", async () => {
    await bill();
    const before = await folder.files();
    // 738.00 for the CAGB and 431.80 for the commune.
    const { code, out, err } = await run("--verify", sent());
    const said = out.map((line) => line.replace(/\s/g, " "));
    expect([code, said, err]).toEqual([0, ["Conforme : 1 fiche, état 2014-01 version 1, 1 169,80 €"], []]);
    expect((await run("--verify", sent(), "--lang", "en")).out).toEqual([
      "Conforms: 1 rebilling sheet, statement 2014-01 version 1, €1,169.80",
    ]);
    expect(await folder.files()).toEqual(before);
  });

  test("a workbook generated with options given beside it conforms, because it keeps them", async () => {
    await writeFile(folder.file("options.json"), JSON.stringify({ schoolUnit: "each", printableFiches: true }));
    await bill("--options", folder.file("options.json"));
    expect((await run("--verify", sent())).code).toBe(0);
  });

  test("tells what differs at its place, what stands and what it should be, and returns 1", async () => {
    await bill();
    const parts = unzipSync(await readFile(sent()));
    const path = "xl/worksheets/sheet1.xml";
    const inventory = strToU8(strFromU8(parts[path]!).replace("<v>10</v>", "<v>11</v>"));
    await writeFile(sent(), zipSync({ ...parts, [path]: inventory }));
    const { code, out, err } = await run("--verify", sent());
    expect([code, err]).toEqual([1, []]);
    expect(out[0]).toMatch(
      /^Non conforme\s: \d+ différences, état 2014-01 version 1, 1\s206,66\s€ selon l’inventaire$/,
    );
    expect(out[1]).toMatch(/^ {2}Parc\s: La feuille «\sParc\s» n’a plus les valeurs/);
    expect(out.join("\n")).toMatch(/\n {2}Fiche Amagney!\w+\s: Il y a 10, et il devrait y avoir 11\./);
  });

  test.each([
    ["a file that is not there", ["--verify", "rien.xlsx"], /introuvable/],
    ["an output, since nothing is written", ["--verify", "parc.xlsx", "--out", "o.xlsx"], /rien n’est écrit.*--out/],
  ])("refuses %s", async (_what, argv, saying) => {
    expectRefusal(await run(...argv), saying);
  });

  test("refuses a workbook that nothing was generated in", async () => {
    await writeFile(folder.file("parc.xlsx"), await smallWorkbook());
    expectRefusal(await run("--verify", folder.file("parc.xlsx")), /n’a pas de document d’Ordiclasse/);
  });
});
