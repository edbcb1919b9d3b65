import { message } from "../../../src/messages";
import { journalFirstRow, type SheetModel } from "../../../src/documents";
import { writeGenerated } from "../../../src/workbook";
import { lateBy, meetingAt } from "../../host";
import type { HostWorkbook } from "../../host/model";
import { openedFile } from "../../opened-file";
import { ficheModel } from "../files/models";
import { asideSheets, bookDigest, generationDigest } from "./digest";
import { startPanes, type PortPane, type SeveralPanes } from "./several-panes";
import { generated, modelsFor, townBytes, townFile } from "./town";

const ofFile = [ficheModel("fiche-a", "Fiche A"), ficheModel("fiche-b", "Fiche B")];
const ofAnn = [titled("Fiche d’Ann"), ficheModel("fiche-c", "Fiche C")];
const ofBob = [titled("Fiche de Bob"), ficheModel("fiche-d", "Fiche D")];

function titled(title: string) {
  const [head, ...rows] = ficheModel("fiche-a", "Fiche A").rows;
  return ficheModel("fiche-a", "Fiche A", {
    rows: [{ ...head!, cells: [{ ...head!.cells[0]!, value: title }] }, ...rows],
  });
}

let given: SeveralPanes;
let bytes: Uint8Array;
let ann: PortPane, bob: PortPane, cleo: PortPane;
beforeAll(async () => {
  given = await startPanes(3);
  [ann, bob, cleo] = given.panes as [PortPane, PortPane, PortPane];
  bytes = await writeGenerated(await openedFile(await townBytes({ Beure: 2 }), townFile), ofFile);
});
afterAll(() => expect(given.close()).toEqual([]));

const generate = (pane: PortPane, models: readonly SheetModel[] = ofAnn) =>
  pane.ask((port, watch) => port.publish(models, watch));
const undo = (pane: PortPane) => pane.ask((port, watch) => port.undoPublication(watch));
const start = (pane: PortPane) => pane.ask((port, watch) => port.tidyUp(watch));
const read = (pane: PortPane) => pane.ask((port, watch) => port.openActiveWorkbook(watch));
const canUndo = (pane: PortPane) => pane.ask((port) => Promise.resolve(port.canUndo()));
const title = (workbook: HostWorkbook) => workbook.cell("Fiche A", "A1");
const refused = (code: string) => ({ ok: false, anomaly: { code } });

describe("a pane beside one that generates", () => {
  test("a pane that starts or reads beside one that generates changes nothing, says until when, and reads the user's sheets", async () => {
    const workbook = await given.open(bytes);
    const seen: unknown[] = [];
    ann.host.traffic = meetingAt(4, "after", async () => {
      const aside = asideSheets(workbook);
      seen.push(await start(bob), await read(bob), asideSheets(workbook));
      expect(seen[2]).toEqual(aside);
    });
    expect(await generate(ann)).toMatchObject({ ok: true });
    expect(seen.slice(0, 2)).toEqual([
      { ok: true, restored: false, elsewhere: { since: "08:03", until: "08:13" } },
      expect.objectContaining({ ok: true }),
    ]);
    expect([title(workbook), asideSheets(workbook)]).toEqual(["Fiche d’Ann", ["aside:undo"]]);
    expect(await start(bob)).toEqual({ ok: true, restored: false });
  });

  test("a pane that generates or undoes beside one that generates is told who works and what to do, and changes nothing", async () => {
    const workbook = await given.open(bytes);
    expect(await generate(bob, ofBob)).toMatchObject({ ok: true });
    const refusals: unknown[] = [];
    ann.host.traffic = meetingAt(
      3,
      "after",
      async () => void refusals.push(await generate(bob, ofFile), await undo(bob)),
    );
    expect(await generate(ann)).toMatchObject({ ok: true });
    expect(refusals).toMatchObject([
      { ...refused("office-work-elsewhere"), after: "untouched" },
      refused("office-work-elsewhere"),
    ]);
    expect(title(workbook)).toBe("Fiche d’Ann");
    const told = message("office-work-elsewhere", { since: "08:03", until: "08:13", untouched: "1" });
    expect(told).toContain("dernier signe à 08:03. Rien n’a été changé dans le classeur. Attendez qu’il ait fini");
    expect(told).toContain("relancez après 08:13");
  });

  test("a pane that claims the documents after another one began to undo sees it, though it was not there before", async () => {
    const workbook = await given.open(bytes);
    expect(await generate(bob, ofBob)).toMatchObject({ ok: true });
    let hasClaimed = () => {};
    let isRefused = () => {};
    const claimed = new Promise<void>((resolve) => (hasClaimed = resolve));
    const refusedToAnn = new Promise<void>((resolve) => (isRefused = resolve));
    bob.host.traffic = meetingAt(2, "after", () => {
      hasClaimed();
      return refusedToAnn;
    });
    let bobs: Promise<unknown> | null = null;
    ann.host.traffic = meetingAt(2, "before", () => {
      bobs = undo(bob);
      return claimed;
    });
    expect(await generate(ann)).toMatchObject({ ...refused("office-work-elsewhere"), after: "untouched" });
    isRefused();
    expect(await bobs).toEqual({ ok: true });
    expect([title(workbook), asideSheets(workbook)]).toEqual(["Fiche", []]);
  });

  test("of two panes that claim the documents at once, one has them", async () => {
    for (const turns of [
      [0, 0],
      [1, 2],
      [2, 1],
      [3, 3],
    ] as const) {
      const workbook = await given.open(bytes);
      [ann, bob].forEach(({ host }, at) => (host.traffic = lateBy(() => turns[at]!)));
      const [anns, bobs] = await Promise.all([generate(ann), generate(bob, ofBob)]);
      expect([anns.ok, bobs.ok].filter((ok) => ok).length).toBeLessThan(2);
      const wanted = anns.ok ? "Fiche d’Ann" : bobs.ok ? "Fiche de Bob" : "Fiche";
      expect([turns, title(workbook)]).toEqual([turns, wanted]);
      for (const one of [anns, bobs])
        if (!one.ok) expect(["office-work-elsewhere", "office-workbook-changed"]).toContain(one.anomaly?.code);
    }
  });
});

test("a generation of another pane since the workbook was read is not lost from the Journal", async () => {
  await given.open(await generated(await townBytes({ Beure: 2 })));
  const models = async (pane: PortPane, when: string) => {
    const reading = await read(pane);
    if (!reading.ok) throw new Error(reading.anomaly.code);
    return modelsFor(reading.workbook, { when });
  };
  const anns = await models(ann, "2014-11-25 08:01");
  expect(await generate(bob, await models(bob, "2014-11-25 08:02"))).toMatchObject({ ok: true });
  expect(await generate(ann, anns)).toMatchObject({ ...refused("office-generated-meanwhile"), after: "untouched" });
  expect(await generate(ann, await models(ann, "2014-11-25 08:03"))).toMatchObject({ ok: true });
  const after = await read(ann);
  expect(after.ok && after.workbook.journalRows).toHaveLength(journalFirstRow + 3);
});

describe("a pane that was closed on the way", () => {
  /** The workbook as Excel stopped answering half way through Ann's generation, and what it held before. */
  const stoppedHalfway = async () => {
    const workbook = await given.open(bytes);
    const before = JSON.stringify(bookDigest(workbook));
    ann.host.failAt(4, { code: 5001, when: "halfway", forever: true });
    expect(await generate(ann)).toMatchObject({ ok: false, after: "unfinished" });
    ann.host.mend();
    return { workbook, before };
  };

  test("is waited for ten minutes, then another one puts the documents in order", async () => {
    const { workbook, before } = await stoppedHalfway();
    expect(await start(bob)).toMatchObject({ ok: true, restored: false, elsewhere: { until: "08:13" } });
    given.wait(1);
    expect(await start(bob)).toEqual({ ok: true, restored: true });
    expect(JSON.stringify(bookDigest(workbook)) === before).toBe(true);
  });

  test("finds its own work again at once where its page lives on", async () => {
    const { workbook, before } = await stoppedHalfway();
    expect(await start(ann)).toEqual({ ok: true, restored: true });
    expect(JSON.stringify(bookDigest(workbook)) === before).toBe(true);
  });

  test("a closed pane that wakes up before it has asked anything generates over what another one made since", async () => {
    const workbook = await given.open(bytes);
    ann.host.traffic = meetingAt(1, "before", async () => void (await generate(bob, ofBob)));
    expect(await generate(ann)).toMatchObject({ ok: true });
    expect(title(workbook)).toBe("Fiche d’Ann");
  });

  test.each([
    [2, "office-sheet-vanished", "untouched"],
    [3, "office-work-taken", "taken"],
    [4, "office-work-taken", "taken"],
    [5, "office-work-taken", "taken"],
  ])(
    "a closed pane that wakes up before request %i, after another one worked, is told so and changes nothing",
    async (request, code, after) => {
      const workbook = await given.open(bytes);
      ann.host.traffic = meetingAt(request, "before", async () => {
        given.wait(1);
        expect(await generate(bob, ofBob)).toMatchObject({ ok: true });
      });
      expect(await generate(ann)).toMatchObject({ ...refused(code), after });
      expect([title(workbook), asideSheets(workbook)]).toEqual(["Fiche de Bob", ["aside:undo"]]);
    },
  );
});

describe("the generation that a pane can undo", () => {
  test("stays so when another one starts and reads, the same day", async () => {
    const workbook = await given.open(bytes);
    const before = JSON.stringify(generationDigest(workbook));
    expect(await generate(ann)).toMatchObject({ ok: true });
    given.wait(3);
    expect([await start(bob), await read(bob)]).toMatchObject([{ ok: true }, { ok: true }]);
    expect(await undo(ann)).toEqual({ ok: true });
    expect(JSON.stringify(generationDigest(workbook)) === before).toBe(true);
  });

  test("is refused, and said why, once another one has generated; and is possible again once that is undone", async () => {
    const workbook = await given.open(bytes);
    expect(await generate(ann)).toMatchObject({ ok: true });
    expect(await generate(bob, ofBob)).toMatchObject({ ok: true });
    expect(await undo(ann)).toMatchObject(refused("office-generated-since"));
    expect([title(workbook), await canUndo(ann)]).toEqual(["Fiche de Bob", true]);
    expect(await undo(bob)).toEqual({ ok: true });
    expect(title(workbook)).toBe("Fiche d’Ann");
    expect(await undo(ann)).toEqual({ ok: true });
    expect([title(workbook), asideSheets(workbook)]).toEqual(["Fiche", []]);
  });

  test("is gone, and said why, the next day, once another one has started", async () => {
    const workbook = await given.open(bytes);
    expect(await generate(ann)).toMatchObject({ ok: true });
    given.wait(24);
    expect(await start(bob)).toMatchObject({ ok: true });
    expect(asideSheets(workbook)).toEqual([]);
    expect(await undo(ann)).toMatchObject(refused("office-undo-gone"));
    expect([title(workbook), await canUndo(ann)]).toEqual(["Fiche d’Ann", false]);
  });

  test("is one generation a pane, and at most two in a workbook", async () => {
    const workbook = await given.open(bytes);
    for (const [pane, models] of [
      [ann, ofAnn],
      [bob, ofBob],
      [cleo, ofFile],
      [ann, ofBob],
    ] as const)
      expect(await generate(pane, models)).toMatchObject({ ok: true });
    expect(asideSheets(workbook)).toEqual(["aside:undo", "aside:undo"]);
  });
});
