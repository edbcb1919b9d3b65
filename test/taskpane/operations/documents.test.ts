import { amountsOf } from "../amounts";
import { digits } from "../analyses/shown";
import { writeXlsx } from "hucre/xlsx";
import { screenOf } from "../../../src/taskpane/screens";
import { areOutdated, freshnessOf, previewOf } from "../../../src/taskpane/state/state";
import { amagney, smallWorkbook } from "../../cli/small-workbook";
import { testInDepth } from "../../depth";
import { generateIt, sessionIn, type SessionInExcel } from "../session-in-excel";

let open: SessionInExcel | null = null;
afterEach(() => {
  open?.page.close();
  open = null;
});

/** 4 workstations, none of them new: 4 × 36,86 = 147,44. */
const beure = ["Beure", "École élémentaire", 60, 4, 0];
const notes = { name: "Notes", rows: [["à revoir"]] };

/** A workbook opened in an Excel where reading takes something from the user, beside a new pane: nothing is read yet. */
async function reopen(bytes: Uint8Array, file = "parc.xlsx"): Promise<SessionInExcel> {
  open?.page.close();
  return (open = await sessionIn(bytes, file, { readingEmptiesUndo: true }));
}

/** A workbook of two communes, with its documents of 25 November 2014. */
async function generated(): Promise<SessionInExcel> {
  const opened = await reopen(await smallWorkbook([amagney, beure], [notes]));
  opened.session.dispatch({ type: "campaign-chosen", campaign: 2014 });
  await opened.session.run.read();
  await generateIt(opened);
  return opened;
}

const sameSettings = { besancon: "like-others", schoolUnit: "one", printableFiches: false, signatory: null } as const;
/** The documents in place, what would change in them by its digits. */
const documentsOf = ({ session }: SessionInExcel) => {
  const { status } = session.state.documents;
  if (status === null || status.differences === null) return status;
  const { cells, communes, byPayer, total } = status.differences;
  const differences = {
    cells,
    communes: communes.map(({ change, ...commune }) => ({ ...commune, ...digits(change) })),
    cagb: digits(byPayer.cagb),
    due: digits(byPayer.commune),
    total: digits(total),
  };
  return { ...status, differences };
};
const read = async (opened: SessionInExcel) => {
  opened.session.dispatch({ type: "campaign-chosen", campaign: 2014 });
  await opened.session.run.read();
};
/** Amagney owes 431,80: one workstation more makes it 468,66. */
const oneMore = { insee: "25014", name: "Amagney", before: "431.80", after: "468.66", difference: "36.86" };

describe("documents whose source changed since they were generated", () => {
  it("are compared cell by cell and amount by amount: from, to, difference", async () => {
    const opened = await generated();
    const before = amountsOf(previewOf(opened.session.state)!);
    opened.workbook.type("Parc", "D2", 11);
    await read(opened);
    expect(documentsOf(opened)).toMatchObject({
      since: "2014-11-25",
      sheets: [{ sheet: "Parc", otherFile: null }],
      differences: {
        cells: { count: 1, first: [{ sheet: "Parc", cell: "D2", otherFile: null }] },
        communes: [oneMore],
        cagb: { before: before.cagb, after: before.cagb, difference: "0.00" },
        due: { difference: "36.86" },
        total: { before: before.total, difference: "36.86" },
      },
    });
    expect(freshnessOf(opened.session.state)).toBe("outdated");
  });

  testInDepth("are out of date as soon as the pane opens, before anything is read", async () => {
    const first = await generated();
    first.workbook.type("Parc", "D2", 11);
    const again = await reopen(await first.workbook.save());
    expect(documentsOf(again)).toEqual({
      since: "2014-11-25",
      sheets: [{ sheet: "Parc", otherFile: null }],
      differences: null,
    });
    expect(freshnessOf(again.session.state)).toBe("outdated");
    expect(screenOf(again.session.state)).not.toBe("plan");
    // Read, what changes comes first: the amounts are those that the documents show.
    await read(again);
    expect(screenOf(again.session.state)).toBe("plan");
    expect(documentsOf(again)!.differences).toMatchObject({ cells: null, communes: [oneMore] });
  });

  testInDepth("are up to date where only other sheets changed, under another name of the file too", async () => {
    const first = await generated();
    first.workbook.type("Notes", "A1", "revu");
    const again = await reopen(await first.workbook.save(), "parc de la Ville.xlsx");
    expect(documentsOf(again)).toEqual({ since: "2014-11-25", sheets: [], differences: null });
    await read(again);
    expect(areOutdated(again.session.state.documents.status)).toBe(false);
    expect(screenOf(again.session.state)).toBe("plan");
  });

  testInDepth("change with the settings too, without any sheet of the inventory", async () => {
    const opened = await generated();
    await opened.session.run.saveSettings({ ...sameSettings, besancon: "left-out" });
    expect(areOutdated(opened.session.state.documents.status)).toBe(false);
    opened.workbook.type("Parc", "A3", "Besançon");
    await read(opened);
    await generateIt(opened);
    await opened.session.run.saveSettings(sameSettings);
    expect(documentsOf(opened)).toMatchObject({
      sheets: [],
      differences: { communes: [{ name: "Besançon", before: "0.00", after: "147.44" }] },
    });
  });

  testInDepth("name a commune that goes and one that comes", async () => {
    const opened = await generated();
    opened.workbook.type("Parc", "A3", "Chalezeule");
    await read(opened);
    expect(documentsOf(opened)!.differences!.communes).toEqual([
      { insee: "25058", name: "Beure", before: "147.44", after: "0.00", difference: "-147.44" },
      { insee: "25112", name: "Chalezeule", before: "0.00", after: "147.44", difference: "147.44" },
    ]);
  });

  it("are said to differ where somebody typed over an amount of theirs, their source being the same", async () => {
    const first = await generated();
    const { name } = first.session.state.documents.sheets!.find(({ key }) => key === "titre")!;
    const { grid } = first.workbook.sheet(name);
    const total = amountsOf(previewOf(first.session.state)!).total;
    await first.workbook.calculate();
    const cells = Array.from({ length: 80 * 12 }, (_cell, at) => [Math.floor(at / 12), at % 12] as const);
    for (const [row, column] of cells)
      // Excel adds up in binary.
      if (Number(grid.value(row, column)).toFixed(2) === total)
        first.workbook.type(name, `${String.fromCharCode(65 + column)}${row + 1}`, 1);
    await read(first);
    expect(documentsOf(first)).toMatchObject({ sheets: [], differences: { communes: [], total: { before: "1.00" } } });
    expect(areOutdated(first.session.state.documents.status)).toBe(true);
  });

  it("are of their own campaign: another one is not compared with them", async () => {
    const opened = await generated();
    opened.session.dispatch({ type: "campaign-chosen", campaign: 2015 });
    await opened.session.run.read();
    expect(documentsOf(opened)!.differences).toBeNull();
    expect(areOutdated(opened.session.state.documents.status)).toBe(false);
  });

  it("are brought up to date by a generation, and out of date again by its undoing", async () => {
    const opened = await generated();
    opened.workbook.type("Parc", "D2", 11);
    await read(opened);
    await generateIt(opened);
    expect(documentsOf(opened)).toBeNull();
    await read(opened);
    expect(areOutdated(opened.session.state.documents.status)).toBe(false);
    await opened.session.run.undo();
    await read(opened);
    expect(documentsOf(opened)!.differences).toMatchObject({ cells: null, communes: [oneMore] });
  });

  it("show what differs instead of being written, where a cell changes after the preview", async () => {
    const opened = await generated();
    await read(opened);
    opened.workbook.type("Parc", "D2", 11);
    await generateIt(opened);
    expect(opened.session.state.ending.kind).toBe("changed");
    expect(documentsOf(opened)!.differences).toMatchObject({ communes: [oneMore] });
  });
});

describe("documents made with a file of the disk", () => {
  const apart = (pupils: number) =>
    writeXlsx({
      sheets: [
        {
          name: "Effectifs",
          rows: [
            ["Commune", "École", "Effectif"],
            ["Amagney", "École primaire", pupils],
          ],
        },
      ],
    });
  const picked = (bytes: Uint8Array) => ({
    name: "effectifs.xlsx",
    arrayBuffer: () => Promise.resolve(bytes.slice().buffer),
  });
  const withoutPupils = () =>
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

  it("are not out of date for want of it; with it, what changed there is named with the file", async () => {
    const first = await reopen(await withoutPupils());
    first.session.dispatch({ type: "campaign-chosen", campaign: 2014 });
    await first.session.run.addWorkbook(picked(await apart(100)));
    await generateIt(first);
    expect(screenOf(first.session.state)).toBe("done");
    const again = await reopen(await first.workbook.save());
    expect(documentsOf(again)!.sheets).toEqual([]);
    again.session.dispatch({ type: "campaign-chosen", campaign: 2014 });
    await again.session.run.addWorkbook(picked(await apart(110)));
    // Ten pupils more: 10 × 5,27 for the CAGB, nothing for the commune.
    expect(documentsOf(again)).toMatchObject({
      sheets: [{ sheet: "Effectifs", otherFile: "effectifs.xlsx" }],
      differences: { communes: [], cagb: { difference: "52.70" }, total: { difference: "52.70" } },
    });
  });
});
