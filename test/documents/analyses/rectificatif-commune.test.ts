import { Decimal } from "decimal.js";
import { addAnalyses, documentOf, type SheetModel } from "../../../src/documents";
import { handEdited, handEditedFigure } from "../../../src/documents/kit/hand-edits";
import type { Options } from "../../../src/options";
import { layOut } from "../../../src/pdf/geometry";
import { rectifiedShares, rectify, type Statement } from "../../../src/statement";
import { reprice } from "../../../src/tariff";
import { atDepth } from "../../depth";
import fc from "../../properties";
import * as given from "../../statement/fixtures";
import { statements } from "../../statement/random-statements";
import { expectResults, Spreadsheet } from "../evaluate";
import { rowOf, sheet } from "../fixtures";
import { cutTexts, overflowing } from "../overflow";
import { particulars, values } from "../titre-fixtures";
import { documents, nowhere, of, read } from "./statements";

const { chalezeule, countsA, golden, stateOf } = given;
const issued = stateOf(golden);
/** At Chalezeule, a workstation less in service, 36.86, and one more installed, 31.60. */
const both = { ...countsA, "POSTE_STD m": 13, "POSTE_STD i": 3 };
const key = "rectificatif-commune-25112-212511200";

function corrected(to: Statement, errors = 0, from = issued, own = documents): SheetModel[] {
  const rectification = { rectification: rectify(from, to), file: "parc-2014.xlsx", when: "2014-11-25 14:03", errors };
  return addAnalyses(own, { rectification }, nowhere);
}

const pages = (models: readonly SheetModel[]) =>
  models.filter((model) => documentOf(model.key) === "rectificatif-commune");
const pageOf = (counts: Record<string, number>, options: Partial<Options> = {}) =>
  sheet(corrected(of(counts, options)), key);
const amounts = (model: SheetModel, label: string) => values([...rowOf(model, label)]).slice(5, 8);

describe("the page of a commune whose share is corrected", () => {
  const page = pageOf(both);

  test("says first what the share becomes, then the sum that leads to it, what falls apart from what rises", () => {
    const all = read(page);
    // 1 011.05 − 36.86 + 31.60 = 1 005.79
    expect(all).toContain("Votre quote-part est rectifiée : 1 011,05 € devient");
    expect(all).toContain("Rien à payer ni à déduire au vu de cette page : attendez les avis de la CAGB.");
    for (const figure of ["−36,86 €", "+31,60 €", "1 005,79 €", "en moins : réduction, pièce n° 2014-01 R1"])
      expect(all).toContain(figure);
    expect(all).toContain("en plus : complément, pièce n° 2014-01 R2");
    expect(page.rows.flatMap(({ cells }) => cells.map((cell) => cell?.value))).toContain(1005.79);
  });

  test("shows the lines that change alone, quantities beside amounts; those that stay close the sum", () => {
    const lines = page.rows.flatMap(({ cells }) =>
      String(cells[0]?.value).startsWith("École")
        ? [
            values([...cells])
              .filter((value) => value !== null)
              .slice(0, 7),
          ]
        : [],
    );
    expect(lines).toEqual([
      ["École élémentaire Poste client standard, maintenance", 14, 13, 36.86, 516.04, 479.18, -36.86],
      ["École élémentaire Poste client standard, installation", 2, 3, 31.6, 63.2, 94.8, 31.6],
    ]);
    expect(amounts(page, "Total de la réduction")).toEqual([516.04, 479.18, -36.86]);
    expect(amounts(page, "Total du complément")).toEqual([63.2, 94.8, 31.6]);
    // 1 011.05 − 516.04 − 63.20 = 431.81
    expect(amounts(page, "Lignes inchangées")).toEqual([431.81, 431.81, 0]);
    expect(amounts(page, "Quote-part de la commune")).toEqual([1011.05, 1005.79, -5.26]);
  });

  test("says who does what, in order, and which fiche it goes with", () => {
    const all = read(page);
    for (const said of [
      "1. La Ville, envers la CAGB",
      "36,86 € en moins, selon le cas coché, et un titre complémentaire de 31,60 €.",
      "2. La CAGB, envers vous",
      "36,86 € en moins sur son titre n° ……… du ………, et un titre complémentaire de 31,60 €. Compte de la CAGB : 70875",
      "3. Votre commune",
      "Reçoit deux avis de la CAGB. D’ici là, rien ne se paie ni ne se déduit au vu de cette page.",
      "Cette page rectifie la fiche n° 2014-25112, annexe de l’état liquidatif n° 2014-01, version 1.",
    ])
      expect(all).toContain(said);
  });

  test.each([
    [undefined, "□ exercice 2014 ouvert : réduction du titre □ exercice 2014 clos : par mandat au compte 673"],
    ["2014", "X exercice 2014 ouvert : réduction du titre □ exercice 2014 clos : par mandat au compte 673"],
    ["2015", "□ exercice 2014 ouvert : réduction du titre X exercice 2014 clos : par mandat au compte 673"],
  ])("ticks the exercice (%s) only where it is known", (rectificationYear, said) => {
    const known = rectificationYear === undefined ? {} : { rectificationYear };
    expect(read(pageOf(both, { particulars: known }))).toContain(said);
  });

  test("has one reason for each piece, each that of the options", () => {
    const reasons = { rectificationReason: "Un poste compté deux fois.", complementReason: "Un poste oublié." };
    const all = read(pageOf(both, { particulars: reasons }));
    expect(all).toContain("Motif de la réduction Un poste compté deux fois.");
    expect(all).toContain("Motif du complément Un poste oublié.");
  });

  test("bears its number at its top, and on the foot of each page", () => {
    const of07 = sheet(corrected(of(both), 0, of(countsA, { particulars: { stateNumber: "2014-07" } })), key);
    expect(read(of07)).toContain("Rectification n° 2014-07 R1");
    expect(of07.print.footer[2].replace(/\s/g, " ")).toBe("État rectificatif n° 2014-07 R1 · page &P / &N");
    expect(of07.number).toBe("2014-07\u00a0R1");
  });

  test("gives way where a figure of it is changed by hand, in words and in figures", () => {
    const models = corrected(of(both));
    const changed = models.map((model) =>
      model.key === key ? { ...model, rows: withQuantity(model.rows, 13, 12) } : model,
    );
    const book = new Spreadsheet(changed);
    const said = page.rows.flatMap(({ cells }, row) =>
      cells.flatMap((cell, column) => (cell?.formula === undefined ? [] : [book.value(page.name, row, column)])),
    );
    expect(said).toContain(handEdited);
    expect(said).toContain(handEditedFigure.figure);
    expect(said.filter((value) => /\d,\d\d.€/.test(String(value)))).toEqual([]);
  });

  test("holds on one page, no text wider than its place, whatever the user says", () => {
    const rectificationReason = "Deux postes comptés deux fois dans l’inventaire. ".repeat(3).trim();
    const full = pageOf(both, { particulars: { ...particulars, rectificationReason } });
    for (const model of [page, full]) {
      expect(layOut(model).pages).toHaveLength(1);
      expect([overflowing(model), cutTexts(model)]).toEqual([[], []]);
    }
  });

  test("a page of many lines has all but its lines on the first sheet", () => {
    const schools = Array.from({ length: 30 }, (_one, index) => given.school(chalezeule, `École ${index}`, index));
    const counted = (count: number) =>
      stateOf(
        given.reading(
          schools,
          schools.map((one) => given.quantity(one, "POSTE_STD", "maintenance", count)),
        ),
      );
    const long = sheet(corrected(counted(3), 0, counted(4)), key);
    const detail = long.rows.findIndex(({ cells }) => cells[0]?.value === "Détail des lignes rectifiées");
    expect(long.print.breaksBefore[0]).toBe(detail);
    expect(long.print.titleRows).toEqual({ first: detail + 1, last: detail + 1 });
    expect(read(long)).toContain("Ce qui a changé : 30 lignes de 30 écoles.");
  });

  test("says both prices where the price is what changes, and multiplies each side by its own", () => {
    const dearer = reprice(given.grid, [
      { code: "POSTE_STD", nature: "maintenance", payer: "commune", price: new Decimal("38.50") },
    ]);
    const models = corrected(of(countsA, {}, dearer), 0, issued, []);
    // 14 × 38.50 = 539.00
    expect(amounts(sheet(models, key), "Total du complément")).toEqual([516.04, 539, 22.96]);
    expect(read(sheet(models, key))).toContain("36,86 € → 38,50 €");
    expectResults(models);
  });
});

describe("the papers issued of a correction", () => {
  test("a commune whose share does not change has no page, and neither has one whose debtor's part alone changes", () => {
    expect(pages(corrected(of({ ...countsA, "POSTE_STD m": 13 }))).map((model) => model.key)).toEqual([key]);
    // A pupil more at school A: the CAGB bears it.
    expect(pages(corrected(of({ ...countsA, "PORTAIL m": countsA["PORTAIL m"]! + 1 })))).toEqual([]);
  });

  test("the debtor's list and the papers say a SIREN by three figures, as the état does", () => {
    const models = corrected(of(both));
    for (const paper of ["rectificatif-quotes-parts", "rectificatif", "complement"])
      expect([paper, read(sheet(models, paper)).includes("Chalezeule 212 511 200")]).toEqual([paper, true]);
  });

  test("a commune that was billed nothing is told that no fiche was made for it", () => {
    const moved = given.school(given.mamirolle, given.schoolA.name);
    const quantities = [...given.quantities(moved, countsA), ...given.quantities(given.schoolB, given.countsB)];
    const models = corrected(stateOf(given.reading([given.schoolB, moved], quantities)));
    const [left, come] = ["Rectificatif Chalezeule", "Rectificatif Mamirolle"].map((name) =>
      models.find((model) => model.name === name)!,
    );
    expect(amounts(left!, "Quote-part de la commune")).toEqual([1011.05, 0, -1011.05]);
    expect(amounts(come!, "Quote-part de la commune")).toEqual([0, 1011.05, 1011.05]);
    expect(read(come!)).toContain("Aucune fiche n’a été établie pour votre commune : cette page en tient lieu.");
  });

  test("a commune whose schools were read but billed nothing is told that no fiche was made for it", () => {
    const moved = given.school(given.mamirolle, given.schoolA.name);
    const schools = [given.schoolA, given.schoolB, moved];
    const billed = [...given.quantities(given.schoolA, countsA), ...given.quantities(given.schoolB, given.countsB)];
    const before = stateOf(given.reading(schools, billed));
    const after = stateOf(given.reading(schools, [...billed, ...given.quantities(moved, countsA)]));
    const come = corrected(after, 0, before).find((model) => model.name === "Rectificatif Mamirolle")!;
    expect(read(come)).toContain("Aucune fiche n’a été établie pour votre commune : cette page en tient lieu.");
  });

  test("whatever is corrected, pages and list add up to the difference of both états", () => {
    fc.assert(
      fc.property(statements(2014), statements(2014), (before, after) => {
        const rectification = rectify(before, after);
        const shares = rectifiedShares(rectification);
        const models = corrected(after, 0, before);
        const sum = (all: readonly Decimal[]) => all.reduce((total, one) => total.plus(one), new Decimal(0));
        const netted = ({ way, total }: { readonly way: string; readonly total: Decimal }) =>
          way === "reduction" ? total.neg() : total;
        for (const { due, changes } of shares)
          expect(sum(changes.map(netted)).toFixed(2)).toBe(due.difference.toFixed(2));
        const difference = after.communes.minus(before.communes);
        expect(sum(shares.map(({ due }) => due.difference)).toFixed(2)).toBe(difference.toFixed(2));
        const told = pages(models).map((model) => amounts(model, "Quote-part de la commune")[2] as number);
        expect(sum(told.map((one) => new Decimal(one))).toFixed(2)).toBe(difference.toFixed(2));
        if (shares.length === 0) return;
        const list = sheet(models, "rectificatif-quotes-parts");
        const total = values([...rowOf(list, "Total des communes")]).filter((one) => typeof one === "number");
        expect(new Decimal(total.at(-1)!).minus(total[0]!).toFixed(2)).toBe(difference.toFixed(2));
      }),
      { numRuns: atDepth(25, 200) },
    );
  });
});

/** Rows in which a quantity is another. */
function withQuantity(rows: SheetModel["rows"], from: number, to: number): SheetModel["rows"] {
  return rows.map((row) => ({
    ...row,
    cells: row.cells.map((cell) =>
      cell?.value === from && cell.formula === undefined ? { ...cell, value: to } : cell,
    ),
  }));
}
