import type { XmlScanner } from "./xml-scanner";

/**
 * The text of the element that just opened, a shared or an inline string, its runs put together; how it is pronounced
 * (`rPh`) is no part of it. Leaves the scanner where the element closes.
 */
export function stringText(scanner: XmlScanner): string {
  const { depth } = scanner;
  let text = "";
  let isText = false;
  for (let event = scanner.next(); ; event = scanner.next()) {
    if (event === "text") {
      if (isText) text += scanner.text;
    } else if (event === "open") {
      if (scanner.name === "rPh") scanner.skipElement();
      else isText = scanner.name === "t";
    } else if (scanner.depth === depth) return unescaped(text);
    else isText = false;
  }
}

/** What XML cannot hold is written `_x000D_`. */
export function unescaped(text: string): string {
  if (!text.includes("_x")) return text;
  return text.replace(/_x([0-9a-f]{4})_/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
}

/** A text of its own: one cut out of a part would keep the whole part in memory. */
export function ownText(text: string): string {
  return text.length < shortest ? text : (JSON.parse(JSON.stringify(text)) as string);
}

/** Shorter ones are copied anyway. */
const shortest = 13;
