import { explainCell, type Explanation } from "../../explain";
import type { Selected } from "../../workbook/office";
import { unexpected, type SessionContext } from "./context";
import { readWorkbook } from "./read";

/**
 * Shows why the chosen cell is what it is. The workbook is read first where it was not, or where it changed since: without
 * a campaign, or where the reading ends badly, the pane says that instead.
 */
export async function explainSelection(context: SessionContext): Promise<void> {
  if (context.isBusy()) return;
  const wasRead = isFresh(context);
  if (!wasRead) await readWorkbook(context);
  let explanation = await explained(context);
  // Excel tells of a change a moment later, or not at all.
  if (wasRead && explanation?.about.kind === "changed" && explanation.about.since === "reading") {
    await readWorkbook(context);
    explanation = await explained(context);
  }
  if (explanation !== null) context.dispatch({ type: "explained", explanation });
}

/** Null where it cannot be said; the pane says why. */
async function explained(context: SessionContext): Promise<Explanation | null> {
  if (!isFresh(context)) return null;
  const selected = await context.environment.port
    .selectedCell()
    .catch((fault: unknown) => ({ ok: false, anomaly: unexpected(fault) }) as const);
  if (!selected.ok) {
    context.dispatch({ type: "troubled", anomaly: selected.anomaly });
    return null;
  }
  return explanationOf(context, selected.cell);
}

/** Why a cell is what it is, from what was read; null where nothing was. */
function explanationOf(
  { snapshot, state }: SessionContext,
  cell: Extract<Selected, { readonly ok: true }>["cell"],
): Explanation | null {
  if (snapshot === null) return null;
  const { billing, workbook } = snapshot;
  return explainCell({ billing, workbook: workbook.cells, ownSheets: state.ownSheets ?? [], cell });
}

/** Whether what was read is still what the workbook says, for the campaign chosen. */
function isFresh({ state: { source, changed, campaign } }: SessionContext): boolean {
  return source.kind === "read" && !changed && source.preview.campaign === campaign;
}

/** Cells passed over on the way to another, by the arrows for one, are not explained: what a rest is, in milliseconds. */
const rest = 200;

/** « Explication », while it is open, goes on to each cell that the user chooses. */
export class Follower {
  private forget: () => void = () => undefined;
  private watching: Promise<void> | null = null;

  constructor(private readonly context: SessionContext) {}

  /** From now on. Where Excel does not tell what is chosen, the pane still explains a cell when it is asked to. */
  start(): void {
    const { environment } = this.context;
    this.watching ??= environment.port
      .watchSelection(() => {
        this.forget();
        this.forget = environment.after(rest, () => void this.follow());
      })
      .catch(() => undefined);
  }

  private async follow(): Promise<void> {
    const { context } = this;
    if (!this.mayFollow()) return;
    const selected = await context.environment.port.selectedCell().catch(() => null);
    // A cell being edited is no cell to explain yet; and the user may have left meanwhile.
    if (selected === null || !selected.ok || !this.mayFollow()) return;
    const { sheet, cell } = selected.cell;
    const { place } = context.state.explanation!;
    // What one goes to from an explanation is looked at beside it.
    if (isAt(context.lastTarget, sheet, cell) || isAt(place, sheet, cell)) return;
    context.lastTarget = null;
    const explanation = explanationOf(context, selected.cell);
    if (explanation !== null) context.dispatch({ type: "explanation-followed", explanation });
  }

  /** Not where the workbook changed: to read it again, the user asks. */
  private mayFollow(): boolean {
    const { explanation, follows, work } = this.context.state;
    return explanation !== null && follows && work.kind === "none" && isFresh(this.context);
  }
}

function isAt(place: SessionContext["lastTarget"], sheet: string, cell: string): boolean {
  return place !== null && place.sheet === sheet && place.cell === cell;
}
