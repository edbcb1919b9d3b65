import { amountsOf } from "../amounts";
import { readFileSync } from "node:fs";
import { screenOf } from "../../../src/taskpane/screens";
import { builtInCampaigns } from "../../../src/taskpane/operations/campaigns";
import { placeKey } from "../../../src/taskpane/state/preview";
import { freshnessOf, previewOf } from "../../../src/taskpane/state/state";
import { placeIn } from "../../../src/taskpane/state/tables";
import { expectedOf, samplePath } from "../../acceptance/samples";
import { amagney, amagneyAmounts, smallWorkbook } from "../../cli/small-workbook";
import { atDepth } from "../../depth";
import { generateIt, sessionIn, sheetNames, type SessionInExcel } from "../session-in-excel";

let open: SessionInExcel | null = null;
const start = async (...args: Parameters<typeof sessionIn>) => (open = await sessionIn(...args));
afterEach(() => {
  open?.page.close();
  open = null;
});

/** Events of Excel come in their own time. */
const aMoment = () => new Promise((resolve) => setTimeout(resolve, 50));

/** One school, nothing wrong. */
const small = () => smallWorkbook();
const readIt = async (campaign = 2014, bytes?: Uint8Array, more: Parameters<typeof sessionIn>[2] = {}) => {
  const opened = await start(bytes ?? (await small()), "parc.xlsx", more);
  opened.session.dispatch({ type: "campaign-chosen", campaign });
  await opened.session.run.read();
  return opened;
};

describe("a session in Excel", () => {
  it("asks for a campaign before it reads for good, and offers those that have a tariff", async () => {
    const { session } = await start(await small(), "parc.xlsx");
    await session.run.read();
    expect(session.state).toMatchObject({ campaignWanted: true, campaign: null, campaigns: builtInCampaigns() });
    expect(screenOf(session.state)).toBe("welcome");
  });

  it("reads, bills and goes to Contrôle where every column is understood", async () => {
    const { session } = await readIt();
    expect(screenOf(session.state)).toBe("controle");
    const { cagb, due, total } = amountsOf(previewOf(session.state)!);
    expect({ cagb, communes: due, total }).toEqual(amagneyAmounts);
    expect(freshnessOf(session.state)).toBe("fresh");
  });

  it.each([
    ["Postes", 10],
    ["dont neufs depuis 2012", 1],
    ["Packs 2011", 1, "Packs 2012", 1],
  ])("stays at Lecture where a heading is to be made clear: %s", async (...asked) => {
    const { writeXlsx } = await import("hucre/xlsx");
    const [headings, counts] = [asked.filter((_, at) => at % 2 === 0), asked.filter((_, at) => at % 2 === 1)];
    const rows = [
      ["Commune", "École", "Effectif", "Serveurs standard", ...headings],
      ["Amagney", "École primaire", 100, 1, ...counts],
    ];
    const { session } = await readIt(2014, await writeXlsx({ sheets: [{ name: "Parc", rows }] }));
    expect(screenOf(session.state)).toBe("lecture");
    const { tables, unclear } = previewOf(session.state)!;
    const [table] = tables;
    const toConfirm = table!.columns.filter(({ cell }) => unclear.has(placeKey(placeIn(table!, cell))));
    expect(toConfirm.map(({ header }) => header)).toEqual(headings);
  });

  it("says what prevents any billing, and goes on once it is corrected", async () => {
    const { session } = await readIt(2013);
    expect(session.state.source).toMatchObject({ kind: "refused", anomalies: [{ code: "campaign-without-grid" }] });
    session.dispatch({ type: "campaign-chosen", campaign: 2014 });
    await session.run.read();
    expect(screenOf(session.state)).toBe("controle");
  });

  it("writes the documents after a confirmation, nothing before, and leaves the user's cells alone", async () => {
    const opened = await readIt();
    const { session, workbook } = opened;
    const before = workbook.userCells();
    const names = () => sheetNames(opened);
    session.dispatch({ type: "step-opened", step: "documents" });
    session.run.askGeneration();
    expect(screenOf(session.state)).toBe("confirm");
    expect(names()).toEqual(["Parc"]);

    await session.run.generate();
    expect(screenOf(session.state)).toBe("done");
    const planned = previewOf(session.state)!.plan.sheets.map(({ name }) => name);
    expect(names()).toEqual(expect.arrayContaining(planned));
    expect(workbook.userCells()).toEqual(before);
    expect(session.state).toMatchObject({
      documents: { canUndo: true },
      source: { hasChanged: false },
    });
  });

  it("writes a titre of the amount previewed, a whole sample through", async () => {
    const name = atDepth("a24-annee-et-montants-2014", "parc-ecoles-2014");
    const opened = await readIt(2014, readFileSync(samplePath(`${name}.xlsx`)));
    const { session, workbook } = opened;
    expect(amountsOf(previewOf(session.state)!).total).toBe(expectedOf(name).total);
    await generateIt(opened);
    expect(screenOf(session.state)).toBe("done");
    const titre = session.state.documents.sheets!.find(({ key }) => key === "titre")!;
    await workbook.calculate();
    const { grid } = workbook.sheet(titre.name);
    const shown = Array.from({ length: 80 * 12 }, (_cell, at) => grid.value(Math.floor(at / 12), at % 12));
    expect(shown).toContain(Number(expectedOf(name).total));
  });

  it("puts everything back by « Annuler la génération », once", async () => {
    const opened = await readIt();
    const { session } = opened;
    await generateIt(opened);
    session.run.askUndo();
    expect(screenOf(session.state)).toBe("undo");
    await session.run.undo();
    expect(screenOf(session.state)).toBe("stopped");
    expect(sheetNames(opened)).toEqual(["Parc"]);
    session.run.askUndo();
    expect(session.state).toMatchObject({ notice: { code: "pane-undo-impossible" }, open: null });
  });

  it("shows the new amounts instead of writing where a cell changed since the preview", async () => {
    const opened = await readIt();
    const { session, workbook } = opened;
    workbook.type("Parc", "D2", 11);
    await generateIt(opened);
    expect(screenOf(session.state)).toBe("plan");
    expect(session.state.ending.kind).toBe("changed");
    expect(workbook.book.sheets).toHaveLength(1);
    // One workstation more: 36,86 of maintenance for the commune.
    expect(amountsOf(previewOf(session.state)!).due).toBe((431.8 + 36.86).toFixed(2));

    await generateIt(opened);
    expect(screenOf(session.state)).toBe("done");
  });

  it("replaces its own documents at a second run, and adds a line to the journal", async () => {
    const opened = await readIt();
    const { session, workbook } = opened;
    await generateIt(opened);
    const first = sheetNames(opened);
    await session.run.read();
    const { plan } = previewOf(session.state)!;
    expect(plan.replaced).toHaveLength(plan.sheets.length);
    await generateIt(opened);
    expect(sheetNames(opened).sort()).toEqual([...first].sort());
    const journal = workbook.sheet("Journal").grid.values;
    expect(journal.filter((row) => row?.[1] === 2014)).toHaveLength(2);
  });

  it("plans to replace the documents that it has just generated, and to add them again once that is undone", async () => {
    const opened = await readIt();
    const { session } = opened;
    await generateIt(opened);
    const { plan } = previewOf(session.state)!;
    expect(plan.replaced).toEqual(plan.sheets.map(({ name }) => name));
    await session.run.undo();
    expect(previewOf(session.state)!.plan).toMatchObject({ replaced: [], removed: [], sheets: plan.sheets });
  });

  it("needs an acceptance of what is in error, and says so", async () => {
    const opened = await readIt(2014, await smallWorkbook([amagney, ["Nulle part", "École", 10, 3, 0]]));
    const { session } = opened;
    await generateIt(opened);
    expect(session.state).toMatchObject({ source: { acceptance: "wanted" }, open: null });
    expect(freshnessOf(session.state)).toBe("provisional");
    session.dispatch({ type: "accepted", acceptance: "given" });
    await generateIt(opened);
    expect(screenOf(session.state)).toBe("done");
  });

  it("stops a generation on demand: nothing is left of it", async () => {
    const opened = await readIt();
    const { session } = opened;
    const stop = session.store.subscribe(() => {
      const { work } = session.state;
      if (work.kind === "generating" && !work.cancelling && work.progress?.stage === "write") session.run.cancel();
    });
    await generateIt(opened);
    stop();
    expect(session.state.ending.kind).toBe("cancelled");
    expect(sheetNames(opened)).toEqual(["Parc"]);
    await generateIt(opened);
    expect(screenOf(session.state)).toBe("done");
  });

  it("tells a refusal of Excel with what to do, leaves the workbook as it was, and can be tried again", async () => {
    const opened = await readIt();
    const { session, host } = opened;
    host.cellEditing = true;
    await session.run.read();
    expect(session.state.source).toMatchObject({ kind: "unreadable", anomaly: { code: "office-cell-edit" } });
    host.mend();
    await session.run.read();
    host.failAt(4, { code: "AccessDenied", when: "before" });
    await generateIt(opened);
    expect(session.state.ending.kind).toBe("failed");
    expect(sheetNames(opened)).toEqual(["Parc"]);
    host.mend();
    await session.run.generate();
    expect(screenOf(session.state)).toBe("done");
  });
});

describe("the cells that a session leads to", () => {
  it("are selected one after the other, from the pane as from the ribbon", async () => {
    const { session, workbook } = await readIt(
      2014,
      await smallWorkbook([amagney, ["Nulle part", "École", 10, 3, 0], ["Amagney", "École B", 5, "beaucoup", 0]]),
    );
    expect(await session.run.moveToPoint(1)).toBe(true);
    // What is told is the point, not its cell.
    const { code, params } = previewOf(session.state)!.points[0]!.anomalies[0];
    const notice = { code, params, ofPoint: true };
    expect(session.state).toMatchObject({ list: { point: 0 }, step: "controle", notice });
    expect(workbook.book.sheets.length).toBe(1);
    await session.run.moveToPoint(1);
    expect(session.state.list.point).toBe(1);
    await session.run.moveToPoint(-1);
    expect(session.state.list.point).toBe(0);
  });

  it("are told to be gone where their sheet is", async () => {
    const { session } = await readIt();
    await session.run.selectCell("Absente", "A1");
    expect(session.state.trouble).not.toBeNull();
    session.dispatch({ type: "trouble-left" });
    expect(session.state.trouble).toBeNull();
  });

  it("are not told to be gone where Excel is too busy to show them", async () => {
    const { session, host } = await readIt();
    host.failAt(1, { code: 5102, when: "before", forever: true });
    await session.run.selectCell("Parc", "A1");
    expect(session.state.trouble).toMatchObject({ code: "office-busy" });
    host.mend();
  });
});

describe("a session opened again", () => {
  it("finds the step and the campaign where the document was left when something was last written in it", async () => {
    const { session, host } = await readIt();
    await generateIt(open!);
    expect(host.settings.get("ordiclasse.volet")).toBe('{"step":"documents","campaign":2014}');
    session.dispatch({ type: "step-opened", step: "repartition" });
    session.run.askUndo();
    await session.run.undo();
    expect(host.settings.get("ordiclasse.volet")).toBe('{"step":"documents","campaign":2014}');
  });

  it("is kept with the box that has the pane open with the workbook, and with a choice", async () => {
    const { session, host } = await readIt();
    session.dispatch({ type: "step-opened", step: "repartition" });
    await session.run.openWithWorkbook(false);
    expect(host.settings.all).toEqual([]);
    await session.run.openWithWorkbook(true);
    expect(host.settings.get("ordiclasse.volet")).toBe('{"step":"repartition","campaign":2014}');
    await session.run.openSettings();
    session.dispatch({ type: "step-opened", step: "lecture" });
    await session.run.openOptionsSheet();
    expect(host.settings.get("ordiclasse.volet")).toBe('{"step":"lecture","campaign":2014}');
  });

  it("writes nothing to the document where it is read and looked at: Excel would ask to save it", async () => {
    const { session, host } = await readIt();
    session.dispatch({ type: "step-opened", step: "documents" });
    await session.run.read();
    session.dispatch({ type: "campaign-chosen", campaign: 2015 });
    expect(host.settings.all).toEqual([]);
  });
});

describe("a workbook open for reading only", () => {
  it("is read and shown; generating says why it cannot", async () => {
    const { session, host } = await start(await small(), "parc.xlsx", { host: { readOnly: true } });
    session.dispatch({ type: "campaign-chosen", campaign: 2014 });
    await session.run.read();
    expect(session.state.source).toMatchObject({ kind: "read" });
    expect(screenOf(session.state)).toBe("controle");
    session.dispatch({ type: "step-opened", step: "documents" });
    session.run.askGeneration();
    expect(session.state).toMatchObject({ open: null, readOnly: true });
    expect(host.settings.all).toEqual([]);
  });
});

describe("changes in the workbook", () => {
  it("make the chip say « À relire » where nothing follows them, those of the add-in itself apart", async () => {
    const opened = await readIt(2014, undefined, { isInView: () => false });
    const { session, workbook, host } = opened;
    const id = workbook.sheet("Parc").id;
    await host.raise("Changed", id, { triggerSource: "ThisLocalAddin" });
    await aMoment();
    expect(freshnessOf(session.state)).toBe("fresh");
    await host.raise("Changed", id);
    await aMoment();
    expect(freshnessOf(session.state)).toBe("stale");
    await session.run.read();
    expect(freshnessOf(session.state)).toBe("fresh");
  });
});
