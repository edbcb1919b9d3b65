/**
 * Returns the title of a PDF that this program drew for a service and that was not changed since; null for any other. A
 * signature, a note or an inserted page is appended to the file, or rewrites it.
 */
export function ownPdfTitle(bytes: Uint8Array, service: string): string | null {
  const text = new TextDecoder("latin1").decode(bytes);
  const end = text.indexOf("%%EOF");
  if (end < 0 || text.slice(end + "%%EOF".length).trim() !== "") return null;
  return textOf(text, "Producer") === service ? textOf(text, "Title") : null;
}

/** The byte-order mark of a text in UTF-16. */
const bigEndian = "\u00fe\u00ff";

/** Returns a text of the metadata as pdfkit writes it: an object of its own, in UTF-16 beyond ASCII. */
function textOf(file: string, key: "Title" | "Producer"): string | null {
  const [, number] = new RegExp(`\\n/${key} (\\d+) 0 R\\n`).exec(file) ?? [];
  if (number === undefined) return null;
  const start = `\n${number} 0 obj\n(`;
  const from = file.indexOf(start);
  const to = file.indexOf(")\nendobj\n", from);
  if (from < 0 || to < 0) return null;
  const text = file
    .slice(from + start.length, to)
    .replace(/\\(.)/gs, (_, escaped: string) => escapes[escaped] ?? escaped);
  return text.startsWith(bigEndian) ? utf16Of(text) : text;
}

const escapes: Readonly<Record<string, string>> = { n: "\n", r: "\r", t: "\t", b: "\b", f: "\f" };

function utf16Of(bytes: string): string {
  const pairs = bytes.slice(bigEndian.length).match(/[^]{2}/g) ?? [];
  return pairs.map((pair) => String.fromCharCode(pair.charCodeAt(0) * 256 + pair.charCodeAt(1))).join("");
}
