import { pack } from "../../tariff";
import { remembered, rowsBetweenPauses, type Steps } from "../../cells";
import { anomaly, type Anomaly } from "../../messages";
import { unbilledParams } from "../anomalies";
import type { Fact, Line, TableSchool } from "../facts";
import { layouts } from "../layouts";
import type { Claim } from "../ledger";
import type { Reading } from "../reading";
import type { TableReading } from "../table-reading";
import type { ExclusionReason } from "../types";
import type { Facets } from "./facets";
import type { PupilPrices } from "./pupil-prices";

/** What all the tables show of one school. */
interface Shown {
  readonly who: TableSchool;
  equipped: { readonly each: TableReading; readonly line: Line } | null;
  headcount: { readonly each: TableReading; readonly fact: Fact } | null;
  pupils: number;
  /** Whether it has equipment in service, or unreadable. */
  isServed: boolean;
}

const nothingOf = (who: TableSchool): Shown => ({
  who,
  equipped: null,
  headcount: null,
  pupils: 0,
  isServed: false,
});

/** Reasons for which equipment is not in service. */
const gone: ReadonlySet<ExclusionReason> = new Set([
  "set-aside",
  "withdrawn",
  "spare",
  "after-snapshot",
  "not-in-service",
]);

const isGone = (claim: Claim | null): boolean => claim?.is === "left-out" && gone.has(claim.reason);

/** Reports equipment without a headcount and the reverse, and infers packs that no table shows. (decisions §2) */
export class SchoolChecks {
  readonly anomalies: Anomaly[] = [];
  private readonly schools = new Map<string, Shown>();
  private readonly facets: Facets;

  constructor(
    private readonly reading: Reading,
    private readonly pupils: PupilPrices,
  ) {
    this.facets = reading.facets;
  }

  private *look(each: TableReading): Steps<void> {
    const { facets } = this;
    for (const [at, line] of each.lines.entries()) {
      if (at % rowsBetweenPauses === 0) yield;
      for (const fact of line.facts) {
        const [equips, counts] = [facets.equips(fact), facets.isHeadcount(fact)];
        if (!equips && !counts) continue;
        const shown = remembered(this.schools, facets.keyOf(fact), () => nothingOf(line.who));
        const claim = facets.ledger.claimOf(fact);
        if (equips) shown.equipped ??= { each, line };
        if (equips && (claim?.is === "error" || (fact.natures.includes("maintenance") && !isGone(claim))))
          shown.isServed = true;
        if (!counts) continue;
        shown.headcount ??= { each, fact };
        if (claim?.is === "counted") shown.pupils += fact.quantity;
      }
    }
  }

  /** Looks at all that the tables show, and reports the checks; `isUnread`: a block outside tables may be equipment. */
  *check(isUnread: boolean): Steps<void> {
    for (const each of this.reading.tables) yield* this.look(each);
    yield;
    // Under a grid that only bills by pupil, headcounts are the whole bill.
    const isOfPupils = this.reading.context.grid.rows.every(({ counts }) => counts === "pupils");
    const equipment = isOfPupils ? "refused" : this.equipment(isUnread);
    if (equipment === "none") this.anomalies.push(anomaly("error", "no-equipment"));
    yield;
    if (this.pupils.needHeadcount) this.checkHeadcounts(equipment === "shown");
    yield;
    this.checkOwnNumbers();
  }

  /**
   * Reports the schools whose headcount is known, but not their number for a prestation that tables count separately.
   */
  private checkOwnNumbers(): void {
    for (const [code, keys] of this.pupils.own)
      for (const [key, { who, headcount, pupils }] of this.schools) {
        if (headcount === null || pupils === 0 || keys.has(key)) continue;
        const { row, column } = headcount.fact.line.at;
        const params = {
          school: this.reading.schools.nameOf(who),
          commune: who.commune.name,
          ...unbilledParams(this.reading.context.grid, code),
        };
        headcount.each.reader.report("error", "school-without-headcount", row, column, params);
      }
  }

  /**
   * Returns `refused` when some equipment is not understood, `none` when only headcounts are shown, otherwise `shown`.
   * (decisions §4)
   */
  private equipment(isUnread: boolean): "shown" | "refused" | "none" {
    const { tables, ledger } = this.reading;
    if (isUnread || tables.some((each) => this.refusesEquipment(each))) return "refused";
    const schools = [...this.schools.values()];
    if (schools.some(({ equipped }) => equipped !== null)) return "shown";
    if (!schools.some(({ pupils }) => pupils > 0) || tables.some((each) => this.leavesEquipmentOut(each)))
      return "shown";
    const isReported = tables.some(({ table }) =>
      ledger.anomaliesOf(table).some(({ severity }) => severity === "error"),
    );
    return isReported ? "refused" : "none";
  }

  /** Returns whether the equipment of a table is refused as a whole, or by a heading. */
  private refusesEquipment(each: TableReading): boolean {
    if (this.facets.isRefused(each, "equipment")) return true;
    return !layouts[each.table.layout].isOfPupils && this.reading.ledger.hasErrorAbove(each.table);
  }

  /** Returns whether the equipment of a table is understood but not billable: it left, or has no tariff. */
  private leavesEquipmentOut(each: TableReading): boolean {
    const left = new Set(["withdrawn", "spare", "untariffed", "after-snapshot"]);
    if (this.facets.kindOf(each) !== "inventory") return false;
    return each.lines.some(({ facts }) =>
      facts.some((fact) => {
        const claim = this.reading.ledger.claimOf(fact);
        return claim?.is === "left-out" && left.has(claim.reason);
      }),
    );
  }

  private checkHeadcounts(isWhole: boolean): void {
    const { tables, schools } = this.reading;
    // Headcounts in tables in error are not missing.
    const isRefused = tables.some((each) => this.facets.isRefused(each, "headcount"));
    const isShown = tables.some((each) => this.facets.shows(each, "headcount"));
    const all = [...this.schools.values()];
    if (!isShown) {
      const equipped = all.filter((shown) => shown.equipped !== null).length;
      if (equipped > 0 && !isRefused)
        this.anomalies.push(
          anomaly("error", "no-headcounts", { schools: equipped, ...unbilledParams(this.reading.context.grid) }),
        );
      return;
    }
    for (const { who, equipped, headcount, pupils } of all) {
      const params = {
        school: schools.nameOf(who),
        commune: who.commune.name,
        ...unbilledParams(this.reading.context.grid),
      };
      if (equipped !== null && headcount === null && !isRefused) {
        const { row, column } = equipped.line.at;
        equipped.each.reader.report("error", "school-without-headcount", row, column, params);
      } else if (equipped === null && headcount !== null && pupils > 0 && isWhole) {
        const { row, column } = headcount.fact.line.at;
        headcount.each.reader.report("warning", "headcount-without-equipment", row, column, params);
      }
    }
  }

  /**
   * Returns the keys of the schools with equipment in service, each billed one pack; empty when a table shows packs.
   * (decisions §2, PACK)
   */
  inferPacks(): ReadonlySet<string> {
    const isShown = this.reading.tables.some(
      (each) => each.showsPacks && this.facets.kindOf(each) === "inventory" && !this.isDropped(each),
    );
    const isOfSites = this.reading.context.grid.rows.some(({ code, perSite }) => code === pack && perSite === 1);
    if (!isOfSites || isShown) return new Set();
    const served = [...this.schools].filter(([, { isServed }]) => isServed).map(([key]) => key);
    if (served.length > 0) this.anomalies.push(anomaly("info", "packs-inferred", { schools: served.length }));
    return new Set(served);
  }

  private isDropped(each: TableReading): boolean {
    return !this.facets.shows(each, "equipment") && !this.facets.isRefused(each, "equipment");
  }
}
