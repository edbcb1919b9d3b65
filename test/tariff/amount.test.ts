import { amountOfData, amountOfNumber, amountOfText } from "../../src/tariff/prices";

const told = (amount: ReturnType<typeof amountOfText>) =>
  amount === null || typeof amount === "string" ? amount : amount.toFixed();

describe("a unit price", () => {
  it.each([
    ["895", "895"],
    ["31.60", "31.6"],
    ["0.5", "0.5"],
    ["0", "0"],
    ["-5.27", "negative"],
    ["-0.01", "negative"],
    ["5.275", "too-many-decimals"],
    ["", "unreadable"],
    ["5.", "unreadable"],
    [".50", "unreadable"],
    ["5,27", "unreadable"],
    ["--5", "unreadable"],
    ["5.27 €", "unreadable"],
    ["€ 5.27", "unreadable"],
    ["5.2.7", "unreadable"],
    ["1 011", "unreadable"],
  ])("« %s » in a grid file is %s", (text, expected) => {
    expect(told(amountOfData(text))).toBe(expected);
  });

  it.each([
    [31.6 * 3, "94.8"], // 94.80000000000001
    [0.01, "0.01"],
    [0, "0"],
    [-0.01, "negative"],
    [0.005, "too-many-decimals"],
    [NaN, "unreadable"],
    [Infinity, "unreadable"],
  ])("the number %p in a cell is %s", (value, expected) => {
    expect(told(amountOfNumber(value))).toBe(expected);
  });

  it.each([
    ["5,27 €", "5.27"],
    [" 895 ", "895"],
    ["—", null],
    [" – ", null],
    ["--", "unreadable"],
    ["5-", "unreadable"],
    ["-5,27", "negative"],
    ["5,275", "too-many-decimals"],
    ["12.3456", "too-many-decimals"],
    ["12 5,275", "unreadable"],
    ["5,275 €", "unreadable"],
    ["5,27x", "unreadable"],
  ])("« %s » in a cell is %p", (text, expected) => {
    expect(told(amountOfText(text))).toBe(expected);
  });
});
