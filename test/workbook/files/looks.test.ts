import { writeXlsx, type Sheet, type WriteSheet } from "hucre/xlsx";
import { placeKey } from "../../../src/cells";
import { lookOfValues, readLooks } from "../../../src/workbook/files";
import { unzip, zip } from "../../../src/workbook/files/package";

/** The file with a part made of what it was. */
function changed(bytes: Uint8Array, changes: Readonly<Record<string, (text: string) => string>>): Uint8Array {
  const parts = unzip(bytes);
  for (const [path, change] of Object.entries(changes))
    parts.set(path, new TextEncoder().encode(change(new TextDecoder().decode(parts.get(path)))));
  return zip(parts);
}

const amount = '#,##0.00\\ "€"';
const sheet: WriteSheet = {
  name: "Parc",
  rows: [
    ["Commune", 12.5],
    ["Thise", 7],
  ],
  cells: new Map([
    [
      "0,0",
      {
        value: "Commune",
        style: {
          font: { name: "Calibri", size: 14, bold: true, color: { rgb: "1F3864" } },
          fill: { type: "pattern", pattern: "solid", fgColor: { rgb: "D9D9D9" } },
          alignment: { wrapText: true, horizontal: "center" },
          border: { bottom: { style: "thin", color: { rgb: "A6A6A6" } } },
        },
      },
    ],
    ["0,1", { value: 12.5, style: { numFmt: amount } }],
    ["1,0", { value: "Thise", hyperlink: { target: "'Parc'!B2", location: "'Parc'!B2" } }],
  ]),
  columns: [{ width: 30 }],
  rowDefs: new Map([[0, { height: 40 }]]),
  freezePane: { rows: 1, columns: 1 },
  view: { tabColor: { rgb: "FF0000" }, showGridLines: false },
};

describe("how the sheets of a file look is read from it", () => {
  test("characters, colours, lines, formats, sizes, what stays in view, links, the tab", async () => {
    const looks = readLooks(await writeXlsx({ sheets: [sheet] }));
    const parc = looks.sheet("Parc")!;
    expect(parc.look(0, 0)).toMatchObject({
      ...{ bold: true, italic: false, size: 14, colour: "1F3864", fill: "D9D9D9", wrap: true, align: "center" },
      edges: { bottom: { line: "thin", colour: "A6A6A6" } },
    });
    expect(parc.look(0, 1)).toMatchObject({ format: amount, bold: false, fill: null });
    expect(parc.look(900, 3)).toBeNull();
    expect([parc.widths.get(0), parc.heights.get(0)]).toEqual([30, 40]);
    expect([parc.frozen, parc.hasGridlines]).toEqual([{ rows: 1, columns: 1 }, false]);
    expect(parc.links.get(placeKey(1, 0))).toBe("'Parc'!B2");
    expect(looks.tabColours).toEqual(new Map([["Parc", "FF0000"]]));
    expect(looks.sheet("Ailleurs")).toBeNull();
  });

  test("colours of the theme, lightened or darkened, and indexed colours are read from a file", async () => {
    const theme = "<t><e><s><accent2><srgbClr val='4472C4'/></accent2></s></e></t>";
    const bytes = changed(await writeXlsx({ sheets: [sheet] }), {
      "xl/styles.xml": (text) =>
        text
          .replace(/<fgColor [^>]*D9D9D9[^>]*>/, '<fgColor theme="5" tint="0.39997558519241921"/>')
          .replace(/<color [^>]*1F3864[^>]*>/, '<color indexed="10"/>'),
      "xl/theme/theme1.xml": () => theme,
      "xl/_rels/workbook.xml.rels": (text) =>
        text.includes("theme1")
          ? text
          : text.replace(
              "</Relationships>",
              '<Relationship Id="t" Type="o/theme" Target="theme/theme1.xml"/></Relationships>',
            ),
    });
    // « 40 % plus clair » of Office's own first accent, as Excel has it.
    expect(readLooks(bytes).sheet("Parc")!.look(0, 0)).toMatchObject({ fill: "8EA9DB", colour: "FF0000" });
  });

  test("a style sheet that cannot be read leaves the cells to be shown without it", async () => {
    const looks = readLooks(changed(await writeXlsx({ sheets: [sheet] }), { "xl/styles.xml": () => "<styleSheet>" }));
    expect([looks.sheet("Parc"), looks.tabColours.size]).toEqual([null, 0]);
  });

  test("the looks of a file read for its values have its cells' own formats, and an unknown format is none", () => {
    const style = { font: { bold: true, color: { rgb: "1F3864" } }, numFmt: amount };
    const cells = new Map([
      ["0,0", { value: 12.5, style }],
      ["1,0", { value: 3, style: { font: { italic: true } } }],
    ]);
    const { look, widths } = lookOfValues({ name: "Parc", rows: [[12.5], [3]], cells } as unknown as Sheet);
    expect(look(0, 0)).toMatchObject({ bold: true, colour: "1F3864", format: amount, size: 11 });
    expect(look(1, 0)).toMatchObject({ bold: false, italic: true, format: "" });
    expect([look(2, 0), widths.size]).toEqual([null, 0]);
  });
});
