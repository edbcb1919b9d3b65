import { drawn } from "./drawn";
import { archiveFaults } from "./archive-faults";
import { heard, structureOf } from "./heard";
import { modelOf } from "./model-of";
import { drawnOn } from "./page-content";
import { PdfFile } from "./pdf-file";

const draw = async (text: string) => {
  const model = modelOf([[text]]);
  const { print } = model;
  return new PdfFile(await drawn({ ...model, print: { ...print, header: ["", text, ""] } }));
};

describe("a text is drawn in glyphs that its font has, none of them missing", () => {
  test.each([
    ["letters, accents and signs that we write", "Œuvre 1ᵉʳ n° 5 − ½ ← →", "Œuvre 1ᵉʳ n° 5 − ½ ← →"],
    ["an accent of its own, as a Mac writes it", "e\u0301cole", "école"],
    ["a tab", "École\tEst", "École Est"],
    ["what takes no room", "co\u00adopérative\u2060", "coopérative"],
    ["a hyphen that does not break", "Auxon\u2011Dessus", "Auxon-Dessus"],
    ["a writing that the font lacks", "École 千 😀", "École □ □"],
  ])("%s", async (_name, text, shown) => {
    const file = await draw(text);
    expect(archiveFaults(file)).toEqual([]);
    const texts = drawnOn(file, file.pages[0]!).flatMap((one) => (one.text === null ? [] : [one.text.trimEnd()]));
    // In its cell, in the header, and across the page.
    expect(texts.filter((one) => one === shown)).toHaveLength(3);
  });

  test("a text is copied and heard as it is, whatever glyphs are shown in its place", async () => {
    const file = await draw("École 千");
    const content = Buffer.from(file.stream(file.pages[0]!.Contents)).toString("latin1");
    const utf16 = Buffer.from("\ufeffÉcole 千", "utf16le").swap16().toString("latin1");
    expect(content).toContain(`/ActualText (${utf16})`);
    expect(heard(structureOf(file))).toEqual(["École □"]);
  });
});
