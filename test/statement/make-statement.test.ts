import { Decimal } from "decimal.js";
import { formatAmount } from "../../src/money";
import { totalOf, type Statement } from "../../src/statement";
import type { Nature } from "../../src/tariff";
import fc from "../properties";
import * as given from "./fixtures";

const { schoolA, schoolB, stateOf } = given;

describe("prices what was counted", () => {
  const golden = () => stateOf(given.golden);

  test("school A comes to 1 812,29 €: 801,24 € for the CAGB, 1 011,05 € for its commune", () => {
    const total = golden().byCommune.find((one) => one.commune.insee === "25112")!;
    const cagb = new Decimal("5.27").times(112).plus(211);
    const commune = Decimal.sum(
      new Decimal("31.60").times(2),
      "21.06",
      new Decimal("21.06").times(3),
      "263.33",
      new Decimal("36.86").times(14),
      "47.39",
      new Decimal("10.53").times(2),
      "15.79",
    );
    expect([formatAmount(cagb), formatAmount(commune)]).toEqual(["801.24", "1011.05"]);
    expect(formatAmount(total.cagb)).toBe("801.24");
    expect(formatAmount(total.due)).toBe("1011.05");
    expect(formatAmount(total.split.installation.commune)).toBe("147.44"); // 63.20 + 21.06 + 63.18
  });

  test("the titre of schools A and B is 6 188,13 € = 2 207,63 € + 3 980,50 €", () => {
    expect(formatAmount(golden().total)).toBe("6188.13"); // 1 812.29 + 4 375.84
    expect(formatAmount(golden().cagb)).toBe("2207.63"); // 801.24 + 1 406.39
    expect(formatAmount(golden().communes)).toBe("3980.50"); // 1 011.05 + 2 969.45
  });

  test("counts pupils and billed schools", () => {
    expect(golden().pupils).toBe(112 + 57);
    expect(golden().schools).toBe(2);
    const idle = given.school(given.mamirolle, "École sans rien");
    expect(stateOf({ ...given.golden, schools: [...given.golden.schools, idle] }).schools).toBe(2);
  });

  test("a nature without a tariff, or a prestation outside the grid, gives neither line nor anomaly", () => {
    const all = [
      given.quantity(schoolA, "IMPRIMANTE", "installation", 3),
      given.quantity(schoolA, "PIECES", "maintenance", 3),
      given.quantity(schoolA, "TABLETTE", "maintenance", 3),
    ];
    const empty = stateOf(given.reading([schoolA], all));
    expect(empty.lines).toEqual([]);
    expect(empty.anomalies).toEqual([]);
    expect(empty.byPrestation).toEqual([]);
    expect(formatAmount(empty.total)).toBe("0.00");
  });

  test("a row borne by both payers gives two lines, its units counted once", () => {
    const all = [given.quantity(schoolA, "TABLETTE", "installation", 3)];
    const both = stateOf(given.reading([schoolA], all), {}, given.splitGrid);
    expect(both.lines.map((line) => [line.payer, formatAmount(line.amount)])).toEqual([
      ["cagb", "30.00"],
      ["commune", "60.00"],
    ]);
    expect(both.byPrestation[0]!.units).toEqual({ installation: 3, maintenance: 0 });
  });

  test("communes come in French order, schools as read, lines as in the grid with installation first", () => {
    const names = ["École-Valentin", "Élan", "Zèbre", "Eau"].map((name, i) => given.commune(`2500${i}`, name));
    const schools = names.map((one) => given.school(one, "É"));
    const all = schools.flatMap((one) => given.quantities(one, { "POSTE_STD m": 1, "POSTE_STD i": 1, "PORTAIL m": 1 }));
    const ordered = stateOf(given.reading(schools, all));
    expect(ordered.byCommune.map((one) => one.commune.name)).toEqual(["Eau", "École-Valentin", "Élan", "Zèbre"]);
    expect(ordered.lines.slice(0, 3).map((line) => `${line.tariff.code} ${line.nature}`)).toEqual([
      "PORTAIL maintenance",
      "POSTE_STD installation",
      "POSTE_STD maintenance",
    ]);
  });
});

describe("puts in order what is billed", () => {
  const [bas, haut] = [given.school(given.mamirolle, "Bas", 1), given.school(given.mamirolle, "Haut", 2)];

  test("lines by commune, then by school as read, whatever the order of the quantities", () => {
    const all = [bas, haut, schoolA].flatMap((one) => given.quantities(one, { "POSTE_STD m": 1 }));
    const statement = stateOf(given.reading([haut, schoolA, bas], all));
    expect(statement.lines.map(({ commune, school }) => `${commune.name} ${school.name}`)).toEqual([
      "Chalezeule École élémentaire",
      "Mamirolle Haut",
      "Mamirolle Bas",
    ]);
  });

  test("a commune's schools as read, those that it shares with another among them", () => {
    const shares = ["Chalezeule", "Mamirolle"].map((commune) => ({ commune, weight: 1 }));
    const sharingKeys = [{ commune: "Chalezeule", school: schoolA.name, shares }];
    const centre = given.school(given.mamirolle, "Centre", 3);
    const all = [bas, haut, schoolA, centre].flatMap((one) => given.quantities(one, { "POSTE_STD m": 1 }));
    const statement = stateOf(given.reading([bas, haut, schoolA, centre], all), { sharingKeys });
    const mamirolle = statement.byCommune.find(({ commune }) => commune.name === "Mamirolle")!;
    expect(mamirolle.schools.map(({ school }) => school.name)).toEqual(["Bas", "Haut", schoolA.name, "Centre"]);
  });

  test("pupils are those of the portal, and none where it is not billed", () => {
    expect(stateOf(given.reading([bas], given.quantities(bas, { "POSTE_STD m": 3 }))).pupils).toBe(0);
  });
});

describe("Besançon", () => {
  const local = given.school(given.besancon, "École Jean Macé");
  const input = given.reading(
    [local, schoolA],
    [
      ...given.quantities(local, { "PORTAIL m": 100, "POSTE_STD m": 10 }),
      ...given.quantities(schoolA, { "PORTAIL m": 10 }),
    ],
  );

  test.each([
    ["like-others", "948.30"], // 527.00 + 368.60 + 52.70
    ["cagb-share-only", "579.70"], // 527.00 + 52.70
    ["left-out", "52.70"],
  ] as const)("%s: the titre is %s", (rule, total) => {
    const statement = stateOf(input, { besancon: rule });
    expect(formatAmount(statement.total)).toBe(total);
    expect(statement.reconciliations.map((one) => formatAmount(one.difference))).toEqual(Array(5).fill("0.00"));
    expect(formatAmount(statement.besancon.cagb)).toBe("527.00");
    expect(formatAmount(statement.besancon.commune)).toBe("368.60");
  });
});

describe("always reconciles", () => {
  const counts = fc.array(
    fc.record({
      school: fc.nat(5),
      prestation: fc.constantFrom(...given.splitGrid.rows.map((row) => row.code)),
      nature: fc.constantFrom<Nature>("installation", "maintenance"),
      count: fc.integer({ min: 1, max: 5000 }),
    }),
  );
  const hosts = [given.chalezeule, given.avanne, given.besancon];
  const schools = [0, 1, 2, 3, 4, 5].map((i) => given.school(hosts[i % 3]!, `École ${i}`));
  const build = (all: { school: number; prestation: string; nature: Nature; count: number }[]) =>
    all.map((one) => given.quantity(schools[one.school]!, one.prestation, one.nature, one.count));
  const figures = (statement: Statement) => ({
    total: statement.total.toFixed(),
    communes: statement.byCommune.map((one) => [one.commune.insee, one.due.toFixed(), one.cagb.toFixed()]),
    prestations: statement.byPrestation.map((one) => [one.tariff.code, totalOf(one.split).toFixed(), one.units]),
  });

  test("whatever is counted, five ways of adding give the same total", () => {
    fc.assert(
      fc.property(counts, fc.constantFrom("like-others", "cagb-share-only", "left-out"), (all, rule) => {
        const statement = stateOf(given.reading(schools, build(all)), { besancon: rule as never }, given.splitGrid);
        for (const one of statement.reconciliations) expect(one.difference.toFixed()).toBe("0");
      }),
    );
  });

  test("the order of what was read changes no amount", () => {
    const shuffled = counts.chain((all) =>
      fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length })),
    );
    fc.assert(
      fc.property(shuffled, ([all, other]) => {
        const one = stateOf(given.reading(schools, build(all)), {}, given.splitGrid);
        const two = stateOf(given.reading(schools, build(other)), {}, given.splitGrid);
        expect(figures(two)).toEqual(figures(one));
      }),
    );
  });

  test("a school costs the same whichever other schools are billed", () => {
    const alone = stateOf(given.reading([schoolB], given.quantities(schoolB, given.countsB)));
    expect(formatAmount(alone.total)).toBe("4375.84"); // 1 406.39 + 2 969.45
    expect(figures(stateOf(given.golden)).communes).toContainEqual(figures(alone).communes[0]);
  });
});
