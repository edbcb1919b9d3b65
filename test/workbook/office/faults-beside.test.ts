import { writeXlsx } from "hucre/xlsx";
import { writeGenerated } from "../../../src/workbook";
import { openActiveWorkbook, publish, tidyUp, undoPublication } from "../../../src/workbook/office";
import { atDepth } from "../../depth";
import type { FaultMoment } from "../../host";
import type { HostWorkbook } from "../../host/model";
import { ficheModel, recapModel } from "../files/models";
import { asideSheets, bookDigest, generationDigest, withoutLooks } from "./digest";
import { sentBy, startExcel, type ExcelInTest } from "./excel";
import { townFile } from "./town";
import { openedFile } from "../../opened-file";

const impatient = { wait: () => Promise.resolve() };
const moments: readonly FaultMoment[] = ["before", "halfway", "after"];
const whole = (digest: unknown): string => JSON.stringify(digest);

/** Long documents, in a workbook whose inventory has more merged cells than Excel tells at once, saved under another name. */
const lines = atDepth(40, 3000);
const merges = atDepth(20, 600);
const newName = "parc 2015.xlsx";

function long(key: string, name: string, overrides = {}) {
  const model = ficheModel(key, name, overrides);
  const [head, line] = model.rows;
  return { ...model, rows: [...model.rows, ...Array.from({ length: lines }, (_, at) => (at % 2 ? line! : head!))] };
}

const previous = [recapModel("Récapitulatif"), long("fiche-a", "Fiche A"), ficheModel("fiche-b", "Fiche B")];
const next = [recapModel("Récapitulatif"), long("fiche-a", "Fiche A", { widths: [12] }), long("fiche-c", "Fiche C")];

let excel: ExcelInTest;
let bytes: Uint8Array;
beforeAll(async () => {
  excel = await startExcel(townFile);
  const rows: (string | number | null)[][] = [["Commune", "École", "Postes"]];
  const merged = [];
  for (let at = 0; at < merges; at++) {
    rows.push([`Commune ${at}`, "Maternelle", 1], [null, "Élémentaire", 2]);
    merged.push({ startRow: 1 + 2 * at, startCol: 0, endRow: 2 + 2 * at, endCol: 0 });
  }
  const source = await writeXlsx({ sheets: [{ name: "Parc", rows, merges: merged }] });
  bytes = await writeGenerated(await openedFile(source, townFile), previous);
});
afterAll(() => excel.close());

async function opened(): Promise<HostWorkbook> {
  const workbook = await excel.open(bytes);
  workbook.book.file = newName;
  return workbook;
}

/** The requests of something that meets no fault, one after the other; in a quick run, every other one. */
async function requestsOf(act: () => Promise<{ readonly ok: boolean }>): Promise<number[]> {
  excel.host.resetRequests();
  expect(await act()).toMatchObject({ ok: true });
  const count = sentBy(excel.host).length;
  return Array.from({ length: count }, (_, at) => at + 1).filter((request) => atDepth(request % 2 === 1, true));
}

/** All of them at full depth; else one, which changes from request to request. */
const momentsOf = (request: number) => atDepth([moments[request % moments.length]!], moments);

test("a reading that meets a fault gives all of it or nothing, changes nothing, and is right the next time", async () => {
  const workbook = await opened();
  const before = whole(bookDigest(workbook));
  const plain = await openActiveWorkbook();
  expect(plain).toMatchObject({ ok: true, workbook: { cells: { file: newName } } });
  if (!plain.ok) return;
  expect(plain.workbook.cells.sheets[0]!.merges).toHaveLength(merges);
  for (const request of await requestsOf(openActiveWorkbook))
    for (const when of momentsOf(request)) {
      excel.host.failAt(request, { code: "GeneralException", when });
      const reading = await openActiveWorkbook();
      if (reading.ok) expect([request, when, whole(reading) === whole(plain)]).toEqual([request, when, true]);
      expect(whole(await openActiveWorkbook()) === whole(plain)).toBe(true);
    }
  expect(whole(bookDigest(workbook)) === before).toBe(true);
});

test("a generation that meets a fault at any request is whole, or the previous one is", async () => {
  const workbook = await opened();
  const requests = await requestsOf(() => publish(next, impatient));
  const published = withoutLooks(generationDigest(workbook));
  for (const request of requests)
    for (const when of momentsOf(request)) {
      const again = await opened();
      const before = whole(bookDigest(again));
      excel.host.failAt(request, { code: 5012, when });
      const { ok } = await publish(next, impatient);
      if (ok)
        expect([request, when, withoutLooks(generationDigest(again)) === published]).toEqual([request, when, true]);
      else expect([request, when, whole(bookDigest(again)) === before]).toEqual([request, when, true]);
    }
});

test("an Excel that stays down leaves what the next start of a pane makes whole", async () => {
  const requests = await requestsOf(async () => {
    await opened();
    return publish(next, impatient);
  });
  for (const request of requests.slice(atDepth(-1, 0)))
    for (const when of momentsOf(request)) {
      const workbook = await opened();
      const [before, old] = [whole(bookDigest(workbook)), withoutLooks(generationDigest(workbook))];
      excel.host.failAt(request, { code: "AccessDenied", when, forever: true });
      const { ok } = await publish(next, impatient);
      excel.host.mend();
      await jest.isolateModulesAsync(async () => {
        const pane = await import("../../../src/workbook/office");
        expect(await pane.tidyUp(impatient)).toMatchObject({ ok: true });
      });
      expect(asideSheets(workbook)).toEqual([]);
      const now = withoutLooks(generationDigest(workbook));
      if (!ok && now === old)
        expect([request, when, whole(bookDigest(workbook)) === before]).toEqual([request, when, true]);
      else expect([request, when, now !== old]).toEqual([request, when, true]);
    }
});

test("an undo that meets a fault is whole, or can be asked for again", async () => {
  const workbook = await opened();
  const before = whole(bookDigest(workbook));
  expect(await publish(next, impatient)).toMatchObject({ ok: true });
  const requests = await requestsOf(() => undoPublication(impatient));
  expect(whole(bookDigest(workbook)) === before).toBe(true);
  for (const request of requests)
    for (const when of momentsOf(request)) {
      const again = await opened();
      expect(await publish(next, impatient)).toMatchObject({ ok: true });
      excel.host.failAt(request, { code: "GeneralException", when });
      if (!(await undoPublication(impatient)).ok) expect(await undoPublication(impatient)).toEqual({ ok: true });
      expect([request, when, whole(bookDigest(again)) === before]).toEqual([request, when, true]);
      expect(await tidyUp(impatient)).toMatchObject({ ok: true, restored: false });
    }
});
