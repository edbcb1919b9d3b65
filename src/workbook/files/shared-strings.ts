import { decodeXml } from "./decode-xml";
import { damaged } from "./file-fault";
import { ownText, stringText } from "./string-text";
import { XmlScanner } from "./xml-scanner";

/** The texts that cells point at by their number. Throws where the part is malformed. */
export function sharedStringsOf(bytes: Uint8Array, part: string): string[] {
  const scanner = new XmlScanner(decodeXml(bytes, part), () => damaged(part));
  const texts: string[] = [];
  for (let event = scanner.next(); event !== "end"; event = scanner.next())
    if (event === "open" && scanner.depth === 2 && scanner.name === "si") texts.push(ownText(stringText(scanner)));
  return texts;
}
