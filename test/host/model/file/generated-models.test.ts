import { readFileSync } from "node:fs";
import type { ModelCell, SheetModel } from "../../../../src/documents";
import { writeGenerated } from "../../../../src/workbook";
import { samplePath } from "../../../acceptance/samples";
import { atDepth } from "../../../depth";
import { ficheModel, recapModel } from "../../../workbook/files/models";
import { modelsFor } from "../../../workbook/office/town";
import { at, openSmall, rangeOf, sheetOf } from "../small-workbook";
import { HostWorkbook } from "..";
import { openedFile } from "../../../opened-file";

/** The documents that the port of files wrote, opened by the host. */
async function opened(models: readonly SheetModel[]): Promise<HostWorkbook> {
  const bytes = await (await openSmall()).save();
  return HostWorkbook.open(await writeGenerated(await openedFile(bytes, "parc.xlsx"), models), "parc.xlsx");
}

const isSomething = (cell: ModelCell | null): boolean => cell !== null && JSON.stringify(cell) !== '{"value":null}';

/** As a file says it: no blank at the end of a row, no style that is refused, times to a hundred-millionth of a day. */
const plain = (models: readonly SheetModel[]): unknown =>
  JSON.parse(
    JSON.stringify(
      // Where amounts come from, and how the sheet is heard, are no part of a workbook.
      models.map(({ provenance: _, outline: _outline, sideBySide: _sideBySide, ...model }) => ({
        ...model,
        charts: model.charts.map(({ titleCell: _cell, ...chart }) => chart),
        rows: model.rows.map(({ cells, ...row }) => ({
          ...row,
          cells: cells.slice(0, cells.findLastIndex(isSomething) + 1).map((cell) => (isSomething(cell) ? cell : null)),
        })),
      })),
      (key, value: unknown) => {
        if (typeof value === "number") return Math.round(value * 1e8) / 1e8;
        if (value === false && key !== "value") return undefined;
        const isRecord = typeof value === "object" && value !== null && !Array.isArray(value);
        return isRecord ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1))) : value;
      },
    ),
  );

const small = "a31-commune-en-titre-2014";

describe("documents are read back as what they were made of", () => {
  test.each(atDepth([small], [small, "suivi-prestations-2014", "export-glpi-2015"]))("%s", async (name) => {
    const bytes = new Uint8Array(readFileSync(samplePath(`${name}.xlsx`)));
    const file = await openedFile(bytes, "parc.xlsx");
    const models = modelsFor(file, { year: Number(name.slice(-4)) });
    const workbook = await HostWorkbook.open(await writeGenerated(file, models), "parc.xlsx");
    const read = workbook.generatedModels();
    expect(read.map(({ name: sheet }) => sheet)).toEqual(models.map(({ name: sheet }) => sheet));
    // As texts first: sixty documents are long to compare, and only one that differs has to be shown.
    read.forEach((model, index) => {
      const [found, expected] = [plain([model]), plain([models[index]!])];
      if (JSON.stringify(found) !== JSON.stringify(expected)) expect(found).toEqual(expected);
    });
  });

  test("a document with every feature of a model is read back", async () => {
    const models = [recapModel("Récapitulatif"), ficheModel("fiche-25035", "Fiche Auxon")];
    expect(plain((await opened(models)).generatedModels())).toEqual(plain(models));
  });
});

describe("a feature that no document has is reported, not ignored", () => {
  const change: readonly [string, RegExp, (workbook: HostWorkbook) => void][] = [
    [
      "another font",
      /own font, not Arial/,
      (book) => at(rangeOf(book, "R", "A1"), "format", "font").set("name", "Arial"),
    ],
    [
      "a border of another line",
      /No document has a border Dash Thin/,
      (book) => at(rangeOf(book, "R", "A1"), "format", "borders", ["getItem", "EdgeTop"]).set("style", "Dash"),
    ],
    ["another paper", /not printed on A4/, (book) => at(sheetOf(book, "R"), "pageLayout").set("paperSize", "A3")],
    [
      "no print area",
      /no print area/,
      (book) => at(sheetOf(book, "R"), "pageLayout").call("setPrintArea", [null as never]),
    ],
    [
      "a chart of the user's",
      /not drawn as those of documents/,
      (book) => void at(sheetOf(book, "R"), "charts", ["add", "BarStacked", rangeOf(book, "R", "B3:B4")]),
    ],
    [
      "a chart of another kind",
      /not drawn as those of documents/,
      (book) => at(sheetOf(book, "R"), "charts", ["getItemAt", 0]).set("chartType", "Pie"),
    ],
    [
      "a series of other rows",
      /not of the same rows/,
      (book) =>
        at(sheetOf(book, "R"), "charts", ["getItemAt", 0], "series", ["getItemAt", 1]).call("setValues", [
          rangeOf(book, "R", "C3:C9"),
        ]),
    ],
    [
      "bars that fade out",
      /not drawn as those of documents/,
      (book) => {
        const bars = at(rangeOf(book, "R", "C3"), "conditionalFormats", ["getItemAt", 0], "dataBar", "positiveFormat");
        bars.set("gradientFill", true);
      },
    ],
    [
      "bars without a line",
      /not drawn as those of documents/,
      (book) => {
        const bars = at(rangeOf(book, "R", "C3"), "conditionalFormats", ["getItemAt", 0], "dataBar", "positiveFormat");
        bars.set("borderColor", "");
      },
    ],
    [
      "bars of the user's",
      /not drawn as those of documents/,
      (book) => void at(rangeOf(book, "R", "B3:B4"), "conditionalFormats", ["add", "DataBar"]),
    ],
    [
      "a column without a width",
      /column 2 has no width/,
      (book) => at(rangeOf(book, "R", "B:B"), "format").set("useStandardWidth", true),
    ],
    [
      "a link that leads to no cell",
      /leads to no cell/,
      (book) => rangeOf(book, "R", "A7").set("hyperlink", { address: "https://example.org/" }),
    ],
  ];
  test.each(change)("%s", async (_, said, make) => {
    const workbook = await opened([recapModel("R")]);
    make(workbook);
    expect(() => workbook.generatedModels()).toThrow(said);
  });
});

test("a copy that the user made of a document is his, and what stands aside is none", async () => {
  const workbook = await opened([ficheModel("fiche-25035", "Fiche Auxon")]);
  sheetOf(workbook, "Fiche Auxon").call("copy", ["Beginning"]);
  sheetOf(workbook, "Fiche Auxon").call("copy", ["End"]);
  const aside = at(workbook.root, "worksheets", ["add", "Ordiclasse en cours 1"]);
  at(aside, "names", ["add", "ORDICLASSE_CLE", '="aside:undo"']);
  expect(workbook.generatedModels().map(({ name }) => name)).toEqual(["Fiche Auxon"]);
});
