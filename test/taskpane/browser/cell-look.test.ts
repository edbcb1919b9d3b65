import { barOf, declarationsOf, edgesOf } from "../../../src/taskpane/browser/grid/cell-look";
import type { CellLook } from "../../../src/workbook/files";

const plain: CellLook = {
  ...{ format: "General", bold: false, italic: false, underline: false, strike: false, size: 11 },
  ...{ colour: null, fill: null, align: null, vertical: null, wrap: false, indent: 0, edges: {} },
};
const thin = { line: "thin", colour: "A6A6A6" };

/** A colour of characters or of lines, by day and at night. */
const ink = (colour: string) => `light-dark(#${colour}, oklch(from #${colour} calc(1.05 - 0.6 * l) c h))`;

describe("a cell has the look of its file", () => {
  test("nothing, where it has none of its own", () => {
    expect(declarationsOf(plain)).toBe("");
    expect(edgesOf(undefined, undefined, false)).toBe("");
  });

  test("a cell has the fonts, the colours, the alignment and the wrapping of its file", () => {
    const look = { ...plain, bold: true, underline: true, size: 16.5, colour: "FFFFFF", fill: "1F3864" };
    expect(declarationsOf({ ...look, align: "right", wrap: true, indent: 1 }).split("; ")).toEqual([
      "font-weight: 700",
      "text-decoration: underline",
      "font-size: 1.500em",
      "color: #FFFFFF",
      "background-color: #1F3864",
      "text-align: right",
      "white-space: pre-wrap",
      "padding-right: 0.90em",
    ]);
  });

  test("the colours of a cell are turned from light to dark on a dark screen, and white on a dark colour stays", () => {
    const [dark, light] = ["1F3864", "FFF2CC"].map((fill) => declarationsOf({ ...plain, colour: "C00000", fill }));
    expect(dark).toBe("color: #C00000; background-color: #1F3864");
    expect(light).toBe(
      `color: ${ink("C00000")}; background-color: light-dark(#FFF2CC, oklch(from #FFF2CC calc(0.92 - 0.7 * l) c h))`,
    );
    expect(declarationsOf({ ...plain, colour: "C00000" })).toBe(`color: ${ink("C00000")}`);
  });

  test("lines of its own or of the next cell; those of the grid are not seen over a colour", () => {
    expect(edgesOf(thin, { line: "double", colour: null }, false)).toBe(
      `border-bottom: 1px solid ${ink("A6A6A6")}; border-right: 3px double ${ink("000000")}`,
    );
    expect(edgesOf(thin, undefined, true)).toBe(`border-bottom: 1px solid ${ink("A6A6A6")}; border-right: 0`);
  });

  test("a bar as long as its number is, beside the highest", () => {
    const bars = { block: { top: 0, left: 0, bottom: 9, right: 0 }, colour: "BFBFBF" };
    expect(barOf(bars, 25, 100)).toContain("0.7 * l) c h)) 25%, transparent 25%");
    expect(barOf(bars, 0, 100)).toBe("");
  });
});
