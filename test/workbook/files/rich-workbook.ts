import { writeXlsx } from "hucre/xlsx";
import { unzip, zip } from "../../../src/workbook/files/package";
import { bytesOf, textOf } from "../../../src/workbook/files/xml";

/**
 * A user's workbook with much that a writer can lose: formats, formulas, merges, filters, a table, comments, a chart,
 * an image, page breaks, print titles, names, links, and parts that no library models (a chart sheet, macros, custom
 * XML, an extension of a sheet, a calculation chain).
 */
export async function richWorkbook(): Promise<Uint8Array> {
  written ??= writeRich();
  return (await written).slice();
}

/** Written once a file of tests. */
let written: Promise<Uint8Array> | undefined;

async function writeRich(): Promise<Uint8Array> {
  const bytes = await writeXlsx({
    sheets: [
      {
        name: "Parc d'écoles",
        rows: [
          ["Commune", "École", "Postes", "Le"],
          ["Beure", "Élémentaire", 12, new Date(Date.UTC(2014, 10, 1))],
          ["Busy", "Maternelle", 7, new Date(Date.UTC(2014, 10, 2, 18))],
          ["Total", null, null, null],
        ],
        cells: new Map([
          [
            "3,2",
            {
              formula: "SUM(C2:C3)",
              formulaResult: 19,
              style: { numFmt: "#,##0", font: { name: "Arial", size: 9, bold: true } },
            },
          ],
          ["1,1", { value: "Élémentaire", comment: { author: "Service", text: "À vérifier" } }],
          ["2,1", { value: "Maternelle", hyperlink: { target: "https://example.org/" } }],
          ["0,0", { value: "Commune", richText: [{ text: "Com" }, { text: "mune", font: { bold: true } }] }],
        ]),
        merges: [{ startRow: 3, startCol: 0, endRow: 3, endCol: 1 }],
        columns: [{ width: 20 }, { width: 31 }, { hidden: true }],
        rowDefs: new Map([[2, { hidden: true }]]),
        autoFilter: { range: "A1:D3", columns: [{ colIndex: 0, filters: ["Beure"] }] },
        freezePane: { rows: 1 },
        rowBreaks: [1],
        pageSetup: { orientation: "landscape", fitToPage: true, fitToWidth: 1, fitToHeight: 0 },
        charts: [
          { type: "column", series: [{ values: "'Parc d''écoles'!$C$2:$C$3" }], anchor: { from: { row: 6, col: 0 } } },
        ],
        dataValidations: [{ type: "list", range: "B2:B3", values: ["Élémentaire", "Maternelle"] }],
      },
      {
        name: "Effectifs",
        rows: [
          ["École", "Élèves"],
          ["Élémentaire", 120],
        ],
        tables: [{ name: "Effectifs", range: "A1:B2", columns: [{ name: "École" }, { name: "Élèves" }] }],
        images: [
          { data: Uint8Array.from([0x89, 0x50, 0x4e, 0x47]), type: "png", anchor: { from: { row: 4, col: 0 } } },
        ],
      },
      { name: "Cachée", rows: [["x"]], hidden: true },
      { name: "Graphique", rows: [] },
    ],
    namedRanges: [
      { name: "MesEcoles", range: "'Parc d''écoles'!$B$2:$B$3" },
      { name: "_xlnm.Print_Titles", range: "'Parc d''écoles'!$1:$1", scope: "Parc d'écoles" },
    ],
    vbaProject: Uint8Array.from([1, 2, 3, 4]),
    // The library would put the time of the test, and two of the same workbook would differ.
    properties: { created: new Date(Date.UTC(2014, 10, 1)), modified: new Date(Date.UTC(2014, 10, 1)) },
  });
  return withUnmodelledParts(bytes);
}

function withUnmodelledParts(bytes: Uint8Array): Uint8Array {
  const parts = unzip(bytes);
  const edit = (path: string, change: (text: string) => string): void =>
    void parts.set(path, bytesOf(change(textOf(parts.get(path)!))));
  // The fourth sheet becomes a chart sheet.
  parts.delete("xl/worksheets/sheet4.xml");
  parts.set(
    "xl/chartsheets/sheet1.xml",
    bytesOf(
      `<chartsheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetViews><sheetView workbookViewId="0"/></sheetViews></chartsheet>`,
    ),
  );
  parts.set(
    "xl/calcChain.xml",
    bytesOf(
      `<calcChain xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><c r="C4" i="1"/></calcChain>`,
    ),
  );
  parts.set("customXml/item1.xml", bytesOf(`<commune xmlns="urn:test">Besançon</commune>`));
  edit("xl/_rels/workbook.xml.rels", (text) =>
    text
      .replace(/worksheet" Target="worksheets\/sheet4.xml"/, `chartsheet" Target="chartsheets/sheet1.xml"`)
      .replace(
        "</Relationships>",
        `<Relationship Id="rId90" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/calcChain" Target="calcChain.xml"/><Relationship Id="rId91" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/customXml" Target="../customXml/item1.xml"/></Relationships>`,
      ),
  );
  edit("[Content_Types].xml", (text) =>
    text
      .replace(
        /"\/xl\/worksheets\/sheet4\.xml" ContentType="[^"]*"/,
        '"/xl/chartsheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.chartsheet+xml"',
      )
      .replace(
        "</Types>",
        `<Override PartName="/xl/calcChain.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.calcChain+xml"/></Types>`,
      ),
  );
  edit("xl/worksheets/sheet1.xml", (text) =>
    text.replace(
      "</worksheet>",
      `<extLst><ext uri="{78C0D931-6437-407d-A8EE-F0AAD7539E65}" xmlns:x14="http://schemas.microsoft.com/office/spreadsheetml/2009/9/main"><x14:conditionalFormattings/></ext></extLst></worksheet>`,
    ),
  );
  return zip(parts);
}

/** Changes one part of a workbook's package: for what a library would not write. */
export function withPart(bytes: Uint8Array, path: string, change: (text: string) => string): Uint8Array {
  const parts = unzip(bytes);
  parts.set(path, bytesOf(change(textOf(parts.get(path)!))));
  return zip(parts);
}
