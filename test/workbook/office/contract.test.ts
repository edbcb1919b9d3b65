import { cellName } from "../../../src/cells";
import type { ModelCell, SheetModel } from "../../../src/documents";
import { writeGenerated } from "../../../src/workbook";
import { publish, undoPublication } from "../../../src/workbook/office";
import { samples } from "../../acceptance/samples";
import { atDepth, describeInDepth } from "../../depth";
import { HostWorkbook } from "../../host/model";
import { sampleBytes, startExcel, type ExcelInTest } from "./excel";
import { ficheModel, recapModel } from "../files/models";
import { asideSheets, generationDigest } from "./digest";
import { modelsFor } from "./town";
import { openedFile } from "../../opened-file";

const file = "parc.xlsx";
let excel: ExcelInTest;
beforeAll(async () => {
  excel = await startExcel(file);
});
afterAll(() => excel.close());

/** What each port writes, read back by the host. */
async function bothPorts(bytes: Uint8Array, models: readonly SheetModel[]) {
  const written = await writeGenerated(await openedFile(bytes, file), models);
  const byFile = (await HostWorkbook.open(written, file)).generatedModels();
  const workbook = await excel.open(bytes);
  const published = await publish(models);
  expect(published).toEqual({ ok: true, sheets: models.map(({ key, name }) => ({ key, name })), remark: null });
  expect(asideSheets(workbook)).toEqual(["aside:undo"]);
  return { written, byFile, byOffice: workbook.generatedModels() };
}

/**
 * Times of day come through a file to a billionth of a day. A file opens on one of the sheets; in Excel, the user stays where
 * they work. Sheets are compared one by one, which says which differs.
 */
function expectSame(office: readonly SheetModel[], ofFile: readonly SheetModel[]): void {
  const plain = ({ isFront: _isFront, ...model }: SheetModel) =>
    JSON.stringify(model, (_, value) => (typeof value === "number" ? Math.round(value * 1e8) / 1e8 : value));
  expect(office.map(({ name }) => name)).toEqual(ofFile.map(({ name }) => name));
  office.forEach((model, index) => {
    if (plain(model) !== plain(ofFile[index]!))
      expect(JSON.parse(plain(model))).toEqual(JSON.parse(plain(ofFile[index]!)));
  });
}

describe("the two ports write the same: cells, formulas, formats, widths, heights, links, print set-up, charts, bars, names", () => {
  const names = [...samples, "anomalies-2014"];

  // In quick runs, one: how an inventory is laid out changes what is read, not what is written.
  test.each(atDepth(["a31-commune-en-titre-2014"], names))("%s: a first generation", async (name) => {
    const models = modelsFor(await openedFile(sampleBytes(name), file), { year: Number(name.slice(-4)) });
    const { byOffice, byFile } = await bothPorts(sampleBytes(name), models);
    expectSame(byOffice, byFile);
  });

  describeInDepth("a generation over another one", () => {
    test.each(names)("%s: another generation over the first", async (name) => {
      const bytes = sampleBytes(name);
      const year = Number(name.slice(-4));
      const first = await bothPorts(bytes, modelsFor(await openedFile(bytes, file), { year }));
      expectSame(first.byOffice, first.byFile);

      const again = await openedFile(first.written, file);
      const second = await bothPorts(
        first.written,
        modelsFor(again, { year, when: "2014-12-01 09:00", printableFiches: true }),
      );
      expectSame(second.byOffice, second.byFile);
    });
  });

  test("charts of each kind, with and without a legend, labels and gridlines, and bars in cells are the same through both ports", async () => {
    const models = [recapModel("Récapitulatif")];
    const { byOffice, byFile } = await bothPorts(sampleBytes(samples[0]!), models);
    for (const read of [byOffice, byFile]) {
      expect(read[0]!.charts).toEqual(models[0]!.charts);
      expect(read[0]!.dataBars).toEqual(models[0]!.dataBars);
    }
  });

  test("a generation with other merged cells replaces the previous one, which an undo restores, through both ports", async () => {
    const before = [boxed({ 0: [3, 1, 2], 1: [1, 3], 2: [1, 3], 4: [4] })];
    const after = [boxed({ 0: [1, 3], 2: [2, 2], 3: [2, 2], 4: [1, 3] })];
    const bytes = sampleBytes(samples[0]!);
    const first = await bothPorts(bytes, before);
    expectSame(first.byOffice, first.byFile);
    expect(spansIn(first.byOffice)).toEqual(spansIn(before));
    const second = await bothPorts(first.written, after);
    expectSame(second.byOffice, second.byFile);
    expect(spansIn(second.byOffice)).toEqual(spansIn(after));

    const workbook = await excel.open(first.written);
    const former = generationDigest(workbook);
    expect(await publish(after)).toMatchObject({ ok: true });
    expect(spansIn(workbook.generatedModels())).toEqual(spansIn(after));
    expect(await undoPublication()).toEqual({ ok: true });
    expect(generationDigest(workbook)).toEqual(former);
    expect(spansIn(workbook.generatedModels())).toEqual(spansIn(before));
  });
});

/** A document of five rows, some of them of cells that go over so many columns, framed; an amount in the last. */
function boxed(spans: Readonly<Record<number, readonly number[]>>): SheetModel {
  const frame = { borders: { top: "thin", bottom: "thin" } } as const;
  const rows = Array.from({ length: 5 }, (_, row) => ({
    cells: (spans[row] ?? []).flatMap((span, index): ModelCell[] => [
      {
        value: `${row}, ${index}`,
        style: frame,
        ...(span === 1 ? {} : { span }),
        ...(row === 4 ? { value: 2, formula: "1+1" } : {}),
      },
      ...Array.from({ length: span - 1 }, () => ({ value: null, style: frame })),
    ]),
  }));
  const { print, ...model } = ficheModel("fiche-25014", "Fiche Amagney");
  return { ...model, rows, print: { ...print, area: { lastRow: 4, lastColumn: 5 }, breaksBefore: [] } };
}

/** Where cells go over several columns, and over how many. */
function spansIn(models: readonly SheetModel[]): string[] {
  return models.flatMap(({ rows }) =>
    rows.flatMap(({ cells }, row) =>
      cells.flatMap((cell, column) => (cell?.span === undefined ? [] : [`${cellName(row, column)} × ${cell.span}`])),
    ),
  );
}
