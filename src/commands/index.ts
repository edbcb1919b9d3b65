import type { AnalysisName, Session } from "../taskpane";

/** The action of each button of the ribbon, by its name in the manifest. */
const commands: Readonly<Record<string, (session: Session) => Promise<void> | void>> = {
  relire: async (session) => {
    // Without a campaign nothing can be read: the pane asks for it.
    if (session.state.campaign === null) await session.environment.showPane();
    await session.run.read();
    if (session.state.source.kind !== "read") await session.environment.showPane();
  },
  pointPrecedent: (session) => moveToPoint(session, -1),
  pointSuivant: (session) => moveToPoint(session, 1),
  tousLesPoints: async (session) => {
    session.dispatch({ type: "step-opened", step: "controle" });
    await session.environment.showPane();
  },
  generer: async (session) => {
    session.dispatch({ type: "step-opened", step: "documents" });
    await session.environment.showPane();
  },
  ouvrirEtat: (session) => session.run.openDocument("titre"),
  ouvrirRecapitulatif: (session) => session.run.openDocument("recapitulatif"),
  ouvrirRepartition: (session) => session.run.openDocument("repartition"),
  annulerGeneration: async (session) => {
    session.run.askUndo();
    await session.environment.showPane();
  },
  comparer: (session) => openAnalysis(session, "compare"),
  simuler: (session) => openAnalysis(session, "simulate"),
  expliquer: async (session) => {
    await session.environment.showPane();
    await session.run.explainSelection();
  },
  aide: (session) => session.environment.openHelp(),
};

/** Goes to the next or previous point. The pane opens only to show a message, so that the user stays in the grid. */
async function moveToPoint(session: Session, direction: 1 | -1): Promise<void> {
  const moved = await session.run.moveToPoint(direction);
  if (!moved) session.dispatch({ type: "step-opened", step: "controle" });
  if (!moved || session.state.trouble !== null) await session.environment.showPane();
}

async function openAnalysis(session: Session, analysis: AnalysisName): Promise<void> {
  session.dispatch({ type: "opened", open: { screen: "analysis", name: analysis } });
  await session.environment.showPane();
}

/**
 * Registers the ribbon's commands with Excel, which act on the pane's session once it exists. Each is completed as soon
 * as it is pressed: otherwise, Excel goes on showing that the button is busy when the pane opens first. The page
 * outlives its commands.
 */
export function associateCommands(session: Promise<Session>): void {
  for (const [name, run] of Object.entries(commands))
    Office.actions.associate(name, async (event: Office.AddinCommands.Event) => {
      event.completed();
      try {
        await run(await session);
      } catch (fault) {
        // There is no pane to show it in, and the ribbon has no other way to show a message.
        console.error(fault);
      }
    });
}
