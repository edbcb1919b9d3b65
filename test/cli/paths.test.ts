import { link, mkdir, readFile, symlink, writeFile } from "node:fs/promises";
import { relative } from "node:path";
import { Folder, expectRefusal, run } from "./run-rebill";
import { smallWorkbook } from "./small-workbook";

const folder = new Folder();
const input = () => folder.file("parc.xlsx");
let bytes: Uint8Array;

beforeEach(async () => {
  bytes = await smallWorkbook();
  await writeFile(input(), bytes);
});

const bill = (...argv: string[]) => run(input(), "--campaign", "2014", ...argv);
const isUntouched = async () => expect(Buffer.compare(await readFile(input()), bytes)).toBe(0);

describe("a file read is never written over, even with --overwrite", () => {
  test.each([["--out"], ["--json"], ["--csv"]])("%s names it outright", async (flag) => {
    expectRefusal(await bill(flag, input(), "--overwrite"), /parc\.xlsx.*un des fichiers lus/);
    await isUntouched();
  });

  test("an input is never written over under another spelling of its path", async () => {
    const detour = `${folder.file()}/x/../parc.xlsx`;
    await mkdir(folder.file("x"));
    for (const spelling of [detour, relative(process.cwd(), input())])
      expectRefusal(await bill("--out", spelling, "--overwrite"), /un des fichiers lus/);
    await isUntouched();
  });

  test("an input is never written over through a symbolic link to it or to its folder, or a hard link", async () => {
    await symlink(folder.file(), folder.file("dossier"), "junction");
    await link(input(), folder.file("dur.xlsx"));
    const paths = [folder.file("dossier", "parc.xlsx"), folder.file("dur.xlsx")];
    // Windows keeps links to files for administrators.
    if (process.platform !== "win32") {
      await symlink(input(), folder.file("lien.xlsx"));
      paths.push(folder.file("lien.xlsx"));
    }
    for (const path of paths) expectRefusal(await bill("--out", path, "--overwrite"), /un des fichiers lus/);
    await isUntouched();
  });

  test("the second input and the options file are never written over", async () => {
    await writeFile(folder.file("autre.xlsx"), bytes);
    await writeFile(folder.file("options.json"), "{}");
    expectRefusal(
      await bill(folder.file("autre.xlsx"), "--out", folder.file("autre.xlsx"), "--overwrite"),
      /un des fichiers lus/,
    );
    const options = folder.file("options.json");
    expectRefusal(await bill("--options", options, "--json", options, "--overwrite"), /un des fichiers lus/);
    expect(await readFile(options, "utf8")).toBe("{}");
  });
});

describe("an existing file is left alone without --overwrite", () => {
  test.each([
    ["--out", "avant.xlsx"],
    ["--json", "avant.json"],
    ["--csv", "avant.csv"],
  ])("%s", async (flag, name) => {
    const path = folder.file(name);
    await writeFile(path, "avant");
    expectRefusal(await bill(flag, path), /existe déjà.*--overwrite/);
    expect(await readFile(path, "utf8")).toBe("avant");
    expect((await bill(flag, path, "--overwrite")).code).toBe(0);
    expect(await readFile(path, "utf8")).not.toBe("avant");
  });

  test("when one of two files exists, neither is written", async () => {
    await writeFile(folder.file("o.json"), "avant");
    expectRefusal(await bill("--out", folder.file("o.xlsx"), "--json", folder.file("o.json")), /existe déjà/);
    expect(await folder.files()).toEqual(["o.json", "parc.xlsx"]);
  });

  test("none of three files is written when the last one is in the way", async () => {
    await writeFile(folder.file("o.csv"), "avant");
    const [out, json, csv] = ["o.xlsx", "o.json", "o.csv"].map((name) => folder.file(name)) as [string, string, string];
    expectRefusal(await bill("--out", out, "--json", json, "--csv", csv), /o\.csv.*existe déjà/);
    expect(await folder.files()).toEqual(["o.csv", "parc.xlsx"]);
  });
});

describe("paths that lead nowhere are said at once", () => {
  test("an input that is missing, or a folder", async () => {
    expectRefusal(await run(folder.file("absent.xlsx"), "--campaign", "2014"), /absent\.xlsx.*introuvable/);
    expectRefusal(await run(folder.file(), "--campaign", "2014"), /n’est pas un fichier/);
  });

  test("the same input twice, or two of one name", async () => {
    await mkdir(folder.file("x"));
    await writeFile(folder.file("x", "PARC.xlsx"), bytes);
    expectRefusal(await bill(`${folder.file()}/./parc.xlsx`), /indiqué deux fois/);
    expectRefusal(await bill(folder.file("x", "PARC.xlsx")), /même nom/);
  });

  test("an output in a missing folder, or that is a folder", async () => {
    expectRefusal(await bill("--out", folder.file("absent", "o.xlsx")), /dossier.*absent.*n’existe pas/);
    await mkdir(folder.file("o.xlsx"));
    expectRefusal(await bill("--out", folder.file("o.xlsx"), "--overwrite"), /n’est pas un fichier/);
  });

  test("a device is never replaced", async () => {
    if (process.platform === "win32") return;
    expectRefusal(await bill("--json", "/dev/null", "--overwrite"), /n’est pas un fichier/);
  });

  test("one path for both outputs, in any case, is refused", async () => {
    expectRefusal(await bill("--out", folder.file("o.xlsx"), "--json", folder.file("O.XLSX")), /même fichier/);
    expect(await folder.files()).toEqual(["parc.xlsx"]);
  });

  test("one path for the JSON and the CSV is refused, both flags named", async () => {
    const path = folder.file("o.txt");
    expectRefusal(await bill("--json", path, "--csv", path), /--json et --csv désignent le même fichier/);
    expect(await folder.files()).toEqual(["parc.xlsx"]);
  });

  test("one file for two outputs, one of which is a link to it, there or not", async () => {
    if (process.platform === "win32") return;
    await symlink("o.json", folder.file("lien.csv"));
    const ask = () => bill("--json", folder.file("o.json"), "--csv", folder.file("lien.csv"), "--overwrite");
    expectRefusal(await ask(), /même fichier/);
    await writeFile(folder.file("o.json"), "avant");
    expectRefusal(await ask(), /même fichier/);
    expect(await readFile(folder.file("o.json"), "utf8")).toBe("avant");
  });

  test("an extension that does not suit", async () => {
    for (const name of ["o.xls", "o.csv", "o", "o.xlsm"])
      expectRefusal(await bill("--out", folder.file(name)), /extension \.xlsx/);
    expect(await folder.files()).toEqual(["parc.xlsx"]);
  });
});
