import { shownBy, shownByBuiltIn, type Shown } from "../number-format";
import { decodeXml } from "./decode-xml";
import { damaged } from "./file-fault";
import { XmlScanner } from "./xml-scanner";

/** What a cell format does to a number. */
export interface NumberLook {
  readonly shown: Shown;
  /** Its characters are struck through. */
  readonly isStruck: boolean;
}

/** What each cell format of a style sheet, by its number, does to a number. Throws where the part is malformed. */
export function numberLooksOf(bytes: Uint8Array, part: string): NumberLook[] {
  const scanner = new XmlScanner(decodeXml(bytes, part), () => damaged(part));
  const codes = new Map<number, Shown>();
  const formats: { format: number; font: number }[] = [];
  const struck: boolean[] = [];
  let list = "";
  for (let event = scanner.next(); event !== "end"; event = scanner.next()) {
    if (event !== "open") continue;
    if (scanner.depth === 2) list = scanner.name;
    else if (scanner.depth === 3 && list === "numFmts" && scanner.name === "numFmt")
      codes.set(Number(scanner.attribute("numFmtId")), shownBy(scanner.attribute("formatCode") ?? ""));
    else if (scanner.depth === 3 && list === "cellXfs" && scanner.name === "xf")
      formats.push({
        format: Number(scanner.attribute("numFmtId") ?? 0),
        font: Number(scanner.attribute("fontId") ?? 0),
      });
    else if (scanner.depth === 3 && list === "fonts") struck.push(false);
    else if (scanner.depth === 4 && list === "fonts" && scanner.name === "strike")
      struck[struck.length - 1] = !/^(?:0|false)$/.test(scanner.attribute("val") ?? "1");
  }
  return formats.map(({ format, font }) => ({
    shown: codes.get(format) ?? shownByBuiltIn(format),
    isStruck: struck[font] === true,
  }));
}
