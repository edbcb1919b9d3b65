import { Decimal } from "decimal.js";
import { formatAmount } from "../../../src/money";
import { defaultOptions } from "../../../src/options";
import { rectify, type Change, type Rectification, type RectifiedLine, type Statement } from "../../../src/statement";
import { campaignOf, reprice, type Nature } from "../../../src/tariff";
import { makeStatement } from "../../at-once";
import { atDepth } from "../../depth";
import fc from "../../properties";
import * as given from "../fixtures";
import { statements } from "../random-statements";

const { stateOf, golden, schoolA, schoolB, countsA, countsB } = given;

function told({ before, difference, after }: Change): string[] {
  return [before, difference, after].map(formatAmount);
}

function toldLine({ school, tariff, nature, issued, corrected, difference }: RectifiedLine) {
  const quantities = [issued?.quantity ?? null, corrected?.quantity ?? null];
  return [school.name, `${tariff.code} ${nature}`, ...quantities, formatAmount(difference)];
}

/** Both golden schools, school A counted otherwise. */
function corrected(counts: Record<string, number>) {
  return stateOf(
    given.reading([schoolB, schoolA], [...given.quantities(schoolA, counts), ...given.quantities(schoolB, countsB)]),
  );
}

const issued = () => stateOf(golden);

describe("decreases and increases are two pieces, neither of which is taken off the other", () => {
  const pieces = ({ kind, reduction, complement }: Rectification) => [
    kind,
    ...[reduction, complement].map(
      (piece) =>
        piece && {
          total: formatAmount(piece.total),
          cagb: formatAmount(piece.byPayer.cagb),
          commune: formatAmount(piece.byPayer.commune),
          lines: piece.communes.flatMap(({ lines }) => lines.map((line) => formatAmount(line.difference))),
        },
    ),
  ];

  test.each<[string, Statement, unknown]>([
    [
      "one workstation less: 36.86",
      corrected({ ...countsA, "POSTE_STD m": 13 }),
      ["reduction", { total: "36.86", cagb: "0.00", commune: "36.86", lines: ["-36.86"] }, null],
    ],
    [
      "one workstation more",
      corrected({ ...countsA, "POSTE_STD m": 15 }),
      ["complement", null, { total: "36.86", cagb: "0.00", commune: "36.86", lines: ["36.86"] }],
    ],
    [
      "one workstation less and a specific server more, in one school: 36.86, and 315.18",
      corrected({ ...countsA, "POSTE_STD m": 13, "SERVEUR_SPEC m": 1 }),
      [
        "both",
        { total: "36.86", cagb: "0.00", commune: "36.86", lines: ["-36.86"] },
        { total: "315.18", cagb: "0.00", commune: "315.18", lines: ["315.18"] },
      ],
    ],
    ["the same", stateOf(golden), ["none", null, null]],
  ])("%s", (_, statement, expected) => {
    expect(pieces(rectify(issued(), statement))).toEqual(expected);
  });

  test("a school moved to its right commune decreases one commune and increases the other by its whole cost", () => {
    const moved = given.school(given.mamirolle, schoolA.name);
    const reading = given.reading(
      [schoolB, moved],
      [...given.quantities(moved, countsA), ...given.quantities(schoolB, countsB)],
    );
    const { kind, reduction, complement } = rectify(issued(), stateOf(reading));
    // School A: 801.24 that the CAGB bears and 1 011.05 that the commune owes.
    const amounts = { total: "1812.29", cagb: "801.24", commune: "1011.05" };
    expect(kind).toBe("both");
    for (const [piece, name] of [
      [reduction, "Chalezeule"],
      [complement, "Mamirolle"],
    ] as const) {
      const { total, byPayer, communes } = piece!;
      expect(communes.map(({ commune }) => commune.name)).toEqual([name]);
      expect({
        total: formatAmount(total),
        cagb: formatAmount(byPayer.cagb),
        commune: formatAmount(byPayer.commune),
      }).toEqual(amounts);
    }
  });

  test("for any two statements, the complement less the reduction is the difference, and each line goes one way", () => {
    fc.assert(
      fc.property(statements(2014), statements(2014), (before, after) => {
        const { reduction, complement, total, communes } = rectify(before, after);
        const amount = (piece: typeof reduction) => piece?.total ?? new Decimal(0);
        expect(formatAmount(amount(complement).minus(amount(reduction)))).toBe(formatAmount(total.difference));
        const linesOf = (some: readonly { readonly lines: readonly RectifiedLine[] }[] = []) =>
          some.flatMap(({ lines }) => lines);
        expect(linesOf(reduction?.communes).every(({ difference }) => difference.isNegative())).toBe(true);
        expect(linesOf(complement?.communes).every(({ difference }) => difference.isPositive())).toBe(true);
        const changed = linesOf(communes).filter(({ difference }) => !difference.isZero());
        expect(linesOf(reduction?.communes).length + linesOf(complement?.communes).length).toBe(changed.length);
      }),
      { numRuns: atDepth(15, 200) },
    );
  });
});

describe("a correction is new lines that name the old ones", () => {
  test("a workstation counted too many is a reduction of 36,86 €", () => {
    const result = rectify(issued(), corrected({ ...countsA, "POSTE_STD m": 13 }));
    expect(result.kind).toBe("reduction");
    expect(told(result.total)).toEqual(["6188.13", "-36.86", "6151.27"]);
    expect(told(result.byPayer.commune)).toEqual(["3980.50", "-36.86", "3943.64"]);
    expect(told(result.byPayer.cagb)).toEqual(["2207.63", "0.00", "2207.63"]);
    expect(result.communes.map(({ commune }) => commune.name)).toEqual(["Chalezeule"]);
    expect(result.communes[0]!.lines.map(toldLine)).toEqual([
      ["École élémentaire", "POSTE_STD maintenance", 14, 13, "-36.86"],
    ]);
    expect(result.unchanged).toMatchObject({ count: 1 });
    expect(formatAmount(result.unchanged.byPayer.commune)).toBe("2969.45");
  });

  test("a line that appears and one that disappears have one side only", () => {
    const counts: Record<string, number> = { ...countsA, "SERVEUR_SPEC m": 1 };
    delete counts["IMPRIMANTE m"];
    const result = rectify(issued(), corrected(counts));
    expect(told(result.total)).toEqual(["6188.13", "299.39", "6487.52"]); // 315.18 − 15.79
    expect(result.communes[0]!.lines.map(toldLine)).toEqual([
      ["École élémentaire", "SERVEUR_SPEC maintenance", null, 1, "315.18"],
      ["École élémentaire", "IMPRIMANTE maintenance", 1, null, "-15.79"],
    ]);
  });

  test("a school that was in the wrong commune moves what is owed, the total staying", () => {
    const moved = given.school(given.mamirolle, schoolA.name);
    const reading = given.reading(
      [schoolB, moved],
      [...given.quantities(moved, countsA), ...given.quantities(schoolB, countsB)],
    );
    const result = rectify(issued(), stateOf(reading));
    expect(told(result.total)).toEqual(["6188.13", "0.00", "6188.13"]);
    expect(result.communes.map(({ commune, byPayer }) => [commune.name, ...told(byPayer.commune)])).toEqual([
      ["Chalezeule", "1011.05", "-1011.05", "0.00"],
      ["Mamirolle", "0.00", "1011.05", "1011.05"],
    ]);
  });

  test("the same statement has nothing to correct; an empty one cancels it all", () => {
    expect(rectify(issued(), stateOf(golden))).toMatchObject({ kind: "none", communes: [], unchanged: { count: 2 } });
    const cancelled = rectify(issued(), stateOf(given.reading([schoolA], [])));
    expect(cancelled.kind).toBe("cancellation");
    expect(told(cancelled.total)).toEqual(["6188.13", "-6188.13", "0.00"]);
  });

  test("communes come by name, one that was billed nothing among them", () => {
    const only = stateOf(given.reading([schoolA], given.quantities(schoolA, { "POSTE_STD m": 1 })));
    expect(rectify(only, issued()).communes.map(({ commune }) => commune.name)).toEqual([
      "Avanne-Aveney",
      "Chalezeule",
    ]);
  });

  test("lines come by school, then as in the grid, installation before maintenance, CAGB first", () => {
    const reading = given.reading(
      [schoolB, { ...schoolA, commune: schoolB.commune }],
      [
        ...given.quantities(schoolB, { "TABLETTE m": 1, "TABLETTE i": 1, "POSTE_STD m": 1, "PORTAIL m": 1 }),
        ...given.quantities({ ...schoolA, commune: schoolB.commune }, { "POSTE_STD m": 1 }),
      ],
    );
    const [empty, full] = [given.reading([], []), reading].map((one) => stateOf(one, {}, given.splitGrid));
    const ordered = [
      ["École du Parc", "PORTAIL", "maintenance", "cagb"],
      ["École du Parc", "POSTE_STD", "maintenance", "commune"],
      ["École du Parc", "TABLETTE", "installation", "cagb"],
      ["École du Parc", "TABLETTE", "installation", "commune"],
      ["École du Parc", "TABLETTE", "maintenance", "cagb"],
      ["École du Parc", "TABLETTE", "maintenance", "commune"],
      ["École élémentaire", "POSTE_STD", "maintenance", "commune"],
    ];
    for (const result of [rectify(empty!, full!), rectify(full!, empty!)])
      expect(
        result.communes[0]!.lines.map(({ school, tariff, nature, payer }) => [school.name, tariff.code, nature, payer]),
      ).toEqual(ordered);
  });

  test("a line whose amount stays, but not what it is made of, is told: 2 × 10 € and 1 × 20 €", () => {
    const tablets = (count: number) =>
      given.reading([schoolA], [given.quantity(schoolA, "TABLETTE", "installation", count)]);
    const dearer = reprice(given.splitGrid, [
      { code: "TABLETTE", nature: "installation", payer: "cagb", price: new Decimal(20) },
      { code: "TABLETTE", nature: "installation", payer: "commune", price: new Decimal(40) },
    ]);
    const result = rectify(stateOf(tablets(2), {}, given.splitGrid), stateOf(tablets(1), {}, dearer));
    expect([result.kind, result.communes[0]!.lines.map(toldLine)]).toEqual([
      "none",
      [
        ["École élémentaire", "TABLETTE installation", 2, 1, "0.00"],
        ["École élémentaire", "TABLETTE installation", 2, 1, "0.00"],
      ],
    ]);
  });

  test("a line is told whose units alone change: half of two machines, then one", () => {
    const machines = (count: number) => given.reading([schoolA], given.quantities(schoolA, { "POSTE_STD m": count }));
    const shares = ["Chalezeule", "Mamirolle"].map((commune) => ({ commune, weight: 1 }));
    const shared = stateOf(machines(2), { sharingKeys: [{ commune: "Chalezeule", school: schoolA.name, shares }] });
    expect(rectify(shared, stateOf(machines(1))).communes.map(({ lines }) => lines.map(toldLine))).toEqual([
      [["École élémentaire", "POSTE_STD maintenance", 2, 1, "0.00"]],
      [["École élémentaire", "POSTE_STD maintenance", 2, null, "-36.86"]],
    ]);
  });

  test("lines that only the correction has take their place among the others", () => {
    const tablets = (counts: Record<string, number>) => given.reading([schoolA], given.quantities(schoolA, counts));
    const withoutCagb = reprice(given.splitGrid, [
      { code: "TABLETTE", nature: "maintenance", payer: "cagb", price: null },
    ]);
    const result = rectify(
      stateOf(tablets({ "TABLETTE m": 1 }), {}, withoutCagb),
      stateOf(tablets({ "TABLETTE i": 1, "TABLETTE m": 2 }), {}, given.splitGrid),
    );
    expect(result.communes[0]!.lines.map(({ nature, payer }) => [nature, payer])).toEqual([
      ["installation", "cagb"],
      ["installation", "commune"],
      ["maintenance", "cagb"],
      ["maintenance", "commune"],
    ]);
  });

  test("a line that a key shares otherwise is told: 36,86 € by halves, then by three and one", () => {
    const one = given.reading([schoolA], given.quantities(schoolA, { "POSTE_STD m": 1 }));
    const shared = (weight: number) => {
      const shares = [
        { commune: "Chalezeule", weight },
        { commune: "Mamirolle", weight: 1 },
      ];
      return stateOf(one, { sharingKeys: [{ commune: "Chalezeule", school: schoolA.name, shares }] });
    };
    // 36.86 / 2 = 18.43; 36.86 × 3/4 = 27.645 and × 1/4 = 9.215: the cent goes to the lower INSEE code, Chalezeule's.
    expect(rectify(shared(1), shared(3)).communes.map(({ lines }) => lines.map(toldLine))).toEqual([
      [["École élémentaire", "POSTE_STD maintenance", 1, 1, "9.22"]],
      [["École élémentaire", "POSTE_STD maintenance", 1, 1, "-9.22"]],
    ]);
  });

  test("another campaign is not a correction", () => {
    const later = makeStatement(golden, given.grid, campaignOf(2015), defaultOptions);
    expect(() => rectify(issued(), later)).toThrow("A correction is of the campaign it corrects.");
  });

  test("whatever is corrected, issued plus differences is corrected, for each commune and each payer", () => {
    const schools = [schoolA, schoolB];
    const counted = fc.uniqueArray(
      fc.record({
        school: fc.constantFrom(...schools),
        prestation: fc.constantFrom(...given.grid.rows.map((row) => row.code)),
        nature: fc.constantFrom<Nature>("installation", "maintenance"),
        count: fc.integer({ min: 1, max: 300 }),
      }),
      { selector: ({ school, prestation, nature }) => `${school.key}|${prestation}|${nature}`, maxLength: 15 },
    );
    const states = counted.map((all) =>
      stateOf(
        given.reading(
          schools,
          all.map((one) => given.quantity(one.school, one.prestation, one.nature, one.count)),
        ),
      ),
    );
    fc.assert(
      fc.property(states, states, (before, after) => {
        const result = rectify(before, after);
        const sum = (amounts: readonly Decimal[]) => amounts.reduce((total, one) => total.plus(one), new Decimal(0));
        expect(result.total.before.plus(result.total.difference).equals(after.total)).toBe(true);
        for (const { total, byPayer, lines } of result.communes) {
          expect(sum(lines.map(({ difference }) => difference)).equals(total.difference)).toBe(true);
          expect(byPayer.cagb.difference.plus(byPayer.commune.difference).equals(total.difference)).toBe(true);
        }
        for (const payer of ["cagb", "commune"] as const) {
          const changed = sum(result.communes.map((one) => one.byPayer[payer].after));
          expect(changed.plus(result.unchanged.byPayer[payer]).equals(result.byPayer[payer].after)).toBe(true);
        }
      }),
      { numRuns: atDepth(50, 250) },
    );
  });
});
