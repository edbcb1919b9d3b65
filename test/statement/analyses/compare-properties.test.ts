import { Decimal } from "decimal.js";
import { compareStatements, comparisonJson, type Effects } from "../../../src/statement";
import { atDepth } from "../../depth";
import fc from "../../properties";
import { statements } from "../random-statements";

const pair = fc.tuple(statements(2014), statements(2015));
const text = ({ ...effects }: Effects) => Object.values(effects).map((amount) => amount.toFixed());
const sumOf = ({ quantities, prices: of, arrivals, departures }: Effects) =>
  quantities.plus(of).plus(arrivals).plus(departures);

describe("whatever two campaigns bill", () => {
  test("the effects add up to the difference, to the cent, at every level", () => {
    fc.assert(
      fc.property(pair, ([before, after]) => {
        const comparison = compareStatements(before, after);
        const { total, byPayer, communes, prestations } = comparison;
        expect(total.difference.toFixed(2)).toBe(after.total.minus(before.total).toFixed(2));
        expect([total.before.toFixed(2), total.after.toFixed(2)]).toEqual([
          before.total.toFixed(2),
          after.total.toFixed(2),
        ]);
        expect(byPayer.commune.after.toFixed(2)).toBe(after.communes.toFixed(2));
        expect(byPayer.cagb.before.toFixed(2)).toBe(before.cagb.toFixed(2));
        const lines = communes.flatMap(({ schools }) => schools.flatMap((school) => school.lines));
        for (const effects of [
          total,
          ...Object.values(byPayer),
          ...communes.flatMap((one) => [one.total, one.byPayer.cagb, one.byPayer.commune]),
          ...prestations.map((one) => one.effects),
          ...lines.map((one) => one.effects),
        ]) {
          expect(sumOf(effects).equals(effects.difference)).toBe(true);
          expect(effects.after.minus(effects.before).equals(effects.difference)).toBe(true);
          for (const amount of Object.values(effects)) expect(amount.decimalPlaces()).toBeLessThanOrEqual(2);
        }
        for (const level of [communes.map((one) => one.total), prestations.map((one) => one.effects)])
          expect(level.reduce((all, one) => all.plus(one.difference), new Decimal(0)).equals(total.difference)).toBe(
            true,
          );
      }),
      { numRuns: atDepth(30, 300) },
    );
  });

  test("a kept line without a key has the effects that are written, (q1 − q0) · p0 and q1 · (p1 − p0)", () => {
    fc.assert(
      fc.property(pair, ([before, after]) => {
        for (const { schools } of compareStatements(before, after).communes)
          for (const { presence, lines } of schools)
            for (const line of lines.filter((one) => presence === "kept" && one.isProduct)) {
              const [p0, p1] = [line.before.unitPrice ?? 0, line.after.unitPrice ?? 0].map((one) => new Decimal(one));
              const [q0, q1] = [line.before.quantity, line.after.quantity];
              expect(line.effects.quantities.toFixed(2)).toBe(p0!.times(q1 - q0).toFixed(2));
              expect(line.effects.prices.toFixed(2)).toBe(p1!.minus(p0!).times(q1).toFixed(2));
            }
      }),
      { numRuns: atDepth(30, 300) },
    );
  });

  test("the order of lines changes nothing", () => {
    const shuffled = pair.chain(([before, after]) =>
      fc
        .tuple(
          fc.shuffledSubarray([...before.lines], { minLength: before.lines.length }),
          fc.shuffledSubarray([...after.lines], { minLength: after.lines.length }),
        )
        .map(([one, other]) => ({
          before,
          after,
          again: [
            { ...before, lines: one },
            { ...after, lines: other },
          ] as const,
        })),
    );
    fc.assert(
      fc.property(shuffled, ({ before, after, again }) => {
        expect(comparisonJson(compareStatements(...again))).toEqual(comparisonJson(compareStatements(before, after)));
      }),
      { numRuns: atDepth(30, 300) },
    );
  });

  test("compared with itself, a campaign has no effect at all", () => {
    fc.assert(
      fc.property(statements(2014), (statement) => {
        const { total, communes } = compareStatements(statement, statement);
        const amount = statement.total.toFixed();
        expect(text(total)).toEqual([amount, amount, "0", "0", "0", "0", "0"]);
        for (const { total: its, presence } of communes)
          expect([sumOf(its).toFixed(), presence]).toEqual(["0", "kept"]);
      }),
      { numRuns: atDepth(30, 300) },
    );
  });

  test("swapped, the total changes its sign, and arrivals are departures", () => {
    fc.assert(
      fc.property(pair, ([before, after]) => {
        const [one, other] = [compareStatements(before, after).total, compareStatements(after, before).total];
        expect(other.difference.plus(one.difference).isZero()).toBe(true);
        expect(other.arrivals.plus(one.departures).isZero()).toBe(true);
        expect(other.departures.plus(one.arrivals).isZero()).toBe(true);
      }),
      { numRuns: atDepth(30, 300) },
    );
  });
});
