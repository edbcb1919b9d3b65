import { screenOf } from "../../../src/taskpane/screens";
import { previewOf } from "../../../src/taskpane/state/state";
import { smallWorkbook } from "../../cli/small-workbook";
import { generateIt, sessionIn, type SessionInExcel } from "../session-in-excel";

/** Excel in which the postes of the first school are three times what « G1 » says, computed on demand. */
async function openManual(): Promise<SessionInExcel> {
  const opened = await sessionIn(await smallWorkbook(), "parc.xlsx");
  const { workbook, session } = opened;
  workbook.type("Parc", "G1", 1);
  workbook.type("Parc", "D2", "=G1*3");
  expect(workbook.cell("Parc", "D2")).toBe(3);
  workbook.book.calculationMode = "Manual";
  session.dispatch({ type: "campaign-chosen", campaign: 2014 });
  return opened;
}

const quantities = ({ session }: SessionInExcel) =>
  previewOf(session.state)!.statement.lines.map(({ quantity }) => Number(quantity));

test("results of before a change are not billed: « Recalculer » has Excel compute them, and reads", async () => {
  const opened = await openManual();
  const { session, workbook, page } = opened;
  try {
    await session.run.read();
    const before = quantities(opened);
    expect(before).toContain(3);
    workbook.type("Parc", "G1", 20);
    await session.run.read();
    expect(session.state.source).toMatchObject({ kind: "unreadable", anomaly: { code: "office-not-calculated" } });
    expect(screenOf(session.state)).toBe("unreadable");
    await session.run.recalculate();
    expect(quantities(opened)).toContain(60);
    await generateIt(opened);
    expect(screenOf(session.state)).toBe("done");
    // Computed once for the user, the workbook is from then on wherever it is needed.
    workbook.type("Parc", "G1", 30);
    await session.run.read();
    expect(quantities(opened)).toContain(90);
  } finally {
    page.close();
  }
});

test("a change that nothing computed, made between a reading and « Confirmer », stops the generation untouched", async () => {
  const opened = await openManual();
  const { session, workbook, page } = opened;
  try {
    await session.run.read();
    session.run.askGeneration();
    workbook.type("Parc", "G1", 20);
    await session.run.generate();
    expect(screenOf(session.state)).toBe("unreadable");
    expect(workbook.book.sheets.map(({ name }) => name)).toEqual(["Parc"]);
  } finally {
    page.close();
  }
});
