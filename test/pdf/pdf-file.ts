import { unzlibSync } from "fflate";

/** A value of a PDF: a name begins with `/`; a reference to another object is followed by whoever asks. */
export type PdfValue = null | boolean | number | string | Uint8Array | Reference | readonly PdfValue[] | PdfDictionary;
export type PdfDictionary = { readonly [key: string]: PdfValue };

class Reference {
  constructor(readonly id: number) {}
}

/** An object, and the bytes of its stream as they are stored and as they read. */
interface PdfObject {
  readonly value: PdfValue;
  readonly stored: Uint8Array | null;
  readonly start: number;
}

/** A PDF as its standard says to read it: from its end, by the places that its table gives. */
export class PdfFile {
  readonly text: string;
  readonly trailer: PdfDictionary;
  readonly objects = new Map<number, PdfObject>();

  constructor(bytes: Uint8Array) {
    this.text = Buffer.from(bytes).toString("latin1");
    const table = Number(/startxref\n(\d+)\n%%EOF/.exec(this.text)![1]);
    const [, count = "0"] = /^xref\n0 (\d+)\n/.exec(this.text.slice(table, table + 40))!;
    const entries = table + `xref\n0 ${count}\n`.length;
    for (let id = 1; id < Number(count); id += 1)
      this.objects.set(id, this.objectAt(id, Number(this.text.slice(entries + id * 20, entries + id * 20 + 10))));
    this.trailer = new Parser(this.text, this.text.indexOf("trailer", table) + 7).value() as PdfDictionary;
  }

  /** Returns what a value is, once a reference is followed. */
  get(value: PdfValue | undefined): PdfValue {
    return value instanceof Reference ? this.objects.get(value.id)!.value : (value ?? null);
  }

  dictionary(value: PdfValue | undefined): PdfDictionary {
    return this.get(value) as PdfDictionary;
  }

  /** Returns what a stream holds. */
  stream(value: PdfValue | undefined): Uint8Array {
    const { value: dictionary, stored } = this.objects.get((value as Reference).id)!;
    return (dictionary as PdfDictionary).Filter === "/FlateDecode" ? unzlibSync(stored!) : stored!;
  }

  get catalog(): PdfDictionary {
    return this.dictionary(this.trailer.Root);
  }

  get pages(): PdfDictionary[] {
    return this.list(this.dictionary(this.catalog.Pages).Kids).map((page) => this.dictionary(page));
  }

  /** Returns a list; one thing alone is a list of it, and none an empty one. */
  list(value: PdfValue | undefined): readonly PdfValue[] {
    const found = this.get(value);
    return Array.isArray(found) ? found : found === null ? [] : [found];
  }

  private objectAt(id: number, start: number): PdfObject {
    if (!this.text.startsWith(`${id} 0 obj\n`, start)) throw new Error(`Object ${id} is not at ${start}`);
    const parser = new Parser(this.text, start + `${id} 0 obj\n`.length);
    const value = parser.value();
    const rest = this.text.slice(parser.at, parser.at + 20);
    if (!/^\s*stream\n/.test(rest)) return { value, stored: null, start };
    const from = parser.at + rest.indexOf("stream\n") + 7;
    const length = (value as PdfDictionary).Length as number;
    return { value, stored: Buffer.from(this.text.slice(from, from + length), "latin1"), start };
  }
}

const escapes: Readonly<Record<string, string>> = { n: "\n", r: "\r", t: "\t", b: "\b", f: "\f" };

/** Reads the values of a PDF, and the operators of what is drawn, one after the other. */
export class Parser {
  constructor(
    private readonly text: string,
    public at = 0,
  ) {}

  /** Returns the next value; an operator is a text that begins with `!`. Undefined at the end. */
  next(): PdfValue | undefined {
    this.skip();
    return this.at < this.text.length ? this.value() : undefined;
  }

  value(): PdfValue {
    this.skip();
    const rest = (pattern: RegExp): RegExpExecArray | null => {
      pattern.lastIndex = this.at;
      const found = pattern.exec(this.text);
      if (found !== null) this.at = pattern.lastIndex;
      return found;
    };
    if (rest(/<</y)) return this.pairs();
    if (rest(/\[/y)) return this.items();
    if (rest(/\(/y)) return this.literal();
    const hex = rest(/<([\da-fA-F\s]*)>/y);
    if (hex !== null) return Buffer.from(hex[1]!.replace(/\s/g, ""), "hex");
    const reference = rest(/(\d+) \d+ R\b/y);
    if (reference !== null) return new Reference(Number(reference[1]));
    const [word = ""] = rest(/\/?[^\s/<>[\]()]*/y) ?? [];
    if (word === "") throw new Error(`Nothing is read at ${this.at}: ${this.text.slice(this.at, this.at + 20)}`);
    if (word.startsWith("/")) return word;
    if (/^[-+.\d]/.test(word)) return Number(word);
    return word === "true" ? true : word === "false" ? false : word === "null" ? null : `!${word}`;
  }

  private skip(): void {
    while (/\s/.test(this.text[this.at] ?? "x")) this.at += 1;
  }

  private isAt(end: string): boolean {
    this.skip();
    if (!this.text.startsWith(end, this.at)) return false;
    this.at += end.length;
    return true;
  }

  private pairs(): PdfDictionary {
    const dictionary: Record<string, PdfValue> = {};
    while (!this.isAt(">>")) dictionary[(this.value() as string).slice(1)] = this.value();
    return dictionary;
  }

  private items(): PdfValue[] {
    const items: PdfValue[] = [];
    while (!this.isAt("]")) items.push(this.value());
    return items;
  }

  /** Returns a text in parentheses, escaped, of one byte a character or of two. */
  private literal(): string {
    let bytes = "";
    for (let depth = 1; ; this.at += 1) {
      const character = this.text[this.at]!;
      if (character === "\\") {
        this.at += 1;
        bytes += escapes[this.text[this.at]!] ?? this.text[this.at]!;
        continue;
      }
      depth += character === "(" ? 1 : character === ")" ? -1 : 0;
      if (depth === 0) break;
      bytes += character;
    }
    this.at += 1;
    if (!bytes.startsWith("\u00fe\u00ff")) return bytes;
    return Buffer.from(bytes.slice(2), "latin1").swap16().toString("utf16le");
  }
}
