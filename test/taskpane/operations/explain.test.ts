import { openAs } from "../../../src/taskpane/state/state";
import { screenOf } from "../../../src/taskpane/screens";
import { amagney, smallWorkbook } from "../../cli/small-workbook";
import { generateIt, sessionIn, type SessionInExcel } from "../session-in-excel";

let excel: SessionInExcel;
beforeEach(async () => {
  excel = await sessionIn(await smallWorkbook([amagney]), "parc.xlsx");
});
afterEach(() => excel.page.close());

const choose = (sheet: string, cell: string) => excel.session.run.selectCell(sheet, cell);
const about = () => openAs(excel.session.state, "explanation")!.explanation.about;

describe("the cell chosen in Excel is explained", () => {
  test("the workbook being read first: 10 × 36,86 = 368,60", async () => {
    const { session } = excel;
    session.dispatch({ type: "campaign-chosen", campaign: 2014 });
    await choose("Parc", "D2");
    await session.run.explainSelection();
    expect(screenOf(session.state)).toBe("explanation");
    expect(openAs(session.state, "explanation")!.explanation.place).toEqual({
      sheet: "Parc",
      otherFile: null,
      cell: "D2",
    });
    expect(about()).toMatchObject({
      kind: "source",
      commune: "Amagney",
      lines: [{ quantity: 10, unitPrice: "36.86", amount: "368.60" }],
    });
  });

  test("a chosen cell that changed is read again and explained: 12 × 36,86 = 442,32", async () => {
    const { session, workbook } = excel;
    session.dispatch({ type: "campaign-chosen", campaign: 2014 });
    await session.run.read();
    workbook.type("Parc", "D2", 12);
    await choose("Parc", "D2");
    await session.run.explainSelection();
    expect(about()).toMatchObject({ lines: [{ quantity: 12, amount: "442.32" }] });
  });

  test("a selected cell of a document is explained down to the inventory, with the way back", async () => {
    const { session } = excel;
    session.dispatch({ type: "campaign-chosen", campaign: 2014 });
    await session.run.read();
    await generateIt(excel);
    const fiche = session.state.documents.sheets!.find(({ key }) => key.startsWith("fiche-"))!.name;
    await choose("Parc", "E2");
    await session.run.explainSelection();
    const [line] = (about() as Extract<ReturnType<typeof about>, { kind: "source" }>).lines;
    const shown = line!.shownAt[0]!;
    expect(shown.sheet).toBe(fiche);
    await choose(shown.sheet, shown.cell);
    await session.run.explainSelection();
    // 2 × 31,60 = 63,20
    expect(about()).toMatchObject({
      kind: "line",
      line: { quantity: 2, unitPrice: "31.60", amount: "63.20", sources: { first: [{ sheet: "Parc", cell: "E2" }] } },
    });
  });

  test("a document changed by hand is told as such", async () => {
    const { session, workbook } = excel;
    session.dispatch({ type: "campaign-chosen", campaign: 2014 });
    await session.run.read();
    await generateIt(excel);
    workbook.type("Titre CAGB", "A1", "Mon titre");
    await choose("Titre CAGB", "A1");
    await session.run.explainSelection();
    expect(about()).toEqual({ kind: "changed", since: "generation" });
  });
});

describe("the pane says why nothing can be explained yet", () => {
  test("the pane asks for a campaign when there is none to explain a cell", async () => {
    await choose("Parc", "D2");
    await excel.session.run.explainSelection();
    expect(excel.session.state).toMatchObject({ open: null, campaignWanted: true });
  });

  test("the pane says that Excel does not answer", async () => {
    const { session, host } = excel;
    session.dispatch({ type: "campaign-chosen", campaign: 2014 });
    await session.run.read();
    host.cellEditing = true;
    await session.run.explainSelection();
    expect(session.state).toMatchObject({ open: null, trouble: { code: "office-cell-edit" } });
  });
});

test("another step, a point or « Retour » leaves the explanation", async () => {
  const { session } = excel;
  session.dispatch({ type: "campaign-chosen", campaign: 2014 });
  await session.run.explainSelection();
  expect(screenOf(session.state)).toBe("explanation");
  session.dispatch({ type: "closed" });
  expect(screenOf(session.state)).toBe("controle");
  await session.run.explainSelection();
  session.dispatch({ type: "step-opened", step: "documents" });
  expect(screenOf(session.state)).toBe("plan");
});
