import { readFileSync } from "node:fs";
import { CellError, type SheetCells } from "../../../../src/cells";
import { samplePath, samples } from "../../../acceptance/samples";
import { writeGenerated } from "../../../../src/workbook";
import { ficheModel } from "../../../workbook/files/models";
import { richWorkbook, withPart } from "../../../workbook/files/rich-workbook";
import { at, openSmall, rangeOf, sheetOf } from "../small-workbook";
import { looksOf } from "../state/data-bars";
import { HostWorkbook } from "..";
import { openedFile } from "../../../opened-file";

const sample = (name: string): Uint8Array => new Uint8Array(readFileSync(samplePath(`${name}.xlsx`)));

/** A sheet as the port of files reads it, told in the host's own words. */
function told({ name, visibility, rows, merges, hiddenRows, hiddenColumns }: SheetCells) {
  const values = rows.map((row) => row.map((cell) => (cell instanceof CellError ? cell.code : (cell ?? ""))));
  return { name, visibility, values, merges, hidden: [[...hiddenRows].sort(), [...hiddenColumns].sort()] };
}

describe("a file is opened as what it is", () => {
  test.each([...samples, "anomalies-2014"])("%s: its sheets, cells, merges and what is hidden", async (name) => {
    const bytes = sample(name);
    const workbook = await HostWorkbook.open(bytes, `${name}.xlsx`);
    const { cells } = await openedFile(bytes, `${name}.xlsx`);
    for (const expected of cells.sheets.map(told)) {
      const sheet = workbook.sheet(expected.name);
      const used = at(
        sheetOf(workbook, expected.name),
        ["getRange", "A1"],
        ["getBoundingRect", usedOf(workbook, sheet.name)],
      );
      const width = used.get("columnCount") as number;
      const padded = expected.values.map((row) => [...row, ...Array<string>(width - row.length).fill("")]);
      expect([sheet.name, used.get("values")]).toEqual([expected.name, padded]);
      expect(sheet.visibility.toLowerCase()).toBe(expected.visibility.toLowerCase());
      expect(sheet.merges).toEqual(expected.merges);
      const inside = [...sheet.hiddenRows].filter((row) => row < expected.values.length).sort();
      expect([inside, [...sheet.hiddenColumns].sort()]).toEqual(expected.hidden);
    }
    expect(workbook.book.sheets.map((sheet) => sheet.name)).toEqual(cells.sheets.map((sheet) => sheet.name));
  });

  const usedOf = (workbook: HostWorkbook, name: string) => at(sheetOf(workbook, name), ["getUsedRange", true]);

  test("bars in cells as Excel 2007 knew them; other conditional formats stay in the file, unseen", async () => {
    const bar = (range: string, priority: number) => ({
      type: "dataBar" as const,
      priority,
      range,
      dataBar: { cfvo: [{ type: "min" as const }, { type: "percent" as const, value: "80" }], color: "FFD0D0D0" },
    });
    const conditionalRules = [
      bar("A1:A3 C1", 3),
      { type: "cellIs" as const, priority: 2, operator: "greaterThan" as const, formula: "5", range: "B1:B3" },
      bar("A2", 1),
    ];
    const { book } = await openSmall([{ name: "Parc", rows: [[1], [2], [3]], conditionalRules }]);
    const [first, second] = book.sheets[0]!.dataBars;
    expect([first!.blocks.length, second!.blocks.length, book.sheets[0]!.dataBars.length]).toEqual([1, 2, 2]);
    expect(looksOf(second!)).toMatchObject({
      fill: "D0D0D0",
      line: null,
      hasGradient: true,
      lower: { type: "LowestValue" },
      upper: { type: "Percent", formula: "80" },
    });
  });

  test("sizes, panes, filter, print set-up, names, tables and charts come with it; a chart sheet does not", async () => {
    const workbook = await HostWorkbook.open(await richWorkbook(), "parc.xlsm");
    expect(workbook.book.sheets.map(({ name, visibility }) => `${name} ${visibility}`)).toEqual([
      "Parc d'écoles Visible",
      "Effectifs Visible",
      "Cachée Hidden",
    ]);
    const sheet = workbook.sheet("Parc d'écoles");
    expect(sheet.merges).toEqual([{ top: 3, left: 0, bottom: 3, right: 1 }]);
    expect([[...sheet.hiddenRows], [...sheet.hiddenColumns]]).toEqual([[2], [2]]);
    expect(sheet.freeze).toEqual({ rows: 1, columns: 0 });
    expect(sheet.autoFilter).toEqual({ top: 0, left: 0, bottom: 2, right: 3 });
    expect([...sheet.rowBreaks]).toEqual([2]);
    expect(sheet.page).toMatchObject({ orientation: "Landscape", zoom: { horizontalFitToPages: 1 } });
    expect(sheet.page.titleRows).toEqual({ first: 0, last: 0 });
    // A width of 20 characters is ⌊(256 × 20 + ⌊128 / 7⌋) × 7 / 256⌋ = 140 pixels, of three quarters of a point.
    expect(sheet.widthOf(0)).toBe(105);
    expect(workbook.book.names.map(({ name, formula }) => `${name} = ${formula}`)).toEqual([
      "MesEcoles = 'Parc d''écoles'!$B$2:$B$3",
    ]);
    expect(workbook.book.allTables().map(({ name, block }) => [name, block])).toEqual([
      ["Effectifs", { top: 0, left: 0, bottom: 1, right: 1 }],
    ]);
    expect(sheet.charts).toHaveLength(1);
    expect(rangeOf(workbook, "Parc d'écoles", "B3").get("hyperlink")).toMatchObject({
      address: "https://example.org/",
    });
    expect(at(rangeOf(workbook, "Parc d'écoles", "C4"), "format", "font").get("name")).toBe("Arial");
    expect(rangeOf(workbook, "Parc d'écoles", "C4").get("numberFormat")).toEqual([["#,##0"]]);
    expect(rangeOf(workbook, "Parc d'écoles", "D2").get("values")).toEqual([[41944]]);
  });

  test("a formula keeps the result of the file until what it depends on changes; a shared one is each cell's own", async () => {
    const bytes = withPart(await richWorkbook(), "xl/worksheets/sheet2.xml", (text) =>
      text.replace(
        "</sheetData>",
        `<row r="5"><c r="B5"><f t="shared" ref="B5:B6" si="0">$B$2*A5</f><v>77</v></c></row>` +
          `<row r="6"><c r="A6"><v>2</v></c><c r="B6"><f t="shared" si="0"/><v>78</v></c></row></sheetData>`,
      ),
    );
    const workbook = await HostWorkbook.open(bytes, "parc.xlsm");
    expect([workbook.formula("Effectifs", "B6"), workbook.cell("Effectifs", "B6")]).toEqual(["=$B$2*A6", 78]);
    workbook.type("Effectifs", "A6", 3);
    // 120 pupils × 3
    expect([workbook.cell("Effectifs", "B5"), workbook.cell("Effectifs", "B6")]).toEqual([77, 360]);
  });

  test("protections are those of the file", async () => {
    const bytes = withPart(
      withPart(await richWorkbook(), "xl/workbook.xml", (text) =>
        text.replace("<sheets>", `<workbookProtection lockStructure="1"/><sheets>`),
      ),
      "xl/worksheets/sheet2.xml",
      (text) => text.replace("</sheetData>", `</sheetData><sheetProtection sheet="1"/>`),
    );
    const { book } = await HostWorkbook.open(bytes, "parc.xlsm");
    expect([book.isProtected, ...book.sheets.map(({ isProtected }) => isProtected)]).toEqual([
      true,
      false,
      true,
      false,
    ]);
  });

  test("days are counted from 1904 where the workbook does", async () => {
    const workbook = await openSmall([{ name: "Parc", rows: [[new Date(Date.UTC(2014, 10, 1))]] }], { date1904: true });
    // 41 944 days from 1900, less the 1 462 between the two starts.
    expect(workbook.cell("Parc", "A1")).toBe(40_482);
  });

  test("a link to a place of another file keeps both", async () => {
    const file = await openedFile(await (await openSmall()).save(), "parc.xlsx");
    const workbook = await HostWorkbook.open(await writeGenerated(file, [ficheModel("fiche-1", "Fiche")]), "parc.xlsx");
    expect(rangeOf(workbook, "Fiche", "A8").get("hyperlink")).toMatchObject({
      address: "autre%20fichier.xlsx",
      documentReference: "'Parc & co'!B2",
    });
  });

  test("a file that is no workbook is refused", async () => {
    await expect(HostWorkbook.open(new TextEncoder().encode("École;Postes"), "parc.xlsx")).rejects.toThrow();
  });
});
