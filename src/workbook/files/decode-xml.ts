import { damaged } from "./file-fault";

/** What no XML text may hold. */
const forbidden = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/;

/**
 * The text of an XML part, without its mark: by that mark, by how its first « < » is spelled, or by the encoding that it
 * declares; UTF-8 otherwise. Throws where the bytes are not what they say.
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

function encodingOf(bytes: Uint8Array): "utf-8" | "utf-16le" | "utf-16be" | null {
  const [first, second, third, fourth] = bytes;
  if (first === 0xff && second === 0xfe) return "utf-16le";
  if (first === 0xfe && second === 0xff) return "utf-16be";
  if (first === 0xef && second === 0xbb && third === 0xbf) return "utf-8";
  if (first === 0x3c && second === 0 && third !== 0 && fourth === 0) return "utf-16le";
  if (first === 0 && second === 0x3c && third === 0 && fourth !== 0) return "utf-16be";
  return null;
}

function isUtf16(encoding: string): boolean {
  return /^(utf-?16|ucs-?2|iso-10646-ucs-2)/i.test(encoding);
}

/** The declaration is in ASCII whatever the encoding; what is not is of no matter to it. */
function ascii(bytes: Uint8Array, encoding: string | null): string {
  const start = bytes.subarray(0, 400);
  return new TextDecoder(encoding === null || !isUtf16(encoding) ? "latin1" : encoding)
    .decode(start)
    .replace(/^\ufeff|^ï»¿/, "");
}
