import { addAnalyses, type SheetModel } from "../../src/documents";
import { after, analysesOf, before, then } from "./analyses/all-analyses";
import { full, sheetsOf } from "./fixtures";

// The convention's data with another party: nothing else of the product says who the titre is issued to.
jest.mock("../../src/tariff/act-files", () => {
  const files = jest.requireActual<typeof import("../../src/tariff/act-files")>("../../src/tariff/act-files");
  return {
    ...files,
    conventionFolders: files.conventionFolders.map((folder) => {
      const convention = folder.convention as { readonly debtor: object };
      const debtor = { ...convention.debtor, name: "Grand Besançon Métropole", short: "GBM" };
      return { ...folder, convention: { ...convention, debtor } };
    }),
  };
});

/** Names of sheets and of cells, which users' formulas hold. */
const kept = /Titre CAGB|ORDICLASSE_CAGB/g;

function textsOf({ rows, charts, print }: SheetModel): string[] {
  const cells = rows.flatMap(({ cells: own }) => own.map((cell) => cell?.value));
  const drawn = charts.flatMap(({ title, altText, series }) => [title, altText, ...series.map((one) => one.title)]);
  return [...cells, ...drawn, ...print.header, ...print.footer].map((text) => String(text).replace(kept, ""));
}

test("documents and analyses name the party that the convention names, in titles, charts and sentences", () => {
  const models = addAnalyses(sheetsOf(full), analysesOf(before, after, after, then), {
    userSheetNames: [],
    generatedSheets: [],
  });
  // The Journal's headings are those by which it is read again.
  const texts = models.filter(({ key }) => key !== "journal").flatMap(textsOf);
  expect(texts.filter((text) => text.includes("CAGB"))).toEqual([]);
  for (const said of ["Part de la GBM", "Installation GBM", "Part GBM à l’essai", "GBM, en %"])
    expect(texts.map((text) => text.replaceAll("\u00a0", " "))).toContain(said);
});
