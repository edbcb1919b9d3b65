import fc from "../properties";
import { errorCell } from "./ranges";
import { campaignSerial, inWords, refusal } from "./results";

describe("CAMPAGNE gives the 1 November of the campaign that bills an installation", () => {
  // 1 November: 41579 in 2013, 41944 in 2014, 42309 in 2015.
  test.each<[unknown, number]>([
    [41579, 41579], // 1 November 2013 is still of campaign 2013
    [41580, 41944], // 2 November 2013
    [41944, 41944],
    [41944.99, 41944],
    [41945, 42309],
    ["15/03/2014", 41944],
    ["2014-11-02", 42309],
    ["1er novembre 2014", 41944],
    [[[41580]], 41944],
  ])("%j: %s", (date, serial) => {
    expect(campaignSerial(date)).toBe(serial);
  });

  test.each([null, "", 0, -1, 2014, "bientôt", "30/02/2014", true, 36525, 73051])("%j is no date: #VALUE!", (date) => {
    expect(refusal(campaignSerial(date))).toEqual({
      error: "#VALUE!",
      text: "Date attendue, entre 2000 et 2099. Exemple : 15/03/2014.",
    });
  });

  test("an error goes through", () => {
    expect(refusal(campaignSerial(errorCell("#N/A"))).error).toBe("#N/A");
  });

  test("the date is in the year that ends on the day given, whatever the date", () => {
    fc.assert(
      fc.property(fc.integer({ min: 36526, max: 72900 }), (serial) => {
        const end = campaignSerial(serial);
        expect(end).toBeGreaterThanOrEqual(serial);
        expect(Number(end) - serial).toBeLessThan(366);
        expect(campaignSerial(end)).toBe(end);
      }),
    );
  });
});

describe("ENLETTRES writes an amount in French words", () => {
  test.each<[unknown, string]>([
    [442.32, "quatre cent quarante-deux euros et trente-deux centimes"],
    [442.3200000001, "quatre cent quarante-deux euros et trente-deux centimes"],
    [31.6 * 3, "quatre-vingt-quatorze euros et quatre-vingts centimes"],
    ["1 011,05 €", "mille onze euros et cinq centimes"],
    [0, "zéro euro"],
    [1, "un euro"],
    [0.01, "un centime"],
    [0.005, "un centime"], // half-up
    [0.004, "zéro euro"],
    [1.15 * 3.3, "trois euros et quatre-vingts centimes"], // 3.795 to Excel, 3.7949999999999995 in binary
    [-80, "moins quatre-vingts euros"],
    [[[21]], "vingt et un euros"],
    [1e6, "un million d'euros"],
  ])("%j: %s", (amount, words) => {
    expect(inWords(amount)).toBe(words);
  });

  test.each([null, "", "douze", "1.011", true, [[null]]])("%j is no amount: #VALUE!", (amount) => {
    expect(refusal(inWords(amount))).toEqual({
      error: "#VALUE!",
      text: "Montant attendu : un nombre. Exemple : 442,32.",
    });
  });

  test.each([1e13, -1e13, 1e300])("%s is too large for its cents: #VALUE!", (amount) => {
    expect(refusal(inWords(amount)).text).toContain("Montant trop grand");
    expect(typeof inWords(9_999_999_999_999.99)).toBe("string");
  });

  test("an error goes through", () => {
    expect(refusal(inWords(errorCell("#DIV/0!"))).error).toBe("#DIV/0!");
  });
});
