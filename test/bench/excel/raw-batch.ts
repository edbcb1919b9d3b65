import { finish } from "../../../src/cells";
import type { SheetModel } from "../../../src/documents";
import { columnsOf, inputOf, numberFormatOf } from "../../../src/workbook/office/write-cells";
import { drawStyle, styleAreas } from "../../../src/workbook/office/style-areas";
import { askDifferences } from "../../../src/workbook/office/commit";

/** Bytes that one `Excel.run` may send, by a guess on the high side: Excel on the web takes 5 MB. */
const mostBytes = 4_000_000;
const bytesPerStyle = 1_800;

/**
 * The least that writes the same cells: the sheets added, then contents, number formats and looks of each, and a
 * calculation. Nothing is read back, kept, laid out, linked, named or drawn. One batch, or as many as bytes ask for.
 */
export async function writeRaw(models: readonly SheetModel[]): Promise<void> {
  await Excel.run(async (context) => {
    const { worksheets, application } = context.workbook;
    // First of all: formulas of some lead to others.
    const sheets = models.map(({ name }) => worksheets.add(name));
    let bytes = 0;
    for (const [index, model] of models.entries()) {
      const drawn = drawingOf(model);
      if (bytes > 0 && bytes + drawn.bytes > mostBytes) {
        await context.sync();
        bytes = 0;
      }
      bytes += drawn.bytes;
      drawn.on(sheets[index]!);
    }
    application.calculate("Recalculate");
    await context.sync();
  });
}

function drawingOf(model: SheetModel): { readonly bytes: number; on(sheet: Excel.Worksheet): void } {
  const width = columnsOf(model);
  const matrix = <T>(take: (cell: SheetModel["rows"][number]["cells"][number]) => T): T[][] =>
    model.rows.map(({ cells }) => Array.from({ length: width }, (_, column) => take(cells[column] ?? null)));
  const formats = matrix(numberFormatOf);
  const formulas = matrix((cell) => inputOf(cell, { offset: 0, date1904: false }));
  const areas = finish(styleAreas([{ model, top: 0 }])).flatMap(({ style, addresses }) =>
    addresses.map((address) => ({ style, address })),
  );
  return {
    bytes:
      JSON.stringify([formats, formulas]).length +
      areas.reduce((sum, { address }) => sum + address.length + bytesPerStyle, 0),
    on(sheet) {
      const range = sheet.getRangeByIndexes(0, 0, model.rows.length, width);
      range.numberFormat = formats;
      range.formulas = formulas;
      for (const { style, address } of areas) drawStyle(sheet.getRanges(address), style);
    },
  };
}

/** Throws where the sheets in the workbook do not show what the models say: what is compared would not be the same work. */
export async function checkShown(models: readonly SheetModel[]): Promise<void> {
  const difference = await Excel.run(async (context) => {
    const ask = askDifferences(context.workbook, models, false);
    await context.sync();
    return ask();
  });
  if (difference !== null) throw new Error(`Not the same cells: ${JSON.stringify(difference)}`);
}
