import type { CellBlock } from "../../cells";
import { decodeXml } from "./decode-xml";
import { damaged } from "./file-fault";
import { parseBlock } from "./sheet-part";
import { XmlScanner } from "./xml-scanner";

/** A native table. */
export interface TablePart {
  readonly name: string;
  readonly block: CellBlock;
  /** It has filter buttons. */
  readonly hasFilter: boolean;
}

/** Reads the part of a table. Throws where it is malformed. */
export function tableOf(bytes: Uint8Array, part: string): TablePart {
  const scanner = new XmlScanner(decodeXml(bytes, part), () => damaged(part));
  scanner.next();
  const name = scanner.attribute("displayName") ?? scanner.attribute("name");
  const block = parseBlock(scanner.attribute("ref") ?? "");
  if (name === null || block === null) throw damaged(part);
  let hasFilter = false;
  for (let event = scanner.next(); event !== "end"; event = scanner.next())
    if (event === "open" && scanner.depth === 2 && scanner.name === "autoFilter") hasFilter = true;
  return { name, block, hasFilter };
}
