import { readFile, writeFile } from "node:fs/promises";
import { unzipSync } from "fflate";
import type { Environment } from "../../../src/taskpane/operations/session";
import { mayDraw } from "../../../src/taskpane/state/state";
import { amagney, smallWorkbook } from "../../cli/small-workbook";
import { Folder, run } from "../../cli/run-rebill";
import { testInDepth } from "../../depth";
import { readPdf } from "../../pdf/read-pdf";
import { generateIt, sessionIn, type SessionInExcel } from "../session-in-excel";

const folder = new Folder();
let open: SessionInExcel | null = null;
afterEach(() => {
  open?.page.close();
  open = null;
});

const beure = ["Beure", "École du Bourg", 60, 4, 0];

async function readIt(bytes: Uint8Array, more: Partial<Environment> = {}): Promise<SessionInExcel> {
  open = await sessionIn(bytes, "parc.xlsx", more);
  open.session.dispatch({ type: "campaign-chosen", campaign: 2014 });
  await open.session.run.read();
  return open;
}

async function generated(more: Partial<Environment> = {}): Promise<SessionInExcel> {
  const opened = await readIt(await smallWorkbook([amagney, beure]), more);
  await generateIt(opened);
  return opened;
}

const { stringify } = JSON;

describe("« Enregistrer les PDF »", () => {
  test("gives one .zip of the files that `rebill --pdf` writes of the same workbook, the same words on each page", async () => {
    const bytes = await smallWorkbook([amagney, beure]);
    await writeFile(folder.file("parc.xlsx"), bytes);
    const pdf = folder.file("pdf");
    expect((await run(folder.file("parc.xlsx"), "--campaign", "2014", "--pdf", pdf)).code).toBe(0);
    const opened = await readIt(bytes);
    await generateIt(opened);
    await opened.session.run.savePdfs();
    expect(opened.saved.map(({ name }) => name)).toEqual(["2014_ORDICLASSE_PDF.zip"]);
    const files = unzipSync(opened.saved[0]!.bytes);
    expect(Object.keys(files)).toEqual([
      "2014_ORDICLASSE_ETAT-LIQUIDATIF_CAGB.pdf",
      "2014_ORDICLASSE_25014_AMAGNEY.pdf",
      "2014_ORDICLASSE_25058_BEURE.pdf",
    ]);
    for (const [name, file] of Object.entries(files))
      expect([name, await readPdf(file)]).toEqual([name, await readPdf(await readFile(folder.file("pdf", name)))]);
    expect(opened.session.state).toMatchObject({
      work: { kind: "none" },
      trouble: null,
      documents: { pdfs: { name: "2014_ORDICLASSE_PDF.zip", address: "blob:2014_ORDICLASSE_PDF.zip", count: 3 } },
    });
  });

  testInDepth("tells how far it is, and leaves Excel and the pane a turn after each stretch", async () => {
    let turns = 0;
    const opened = await generated({
      // Each look at the clock is worth a stretch.
      scheduler: {
        clock: () => (turns += 8),
        pause: () => Promise.resolve(),
      },
    });
    const told: string[] = [];
    opened.session.store.subscribe(() => told.push(stringify(opened.session.state.work)));
    const before = turns;
    await opened.session.run.savePdfs();
    const work = (done: number, total: number | null) => stringify({ kind: "drawing", done, total, cancelling: false });
    expect([...new Set(told)]).toEqual([
      work(0, null),
      work(0, 3),
      work(1, 3),
      work(2, 3),
      stringify({ kind: "none" }),
    ]);
    // A row at a time: more than a hundred of them on three documents.
    expect((turns - before) / 16).toBeGreaterThan(100);
  });

  test("is stopped on the way, and then nothing is saved", async () => {
    const opened = await generated();
    const drawing = opened.session.run.savePdfs();
    opened.session.run.cancel();
    await drawing;
    expect(opened.saved).toEqual([]);
    expect(opened.session.state).toMatchObject({
      work: { kind: "none" },
      notice: { code: "pane-pdfs-cancelled" },
      documents: { pdfs: null },
    });
  });

  testInDepth("keeps any other operation waiting, and is not begun twice", async () => {
    const opened = await generated();
    const drawing = opened.session.run.savePdfs();
    await opened.session.run.savePdfs();
    expect(opened.session.state.notice).toMatchObject({ code: "pane-busy" });
    await drawing;
    expect(opened.saved).toHaveLength(1);
  });

  testInDepth("says that what draws is not there, and what is no PDF", async () => {
    const opened = await generated({ loadPdfs: () => Promise.reject(new Error("ChunkLoadError")) });
    await opened.session.run.savePdfs();
    expect(opened.session.state).toMatchObject({
      work: { kind: "none" },
      trouble: { code: "pane-pdfs-not-loaded" },
      documents: { pdfs: null },
    });
    const wrong = new Uint8Array(3);
    const fonts = { regular: wrong, bold: wrong, italic: wrong, boldItalic: wrong };
    opened.page.close();
    const again = await generated({ loadPdfs: async () => ({ ...(await import("../../../src/pdf")), fonts }) });
    await again.session.run.savePdfs();
    expect(again.session.state).toMatchObject({ work: { kind: "none" }, trouble: { code: "pane-unexpected" } });
    expect(again.saved).toEqual([]);
  });
});

describe("files of what is not to be issued say so by their names, as those of the command do", () => {
  const listsOf = ({ session }: SessionInExcel) =>
    session.query.listsGiven().map((list) => {
      const made = session.query.makeList(list, "utf-8");
      if (made?.ok !== true) throw new Error("A list that is given is made.");
      return { name: made.value.name, text: new TextDecoder().decode(made.value.bytes) };
    });

  test("provisional where errors are accepted: the PDFs, the file that holds them, each line of the lists", async () => {
    const opened = await readIt(await smallWorkbook([amagney, ["Atlantis", "École", 10, 1, 0]]));
    opened.session.dispatch({ type: "accepted", acceptance: "given" });
    await generateIt(opened);
    await opened.session.run.savePdfs();
    expect(opened.saved.map(({ name }) => name)).toEqual(["2014_PROVISOIRE_ORDICLASSE_PDF.zip"]);
    expect(Object.keys(unzipSync(opened.saved[0]!.bytes))).toEqual([
      "2014_PROVISOIRE_ORDICLASSE_ETAT-LIQUIDATIF_CAGB.pdf",
      "2014_PROVISOIRE_ORDICLASSE_25014_AMAGNEY.pdf",
    ]);
    const lists = listsOf(opened);
    expect(lists.map(({ name }) => name)).toEqual(
      ["TITRE", "COMMUNES", "PUBLIPOSTAGE"].map((list) => `2014_PROVISOIRE_ORDICLASSE_${list}.csv`),
    );
    for (const { text } of lists) expect(text).toMatch(/^ÉTAT;.*\r\n(PROVISOIRE;.*\r\n)+$/);
  });

  testInDepth(
    "documents are not to be issued once another état is: no list claims them, and the letters say so",
    async () => {
      const opened = await generated();
      await opened.session.run.markAsIssued({ number: "", date: "25/11/2014", bordereau: "", titre: "" });
      expect(listsOf(opened).map(({ name }) => name)).toContain("2014_ORDICLASSE_TITRE.csv");
      opened.workbook.type("Parc", "D2", 11);
      await opened.session.run.read();
      await generateIt(opened);
      await opened.session.run.savePdfs();
      expect(opened.saved.map(({ name }) => name)).toEqual(["2014_A-NE-PAS-EMETTRE_ORDICLASSE_PDF.zip"]);
      const [list, ...others] = listsOf(opened);
      expect(others).toEqual([]);
      expect(list!.name).toBe("2014_A-NE-PAS-EMETTRE_ORDICLASSE_PUBLIPOSTAGE.csv");
      expect(list!.text).toContain("\r\nÀ NE PAS ÉMETTRE;Amagney;");
    },
  );
});

describe("the PDFs drawn match the documents in place", () => {
  testInDepth(
    "PDFs are offered once documents are generated, and again for a workbook with the same ones; not before, nor once they are out of date",
    async () => {
      const before = await readIt(await smallWorkbook([amagney, beure]));
      expect(mayDraw(before.session.state)).toBe(false);
      await before.session.run.savePdfs();
      expect(before.saved).toEqual([]);
      await generateIt(before);
      expect(mayDraw(before.session.state)).toBe(true);
      before.session.dispatch({ type: "source-changed" });
      expect(mayDraw(before.session.state)).toBe(false);
      await before.session.run.savePdfs();
      expect(before.saved).toEqual([]);
      const bytes = await before.workbook.save();
      before.page.close();
      const again = await readIt(bytes);
      expect(mayDraw(again.session.state)).toBe(true);
      await again.session.run.savePdfs();
      expect(again.saved).toHaveLength(1);
      again.workbook.type("Parc", "D2", 11);
      await again.session.run.read();
      expect([mayDraw(again.session.state), again.session.state.documents.pdfs]).toEqual([false, null]);
    },
  );
});
