import { DOMParser, type Element } from "@xmldom/xmldom";
import { charactersOf, drawnOn } from "./page-content";
import { Parser, type PdfDictionary, type PdfFile, type PdfValue } from "./pdf-file";

/**
 * The rules of PDF/A-2a (ISO 19005-2), and those of PDF/UA-1 (ISO 14289-1) on fonts and metadata, that a file of ours breaks: by their
 * clauses, as veraPDF numbers them. What ours never hold (images, forms, files, signatures) has one rule: there is none.
 */
export function archiveFaults(file: PdfFile): string[] {
  return [...faultsOfFile(file), ...faultsOfColours(file), ...faultsOfFonts(file), ...faultsOfMetadata(file)];
}

/** Names the rules that do not hold. */
export function broken(rules: Readonly<Record<string, boolean>>): string[] {
  return Object.entries(rules).flatMap(([rule, holds]) => (holds ? [] : [rule]));
}

function faultsOfFile(file: PdfFile): string[] {
  const { text, trailer, catalog, objects, pages } = file;
  const values = [...objects.values()].flatMap(({ value }) => everyValue(value));
  const dictionaries = values.filter(isDictionary);
  const [first, last] = (trailer.ID ?? []) as readonly PdfValue[];
  const comment = [...text.slice(10, 14)];
  const annotations = pages.flatMap((page) => file.list(page.Annots)).map((annotation) => file.dictionary(annotation));
  return broken({
    "6.1.2 header": /^%PDF-1\.[0-7]\n%/.test(text) && comment.every((byte) => byte.charCodeAt(0) > 127),
    "6.1.3 ID": first instanceof Uint8Array && first.length > 0 && last instanceof Uint8Array,
    "6.1.3 no encryption": trailer.Encrypt === undefined,
    "6.1.3 nothing after the end": /%%EOF\n?$/.test(text),
    "6.1.7.1 streams are as long as they say": [...objects.values()].every(({ stored, start, value }) => {
      if (stored === null) return true;
      const body = text.indexOf("stream\n", start) + "stream\n".length;
      return text.startsWith("\nendstream\nendobj\n", body + ((value as PdfDictionary).Length as number));
    }),
    "6.1.7.1 no stream is elsewhere": dictionaries.every((one) => one.F === undefined || one.Subtype === "/Link"),
    "6.1.7.2 filters": dictionaries.every(({ Filter = "/FlateDecode" }) => Filter === "/FlateDecode"),
    "6.1.13 limits": values.every(isWithinLimits),
    "6.2.2 operators": pages.every((page) => operatorsOf(file, page).every((operator) => operators.has(operator))),
    "6.2.8 no image, no form": dictionaries.every(({ Type, XObject }) => Type !== "/XObject" && XObject === undefined),
    "6.3.2 annotations are printed": annotations.every(({ F }) => typeof F === "number" && (F & 0b100100111) === 4),
    "6.4 no form to fill": catalog.AcroForm === undefined,
    "6.5.1 actions": dictionaries.every(({ S }) => !/^\/(Launch|JavaScript|Sound|Movie|ResetForm)/.test(String(S))),
    "6.5.2 nothing happens by itself": [catalog, ...pages].every(({ AA }) => AA === undefined),
    "6.8 no file": dictionaries.every(({ EF, EmbeddedFiles }) => EF === undefined && EmbeddedFiles === undefined),
    "7.18.3 annotations are gone over in order": pages.every(({ Annots, Tabs }) => !Annots || Tabs === "/S"),
    "7.18.5 links say where they lead": annotations.every(({ Contents }) => !!Contents),
  });
}

/** Those of the standard, but for images, forms and old fonts. */
const operators = new Set(
  "b B b* B* BDC BMC BT c cm CS cs d EMC ET f F f* G g gs h i J j K k l M m n q Q re RG rg ri S s SC sc SCN scn T* Tc Td TD Tf Tj TJ TL Tm Tr Ts Tw Tz v w W W* y ' \"".split(
    " ",
  ),
);

function operatorsOf(file: PdfFile, page: PdfDictionary): string[] {
  const parser = new Parser(Buffer.from(file.stream(page.Contents)).toString("latin1"));
  const found: string[] = [];
  for (let value = parser.next(); value !== undefined; value = parser.next())
    if (typeof value === "string" && value.startsWith("!")) found.push(value.slice(1));
  return found;
}

function everyValue(value: PdfValue): PdfValue[] {
  if (Array.isArray(value)) return [value, ...(value as readonly PdfValue[]).flatMap(everyValue)];
  return isDictionary(value) ? [value, ...Object.values(value).flatMap(everyValue)] : [value];
}

function isDictionary(value: PdfValue): value is PdfDictionary {
  return value !== null && typeof value === "object" && Object.getPrototypeOf(value) === Object.prototype;
}

function isWithinLimits(value: PdfValue): boolean {
  if (typeof value === "number") return Math.abs(value) < 2 ** 31;
  if (typeof value !== "string") return true;
  return value.length < (value.startsWith("/") ? 128 : 32768);
}

function faultsOfColours(file: PdfFile): string[] {
  const { catalog, pages } = file;
  const intents = file.list(catalog.OutputIntents).map((intent) => file.dictionary(intent));
  const [intent] = intents;
  const profile = intent?.DestOutputProfile === undefined ? null : Buffer.from(file.stream(intent.DestOutputProfile));
  const isRgb =
    profile !== null &&
    profile.readUInt32BE(0) === profile.length &&
    profile[8]! < 5 &&
    profile.toString("latin1", 12, 20) === "mntrRGB " &&
    profile.toString("latin1", 36, 40) === "acsp" &&
    file.dictionary(intent!.DestOutputProfile).N === 3;
  const states = pages.map((page) => {
    const { ExtGState } = file.dictionary(page.Resources);
    const own = ExtGState === undefined ? [] : Object.values(file.dictionary(ExtGState));
    return { page, own: own.map((state) => file.dictionary(state)) };
  });
  return broken({
    "6.2.3 output intent": intents.length === 1 && intent!.S === "/GTS_PDFA1" && isRgb,
    "6.2.4.3 colours are of the output": pages.every((page) =>
      [
        ...Buffer.from(file.stream(page.Contents))
          .toString("latin1")
          .matchAll(/\/(\w+) (?:cs|CS)\b/g),
      ].every(([, space]) => isRgb && (space === "DeviceRGB" || space === "DeviceGray")),
    ),
    "6.2.10 no transparency without a group": states.every(
      ({ page, own }) => page.Group !== undefined || !own.some(isTransparent),
    ),
  });
}

function isTransparent({ ca = 1, CA = 1, SMask = "/None", BM = "/Normal" }: PdfDictionary): boolean {
  return ca !== 1 || CA !== 1 || SMask !== "/None" || BM !== "/Normal";
}

function faultsOfFonts(file: PdfFile): string[] {
  return file.pages.flatMap((page) => {
    const fonts = Object.entries(file.dictionary(file.dictionary(page.Resources).Font));
    const glyphs = drawnOn(file, page);
    return fonts.flatMap(([name, value]) => {
      const font = file.dictionary(value);
      const used = new Set(glyphs.flatMap((one) => (one.font === `/${name}` ? one.glyphs : [])));
      return faultsOfFont(file, font, used);
    });
  });
}

function faultsOfFont(file: PdfFile, font: PdfDictionary, used: ReadonlySet<number>): string[] {
  const descendant = file.dictionary(file.list(font.DescendantFonts)[0]);
  const descriptor = descendant === null ? null : file.dictionary(descendant.FontDescriptor);
  if (descriptor?.FontFile2 === undefined || font.ToUnicode === undefined)
    return ["6.2.11.4.1 fonts are embedded", "6.2.11.7.2 characters are known"];
  const program = Buffer.from(file.stream(descriptor.FontFile2));
  const widths = file.list(file.list(descendant.W)[1]) as readonly number[];
  const characters = charactersOf(file, font);
  const every = [...used];
  return broken({
    "6.2.11.2 fonts": font.Subtype === "/Type0" && descendant.Subtype === "/CIDFontType2",
    "6.2.11.2 names": font.BaseFont === descendant.BaseFont && font.BaseFont === descriptor.FontName,
    "6.2.11.3 encoding": font.Encoding === "/Identity-H" && descendant.CIDToGIDMap === "/Identity",
    "6.2.11.4.2 a list of glyphs is whole, or absent": descriptor.CIDSet === undefined,
    "6.2.11.5 widths": every.every((glyph) => Math.abs(advanceOf(program, glyph) - widths[glyph]!) <= 1),
    "6.2.11.7.2 characters are known": every.every((glyph) => (characters.get(glyph) ?? "") !== ""),
    "6.2.11.7.2 and are some": [...characters.values()].every((text) => !/[\0\ufeff\ufffe]/.test(text)),
    "6.2.11.7.3 and none of a font's own": every.every((glyph) => !/\p{Co}/u.test(characters.get(glyph) ?? "")),
    "6.2.11.8 none is missing": !used.has(0),
  });
}

/** How wide a glyph is in its font's program, in thousandths of its size. */
function advanceOf(program: Buffer, glyph: number): number {
  const table = (tag: string): number => {
    for (let at = 12; ; at += 16)
      if (program.toString("latin1", at, at + 4) === tag) return program.readUInt32BE(at + 8);
  };
  const measured = program.readUInt16BE(table("hhea") + 34);
  const advance = program.readUInt16BE(table("hmtx") + 4 * Math.min(glyph, measured - 1));
  return (advance * 1000) / program.readUInt16BE(table("head") + 18);
}

const xmp = {
  rdf: "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
  dc: "http://purl.org/dc/elements/1.1/",
  basic: "http://ns.adobe.com/xap/1.0/",
  pdf: "http://ns.adobe.com/pdf/1.3/",
  pdfaid: "http://www.aiim.org/pdfa/ns/id/",
  pdfuaid: "http://www.aiim.org/pdfua/ns/id/",
  extension: "http://www.aiim.org/pdfa/ns/extension/",
  schema: "http://www.aiim.org/pdfa/ns/schema#",
} as const;

function faultsOfMetadata(file: PdfFile): string[] {
  const { Metadata } = file.catalog;
  if (Metadata === undefined) return ["6.6.2.1 metadata"];
  const packet = Buffer.from(file.stream(Metadata)).toString("utf8");
  const problems: string[] = [];
  const root = new DOMParser({ onError: (_level, message) => problems.push(message) }).parseFromString(
    packet,
    "text/xml",
  ).documentElement!;
  const all = [...root.getElementsByTagNameNS("*", "*")] as unknown as Element[];
  const said = (namespace: string, name: string): string =>
    root.getElementsByTagNameNS(namespace, name)[0]?.textContent?.trim() ?? "";
  const properties = all
    .filter(({ parentNode }) => (parentNode as Element | null)?.localName === "Description")
    .map(({ namespaceURI }) => namespaceURI!);
  const described = all
    .filter(({ namespaceURI, localName }) => namespaceURI === xmp.schema && localName === "namespaceURI")
    .map(({ textContent }) => textContent);
  const known: readonly (string | null)[] = [xmp.dc, xmp.basic, xmp.pdf, xmp.pdfaid, xmp.extension, ...described];
  const { Title } = file.dictionary(file.trailer.Info);
  return broken({
    "6.6.2.1 metadata": problems.length === 0 && !/<\?xpacket[^?]*(bytes|encoding)=/.test(packet),
    "6.6.2.3 properties are known, or described": properties.every((namespace) => known.includes(namespace)),
    "6.6.4 PDF/A-2a": said(xmp.pdfaid, "part") === "2" && said(xmp.pdfaid, "conformance") === "A",
    "5 PDF/UA-1": said(xmp.pdfuaid, "part") === "1",
    "7.1 title": said(xmp.dc, "title") !== "" && said(xmp.dc, "title") === file.get(Title),
  });
}
