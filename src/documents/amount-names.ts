import type { Convention } from "../tariff";
import { label } from "./finance-names";

/** The names that a workbook gives to the amounts of documents: `ORDICLASSE_TITRE`, `ORDICLASSE_CAGB`… */
export interface AmountNames {
  readonly titre: string;
  readonly debtor: string;
  readonly members: string;
  /** The name of a member's due amount, `ORDICLASSE_DU_25112`. */
  readonly dueOf: (insee: string) => string;
}

/**
 * Returns the names of amounts under a convention, which the user's formulas may contain: each begins with the service,
 * then names the titre, the debtor by its short name, or the members by their noun.
 */
export function amountNamesOf({ service, nouns: { debtor, member } }: Convention): AmountNames {
  const begun = nameText(service);
  // No name of Excel begins with a digit.
  const beginning = /^[A-Z]/.test(begun) ? begun : `_${begun}`;
  const words = ["TITRE", nameText(debtor.singular), nameText(member.plural)];
  // Two parties with the same name have different words.
  const [titre, ofDebtor, ofMembers] = words.map((word, index) =>
    words.indexOf(word) < index ? `${word}_${index + 1}` : word,
  );
  return {
    titre: `${beginning}_${titre}`,
    debtor: `${beginning}_${ofDebtor}`,
    members: `${beginning}_${ofMembers}`,
    dueOf: (insee) => `${beginning}_DU_${insee}`,
  };
}

/** Returns a text as a part of a name of Excel: capitals without accents, figures and underscores. */
function nameText(text: string): string {
  return label(text, longest)
    .replace(/[^A-Z0-9]+/g, "_")
    .replace(/^_|_$/g, "");
}

/** Excel takes 255 characters in a name. */
const longest = 60;
