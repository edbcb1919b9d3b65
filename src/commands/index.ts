import type { Session } from "../taskpane";

/** What each button of the ribbon does, by the name that the manifest gives it. */
const commands: Readonly<Record<string, (session: Session) => Promise<void> | void>> = {
  relire: async (session) => {
    // Without a campaign nothing can be read: the pane asks for it.
    if (session.state.campaign === null) await session.showPane();
    await session.read();
    if (session.state.source.kind !== "read") await session.showPane();
  },
  pointPrecedent: (session) => moveToPoint(session, -1),
  pointSuivant: (session) => moveToPoint(session, 1),
  tousLesPoints: async (session) => {
    session.openStep("controle");
    await session.showPane();
  },
  generer: async (session) => {
    session.openStep("documents");
    await session.showPane();
  },
  ouvrirEtat: (session) => session.openDocument("titre"),
  ouvrirRecapitulatif: (session) => session.openDocument("recapitulatif"),
  ouvrirRepartition: (session) => session.openDocument("repartition"),
  annulerGeneration: async (session) => {
    session.askUndo();
    await session.showPane();
  },
  comparer: (session) => openAnalysis(session, "compare"),
  simuler: (session) => openAnalysis(session, "simulate"),
  expliquer: async (session) => {
    await session.showPane();
    await session.explainSelection();
  },
  aide: (session) => session.openHelp(),
};

/** The pane opens only where there is something to say: the user stays in the grid otherwise. */
async function moveToPoint(session: Session, direction: 1 | -1): Promise<void> {
  const moved = await session.moveToPoint(direction);
  if (!moved) session.openStep("controle");
  if (!moved || session.state.trouble !== null) await session.showPane();
}

async function openAnalysis(session: Session, analysis: Parameters<Session["analyses"]["open"]>[0]): Promise<void> {
  session.analyses.open(analysis);
  await session.showPane();
}

/**
 * Gives Excel the ribbon's commands. They act on the pane's session once it is there; each says that it is over, whatever
 * came of it, or Excel would keep its button busy.
 */
export function associateCommands(session: Promise<Session>): void {
  for (const [name, run] of Object.entries(commands))
    Office.actions.associate(name, async (event: Office.AddinCommands.Event) => {
      try {
        await run(await session);
      } catch (fault) {
        // No pane to say it in: the ribbon's only voice is the pane.
        console.error(fault);
      } finally {
        event.completed();
      }
    });
}
