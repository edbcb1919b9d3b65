import PDFDocument from "pdfkit";
import { toBytes } from "pdfkit/output";
import { atDepth } from "../depth";
import { archiveFaults } from "./archive-faults";
import { drawn } from "./drawn";
import { fonts } from "./fonts";
import { PdfFile } from "./pdf-file";
import { documents } from "./example-documents";
import { structureFaults } from "./structure-faults";

const faultsOf = (bytes: Uint8Array): string[] => {
  const file = new PdfFile(bytes);
  return [...archiveFaults(file), ...structureFaults(file)];
};

/** They have no kind of page that shorter ones lack. */
const longest = new Set(["a fiche of seventy schools", "an état of 59 communes", "an état of 45 communes"]);

describe("a PDF is kept for good (PDF/A-2a) and can be heard (PDF/UA-1), by the rules that veraPDF checks", () => {
  test.each(Object.entries(documents).filter(([name]) => atDepth(!longest.has(name), true)))(
    "%s",
    async (_name, model) => {
      expect(faultsOf(await drawn(model))).toEqual([]);
    },
  );

  test("several in one file, and a title that XML would take for its own", async () => {
    const models = [documents["an état of 10 communes"], documents["a fiche of three schools"]];
    expect(faultsOf(await drawn(models, "Fiche <b> & « Pirey »"))).toEqual([]);
  });
});

describe("a broken rule of PDF/A or PDF/UA is found", () => {
  let bytes: string;
  beforeAll(async () => {
    bytes = Buffer.from(await drawn(documents["a fiche of three schools"])).toString("latin1");
  });

  test.each([
    ["a version that PDF/A does not know", "%PDF-1.7", "%PDF-2.0", "6.1.2 header"],
    ["no ID", "/ID [<", "/Id [<", "6.1.3 ID"],
    ["a password", "trailer\n<<\n", "trailer\n<<\n/Encrypt 1 0 R\n", "6.1.3 no encryption"],
    ["something after the end", /%%EOF\n$/, "%%EOF\n%%", "6.1.3 nothing after the end"],
    ["a stream that goes on", "\nendstream\n", " endstream\n", "6.1.7.1 streams are as long as they say"],
    ["no profile", "/S /GTS_PDFA1", "/S /GTS_PDFX1", "6.2.3 output intent"],
    ["characters unknown", "/ToUnicode ", "/ToUnicodx ", "6.2.11.7.2 characters are known"],
    ["a font that is not in the file", "/FontFile2 ", "/FontFilex ", "6.2.11.4.1 fonts are embedded"],
    ["another standard", "part>2<", "part>3<", "6.6.4 PDF/A-2a"],
    [
      "a name that nothing describes",
      "namespaceURI>http",
      "namespaceURI>hxtp",
      "6.6.2.3 properties are known, or described",
    ],
    ["no title", /dc:title/g, "dc:label", "7.1 title"],
    ["not marked", "/Marked true", "/Marked null", "6.7.2.2 marked"],
    ["a language that is none", "(fr-FR)", "(fr FR)", "6.7.4 language"],
    ["its file's name for a title", "/DisplayDocTitle true", "/DisplayDocTitle null", "7.1 the title is shown"],
    ["an element where none may be", "/S /TR\n", "/S /LI\n", "6.7.3.4 and 7.2 elements are where they may be"],
    ["a cell less", "/ColSpan 4", "/ColSpan 3", "7.2 tables are even"],
    ["a level that is jumped", "/S /H2", "/S /H4", "7.4.2 headings go down by one"],
    ["a heading of nothing", "/Scope /Column", "/Scope /Colonn", "7.5 headings of tables say what they are over"],
    [
      "a structure that a page does not find",
      "/StructParents 0",
      "/StructParents 9",
      "7.1 what is drawn knows its element",
    ],
  ] as const)("a file that breaks a rule is found: %s", (_name, from, to, rule) => {
    const edited = bytes.replace(from, to);
    expect(edited === bytes).toBe(false);
    expect(faultsOf(Buffer.from(edited, "latin1"))).toContain(rule);
  });

  test("a page of the library as it comes is found: untagged, half transparent, without colour space or standards", async () => {
    const document = new PDFDocument({ font: Buffer.from(fonts.regular) as unknown as string, pdfVersion: "1.7" });
    const written = toBytes(document);
    document.fillColor("red", 0.5).text("千 l’état");
    document.end();
    expect(new Set(faultsOf(await written))).toEqual(
      new Set([
        "6.2.3 output intent",
        "6.2.4.3 colours are of the output",
        "6.2.10 no transparency without a group",
        "6.2.11.5 widths",
        "6.2.11.7.2 and are some",
        "6.2.11.8 none is missing",
        "6.6.4 PDF/A-2a",
        "5 PDF/UA-1",
        "7.1 title",
        "6.7.3.3 structure",
        "7.1 all that is drawn is in the structure, or told to nobody",
      ]),
    );
  });
});
