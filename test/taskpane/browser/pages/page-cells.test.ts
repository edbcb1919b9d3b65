import type { SheetModel } from "../../../../src/documents";
import { layOut } from "../../../../src/pdf";
import { linkFrom, rowsOfPage } from "../../../../src/taskpane/browser/pages/page-cells";
import { writeGenerated } from "../../../../src/workbook";
import { readLooks } from "../../../../src/workbook/files";
import { full, sheetsOf } from "../../../documents/fixtures";
import { openedFile } from "../../../opened-file";
import { smallWorkbook, amagney } from "../../../cli/small-workbook";

/** The documents of a campaign, and their workbook as it is read again from its file. */
async function written(models: readonly SheetModel[] = sheetsOf(full)) {
  const bytes = await writeGenerated(await openedFile(await smallWorkbook([amagney]), "parc.xlsx"), models);
  const { cells } = await openedFile(bytes, "parc.xlsx");
  const looks = readLooks(bytes);
  const read = ({ name }: SheetModel) => ({
    sheet: cells.sheets.find((sheet) => sheet.name === name)!,
    look: looks.sheet(name)!,
  });
  return { models, read };
}

test("each document read from its file has the pages that its PDF has, row for row", async () => {
  const { models, read } = await written();
  const rounded = (layout: unknown) =>
    JSON.stringify(layout, (_, value: unknown) => (typeof value === "number" ? Math.round(value * 1000) : value));
  for (const model of models) {
    const { printed } = read(model).look;
    expect([model.name, rounded(layOut(printed!))]).toEqual([model.name, rounded(layOut(model))]);
    expect([printed!.print.header, printed!.print.footer]).toEqual([model.print.header, model.print.footer]);
  }
});

test("a status that a file writes at the top of each page, and across it, is at the top of the page, once", async () => {
  const models = sheetsOf(full).map((model): SheetModel => {
    const [left, , right] = model.print.header;
    return { ...model, print: { ...model.print, header: [left, "PROVISOIRE · À NE PAS ÉMETTRE", right] } };
  });
  const { read } = await written(models);
  for (const model of models) expect(read(model).look.printed!.print.header).toEqual(model.print.header);
});

test("a page of a document has every cell that says something in sight, once, within the columns that are printed", async () => {
  const { models, read } = await written();
  for (const model of models) {
    const { sheet, look } = read(model);
    const layout = layOut(look.printed!);
    const rows = layout.pages.flatMap((_, page) => rowsOfPage(sheet, look, layout, page));
    const shown = rows.filter(({ isRepeated }) => !isRepeated).flatMap(({ cells }) => cells);
    const said = shown.filter(({ row, column }) => (sheet.rows[row]?.[column] ?? null) !== null);
    const { lastRow, lastColumn } = model.print.area;
    const expected = model.rows
      .slice(0, lastRow + 1)
      .flatMap(({ cells }) => cells.slice(0, lastColumn + 1).filter((_, column) => model.widths[column] !== 0))
      .filter((cell) => cell !== null && cell.value !== null && cell.value !== "");
    expect([model.name, said.length]).toEqual([model.name, expected.length]);
    const end = layout.edges.at(-1)!;
    expect(shown.filter(({ box }) => box.x < 0 || box.x + box.width > end + 0.01)).toEqual([]);
  }
});

test("an amount of a fiche leads to the cell that it was counted from, told beside what is printed", async () => {
  const { models, read } = await written();
  const fiche = models.find(({ key }) => key.startsWith("fiche-"))!;
  const { look } = read(fiche);
  const { lastColumn } = fiche.print.area;
  const row = fiche.rows.findIndex(({ cells }) =>
    cells.slice(lastColumn + 1).some((cell) => cell?.link !== undefined && cell.link.cell !== "A1"),
  );
  const { sheet, cell } = fiche.rows[row]!.cells.slice(lastColumn + 1).find((one) => one?.link !== undefined)!.link!;
  expect(linkFrom(look, { row, column: lastColumn })).toBe(`'${sheet}'!${cell}`);
  expect(linkFrom({ ...look, printed: null }, { row, column: lastColumn })).toBe("");
});

test("merged cells have the lines of the last ones as well: the box of a party has its two sides", async () => {
  const { models, read } = await written();
  const { sheet, look } = read(models.find(({ key }) => key === "titre")!);
  const [cell] = rowsOfPage(sheet, look, layOut(look.printed!), 0)
    .flatMap(({ cells }) => cells)
    .filter(({ row, column }) => sheet.rows[row]![column] === "Créancier");
  const { row, column, edges } = cell!;
  expect(look.look(row, column)?.edges.right).toBeUndefined();
  expect(
    Object.keys(edges)
      .filter((side) => edges[side as keyof typeof edges] !== undefined)
      .sort(),
  ).toEqual(["left", "right", "top"]);
});
