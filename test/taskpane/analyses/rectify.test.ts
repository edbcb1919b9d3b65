import { writeXlsx } from "hucre/xlsx";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { screenOf } from "../../../src/taskpane/screens";
import { previewOf } from "../../../src/taskpane/state/state";
import { testInDepth } from "../../depth";
import { add, times, writeCorrected } from "../../acceptance/analyses";
import { expectedOf, samplePath } from "../../acceptance/samples";
import { run } from "../../cli/run-rebill";
import { HostWorkbook } from "../../host/model";
import { expectSame } from "../../same";
import { generateIt, sessionIn, sheetNames, type SessionInExcel } from "../session-in-excel";
import { analysesPlanned, modelsOf, parcOf, picked, pickedFrom, readParc, rectifiedIn } from "./analyses";

const sample = "parc-ecoles-2014";
let folder: string;
const file = (name: string) => join(folder, name);

/** The campaign is issued once, to be corrected; so is that of three schools, for what is the same whatever the size. */
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "rectify-"));
  expect((await run(samplePath(`${sample}.xlsx`), "--campaign", "2014", "--out", file("emis.xlsx"))).code).toBe(0);
  await writeFile(file("parc.xlsx"), await parcOf({ workstations: 14 }));
  expect((await run(file("parc.xlsx"), "--campaign", "2014", "--out", file("parc-emis.xlsx"))).code).toBe(0);
});
afterAll(() => rm(folder, { recursive: true, force: true }));

let open: SessionInExcel | null = null;
afterEach(() => {
  open?.page.close();
  open = null;
});

const issued = () => pickedFrom(file("parc-emis.xlsx"), "parc-emis.xlsx");

/** The sample corrected in cells of « Parc 01.11.2014 », open in Excel, and what was issued of it. */
async function rectifySample(): Promise<SessionInExcel> {
  await writeCorrected(file("corrige.xlsx"), `${sample}.xlsx`, corrections);
  const opened = await sessionIn(await readFile(file("corrige.xlsx")), "corrige.xlsx");
  opened.session.dispatch({ type: "campaign-chosen", campaign: 2014 });
  await opened.session.run.read();
  opened.session.dispatch({ type: "opened", open: { screen: "analysis", name: "rectify" } });
  await opened.session.run.rectifyIssued(await pickedFrom(file("emis.xlsx"), "emis.xlsx"));
  return opened;
}

/** Three schools, with two workstations less at Amagney than what was issued: 2 × 36,86. */
async function rectifyParc(): Promise<SessionInExcel> {
  const opened = (open = await readParc({ workstations: 12 }));
  opened.session.dispatch({ type: "opened", open: { screen: "analysis", name: "rectify" } });
  await opened.session.run.rectifyIssued(await issued());
  return opened;
}

/** For tests that change nothing: opened once, closed once. */
function rectifiedOnce(rectify: () => Promise<SessionInExcel>): () => SessionInExcel {
  let opened: SessionInExcel;
  beforeAll(async () => {
    opened = await rectify();
    open = null;
  });
  afterAll(() => opened.page.close());
  return () => opened;
}

/** Amagney, row 7: 14 in service and 8 installed, 12 and 6 in truth. Auxon-Dessous, row 9: 22 in service, 23 in truth. */
const corrections = { E7: 12, L7: 6, E9: 23 };
const amagney = add(times(6 - 8, "31.60"), times(12 - 14, "36.86"));
const auxon = add(times(23 - 22, "36.86"));
const { total, communes, cagb, byCommune } = expectedOf(sample);

describe("« Rectifier » a statement already issued, before anything is written", () => {
  const rectified = rectifiedOnce(rectifySample);

  it("says what is to be issued, and what each part becomes", () => {
    const shown = rectifiedIn(rectified());
    const difference = add(amagney, auxon);
    expect(shown).toMatchObject({ file: "emis.xlsx", kind: "both" });
    // 2 × 31,60 + 2 × 36,86 = 136,92 that falls; 36,86 that rises.
    expect(shown.toIssue).toEqual(["136.92", "36.86"]);
    expect(shown.total).toEqual({ before: total, after: add(total, difference), difference });
    expect(shown.due).toEqual({ before: communes, after: add(communes, difference), difference });
    expect(shown.cagb).toEqual({ before: cagb, after: cagb, difference: "0.00" });
  });

  it("shows the communes whose part changes, the most first", () => {
    const part = (insee: string) => byCommune[insee]!.due;
    expect(rectifiedIn(rectified()).moves).toMatchObject([
      { insee: "25014", before: part("25014"), after: add(part("25014"), amagney), difference: amagney },
      { insee: "25034", before: part("25034"), after: add(part("25034"), auxon), difference: auxon },
    ]);
  });

  it("shows each line that changes, with the one of origin", () => {
    const { lines } = rectifiedIn(rectified());
    const side = (quantity: number, unitPrice: string) => ({
      quantity,
      unitPrice,
      amount: add(times(quantity, unitPrice)),
    });
    const line = (commune: string, nature: string, before: number, after: number, price: string) => ({
      commune,
      prestation: "Poste client standard",
      nature,
      payer: "commune",
      issued: side(before, price),
      corrected: side(after, price),
      difference: add(times(after - before, price)),
    });
    expect(lines).toMatchObject([
      line("Amagney", "installation", 8, 6, "31.60"),
      line("Amagney", "maintenance", 14, 12, "36.86"),
      line("Auxon-Dessous", "maintenance", 22, 23, "36.86"),
    ]);
  });

  it("stays open on its figures, and the plan counts its sheet", () => {
    expect(screenOf(rectified().session.state)).toBe("rectify");
    expect(analysesPlanned(rectified())).toEqual([
      ...["rectificatif", "certificat", "complement", "rectificatif-quotes-parts"],
      ...["rectificatif-commune-25014-212500144", "rectificatif-commune-25034-212500342"],
    ]);
    expect(sheetNames(rectified())).not.toContain("Rectificatif");
  });
});

describe("« Rectifier » a statement already issued", () => {
  it.each<[string, [amagney: number, beure: number], string, (string | null)[]]>([
    ["more than was issued: a complement", [14, 10], "complement", [null, "36.86"]],
    // Beure takes the workstation of Amagney.
    ["as much, elsewhere", [13, 10], "both", ["36.86", "36.86"]],
    ["nothing else than what was issued", [14, 9], "none", [null, null]],
  ])("%s", async (_, [workstations, beure], kind, toIssue) => {
    const opened = (open = await readParc({ workstations }));
    opened.workbook.type("Parc", "D3", beure);
    await opened.session.run.read();
    await opened.session.run.rectifyIssued(await issued());
    expect(rectifiedIn(opened)).toMatchObject({ kind, toIssue });
  });

  testInDepth(
    "adds to the documents what `rebill --rectify` writes, cell for cell; the issued workbook stays as it was",
    async () => {
      const before = await readFile(file("parc-emis.xlsx"));
      const opened = await rectifyParc();
      await generateIt(opened);
      expect(screenOf(opened.session.state)).toBe("done");
      await writeFile(file("parc.xlsx"), await parcOf({ workstations: 12 }));
      const asked = [file("parc.xlsx"), "--campaign", "2014", "--rectify", file("parc-emis.xlsx")];
      expect((await run(...asked, "--out", file("o.xlsx"))).code).toBe(0);
      const written = await HostWorkbook.open(await readFile(file("o.xlsx")), "parc.xlsx");
      expectSame(modelsOf(opened.workbook), modelsOf(written));
      expect(sheetNames(opened)).toContain("Rectificatif");
      expect(Buffer.compare(await readFile(file("parc-emis.xlsx")), before)).toBe(0);
    },
  );

  testInDepth("is taken back: the next generation removes its sheet", async () => {
    const opened = await rectifyParc();
    await generateIt(opened);
    await opened.session.run.leaveAnalysis("rectify");
    expect(opened.session.state.analyses.rectification).toBeNull();
    expect(analysesPlanned(opened)).toEqual([]);
    expect(previewOf(opened.session.state)!.plan.removed).toEqual([
      ...["Rectificatif", "Certificat", "Quotes-parts rectifiées", "Rectificatif Amagney"],
    ]);
    await generateIt(opened);
    expect(sheetNames(opened)).not.toContain("Rectificatif");
  });

  testInDepth("corrects just as well what the pane itself issued, in the same workbook", async () => {
    const first = (open = await readParc({ workstations: 14 }));
    await generateIt(first);
    const origin = await first.workbook.save();
    first.workbook.type("Parc", "D3", 10);
    await first.session.run.read();
    await first.session.run.rectifyIssued(picked(origin, "parc.xlsx"));
    expect(rectifiedIn(first)).toMatchObject({ kind: "complement", toIssue: [null, "36.86"], lines: [{}] });
  });

  it("follows the inventory at each reading", async () => {
    const opened = await rectifyParc();
    expect(rectifiedIn(opened)).toMatchObject({ kind: "reduction", toIssue: ["73.72", null] });
    // Amagney is as it was issued again: only a workstation more at Beure is left.
    opened.workbook.type("Parc", "D2", 14);
    opened.workbook.type("Parc", "D3", 10);
    await opened.session.run.read();
    expect(rectifiedIn(opened)).toMatchObject({ kind: "complement", toIssue: [null, "36.86"], lines: [{}] });
  });
});

describe("a workbook that cannot be corrected", () => {
  const rectified = rectifiedOnce(rectifyParc);

  /** The issued workbook, a cell of its inventory changed since. */
  const changed = async () => {
    const workbook = await HostWorkbook.open(await readFile(file("parc-emis.xlsx")), "parc-emis.xlsx");
    workbook.type("Parc", "D2", 13);
    return picked(await workbook.save(), "parc-emis.xlsx");
  };
  it.each<[string, () => Promise<File> | File, string]>([
    ["was never issued", () => pickedFrom(file("parc.xlsx"), "b.xlsx"), "issued-no-journal"],
    ["is no longer what its Journal says", changed, "issued-sheet-changed"],
    ["is no workbook", () => picked("%PDF-1.4", "b.pdf"), "file-extension-unknown"],
    ["is damaged", () => picked(new Uint8Array([0x50, 0x4b, 3, 4, 0, 0]), "b.xlsx"), "file-corrupt"],
    [
      "is gone from the disk",
      () => Object.assign(picked("", "b.xlsx"), { arrayBuffer: () => Promise.reject(new Error("NotFoundError")) }),
      "pane-file-unreadable",
    ],
  ])("%s: it is told, and all stays as it was", async (_, wrong, code) => {
    const opened = rectified();
    const { session } = opened;
    const [before, shown] = [previewOf(session.state), rectifiedIn(opened)];
    await session.run.rectifyIssued(await wrong());
    expect(session.state).toMatchObject({ trouble: { code }, work: { kind: "none" } });
    expect(previewOf(session.state)).toBe(before);
    expect(rectifiedIn(opened)).toEqual(shown);
    await session.run.read();
    expect(rectifiedIn(opened)).toEqual(shown);
  });

  it("waits for the part of the add-in that opens files, which may not come", async () => {
    const openFile = () => Promise.reject(new Error("ChunkLoadError"));
    open = await readParc({ workstations: 12, more: { openFile } });
    await open.session.run.rectifyIssued(await issued());
    expect(open.session.state).toMatchObject({
      trouble: { code: "pane-file-not-loaded" },
      analyses: { rectification: null },
    });
  });

  it("is left when the user stops the reading", async () => {
    const opened = (open = await readParc({ workstations: 12 }));
    const rectifying = opened.session.run.rectifyIssued(await issued());
    opened.session.run.cancel();
    await rectifying;
    await opened.session.run.read();
    expect(opened.session.state.analyses.rectification).toBeNull();
  });

  it("is of another campaign once another one is chosen: it is dropped, and why is said", async () => {
    const opened = await rectifyParc();
    const { session } = opened;
    session.dispatch({ type: "campaign-chosen", campaign: 2015 });
    await session.run.read();
    expect(session.state.trouble).toMatchObject({ code: "issued-other-campaign" });
    expect(session.state.analyses.rectification).toBeNull();
    expect(analysesPlanned(opened)).toEqual([]);
  });
});

testInDepth("a statement issued from two files is found again where the other one is read too, unchanged", async () => {
  const write = (name: string, ...rows: (string | number)[][]) => writeXlsx({ sheets: [{ name, rows }] });
  const parc = (count: number) =>
    write("Parc", ["Commune", "École", "Postes clients standard"], ["Amagney", "École primaire", count]);
  const pupils = await write("Rentrée", ["Commune", "École", "Effectif"], ["Amagney", "École primaire", 50]);
  await writeFile(file("parc-a-deux.xlsx"), await parc(10));
  await writeFile(file("effectifs.xlsx"), pupils);
  const asked = [file("parc-a-deux.xlsx"), file("effectifs.xlsx"), "--campaign", "2014"];
  expect((await run(...asked, "--out", file("emis-a-deux.xlsx"))).code).toBe(0);

  open = await sessionIn(await parc(12), "parc-corrige.xlsx");
  const { session } = open;
  session.dispatch({ type: "campaign-chosen", campaign: 2014 });
  await session.run.read();
  const origin = () => pickedFrom(file("emis-a-deux.xlsx"), "emis-a-deux.xlsx");
  await session.run.rectifyIssued(await origin());
  expect(session.state.trouble).toMatchObject({ code: "issued-sheet-missing" });
  await session.run.addWorkbook(picked(pupils, "effectifs.xlsx"));
  await session.run.rectifyIssued(await origin());
  expect(rectifiedIn(open)).toMatchObject({ kind: "complement", toIssue: [null, add(times(12 - 10, "36.86"))] });
});
