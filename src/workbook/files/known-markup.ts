import { damaged } from "./opened-file";
import { childrenOf, type Element } from "./xml";
import type { XmlScanner } from "./xml-scanner";

/** Names of elements or attributes defined by the standard. */
export type Names = ReadonlySet<string>;

export function names(listed: string): Names {
  return new Set(listed.split(" "));
}

/** Elements that hold values, which an extension of a part must not contain. */
const holders = names("sheetData row c v is si t numFmt xf table-row table-cell");

/**
 * Moves to the next element of a closed list within the element opened at the depth `inside`; returns false at its end.
 * Elements of other namespaces extend the part and are skipped. Throws for any other element and for text in between: a
 * name that the standard does not define is misspelled, and its contents would be lost silently.
 */
export function nextOf(scanner: XmlScanner, inside: number, known: Names, isExtension = extendsRoot): boolean {
  for (let event = scanner.next(); ; event = scanner.next())
    if (event === "open") {
      if (scanner.depth === inside + 1 && known.has(scanner.name)) return true;
      passExtension(scanner, isExtension);
    } else if (event === "text") {
      if (scanner.text.trim() !== "") throw scanner.fault();
    } else if (event === "end" || scanner.depth === inside) return false;
}

/** Skips the current element, which must be an extension. Throws when it is not, or contains values of the part. */
function passExtension(scanner: XmlScanner, isExtension: (scanner: XmlScanner) => boolean): void {
  const { depth } = scanner;
  if (!isExtension(scanner)) throw scanner.fault();
  while (scanner.nextOpen(depth)) if (holders.has(scanner.name) && !isExtension(scanner)) throw scanner.fault();
}

function extendsRoot(scanner: XmlScanner): boolean {
  return scanner.namespace !== scanner.rootNamespace;
}

/** Returns the text of the current element, and moves to its end. Throws when it contains an element. */
export function plainContent(scanner: XmlScanner): string {
  let text = "";
  for (let event = scanner.next(); event !== "close"; event = scanner.next()) {
    if (event === "open") throw scanner.fault();
    text += scanner.text;
  }
  return text;
}

/** Opens the root element of a part, and returns its depth. Throws when it has another name. */
export function openRoot(scanner: XmlScanner, root: string): number {
  if (!scanner.nextOpen(0) || scanner.name !== root) throw scanner.fault();
  return scanner.depth;
}

/** Throws when the current element has an attribute without a prefix that is not in the list. */
export function checkAttributes(scanner: XmlScanner, known: Names): void {
  if (scanner.hasOtherThan(known)) throw scanner.fault();
}

/** Throws when an element contains text, or a child of its own namespace that is not in the list. */
export function checkChildren(element: Element, known: Names, part: string): void {
  for (let node = element.firstChild; node !== null; node = node.nextSibling)
    if (node.nodeType === 3 && (node.nodeValue ?? "").trim() !== "") throw damaged(part);
  for (const child of childrenOf(element))
    if (child.namespaceURI === element.namespaceURI && !known.has(child.localName!)) throw damaged(part);
}

/** Throws when an element has an attribute without a prefix that is not in the list. */
export function checkOwnAttributes(element: Element, known: Names, part: string): void {
  for (let index = 0; index < element.attributes.length; index++) {
    const { name } = element.attributes.item(index)!;
    if (!known.has(name) && !name.includes(":") && name !== "xmlns") throw damaged(part);
  }
}
