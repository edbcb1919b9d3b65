import { message } from "../../../src/messages";
import type { SheetModel } from "../../../src/documents";
import { writeGenerated } from "../../../src/workbook";
import type { Publication } from "../../../src/workbook";
import { publish } from "../../../src/workbook/office";
import { atDepth, pairs, testInDepth } from "../../depth";
import { objectErrors, transportErrors, type FaultMoment } from "../../host";
import type { HostWorkbook } from "../../host/model";
import { ficheModel, recapModel } from "../files/models";
import { asideSheets, bookDigest, generationDigest, withoutLooks } from "./digest";
import { sentBy, startExcel, type ExcelInTest } from "./excel";
import { townBytes, townFile } from "./town";
import { openedFile } from "../../opened-file";

const moments: readonly FaultMoment[] = ["before", "halfway", "after"];
const codes: readonly (string | number)[] = [
  ...Object.keys(objectErrors),
  ...transportErrors.map(({ error }) => error),
];
const impatient = { wait: () => Promise.resolve() };

/** Names on its amounts, as the documents have; what names and charts lead to is a row lower in the next generation. */
function recap(row: number): SheetModel {
  const model = recapModel("Récapitulatif");
  return {
    ...model,
    charts: model.charts.map((chart) => {
      const { firstRow, lastRow } = chart.categories;
      const categories = { ...chart.categories, firstRow: firstRow + row - 2, lastRow: lastRow + row - 2 };
      return { ...chart, categories };
    }),
    names: [
      { name: "ORDICLASSE_DU_25058", row, column: 2 },
      { name: "ORDICLASSE_DU_25560", row: row + 1, column: 2 },
      { name: "ORDICLASSE_TITRE", row: 4, column: 2 },
    ],
  };
}

/** The generation in place: three sheets, charts, names. */
const previous = [recap(2), ficheModel("fiche-a", "Fiche A"), ficheModel("fiche-b", "Fiche B")];
/** One sheet goes, one comes, the others change in cells, widths and print set-up. */
const next: readonly SheetModel[] = [
  changed(recap(3)),
  changed(ficheModel("fiche-a", "Fiche A")),
  ficheModel("fiche-c", "Fiche C"),
];

function changed(model: SheetModel): SheetModel {
  const [title, ...rows] = model.rows;
  const [first, ...others] = title!.cells;
  return {
    ...model,
    widths: [40, 12, 14],
    rows: [{ ...title!, height: 30, cells: [{ ...first!, value: "Fiche nouvelle" }, ...others] }, ...rows],
    print: { ...model.print, orientation: "portrait", breaksBefore: [5] },
    freeze: { rows: 3, columns: 0 },
  };
}

let excel: ExcelInTest;
let bytes: Uint8Array;
/** Requests of a publication that meets no fault, and the actions of each. */
let requests: number;
let actions: readonly number[];
let newGeneration: string;

beforeAll(async () => {
  excel = await startExcel(townFile);
  bytes = await writeGenerated(await openedFile(await townBytes({ Beure: 2 }), townFile), previous);
  const workbook = await opened();
  excel.host.resetRequests();
  expect(await publish(next, impatient)).toMatchObject({ ok: true });
  actions = sentBy(excel.host).map((sent) => sent.actions);
  requests = actions.length;
  newGeneration = generationOf(workbook);
});
afterAll(() => excel.close());

/** The workbook as it is before each run, with formulas of the user's that point at our sheets. */
async function opened(): Promise<HostWorkbook> {
  const workbook = await excel.open(bytes);
  workbook.type("Suivi", "D1", "='Fiche A'!C3+Récapitulatif!C5");
  workbook.type("Suivi", "D2", "=ORDICLASSE_TITRE");
  return workbook;
}

const range = (first: number, last: number) => Array.from({ length: last - first + 1 }, (_, at) => first + at);
const generationOf = (workbook: HostWorkbook): string => JSON.stringify(generationDigest(workbook));
/** Without what Excel may refuse by itself, of a generation that stands. */
const content = (digest: string): string => withoutLooks(JSON.parse(digest));
const userSheetsOf = (workbook: HostWorkbook): string =>
  JSON.stringify(bookDigest(workbook, ({ key }) => key === null));
/** All that a user has typed, what formulas give apart. */
const typedBy = (workbook: HostWorkbook): string =>
  JSON.stringify(workbook.userCells(), (_, value) => (typeof value === "string" ? value.replace(/ → .*/, "") : value));

function expectMessage(publication: Publication): void {
  if (publication.ok || publication.anomaly === null) throw new Error("A fault without a message.");
  const { code, params } = publication.anomaly;
  const french = message(code, params);
  const state = {
    untouched: "Rien n’a été changé dans le classeur.",
    restored: "Vos documents précédents ont été remis en place.",
    unfinished: "relisez le classeur dans le volet Ordiclasse",
    taken: "Un autre volet Ordiclasse a repris les documents",
  }[publication.after];
  expect(french).toContain(state);
  // What to do about it, in both languages, with nothing left to fill.
  expect(french).toMatch(/relancez|recommencez|servez-vous|Relancez/);
  for (const language of ["fr", "en"] as const) expect(message(code, params, language)).not.toMatch(/[{}]/);
}

test("a publication without a fault reads, writes and cleans up in few requests", () => {
  expect(requests).toBe(5);
});

describe("one fault, once", () => {
  test("a fault at any request but the last, whatever its code and moment, leaves the previous generation whole in the same run", async () => {
    const workbook = await opened();
    const before = JSON.stringify(bookDigest(workbook));
    const places = moments.flatMap((when) => range(1, requests - 1).map((request) => ({ request, when })));
    for (const [{ request, when }, code] of pairs(places, codes)) {
      excel.host.failAt(request, { code, when });
      const publication = await publish(next, impatient);
      const after = request < requests - 1 || when === "before" ? "untouched" : "restored";
      expect([request, when, code, publication]).toEqual([
        request,
        when,
        code,
        expect.objectContaining({ ok: false, cancelled: false, after }),
      ]);
      expectMessage(publication);
      // The whole workbook: the user's sheets, ours, their order, the names, and nothing aside.
      expect([request, when, code, JSON.stringify(bookDigest(workbook)) === before]).toEqual([
        request,
        when,
        code,
        true,
      ]);
    }
  });

  test("a fault at the clean-up leaves the new generation, and removes the staging sheets", async () => {
    for (const [when, code] of pairs(moments, atDepth(codes.slice(0, moments.length), codes))) {
      const workbook = await opened();
      const typed = typedBy(workbook);
      excel.host.failAt(requests, { code, when });
      expect(await publish(next, impatient)).toMatchObject({ ok: true });
      expect([when, code, generationOf(workbook) === newGeneration, asideSheets(workbook)]).toEqual([
        when,
        code,
        true,
        ["aside:undo"],
      ]);
      expect(typedBy(workbook)).toBe(typed);
    }
  });
});

describe("one fault after each of the actions of a request", () => {
  test.each([
    ["that prepares", 3],
    ["that puts in place", 4],
  ])("%s: the previous generation is whole in the same run", async (_, request) => {
    const workbook = await opened();
    const before = JSON.stringify(bookDigest(workbook));
    // A prime number of actions apart, so that no kind of action is always missed.
    for (let when = 0; when < actions[request - 1]!; when += atDepth(23, 1)) {
      excel.host.failAt(request, { code: "GeneralException", when });
      expect([when, await publish(next, impatient)]).toMatchObject([when, { ok: false }]);
      expect([when, JSON.stringify(bookDigest(workbook)) === before]).toEqual([when, true]);
    }
  });

  testInDepth("a host that stays down after an action is whole again once a new pane starts", async () => {
    for (const request of [3, 4])
      for (let when = 1; when < actions[request - 1]!; when += 7) {
        const workbook = await opened();
        const before = JSON.stringify(bookDigest(workbook));
        excel.host.failAt(request, { code: "GeneralException", when, forever: true });
        expect([when, await publish(next, impatient)]).toMatchObject([when, { ok: false }]);
        excel.host.mend();
        expect(await (await newPane()).tidyUp(impatient)).toMatchObject({ ok: true });
        expect([request, when, JSON.stringify(bookDigest(workbook)) === before]).toEqual([request, when, true]);
      }
  });
});

describe("a host that stays down", () => {
  const stubborn = [...transportErrors.map(({ error }) => error), "GeneralException", "AccessDenied", "ItemNotFound"];

  test.each(moments)(
    "a host down from any request on (%s) has a whole generation marked current, the next start removes the rest, and a run succeeds",
    async (when) => {
      // In a quick run, each request and each code at one of the moments.
      const turn = moments.indexOf(when);
      const cases = pairs(range(1, requests), stubborn).filter((_, at) => atDepth(at % moments.length === turn, true));
      for (const [request, code] of cases) {
        const workbook = await opened();
        const [old, users, typed] = [generationOf(workbook), userSheetsOf(workbook), typedBy(workbook)];
        excel.host.failAt(request, { code, when, forever: true });
        const publication = await publish(next, impatient);
        expect(publication.ok).toBe(request === requests);
        if (!publication.ok) {
          expect(publication.after).toBe(request < 2 ? "untouched" : "unfinished");
          expectMessage(publication);
        }
        expect(typedBy(workbook)).toBe(typed);
        // Unless the mark says that the generation in place may be half written, it is whole.
        const isMarked = asideSheets(workbook).includes("aside:publication");
        if (!isMarked) expect([content(old), content(newGeneration)]).toContain(content(generationOf(workbook)));

        excel.host.mend();
        const pane = await newPane();
        expect(await pane.tidyUp(impatient)).toEqual({ ok: true, restored: isMarked });
        expect(asideSheets(workbook)).toEqual([]);
        const current = generationOf(workbook);
        if (isMarked) expect(current === old).toBe(true);
        else expect([content(old), content(newGeneration)]).toContain(content(current));
        if (current === old) expect(userSheetsOf(workbook)).toBe(users);

        expect(await pane.publish(next, impatient)).toMatchObject({ ok: true });
        expect(generationOf(workbook) === newGeneration).toBe(true);
        expect(typedBy(workbook)).toBe(typed);
      }
    },
  );
});

/** The module as a pane that has just been opened has it. */
async function newPane(): Promise<typeof import("../../../src/workbook/office")> {
  let pane: typeof import("../../../src/workbook/office") | null = null;
  await jest.isolateModulesAsync(async () => {
    pane = await import("../../../src/workbook/office");
  });
  return pane!;
}
