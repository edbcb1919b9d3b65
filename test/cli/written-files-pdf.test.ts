import { mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { readPdf } from "../pdf/read-pdf";
import { Folder, run } from "./run-rebill";
import { amagney, smallWorkbook } from "./small-workbook";

const folder = new Folder();
const pdfs = () => folder.file("pdf");

async function bill(rows: Parameters<typeof smallWorkbook>[0], ...argv: string[]) {
  await writeFile(folder.file("parc.xlsx"), await smallWorkbook(rows));
  return run(folder.file("parc.xlsx"), "--campaign", "2014", "--pdf", pdfs(), ...argv);
}

const state = "2014_ORDICLASSE_ETAT-LIQUIDATIF_CAGB.pdf";
const fiche = "2014_ORDICLASSE_25014_AMAGNEY.pdf";
const wrong = [amagney, ["Atlantis", "École", 10, 1, 0]];

describe("--pdf writes what leaves the office, a file each, in a folder", () => {
  test("the état and the fiche of each commune, and says how many", async () => {
    const { code, out, err } = await bill([amagney]);
    expect({ code, err }).toEqual({ code: 0, err: [] });
    expect(out.at(-1)!.replace(/\s/g, " ")).toBe(`PDF écrits dans « ${pdfs()} » : 2`);
    expect((await readdir(pdfs())).sort()).toEqual([fiche, state]);
    const { title, pages } = await readPdf(await readFile(folder.file("pdf", fiche)));
    expect(title).toBe("Fiche de refacturation · Amagney, campagne 2014");
    // 10 × 36,86 + 2 × 31,60.
    for (const amount of ["368,60 €", "63,20 €", "431,80 €"]) expect(pages[0]!.text).toContain(amount);
  });

  test("in a folder that is there already, beside what it holds", async () => {
    await mkdir(pdfs());
    await writeFile(folder.file("pdf", "notes.txt"), "à garder");
    expect((await bill([amagney])).code).toBe(0);
    expect((await readdir(pdfs())).sort()).toEqual([fiche, state, "notes.txt"]);
  });
});

describe("nothing is replaced, nor written by halves", () => {
  test("a PDF that exists stays, and no other is written", async () => {
    await mkdir(pdfs());
    await writeFile(folder.file("pdf", fiche), "signé");
    const { code, err } = await bill([amagney]);
    expect(code).toBe(2);
    expect(err.join()).toContain("existe déjà");
    expect(await readdir(pdfs())).toEqual([fiche]);
    expect(await readFile(folder.file("pdf", fiche), "utf8")).toBe("signé");
  });

  test("with --overwrite it is replaced", async () => {
    await mkdir(pdfs());
    await writeFile(folder.file("pdf", fiche), "ancien");
    expect((await bill([amagney], "--overwrite")).code).toBe(0);
    expect((await readFile(folder.file("pdf", fiche))).subarray(0, 5).toString()).toBe("%PDF-");
  });

  test("what blocks the workbook holds the PDFs back too; with --force they are written", async () => {
    expect((await bill(wrong)).code).toBe(1);
    expect(await folder.files()).toEqual(["parc.xlsx"]);
    expect((await bill(wrong, "--force")).code).toBe(0);
    expect((await readdir(pdfs())).sort()).toEqual([fiche, state]);
  });

  test("a file in the place of the folder, or a folder in one that is not there, is refused first", async () => {
    await writeFile(pdfs(), "un fichier");
    const { code, err } = await bill([amagney]);
    expect({ code, said: err.join() }).toEqual({ code: 2, said: expect.stringContaining("n’est pas un dossier") });
    const missing = await run(folder.file("parc.xlsx"), "--campaign", "2014", "--pdf", folder.file("a", "b"));
    expect({ code: missing.code, said: missing.err.join() }).toEqual({
      code: 2,
      said: expect.stringContaining("n’existe pas"),
    });
  });
});
