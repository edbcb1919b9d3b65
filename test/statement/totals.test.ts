import { Decimal } from "decimal.js";
import { formatAmount } from "../../src/money";
import type { Reconciliation } from "../../src/statement";
import { reconcile } from "../../src/statement/totals";
import * as given from "./fixtures";

const told = (ways: readonly Reconciliation[]) =>
  Object.fromEntries(ways.map(({ by, difference }) => [by, formatAmount(difference)]));
const agreed = { lines: "0.00", schools: "0.00", communes: "0.00", prestations: "0.00", payers: "0.00" };

describe("the titre is found again five ways", () => {
  test("each comes to 6 188,13 €", () => {
    const { reconciliations } = given.stateOf(given.golden);
    expect(reconciliations.map(({ by, total }) => [by, formatAmount(total)])).toEqual(
      Object.keys(agreed).map((way) => [way, "6188.13"]),
    );
    expect(told(reconciliations)).toEqual(agreed);
  });

  test("a titre of one cent too many is missed by all", () => {
    const { total, lines, byCommune, byPrestation } = given.stateOf(given.golden);
    expect(Object.values(told(reconcile(total.plus("0.01"), lines, byCommune, byPrestation)))).toEqual(
      Array(5).fill("-0.01"),
    );
  });

  test("a line left out is missed by the lines and the payers, 14 × 36,86 € = 516,04 €", () => {
    const { total, lines, byCommune, byPrestation } = given.stateOf(given.golden);
    const kept = lines.filter(({ quantity }) => quantity !== 14);
    expect(told(reconcile(total, kept, byCommune, byPrestation))).toEqual({
      ...agreed,
      lines: "-516.04",
      payers: "-516.04",
    });
  });

  test("a commune left out is missed by the communes and their schools, 801,24 € + 1 011,05 €", () => {
    const { total, lines, byCommune, byPrestation } = given.stateOf(given.golden);
    const kept = byCommune.filter(({ commune }) => commune.insee !== "25112");
    expect(told(reconcile(total, lines, kept, byPrestation))).toEqual({
      ...agreed,
      schools: "-1812.29",
      communes: "-1812.29",
    });
  });

  test("the amount owed by a commune is distinct from the cost of its schools", () => {
    const { total, lines, byCommune, byPrestation } = given.stateOf(given.golden);
    const [first, ...others] = byCommune;
    const dearer = [{ ...first!, due: first!.due.plus(new Decimal("1.50")) }, ...others];
    expect(told(reconcile(total, lines, dearer, byPrestation))).toEqual({ ...agreed, communes: "1.50" });
  });

  test("a prestation left out is missed by the prestations, (112 + 57) × 5,27 € = 890,63 €", () => {
    const { total, lines, byCommune, byPrestation } = given.stateOf(given.golden);
    const kept = byPrestation.filter(({ tariff }) => tariff.code !== "PORTAIL");
    expect(told(reconcile(total, lines, byCommune, kept))).toEqual({ ...agreed, prestations: "-890.63" });
  });
});
