import { openAs } from "../../src/taskpane/state/state";
import { amountsOf } from "../taskpane/amounts";
import { associateCommands } from "../../src/commands";
import { screenOf } from "../../src/taskpane/screens";
import { previewOf } from "../../src/taskpane/state/state";
import { amagney, amagneyAmounts, smallWorkbook } from "../cli/small-workbook";
import type { Session } from "../../src/taskpane";
import { showPane } from "../../src/taskpane/host";
import type { Environment } from "../../src/taskpane/operations/environment";
import { sessionIn, sheetNames, type SessionInExcel } from "../taskpane/session-in-excel";

let excel: SessionInExcel;
/** Ends of the commands pressed: each goes on once Excel has its button back. */
let ends: Promise<void>[];
const start = async (rows = [amagney], environment: Partial<Environment> = {}) => {
  excel = await sessionIn(await smallWorkbook(rows), "parc.xlsx", environment);
  associate(Promise.resolve(excel.session));
  return excel;
};
function associate(session: Promise<Session>): void {
  ends = [];
  const tell = Office.actions.associate.bind(Office.actions);
  const asked = jest
    .spyOn(Office.actions, "associate")
    .mockImplementation((name, run) =>
      tell(name, (event) => void ends.push((run as (event: unknown) => Promise<void>)(event))),
    );
  associateCommands(session);
  asked.mockRestore();
}
const press = async (name: string) => {
  await excel.host.runCommand(name);
  await Promise.all(ends);
};
afterEach(() => excel.page.close());

/** Two errors, each at its cell. */
const wrong = [amagney, ["Nulle part", "École", 10, 3, 0], ["Amagney", "École B", 5, "beaucoup", 0]];
const readIt = async (rows?: typeof wrong) => {
  const opened = await start(rows);
  opened.session.dispatch({ type: "campaign-chosen", campaign: 2014 });
  await opened.session.run.read();
  return opened;
};

describe("the ribbon", () => {
  it("« Relire » reads with the pane's campaign, and leaves the pane as it is", async () => {
    const { session, asked } = await start();
    session.dispatch({ type: "campaign-chosen", campaign: 2014 });
    await press("relire");
    expect(amountsOf(previewOf(session.state)!).total).toBe(amagneyAmounts.total);
    expect(asked).toEqual([]);
  });

  it("« Relire » opens the pane on the campaign where none is chosen", async () => {
    const { session, asked } = await start();
    await press("relire");
    expect(session.state.campaignWanted).toBe(true);
    expect(asked).toContain("pane");
  });

  it("« Suivant » and « Précédent » go from cell to cell, the user staying in the grid", async () => {
    const { session, asked } = await readIt(wrong);
    const { points } = previewOf(session.state)!;
    await press("pointSuivant");
    expect(session.state.list.point).toBe(0);
    await press("pointSuivant");
    expect(session.state.notice!.params).toMatchObject({
      sheet: points[1]!.anomalies[0].sheet,
      cell: points[1]!.anomalies[0].cell,
    });
    await press("pointPrecedent");
    expect(session.state.list.point).toBe(0);
    expect(asked).toEqual([]);
  });

  it("« Suivant » opens the pane where there is nothing to go to, which says why", async () => {
    const { session, asked } = await start();
    await press("pointSuivant");
    expect(screenOf(session.state)).toBe("unread");
    expect(asked).toEqual(["pane"]);
  });

  it("« Tous les points » and « Générer » open their step, and write nothing", async () => {
    const opened = await readIt();
    await press("tousLesPoints");
    expect(screenOf(opened.session.state)).toBe("controle");
    await press("generer");
    expect(screenOf(opened.session.state)).toBe("plan");
    expect(opened.asked).toEqual(["pane", "pane"]);
    expect(sheetNames(opened)).toEqual(["Parc"]);
  });

  it("« Ouvrir » shows the document, found by its key though the pane has read nothing since it opened", async () => {
    const opened = await readIt();
    opened.session.dispatch({ type: "step-opened", step: "documents" });
    opened.session.run.askGeneration();
    await opened.session.run.generate();
    for (const [command, key] of [
      ["ouvrirEtat", "titre"],
      ["ouvrirRecapitulatif", "recapitulatif"],
      ["ouvrirRepartition", "repartition"],
    ] as const) {
      await press(command);
      const { name } = opened.session.state.documents.sheets!.find((sheet) => sheet.key === key)!;
      expect(opened.session.state.notice).toEqual({ code: "pane-sheet-shown", params: { sheet: name } });
    }
  });

  it("« Ouvrir » finds a document that the user renamed", async () => {
    const opened = await readIt();
    opened.session.run.askGeneration();
    await opened.session.run.generate();
    opened.workbook.sheet("Titre CAGB").name = "Mon titre";
    await press("ouvrirEtat");
    expect(opened.session.state.notice!.params).toEqual({ sheet: "Mon titre" });
  });

  it("« Ouvrir » leads to the step Documents where there is none yet", async () => {
    const { session, asked } = await start();
    await press("ouvrirEtat");
    expect(session.state).toMatchObject({ step: "documents", notice: { code: "pane-no-document" } });
    expect(asked).toEqual(["pane"]);
  });

  it("« Annuler la génération » asks in the pane, and says so where there is none to undo", async () => {
    const { session, asked } = await readIt();
    await press("annulerGeneration");
    expect(session.state).toMatchObject({ open: null, notice: { code: "pane-undo-impossible" } });
    session.run.askGeneration();
    await session.run.generate();
    await press("annulerGeneration");
    expect(screenOf(session.state)).toBe("undo");
    expect(asked).toEqual(["pane", "pane"]);
  });

  it("« Comparer » and « Simuler » open their screen once the workbook is read, and write nothing", async () => {
    const opened = await start();
    await press("comparer");
    expect(screenOf(opened.session.state)).toBe("unread");
    opened.session.dispatch({ type: "campaign-chosen", campaign: 2014 });
    await opened.session.run.read();
    expect(screenOf(opened.session.state)).toBe("compare");
    await press("simuler");
    expect(screenOf(opened.session.state)).toBe("simulate");
    expect(opened.asked).toEqual(["pane", "pane"]);
    expect(sheetNames(opened)).toEqual(["Parc"]);
  });

  it("« Expliquer » shows in the pane why the chosen cell is what it is, reading first where nothing was", async () => {
    const { session, asked } = await start();
    session.dispatch({ type: "campaign-chosen", campaign: 2014 });
    await session.run.selectCell("Parc", "D2");
    await press("expliquer");
    expect(screenOf(session.state)).toBe("explanation");
    // 10 × 36,86 = 368,60
    expect(openAs(session.state, "explanation")!.explanation.about).toMatchObject({
      lines: [{ quantity: 10, amount: "368.60" }],
    });
    expect(asked).toEqual(["pane"]);
  });

  it("says that it is over before it shows the pane: Excel would otherwise say for good that it is busy", async () => {
    const { host } = await start([amagney], { showPane });
    for (const name of ["relire", "tousLesPoints", "ouvrirEtat", "annulerGeneration", "comparer", "expliquer"]) {
      host.services.visibility = "Background";
      await press(name);
      expect([name, host.services.visibility, host.commands.leftBusy]).toEqual([name, "Visible", 0]);
    }
  });

  it("« Aide » opens the help", async () => {
    const { asked } = await start();
    await press("aide");
    expect(asked).toEqual(["help"]);
  });

  it("gives its button back whatever comes of it: Excel refusing, or a pane that cannot start", async () => {
    const { session, host, asked } = await readIt(wrong);
    host.down = true;
    await press("pointSuivant");
    expect(session.state.trouble).not.toBeNull();
    expect(asked).toEqual(["pane"]);
    host.mend();

    const quiet = jest.spyOn(console, "error").mockImplementation(() => undefined);
    const noPane = Promise.reject(new Error("no pane"));
    noPane.catch(() => undefined);
    associate(noPane);
    await press("generer");
    expect(quiet).toHaveBeenCalled();
    quiet.mockRestore();
  });
});
