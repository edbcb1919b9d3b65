import { lastRunOf } from "../../../../src/billing";
import { restoredJournal } from "../../../../src/documents";
import { keepAsItGoes } from "../../../../src/taskpane/browser/kept/keep-as-it-goes";
import { stepsHeld, type KeptWork, type WorkStore } from "../../../../src/taskpane/browser/kept/work-store";
import { previewOf } from "../../../../src/taskpane/state/state";
import { smallWorkbook } from "../../../cli/small-workbook";
import { generateIt, readIt, savedBytes, sessionOn, type HeldSession } from "../../../workbook/in-page/held-session";
import { plain } from "../../plain";

const works = new Map<string, KeptWork>();
beforeEach(() => works.clear());
const store: WorkStore = {
  all: () => Promise.resolve([...works.values()]),
  find: (file) => Promise.resolve([...works.values()].find((work) => stepsHeld(work, file) !== null)),
  keep: (work) => Promise.resolve(works.set(work.fingerprint, structuredClone(work))),
  forget: (fingerprint) => Promise.resolve(works.delete(fingerprint)),
};

const opens = (bytes: Uint8Array, file = "parc.xlsx"): Promise<HeldSession> => sessionOn(bytes, file);
const keeps = ({ held, session }: HeldSession, former?: string) =>
  keepAsItGoes(held, session, store, () => undefined, former);
const edit = async ({ held }: HeldSession, value: number) =>
  expect(await held.edit([{ sheet: "Parc", row: 1, column: 3, value }])).toEqual({ ok: true });
const kept = async () => {
  await new Promise((resolve) => setTimeout(resolve, 20));
  return [...works.values()];
};
const marks = async ({ session }: HeldSession) =>
  expect(await session.run.markAsIssued({ number: "", date: "25/11/2014", bordereau: "", titre: "345" })).toEqual([]);
/** Does a kept work again on a file, as the page does, and reads it. */
const resumes = async (bytes: Uint8Array, work: KeptWork, file?: string): Promise<HeldSession> => {
  const page = await opens(bytes, file);
  const { held } = page;
  const steps = work.steps.slice(stepsHeld(work, held.fingerprint)!);
  expect(await held.resume(steps, work.journal && restoredJournal(held.open, work.journal))).toEqual({ ok: true });
  await readIt(page);
  return page;
};
const editionOf = ({ session }: HeldSession) => previewOf(session.state)!.statement.edition;
const pointsOf = ({ session }: HeldSession) => previewOf(session.state)!.points.map(({ code }) => code);
const statesOf = ({ held }: HeldSession) => held.open.journalRows.slice(3).map((row) => plain(String(row[15])));
const issued = { number: "2014-01", version: 1, date: "2014-11-25", bordereau: null, titre: "345" };

/** A corrected workbook whose état is made, then marked as issued, then corrected again. */
async function issuedThenCorrected(bytes: Uint8Array): Promise<HeldSession> {
  const page = await opens(bytes);
  keeps(page);
  await readIt(page);
  await edit(page, 12);
  await readIt(page);
  await generateIt(page);
  await marks(page);
  return page;
}

test("an état marked as issued is still issued once the work goes on with the original file", async () => {
  const bytes = await smallWorkbook();
  const page = await issuedThenCorrected(bytes);
  const [work] = await kept();
  // 12 workstations: 2 × 36.86 more than the 1,169.80 of ten.
  expect(work!.issued).toEqual([
    { campaign: 2014, number: "2014-01", version: 1, date: "2014-11-25", total: "1243.52" },
  ]);

  const again = await resumes(bytes, work!);
  expect(editionOf(again)).toEqual({ version: 1, issued, differs: null });
  expect(statesOf(again)).toEqual(statesOf(page));
  // What was issued is not for an undo to take away, and what was corrected is.
  expect([again.held.canUndo, again.held.last?.kind]).toEqual([false, "cells"]);

  await edit(again, 13);
  await readIt(again);
  expect(editionOf(again)).toEqual({ version: 2, issued, differs: "amounts" });
  expect(pointsOf(again)).toContain("issued-amounts-differ");
  await generateIt(again);
  expect(statesOf(again)).toEqual([...statesOf(page), "2014-01, version 2"]);
  expect(editionOf(again).differs).toBe("amounts");
});

test("what is kept of a Journal is its dates, numbers and amounts, and no run to make again", async () => {
  const bytes = await smallWorkbook();
  await issuedThenCorrected(bytes);
  const [work] = await kept();
  const { journal } = work!;
  expect(JSON.stringify(journal)).not.toMatch(/Amagney|École|Parc|parc/);
  const again = await resumes(bytes, work!);
  expect(lastRunOf(again.held.open)).toMatchObject({ ok: false, error: "unreadable" });
});

test("work goes on with the file saved from the page too, from what that file holds, and is kept of it alone", async () => {
  const page = await issuedThenCorrected(await smallWorkbook());
  const saved = await savedBytes(page.held);
  page.held.saved();
  expect(await kept()).toEqual([]);
  await edit(page, 13);
  const [work] = await kept();
  expect(work).toMatchObject({ saves: [{ file: "parc-ordiclasse.xlsx", steps: 1 }], steps: [{}, {}] });

  const again = await resumes(saved, work!, "parc-ordiclasse.xlsx");
  expect(again.held.steps).toHaveLength(1);
  expect(statesOf(again)).toEqual(statesOf(page));
  expect(editionOf(again)).toMatchObject({ issued, differs: "amounts" });
  keeps(again, work!.fingerprint);
  expect((await kept()).map(({ file, steps }) => [file, steps.length])).toEqual([["parc-ordiclasse.xlsx", 1]]);
});

test("a file saved before what was taken back since is not one to go on with", async () => {
  const page = await opens(await smallWorkbook());
  keeps(page);
  await readIt(page);
  await edit(page, 12);
  await edit(page, 13);
  await savedBytes(page.held);
  page.held.saved();
  await page.held.takeBack();
  await readIt(page);
  const [work] = await kept();
  expect([work!.steps.length, work!.saves]).toEqual([1, []]);
});
