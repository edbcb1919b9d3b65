import { writeXlsx } from "hucre/xlsx";
import { message } from "../../../src/messages";
import { writeGenerated } from "../../../src/workbook";
import type { SheetsWritten } from "../../../src/workbook";
import { writeSheets } from "../../../src/workbook/office";
import { objectErrors } from "../../host";
import type { HostWorkbook } from "../../host/model";
import { openedFile } from "../../opened-file";
import { bookDigest } from "./digest";
import { startExcel, type ExcelInTest } from "./excel";
import { modelsFor, townBytes, townFile } from "./town";

const impatient = { wait: () => Promise.resolve() };
const widths = [20, 12];
const sheets = [
  {
    name: "Tarifs",
    rows: [
      ["Code", "Prix"],
      ["ENT", 3.1],
      ["=A", 2],
    ],
    widths,
    amounts: [1],
  },
  {
    name: "Communes",
    rows: [
      ["Nom", "SIREN"],
      ["Beure", "212500581"],
    ],
    widths,
  },
];

let excel: ExcelInTest;
beforeAll(async () => void (excel = await startExcel(townFile)));
afterAll(() => excel.close());

const names = ({ book }: HostWorkbook) => book.sheets.map(({ name }) => name);
/** Without the panes, which some Excels do not freeze. */
const content = (workbook: HostWorkbook) =>
  JSON.stringify(bookDigest(workbook), (part, value: unknown) => (part === "freeze" ? undefined : value));
const cellsOf = (workbook: HostWorkbook, sheet: string) =>
  workbook.userCells().find(({ name }) => name === sheet)!.cells;

const withoutSheets = async () => excel.open(await townBytes({ Beure: 2, Morre: 3 }));
/** A workbook with prices of its own: more rows and columns than what is written, a note, a formula. */
const withTarifs = async () =>
  excel.open(
    await writeXlsx({
      sheets: [
        { name: "Parc", rows: [["Commune"]] },
        {
          name: "tarifs",
          rows: [["Code", "Prix", "Vu par"], ["PC", 36.86, "M. Y"], ["'012", 1], [], ["Total", null]],
          cells: new Map([["4,1", { formula: "SUM(B2:B3)", formulaResult: 37.86 }]]),
        },
      ],
    }),
  );

async function written(outcome: Promise<SheetsWritten>) {
  const done = await outcome;
  if (!done.ok) throw new Error(JSON.stringify(done.anomaly));
  return done;
}

it("new sheets are put after the user's and before the documents, their titles in view, texts kept as texts", async () => {
  const file = await openedFile(await townBytes({ Beure: 2 }), townFile);
  const workbook = await excel.open(await writeGenerated(file, modelsFor(file)));
  const documents = names(workbook).slice(2);
  await written(writeSheets(sheets, []));
  expect(names(workbook)).toEqual(["Parc", "Suivi", "Tarifs", "Communes", ...documents]);
  expect(cellsOf(workbook, "Communes")).toEqual({ "0,0": "Nom", "0,1": "SIREN", "1,0": "Beure", "1,1": "212500581" });
  expect(cellsOf(workbook, "Tarifs")).toMatchObject({ "1,1": 3.1, "2,0": "=A" });
  const sheet = workbook.sheet("Communes");
  expect([sheet.grid.style(0, 0).bold, sheet.freeze !== null]).toEqual([true, true]);
  const { grid } = workbook.sheet("Tarifs");
  expect([grid.style(1, 0), grid.style(1, 1)].map(({ numberFormat }) => numberFormat)).toEqual(["General", "#,##0.00"]);
});

it("replaces all that a sheet holds, whatever the case of its name, and makes those that are missing", async () => {
  const workbook = await withTarifs();
  await written(writeSheets(sheets, ["tarifs"]));
  expect(names(workbook)).toEqual(["Parc", "tarifs", "Communes"]);
  expect(cellsOf(workbook, "tarifs")).toEqual({
    ...{ "0,0": "Code", "0,1": "Prix" },
    ...{ "1,0": "ENT", "1,1": 3.1, "2,0": "=A", "2,1": 2 },
  });
});

describe.each([
  ["with sheets of those names", withTarifs, ["tarifs"]],
  ["without", withoutSheets, []],
])("sheets written in a workbook %s", (_, open, replacing) => {
  it("written sheets are taken back, to the formula and the format", async () => {
    const workbook = await open();
    const before = content(workbook);
    const { takeBack } = await written(writeSheets(sheets, replacing));
    expect(content(workbook)).not.toBe(before);
    expect(await takeBack()).toEqual({ ok: true });
    expect(content(workbook)).toBe(before);
  });

  it("nothing is taken back once somebody changed one of the sheets, or added to it", async () => {
    for (const cell of ["A2", "A9"]) {
      const workbook = await open();
      const { takeBack } = await written(writeSheets(sheets, replacing));
      workbook.type("Communes", cell, "Saône");
      const changed = content(workbook);
      expect(await takeBack()).toMatchObject({ ok: false, anomaly: { code: "office-sheets-changed" } });
      expect(content(workbook)).toBe(changed);
    }
  });

  it("sheets are all written or none, whatever request Excel fails at", async () => {
    const done = await open();
    await written(writeSheets(sheets, replacing));
    const whole = content(done);
    const requests = replacing.length === 0 ? 3 : 4;
    for (let request = 1; request <= requests; request += 1)
      for (const code of Object.keys(objectErrors).slice(0, 4))
        for (const when of ["before", "after"] as const) {
          const workbook = await open();
          const before = content(workbook);
          excel.host.failAt(request, { code, when });
          const outcome = await writeSheets(sheets, replacing, impatient);
          expect([request, code, when, content(workbook) === (outcome.ok ? whole : before)]).toEqual([
            ...[request, code, when],
            true,
          ]);
        }
  });
});

it("nothing is written over a sheet that was not named, nor where a protection forbids it", async () => {
  const workbook = await withTarifs();
  const before = content(workbook);
  const codeOf = async (replacing: readonly string[]) => {
    const outcome = await writeSheets(sheets, replacing, impatient);
    expect(content(workbook)).toBe(before);
    if (outcome.ok) throw new Error("written");
    for (const language of ["fr", "en"] as const)
      expect(message(outcome.anomaly.code, outcome.anomaly.params, language)).not.toMatch(/[{}]/);
    return outcome.anomaly.code;
  };
  expect(await codeOf([])).toBe("office-workbook-changed");
  workbook.sheet("tarifs").isProtected = true;
  expect(await codeOf(["tarifs"])).toBe("office-protected-sheet");
});
