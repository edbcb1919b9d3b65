import { DOMParser, XMLSerializer, type Document, type Element } from "@xmldom/xmldom";
import { damaged } from "./opened-file";

export type { Document, Element };

const decoder = new TextDecoder("utf-8");
const encoder = new TextEncoder();

/** Parses a part. Throws a `FileFault` when it is not well-formed, or has a document type. */
export function parseXml(bytes: Uint8Array, part = ""): Document {
  const text = decodeXml(bytes, part);
  const parser = new DOMParser({
    onError: (level) => {
      if (level !== "warning") throw damaged(part);
    },
  });
  try {
    const document = parser.parseFromString(text, "text/xml");
    if (document.doctype !== null || document.documentElement === null) throw damaged(part);
    return document;
  } catch {
    throw damaged(part);
  }
}

/** Returns the bytes of a part, always in UTF-8. */
export function xmlBytes(document: Document): Uint8Array {
  const text = new XMLSerializer().serializeToString(document);
  return encoder.encode(text.replace(/^(<\?xml[^>]*\sencoding=)(?:"[^"]*"|'[^']*')/, '$1"UTF-8"'));
}

export function textOf(bytes: Uint8Array): string {
  return decoder.decode(bytes);
}

export function bytesOf(text: string): Uint8Array {
  return encoder.encode(text);
}

export function rootOf(document: Document): Element {
  const root = document.documentElement;
  if (root === null) throw new Error("An XML part has no root element.");
  return root;
}

/** Returns the child elements of an element, all or those of a local name, whatever their prefix. */
export function childrenOf(parent: Element, localName?: string): Element[] {
  const found: Element[] = [];
  for (let node = parent.firstChild; node !== null; node = node.nextSibling)
    if (node.nodeType === 1 && (localName === undefined || (node as Element).localName === localName))
      found.push(node as Element);
  return found;
}

export function childOf(parent: Element, localName: string): Element | null {
  return childrenOf(parent, localName)[0] ?? null;
}

/** Returns a new, unattached element with the namespace and prefix of its parent. */
export function newElement(parent: Element, localName: string, attributes: Readonly<Record<string, string>>): Element {
  const document = parent.ownerDocument!;
  const name = parent.prefix ? `${parent.prefix}:${localName}` : localName;
  const element = document.createElementNS(parent.namespaceURI, name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  return element;
}

/** Returns an attribute by its local name, whatever its prefix (`r:id`); null when it is absent. */
export function attributeOf(element: Element, localName: string): string | null {
  for (let index = 0; index < element.attributes.length; index++) {
    const attribute = element.attributes.item(index)!;
    if ((attribute.localName ?? attribute.name) === localName) return attribute.value;
  }
  return null;
}

const inText = /[&<>\r\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;
const inAttribute = /[&<>"'\t\n\r\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;

const escapes: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&apos;",
  "\t": "&#9;",
  "\n": "&#10;",
};

/**
 * Returns a text escaped for a cell: characters that XML cannot hold or would change are written `_x000D_`, and a text
 * that already looks so has its underscore escaped.
 */
export function escapedText(text: string): string {
  return text.replace(/_(?=x[0-9a-f]{4}_)/gi, "_x005F_").replace(inText, (letter) => escapes[letter] ?? codeOf(letter));
}

/** Returns a text escaped for an attribute in double quotes. */
export function escapedAttribute(text: string): string {
  return text.replace(inAttribute, (letter) => escapes[letter] ?? (letter === "\r" ? "&#13;" : codeOf(letter)));
}

function codeOf(letter: string): string {
  return `_x${letter.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0")}_`;
}

/** Characters that XML does not allow. */
const forbidden = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/;

/**
 * Decodes an XML part, without its byte order mark. The encoding comes from this mark, from the bytes of the first « <
 * », or from the declaration; UTF-8 by default. Throws when the bytes do not match the encoding.
 */
export function decodeXml(bytes: Uint8Array, part: string): string {
  const known = encodingOf(bytes);
  const declared = /^<\?xml[^>]*\sencoding\s*=\s*["']([\w.:-]+)["']/.exec(ascii(bytes, known))?.[1] ?? null;
  const encoding = known ?? (declared === null || isUtf16(declared) ? "utf-8" : declared);
  // A declared UTF-16 must agree with the actual width of characters.
  if (declared !== null && isUtf16(declared) !== isUtf16(encoding)) throw damaged(part);
  try {
    const text = new TextDecoder(encoding, { fatal: true }).decode(bytes);
    if (forbidden.test(text)) throw damaged(part);
    return text;
  } catch {
    throw damaged(part);
  }
}

/** Returns the UTF-16 encoding given by a byte order mark; null when there is none. */
export function utf16Mark([first, second]: Uint8Array): "utf-16le" | "utf-16be" | null {
  if (first === 0xff && second === 0xfe) return "utf-16le";
  return first === 0xfe && second === 0xff ? "utf-16be" : null;
}

function encodingOf(bytes: Uint8Array): "utf-8" | "utf-16le" | "utf-16be" | null {
  const marked = utf16Mark(bytes);
  if (marked !== null) return marked;
  const [first, second, third, fourth] = bytes;
  if (first === 0xef && second === 0xbb && third === 0xbf) return "utf-8";
  if (first === 0x3c && second === 0 && third !== 0 && fourth === 0) return "utf-16le";
  if (first === 0 && second === 0x3c && third === 0 && fourth !== 0) return "utf-16be";
  return null;
}

function isUtf16(encoding: string): boolean {
  return /^(utf-?16|ucs-?2|iso-10646-ucs-2)/i.test(encoding);
}

/** Returns the start of a part, whose declaration is ASCII whatever its encoding. */
function ascii(bytes: Uint8Array, encoding: string | null): string {
  const start = bytes.subarray(0, 400);
  return new TextDecoder(encoding === null || !isUtf16(encoding) ? "latin1" : encoding)
    .decode(start)
    .replace(/^\ufeff|^ï»¿/, "");
}
