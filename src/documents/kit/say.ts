import { inNouns, type Noun, type Nouns, type Speech } from "../../messages";
import { claimantOf, elides, type Campaign, type Payer } from "../../tariff";

/**
 * Writes a text in the nouns of a convention: the parts that depend on them are in brackets, as in 2014: say`Part [de
 * la CAGB], ${name}`; the values of a template are unchanged.
 */
export type Say = (text: string | TemplateStringsArray, ...filled: readonly (string | number)[]) => string;

function sayWith(nouns: Nouns): Say {
  return (text, ...filled) =>
    [text]
      .flat()
      .map((part, index) => inNouns(part, nouns, "fr") + String(filled[index] ?? ""))
      .join("");
}

/** Returns the speech of messages in the documents of a campaign. */
export function speechIn({ convention }: Pick<Campaign, "convention">): Speech {
  return { language: "fr", nouns: convention.nouns };
}

/** Returns the function that writes texts in the nouns of a campaign's convention. */
export function sayIn({ convention }: Pick<Campaign, "convention">): Say {
  return sayWith(convention.nouns);
}

/** Returns the same function with full names of parties: « la Communauté d’agglomération du Grand Besançon ». */
export function sayInFull({ convention }: Pick<Campaign, "convention">): Say {
  const { nouns, creditor } = convention;
  const called = (noun: Noun, name: string): Noun => ({ ...noun, singular: name, elides: elides(name) });
  const debtor = called(nouns.debtor, claimantOf(convention).name);
  return sayWith({ ...nouns, creditor: called(nouns.creditor, creditor.name), debtor });
}

/** The short names of payers. */
const payerNames: Readonly<Record<Payer, string>> = { cagb: "[CAGB]", commune: "[Commune]" };

/** Returns the name of the payer of a price: « CAGB » or « Commune ». */
export function payerName(payer: Payer, say: Say): string {
  return say(payerNames[payer]);
}

/** The names of the parts of a titre, by their final payer. */
export const partNames: Readonly<Record<Payer, string>> = {
  cagb: "Part [de la CAGB]",
  commune: "Quotes-parts [des communes]",
};
