import { generatedAmounts, splitNames } from "../../src/workbook/generated-names";
import { openActiveWorkbook } from "../../src/workbook/office";
import { sheet } from "../inventory/workbook-of";
import { startExcel, type ExcelInTest } from "./office/excel";
import { generated, townBytes, townFile } from "./office/town";
import { openedFile } from "../opened-file";

let excel: ExcelInTest;
beforeAll(async () => {
  excel = await startExcel(townFile);
});
afterAll(() => excel.close());

test("the amounts of the documents in place are read by their names, through either port", async () => {
  const bytes = await generated(await townBytes({ Beure: 2, Thise: 4 }));
  await excel.open(bytes);
  const reading = await openActiveWorkbook();
  if (!reading.ok) throw new Error(reading.anomaly.code);
  const byFile = (await openedFile(bytes, townFile)).ownAmounts;
  const amounts = (all: typeof byFile) => Object.fromEntries(all.map(({ name, amount }) => [name, amount.toFixed(2)]));
  // Two schools of 40 pupils: 2 × (40 × 5,27 + a pack at 211,00) for the CAGB; 2 and 4 workstations at 36,86 for the communes.
  expect(amounts(byFile)).toEqual({
    ORDICLASSE_CAGB: "843.60",
    ORDICLASSE_COMMUNES: "221.16",
    ORDICLASSE_DU_25058: "73.72",
    ORDICLASSE_DU_25560: "147.44",
    ORDICLASSE_TITRE: "1064.76",
  });
  expect(amounts(reading.workbook.ownAmounts)).toEqual(amounts(byFile));
});

describe("a name gives no amount", () => {
  const ours = sheet("L'état", [[12.5, "texte"]], { generatedKey: "titre" })("parc.xlsx");
  const theirs = sheet("Parc", [[12.5]])("parc.xlsx");
  const amountsOf = (formula: string, name = "ORDICLASSE_TITRE") =>
    generatedAmounts(splitNames([{ name, formula }], new Set([ours.name])), [ours, theirs]);

  it("a name gives an amount only if it leads to a number of a generated sheet, however Excel spells it", () => {
    const found = [{ name: "ORDICLASSE_TITRE", amount: 12.5 }];
    expect(amountsOf("='L''état'!$A$1")).toEqual(found);
    expect(amountsOf("'L''état'!$A$1", "Ordiclasse_Titre")).toEqual(found);
  });

  it.each([
    ["a text", "='L''état'!$B$1"],
    ["a sheet of the user's", "=Parc!$A$1"],
    ["a sheet that is gone", "=#REF!$A$1"],
    ["no cell", '="titre"'],
    ["several cells", "='L''état'!$A$1:$B$1"],
  ])("a name gives no amount when it leads to %s", (_, formula) => expect(amountsOf(formula)).toEqual([]));

  it("a name of the user's gives no amount", () => expect(amountsOf("='L''état'!$A$1", "MON_TITRE")).toEqual([]));
});
