import { datesSurvey } from "./corrections";
import type { ColumnReason } from "../types";
import { type StructuralRole, dateRanks, exitAloneRank, purchaseRank } from "./heading-roles";
import { type Heading, readHeading } from "./heading";
import { type DateMeaning, conceptSet, senses } from "./senses";

/** The role of a column of dates. */
interface DateRole {
  readonly role: StructuralRole;
  /** The order of preference among the columns of one role, the lowest first. */
  readonly rank: number;
  readonly why: ColumnReason | null;
}

/** Ends and beginnings of service that may head dates without a word for a date. */
const exitsAlone = conceptSet("withdrawn ended");
const entersAlone = /^(?:mise en (?:service|place)|mes|m e s|in service)$/;
const unclearAlone = /^(?:date (?:de |d |du )?)?(?:retours?|remplacements?|reprises?|fin)(?: prevue?s?| le)?$/;

/** Returns the role of a column of dates according to its heading; null when the heading is not about dates. */
export function dateRole(heading: Heading): DateRole | null {
  const { concepts, plain, all } = heading;
  const dates = new Set(concepts.map(({ concept }) => senses[concept]!.date));
  const isDated =
    concepts.some(({ concept }) => concept === "date") ||
    /\b(?:le|depuis|date)$/.test(plain) ||
    /^(?:le|date|depuis)\b/.test(plain);
  const has = (...meanings: readonly DateMeaning[]): boolean => meanings.some((meaning) => dates.has(meaning));
  const only = concepts.length === 1 ? concepts[0]!.concept : undefined;
  const isLast = /^(?:derniere?|last)\b/.test(plain);
  const other = { role: "ignored", rank: 0, why: "other-date" } as const;
  const unclear = { role: "exit-unclear", rank: 0, why: null } as const;
  if (datesSurvey(plain)) return other;
  if ((isDated || isLast) && has("other") && !all.includes("ended")) return other;
  if (isDated && has("planned")) return has("left", "perhaps-left") ? unclear : other;
  if (isDated && has("left")) return { role: "date-out", rank: 0, why: null };
  if (
    isDated &&
    concepts.some(({ concept, base }) => concept === "replaced" || /^(?:rendu|repris)$/.test(base)) &&
    /\ble$/.test(plain)
  )
    return { role: "date-out", rank: 0, why: null };
  if (/^(?:fin|repris|departs?)$/.test(plain)) return { role: "date-out", rank: exitAloneRank, why: null };
  if (only !== undefined && all === only && exitsAlone.has(only) && heading.isUndated && heading.isRead)
    return { role: "date-out", rank: exitAloneRank, why: null };
  if (unclearAlone.test(plain) || all === "leaseEnded" || all === "lastDay" || (isDated && has("perhaps-left")))
    return unclear;
  if (isDated || entersAlone.test(plain)) {
    const rank = dateRanks.findIndex(
      (meaning) => dates.has(meaning) || (meaning === "entered" && /\bdepuis\b/.test(plain)),
    );
    if (rank >= 0) return { role: "date-in", rank, why: null };
    if (isDated && has("bought")) return { role: "date-in", rank: purchaseRank, why: null };
  }
  return plain === "date" || plain === "le" ? { role: "date", rank: 9, why: null } : null;
}

/**
 * Returns how certainly a heading means entry into service, 0 being the most certain, with or without a word for a
 * date; −1 when it does not.
 */
export function entryRank(text: string): number {
  const { concepts, plain } = readHeading(text);
  const dates = concepts.map(({ concept }) => senses[concept]!.date);
  return dateRanks.findIndex(
    (meaning) => dates.includes(meaning) || (meaning === "entered" && /\bdepuis\b/.test(plain)),
  );
}
