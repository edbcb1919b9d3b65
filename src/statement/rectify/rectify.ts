import { Decimal } from "decimal.js";
import type { Commune, Payer } from "../../tariff";
import { addChanges, changesByPayer } from "../change";
import type { Change } from "../change";
import { compareCommunes, compareNames, natures, payers } from "../order";
import { sum } from "../split";
import type { Line, Statement } from "../types";
import type { Rectification, RectificationKind, RectifiedCommune, RectifiedLine } from "./types";

/**
 * The issued statement against the corrected one, of the same campaign: each line that differs by its quantity, its price
 * or its amount, commune by commune. The issued amounts plus the differences are the corrected ones, to the cent.
 */
export function rectify(issued: Statement, corrected: Statement): Rectification {
  if (issued.campaign.year !== corrected.campaign.year) throw new Error("A correction is of the campaign it corrects.");
  const byPayer = changesByPayer(issued.lines, corrected.lines);
  const total = addChanges([byPayer.cagb, byPayer.commune]);
  const rank = rankOf(issued, corrected);
  const all = communesOf(issued, corrected).map((commune): RectifiedCommune => {
    const its = (statement: Statement) => statement.lines.filter((line) => isOf(line, commune));
    const parts = changesByPayer(its(issued), its(corrected));
    const lines = changedLines(its(issued), its(corrected)).sort(rank);
    return { commune, byPayer: parts, total: addChanges([parts.cagb, parts.commune]), lines };
  });
  const communes = all.filter(({ lines }) => lines.length > 0);
  const others = all.filter(({ lines }) => lines.length === 0);
  const unchanged = (payer: Payer) => sum(others.map((commune) => commune.byPayer[payer].after));
  return {
    issued,
    corrected,
    kind: kindOf(total, communes.length > 0),
    byPayer,
    total,
    communes,
    unchanged: { count: others.length, byPayer: { cagb: unchanged("cagb"), commune: unchanged("commune") } },
  };
}

function kindOf({ after, difference }: Change, hasLines: boolean): RectificationKind {
  if (difference.isZero()) return hasLines ? "balanced" : "none";
  if (difference.isPositive()) return "complement";
  return after.isZero() ? "cancellation" : "reduction";
}

function communesOf(issued: Statement, corrected: Statement): Commune[] {
  const lines = [...issued.lines, ...corrected.lines];
  return [...new Map(lines.map(({ commune }) => [commune.insee, commune])).values()].sort(compareCommunes);
}

function isOf(line: Line, commune: Commune): boolean {
  return line.commune.insee === commune.insee;
}

function changedLines(issued: readonly Line[], corrected: readonly Line[]): RectifiedLine[] {
  const [before, after] = [byIdentity(issued), byIdentity(corrected)];
  return [...new Set([...before.keys(), ...after.keys()])].flatMap((key) => {
    const [old, now] = [before.get(key) ?? null, after.get(key) ?? null];
    if (old !== null && now !== null && isSame(old, now)) return [];
    const { school, tariff, nature, payer } = (now ?? old)!;
    const difference = (now?.amount ?? none).minus(old?.amount ?? none);
    return [{ school, tariff, nature, payer, issued: old, corrected: now, difference }];
  });
}

const none = new Decimal(0);

function byIdentity(lines: readonly Line[]): Map<string, Line> {
  return new Map(
    lines.map((line) => [[line.school.key, line.tariff.code, line.nature, line.payer].join("|"), line] as const),
  );
}

function isSame(old: Line, now: Line): boolean {
  return old.quantity === now.quantity && old.unitPrice.equals(now.unitPrice) && old.amount.equals(now.amount);
}

/** Schools by name, prestations as in the corrected grid, installation before maintenance, CAGB first. */
function rankOf(issued: Statement, corrected: Statement): (a: RectifiedLine, b: RectifiedLine) => number {
  const codes = [...corrected.grid.rows, ...issued.grid.rows].map(({ code }) => code);
  return (a, b) =>
    compareNames(a.school.name, b.school.name) ||
    codes.indexOf(a.tariff.code) - codes.indexOf(b.tariff.code) ||
    natures.indexOf(a.nature) - natures.indexOf(b.nature) ||
    payers.indexOf(a.payer) - payers.indexOf(b.payer);
}
