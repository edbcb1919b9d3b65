import { Decimal } from "decimal.js";
import { euros, text } from "../../src/documents/kit/cells";
import { block, type Place } from "../../src/documents/kit/formula";
import { handEdited, HandEdits, unedited } from "../../src/documents/kit/hand-edits";
import { Page } from "../../src/documents/kit/page";
import { campaign } from "../statement/fixtures";
import { Spreadsheet } from "./evaluate";

const pageTexts = { header: ["", "", ""], footer: ["", "", ""] } as const;

/** A page of two amounts, of 1 790,50 € together, under which words say something. */
function pageSaying(words: string, instead?: string) {
  const page = new Page("Feuille", campaign, [20, 20, 20]);
  const edits = new HandEdits();
  const [first, second] = [0, 1].map((row) => ({ sheet: page.sheet, row, column: 0 })) as [Place, Place];
  page.add([euros(new Decimal("1000.50"))]);
  page.add([euros(new Decimal("790"))]);
  const mark = edits.markAt({ sheet: page.sheet, row: 2, column: 2 }, {});
  page.add([edits.guard(text(words), instead), null, mark]);
  edits.watch(block(first, second), new Decimal("1790.50"));
  return page.finish({ key: "titre", orientation: "portrait", ...pageTexts });
}

/** What the words and the mark are once the second amount is what is typed. */
function saidWith(model: ReturnType<typeof pageSaying>, typed?: number) {
  const overrides = new Map(typed === undefined ? [] : [["Feuille!1,0", typed]]);
  const book = new Spreadsheet([model], overrides);
  return [0, 2].map((column) => book.value("Feuille", 2, column));
}

const handEdit = "Montant modifié à la main\u00a0: voir Contrôles";

describe("words that say figures give way once a figure is changed by hand", () => {
  const words = "Mille sept cent quatre-vingt-dix euros et cinquante centimes";

  test("they stay while the figures are what they were, and the mark says that they are", () => {
    expect(saidWith(pageSaying(words))).toEqual([words, unedited]);
    expect(saidWith(pageSaying(words), 790)).toEqual([words, unedited]);
  });

  test("a change of one cent replaces sentences with the mark, or with the words given instead", () => {
    expect([unedited, handEdited]).toEqual(["Montants inchangés", handEdit]);
    expect(saidWith(pageSaying(words), 790.01)).toEqual([handEdit, handEdit]);
    expect(saidWith(pageSaying("17 postes", "Modifié"), 789)).toEqual(["Modifié", handEdit]);
  });

  test("an error in the figures replaces sentences with the mark too", () => {
    expect(pageSaying(words).rows[2]!.cells[2]!.formula).toBe(
      `IF(IFERROR(AND(ROUND(SUM(A1:A2),2)=1790.5),FALSE),"${unedited}","${handEdit}")`,
    );
  });

  test("quotes and texts longer than Excel takes in a formula are whole, in pieces of at most 255 characters", () => {
    const long = `Parc "A" ${'"'.repeat(300)} 😀${"😀".repeat(200)} fin.`;
    const model = pageSaying(long);
    const { formula } = model.rows[2]!.cells[0]!;
    const pieces = formula!.match(/"(?:[^"]|"")*"/g)!;
    expect(Math.max(...pieces.map((piece) => piece.length - 2))).toBeLessThanOrEqual(255);
    expect(saidWith(model)).toEqual([long, unedited]);
    expect(saidWith(model, 0)).toEqual([handEdit, handEdit]);
  });

  test("words whose mark is in no cell are a fault of the document", () => {
    const page = new Page("Feuille", campaign, [20]);
    page.add([new HandEdits().guard(text(words))]);
    expect(() => page.finish({ key: "titre", orientation: "portrait", ...pageTexts })).toThrow(
      "No cell holds the mark",
    );
  });
});
