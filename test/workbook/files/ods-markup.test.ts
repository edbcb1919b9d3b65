import { writeOds } from "hucre/ods";
import { unzip, zip } from "../../../src/workbook/files/package";
import { openedFile } from "../../opened-file";
import { refused } from "./faulty-files";
import { withPart } from "./rich-workbook";

const day = new Date(Date.UTC(2014, 10, 1));
const written = () => writeOds({ sheets: [{ name: "Parc", rows: [["Beure", 12, true, day], ["Busy"]] }] });
const changed = async (found: RegExp | string, put: string) => {
  let same = true;
  const bytes = withPart(await written(), "content.xml", (text) => {
    const other = text.replace(found, put);
    same = other === text;
    return other;
  });
  if (same) throw new Error("The part has no such markup.");
  return bytes;
};

describe("an .ods of which a cell would be passed over is damaged", () => {
  it.each([
    ["a number without its value", ' office:value="12"', "", "B1"],
    ["a number that is none", 'office:value="12"', 'office:value="douze"', "B1"],
    ["a type that is none", 'value-type="float"', 'value-type="flaot"', "B1"],
    ["a yes or no without its value", ' office:boolean-value="true"', "", "C1"],
    ["a day without its value", / office:date-value="[^"]*"/, "", "D1"],
    ["a cell", /<(\/?)table:table-cell/g, "<$1table:table-cill", ""],
    ["a row", /<(\/?)table:table-row/g, "<$1table:table-rov", ""],
    ["a table", /<(\/?)table:table(?=[ >])/g, "<$1table:tabla", ""],
    ["the sheets", /office:spreadsheet/g, "office:spreadshoot", ""],
    ["a text", /<(\/?)text:p/g, "<$1text:q", ""],
    ["the type of a cell", "office:value-type", "office:value-typo", ""],
    ["a prefix", "office:value-type", "offise:value-type", ""],
    ["how many cells one stands for", "<table:table-cell ", '<table:table-cell table:number-columns-repeated="x" ', ""],
    ["a tag that does not close", "</table:table-row>", "</table:table-rox>", ""],
  ])("%s", async (_, found, put, cell) => {
    expect(await refused(await changed(found, put), "parc.ods")).toEqual(["file-corrupt", "content.xml", cell]);
  });

  it("the contents themselves", async () => {
    const parts = unzip(await written());
    parts.delete("content.xml");
    expect(await refused(zip(parts), "parc.ods")).toEqual(["file-corrupt", "content.xml", ""]);
  });
});

test("the additions of other programs to the cells of an .ods, under their own names, change nothing", async () => {
  const bytes = await changed(
    'office:value="12"',
    'office:value="12" calcext:value-type="float" xmlns:calcext="urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0"',
  );
  expect((await openedFile(bytes, "parc.ods")).cells.sheets[0]!.rows[0]!.slice(0, 3)).toEqual(["Beure", 12, true]);
});
