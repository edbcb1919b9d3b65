import { soundStatement } from "./bill";
import type { InventoryArguments } from "./bill";
import { payerArgument } from "./choices";
import { Refusal } from "./refusal";

/** TITRE: what the Ville claims from the CAGB, in euros, or one payer's part of it. (decisions §3, §6) */
export function titre(given: InventoryArguments, payer: unknown): number | Refusal {
  const part = payerArgument(payer);
  if (part instanceof Refusal) return part;
  const statement = soundStatement(given);
  if (statement instanceof Refusal) return statement;
  const { total, cagb, communes } = statement;
  return (part === null ? total : part === "cagb" ? cagb : communes).toNumber();
}
