import { readFileSync } from "node:fs";
import { drawPdf, ownPdfTitle } from "../../src/pdf";
import { fonts } from "./fonts";

const draw = (title: string) =>
  drawPdf({
    models: [],
    title,
    author: "Ville de Besançon",
    producer: "Ordiclasse",
    when: "2014-11-25 14:03:59",
    fonts,
  });

describe("a PDF that this program drew is known by what it says of itself", () => {
  test.each(["Fiche de refacturation · Pirey, campagne 2014", "(a\\b) Ċčķ — 千"])("%s", async (title) => {
    expect(ownPdfTitle(await draw(title), "Ordiclasse")).toBe(title);
  });

  test("a PDF that was added to, cut, or drawn by another program is not recognised", async () => {
    const bytes = await draw("Fiche");
    const added = Buffer.from("\n1 0 obj\n<< /ByteRange [0 1 2 3] >>\nendobj\n%%EOF\n");
    const other = Buffer.from(Buffer.from(bytes).toString("latin1").replace("(Ordiclasse)", "(Autre)"), "latin1");
    for (const one of [Buffer.concat([bytes, added]), bytes.slice(0, -20), other, Buffer.from("%PDF-1.4\n%%EOF")])
      expect(ownPdfTitle(one, "Ordiclasse")).toBeNull();
  });
});

test("a PDF names the program that drew it, at its version", async () => {
  const { version } = JSON.parse(readFileSync("package.json", "utf8")) as { readonly version: string };
  const text = Buffer.from(await draw("Fiche")).toString("latin1");
  expect(text).toContain(`(Ordiclasse pour Excel ${version})`);
  expect(text).toContain(`<xmp:CreatorTool>Ordiclasse pour Excel ${version}</xmp:CreatorTool>`);
});
