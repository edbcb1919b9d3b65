import { Decimal } from "decimal.js";
import type { School } from "../../inventory";
import { formatAmount } from "../../money";
import type { Commune, Nature, Payer, TariffRow } from "../../tariff";
import { compareCommunes, compareNames, natures, payers } from "../order";
import type { Line, Statement } from "../statement";
import { sum } from "../totals";
import { addChanges, changesByPayer, type Change } from "./change";

/**
 * What the correction of a titre is: `complement` adds to it, `reduction` cancels a part of it, `cancellation` the whole;
 * `balanced` moves amounts between debtors, the total staying; `none` changes no line.
 */
export type RectificationKind = "complement" | "reduction" | "cancellation" | "balanced" | "none";

/** A line that the correction changes, adds (`issued` null) or takes away (`corrected` null). */
export interface RectifiedLine {
  readonly school: School;
  readonly tariff: TariffRow;
  readonly nature: Nature;
  readonly payer: Payer;
  readonly issued: Line | null;
  readonly corrected: Line | null;
  readonly difference: Decimal;
}

export interface RectifiedCommune {
  readonly commune: Commune;
  readonly byPayer: Readonly<Record<Payer, Change>>;
  readonly total: Change;
  readonly lines: readonly RectifiedLine[];
}

/** What an issued statement becomes: new lines that name the old ones, which stay as they were issued. */
export interface Rectification {
  readonly issued: Statement;
  readonly corrected: Statement;
  readonly kind: RectificationKind;
  readonly byPayer: Readonly<Record<Payer, Change>>;
  readonly total: Change;
  /** By name; only communes that have a line changed. */
  readonly communes: readonly RectifiedCommune[];
  /** The others, which nothing changes. */
  readonly unchanged: { readonly count: number; readonly byPayer: Readonly<Record<Payer, Decimal>> };
}

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
