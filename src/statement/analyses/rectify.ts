import { Decimal } from "decimal.js";
import type { School } from "../../inventory";
import { formatAmount } from "../../money";
import type { Commune, Nature, Payer, TariffRow } from "../../tariff";
import { compareCommunes, compareNames } from "../order";
import type { Line, Statement } from "../statement";
import { sum } from "../totals";
import { changesOf, GridPair, lineOf, pairBy, priceKey, type Change, type Changes, type LinePair } from "./pair-lines";
/**
 * What the correction of a titre is: `complement` adds to it, `reduction` cancels a part of it, `cancellation` the
 * whole; `both` are to be issued apart where lines rise and others fall; `none` changes no amount.
 */
export type RectificationKind = "complement" | "reduction" | "cancellation" | "both" | "none";

/** What a piece does to the titre: it takes away from it, or adds to it. */
export type RectificationWay = "reduction" | "complement";

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

export interface RectifiedCommune extends Changes {
  readonly commune: Commune;
  readonly lines: readonly RectifiedLine[];
}

/**
 * One of the two pieces that a correction may take: the lines whose amount falls, or those whose amount rises. Its lines all
 * go one way, so that no amount of it hides another: what is owed is liquidated whole (decree 2012-1246, art. 24).
 */
export interface RectificationPiece {
  /** By name; only communes and lines that go that way. */
  readonly communes: readonly PieceCommune[];
  /** What the CAGB bears of it, and what the communes owe of it: never negative. */
  readonly byPayer: Readonly<Record<Payer, Decimal>>;
  readonly total: Decimal;
}

export interface PieceCommune extends Pick<RectificationPiece, "byPayer" | "total"> {
  readonly commune: Commune;
  readonly lines: readonly RectifiedLine[];
}

/** What an issued statement becomes: new lines that name the old ones, which stay as they were issued. */
export interface Rectification extends Changes {
  readonly issued: Statement;
  /** It knows the rank of the last paper that leads to it. */
  readonly corrected: Statement;
  /**
   * The rank of each paper, « R1 »: that which the user gives, else the next one after those of the issued statement. A complement that
   * goes with a reduction has the one after.
   */
  readonly ranks: Readonly<Record<RectificationWay, number>>;
  readonly kind: RectificationKind;
  /** What is taken away from the titre of origin; null where no line falls. */
  readonly reduction: RectificationPiece | null;
  /** What is claimed on top of it, by a titre of its own; null where no line rises. */
  readonly complement: RectificationPiece | null;
  /** By name; only communes that have a line changed. */
  readonly communes: readonly RectifiedCommune[];
  /** The others, which nothing changes. */
  readonly unchanged: { readonly count: number; readonly byPayer: Readonly<Record<Payer, Decimal>> };
}

/**
 * Compares the issued statement with the corrected one, of the same campaign: each line that differs by its quantity,
 * its price or its amount, commune by commune. The issued amounts plus the differences are the corrected ones, to the
 * cent.
 */
export function rectify(issued: Statement, corrected: Statement): Rectification {
  if (issued.campaign.year !== corrected.campaign.year) throw new Error("A correction is of the campaign it corrects.");
  const changes = changesOf(issued.lines, corrected.lines);
  const { compareLines } = new GridPair(issued.grid, corrected.grid);
  const all = pairBy(issued.lines, corrected.lines, ({ commune }) => commune.insee)
    .map((pair): RectifiedCommune => ({
      commune: lineOf(pair).commune,
      ...changesOf(pair.before, pair.after),
      lines: changedLines(pair).sort((a, b) => compareNames(a.school.name, b.school.name) || compareLines(a, b)),
    }))
    .sort((a, b) => compareCommunes(a.commune, b.commune));
  const communes = all.filter(({ lines }) => lines.length > 0);
  const others = all.filter(({ lines }) => lines.length === 0);
  const [reduction, complement] = [pieceOf(communes, -1), pieceOf(communes, 1)];
  const first = Number(corrected.options.particulars.rectificationRank ?? (issued.edition.lastRank ?? 0) + 1);
  const ranks = { reduction: first, complement: reduction === null ? first : first + 1 };
  const unchanged = (payer: Payer) => sum(others.map((commune) => commune.byPayer[payer].after));
  return {
    issued,
    corrected: afterRank(corrected, lastRankOf(ranks, reduction, complement) ?? issued.edition.lastRank),
    ranks,
    kind: kindOf(reduction, complement, corrected),
    ...changes,
    reduction,
    complement,
    communes,
    unchanged: { count: others.length, byPayer: { cagb: unchanged("cagb"), commune: unchanged("commune") } },
  };
}

function lastRankOf(
  ranks: Rectification["ranks"],
  reduction: RectificationPiece | null,
  complement: RectificationPiece | null,
): number | undefined {
  if (complement !== null) return ranks.complement;
  return reduction === null ? undefined : ranks.reduction;
}

function afterRank(statement: Statement, lastRank: number | undefined): Statement {
  return lastRank === undefined ? statement : { ...statement, edition: { ...statement.edition, lastRank } };
}

function kindOf(
  reduction: RectificationPiece | null,
  complement: RectificationPiece | null,
  corrected: Statement,
): RectificationKind {
  if (reduction === null) return complement === null ? "none" : "complement";
  if (complement !== null) return "both";
  return corrected.total.isZero() ? "cancellation" : "reduction";
}

/** Returns the piece of the lines that fall (-1) or rise (1); null where there is none. */
function pieceOf(all: readonly RectifiedCommune[], way: -1 | 1): RectificationPiece | null {
  const communes = all
    .map(({ commune, lines }) => ({ commune, lines: lines.filter((line) => line.difference.comparedTo(0) === way) }))
    .filter(({ lines }) => lines.length > 0)
    .map((one): PieceCommune => ({ ...one, ...amountsOf(one.lines) }));
  return communes.length === 0 ? null : { communes, ...amountsOf(communes.flatMap(({ lines }) => lines)) };
}

/** Returns what lines that all go one way come to, without a sign. */
function amountsOf(lines: readonly RectifiedLine[]): Pick<RectificationPiece, "byPayer" | "total"> {
  const of = (payer: Payer) => sum(lines.filter((line) => line.payer === payer).map((line) => line.difference.abs()));
  const [cagb, commune] = [of("cagb"), of("commune")];
  return { byPayer: { cagb, commune }, total: cagb.plus(commune) };
}

const zero = new Decimal(0);

/** Returns the lines of a commune that change: a school has one of each prestation, nature and payer at most. */
function changedLines(commune: LinePair): RectifiedLine[] {
  return pairBy(commune.before, commune.after, (line) => `${line.school.key}|${priceKey(line)}`).flatMap((pair) => {
    const [issued, corrected] = [pair.before[0] ?? null, pair.after[0] ?? null];
    if (issued !== null && corrected !== null && isSame(issued, corrected)) return [];
    const { school, tariff, nature, payer } = lineOf(pair);
    const difference = (corrected?.amount ?? zero).minus(issued?.amount ?? zero);
    return [{ school, tariff, nature, payer, issued, corrected, difference }];
  });
}

function isSame(one: Line, other: Line): boolean {
  return one.quantity === other.quantity && one.unitPrice.equals(other.unitPrice) && one.amount.equals(other.amount);
}

/** A rectification as plain data: an amount is a text with two decimals; communes and lines are those that change. */
export type RectificationJson = ReturnType<typeof rectificationJson>;

export function rectificationJson({ kind, total, byPayer, communes, reduction, complement }: Rectification) {
  return {
    kind,
    reduction: pieceJson(reduction),
    complement: pieceJson(complement),
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

/** Amounts without a sign; null where there is no such piece to issue. */
function pieceJson(piece: RectificationPiece | null) {
  if (piece === null) return null;
  const { byPayer, total } = piece;
  return {
    cagb: formatAmount(byPayer.cagb),
    communes: formatAmount(byPayer.commune),
    total: formatAmount(total),
  };
}

function changeJson({ before, difference, after }: Change) {
  return { before: formatAmount(before), difference: formatAmount(difference), after: formatAmount(after) };
}

function lineJson(line: Line | null) {
  if (line === null) return null;
  const { quantity, unitPrice, amount } = line;
  return { quantity, unitPrice: formatAmount(unitPrice), amount: formatAmount(amount) };
}
