import { valueAt, withValue, type Draft, type FieldPlace } from "../../../src/taskpane/convention/draft";
import { checkDraft } from "../../../src/taskpane/convention/check";
import { draftOf, withoutDebtor } from "../../../src/taskpane/convention/starts";
import type { Session } from "../../../src/taskpane/operations/session";
import { screenOf } from "../../../src/taskpane/screens";
import { builtInConvention } from "../../../src/tariff";
import { amagney, smallWorkbook } from "../../cli/small-workbook";
import { savedBytes, sessionOn } from "../../workbook/in-page/held-session";
import { amountsOf } from "../amounts";
import { sessionIn } from "../session-in-excel";
import { previewOf } from "../../../src/taskpane/state/state";

const built = draftOf(builtInConvention(2014));
const price: FieldPlace = { file: "grid", field: "[0].rows[3].maintenance.member" };
/** The convention of 2014, where a workstation costs 40,00 instead of 36,86. */
const dearer = withValue(built, price, "40.00");

/** A workbook with a pane on it, in Excel and in the page that has none. */
interface Opened {
  readonly session: Session;
  readonly sheets: () => readonly string[];
  readonly close: () => void;
}
const doors: readonly (readonly [string, (bytes: Uint8Array) => Promise<Opened>])[] = [
  [
    "in Excel",
    async (bytes) => {
      const { session, workbook, page } = await sessionIn(bytes, "parc.xlsx");
      return { session, sheets: () => workbook.book.sheets.map(({ name }) => name), close: () => page.close() };
    },
  ],
  [
    "in the page without Excel",
    async (bytes) => {
      const { session, held } = await sessionOn(bytes, "parc.xlsx");
      return { session, sheets: () => held.open.cells.sheets.map(({ name }) => name), close: () => undefined };
    },
  ],
];

const draft = (session: Session, to: Draft) => {
  const { convention } = session.state;
  session.dispatch({
    type: "convention-changed",
    convention: { ...convention!, history: { ...convention!.history, draft: to } },
  });
};
const three = ["Convention", "Tarifs", "Communes"];

describe.each(doors)("%s", (_, open) => {
  let opened: Opened;
  afterEach(() => opened.close());
  const start = async () => {
    opened = await open(await smallWorkbook([amagney]));
    const { session } = opened;
    session.dispatch({ type: "campaign-chosen", campaign: 2014 });
    await session.run.read();
    await session.run.openConvention();
    return session;
  };

  it("a convention is written in three sheets, after which the workbook is read again and billed by it; all is taken back", async () => {
    const session = await start();
    expect(screenOf(session.state)).toBe("convention");
    expect(session.state.convention).toMatchObject({ own: null, taken: [], last: null });
    expect(session.state.convention!.history.draft).toEqual(built);
    draft(session, dearer);
    await session.run.writeConvention();
    expect(opened.sheets()).toEqual(["Parc", ...three]);
    expect(session.state.convention).toMatchObject({ taken: three, last: { done: "written", draft: dearer } });
    expect(valueAt(session.state.convention!.own!, price)).toBe("40.00");
    // Ten workstations at 40,00, and two that were installed.
    expect(amountsOf(previewOf(session.state)!).due).toBe((10 * 40 + 2 * 31.6).toFixed(2));
    expect(screenOf(session.state)).toBe("convention");

    await session.run.takeBackConvention();
    expect(opened.sheets()).toEqual(["Parc"]);
    expect(session.state.convention).toMatchObject({
      taken: [],
      own: null,
      last: { done: "taken-back", draft: dearer },
    });
    expect(session.state.convention!.history.draft).toBe(dearer);
    expect(amountsOf(previewOf(session.state)!).due).toBe((10 * 36.86 + 2 * 31.6).toFixed(2));
  });

  it("the contents of the three sheets are replaced, and put back as they were", async () => {
    const session = await start();
    draft(session, dearer);
    await session.run.writeConvention();
    draft(session, withValue(dearer, price, "41.00"));
    await session.run.writeConvention();
    expect(valueAt(session.state.convention!.own!, price)).toBe("41.00");
    await session.run.takeBackConvention();
    expect(valueAt(session.state.convention!.own!, price)).toBe("40.00");
    expect(opened.sheets()).toEqual(["Parc", ...three]);
  });

  it("a draft is there again after leaving the screen, for what it was opened from", async () => {
    const session = await start();
    draft(session, dearer);
    session.dispatch({ type: "closed" });
    expect(screenOf(session.state)).toBe("controle");
    session.dispatch({ type: "opened", open: { screen: "settings" } });
    await session.run.openConvention();
    expect(session.state.convention!.history.draft).toBe(dearer);
    session.dispatch({ type: "closed" });
    expect(screenOf(session.state)).toBe("settings");
  });
});

test("a workbook that says its own convention is where one starts from, and its campaigns are offered", async () => {
  const first = await sessionOn(await smallWorkbook([amagney]), "parc.xlsx");
  await first.session.run.openConvention();
  draft(first.session, dearer);
  await first.session.run.writeConvention();
  expect(first.session.state.campaigns).toEqual([2014, 2015]);
  const { session } = await sessionOn(await savedBytes(first.held), "parc.xlsx");
  await session.run.openConvention();
  const { convention } = session.state;
  expect(convention).toMatchObject({ taken: three, last: null });
  expect(valueAt(convention!.history.draft, price)).toBe("40.00");
});

test("the sheets read back as what was written: no intermediary, another day, maximums, what is counted, words, a revised tariff", async () => {
  const { session } = await sessionOn(await smallWorkbook([amagney]), "parc.xlsx");
  await session.run.openConvention();
  const changes: readonly (readonly [FieldPlace, unknown])[] = [
    [
      { file: "convention", field: "count" },
      { day: 15, month: 9 },
    ],
    [{ file: "grid", field: "[0].rows[5].perSite" }, 2],
    [{ file: "grid", field: "[0].rows[6].words" }, ["tableur", "dessin"]],
    [{ file: "communes", field: "communes[0].aliases" }, ["Amagney-le-Bas"]],
  ];
  const alone = changes.reduce((one, [place, value]) => withValue(one, place, value), withoutDebtor(built));
  const [grid] = alone.grid as readonly object[];
  const revised = { ...grid, act: "Délibération n° 71", from: "2015-11-02", to: "2016-11-01" };
  const whole = withValue(alone, { file: "grid", field: "" }, [grid, revised]);
  draft(session, whole);
  await session.run.writeConvention();
  // The names of the sheets stand for those of files.
  const said = (of: Draft) => {
    const convention = checkDraft(of).convention!;
    const grids = convention.grids.map((prices) => ({ ...prices, id: "", votedOn: null, note: "" }));
    return { ...convention, id: "", grids };
  };
  expect(said(session.state.convention!.own!)).toEqual(said(whole));
});
