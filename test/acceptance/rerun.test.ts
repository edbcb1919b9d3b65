import { mkdir, readFile, writeFile } from "node:fs/promises";
import { Folder, run } from "../cli/run-rebill";
import { smallWorkbook } from "../cli/small-workbook";
import { atDepth } from "../depth";
import { expectSame } from "../same";
import { definedNames, faultsOf } from "../workbook/files/package-check";
import { expectedOf, samplePath, sampleYear, samples } from "./samples";
import { openedFile } from "../opened-file";

const folder = new Folder();

async function readBack(path: string) {
  const bytes = await readFile(path);
  const { cells, journalRows } = await openedFile(bytes, "sortie.xlsx");
  return {
    /** The journal apart, which alone may grow. */
    sheets: cells.sheets.filter(({ generatedKey }) => generatedKey !== "journal"),
    names: definedNames(bytes)
      .filter(({ sheet }) => sheet !== "Journal")
      .map(({ name, sheet, value }) => `${name} ${sheet} ${value}`)
      .sort(),
    journal: journalRows,
    faults: faultsOf(bytes),
  };
}

describe("a run on its own output replaces exactly what it made", () => {
  test.each(atDepth<readonly string[]>(["a24-annee-et-montants-2014"], samples))(
    "%s: same sheets, cells and names; one row more in the journal",
    async (name) => {
      const campaign = ["--campaign", sampleYear(name)];
      // One file name in two folders: documents show where rows come from.
      for (const each of ["1", "2"]) await mkdir(folder.file(each));
      const [first, second] = [folder.file("1", `${name}.xlsx`), folder.file("2", `${name}.xlsx`)];
      expect((await run(samplePath(`${name}.xlsx`), ...campaign, "--out", first)).code).toBe(0);
      const again = await run(first, ...campaign, "--out", second, "--json", folder.file("o.json"));
      expect(again.code).toBe(0);

      expect(JSON.parse(await readFile(folder.file("o.json"), "utf8"))).toMatchObject(expectedOf(name));
      const [before, after] = [await readBack(first), await readBack(second)];
      expectSame(after.sheets, before.sheets);
      expect(after.names).toEqual(before.names);
      expect(after.faults).toEqual([]);
      expect(after.journal).toHaveLength(before.journal.length + 1);
      expect(after.journal.slice(0, before.journal.length)).toEqual(before.journal);
    },
  );

  test("another campaign replaces the first one's documents; its journal row stays", async () => {
    const [source, first, second] = ["parc.xlsx", "2014.xlsx", "2015.xlsx"].map((name) => folder.file(name)) as [
      ...[string, string, string],
    ];
    await writeFile(source, await smallWorkbook());
    await run(source, "--campaign", "2014", "--out", first);
    await run(first, "--campaign", "2015", "--out", second);
    const after = await readBack(second);
    const keys = after.sheets.flatMap(({ generatedKey }) => (generatedKey === null ? [] : [generatedKey]));
    expect(new Set(keys).size).toBe(keys.length);
    expect(after.journal.slice(-2).map((row) => row[1])).toEqual([2014, 2015]);
  });
});
