import { cellName } from "../../src/cells";
import { sheet, workbook } from "../inventory/workbook-of";
import { explained, explainedWorkbook, named, type Explained } from "./explain-sample";

let parc: Explained;
let registre: Explained;
let faulty: Explained;
let tabs: Explained;
beforeAll(async () => {
  [parc, registre, faulty, tabs] = (await Promise.all(
    ["parc-ecoles-2014", "registre-materiel-2015", "anomalies-2014", "un-onglet-par-commune-2014"].map((sample) =>
      explained(sample),
    ),
  )) as [Explained, Explained, Explained, Explained];
});

describe("a quantity of the inventory says what is billed with it", () => {
  test("a billed quantity is explained by quantity × tariff = amount, its payers, and its places in the documents", () => {
    const about = parc.about("source", "Parc 01.11.2014", "E7");
    expect(about).toMatchObject({
      commune: "Amagney",
      school: "École primaire",
      scope: "cell",
      understood: {
        prestation: "Poste client standard",
        nature: "maintenance",
        header: "En service › Postes clients standard",
      },
      whyNot: null,
      points: [],
    });
    expect(about.lines).toHaveLength(1);
    // 14 × 36,86 € = 516,04 €
    expect(about.lines[0]).toMatchObject({
      nature: "maintenance",
      payer: "commune",
      quantity: 14,
      unitPrice: "36.86",
      amount: "516.04",
      share: null,
    });
    expect(about.lines[0]!.sources.first.map(named)).toEqual(["Parc 01.11.2014!E7"]);
  });

  test("each place that shows it is the one: that amount on the fiche, sums that hold it elsewhere", () => {
    const [fiche, recapitulatif, repartition, titre, ...others] = parc.about("source", "Parc 01.11.2014", "E7")
      .lines[0]!.shownAt;
    expect(others).toEqual([]);
    expect(named(fiche!)).toBe(
      `Fiche Amagney!${parc.cell("Fiche Amagney", "Poste client standard", "Montant", "Maintenance")}`,
    );
    const again = parc.about("line", fiche!.sheet, fiche!.cell).line;
    expect(again).toMatchObject({ school: "École primaire", quantity: 14, amount: "516.04" });
    // Amagney: 263,33 + 516,04 + 31,58 = 810,95 €
    expect(parc.about("sum", recapitulatif!.sheet, recapitulatif!.cell).total).toBe("810.95");
    const basis = parc.about("basis", repartition!.sheet, repartition!.cell).basis;
    expect(basis).toMatchObject({ prestation: "Poste client standard", nature: "maintenance", payer: "commune" });
    expect(basis.parts[0]).toEqual({ commune: "Amagney", quantity: 14, amount: "516.04" });
    expect(parc.about("sum", titre!.sheet, titre!.cell).total).toBe(parc.billing.statement.total.toFixed(2));
  });

  test("a cell that names the school says all that is billed with its row", () => {
    const about = parc.about("source", "Parc 01.11.2014", "B7");
    expect(about.scope).toBe("row");
    // 1 × 211 + 1 × 263,33 + 8 × 31,60 + 14 × 36,86 + 5 × 21,06 + 2 × 15,79
    expect(about.lines.map(({ amount }) => amount).sort()).toEqual(
      ["211.00", "263.33", "252.80", "516.04", "105.30", "31.58"].sort(),
    );
    expect(about.moreLines).toBe(0);
  });

  test("a headcount is the CAGB's access to the portal: 57 × 5,27 = 300,39", () => {
    const { lines } = parc.about("source", "Effectifs", "E4");
    expect(lines).toMatchObject([{ payer: "cagb", quantity: 57, unitPrice: "5.27", amount: "300.39" }]);
  });

  test("a machine of a register is one of those that its school is billed for", () => {
    const about = registre.about("source", "Registre", "E1284");
    expect(about).toMatchObject({ commune: "Amagney", scope: "row", whyNot: null });
    // 3 × 31,60 = 94,80 installed in the year; 13 × 36,86 = 479,18 in service
    expect(about.lines.map(({ nature, quantity, amount }) => [nature, quantity, amount])).toEqual([
      ["installation", 3, "94.80"],
      ["maintenance", 13, "479.18"],
    ]);
    expect(about.lines[1]!.sources).toMatchObject({ more: 3 });
    expect(about.lines[1]!.sources.first).toHaveLength(10);
  });

  test("a cell of schools side by side is explained for its own school only", () => {
    expect(tabs.about("source", "Amagney", "B9").lines).toMatchObject([{ quantity: 12, amount: "442.32" }]);
    expect(tabs.about("source", "Amagney", "C9").lines).toMatchObject([{ quantity: 8, amount: "252.80" }]);
  });
});

describe("a cell that is not billed says why", () => {
  test.each([
    ["nothing to count", () => parc, "Parc 01.11.2014", "J7", "zero"],
    ["a sub-total", () => parc, "Parc 01.11.2014", "E84", "subtotal"],
    ["a total", () => parc, "Parc 01.11.2014", "E146", "total"],
    ["a machine withdrawn before the day", () => registre, "Registre", "B184", "withdrawn"],
    ["a machine that came after the day", () => registre, "Registre", "F156", "after-snapshot"],
    ["an unreadable quantity", () => faulty, "Inventaire 2014", "F9", "error"],
    ["a row whose commune is unknown", () => faulty, "Inventaire 2014", "F5", "error"],
  ] as const)("%s", (_what, of, sheet, cell, why) => {
    expect(of().about("source", sheet, cell)).toMatchObject({ lines: [], whyNot: why });
  });

  test("a school of Besançon, which an option keeps out of the titre, in whole or for its share", async () => {
    const [out, half] = await Promise.all(
      (["left-out", "cagb-share-only"] as const).map((besancon) => explained("parc-ecoles-2014", { besancon })),
    );
    const { mappings, schools } = out!.billing.reading;
    const { place } = schools.find(({ commune }) => commune.name === "Besançon")!;
    const { columns } = mappings.find(({ sheet }) => sheet.name === place.sheet.name)!;
    const cellUnder = (role: string, nature: string) =>
      cellName(place.rows[0]!, columns.find((column) => column.role === role && column.nature === nature)!.column);
    const [computers, name] = [cellUnder("POSTE_STD", "maintenance"), cellName(place.rows[0]!, columns[1]!.column)];
    for (const cell of [computers, name])
      expect(out!.about("source", place.sheet.name, cell)).toMatchObject({ lines: [], whyNot: "besancon" });
    expect(half!.about("source", place.sheet.name, computers)).toMatchObject({ lines: [], whyNot: "besancon" });
    expect(half!.about("source", place.sheet.name, name).lines.map(({ payer }) => payer)).not.toContain("commune");
    expect(half!.about("source", place.sheet.name, name).lines).not.toEqual([]);
  });

  test("a cell of tables side by side is explained by the row of its own table", () => {
    const besides = explainedWorkbook(
      workbook([
        sheet("Parc", [
          [
            "Commune",
            "École",
            "Effectif",
            "Postes clients standard",
            null,
            "Commune",
            "École",
            "Serveur standard",
            "Imprimantes installées",
          ],
          ["Amagney", "École primaire", 50, 4, null, "Pirey", "Les Cerisiers", 1, 0],
          ["Beure", "École primaire", 40, 3, null, "Beure", "École primaire", 1, 0],
          ["Total", null, 50 + 40, 4 + 3, null, "Pirey", "Les Vergers", 1, 2],
        ]),
      ]),
      "2014",
    );
    const at = (cell: string) => besides.about("source", "Parc", cell);
    expect(at("D4")).toMatchObject({ lines: [], whyNot: "total" });
    expect(at("I4")).toMatchObject({ commune: "Pirey", school: "Les Vergers", lines: [], whyNot: "no-price" });
    expect(at("H4").lines).toMatchObject([{ quantity: 1, amount: "263.33" }]);
    expect(at("I2")).toMatchObject({ commune: "Pirey", school: "Les Cerisiers" });
  });

  test("an unbilled cell is explained by its point, at its own cell or at the one that stops the row", () => {
    const codes = (cell: string) =>
      faulty.about("source", "Inventaire 2014", cell).points.map((point) => [point.cell, point.code]);
    expect(codes("F9")).toEqual([["F9", "quantity-text"]]);
    expect(codes("E5")).toEqual([["A5", "unknown-commune"]]);
    expect(codes("J14")).toEqual([["J14", "untariffed"]]);
    expect(registre.about("source", "Registre", "B156").points).toMatchObject([
      { code: "after-snapshot", cell: "F156" },
    ]);
  });

  test("the explanation of a cell billed in part gives what is billed: one server of two, 1 × 263,33", () => {
    const about = faulty.about("source", "Inventaire 2014", "E11");
    expect(about.lines).toMatchObject([{ quantity: 1, amount: "263.33" }]);
    expect(about.points).toMatchObject([{ code: "more-than-one-a-school" }]);
  });
});

test("a heading says what its column was taken for", () => {
  expect(parc.about("heading", "Parc 01.11.2014", "L6").understood).toMatchObject({
    header: expect.stringContaining("Postes clients standard"),
    prestation: "Poste client standard",
    nature: "installation",
  });
  expect(parc.about("heading", "Effectifs", "C3").understood).toMatchObject({ role: "ignored", prestation: null });
});

test("a cell that is none of ours, or that changed since it was read, is told as such", () => {
  expect(parc.at("Parc 01.11.2014", "E2").about).toEqual({ kind: "nothing", why: "no-table" });
  expect(tabs.at("Sommaire", "A1").about).toEqual({ kind: "nothing", why: "unread-sheet" });
  expect(parc.at("Parc 01.11.2014", "E7", 15).about).toEqual({ kind: "changed", since: "reading" });
});
