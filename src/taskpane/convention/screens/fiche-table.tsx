import { shownValue, type CellStyle, type ModelCell, type SheetModel } from "../../../documents";
import { useDraft } from "./draft-context";

/** Draws a document as it is printed: its cells and their main styles. */
export function FicheTable({ model }: { readonly model: SheetModel }) {
  const { price } = useDraft();
  const { lastRow, lastColumn } = model.print.area;
  // A narrow column keeps its amounts on a line.
  const widths = model.widths.slice(0, lastColumn + 1).map((width) => width + 6);
  const whole = widths.reduce((sum, width) => sum + width, 0);
  return (
    <table class="fiche" lang="fr">
      <caption class="unseen">{model.name}</caption>
      <colgroup>
        {widths.map((width, column) => (
          <col key={column} width={`${Math.round((100 * width) / whole)}%`} />
        ))}
      </colgroup>
      <tbody>
        {model.rows.slice(0, lastRow + 1).map(({ cells }, row) => {
          const placed = placedCells(cells, widths.length);
          const areTitles = model.outline?.get(row) === "titles";
          const isEdited = price !== null && placed[0]?.cell?.value === price;
          return (
            <tr key={row} class={isEdited ? "edited" : undefined}>
              {placed.map(({ cell, span }, at) => {
                const text = cell === null ? "" : shownValue(cell);
                const look = lookOf(cell);
                return areTitles && text !== "" ? (
                  <th key={at} scope="col" colSpan={span} class={look}>
                    {text}
                  </th>
                ) : (
                  <td key={at} colSpan={span} class={look}>
                    {text}
                  </td>
                );
              })}
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

interface PlacedCell {
  readonly cell: ModelCell | null;
  readonly span: number;
}

/**
 * Returns the cells of a row with the number of columns that each spans: a text overflows into the blank cells beside
 * it, those before it when it is right-aligned, those after it otherwise.
 */
function placedCells(cells: readonly (ModelCell | null)[], width: number): PlacedCell[] {
  const placed: PlacedCell[] = [];
  let blanks = 0;
  for (let column = 0; column < width;) {
    const cell = cells[column] ?? null;
    const span = Math.min(cell?.span ?? 1, width - column);
    column += span;
    if ((cell?.value ?? null) === null && span === 1 && placed.length > 0) {
      blanks += 1;
      continue;
    }
    const isRight = typeof cell?.value === "string" && cell.style?.align === "right";
    if (!isRight) widen(placed, blanks);
    placed.push({ cell, span: isRight ? span + blanks : span });
    blanks = 0;
  }
  widen(placed, blanks);
  return placed;
}

/** Gives the last cell columns that are blank: to a text, or to a blank cell beside a number. */
function widen(placed: PlacedCell[], columns: number): void {
  const last = placed.at(-1);
  if (last === undefined || columns === 0) return;
  if (typeof last.cell?.value === "number") placed.push({ cell: null, span: columns });
  else placed[placed.length - 1] = { ...last, span: last.span + columns };
}

/** The colours of documents that have a meaning: amounts due, titles and totals, notes. */
const looks: Readonly<Record<string, string>> = {
  "1F3864": "due",
  D9D9D9: "shaded",
  EDEDED: "shaded",
  "595959": "grey",
};

function lookOf(cell: ModelCell | null): string | undefined {
  const { bold, size = 11, align, fill, color, borders }: CellStyle = cell?.style ?? {};
  const isRight = align === "right" || (align === undefined && typeof cell?.value === "number");
  const classes = [
    fill === undefined ? (color === undefined ? undefined : looks[color]) : looks[fill],
    bold === true && "strong",
    isRight && "right",
    typeof cell?.value === "number" && "number",
    size > 14 && "large",
    borders?.bottom !== undefined && "underlined",
  ].filter((one) => typeof one === "string");
  return classes.length === 0 ? undefined : classes.join(" ");
}
