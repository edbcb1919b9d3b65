import { Decimal } from "decimal.js";
import fc from "../properties";
import { formatAmount, formatEuros, parseEuros } from "../../src/money";

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
