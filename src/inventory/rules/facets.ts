import { remembered } from "../../cells";
import { headcount } from "../../tariff";
import type { Fact } from "../facts";
import { layouts } from "../layouts";
import { error, type Claim, type Ledger } from "../ledger";
import { columnOf, countsPupils, countsUnits } from "../column";
import { type Table } from "../table";
import type { TableReading } from "../table-reading";
import type { TableKind } from "../types";
import type { Schools } from "./schools";

/** What a table may show; two tables may rival each other on one facet, installations never with what is in service. */
export type Facet = "equipment" | "installation" | "headcount";

/** Where the headcount of a school is among its counts. */
export const headcountKey = `${headcount}|maintenance`;

/** Quantities by school, then by prestation and nature. */
export type Counts = ReadonlyMap<string, ReadonlyMap<string, number>>;

/** Returns whether a prestation and nature belong to a facet. */
export function inFacet(code: string, nature: string, facet: Facet): boolean {
  if (facet === "installation" && nature !== "installation") return false;
  return (code === headcount) === (facet === "headcount");
}

/** Returns whether tables of a kind are read for what they bill. */
export function isBilledKind(kind: TableKind): boolean {
  return kind === "inventory" || kind === "headcounts" || kind === "installations";
}

/** Reasons for which equipment that is in service, or was installed, bills nothing all the same. */
const equipping: ReadonlySet<string> = new Set(["untariffed", "capped"]);

/** What the tables show of each school, facet by facet, as it is still open; and what others show instead. */
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

  /** Returns what a table ends as, as far as rules have told. */
  kindOf({ table }: TableReading): TableKind {
    return this.ledger.tableClaim(table)?.kind ?? table.kind;
  }

  isBilled(reading: TableReading): boolean {
    return isBilledKind(this.kindOf(reading));
  }

  /** Returns the schools of which a table shows a facet, with what it counts of each, before any cap. */
  of(reading: TableReading, facet: Facet): Counts {
    const changes = this.ledger.changesIn(reading.table);
    let known = this.known.get(reading);
    if (known?.changes !== changes) this.known.set(reading, (known = { changes, byFacet: new Map() }));
    return remembered(known.byFacet, facet, () => this.count(reading, facet));
  }

  private count({ lines }: TableReading, facet: Facet): Counts {
    const counts = new Map<string, Map<string, number>>();
    for (const { facts } of lines)
      for (const fact of facts) {
        if (fact.code === null) continue;
        const isOpen = this.ledger.isOpen(fact);
        // A headcount that is none, or in error, is shown all the same.
        if (!isOpen && !(facet === "headcount" && this.isHeadcount(fact))) continue;
        for (const nature of fact.natures) {
          if (!inFacet(fact.code, nature, facet)) continue;
          const own = remembered(counts, this.keyOf(fact), () => new Map<string, number>());
          const key = `${fact.code}|${nature}`;
          own.set(key, (own.get(key) ?? 0) + (isOpen ? fact.quantity : 0));
        }
      }
    return counts;
  }

  /** Returns whether a fact shows the headcount of its school, be it in error. */
  isHeadcount(fact: Fact): boolean {
    return fact.code === headcount && fact.natures.includes("maintenance") && this.ledger.isShown(fact);
  }

  /** Returns whether a fact shows that its school has equipment, be it in error. */
  equips(fact: Fact): boolean {
    if (fact.code === null || fact.code === headcount || fact.dates !== null || !this.ledger.isShown(fact))
      return false;
    const claim = this.ledger.claimOf(fact);
    return claim?.is !== "left-out" || equipping.has(claim.reason);
  }

  /** Returns the keys of the schools that tables equip, or of which they give a headcount. */
  schoolsWith(readings: readonly TableReading[], facet: "equipment" | "headcount"): Set<string> {
    const keys = new Set<string>();
    for (const { lines } of readings)
      for (const { facts } of lines)
        for (const fact of facts)
          if (facet === "equipment" ? this.equips(fact) : this.isHeadcount(fact)) keys.add(this.keyOf(fact));
    return keys;
  }

  /** Returns whether a table shows a facet that no other one shows instead. */
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

  /** Returns whether a table shows a facet that cannot be told from another's. */
  isRefused(reading: TableReading, facet: "equipment" | "headcount"): boolean {
    if (this.refused.get(reading)?.has(facet) === true) return true;
    if (this.ledger.tableClaim(reading.table)?.is !== "error") return false;
    return facet === "equipment" || this.showsHeadcounts(reading);
  }

  /** Leaves a facet out of a table, which another shows instead. Returns whether nothing of the table is left. */
  drop(reading: TableReading, facet: Facet, claim: Claim): boolean {
    this.take(reading, facet, claim);
    const dropped = remembered(this.dropped, reading, () => new Set());
    if (facet !== "installation" || this.kindOf(reading) === "installations")
      dropped.add(facet === "headcount" ? facet : "equipment");
    return !this.shows(reading, "equipment") && !this.shows(reading, "headcount");
  }

  /** Puts a facet of a table in error, which cannot be told from another's. */
  refuse(reading: TableReading, facet: Facet): void {
    this.take(reading, facet, error);
    this.noteRefused(reading, facet);
  }

  /** Notes that what a table shows of a facet is asked: its schools do not lack it. */
  noteRefused(reading: TableReading, facet: Facet): void {
    remembered(this.refused, reading, () => new Set()).add(facet === "headcount" ? facet : "equipment");
  }

  /** Claims what is open of a facet; a machine that is also of another facet keeps that one. */
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
        // Where its nature is in error, it is known at least whether it counts pupils.
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

/** Returns whether each quantity of a table is written with its nature, in its row or over its column. */
export function saysNatures({ table }: TableReading): boolean {
  if (columnOf(table, "nature") !== null) return true;
  const counts = table.columns.filter(({ role }) => countsUnits(role));
  return counts.length > 0 && counts.every(({ nature }) => nature !== null);
}

/** Ranks a table's year beside another's: the campaign's before none, none before another one. */
export function yearRank(year: number | null, campaign: number): number {
  return year === campaign ? 2 : year === null ? 1 : 0;
}

/** Returns the parts (maternelle, élémentaire, CP…) of which a table gives the headcounts; none if it gives them whole. */
export function partsOf({ part, columns }: Table): ReadonlySet<string> {
  if (part !== undefined) return new Set([part]);
  return new Set(columns.flatMap(({ role }) => (role.kind === "part" ? [role.part] : [])));
}
