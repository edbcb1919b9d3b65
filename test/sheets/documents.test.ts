import type { Anomaly } from "../../src/messages";
import type { Nature } from "../../src/tariff";
import { makeSheets } from "../../src/sheets";
import * as given from "../statement/fixtures";
import { cellsOf, full, inputOf, rowOf, sheet, sheetsOf, textsOf } from "./fixtures";

const models = sheetsOf(full, { printableFiches: true });

describe("every document of a run is there", () => {
  test("in the order of their tabs, one fiche a commune with a billed school", () => {
    expect(models.map(({ key, name }) => [key, name])).toEqual([
      ["controles", "Contrôles"],
      ["repartition", "Répartition"],
      ["recapitulatif", "Récapitulatif"],
      ["titre", "Titre CAGB"],
      ["fiche-25036-212503600", "Fiche Avanne-Aveney"],
      ["fiche-25056-212505600", "Fiche Besançon"],
      ["fiche-25112-212511200", "Fiche Chalezeule"],
      ["fiche-25364-212536400", "Fiche Mamirolle"],
      ["fiches-impression", "Fiches (impression)"],
      ["journal", "Journal"],
    ]);
  });

  test("« Fiches (impression) » only where the options ask for it", () => {
    expect(sheetsOf(full).some(({ key }) => key === "fiches-impression")).toBe(false);
  });

  test("a commune with a school but nothing billed has a row and no fiche", () => {
    const idle = sheetsOf(given.reading([given.schoolA], []));
    expect(idle.map(({ key }) => key)).not.toContain("fiche-25112-212511200");
    expect(rowOf(sheet(idle, "recapitulatif"), "Chalezeule")[8]?.value).toBe(0);
  });

  test("the same input gives the same cells", () => {
    expect(makeSheets(inputOf(full))).toEqual(makeSheets(inputOf(full)));
  });
});

describe("what goes in a cell is safe", () => {
  test("no cell calls the add-in's functions, no formula is left without a result", () => {
    for (const cell of models.flatMap(cellsOf)) {
      expect(`${cell.formula ?? ""}${String(cell.value)}`).not.toMatch(/ORDICLASSE\./i);
      if (cell.formula !== undefined)
        expect(typeof cell.value).toBe(cell.formula.startsWith("IF(") ? "string" : "number");
    }
  });

  test.each(['=HYPERLINK("x")', "+33", "Mamirolle", "POSTE_STD"])("%s stays text", (value) => {
    const cells = models.flatMap(cellsOf).filter((cell) => cell.value === value);
    expect(cells.length).toBeGreaterThan(0);
    for (const cell of cells) {
      expect(cell.formula).toBeUndefined();
      expect(cell.style?.numberFormat).toBe("@");
    }
  });

  test("every link to a generated sheet leads to one that exists", () => {
    const names = new Set([...models.map(({ name }) => name), given.parc.name]);
    for (const { link } of models.flatMap(cellsOf)) if (link !== undefined) expect(names).toContain(link.sheet);
  });
});

describe("a fiche is a statement prepared for the CAGB", () => {
  const fiche = sheet(models, "fiche-25112-212511200");

  test("it says what the CAGB claims, in figures and words, and never that the commune owes the Ville", () => {
    expect(rowOf(fiche, "Montant à refacturer par la CAGB")[6]).toMatchObject({ value: 1011.05 });
    const all = textsOf(fiche).join("\n").replace(/\s/g, " ");
    expect(all).toContain("mille onze euros et cinq centimes (1 011,05 €)");
    expect(all).not.toMatch(/doit à la Ville|due? à la Ville/i);
    expect(textsOf(fiche)).toContain(given.grid.act + ", applicable du 01/11/2014 au 31/10/2016");
  });

  test("each line shows quantity, price, amount, code and the cells it comes from", () => {
    const line = fiche.rows.map(({ cells }) => cells).find((cells) => cells[5]?.value === 516.04)!; // 14 × 36.86
    expect(line.map((cell) => cell?.value)).toEqual([
      "Poste client standard",
      "POSTE_STD",
      14,
      36.86,
      null,
      516.04,
      null,
      "Parc 01.11.2014!E12",
    ]);
    expect(line[7]?.link).toEqual({ sheet: "Parc 01.11.2014", cell: "E12" });
  });

  test("several cells are told by the first and their number, a link names another file", () => {
    const sources = [given.cells(given.effectifs, 4, 7, 8), given.cells(given.effectifs, 5, 9)];
    const input = given.reading(
      [given.schoolA],
      [given.quantity(given.schoolA, "POSTE_STD", "maintenance", 3, sources)],
    );
    const line = rowOf(sheet(sheetsOf(input), "fiche-25112-212511200"), "[effectifs.xlsx]Effectifs!E8 et 2 autres");
    expect(line[7]?.link).toEqual({ sheet: "Effectifs", cell: "E8", file: "effectifs.xlsx" });
  });

  test("a shared line is a constant that names its key", () => {
    const shares = [
      { commune: "Chalezeule", weight: 3 },
      { commune: "Mamirolle", weight: 2 },
    ];
    const shared = sheetsOf(given.golden, {
      sharingKeys: [{ commune: "Chalezeule", school: "École élémentaire", shares }],
    });
    const line = rowOf(sheet(shared, "fiche-25112-212511200"), "Imprimante jet encre (clé 3/5)");
    expect(line[5]).toMatchObject({ value: 9.47 }); // 15.79 × 3/5 = 9.474
    expect(line[5]?.formula).toBeUndefined();
  });
});

describe("the récapitulatif says why its numbers of schools do not add up", () => {
  const noted = (options: Parameters<typeof sheetsOf>[1]) =>
    textsOf(sheet(sheetsOf(given.golden, options), "recapitulatif")).some((one) => one.includes("école partagée"));

  test("where a key shares a school, and there only", () => {
    const shares = [
      { commune: "Chalezeule", weight: 3 },
      { commune: "Mamirolle", weight: 2 },
    ];
    expect(noted({ sharingKeys: [{ commune: "Chalezeule", school: "École élémentaire", shares }] })).toBe(true);
    expect(noted({})).toBe(false);
  });
});

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

describe("Contrôles tells what was found", () => {
  const anomaly = (severity: Anomaly["severity"], file: string, name: string, cell: string | null): Anomaly => ({
    severity,
    code: "sharing-key-no-weight",
    file,
    sheet: name,
    cell,
    params: { school: "É", commune: "C" },
  });
  const anomalies = [
    anomaly("info", "parc.xlsx", given.parc.name, null),
    anomaly("error", "parc.xlsx", given.parc.name, "E12"),
    anomaly("warning", "effectifs.xlsx", "Effectifs", "B3"),
  ];
  const more = { sheet: given.effectifs, read: 1, billed: 1, excluded: 0, error: 0, reasons: {} };
  const controles = sheet(sheetsOf({ ...full, anomalies, rows: [...full.rows, more] }), "controles");

  test("errors first, each with a link to its cell, in its file", () => {
    const found = controles.rows.flatMap(({ cells }) =>
      ["À corriger", "À vérifier", "Pour information"].includes(String(cells[1]?.value))
        ? [[cells[1]?.value, cells[3]?.link]]
        : [],
    );
    expect(found).toEqual([
      ["À corriger", expect.objectContaining({ sheet: given.parc.name, cell: "E12" })],
      ["À vérifier", expect.objectContaining({ sheet: "Effectifs", cell: "B3", file: "effectifs.xlsx" })],
      ["Pour information", undefined],
    ]);
    expect(textsOf(controles)).toContain("Anomalies\u00a0: 1 à corriger, 1 à vérifier, 1 pour information");
  });

  test("its controls, each with a result, a figure and the way to the cell; a gap between sums would show by itself", () => {
    const control = (begins: string) =>
      controles.rows.find(({ cells }) => String(cells[0]?.value).startsWith(begins))!.cells;
    // 5 rows read = 2 billed + 2 excluded + 1 in error, whose first anomaly is in E12.
    const [, result, found, see] = control("Chaque ligne lue");
    expect([result?.value, found?.value, see?.link]).toEqual([
      "Non conforme",
      1,
      expect.objectContaining({ cell: "E12" }),
    ]);
    const [, parts, gap, gaps] = control("Part de la CAGB et quotes-parts donnent");
    expect([parts?.value, gap?.value]).toEqual(["Conforme", 0]);
    expect(gap?.formula).toMatch(/^ABS\(D\d+\)$/);
    expect(parts?.formula).toMatch(/^IF\(C\d+=0,"Conforme","Non conforme"\)$/);
    expect(gaps?.link).toMatchObject({ sheet: "Contrôles" });
  });

  test("rows read = billed + excluded + in error, a sheet and in all, and why rows were excluded", () => {
    expect(rowOf(controles, given.parc.name).map((cell) => cell?.value)).toEqual([given.parc.name, 5, 2, 2, 1, 0]);
    expect(rowOf(controles, "Exclues, motif : sous-total")[3]?.value).toBe(1);
  });

  test("Besançon's part and whether it is in the titre", () => {
    // 30 × 5.27 = 158.10 and 2 × 31.60 = 63.20
    const said = (all: readonly string[]) => all.find((one) => one.startsWith("Besançon :"))!.replace(/\s/g, " ");
    expect(said(textsOf(controles))).toBe(
      "Besançon : 158,10 € à la charge de la CAGB et 63,20 € de quote-part, comprises dans le titre.",
    );
    expect(said(textsOf(sheet(sheetsOf(full, { besancon: "left-out" }), "controles")))).toContain(
      "laissées hors du titre",
    );
  });

  test("the nature under which a column counts, its header saying one or not", () => {
    const column = (role: string, index: number, nature: Nature | null = null) => ({
      ...{ column: index, cell: `${"ABCDE"[index]}1`, header: role, role, nature, words: "", score: 1 },
    });
    const columns = [
      column("SERVEUR_STD", 0),
      column("PIECES", 1),
      column("PORTAIL", 2),
      column("POSTE_STD", 3, "installation"),
      column("quantity", 4),
    ];
    const mapping = { sheet: given.parc, layout: "school-rows" as const, range: "A1:E9", communeFrom: "A", score: 1 };
    const told = sheet(sheetsOf({ ...full, mappings: [{ ...mapping, columns }] }), "controles");
    const meaning = (role: string) => String(rowOf(told, `« ${role} »`)[1]?.value);
    expect(meaning("SERVEUR_STD")).toMatch(/, maintenance$/);
    expect(meaning("PIECES")).toMatch(/, installation$/);
    expect(meaning("POSTE_STD")).toMatch(/, installation$/);
    expect(meaning("PORTAIL")).not.toMatch(/maintenance|installation/);
    expect(meaning("quantity")).toBe("quantité");
  });

  test("sheets understood alike are told once, whatever their number", () => {
    const mapping = (name: string) => ({
      sheet: { ...given.parc, name },
      layout: "school-rows" as const,
      range: "A1:B9",
      communeFrom: "A",
      score: 1,
      columns: [
        { column: 0, cell: "A1", header: "Cne", role: "commune", nature: null, words: "", score: 1 },
        { column: 1, cell: "B1", header: "PC", role: "POSTE_STD", nature: "maintenance" as const, words: "", score: 1 },
      ],
    });
    const many = Array.from({ length: 60 }, (_one, index) => mapping(`Onglet ${index}`));
    const told = sheet(sheetsOf({ ...full, mappings: many }), "controles");
    expect(rowOf(told, "« PC »")[1]?.value).toBe("Poste client standard, maintenance");
    expect(textsOf(told).filter((one) => one === "« PC »")).toHaveLength(1);
    expect(textsOf(told).join()).toContain("et 56 autres feuilles semblables");
  });
});
