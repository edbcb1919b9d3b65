import { shaded } from "../../../src/workbook/files/shades";

/** The tints that Excel writes for the rows of its box of colours, « 80 % plus clair » to « 50 % plus sombre ». */
const tints = [
  0.79998168889431442, 0.59999389629810485, 0.39997558519241921, -0.249977111117893, -0.499984740745262,
] as const;

describe("a colour of the theme, lighter or darker, is as Excel's own box of colours has it", () => {
  it.each([
    ["4472C4", "D9E1F2 B4C6E7 8EA9DB 305496 203764"],
    ["ED7D31", "FCE4D6 F8CBAD F4B084 C65911 833C0C"],
    ["A5A5A5", "EDEDED DBDBDB C9C9C9 7B7B7B 525252"],
    ["FFC000", "FFF2CC FFE699 FFD966 BF8F00 806000"],
    ["5B9BD5", "DDEBF7 BDD7EE 9BC2E6 2F75B5 1F4E78"],
    ["70AD47", "E2EFDA C6E0B4 A9D08E 548235 375623"],
    ["44546A", "D6DCE4 ACB9CA 8497B0 333F4F 222B35"],
    ["C0504D", "F2DCDB E6B8B7 DA9694 963634 632523"],
    ["1F497D", "C5D9F1 8DB4E2 538DD5 16365C 0F243E"],
  ])("%s", (colour, shades) => {
    expect(tints.map((tint) => shaded(colour, tint)).join(" ")).toBe(shades);
  });

  it("white is made darker by itself, and black lighter", () => {
    expect([-0.05, -0.15, -0.25, -0.35, -0.5].map((tint) => shaded("FFFFFF", tint))).toEqual(
      "F2F2F2 D9D9D9 BFBFBF A6A6A6 808080".split(" "),
    );
    expect([0.5, 0.35, 0.25, 0.15, 0.05].map((tint) => shaded("000000", tint))).toEqual(
      "808080 595959 404040 262626 0D0D0D".split(" "),
    );
  });

  it("one without a tint, or with what is none, stays; beyond 1 it is white, or black", () => {
    expect([0, NaN, 7, -7].map((tint) => shaded("4472C4", tint))).toEqual(["4472C4", "4472C4", "FFFFFF", "000000"]);
  });
});
