import { screenOf } from "../../../src/taskpane/screens";
import type { EditEffect } from "../../../src/taskpane/state/edit-effect";
import { freshnessOf, previewOf } from "../../../src/taskpane/state/state";
import { amagney, smallWorkbook } from "../../cli/small-workbook";
import { testInDepth } from "../../depth";
import { connect } from "../../host";
import { generateIt, sessionIn, type SessionInExcel } from "../session-in-excel";

/** The moments that the session waits for, in milliseconds, and what it does then. */
let waiting: { readonly delay: number; readonly call: () => void }[];
let excel: SessionInExcel;
let clock = (): number => 0;

beforeEach(() => {
  waiting = [];
  clock = () => 0;
});
afterEach(() => excel.page.close());

const beure = ["Beure", "École élémentaire", 60, -4, 0];

/** A workbook with an error, read, in an Excel that tells of each change. */
async function opens(more: Parameters<typeof sessionIn>[2] = {}): Promise<SessionInExcel> {
  excel = await sessionIn(await smallWorkbook([amagney, beure]), "parc-2014.xlsx", {
    scheduler: { clock: () => clock(), pause: () => new Promise((resolve) => setImmediate(resolve)) },
    after: (delay, call) => {
      const one = { delay, call };
      waiting.push(one);
      return () => void (waiting = waiting.filter((other) => other !== one));
    },
    ...more,
  });
  connect(excel.workbook, excel.host);
  if (previewOf(excel.session.state) === null) await excel.session.run.read();
  return excel;
}

/** Events of Excel come in their own time. */
const told = () => new Promise((resolve) => setTimeout(resolve, 50));

async function types(cell: string, value: number): Promise<void> {
  excel.workbook.type("Parc", cell, value);
  await told();
}

/** Lets the time of a rest pass, and what comes of it. */
async function rests(): Promise<void> {
  const [due] = waiting.filter(({ delay }) => delay === 400);
  waiting = waiting.filter((one) => one !== due);
  due?.call();
  for (let turn = 0; turn < 100 && freshnessOf(excel.session.state) !== "stale" && isFollowed(); turn++) await told();
}

function isFollowed(): boolean {
  const { source } = excel.session.state;
  return source.kind === "read" && source.isFollowed;
}

const effect = (): (Omit<EditEffect, "difference"> & { readonly difference: string }) | null => {
  const { lastEdit } = excel.session.state;
  return lastEdit === null ? null : { ...lastEdit, difference: lastEdit.difference.toFixed(2) };
};

test("a cell that is typed is read again a moment later: its effect is told, and the point, the focus and the screen stay", async () => {
  const { session } = await opens();
  session.dispatch({ type: "step-opened", step: "controle" });
  const { focus } = session.state;
  const [total] = [previewOf(session.state)!.statement.total];
  await types("D3", 16);
  expect([freshnessOf(session.state), isFollowed()]).toEqual(["provisional", true]);
  await rests();
  // 16 workstations at 36,86, and the software pack that the school has: the row was left out.
  expect(effect()).toMatchObject({
    cell: { sheet: "Parc", cell: "D3", was: "-4", is: "16" },
    count: 1,
    errors: { before: 1, after: 0 },
    difference: previewOf(session.state)!.statement.total.minus(total).toFixed(2),
  });
  expect(Number(effect()!.difference)).toBeGreaterThanOrEqual(16 * 36.86);
  expect([screenOf(session.state), session.state.focus]).toEqual(["controle", focus]);
});

test("the point that is open stays so as long as something is left to say of it", async () => {
  const { session } = await opens();
  session.dispatch({ type: "point-opened", point: 0 });
  await types("D2", 12);
  await rests();
  expect(effect()).toMatchObject({ cell: { cell: "D2" }, difference: "73.72" });
  expect(session.state.list.point).toBe(0);
  await types("D3", 4);
  await rests();
  expect(session.state.list.point).toBeNull();
});

test("cells typed one after the other are read once, and counted", async () => {
  await opens();
  await types("D2", 11);
  await types("D2", 12);
  await types("C2", 101);
  expect(waiting.filter(({ delay }) => delay === 400)).toHaveLength(1);
  await rests();
  expect(effect()).toMatchObject({ cell: null, count: 2 });
});

testInDepth("changes by the add-in, and texts typed in its documents, are not followed", async () => {
  const { session, workbook } = await opens();
  session.dispatch({ type: "accepted", acceptance: "given" });
  await generateIt(excel);
  await told();
  expect([screenOf(session.state), isFollowed(), effect()]).toEqual(["done", false, null]);
  workbook.type("Récapitulatif", "K2", "À revoir");
  await told();
  await rests();
  expect([screenOf(session.state), isFollowed(), effect()]).toEqual(["done", false, null]);
});

test("a change that comes while a workbook is being read is read after that", async () => {
  const { session } = await opens();
  const reading = session.run.read();
  await types("D2", 11);
  await reading;
  await told();
  await rests();
  expect(previewOf(session.state)!.statement.lines.some(({ quantity }) => quantity === 11)).toBe(true);
});

const slow = (): number => performance.now() * 1_000;

test.each([
  ["a reading that is long", slow, () => true],
  ["a pane that nobody sees", () => 0, () => false],
])("%s waits for the user, who is informed", async (_, time, isInView) => {
  clock = time;
  const { session } = await opens({ isInView });
  await types("D2", 11);
  expect(freshnessOf(session.state)).toBe("stale");
  expect(waiting.filter(({ delay }) => delay === 400)).toEqual([]);
});

test("values are followed without a reading that would empty the undo list, and moved rows are not", async () => {
  const { session, workbook, host } = await opens({ readingEmptiesUndo: true });
  const emptied = workbook.book.undoEmptied;
  await types("D2", 11);
  await rests();
  expect([effect()!.difference, workbook.book.undoEmptied]).toEqual(["36.86", emptied]);
  await host.raise("Changed", workbook.sheet("Parc").id, { address: "2:2", changeType: "RowInserted" });
  await told();
  expect(freshnessOf(session.state)).toBe("stale");
});

test("another campaign is read as soon as it is chosen, and the focus stays on what chose it", async () => {
  const { session } = await opens();
  const { focus } = session.state;
  await session.run.changeCampaign(2015);
  expect(previewOf(session.state)!.statement.campaign.year).toBe(2015);
  expect([session.state.focus, session.state.lastEdit]).toEqual([focus, null]);
});
