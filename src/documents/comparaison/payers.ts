import type { Payer } from "../../tariff";

/** The communes' parts first: they are what is discussed. */
export const bothPayers = ["commune", "cagb"] as const satisfies readonly Payer[];
