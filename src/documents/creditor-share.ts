import { formatEuros } from "../money";
import type { Statement } from "../statement";
import { hasDebtorPart } from "./kit/billed";
import type { Say } from "./kit/say";
import { isOneTitre, townOf } from "./kit/texts";

/** Returns whether nothing of a creditor that is a member is left out of its titre. */
export function isCreditorWhole({ besancon, options, campaign }: Statement): boolean {
  const isNothingDue = besancon.cagb.isZero() && besancon.commune.isZero();
  return isNothingDue || (options.besancon === "like-others" && campaign.convention.debtor !== null);
}

/** Returns the amount of the sites of a creditor that is a member, and whether it is claimed, as a sentence. */
export function creditorShare(statement: Statement, say: Say): string {
  const { besancon, options } = statement;
  const inTitre = {
    "like-others": "compris dans le titre",
    "cagb-share-only": say("la part [de la CAGB] seule est comprise dans le titre"),
    "left-out": "laissés hors du titre",
  } as const;
  const part = hasDebtorPart(statement) ? say`${formatEuros(besancon.cagb)} à la charge [de la CAGB] et ` : "";
  const amounts = `${part}${formatEuros(besancon.commune)} de quote-part`;
  return `${townOf(statement)} : ${amounts}, ${inTitre[isOneTitre(statement) ? options.besancon : "left-out"]}.`;
}
