import { Decimal } from "decimal.js";
import { formatAmount, formatChange, formatEuros, parseEuros, roundHalfUp } from "../../src/money";
import fc from "../properties";

describe("parseEuros", () => {
  it.each([
    ["1 011,05 €", "1011.05"],
    ["1\u00a0011,05\u00a0€", "1011.05"],
    ["1\u202f011,05\u202f€", "1011.05"],
    ["1011.05", "1011.05"],
    ["1011,05", "1011.05"],
    ["31,6", "31.6"],
    ["895", "895"],
    [" 895 euros ", "895"],
    ["1 euro", "1"],
    ["12 EUR", "12"],
    ["0,50€", "0.5"],
    ["-5,27", "-5.27"],
    ["−5,27", "-5.27"],
    ["1 234 567", "1234567"],
  ])("reads « %s »", (text, amount) => {
    expect(parseEuros(text)?.toString()).toBe(amount);
  });

  it.each([
    ["", "nothing"],
    ["€", "a sign alone"],
    ["1.011", "a thousand or one and a bit"],
    ["1,011", "the same with a comma"],
    ["1.011,05", "a dot between thousands"],
    ["1,011.05", "the English way"],
    ["1 01", "a group of two"],
    ["12 34,5", "a group of two in front"],
    ["1234 567", "thousands half separated"],
    ["31,605", "parts of a cent"],
    [",50", "no euros"],
    ["5,", "no cents"],
    ["007", "a code, not an amount"],
    ["+5", "a plus"],
    ["5 $", "another currency"],
    ["5 € 20", "a sign in the middle"],
    ["1e3", "a scientific number"],
    ["- 5", "a dash before a number"],
    ["NaN", "no number"],
    ["cinq euros", "words"],
  ])("refuses « %s »: %s", (text) => {
    expect(parseEuros(text)).toBeNull();
  });

  it("has no negative zero", () => {
    expect(parseEuros("-0,00")?.isNegative()).toBe(false);
  });

  it("reads back whatever is formatted", () => {
    fc.assert(
      fc.property(fc.bigInt({ min: -(10n ** 15n), max: 10n ** 15n }), (cents) => {
        const amount = new Decimal(cents.toString()).div(100);
        expect(parseEuros(formatEuros(amount))?.equals(amount)).toBe(true);
        expect(parseEuros(formatAmount(amount))?.equals(amount)).toBe(true);
      }),
    );
  });
});

const nnbsp = "\u202f";

describe("formatEuros", () => {
  it.each([
    ["1011.05", `1${nnbsp}011,05${nnbsp}€`],
    ["0", `0,00${nnbsp}€`],
    ["31.6", `31,60${nnbsp}€`],
    ["999.99", `999,99${nnbsp}€`],
    ["1234567.8", `1${nnbsp}234${nnbsp}567,80${nnbsp}€`],
    ["-1011.05", `-1${nnbsp}011,05${nnbsp}€`],
    ["-0.004", `0,00${nnbsp}€`],
  ])("writes %s as the French read it", (amount, text) => {
    expect(formatEuros(new Decimal(amount))).toBe(text);
  });
});

describe("formatChange", () => {
  it.each([
    ["36.86", `+36,86${nnbsp}€`],
    ["-36.86", `\u221236,86${nnbsp}€`],
    ["-1011.05", `\u22121${nnbsp}011,05${nnbsp}€`],
    ["0", `0,00${nnbsp}€`],
    ["-0", `0,00${nnbsp}€`],
  ])("writes %s with its sign, and nothing that changes without one", (amount, text) => {
    expect(formatChange(new Decimal(amount))).toBe(text);
  });
});

describe("formatAmount", () => {
  it.each([
    ["895", "895.00"],
    ["31.6", "31.60"],
    ["1011.05", "1011.05"],
    ["-0.001", "0.00"],
  ])("writes %s with two decimals and a dot", (amount, text) => {
    expect(formatAmount(new Decimal(amount))).toBe(text);
  });
});

describe("roundHalfUp", () => {
  it.each([
    ["1.005", "1.01"],
    ["1.0049999", "1"],
    ["-1.005", "-1.01"],
    ["2.675", "2.68"],
  ])("rounds %s to %s", (amount, rounded) => {
    expect(roundHalfUp(new Decimal(amount)).toString()).toBe(rounded);
  });

  it("never gives a negative zero", () => {
    expect(roundHalfUp(new Decimal("-0.001")).isNegative()).toBe(false);
  });

  it("throws on what is no amount, which is a bug of the caller", () => {
    expect(() => roundHalfUp(new Decimal(NaN))).toThrow(new RangeError("Not an amount: NaN"));
  });
});
