import { unzipSync } from "fflate";
import type { Environment } from "../../../src/taskpane/operations/environment";
import * as pdf from "../../../src/pdf";
import { amagney, smallWorkbook } from "../../cli/small-workbook";
import { testInDepth } from "../../depth";
import { fonts } from "../../pdf/fonts";
import { generateIt, readIt, sessionOn, type HeldSession } from "../../workbook/in-page/held-session";

const beure = ["Beure", "École du Bourg", 60, 4, 0];
const faulty = ["Audeux", "École primaire", 50, -5, 0];

let saved: { readonly name: string; readonly bytes: Uint8Array }[];
beforeEach(() => {
  saved = [];
});

/** A page that holds a copy of a workbook, read; what it saves is kept. */
async function page(
  schools: Parameters<typeof smallWorkbook>[0],
  more: Partial<Environment> = {},
): Promise<HeldSession> {
  const opened = await sessionOn(await smallWorkbook(schools), "parc.xlsx", undefined, {
    holdsWorkbook: true,
    loadPdfs: () => Promise.resolve({ ...pdf, fonts }),
    download: (name, bytes) => {
      saved.push({ name, bytes });
      return `blob:${name}`;
    },
    ...more,
  });
  await readIt(opened);
  return opened;
}

test("one press writes the documents, shows the état and saves all the PDFs in a copy that a page holds", async () => {
  let isDrawerAsked = false;
  const { session, held, shown } = await page([amagney, beure], {
    loadPdfs: () => {
      isDrawerAsked = true;
      return Promise.resolve({ ...pdf, fonts });
    },
  });
  expect([session.query.writesAtOnce(), isDrawerAsked]).toEqual([true, false]);
  const saving = session.run.writeAndSavePdfs();
  // What draws them comes while the documents are written.
  expect([held.open.generatedSheets, isDrawerAsked]).toEqual([[], true]);
  await saving;
  expect(held.open.generatedSheets.map(({ key }) => key)).toContain("titre");
  expect(shown.at(-1)?.[0]).toBe("Titre CAGB");
  expect(saved.map(({ name }) => name)).toEqual(["2014_ORDICLASSE_PDF.zip"]);
  expect(Object.keys(unzipSync(saved[0]!.bytes)).length).toBe(3);
  expect(session.state).toMatchObject({ ending: { kind: "done" }, documents: { canUndo: true, pdfs: { count: 3 } } });
});

testInDepth("one document is saved alone by its key, the same bytes as among the others", async () => {
  const opened = await page([amagney, beure]);
  const { session, held } = opened;
  await generateIt(opened);
  await session.run.savePdfs();
  const { key } = held.open.generatedSheets.find(({ name }) => name === "Fiche Beure")!;
  await session.run.savePdfs(key);
  const [all, one] = saved;
  expect(one!.name).toBe("2014_ORDICLASSE_25058_BEURE.pdf");
  expect(Buffer.from(unzipSync(all!.bytes)[one!.name]!).equals(one!.bytes)).toBe(true);
  expect(session.state.documents.pdfs).toEqual({ name: one!.name, address: `blob:${one!.name}`, count: 1 });
});

describe("nothing is written without being confirmed", () => {
  const isOffered = async (opened: HeldSession) => {
    const before = opened.held.open;
    const offered = opened.session.query.writesAtOnce();
    await opened.session.run.writeAndSavePdfs();
    return offered || opened.held.open !== before || saved.length > 0;
  };

  test("nothing is written without a confirmation in Excel, whose workbook is the user's own", async () => {
    expect(await isOffered(await page([amagney], { holdsWorkbook: false }))).toBe(false);
  });

  test("documents that leave something out are not written without confirmation", async () => {
    expect(await isOffered(await page([amagney, faulty]))).toBe(false);
  });

  test("documents are not written without confirmation after a change, or over others", async () => {
    const opened = await page([amagney]);
    await generateIt(opened);
    await opened.held.edit([{ sheet: "Parc", row: 1, column: 3, value: 12 }]);
    opened.corrected();
    expect(await isOffered(opened)).toBe(false);
    await opened.session.run.read();
    expect(await isOffered(opened)).toBe(false);
  });
});
