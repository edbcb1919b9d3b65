import { DOMParser, XMLSerializer, type Document, type Element } from "@xmldom/xmldom";
import { damaged } from "./opened-file";

export type { Document, Element };

const decoder = new TextDecoder("utf-8");
const encoder = new TextEncoder();

/** Parses a part. Throws a `FileFault` when it is not well-formed, or holds a document type. */
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

/** Returns the bytes of a part, in UTF-8 whatever it was read from. */
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

/** Returns the element children of an element, or only those of one local name: writers choose prefixes as they like. */
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

/** Returns a new element in the namespace, and with the prefix, of its parent; not yet attached. */
export function newElement(parent: Element, localName: string, attributes: Readonly<Record<string, string>>): Element {
  const document = parent.ownerDocument!;
  const name = parent.prefix ? `${parent.prefix}:${localName}` : localName;
  const element = document.createElementNS(parent.namespaceURI, name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  return element;
}

/** Returns an attribute by its local name, whatever its prefix (`r:id`); null when there is none. */
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
 * Returns a text as a cell writes it; what XML cannot hold, or would change, is written `_x000D_`, and what only looks like that
 * has its first letter so written.
 */
export function escapedText(text: string): string {
  return text.replace(/_(?=x[0-9a-f]{4}_)/gi, "_x005F_").replace(inText, (letter) => escapes[letter] ?? codeOf(letter));
}

/** Returns a text as an attribute writes it, between double quotes. */
export function escapedAttribute(text: string): string {
  return text.replace(inAttribute, (letter) => escapes[letter] ?? (letter === "\r" ? "&#13;" : codeOf(letter)));
}

function codeOf(letter: string): string {
  return `_x${letter.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0")}_`;
}

/** What no XML text may hold. */
const forbidden = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/;

/**
 * Returns the text of an XML part, without its mark: by that mark, by how its first « < » is spelled, or by the encoding that it
 * declares; UTF-8 otherwise. Throws when the bytes are not what they say.
 */
export function decodeXml(bytes: Uint8Array, part: string): string {
  const known = encodingOf(bytes);
  const declared = /^<\?xml[^>]*\sencoding\s*=\s*["']([\w.:-]+)["']/.exec(ascii(bytes, known))?.[1] ?? null;
  const encoding = known ?? (declared === null || isUtf16(declared) ? "utf-8" : declared);
  // Text of 8 bits that says it is of 16 is not what it says, and the other way round.
  if (declared !== null && isUtf16(declared) !== isUtf16(encoding)) throw damaged(part);
  try {
    const text = new TextDecoder(encoding, { fatal: true }).decode(bytes);
    if (forbidden.test(text)) throw damaged(part);
    return text;
  } catch {
    throw damaged(part);
  }
}

/** Returns which UTF-16 the mark that bytes begin with says; null when they have none. */
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

/** Returns the start of a part as ASCII, which its declaration is in, whatever the encoding of the rest. */
function ascii(bytes: Uint8Array, encoding: string | null): string {
  const start = bytes.subarray(0, 400);
  return new TextDecoder(encoding === null || !isUtf16(encoding) ? "latin1" : encoding)
    .decode(start)
    .replace(/^\ufeff|^ï»¿/, "");
}
