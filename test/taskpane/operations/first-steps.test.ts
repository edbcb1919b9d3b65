import { amountsOf } from "../amounts";
import { writeXlsx } from "hucre/xlsx";
import { message } from "../../../src/messages";
import * as officePort from "../../../src/workbook/office";
import { refused } from "../../../src/workbook/port";
import { screenOf } from "../../../src/taskpane/screens";
import { previewOf } from "../../../src/taskpane/state/state";
import { sessionIn, sheetNames, type SessionInExcel } from "../session-in-excel";

let open: SessionInExcel | null = null;
afterEach(() => {
  open?.page.close();
  open = null;
});

async function readIt(bytes: Uint8Array, more: Parameters<typeof sessionIn>[2] = {}): Promise<SessionInExcel> {
  open = await sessionIn(bytes, "parc.xlsx", more);
  open.session.dispatch({ type: "campaign-chosen", campaign: 2014 });
  await open.session.run.read();
  return open;
}

describe("a workbook without an inventory", () => {
  const canteen = () =>
    writeXlsx({
      sheets: [
        { name: "Inventaire", rows: [["Menu", "Prix"]] },
        { name: "Vide", rows: [] },
      ],
    });

  it("is told sheet by sheet: what was looked at, and what each lacks", async () => {
    const { session } = await readIt(await canteen());
    expect(screenOf(session.state)).toBe("refused");
    expect(session.state.source).toMatchObject({
      anomalies: [{ code: "no-inventory" }],
      missing: {
        sheets: [
          { sheet: { name: "Inventaire" }, why: "nothing" },
          { sheet: { name: "Vide" }, why: "empty" },
        ],
      },
    });
  });

  it("takes a model beside its own sheets, never over one; filled and read again, it is billed", async () => {
    const opened = await readIt(await canteen());
    const { session, workbook } = opened;
    const before = workbook.userCells();
    await session.run.insertTemplate();
    expect(sheetNames(opened)).toEqual(["Inventaire", "Vide", "Inventaire (2)"]);
    expect(workbook.userCells().slice(0, 2)).toEqual(before);
    expect(session.state.notice).toEqual({ code: "pane-template-added", params: { sheet: "Inventaire (2)" } });

    const type = (cell: string, value: string | number) => workbook.type("Inventaire (2)", cell, value);
    expect(workbook.cell("Inventaire (2)", "F1")).toBe("Poste client standard (en service)");
    type("A2", "Amagney");
    type("B2", "École primaire");
    type("C2", 100);
    type("D2", 1);
    type("F2", 10);
    await session.run.read();
    // 100 × 5,27 and the pack's 211,00 for the CAGB; 10 × 36,86 for the commune.
    expect(amountsOf(previewOf(session.state)!)).toMatchObject({ cagb: "738.00", due: "368.60" });
    expect(previewOf(session.state)!.points).toEqual([]);
    expect(screenOf(session.state)).toBe("controle");
  });

  it("a protected workbook without an inventory is reported, and gets no model", async () => {
    const opened = await readIt(await canteen());
    opened.workbook.book.isProtected = true;
    await opened.session.run.insertTemplate();
    expect(opened.session.state.trouble).toMatchObject({ code: "office-protected-workbook" });
    expect(sheetNames(opened)).toEqual(["Inventaire", "Vide"]);
  });
});

describe("the example, for a first try", () => {
  it("cannot be loaded: the pane tells where it is", async () => {
    const example = {
      address: "https://intranet.mairie.example/exemple.xlsx",
      read: () => Promise.reject(new Error("404")),
    };
    open = await sessionIn(await writeXlsx({ sheets: [{ name: "Feuil1", rows: [] }] }), "parc.xlsx", { example });
    await open.session.run.openExample();
    expect(open.session.state.trouble).toMatchObject({
      code: "pane-example-not-opened",
      params: { file: example.address },
    });
  });

  it.each([
    ["is opened by Excel, at times behind: the pane says where to look", true, "pane-example-opened", "menu Fenêtre"],
    [
      "is refused, as by an Excel strict about extensions: it says to open the file",
      false,
      "pane-example-not-opened",
      "extensions de fichiers",
    ],
  ] as const)("%s", async (_, ok, code, said) => {
    const openNewWorkbook = () => Promise.resolve(ok ? ({ ok } as const) : refused("office-other", { code: "x" }));
    const port = { ...officePort, openNewWorkbook };
    open = await sessionIn(await writeXlsx({ sheets: [{ name: "Feuil1", rows: [] }] }), "parc.xlsx", { port });
    await open.session.run.openExample();
    const { trouble, notice } = open.session.state;
    const told = trouble ?? notice!;
    expect([told.code, message(code, told.params)]).toEqual([code, expect.stringContaining(said)]);
  });
});
