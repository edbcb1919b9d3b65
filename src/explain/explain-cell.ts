import type { Billing } from "../billing";
import { CellError, parseCellName, type Cell, type WorkbookCells } from "../cells";
import type { KeyedName } from "../documents";
import { isReadTable } from "../inventory";
import { aboutDocument } from "./document-cell";
import type { About, CellPlace, ChosenCell, Explanation } from "./explanation";
import { aboutSource } from "./source-cell";

interface ExplainRequest {
  readonly billing: Billing;
  /** The workbook that is open, as it was read. */
  readonly workbook: WorkbookCells;
  /** Generated sheets that it holds, under the names they bear. */
  readonly ownSheets: readonly KeyedName[];
  readonly cell: ChosenCell;
}

/**
 * Why a cell of the workbook is what it is: of the inventory, what it was taken for, what is billed with it, or why
 * nothing is; of a document, the product or the sum that gives it, down to the cells of the inventory. A cell that no
 * longer says what was read, or what the campaign gives, is told as changed: explaining it would be a guess.
 */
export function explainCell({ billing, workbook, ownSheets, cell }: ExplainRequest): Explanation {
  const place: CellPlace = { sheet: cell.sheet, otherFile: null, cell: cell.cell };
  const only = (about: About): Explanation => ({ place, from: [], about });
  const at = parseCellName(cell.cell);
  if (at === null) return only({ kind: "nothing", why: "no-table" });
  const own = ownSheets.find(({ name }) => name === cell.sheet);
  if (own !== undefined) {
    const model = billing.sheets.find(({ key }) => key === own.key);
    if (model === undefined || model.key === "journal") return only({ kind: "nothing", why: "other-document" });
    const now = model.rows[at.row]?.cells[at.column]?.value ?? null;
    return sameValue(cell.value, now)
      ? { place, ...aboutDocument(billing, { model, ...at }) }
      : only({ kind: "changed", since: "generation" });
  }
  const sheet = workbook.sheets.find(({ name }) => name === cell.sheet);
  const isRead = billing.reading.mappings.some(
    (mapping) => isReadTable(mapping) && mapping.sheet.otherFile === null && mapping.sheet.name === cell.sheet,
  );
  if (sheet === undefined || !isRead) return only({ kind: "nothing", why: "unread-sheet" });
  if (!sameValue(cell.value, sheet.rows[at.row]?.[at.column] ?? null))
    return only({ kind: "changed", since: "reading" });
  return only(aboutSource(billing, sheet, at) ?? { kind: "nothing", why: "no-table" });
}

/** Amounts to half a cent, since Excel computes them in binary. */
function sameValue(one: Cell, other: Cell): boolean {
  if (typeof one === "number" && typeof other === "number") return Math.abs(one - other) < 0.005;
  if (one instanceof CellError && other instanceof CellError) return one.code === other.code;
  return (one === "" ? null : one) === (other === "" ? null : other);
}
