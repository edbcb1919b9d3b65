import { cellName } from "../../src/cells";
import type { SheetModel } from "../../src/documents";
import { compareStatements } from "../../src/statement";
import { campaignOf } from "../../src/tariff";
import { makeSheets } from "../at-once";
import * as given from "../statement/fixtures";
import { Spreadsheet } from "./evaluate";
import { columnOf, inputOf, sheetsOf } from "./fixtures";

const counts = { "PORTAIL m": 57, "PACK m": 1, "SERVEUR_STD m": 1, "POSTE_STD m": 14, "POSTE_STD i": 8, "PIECES i": 2 };
const schools = (count: number, more: Readonly<Record<string, number>> = {}) =>
  Array.from({ length: count }, (_one, index) => given.school(given.chalezeule, `École ${index + 1}`, index)).flatMap(
    (one) => given.quantities(one, { ...counts, ...more }),
  );
const readingOf = (quantities: ReturnType<typeof schools>) =>
  given.reading([...new Set(quantities.map(({ school }) => school))], quantities);

/** The documents of a campaign beside those of another one. */
function compared() {
  const [former, input] = [
    inputOf(readingOf(schools(1, { "POSTE_STD m": 10 }))),
    inputOf(readingOf(schools(1, { "POSTE_SPEC m": 2 }))),
  ];
  const [first, statement] = [
    { ...former.statement, campaign: campaignOf(2014) },
    { ...input.statement, campaign: campaignOf(2015) },
  ];
  return makeSheets({ ...input, statement, comparison: compareStatements(first, statement) });
}

const shared = {
  commune: "Chalezeule",
  school: "École 1",
  shares: [
    { commune: "Chalezeule", weight: 3 },
    { commune: "Avanne-Aveney", weight: 2 },
  ],
};

const documents: Readonly<Record<string, SheetModel[]>> = {
  "of one school": sheetsOf(readingOf(schools(1))),
  "of three schools": sheetsOf(readingOf(schools(3))),
  "of fifteen schools": sheetsOf(readingOf(schools(15))),
  "of a school that two communes share": sheetsOf(readingOf(schools(1)), { sharingKeys: [shared] }),
  "beside a campaign compared": compared(),
  "where the CAGB bears all": sheetsOf(readingOf(schools(1).filter(({ prestation }) => prestation === "PORTAIL"))),
};

/** What says how many, or how much, in words. */
const sayFigures = /[\d\u202f]+\s(?:€|%|écoles?|élèves?|postes?|pièces?)|%|euros?\b|Rien/;

/** The cells of a fiche that are printed and hold words that say figures, with what they say once some cells are typed over. */
function wordsOf({ name, rows, print }: SheetModel, book: Spreadsheet) {
  return rows.flatMap(({ cells }, row) =>
    cells.slice(0, print.area.lastColumn + 1).flatMap((cell, column) => {
      if (typeof cell?.value !== "string" || !sayFigures.test(cell.value)) return [];
      return [{ at: cellName(row, column), written: cell.value, now: book.value(name, row, column) }];
    }),
  );
}

describe("a fiche of which a figure is changed by hand says so, and no words say another figure", () => {
  test.each(Object.keys(documents))("%s: each quantity and amount, one by one", (of) => {
    const models = documents[of]!;
    const fiche = models.find(({ name }) => name === "Fiche Chalezeule")!;
    const untouched = wordsOf(fiche, new Spreadsheet(models));
    expect(untouched.length).toBeGreaterThan(3);
    expect(untouched.filter(({ written, now }) => written !== now)).toEqual([]);
    const [quantity, price] = [columnOf(fiche, "Quantité"), columnOf(fiche, "Prix unitaire")];
    let edits = 0;
    fiche.rows.forEach(({ cells }, row) =>
      cells.slice(quantity, fiche.print.area.lastColumn + 1).forEach((cell, index) => {
        const column = quantity + index;
        if (typeof cell?.value !== "number" || column === price) return;
        edits += 1;
        const typed = new Map([[`${fiche.name}!${row},${column}`, cell.value + 1]]);
        const stale = wordsOf(fiche, new Spreadsheet(models, typed)).filter(({ written, now }) => written === now);
        expect([cellName(row, column), stale]).toEqual([cellName(row, column), []]);
      }),
    );
    expect(edits).toBeGreaterThan(3);
  });

  test("the mark is where the sum is, and beside what is printed", () => {
    const models = documents["of one school"]!;
    const fiche = models.find(({ name }) => name === "Fiche Chalezeule")!;
    const said = (typed: Map<string, number>) => {
      const book = new Spreadsheet(models, typed);
      const row = fiche.rows.findIndex(({ cells }) => String(cells[0]?.value).startsWith("Quote-part que la CAGB"));
      return [0, fiche.print.area.lastColumn + 1].map((column) => book.value(fiche.name, row, column));
    };
    const quantity = columnOf(fiche, "Quantité");
    const row = fiche.rows.findIndex(({ cells }) => cells[quantity]?.value === 14);
    const mark = "Montant modifié à la main\u00a0: voir Contrôles";
    expect(said(new Map())).toEqual(["Quote-part que la CAGB vous demandera de rembourser", "Montants inchangés"]);
    expect(said(new Map([[`${fiche.name}!${row},${quantity}`, 13]]))).toEqual([mark, mark]);
  });
});
