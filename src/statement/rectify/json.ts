import { formatAmount } from "../../money";
import type { Nature, Payer } from "../../tariff";
import type { Change } from "../change";
import type { Line } from "../types";
import type { Rectification, RectificationKind } from "./types";

type Amount = string;
type ChangeJson = { before: Amount; difference: Amount; after: Amount };
type LineJson = { quantity: number; unitPrice: Amount; amount: Amount };

/** A rectification as plain data, amounts as strings with two decimals; communes and lines are those that change. */
export interface RectificationJson {
  kind: RectificationKind;
  total: ChangeJson;
  cagb: ChangeJson;
  communes: ChangeJson;
  byCommune: Record<string, { name: string; cagb: ChangeJson; due: ChangeJson }>;
  lines: {
    insee: string;
    school: string;
    prestation: string;
    nature: Nature;
    payer: Payer;
    issued: LineJson | null;
    corrected: LineJson | null;
    difference: Amount;
  }[];
}

export function rectificationJson({ kind, total, byPayer, communes }: Rectification): RectificationJson {
  return {
    kind,
    total: changeJson(total),
    cagb: changeJson(byPayer.cagb),
    communes: changeJson(byPayer.commune),
    byCommune: Object.fromEntries(
      communes.map(({ commune, byPayer: its }) => [
        commune.insee,
        { name: commune.name, cagb: changeJson(its.cagb), due: changeJson(its.commune) },
      ]),
    ),
    lines: communes.flatMap(({ commune, lines }) =>
      lines.map(({ school, tariff, nature, payer, issued, corrected, difference }) => ({
        insee: commune.insee,
        school: school.name,
        prestation: tariff.code,
        nature,
        payer,
        issued: lineJson(issued),
        corrected: lineJson(corrected),
        difference: formatAmount(difference),
      })),
    ),
  };
}

function changeJson({ before, difference, after }: Change): ChangeJson {
  return { before: formatAmount(before), difference: formatAmount(difference), after: formatAmount(after) };
}

function lineJson(line: Line | null): LineJson | null {
  if (line === null) return null;
  const { quantity, unitPrice, amount } = line;
  return { quantity, unitPrice: formatAmount(unitPrice), amount: formatAmount(amount) };
}
