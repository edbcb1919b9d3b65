import * as given from "../statement/fixtures";
import { full, sheet, sheetsOf } from "./fixtures";

const models = sheetsOf(full, { printableFiches: true });

describe("Récapitulatif tells who pays what", () => {
  const recapitulatif = sheet(models, "recapitulatif");
  const at = recapitulatif.rows.findIndex(({ cells }) => cells[0]?.value === "Part du titre");
  const [total, shares] = [at - 1, at].map((row) => recapitulatif.rows[row]!.cells.slice(2, 5));

  test("« Récapitulatif » has both parts in percent under their amounts, the second as what the first one leaves", () => {
    const [, cagb, titre] = total!.map((cell) => Number(cell?.value));
    const first = Math.round((cagb! / titre!) * 1000) / 1000;
    const figures = shares!.map((cell) => Number(cell?.value));
    expect(figures).toEqual([expect.closeTo(1 - first, 10), first, 1]);
    expect(shares!.map((cell) => cell?.formula)).toEqual([
      `1-D${at + 1}`,
      `ROUND(D${at}/E${at},3)`,
      `D${at + 1}+C${at + 1}`,
    ]);
  });

  test("a sentence says both: the title of its bar, which is drawn from that row alone, and a cell out of sight", () => {
    const [second, first] = shares!.map((cell) => `${(Number(cell?.value) * 100).toFixed(1).replace(".", ",")}\u00a0%`);
    const { kind, categories, series, anchor, title, titleCell } = recapitulatif.charts[0]!;
    expect(title).toBe(`La CAGB prend en charge ${first} du titre, les communes ${second}`);
    expect(recapitulatif.rows[titleCell!.row]!.cells[titleCell!.column]?.value).toBe(title);
    expect(recapitulatif.widths[titleCell!.column]).toBe(0);
    expect([kind, categories, series.map(({ column }) => column), anchor.top]).toEqual([
      "bar-stacked-100",
      { column: 0, firstRow: at, lastRow: at },
      [3, 2],
      at + 2,
    ]);
  });

  test("commune, schools, quote-part, the CAGB's part and the total are seen together beside the pane, in a window of 1366 pixels", () => {
    const { rows, widths, freeze } = sheet(sheetsOf(full), "recapitulatif");
    const titles = rows[freeze!.rows - 1]!.cells.slice(0, 5).map((cell) => cell?.value);
    expect(titles).toEqual(["Commune", "Écoles", "Quote-part à refacturer", "Part de la CAGB", "Total"]);
    // The pane and its frame; the numbers of rows, and the bar to scroll. Excel draws 7 pixels a character, and 5 beside.
    const room = 1366 - 350 - 30 - 25 - 20;
    const shown = widths.slice(0, 5).reduce((pixels, width) => pixels + 7 * width + 5, 0);
    // 78 characters: 7 × 78 + 5 × 5 = 571, of 941.
    expect([shown, room]).toEqual([571, 941]);
    expect(shown).toBeLessThan(room);
  });

  test("nothing billed: shares of 0, and it is said; no school at all: no bar", () => {
    const unbilled = sheet(sheetsOf(given.reading([given.schoolA], [])), "recapitulatif");
    const row = unbilled.rows.findIndex(({ cells }) => cells[0]?.value === "Part du titre");
    expect(unbilled.rows[row]!.cells.slice(2, 5).map((cell) => cell?.value)).toEqual([0, 0, 0]);
    expect(unbilled.charts[0]!.title).toBe("Rien n’est facturé, ni à la CAGB ni aux communes");
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
    const end = model.rows.findIndex(({ cells }, row) => row > start && cells[0]?.value === "Total");
    const rows = model.rows.slice(start, end + 1);
    return { start, end, names: rows.map(({ cells }) => cells[0]?.value), dues: rows.map(({ cells }) => cells[2]) };
  };

  test("« Récapitulatif » ranks all communes by their claim, Besançon apart, with the total of all", () => {
    const { start, end, names, dues } = table(ranked(58));
    expect(names).toEqual([
      ...Array.from({ length: 58 }, (_one, index) => `Commune ${58 - index}`),
      "Besançon (hors barres et graphique)",
      "Total",
    ]);
    const poste = 36.86;
    expect(dues[0]?.value).toBeCloseTo(58 * poste, 8);
    expect(dues[57]?.value).toBeCloseTo(1 * poste, 8);
    expect(dues[58]?.value).toBeCloseTo(500 * poste, 8);
    // 1 + 2 + … + 58 = 58 × 59 / 2
    expect(dues[59]?.value).toBeCloseTo(((58 * 59) / 2 + 500) * poste, 8);
    expect(dues[59]?.formula).toBe(`SUM(C${start + 1}:C${end})`);
  });

  test("each says again the amounts of its row above, by formulas", () => {
    const model = ranked(3);
    const { start } = table(model);
    const above = model.rows.findIndex(({ cells }) => cells[0]?.value === "Commune 3") + 1;
    expect(model.rows[start]!.cells.slice(2, 5).map((cell) => cell?.formula)).toEqual([
      `C${above}`,
      `D${above}`,
      `D${start + 1}+C${start + 1}`,
    ]);
  });

  test("a bar behind the quote-part of every commune but Besançon, whose scale would hide the others", () => {
    const model = ranked(58);
    const { start } = table(model);
    expect(model.dataBars).toEqual([expect.objectContaining({ column: 2, firstRow: start, lastRow: start + 58 - 1 })]);
    const others = sheetsOf(full, { printableFiches: true }).filter(({ key }) => key !== "recapitulatif");
    expect(others.flatMap(({ dataBars }) => dataBars)).toEqual([]);
  });

  test("the first fifteen in a chart beside the table, whose title says so; all of them where they are not more", () => {
    const charted = (communes: number) => {
      const model = ranked(communes);
      const { categories, anchor } = model.charts[1]!;
      const from = categories.firstRow - table(model).start;
      return [from, categories.lastRow - categories.firstRow + 1, model.rows[anchor.top - 1]!.cells[0]?.value];
    };
    const title = "Les communes, de la plus forte quote-part à la plus faible";
    expect(charted(16)).toEqual([0, 15, `${title} (graphique\u00a0: les 15 premières)`]);
    expect(charted(15)).toEqual([0, 15, title]);
    expect(charted(1)).toEqual([0, 1, title]);
  });

  test("its title is what it shows: who owes most, and what Besançon, left out of it, owes of the whole", () => {
    // 500 of 1 + 2 + 3 + 500 = 506: 98,8 %; 3 × 36,86 = 110,58
    const said = (model: ReturnType<typeof ranked>) => model.charts[1]!.title.replace(/\s/g, " ");
    expect(said(ranked(3))).toBe("Hors Besançon (98,8 % des quotes-parts), Commune 3 doit la plus forte : 110,58 €");
    const alone = sheet(
      sheetsOf(given.reading([host(4)], [given.quantity(host(4), "POSTE_STD", "maintenance", 4)])),
      "recapitulatif",
    );
    // 4 × 36,86
    expect(said(alone)).toBe("Commune 4 doit la plus forte quote-part : 147,44 €");
    for (const { titleCell, title } of alone.charts)
      expect(alone.rows[titleCell!.row]!.cells[titleCell!.column]?.value).toBe(title);
  });

  test("communes that are billed nothing are not ranked; Besançon alone has neither ranking nor bars", () => {
    const idle = given.school(given.commune("25199", "Commune sans matériel"), "École", 0);
    const rich = host(4);
    const model = sheet(
      sheetsOf(given.reading([idle, rich], [given.quantity(rich, "POSTE_STD", "maintenance", 4)])),
      "recapitulatif",
    );
    expect(table(model).names).toEqual(["Commune 4", "Total"]);
    const alone = ranked(0);
    expect([alone.charts.length, alone.dataBars]).toEqual([1, []]);
  });
});

describe("Répartition tells what weighs most", () => {
  const repartition = sheet(models, "repartition");
  const start =
    repartition.rows.findIndex(({ cells }) => String(cells[0]?.value).startsWith("Ce qui coûte le plus")) + 2;
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

  test("« Répartition » has no table and no bars when nothing is billed", () => {
    expect(sheet(sheetsOf(given.reading([given.schoolA], [])), "repartition").charts).toEqual([]);
  });
});
