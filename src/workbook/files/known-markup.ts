import { damaged } from "./opened-file";
import { childrenOf, type Element } from "./xml";
import type { XmlScanner } from "./xml-scanner";

/** Names that the standard knows, of elements or of attributes. */
export type Names = ReadonlySet<string>;

export function names(listed: string): Names {
  return new Set(listed.split(" "));
}

/** What holds a value, which nobody may hide in what only extends a part. */
const holders = names("sheetData row c v is si t numFmt xf table-row table-cell");

/**
 * Goes to the next element of a closed list, inside the one that opened at a depth. Returns false when that one closes. What is of
 * another vocabulary is passed over: it extends the part. Throws for any other element, and for a text between: a name that the standard
 * does not have is misspelled, and what it holds would be left out in silence.
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

/** Goes past the element that just opened, which extends the part. Throws when it does not, or holds what the part should. */
function passExtension(scanner: XmlScanner, isExtension: (scanner: XmlScanner) => boolean): void {
  const { depth } = scanner;
  if (!isExtension(scanner)) throw scanner.fault();
  while (scanner.nextOpen(depth)) if (holders.has(scanner.name) && !isExtension(scanner)) throw scanner.fault();
}

function extendsRoot(scanner: XmlScanner): boolean {
  return scanner.namespace !== scanner.rootNamespace;
}

/** Returns the text of the element that just opened, and goes to where it closes. Throws when it holds an element. */
export function plainContent(scanner: XmlScanner): string {
  let text = "";
  for (let event = scanner.next(); event !== "close"; event = scanner.next()) {
    if (event === "open") throw scanner.fault();
    text += scanner.text;
  }
  return text;
}

/** Opens the root of a part, and returns its depth. Throws when it is none of those. */
export function openRoot(scanner: XmlScanner, root: string): number {
  if (!scanner.nextOpen(0) || scanner.name !== root) throw scanner.fault();
  return scanner.depth;
}

/** Throws when the element that opens has an attribute that is neither of the list, nor of another vocabulary. */
export function checkAttributes(scanner: XmlScanner, known: Names): void {
  if (scanner.hasOtherThan(known)) throw scanner.fault();
}

/** Throws when an element of a tree holds one of its own vocabulary that is not of the list, or a text. */
export function checkChildren(element: Element, known: Names, part: string): void {
  for (let node = element.firstChild; node !== null; node = node.nextSibling)
    if (node.nodeType === 3 && (node.nodeValue ?? "").trim() !== "") throw damaged(part);
  for (const child of childrenOf(element))
    if (child.namespaceURI === element.namespaceURI && !known.has(child.localName!)) throw damaged(part);
}

/** Throws when an element of a tree has an attribute that is neither of the list, nor of another vocabulary. */
export function checkOwnAttributes(element: Element, known: Names, part: string): void {
  for (let index = 0; index < element.attributes.length; index++) {
    const { name } = element.attributes.item(index)!;
    if (!known.has(name) && !name.includes(":") && name !== "xmlns") throw damaged(part);
  }
}
