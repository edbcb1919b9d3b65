import { fold } from "../../cells";
import { copiedCells, copiedTable, eachOnce, type Pasted } from "./copied-table";
import { kindOf } from "./field-kinds";
import { emptyMember } from "./starts";

/** The titles of the column of each field, folded. */
const titlesOf: readonly (readonly [field: string, title: RegExp])[] = [
  ["siren", /siren/],
  ["insee", /insee|^code/],
  ["from", /^(membre )?(du|depuis|a (compter|partir) du)|adhesion|entree/],
  ["to", /jusqu|^au$|dernier jour|retrait|sortie/],
  ["aliases", /^autres? noms?/],
  ["name", /^(noms?( .*)?|communes?|membres?|collectivites?)$/],
];

const titleWords = /\b(siren|insee|noms?|communes?|membres?|collectivites?|adhesion|retrait|dernier jour|membre du)\b/g;

/** A SIREN, or an INSEE code. */
const codes = /^(\d{3} ?\d{3} ?\d{3}|\d[\dAB]\d{3})$/i;

/** Returns the members of a copied list: by its titles, or in the order name, INSEE, SIREN, first and last day. */
export function membersPasted(text: string): Pasted {
  const { lines, titles, unread } = copiedTable(text, titleWords, codes);
  const titled = Array.isArray(titles)
    ? eachOnce(titles.map((title) => titlesOf.find(([, known]) => known.test(fold(title)))?.[0] ?? null))
    : null;
  const fields = titled ?? ["name", "insee", "siren", "from", "to"];
  const items = lines.map((line) => {
    const cells = copiedCells(line, fields);
    const given = Object.entries(cells).map(([field, cell = ""]) => [field, kindOf(`communes.${field}`).read(cell)]);
    // A sheet that holds codes as numbers shows them without their first zero.
    const insee = (cells["insee"] ?? "").replace(/^\d{4}$/, "0$&");
    return { ...emptyMember, ...Object.fromEntries(given), insee };
  });
  const passedOver = Array.isArray(titles) ? titles.filter((title, at) => title !== "" && titled![at] === null) : [];
  return { items, unread, passedOver, isUnclear: false };
}
