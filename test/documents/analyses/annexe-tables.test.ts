import { Decimal } from "decimal.js";
import { addAnalyses } from "../../../src/documents";
import { compareStatements, simulate, type Statement } from "../../../src/statement";
import { campaignOf, type Grid } from "../../../src/tariff";
import * as given from "../../statement/fixtures";
import { sheet } from "../fixtures";
import { nowhere, read } from "./statements";
import { bill, inventory } from "./town";

const { golden, reading, school, stateOf } = given;
const now = stateOf(golden);

const tried = (trial: Grid, statement: Statement = now, under: Statement = stateOf(golden, {}, trial)) => {
  const simulation = simulate(statement, under);
  return sheet(addAnalyses([], { simulation: { simulation, anomalies: [] } }, nowhere), "annexe");
};
const compared = (before: Statement, after: Statement) => {
  const comparison = compareStatements(before, { ...after, campaign: campaignOf(2015) });
  const context = { comparison, file: "a.xlsx", campaignFrom: "journal", errors: { before: 0, after: 0 } } as const;
  return sheet(addAnalyses([], { comparison: context }, nowhere), "annexe");
};
/** A table's rows under the heading of its first column, as values. */
const tableOf = (model: ReturnType<typeof tried>, heading: string, width: number) => {
  const start = model.rows.findIndex(({ cells }) => cells[0]?.value === heading) + 1;
  if (start === 0) return null;
  const rows = model.rows.slice(start).map(({ cells }) => cells);
  const end = rows.findIndex((cells) => cells[1] == null);
  return rows.slice(0, end < 0 ? rows.length : end).map((cells) => cells.slice(0, width).map((cell) => cell?.value));
};
const price = (code: string, cagb: string | null, commune: string | null, base: Grid = given.grid): Grid => ({
  ...base,
  rows: base.rows.map((row) => {
    const of = (value: string | null) => (value === null ? null : new Decimal(value));
    return row.code === code
      ? { ...row, prices: { ...row.prices, maintenance: { cagb: of(cagb), commune: of(commune) } } }
      : row;
  }),
});

describe("the prices of both tariffs stand side by side", () => {
  test("the nine rows of the voted one, and the one price that changes", () => {
    const model = tried(price("POSTE_STD", null, "38.50"));
    const rows = tableOf(model, "Prestation", 8)!;
    expect(rows).toHaveLength(9);
    expect(rows[0]).toEqual(["Accès Portail éducatif/enfant", "enfant", "CAGB", "–", "–", 5.27, 5.27, "–"]);
    expect(rows[3]).toEqual(["Poste client standard", "poste", "Commune", 31.6, 31.6, 36.86, 38.5, "Maintenance"]);
    // Voted: 1 + 2 + 2 + 2 + 2 + 2 + 2 + 1 + 1.
    expect(read(model)).toContain("Un prix change sur 15");
    expect(read(model)).toContain("Maintenance, en projet");
  });

  test("a price that another payer takes a part of has a row for each", () => {
    const rows = tableOf(tried(price("POSTE_STD", "10.00", "26.86")), "Prestation", 8)!;
    expect(rows.slice(3, 5)).toEqual([
      ["Poste client standard", "poste", "CAGB", "–", "–", "–", 10, "Maintenance"],
      ["Poste client standard", "poste", "Commune", 31.6, 31.6, 36.86, 26.86, "Maintenance"],
    ]);
  });

  test("more rows than the page has room for: those that change, and how many do not", () => {
    const more = Array.from({ length: 5 }, (_one, index) => ({
      ...given.splitGrid.rows.at(-1)!,
      code: `TABLETTE_${index}`,
      prestation: `Tablette ${index}`,
    }));
    const long = { ...given.grid, rows: [...given.grid.rows, ...more] };
    const statement = stateOf(golden, {}, long);
    const trial = price("POSTE_STD", null, "38.50", price("TABLETTE_1", "2.00", "2.50", long));
    const model = tried(trial, statement, stateOf(golden, {}, trial));
    expect(tableOf(model, "Prestation", 7)).toEqual([
      ["Poste client standard", "poste", "Commune", 31.6, 31.6, 36.86, 38.5],
      ["Tablette 1", "tablette", "CAGB", 10, 10, 1.5, 2],
    ]);
    // 9 rows, and 5 tablets with a row for each payer: 19, of which 2 change.
    expect(read(model)).toContain("Hors de ce tableau : 17 lignes ne changent pas.");
    const dearer = {
      ...long,
      rows: long.rows.map((row) => ({ ...row, prices: { ...row.prices, maintenance: twice(row) } })),
    };
    const all = tried(dearer, statement, stateOf(golden, {}, dearer));
    // « Pièces détachées » has no maintenance: 18 rows change, twelve of which are shown.
    expect(tableOf(all, "Prestation", 1)).toHaveLength(12);
    expect(read(all)).toContain("Hors de ce tableau : 6 autres lignes changent, 1 ligne ne change pas.");
  });

  test("two campaigns: where their tariffs differ, under their years, and not where they are the same", () => {
    const dearer = stateOf(golden, {}, price("PACK", "220.00", null));
    const model = compared(now, dearer);
    expect(tableOf(model, "Prestation", 8)![1]).toEqual([
      ...["Pack logiciel / école", "école", "CAGB", 895, 895, 211, 220, "Maintenance"],
    ]);
    expect(read(model)).toMatch(/Maintenance, 2014 Maintenance, 2015/);
    expect(tableOf(compared(now, now), "Prestation", 8)).toBeNull();
  });
});

const twice = ({ prices: { maintenance } }: Grid["rows"][number]) => ({
  cagb: maintenance.cagb && maintenance.cagb.times(2),
  commune: maintenance.commune && maintenance.commune.times(2),
});

describe("the communes whose quote-part moves most", () => {
  /** A commune for each count of workstations. */
  const towns = (counts: readonly number[]) => {
    const hosts = counts.map((_count, index) =>
      school(given.commune(String(25101 + index), `C${index + 1}`), "École", 9),
    );
    return stateOf(
      reading(
        hosts,
        hosts.map((one, index) => given.quantity(one, "POSTE_STD", "maintenance", counts[index]!)),
      ),
    );
  };

  test("the annexe names at most five communes whose quote-part moves most, up or down, in words and in figures", () => {
    const model = compared(towns([1, 2, 3, 4, 5, 6, 7]), towns([9, 2, 1, 5, 1, 1, 8]));
    // +8, 0, −2, +1, −4, −5, +1 workstations at 36.86; of both that move by one, the first by name.
    // Of what it was: 8 / 1, −5 / 6, −4 / 5, −2 / 3, 1 / 4.
    expect(tableOf(model, "Commune", 5)).toEqual([
      ["C1", 36.86, 331.74, 294.88, 8],
      ["C6", 221.16, 36.86, -184.3, -0.833],
      ["C5", 184.3, 36.86, -147.44, -0.8],
      ["C3", 110.58, 36.86, -73.72, -0.667],
      ["C4", 147.44, 184.3, 36.86, 0.25],
    ]);
    // −1 in all: 5 of the 11 workstations that left.
    expect(read(model)).toContain("C6 porte 45 % des baisses.");
    expect(read(model)).toContain("Les communes les plus touchées : 3 paient plus, 3 moins, 1 autant");
  });

  test("the annexe shows what communes would pay under a simulated tariff", () => {
    const [before, dearer] = [towns([2, 3]), price("POSTE_STD", null, "38.50")];
    const hosts = before.byCommune.map(({ schools: [first] }) => first!.school);
    const counted = hosts.map((one, index) => given.quantity(one, "POSTE_STD", "maintenance", index + 2));
    const model = tried(dearer, before, stateOf(reading(hosts, counted), {}, dearer));
    // 3 × 1.64 and 2 × 1.64.
    // 1.64 / 36.86 of each.
    expect(tableOf(model, "Commune", 5)).toEqual([
      ["C2", 110.58, 115.5, 4.92, 0.044],
      ["C1", 73.72, 77, 3.28, 0.044],
    ]);
    // 4.92 / 8.20
    expect(read(model)).toContain("C2 porterait 60 % de la hausse.");
    expect(read(model)).toContain("Les communes les plus touchées : 2 paieraient plus");
  });

  test("one that came or went says so beside its amounts", () => {
    const of = (host: typeof given.mamirolle) => {
      const one = school(host, "École", 9);
      return stateOf(reading([one], [given.quantity(one, "POSTE_STD", "maintenance", 5)]));
    };
    const model = compared(of(given.mamirolle), of(given.gratteris));
    expect(tableOf(model, "Commune", 6)).toEqual([
      ["Le Gratteris", 0, 184.3, 184.3, "nouvelle", "facturée pour la première fois"],
      ["Mamirolle", 184.3, 0, -184.3, -1, "n’a plus d’école facturée"],
    ]);
  });

  test("a comment on a commune's difference is on one line below it", () => {
    const said = [{ commune: "Amagney", against: 2014, text: "=Une classe\nde plus" }];
    const of = (comments: typeof said) =>
      compared(bill([inventory(10)]).statement, bill([inventory(14)], 2015, { comments }).statement);
    expect(read(of(said))).toContain("Amagney : =Une classe · de plus");
    expect(read(of([]))).not.toContain("Une classe");
  });
});
