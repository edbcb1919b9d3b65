import { readFileSync } from "node:fs";
import { join } from "node:path";
import { writeOds } from "hucre/ods";
import { writeXlsx } from "hucre/xlsx";
import { message } from "../../../src/messages";
import { openWorkbookFile } from "../../../src/workbook";
import { unzip, zip } from "../../../src/workbook/files/package";
import { withPart } from "./rich-workbook";

const text = (content: string): Uint8Array => new TextEncoder().encode(content);
const good = () => writeXlsx({ sheets: [{ name: "Parc", rows: [["a", 1]] }] });
const png = Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0x0d]);
/** The start of an OLE file, and more bytes. */
const ole = (...rest: number[]): Uint8Array =>
  Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, ...new Array<number>(504).fill(0), ...rest]);
/** The start of the first record of an .xls of Excel 97, of 20 bytes. */
const start = Buffer.from([0x09, 0x08, 0x10, 0x00, 0x00, 0x06, 0x05, 0x00]);

const cases: [string, string, string, () => Uint8Array | Promise<Uint8Array>][] = [
  ["an empty file", "parc.xlsx", "file-empty", () => new Uint8Array()],
  ["a workbook cut in half", "parc.xlsx", "file-corrupt", async () => (await good()).slice(0, 1500)],
  [
    "a workbook with a damaged part",
    "parc.xlsx",
    "file-corrupt",
    async () => withPart(await good(), "xl/workbook.xml", (xml) => xml.slice(0, 200)),
  ],
  [
    "a workbook without the sheet it lists",
    "parc.xlsx",
    "file-corrupt",
    async () => {
      const parts = unzip(await good());
      parts.delete("xl/worksheets/sheet1.xml");
      return zip(parts);
    },
  ],
  [
    "an .xlsx with a password",
    "parc.xlsx",
    "file-password",
    () => writeXlsx({ sheets: [{ name: "Parc", rows: [] }], encryption: { password: "x", spinCount: 10 } }),
  ],
  [
    "an .xls with a password",
    "parc.xls",
    "file-password",
    () => {
      const bytes = readFileSync(join(__dirname, "../../fixtures/workbook/suivi.xls"));
      // The record that says so follows the first one.
      bytes.writeUInt16LE(0x2f, bytes.indexOf(start) + 20);
      return bytes;
    },
  ],
  [
    "an .ods with a password",
    "parc.ods",
    "file-password",
    async () => {
      const parts = unzip(await writeOds({ sheets: [{ name: "Parc", rows: [["a"]] }] }));
      parts.set("META-INF/manifest.xml", text("<manifest:manifest><manifest:encryption-data/></manifest:manifest>"));
      return zip(parts);
    },
  ],
  ["a damaged .xls", "parc.xls", "file-corrupt", () => ole(1, 2, 3)],
  [
    "a text of LibreOffice named .ods",
    "parc.ods",
    "file-text-document",
    () => zip(new Map([["mimetype", text("application/vnd.oasis.opendocument.text")]])),
  ],
  [
    "a Word document of before 2007 named .xls",
    "parc.xls",
    "file-text-document",
    () => ole(...[..."WordDocument"].flatMap((letter) => [letter.charCodeAt(0), 0])),
  ],
  ["a PDF named .xlsx", "parc.xlsx", "file-not-a-workbook", () => text("%PDF-1.7\n1 0 obj")],
  ["a PDF named .csv", "parc.csv", "file-not-a-workbook", () => text("%PDF-1.7\n1 0 obj")],
  ["a text named .xls", "parc.xls", "file-not-a-workbook", () => text("<table><tr><td>Beure</td></tr></table>")],
  ["an image named .csv", "parc.csv", "file-not-a-workbook", () => png],
  ["an image named .xlsx", "parc.xlsx", "file-not-a-workbook", () => png],
  ["a good workbook under another extension", "parc.dat", "file-extension-unknown", good],
  ["a good workbook without an extension", "parc", "file-extension-unknown", good],
  [
    "a zip of something else",
    "parc.xlsx",
    "file-zip-without-workbook",
    () => zip(new Map([["lisezmoi.txt", text("Bonjour")]])),
  ],
  [
    "a Word document named .xlsx",
    "parc.xlsx",
    "file-text-document",
    async () =>
      withPart(await good(), "[Content_Types].xml", (xml) =>
        xml.replace("spreadsheetml.sheet.main", "wordprocessingml.document.main"),
      ),
  ],
  [
    "a sheet with a value at the end of the world",
    "parc.xlsx",
    "file-too-wide",
    () =>
      writeXlsx({
        sheets: [
          {
            name: "Parc",
            rows: [["a"]],
            cells: new Map([
              ["0,16383", { value: 1 }],
              ["1300,0", { value: 1 }],
            ]),
          },
        ],
      }),
  ],
];

describe("a file that cannot be used is said in one clear line, without an exception", () => {
  test.each(cases)("%s", async (_, name, code, make) => {
    const result = await openWorkbookFile(await make(), name);
    expect(result.ok ? "opened" : [result.anomaly.code, result.anomaly.severity, result.anomaly.file]).toEqual([
      code,
      "error",
      name,
    ]);
    if (result.ok) return;
    for (const language of ["fr", "en"] as const) {
      const line = message(result.anomaly.code, result.anomaly.params, language);
      expect(line).toContain(name);
      expect(line).not.toMatch(/[\n{}]/);
    }
  });
});

test("a .csv whose name was changed is called a text, to be given its .csv name back; a page of a site is not", async () => {
  const told = async (content: string) => {
    const result = await openWorkbookFile(text(content), "parc.xlsx");
    return result.ok ? "opened" : message(result.anomaly.code, result.anomaly.params);
  };
  expect(await told("École;Postes\nBeure;4")).toContain("c’est un texte à renommer en .csv.");
  expect(await told("<table><tr><td>Beure</td></tr></table>")).toMatch(
    /son contenu ne correspond pas à son nom\. Indiquez/,
  );
});

test("the contents of a file decide its format, not its workbook extension", async () => {
  const result = await openWorkbookFile(await good(), "parc.xls");
  expect(result.ok && result.workbook.format).toBe("xlsx");
});
