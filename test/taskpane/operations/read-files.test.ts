import { amountsOf } from "../amounts";
import { writeXlsx } from "hucre/xlsx";
import { readFile, writeFile } from "node:fs/promises";
import { screenOf } from "../../../src/taskpane/screens";
import { previewOf } from "../../../src/taskpane/state/state";
import { Folder, run } from "../../cli/run-rebill";
import { HostWorkbook } from "../../host/model";
import { expectSame } from "../../same";
import { modelsOf } from "../analyses/analyses";
import { generateIt, sessionIn, sheetNames, type SessionInExcel } from "../session-in-excel";

let open: SessionInExcel | null = null;
afterEach(() => {
  open?.page.close();
  open = null;
});

const parc = () =>
  writeXlsx({
    sheets: [
      {
        name: "Parc",
        rows: [
          ["Commune", "École", "Postes clients standard"],
          ["Amagney", "École primaire", 10],
        ],
      },
    ],
  });
const headcounts = (pupils: number | string) =>
  writeXlsx({
    sheets: [
      {
        name: "Rentrée 2014",
        rows: [
          ["Commune", "École", "Effectif"],
          ["AMAGNEY", "école primaire", pupils],
        ],
      },
    ],
  });
const picked = (bytes: Uint8Array, name = "effectifs.xlsx") => new File([new Uint8Array(bytes)], name);

async function readIt(more: Parameters<typeof sessionIn>[2] = {}): Promise<SessionInExcel> {
  open = await sessionIn(await parc(), "parc.xlsx", more);
  open.session.dispatch({ type: "campaign-chosen", campaign: 2014 });
  await open.session.run.read();
  return open;
}

describe("a workbook of the disk, read beside the one open in Excel", () => {
  it("brings the headcounts that the open one has not: the pane says that they are missing, then bills them", async () => {
    const { session } = await readIt();
    expect(screenOf(session.state)).toBe("headcounts");
    await session.run.addWorkbook(picked(await headcounts(100)));
    expect(session.state.files).toEqual(["effectifs.xlsx"]);
    // 100 pupils × 5,27 and a pack at 211,00 for the CAGB; 10 workstations × 36,86 for the commune.
    expect(amountsOf(previewOf(session.state)!)).toMatchObject({ cagb: "738.00", due: "368.60" });
    expect(previewOf(session.state)!.withoutHeadcounts).toBe(false);
    expect(previewOf(session.state)!.tables.map(({ sheet }) => sheet.otherFile)).toEqual([null, "effectifs.xlsx"]);
  });

  it("stays in memory for « Relire », and takes the place of one of the same name", async () => {
    const { session, workbook } = await readIt();
    await session.run.addWorkbook(picked(await headcounts(100)));
    workbook.type("Parc", "C2", 11);
    await session.run.read();
    expect(amountsOf(previewOf(session.state)!)).toMatchObject({ cagb: "738.00", due: "405.46" });
    await session.run.addWorkbook(picked(await headcounts(200), "Effectifs.XLSX"));
    expect(session.state.files).toEqual(["Effectifs.XLSX"]);
    // 200 × 5,27 + 211,00.
    expect(amountsOf(previewOf(session.state)!).cagb).toBe("1265.00");
  });

  it("is forgotten by « Retirer »: the pane says again what is missing", async () => {
    const { session } = await readIt();
    await session.run.addWorkbook(picked(await headcounts(100)));
    await session.run.removeWorkbook("effectifs.xlsx");
    expect(session.state.files).toEqual([]);
    session.dispatch({ type: "step-opened", step: "lecture" });
    expect(screenOf(session.state)).toBe("headcounts");
  });

  it("names its points as its own: the pane does not go to a cell of the open workbook instead", async () => {
    const { session } = await readIt();
    await session.run.addWorkbook(picked(await headcounts("beaucoup")));
    await session.run.moveToPoint(1);
    expect(session.state.notice).toEqual({
      code: "pane-file-point",
      params: { file: "effectifs.xlsx", sheet: "Rentrée 2014", cell: "C2" },
    });
  });
});

describe("a file that cannot be read", () => {
  it.each<[string, File, string]>([
    [
      "has a password, or is none of a workbook",
      picked(new TextEncoder().encode("%PDF-1.4"), "b.pdf"),
      "file-extension-unknown",
    ],
    ["is damaged", picked(new Uint8Array([0x50, 0x4b, 3, 4, 0, 0])), "file-corrupt"],
    [
      "is gone from the disk",
      Object.assign(picked(new Uint8Array()), { arrayBuffer: () => Promise.reject(new Error("NotFoundError")) }),
      "pane-file-unreadable",
    ],
  ])("%s: it is told, and all stays as it was read", async (_, file, code) => {
    const { session } = await readIt();
    const before = previewOf(session.state);
    await session.run.addWorkbook(file);
    expect(session.state.trouble).toMatchObject({ code, params: { file: file.name } });
    expect(session.state).toMatchObject({ files: [], work: { kind: "none" } });
    expect(previewOf(session.state)).toBe(before);
  });

  it("has the name of the open workbook: sources could not be told apart", async () => {
    const { session } = await readIt();
    await session.run.addWorkbook(picked(await headcounts(100), "PARC.xlsx"));
    expect(session.state).toMatchObject({ files: [], trouble: { code: "pane-file-is-open" } });
    expect(screenOf(session.state)).toBe("headcounts");
  });

  it("waits for the part of the add-in that opens files, which may not come", async () => {
    const { session } = await readIt({ openFile: () => Promise.reject(new Error("ChunkLoadError")) });
    await session.run.addWorkbook(picked(await headcounts(100)));
    expect(session.state.trouble).toMatchObject({ code: "pane-file-not-loaded" });
  });
});

describe("the documents of two workbooks", () => {
  const folder = new Folder();

  it("are those of `rebill` on the same two files, cell for cell", async () => {
    const opened = await readIt();
    const other = await headcounts(100);
    await opened.session.run.addWorkbook(picked(other));
    await generateIt(opened);
    expect(screenOf(opened.session.state)).toBe("done");

    const [first, second, out] = ["parc.xlsx", "effectifs.xlsx", "o.xlsx"].map((name) => folder.file(name));
    await writeFile(first!, await parc());
    await writeFile(second!, other);
    expect(await run(first!, second!, "--campaign", "2014", "--out", out!)).toMatchObject({ code: 0 });
    const written = await HostWorkbook.open(await readFile(out!), "parc.xlsx");
    expectSame(modelsOf(opened.workbook), modelsOf(written));
    expect(sheetNames(opened)).toContain("Fiche Amagney");
  });

  it("are not written from a file that was taken away since the preview", async () => {
    const opened = await readIt();
    const { session } = opened;
    await session.run.addWorkbook(picked(await headcounts(100)));
    const total = amountsOf(previewOf(session.state)!).total;
    session.dispatch({ type: "step-opened", step: "documents" });
    const reading = session.run.removeWorkbook("effectifs.xlsx");
    session.run.cancel();
    await reading;
    expect(amountsOf(previewOf(session.state)!).total).toBe(total);
    await session.run.generate();
    expect(session.state.ending.kind).toBe("changed");
    expect(sheetNames(opened)).toEqual(["Parc"]);
  });
});
