import { Decimal } from "decimal.js";
import fc from "../properties";
import { allocate, formatAmount } from "../../src/money";
import type { WeightedKey } from "../../src/money/euros";

function shared(total: Decimal | string, weights: readonly WeightedKey[]): Record<string, string> {
  const allocation = allocate(new Decimal(total), weights);
  if (!allocation.ok) throw new Error(allocation.error);
  return Object.fromEntries(allocation.value.map(({ key, amount }) => [key, formatAmount(amount)]));
}

describe("allocate", () => {
  it("splits a school's cost by pupils, to the cent", () => {
    // 579.14 × 95 / 112 = 491.2348…, 579.14 × 17 / 112 = 87.9051…: the cent lost goes to the larger remainder, .51 over .48.
    expect(
      shared("579.14", [
        { key: "25364", weight: 95 },
        { key: "25297", weight: 17 },
      ]),
    ).toEqual({ "25364": "491.23", "25297": "87.91" });
  });

  it("gives a tie's cent to the lowest INSEE code, whatever the order", () => {
    const weights = ["25056", "25014", "25030"].map((key) => ({ key, weight: 1 }));
    expect(shared("1.00", weights)).toEqual({ "25014": "0.34", "25030": "0.33", "25056": "0.33" });
  });

  it("keeps the order of the weights", () => {
    const allocation = allocate(new Decimal(1), [
      { key: "b", weight: 1 },
      { key: "a", weight: 2 },
    ]);
    expect(allocation.ok && allocation.value.map(({ key }) => key)).toEqual(["b", "a"]);
  });

  it("takes weights as they are written: 0.1 and 0.2 share as 1 and 2", () => {
    expect(
      shared("0.30", [
        { key: "a", weight: 0.1 },
        { key: "b", weight: new Decimal("0.2") },
      ]),
    ).toEqual({ a: "0.10", b: "0.20" });
  });

  it("gives no sign to a share of nothing, even in a credit", () => {
    const allocation = allocate(new Decimal("-5.27"), [
      { key: "a", weight: 1 },
      { key: "b", weight: 0 },
    ]);
    expect(allocation.ok && allocation.value.map(({ amount }) => Object.is(amount.toNumber(), 0))).toEqual([
      false,
      true,
    ]);
  });

  it.each([
    ["all-zero-weights", "10", [{ key: "a", weight: 0 }]],
    ["all-zero-weights", "10", []],
    [
      "negative-weight",
      "10",
      [
        { key: "a", weight: 2 },
        { key: "b", weight: -1 },
      ],
    ],
    ["not-a-weight", "10", [{ key: "a", weight: NaN }]],
    ["not-a-weight", "10", [{ key: "a", weight: Infinity }]],
    [
      "duplicate-key",
      "10",
      [
        { key: "a", weight: 1 },
        { key: "a", weight: 1 },
      ],
    ],
    ["total-not-in-cents", "10.001", [{ key: "a", weight: 1 }]],
    ["total-not-in-cents", "Infinity", [{ key: "a", weight: 1 }]],
  ] as const)("refuses with %s, as a value", (refusal, total, weights) => {
    expect(allocate(new Decimal(total), weights)).toEqual({ ok: false, error: refusal });
  });

  describe("the shares of any total by any weights", () => {
    const cents = fc.bigInt({ min: -(10n ** 12n), max: 10n ** 12n });
    const total = cents.map((value) => new Decimal(value.toString()).div(100));
    const weight = fc.oneof(fc.nat(1000), fc.constant(0), fc.double({ min: 0, max: 1e6, noNaN: true }));
    const weights = fc
      .uniqueArray(fc.record({ key: fc.string({ minLength: 1 }), weight }), {
        minLength: 1,
        maxLength: 12,
        selector: ({ key }) => key,
      })
      .filter((list) => list.some((one) => one.weight > 0));
    const sharesOf = (amount: Decimal, list: readonly WeightedKey[]) => {
      const allocation = allocate(amount, list);
      if (!allocation.ok) throw new Error(allocation.error);
      return new Map(allocation.value.map((share) => [share.key, share.amount]));
    };

    it("the shares add up to the total", () => {
      fc.assert(
        fc.property(total, weights, (amount, list) => {
          expect(Decimal.sum(...sharesOf(amount, list).values()).equals(amount)).toBe(true);
        }),
      );
    });

    it("the order of the weights changes nothing", () => {
      fc.assert(
        fc.property(
          total,
          weights.chain((list) =>
            fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length, maxLength: list.length })),
          ),
          (amount, [list, shuffled]) => {
            const straight = sharesOf(amount, list);
            for (const [key, share] of sharesOf(amount, shuffled)) expect(straight.get(key)?.equals(share)).toBe(true);
          },
        ),
      );
    });

    it("a credit mirrors the debit", () => {
      fc.assert(
        fc.property(total, weights, (amount, list) => {
          const mirror = sharesOf(amount.negated(), list);
          for (const [key, share] of sharesOf(amount, list))
            expect(mirror.get(key)?.equals(share.negated())).toBe(true);
        }),
      );
    });

    it("a zero weight gets zero", () => {
      fc.assert(
        fc.property(total, weights, (amount, list) => {
          const shares = sharesOf(amount, list);
          for (const { key, weight: given } of list) if (given === 0) expect(shares.get(key)?.isZero()).toBe(true);
        }),
      );
    });

    it("no share is off by a cent or more", () => {
      const wide = Decimal.clone({ precision: 60 });
      fc.assert(
        fc.property(total, weights, (amount, list) => {
          const shares = sharesOf(amount, list);
          const sum = list.reduce((left, { weight: given }) => left.plus(new wide(given)), new wide(0));
          for (const { key, weight: given } of list) {
            const quota = new wide(amount.toString()).times(given).div(sum);
            expect(quota.minus(shares.get(key)!.toString()).abs().lessThan("0.01")).toBe(true);
          }
        }),
      );
    });
  });
});
