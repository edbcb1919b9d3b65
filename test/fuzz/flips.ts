import { openWorkbookFile } from "../../src/workbook";
import { unzip, zip } from "../../src/workbook/files/package";
import { bill } from "./bill";

/** A file whose bytes are flipped, and what it bills whole. */
export interface Flipped {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly campaign: number;
}

/** What a file comes to: refused, errors to be corrected, or a total. */
async function endOf({ name, bytes, campaign }: Flipped): Promise<string> {
  const opened = await openWorkbookFile(bytes, name);
  if (!opened.ok) return "refused";
  const { json } = bill(opened.workbook.cells, campaign);
  return json.anomalies.some(({ severity }) => severity === "error") ? "told" : json.total;
}

/** Returns what is wrong with a flip: another total of which nothing is said; null where it is refused, told, or changes nothing. */
export async function faultOf(file: Flipped, flipped: Uint8Array, whole: string): Promise<string | null> {
  const end = await endOf({ ...file, bytes: flipped });
  return end === "refused" || end === "told" || end === whole ? null : `${whole} becomes ${end}`;
}

export async function totalOf(file: Flipped): Promise<string> {
  const end = await endOf(file);
  if (!/^\d/.test(end)) throw new Error(`${file.name} is not billed whole: ${end}.`);
  return end;
}

/** Returns bytes with one bit changed. */
export function flipBit(bytes: Uint8Array, at: number, bit: number): Uint8Array {
  const flipped = Uint8Array.from(bytes);
  flipped[at]! ^= 1 << bit;
  return flipped;
}

/**
 * Places of the markup of a part: names of elements and attributes, and what tags are made of. What stands between quotes or between
 * tags is what the user wrote: another digit there is another number, which nobody can tell.
 */
export function markupOf(xml: string): number[] {
  const places: number[] = [];
  for (const tag of xml.matchAll(/<[^>]*>/g)) {
    let quote = "";
    for (const [index, letter] of [...tag[0]].entries()) {
      const isMark = letter === '"' || letter === "'";
      if (quote === "" || letter === quote) places.push(tag.index + index);
      if (isMark) quote = quote === "" ? letter : quote === letter ? "" : quote;
    }
  }
  return places;
}

/** Returns a part in which one element has another letter in its name, where it opens and where it closes. */
export function misspelled(xml: string, rank: number, letter: string): string {
  const tags = [...xml.matchAll(/<([\w:.-]+)(?:[^>"]|"[^"]*")*>/g)];
  const tag = tags[rank % tags.length]!;
  const name = tag[1]!;
  const at = tag.index + 1 + (rank % name.length);
  const put = (text: string, place: number) => text.slice(0, place) + letter + text.slice(place + 1);
  if (xml[at] === ":") return xml;
  if (tag[0].endsWith("/>")) return put(xml, at);
  let depth = 0;
  for (const other of xml.slice(tag.index).matchAll(new RegExp(`<(/?)${name}(?=[\\s/>])(?:[^>"]|"[^"]*")*>`, "g"))) {
    if (!other[0].endsWith("/>")) depth += other[1] === "/" ? -1 : 1;
    if (depth === 0) return put(put(xml, tag.index + other.index + 2 + (rank % name.length)), at);
  }
  return xml;
}

/** Returns a zip in which the text of a part is changed, its sum made good. */
export function withText(bytes: Uint8Array, part: string, change: (text: string) => string): Uint8Array {
  const parts = unzip(bytes);
  return zip(parts.set(part, new TextEncoder().encode(change(textOfPart(bytes, part)))));
}

export function textOfPart(bytes: Uint8Array, part: string): string {
  return new TextDecoder("utf-8", { ignoreBOM: true }).decode(unzip(bytes).get(part));
}

/** Parts of a zip that are markup. */
export function markupParts(bytes: Uint8Array): string[] {
  return [...unzip(bytes).keys()].filter((path) => /\.(xml|rels)$/.test(path));
}

/** Places of what an .xls is made of: its list of sectors, and the head of each of its records, whose numbers and texts are not. */
export function structureOfXls(bytes: Uint8Array): number[] {
  const view = Buffer.from(bytes);
  const places = Array.from({ length: 80 }, (_, index) => index);
  const first = view.indexOf(Buffer.from([0x09, 0x08, 0x10, 0x00, 0x00, 0x06]));
  for (let at = first, depth = 0; at + 4 <= bytes.length; at += 4 + view.readUInt16LE(at + 2)) {
    const code = view.readUInt16LE(at);
    if (depth === 0 && code !== 0x809) break;
    depth += code === 0x809 ? 1 : code === 0x0a ? -1 : 0;
    places.push(at, at + 1, at + 2, at + 3);
  }
  return places;
}
