import { layoutOf } from "../../../src/workbook/office/layout";
import { previousOf, previousTexts, type PreviousGeneration } from "../../../src/workbook/office/previous-generation";
import { ficheModel } from "../files/models";

test("the previous generation comes back whole from cells that Excel can hold and cannot take for anything else", () => {
  const layout = layoutOf(ficheModel("titre", "Titre"));
  const sheet: PreviousGeneration["sheets"][number] = {
    key: "titre",
    seal: "3:4:1:ABCD",
    name: "Titre d'été 🏫",
    visibility: "Visible" as Excel.SheetVisibility,
    position: 3,
    top: 1,
    rows: 8,
    layout,
    filter: null,
    charts: [],
    chartSources: [],
    references: [{ cell: "A1", formula: "='Fiche L''Haÿ'!E4" }],
  };
  const previous = {
    sheets: Array.from({ length: 90 }, () => sheet),
    names: [{ name: "ORDICLASSE_TITRE", formula: "='T'!$A$1" }],
  };
  const texts = previousTexts(previous);
  expect(texts.length).toBeGreaterThan(1);
  for (const text of texts) expect(text).toMatch(/^\|[\x20-\x7e]{1,32000}$/);
  expect(previousOf(texts)).toEqual(previous);
});
