import { addAnalyses, communesCsv, titreCsv, type Analyses, type SheetModel } from "../../src/documents";
import { partNames, sayIn } from "../../src/documents/kit/say";
import type { Statement } from "../../src/statement";
import { builtInConvention, campaignOf, type Convention } from "../../src/tariff";
import { defaultOptions } from "../../src/options";
import { makeSheets, makeStatement } from "../at-once";
import { atDepth } from "../depth";
import fc from "../properties";
import * as given from "../statement/fixtures";
import { analysesOf } from "./analyses/all-analyses";
import { expectResults } from "./evaluate";
import { inputOf, rowOf, sheet, textsOf } from "./fixtures";
import { cutTexts, overflowing } from "./overflow";
import { conventions, statementOf } from "./random-conventions";
import { ofCommune, particulars } from "./titre-fixtures";

const built = builtInConvention(2014);
/** The City claims from the communes itself what they bear of the tariff of 2014. */
const convention: Convention = { ...built, debtor: null, nouns: { ...built.nouns, debtor: built.nouns.creditor } };
const grid = {
  ...given.grid,
  rows: given.grid.rows.filter(({ prices }) => prices.installation.cagb === null && prices.maintenance.cagb === null),
};
const [a, b] = [given.schoolA, given.school(given.mamirolle, "École du Bas", 12)];
const own = given.school(given.besancon, "École de la Butte", 13);
const reading = given.reading(
  [a, b, own],
  [
    // 2 × 36.86 = 73.72; 31.60 + 36.86 = 68.46.
    ...given.quantities(a, { "POSTE_STD m": 2 }),
    ...given.quantities(b, { "POSTE_STD i": 1, "POSTE_STD m": 1 }),
    ...given.quantities(own, { "POSTE_STD m": 10 }),
  ],
);
const options = { ...defaultOptions, particulars };
const statement = makeStatement(reading, grid, campaignOf(2014, convention), options);
const models = makeSheets({ ...inputOf(reading), statement });
const read = (key: string) => textsOf(sheet(models, key)).map((text) => text.replace(/\s/g, " "));

describe("a creditor that claims from the members itself", () => {
  test("issues a titre to each, in support of which its état says what each owes, and claims nothing from itself", () => {
    expect(statement.total.toFixed(2)).toBe("142.18");
    expect(sheet(models, "titre")).toMatchObject({
      name: "Titres",
      names: [{ name: "ORDICLASSE_TITRE" }, { name: "ORDICLASSE_COMMUNES" }],
    });
    const said = read("titre");
    const leftOut = "Besançon : 368,60 € de quote-part, laissés hors du titre.";
    for (const one of [
      "État liquidatif à l’appui des titres de recettes",
      "Débiteurs",
      "Les communes",
      "Ville – communes, signée le 1ᵉʳ décembre 2014 (un an, reconductible une fois), article 4",
      `Chaque quote-part est réclamée par un titre distinct : 2 communes (annexe 1). ${leftOut}`,
      "Arrêté le présent état liquidatif à la somme de CENT QUARANTE-DEUX EUROS ET DIX-HUIT CENTIMES (142,18 €).",
      "Annexe 1 : récapitulation par commune ; la Ville réclame chaque quote-part (nature 70876)",
    ])
      expect(said).toContain(one);
    expect(ofCommune(rowOf(sheet(models, "titre"), "Mamirolle"))[4]).toBe(68.46);
    expect(read("controles")).toContain(leftOut);
  });

  test("says so on each fiche, which tells of no other share", () => {
    const said = read("fiche-25112-212511200").join(" ");
    expect(said).toContain("Montant que la Ville vous réclame");
    expect(said).toContain("Ne payez rien au vu de cette fiche : attendez l’avis des sommes à payer de la Ville.");
    expect(said).toContain("La Ville vous réclame votre quote-part par un titre.");
    expect(said).not.toMatch(/rembourse|ne vous réclame rien|pris en charge|payé par/);
  });

  test("has its names whole on the état and the fiches, whatever their length", () => {
    const service = "Bornes de pointage";
    const name = "Syndicat intercommunal de restauration scolaire et périscolaire du Haut Bocage";
    const long = { ...convention, service, creditor: { ...convention.creditor, name } };
    const sheets = makeSheets({
      ...inputOf(reading),
      statement: makeStatement(reading, grid, campaignOf(2014, long), options),
    });
    const [prepared, numbered] = sheet(sheets, "fiche-25112-212511200").rows;
    expect(prepared!.cells.filter((cell) => cell != null)).toMatchObject([
      { value: `${name} · Direction des systèmes d’information · ${service}` },
      { value: "← Récapitulatif" },
    ]);
    expect(numbered!.cells.filter((cell) => cell != null)).toMatchObject([
      { value: expect.stringMatching(/^Fiche n°.2014-25112 · annexe de l’état liquidatif/) },
    ]);
    const labelled = "BORNES DE POINTAGE 2014 - MAINTENANCE ET INSTALLATIONS AU 01/11/2014 - ETAT 2014-07";
    const { cells } = sheet(sheets, "titre").rows.find((row) => row.cells[0]?.value === "Libellé long")!;
    expect(cells[1]?.value).toBe(labelled);
    const titre = sheet(sheets, "titre");
    expect([...overflowing(titre), ...cutTexts(titre)]).not.toContain(labelled);
  });

  test("is told of no sites of its own, where it is no member", () => {
    const members = built.members.filter(({ insee }) => insee !== built.creditor.insee);
    const elsewhere = makeStatement(
      given.reading([a], given.quantities(a, { "POSTE_STD m": 2 })),
      grid,
      campaignOf(2014, { ...convention, members }),
      defaultOptions,
    );
    const sheets = makeSheets({ ...inputOf(reading), statement: elsewhere });
    const said = ["controles", "journal"].flatMap((key) => textsOf(sheet(sheets, key))).join("\n");
    expect(said).toContain("Par défaut\u00a0: Prestation par école, une par école");
    expect(said).not.toMatch(/Besançon, comme|laissés hors du titre/);
  });

  test("has a line for each member in both lists, on its own credit line", () => {
    expect(titreCsv(statement).split("\r\n").slice(1, 3)).toEqual([
      "2014;212511200;ORDICLASSE 2014 - QUOTE-PART - CHALEZEULE;70;020;70876;004839;10100;73,72;2014-07, version 1;2014_ORDICLASSE_25112_CHALEZEULE.pdf;25/11/2014;Chalezeule;;;",
      "2014;212536400;ORDICLASSE 2014 - QUOTE-PART - MAMIROLLE;70;020;70876;004839;10100;68,46;2014-07, version 1;2014_ORDICLASSE_25364_MAMIROLLE.pdf;25/11/2014;Mamirolle;;;",
    ]);
    expect(communesCsv(statement)).toContain(";70;70876;73,72;");
  });

  test("has no part of its own in sight, in any document or analysis, whose formulas give their results", () => {
    const drawn = conventions.filter((one) => one.convention.debtor === null);
    fc.assert(
      fc.property(drawn, (one) => {
        const [before, after, then] = [statementOf(one, 2025, 0), statementOf(one, 2026, 1), statementOf(one, 2026, 2)];
        const { comparison, simulation, rectification } = analysesOf(before, after, after, then);
        const part = sayIn(after.campaign)(partNames.cagb);
        for (const all of [sheetsOf(after, { comparison, simulation }), sheetsOf(then, { rectification })]) {
          expectResults(all);
          // The Journal keeps its columns, by which it is read again.
          expect(all.filter(({ key }) => key !== "journal").flatMap(inSight)).not.toContain(part);
        }
      }),
      { numRuns: atDepth(5, 200) },
    );
  });
});

function sheetsOf(of: Statement, analyses: Analyses): SheetModel[] {
  const documents = makeSheets({ ...inputOf(given.reading([], [])), statement: of });
  return addAnalyses(documents, analyses, { userSheetNames: [], generatedSheets: [] });
}

/** The texts of the columns that show. */
function inSight({ rows, widths }: SheetModel): unknown[] {
  return rows.flatMap(({ cells }) => cells.flatMap((cell, column) => (widths[column] === 0 ? [] : [cell?.value])));
}
