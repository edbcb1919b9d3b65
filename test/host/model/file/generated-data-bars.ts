import type { DataBars } from "../../../../src/documents";
import type { HostDataBars } from "../state/data-bars";

/** Bars read back as what the documents are made of. Throws where they are drawn as none of theirs are. */
export function dataBarsOf(bars: HostDataBars): DataBars {
  const { sheet, blocks, fill, line, lower, upper } = bars;
  const [block] = blocks;
  const isOurs =
    !bars.hasGradient &&
    !bars.hidesValues &&
    lower.type === "Number" &&
    lower.formula === "0" &&
    upper.type === "HighestValue" &&
    bars.direction === "Context" &&
    bars.axis === "Automatic";
  if (!isOurs || line === null || block === undefined || blocks.length > 1 || block.left !== block.right)
    throw new Error(`Bars in the cells of « ${sheet.name} » are not drawn as those of documents.`);
  return { column: block.left, firstRow: block.top, lastRow: block.bottom, fill, line };
}
