import { readFileSync } from "node:fs";
import { join } from "node:path";
import { writeOds } from "hucre/ods";
import {
  CellError,
  isShownAsDate,
  isPartlyStruck,
  isShownAsMoney,
  isStruck,
  lacksResult,
  sumAt,
  type Cell,
} from "../../../src/cells";
import { writeGenerated, type OpenWorkbook } from "../../../src/workbook";
import { journalFirstRow } from "../../../src/documents";
import { sheetsOf } from "../../documents/fixtures";
import * as given from "../../statement/fixtures";
import { ficheModel } from "./models";
import { faultsOf } from "./package-check";
import { withPart } from "./rich-workbook";
import { openedFile } from "../../opened-file";

const csv = (text: string, name = "glpi.csv") => openedFile(new TextEncoder().encode(text), name);
const rowsOf = (workbook: OpenWorkbook): readonly (readonly Cell[])[] => workbook.cells.sheets[0]!.rows;

describe("a .csv is a sheet named after its file, typed as written", () => {
  test("every field is its text, a blank one is blank", async () => {
    const workbook = await csv("Commune;Quantité;Date\r\nBeure;012;01/11/2014\r\nBusy;;=1+1\r\n");
    expect(workbook.cells.sheets[0]!.name).toBe("glpi");
    expect(rowsOf(workbook)).toEqual([
      ["Commune", "Quantité", "Date"],
      ["Beure", "012", "01/11/2014"],
      ["Busy", null, "=1+1"],
    ]);
    expect(workbook.anomalies.map((anomaly) => [anomaly.severity, anomaly.code])).toEqual([
      ["info", "values-only-csv"],
    ]);
  });

  test.each([
    ["semicolons", "a;b\n1,5;2\n"],
    ["commas", 'a,b\n"1,5",2\n'],
    ["tabs", "a\tb\n1,5\t2\n"],
    ["Excel's own first line", "sep=;\r\na;b\r\n1,5;2\r\n"],
    ["a byte order mark", "\ufeffa;b\n1,5;2\n"],
    ["a separator at the end of each line, as GLPI writes", '"a";"b";\n"1,5";"2";\n'],
  ])("%s", async (_, text) => {
    expect(rowsOf(await csv(text))).toEqual([
      ["a", "b"],
      ["1,5", "2"],
    ]);
  });

  test("decimal commas in every line do not pass for separators", async () => {
    expect(rowsOf(await csv("Beure;1,5\nBusy;2,5\n"))).toEqual([
      ["Beure", "1,5"],
      ["Busy", "2,5"],
    ]);
  });

  test("quoted fields hold separators, quotes and line breaks", async () => {
    expect(rowsOf(await csv('"École ""Les Prés""; annexe";"ligne 1\nligne 2"\nx;y\n'))).toEqual([
      ['École "Les Prés"; annexe', "ligne 1\nligne 2"],
      ["x", "y"],
    ]);
  });

  test("Windows-1252 is told from UTF-8", async () => {
    // « é », « œ » and « € » in Windows-1252.
    const bytes = Uint8Array.from([
      0xe9, 0x63, 0x6f, 0x6c, 0x65, 0x3b, 0x9c, 0x3b, 0x80, 0x0a, 0x61, 0x3b, 0x62, 0x3b, 0x63,
    ]);
    expect(rowsOf(await openedFile(bytes, "parc.csv"))[0]).toEqual(["école", "œ", "€"]);
  });

  test("a .csv in UTF-16, as Excel's « Texte Unicode », is read", async () => {
    const bytes = new Uint8Array(Buffer.from("\ufeffÉcole\tPostes\r\nBeure\t12\r\n", "utf16le"));
    expect(rowsOf(await openedFile(bytes, "parc.csv"))).toEqual([
      ["École", "Postes"],
      ["Beure", "12"],
    ]);
  });

  test("a file name that Excel refuses for a sheet is made fit", async () => {
    const workbook = await csv("a;b\n", "export [GLPI] du 01-11-2014 toutes écoles.csv");
    expect(workbook.cells.sheets[0]!.name).toBe("export  GLPI  du 01-11-2014 tou");
  });

  test("written, its text stays text in a new workbook, beside the generated sheets", async () => {
    const workbook = await csv("Commune;Quantité\nBeure;012\nBusy;=1+1\n");
    const output = await writeGenerated(workbook, [ficheModel("titre", "Titre")]);
    expect(faultsOf(output)).toEqual([]);
    const again = await openedFile(output, "sortie.xlsx");
    expect(rowsOf(again)).toEqual(rowsOf(workbook));
    expect([again.userSheetNames, again.generatedSheets]).toEqual([["glpi"], [{ key: "titre", name: "Titre" }]]);
  });
});

describe("an .ods tells what its cells are beyond their values", () => {
  test("dates by their number, money, formulas with and without a result, and those that add up", async () => {
    const bytes = withPart(await writeOds({ sheets: [{ name: "Parc", rows: [["x"]] }] }), "content.xml", (xml) =>
      xml
        .replace(
          /<office:automatic-styles\/>|<office:automatic-styles>.*<\/office:automatic-styles>/s,
          '<office:automatic-styles><number:currency-style style:name="N1"><number:number number:decimal-places="2"/><number:text> </number:text><number:currency-symbol>€</number:currency-symbol></number:currency-style>' +
            '<style:style style:name="ce1" style:family="table-cell" style:data-style-name="N1"/></office:automatic-styles>',
        )
        .replace(
          /<table:table-row.*<\/table:table-row>/s,
          '<table:table-row><table:table-cell office:value-type="date" office:date-value="1900-02-28"/><table:table-cell table:style-name="ce1" office:value-type="currency" office:value="12"/>' +
            '<table:table-cell table:formula="of:=SUM([.A1:.B1])" office:value-type="float" office:value="72"/><table:table-cell table:formula="of:=[.A1]"/></table:table-row>',
        ),
    );
    const [parc] = (await openedFile(bytes, "parc.ods")).cells.sheets;
    // 60 in a date format is 28 February 1900 for LibreOffice.
    expect(parc!.rows[0]!.slice(0, 3)).toEqual([60, 12, 72]);
    expect([isShownAsDate(parc!, 0, 0), isShownAsDate(parc!, 0, 1)]).toEqual([true, false]);
    expect([isShownAsMoney(parc!, 0, 0), isShownAsMoney(parc!, 0, 1)]).toEqual([false, true]);
    expect([sumAt(parc!, 0, 2), sumAt(parc!, 0, 1)]).toEqual(["SUM(A1:B1)", null]);
    expect([lacksResult(parc!, 0, 2), lacksResult(parc!, 0, 3)]).toEqual([false, true]);
  });
});

describe("an .ods tells what is struck through", () => {
  test("strike-through of an .ods is read from the style of a cell, and from those of its runs, some or all of them", async () => {
    const style = (name: string, line: string, family = "text") =>
      `<style:style style:name="${name}" style:family="${family}"><style:text-properties style:text-line-through-style="${line}"/></style:style>`;
    const cell = (inner: string, attributes = "") =>
      `<table:table-cell office:value-type="string"${attributes}><text:p>${inner}</text:p></table:table-cell>`;
    const run = (text: string, name = "T1") => `<text:span text:style-name="${name}">${text}</text:span>`;
    const bytes = withPart(await writeOds({ sheets: [{ name: "Parc", rows: [["x"]] }] }), "content.xml", (xml) =>
      xml
        .replace(
          /<office:automatic-styles\/>|<office:automatic-styles>.*<\/office:automatic-styles>/s,
          `<office:automatic-styles>${style("T1", "solid")}${style("T2", "none")}${style("ce1", "solid", "table-cell")}</office:automatic-styles>`,
        )
        .replace(
          /<table:table-row.*<\/table:table-row>/s,
          `<table:table-row>${cell(`${run("9")}8`)}${cell(run("9") + run("8"))}${cell("12", ' table:number-columns-repeated="2"')}</table:table-row>` +
            `<table:table-row>${cell("7", ' table:style-name="ce1"')}${cell(`1${run("2", "T2")}`, ' table:style-name="ce1"')}</table:table-row>`,
        ),
    );
    const parc = (await openedFile(bytes, "parc.ods")).cells.sheets[0]!;
    expect(parc.rows[0]!.slice(0, 3)).toEqual(["98", "98", "12"]);
    const places = [0, 1, 2, 5, 6].map((at) => [at > 4 ? 1 : 0, at % 5] as const);
    expect(places.map((place) => isStruck(parc, ...place))).toEqual([false, true, false, true, false]);
    expect(places.map((place) => isPartlyStruck(parc, ...place))).toEqual([true, false, false, false, true]);
  });
});

describe("an .ods brings its values", () => {
  const ods = async () =>
    withPart(
      await writeOds({
        sheets: [
          {
            name: "Parc",
            rows: [
              ["Commune", "Le", "Postes"],
              ["Beure", new Date(Date.UTC(2014, 10, 1)), 12],
              ["Busy", "#N/A", 7],
            ],
          },
        ],
      }),
      "content.xml",
      (xml) => xml.replace('table:name="Parc"', 'table:name="Parc: 2014"'),
    );

  test("dates are serials, errors are errors, and an info says what is left behind", async () => {
    const workbook = await openedFile(await ods(), "parc.ods");
    expect(workbook.format).toBe("ods");
    expect(rowsOf(workbook)).toEqual([
      ["Commune", "Le", "Postes"],
      ["Beure", 41944, 12],
      ["Busy", new CellError("#N/A"), 7],
    ]);
    expect(workbook.anomalies.map((anomaly) => anomaly.code)).toEqual(["values-only-ods"]);
  });

  test("rows that repeat on each page are read like the others", async () => {
    const repeated = withPart(await ods(), "content.xml", (text) =>
      text.replace(
        /(<table:table-row\b.*?<\/table:table-row>)/s,
        "<table:table-header-rows>$1</table:table-header-rows>",
      ),
    );
    expect(rowsOf(await openedFile(repeated, "parc.ods"))[0]).toEqual(["Commune", "Le", "Postes"]);
  });

  test("written, it is an .xlsx whose dates are dates", async () => {
    const workbook = await openedFile(await ods(), "parc.ods");
    const output = await writeGenerated(workbook, []);
    expect(faultsOf(output)).toEqual([]);
    const again = await openedFile(output, "sortie.xlsx");
    expect(again.cells.sheets[0]!.name).toBe("Parc  2014");
    expect(rowsOf(again).slice(0, 2)).toEqual(rowsOf(workbook).slice(0, 2));
  });
});

describe("our own documents saved in a format that loses their keys", () => {
  const models = sheetsOf(given.golden, { printableFiches: true });
  const saved = async () =>
    writeOds({
      sheets: [
        {
          name: "Parc",
          rows: [
            ["Commune", "Postes"],
            ["Beure", 12],
          ],
        },
        ...models.map(({ name, rows }) => ({
          name,
          rows: rows.map(({ cells }) => cells.map((cell) => cell?.value ?? null)),
        })),
      ],
    });

  test("are left out altogether, every one of them, and an info counts them", async () => {
    const workbook = await openedFile(await saved(), "parc.ods");
    expect(workbook.cells.sheets.map(({ name }) => name)).toEqual(["Parc"]);
    expect(workbook.userSheetNames).toEqual(["Parc"]);
    expect(workbook.anomalies).toContainEqual(
      expect.objectContaining({
        severity: "info",
        code: "own-documents-left-out",
        params: { file: "parc.ods", count: models.length },
      }),
    );
  });

  test("the rows of the journal are kept from documents saved without their keys, and new documents take their names", async () => {
    const workbook = await openedFile(await saved(), "parc.ods");
    const [run, ...others] = workbook.journalRows.slice(journalFirstRow);
    expect(others).toEqual([]);
    expect(run!.slice(1, 2)).toEqual([2014]);
    const output = await writeGenerated(workbook, models);
    expect(faultsOf(output)).toEqual([]);
    const again = await openedFile(output, "sortie.xlsx");
    expect(again.cells.sheets.map(({ name }) => name)).toEqual(["Parc", ...models.map(({ name }) => name)]);
  });

  test("a user's sheet that only speaks of Ordiclasse is theirs", async () => {
    const rows = [["Parc"], ["Ordiclasse · campagne 2014"], ["Commune", "Postes"]];
    const workbook = await openedFile(await writeOds({ sheets: [{ name: "Parc", rows }] }), "parc.ods");
    expect(workbook.userSheetNames).toEqual(["Parc"]);
  });
});

describe("an .xls brings its values", () => {
  test("written by LibreOffice, it reads as the .xlsx it came from", async () => {
    const folder = join(__dirname, "../../fixtures/workbook");
    const workbook = await openedFile(new Uint8Array(readFileSync(join(folder, "suivi.xls"))), "suivi.xls");
    expect(rowsOf(workbook).slice(0, 3)).toEqual([
      ["Commune", "École", "Mise en service", "Postes"],
      ["Beure", "Élémentaire", 41944, 12],
      ["Busy", "Maternelle", 41579, 7],
    ]);
    expect(workbook.anomalies.map((anomaly) => anomaly.code)).toEqual(["values-only-xls"]);
    const again = await openedFile(await writeGenerated(workbook, []), "sortie.xlsx");
    // Rows without a cell are short in the one, filled with blanks in the other.
    const filled = rowsOf(workbook).map((row) => Array.from({ length: 4 }, (_, column) => row[column] ?? null));
    expect(rowsOf(again)).toEqual(filled);
  });
});
