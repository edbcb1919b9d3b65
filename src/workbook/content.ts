import type { ModelCell } from "../documents";
import { valueIn } from "./model-value";

/** What a cell holds, as Excel's own `formulas` says it: a formula with its `=`, a constant, an empty text for a blank. */
export type Content = string | number | boolean;

/** What a model's cell holds in a workbook of that date system. */
export function contentOf(cell: ModelCell | null | undefined, date1904: boolean): Content {
  if (cell === null || cell === undefined) return "";
  return cell.formula === undefined ? (valueIn(cell, date1904) ?? "") : `=${cell.formula}`;
}

/** A content so written that what Excel or a file spells in its own way is the same, and nothing else is. */
export function plainContent(content: unknown): string {
  switch (typeof content) {
    case "number":
      // A file keeps fewer figures than a computer.
      return `n${Number(content.toPrecision(significantFigures))}`;
    case "boolean":
      return `b${content}`;
    case "string":
      if (content === "") return "";
      return content.startsWith("=") ? plainFormula(content) : `t${content.replace(/\r\n?/g, "\n")}`;
    default:
      return "";
  }
}

const significantFigures = 12;

/**
 * Sheets' names are left out: Excel quotes them where it must only, and a sheet that is renamed changes every formula that
 * leads to it.
 */
function plainFormula(formula: string): string {
  return formula
    .replace(/(?:'(?:[^']|'')*'|[\p{L}\p{N}_.]+)!/gu, "!")
    .replace(/\s+/g, "")
    .toUpperCase();
}
