import type { Decimal } from "decimal.js";
import type { Commune } from "../../tariff";
import { sum } from "../totals";
import type { Change } from "./pair-lines";
import type { Rectification, RectificationWay, RectifiedLine } from "./rectify";

/** The lines of a share that fall, or rise, and what they come to: never negative. */
export interface ShareChange {
  readonly way: RectificationWay;
  readonly lines: readonly RectifiedLine[];
  readonly total: Decimal;
}

/** What a commune owes of an issued statement, and what a correction makes of it. */
export interface RectifiedShare {
  readonly commune: Commune;
  readonly due: Change;
  /** What the debtor bears of the commune, before and after. */
  readonly cagb: Change;
  /** What falls, then what rises; at least one. */
  readonly changes: readonly ShareChange[];
  /** What its other lines come to, before as after. */
  readonly unchanged: Decimal;
}

const ways = ["reduction", "complement"] as const satisfies readonly RectificationWay[];

/** Returns the communes that owe another amount on some line, by name. */
export function rectifiedShares({ communes, ...rectification }: Rectification): RectifiedShare[] {
  return communes.flatMap(({ commune, byPayer }) => {
    const changes = ways.flatMap((way): ShareChange[] => {
      const piece = rectification[way]?.communes.find((one) => one.commune.insee === commune.insee);
      const lines = (piece?.lines ?? []).filter(({ payer }) => payer === "commune");
      return lines.length === 0 ? [] : [{ way, lines, total: piece!.byPayer.commune }];
    });
    if (changes.length === 0) return [];
    const issued = changes.flatMap(({ lines }) => lines.map((line) => line.issued?.amount ?? zero));
    return [
      {
        commune,
        due: byPayer.commune,
        cagb: byPayer.cagb,
        changes,
        unchanged: byPayer.commune.before.minus(sum(issued)),
      },
    ];
  });
}

const zero = sum([]);
