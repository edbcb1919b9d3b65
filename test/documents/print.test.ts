import { addAnalyses } from "../../src/documents";
import { pageBreaks } from "../../src/documents/kit/measure";
import * as given from "../statement/fixtures";
import { after, analysesOf, before, then } from "./analyses/all-analyses";
import { labelOf } from "../find-cell";
import { full, sheet, sheetsOf } from "./fixtures";
import { cutTexts } from "./overflow";

const schools = Array.from({ length: 80 }, (_one, index) => given.school(given.besancon, `École ${index}`, index));
const big = given.reading(
  schools,
  schools.flatMap((one) => given.quantities(one, { "PORTAIL m": 9, "PACK m": 1, "POSTE_STD m": 5, "POSTE_STD i": 1 })),
  { rows: [] },
);
const models = sheetsOf(big, { printableFiches: true });

describe("documents come out of a printer whole", () => {
  test("the printed area holds every row and column, charts included, but for texts of the screen and what is out of sight on its right", () => {
    for (const { rows, widths, print, charts } of models) {
      const { lastRow, lastColumn } = print.area;
      expect(lastRow).toBe(rows.length - 1);
      expect(lastColumn).toBeLessThan(widths.length);
      for (const { cells } of rows) {
        expect(cells.length).toBeLessThanOrEqual(widths.length);
        const shown = cells.slice(lastColumn + 1).filter((_cell, index) => widths[lastColumn + 1 + index] !== 0);
        for (const beside of shown) expect(typeof (beside?.value ?? "")).toBe("string");
      }
      for (const { anchor } of charts) expect(anchor.bottom).toBeLessThanOrEqual(print.area.lastRow);
    }
  });

  test("pages are cut in order, and none is empty", () => {
    const fiche = sheet(models, "fiche-25056-212505600");
    expect(fiche.print.breaksBefore.length).toBeGreaterThan(3);
    for (const { print, rows } of models) {
      const starts = [0, ...print.breaksBefore, rows.length];
      starts.slice(1).forEach((start, index) => expect(start).toBeGreaterThan(starts[index]!));
    }
  });

  test("no document ends with a blank row of a height of its own, which a file would not keep", () => {
    for (const { key, rows } of models) {
      const { cells, height } = rows.at(-1)!;
      expect([key, cells.length === 0 && height !== undefined]).toEqual([key, false]);
    }
  });

  test("no total, sub-total or amount due starts a page", () => {
    for (const { print, rows } of models)
      for (const start of print.breaksBefore)
        expect(String(rows[start]?.cells[0]?.value)).not.toMatch(/total|montant/i);
  });

  test("a school is not cut by a page", () => {
    const { print, rows } = sheet(models, "fiche-25056-212505600");
    for (const start of print.breaksBefore)
      // « Écoles (suite) » heads a part of the list of schools.
      expect(String(rows[start]?.cells[0]?.value)).toMatch(/^Besançon · .* \(suite\)$|^Pris en charge/);
  });

  test("no text is cut by the one on its right", () => {
    const anomalies = (["error", "warning", "info"] as const).map((severity) => ({
      severity,
      code: "sharing-key-no-weight" as const,
      file: "parc.xlsx",
      sheet: given.parc.name,
      cell: "E12",
      params: { school: "É", commune: "C" },
    }));
    const analyses = analysesOf(before, after, after, then);
    const all = addAnalyses(sheetsOf({ ...full, anomalies }), analyses, { userSheetNames: [], generatedSheets: [] });
    expect(all.flatMap((model) => cutTexts(model).map((text) => [model.key, text]))).toEqual([]);
  });

  test("the texts of a frame touch none of its sides, nor a box to tick the text beside it", () => {
    const analyses = analysesOf(before, after, after, then);
    const all = addAnalyses(sheetsOf(full), analyses, { userSheetNames: [], generatedSheets: [] });
    const framed = all.flatMap(({ key, rows }) =>
      rows.flatMap(({ cells, height }) =>
        cells.flatMap((cell, column) => {
          const { borders, align, ...style } = cell?.style ?? {};
          const isBeside = cells[column - 1]?.style?.borders?.right !== undefined;
          if (typeof cell?.value !== "string" || align === "center" || (!borders?.left && !isBeside)) return [];
          return [{ key, height, text: cell.value, isFirst: borders?.top !== undefined, ...style }];
        }),
      ),
    );
    expect(new Set(framed.map(({ key }) => key.replace(/-.*/, "")))).toEqual(
      new Set(["titre", "recapitulatif", "controles", "fiche", "rectificatif", "certificat", "complement"]),
    );
    expect(framed.filter(({ indent }) => indent !== 1)).toEqual([]);
    // The first line of several stands at the foot of its row, one alone in its middle: the row is higher than they are.
    expect(framed.filter(({ isFirst, vertical }) => isFirst && vertical === "top")).toEqual([]);
  });

  test("« Comparaison » leaves no page to its prestations alone: the communes follow them", () => {
    const { comparison } = analysesOf(before, after, after, then);
    const [model] = addAnalyses([], { comparison }, { userSheetNames: [], generatedSheets: [] });
    const rowOf = (start: string) => model!.rows.findIndex(({ cells }) => String(cells[0]?.value).startsWith(start));
    const [prestations, communes] = [rowOf("Par prestation"), rowOf("Quotes-parts des communes, que")];
    expect([prestations, communes].every((row) => row > 0)).toBe(true);
    expect(model!.print.breaksBefore.filter((row) => row > prestations && row <= communes)).toEqual([]);
  });

  test("each fiche of « Fiches (impression) » starts a page", () => {
    const { print, rows } = sheet(sheetsOf(given.golden, { printableFiches: true }), "fiches-impression");
    expect(print.breaksBefore.map((start) => rows[start]?.cells[0]?.value)).toEqual(["Chalezeule"]);
  });

  test("the charts stay under a short table, and no page cuts them under a long one", () => {
    const short = sheet(models, "recapitulatif");
    expect(short.print.breaksBefore).toEqual([]);
    const hosts = Array.from({ length: 59 }, (_one, index) =>
      given.school(given.commune(String(25101 + index), `Commune ${index}`), "École", index),
    );
    const long = sheet(
      sheetsOf(
        given.reading(
          hosts,
          hosts.map((one) => given.quantity(one, "PORTAIL", "maintenance", 9)),
        ),
      ),
      "recapitulatif",
    );
    const [shares, communes] = long.charts.map(({ anchor }) => anchor);
    const { top, bottom } = communes!;
    expect(long.print.breaksBefore.length).toBeGreaterThan(0);
    for (const chart of [shares!, communes!])
      expect(long.print.breaksBefore.filter((start) => start > chart.top && start <= chart.bottom)).toEqual([]);
    // Fifteen bars, a title, an axis and a legend.
    expect(bottom - top + 1).toBeGreaterThanOrEqual(15 + 6);
    // The titles of the columns say nothing above charts: they come again only where the table itself is cut.
    expect([short.print.titleRows, long.print.titleRows]).toEqual([
      null,
      long.print.breaksBefore.some((start) => start < shares!.top - 1) ? { first: 5, last: 5 } : null,
    ]);
  });

  describe("the ranking of communes", () => {
    /** « Récapitulatif » of so many communes, Besançon among them, and the rows from the title of its ranking to its total. */
    const ranked = (communes: number) => {
      const others = Array.from({ length: communes - 1 }, (_one, index) =>
        given.school(given.commune(String(25101 + index), `Commune ${index}`), "École", index),
      );
      const all = [...others, given.school(given.besancon, "Viotte", 99)];
      const postes = all.map((one) => given.quantity(one, "POSTE_STD", "maintenance", 2));
      const model = sheet(sheetsOf(given.reading(all, postes)), "recapitulatif");
      const starts = (row: number, text: string) => String(model.rows[row]?.cells[0]?.value).startsWith(text);
      const title = model.rows.findIndex((_row, index) => starts(index, "Les communes, de la"));
      const total = model.rows.findIndex((_row, index) => index > title && starts(index, "Total"));
      return { ...model.print, title, total, chart: model.charts[1]!.anchor };
    };

    test("the ranking of fifty-nine communes is a page of its own, with its total, under repeated titles", () => {
      const { title, total, titleRows, breaksBefore, chart } = ranked(59);
      // The title, the columns' titles, 59 communes, and the total.
      expect(total - title + 1).toBe(2 + 59 + 1);
      expect(titleRows).toEqual({ first: 5, last: 5 });
      expect(breaksBefore.filter((start) => start >= title)).toEqual([title]);
      expect([chart.top, chart.left]).toEqual([title + 1, 5]);
    });

    test("the ranking of twenty communes begins a page with its chart; that of fifteen stays with its table", () => {
      const twenty = ranked(20);
      expect(twenty.breaksBefore).toEqual([twenty.title]);
      expect(ranked(16).breaksBefore.filter((start) => start <= ranked(16).total)).toEqual([]);
    });
  });

  test("rows of tables are airy where their page has room, and close where it has none", () => {
    const heightsOf = (schools: number) => {
      const all = Array.from({ length: schools }, (_one, index) =>
        given.school(given.chalezeule, `École ${index}`, index),
      );
      const postes = all.map((one) => given.quantity(one, "POSTE_STD", "maintenance", 2));
      const model = sheetsOf(given.reading(all, postes)).find(({ key }) => key.startsWith("fiche-25112"))!;
      const lines = model.rows.filter((row) => labelOf(row) === "Poste client standard");
      return { pages: model.print.breaksBefore.length + 1, heights: [...new Set(lines.map(({ height }) => height))] };
    };
    // 13 points and the 7 that are added at most, for letters of 11 points that take 14 by themselves.
    expect(heightsOf(1)).toEqual({ pages: 1, heights: [21] });
    expect(heightsOf(40).pages).toBeGreaterThan(1);
    // Its last page has room.
    expect(heightsOf(40).heights).toEqual([14, 21]);
  });

  test("a row of long text is as high as its lines", () => {
    const anomalies = [1, 2, 3].map((row) => ({
      severity: "error" as const,
      code: "sharing-key-no-weight" as const,
      file: "parc.xlsx",
      sheet: given.parc.name,
      cell: `A${row}`,
      params: { school: "École ".repeat(40), commune: "C" },
    }));
    const { rows } = sheet(sheetsOf({ ...big, anomalies }), "controles");
    const heights = rows
      .filter(({ cells }) => /^\d\. /.test(String(cells[0]?.value)))
      .map(({ height }) => height ?? 15);
    expect(heights).toHaveLength(3);
    // Some 250 letters, of which 62 to 80 stand on one line: four or five lines.
    for (const height of heights) expect(height).toBeGreaterThan(3 * 15);
    for (const height of heights) expect(height).toBeLessThan(6 * 16);
  });
});

describe("cuts pages before they are full", () => {
  const margins = { top: 0.5, bottom: 0.5, left: 0.5, right: 0.5, header: 0.3, footer: 0.3 };
  const print = { orientation: "portrait" as const, margins, titleRows: null };
  const rows = (count: number) => Array.from({ length: count }, () => ({ cells: [] }));
  const none: ReadonlySet<number> = new Set();

  test("A4 upright holds at most 51 rows of 15 points at full scale, and we stop short of it", () => {
    const breaks = pageBreaks({ rows: rows(120), widths: [40], keptWithNext: none, startingPages: none }, print);
    expect(breaks[0]).toBeGreaterThan(40);
    expect(breaks[0]).toBeLessThanOrEqual((842 - 72) / 15);
  });

  test("a last page that would be nearly empty takes rows of the one before, unless it had to start there", () => {
    const flow = { widths: [40], keptWithNext: none, startingPages: none };
    const [first = 0] = pageBreaks({ ...flow, rows: rows(120) }, print);
    const [cut = 0] = pageBreaks({ ...flow, rows: rows(first + 2) }, print);
    // Nearly half a page then, of which `first` rows would fill one.
    expect(first + 2 - cut).toBeGreaterThanOrEqual(Math.floor(first * 0.4));
    expect(cut).toBeGreaterThan(first / 2);
    const wanted = { ...flow, startingPages: new Set([first]) };
    expect(pageBreaks({ ...wanted, rows: rows(first + 2) }, print)).toEqual([first]);
  });

  test("rows kept with the next move with it; a chain longer than a page is cut all the same", () => {
    const flow = { rows: rows(60), widths: [40], startingPages: none };
    const [first = 0] = pageBreaks({ ...flow, keptWithNext: none }, print);
    expect(pageBreaks({ ...flow, keptWithNext: new Set([first - 1, first - 2]) }, print)[0]).toBe(first - 2);
    expect(pageBreaks({ ...flow, keptWithNext: new Set(flow.rows.keys()) }, print)[0]).toBe(first);
  });
});
