import { isPartlyStruck, isStruck, type SheetCells } from "../../../src/cells";
import { writeGenerated } from "../../../src/workbook";
import { testInDepth } from "../../depth";
import { openedFile } from "../../opened-file";
import { marksOf } from "../marks-of";
import { withSheetData } from "./faulty-files";
import { markedWorkbook, marksOfParc } from "./marked-workbook";
import { ficheModel } from "./models";
import { withPart } from "./rich-workbook";

const first = async (bytes: Uint8Array, name?: string) => (await openedFile(bytes, name)).cells.sheets[0]!;

/** A sheet whose cells point into a style sheet of these fonts, fills and, after them, whatever else. */
async function styled(sheetData: string, fonts: string[], fills: string[], rest = ""): Promise<SheetCells> {
  const formats = fonts.map((_, index) => `<xf fontId="${index}" fillId="${index}"/>`).join("");
  const list = (name: string, items: string[]) =>
    `<${name}s>${items.map((one) => `<${name}>${one}</${name}>`).join("")}</${name}s>`;
  const styles = `<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">${list("font", fonts)}${list("fill", fills)}<cellXfs>${formats}</cellXfs>${rest}</styleSheet>`;
  return first(withPart(await withSheetData(sheetData), "xl/styles.xml", () => styles));
}

const solid = (colour: string) => `<patternFill patternType="solid"><fgColor ${colour}/></patternFill>`;

describe("how the cells of a file are marked", () => {
  it("is told of those that hold something: fills, font colours, what is struck through, a text as a number", async () => {
    expect(marksOf(await first(await markedWorkbook()))).toEqual(marksOfParc);
  });

  it("tells how many cells have each colour", async () => {
    const { fills, fonts } = (await first(await markedWorkbook())).facts!;
    expect(Object.fromEntries(fills!.counts())).toEqual({ "305496": 4, FFFF00: 1, FFE699: 1 });
    expect(Object.fromEntries(fonts!.counts())).toEqual({ FFFFFF: 4, FF0000: 5, "0563C1": 1 });
  });

  it("takes the workbook's own palette for colours told by a number", async () => {
    const palette = `<colors><indexedColors><rgbColor rgb="00000000"/><rgbColor rgb="00FFFFFF"/><rgbColor rgb="00123456"/></indexedColors></colors>`;
    const sheet = await styled(
      '<row r="1"><c r="A1" s="1"><v>1</v></c><c r="B1" s="2"><v>1</v></c></row>',
      ["", '<color indexed="2"/>', '<color auto="1"/>'],
      ["", solid('indexed="2"'), solid('indexed="65"')],
      palette,
    );
    expect(marksOf(sheet)).toMatchObject({ fills: { A1: "123456" }, fonts: { A1: "123456" } });
  });

  it("counts the colours of a row or a column for the cells that hold something alone, as their own format has them", async () => {
    const sheet = await styled(
      '<row r="1" s="1" customFormat="1"><c r="A1" s="1"><v>1</v></c><c r="B1" s="1"/><c r="C1"><v>2</v></c></row>' +
        '<row r="2" s="1" customFormat="1"/><row r="3"><c r="B3" s="1" t="str"><f>""</f><v></v></c><c r="C3" s="1"><f>1+1</f></c></row>',
      ["", '<strike val="0"/><color rgb="FF00B050"/>'],
      ["", solid('rgb="FFFFC000"')],
    );
    // A formula without a result holds something; one that gives an empty text shows nothing.
    expect(marksOf(sheet)).toMatchObject({
      fills: { A1: "FFC000", C3: "FFC000" },
      fonts: { A1: "00B050", C3: "00B050" },
      struck: [],
    });
  });

  it("tells a text whose runs are struck through from one of which some are, shared or in its cell", async () => {
    const run = (text: string, look = "") => `<r><rPr>${look}</rPr><t>${text}</t></r>`;
    const inCell = (place: string, runs: string) => `<c r="${place}" t="inlineStr"><is>${runs}</is></c>`;
    const bytes = await withSheetData(
      `<row r="1"><c r="A1" t="s"><v>0</v></c>${inCell("B1", run("9", "<strike/>") + run("8"))}` +
        `${inCell("C1", run("9", "<strike/>") + run(" "))}${inCell("D1", run("9", '<strike val="0"/>') + run("8"))}` +
        `${inCell("E1", run("5") + run("2", '<vertAlign val="superscript"/>'))}</row>`,
    );
    const sheet = await first(
      withPart(
        bytes,
        "xl/sharedStrings.xml",
        () =>
          `<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><si>${run("1", "<strike/>")}${run("12")}</si></sst>`,
      ),
    );
    const columns = [0, 1, 2, 3, 4];
    // « 5² », 2 above the line, is no 52.
    expect(sheet.rows[0]).toEqual(["112", "98", "9 ", "98", "52"]);
    expect(columns.map((column) => isPartlyStruck(sheet, 0, column))).toEqual([true, true, false, false, true]);
    expect(columns.map((column) => isStruck(sheet, 0, column))).toEqual([false, false, true, false, false]);
  });

  it("is nothing where formats are not there, or are none", async () => {
    const sheet = await styled(
      '<row r="1"><c r="A1" s="1"><v>1</v></c><c r="B1" s="99"><v>1</v></c></row>',
      ["", '<color rgb="rouge"/><color theme="99"/>'],
      ["", '<gradientFill><stop position="0"><color rgb="FFFF0000"/></stop></gradientFill>'],
    );
    expect(marksOf(sheet)).toEqual({ fills: {}, fonts: {}, struck: [], comments: {} });
  });

  it("is not told of values alone: a .csv has none", async () => {
    const { facts } = await first(Buffer.from("Commune;Postes\nAmagney;12"), "parc.csv");
    expect([facts!.fills!.isEmpty, facts!.fonts!.isEmpty, facts!.comments!.size]).toEqual([true, true, 0]);
  });

  it("is not told of our own sheets", async () => {
    const written = await writeGenerated(await openedFile(await markedWorkbook()), [
      ficheModel("fiche-25014", "Fiche"),
    ]);
    const { sheets } = (await openedFile(written)).cells;
    expect(sheets.map(({ name, facts }) => [name, facts === undefined])).toEqual([
      ["Parc", false],
      ["Effectifs", false],
      ["Fiche", true],
    ]);
  });
});

describe("a file of many marks", () => {
  testInDepth("a file with a million blank cells that are filled keeps none of them", async () => {
    const row = (number: number) => `<row r="${number}">${'<c s="1"/>'.repeat(100)}</row>`;
    const rows = Array.from({ length: 10_000 }, (_, at) => row(at + 1)).join("");
    const sheet = await styled(rows, ["", '<color rgb="FFFF0000"/>'], ["", solid('rgb="FFFFC000"')]);
    expect([sheet.rows.length, sheet.facts!.fills!.isEmpty, sheet.facts!.fonts!.isEmpty]).toEqual([0, true, true]);
  });

  testInDepth(
    "a file whose rows come from the last to the first, each of another colour, is read as any other",
    async () => {
      const row = (number: number) => `<row r="${number}"><c r="A${number}" s="${1 + (number % 2)}"><v>1</v></c></row>`;
      const rows = Array.from({ length: 50_000 }, (_, at) => row(50_000 - at)).join("");
      const { facts } = await styled(
        rows,
        ["", '<color rgb="FFFF0000"/>', '<color rgb="FF0000FF"/>'],
        ["", solid('rgb="FFFFC000"'), ""],
      );
      expect(Object.fromEntries(facts!.fonts!.counts())).toEqual({ FF0000: 25_000, "0000FF": 25_000 });
      expect([0, 1, 49_999].map((at) => facts!.fonts!.at(at, 0))).toEqual(["0000FF", "FF0000", "FF0000"]);
    },
  );
});
