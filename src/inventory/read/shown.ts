import type { Cell } from "../../cells";
import { CellError } from "../../cells";

/** A cell as a message quotes it: what the user sees in French Excel. */
export function shownCell(cell: Cell): string {
  if (cell === null) return "";
  if (cell instanceof CellError) return cell.code;
  if (typeof cell === "boolean") return cell ? "VRAI" : "FAUX";
  return typeof cell === "number" ? String(cell).replace(".", ",") : cell.trim();
}
