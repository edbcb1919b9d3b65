import * as door from "../../../src/workbook/office";
import { amagney, smallWorkbook } from "../../cli/small-workbook";
import { sessionIn, type SessionInExcel } from "../session-in-excel";

let excel: SessionInExcel;
/** What the session wants called after a rest. */
let waiting: (() => void)[];

async function open(more: Parameters<typeof sessionIn>[2] = {}): Promise<void> {
  waiting = [];
  const after = (_delay: number, call: () => void) => {
    waiting.push(call);
    return () => void (waiting = waiting.filter((one) => one !== call));
  };
  excel = await sessionIn(await smallWorkbook([amagney]), "parc.xlsx", { after, ...more });
  const { session, workbook } = excel;
  workbook.book.select(at("D2"));
  session.chooseCampaign(2014);
  await session.read();
  await session.explainSelection();
  waiting = [];
}
afterEach(() => excel.page.close());

/** A cell of row 2 of the inventory. */
function at(cell: string) {
  const column = cell.charCodeAt(0) - "A".charCodeAt(0);
  return { sheet: excel.workbook.sheet("Parc"), top: 1, left: column, bottom: 1, right: column };
}

/** Chooses a cell, as Excel tells it. */
async function choose(cell: string): Promise<void> {
  const { host, workbook } = excel;
  workbook.book.select(at(cell));
  host.raiseSelectionChanged(workbook.sheet("Parc").id, cell);
  await turn();
}

/** The user looks at the cell for a while. */
async function rest(): Promise<void> {
  for (const call of waiting.splice(0)) call();
  for (let turns = 0; turns < 20; turns++) await turn();
}

const turn = () => new Promise((resolve) => setTimeout(resolve, 5));
const explained = () => excel.session.state.explanation!.place.cell;

describe("« Explication » goes on to the cell that is chosen in Excel", () => {
  test("10 × 36,86 of D2, then 2 × 31,60 of E2, the focus staying where the user is", async () => {
    await open();
    const { session } = excel;
    expect(session.state.explanation!.about).toMatchObject({ lines: [{ amount: "368.60" }] });
    const { focus } = session.state;
    await choose("E2");
    await rest();
    expect(explained()).toBe("E2");
    expect(session.state.explanation!.about).toMatchObject({ lines: [{ amount: "63.20" }] });
    expect(session.state.focus).toBe(focus);
  });

  test("cells passed over by the arrows are not explained: one question to Excel", async () => {
    await open();
    for (const cell of ["A2", "B2", "C2", "E2"]) await choose(cell);
    expect(waiting).toHaveLength(1);
    await rest();
    expect(explained()).toBe("E2");
  });

  test("a cell that one goes to from the explanation is looked at beside it; the next one chosen is explained", async () => {
    await open();
    await excel.session.goTo("Parc", "E2");
    await choose("E2");
    await rest();
    expect(explained()).toBe("D2");
    await choose("C2");
    await rest();
    await choose("E2");
    await rest();
    expect(explained()).toBe("E2");
  });

  test("not when the user would rather keep what is shown, until that is wanted again", async () => {
    await open();
    excel.session.followSelection(false);
    await choose("E2");
    await rest();
    expect(explained()).toBe("D2");
    excel.session.followSelection(true);
    await choose("E2");
    await rest();
    expect(explained()).toBe("E2");
  });

  test("not once it was left", async () => {
    await open();
    excel.session.leaveExplanation();
    await choose("E2");
    await rest();
    expect(excel.session.state.explanation).toBeNull();
  });

  test("not where the workbook changed: only the user has it read again", async () => {
    await open();
    excel.workbook.type("Parc", "E2", 3);
    excel.host.raise("Changed", excel.workbook.sheet("Parc").id, { address: "E2" });
    await choose("E2");
    await rest();
    expect(explained()).toBe("D2");
    await excel.session.explainSelection();
    // 3 × 31,60 = 94,80
    expect(excel.session.state.explanation!.about).toMatchObject({ lines: [{ amount: "94.80" }] });
  });

  test("nor while a cell is being edited, and nothing is said of it", async () => {
    await open();
    await choose("E2");
    excel.host.cellEditing = true;
    await rest();
    expect(explained()).toBe("D2");
    expect(excel.session.state.trouble).toBeNull();
  });
});

test("an Excel that does not tell what is chosen still explains it when asked", async () => {
  await open({ port: { ...door, watchSelection: () => Promise.reject(new Error("ApiNotFound")) } });
  await choose("E2");
  await rest();
  expect(explained()).toBe("D2");
  await excel.session.explainSelection();
  expect(explained()).toBe("E2");
});
