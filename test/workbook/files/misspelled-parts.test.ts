import { openedFile } from "../../opened-file";
import { refused, sheetPart, withSheetData } from "./faulty-files";
import { richWorkbook, withPart } from "./rich-workbook";

const cells = '<row r="2"><c r="A2"><v>12</v></c><c r="B2" t="inlineStr"><is><t>Beure</t></is></c></row>';

describe("a name that the standard does not have is misspelled: what it holds is not left out in silence", () => {
  it.each([
    ["no rows at all", /<sheetData>.*<\/sheetData>/s, ""],
    ["rows twice", "</sheetData>", "</sheetData><sheetData/>"],
    ["the element of rows", /sheetData>/g, "sheetDate>"],
    ["a row", /<(\/?)row/g, "<$1rov"],
    ["a cell", /<c r="A2">(.*?)<\/c>/, '<k r="A2">$1</k>'],
    ["a value", /<(\/?)v>/g, "<$1w>"],
    ["an inline text", /<(\/?)is>/g, "<$1it>"],
    ["the text of an inline text", /<(\/?)t>/g, "<$1u>"],
    ["the place of a row", '<row r="2"', '<row q="2"'],
    ["the place of a cell", '<c r="A2"', '<c q="A2"'],
    ["an attribute given twice", '<c r="A2"', '<c r="A2" r="B7"'],
    ["a type of cells that is none", '<c r="A2"', '<c r="A2" t="k"'],
    ["a yes or no that is none", '<c r="A2"', '<c r="A2" t="b"'],
    ["the format of a cell that is no number", '<c r="A2"', '<c r="A2" s="x"'],
    ["a value that is given twice", "<v>12</v>", "<v>12</v><v>13</v>"],
    ["a value beside its element", "<v>12</v>", "12"],
    ["the type of an inline text, for one that holds no such text", 't="inlineStr"', 't="str"'],
    ["the root", /worksheet/g, "workshoot"],
    ["cells that merge", "</sheetData>", '</sheetData><mergeCell count="1"><mergeCell ref="A1:A2"/></mergeCell>'],
    ["rows in what only extends the part", /<row (.*)<\/row>/, '<y:a xmlns:y="urn:y"><row $1</row></y:a>'],
    ["a prefix that stands for nothing", "<v>12</v>", "<y:v/><y:w/>"],
  ])("%s", async (_, found, put) => {
    const bytes = withPart(await withSheetData(cells), sheetPart, (text) => text.replace(found, put));
    expect((await refused(bytes)).slice(0, 2)).toEqual(["file-corrupt", sheetPart]);
  });

  it.each([
    ["xl/_rels/workbook.xml.rels", 'relationships/worksheet"', 'relationships/worksheep"'],
    ["xl/_rels/workbook.xml.rels", 'relationships/styles"', 'relationships/stiles"'],
    ["xl/_rels/workbook.xml.rels", /<Relationship (.*relationships\/styles")/, "<Relationshop $1"],
    ["xl/worksheets/_rels/sheet1.xml.rels", 'relationships/comments"', 'relationships/commants"'],
    ["xl/worksheets/_rels/sheet2.xml.rels", 'relationships/table"', 'relationships/tabls"'],
    ["xl/workbook.xml", "<sheets>", '<workbookPs date1904="1"/><sheets>'],
    ["xl/workbook.xml", "<sheets>", '<workbookPr date1905="1"/><sheets>'],
    ["xl/workbook.xml", 'state="hidden"', 'state="hiddan"'],
    ["xl/workbook.xml", "localSheetId", "localShedtId"],
    ["xl/workbook.xml", /definedNames>/g, "defindeNames>"],
    ["xl/sharedStrings.xml", /<(\/?)si>/g, "<$1so>"],
    ["xl/sharedStrings.xml", /<(\/?)t>/g, "<$1u>"],
    ["xl/styles.xml", /cellXfs/g, "cellXss"],
    ["xl/styles.xml", "numFmtId=", "numFntId="],
    ["xl/styles.xml", /<(\/?)xf/g, "<$1xg"],
    ["xl/comments1.xml", /<(\/?)text>/g, "<$1test>"],
    ["xl/comments1.xml", / ref="/g, ' reg="'],
    ["xl/tables/table1.xml", /<(\/?)autoFilter/g, "<$1autoFiltre"],
  ])("a misspelled name in %s is refused: %s", async (part, found, put) => {
    let changed = false;
    const bytes = withPart(await richWorkbook(), part, (text) => {
      const other = text.replace(found, put);
      changed = other !== text;
      return other;
    });
    if (!changed) throw new Error("The part has no such markup.");
    expect(await refused(bytes, "parc.xlsm")).toEqual(["file-corrupt", part, ""]);
  });
});

test("an extension under its own name, or for other programs, changes nothing", async () => {
  const bytes = withPart(await withSheetData(cells), sheetPart, (text) =>
    text
      .replace(
        "<worksheet ",
        '<worksheet xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:x14ac="http://schemas.microsoft.com/office/spreadsheetml/2009/9/ac" ',
      )
      .replace('<row r="2"', '<row r="2" x14ac:dyDescent="0.25"')
      .replace("</c></row>", "<extLst><ext/></extLst></c><x14ac:note><x14ac:v>9</x14ac:v></x14ac:note></row>")
      .replace(
        "</sheetData>",
        '</sheetData><mc:AlternateContent><mc:Choice Requires="x14"><controls><control/></controls></mc:Choice></mc:AlternateContent>',
      ),
  );
  const workbook = await openedFile(bytes);
  expect(workbook.cells.sheets[0]!.rows[1]).toEqual([12, "Beure"]);
});

test("a workbook whose elements all have a prefix, and one in the strict standard, are read", async () => {
  const prefixed = withPart(await withSheetData(cells), sheetPart, (text) =>
    text.replace(/<(\/?)(?=[a-z])/gi, "<$1x:").replace("xmlns=", "xmlns:x="),
  );
  const strict = withPart(await withSheetData(cells), sheetPart, (text) =>
    text.replace(
      "http://schemas.openxmlformats.org/spreadsheetml/2006/main",
      "http://purl.oclc.org/ooxml/spreadsheetml/main",
    ),
  );
  for (const bytes of [prefixed, strict])
    expect((await openedFile(bytes)).cells.sheets[0]!.rows[1]).toEqual([12, "Beure"]);
});
