import { addAnalyses, type Analyses, type SheetModel } from "../../src/documents";
import { compareStatements, rectify, simulate } from "../../src/statement";
import fc from "../properties";
import { statements } from "../statement/random-statements";
import { full, sheetsOf } from "./fixtures";

// The convention's data with another party: nothing else of the product says who the titre is issued to.
jest.mock("../../src/tariff/built-in", () => {
  const { conventionFolders } =
    jest.requireActual<typeof import("../../src/tariff/built-in")>("../../src/tariff/built-in");
  return {
    conventionFolders: conventionFolders.map((folder) => {
      const convention = folder.convention as { readonly debtor: object };
      const debtor = { ...convention.debtor, name: "Grand Besançon Métropole", short: "GBM" };
      return { ...folder, convention: { ...convention, debtor } };
    }),
  };
});

/** Names of sheets and of cells, which users' formulas hold, and the act, which is the grid's. */
const kept = /Titre CAGB|ORDICLASSE_CAGB/g;

function textsOf({ rows, charts, print }: SheetModel): string[] {
  const cells = rows.flatMap(({ cells: own }) => own.map((cell) => cell?.value));
  const drawn = charts.flatMap(({ title, altText, series }) => [title, altText, ...series.map((one) => one.title)]);
  return [...cells, ...drawn, ...print.header, ...print.footer].map((text) => String(text).replace(kept, ""));
}

test("documents and analyses name the party that the convention names, in titles, charts and sentences", () => {
  const [before, after, then] = fc
    .sample(fc.tuple(statements(2014), statements(2015), statements(2015)), { seed: 7, numRuns: 50 })
    .find(([, issued, corrected]) => rectify(issued, corrected).kind === "both")!;
  const analyses: Required<Analyses> = {
    comparison: {
      comparison: compareStatements(before, after),
      file: "parc-2014.xlsx",
      campaignFrom: "journal",
      errors: { before: 1, after: 0 },
    },
    trial: { simulation: simulate(after, then), anomalies: [] },
    rectification: { rectification: rectify(after, then), file: "parc-2014.xlsx", when: "2014-11-25 14:03", errors: 0 },
  };
  const models = addAnalyses(sheetsOf(full), analyses, { userSheetNames: [], ownSheets: [] });
  // The Journal's headings are those by which it is read again.
  const texts = models.filter(({ key }) => key !== "journal").flatMap(textsOf);
  expect(texts.filter((text) => text.includes("CAGB"))).toEqual([]);
  for (const said of ["Part de la GBM", "Installation GBM", "Part GBM à l’essai", "GBM, en %"])
    expect(texts.map((text) => text.replaceAll("\u00a0", " "))).toContain(said);
});
