import * as given from "../statement/fixtures";
import { Spreadsheet } from "./evaluate";
import { rowOf, sheet, sheetsOf } from "./fixtures";
import { at, ofCommune, plain, titreOf } from "./titre-fixtures";

const golden = sheetsOf(given.golden);

const plainText = (value: unknown) => String(value).replace(/\s/g, " ");

describe("the annex says what each commune is in the titre", () => {
  const model = sheet(golden, "titre");

  test("the annex gives the SIREN, the schools and both parts of each commune, from the récapitulatif", () => {
    // Avanne-Aveney, CAGB: 895 + 211 + 57 × 5.27 = 1 406.39. Chalezeule: 211 + 112 × 5.27 = 801.24.
    expect(ofCommune(rowOf(model, "Chalezeule"))).toEqual([
      ...["Chalezeule", "212 511 200", 1],
      ...[801.24, 1011.05, 1812.29],
    ]);
    expect(ofCommune(rowOf(model, "Avanne-Aveney"))).toEqual([
      ...["Avanne-Aveney", "212 503 600", 1],
      ...[1406.39, 2969.45, 4375.84],
    ]);
    // 801.24 + 1 406.39, 1 011.05 + 2 969.45, 1 812.29 + 4 375.84: the titre, found again.
    expect(ofCommune(rowOf(model, "Total des communes"))).toEqual([
      ...["Total des communes", null, 2],
      ...[2207.63, 3980.5, 6188.13],
    ]);
  });

  test("the amount owed by a commune is bold in its row of the annex", () => {
    const bold = rowOf(model, "Chalezeule").flatMap((cell, column) => (cell?.style?.bold === true ? [column] : []));
    expect(bold).toEqual([at.commune]);
  });

  test("it is live: one more machine on a fiche raises it by its price, and the titre too", () => {
    const fiche = sheet(golden, "fiche-25112-212511200");
    const cells = fiche.rows.map((row) => row.cells.map((cell) => cell?.value));
    const row = cells.findIndex((line) => line.includes(14) && line.includes(36.86));
    const changed = new Spreadsheet(golden, new Map([[`${fiche.name}!${row},${cells[row]!.indexOf(14)}`, 15]]));
    const of = (first: string) => model.rows.findIndex((one) => one.cells[0]?.value === first);
    expect(changed.value(model.name, of("Chalezeule"), at.commune)).toBeCloseTo(1011.05 + 36.86, 2);
    expect(changed.value(model.name, of("Total des communes"), at.total)).toBeCloseTo(6188.13 + 36.86, 2);
    expect(changed.value(model.name, of("Total du titre"), at.total)).toBeCloseTo(6188.13 + 36.86, 2);
    // No words say the sum of before.
    const edited = "Montant modifié à la main : voir Contrôles";
    const words = ["La CAGB doit la totalité", "Arrêté le présent état"];
    for (const begins of words) {
      const row = model.rows.findIndex(({ cells: own }) => plainText(own[0]?.value).startsWith(begins));
      const said = (book: Spreadsheet) => plainText(book.value(model.name, row, 0));
      expect([said(new Spreadsheet(golden)).startsWith(begins), said(changed)]).toEqual([true, edited]);
    }
  });

  test("a school that two communes share is counted once in the total, and a note says so", () => {
    const shares = [
      { commune: "Chalezeule", weight: 3 },
      { commune: "Mamirolle", weight: 2 },
    ];
    const sharingKeys = [{ commune: "Chalezeule", school: "École élémentaire", shares }];
    const shared = titreOf(given.golden, { sharingKeys });
    expect(ofCommune(rowOf(shared, "Total des communes"))[2]).toBe(2);
    expect(plain(shared)).toContain("une école partagée est comptée dans chacune des communes");
    expect(plain(model)).not.toContain("école partagée");
  });

  test("the debtor's finance department reads there at which account it claims each part, where there is any", () => {
    const claims = "récapitulation par commune ; la CAGB réclame chaque quote-part (nature 70875)";
    expect(plain(model)).toContain(claims);
    const borne = given.quantity(given.schoolA, "PACK", "maintenance", 1);
    expect(plain(titreOf(given.reading([given.schoolA], [borne])))).not.toContain("70875");
  });

  test("the état of a campaign that bills nothing is « arrêté » at zero", () => {
    const empty = plain(titreOf(given.reading([], [])));
    expect(empty).toContain("Aucune prestation facturée.");
    expect(empty).toContain("Aucune commune facturée.");
    expect(empty).toContain("à la somme de ZÉRO EURO (0,00 €).");
  });
});
