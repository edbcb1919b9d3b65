import { writeFile } from "node:fs/promises";
import voted from "../../../src/tariff/conventions/2014/grid.json";
import { screenOf } from "../../../src/taskpane/screens";
import { previewOf } from "../../../src/taskpane/state/state";
import { testInDepth } from "../../depth";
import { add, gridWith, times } from "../../acceptance/analyses";
import { expectedOf } from "../../acceptance/samples";
import { Folder, run } from "../../cli/run-rebill";
import { expectSame } from "../../same";
import { generateIt, sheetNames, type SessionInExcel } from "../session-in-excel";
import {
  analysesPlanned,
  fieldOf,
  modelsOf,
  parcOf,
  picked,
  pickedFrom,
  pricesIn,
  readParc,
  readSample,
  sheetsReady,
  simulatedByCommand,
  triedIn,
  typePrice,
} from "./analyses";

const sample = "parc-ecoles-2014";
const workstation = { code: "POSTE_STD", nature: "maintenance", payer: "commune" } as const;
const portal = { code: "PORTAIL", nature: "maintenance", payer: "cagb" } as const;
const folder = new Folder();

let open: SessionInExcel | null = null;
afterEach(() => {
  open?.page.close();
  open = null;
});

/** « Simuler » open over a sample that was read. */
async function openSample(): Promise<SessionInExcel> {
  open = await readSample(sample);
  open.session.dispatch({ type: "opened", open: { screen: "analysis", name: "simulate" } });
  return open;
}

/** The same over three schools, soon read and soon written. */
async function openIt(campaign = 2014): Promise<SessionInExcel> {
  open = await readParc({ workstations: 12, campaign });
  open.session.dispatch({ type: "opened", open: { screen: "analysis", name: "simulate" } });
  return open;
}

/** The three schools have 12 + 9 + 11 workstations in service, and 100 + 80 + 120 pupils. */
const [workstations, pupils] = [32, 300];
/** 38,50 − 36,86 = 1,64 more for each workstation in service. */
const more = add(times(workstations, "1.64"));

describe("prices typed in « Simuler »", () => {
  it("stand in fields that hold, at first, every price of the grid in force", async () => {
    const opened = await openIt();
    const priced = voted.rows.flatMap(({ installation, maintenance }) =>
      [installation, maintenance].flatMap(({ debtor, member }) => [debtor, member]).filter((price) => price),
    );
    expect(pricesIn(opened).map(({ now }) => Number(now))).toEqual(priced.map(Number));
    expect(pricesIn(opened).every(({ now, trial, refused }) => now === trial && refused === null)).toBe(true);
    expect(opened.session.state.analyses.simulation).toBeNull();
  });

  it("tell what they bring, to the cent, from what was read: Excel is asked nothing, and the focus is left alone", async () => {
    const { total, cagb, communes, byPrestation } = expectedOf(sample);
    const { qty } = byPrestation["POSTE_STD"]!.maintenance;
    const dearer = add(times(qty, "1.64"));
    const opened = await openSample();
    const { focus } = opened.session.state;
    opened.host.resetRequests();
    await typePrice(opened, workstation, "38,50");
    expect(opened.host.requests).toEqual([]);
    expect(opened.session.state).toMatchObject({
      focus,
      work: { kind: "none" },
      open: { screen: "analysis", name: "simulate" },
    });
    const tried = triedIn(opened);
    expect(tried).toMatchObject({ file: null, act: voted.act, isTyped: true });
    expect(tried.total).toEqual({ before: total, after: add(total, dearer), difference: dearer });
    expect(tried.due).toEqual({ before: communes, after: add(communes, dearer), difference: dearer });
    expect(tried.cagb).toEqual({ before: cagb, after: cagb, difference: "0.00" });
    expect(fieldOf(opened, workstation)).toMatchObject({
      now: "36.86",
      trial: "38.50",
      effect: { units: qty, difference: "1.64", amount: dearer },
    });
  });

  it("add up, however many are typed at a time, each party with its own", async () => {
    const opened = await openIt();
    await Promise.all([typePrice(opened, workstation, "38,5"), typePrice(opened, portal, " 6 € ")]);
    const { due, cagb: part } = triedIn(opened);
    expect(due.difference).toBe(more);
    // 6,00 − 5,27 = 0,73 more for each pupil.
    expect(part.difference).toBe(add(times(pupils, "0.73")));
  });

  it("are typed while the workbook is being read: they are tried once it is", async () => {
    const opened = await openIt();
    await Promise.all([opened.session.run.read(), typePrice(opened, workstation, "38,50")]);
    expect(triedIn(opened).due.difference).toBe(more);
  });

  it("are still tried after the workbook is read again", async () => {
    const opened = await openIt();
    await typePrice(opened, workstation, "38,50");
    await typePrice(opened, portal, "5,2O");
    opened.workbook.type("Parc", "D2", "22");
    await opened.session.run.read();
    // Amagney had 12 workstations: 10 more of them, each 1,64 dearer on trial.
    expect(triedIn(opened).due.difference).toBe(add(more, times(10, "1.64")));
    expect(fieldOf(opened, workstation)?.trial).toBe("38.50");
    expect(fieldOf(opened, portal)).toMatchObject({ trial: "5.27", refused: { written: "5,2O" } });
  });

  testInDepth(
    "give the documents, and the sheet « Simulation », that `rebill --simulate` writes for the same prices",
    async () => {
      const opened = await openIt();
      await typePrice(opened, workstation, "38,50");
      expect(analysesPlanned(opened)).toEqual(["simulation", "annexe"]);
      await generateIt(opened);
      expect(screenOf(opened.session.state)).toBe("done");
      const act = `Prix essayés dans le volet sur la grille «\u00a0${voted.act}\u00a0»`;
      const grid = { ...gridWith({ POSTE_STD: { cagb: null, commune: "38.50" } }), act };
      expectSame(modelsOf(opened.workbook), modelsOf(await simulatedByCommand(folder, grid)));
    },
  );

  it("are no trial any more once they are those in force again", async () => {
    const opened = await openIt();
    await typePrice(opened, workstation, "38,50");
    await typePrice(opened, workstation, "36,86");
    expect(opened.session.state.analyses).toMatchObject({ simulation: null, trial: null });
    expect(analysesPlanned(opened)).toEqual([]);
  });

  it("are no tariff where nothing is typed: what had that price is not billed", async () => {
    const opened = await openIt();
    await typePrice(opened, workstation, "");
    expect(fieldOf(opened, workstation)).toMatchObject({ now: "36.86", trial: null });
    expect(triedIn(opened).due.difference).toBe(`-${add(times(workstations, "36.86"))}`);
    await typePrice(opened, workstation, "0");
    expect(fieldOf(opened, workstation)?.trial).toBe("0.00");
    expect(triedIn(opened).due.difference).toBe(`-${add(times(workstations, "36.86"))}`);
  });

  it("are taken back all at once, with their sheet; the title has the focus", async () => {
    const opened = await openIt();
    await typePrice(opened, workstation, "38,50");
    await typePrice(opened, portal, "beaucoup");
    const { focus } = opened.session.state;
    opened.host.resetRequests();
    await opened.session.run.leaveAnalysis("simulate");
    expect(opened.host.requests).toEqual([]);
    expect(opened.session.state.analyses).toMatchObject({ simulation: null, trial: null });
    expect(opened.session.state).toMatchObject({
      focus: { count: focus.count + 1, on: "title" },
      open: { screen: "analysis", name: "simulate" },
    });
    await generateIt(opened);
    expect(sheetNames(opened)).not.toContain("Simulation");
  });

  testInDepth("replace the sheet of a generation before, and are planned as such", async () => {
    const opened = await openIt();
    await typePrice(opened, workstation, "38,50");
    await generateIt(opened);
    opened.session.dispatch({ type: "opened", open: { screen: "analysis", name: "simulate" } });
    await typePrice(opened, workstation, "40");
    opened.session.dispatch({ type: "step-opened", step: "documents" });
    expect(screenOf(opened.session.state)).toBe("plan");
    expect(previewOf(opened.session.state)!.plan).toMatchObject({
      replaced: expect.arrayContaining(["Simulation"]),
      removed: [],
    });
    await generateIt(opened);
    expect(screenOf(opened.session.state)).toBe("done");
    // 40,00 − 36,86 = 3,14 for each workstation.
    expect(JSON.stringify(modelsOf(opened.workbook))).toContain(`${Number(add(times(workstations, "3.14")))}`);
  });

  testInDepth("leave the sheets of the other analyses as a reading makes them", async () => {
    const opened = await openIt(2015);
    await writeFile(folder.file("parc.xlsx"), await parcOf({ workstations: 14 }));
    const issued = ["--campaign", "2015", "--out", folder.file("emis.xlsx")];
    expect((await run(folder.file("parc.xlsx"), ...issued)).code).toBe(0);
    await opened.session.run.rectifyIssued(await pickedFrom(folder.file("emis.xlsx"), "emis.xlsx"));
    await opened.session.run.compareWith(picked(await parcOf({ workstations: 10 }), "2014.xlsx"));
    await typePrice(opened, workstation, "38,50");
    expect(analysesPlanned(opened)).toEqual([
      "comparaison",
      "comparaison-detail",
      "simulation",
      "annexe",
      "rectificatif",
      "certificat",
      "rectificatif-quotes-parts",
      "rectificatif-commune-25014-212500144",
    ]);
    const ready = sheetsReady(opened);
    await opened.session.run.read();
    expect(sheetsReady(opened)).toEqual(ready);
    // What the annexe says of the two campaigns alone, once nothing is tried any more.
    await opened.session.run.leaveAnalysis("simulate");
    expect(analysesPlanned(opened)).toEqual([
      "comparaison",
      "comparaison-detail",
      "annexe",
      "rectificatif",
      "certificat",
      "rectificatif-quotes-parts",
      "rectificatif-commune-25014-212500144",
    ]);
    const without = sheetsReady(opened);
    await opened.session.run.read();
    expect(sheetsReady(opened)).toEqual(without);
  });
});

describe("an invalid price", () => {
  const wrong = [
    ["38,5O", "unreadable"],
    ["1.011", "too-many-decimals"],
    ["1.011,05", "unreadable"],
    ["-3", "negative"],
    ["−3,00", "negative"],
    ["38,505", "too-many-decimals"],
    ["=36,86*2", "unreadable"],
  ] as const;

  it("an invalid price is reported at its field, which keeps it; the last result stays", async () => {
    const opened = await openIt();
    await typePrice(opened, workstation, "38,50");
    const before = triedIn(opened);
    for (const [written, fault] of wrong) {
      await typePrice(opened, workstation, written);
      expect(fieldOf(opened, workstation)).toMatchObject({ trial: "38.50", refused: { written, fault } });
      expect(triedIn(opened)).toEqual(before);
    }
    await typePrice(opened, workstation, "39");
    expect(fieldOf(opened, workstation)).toMatchObject({ trial: "39.00", refused: null });
  });

  it("an invalid price alone does not start a simulation, nor hold the documents back", async () => {
    const opened = await openIt();
    await typePrice(opened, workstation, "?");
    expect(opened.session.state.analyses.simulation).toBeNull();
    expect(fieldOf(opened, workstation)).toMatchObject({ trial: "36.86", refused: { written: "?" } });
    await generateIt(opened);
    expect(screenOf(opened.session.state)).toBe("done");
    expect(sheetNames(opened)).not.toContain("Simulation");
  });
});

test("an unexpected failure is reported, and the prices tried stay", async () => {
  let isBroken = false;
  const clock = () => {
    if (isBroken) throw new Error("no clock");
    return performance.now();
  };
  const pause = () => new Promise<void>((resolve) => setImmediate(resolve));
  open = await readParc({ workstations: 12, more: { scheduler: { clock, pause } } });
  await typePrice(open, workstation, "38,50");
  isBroken = true;
  await typePrice(open, workstation, "39");
  isBroken = false;
  expect(open.session.state).toMatchObject({ trouble: { code: "pane-unexpected" }, work: { kind: "none" } });
  expect(triedIn(open).due.difference).toBe(more);
  await typePrice(open, workstation, "39");
  expect(fieldOf(open, workstation)?.trial).toBe("39.00");
});
