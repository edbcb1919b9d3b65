/** A part of the credit line, by the heading that a finance package has for it. */
interface CreditPart {
  readonly heading: "Chapitre" | "Fonction" | "Nature" | "Code ligne" | "Service";
  readonly code: string;
  /** Of the M14 chart of accounts; the city's own codes have none. */
  readonly label: string;
}

const localCode = "Code local, propre à la Ville (à confirmer)";

/** The credit line of the deliberation, 70.020.70876.004839.10100, whose last two parts are the city's own. (decisions §3) */
export const creditLine: readonly CreditPart[] = [
  { heading: "Chapitre", code: "70", label: "Produits des services, du domaine et ventes diverses" },
  { heading: "Fonction", code: "020", label: "Administration générale de la collectivité" },
  { heading: "Nature", code: "70876", label: "Remboursement de frais par le GFP de rattachement" },
  { heading: "Code ligne", code: "004839", label: localCode },
  { heading: "Service", code: "10100", label: localCode },
];

export const creditLineCode = creditLine.map(({ code }) => code).join(".");
