import type { Decimal } from "decimal.js";
import type { Commune } from "../../tariff";
import { sum } from "../totals";
import type { Change } from "./pair-lines";
import type { Rectification, RectificationWay, RectifiedLine } from "./rectify";

/** The lines of a share that decrease, or increase, and their total, which is never negative. */
interface ShareChange {
  readonly way: RectificationWay;
  readonly lines: readonly RectifiedLine[];
  readonly total: Decimal;
}

/** Returns by how much lines of a share change it: what falls is negative. */
export function changeOf({ way, total }: ShareChange): Decimal {
  return way === "reduction" ? total.neg() : total;
}

/** A commune's share in an issued statement, and its correction. */
export interface RectifiedShare {
  readonly commune: Commune;
  readonly due: Change;
  /** The amount that the debtor pays for the commune, before and after. */
  readonly cagb: Change;
  /** The decreases, then the increases; at least one. */
  readonly changes: readonly ShareChange[];
  /** The total of its other lines, the same before and after. */
  readonly unchanged: Decimal;
}

const ways = ["reduction", "complement"] as const satisfies readonly RectificationWay[];

/** Returns the communes whose share changes on some line, by name. */
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
