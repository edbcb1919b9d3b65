import type { SheetModel } from "../documents";

interface Spot {
  readonly model: SheetModel;
  readonly row: number;
  readonly column: number;
}

/** What a term of a sum is called: by what tells it from the others, its sheet, its row's label or its column's heading. */
export function labelOf(spot: Spot, all: readonly Spot[]): string {
  const [first] = all;
  const one = (key: "row" | "column") => all.every((other) => other[key] === first?.[key]);
  const oneSheet = all.every(({ model }) => model === first?.model);
  const parts = [
    ...(oneSheet ? [] : [spot.model.name]),
    ...(oneSheet && one("row") ? [] : [rowLabel(spot)]),
    ...(oneSheet && !one("row") && one("column") ? [] : [heading(spot)]),
  ];
  return parts.filter((part) => part !== "").join(", ");
}

/** The first text of its row. */
function rowLabel({ model, row }: Spot): string {
  const label = model.rows[row]?.cells.find((cell) => typeof cell?.value === "string")?.value;
  return typeof label === "string" ? label.trim() : "";
}

/** The nearest text above it in its column. */
function heading({ model, row, column }: Spot): string {
  for (let above = row - 1; above >= 0; above -= 1) {
    const value = model.rows[above]?.cells[column]?.value;
    if (typeof value === "string") return value.trim();
  }
  return "";
}
