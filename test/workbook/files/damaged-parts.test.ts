import fc from "fast-check";
import { deflateSync } from "fflate";
import { unzip, zip } from "../../../src/workbook/files/package";
import { faultyFile, refused, sheetPart, withSheetData } from "./faulty-files";
import { richWorkbook, withPart } from "./rich-workbook";
import { openedFile } from "../../opened-file";
import { writeGenerated } from "../../../src/workbook";
import { testInDepth } from "../../depth";
import { ficheModel } from "./models";

const rowsOf = async (bytes: Uint8Array) => (await openedFile(bytes)).cells.sheets.map(({ rows }) => rows);

describe("a part is read in the encoding that it is written in", () => {
  it("reads UTF-16 as UTF-8", async () => {
    const [parc, effectifs, second] = await rowsOf(faultyFile("utf16-sheet.xlsx"));
    expect([parc!.length, effectifs!.length]).toEqual([3, 3]);
    expect(second).toEqual((await rowsOf(faultyFile("utf16-sheet-as-utf8.xlsx")))[2]);
    expect(second![0]).toContain("École");
  });

  const recoded = async (encode: (text: string) => Uint8Array) => {
    const parts = unzip(await withSheetData('<row r="1"><c r="A1" t="inlineStr"><is><t>École</t></is></c></row>'));
    const text = new TextDecoder().decode(parts.get(sheetPart));
    return zip(parts.set(sheetPart, encode(text)));
  };

  it("takes the encoding that an 8-bit part declares", async () => {
    const latin = (text: string) =>
      Uint8Array.from(Buffer.from(text.replace('encoding="UTF-8"', 'encoding="ISO-8859-1"'), "latin1"));
    expect(await rowsOf(await recoded(latin))).toEqual([[["École"]]]);
  });

  it.each([
    ["UTF-8 that says it is UTF-16", (text: string) => Buffer.from(text.replace("UTF-8", "UTF-16"))],
    ["bytes that are no UTF-8", (text: string) => Buffer.from(text, "latin1")],
    ["a character that no XML may hold", (text: string) => Buffer.from(text.replace("École", "Éc\u0003ole"))],
  ])("refuses %s", async (_, encode) => {
    expect(await refused(await recoded(encode))).toEqual(["file-corrupt", sheetPart, ""]);
  });
});

describe("a part that is not well-formed is damaged, and named", () => {
  it("refuses a sheet cut between two rows, which would read as a shorter one", async () => {
    expect((await rowsOf(faultyFile("sheet-xml-whole.xlsx")))[0]).toHaveLength(11);
    expect(await refused(faultyFile("sheet-xml-cut.xlsx"))).toEqual(["file-corrupt", sheetPart, ""]);
  });

  testInDepth("refuses a sheet cut anywhere, and one of which a tag is misspelled", async () => {
    const bytes = await withSheetData(
      '<row r="1"><c r="A1"><v>12</v></c></row><row r="2"><c r="A2"><v>7</v></c></row>',
    );
    const whole = new TextDecoder().decode(unzip(bytes).get(sheetPart)).trimEnd();
    const cutAt = (length: number) => withPart(bytes, sheetPart, () => whole.slice(0, length));
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 0, max: whole.length - 1 }), async (length) => {
        expect(await refused(cutAt(length))).toEqual(["file-corrupt", sheetPart, ""]);
      }),
    );
    const misspelled = withPart(bytes, sheetPart, (text) =>
      text.replace('</c></row><row r="2">', '</c></rwo><row r="2">'),
    );
    expect(await refused(misspelled)).toEqual(["file-corrupt", sheetPart, ""]);
  });

  it.each([
    "xl/workbook.xml",
    "xl/_rels/workbook.xml.rels",
    "xl/sharedStrings.xml",
    "xl/styles.xml",
    "xl/theme/theme1.xml",
    "xl/comments1.xml",
    "xl/worksheets/sheet2.xml",
    "xl/worksheets/_rels/sheet1.xml.rels",
    "xl/tables/table1.xml",
    "[Content_Types].xml",
    "_rels/.rels",
  ])("%s", async (part) => {
    const bytes = withPart(await richWorkbook(), part, (text) => text.replace(/<\/[\w:]+>\s*$/, ""));
    expect(await refused(bytes, "parc.xlsm")).toEqual(["file-corrupt", part, ""]);
  });
});

describe("a part or a name given twice is refused", () => {
  it.each([
    ["a cell", '<row r="2"><c r="B2"><v>12</v></c><c r="B2"><v>9</v></c></row>', "B2"],
    ["a cell, far apart", '<row r="2"><c r="A2"><v>12</v></c><c r="B2"/><c r="A2"><v>9</v></c></row>', "A2"],
    ["a row", '<row r="2"><c r="A2"><v>12</v></c></row><row r="2"><c r="B2"><v>9</v></c></row>', "2"],
    ["a place: a cell in another row", '<row r="2"><c r="A3"><v>12</v></c></row>', "A3"],
    ["a text that is not there", '<row r="2"><c r="A2" t="s"><v>7</v></c></row>', "A2"],
    ["a number that is none", '<row r="2"><c r="A2"><v>douze</v></c></row>', "A2"],
  ])("%s", async (_, sheetData, cell) => {
    expect(await refused(await withSheetData(sheetData))).toEqual(["file-corrupt", sheetPart, cell]);
  });

  it("reads rows and cells that are only out of order, each in its place", async () => {
    const rows = await rowsOf(
      await withSheetData(
        '<row r="2"><c r="B2"><v>4</v></c><c r="A2"><v>3</v></c></row><row r="1"><c><v>1</v></c></row>',
      ),
    );
    expect(rows[0]).toEqual([
      [1, null],
      [3, 4],
    ]);
  });

  it("refuses a zip that holds a part twice", async () => {
    const bytes = Buffer.from(
      zip(
        new Map([
          ["a.xml", Buffer.from("<a/>")],
          ["b.xml", Buffer.from("<a/>")],
        ]),
      ),
    );
    for (let at = bytes.indexOf("b.xml"); at !== -1; at = bytes.indexOf("b.xml")) bytes.write("a.xml", at);
    expect(await refused(bytes)).toEqual(["file-corrupt", "a.xml", ""]);
  });
});

describe("the directory of a zip is compared with its parts", () => {
  it("opens a workbook whose links write the names of parts in another case, and writes it back", async () => {
    const parts = [...unzip(await richWorkbook())].map(
      ([path, content]) => [path.replace(/sheet(?=\d)/g, "SHEET").replace("styles", "Styles"), content] as const,
    );
    const workbook = await openedFile(zip(new Map(parts)), "parc.xlsm");
    expect(workbook.cells).toEqual((await openedFile(await richWorkbook(), "parc.xlsm")).cells);
    const again = await openedFile(await writeGenerated(workbook, [ficheModel("titre", "Titre")]), "parc.xlsm");
    expect(again.userSheetNames).toEqual(workbook.userSheetNames);
  });

  it("refuses two parts whose names differ only by case", async () => {
    const twice = new Map(["a.xml", "A.xml"].map((path) => [path, Buffer.from("<a/>")]));
    expect(await refused(zip(twice))).toEqual(["file-corrupt", "A.xml", ""]);
  });

  it("refuses a part whose name is not that of the list, and a list of which a part is not counted", async () => {
    const bytes = Buffer.from(await richWorkbook());
    const named = Buffer.from(bytes);
    named.write("xl/comments2.xml", named.indexOf("xl/comments1.xml"));
    expect(await refused(named)).toEqual(["file-corrupt", "xl/comments1.xml", ""]);
    const counted = Buffer.from(bytes);
    const end = counted.lastIndexOf(Buffer.from([0x50, 0x4b, 0x05, 0x06]));
    counted.writeUInt16LE(counted.readUInt16LE(end + 10) - 1, end + 10);
    expect(await refused(counted)).toEqual(["file-corrupt", "", ""]);
  });
});

describe("a part that is only copied is checked too", () => {
  it("refuses a picture whose sum is not the one declared", async () => {
    expect(await refused(faultyFile("bad-crc-image.xlsx"))).toEqual(["file-corrupt", "xl/media/image1.png", ""]);
  });

  it("refuses a part that inflates to more, or less, than it declares", async () => {
    const content = Buffer.from("x".repeat(1000));
    const packed = deflateSync(content);
    const bytes = Buffer.from(zip(new Map([["[Content_Types].xml", content]])));
    const declared = bytes.lastIndexOf(Buffer.from([0x50, 0x4b, 0x01, 0x02])) + 24;
    expect([bytes.readUInt32LE(declared), packed.length < 1000]).toEqual([1000, true]);
    for (const size of [10, 999, 1001, 100_000]) {
      bytes.writeUInt32LE(size, declared);
      expect(await refused(bytes)).toEqual(["file-corrupt", "[Content_Types].xml", ""]);
    }
  });
});

describe("the declared sizes of a file are summed before it is inflated", () => {
  /** A zip of parts that declare so many bytes and hold none. */
  const declaring = (...sizes: number[]) => {
    const parts = sizes.map((_, index): [string, Uint8Array] => [`${index}.xml`, Buffer.from("xxxxxxxxxxxxxxxxxxxx")]);
    const bytes = Buffer.from(zip(new Map(parts)));
    let at = -1;
    for (const size of sizes) {
      at = bytes.indexOf(Buffer.from([0x50, 0x4b, 0x01, 0x02]), at + 1);
      bytes.writeUInt32LE(size, at + 24);
    }
    return bytes;
  };

  it("refuses ten parts of 1 GB by the first, and three of 400 MB by their sum", async () => {
    const gigabyte = 1_000_000_000;
    expect(await refused(declaring(...new Array<number>(10).fill(gigabyte)))).toEqual(["file-too-large", "0.xml", ""]);
    const most = 400_000_000;
    expect(await refused(declaring(most, most, most))).toEqual(["file-too-large", "", ""]);
    // Within bounds, it is looked into, and found damaged or no workbook.
    expect(await refused(declaring(most, most))).toEqual(["file-zip-without-workbook", "", ""]);
  });
});
