import { amountsOf } from "../amounts";
import { writeXlsx } from "hucre/xlsx";
import { readFile, writeFile } from "node:fs/promises";
import { message } from "../../../src/messages";
import { screenOf } from "../../../src/taskpane/screens";
import { previewOf } from "../../../src/taskpane/state/state";
import { testInDepth } from "../../depth";
import { add, gridWith, times } from "../../acceptance/analyses";
import { expectedOf, samplePath } from "../../acceptance/samples";
import { Folder, run } from "../../cli/run-rebill";
import { HostWorkbook } from "../../host/model";
import { expectSame } from "../../same";
import { generateIt, sessionIn, sheetNames, type SessionInExcel } from "../session-in-excel";
import { analysesPlanned, comparedIn, modelsOf, parcOf, picked, pickedFrom, readParc, readSample } from "./analyses";

const [last, now] = ["parc-ecoles-2014", "registre-materiel-2015"] as const;
const folder = new Folder();

let open: SessionInExcel | null = null;
afterEach(() => {
  open?.page.close();
  open = null;
});

/** To be closed by whoever opens it. */
async function compareSamples(): Promise<SessionInExcel> {
  const opened = await readSample(now);
  opened.session.dispatch({ type: "opened", open: { screen: "analysis", name: "compare" } });
  await opened.session.run.compareWith(await pickedFrom(samplePath(`${last}.xlsx`), "2014.xlsx"));
  return opened;
}

const thisYear = { workstations: 12, campaign: 2015 };
const lastYear = { workstations: 10 };

/** The same of three schools, whose sheets are soon written: two workstations more than last year. */
async function compareParc(): Promise<SessionInExcel> {
  const opened = (open = await readParc(thisYear));
  opened.session.dispatch({ type: "opened", open: { screen: "analysis", name: "compare" } });
  await opened.session.run.compareWith(picked(await parcOf(lastYear), "parc-2014.xlsx"));
  return opened;
}

const sheet = (name: string, ...rows: (string | number)[][]) => writeXlsx({ sheets: [{ name, rows }] });

describe("« Comparer » with the workbook of last year, before anything is written", () => {
  let compared: SessionInExcel;
  beforeAll(async () => (compared = await compareSamples()));
  afterAll(() => compared.page.close());

  it("goes from one titre to the other by four effects, to the cent", () => {
    const { file: name, campaign, campaignFrom, ...shown } = comparedIn(compared);
    expect({ name, campaign, campaignFrom }).toEqual({
      name: "2014.xlsx",
      campaign: 2014,
      campaignFrom: "year-before",
    });
    expect([shown.total.before, shown.total.after]).toEqual([expectedOf(last).total, expectedOf(now).total]);
    expect(shown.total.prices).toBe("0.00");
    for (const { before, quantities, prices, arrivals, departures, after, difference } of [
      shown.total,
      shown.cagb,
      shown.due,
    ]) {
      expect(add(before, quantities, prices, arrivals, departures)).toBe(after);
      expect(add(before, difference)).toBe(after);
    }
    expect(add(shown.cagb.difference, shown.due.difference)).toBe(shown.total.difference);
  });

  it("shows the communes whose part moves, the most first: Amagney's, by hand", () => {
    const { moves, due } = comparedIn(compared);
    const sizes = moves.map(({ difference }) => Math.abs(Number(difference)));
    expect(sizes).toEqual([...sizes].sort((a, b) => b - a));
    expect(add(...moves.map(({ difference }) => difference))).toBe(due.difference);
    // 2014: « Parc 01.11.2014 », row 7; 2015: counted in « Registre ».
    const difference = add(
      times(1 - 0, "632.00"), // standard server, installed
      times(3 - 8, "31.60"), // standard workstations, installed
      times(13 - 14, "36.86"), // standard workstations, in service
      times(1 - 0, "84.26"), // specific workstations, installed
      times(4 - 0, "47.39"), // specific workstations, in service
      times(0 - 5, "21.06"), // spare parts
      times(3 - 2, "15.79"), // ink-jet printers
    );
    expect(moves.find(({ name }) => name === "Amagney")).toMatchObject({
      before: expectedOf(last).byCommune["25014"]!.due,
      after: expectedOf(now).byCommune["25014"]!.due,
      difference,
    });
  });

  it("stays open on its figures, and the plan counts its sheets", () => {
    expect(screenOf(compared.session.state)).toBe("compare");
    expect(analysesPlanned(compared)).toEqual(["comparaison", "comparaison-detail", "annexe"]);
    expect(sheetNames(compared)).not.toContain("Comparaison");
  });
});

/** How many fiches show what last year's campaign billed. */
const reminded = (opened: SessionInExcel) =>
  opened.workbook
    .generatedModels()
    .filter((model) => /^Fiche /.test(model.name) && JSON.stringify(model).includes("Rappel 2014")).length;

describe("« Comparer » with the workbook of last year, written", () => {
  testInDepth("adds to the documents what `rebill --compare` writes, cell for cell", async () => {
    const opened = await compareParc();
    await generateIt(opened);
    expect(screenOf(opened.session.state)).toBe("done");
    await writeFile(folder.file("parc.xlsx"), await parcOf(thisYear));
    await writeFile(folder.file("parc-2014.xlsx"), await parcOf(lastYear));
    const asked = [folder.file("parc.xlsx"), "--campaign", "2015", "--compare", folder.file("parc-2014.xlsx")];
    expect((await run(...asked, "--out", folder.file("o.xlsx"))).code).toBe(0);
    const written = await HostWorkbook.open(await readFile(folder.file("o.xlsx")), "parc.xlsx");
    expectSame(modelsOf(opened.workbook), modelsOf(written));
    expect(sheetNames(opened)).toEqual(
      expect.arrayContaining(["Comparaison", "Comparaison (détail)", "Annexe délibération"]),
    );
    expect(reminded(opened)).toBe(sheetNames(opened).filter((name) => name.startsWith("Fiche ")).length);
  });

  it("is taken back: the next generation removes its sheets, and what fiches showed of it", async () => {
    const opened = await compareParc();
    await generateIt(opened);
    await opened.session.run.leaveAnalysis("compare");
    expect(opened.session.state.analyses.comparison).toBeNull();
    expect(analysesPlanned(opened)).toEqual([]);
    expect(previewOf(opened.session.state)!.plan.removed).toEqual([
      "Comparaison",
      "Comparaison (détail)",
      "Annexe délibération",
    ]);
    await generateIt(opened);
    expect(sheetNames(opened)).not.toContain("Comparaison");
    expect(reminded(opened)).toBe(0);
  });

  testInDepth(
    "leaves the annexe of a tariff on trial as it is without the comparison, its charts over other rows",
    async () => {
      const project = JSON.stringify(gridWith({ POSTE_STD: { cagb: null, commune: "38.50" } }));
      const annexe = ({ workbook }: SessionInExcel) => workbook.generatedModels().find(({ key }) => key === "annexe");
      const opened = await compareParc();
      await opened.session.run.simulateWith(picked(project, "projet.json"));
      await generateIt(opened);
      const together = annexe(opened)!;
      await opened.session.run.leaveAnalysis("compare");
      await generateIt(opened);
      const left = annexe(opened)!;
      opened.page.close();
      const alone = (open = await readParc(thisYear));
      await alone.session.run.simulateWith(picked(project, "projet.json"));
      await generateIt(alone);
      expectSame(left, annexe(alone));
      expect(left.charts.map(({ categories }) => categories)).not.toEqual(
        together.charts.map(({ categories }) => categories),
      );
    },
  );

  it("follows the inventory, and is shown again before it is written", async () => {
    const opened = await compareParc();
    const before = comparedIn(opened);
    opened.workbook.type("Parc", "D2", 11);
    await generateIt(opened);
    expect(opened.session.state.ending.kind).toBe("changed");
    expect(comparedIn(opened).total.before).toBe(before.total.before);
    expect(comparedIn(opened).total.after).toBe(amountsOf(previewOf(opened.session.state)!).total);
    // One workstation less, at 36,86.
    expect(comparedIn(opened).total.after).toBe(add(before.total.after, "-36.86"));
  });
});

describe("the workbook of last year whose headcounts are in another file", () => {
  const parc = (count: number) =>
    sheet("Parc", ["Commune", "École", "Postes clients standard"], ["Amagney", "École primaire", count]);
  const headcounts = (pupils: number) =>
    sheet("Rentrée", ["Commune", "École", "Effectif"], ["Amagney", "École primaire", pupils]);

  it("is read with it: the pupils of both years are compared", async () => {
    const now = await sessionIn(await parc(12), "parc-2015.xlsx");
    open = now;
    const { session } = now;
    session.dispatch({ type: "campaign-chosen", campaign: 2015 });
    await session.run.read();
    await session.run.addWorkbook(picked(await headcounts(60), "effectifs-2015.xlsx"));
    await session.run.compareWith(picked(await parc(10), "parc-2014.xlsx"));
    // Without last year’s headcounts, only the pack at 211,00 is known of the CAGB’s part; this year’s: 60 × 5,27 more.
    expect(comparedIn(now).cagb).toMatchObject({ before: "211.00", after: "527.20" });
    await session.run.compareBeside(picked(await headcounts(50), "effectifs-2014.xlsx"));
    const { file: name, beside, cagb, due } = comparedIn(now);
    expect([name, beside]).toEqual(["parc-2014.xlsx", ["effectifs-2014.xlsx"]]);
    // 50 × 5,27 + 211,00, then ten pupils more.
    expect(cagb).toMatchObject({ before: "474.50", quantities: "52.70", after: "527.20", difference: "52.70" });
    // Two workstations more, at 36,86.
    expect(due).toMatchObject({ before: "368.60", quantities: "73.72", after: "442.32" });
    // The same file again, corrected, takes its place.
    await session.run.compareBeside(picked(await headcounts(60), "Effectifs-2014.xlsx"));
    expect(comparedIn(now).cagb.difference).toBe("0.00");
  });
});

describe("an error to correct in the other workbook", () => {
  /** A commune that nobody knows, and a quantity that nobody can count. */
  const faultyParc = () =>
    sheet(
      "Parc",
      ["Commune", "École", "Effectif", "Postes clients standard"],
      ["Nulle part", "École", 50, 3],
      ["Amagney", "École primaire", 100, "beaucoup"],
    );

  it("is told, and holds the documents until it is accepted: it would be missing on one side only", async () => {
    const opened = (open = await readParc(thisYear));
    const { session } = opened;
    await session.run.compareWith(picked(await faultyParc(), "parc-2014.xlsx"));
    const { campaign, campaignFrom, points, unaccepted } = comparedIn(opened);
    expect([campaign, campaignFrom]).toEqual([2014, "year-before"]);
    expect(unaccepted).toBe(points.filter(({ severity }) => severity === "error").length);
    expect(unaccepted).toBeGreaterThan(0);
    expect(previewOf(session.state)!.counts.error).toBe(0);
    session.dispatch({ type: "step-opened", step: "documents" });
    session.run.askGeneration();
    expect(session.state).toMatchObject({ open: null, source: { acceptance: "wanted" } });
    session.dispatch({ type: "accepted", acceptance: "given" });
    await generateIt(opened);
    expect(screenOf(session.state)).toBe("done");
  });

  it("errors accepted by whoever issued the other état hold nothing", async () => {
    const faulted = folder.file("emis-malgre.xlsx");
    await writeFile(folder.file("faulty.xlsx"), await faultyParc());
    expect((await run(folder.file("faulty.xlsx"), "--campaign", "2014", "--force", "--out", faulted)).code).toBe(0);
    const opened = (open = await readParc(thisYear));
    await opened.session.run.compareWith(await pickedFrom(faulted, "emis-malgre.xlsx"));
    expect(comparedIn(opened)).toMatchObject({ unaccepted: 0, campaignFrom: "journal" });
    expect(comparedIn(opened).points.some(({ severity }) => severity === "error")).toBe(true);
  });
});

describe("a file that cannot be compared with", () => {
  it.each<[string, () => File, string]>([
    ["is no workbook", () => picked("%PDF-1.4", "b.pdf"), "file-extension-unknown"],
    ["is damaged", () => picked(new Uint8Array([0x50, 0x4b, 3, 4, 0, 0]), "b.xlsx"), "file-corrupt"],
    ["holds no inventory", () => picked("a;b\n1;2\n", "b.csv"), "no-inventory"],
    [
      "is gone from the disk",
      () => Object.assign(picked("", "b.xlsx"), { arrayBuffer: () => Promise.reject(new Error("NotFoundError")) }),
      "pane-file-unreadable",
    ],
  ])("tells of a file that %s, and all stays as it was", async (_, wrong, code) => {
    const opened = await compareParc();
    const { session } = opened;
    const [before, shown] = [previewOf(session.state), comparedIn(opened)];
    await session.run.compareWith(wrong());
    expect(session.state).toMatchObject({ trouble: { code }, work: { kind: "none" } });
    expect(previewOf(session.state)).toBe(before);
    expect(comparedIn(opened)).toEqual(shown);
    await session.run.read();
    expect(comparedIn(opened)).toEqual(shown);
  });

  it("waits for the part of the add-in that opens files, which may not come", async () => {
    const openFile = () => Promise.reject(new Error("ChunkLoadError"));
    const opened = (open = await readParc({ ...thisYear, more: { openFile } }));
    await opened.session.run.compareWith(picked(await parcOf(lastYear), "parc-2014.xlsx"));
    expect(opened.session.state).toMatchObject({
      trouble: { code: "pane-file-not-loaded" },
      analyses: { comparison: null },
    });
  });

  it("is left when the user stops the reading: what was compared stays", async () => {
    const opened = (open = await readParc(thisYear));
    const comparing = opened.session.run.compareWith(picked(await parcOf(lastYear), "parc-2014.xlsx"));
    opened.session.run.cancel();
    await comparing;
    expect(opened.session.state.analyses.comparison).toBeNull();
    await opened.session.run.read();
    expect(opened.session.state.analyses.comparison).toBeNull();
  });
});

test("a campaign for which the other workbook has no tariff drops the comparison, and says why", async () => {
  const opened = await compareParc();
  const { session } = opened;
  const withoutJournal = async () => picked(await parcOf(lastYear), "parc-2014.xlsx");
  // Without its Journal, the other workbook is that of the year before: 2013, which no grid covers.
  await session.run.compareWith(await withoutJournal());
  expect(comparedIn(opened).campaignFrom).toBe("year-before");
  session.dispatch({ type: "campaign-chosen", campaign: 2014 });
  await session.run.read();
  const refused = () => message(session.state.trouble!.code, session.state.trouble!.params).replace(/\s/g, " ");
  const why =
    "« parc-2014.xlsx » ne peut pas être comparé : sans Journal, il est lu comme l’inventaire de l’année d’avant, et aucun tarif ne couvre la campagne 2013.";
  expect(refused()).toContain(why);
  expect(session.state.analyses.comparison).toBeNull();
  expect(analysesPlanned(opened)).toEqual([]);
  // Picked again for that campaign, it is refused in the same words.
  await session.run.compareWith(await withoutJournal());
  expect(refused()).toContain(why);
});
