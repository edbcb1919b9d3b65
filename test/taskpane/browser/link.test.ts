import { placeOfLink } from "../../../src/taskpane/browser/view";

test.each<[string, ReturnType<typeof placeOfLink>]>([
  ["'Parc 01.11.2014'!E12", { sheet: "Parc 01.11.2014", cell: { row: 11, column: 4 } }],
  ["#Parc!$E$12", { sheet: "Parc", cell: { row: 11, column: 4 } }],
  ["'Parc d''écoles'!A1", { sheet: "Parc d'écoles", cell: { row: 0, column: 0 } }],
  ["Parc!A1:B2", null],
  ["ORDICLASSE_TITRE", null],
])("the link %s leads to a cell, or is none to follow", (location, place) => {
  expect(placeOfLink(location)).toEqual(place);
});
