import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils.js";
import type { Decimal } from "decimal.js";
import { formatAmount } from "../money";
import type { Edition, Split, Statement } from "./statement";

/** What nothing was generated before. */
export const firstEdition: Edition = { version: 1, issued: null, differs: null };

/** Digits that tell the amounts of one generation from another's. */
const digits = 16;

/**
 * Returns a digest of what a statement claims: the amounts of every prestation and of every commune, by nature and payer.
 * Quantities, sources and names do not count.
 */
export function amountsDigest({ byPrestation, byCommune, total }: Statement): string {
  const lines = [
    formatAmount(total),
    ...byPrestation.map(({ tariff, split }) => [tariff.code, ...amountsOf(split)].join(" ")),
    ...byCommune.map(({ commune, split }) => [commune.siren, ...amountsOf(split)].join(" ")),
  ];
  // A commune that nothing is billed to is not told from one without a school.
  const claimed = lines.filter((line) => /[1-9]/.test(line.replace(/^\S+ /, "")));
  return bytesToHex(sha256(utf8ToBytes(claimed.join("\n")))).slice(0, digits);
}

function amountsOf({ installation, maintenance }: Split): string[] {
  const amounts: Decimal[] = [installation.cagb, installation.commune, maintenance.cagb, maintenance.commune];
  return amounts.map(formatAmount);
}
