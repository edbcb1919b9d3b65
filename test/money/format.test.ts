import { Decimal } from "decimal.js";
import { formatAmount, formatChange, formatEuros, roundHalfUp } from "../../src/money";

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
