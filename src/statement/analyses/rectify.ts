import { Decimal } from "decimal.js";
import type { School } from "../../inventory";
import { formatAmount } from "../../money";
import type { Commune, Nature, Payer, TariffRow } from "../../tariff";
import { compareCommunes, compareNames } from "../order";
import type { Line, Statement } from "../statement";
import { sum } from "../totals";
import { changesOf, GridPair, lineOf, pairBy, priceKey, type Change, type Changes, type LinePair } from "./pair-lines";
/**
 * The kind of correction of a titre: `complement` adds to it, `reduction` cancels a part, `cancellation` the whole;
 * `both` are issued separately when some lines increase and others decrease; `none` changes no amount.
 */
export type RectificationKind = "complement" | "reduction" | "cancellation" | "both" | "none";

/** The effect of a piece on the titre: it reduces it, or adds to it. */
export type RectificationWay = "reduction" | "complement";

/** A line that the correction changes, adds (`issued` is null) or removes (`corrected` is null). */
export interface RectifiedLine {
  readonly school: School;
  readonly tariff: TariffRow;
  readonly nature: Nature;
  readonly payer: Payer;
  readonly issued: Line | null;
  readonly corrected: Line | null;
  readonly difference: Decimal;
}

/** A commune with changed lines. */
export interface RectifiedCommune extends Changes {
  readonly commune: Commune;
  readonly lines: readonly RectifiedLine[];
}

/**
 * One of the two pieces of a correction: the lines that decrease, or those that increase. They are kept apart so that
 * no amount is hidden by another: a debt is liquidated in full (decree 2012-1246, art. 24).
 */
export interface RectificationPiece {
  /** By name; only the communes and lines of this direction. */
  readonly communes: readonly PieceCommune[];
  /** The parts of the CAGB and of the communes, never negative. */
  readonly byPayer: Readonly<Record<Payer, Decimal>>;
  readonly total: Decimal;
}

/** A commune in a piece of a correction. */
export interface PieceCommune extends Pick<RectificationPiece, "byPayer" | "total"> {
  readonly commune: Commune;
  readonly lines: readonly RectifiedLine[];
}

/** The correction of an issued statement: new lines refer to the old ones, which stay as issued. */
export interface Rectification extends Changes {
  readonly issued: Statement;
  /** Its edition records the rank of its last document. */
  readonly corrected: Statement;
  /**
   * The rank of each document, « R1 »: the one given by the user, else the next one after those of the issued
   * statement. A complement that accompanies a reduction has the following rank.
   */
  readonly ranks: Readonly<Record<RectificationWay, number>>;
  readonly kind: RectificationKind;
  /** The amounts taken off the original titre; null when no line decreases. */
  readonly reduction: RectificationPiece | null;
  /** The amounts claimed in addition, by another titre; null when no line increases. */
  readonly complement: RectificationPiece | null;
  /** By name; only communes with a changed line. */
  readonly communes: readonly RectifiedCommune[];
  /** The other communes, without any change. */
  readonly unchanged: { readonly count: number; readonly byPayer: Readonly<Record<Payer, Decimal>> };
}

/**
 * Compares an issued statement with its correction, for the same campaign: lines that differ by quantity, price or
 * amount, by commune. Issued amounts plus differences give corrected amounts, to the cent. Throws when the campaigns
 * differ.
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

/** Returns the piece of the lines that decrease (-1) or increase (1); null when there are none. */
function pieceOf(all: readonly RectifiedCommune[], way: -1 | 1): RectificationPiece | null {
  const communes = all
    .map(({ commune, lines }) => ({ commune, lines: lines.filter((line) => line.difference.comparedTo(0) === way) }))
    .filter(({ lines }) => lines.length > 0)
    .map((one): PieceCommune => ({ ...one, ...amountsOf(one.lines) }));
  return communes.length === 0 ? null : { communes, ...amountsOf(communes.flatMap(({ lines }) => lines)) };
}

/** Returns the absolute sums of lines of one direction, by payer and in total. */
function amountsOf(lines: readonly RectifiedLine[]): Pick<RectificationPiece, "byPayer" | "total"> {
  const of = (payer: Payer) => sum(lines.filter((line) => line.payer === payer).map((line) => line.difference.abs()));
  const [cagb, commune] = [of("cagb"), of("commune")];
  return { byPayer: { cagb, commune }, total: cagb.plus(commune) };
}

const zero = new Decimal(0);

/** Returns the changed lines of a commune; a school has at most one for each prestation, nature and payer. */
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

/** A rectification as plain data: an amount is a text with two decimals; only changed communes and lines are listed. */
export type RectificationJson = ReturnType<typeof rectificationJson>;

/** Returns a rectification as plain data. */
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

/** Returns a piece as plain data, amounts without sign; null when there is none. */
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
