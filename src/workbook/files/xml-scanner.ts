import { damaged } from "./opened-file";
import { decodeXml } from "./xml";
import {
  apostrophe,
  colon,
  equals,
  exclamation,
  greaterThan,
  isInName,
  isSpace,
  lessThan,
  letterOf,
  question,
  quote,
  slash,
} from "./xml-letters";
import { Prefixes } from "./xml-prefixes";

/** The current event of a scanner. An empty element opens, then closes. */
type XmlEvent = "open" | "close" | "text" | "end";

/**
 * Walks through an XML part without building a tree, because a sheet has millions of elements. Throws when the part is
 * not well-formed: one cut between two rows would otherwise seem whole.
 */
export class XmlScanner {
  /** The local name of the current element. */
  name = "";
  /** The number of open elements, the current one included. */
  depth = 0;
  /** The position of the current tag in the text; an empty element has a single tag. */
  tagStart = 0;
  private at = 0;
  private hasRoot = false;
  private isEmpty = false;
  private isClosed = false;
  private rawText = "";
  /** Qualified names of the open elements. */
  private readonly open: string[] = [];
  private readonly locals: string[] = [];
  /** For each attribute, the start and end of its name, then of its value. */
  private readonly attributes: number[] = [];
  private count = 0;
  private readonly prefixes = new Prefixes();
  /** The namespace of the root; elements of other namespaces are extensions. */
  rootNamespace: string | null = null;

  private readonly xml: string;

  constructor(
    bytes: Uint8Array,
    private readonly part: string,
  ) {
    this.xml = decodeXml(bytes, part);
    if (this.xml.charCodeAt(0) === 0xfeff) this.at = 1;
  }

  /** Moves to the next event. Comments and processing instructions are skipped. */
  next(): XmlEvent {
    if (this.isClosed) {
      this.isClosed = false;
      this.depth--;
      this.open.pop();
      this.locals.pop();
      this.prefixes.leave(this.depth);
    }
    if (this.isEmpty) {
      this.isEmpty = false;
      this.isClosed = true;
      return "close";
    }
    const { xml } = this;
    for (;;) {
      if (this.at >= xml.length) {
        if (this.depth > 0 || !this.hasRoot) throw this.fault();
        return "end";
      }
      if (xml.charCodeAt(this.at) !== lessThan) {
        if (this.takeText()) return "text";
        continue;
      }
      const second = xml.charCodeAt(this.at + 1);
      if (second === slash) return this.close();
      if (second === question) this.skip("?>", 2);
      else if (second !== exclamation) return this.opening();
      else if (xml.startsWith("<!--", this.at)) this.skip("-->", 4);
      else if (xml.startsWith("<![CDATA[", this.at) && this.depth > 0) return this.data();
      // A document type could define anything, and no part of a workbook has one.
      else throw this.fault();
    }
  }

  /**
   * Moves to the next opening tag within the element opened at the depth `inside`, 0 for the whole part. Returns false
   * at the end of that element.
   */
  nextOpen(inside: number): boolean {
    for (let event = this.next(); event !== "open"; event = this.next())
      if (event === "end" || (event === "close" && this.depth === inside)) return false;
    return true;
  }

  /** Returns the text of the current element, and moves to its end. */
  content(): string {
    const { depth } = this;
    let text = "";
    for (let event = this.next(); event !== "close" || this.depth !== depth; event = this.next())
      if (event === "text") text += this.text;
    return text;
  }

  /** The position after the current tag in the text. */
  get tagEnd(): number {
    return this.at;
  }

  /** The current text, with its entities resolved. */
  get text(): string {
    return this.opened(this.rawText);
  }

  /** Returns an attribute of the current element by its qualified name; null when it is absent. */
  attribute(name: string): string | null {
    const { xml, attributes } = this;
    for (let index = 0; index < this.count; index++) {
      const start = attributes[4 * index]!;
      if (attributes[4 * index + 1]! - start === name.length && xml.startsWith(name, start))
        return this.opened(xml.slice(attributes[4 * index + 2], attributes[4 * index + 3]));
    }
    return null;
  }

  /** Returns whether the current element has an attribute without a prefix that is not in the list. */
  hasOtherThan(known: ReadonlySet<string>): boolean {
    for (let index = 0; index < this.count; index++) {
      const name = this.attributeName(index);
      if (!known.has(name) && !name.includes(":") && name !== "xmlns") return true;
    }
    return false;
  }

  /** Returns the qualified names of the attributes of the current element. */
  attributeNames(): string[] {
    return Array.from({ length: this.count }, (_, index) => this.attributeName(index));
  }

  /** The namespace of the current element; null when it has none. Throws when its prefix is not declared. */
  get namespace(): string | null {
    return this.namespaceOf(this.open.at(-1)!.slice(0, -this.name.length - 1));
  }

  /** Returns the namespace of a prefix; null for an undeclared empty one. Throws for any other undeclared prefix. */
  namespaceOf(prefix: string): string | null {
    const found = this.prefixes.namespaceOf(prefix);
    if (found === null && prefix !== "") throw this.fault();
    return found;
  }

  /** Returns the fault of a malformed part. */
  fault(): Error {
    return damaged(this.part);
  }

  /** Moves to the end of the current element. */
  skipElement(): void {
    const { depth } = this;
    while (this.next() !== "close" || this.depth !== depth);
  }

  private attributeName(index: number): string {
    const [start, end] = [this.attributes[4 * index]!, this.attributes[4 * index + 1]!];
    // Cells have millions of one-letter attribute names: indexing does not allocate a string.
    return end - start === 1 ? this.xml[start]! : this.xml.slice(start, end);
  }

  private hasTwice(): boolean {
    const { count } = this;
    if (count > 8) return new Set(this.attributeNames()).size < count;
    for (let index = 1; index < count; index++)
      for (let other = 0; other < index; other++) if (this.isSameName(index, other)) return true;
    return false;
  }

  /** Compares character by character, because it is done for every element of a sheet. */
  private isSameName(index: number, other: number): boolean {
    const { xml, attributes } = this;
    const [one, another] = [attributes[4 * index]!, attributes[4 * other]!];
    const length = attributes[4 * index + 1]! - one;
    if (attributes[4 * other + 1]! - another !== length) return false;
    for (let at = 0; at < length; at++) if (xml.charCodeAt(one + at) !== xml.charCodeAt(another + at)) return false;
    return true;
  }

  /** Records the prefixes that the current element declares. Throws when it has a duplicate attribute. */
  private declarePrefixes(): void {
    const { xml, attributes, count, depth } = this;
    for (let index = 0; index < count; index++) {
      if (!xml.startsWith("xmlns", attributes[4 * index])) continue;
      const uri = this.opened(xml.slice(attributes[4 * index + 2], attributes[4 * index + 3]));
      this.prefixes.declare(this.attributeName(index), uri, depth);
    }
    if (this.hasTwice()) throw this.fault();
    if (depth === 1) this.rootNamespace = this.namespace;
  }

  private skip(end: string, from: number): void {
    const found = this.xml.indexOf(end, this.at + from);
    if (found === -1) throw this.fault();
    this.at = found + end.length;
  }

  /** Takes the next text; returns false for white space around the root. */
  private takeText(): boolean {
    const found = this.xml.indexOf("<", this.at);
    const end = found === -1 ? this.xml.length : found;
    this.rawText = this.xml.slice(this.at, end);
    this.at = end;
    if (this.depth > 0) return true;
    if (this.rawText.trim() !== "") throw this.fault();
    return false;
  }

  private data(): XmlEvent {
    const start = this.at + 9;
    this.skip("]]>", 9);
    // Entities are not resolved within CDATA.
    this.rawText = this.xml.slice(start, this.at - 3).replaceAll("&", "&amp;");
    return "text";
  }

  private close(): XmlEvent {
    const { xml } = this;
    const name = this.open.at(-1);
    const start = this.at + 2;
    if (name === undefined || !xml.startsWith(name, start)) throw this.fault();
    this.tagStart = this.at;
    let end = start + name.length;
    while (isSpace(xml.charCodeAt(end))) end++;
    if (xml.charCodeAt(end) !== greaterThan) throw this.fault();
    this.at = end + 1;
    this.name = this.locals.at(-1)!;
    this.isClosed = true;
    return "close";
  }

  private opening(): XmlEvent {
    const { xml } = this;
    if (this.depth === 0) {
      if (this.hasRoot) throw this.fault();
      this.hasRoot = true;
    }
    this.tagStart = this.at;
    const start = this.at + 1;
    let end = start;
    let local = start;
    for (; ; end++) {
      const code = xml.charCodeAt(end);
      if (code === greaterThan || code === slash || isSpace(code)) break;
      if (code === colon) local = end + 1;
      // Past the end, the code is NaN.
      if (code === lessThan || code === quote || code === equals || code !== code) throw this.fault();
    }
    if (local === end) throw this.fault();
    this.name = xml.slice(local, end);
    this.open.push(local === start ? this.name : xml.slice(start, end));
    this.locals.push(this.name);
    this.depth++;
    this.takeAttributes(end);
    return "open";
  }

  private takeAttributes(from: number): void {
    const { xml, attributes } = this;
    this.count = 0;
    let at = from;
    for (;;) {
      const before = at;
      while (isSpace(xml.charCodeAt(at))) at++;
      const code = xml.charCodeAt(at);
      if (code === greaterThan) break;
      if (code === slash) {
        if (xml.charCodeAt(++at) !== greaterThan) throw this.fault();
        this.isEmpty = true;
        break;
      }
      if (at === before) throw this.fault();
      const name = at;
      while (isInName(xml.charCodeAt(at))) at++;
      const nameEnd = at;
      while (isSpace(xml.charCodeAt(at))) at++;
      if (nameEnd === name || xml.charCodeAt(at++) !== equals) throw this.fault();
      while (isSpace(xml.charCodeAt(at))) at++;
      const mark = xml.charCodeAt(at);
      if (mark !== quote && mark !== apostrophe) throw this.fault();
      const value = at + 1;
      at = value;
      for (let letter = xml.charCodeAt(at); letter !== mark; letter = xml.charCodeAt(++at))
        if (letter === lessThan || letter !== letter) throw this.fault();
      const slot = 4 * this.count++;
      attributes[slot] = name;
      attributes[slot + 1] = nameEnd;
      attributes[slot + 2] = value;
      attributes[slot + 3] = at++;
    }
    this.at = at + 1;
    this.declarePrefixes();
  }

  private opened(text: string): string {
    if (!text.includes("&")) return text;
    return text.replace(/&([^;&]*;?)/g, (_, entity: string) => {
      const letter = letterOf(entity);
      if (letter === null) throw this.fault();
      return letter;
    });
  }
}
