import { addAnalyses, type SheetModel } from "../../src/documents";
import type { Statement } from "../../src/statement";
import { makeSheets } from "../at-once";
import { after, analysesOf, before, then } from "./analyses/all-analyses";
import { full, inputOf } from "./fixtures";

/** The same statement of a convention with another party: nothing else says who the titre is issued to. */
function ofGbm(statement: Statement): Statement {
  const { convention } = statement.campaign;
  const debtor = { ...convention.debtor!, name: "Grand Besançon Métropole", short: "GBM" };
  return { ...statement, campaign: { ...statement.campaign, convention: { ...convention, debtor } } };
}

/** Names of sheets and of cells, which users' formulas hold. */
const kept = /Titre CAGB|ORDICLASSE_CAGB/g;

function textsOf({ rows, charts, print }: SheetModel): string[] {
  const cells = rows.flatMap(({ cells: own }) => own.map((cell) => cell?.value));
  const drawn = charts.flatMap(({ title, altText, series }) => [title, altText, ...series.map((one) => one.title)]);
  return [...cells, ...drawn, ...print.header, ...print.footer].map((text) => String(text).replace(kept, ""));
}

test("documents and analyses name the party that the convention names, in titles, charts and sentences", () => {
  const input = inputOf(full);
  const models = addAnalyses(
    makeSheets({ ...input, statement: ofGbm(input.statement) }),
    analysesOf(ofGbm(before), ofGbm(after), ofGbm(after), ofGbm(then)),
    {
      userSheetNames: [],
      generatedSheets: [],
    },
  );
  // The Journal's headings are those by which it is read again.
  const texts = models.filter(({ key }) => key !== "journal").flatMap(textsOf);
  expect(texts.filter((text) => text.includes("CAGB"))).toEqual([]);
  for (const said of ["Part de la GBM", "Installation GBM", "Part GBM à l’essai", "GBM, en %"])
    expect(texts.map((text) => text.replaceAll("\u00a0", " "))).toContain(said);
});
