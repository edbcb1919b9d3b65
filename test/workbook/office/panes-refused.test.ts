import { addSheet, changeOptions } from "../../../src/workbook/office";
import { optionsSheetName } from "../../../src/options";
import { startExcel, type ExcelInTest } from "./excel";
import { townBytes, townFile } from "./town";

let excel: ExcelInTest;
let bytes: Uint8Array;
beforeAll(async () => {
  [excel, bytes] = await Promise.all([startExcel(townFile), townBytes({ Beure: 2 })]);
});
afterAll(() => excel.close());

const impatient = { wait: () => Promise.resolve() };
const headings = ["Commune", "École", "Postes"];

describe("an Excel that freezes no panes", () => {
  test("gets a sheet of headings, whose first row alone is kept in view elsewhere", async () => {
    for (const noFreeze of [true, false]) {
      const workbook = await excel.open(bytes);
      workbook.book.noFreeze = noFreeze;
      expect(await addSheet("Inventaire", headings)).toEqual({ ok: true, sheet: "Inventaire" });
      expect(headings.map((_, column) => workbook.cell("Inventaire", `${"ABC"[column]!}1`))).toEqual(headings);
      expect(workbook.sheet("Inventaire").freeze).toEqual(noFreeze ? null : { rows: 1, columns: 0 });
    }
  });

  test("gets a sheet of options", async () => {
    const workbook = await excel.open(bytes);
    workbook.book.noFreeze = true;
    expect(await changeOptions([], impatient)).toEqual({ ok: true });
    expect(workbook.sheet(optionsSheetName(null)).grid.used(true)).not.toBeNull();
  });
});

test("a sheet of headings is there whole, or not at all, whatever fails and when", async () => {
  for (let when = 0; when < 12; when++) {
    const workbook = await excel.open(bytes);
    excel.host.failAt(2, { code: "GeneralException", when });
    const { ok } = await addSheet("Inventaire", headings);
    const found = workbook.book.sheets.find(({ name }) => name === "Inventaire");
    expect([when, found !== undefined]).toEqual([when, ok]);
    if (ok) expect(workbook.cell("Inventaire", "C1")).toBe("Postes");
  }
});

test("a sheet of that name that somebody made meanwhile is left to them", async () => {
  const workbook = await excel.open(bytes);
  const add = workbook.book.addSheet.bind(workbook.book);
  workbook.book.addSheet = (name) => {
    add(name);
    return add(name);
  };
  expect(await addSheet("Inventaire", headings)).toMatchObject({ ok: false });
  expect(workbook.book.sheets.map(({ name }) => name)).toEqual(["Parc", "Suivi", "Inventaire"]);
});
