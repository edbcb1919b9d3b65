import { canUndo, publish, undoPublication } from "../../../src/workbook/office";
import { atDepth } from "../../depth";
import type { FaultMoment } from "../../host";
import { ficheModel } from "../files/models";
import { asideSheets, bookDigest, generationDigest, withoutLooks } from "./digest";
import { sentBy } from "./excel";
import { useGeneration } from "./use-generation";

const impatient = { wait: () => Promise.resolve() };
const previous = [ficheModel("fiche-a", "Fiche A"), ficheModel("fiche-b", "Fiche B")];
const next = [ficheModel("fiche-a", "Fiche A", { widths: [12] }), ficheModel("fiche-c", "Fiche C")];

const given = useGeneration(previous);

async function published() {
  const workbook = await given.excel.open(given.bytes);
  const before = JSON.stringify(bookDigest(workbook));
  expect(await publish(next, impatient)).toMatchObject({ ok: true });
  const after = JSON.stringify(generationDigest(workbook));
  given.excel.host.resetRequests();
  return { workbook, before, after };
}

test("an undo that meets no fault takes few requests", async () => {
  await published();
  expect(await undoPublication(impatient)).toEqual({ ok: true });
  expect(sentBy(given.excel.host).length).toBeLessThanOrEqual(6);
});

const moments: readonly FaultMoment[] = ["before", "halfway", "after"];
/** All of them at full depth; else each request at one of the moments. */
const requestsAt = (when: FaultMoment): number[] =>
  [1, 2, 3, 4, 5, 6].filter((request) => atDepth(request % moments.length === moments.indexOf(when), true));

test.each(moments)(
  "one fault at each request in turn (%s): the undo is whole, or can be asked for again",
  async (when) => {
    for (const request of requestsAt(when)) {
      const { workbook, before, after } = await published();
      given.excel.host.failAt(request, { code: "GeneralException", when });
      const undone = await undoPublication(impatient);
      if (!undone.ok) {
        expect(undone.anomaly.params).toMatchObject({ untouched: "1" });
        expect(JSON.stringify(generationDigest(workbook)) === after).toBe(true);
        expect([canUndo(), asideSheets(workbook)]).toEqual([true, ["aside:undo"]]);
        expect(await undoPublication(impatient)).toEqual({ ok: true });
      }
      expect([request, JSON.stringify(bookDigest(workbook)) === before]).toEqual([request, true]);
      expect(canUndo()).toBe(false);
    }
  },
);

test.each(moments)("a host that stays down (%s): one generation is whole once a new pane starts", async (when) => {
  for (const request of requestsAt(when)) {
    const { workbook, before, after } = await published();
    given.excel.host.failAt(request, { code: 5001, when, forever: true });
    const undone = await undoPublication(impatient);
    given.excel.host.mend();
    await jest.isolateModulesAsync(async () => {
      const pane = await import("../../../src/workbook/office");
      expect(await pane.tidyUp(impatient)).toMatchObject({ ok: true });
    });
    expect(asideSheets(workbook)).toEqual([]);
    const isOld = withoutLooks(bookDigest(workbook)) === withoutLooks(JSON.parse(before));
    const isNew = withoutLooks(generationDigest(workbook)) === withoutLooks(JSON.parse(after));
    expect([request, isOld || isNew]).toEqual([request, true]);
    if (undone.ok) expect(isOld).toBe(true);
  }
});
