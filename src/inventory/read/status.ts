import { fold, memoByText } from "../../cells";

/** What a machine's status says of it (decisions §4). */
export type Status = "in-service" | "out" | "stock" | "repair";

const out =
  /\b(reforme|reformee|h ?\.?s\.?|hors service|rebut|rebute|vole|volee|perdu|perdue|retire|retiree|detruit|detruite)(?!\w)/;
const stock = /\b(stock|reserve|en attente)\b/;
const repair = /\b(panne|reparation|pret|prete|sav)\b/;

function read(text: string): Status {
  const folded = fold(text);
  if (/\b(non|pas) /.test(folded)) return "in-service";
  if (out.test(folded)) return "out";
  if (stock.test(folded)) return "stock";
  return repair.test(folded) ? "repair" : "in-service";
}

/** Reads a machine's status; remembered by text. */
export const readStatus: (text: string) => Status = memoByText(read);
