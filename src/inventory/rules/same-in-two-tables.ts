import { cellName } from "../../cells";
import type { Anomaly } from "../../messages";
import type { RepeatRule } from "../../options";
import { anomalyIn, anomalyOfTable, placeOf } from "../anomalies";
import { repeatsOf } from "../choices";
import type { Fact } from "../facts";
import { error, leftOut, type Proof } from "../ledger";
import type { Reading } from "../reading";
import type { Column } from "../column";
import { placeIn } from "../table";
import type { TableReading } from "../table-reading";
import { columnYear } from "../tables/column-years";
import { areApart, dayNumber } from "../texts/installed-span";
import { countsAfter } from "../texts/title";
import { headcountKey, inFacet, partsOf, saysNatures, yearRank, type Facet, type Facets } from "./facets";
import { refuseTable } from "./kinds-of-tables";
import { coverage, overlapOf, pairsOf, type Pair } from "./overlaps";

/** The least share of its schools that another table must show for a table to be another version. */
const sameThing = 0.5;
/** The least share of its counts that the campaign's table must show for a table to be an older version. */
const sameVersion = 0.5;

/**
 * Resolves several tables that show the same quantities: the table of the campaign's year replaces the others; a table
 * that shows all that another does replaces it; when they contradict each other, none is billed, unless the user chose
 * one, or their sum. A school that occurs in a table of other schools is a duplicate. (decisions §4)
 */
export class SameInTwoTables {
  private readonly pairs: readonly Pair[];
  private readonly chosen = new Set<Pair>();
  private readonly facets: Facets;

  constructor(
    private readonly details: readonly TableReading[],
    private readonly reading: Reading,
  ) {
    this.facets = reading.facets;
    this.pairs = pairsOf(details, this.facets);
  }

  resolve(): void {
    // The campaign's own tables first: the tables that they replace are no longer compared.
    this.eachPair((pair) => this.resolveYears(pair));
    this.refuseOtherYears();
    this.eachPair((pair) => this.followChoice(pair));
    this.eachPair((pair) => this.resolveRepeats(pair));
    // All contradictions are found first, so that a third version is not billed when two are refused.
    const disputes: Pair[] = [];
    this.eachPair((pair) => {
      const { share, equal } = overlapOf(pair, this.facets);
      if (share >= sameThing && !equal) disputes.push(pair);
    });
    for (const { first, second, facet } of disputes) {
      const params = { first: placeOf(first.table), second: placeOf(second.table) };
      this.dispute(first, params, facet);
      this.dispute(second, params, facet);
    }
    this.eachPair((pair) => this.refuseSharedSchools(pair));
  }

  /** Resolves each pair but those that the user settled, and those that add up. (decisions §4, A second of the same) */
  private eachPair(resolve: (pair: Pair) => void): void {
    for (const pair of this.pairs) {
      const periods = [pair.first, pair.second].map(({ table }) => table.span ?? null);
      if (!this.areRegisters(pair) && !areApart(periods) && !this.chosen.has(pair)) resolve(pair);
    }
  }

  /** Returns whether two tables are lists of machines of one kind, which add up unless they list the same machines. */
  private areRegisters({ first, second }: Pair): boolean {
    return (
      first.table.layout === "machine-rows" &&
      second.table.layout === "machine-rows" &&
      this.facets.kindOf(first) === this.facets.kindOf(second)
    );
  }

  /**
   * Leaves out the version of a table that is not the campaign's. A table without a year replaces one of another year;
   * it is replaced, with a warning, only by a table declared as the campaign's inventory or headcounts that counts all
   * that it does. The year of an inventory does not date the pupils in it.
   */
  private resolveYears(pair: Pair): void {
    const { first, second, facet } = pair;
    const campaign = this.reading.context.campaign.year;
    const [rankA, rankB] = [yearRank(first.table.year, campaign), yearRank(second.table.year, campaign)];
    const later = rankA === rankB ? this.dayOf(first) - this.dayOf(second) : rankA - rankB;
    if (later === 0 || Number.isNaN(later) || overlapOf(pair, this.facets).share < sameThing) return;
    const [kept, left] = later > 0 ? [first, second] : [second, first];
    if (rankA === rankB && this.dayOf(kept) !== dayNumber(this.reading.context.campaign.snapshot)) return;
    const covered = coverage(this.facets.of(kept, facet), this.facets.of(left, facet));
    if (left.table.year !== null) {
      if (covered >= sameVersion) this.leaveOut(left, facet, "other-year", "date", "other-year-source", kept);
    } else if (covered === 1 && this.chosenOf(pair) === null && isOfCampaign(kept.table, left.table, facet))
      this.leaveOut(left, facet, "duplicate-source", "date", "undated-source", kept);
  }

  /**
   * Returns the day of a situation, « au 30 juin 2014 », as a number (20140630); NaN when its titles give no day, or
   * several.
   */
  private dayOf({ table }: TableReading): number {
    if (table.isSituation !== true) return Number.NaN;
    const days = (table.titles ?? []).flatMap((title) => this.reading.context.texts.read(title, "title").days);
    return new Set(days).size === 1 ? days[0]! : Number.NaN;
  }

  /** Returns the user's choice about two tables of the same schools; null when there is none. */
  private chosenOf({ first, second }: Pair): RepeatRule | null {
    const { repeats } = this.reading.context.options;
    return repeatsOf(second.table.on, repeats) ?? repeatsOf(first.table.on, repeats);
  }

  /** Applies the user's choice about two tables of the same schools. */
  private followChoice(pair: Pair): void {
    const { first, second, facet } = pair;
    const chosen = this.chosenOf(pair);
    if (chosen === null || overlapOf(pair, this.facets).shared.length === 0) return;
    const [kept, other] = chosen === "last" ? [second, first] : [first, second];
    if (chosen !== "added") this.dropShared(other, kept, facet);
    const params = { first: placeOf(kept.table), [chosen === "added" ? "added" : "kept"]: 1 };
    this.reportOnce(other, anomalyOfTable("info", "repeats-chosen", other.table, params));
    this.chosen.add(pair);
  }

  /** Leaves out of a table what another counts too, school by school. */
  private dropShared(each: TableReading, first: TableReading, facet: Facet): void {
    const counted = this.facets.of(first, facet);
    const claim = leftOut("duplicate-source", "choice");
    this.facets.take(each, facet, claim, (fact, key) => counted.get(this.facets.keyOf(fact))?.has(key) === true);
    if (this.facets.of(each, facet).size === 0) this.leaveOut(each, facet, "duplicate-source", "choice", null, first);
  }

  /** Leaves out the version of a table that adds nothing to the other, or only gives a part of its headcounts. */
  private resolveRepeats(pair: Pair): void {
    const { first, second, facet } = pair;
    const { share, fuller } = overlapOf(pair, this.facets);
    if (share < sameThing) return;
    if (facet === "headcount" && fuller === null) {
      if (this.isPartOf(second, first))
        this.leaveOut(second, facet, "duplicate-source", "text", "part-of-headcounts", first);
      else if (this.isPartOf(first, second))
        this.leaveOut(first, facet, "duplicate-source", "text", "part-of-headcounts", second);
      return;
    }
    if (fuller === null) return;
    const [kept, left] = fuller === "first" ? [first, second] : [second, first];
    this.leaveOut(left, facet, "duplicate-source", "equality", "same-source-twice", kept);
  }

  /** Returns whether a table gives a part of the headcounts of another: never more, for each of its schools. */
  private isPartOf(part: TableReading, whole: TableReading): boolean {
    if (partsOf(part.table).size === 0 || partsOf(whole.table).size > 0) return false;
    const shown = this.facets.of(whole, "headcount");
    return [...this.facets.of(part, "headcount")].every(([school, counts]) => {
      return counts.get(headcountKey)! <= (shown.get(school)?.get(headcountKey) ?? -1);
    });
  }

  /** Refuses what the second table repeats of a few common schools; items with natures add up. */
  private refuseSharedSchools(pair: Pair): void {
    const { first, second, facet } = pair;
    const areItems = first.table.layout === "item-rows" && second.table.layout === "item-rows";
    if (areItems && facet !== "headcount" && saysNatures(first) && saysNatures(second)) return;
    for (const key of overlapOf(pair, this.facets).shared) this.refuseSchool(second, key, facet, first);
  }

  private refuseSchool(each: TableReading, key: string, facet: Facet, first: TableReading): void {
    const counted = this.facets.of(first, facet).get(key)!;
    const { schools } = this.reading;
    const lineIn = ({ lines }: TableReading) =>
      lines.find(({ who, facts }) => schools.keyOf(who) === key && facts.some((fact) => this.isThere(fact)))!;
    const [{ who, at }, known] = [lineIn(each), lineIn(first)];
    this.facets.take(each, facet, error, (fact, what) => this.facets.keyOf(fact) === key && counted.has(what));
    each.reader.fail(at.row);
    const params = {
      school: schools.nameOf(who),
      commune: who.commune.name,
      first: `${first.table.ref.name}, ${placeIn(first.table, known.at.row, known.at.column).row + 1}`,
      ...firstTable(first),
    };
    this.reportOnce(each, anomalyIn("error", "duplicate-school", each.table, at.row, at.column, params));
  }

  private isThere(fact: Fact): boolean {
    return this.facets.equips(fact) || this.facets.isHeadcount(fact);
  }

  private leaveOut(
    each: TableReading,
    facet: Facet,
    reason: "other-year" | "duplicate-source",
    proof: Proof,
    code: "other-year-source" | "same-source-twice" | "undated-source" | "part-of-headcounts" | null,
    kept: TableReading,
  ): void {
    const { table } = each;
    const claim = leftOut(reason, proof);
    const isWhole = this.facets.drop(each, facet, claim);
    if (isWhole)
      this.reading.ledger.claimTable(table, { ...claim, kind: reason === "other-year" ? "other-year" : "repeats" });
    if (code === null) return;
    const campaign = this.reading.context.campaign.year;
    const isOfYear = table.year === kept.table.year;
    const isEarlier = isOfYear && reason === "other-year";
    const when = isEarlier ? { earlier: 1 } : this.isLater(each) ? { later: 1 } : { year: table.year ?? "" };
    const what = facet === "headcount" && !isWhole ? { pupils: 1 } : { all: 1 };
    const params = { kept: placeOf(kept.table), ...when, ...what, campaign };
    this.reportOnce(each, anomalyOfTable(code === "undated-source" ? "warning" : "info", code, table, params));
  }

  /** Reports an anomaly of a table once: equipment and headcounts may have the same message. */
  private reportOnce({ table }: TableReading, anomaly: Anomaly): void {
    const { ledger } = this.reading;
    if (!ledger.hasReported(table, anomaly)) ledger.report(anomaly, table);
  }

  /** Refuses a facet of a table that another contradicts; it is still known to show packs or headcounts. */
  private dispute(each: TableReading, params: { first: string; second: string }, facet: Facet): void {
    if (this.facets.isRefused(each, facet === "headcount" ? facet : "equipment")) return;
    this.facets.refuse(each, facet);
    this.reportOnce(each, anomalyOfTable("error", "ambiguous-source", each.table, params));
  }

  /**
   * Refuses the tables of another year that no table of the campaign replaces, until the user chooses them for the
   * campaign. Their columns dated to the campaign are still billed. (decisions §4)
   */
  private refuseOtherYears(): void {
    const { year: campaign, snapshot } = this.reading.context.campaign;
    for (const each of this.details) {
      const { table, lines } = each;
      if (table.year === null || table.year === campaign || !this.facets.isBilled(each)) continue;
      const isOwn = (column: Column): boolean => columnYear(column, snapshot) === campaign;
      const own = new Set(table.columns.filter(isOwn).map(({ index }) => index));
      const billed = lines.flatMap(({ facts }) => facts).filter((fact) => this.reading.ledger.isOpen(fact));
      const stale = billed.filter(({ column }) => !own.has(column));
      if (stale.length === 0) continue;
      const params = { ...(this.isLater(each) ? { later: 1 } : { year: table.year }), campaign };
      if (own.size === 0) {
        refuseTable(this.reading, table, "title-other-year", params);
        continue;
      }
      for (const facet of ["equipment", "headcount"] as const)
        if (
          this.facets.shows(each, facet) &&
          stale.some(({ code, natures }) => code !== null && natures.some((nature) => inFacet(code, nature, facet)))
        )
          this.refuseStale(each, facet, own);
      this.reading.ledger.report(anomalyOfTable("error", "title-other-year", table, params), table);
    }
  }

  /** Returns whether a table was counted after the day of count, in the year of the campaign. */
  private isLater({ table }: TableReading): boolean {
    return table.titles?.some((title) => countsAfter(title, this.reading.context.campaign)) === true;
  }

  private refuseStale(each: TableReading, facet: Facet, own: ReadonlySet<number>): void {
    this.facets.take(each, facet, error, ({ column }) => !own.has(column));
    this.facets.noteRefused(each, facet);
  }
}

/** Returns the place of the first of two tables, as parameters for the choices that settle a point. */
function firstTable({ table: { on, ref } }: TableReading): Readonly<Record<string, string>> {
  return {
    firstSheet: ref.name,
    firstCell: cellName(on.top, on.left),
    ...(ref.file !== null && { firstFile: ref.file }),
  };
}

/** Returns whether a table is declared as the campaign's, for a facet that a table without a year shows too. */
function isOfCampaign(kept: TableReading["table"], left: TableReading["table"], facet: Facet): boolean {
  if (facet === "headcount" && left.kind === "headcounts") return kept.kind === "headcounts";
  return kept.isSituation === true || (facet === "headcount" && kept.kind === "headcounts");
}
