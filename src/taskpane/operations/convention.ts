import { frenchDate, widthOf, type Cell, type WorkbookCells } from "../../cells";
import { conventionOfWorkbooks, conventionSheets, type SettingsCell, type SettingsSheet } from "../../tariff";
import type { OpenedWorkbook, UserSheet } from "../../workbook";
import { historyOf, type Draft } from "../convention/draft";
import type { ConventionShown } from "../convention/shown";
import { builtInDraft, draftOf, emptyDraft } from "../convention/starts";
import { offerOwnCampaigns } from "./campaigns";
import { openAs } from "../state/state";
import type { SessionContext } from "./context";
import { readWorkbook } from "./read";
import { requestOf } from "./snapshot";

/** Opens « Convention » on the unfinished draft, else on the workbook's own convention, else on the built-in one. */
export async function openConvention(context: SessionContext): Promise<void> {
  const isOverSettings = openAs(context.state, "settings") !== null;
  context.dispatch({ type: "opened", open: { screen: "convention", ...(isOverSettings && { over: "settings" }) } });
  await seeSheets(context);
}

type Done = NonNullable<ConventionShown["last"]>["done"];

/** Reads the sheets of a convention in the workbook; the draft does not change. */
async function seeSheets(context: SessionContext, done?: Done): Promise<void> {
  const reading = await context.ask((port) => port.openActiveWorkbook({}, "glance"));
  if (reading === null) return;
  const { workbook } = reading;
  const { convention: before, campaign } = context.state;
  const own = ownDraft(workbook);
  const history = before?.history ?? historyOf(own ?? builtInDraft(campaign));
  const last = done === undefined ? (before?.last ?? null) : { done, draft: history.draft };
  context.dispatch({ type: "convention-changed", convention: { history, own, taken: takenBy(workbook), last } });
  if (done !== undefined && context.state.source.kind === "unread")
    offerOwnCampaigns(
      context,
      [workbook, ...context.others].map(({ cells }) => cells),
    );
}

function ownDraft({ cells }: OpenedWorkbook): Draft | null {
  const own = conventionOfWorkbooks([cells]);
  return own?.ok === true ? draftOf(own.value) : null;
}

/** Returns the names of the user's sheets that writing would replace. */
function takenBy({ userSheetNames }: OpenedWorkbook): string[] {
  const written = conventionSheets(emptyDraft).map(({ name }) => name.toLowerCase());
  return userSheetNames.filter((name) => written.includes(name.toLowerCase()));
}

/** Writes the three sheets of the draft over those announced; reads the workbook again when it was read. */
export async function writeConvention(context: SessionContext): Promise<void> {
  const { convention } = context.state;
  if (convention === null || context.isBusy()) return;
  const sheets = conventionSheets(convention.history.draft).map(userSheet);
  context.begin("convening");
  const written = await context.ask((port) => port.writeSheets(sheets, convention.taken));
  context.dispatch({ type: "work-ended" });
  if (written === null) return;
  context.takeBackSheets = written.takeBack;
  await changed(context, "written");
}

/** Restores the sheets of the workbook as they were before those of the convention were written. */
export async function takeBackConvention(context: SessionContext): Promise<void> {
  const { takeBackSheets } = context;
  if (takeBackSheets === null || context.isBusy()) return;
  context.begin("convening");
  const done = await context.ask(() => takeBackSheets());
  context.dispatch({ type: "work-ended" });
  if (done === null) return;
  context.takeBackSheets = null;
  await changed(context, "taken-back");
}

async function changed(context: SessionContext, done: Done): Promise<void> {
  context.dispatch({ type: "source-changed" });
  context.keepView();
  await seeSheets(context, done);
  if (context.state.source.kind !== "unread") await readWorkbook(context);
}

/** Characters of the narrowest and of the widest column. */
const [narrowest, widest] = [12, 48];

/** Returns the sheet to write in the workbook; days are written as text, which can be read whatever the date system. */
function userSheet({ name, rows, amounts }: SettingsSheet): UserSheet {
  const cells = rows.map((row) => row.map(cellOf));
  const widths = Array.from({ length: widthOf(cells) }, (_, column) => {
    const longest = Math.max(...cells.map((row) => String(row[column] ?? "").length));
    return Math.min(widest, Math.max(narrowest, longest + 2));
  });
  return { name, rows: cells, widths, ...(amounts && { amounts }) };
}

function cellOf(cell: SettingsCell): Cell {
  return typeof cell === "object" && cell !== null && "day" in cell ? frenchDate(cell.day) : cell;
}

/** Returns the workbooks as they were read; empty before any reading. */
export function workbooksRead({ snapshot }: SessionContext): readonly WorkbookCells[] {
  return snapshot === null ? [] : requestOf(snapshot).workbooks;
}
