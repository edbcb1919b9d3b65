import { readFile, writeFile } from "node:fs/promises";
import { openedFile } from "../opened-file";
import { Folder, run } from "./run-rebill";
import { amagney, smallWorkbook } from "./small-workbook";

const folder = new Folder();
const path = (name: string) => folder.file(name);

test("--rectify without --options prints the number and the particulars of the état issued; those given again win", async () => {
  const particulars = { stateNumber: "2014-07", debtorSiret: "24250036100017", establishedOn: "2014-11-25" };
  await writeFile(path("options.json"), JSON.stringify({ particulars }));
  await writeFile(path("parc.xlsx"), await smallWorkbook([amagney]));
  await run(path("parc.xlsx"), "--campaign", "2014", "--out", path("emis.xlsx"), "--options", path("options.json"));
  await writeFile(path("corrige.xlsx"), await smallWorkbook([amagney.with(3, 11)]));
  const correct = (...argv: string[]) =>
    run(
      path("corrige.xlsx"),
      "--campaign",
      "2014",
      "--rectify",
      path("emis.xlsx"),
      "--out",
      path("o.xlsx"),
      "--overwrite",
      ...argv,
    );
  const printed = async () => {
    const opened = await openedFile(await readFile(path("o.xlsx")), "o.xlsx");
    const texts = opened.cells.sheets.flatMap(({ name, rows }) =>
      /^(Titre|Rectif)/.test(name) ? rows.flat().filter((cell) => typeof cell === "string") : [],
    );
    return texts.join("\n").replace(/\s/g, " ");
  };
  expect((await correct()).code).toBe(0);
  expect(await printed()).toMatch(/2014-07 R1/);
  expect(await printed()).toMatch(/242 500 361 00017/);
  expect(await printed()).toMatch(/État n° 2014-07, version 2 · établi le ………/);
  await writeFile(path("autres.json"), JSON.stringify({ particulars: { stateNumber: "2014-08" } }));
  expect((await correct("--options", path("autres.json"))).code).toBe(0);
  expect(await printed()).toMatch(/État n° 2014-08, version \d · établi/);
  expect(await printed()).toMatch(/242 500 361 00017/);
});
