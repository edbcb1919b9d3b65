import { finish } from "../../../src/cells";
import type { CellStyle, ModelCell, SheetModel } from "../../../src/documents";
import { heightAreas, styleAreas } from "../../../src/workbook/office/style-areas";
import { ficheModel } from "../files/models";

const cell = (style?: CellStyle, link?: ModelCell["link"]): ModelCell => ({
  value: "x",
  ...(style === undefined ? {} : { style }),
  ...(link === undefined ? {} : { link }),
});
const model = (rows: SheetModel["rows"]) => ficheModel("titre", "Titre", { rows });
const areas = (...models: SheetModel[]) =>
  finish(styleAreas(models.map((one, index) => ({ model: one, top: index * 100 })))).map(({ style, addresses }) => [
    style,
    addresses,
  ]);

describe("cells that look alike are dressed together", () => {
  const bold = { bold: true };

  test("cells that look alike are formatted together across a row, down a column, and over all documents, whatever their number formats", () => {
    const money = { bold: true, numberFormat: "0.00" };
    const block = [{ cells: [cell(bold), cell(money)] }, { cells: [cell({ bold: true }), cell(bold)] }];
    expect(areas(model(block), model(block))).toEqual([[bold, ["A1:B2,A101:B102"]]]);
  });

  test("row by row where a line runs above or below, cell by cell where one stands between", () => {
    const under = { borders: { bottom: "hair" } } as const;
    const beside = { borders: { left: "thin" } } as const;
    expect(areas(model([{ cells: [cell(under), cell(under)] }, { cells: [cell(under), cell(under)] }]))).toEqual([
      [under, ["A1:B1,A2:B2"]],
    ]);
    expect(areas(model([{ cells: [cell(beside), cell(beside)] }]))).toEqual([[beside, ["A1,B1"]]]);
  });

  test("a linked cell is styled apart, even without a style, because Excel styles it first", () => {
    const link = { sheet: "Parc", cell: "A1" };
    expect(areas(model([{ cells: [cell(bold), cell(bold, link), cell(undefined, link), cell(), null] }]))).toEqual([
      [bold, ["A1"]],
      [{ bold: true, linked: true }, ["B1"]],
      [{ linked: true }, ["C1"]],
    ]);
  });

  test("cells that look alike are formatted in addresses that Excel does not cut, and none is lost", () => {
    const rows = Array.from({ length: 5000 }, (_, row) => ({ cells: [row % 2 === 0 ? cell(bold) : null] }));
    const [group] = finish(styleAreas([{ model: model(rows), top: 0 }]));
    expect(Math.max(...group!.addresses.map(({ length }) => length))).toBeLessThanOrEqual(8192);
    expect(group!.addresses.join().split(",")).toEqual(
      rows.flatMap((_, row) => (row % 2 === 0 ? [`A${row + 1}`] : [])),
    );
  });
});

test("rows of one height are set together", () => {
  const rows = [{ cells: [], height: 24 }, { cells: [] }, { cells: [], height: 24 }, { cells: [], height: 30 }];
  expect(heightAreas([{ model: model(rows), top: 10 }])).toEqual([
    { height: 24, addresses: ["11:11,13:13"] },
    { height: 30, addresses: ["14:14"] },
  ]);
});
