import type { ModelCell, SheetModel } from "../../../src/documents";
import { writeGenerated } from "../../../src/workbook";
import { ficheModel, recapModel } from "./models";
import { faultsOf, partText } from "./package-check";
import { richWorkbook } from "./rich-workbook";
import { openedFile } from "../../opened-file";

const text = (value: string, rest: Partial<ModelCell> = {}): ModelCell => ({ value, ...rest });

/** The end of the part of a sheet written from the model, after its cells. */
async function endOf(model: SheetModel): Promise<string> {
  const output = await writeGenerated(await openedFile(await richWorkbook(), "parc.xlsm"), [model]);
  expect(faultsOf(output)).toEqual([]);
  const part = partText(output, "xl/worksheets/sheet4.xml");
  return part.slice(part.indexOf("</sheetData>"));
}

const ignored = (part: string) => /<ignoredErrors>(.*?)<\/ignoredErrors>/.exec(part)?.[1] ?? null;

test("Excel puts no green triangle on codes, which are texts made of digits", async () => {
  const rows = [
    [text("Besançon"), text("25056")],
    [text("Chalezeule"), text("25112")],
    [text("Total"), null],
    [text("2024"), text("25388"), text("25056")],
  ].map((cells) => ({ cells }));
  expect(ignored(await endOf(ficheModel("fiche", "Codes", { rows })))).toBe(
    '<ignoredError sqref="A4 B1:B2 B4 C4" numberStoredAsText="1"/>',
  );
});

test("names that Excel marks otherwise stay marked, and a sheet without codes keeps none", async () => {
  const cells = [
    text("2A004"),
    text("25 056"),
    text("12,5"),
    text(""),
    { value: 25056 },
    text("25056", { formula: 'B1&""' }),
    null,
  ];
  expect(ignored(await endOf(ficheModel("fiche", "Sans code", { rows: [{ cells }] })))).toBeNull();
});

test("it stands in the standard's order, beside page breaks, charts and bars", async () => {
  const recap = recapModel("Récap");
  const part = await endOf({ ...recap, rows: [...recap.rows, { cells: [text("25056")] }] });
  const order = [...part.matchAll(/<(pageMargins|headerFooter|rowBreaks|ignoredErrors|drawing|extLst)[ >]/g)];
  expect(order.map(([, name]) => name).slice(-5)).toEqual([
    "headerFooter",
    "rowBreaks",
    "ignoredErrors",
    "drawing",
    "extLst",
  ]);
});
