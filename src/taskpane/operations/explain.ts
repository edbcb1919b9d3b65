import { campaignYear } from "../state/preview";
import { openAs } from "../state/state";
import { explainCell, type Explanation } from "../../explain";
import type { Selected } from "../../workbook";
import type { SessionContext } from "./context";
import { readWorkbook } from "./read";

/**
 * Explains the selected cell. The workbook is read first when it was not, or has changed; without a campaign, or when
 * the reading fails, the pane shows that instead.
 */
export async function explainSelection(context: SessionContext): Promise<void> {
  startFollowing(context);
  if (context.isBusy()) return;
  const wasRead = isFresh(context);
  if (!wasRead) await readWorkbook(context);
  let explanation = await explained(context);
  // Excel notifies a change a moment later, or not at all.
  if (wasRead && explanation?.about.kind === "changed" && explanation.about.since === "reading") {
    await readWorkbook(context);
    explanation = await explained(context);
  }
  if (explanation !== null) context.dispatch({ type: "opened", open: { screen: "explanation", explanation } });
}

/** Explains the selected cell again after an automatic reading. */
export async function explainAgain(context: SessionContext): Promise<void> {
  const explanation = await explained(context);
  if (explanation !== null) context.dispatch({ type: "explanation-followed", explanation });
}

/** Returns the explanation of the selected cell; null when there is none, and the pane shows why. */
async function explained(context: SessionContext): Promise<Explanation | null> {
  if (!isFresh(context)) return null;
  const selected = await context.ask((port) => port.selectedCell());
  return selected === null ? null : explanationOf(context, selected.cell);
}

/** Returns why a cell is what it is, from what was read; null when nothing was. */
function explanationOf(
  { snapshot, state }: SessionContext,
  cell: Extract<Selected, { readonly ok: true }>["cell"],
): Explanation | null {
  if (snapshot === null) return null;
  const { billing, workbook } = snapshot;
  return explainCell({ billing, workbook: workbook.cells, generatedSheets: state.documents.sheets ?? [], cell });
}

/** Returns whether the last reading is still that of the workbook, for the chosen campaign. */
function isFresh({ state: { source, campaign } }: SessionContext): boolean {
  return source.kind === "read" && !source.hasChanged && campaignYear(source.preview) === campaign;
}

/** The pause, in milliseconds, before a selected cell is explained: cells that the arrow keys pass over are not. */
const rest = 200;

/**
 * Makes « Explication » follow the selection while it is open. When Excel does not notify selections, the pane still
 * explains a cell on request.
 */
function startFollowing(context: SessionContext): void {
  const { port, after } = context.environment;
  let forget: () => void = () => undefined;
  context.selectionWatch ??= port
    .watchSelection(() => {
      forget();
      forget = after(rest, () => void follow(context));
    })
    .catch(() => undefined);
}

async function follow(context: SessionContext): Promise<void> {
  if (followed(context) === null) return;
  const selected = await context.environment.port.selectedCell().catch(() => null);
  const place = followed(context);
  // A cell being edited is no cell to explain yet; and the user may have left meanwhile.
  if (selected === null || !selected.ok || place === null) return;
  const { sheet, cell } = selected.cell;
  // What one goes to from an explanation is looked at beside it.
  if (isAt(context.lastTarget, sheet, cell) || isAt(place, sheet, cell)) return;
  context.lastTarget = null;
  const explanation = explanationOf(context, selected.cell);
  if (explanation !== null) context.dispatch({ type: "explanation-followed", explanation });
}

/**
 * Returns the explained cell, when another one may replace it; null when the workbook has changed, because only the
 * user then asks to read it again.
 */
function followed(context: SessionContext): Explanation["place"] | null {
  const { follows, work } = context.state;
  const open = openAs(context.state, "explanation");
  return open !== null && follows && work.kind === "none" && isFresh(context) ? open.explanation.place : null;
}

function isAt(place: SessionContext["lastTarget"], sheet: string, cell: string): boolean {
  return place !== null && place.sheet === sheet && place.cell === cell;
}
