import { isSiren, isSiret } from "../../src/tariff/official-numbers";

describe("a SIREN and a SIRET end with their key", () => {
  test.each([
    ["212500565", isSiren],
    ["242500361", isSiren],
    ["21250056500016", isSiret],
  ])("%s has it", (figures, isNumber) => expect(isNumber(figures)).toBe(true));

  test.each([
    ["212500566", isSiren],
    ["212500655", isSiren],
    ["21250056500017", isSiret],
  ])("%s has not: a figure is wrong, or two changed places", (figures, isNumber) =>
    expect(isNumber(figures)).toBe(false),
  );

  test.each([
    ["21250056500016", isSiren],
    ["212500565", isSiret],
    ["212 500 565", isSiren],
    ["", isSiren],
  ])("« %s » has not their length", (figures, isNumber) => expect(isNumber(figures)).toBe(false));
});
