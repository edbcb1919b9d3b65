import { spawnSync } from "node:child_process";
import { mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { testInDepth } from "../depth";
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

  test("PDFs are written in an existing folder, beside its other files", async () => {
    await mkdir(pdfs());
    await writeFile(folder.file("pdf", "notes.txt"), "à garder");
    expect((await bill([amagney])).code).toBe(0);
    expect((await readdir(pdfs())).sort()).toEqual([fiche, state, "notes.txt"]);
  });
});

describe("fiches of communes that are billed no more", () => {
  const beure = ["Beure", "École du Bourg", 50, 4, 0];
  const gone = "2014_ORDICLASSE_25058_BEURE.pdf";
  const said = (lines: readonly string[]) => lines.slice(lines.findIndex((line) => line.startsWith("PDF écrits")) + 1);

  testInDepth("--overwrite removes the PDFs of a former run, and names them", async () => {
    await bill([amagney, beure]);
    const { code, out } = await bill([amagney], "--overwrite");
    expect(code).toBe(0);
    expect(said(out)).toEqual([expect.stringMatching(new RegExp(`^PDF retirés.* 1 \\(${gone}\\)$`))]);
    expect((await readdir(pdfs())).sort()).toEqual([fiche, state]);
    expect(said((await bill([amagney], "--overwrite")).out)).toEqual([]);
  });

  testInDepth("without --overwrite, fiches of communes no longer billed stay, and are named", async () => {
    await bill([beure]);
    await rm(folder.file("pdf", state));
    const { code, out } = await bill([amagney]);
    expect(code).toBe(0);
    expect(said(out)).toEqual([expect.stringMatching(new RegExp(`1 \\(${gone}\\).*--overwrite les retire`))]);
    expect((await readdir(pdfs())).sort()).toEqual([fiche, gone, state]);
  });

  testInDepth(
    "one that was signed since, protected, or that no run drew, stays and is named; another campaign’s is its own",
    async () => {
      await bill([beure]);
      await bill([amagney, ["Pirey", "École", 10, 1, 0]], "--overwrite");
      const drawn = await readFile(folder.file("pdf", "2014_ORDICLASSE_25454_PIREY.pdf"));
      const of2015 = "2015_ORDICLASSE_25454_PIREY.pdf";
      await writeFile(folder.file("pdf", of2015), drawn);
      const signed = "2014_ORDICLASSE_25027_ARGUEL.pdf";
      await writeFile(
        folder.file("pdf", signed),
        Buffer.concat([drawn, Buffer.from("1 0 obj\n<<>>\nendobj\n%%EOF\n")]),
      );
      await writeFile(folder.file("pdf", gone), "%PDF-1.4 d’un autre logiciel %%EOF");
      const kept = "2014_ORDICLASSE_25035_AUDEUX.pdf";
      await writeFile(folder.file("pdf", kept), drawn, { mode: 0o444 });
      const { out } = await bill([amagney], "--overwrite");
      expect(said(out)).toEqual([
        expect.stringMatching(/^PDF retirés.*1 \(2014_ORDICLASSE_25454_PIREY\.pdf\)$/),
        expect.stringMatching(new RegExp(`^PDF laissés.* 3 \\(${[signed, kept, gone].join(", ")}\\)`)),
      ]);
      expect((await readdir(pdfs())).sort()).toEqual([fiche, signed, kept, gone, state, of2015].sort());
    },
  );

  test("provisional ones go once all is corrected, the état among them; until then, none that may be issued does", async () => {
    await bill([amagney, beure]);
    await bill(wrong, "--force", "--overwrite");
    const [provisionalState, provisionalFiche] = [state, fiche].map((name) => name.replace("_", "_PROVISOIRE_"));
    expect((await readdir(pdfs())).sort()).toEqual([fiche, gone, state, provisionalState!, provisionalFiche!].sort());
    const { title } = await readPdf(await readFile(folder.file("pdf", provisionalFiche!)));
    expect(title).toBe("PROVISOIRE · Fiche de refacturation · Amagney, campagne 2014");
    const { out } = await bill([amagney], "--overwrite");
    const names = [provisionalFiche, provisionalState, gone].join(", ");
    expect(said(out)).toEqual([expect.stringMatching(/^PDF retirés.* 3 \(/)]);
    for (const name of names.split(", ")) expect(said(out)[0]).toContain(name);
    expect((await readdir(pdfs())).sort()).toEqual([fiche, state]);
  });

  testInDepth("held back, no run takes any away", async () => {
    await bill([amagney, beure]);
    expect((await bill(wrong, "--overwrite")).code).toBe(1);
    expect((await readdir(pdfs())).sort()).toEqual([fiche, gone, state]);
  });
});

test("a temporary file of a killed run is cleared, even of a commune that this run lacks, and nothing else", async () => {
  await mkdir(pdfs());
  const gone = spawnSync(process.execPath, ["-e", ""]).pid;
  const left = (name: string) => `.${name}.6f9619ff-8b86-4011-b42d-${gone.toString(16).padStart(12, "0")}.tmp`;
  const names = [left("2014_ORDICLASSE_25058_BEURE.pdf"), left("2013_ORDICLASSE_ETAT-LIQUIDATIF_CAGB.pdf")];
  for (const name of [...names, left("notes.pdf")]) await writeFile(folder.file("pdf", name), "à moitié");
  expect((await bill([amagney])).code).toBe(0);
  expect((await readdir(pdfs())).sort()).toEqual([fiche, state, left("notes.pdf")].sort());
});

describe("a PDF has the path of no other file of the command", () => {
  test("a PDF at the path of another output is refused, however the path is written", async () => {
    await mkdir(pdfs());
    const detour = `${folder.file()}/pdf/../pdf/${fiche.toLowerCase()}`;
    for (const path of [folder.file("pdf", fiche), detour]) {
      const { code, out, err } = await bill([amagney], "--csv", path, "--overwrite");
      expect({ code, out, said: err.join() }).toEqual({
        code: 2,
        out: [],
        said: expect.stringMatching(/^--csv et --pdf désignent le même fichier/),
      });
      expect(await readdir(pdfs())).toEqual([]);
    }
  });

  test("a PDF at the path of an input is refused", async () => {
    await mkdir(pdfs());
    await writeFile(folder.file("pdf", fiche), "{}");
    const { code, err } = await bill([amagney], "--options", folder.file("pdf", fiche), "--overwrite");
    expect({ code, said: err.join() }).toEqual({ code: 2, said: expect.stringContaining("un des fichiers lus") });
    expect(await readFile(folder.file("pdf", fiche), "utf8")).toBe("{}");
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

  test("--overwrite replaces a file in the way of a PDF", async () => {
    await mkdir(pdfs());
    await writeFile(folder.file("pdf", fiche), "ancien");
    expect((await bill([amagney], "--overwrite")).code).toBe(0);
    expect((await readFile(folder.file("pdf", fiche))).subarray(0, 5).toString()).toBe("%PDF-");
  });

  test("blocking errors prevent the PDFs too, unless --force is given", async () => {
    expect((await bill(wrong)).code).toBe(1);
    expect(await folder.files()).toEqual(["parc.xlsx"]);
    expect((await bill(wrong, "--force")).code).toBe(0);
    expect((await readdir(pdfs())).sort()).toEqual([
      "2014_PROVISOIRE_ORDICLASSE_25014_AMAGNEY.pdf",
      "2014_PROVISOIRE_ORDICLASSE_ETAT-LIQUIDATIF_CAGB.pdf",
    ]);
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
