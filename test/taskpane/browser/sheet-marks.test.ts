import { writeXlsx } from "hucre/xlsx";
import { parseCellName } from "../../../src/cells";
import { marksOf } from "../../../src/taskpane/browser/sheet-marks";
import { pointsIn, rowsWithoutError } from "../../../src/taskpane/browser/sheet-points";
import { createWords } from "../../../src/taskpane/texts/words";
import { pageWords } from "../../../src/messages";
import { amagney, headers } from "../../cli/small-workbook";
import { plain } from "../plain";
import { readIt } from "../../workbook/in-page/held-session";
import { atTheGrid, say } from "./at-the-grid";

/** A title, headings with tablets, a school without fault, one of no commune, one with no number and too many packs, another without fault. */
const rows = [
  ["Parc 2014"],
  [...headers, "Tablettes", "Pack logiciel"],
  [...amagney, null, 1],
  ["Nulle part", "École", 10, 3, 0, null, 1],
  ["Audeux", "École", 10, "beaucoup", 0, null, 2],
  ["Pirey", "École", 10, 3, 0, null, 1],
];

async function readSheet() {
  const page = await atTheGrid(await writeXlsx({ sheets: [{ name: "Parc", rows }] }));
  await readIt(page);
  const { session, held } = page;
  const opened = held.open.cells.sheets[0]!;
  const marks = () => {
    const sheet = held.open.cells.sheets[0]!;
    const points = pointsIn(session.state, sheet);
    const words = createWords("fr", "fr-FR", pageWords);
    const typed = (_: unknown, row: number, column: number) => String(opened.rows[row]?.[column] ?? "");
    const made = marksOf({ state: session.state, sheet, opened, points, words, t: say, typed });
    const at = (cell: string): [number, number] => [parseCellName(cell)!.row, parseCellName(cell)!.column];
    return {
      classes: (cell: string) => made.classesOf(...at(cell)),
      text: (cell: string) => plain(made.textOf(...at(cell))),
      filtered: rowsWithoutError(session.state, sheet, points),
    };
  };
  return { ...page, marks };
}

test("a cell with a point is marked by its severity, and says what is found; headings are marked by what they were taken for", async () => {
  const { marks } = await readSheet();
  const { classes, text } = marks();
  expect(["A4", "D5", "G5", "A3"].map(classes)).toEqual([
    "marked point-error",
    "marked point-error",
    "marked point-warning",
    "",
  ]);
  expect(text("D5")).toBe("À corriger : « beaucoup » n’est pas un nombre (F1 : ouvrir le point).");
  expect(["A2", "B2", "C2", "D2", "F2"].map(classes)).toEqual([
    "heading-place",
    "heading-place",
    "heading-pupils",
    "heading-billed",
    "heading-untariffed",
  ]);
  expect(text("D2")).toContain("Poste client standard");
  expect(text("A1")).toBe("");
});

test("a cell that is not as it was opened is marked, and says what was there, until that is taken back", async () => {
  const { marks, choose, types, editor } = await readSheet();
  choose("D3");
  await types("12");
  choose("E9");
  await types("1");
  const { classes, text } = marks();
  expect([classes("D3"), text("D3"), text("E9")]).toEqual([
    "marked changed",
    "Modifié : « 10 » à l’ouverture.",
    "Modifié : cellule vide à l’ouverture.",
  ]);
  await editor.undo();
  await editor.undo();
  expect([marks().classes("D3"), marks().classes("E9")]).toEqual(["", ""]);
});

test("the filter leaves out the rows of tables that have nothing to correct, and no others; none where nothing is to be corrected", async () => {
  const { marks, choose, types, session, held, ...page } = await readSheet();
  expect([...marks().filtered!]).toEqual([2, 5]);
  for (const [cell, text] of [
    ["A4", "Thise"],
    ["D5", "4"],
  ] as const) {
    choose(cell);
    await types(text);
  }
  await readIt({ ...page, session, held });
  expect(marks().filtered).toBeNull();
});
