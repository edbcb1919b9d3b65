import { writeXlsx, type WriteSheet } from "hucre/xlsx";
import { isStruck, type SheetCells } from "../../../src/cells";
import { openActiveWorkbook, publish } from "../../../src/workbook/office";
import { atDepth, testInDepth } from "../../depth";
import { laterLibrary } from "../../host";
import { openedFile } from "../../opened-file";
import fc from "../../properties";
import {
  markedWorkbook,
  marksOfParc,
  notesPart,
  styledSheet,
  threadsPart,
  withSheetParts,
} from "../files/marked-workbook";
import { ficheModel } from "../files/models";
import { marksOf } from "../marks-of";
import { sentBy, startExcel, type ExcelInTest } from "./excel";

const file = "parc.xlsx";
/** Excel of today, and its library. */
let excel: ExcelInTest;
beforeAll(async () => {
  excel = await startExcel(file, { apiSets: { ExcelApi: "1.18" } }, { scripts: [laterLibrary] });
});
afterAll(() => excel.close());

async function read(): Promise<readonly SheetCells[]> {
  const read = await openActiveWorkbook();
  if (!read.ok) throw new Error(read.anomaly.code);
  return read.workbook.cells.sheets;
}

const factsOfFile = async (bytes: Uint8Array) => (await openedFile(bytes, file)).cells.sheets.map(({ facts }) => facts);

/** The first sheet of a workbook as Excel tells it, which is that of its file; how many requests it took. */
async function inExcel(bytes: Uint8Array): Promise<{ readonly sheet: SheetCells; readonly requests: number }> {
  await excel.open(bytes);
  const sheets = await read();
  expect(sheets.map(({ facts }) => facts)).toEqual(await factsOfFile(bytes));
  return { sheet: sheets[0]!, requests: sentBy(excel.host).length };
}

const fill = (rgb: string) => ({ fill: { type: "pattern", pattern: "solid", fgColor: { rgb } } }) as const;
const red = { font: { color: { rgb: "FF0000" } } };
const struck = { font: { strikethrough: true } };

/** A register of so many rows of six cells, headings on grey, each cell styled as it is told. */
function register(count: number, styleOf: (row: number, column: number) => object | null): Promise<Uint8Array> {
  const rows = Array.from({ length: count }, (_, row) => ["Amagney", "École", `PC-${row}`, row, "Fixe", 2014]);
  const styles = rows.flatMap((cells, row) =>
    cells.flatMap((_, column) => {
      const style = row === 0 ? fill("D9D9D9") : styleOf(row, column);
      return style === null ? [] : [[`${row},${column}`, style] as const];
    }),
  );
  return writeXlsx({ sheets: [styledSheet("Parc", rows, Object.fromEntries(styles)) as WriteSheet] });
}

describe("how cells are marked, and what their comments say, is the same in Excel as in the file", () => {
  test("the marks of an office's inventory are read with one more request, for its comments", async () => {
    const { sheet, requests } = await inExcel(await markedWorkbook());
    expect(marksOf(sheet)).toEqual(marksOfParc);
    expect(requests).toBe(4);
  });

  const properties: [string, boolean][] = [
    ["whole rows", false],
    ["the rows of the range", true],
  ];
  describe.each(atDepth(properties.slice(0, 1), properties))(
    "the marks of a register, where Excel gives the properties of %s",
    (_, propertiesOfRange) => {
      const plain = 3;
      test.each<[string, number, (row: number, column: number) => object | null]>([
        ["headings alone", plain, () => null],
        [
          "rows, among the first and further down",
          plain + 2,
          (row) => ([3, 700, 701, 1100].includes(row) ? red : null),
        ],
        ["a column", plain, (_, column) => (column === 4 ? fill("FFC000") : null)],
        ["a column but for a row", plain + 3, (row, column) => (column === 4 && row !== 900 ? fill("FFC000") : null)],
        [
          "a column and some rows of others",
          plain + 3,
          (row, column) => (row === 800 ? struck : column === 4 ? red : null),
        ],
        ["a column among the first rows alone", plain + 1, (row, column) => (column > 3 && row < 90 ? red : null)],
        ["single cells", plain + 2, (row, column) => ([2, 600, 1199].includes(row) && column === 3 ? struck : null)],
        ["all", plain, () => ({ ...red, ...fill("FFFF00") })],
      ])("%s: in %i requests", async (_, most, styleOf) => {
        const bytes = await register(1200, styleOf);
        (await excel.open(bytes)).book.propertiesOfRange = propertiesOfRange;
        const [sheet] = await read();
        expect(sheet!.facts).toEqual((await factsOfFile(bytes))[0]);
        expect(sentBy(excel.host).length).toBeLessThanOrEqual(most);
      });
    },
  );

  test("marks of any kind, in a sheet of any length, are the same in Excel as in the file", async () => {
    const styles = [red, struck, fill("FFC000"), { ...red, ...fill("DDEBF7") }, { ...struck, ...red }] as const;
    const block = fc.record({
      top: fc.nat(899),
      rows: fc.constantFrom(1, 2, 30, 300, 900),
      left: fc.nat(5),
      columns: fc.integer({ min: 1, max: 6 }),
      style: fc.constantFrom(...styles),
    });
    const drawn = fc.record({
      count: fc.constantFrom(1, 40, 501, 900),
      blocks: fc.array(block, { maxLength: 5 }),
      propertiesOfRange: fc.boolean(),
    });
    await fc.assert(
      fc.asyncProperty(drawn, async ({ count, blocks, propertiesOfRange }) => {
        const styleOf = (row: number, column: number) =>
          blocks.find(
            ({ top, rows, left, columns }) =>
              row >= top && row < top + rows && column >= left && column < left + columns,
          )?.style ?? null;
        const bytes = await register(count, styleOf);
        (await excel.open(bytes)).book.propertiesOfRange = propertiesOfRange;
        expect((await read())[0]!.facts).toEqual((await factsOfFile(bytes))[0]);
      }),
      { numRuns: atDepth(15, 150) },
    );
  });

  test("colours of each cell, different from those beside it, are the same in Excel as in the file", async () => {
    await inExcel(await register(120, (row, column) => ((row + column) % 2 === 0 ? red : fill("92D050"))));
  });
});

describe("marks and comments that Excel does not give", () => {
  testInDepth(
    "colours of a register with too many to request are not given, fills apart from fonts; struck-through cells are",
    async () => {
      const chequered = (row: number, column: number) =>
        row === 3_001 ? struck : (row + column) % 2 === 0 ? fill("DDEBF7") : null;
      const bytes = await register(4_000, chequered);
      await excel.open(bytes);
      const [sheet] = await read();
      const { fills, ...facts } = (await factsOfFile(bytes))[0]!;
      expect([fills!.isEmpty, sheet!.facts!.fills]).toEqual([false, undefined]);
      expect(sheet!.facts).toEqual(facts);
      expect([3_000, 3_001].map((row) => isStruck(sheet!, row, 3))).toEqual([false, true]);
    },
  );

  test("comments are absent when Excel fails at them or has more than 1,000; the rest is read", async () => {
    const bytes = await markedWorkbook();
    (await excel.open(bytes)).book.commentsFail = true;
    const [parc] = await read();
    expect([parc!.facts!.comments, marksOf(parc!).fills]).toEqual([undefined, marksOfParc.fills]);

    const notes = Array.from({ length: 1_001 }, (_, row) => ({ ref: `H${row + 1}`, runs: ["x"] }));
    await excel.open(withSheetParts(await register(2, () => null), { comments: notesPart(notes) }));
    const [many] = await read();
    expect([many!.facts!.comments, sentBy(excel.host).length]).toEqual([undefined, 3]);
  });

  test("comments and colours of generated sheets are not read", async () => {
    const threads = threadsPart([{ ref: "A1", id: "1", text: "Fermée ?" }]);
    const workbook = await excel.open(withSheetParts(await register(2, () => null), { threadedComment: threads }));
    expect(await publish([ficheModel("fiche-25014", "Fiche")])).toMatchObject({ ok: true });
    const fiche = workbook.book.findSheet("Fiche")!;
    fiche.comments = workbook.book.findSheet("Parc")!.comments;
    const sheets = await read();
    expect(sheets.map(({ name, facts }) => [name, facts?.comments?.size])).toEqual([
      ["Parc", 1],
      ["Fiche", undefined],
    ]);
  });
});

test("an Excel that stops answering at comments stops the reading: none is lost in silence", async () => {
  await excel.open(await markedWorkbook());
  excel.host.failAt(4, { code: 5102, when: "before" });
  expect(await openActiveWorkbook()).toMatchObject({ ok: false, anomaly: { code: "office-busy" } });
});

// Last: it takes the place of the Excel of the tests above.
test("notes are not told by an Excel of before, nor beside a library that does not know them", async () => {
  const bytes = await markedWorkbook();
  for (const version of ["1.14", "1.18"]) {
    const older = await startExcel(file, { apiSets: { ExcelApi: version } });
    await older.open(bytes);
    const [parc] = await read();
    expect(marksOf(parc!)).toEqual({ ...marksOfParc, comments: { B4: marksOfParc.comments.B4 } });
    older.close();
  }
});
