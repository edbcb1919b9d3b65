import type { SheetModel } from "../../../src/documents";
import { writeGenerated } from "../../../src/workbook";
import { publish } from "../../../src/workbook/office";
import { samples } from "../../acceptance/samples";
import { atDepth } from "../../depth";
import { HostWorkbook } from "../../host/model";
import { openedFile, sampleBytes, startExcel, type ExcelInTest } from "./excel";
import { recapModel } from "../files/models";
import { asideSheets } from "./digest";
import { modelsFor } from "./town";

const file = "parc.xlsx";
let excel: ExcelInTest;
beforeAll(async () => {
  excel = await startExcel(file);
});
afterAll(() => excel.close());

/** What each door writes, read back by the host. */
async function bothDoors(bytes: Uint8Array, models: readonly SheetModel[]) {
  const written = await writeGenerated(await openedFile(bytes, file), models);
  const byFile = (await HostWorkbook.open(written, file)).generatedModels();
  const workbook = await excel.open(bytes);
  const published = await publish(models);
  expect(published).toEqual({ ok: true, sheets: models.map(({ key, name }) => ({ key, name })), remark: null });
  expect(asideSheets(workbook)).toEqual(["aside:undo"]);
  return { written, byFile, byOffice: workbook.generatedModels() };
}

/** Times of day come through a file to a billionth of a day; sheets are compared one by one, which says which differs. */
function expectSame(office: readonly SheetModel[], door: readonly SheetModel[]): void {
  const plain = (model: SheetModel) =>
    JSON.stringify(model, (_, value) => (typeof value === "number" ? Math.round(value * 1e8) / 1e8 : value));
  expect(office.map(({ name }) => name)).toEqual(door.map(({ name }) => name));
  office.forEach((model, index) => {
    if (plain(model) !== plain(door[index]!)) expect(JSON.parse(plain(model))).toEqual(JSON.parse(plain(door[index]!)));
  });
}

describe("both doors write the same: cells, formulas, formats, widths, heights, links, print set-up, charts, bars, names", () => {
  const names = [...samples, "anomalies-2014"];

  // In quick runs, one: how an inventory is laid out changes what is read, not what is written. Another is generated below.
  test.each(atDepth(["a31-commune-en-titre-2014"], names))("%s: a first generation", async (name) => {
    const models = modelsFor(await openedFile(sampleBytes(name), file), { year: Number(name.slice(-4)) });
    const { byOffice, byFile } = await bothDoors(sampleBytes(name), models);
    expectSame(byOffice, byFile);
  });

  test.each(atDepth(["anomalies-2014"], names))("%s: another generation over the first", async (name) => {
    const bytes = sampleBytes(name);
    const year = Number(name.slice(-4));
    const first = await bothDoors(bytes, modelsFor(await openedFile(bytes, file), { year }));
    expectSame(first.byOffice, first.byFile);

    const again = await openedFile(first.written, file);
    const second = await bothDoors(
      first.written,
      modelsFor(again, { year, when: "2014-12-01 09:00", printableFiches: true }),
    );
    expectSame(second.byOffice, second.byFile);
  });

  test("charts of each kind, with and without a legend, labels and gridlines; bars in cells", async () => {
    const models = [recapModel("Récapitulatif")];
    const { byOffice, byFile } = await bothDoors(sampleBytes(samples[0]!), models);
    for (const read of [byOffice, byFile]) {
      expect(read[0]!.charts).toEqual(models[0]!.charts);
      expect(read[0]!.dataBars).toEqual(models[0]!.dataBars);
    }
  });
});
