import type { Cell } from "../../cells";
import { fold, memoByText } from "../../cells";

export type TotalKind = "subtotal" | "total";

const subtotal = /^s(ous)? ?[/.]? ?-? ?t(otal|otaux|ot)?\b/;
const total = /^(total|totaux|tot|ensemble|cumul|recap|recapitulatif)\b/;
const grand =
  /^(total|totaux|tot|cumul|recap|recapitulatif|ensemble)\.?( (general|generaux|global|agglo|agglomeration|cagb|toutes communes|des communes|communes|final|ecoles|des ecoles))?\s*:?$/;

function read(text: string): TotalKind | null {
  const folded = fold(text);
  if (
    /^s(ous)?[ /.]+t(ot|otal|otaux)?\b/.test(folded) ||
    (subtotal.test(folded) && /^(s\/|sous|st\b|s\.t)/.test(folded) && /tot/.test(folded))
  )
    return "subtotal";
  if (!total.test(folded)) return null;
  if (/^ensemble /.test(folded) && !grand.test(folded)) return null;
  return grand.test(folded) ? "total" : "subtotal";
}

const readOnce = memoByText(read);

/** Numbers and names differ on every row of a register: most are told by their first letter, and not remembered. */
const headsNoTotal = /^[abdf-qu-z0-9]/i;

/** Whether a text heads a subtotal or a total row. */
export function totalKind(text: string): TotalKind | null {
  return headsNoTotal.test(text) ? null : readOnce(text);
}

/** A cell's text, or null where it holds none. */
export function textOf(cell: Cell): string | null {
  return typeof cell === "string" && cell.trim() !== "" ? cell : null;
}
