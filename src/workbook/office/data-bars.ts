import type { DataBars } from "../../documents";

/**
 * Puts bars behind the numbers of a sheet that has none. They are drawn where they stay, not where the content is built:
 * whether a copy carries them, or adds them to others, then matters to what is undone alone.
 */
export function addDataBars(sheet: Excel.Worksheet, models: readonly DataBars[]): void {
  // The last one added comes first.
  for (const { column, firstRow, lastRow, fill, line } of [...models].reverse()) {
    const cells = sheet.getRangeByIndexes(firstRow, column, lastRow - firstRow + 1, 1);
    const { dataBar } = cells.conditionalFormats.add("DataBar");
    dataBar.positiveFormat.gradientFill = false;
    dataBar.positiveFormat.fillColor = `#${fill}`;
    dataBar.positiveFormat.borderColor = `#${line}`;
    dataBar.lowerBoundRule = { type: "Number", formula: "0" };
    // Of bounds that Excel is to find by itself, it draws one bar only.
    dataBar.upperBoundRule = { type: "HighestValue" };
  }
}
