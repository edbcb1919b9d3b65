import { writeFile } from "node:fs/promises";
import type { CellValue } from "hucre/xlsx";
import { Folder, run } from "./run-rebill";
import { amagney, smallWorkbook } from "./small-workbook";

const folder = new Folder();
const path = (name: string) => folder.file(name);

const atlantis: CellValue[] = ["Atlantis", "École", 10, 1, 0];
const lemuria: CellValue[] = ["Lemuria", "École", 10, 1, 0];

interface Wrong {
  readonly own: readonly CellValue[][];
  readonly compared: readonly CellValue[][];
}

/** The campaign 2015 compared with a workbook without a Journal, each with the rows that no commune has; spaces are plain. */
async function billed(wrong: Wrong, ...argv: string[]) {
  await writeFile(path("2015.xlsx"), await smallWorkbook([amagney, ...wrong.own]));
  await writeFile(path("2014.xlsx"), await smallWorkbook([amagney, ...wrong.compared]));
  const asked = [path("2015.xlsx"), "--campaign", "2015", "--compare", path("2014.xlsx")];
  const { code, out, err } = await run(...asked, ...argv);
  const plain = (lines: readonly string[]) => lines.map((line) => line.replace(/\s/g, " "));
  return { code, out: plain(out), err: plain(err) };
}

const own = { own: [atlantis], compared: [] };
const other = { own: [], compared: [atlantis, lemuria] };
const both = { own: [atlantis], compared: [atlantis, lemuria] };

describe("the errors accepted by --force are reported at the end, with their places", () => {
  const forced = async (wrong: Wrong, ...argv: string[]) => {
    const { code, out } = await billed(wrong, "--force", "--overwrite", ...argv);
    expect(code).toBe(0);
    return out.slice(out.findLastIndex((line) => /écrite?s? :|written:/.test(line)) + 1);
  };
  const provisional =
    "Documents provisoires : points à corriger acceptés, 1. Ce qu’ils concernent n’est pas facturé ; le Journal en garde la liste.";
  const compared =
    "Comparaison : points à corriger acceptés dans « 2014.xlsx », 2. Ce qu’ils concernent n’y est pas compté ; les montants facturés n’en dépendent pas.";

  test("errors accepted by --force in the campaign make its documents provisional, which the summary says", async () => {
    expect(await forced(own, "--out", path("o.xlsx"))).toEqual([provisional]);
  });

  test("errors accepted by --force in the compared workbook make the comparison alone provisional", async () => {
    expect(await forced(other, "--out", path("o.xlsx"))).toEqual([compared]);
    expect(await forced(other, "--out", path("o.xlsx"), "--lang", "en")).toEqual([
      "Comparison: points to correct accepted in “2014.xlsx”, 2. What they are about is not counted there; the amounts billed do not depend on it.",
    ]);
  });

  test("errors accepted by --force in the campaign and in the compared workbook are told apart", async () => {
    expect(await forced(both, "--out", path("o.xlsx"))).toEqual([provisional, compared]);
  });

  test("errors accepted by --force without a workbook are kept by no Journal", async () => {
    expect(await forced(both, "--csv", path("o.csv"))).toEqual([
      "Documents provisoires : points à corriger acceptés, 1. Ce qu’ils concernent n’est pas facturé.",
      compared,
    ]);
  });
});

describe("blocking errors name the workbook to correct", () => {
  const blocked = async (wrong: Wrong, ...argv: string[]) => {
    const { code, err } = await billed(wrong, "--out", path("o.xlsx"), ...argv);
    expect(code).toBe(1);
    expect(await folder.files()).toEqual(["2014.xlsx", "2015.xlsx"]);
    return err;
  };

  test("errors that hold documents back are said to be in the campaign's own workbook", async () => {
    expect(await blocked(own)).toEqual([
      "Points à corriger, ci-dessus : 1. Ni le classeur, ni les listes, ni les PDF ne sont produits : corrigez l’inventaire, ou ajoutez --force pour facturer sans ce qui est en erreur.",
    ]);
  });

  test("errors that hold documents back are said to be in the compared workbook", async () => {
    expect(await blocked(other)).toEqual([
      "Points à corriger dans « 2014.xlsx », le classeur comparé, ci-dessus : 2. Ni le classeur, ni les listes, ni les PDF ne sont produits : corrigez « 2014.xlsx », ou ajoutez --force pour comparer sans ce qui y est en erreur.",
    ]);
    expect(await blocked(other, "--lang", "en")).toEqual([
      "Points to correct in “2014.xlsx”, the workbook compared, above: 2. No workbook, list or PDF is made: correct “2014.xlsx”, or add --force to compare without what is in error there.",
    ]);
  });

  test("errors that hold documents back are said to be in both workbooks", async () => {
    expect(await blocked(both)).toEqual([
      "Points à corriger, ci-dessus : 1 dans l’inventaire, 2 dans « 2014.xlsx », le classeur comparé. Ni le classeur, ni les listes, ni les PDF ne sont produits : corrigez-les, ou ajoutez --force pour facturer et comparer sans ce qui est en erreur.",
    ]);
  });
});
