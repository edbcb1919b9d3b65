import { CellError, fold, isBlank } from "../cells";
import type { MessageCode } from "../messages";
import type { Nature, Payer } from "../tariff";
import { cellOf } from "./excel-values";
import { Refusal, refusalOfError } from "./refusal";

/** What REPARTITION groups by. */
export type Grouping = "prestation" | "commune" | "school";

const natures = { installation: "installation", maintenance: "maintenance" } satisfies Record<string, Nature>;
const payers = { cagb: "cagb", commune: "commune" } satisfies Record<string, Payer>;
const groupings = { prestation: "prestation", commune: "commune", ecole: "school" } satisfies Record<string, Grouping>;

/** `Installation` or `Maintenance`. */
export function natureArgument(value: unknown): Nature | Refusal {
  return choice(value, natures, "function-bad-nature") ?? new Refusal("#VALUE!", "function-bad-nature");
}

/** `CAGB` or `Commune`; null, for both, where it is left out. */
export function payerArgument(value: unknown): Payer | null | Refusal {
  return choice(value, payers, "function-bad-payer");
}

/** `prestation`, where it is left out too, `commune` or `école`. */
export function groupingArgument(value: unknown): Grouping | Refusal {
  return choice(value, groupings, "function-bad-grouping") ?? "prestation";
}

/** One of the words, case and accents apart; null where it is left out. */
function choice<T>(value: unknown, words: Readonly<Record<string, T>>, otherwise: MessageCode): T | null | Refusal {
  const cell = cellOf(value);
  if (cell instanceof CellError) return refusalOfError(cell);
  if (isBlank(cell)) return null;
  const word = typeof cell === "string" ? fold(cell) : "";
  return Object.hasOwn(words, word) ? words[word]! : new Refusal("#VALUE!", otherwise);
}
