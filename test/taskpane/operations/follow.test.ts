import { openAs } from "../../../src/taskpane/state/state";
import * as officePort from "../../../src/workbook/office";
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
  session.dispatch({ type: "campaign-chosen", campaign: 2014 });
  await session.run.read();
  await session.run.explainSelection();
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
const explained = () => openAs(excel.session.state, "explanation")!.explanation.place.cell;

describe("« Explication » goes on to the cell that is chosen in Excel", () => {
  test("10 × 36,86 of D2, then 2 × 31,60 of E2, the focus staying where the user is", async () => {
    await open();
    const { session } = excel;
    expect(openAs(session.state, "explanation")!.explanation.about).toMatchObject({ lines: [{ amount: "368.60" }] });
    const { focus } = session.state;
    await choose("E2");
    await rest();
    expect(explained()).toBe("E2");
    expect(openAs(session.state, "explanation")!.explanation.about).toMatchObject({ lines: [{ amount: "63.20" }] });
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
    await excel.session.run.selectCell("Parc", "E2");
    await choose("E2");
    await rest();
    expect(explained()).toBe("D2");
    await choose("C2");
    await rest();
    await choose("E2");
    await rest();
    expect(explained()).toBe("E2");
  });

  test("« Explication » does not follow when the user keeps what is shown, until that is wanted again", async () => {
    await open();
    excel.session.dispatch({ type: "following", follows: false });
    await choose("E2");
    await rest();
    expect(explained()).toBe("D2");
    excel.session.dispatch({ type: "following", follows: true });
    await choose("E2");
    await rest();
    expect(explained()).toBe("E2");
  });

  test("« Explication » does not follow once it was left", async () => {
    await open();
    excel.session.dispatch({ type: "closed" });
    await choose("E2");
    await rest();
    expect(openAs(excel.session.state, "explanation")).toBeNull();
  });

  test("once the workbook that changed is read again by itself: what is said is of after the change", async () => {
    await open();
    excel.workbook.type("Parc", "E2", 3);
    excel.host.raise("Changed", excel.workbook.sheet("Parc").id, { address: "E2" });
    await choose("E2");
    await rest();
    expect(explained()).toBe("E2");
    // 3 × 31,60 = 94,80
    expect(openAs(excel.session.state, "explanation")!.explanation.about).toMatchObject({
      lines: [{ amount: "94.80" }],
    });
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
  await open({ port: { ...officePort, watchSelection: () => Promise.reject(new Error("ApiNotFound")) } });
  await choose("E2");
  await rest();
  expect(explained()).toBe("D2");
  await excel.session.run.explainSelection();
  expect(explained()).toBe("E2");
});
