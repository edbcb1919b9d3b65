import { finish, remembered, rowsBetweenPauses, type Steps } from "../../cells";
import { headcount } from "../../tariff";
import type { Fact } from "../facts";
import { layouts } from "../layouts";
import { error, type Claim, type Ledger } from "../ledger";
import { columnOf, countsPupils, countsUnits } from "../column";
import type { Table } from "../table";
import type { TableReading } from "../table-reading";
import type { TableKind } from "../types";
import type { Schools } from "./schools";

/**
 * What a table may show; two tables can compete on one facet, but installations never compete with equipment in
 * service.
 */
export type Facet = "equipment" | "installation" | "headcount";

/** The key of the headcount among the counts of a school. */
export const headcountKey = `${headcount}|maintenance`;

/** Quantities by school, then by prestation and nature. */
export type Counts = ReadonlyMap<string, ReadonlyMap<string, number>>;

/** Returns whether a prestation and nature belong to a facet. */
export function inFacet(code: string, nature: string, facet: Facet): boolean {
  if (facet === "installation" && nature !== "installation") return false;
  return (code === headcount) === (facet === "headcount");
}

/** Returns whether tables of a kind are billed. */
export function isBilledKind(kind: TableKind): boolean {
  return kind === "inventory" || kind === "headcounts" || kind === "installations";
}

/** Reasons for which a school's equipment is not billed although it exists. */
const equipping: ReadonlySet<string> = new Set(["untariffed", "capped"]);

/** The open facts of each table by school and facet, and the facets that other tables show instead. */
export class Facets {
  private readonly dropped = new Map<TableReading, Set<"equipment" | "headcount">>();
  private readonly refused = new Map<TableReading, Set<"equipment" | "headcount">>();
  private readonly known = new Map<TableReading, { changes: number; readonly byFacet: Map<Facet, Counts> }>();

  constructor(
    readonly ledger: Ledger,
    private readonly schools: Schools,
  ) {}

  keyOf({ line }: Fact): string {
    return this.schools.keyOf(line.who);
  }

  /** Returns the kind of a table, as decided so far. */
  kindOf({ table }: TableReading): TableKind {
    return this.ledger.tableClaim(table)?.kind ?? table.kind;
  }

  isBilled(reading: TableReading): boolean {
    return isBilledKind(this.kindOf(reading));
  }

  /** Returns the schools of which a table shows a facet, with their quantities before any maximum. */
  of(reading: TableReading, facet: Facet): Counts {
    return remembered(this.knownOf(reading), facet, () => finish(this.count(reading, facet)));
  }

  /** Counts what tables show before it is asked for, since all the rows of a long table take a while. */
  *weigh(readings: readonly TableReading[]): Steps<void> {
    for (const reading of readings)
      for (const facet of ["equipment", "headcount"] as const)
        this.knownOf(reading).set(facet, yield* this.count(reading, facet));
  }

  /** Returns what is counted of a table since the last claim made in it. */
  private knownOf(reading: TableReading): Map<Facet, Counts> {
    const changes = this.ledger.changesIn(reading.table);
    let known = this.known.get(reading);
    if (known?.changes !== changes) this.known.set(reading, (known = { changes, byFacet: new Map() }));
    return known.byFacet;
  }

  private *count({ lines }: TableReading, facet: Facet): Steps<Counts> {
    const counts = new Map<string, Map<string, number>>();
    for (const [at, { facts }] of lines.entries()) {
      if (at % rowsBetweenPauses === 0) yield;
      for (const fact of facts) {
        if (fact.code === null) continue;
        const isOpen = this.ledger.isOpen(fact);
        // A headcount of zero or in error is still shown.
        if (!isOpen && !(facet === "headcount" && this.isHeadcount(fact))) continue;
        for (const nature of fact.natures) {
          if (!inFacet(fact.code, nature, facet)) continue;
          const own = remembered(counts, this.keyOf(fact), () => new Map<string, number>());
          const key = `${fact.code}|${nature}`;
          own.set(key, (own.get(key) ?? 0) + (isOpen ? fact.quantity : 0));
        }
      }
    }
    return counts;
  }

  /** Returns whether a fact shows the headcount of its school, even in error. */
  isHeadcount(fact: Fact): boolean {
    return fact.code === headcount && fact.natures.includes("maintenance") && this.ledger.isShown(fact);
  }

  /** Returns whether a fact shows that its school has equipment, even in error. */
  equips(fact: Fact): boolean {
    if (fact.code === null || fact.code === headcount || !this.ledger.isShown(fact)) return false;
    // A date adds a machine in service only where no column counts it.
    if (fact.dates !== null && !fact.natures.includes("maintenance")) return false;
    const claim = this.ledger.claimOf(fact);
    return claim?.is !== "left-out" || equipping.has(claim.reason);
  }

  /** Returns the keys of the schools with equipment, or with a headcount, in some tables. */
  schoolsWith(readings: readonly TableReading[], facet: "equipment" | "headcount"): Set<string> {
    const keys = new Set<string>();
    for (const { lines } of readings)
      for (const { facts } of lines)
        for (const fact of facts)
          if (facet === "equipment" ? this.equips(fact) : this.isHeadcount(fact)) keys.add(this.keyOf(fact));
    return keys;
  }

  /** Returns whether a table shows a facet that no other table shows instead. */
  shows(reading: TableReading, facet: "equipment" | "headcount"): boolean {
    if (this.dropped.get(reading)?.has(facet) === true || this.ledger.tableClaim(reading.table)?.is === "left-out")
      return false;
    return facet === "headcount" ? this.showsHeadcounts(reading) : !layouts[reading.table.layout].isOfPupils;
  }

  /** Returns whether a table shows headcounts, even blank, in a column that is not left out. */
  showsHeadcounts({ table, lines }: TableReading): boolean {
    if (table.layout === "pupil-list") return columnOf(table, "school") !== null;
    const out = this.ledger.columnClaims(table);
    const isByRow = columnOf(table, "label") === null;
    return (
      (isByRow && table.columns.some(({ role, index }) => countsPupils(role) && !out.has(index))) ||
      lines.some(({ facts }) => facts.some(({ code, column }) => code === headcount && !out.has(column)))
    );
  }

  /** Returns whether a facet of a table is refused. */
  isRefused(reading: TableReading, facet: "equipment" | "headcount"): boolean {
    if (this.refused.get(reading)?.has(facet) === true) return true;
    if (this.ledger.tableClaim(reading.table)?.is !== "error") return false;
    return facet === "equipment" || this.showsHeadcounts(reading);
  }

  /** Leaves out a facet of a table, which another table shows instead. Returns whether the table shows nothing else. */
  drop(reading: TableReading, facet: Facet, claim: Claim): boolean {
    this.take(reading, facet, claim);
    const dropped = remembered(this.dropped, reading, () => new Set());
    if (facet !== "installation" || this.kindOf(reading) === "installations")
      dropped.add(facet === "headcount" ? facet : "equipment");
    return !this.shows(reading, "equipment") && !this.shows(reading, "headcount");
  }

  /** Puts in error a facet of a table. */
  refuse(reading: TableReading, facet: Facet): void {
    this.take(reading, facet, error);
    this.noteRefused(reading, facet);
  }

  /** Records a facet of a table as refused, so that its schools are not reported as lacking it. */
  noteRefused(reading: TableReading, facet: Facet): void {
    remembered(this.refused, reading, () => new Set()).add(facet === "headcount" ? facet : "equipment");
  }

  /** Claims the facts of a table for a facet; a fact with a nature of another facet keeps that nature. */
  take(
    reading: TableReading,
    facet: Facet,
    claim: Claim,
    isTaken: (fact: Fact, key: string) => boolean = () => true,
  ): void {
    for (const { facts } of reading.lines)
      for (const fact of facts) {
        const { code, natures } = fact;
        if (code === null || !this.ledger.isShown(fact)) continue;
        // A fact whose nature is in error still counts pupils or equipment.
        const own =
          natures.length > 0 ? natures : [code === headcount || facet !== "installation" ? "maintenance" : ""];
        const kept = own.filter((nature) => !inFacet(code, nature, facet) || !isTaken(fact, `${code}|${nature}`));
        if (kept.length === own.length) continue;
        if (kept.length === 0) this.ledger.claimAsShownElsewhere(fact, claim);
        else fact.natures = natures.filter((nature) => kept.includes(nature));
      }
    this.known.delete(reading);
  }
}

/** Returns whether every quantity of a table has a written nature, in its row or its heading. */
export function saysNatures({ table }: TableReading): boolean {
  if (columnOf(table, "nature") !== null) return true;
  const counts = table.columns.filter(({ role }) => countsUnits(role));
  return counts.length > 0 && counts.every(({ nature }) => nature !== null);
}

/** Returns the rank of a table's year: 2 for the campaign, 1 without a year, 0 for another year. */
export function yearRank(year: number | null, campaign: number): number {
  return year === campaign ? 2 : year === null ? 1 : 0;
}

/**
 * Returns the parts (maternelle, élémentaire, CP…) of which a table gives the headcounts; empty when it gives whole
 * headcounts.
 */
export function partsOf({ part, columns }: Table): ReadonlySet<string> {
  if (part !== undefined) return new Set([part]);
  return new Set(columns.flatMap(({ role }) => (role.kind === "part" ? [role.part] : [])));
}
