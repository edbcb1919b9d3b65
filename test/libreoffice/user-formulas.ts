import { Package } from "../../src/workbook/files/package";
import { WorkbookPart } from "../../src/workbook/files/workbook-part";
import { bytesOf } from "../../src/workbook/files/xml";

export const userSheet = "Ma synthèse";

/** The workbook with one sheet more, a user's, that holds these formulas in column A with no good result kept. */
export function withUserFormulas(bytes: Uint8Array, formulas: readonly string[]): Uint8Array {
  const pack = Package.open(bytes);
  const workbook = new WorkbookPart(pack, pack.workbookPath()!);
  const path = pack.freePath("xl/worksheets/sheet#.xml");
  const rows = formulas.map(
    (formula, index) => `<row r="${index + 1}"><c r="A${index + 1}"><f>${escaped(formula)}</f><v>-1</v></c></row>`,
  );
  pack.write(
    path,
    bytesOf(
      `<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>${rows.join("")}</sheetData></worksheet>`,
    ),
  );
  pack.setContentType(path, "application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml");
  workbook.addSheet(userSheet, path);
  workbook.save();
  return pack.toBytes();
}

function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}
