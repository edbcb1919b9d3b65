import { readFile, writeFile } from "node:fs/promises";
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { atDepth } from "../depth";
import { Folder, run } from "./run-rebill";
import { smallWorkbook } from "./small-workbook";

const folder = new Folder();
const path = (name: string) => folder.file(name);

/** Bills an inventory, then changes a number of one of its documents, known by what it says. */
async function issuedAndChanged(saying: string, from: string, to = "<v>0</v>"): Promise<void> {
  await writeFile(path("parc.xlsx"), await smallWorkbook());
  await run(path("parc.xlsx"), "--campaign", "2014", "--out", path("emis.xlsx"));
  await change(saying, from, to);
}

async function change(saying: string, from: string, to: string): Promise<void> {
  let changed = 0;
  const parts = Object.entries(unzipSync(await readFile(path("emis.xlsx")))).map(([name, part]) => {
    const text = /sheet\d+\.xml$/.test(name) ? strFromU8(part) : "";
    if (!text.includes(saying) || !text.includes(from)) return [name, part] as const;
    changed += 1;
    return [name, strToU8(text.replace(from, to))] as const;
  });
  expect(changed).toBe(1);
  await writeFile(path("emis.xlsx"), zipSync(Object.fromEntries(parts)));
}

// The price of a workstation on the fiche of Amagney; the titre in the Journal.
const fiche = ["annexe de l’état liquidatif", "<v>36.86</v>"] as const;
const journal = ["Journal des générations", "<v>1169.8</v>"] as const;
const sayings = {
  "document-changed": /«\sFiche Amagney\s» a été modifiée/,
  "journal-changed": /Le Journal a été modifié/,
};

const analysis = (flag: string, campaign: string) => (argv: readonly string[]) =>
  run(path("parc.xlsx"), "--campaign", campaign, flag, path("emis.xlsx"), "--out", path("o.xlsx"), ...argv);

async function mark(argv: readonly string[]) {
  await writeFile(path("emis.json"), JSON.stringify({ date: "2014-11-28" }));
  return run(path("emis.xlsx"), "--issued", path("emis.json"), "--out", path("o.xlsx"), ...argv);
}

const ways = [
  ["--rectify", analysis("--rectify", "2014")],
  ["--compare", analysis("--compare", "2015")],
  ["--issued", mark],
] as const;

describe.each(ways)("%s tells what was changed by hand in a workbook that was issued", (flag, ask) => {
  const changes = [
    ["document-changed", fiche],
    ["journal-changed", journal],
  ] as const;
  const turn = ways.findIndex(([one]) => one === flag) % changes.length;
  test.each(atDepth<readonly (typeof changes)[number][]>([changes[turn]!], changes))(
    "%s: nothing is written without --force",
    async (code, [saying, from]) => {
      await issuedAndChanged(saying, from);
      const held = await ask([]);
      expect({ code: held.code, said: held.out.join("\n") }).toEqual({
        code: 1,
        said: expect.stringMatching(sayings[code]),
      });
      expect(held.out.join("\n")).toMatch(/Repartez du classeur tel qu’il a été produit, ou acceptez-le/);
      expect(held.err).toHaveLength(1);
      expect(await folder.files()).not.toContain("o.xlsx");
      const forced = await ask(["--force"]);
      expect({ code: forced.code, said: forced.out.join("\n") }).toEqual({
        code: 0,
        said: expect.stringMatching(sayings[code]),
      });
    },
  );
});

test.each(ways.slice(0, atDepth(1, 2)))(
  "%s: a document changed by hand is accepted in the options, until it is changed again",
  async (_flag, ask) => {
    await issuedAndChanged(...fiche);
    const held = await ask([]);
    await writeFile(path("options.json"), /^\{$.+?^\}$/ms.exec(held.out.join("\n"))![0]);
    const options = ["--options", path("options.json"), "--overwrite"];
    expect((await ask(options)).code).toBe(0);
    await change("annexe de l’état liquidatif", "<v>0</v>", "<v>1</v>");
    expect((await ask(options)).code).toBe(1);
  },
);
