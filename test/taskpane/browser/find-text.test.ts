import { cellName, finish, parseCellName, sheetOfValues } from "../../../src/cells";
import { findInSteps } from "../../../src/taskpane/browser/find-text";

const sheet = sheetOfValues("Parc", [
  ["École", "Postes"],
  ["Élémentaire Centre", 12],
  ["Maternelle", null, "école du centre"],
  ["Les Prés", 120],
]);

/** Where one goes on from a cell. */
function find(wanted: string, from: string, by: -1 | 1, hidden: readonly number[] = []): string | null {
  const found = finish(
    findInSteps({
      ...{ sheet, wanted, by, from: parseCellName(from)! },
      textAt: (row, column) => String(sheet.rows[row]![column]),
      isShown: (along, at) => along === "columns" || !hidden.includes(at),
    }),
  );
  return found === null ? null : cellName(found.row, found.column);
}

test("a text is found from cell to cell, forth and back, whatever its accents and its case, from the other end past the last", () => {
  expect(["A1", "C3", "A2"].map((from) => find("ECOLE", from, 1))).toEqual(["C3", "A1", "C3"]);
  expect(["A1", "C3", "C2"].map((from) => find("ecole", from, -1))).toEqual(["C3", "A1", "A1"]);
  expect([find("12", "B2", 1), find("12", "B4", 1), find("centre", "Z99", -1)]).toEqual(["B4", "B2", "C3"]);
});

test("the only cell that shows a text is found from itself; one that is not shown, or a blank text, is not", () => {
  expect([find("maternelle", "A3", 1), find("maternelle", "A3", -1)]).toEqual(["A3", "A3"]);
  expect([find("maternelle", "A1", 1, [2]), find("collège", "A1", 1), find("  ", "A1", 1)]).toEqual([null, null, null]);
});

test("a text hidden under a merge is not found: its cell is not seen", () => {
  const merged = { ...sheet, merges: [{ top: 2, bottom: 2, left: 0, right: 2 }] };
  const found = (wanted: string): unknown =>
    finish(
      findInSteps({
        ...{ sheet: merged, wanted, by: 1, from: { row: 0, column: 0 } },
        textAt: (row, column) => String(sheet.rows[row]![column]),
        isShown: () => true,
      }),
    );
  expect([found("école du centre"), found("maternelle")]).toEqual([null, { row: 2, column: 0 }]);
});
