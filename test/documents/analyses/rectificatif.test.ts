import { addAnalyses } from "../../../src/documents";
import { defaultOptions } from "../../../src/options";
import { rectify, type Statement } from "../../../src/statement";
import { makeStatement } from "../../at-once";
import * as given from "../../statement/fixtures";
import { Spreadsheet } from "../evaluate";
import { rowOf, sheet } from "../fixtures";
import { documents, nowhere, of, read } from "./statements";

const { schoolA, schoolB, countsA, countsB, golden, stateOf } = given;

describe("« Rectificatif » is the état of a correction", () => {
  const issued = stateOf(golden);
  const make = (corrected: Statement) =>
    sheet(
      addAnalyses(
        documents,
        {
          rectification: {
            rectification: rectify(issued, corrected),
            file: "parc-2014.xlsx",
            when: "2014-11-25 14:03",
            errors: 0,
          },
        },
        nowhere,
      ),
      "rectificatif",
    );
  const counts: Record<string, number> = { ...countsA, "POSTE_STD m": 13, "SERVEUR_SPEC m": 1 };
  delete counts["IMPRIMANTE m"];

  test("it names the statement of origin, its date and its amounts, and leaves it as it is", () => {
    const all = read(make(of({ ...countsA, "POSTE_STD m": 13 })));
    expect(all).toContain(
      "État liquidatif de la campagne 2014, généré le 25/11/2014 à 14:03 dans « parc-2014.xlsx » : 6 188,13 € (part de la CAGB 2 207,63 €, quotes-parts 3 980,50 €)",
    );
    expect(all).toContain("L’état d’origine n’est pas modifié");
    expect(all).toContain("70.020.70876.004839.10100");
    expect(all).toContain("Ville de Besançon, SIREN");
  });

  test("lines that change, appear and disappear, their differences as formulas", () => {
    const model = make(of(counts));
    const lines = model.rows
      .map(({ cells }) => cells.map((cell) => cell?.value ?? null))
      .filter(([school]) => school === "École élémentaire");
    expect(lines.map((cells) => cells.slice(1, 11))).toEqual([
      ["Poste client standard", "Maintenance", "Commune", 14, 13, 36.86, 36.86, 516.04, 479.18, -36.86],
      ["Serveur spécifique", "Maintenance", "Commune", null, 1, null, 315.18, null, 315.18, 315.18],
      ["Imprimante jet encre", "Maintenance", "Commune", 1, null, 15.79, null, 15.79, null, -15.79],
    ]);
    expect(rowOf(model, "Poste client standard")[10]?.formula).toMatch(/^ROUND\(J\d+-I\d+,2\)$/);
    expect(rowOf(model, "Poste client standard")[11]?.link).toEqual({ sheet: "Parc 01.11.2014", cell: "E12" });
    // 1 011.05 − 36.86 + 315.18 − 15.79 = 1 273.58
    expect(
      rowOf(model, "Chalezeule")
        .slice(5, 8)
        .map((cell) => cell?.value),
    ).toEqual([1011.05, 262.53, 1273.58]);
    expect(
      rowOf(model, "Total du titre")
        .slice(8, 11)
        .map((cell) => cell?.value),
    ).toEqual([6188.13, 262.53, 6450.66]);
  });

  test.each<[string, Statement, RegExp, RegExp]>([
    [
      "a reduction",
      of({ ...countsA, "POSTE_STD m": 13 }),
      /Titre de réduction : annulation partielle/,
      /à la somme de TRENTE-SIX EUROS ET QUATRE-VINGT-SIX CENTIMES \(36,86 €\), en réduction du titre d’origine/,
    ],
    [
      "a complement",
      of({ ...countsA, "POSTE_STD m": 15 }),
      /Titre complémentaire/,
      /TRENTE-SIX EUROS ET QUATRE-VINGT-SIX CENTIMES \(36,86 €\), en complément du titre d’origine/,
    ],
    [
      "a cancellation",
      stateOf(given.reading([schoolA], [])),
      /Titre d’annulation : annulation totale/,
      /SIX MILLE CENT QUATRE-VINGT-HUIT EUROS ET TREIZE CENTIMES \(6 188,13 €\), montant du titre d’origine, annulé en totalité/,
    ],
    [
      "a correction that moves amounts, not the total",
      stateOf(
        given.reading(
          [schoolB, given.school(given.mamirolle, schoolA.name)],
          [
            ...given.quantities(given.school(given.mamirolle, schoolA.name), countsA),
            ...given.quantities(schoolB, countsB),
          ],
        ),
      ),
      /Sans incidence sur le total du titre/,
      /ZÉRO EURO \(0,00 €\) : le total du titre d’origine ne change pas/,
    ],
    [
      "nothing to correct",
      stateOf(golden),
      /il n’y a pas lieu à titre rectificatif/,
      /ZÉRO EURO \(0,00 €\) : aucune ligne/,
    ],
  ])("%s is said as such, in words", (_name, corrected, nature, settled) => {
    const all = read(make(corrected));
    expect(all).toMatch(nature);
    expect(all).toContain("Arrêté le présent état rectificatif à la somme de ");
    expect(all).toMatch(settled);
    expect(all).toContain("Certifié exact, à Besançon, le");
    expect(all).toContain("Pour le Maire et par délégation,");
  });

  test("many lines come after the signature, from the top of a page that repeats their titles", () => {
    const schools = Array.from({ length: 20 }, (_one, index) =>
      given.school(given.chalezeule, `École ${index}`, index),
    );
    const many = stateOf(
      given.reading(
        schools,
        schools.map((one) => given.quantity(one, "PORTAIL", "maintenance", 9)),
      ),
    );
    const model = make(many);
    const annex = model.rows.findIndex(({ cells }) => String(cells[0]?.value).startsWith("Annexe"));
    expect(model.print.breaksBefore).toContain(annex);
    expect(model.print.titleRows).toEqual({ first: annex + 1, last: annex + 1 });
    expect(model.rows.slice(0, annex).some(({ cells }) => cells[3]?.value === "Signature :")).toBe(true);
  });

  test("the total after is that of the corrected état, which it is compared to", () => {
    const corrected = makeStatement(golden, given.grid, given.campaign, defaultOptions);
    const rectification = { rectification: rectify(issued, corrected), file: "parc-2014.xlsx", when: "", errors: 0 };
    const models = addAnalyses(documents, { rectification }, nowhere);
    const model = sheet(models, "rectificatif");
    const row = model.rows.findIndex(({ cells }) => String(cells[0]?.value).startsWith("Écart avec l’état liquidatif"));
    expect(model.rows[row]!.cells[10]!.formula).toContain("'Titre CAGB'!");
    expect(new Spreadsheet(models).value(model.name, row, 10)).toBe(0);
  });
});
