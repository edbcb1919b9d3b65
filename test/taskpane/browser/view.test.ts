import { writeXlsx } from "hucre/xlsx";
import { ChosenCell, placeOfLink } from "../../../src/taskpane/browser/view";
import { heldIn } from "../../workbook/in-page/held-session";

/** Communes in column A, the first over three rows; a title over the whole of the first. */
async function chosenIn(): Promise<ChosenCell> {
  const rows = [
    ["Parc", null, null],
    ["Amagney", "École primaire", 10],
    [null, "École maternelle", 4],
    [null, "École élémentaire", 6],
    ["Audeux", "École primaire", 8],
  ];
  const merges = [
    { startRow: 0, startCol: 0, endRow: 0, endCol: 2 },
    { startRow: 1, startCol: 0, endRow: 3, endCol: 0 },
  ];
  const held = await heldIn(await writeXlsx({ sheets: [{ name: "Parc", rows, merges }] }), "parc.xlsx");
  return new ChosenCell(held);
}

describe("a cell that is merged with others", () => {
  test("is their first one, which alone has a value, wherever the pane or a link leads", async () => {
    const chosen = await chosenIn();
    const view = chosen.asView();
    const led = ["A3", "A4", "C1", "A2", "B3", "A5"].map((cell) => {
      view.show("Parc", cell);
      return view.selected().cell;
    });
    expect(led).toEqual(["A2", "A2", "A1", "A2", "B3", "A5"]);
  });

  test("is left downwards by what is under all of them", async () => {
    const chosen = await chosenIn();
    const below = [
      { row: 2, column: 0 },
      { row: 0, column: 1 },
      { row: 1, column: 1 },
    ].map((cell) => {
      chosen.show("Parc", cell);
      return chosen.placeBelow;
    });
    expect(below).toEqual([
      { row: 4, column: 0 },
      { row: 1, column: 0 },
      { row: 2, column: 1 },
    ]);
  });
});

test.each<[string, ReturnType<typeof placeOfLink>]>([
  ["'Parc 01.11.2014'!E12", { sheet: "Parc 01.11.2014", cell: { row: 11, column: 4 } }],
  ["#Parc!$E$12", { sheet: "Parc", cell: { row: 11, column: 4 } }],
  ["'Parc d''écoles'!A1", { sheet: "Parc d'écoles", cell: { row: 0, column: 0 } }],
  ["Parc!A1:B2", null],
  ["ORDICLASSE_TITRE", null],
])("the link %s leads to a cell, or is none to follow", (location, place) => {
  expect(placeOfLink(location)).toEqual(place);
});
