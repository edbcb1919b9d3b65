import { format } from "numfmt";
import type { ModelCell } from "./model";

/** Returns a cell's value as a French spreadsheet shows it: « 1 790,50 € », « 01/11/2014 », « VRAI ». */
export function shownValue({ value, style }: ModelCell): string {
  if (value === null) return "";
  if (typeof value === "boolean") return value ? "VRAI" : "FAUX";
  if (typeof value === "string") return value;
  return format(style?.numberFormat ?? "General", value, { locale: "fr" });
}
