import { cellName } from "../../src/cells";
import type { ModelCell, SheetModel } from "../../src/documents";
import { writeGenerated } from "../../src/workbook";
import { Package } from "../../src/workbook/files/package";
import { WorkbookPart } from "../../src/workbook/files/workbook-part";
import { textOf } from "../../src/workbook/files/xml";
import { atDepth } from "../depth";
import { sampleBytes } from "../workbook/office/excel";
import { modelsFor } from "../workbook/office/town";
import { sampleYear, samples } from "./samples";
import { openedFile } from "../opened-file";

const link = "000000";
const headerFill = "D9D9D9";
/** Behind what a commune owes: as dark as black on paper. */
const issued = "1F3864";

const names = atDepth<readonly string[]>(["anomalies-2014"], [...samples, "anomalies-2014"]);

describe.each(names)("the documents of %s can be read by everyone", (name) => {
  let models: readonly SheetModel[];
  let written: Uint8Array;
  beforeAll(async () => {
    const workbook = await openedFile(sampleBytes(name), `${name}.xlsx`);
    models = modelsFor(workbook, { year: Number(sampleYear(name)), printableFiches: true });
    written = await writeGenerated(workbook, models);
  });

  test("a title in column A, larger than all but an amount due; under a letterhead where it leaves the office", () => {
    for (const { key, rows, outline } of models) {
      const at = [...(outline ?? [])].find(([, role]) => role === "title")?.[0] ?? 0;
      expect([key, at]).toEqual([key, isLetter(key) ? expect.any(Number) : 0]);
      expect(at).toBeLessThan(5);
      const [title] = rows[at]!.cells;
      expect(typeof title?.value).toBe("string");
      const size = Number(title?.style?.size);
      expect([title?.style?.bold, size]).toEqual([true, key.startsWith("fiche-") ? 20 : 16]);
      // A name in a sheet of several fiches; what is not to be issued is said larger than its sum.
      const larger = rows.flatMap(({ cells }) => cells.filter((cell) => (cell?.style?.size ?? 0) > 20));
      const said = larger.filter((cell) => cell?.value !== null && typeof cell?.value !== "number");
      expect(said.filter((cell) => !/^(?:PROVISOIRE|À NE PAS ÉMETTRE)/.test(String(cell?.value)))).toEqual([]);
    }
  });

  test("each chart is said in words of its own, few enough for Excel to take them for its name", () => {
    for (const { charts } of models) {
      const said = charts.map(({ altText }) => altText);
      expect(new Set(said).size).toBe(said.length);
      for (const text of said) expect(text).toMatch(/^.{20,99}$/);
    }
  });

  test("cells are merged on one row, outside tables, over nothing; none in a document to filter or sort", () => {
    const pack = Package.open(written);
    const parts = new WorkbookPart(pack, pack.workbookPath()!).sheets().filter(({ key }) => key !== null);
    expect(parts.length).toBe(models.length);
    for (const { path, key } of parts) {
      const model = models.find((one) => one.key === key)!;
      const merged = [...textOf(pack.read(path!)).matchAll(/<mergeCell ref="([^"]+)"/g)].map(([, area]) => area!);
      expect([key, merged]).toEqual([key, spansOf(model).map(({ area }) => area)]);
      // But for the band that says that it is not to be issued.
      const others = spansOf(model).filter(({ row }) => model.outline?.get(row) !== "status");
      if (!isLetter(key!) && key !== "fiches-impression") expect([key, others]).toEqual([key, []]);
    }
    // The sheet of all fiches is one table from end to end.
    const tables = models
      .filter(({ key }) => key !== "fiches-impression")
      .flatMap((model) => tablesOf(model).map((table) => ({ model, ...table })));
    for (const { model, header, last } of tables)
      expect(spansOf(model).filter(({ row, isFigure }) => row >= header && row <= last && isFigure)).toEqual([]);
    for (const { covered } of models.flatMap(spansOf))
      expect(covered.filter((cell) => cell?.value != null)).toEqual([]);
  });

  test("no blank row between those that a total adds up", () => {
    const blank = models.flatMap(({ name: sheet, rows }) =>
      summedRows(rows).flatMap((row) => (isBlank(rows[row]?.cells ?? []) ? [`${sheet} ${row + 1}`] : [])),
    );
    expect(blank).toEqual([]);
  });

  test("every column of figures has its title, in one row", () => {
    const untitled = models.flatMap((model) =>
      tablesOf(model).flatMap(({ header, last }) =>
        model.rows
          .slice(header + 1, last + 1)
          .flatMap(({ cells }, below) =>
            cells.flatMap((cell, column) =>
              typeof cell?.value === "number" && !/\S/.test(textAt(model, header, column))
                ? [`${model.name} ${header + 2 + below}, column ${column + 1}`]
                : [],
            ),
          ),
      ),
    );
    expect(untitled).toEqual([]);
  });

  test("a table that goes on over the page has its titles again there", () => {
    // Excel repeats one line of titles on a sheet: « Contrôles », which has four tables, keeps it for its anomalies.
    for (const model of models.filter(({ key }) => key !== "controles"))
      for (const { header, last } of tablesOf(model)) {
        const cut = model.print.breaksBefore.some((start) => start > header && start <= last);
        const repeated = model.print.titleRows?.last;
        const titles = (row: number) => model.rows[row]?.cells.map((cell) => cell?.value);
        if (cut) expect([model.name, titles(repeated ?? -1)]).toEqual([model.name, titles(header)]);
      }
  });

  test("every sheet leads back to « Récapitulatif », which leads to every one", () => {
    const linked = ({ rows }: SheetModel) =>
      rows.flatMap(({ cells }) => cells.map((cell) => cell?.link?.sheet ?? null));
    const home = models.find(({ key }) => key === "recapitulatif")!;
    const others = models.filter((model) => model !== home);
    // The journal is known by its first three rows, which never change.
    for (const model of others.filter(({ key }) => key !== "journal"))
      expect(linked({ ...model, rows: model.rows.slice(0, 5) })).toContain(home.name);
    expect(linked(home)).toEqual(expect.arrayContaining(others.map((model) => model.name)));
  });

  test("nothing is told by a colour alone: greys, links, which are underlined, and white on the dark blue of what is issued", () => {
    const told = models.flatMap(cellsOf).filter((cell) => {
      const { color = "000000", fill = "FFFFFF", underline } = cell.style ?? {};
      const isPlain = isGrey(color) || (color === link && underline === true);
      const isBackground = isGrey(fill) || (fill === issued && color === "FFFFFF");
      return !isBackground || !isPlain || (cell.link !== undefined && underline !== true);
    });
    expect(told).toEqual([]);
    for (const { fill, line } of models.flatMap(({ dataBars }) => dataBars))
      expect([isGrey(fill), isGrey(line)]).toEqual([true, true]);
  });

  test("texts stand out from what is behind them, on paper too", () => {
    const pairs = new Set(
      models.flatMap(cellsOf).map(({ style }) => `${style?.color ?? "000000"} ${style?.fill ?? "FFFFFF"}`),
    );
    // Numbers over bars, in black.
    for (const { fill } of models.flatMap(({ dataBars }) => dataBars)) pairs.add(`000000 ${fill}`);
    for (const pair of pairs) {
      const [color, fill] = pair.split(" ").map(luminance) as [number, number];
      const contrast = (Math.max(fill, color) + 0.05) / (Math.min(fill, color) + 0.05);
      expect([pair, contrast >= 4.5]).toEqual([pair, true]);
    }
  });

  test("a bar behind numbers stands out from the paper by its line, and its numbers are in black", () => {
    const white = luminance("FFFFFF") + 0.05;
    for (const { rows, dataBars } of models)
      for (const { column, firstRow, lastRow, line } of dataBars) {
        expect(white / (luminance(line) + 0.05)).toBeGreaterThanOrEqual(3);
        for (const { cells } of rows.slice(firstRow, lastRow + 1))
          expect([typeof cells[column]?.value, cells[column]?.style?.color]).toEqual(["number", undefined]);
      }
    expect(models.flatMap(({ dataBars }) => dataBars)).toHaveLength(1);
  });
});

interface Table {
  readonly header: number;
  readonly last: number;
}

/** Rows from a line of titles down to a blank row. */
function tablesOf({ rows }: SheetModel): Table[] {
  return rows.flatMap(({ cells }, header) => {
    if (cells.filter((cell) => cell?.style?.fill === headerFill && cell.value !== null).length < 2) return [];
    const next = rows.findIndex((row, index) => index > header && isBlank(row.cells));
    return [{ header, last: (next < 0 ? rows.length : next) - 1 }];
  });
}

/** What leaves the office as a letter does. */
function isLetter(key: string): boolean {
  return key === "titre" || (key.startsWith("fiche-") && key !== "fiches-impression");
}

/** Cells that go over several columns, row after row. */
function spansOf({ rows }: SheetModel) {
  return rows.flatMap(({ cells }, row) =>
    cells.flatMap((cell, column) =>
      cell?.span === undefined
        ? []
        : {
            row,
            area: `${cellName(row, column)}:${cellName(row, column + cell.span - 1)}`,
            isFigure: typeof cell.value === "number",
            covered: cells.slice(column + 1, column + cell.span),
          },
    ),
  );
}

/** Rows that sums down a column of the same sheet take in. */
function summedRows(rows: SheetModel["rows"]): number[] {
  const formulas = rows.flatMap(({ cells }) => cells.map((cell) => cell?.formula ?? ""));
  return formulas.flatMap((formula) =>
    [...formula.matchAll(/(?<!!)\b([A-Z]+)(\d+):\1(\d+)/g)].flatMap(([, , first, last]) =>
      Array.from({ length: Number(last) - Number(first) + 1 }, (_one, index) => Number(first) - 1 + index),
    ),
  );
}

function isBlank(cells: readonly (ModelCell | null)[]): boolean {
  return cells.every((cell) => cell === null || cell.value === null);
}

function textAt({ rows }: SheetModel, row: number, column: number): string {
  return String(rows[row]?.cells[column]?.value ?? "");
}

function cellsOf({ rows }: SheetModel): ModelCell[] {
  return rows.flatMap(({ cells }) => cells.filter((cell) => cell !== null));
}

function isGrey(color: string): boolean {
  return color.slice(0, 2) === color.slice(2, 4) && color.slice(2, 4) === color.slice(4, 6);
}

/** As WCAG counts it. */
function luminance(color: string): number {
  const [red = 0, green = 0, blue = 0] = [0, 2, 4].map((at) => {
    const part = parseInt(color.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
