import { Decimal } from "decimal.js";
import { eurosInWords } from "../../src/money";

const inWords: readonly (readonly [string, string])[] = [
  ["0", "zéro euro"],
  ["1", "un euro"],
  ["1.01", "un euro et un centime"],
  ["2", "deux euros"],
  ["21", "vingt et un euros"],
  ["31", "trente et un euros"],
  ["41", "quarante et un euros"],
  ["51", "cinquante et un euros"],
  ["61", "soixante et un euros"],
  ["71", "soixante et onze euros"],
  ["80", "quatre-vingts euros"],
  ["81", "quatre-vingt-un euros"],
  ["91", "quatre-vingt-onze euros"],
  ["99", "quatre-vingt-dix-neuf euros"],
  ["100", "cent euros"],
  ["101", "cent un euros"],
  ["180", "cent quatre-vingts euros"],
  ["200", "deux cents euros"],
  ["201", "deux cent un euros"],
  ["280", "deux cent quatre-vingts euros"],
  ["1000", "mille euros"],
  ["1100", "mille cent euros"],
  ["2000", "deux mille euros"],
  ["80000", "quatre-vingt mille euros"],
  ["200000", "deux cent mille euros"],
  ["280000", "deux cent quatre-vingt mille euros"],
  ["1000000", "un million d'euros"],
  ["2000000", "deux millions d'euros"],
  ["80000000", "quatre-vingts millions d'euros"],
  ["200000000", "deux cents millions d'euros"],
  ["1000200", "un million deux cents euros"],
  ["1000000000", "un milliard d'euros"],
  ["3000000000", "trois milliards d'euros"],
  ["1001000000", "un milliard un million d'euros"],
  ["6188.13", "six mille cent quatre-vingt-huit euros et treize centimes"],
  ["63240", "soixante-trois mille deux cent quarante euros"],
  ["1000000.80", "un million d'euros et quatre-vingts centimes"],
  ["0.01", "un centime"],
  ["0.50", "cinquante centimes"],
  ["-5.27", "moins cinq euros et vingt-sept centimes"],
  ["-5", "moins cinq euros"],
  ["-0.50", "moins cinquante centimes"],
  ["-0.001", "zéro euro"],
  ["0.995", "un euro"],
];

describe("eurosInWords", () => {
  it.each(inWords)("says %s as « %s »", (amount, words) => {
    expect(eurosInWords(new Decimal(amount))).toBe(words);
  });
});
