import { shownBy, shownByBuiltIn, type Shown } from "../number-format";
import { decodeXml } from "./decode-xml";
import { damaged } from "./file-fault";
import { XmlScanner } from "./xml-scanner";

/** What each cell format of a style sheet, by its number, shows a number as. Throws where the part is malformed. */
export function shownFormatsOf(bytes: Uint8Array, part: string): Shown[] {
  const scanner = new XmlScanner(decodeXml(bytes, part), () => damaged(part));
  const codes = new Map<number, Shown>();
  const formats: number[] = [];
  let list = "";
  for (let event = scanner.next(); event !== "end"; event = scanner.next()) {
    if (event !== "open") continue;
    if (scanner.depth === 2) list = scanner.name;
    else if (scanner.depth === 3 && list === "numFmts" && scanner.name === "numFmt")
      codes.set(Number(scanner.attribute("numFmtId")), shownBy(scanner.attribute("formatCode") ?? ""));
    else if (scanner.depth === 3 && list === "cellXfs" && scanner.name === "xf")
      formats.push(Number(scanner.attribute("numFmtId") ?? 0));
  }
  return formats.map((number) => (codes.has(number) ? codes.get(number)! : shownByBuiltIn(number)));
}
