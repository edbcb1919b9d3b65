import { deflateSync } from "fflate";
import { crc32 } from "./crc32";

/** How a zip holds a part: as it is, or deflated. */
export const stored = 0;
export const deflated = 8;

/** A part as a zip holds it. */
export interface PackedPart {
  readonly method: number;
  /** Of what it unpacks to, as is the size. */
  readonly crc: number;
  readonly size: number;
  readonly content: Uint8Array;
}

/** Already packed: deflating them again only costs time. */
const packedAlready = /\.(png|jpe?g|gif|emf|wmf|bin|zip|mp4|docx|xlsx)$/i;
/** Past this size a part is deflated quickly: a register of 100,000 rows is not worth two more seconds. */
const largePart = 1 << 20;

/** Packs the bytes of a part, by what its path says of them. */
export function packPart(path: string, bytes: Uint8Array): PackedPart {
  const own = { crc: crc32(bytes), size: bytes.length };
  if (packedAlready.test(path)) return { ...own, method: stored, content: bytes };
  return { ...own, method: deflated, content: deflateSync(bytes, { level: bytes.length > largePart ? 2 : 4 }) };
}

/** 1 January 1980, midnight. One date for all, so that the same parts give the same bytes. */
const date = 0x00210000;
const version = 20;
/** The name is in UTF-8: other letters than ASCII are in it. */
const unicode = 0x0800;
const [localLength, entryLength, endLength] = [30, 46, 22];

/** Returns a zip of packed parts, in their order. */
export function zipOf(parts: readonly (readonly [path: string, part: PackedPart])[]): Uint8Array {
  const named = parts.map(([path, part]) => ({ name: new TextEncoder().encode(path), part, path }));
  const length = named.reduce((sum, { name, part }) => {
    return sum + localLength + entryLength + 2 * name.length + part.content.length;
  }, endLength);
  const bytes = new Uint8Array(length);
  const view = new DataView(bytes.buffer);
  /** Writes what the header of a part and its entry in the list both say; returns where the name goes. */
  const describe = (at: number, { name, part, path }: (typeof named)[number]): void => {
    view.setUint16(at, version, true);
    view.setUint16(at + 2, name.length === path.length ? 0 : unicode, true);
    view.setUint16(at + 4, part.method, true);
    view.setUint32(at + 6, date, true);
    view.setUint32(at + 10, part.crc, true);
    view.setUint32(at + 14, part.content.length, true);
    view.setUint32(at + 18, part.size, true);
    view.setUint16(at + 22, name.length, true);
  };
  let at = 0;
  const places = named.map((one) => {
    const place = at;
    view.setUint32(at, 0x04034b50, true);
    describe(at + 4, one);
    bytes.set(one.name, at + localLength);
    bytes.set(one.part.content, at + localLength + one.name.length);
    at += localLength + one.name.length + one.part.content.length;
    return place;
  });
  const list = at;
  named.forEach((one, index) => {
    view.setUint32(at, 0x02014b50, true);
    view.setUint16(at + 4, version, true);
    describe(at + 6, one);
    view.setUint32(at + 42, places[index]!, true);
    bytes.set(one.name, at + entryLength);
    at += entryLength + one.name.length;
  });
  view.setUint32(at, 0x06054b50, true);
  view.setUint16(at + 8, parts.length, true);
  view.setUint16(at + 10, parts.length, true);
  view.setUint32(at + 12, at - list, true);
  view.setUint32(at + 16, list, true);
  return bytes;
}
