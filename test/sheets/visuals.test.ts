import * as given from "../statement/fixtures";
import { full, sheet, sheetsOf } from "./fixtures";

const models = sheetsOf(full, { printableFiches: true });

describe("Récapitulatif tells who pays what", () => {
  const recapitulatif = sheet(models, "recapitulatif");
  const at = recapitulatif.rows.findIndex(({ cells }) => cells[0]?.value === "Part du titre");
  const [total, shares] = [at - 1, at].map((row) => recapitulatif.rows[row]!.cells.slice(7, 10));

  test("both parts in percent under their amounts, the second share being what the first one leaves", () => {
    const [cagb, , titre] = total!.map((cell) => Number(cell?.value));
    const first = Math.round((cagb! / titre!) * 1000) / 1000;
    const figures = shares!.map((cell) => Number(cell?.value));
    expect(figures).toEqual([first, expect.closeTo(1 - first, 10), 1]);
    expect(shares!.map((cell) => cell?.formula)).toEqual([
      `ROUND(H${at}/J${at},3)`,
      `1-H${at + 1}`,
      `H${at + 1}+I${at + 1}`,
    ]);
  });

  test("a sentence says both, between the table and its bar, which is drawn from that row alone", () => {
    const [first, second] = shares!.map((cell) => `${(Number(cell?.value) * 100).toFixed(1).replace(".", ",")}\u00a0%`);
    const sentence = recapitulatif.rows[at + 1]!.cells[0]?.value;
    expect(sentence).toBe(`La CAGB prend en charge ${first} du titre, les communes ${second}`);
    const { kind, categories, series, anchor } = recapitulatif.charts[0]!;
    expect([kind, categories, series.map(({ column }) => column), anchor.top]).toEqual([
      "bar-stacked-100",
      { column: 0, firstRow: at, lastRow: at },
      [7, 8],
      at + 2,
    ]);
  });

  test("nothing billed: shares of 0, and it is said; no school at all: no bar", () => {
    const unbilled = sheet(sheetsOf(given.reading([given.schoolA], [])), "recapitulatif");
    const row = unbilled.rows.findIndex(({ cells }) => cells[0]?.value === "Part du titre");
    expect(unbilled.rows[row]!.cells.slice(7, 10).map((cell) => cell?.value)).toEqual([0, 0, 0]);
    expect(unbilled.rows[row + 1]!.cells[0]?.value).toBe("Rien n’est facturé, ni à la CAGB ni aux communes");
    expect(sheet(sheetsOf(given.reading([], [])), "recapitulatif").charts).toEqual([]);
  });
});

describe("Récapitulatif ranks the communes by what they are claimed", () => {
  const host = (index: number) =>
    given.school(given.commune(String(25101 + index), `Commune ${index}`), "École", index);
  /** Commune n pays n standard workstations; Besançon 500. */
  const ranked = (communes: number) => {
    const hosts = Array.from({ length: communes }, (_one, index) => host(index + 1));
    const capital = given.school(given.besancon, "Viotte", 99);
    const posts = (of: typeof capital, count: number) => given.quantity(of, "POSTE_STD", "maintenance", count);
    const all = [...hosts.map((one, index) => posts(one, index + 1)), posts(capital, 500)];
    return sheet(sheetsOf(given.reading([...hosts, capital], all)), "recapitulatif");
  };
  const table = (model: ReturnType<typeof ranked>) => {
    const start = model.rows.findIndex(({ cells }) => String(cells[0]?.value).startsWith("Les communes, de la")) + 2;
    const { categories } = model.charts[1]!;
    const rows = model.rows.slice(start, model.charts[1]!.anchor.top - 1);
    return { start, categories, rows: rows.map(({ cells }) => [cells[0]?.value, cells[8]?.value]) };
  };

  test("fifteen in bars, the most claimed first; the others together and Besançon apart, in the table alone", () => {
    const { start, categories, rows } = table(ranked(20));
    expect(rows.map(([name]) => name)).toEqual([
      ...Array.from({ length: 15 }, (_one, index) => `Commune ${20 - index}`),
      "5 autres communes (hors graphique)",
      "Besançon (hors graphique)",
    ]);
    // 20 × 36.86; (5 + 4 + 3 + 2 + 1) × 36.86; 500 × 36.86
    expect([rows[0]![1], rows[15]![1], rows[16]![1]]).toEqual([737.2, 552.9, 18430]);
    expect([categories.firstRow, categories.lastRow]).toEqual([start, start + 14]);
  });

  test("a sixteenth has its own bar; Besançon alone has none", () => {
    expect(table(ranked(16)).categories.lastRow - table(ranked(16)).start + 1).toBe(16);
    expect(ranked(0).charts).toHaveLength(1);
  });
});

describe("Répartition tells what weighs most", () => {
  const repartition = sheet(models, "repartition");
  const start = repartition.rows.findIndex(({ cells }) => String(cells[0]?.value).startsWith("De la prestation")) + 2;
  const end = repartition.rows.findIndex(({ cells }, row) => row > start && cells[0]?.value === "Total");
  const shown = repartition.rows.slice(start, end).map(({ cells }) => [cells[0]?.value, cells[11]?.value]);

  test("the heaviest prestation first, each with what it costs in all, and the total is the titre", () => {
    const totals = shown.map(([, total]) => Number(total));
    expect(totals).toEqual([...totals].sort((a, b) => b - a));
    const titre = repartition.rows.find(({ cells }) => cells[0]?.value === "Total")!.cells[11]!.value;
    expect(repartition.rows[end]!.cells[11]?.value).toBe(titre);
    const above = repartition.rows.slice(0, start).map(({ cells }) => [cells[1]?.value, cells[11]?.value]);
    for (const line of shown) expect(above).toContainEqual(line);
  });

  test("its bars are drawn from that table, of installation and of maintenance", () => {
    const { categories, series } = repartition.charts[0]!;
    expect([categories.firstRow, categories.lastRow]).toEqual([start, end - 1]);
    expect(series.map(({ title, column }) => [title, repartition.rows[start - 1]!.cells[column]?.value])).toEqual([
      ["Installation", "Installation"],
      ["Maintenance", "Maintenance"],
    ]);
  });

  test("nothing billed: no table, no bars", () => {
    expect(sheet(sheetsOf(given.reading([given.schoolA], [])), "repartition").charts).toEqual([]);
  });
});
