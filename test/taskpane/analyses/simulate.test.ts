import { testInDepth } from "../../depth";
import { amountsOf } from "../amounts";
import { screenOf } from "../../../src/taskpane/screens";
import { previewOf } from "../../../src/taskpane/state/state";
import { add, gridWith, times, writeTarifs } from "../../acceptance/analyses";
import { expectedOf } from "../../acceptance/samples";
import { Folder } from "../../cli/run-rebill";
import { expectSame } from "../../same";
import { generateIt, sheetNames, type SessionInExcel } from "../session-in-excel";
import {
  analysesPlanned,
  modelsOf,
  parcOf,
  picked,
  pickedFrom,
  readParc,
  readSample,
  simulatedByCommand,
  triedIn,
} from "./analyses";

const sample = "parc-ecoles-2014";
/** A workstation at 38,50 instead of 36,86. */
const grid = gridWith({ POSTE_STD: { cagb: null, commune: "38.50" } });
const folder = new Folder();

let open: SessionInExcel | null = null;
afterEach(() => {
  open?.page.close();
  open = null;
});
const readIt = async () => (open = await readParc({ workstations: 12 }));
const json = () => picked(JSON.stringify(grid), "projet.json");

async function simulateIt(): Promise<SessionInExcel> {
  const opened = await readIt();
  opened.session.dispatch({ type: "opened", open: { screen: "analysis", name: "simulate" } });
  await opened.session.run.simulateWith(json());
  return opened;
}

/** The three schools have 12 + 9 + 11 workstations in service: 1,64 more each. */
const moreOfParc = add(times(32, "1.64"));

describe("« Simuler » another grid on the same inventory", () => {
  it("says who would pay more, and by how much", async () => {
    const { total, communes, byPrestation } = expectedOf(sample);
    const more = add(times(byPrestation["POSTE_STD"]!.maintenance.qty, "1.64"));
    open = await readSample(sample);
    await open.session.run.simulateWith(json());
    const { file, act, isTyped, ...tried } = triedIn(open);
    expect({ file, act, isTyped }).toEqual({ file: "projet.json", act: "Projet de délibération", isTyped: false });
    expect(tried.total).toEqual({ before: total, after: add(total, more), difference: more });
    expect(tried.due).toEqual({ before: communes, after: add(communes, more), difference: more });
    expect(tried.cagb.difference).toBe("0.00");
    expect(tried.directions).toEqual({ more: 45, less: 0, same: 0 });
    // Row 7 of « Parc 01.11.2014 »: 14 workstations in service at Amagney.
    expect(tried.moves.find(({ name }) => name === "Amagney")!.difference).toBe(add(times(14, "1.64")));
    expect(add(...tried.moves.map(({ difference }) => difference))).toBe(more);
  });

  it("takes the table `Tarifs` of a workbook just as well", async () => {
    const opened = await readIt();
    await writeTarifs(folder.file("projet.xlsx"), grid);
    await opened.session.run.simulateWith(await pickedFrom(folder.file("projet.xlsx"), "projet.xlsx"));
    expect(triedIn(opened).total.difference).toBe(moreOfParc);
  });

  testInDepth(
    "leaves the documents at the voted tariff, and adds what `rebill --simulate` writes, cell for cell",
    async () => {
      const opened = await simulateIt();
      expect(analysesPlanned(opened)).toEqual(["simulation", "annexe"]);
      const { before, after } = triedIn(opened).total;
      expect(after).toBe(add(before, moreOfParc));
      expect(amountsOf(previewOf(opened.session.state)!).total).toBe(before);
      await generateIt(opened);
      expect(screenOf(opened.session.state)).toBe("done");
      expectSame(modelsOf(opened.workbook), modelsOf(await simulatedByCommand(folder, grid)));
      expect(sheetNames(opened)).toContain("Simulation");
    },
  );

  it("is taken back with its sheet", async () => {
    const opened = await simulateIt();
    await opened.session.run.leaveAnalysis("simulate");
    expect(opened.session.state.analyses.simulation).toBeNull();
    expect(analysesPlanned(opened)).toEqual([]);
    expect(screenOf(opened.session.state)).toBe("simulate");
  });
});

describe("a file that gives no grid", () => {
  it.each<[string, () => Promise<File> | File, string]>([
    ["is no JSON", () => picked("{", "projet.json"), "pane-grid-not-json"],
    ["is a text of another age", () => picked(new Uint8Array([0x22, 0xe9, 0x22]), "projet.json"), "pane-grid-not-json"],
    ["gives a key twice", () => picked('{ "act": "a", "act": "b" }', "projet.json"), "json-key-twice"],
    ["has no table `Tarifs`", async () => picked(await parcOf({ workstations: 12 }), "b.xlsx"), "pane-grid-no-tarifs"],
    ["is no workbook", () => picked("%PDF-1.4", "b.pdf"), "file-extension-unknown"],
    [
      "is gone from the disk",
      () => Object.assign(picked("", "b.json"), { arrayBuffer: () => Promise.reject(new Error("NotFoundError")) }),
      "pane-file-unreadable",
    ],
  ])("%s: it is told, and what was tried stays", async (_, wrong, code) => {
    const opened = await simulateIt();
    const shown = triedIn(opened);
    await opened.session.run.simulateWith(await wrong());
    expect(opened.session.state).toMatchObject({ trouble: { code }, work: { kind: "none" } });
    expect(triedIn(opened)).toEqual(shown);
  });

  it("is JSON of something else: the first thing that is wrong in it is told", async () => {
    const opened = await readIt();
    await opened.session.run.simulateWith(picked('{"rows": []}', "projet.json"));
    expect(opened.session.state.trouble?.file).toBe("projet.json");
    expect(opened.session.state.analyses.simulation).toBeNull();
  });
});
