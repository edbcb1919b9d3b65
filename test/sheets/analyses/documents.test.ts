import { Decimal } from "decimal.js";
import { addAnalyses } from "../../../src/sheets";
import type { SheetModel } from "../../../src/sheets";
import { defaultOptions } from "../../../src/options";
import type { Options } from "../../../src/options";
import { compareStatements, makeStatement, rectify, simulate } from "../../../src/statement";
import type { Statement } from "../../../src/statement";
import { campaignOf } from "../../../src/tariff";
import type { Grid } from "../../../src/tariff";
import * as given from "../../statement/fixtures";
import { Spreadsheet } from "../evaluate";
import { rowOf, sheet, sheetsOf, textsOf } from "../fixtures";

const nowhere = { userSheetNames: [], ownSheets: [] };
const { schoolA, schoolB, countsA, countsB, golden, stateOf } = given;
const documents = sheetsOf(golden);

/** A text as one reads it: its spaces are spaces. */
function read(model: SheetModel): string {
  return textsOf(model).join("\n").replace(/\s/g, " ");
}

function of(countsOfA: Record<string, number>, options: Partial<Options> = {}, grid: Grid = given.grid): Statement {
  return stateOf(
    given.reading([schoolB, schoolA], [...given.quantities(schoolA, countsOfA), ...given.quantities(schoolB, countsB)]),
    options,
    grid,
  );
}

describe("« Comparaison » tells a difference by its causes", () => {
  const before = stateOf(golden);
  const statement = of({ ...countsA, "POSTE_STD m": 16 });
  const after = { ...statement, campaign: campaignOf(2015) };
  const comparison = {
    comparison: compareStatements(before, after),
    file: "parc-2014.xlsx",
    campaignFrom: "journal",
  } as const;
  const models = addAnalyses(documents, { comparison }, nowhere);
  const summary = sheet(models, "comparaison");

  test("by commune, with the school counts, both amounts and the four effects; a link to the fiche", () => {
    const row = rowOf(summary, "Chalezeule");
    // 2 workstations more: 2 × 36.86 = 73.72, from 1 011.05 to 1 084.77.
    expect(row.slice(1, 11).map((cell) => cell?.value)).toEqual([
      "25112",
      1,
      1,
      1011.05,
      1084.77,
      73.72,
      73.72,
      0,
      0,
      0,
    ]);
    expect(row[0]?.link?.sheet).toBe("Fiche Chalezeule");
    expect(row[7]?.formula).toBe("ROUND(SUM('Comparaison (détail)'!L6:L6),2)");
    expect(row[6]?.formula).toMatch(/^ROUND\(F\d+-E\d+,2\)$/);
  });

  test("and line by line, where one more machine reaches the titre", () => {
    const detail = sheet(models, "comparaison-detail");
    const line = rowOf(detail, "POSTE_STD");
    expect(line.map((cell) => cell?.value)).toEqual([
      ...["Chalezeule", "École élémentaire", "Poste client standard", "POSTE_STD", "Maintenance", "Commune"],
      ...[14, 16, 36.86, 36.86, 73.72, 73.72, 0, null, null],
    ]);
    const place = detail.rows.findIndex(({ cells }) => cells === line);
    const changed = new Spreadsheet(models, new Map([[`${detail.name}!${place},7`, 17]]));
    const total = summary.rows.findIndex(({ cells }) => cells[0]?.value === "Total du titre");
    expect(changed.value(summary.name, total, 7)).toBeCloseTo(110.58, 4); // 3 × 36.86
    // The amount after is the other documents': the effects no longer make the difference, and it is said.
    expect(changed.value(summary.name, total + 1, 6)).toBe(-36.86);
  });

  test("it says what is compared, how, and under which tariff", () => {
    const all = read(summary);
    expect(all).toContain(
      "Comparée à la campagne 2014, facturée d’après le classeur « parc-2014.xlsx » (la campagne de son Journal).",
    );
    expect(all).toContain(
      "Même tarif pour les deux : Délibération n° 58, récépissé préfectoral du 14 novembre 2014, applicable du 01/11/2014 au 31/10/2016.",
    );
    expect(all).toContain("(quantité 2015 − quantité 2014) × prix 2014");
    expect(all).not.toContain("Les options ne sont pas les mêmes");
  });

  test("a price that is missing, other options, a campaign taken for the year before are told", () => {
    const other = of({ ...countsA, "TABLETTE m": 2 }, { besancon: "left-out" }, given.splitGrid);
    const told = {
      comparison: compareStatements(before, { ...other, campaign: campaignOf(2015) }),
      file: "2014.xlsx",
      campaignFrom: "year-before",
    } as const;
    const all = read(sheet(addAnalyses([], { comparison: told }, nowhere), "comparaison"));
    expect(all).toContain("« 2014.xlsx » (sans Journal, l’année d’avant)");
    expect(all).toContain(
      "Prix absent du tarif 2014, compté pour 0 : Tablette, maintenance à la charge de la CAGB ; Tablette, maintenance à la charge de la commune.",
    );
    expect(all).toMatch(/Les options ne sont pas les mêmes\. 2014 : .*\. 2015 : Besançon : non facturée/);
  });

  test("two states of one campaign are called « avant » and « après »", () => {
    const same = { comparison: compareStatements(before, statement), file: "a.xlsx", campaignFrom: "journal" } as const;
    expect(read(sheet(addAnalyses([], { comparison: same }, nowhere), "comparaison"))).toContain("Montant avant");
  });
});

describe("« Simulation » is no document", () => {
  const dearer: Grid = {
    ...given.splitGrid,
    act: "Projet de délibération",
    rows: given.splitGrid.rows.map((row) =>
      row.code === "POSTE_STD"
        ? { ...row, prices: { ...row.prices, maintenance: { cagb: null, commune: new Decimal("38.50") } } }
        : row,
    ),
  };
  const simulation = simulate(stateOf(golden), of({ ...countsA, "TABLETTE m": 2 }, {}, dearer));
  const models = addAnalyses(documents, { trial: { simulation, anomalies: [] } }, nowhere);
  const model = sheet(models, "simulation");

  test("it says so at its top, always in view, and on each printed page; nothing in it is signed", () => {
    expect(model.rows[2]!.cells[0]!.value).toBe("Simulation – aucun document officiel");
    expect(model.freeze!.rows).toBe(3);
    expect(model.print.header.join("")).toContain("Simulation – aucun document officiel");
    expect(read(model)).not.toMatch(/Arrêté|Certifié|Signature|Imputation|Titre n°/);
    expect(model.names).toEqual([]);
  });

  test("who would pay more, and by how much", () => {
    // 14 workstations × (38.50 − 36.86) = 22.96, and 2 tablets at 2.50 for the commune, 1.50 for the CAGB.
    expect(rowOf(model, "Chalezeule").map((cell) => cell?.value)).toEqual([
      ...["Chalezeule", "25112", "plus", 1011.05, 1039.01, 27.96, 801.24, 804.24, 3, 30.96],
    ]);
    expect(read(model)).toContain("Communes qui paieraient plus : 2 ; moins : 0 ; autant : 0.");
  });

  test("each price with its units, a new one blank beside what it is not", () => {
    const row = model.rows
      .map(({ cells }) => cells)
      .find((cells) => cells[0]?.value === "Tablette" && cells[2]?.value === "Commune")!;
    expect(row.map((cell) => cell?.value)).toEqual(["Tablette", "Maintenance", "Commune", 0, 2, null, 2.5, 0, 5, 5]);
    expect(row[8]?.formula).toMatch(/^E\d+\*G\d+$/);
  });

  test("what the trial could not read is told", () => {
    const anomalies = [
      {
        severity: "error",
        code: "quantity-text",
        file: "parc.xlsx",
        sheet: "Parc",
        cell: "E4",
        params: { value: "beaucoup" },
      },
    ] as const;
    const told = sheet(addAnalyses([], { trial: { simulation, anomalies } }, nowhere), "simulation");
    expect(read(told)).toMatch(/Points propres à l’essai Parc!E4 : «? ?beaucoup/);
  });
});

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
    const rectification = { rectification: rectify(issued, corrected), file: "parc-2014.xlsx", when: "" };
    const models = addAnalyses(documents, { rectification }, nowhere);
    const model = sheet(models, "rectificatif");
    const row = model.rows.findIndex(({ cells }) => String(cells[0]?.value).startsWith("Écart avec l’état liquidatif"));
    expect(model.rows[row]!.cells[10]!.formula).toContain("'Titre CAGB'!");
    expect(new Spreadsheet(models).value(model.name, row, 10)).toBe(0);
  });
});
