import { Decimal } from "decimal.js";
import { cellName, parseCellName } from "../../src/cells";
import { shareFormat } from "../../src/documents/kit/styles";
import { atDepth } from "../depth";
import { explained, named, type Explained } from "./explain-sample";

let parc: Explained;
beforeAll(async () => {
  parc = await explained("parc-ecoles-2014");
});

const total = (values: readonly string[]) => values.reduce((sum, value) => sum.plus(value), new Decimal(0)).toFixed(2);

/** Cells of a fiche: a line, the total of what was installed, that of the commune. */
const amountOf = (label: string, beside?: string) => parc.cell("Fiche Amagney", label, "Montant", beside);
const installed = () => amountOf("Poste client standard", "Installation");
const allInstalled = () => amountOf("Sous-total des installations");

describe("an amount of a document says what gives it", () => {
  test.each([0, 1, 2, 3, 4, 5, 6])("a line of a fiche, in its column %d: 8 × 31,60 = 252,80", (column) => {
    const { line } = parc.about("line", "Fiche Amagney", cellName(parseCellName(installed())!.row, column));
    expect(line).toMatchObject({
      commune: "Amagney",
      school: "École primaire",
      prestation: "Poste client standard",
      nature: "installation",
      payer: "commune",
      quantity: 8,
      unitPrice: "31.60",
      amount: "252.80",
    });
    expect(line.sources.first.map(named)).toEqual(["Parc 01.11.2014!L7"]);
  });

  test("the CAGB's part, lower on the fiche, is explained: 1 × 211 = 211", () => {
    expect(parc.about("line", "Fiche Amagney", amountOf("Pack logiciel / école", "Maintenance")).line).toMatchObject({
      payer: "cagb",
      amount: "211.00",
    });
  });

  test("a total of a fiche adds up its lines: 252,80 + 105,30 = 358,10", () => {
    const about = parc.about("sum", "Fiche Amagney", allInstalled());
    expect(about.terms.map(({ label, value }) => [label, value])).toEqual([
      ["Poste client standard", "252.80"],
      ["Pièces détachées", "105.30"],
    ]);
    expect(about).toMatchObject({ unit: "euros", total: "358.10", rest: null });
  });

  test("the sum of the fiches' lines on « Contrôles » is explained by the communes' total, with the difference of each fiche", () => {
    const about = parc.about("sum", "Contrôles", parc.cell("Contrôles", "Somme des lignes des fiches", "Trouvé"));
    const [whole, ...gaps] = about.terms;
    expect(whole).toMatchObject({ label: "Total, Total", value: about.total });
    expect(gaps[0]).toMatchObject({ label: "Amagney, Lignes de la fiche, écart", value: "0.00" });
    const communes = parc.billing.statement.byCommune.length;
    expect([gaps.length, about.rest]).toEqual([communes, null]);
  });

  test("the amount due at the top of a fiche is explained by its total further down: 1 169,05", () => {
    const { rows, name } = parc.billing.sheets.find(({ key }) => key.startsWith("fiche-25014"))!;
    const row = rows.findIndex(({ cells }) => String(cells[0]?.value).startsWith("Quote-part que la CAGB"));
    const column = rows[row]!.cells.findIndex((cell) => typeof cell?.value === "number");
    const { from, about } = parc.at(name, cellName(row, column));
    expect(from.map(named)).toEqual([`${name}!${amountOf("Quote-part de la commune")}`]);
    expect(about).toMatchObject({ kind: "sum", total: "1169.05" });
  });

  test("an amount of the récapitulatif leads to the lines of the fiche that it adds up", () => {
    const about = parc.about("sum", "Récapitulatif", "G7");
    expect(about.terms.map(({ label, value }) => [label, value])).toEqual([
      ["Poste client standard", "252.80"],
      ["Pièces détachées", "105.30"],
    ]);
    expect(about).toMatchObject({ total: "358.10", rest: null });
  });

  test("a quantity, a price and an amount of « Répartition » are one base, shared among the communes", () => {
    const model = parc.billing.sheets.find(({ key }) => key === "repartition")!;
    const row = model.rows.findIndex(({ cells }) => cells[0]?.value === "POSTE_STD");
    const { basis } = parc.about("basis", "Répartition", cellName(row, 7));
    expect(parc.about("basis", "Répartition", cellName(row, 10)).basis).toEqual(basis);
    expect(new Decimal(basis.quantity).times("36.86").toFixed(2)).toBe(basis.amount);
    expect(total(basis.parts.map(({ amount }) => amount))).toBe(basis.amount);
    expect(basis.parts.reduce((sum, { quantity }) => sum + quantity, 0)).toBe(basis.quantity);
  });

  test("a line of the titre is that same base", () => {
    const model = parc.billing.sheets.find(({ key }) => key === "titre")!;
    const cell = (title: string) => parc.cell(model.name, "Poste client standard", title);
    const { basis } = parc.about("basis", model.name, cell("Quotes-parts des communes"));
    expect(basis).toMatchObject({ prestation: "Poste client standard", nature: "installation", unitPrice: "31.60" });
    expect(parc.at(model.name, cell("Quantité")).about).toEqual({ kind: "basis", basis });
  });

  test("the total of the titre is what its two natures add up to", () => {
    const { statement, sheets } = parc.billing;
    const titre = sheets.find(({ key }) => key === "titre")!;
    const { row, column } = titre.names.find(({ name }) => name === "ORDICLASSE_TITRE")!;
    const about = parc.about("sum", titre.name, cellName(row, column));
    const { installation: once, maintenance: yearly } = statement.split;
    expect(about.terms.map(({ label, value }) => [label, value])).toEqual([
      ["Sous-total des installations", once.cagb.plus(once.commune).toFixed(2)],
      ["Sous-total de la maintenance", yearly.cagb.plus(yearly.commune).toFixed(2)],
    ]);
    expect(about.total).toBe(statement.total.toFixed(2));
  });
});

test("every number that a formula gives in a document is explained, and its terms add up to it", () => {
  const wrong: string[] = [];
  let sums = 0;
  // Fiches are all alike: one in five in a quick run.
  const isLooked = (key: string, at: number) => !key.startsWith("fiche-") || at % atDepth(5, 1) === 0;
  for (const { key, name, rows } of parc.billing.sheets.filter((one, at) => isLooked(one.key, at))) {
    if (key.startsWith("fiche-25056") || key === "journal") continue;
    rows.forEach(({ cells }, row) =>
      cells.forEach((cell, column) => {
        if (cell?.formula === undefined || typeof cell.value !== "number") return;
        if (cell.style?.numberFormat === shareFormat) return;
        const { about } = parc.at(name, cellName(row, column));
        // A test, the largest of gaps, or a gap from what words say.
        const isCheck = /^(ABS|IF|MAX)\(|-\d+\.\d\d/.test(cell.formula);
        if (about.kind === "nothing" && about.why !== "counted" && !isCheck) wrong.push(`${name} ${cell.formula}`);
        if (about.kind !== "sum") return;
        sums += 1;
        const added = total([...about.terms.map(({ value }) => value), about.rest?.value ?? "0"]);
        if (added !== new Decimal(cell.value).toFixed(2)) wrong.push(`${name}!${cellName(row, column)}: ${added}`);
      }),
    );
  }
  expect(wrong).toEqual([]);
  expect(sums).toBeGreaterThan(100);
});

describe("a cell without an amount is reported as having nothing to explain", () => {
  test.each([
    ["a text", "Fiche Amagney", "A5", "no-amount"],
    ["a blank cell", "Récapitulatif", "A4", "no-amount"],
    ["a school's name", "Fiche Amagney", "A13", "no-amount"],
    ["the number of a commune's schools", "Récapitulatif", "B7", "counted"],
    ["the journal", "Journal", "A5", "other-document"],
  ])("%s", (_what, sheet, cell, why) => {
    expect(parc.at(sheet, cell).about).toEqual({ kind: "nothing", why });
  });

  test("a document that differs from the present inventory has nothing to explain", () => {
    expect(parc.at("Fiche Amagney", installed(), 221.2).about).toEqual({ kind: "changed", since: "generation" });
  });

  test("half a cent is no change: Excel computes in binary", () => {
    expect(parc.at("Fiche Amagney", installed(), 252.80000000000004).about.kind).toBe("line");
  });
});
