import { addAnalyses } from "../../../src/sheets";
import { compareStatements } from "../../../src/statement";
import { campaignOf } from "../../../src/tariff";
import * as given from "../../statement/fixtures";
import { Spreadsheet } from "../evaluate";
import { rowOf, sheet } from "../fixtures";
import { documents, nowhere, of, read } from "./statements";

const { countsA, golden, stateOf } = given;

describe("« Comparaison » tells a difference by its causes", () => {
  const before = stateOf(golden);
  const statement = of({ ...countsA, "POSTE_STD m": 16 });
  const after = { ...statement, campaign: campaignOf(2015) };
  const comparison = {
    comparison: compareStatements(before, after),
    file: "parc-2014.xlsx",
    campaignFrom: "journal",
    errors: { before: 0, after: 0 },
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
    expect(all).not.toMatch(/Les options ne sont pas les mêmes|Non facturé/);
  });

  test("errors, a missing price, other options, a campaign taken for the year before are told", () => {
    const other = of({ ...countsA, "TABLETTE m": 2 }, { besancon: "left-out" }, given.splitGrid);
    const told = {
      comparison: compareStatements(before, { ...other, campaign: campaignOf(2015) }),
      file: "2014.xlsx",
      campaignFrom: "year-before",
      errors: { before: 2, after: 1 },
    } as const;
    const all = read(sheet(addAnalyses([], { comparison: told }, nowhere), "comparaison"));
    expect(all).toContain("« 2014.xlsx » (sans Journal, l’année d’avant)");
    expect(all).toContain("Non facturé, car à corriger : 2 points (2014), 1 point (2015).");
    expect(all).toContain(
      "Prix absent du tarif 2014, compté pour 0 : Tablette, maintenance à la charge de la CAGB ; Tablette, maintenance à la charge de la commune.",
    );
    expect(all).toMatch(/Les options ne sont pas les mêmes\. 2014 : .*\. 2015 : Besançon : non facturée/);
  });

  test("two states of one campaign are called « avant » and « après »", () => {
    const same = {
      comparison: compareStatements(before, statement),
      file: "a.xlsx",
      campaignFrom: "journal",
      errors: { before: 0, after: 0 },
    } as const;
    expect(read(sheet(addAnalyses([], { comparison: same }, nowhere), "comparaison"))).toContain("Montant avant");
  });
});
