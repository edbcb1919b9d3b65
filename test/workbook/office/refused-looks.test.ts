import { message } from "../../../src/messages";
import { canUndo, publish, selectedCell, tidyUp, undoPublication } from "../../../src/workbook/office";
import type { Progress } from "../../../src/workbook";
import { atDepth, testInDepth } from "../../depth";
import { ficheModel, recapModel } from "../files/models";
import { asideSheets, bookDigest, generationDigest, withoutLooks } from "./digest";
import type { ExcelInTest } from "./excel";
import { useGeneration } from "./use-generation";

const impatient = { wait: () => Promise.resolve() };
const previous = [recapModel("Récapitulatif"), ficheModel("fiche-a", "Fiche A"), ficheModel("fiche-b", "Fiche B")];
const fiche = ficheModel("fiche-a", "Fiche A", { widths: [12] });
const next = [
  recapModel("Récapitulatif"),
  {
    ...fiche,
    freeze: { rows: 2, columns: 1 },
    print: { ...fiche.print, margins: { ...fiche.print.margins, left: 2 }, breaksBefore: [4] },
  },
  ficheModel("fiche-c", "Fiche C"),
];

const given = useGeneration(previous);
let published: unknown;
beforeAll(async () => {
  const workbook = await given.excel.open(given.bytes);
  expect(await publish(next, impatient)).toMatchObject({ ok: true, remark: null });
  published = generationDigest(workbook);
});

test("names of ours stay hidden, however often they are written", async () => {
  const workbook = await given.excel.open(given.bytes);
  for (const models of [next, previous, next]) {
    expect(await publish(models, impatient)).toMatchObject({ ok: true });
    const shown = workbook.book.sheets.flatMap(({ names }) => names.filter(({ visible }) => visible));
    expect(shown.map(({ name }) => name)).toEqual([]);
  }
});

testInDepth("a document of 3,000 rows is copied in parts: Excel takes 2,048 whole rows at most", async () => {
  const workbook = await given.excel.open(given.bytes);
  const [head, ...rest] = fiche.rows;
  const long = { ...fiche, rows: [head!, ...rest, ...Array.from({ length: 3000 }, () => ({ ...rest[0]! }))] };
  expect(await publish([long], impatient)).toMatchObject({ ok: true, remark: null });
  const sheet = workbook.book.sheets.find(({ name }) => name === "Fiche A")!;
  expect(sheet.grid.used(true)!.bottom).toBeGreaterThan(3000);
  const once = whole(generationDigest(workbook));
  expect(await publish([long], impatient)).toMatchObject({ ok: true, remark: null });
  expect(whole(generationDigest(workbook)) === once).toBe(true);
  expect(await undoPublication(impatient)).toEqual({ ok: true });
  expect(whole(generationDigest(workbook)) === once).toBe(true);
});

type Book = Awaited<ReturnType<ExcelInTest["open"]>>["book"];
const whole = (digest: unknown): string => JSON.stringify(digest);

describe("an Excel without a printer", () => {
  test("the generation stands, the refusal is a remark, and the next one sets the pages up", async () => {
    const workbook = await given.excel.open(given.bytes);
    workbook.book.noPrinter = true;
    const publication = await publish(next, impatient);
    expect(publication).toMatchObject({ ok: true, remark: { severity: "warning", code: "office-set-up-refused" } });
    const { remark } = publication as Extract<typeof publication, { ok: true }>;
    expect(remark!.params).toEqual({ pages: "1" });
    expect(message(remark!.code, remark!.params)).toContain("la mise en page pour l’impression");
    expect(withoutLooks(generationDigest(workbook)) === withoutLooks(published)).toBe(true);
    expect(asideSheets(workbook)).toEqual(["aside:undo"]);

    workbook.book.noPrinter = false;
    expect(await publish(next, impatient)).toMatchObject({ ok: true, remark: null });
    expect(whole(generationDigest(workbook)) === whole(published)).toBe(true);
  });

  test("a generation is undone without a printer", async () => {
    const workbook = await given.excel.open(given.bytes);
    const before = withoutLooks(bookDigest(workbook));
    expect(await publish(next, impatient)).toMatchObject({ ok: true });
    workbook.book.noPrinter = true;
    expect(await undoPublication(impatient)).toEqual({ ok: true });
    expect(withoutLooks(bookDigest(workbook)) === before).toBe(true);
  });
});

test("a document is one page wide and as many tall as it takes, in an Excel that takes the width for both", async () => {
  const workbook = await given.excel.open(given.bytes);
  workbook.book.widthAloneFitsOnePage = true;
  expect(await publish(next, impatient)).toMatchObject({ ok: true, remark: null });
  expect(workbook.sheet("Fiche C").page.zoom).toEqual({ horizontalFitToPages: 1 });
});

describe("an Excel that passes over the number of pages", () => {
  const missing = ({ book }: Awaited<ReturnType<ExcelInTest["open"]>>) =>
    ["Fiche A", "Fiche C"].forEach((name) => book.pagesMissed.add(book.sheets.find((sheet) => sheet.name === name)!));

  test("is asked once more, after a generation and when it is taken back", async () => {
    const workbook = await given.excel.open(given.bytes);
    const before = whole(bookDigest(workbook));
    const wide = next.map((model) => ({ ...model, print: { ...model.print, onePage: true } }));
    const watch = { ...impatient, onProgress: ({ stage }: Progress) => stage === "tidy" && missing(workbook) };
    expect(await publish(wide, watch)).toMatchObject({ ok: true, remark: null });
    expect(workbook.book.pagesMissed.size).toBe(0);
    for (const name of ["Fiche A", "Fiche C"])
      expect(workbook.sheet(name).page.zoom).toEqual({ horizontalFitToPages: 1, verticalFitToPages: 1 });
    missing(workbook);
    expect(await undoPublication(impatient)).toEqual({ ok: true });
    expect(whole(bookDigest(workbook)) === before).toBe(true);
  });
});

describe("one more fault without a printer, or with a sheet hidden", () => {
  const moments = ["before", "halfway", "after"] as const;

  test.each(moments)(
    "one more fault at each request in turn (%s) leaves the previous generation whole, or the new one",
    async (when) => {
      // In a quick run, each request at one of the moments.
      const requests = [1, 2, 3, 4, 5].filter((one) => atDepth(one % moments.length === moments.indexOf(when), true));
      for (const request of requests)
        for (const prepare of [
          (book: Book) => (book.noPrinter = true),
          (book: Book) => (book.sheets.find(({ name }) => name === "Fiche A")!.visibility = "Hidden"),
        ]) {
          const workbook = await given.excel.open(given.bytes);
          prepare(workbook.book);
          const before = whole(bookDigest(workbook));
          given.excel.host.failAt(request, { code: "AccessDenied", when });
          const publication = await publish(next, impatient);
          expect([request, publication.ok]).toEqual([request, request === 5]);
          const shown = (digest: unknown) =>
            withoutLooks(digest).replaceAll('"visibility":"Hidden"', '"visibility":"Visible"');
          if (publication.ok) expect(shown(generationDigest(workbook)) === shown(published)).toBe(true);
          else expect([request, whole(bookDigest(workbook)) === before]).toEqual([request, true]);
        }
    },
  );
});

describe("another workbook in front", () => {
  test.each(["prepare", "write"] as const)(
    "another workbook in front from « %s » on changes nothing, and the message says why",
    async (stage) => {
      const workbook = await given.excel.open(given.bytes);
      const before = whole(bookDigest(workbook));
      const onProgress = (progress: Progress) => {
        if (progress.stage === stage) workbook.book.anotherInFront = true;
      };
      const publication = await publish(next, { ...impatient, onProgress });
      expect(publication).toMatchObject({ ok: false, anomaly: { code: "office-inactive-workbook" } });
      workbook.book.anotherInFront = false;
      expect(await tidyUp(impatient)).toMatchObject({ ok: true });
      expect(whole(bookDigest(workbook)) === before).toBe(true);
    },
  );

  test.each(["publish", "tidy"] as const)(
    "another workbook in front from « %s » on leaves the generation, except its panes",
    async (stage) => {
      const workbook = await given.excel.open(given.bytes);
      const onProgress = (progress: Progress) => {
        if (progress.stage === stage) workbook.book.anotherInFront = true;
      };
      const publication = await publish(next, { ...impatient, onProgress });
      expect(publication).toMatchObject({
        ok: true,
        remark: { code: "office-set-up-refused", params: { panes: "1" } },
      });
      expect(withoutLooks(generationDigest(workbook)) === withoutLooks(published)).toBe(true);
      workbook.book.anotherInFront = false;
      // What could not be deleted goes at the next start; the generation can still be taken back, or written again.
      expect(await tidyUp(impatient)).toMatchObject({ ok: true, restored: false });
      expect(asideSheets(workbook)).toEqual(["aside:undo"]);
      expect(await publish(next, impatient)).toMatchObject({ ok: true, remark: null });
      expect(whole(generationDigest(workbook)) === whole(published)).toBe(true);
    },
  );

  test("a generation that is being taken back can be once this one is in front again", async () => {
    const workbook = await given.excel.open(given.bytes);
    const before = whole(bookDigest(workbook));
    expect(await publish(next, impatient)).toMatchObject({ ok: true });
    workbook.book.anotherInFront = true;
    const undone = await undoPublication(impatient);
    expect(undone).toMatchObject({ ok: false, anomaly: { code: "office-inactive-workbook" } });
    workbook.book.anotherInFront = false;
    expect(canUndo()).toBe(true);
    expect(await undoPublication(impatient)).toEqual({ ok: true });
    expect(whole(bookDigest(workbook)) === before).toBe(true);
  });

  test("names that are not found then are no sheet that vanished: nothing is changed, and the message says why", async () => {
    const workbook = await given.excel.open(given.bytes);
    workbook.book.addingNamesNeedsFront = true;
    const before = whole(bookDigest(workbook));
    const onProgress = ({ stage }: Progress) => {
      if (stage === "publish") workbook.book.anotherInFront = true;
    };
    const publication = await publish(next, { ...impatient, onProgress });
    expect(publication).toMatchObject({ ok: false, anomaly: { code: "office-inactive-workbook" } });
    workbook.book.anotherInFront = false;
    expect(await tidyUp(impatient)).toMatchObject({ ok: true });
    expect(whole(bookDigest(workbook)) === before).toBe(true);
  });

  test("the chosen cell is not told, and the message says why", async () => {
    const workbook = await given.excel.open(given.bytes);
    workbook.book.anotherInFront = true;
    expect(await selectedCell()).toMatchObject({ ok: false, anomaly: { code: "office-inactive-workbook" } });
  });
});
