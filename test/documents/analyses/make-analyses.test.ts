import { addAnalyses, documentOf, type Analyses, type SheetModel } from "../../../src/documents";
import { atDepth } from "../../depth";
import fc from "../../properties";
import { statements } from "../../statement/random-statements";
import { expectResults } from "../evaluate";
import { cellsOf, full, sheetsOf } from "../fixtures";
import { after, analysesOf, before, then } from "./all-analyses";

const nowhere = { userSheetNames: [], generatedSheets: [] };

function sheetsAlone(analyses: Analyses): SheetModel[] {
  return addAnalyses([], analyses, nowhere);
}

describe("native formulas carry the arithmetic of the analyses", () => {
  test("recalculated from their constants, they give the results written, whatever two campaigns bill", () => {
    fc.assert(
      fc.property(statements(2014), statements(2015), statements(2015), (before, after, then) => {
        const analyses = analysesOf(before, after, after, then);
        expect(expectResults(sheetsAlone(analyses))).toBeGreaterThan(20);
        const { comparison, simulation } = analyses;
        for (const alone of [{ comparison }, { simulation }]) expectResults(sheetsAlone(alone));
      }),
      { numRuns: atDepth(5, 200) },
    );
  });
});

describe("the sheets of analyses are sheets like the others", () => {
  const documents = sheetsOf(full);
  const models = addAnalyses(documents, analysesOf(before, after, after, then), nowhere);
  const ours = models.filter(({ key }) => !documents.some((one) => one.key === key));

  test("the sheets of analyses come before the Journal, each under its key", () => {
    expect(ours.map(({ key, name }) => [key, name])).toEqual([
      ["comparaison", "Comparaison"],
      ["comparaison-detail", "Comparaison (détail)"],
      ["simulation", "Simulation"],
      ["annexe", "Annexe délibération"],
      ["rectificatif", "Rectificatif"],
      ["certificat", "Certificat"],
      ["complement", "Titre complémentaire"],
      ["rectificatif-quotes-parts", "Quotes-parts rectifiées"],
      ["rectificatif-commune-25297-212502975", "Rectificatif Le Gratteris"],
      ["rectificatif-commune-25035-200048437", "Rectificatif Les Auxons"],
    ]);
    expect(models.at(-1)!.key).toBe("journal");
    expect(addAnalyses(documents, {}, nowhere)).toEqual(documents);
  });

  test("a user's sheet keeps its name, and ours the one it has", () => {
    const renamed = addAnalyses(documents, analysesOf(before, after, after, then), {
      userSheetNames: ["Comparaison"],
      generatedSheets: [{ key: "simulation", name: "Ma simulation" }],
    });
    const names = new Map(renamed.map(({ key, name }) => [key, name]));
    expect([names.get("comparaison"), names.get("simulation")]).toEqual(["Comparaison (2)", "Ma simulation"]);
    expectResults(renamed.filter(({ key }) => key.startsWith("comparaison")));
  });

  test("the sheets of analyses have a title, the campaign under it, and a printed page that holds them whole", () => {
    for (const { key, rows, widths, print, outline } of ours) {
      const title = [...outline!].find(([, role]) => role === "title")![0];
      expect(typeof rows[title]!.cells[0]!.value).toBe("string");
      expect(rows[title + 1]!.cells[0]!.value).toMatch(/^Ordiclasse · campagne 2015 · situation au 1ᵉʳ novembre 2015/);
      // What is issued has the way back, and what checks it, on the right of its page; what a chart is drawn from is out of sight.
      const seen = widths.filter((width) => width > 0).length;
      const ways = {
        ...{ rectificatif: 2, complement: 2, certificat: 1, annexe: 4 },
        ...{ "rectificatif-quotes-parts": 2, "rectificatif-commune": 2 },
      };
      const beside = ways[documentOf(key) as keyof typeof ways] ?? 0;
      expect(print.area).toEqual({ lastRow: rows.length - 1, lastColumn: seen - 1 - beside });
      for (const { cells } of rows) expect(cells.length).toBeLessThanOrEqual(widths.length);
    }
  });

  test("no link is broken, with the documents or without them", () => {
    for (const sheets of [models, sheetsAlone(analysesOf(before, after, after, then))]) {
      const names = new Set([...sheets.map(({ name }) => name), "Parc 01.11.2014"]);
      for (const { link } of sheets.flatMap(cellsOf)) if (link !== undefined) expect(names).toContain(link.sheet);
    }
  });

  test("no total starts a page", () => {
    for (const { print, rows } of ours)
      for (const start of print.breaksBefore) expect(String(rows[start]?.cells[0]?.value)).not.toMatch(/^total/i);
  });

  test("French is set with no-break spaces, and no cell calls the add-in", () => {
    for (const { value, formula } of ours.flatMap(cellsOf)) {
      if (typeof value === "string") expect(value).not.toMatch(/« | »| [:;!?](\s|$)|\w'\w/);
      expect(formula ?? "").not.toMatch(/ORDICLASSE\./);
    }
  });
});
