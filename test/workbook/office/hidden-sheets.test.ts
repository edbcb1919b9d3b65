import { openActiveWorkbook, publish, tidyUp, undoPublication } from "../../../src/workbook/office";
import { atDepth } from "../../depth";
import { ficheModel, recapModel } from "../files/models";
import { asideSheets, bookDigest, generationDigest, withoutLooks } from "./digest";
import type { ExcelInTest } from "./excel";
import { useGeneration } from "./use-generation";

const impatient = { wait: () => Promise.resolve() };
const previous = [recapModel("Récapitulatif"), ficheModel("fiche-a", "Fiche A"), ficheModel("fiche-b", "Fiche B")];
const next = [
  recapModel("Récapitulatif"),
  { ...ficheModel("fiche-a", "Fiche A", { widths: [12] }), freeze: { rows: 2, columns: 0 }, tabColor: "C00000" },
  ficheModel("fiche-c", "Fiche C"),
];

const given = useGeneration(previous);

type Workbook = Awaited<ReturnType<ExcelInTest["open"]>>;
const sheetOf = ({ book }: Workbook, name: string) => book.sheets.find((sheet) => sheet.name === name)!;
const hide = (workbook: Workbook, name: string) => (sheetOf(workbook, name).visibility = "Hidden");
const cellsOf = (workbook: Workbook): string =>
  withoutLooks(generationDigest(workbook)).replace(/"visibility":"\w+",?/g, "");

const names = atDepth(["Fiche A", "Fiche B"] as const, ["Récapitulatif", "Fiche A", "Fiche B"] as const);

describe("a generated sheet that the user hid", () => {
  test.each(names)(
    "a sheet %s hidden before a generation is replaced, stays hidden, and the generation is undone",
    async (name) => {
      const workbook = await given.excel.open(given.bytes);
      hide(workbook, name);
      const before = JSON.stringify(bookDigest(workbook));
      expect(await publish(next, impatient)).toMatchObject({ ok: true });
      if (name !== "Fiche B") expect(sheetOf(workbook, name).visibility).toBe("Hidden");
      expect(await undoPublication(impatient)).toEqual({ ok: true });
      // Excel tells neither the colour nor the panes of a hidden sheet: one that went comes back without them.
      const digest = bookDigest(workbook);
      if (name === "Fiche B") expect(withoutLooks(digest) === withoutLooks(JSON.parse(before))).toBe(true);
      else expect(JSON.stringify(digest) === before).toBe(true);
      expect((await openActiveWorkbook()).ok).toBe(true);
    },
  );

  test.each(atDepth(["Fiche A", "Fiche C"], ["Récapitulatif", "Fiche A", "Fiche C"]))(
    "a generation is undone with %s hidden after it",
    async (name) => {
      const workbook = await given.excel.open(given.bytes);
      const before = cellsOf(workbook);
      expect(await publish(next, impatient)).toMatchObject({ ok: true });
      hide(workbook, name);
      expect(await undoPublication(impatient)).toEqual({ ok: true });
      expect(cellsOf(workbook) === before).toBe(true);
      expect(asideSheets(workbook)).toEqual([]);
      expect((await openActiveWorkbook()).ok).toBe(true);
    },
  );

  test.each(names)("the previous generation comes back in the same run when one fails with %s hidden", async (name) => {
    for (const request of [3, 4]) {
      const workbook = await given.excel.open(given.bytes);
      hide(workbook, name);
      const before = JSON.stringify(bookDigest(workbook));
      given.excel.host.failAt(request, { code: "GeneralException", when: "halfway" });
      expect(await publish(next, impatient)).toMatchObject({ ok: false });
      expect([request, JSON.stringify(bookDigest(workbook)) === before]).toEqual([request, true]);
    }
  });

  test.each(names)(
    "the workbook is whole once a pane starts again when Excel goes down with %s hidden",
    async (name) => {
      const workbook = await given.excel.open(given.bytes);
      hide(workbook, name);
      const before = JSON.stringify(bookDigest(workbook));
      given.excel.host.failAt(4, { code: "GeneralException", when: "halfway", forever: true });
      const publication = await publish(next, impatient);
      expect(publication).toMatchObject({ ok: false, after: "unfinished" });
      given.excel.host.mend();
      expect(await tidyUp(impatient)).toMatchObject({ ok: true, restored: true });
      expect(JSON.stringify(bookDigest(workbook)) === before).toBe(true);
      expect((await openActiveWorkbook()).ok).toBe(true);
    },
  );

  test.each(atDepth(["write", "publish", "tidy"], ["prepare", "write", "check", "publish", "tidy"]))(
    "a sheet hidden during a generation, at « %s », is written, undone, and written again",
    async (stage) => {
      const workbook = await given.excel.open(given.bytes);
      const before = cellsOf(workbook);
      const onProgress = (progress: { readonly stage: string }) => {
        if (progress.stage === stage) hide(workbook, "Fiche A");
      };
      // Frozen once it is hidden, its panes are a remark.
      expect(await publish(next, { ...impatient, onProgress })).toMatchObject({ ok: true });
      expect(await undoPublication(impatient)).toEqual({ ok: true });
      expect(cellsOf(workbook) === before).toBe(true);
      expect(await publish(next, impatient)).toMatchObject({ ok: true, remark: null });
      expect(await tidyUp(impatient)).toMatchObject({ ok: true, restored: false });
    },
  );
});
