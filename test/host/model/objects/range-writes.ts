import type { CellBlock } from "../../../../src/cells";
import { HostError, type Wire } from "../../host-object";
import { columnsOf, meets, rowsOf, type Area, type Areas } from "../state/area";
import { copyArea, type CopyKind } from "../state/copy";
import type { Link } from "../state/cell";
import { clearDataBars } from "../state/data-bars";
import { plain, restyled } from "../state/style";
import { eachGiven, mostCells } from "../state/write-cells";
import { oneOf, textOf, type Argument } from "./define";
import { areasFrom } from "./places";
import { restyle } from "./styles-of-areas";

/** An empty text takes the format back to the usual one. */
export function setNumberFormat(area: Area, value: Wire): void {
  eachGiven(area, value, (row, column, format) => {
    const style = area.sheet.grid.style(row, column);
    const numberFormat = textOf(format, "numberFormat") || "General";
    area.sheet.grid.setStyle(row, column, restyled(style, { numberFormat }));
  });
}

/** Links every cell, and gives it the look of a link, as Excel does: a colour and an underline to be changed after. */
export function setHyperlink(area: Area, value: Wire): void {
  const { address, documentReference, screenTip, textToDisplay } = (value ?? {}) as Record<string, Wire>;
  const text = (one: Wire | undefined): string | null => (typeof one === "string" && one !== "" ? one : null);
  const link: Link = { ...leadsTo(text(address), text(documentReference)), tip: text(screenTip) };
  if (link.address === null && link.place === null) throw new HostError("InvalidArgument", "A link leads somewhere.");
  const { grid } = area.sheet;
  for (let row = area.top; row <= area.bottom; row++)
    for (let column = area.left; column <= area.right; column++) {
      grid.setLink(row, column, link);
      const shown = text(textToDisplay) ?? (grid.isFilled(row, column) ? null : (link.address ?? link.place));
      if (shown !== null) grid.setValue(row, column, shown);
    }
  area.sheet.book.changed(area.sheet, area);
  restyle([area], { color: "0563C1", underline: "Single" });
}

/** With both, the place was seen lost (office-scripts-docs-reference 323): a file's is told after its `#`. */
function leadsTo(address: string | null, place: string | null): Omit<Link, "tip"> {
  if (address === null) return { address, place };
  const [file = "", ...rest] = address.split("#");
  return { address: encodeURIComponent(file.replaceAll("%23", "#")), place: rest.length === 0 ? null : rest.join("#") };
}

const clearings = ["All", "Formats", "Contents", "Hyperlinks", "RemoveHyperlinks"] as const;

/** Takes contents, formats or links away. */
export function clearAreas(areas: Areas, applyTo: Argument): void {
  const what = oneOf(applyTo ?? "All", clearings, "applyTo");
  for (const area of areas) {
    const { grid, book } = area.sheet;
    if (what === "All" || what === "Contents") {
      grid.clearContents(area);
      book.changed(area.sheet, area);
    }
    if (what !== "Contents" && what !== "Formats") grid.clearLinks(area);
    if (what === "All" || what === "Formats" || what === "RemoveHyperlinks") grid.restyle(area, () => plain);
    if ((what === "All" || what === "Formats") && !book.formatsStay) clearDataBars(area.sheet, area);
    if (what === "All") area.sheet.merges = area.sheet.merges.filter((block) => !meets(block, area));
  }
}

const copyKinds = ["All", "Formulas", "Values", "Formats", "Link"] as const;

export function copyFrom(
  area: Area,
  source: Argument,
  kind: Argument,
  skipBlanks: Argument,
  transpose: Argument,
): void {
  if (skipBlanks === true || transpose === true)
    throw new HostError("NotImplemented", "copyFrom: skipBlanks, transpose");
  const sources = areasFrom(area.sheet, source);
  if (sources.length !== 1) throw new HostError("NotImplemented", "copyFrom: several areas");
  if (rowsOf(area) * columnsOf(area) > mostCells)
    throw new HostError("OperationCellsExceedLimit", "That is too many cells at once.");
  const copyKind: CopyKind = oneOf(kind ?? "All", copyKinds, "copyType");
  // Formulas are copied, not what they give.
  if (copyKind === "Values") area.sheet.book.calculation.update();
  copyArea(sources[0]!, area, copyKind);
}

export function merge(area: Area, across: Argument): void {
  const { sheet } = area;
  if (sheet.tables.some((table) => meets(table.block, area)))
    throw new HostError("InvalidArgument", "A table has no merged cell.");
  sheet.merges = sheet.merges.filter((block) => !meets(block, area));
  const blocks: CellBlock[] = [];
  if (across === true)
    for (let row = area.top; row <= area.bottom; row++) blocks.push({ ...areaBlock(area), top: row, bottom: row });
  else blocks.push(areaBlock(area));
  for (const block of blocks) {
    if (sheet.book.mergesLoseLooks && !sheet.grid.isFilled(block.top, block.left))
      sheet.grid.restyle(block, () => plain);
    const [formula, value] = [sheet.grid.formula(block.top, block.left), sheet.grid.value(block.top, block.left)];
    sheet.grid.clearContents(block);
    if (formula === undefined) sheet.grid.setValue(block.top, block.left, value);
    else sheet.grid.setFormula(block.top, block.left, formula.text);
    sheet.merges.push(block);
  }
  sheet.book.changed(sheet, area);
}

function areaBlock({ top, left, bottom, right }: Area): CellBlock {
  return { top, left, bottom, right };
}
