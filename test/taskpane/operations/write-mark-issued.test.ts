import type { Environment } from "../../../src/taskpane/operations/session";
import type { IssueWritten } from "../../../src/taskpane/operations/write";
import { screenOf } from "../../../src/taskpane/screens";
import { mayDraw, previewOf } from "../../../src/taskpane/state/state";
import { amagney, smallWorkbook } from "../../cli/small-workbook";
import { testInDepth } from "../../depth";
import type { HostOptions } from "../../host";
import { generationDigest } from "../../workbook/office/digest";
import { plain } from "../plain";
import { generateIt, sessionIn, type SessionInExcel } from "../session-in-excel";

let open: SessionInExcel | null = null;
afterEach(() => {
  open?.page.close();
  open = null;
});

async function readIt(bytes: Uint8Array, more: Partial<Environment> & { readonly host?: HostOptions } = {}) {
  open = await sessionIn(bytes, "parc.xlsx", more);
  open.session.dispatch({ type: "campaign-chosen", campaign: 2014 });
  await open.session.run.read();
  return open;
}

async function generated(): Promise<SessionInExcel> {
  const opened = await readIt(await smallWorkbook([amagney]));
  await generateIt(opened);
  return opened;
}

const written: IssueWritten = { number: "", date: "25/11/2014", bordereau: "12", titre: " " };
const issued = { number: "2014-01", version: 1, date: "2014-11-25", bordereau: "12", titre: null };
const editionOf = ({ session }: SessionInExcel) => previewOf(session.state)!.statement.edition;
/** What each row of the Journal says, a text each. */
const journal = ({ workbook }: SessionInExcel) =>
  workbook
    .sheet("Journal")
    .grid.values.map((row) => plain((row ?? []).map((value) => String(value ?? "")).join(" | ")))
    .filter((row) => row.startsWith("2014-11-25") || /\d{4,}/.test(row));
const digest = ({ workbook }: SessionInExcel) => JSON.stringify(generationDigest(workbook));
const codes = async (marking: Promise<readonly { readonly code: string }[]>) => (await marking).map(({ code }) => code);

describe("« Marquer l’état comme émis »", () => {
  it("adds a row to the Journal, changes no other document, and is known of the next generation", async () => {
    const opened = await generated();
    const { session, workbook } = opened;
    const others = () => {
      const { sheets, names } = generationDigest(workbook) as { sheets: { name: string }[]; names: unknown };
      return JSON.stringify([sheets.filter(({ name }) => name !== "Journal"), names]);
    };
    const before = { rows: journal(opened), others: others() };
    expect(await session.run.markAsIssued(written)).toEqual([]);
    const rows = journal(opened);
    expect(rows.slice(0, -1)).toEqual(before.rows);
    expect(rows.at(-1)).toContain("Émis le 25/11/2014 : état n° 2014-01, version 1 ; bordereau n° 12");
    expect(others()).toBe(before.others);
    expect(editionOf(opened)).toEqual({ version: 1, issued, differs: null });
    expect(session.state).toMatchObject({ notice: { code: "pane-issue-written" }, open: null, work: { kind: "none" } });
  });

  it("comes back to the sheets generated, which are those issued, rather than to a plan of others", async () => {
    const opened = await generated();
    await opened.session.run.markAsIssued(written);
    expect(screenOf(opened.session.state)).toBe("done");
    opened.workbook.type("Parc", "D2", 11);
    await opened.session.run.read();
    await opened.session.run.markAsIssued({ ...written, titre: "345" });
    expect(screenOf(opened.session.state)).toBe("plan");
  });

  it("is completed once finance gives its numbers", async () => {
    const opened = await generated();
    await opened.session.run.markAsIssued(written);
    expect(await opened.session.run.markAsIssued({ ...written, titre: "345" })).toEqual([]);
    expect(editionOf(opened).issued).toEqual({ ...issued, titre: "345" });
  });

  it("is undone as a generation is: the Journal is as before, and the documents stay", async () => {
    const opened = await generated();
    const before = digest(opened);
    await opened.session.run.markAsIssued(written);
    expect(opened.session.state.documents).toMatchObject({ canUndo: true, last: "issue" });
    await opened.session.run.undo();
    expect(digest(opened)).toBe(before);
    expect(opened.session.state).toMatchObject({ ending: { kind: "undone" }, documents: { canUndo: false } });
    expect(editionOf(opened)).toEqual({ version: 1, issued: null, differs: null });
  });

  it("is read again by itself once undone, and the way back leads to the PDFs of the documents that stay", async () => {
    const opened = await generated();
    const { session } = opened;
    await session.run.markAsIssued(written);
    await session.run.undo();
    expect(screenOf(session.state)).toBe("stopped");
    expect(session.state.source).toMatchObject({ kind: "read", hasChanged: false });
    session.dispatch({ type: "ending-left" });
    expect([screenOf(session.state), mayDraw(session.state)]).toEqual(["plan", true]);
  });

  it("has a generation of other amounts say first that an état was issued", async () => {
    const opened = await generated();
    const { session, workbook } = opened;
    await session.run.markAsIssued(written);
    workbook.type("Parc", "D2", 11);
    await session.run.read();
    expect(editionOf(opened)).toEqual({ version: 2, issued, differs: "amounts" });
    expect(previewOf(session.state)!.points.map(({ code }) => code)).toContain("issued-amounts-differ");
    // Nothing keeps it from being generated, as another état.
    await generateIt(opened);
    expect(screenOf(session.state)).toBe("done");
    expect(editionOf(opened).differs).toBe("amounts");
  });

  it("goes on where the generation that was previewed is now another than the one issued", async () => {
    const opened = await generated();
    const { session, workbook } = opened;
    workbook.type("Parc", "D2", 11);
    await session.run.read();
    await session.run.markAsIssued(written);
    expect(editionOf(opened)).toMatchObject({ differs: "amounts" });
  });
});

describe("nothing is written where it cannot be marked", () => {
  it.each([
    ["a date that is none", { date: "25 novembre" }, ["pane-issue-bad-date"]],
    ["a date before the campaign’s", { date: "31/10/2014" }, ["mark-date-too-early"]],
    ["an état that the Journal does not know", { number: "2014-07" }, ["mark-unknown-state"]],
  ])("%s", async (_, wrong, expected) => {
    const opened = await generated();
    const before = digest(opened);
    expect(await codes(opened.session.run.markAsIssued({ ...written, ...wrong }))).toEqual(expected);
    expect(digest(opened)).toBe(before);
    expect(opened.session.state).toMatchObject({ work: { kind: "none" }, trouble: null });
  });

  it("nothing is written when the Journal was changed by hand", async () => {
    const opened = await generated();
    opened.workbook.type("Journal", "Z20", "vu");
    const before = digest(opened);
    const [fault] = await opened.session.run.markAsIssued(written);
    expect(fault).toMatchObject({ code: "pane-issue-journal-edited", params: { sheet: "Journal", cells: "Z20" } });
    expect(digest(opened)).toBe(before);
  });

  testInDepth("a workbook open for reading only", async () => {
    const bytes = await (await generated()).workbook.save();
    open!.page.close();
    const opened = await readIt(bytes, { host: { readOnly: true } });
    expect(await codes(opened.session.run.markAsIssued(written))).toEqual(["pane-read-only"]);
  });

  // Each request of the port has its fault in test/workbook/office.
  testInDepth("an Excel that refuses on the way: the Journal is whole, without its row", async () => {
    const opened = await generated();
    const before = digest(opened);
    opened.host.failAt(3, { code: "AccessDenied", when: "before" });
    expect(await codes(opened.session.run.markAsIssued(written))).toHaveLength(1);
    expect(digest(opened)).toBe(before);
    expect(opened.session.state.work.kind).toBe("none");
    opened.host.mend();
    expect(await opened.session.run.markAsIssued(written)).toEqual([]);
  });
});
