import { message } from "../../src/messages";
import { formatAmount } from "../../src/money";
import type { SharingKey } from "../../src/options";
import { sum } from "../../src/statement";
import { shareLine } from "../../src/statement/make-statement";
import fc from "../properties";
import * as given from "./fixtures";

const { schoolA, stateOf } = given;

function key(shares: Record<string, number>, of = "ECOLE ÉLÉMENTAIRE", host = "CHALEZEULE"): SharingKey {
  const list = Object.entries(shares).map(([commune, weight]) => ({ commune, weight }));
  return { commune: host, school: of, shares: list };
}

const one = given.reading([schoolA], given.quantities(schoolA, { "POSTE_STD m": 1 }));

describe("splits a shared school", () => {
  test("36,86 € over three equal shares: the two cents left go to the lowest INSEE codes", () => {
    const statement = stateOf(one, { sharingKeys: [key({ Mamirolle: 1, Chalezeule: 1, "Le Gratteris": 1 })] });
    expect(statement.anomalies).toEqual([]);
    expect(statement.byCommune.map(({ commune, due }) => [commune.insee, formatAmount(due)])).toEqual([
      ["25112", "12.29"],
      ["25297", "12.29"],
      ["25364", "12.28"],
    ]);
    expect(statement.schools).toBe(1);
    expect(statement.byPrestation[0]!.units.maintenance).toBe(1);
    expect(statement.lines.map((line) => line.share)).toEqual([
      { weight: 1, total: 3, counted: true },
      { weight: 1, total: 3, counted: false },
      { weight: 1, total: 3, counted: false },
    ]);
  });

  test("a zero weight gets no line, and the same commune named twice gets its weights together", () => {
    const statement = stateOf(one, { sharingKeys: [key({ Mamirolle: 0, Chalezeule: 0.1, CHALEZEULE: 0.2 })] });
    expect(statement.lines.map((line) => [line.commune.insee, line.share?.weight, line.share?.total])).toEqual([
      ["25112", 0.3, 0.3],
    ]);
  });

  test("Besançon's part of a shared school leaves the titre when Besançon is left out", () => {
    const options = { sharingKeys: [key({ Besançon: 1, Chalezeule: 1 })], besancon: "left-out" as const };
    const statement = stateOf(one, options);
    expect(formatAmount(statement.total)).toBe("18.43"); // 36.86 / 2
    expect(statement.lines[0]!.share!.counted).toBe(true);
    expect(statement.byPrestation[0]!.units.maintenance).toBe(1);
    expect(statement.reconciliations.every((way) => way.difference.isZero())).toBe(true);
  });

  test("whatever the weights, shares add up to the school and units count once", () => {
    const full = given.reading([schoolA], given.quantities(schoolA, given.countsA));
    const weights = fc.record({
      Mamirolle: fc.nat(1000),
      Chalezeule: fc.integer({ min: 1, max: 1000 }),
      Franois: fc.nat(7),
    });
    fc.assert(
      fc.property(weights, (shares) => {
        const statement = stateOf(full, { sharingKeys: [key(shares)] });
        expect(formatAmount(sum(statement.lines.map((line) => line.amount)))).toBe("1812.29");
        expect(statement.pupils).toBe(112);
        expect(statement.reconciliations.every((way) => way.difference.isZero())).toBe(true);
      }),
    );
  });
});

test("a school is never billed by a key that gives nobody a part: that is a bug, and stops", () => {
  const [line] = stateOf(one).lines;
  const parts = [{ commune: schoolA.commune, weight: 0 }];
  expect(() => shareLine(line!, { parts, total: 0 })).toThrow("A settled key cannot be refused: all-zero-weights");
});

describe("refuses a key that cannot be applied", () => {
  test.each([
    ["sharing-key-unknown-commune", [key({ Chalezeule: 1, Dijon: 1 })], "0.00"],
    ["sharing-key-unknown-school", [key({ Chalezeule: 1 }, "École fantôme")], "36.86"],
    ["sharing-key-unknown-school", [key({ Chalezeule: 1 }, "École élémentaire", "Dijon")], "36.86"],
    ["sharing-key-no-weight", [key({ Chalezeule: 0, Mamirolle: 0 })], "0.00"],
    ["sharing-key-no-weight", [key({ Chalezeule: -1, Mamirolle: 3 })], "0.00"],
    ["sharing-key-twice", [key({ Chalezeule: 1 }), key({ Mamirolle: 1 })], "0.00"],
  ] as const)("%s: an error, and what is left is billed", (code, keys, total) => {
    const statement = stateOf(one, { sharingKeys: keys });
    expect(statement.anomalies.map((anomaly) => [anomaly.severity, anomaly.code])).toEqual([["error", code]]);
    expect(formatAmount(statement.total)).toBe(total);
    for (const language of ["fr", "en"] as const)
      expect(message(code, statement.anomalies[0]!.params, language)).not.toMatch(/[{}]/);
  });

  test("Les Auxons exists from 2015 only: in the 2014 campaign the key names nobody", () => {
    const statement = stateOf(one, { sharingKeys: [key({ Chalezeule: 1, "Les Auxons": 1 })] });
    expect(statement.anomalies[0]?.code).toBe("sharing-key-unknown-commune");
  });
});
