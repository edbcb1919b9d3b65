import { formatAmount } from "../money";
import type { Statement } from "../statement";
import { basesOf, type Basis } from "./bases";
import { creditLine } from "./credit-line";
import { toCsv, type CsvField } from "./csv";
import { debtor } from "./parties";
import { label, objectLimit, stateFileName, stateReference } from "./titre-labels";

const headings = [
  "exercice",
  "tiers (SIRET à confirmer)",
  "libellé",
  "chapitre",
  "fonction",
  "nature",
  "code ligne",
  "service",
  "montant",
  "référence état",
  "pièce",
];

/**
 * The titre's lines for a finance package, as CSV: one for each base of the liquidation that is billed, all on the credit
 * line of the act. Their amounts add up to the titre's.
 */
export function titreCsv(statement: Statement): string {
  const { campaign } = statement;
  const billed = basesOf(statement).filter(({ isBilled }) => isBilled);
  const rows = billed.map((basis): CsvField[] => [
    String(campaign.year),
    debtor.siretToConfirm,
    labelOf(basis, campaign.year),
    ...creditLine.map(({ code }) => code),
    basis.amount,
    stateReference(campaign),
    stateFileName(campaign),
  ]);
  return toCsv([headings, ...rows]);
}

/** « ORDICLASSE 2014 - MAINTENANCE - POSTE CLIENT STANDARD - 22 X 36,86 - QUOTES-PARTS COMMUNES ». */
function labelOf({ tariff, nature, payer, units, price, isProduct }: Basis, year: number): string {
  const product = `${units} X ${formatAmount(price).replace(".", ",")}`;
  const parts = [
    `ORDICLASSE ${year}`,
    nature,
    tariff.prestation,
    ...(isProduct ? [product] : []),
    payer === "cagb" ? "PART CAGB" : "QUOTES-PARTS COMMUNES",
  ];
  return label(parts.join(" - "), objectLimit);
}
