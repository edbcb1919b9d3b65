import { deflateSync } from "fflate";

/** The compression methods of a part in a zip. */
export const stored = 0;
export const deflated = 8;

/** A part as stored in a zip. */
export interface PackedPart {
  readonly method: number;
  /** CRC-32 and size of the uncompressed part. */
  readonly crc: number;
  readonly size: number;
  readonly content: Uint8Array;
}

/** Files already compressed: compressing them again only takes time. */
const packedAlready = /\.(png|jpe?g|gif|emf|wmf|bin|zip|mp4|docx|xlsx)$/i;
/** Larger parts are compressed at a faster level: a register of 100,000 rows is not worth two more seconds. */
const largePart = 1 << 20;

/** Returns a part compressed, or stored as it is when its extension is that of a compressed file. */
export function packPart(path: string, bytes: Uint8Array): PackedPart {
  const own = { crc: crc32(bytes), size: bytes.length };
  if (packedAlready.test(path)) return { ...own, method: stored, content: bytes };
  return { ...own, method: deflated, content: deflateSync(bytes, { level: bytes.length > largePart ? 2 : 4 }) };
}

/** 1 January 1980, midnight, for all parts, so that the same parts give the same bytes. */
const date = 0x00210000;
const version = 20;
/** The flag of a name in UTF-8, for names beyond ASCII. */
const unicode = 0x0800;
const [localLength, entryLength, endLength] = [30, 46, 22];

/** Returns a zip of compressed parts, in their order. */
export function zipOf(parts: readonly (readonly [path: string, part: PackedPart])[]): Uint8Array {
  const named = parts.map(([path, part]) => ({ name: new TextEncoder().encode(path), part, path }));
  const length = named.reduce((sum, { name, part }) => {
    return sum + localLength + entryLength + 2 * name.length + part.content.length;
  }, endLength);
  const bytes = new Uint8Array(length);
  const view = new DataView(bytes.buffer);
  /** Writes the fields common to a part's header and its directory entry. */
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

/** Tables for computing a CRC eight bytes at a time: each gives the effect of a byte one position further back. */
const tables = makeTables();

/** Returns the CRC-32 of bytes, as a zip declares it. */
export function crc32(bytes: Uint8Array): number {
  const [t0, t1, t2, t3, t4, t5, t6, t7] = tables as [Table, Table, Table, Table, Table, Table, Table, Table];
  let crc = 0xffffffff;
  let at = 0;
  for (const last = bytes.length - 7; at < last; at += 8)
    crc =
      t7[(crc ^ bytes[at]!) & 0xff]! ^
      t6[((crc >>> 8) ^ bytes[at + 1]!) & 0xff]! ^
      t5[((crc >>> 16) ^ bytes[at + 2]!) & 0xff]! ^
      t4[(crc >>> 24) ^ bytes[at + 3]!]! ^
      t3[bytes[at + 4]!]! ^
      t2[bytes[at + 5]!]! ^
      t1[bytes[at + 6]!]! ^
      t0[bytes[at + 7]!]!;
  for (; at < bytes.length; at++) crc = (crc >>> 8) ^ t0[(crc ^ bytes[at]!) & 0xff]!;
  return ~crc >>> 0;
}

type Table = Uint32Array;

function makeTables(): Table[] {
  const made = Array.from({ length: 8 }, () => new Uint32Array(256));
  for (let byte = 0; byte < 256; byte++) {
    let crc = byte;
    for (let bit = 0; bit < 8; bit++) crc = (crc & 1) === 0 ? crc >>> 1 : (crc >>> 1) ^ 0xedb88320;
    made[0]![byte] = crc;
  }
  for (let table = 1; table < 8; table++)
    for (let byte = 0; byte < 256; byte++) {
      const before = made[table - 1]![byte]!;
      made[table]![byte] = (before >>> 8) ^ made[0]![before & 0xff]!;
    }
  return made;
}
