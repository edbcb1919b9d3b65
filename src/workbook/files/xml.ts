import { DOMParser, XMLSerializer, type Document, type Element } from "@xmldom/xmldom";

export type { Document, Element };

const decoder = new TextDecoder("utf-8");
const encoder = new TextEncoder();

/** Parses a part. Throws where it is not well-formed. */
export function parseXml(bytes: Uint8Array): Document {
  const parser = new DOMParser({
    onError: (level, message) => {
      if (level !== "warning") throw new Error(message);
    },
  });
  return parser.parseFromString(decoder.decode(bytes), "text/xml");
}

export function xmlBytes(document: Document): Uint8Array {
  return encoder.encode(new XMLSerializer().serializeToString(document));
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

/** The element children of an element, or only those of one local name: writers choose prefixes as they like. */
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

/** A new element in the namespace, and with the prefix, of its parent; not yet attached. */
export function newElement(parent: Element, localName: string, attributes: Readonly<Record<string, string>>): Element {
  const document = parent.ownerDocument!;
  const name = parent.prefix ? `${parent.prefix}:${localName}` : localName;
  const element = document.createElementNS(parent.namespaceURI, name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  return element;
}

/** An attribute by its local name, whatever its prefix (`r:id`); null where there is none. */
export function attributeOf(element: Element, localName: string): string | null {
  for (let index = 0; index < element.attributes.length; index++) {
    const attribute = element.attributes.item(index)!;
    if ((attribute.localName ?? attribute.name) === localName) return attribute.value;
  }
  return null;
}
