import type { SessionContext } from "./context";
import { explanationOf, isFresh } from "./explain";

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
