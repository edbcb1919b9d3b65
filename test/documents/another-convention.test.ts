import {
  addAnalyses,
  communesCsv,
  generatedDocumentOf,
  mailingCsv,
  sentFile,
  titreCsv,
  type SheetModel,
} from "../../src/documents";
import type { Statement } from "../../src/statement";
import { amountNames } from "../../src/workbook/generated-names";
import { makeSheets } from "../at-once";
import { atDepth } from "../depth";
import fc from "../properties";
import * as given from "../statement/fixtures";
import { analysesOf } from "./analyses/all-analyses";
import { acceptedError } from "./fixtures";
import { conventions, statementOf } from "./random-conventions";

const nowhere = { userSheetNames: [], generatedSheets: [] };

/** All the sheets of a campaign, with those of its analyses. */
function sheetsOf(before: Statement, after: Statement, then: Statement, isProvisional: boolean): SheetModel[] {
  const schools = [...new Set(after.byCommune.flatMap((total) => total.schools.map(({ school }) => school)))];
  const anomalies = isProvisional ? [acceptedError] : [];
  const analyses = analysesOf(before, after, after, then);
  const documents = makeSheets({
    reading: given.reading(schools, [], { anomalies }),
    statement: after,
    journal: { when: "2026-01-15 14:03", rows: [], fingerprints: [] },
    comparison: analyses.comparison.comparison,
    ...nowhere,
  });
  return addAnalyses(documents, { ...analyses, simulation: { ...analyses.simulation, anomalies } }, nowhere);
}

/** All that a sheet says, wherever it stands: cells, links, charts, headers and footers, its tab, the names of its amounts. */
function textsOf(model: SheetModel): string[] {
  const { name, rows, charts, print } = model;
  const cells = rows.flatMap(({ cells: own }) => own.flatMap((cell) => [cell?.value, cell?.formula, cell?.link?.tip]));
  const drawn = charts.flatMap(({ title, altText, series }) => [title, altText, ...series.map((one) => one.title)]);
  const names = amountNames(model).map((one) => one.name);
  return [name, ...cells, ...drawn, ...print.header, ...print.footer, ...names].map((text) => String(text ?? ""));
}

/** What the convention of 2014 alone says, whatever its accents; and brackets of ours that were left. */
const of2014 = /cagb|besancon|ordiclasse|ecole|commune|novembre|\bville\b|departement tic|municipal|n° 58|\[|\]/i;

function leftOf2014(texts: readonly string[]): string[] {
  return texts.filter((text) => of2014.test(text.normalize("NFD").replace(/\p{M}/gu, "")));
}

test("documents, analyses, lists and files of a convention say nothing of another, whatever its parties, nouns and days", () => {
  fc.assert(
    fc.property(conventions, fc.boolean(), (drawn, isProvisional) => {
      const [before, after, then] = [
        statementOf(drawn, 2025, 0),
        statementOf(drawn, 2026, 1),
        statementOf(drawn, 2026, 2),
      ];
      const models = sheetsOf(before, after, then, isProvisional);
      const sent = models.flatMap((model) => Object.values(sentFile(model, after) ?? {}));
      const lists = [titreCsv(after), communesCsv(after), mailingCsv(after)];
      expect(leftOf2014([...models.flatMap(textsOf), ...sent, ...lists])).toEqual([]);
      // Where no name is kept, its first lines tell what a document is.
      const heads = models.map(({ rows }) => rows.map(({ cells }) => cells.map((cell) => cell?.value ?? null)));
      expect(heads.map(generatedDocumentOf)).not.toContain(null);
    }),
    { numRuns: atDepth(8, 300) },
  );
});
