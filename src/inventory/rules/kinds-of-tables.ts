import { addTo, toSerial } from "../../cells";
import type { MessageCode } from "../../messages";
import { anomalyIn, anomalyOfTable, type Params } from "../anomalies";
import { error, leftOut } from "../ledger";
import type { Reading } from "../reading";
import type { Table } from "../table";
import { layouts } from "../layouts";
import type { TableReading } from "../table-reading";
import { datesEntry } from "../texts/heading-role";
import { readDate } from "../texts/values";
import type { Line } from "../facts";
import type { ExclusionReason, TableKind } from "../types";
import type { Facets } from "./facets";

/** Kinds of tables that are resolved by what other tables show of their schools. */
const weighedKinds: ReadonlySet<TableKind> = new Set(["not-in-service", "other-year", "installations"]);

/**
 * Leaves out the tables that are not equipment in service; asks about them when their schools would have nothing left.
 * (decisions §4, Which sheets)
 */
export class KindsOfTables {
  private readonly equipped: ReadonlySet<string>;
  private readonly counted: ReadonlySet<string>;
  private readonly facets: Facets;

  constructor(private readonly reading: Reading) {
    const { tables, facets } = reading;
    this.facets = facets;
    // What others show is asked of these kinds alone, and every row is looked at for it.
    const others = tables.some(({ table }) => weighedKinds.has(table.kind)) ? tables : [];
    const parc = others.filter((each) => facets.kindOf(each) === "inventory");
    this.equipped = facets.schoolsWith(parc, "equipment");
    this.counted = facets.schoolsWith(
      others.filter((each) => facets.isBilled(each)),
      "headcount",
    );
  }

  resolve(): void {
    for (const each of this.reading.tables) this.resolveTable(each);
  }

  private resolveTable(each: TableReading): void {
    const { table } = each;
    const { kind, kindWords: words } = table;
    const chosen = table.isChosen === true ? anomalyOfTable("info", "table-chosen", table, { [kind]: 1 }) : null;
    if (kind === "ignored") {
      this.reading.ledger.claimTable(table, { ...leftOut("ignored", "choice"), kind });
      if (chosen !== null) this.reading.ledger.report(chosen, table);
    } else if (kind === "model") this.leaveOut(each, kind, "warning", "model-table", { words });
    else if (kind === "other-year") this.resolveOtherInstallations(each);
    else if (kind === "not-in-service") this.resolveNotInService(each);
    else {
      if (kind === "installations") this.resolveInstallations(each);
      if (chosen !== null) this.reading.ledger.report(chosen, table);
    }
  }

  private leaveOut(
    { table }: TableReading,
    kind: TableKind & ExclusionReason,
    severity: "info" | "warning",
    code: MessageCode,
    params: Params,
  ): void {
    this.reading.ledger.claimTable(table, { ...leftOut(kind, "text"), kind });
    this.reading.ledger.report(anomalyOfTable(severity, code, table, params), table);
  }

  /**
   * Leaves out a table out of service, with a warning, when another table shows the equipment of its schools; otherwise
   * asks about it.
   */
  private resolveNotInService(each: TableReading): void {
    const { table } = each;
    const elsewhere = this.facets.shows(each, "equipment") ? this.equipped : this.counted;
    const schools = this.schoolsOf(each);
    const inCommunes = new Map<string, string[]>();
    for (const key of elsewhere) addTo(inCommunes, communeOf(key), key);
    const isKnown = (key: string): boolean =>
      elsewhere.has(key) || mayBeOnlyOne(key, inCommunes.get(communeOf(key)) ?? []);
    const known = [...schools].filter(isKnown).length;
    // An uncertain title does not hide a column about which the user is asked.
    const isOpen = schools.size > 0 || table.columns.some(({ role }) => role.kind === "refused");
    const isAsked = table.isUnsure === true ? isOpen : schools.size > 0 && known * 2 <= schools.size;
    const params = { words: table.kindWords, count: this.quantitiesOf(each) };
    if (isAsked) refuseTable(this.reading, table, "not-in-service-asked", params);
    else this.leaveOut(each, "not-in-service", "warning", "not-in-service", params);
  }

  /** Returns the keys of the schools of which a table shows equipment or a headcount. */
  private schoolsOf({ lines }: TableReading): ReadonlySet<string> {
    const keys = new Set<string>();
    for (const { who, facts } of lines)
      if (facts.some((fact) => this.facets.equips(fact) || this.facets.isHeadcount(fact)))
        keys.add(this.reading.schools.keyOf(who));
    return keys;
  }

  /** Returns the number of quantities of a table that would be billed. */
  private quantitiesOf({ lines }: TableReading): number {
    return lines.reduce((sum, { facts }) => sum + facts.filter((fact) => this.reading.ledger.isOpen(fact)).length, 0);
  }

  /**
   * Leaves out installations of another campaign; asks about them when they alone show their schools' equipment, or may
   * belong to this campaign.
   */
  private resolveOtherInstallations(each: TableReading): void {
    const { table } = each;
    const { kindWords: words } = table;
    const { year } = this.reading.context.campaign;
    const alone = this.alone(each).length;
    if (alone > 0 && alone * 2 >= this.schoolsOf(each).size)
      refuseTable(this.reading, table, "only-installations", { words, schools: alone });
    else if (table.isUnsure === true && !this.showsStockOf(table))
      refuseTable(this.reading, table, "installations-since", { words, campaign: year, before: year - 1 });
    else this.leaveOut(each, "other-year", "info", "other-year-installations", { words, campaign: year });
  }

  /**
   * Returns whether another table shows the equipment in service in the year of installations, which are then of that
   * campaign.
   */
  private showsStockOf({ year }: Table): boolean {
    return year !== null && this.reading.tables.some(({ table }) => table.kind === "inventory" && table.year === year);
  }

  /** Returns, for each school whose equipment no table in service shows, one of its lines in a table. */
  private alone({ lines }: TableReading): Line[] {
    const schools = new Map<string, Line>();
    for (const line of lines) {
      const key = this.reading.schools.keyOf(line.who);
      if (!this.equipped.has(key) && !schools.has(key) && line.facts.some((fact) => this.facets.equips(fact)))
        schools.set(key, line);
    }
    return [...schools.values()];
  }

  /** Leaves out the rows of a table of installations by school whose date of entry is of another campaign. */
  private leaveOutOfOtherDays({ table, lines, reader, service }: TableReading): void {
    if (layouts[table.layout].listsUnits) return;
    const { windowStart, snapshot } = this.reading.context.campaign;
    const [first, last] = [toSerial(windowStart), toSerial(snapshot)];
    const dated = table.columns.filter(
      ({ role, texts }) => role.kind === "other" && role.why === "other-date" && datesEntry(texts),
    );
    for (const { index } of dated)
      for (const { row, facts } of lines) {
        const day = readDate(reader.cell(row, index), table.date1904);
        const open = facts.filter((fact) => this.reading.ledger.isOpen(fact));
        if (!(day > 0) || (day > first && day <= last) || open.length === 0) continue;
        service.reportOutside(row, index);
        for (const fact of open) this.reading.ledger.claim(fact, leftOut("other-year", "date"));
      }
  }

  /** Refuses installations of schools whose equipment no table shows, unless the user chose the kind of the table. */
  private resolveInstallations(each: TableReading): void {
    const { table } = each;
    this.leaveOutOfOtherDays(each);
    if (table.isChosen === true) return;
    const alone = this.alone(each);
    if (alone.length === 0) return;
    const installed = this.facets.schoolsWith([each], "equipment").size;
    if (alone.length * 2 >= installed) {
      refuseTable(this.reading, table, "only-installations", { words: table.kindWords, schools: alone.length });
      return;
    }
    for (const { who, at } of alone) {
      const key = this.reading.schools.keyOf(who);
      this.facets.take(each, "equipment", error, (fact) => this.facets.keyOf(fact) === key);
      const params = { school: who.name, commune: who.commune.name };
      this.reading.ledger.report(
        anomalyIn("error", "school-only-installed", table, at.row, at.column, params),
        table,
        at.row,
        at.column,
      );
    }
  }
}

/** Puts a whole table in error: its rows are not billed until it is settled, and its other anomalies are withdrawn. */
export function refuseTable(
  { ledger }: Reading,
  table: TableReading["table"],
  code: MessageCode,
  params: Params,
): void {
  ledger.claimTable(table, { ...error, kind: null });
  ledger.report(anomalyOfTable("error", code, table, params), table);
}

const communeOf = (key: string): string => key.split("|")[0]!;

/**
 * Returns whether a school is the only other school of its commune, under a longer or shorter name: « École », « École
 * primaire ».
 */
const mayBeOnlyOne = (key: string, [only, ...others]: readonly string[]): boolean =>
  only !== undefined && others.length === 0 && (only.startsWith(key) || key.startsWith(only));
