import { deflateSync } from "fflate";
import { inflate, inflateNow } from "../../../src/workbook/files/zip-file";

/** A text as long as a sheet of some thousand rows. */
const sheet = new TextEncoder().encode(
  Array.from({ length: 6000 }, (_, row) => `<c r="A${row}"><v>${(row * 48_271) % 1_000_003}</v></c>`).join(""),
);
const packed = deflateSync(sheet);
const ways = [
  ["beside this thread", inflate],
  ["at once", async (content: Uint8Array, size: number) => inflateNow(content, size)],
] as const;

describe.each(ways)("a part is inflated %s", (_name, way) => {
  test("a part is inflated to the bytes that were deflated", async () => {
    expect(Buffer.from(await way(packed, sheet.length)).equals(Buffer.from(sheet))).toBe(true);
  });

  test("a part longer than declared is inflated to one byte more, and no more", async () => {
    const declared = sheet.length - 50_000;
    expect((await way(packed, declared)).length).toBe(declared + 1);
  });

  test("a part shorter than declared is inflated to all its bytes", async () => {
    expect((await way(packed, sheet.length + 9)).length).toBe(sheet.length);
  });

  test.each([
    ["cut", packed.subarray(0, packed.length >> 1)],
    ["changed", Uint8Array.from(packed, (byte, at) => (at < 9 ? 255 : byte))],
  ])("inflating a part fails when it is %s", async (_what, damaged) => {
    await expect(way(damaged, sheet.length)).rejects.toBeDefined();
  });
});

test("a platform that cannot inflate leaves it to the library", async () => {
  const { DecompressionStream } = globalThis;
  Object.assign(globalThis, { DecompressionStream: undefined });
  try {
    expect((await inflate(packed, sheet.length)).length).toBe(sheet.length);
  } finally {
    Object.assign(globalThis, { DecompressionStream });
  }
});
