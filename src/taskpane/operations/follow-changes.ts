import type { CellsChanged } from "../../workbook";
import type { SessionContext } from "./context";
import { explainAgain } from "./explain";
import { without } from "./picked-files";
import { bill, seeWorkbook } from "./read";
import { sameSource, sourceStateInSteps } from "./snapshot";

/** The delay in milliseconds from the last change to the next reading: cells typed in succession are read once. */
const rest = 400;
/** A reading that lasts longer waits for the user, in milliseconds. */
const longest = 1_000;

/**
 * Records a change of the workbook, and schedules a new reading when it is short and does not disturb the user: the
 * focus and the open screens stay. Otherwise, the pane asks for a new reading.
 */
export function followChange(context: SessionContext, change: CellsChanged): void {
  const { work } = context.state;
  if (work.kind === "reading") return void context.nextChange().then(() => followChange(context, change));
  // Documents or a choice are being written: the next reading comes after the change.
  if (work.kind !== "none") return;
  const isFollowed = mayFollow(context, change);
  context.dispatch({ type: "source-changed", isFollowed });
  if (!isFollowed) return;
  context.changes = [...context.changes, change.cells];
  readLater(context);
}

function mayFollow({ state, environment, lastReading }: SessionContext, { isOfValues }: CellsChanged): boolean {
  const { source, campaign } = state;
  if (source.kind === "unread" || campaign === null || !environment.isInView()) return false;
  if (source.kind === "read" && source.hasChanged && !source.isFollowed) return false;
  return lastReading <= longest && (isOfValues || environment.readingEmptiesUndo !== true);
}

function readLater(context: SessionContext): void {
  context.forgetChange();
  context.forgetChange = context.environment.after(rest, () => void readChanges(context));
}

/** Reads the workbook again after changes, unless it was read meanwhile; changes during the reading restart it. */
async function readChanges(context: SessionContext): Promise<void> {
  const { changes, state, environment } = context;
  const { port, scheduler, readingEmptiesUndo } = environment;
  const { source, open } = state;
  if (source.kind === "read" && !source.hasChanged) return void (context.changes = []);
  const isPast = () => context.changes !== changes || context.state.work.kind !== "none";
  if (isPast()) return readLater(context);
  const since = scheduler.clock();
  const kind = readingEmptiesUndo === true ? "values" : context.reading;
  const reading = await port.openActiveWorkbook({}, kind).catch(() => null);
  if (reading?.ok !== true) return context.dispatch({ type: "source-changed", isFollowed: false });
  const { workbook } = reading;
  const billed = [workbook, ...without(context.others, workbook.cells.file)];
  const now = await context.compute(sourceStateInSteps(billed.map(({ cells }) => cells)), isPast);
  if (now === null || isPast()) return readLater(context);
  // The change may be in a generated document, or a value put back.
  if (context.snapshot !== null && sameSource(now, context.snapshot.source))
    context.dispatch({ type: "source-unchanged" });
  else {
    seeWorkbook(context, workbook);
    const isBilled = await bill(context, workbook, { since, byItself: true, after: { changes, isPast, source: now } });
    if (!isBilled) return readLater(context);
    if (open?.screen === "explanation") await explainAgain(context);
  }
  if (context.changes === changes) context.changes = [];
}
