import { readFileSync } from "node:fs";
import { writeFile } from "node:fs/promises";
import { readArguments } from "../../src/cli/arguments";
import { parseIssue } from "../../src/cli/journal";
import { controlOf } from "../../src/inventory";
import { inventoryTexts, type InventoryCode } from "../../src/messages";
import { optionsHeaders } from "../../src/options/sources";
import { particularRows } from "../../src/options/particulars";
import { rowLabels, rowNamed } from "../../src/options/rows";
import { parseOptions } from "../../src/options";
import { Folder, run } from "./run-rebill";
import { amagney, smallWorkbook } from "./small-workbook";
import { yearWithoutTariff } from "../year-without-tariff";

const folder = new Folder();
const guide = readFileSync("docs/guide.md", "utf8");
const readme = readFileSync("README.md", "utf8");

describe("the examples of the documentation can be typed as they are", () => {
  test("the commands of the documentation run as they are written", () => {
    const commands = [...(guide + readme).matchAll(/^npm run --silent rebill -- (.+)$/gm)].map(([, args]) => args!);
    expect(commands.length).toBeGreaterThanOrEqual(4);
    for (const args of commands)
      expect(readArguments(args.split(" "))).toMatchObject({ ok: true, value: expect.any(Object) });
  });

  test("the issue file and the options file of the documentation can be used as they are", () => {
    const [issued, options] = [...guide.matchAll(/```json\n(.+?)```/gs)].map(
      ([, json]) => JSON.parse(json!) as unknown,
    );
    expect(parseIssue(issued, "emis.json")).toHaveProperty("value.titre", "345");
    expect(parseOptions(options, "options.json")).toHaveProperty("value.signatory.name", "Mme X");
  });

  test("the table Tarifs, which bills the workstations of an inventory with headcounts and nothing else", async () => {
    const [, table] = /(\| Code \| Prestation \|.+?)\n\n/s.exec(guide)!;
    // Applicable to a campaign that nothing else prices.
    const dated = table!.replaceAll("/2016", `/${yearWithoutTariff}`).replaceAll("/2017", `/${yearWithoutTariff + 1}`);
    const [titles, , ...rows] = dated.split("\n").map((row) =>
      row
        .split("|")
        .slice(1, -1)
        .map((cell) => cell.trim()),
    );
    const tarifs = { name: "Tarifs", rows: [titles!, ...rows] };
    await writeFile(folder.file("parc.xlsx"), await smallWorkbook([amagney], [tarifs]));
    const { code, out } = await run(folder.file("parc.xlsx"), "--campaign", String(yearWithoutTariff));
    const said = out.join("\n").replace(/\s/g, " ");
    expect(code).toBe(0);
    expect(said).toContain("Titre de la Ville à la CAGB : 444,00 €"); // 10 × 37,90 + 2 × 32,50
    expect(said).toContain("0 à corriger, 1 à vérifier"); // no convention covers the campaign
  });

  test("the guide shows every row of the options sheet", () => {
    const tables = [...guide.matchAll(/\| Option \|.+?\n\n/gs)].map(([table]) => table.trim().split("\n"));
    const names = tables.flatMap((table) => {
      const [titles, , ...rows] = table.map((row) =>
        row
          .split("|")
          .map((cell) => cell.trim())
          .slice(1, -1),
      );
      expect(titles).toEqual([...optionsHeaders]);
      return rows.map(([option]) => rowNamed(option!));
    });
    const toldBelow = Object.keys(particularRows);
    expect(new Set(names)).toEqual(new Set(Object.keys(rowLabels).filter((name) => !toldBelow.includes(name))));
  });

  test("each particular of the documentation has its row of the sheet beside its key of the file", () => {
    const [, table] = /\| Sur la feuille \|.+?\n\|---.+?\n(.+?)\n\n/s.exec(guide)!;
    const rows = table!.split("\n").map((row) => row.split("|").map((cell) => cell.trim()));
    expect(rows.map(([, label, key]) => [key, label])).toEqual(
      Object.entries(particularRows).map(([key, { label }]) => [`\`${key}\``, label]),
    );
    for (const [, label, key] of rows) expect(`\`${rowNamed(label!)}\``).toBe(key);
  });
});

test("each point that a control of an inventory counts is explained in one row", () => {
  const rows = [...guide.matchAll(/^\| ((?:`[\w-]+`(?:, )?)+) \|/gm)].map(([, codes]) => codes!);
  const explained = rows.flatMap((codes) => [...codes.matchAll(/[\w-]+/g)].map(([code]) => code));
  const counted = (Object.keys(inventoryTexts.fr) as InventoryCode[]).filter((code) => controlOf(code) !== null);
  expect(counted.length).toBeGreaterThan(100);
  expect(counted.filter((code) => !explained.includes(code))).toEqual([]);
  expect(explained.filter((code, at) => explained.indexOf(code) !== at)).toEqual([]);
});
