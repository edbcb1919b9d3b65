import { screenOf } from "../../../src/taskpane/screens";
import { previewOf } from "../../../src/taskpane/state/state";
import { smallWorkbook } from "../../cli/small-workbook";
import { testInDepth } from "../../depth";
import { generateIt, sessionIn, type SessionInExcel } from "../session-in-excel";

let open: SessionInExcel | null = null;
afterEach(() => {
  open?.page.close();
  open = null;
});

/** A workbook with its documents, and somebody's words typed into one of them. */
async function signed(): Promise<SessionInExcel> {
  open = await sessionIn(await smallWorkbook(), "parc.xlsx");
  open.session.dispatch({ type: "campaign-chosen", campaign: 2014 });
  await open.session.run.read();
  await generateIt(open);
  open.workbook.type("Titre CAGB", "K60", "Vu, le 26 novembre");
  await open.session.run.read();
  return open;
}
const typed = ({ workbook }: SessionInExcel) => workbook.cell("Titre CAGB", "K60");

describe("documents changed by hand", () => {
  testInDepth("are shown before anything is written, though the source changed as well", async () => {
    const opened = await signed();
    const { session, workbook } = opened;
    workbook.type("Parc", "D2", 11);
    await session.run.read();
    await generateIt(opened);
    expect(screenOf(session.state)).toBe("edited");
    expect(session.state.ending).toMatchObject({ sheets: [{ name: "Titre CAGB", cells: ["K60"], count: 1 }] });
    expect(typed(opened)).toBe("Vu, le 26 novembre");
  });

  it("are replaced by « Remplacer quand même », and come back by « Annuler la génération »", async () => {
    const opened = await signed();
    const { session } = opened;
    await generateIt(opened);
    await session.run.replaceEdits();
    expect(screenOf(session.state)).toBe("done");
    expect(typed(opened)).toBeNull();
    await session.run.undo();
    expect(typed(opened)).toBe("Vu, le 26 novembre");
  });

  it("stay by « Les garder »: the plan comes back, and nothing was written", async () => {
    const opened = await signed();
    const { session, workbook } = opened;
    await generateIt(opened);
    session.dispatch({ type: "ending-left" });
    expect(screenOf(session.state)).toBe("plan");
    expect(typed(opened)).toBe("Vu, le 26 novembre");
    expect(workbook.sheet("Journal").grid.values.filter((row) => row?.[1] === 2014)).toHaveLength(1);
  });

  testInDepth("are shown again where somebody typed more meanwhile", async () => {
    const opened = await signed();
    const { session, workbook } = opened;
    await generateIt(opened);
    workbook.type("Titre CAGB", "K61", "M. Y");
    await session.run.replaceEdits();
    expect(session.state.ending).toMatchObject({ kind: "edited", sheets: [{ cells: ["K60", "K61"] }] });
  });

  it("are no matter of documents that nobody touched", async () => {
    const opened = await signed();
    opened.workbook.type("Titre CAGB", "K60", "");
    await generateIt(opened);
    expect(screenOf(opened.session.state)).toBe("done");
    expect(previewOf(opened.session.state)!.plan.replaced.length).toBeGreaterThan(0);
  });
});
