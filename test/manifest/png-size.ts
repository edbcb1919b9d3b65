/** Width and height that the header of a PNG tells; null if the bytes are no PNG. */
export function pngSize(bytes: Buffer): readonly [width: number, height: number] | null {
  const isPng =
    bytes.length > 24 && bytes.toString("latin1", 1, 4) === "PNG" && bytes.toString("latin1", 12, 16) === "IHDR";
  return isPng ? [bytes.readUInt32BE(16), bytes.readUInt32BE(20)] : null;
}
