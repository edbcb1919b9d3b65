import { fold, memoByText } from "../../cells";

/** What a machine's status says of it (decisions §4). */
export type Status = "in-service" | "out" | "stock" | "repair";

const out =
  /\b(reforme|reformee|h ?\.?s\.?|hors service|rebut|rebute|vole|volee|perdu|perdue|retire|retiree|detruit|detruite)(?!\w)/;
const stock = /\b(stock|reserve)\b/;
const waiting = /\ben attente\b/;
const repair = /\b(panne|reparation|pret|prete|sav)\b/;

function read(text: string): Status {
  // « HS, non réparable » is out; « non réformé » is not.
  const folded = fold(text).replace(/\b(?:non|pas)(?: de| en| encore| a)* \w+/g, " ");
  if (out.test(folded)) return "out";
  if (stock.test(folded)) return "stock";
  if (repair.test(folded)) return "repair";
  return waiting.test(folded) ? "stock" : "in-service";
}

/** Reads a machine's status; remembered by text. */
export const readStatus: (text: string) => Status = memoByText(read);
