import { Decimal } from "decimal.js";
import type { Anomaly, Severity } from "../../../src/messages";
import { screenOf } from "../../../src/taskpane/screens";
import type { Preview } from "../../../src/taskpane/state/preview";
import { reduce, type PaneEvent } from "../../../src/taskpane/state/reduce";
import {
  acceptanceIn,
  freshnessOf,
  initialState,
  pointsAtOnce,
  type PaneState,
} from "../../../src/taskpane/state/state";
import { asPoint } from "../as-point";

const point = (severity: Severity): Anomaly => ({
  severity,
  code: "missing-commune",
  file: null,
  sheet: "Parc",
  cell: "A5",
  params: {},
});

const zero = new Decimal(0);
const statement = { grid: { act: "Délibération n° 58" }, cagb: zero, communes: zero, total: zero, byCommune: [] };

function previewWith(errors: number, campaign = 2014): Preview {
  return {
    statement: { ...statement, campaign: { year: campaign } } as unknown as Preview["statement"],
    tables: [],
    rows: [],
    numbers: [],
    quantities: 0,
    points: Array.from({ length: errors }, () => asPoint([point("error")])),
    counts: { error: errors, warning: 0, info: 0 },
    unbilled: zero,
    unclear: new Set(),
    withoutHeadcounts: false,
    members: [],
    meanings: [],
    plan: { sheets: [], replaced: [], removed: [] },
  };
}

const read = (errors = 0, step: PaneState["step"] = "controle"): PaneEvent => ({
  type: "read",
  preview: previewWith(errors),
  step,
  generatedSheets: [],
});
const after = (...events: PaneEvent[]): PaneState => events.reduce(reduce, initialState);
const anomaly = point("error");

describe("the screen of the pane", () => {
  it("is the welcome first, then what was read, step by step", () => {
    expect(screenOf(initialState)).toBe("welcome");
    expect(screenOf(after(read()))).toBe("controle");
    for (const step of ["lecture", "repartition"] as const)
      expect(screenOf(after(read(), { type: "step-opened", step }))).toBe(step);
    expect(screenOf(after(read(), { type: "step-opened", step: "documents" }))).toBe("plan");
  });

  it("leaves every step open before anything is read, and says what is needed", () => {
    for (const step of ["controle", "repartition", "documents"] as const)
      expect(screenOf(after({ type: "step-opened", step }))).toBe("unread");
  });

  it("does not flash for a reading of less than half a second", () => {
    const started = after({ type: "work-started", work: "reading" });
    expect(screenOf(started)).toBe("welcome");
    expect(screenOf(reduce(started, { type: "work-went-on", work: { kind: "reading", wait: "words" } }))).toBe(
      "reading",
    );
  });

  it("keeps « Simuler » and its focus while prices are reckoned, then plans what they make of the documents", () => {
    const open = after(
      read(1),
      { type: "source-changed" },
      { type: "opened", open: { screen: "analysis", name: "simulate" } },
    );
    const trying = reduce(open, { type: "work-started", work: "trying" });
    expect([trying.work.kind, screenOf(trying)]).toEqual(["trying", "simulate"]);
    const plan = { sheets: [{ key: "simulation", name: "Simulation" }], replaced: [], removed: [] };
    const tried = reduce(trying, { type: "tried", analyses: open.analyses, plan });
    expect(tried).toMatchObject({ work: { kind: "none" }, focus: open.focus, source: { hasChanged: true } });
    expect(tried.source).toMatchObject({ preview: { plan, counts: { error: 1 } } });
    expect(screenOf(tried)).toBe("simulate");
  });

  it("shows the plan, no more the documents just generated, once other prices are tried", () => {
    const done = after(
      read(0, "documents"),
      { type: "work-started", work: "generating" },
      { type: "generated", sheets: [], remark: null, canUndo: true },
    );
    const plan = { sheets: [], replaced: [], removed: [] };
    expect(screenOf(reduce(done, { type: "tried", analyses: done.analyses, plan }))).toBe("plan");
  });

  it("says at every step why nothing can be billed", () => {
    const refused = after({
      type: "not-read",
      source: { kind: "refused", anomalies: [anomaly], missing: null, nouns: null },
    });
    expect(screenOf(refused)).toBe("refused");
    expect(screenOf(reduce(refused, { type: "step-opened", step: "documents" }))).toBe("refused");
    expect(screenOf(after({ type: "not-read", source: { kind: "unreadable", anomaly } }))).toBe("unreadable");
  });

  it("follows a generation: plan, confirmation, progress, result", () => {
    const plan = after(read(0, "documents"));
    const asked = reduce(plan, { type: "opened", open: { screen: "confirm" } });
    const running = reduce(asked, { type: "work-started", work: "generating" });
    const done = reduce(running, {
      type: "generated",
      sheets: [{ key: "titre", name: "Titre" }],
      remark: null,
      canUndo: true,
    });
    expect([plan, asked, running, done].map(screenOf)).toEqual(["plan", "confirm", "generating", "done"]);
    expect(screenOf(reduce(done, { type: "ending-left" }))).toBe("plan");
  });

  it("follows its undoing: question, progress, result", () => {
    const done = after(
      read(0, "documents"),
      { type: "work-started", work: "generating" },
      { type: "generated", sheets: [], remark: null, canUndo: true },
    );
    const asked = reduce(done, { type: "opened", open: { screen: "undo" } });
    const running = reduce(asked, { type: "work-started", work: "undoing" });
    const undone = reduce(running, { type: "ended", ending: { kind: "undone" }, canUndo: false });
    expect([asked, running, undone].map(screenOf)).toEqual(["undo", "undoing", "stopped"]);
    expect(undone.documents.sheets).toBeNull();
    expect(screenOf(reduce(asked, { type: "closed" }))).toBe("done");
  });

  it("shows the plan again, and says why, where the source is no longer what was previewed", () => {
    const differs = after(
      read(2),
      { type: "accepted", acceptance: "given" },
      { type: "work-started", work: "generating" },
      { type: "ended", ending: { kind: "changed" } },
    );
    expect(screenOf(differs)).toBe("plan");
    expect(differs.ending.kind).toBe("changed");
    // What was accepted was another list of points.
    expect(acceptanceIn(differs)).toBe("none");
  });

  it("keeps where a generation stopped", () => {
    const progress = { stage: "write", done: 23, total: 64, sheet: "Fiche Deluz" } as const;
    const failed = after(
      read(0, "documents"),
      { type: "work-started", work: "generating" },
      { type: "work-went-on", work: { kind: "generating", progress } },
      { type: "ended", ending: { kind: "failed", anomaly, after: "untouched", at: progress } },
    );
    expect(screenOf(failed)).toBe("stopped");
    expect(failed.ending).toEqual({ kind: "failed", anomaly, after: "untouched", at: progress });
    expect(failed.work.kind).toBe("none");
  });
});

describe("the place to which the user was led", () => {
  const shown = { code: "pane-sheet-shown", params: { sheet: "Répartition" } } as const;
  const led = after(read(0, "documents"), { type: "notice-given", notice: shown });

  it("is told until their next action, in the pane, in a cell or in another sheet", () => {
    expect(led.notice).toBe(shown);
    for (const event of [
      { type: "ending-left" },
      { type: "opened", open: { screen: "confirm" } },
      { type: "source-changed" },
      { type: "looked-elsewhere" },
    ] as const)
      expect([event.type, reduce(led, event).notice]).toEqual([event.type, null]);
  });

  it("stays told whatever comes by itself", () => {
    expect(reduce(led, { type: "documents-seen", status: null }).notice).toBe(shown);
    expect(reduce(led, { type: "work-went-on", work: { kind: "reading", wait: "bar" } }).notice).toBe(shown);
  });

  it("is all that goes so: what was done stays told", () => {
    const kept = { code: "pane-detail-copied", params: {} } as const;
    const said = reduce(led, { type: "notice-given", notice: kept });
    expect(reduce(said, { type: "looked-elsewhere" })).toBe(said);
  });
});

describe("what was just done", () => {
  it("is told until something else is: a look at another cell is nothing done, an undoing asked for or a workbook saved is", () => {
    const issued = { code: "pane-issue-written", params: {} } as const;
    const told = after(read(0, "documents"), { type: "notice-given", notice: issued });
    expect(reduce(told, { type: "looked-elsewhere" }).notice).toBe(issued);
    expect(reduce(told, { type: "documents-seen", status: null }).notice).toBe(issued);
    for (const event of [{ type: "opened", open: { screen: "undo" } }, { type: "workbook-saved" }] as const)
      expect([event.type, reduce(told, event).notice]).toEqual([event.type, null]);
  });

  it("is the effect of an edit until a work other than a reading begins, or the workbook is saved", () => {
    const counts = { before: 2, after: 1 };
    const edit = { errors: counts, warnings: counts, difference: zero, cell: null, count: 5 };
    const edited: PaneState = { ...after(read()), lastEdit: edit };
    expect(reduce(edited, { type: "work-started", work: "reading" }).lastEdit).toBe(edit);
    for (const work of ["generating", "drawing", "choosing"] as const)
      expect([work, reduce(edited, { type: "work-started", work }).lastEdit]).toEqual([work, null]);
    expect(reduce(edited, { type: "workbook-saved" }).lastEdit).toBeNull();
  });
});

describe("the chip on top", () => {
  it("is absent before a reading, then « À jour », or « Provisoire » with blocking points", () => {
    expect(freshnessOf(initialState)).toBeNull();
    expect(freshnessOf(after(read(0)))).toBe("fresh");
    expect(freshnessOf(after(read(1)))).toBe("provisional");
  });

  it("is « À relire » once a cell or the campaign changed, until the workbook is read again", () => {
    const changed = after(read(1), { type: "source-changed" });
    expect(freshnessOf(changed)).toBe("stale");
    expect(freshnessOf(reduce(changed, read(0)))).toBe("fresh");
    const other = after(read(0), { type: "campaign-chosen", campaign: 2015 });
    expect(freshnessOf(other)).toBe("stale");
    expect(freshnessOf(reduce(other, { type: "campaign-chosen", campaign: 2014 }))).toBe("fresh");
  });

  it("says nothing of a change while nothing is read", () => {
    expect(reduce(initialState, { type: "source-changed" })).toBe(initialState);
  });
});

describe("the campaign", () => {
  it("is never chosen for the user", () => {
    expect(after({ type: "campaigns-known", campaigns: [2014, 2015] }).campaign).toBeNull();
  });

  it("goes where it is not offered any more", () => {
    const chosen = after({ type: "campaigns-known", campaigns: [2014] }, { type: "campaign-chosen", campaign: 2014 });
    expect(reduce(chosen, { type: "campaigns-known", campaigns: [2014, 2016] }).campaign).toBe(2014);
    expect(reduce(chosen, { type: "campaigns-known", campaigns: [2016] }).campaign).toBeNull();
  });

  it("is asked for once reading was wanted, until one is chosen", () => {
    const wanted = after({ type: "campaign-wanted" });
    expect(wanted.campaignWanted).toBe(true);
    expect(reduce(wanted, { type: "campaign-chosen", campaign: 2014 }).campaignWanted).toBe(false);
  });
});

describe("a fresh reading", () => {
  it("takes back what was accepted, opened and confirmed before it", () => {
    const before = after(
      read(3),
      { type: "point-opened", point: 2 },
      { type: "accepted", acceptance: "given" },
      { type: "opened", open: { screen: "confirm" } },
    );
    const again = [{ type: "work-started", work: "reading" } as const, read(3)].reduce(reduce, before);
    expect(again).toMatchObject({ source: { acceptance: "none" }, list: { point: null }, open: null });
  });

  it("is not asked to keep an acceptance when a generation renews it unchanged", () => {
    const renewed = reduce(after(read(1), { type: "accepted", acceptance: "given" }), {
      type: "preview-renewed",
      preview: previewWith(1),
      generatedSheets: [],
    });
    expect(acceptanceIn(renewed)).toBe("given");
  });
});

describe("the focus", () => {
  const moves = (event: PaneEvent) => reduce(after(read()), event).focus.count - after(read()).focus.count;

  it("goes to the title after a step that the user asked for, and at the end of a long work", () => {
    expect(moves({ type: "step-opened", step: "documents" })).toBe(1);
    expect(moves({ type: "ended", ending: { kind: "failed", anomaly, after: "untouched", at: null } })).toBe(1);
  });

  it("stays where it is for everything else: the grid, a filter, a field", () => {
    expect(moves({ type: "point-opened", point: 0 })).toBe(0);
    expect(moves({ type: "filtered", filter: "error" })).toBe(0);
    expect(moves({ type: "searched", search: "b" })).toBe(0);
    expect(moves({ type: "source-changed" })).toBe(0);
    expect(moves({ type: "notice-given", notice: { code: "pane-busy", params: {} } })).toBe(0);
  });
});

describe("a point opened from the ribbon", () => {
  it("brings the list of points, drawn far enough to show it", () => {
    const far = pointsAtOnce + 7;
    const state = after(read(far + 10, "repartition"), { type: "point-opened", point: far });
    expect(state).toMatchObject({ step: "controle", list: { point: far, drawn: far + 1 } });
  });
});

test("an end that comes when nothing is under way changes nothing", () => {
  const progress = { stage: "write", done: 1, total: 2, sheet: null } as const;
  expect(reduce(initialState, { type: "work-went-on", work: { kind: "generating", progress } })).toBe(initialState);
  expect(reduce(initialState, { type: "cancel-asked" })).toBe(initialState);
  expect(reduce(initialState, { type: "work-went-on", work: { kind: "reading", wait: "bar" } })).toBe(initialState);
});
