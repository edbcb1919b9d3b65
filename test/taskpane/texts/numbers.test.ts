import { createNumbers } from "../../../src/taskpane/texts/words";
import fc from "../../properties";

const french = createNumbers("fr-FR");

describe("amounts in the pane", () => {
  it("are written as the French read them, with spaces that never break: U+202F between thousands, U+00A0 before €", () => {
    expect(french.euros("1011.05")).toBe("1\u202f011,05\u00a0€");
    expect(french.euros("125223.66")).toBe("125\u202f223,66\u00a0€");
  });

  it("always show two decimals", () => {
    expect(french.euros("527.00")).toBe("527,00\u00a0€");
    expect(french.euros("0.00")).toBe("0,00\u00a0€");
  });

  it("show a true minus sign, and a dash where nothing is due", () => {
    expect(french.euros("-263.33")).toBe("\u2212263,33\u00a0€");
    expect(french.euros("0.00", true)).toBe("–");
    expect(french.euros("0.01", true)).toBe("0,01\u00a0€");
  });

  it("have their sign where they are a difference, none where there is none", () => {
    expect(french.difference("36.86")).toBe("+36,86\u00a0€");
    expect(french.difference("-263.33")).toBe("\u2212263,33\u00a0€");
    expect(french.difference("0.00")).toBe("0,00\u00a0€");
  });

  it("are written in a field as one types them in a cell, in the style of the user's Excel", () => {
    expect(french.decimal("1011.5")).toBe("1011,50");
    expect(createNumbers("en-GB").decimal("947.96")).toBe("947.96");
  });

  it("keep every digit of an amount that no floating number holds", () => {
    // 2^53 + 1 euros, and ten cents.
    expect(french.euros("9007199254740993.10").replace(/\s/g, "")).toBe("9007199254740993,10€");
  });

  it("show the digits that they are made of, whatever the amount", () => {
    fc.assert(
      fc.property(fc.bigInt({ min: -(10n ** 18n), max: 10n ** 18n }), (cents) => {
        const digits = String(cents < 0n ? -cents : cents).padStart(3, "0");
        const amount = `${cents < 0n ? "-" : ""}${digits.slice(0, -2)}.${digits.slice(-2)}`;
        expect(french.euros(amount).replace(/[\s€]/g, "").replace("\u2212", "-").replace(",", ".")).toBe(amount);
      }),
    );
  });

  it("follow the number style of the user's Excel, not the language of the pane", () => {
    expect(createNumbers("en-GB").euros("1011.05")).toBe("€1,011.05");
    expect(french.integer(12970)).toBe("12\u202f970");
  });
});
