import { formatAmount } from "../../src/money";
import type { Preview } from "../../src/taskpane/state/preview";

/** The titre's two parts and its total, by their digits. */
export function amountsOf({ statement: { cagb, communes, total } }: Preview) {
  return { cagb: formatAmount(cagb), due: formatAmount(communes), total: formatAmount(total) };
}
