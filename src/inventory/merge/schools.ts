import { addTo, parseCellName, remembered } from "../../cells";
import { anomaly, type Anomaly } from "../../messages";
import { pupilCode, wordsOf, type Nature } from "../../tariff";
import { anomalyAt } from "../anomalies";
import { repeatsOf } from "../choices";
import { layouts } from "../layouts";
import { headcountKey, type Count, type CountedSchool } from "../rows/counts";
import type { ReaderContext } from "../rows/reader-context";
import type { Quantity, School, SourceCells } from "../types";
import { isEmpty } from "./facets";
import type { TableOutcome } from "./table-outcome";
import { schoolKey, withKind } from "../texts/school-names";

interface Merged {
  readonly school: School;
  readonly appearances: { readonly outcome: TableOutcome; readonly counted: CountedSchool }[];
  readonly quantities: Map<string, { code: string; nature: Nature; quantity: number; sources: SourceCells[] }>;
}

/** What all the tables show, put together. */
interface MergedTables {
  readonly schools: School[];
  readonly quantities: Quantity[];
  readonly anomalies: Anomaly[];
}

/** Puts tables together: one school whatever the tables, its headcount checked, its pack inferred. */
export function mergeSchools(
  outcomes: readonly TableOutcome[],
  context: ReaderContext,
  isUnread: boolean,
): MergedTables {
  return new SchoolMerger(outcomes, context).merge(isUnread);
}

class SchoolMerger {
  private readonly merged = new Map<string, Merged>();
  private readonly anomalies: Anomaly[] = [];

  constructor(
    private readonly outcomes: readonly TableOutcome[],
    private readonly context: ReaderContext,
  ) {}

  merge(isUnread: boolean): MergedTables {
    // Those that were renamed, or joined, come last in their table: each goes back to the row where it first stands.
    for (const outcome of this.outcomes)
      for (const counted of [...outcome.schools.values()].sort((a, b) => a.row - b.row)) this.add(outcome, counted);
    const { anomalies } = this;
    const equipment = this.equipment(isUnread);
    if (equipment === "none") anomalies.push(anomaly("error", "no-equipment"));
    if (this.isInGrid(pupilCode)) this.checkHeadcounts(equipment === "shown");
    if (this.isInGrid("PACK") && !this.outcomes.some(({ showsPacks }) => showsPacks)) this.inferPacks();
    const collator = new Intl.Collator("fr");
    // The sort is stable: schools of one commune stay in the order in which they appear.
    const sorted = [...this.merged.values()].sort(
      ({ school: { commune: a } }, { school: { commune: b } }) =>
        collator.compare(a.name, b.name) || a.insee.localeCompare(b.insee),
    );
    const quantities = sorted.flatMap(({ school, quantities: counts }) =>
      [...counts.values()]
        .filter(({ quantity }) => quantity > 0)
        .map(({ code, ...count }): Quantity => ({ school, prestation: code, ...count })),
    );
    return { schools: sorted.map(({ school }) => school), quantities, anomalies };
  }

  private isInGrid(code: string): boolean {
    return this.context.grid.rows.some((row) => row.code === code);
  }

  private add(outcome: TableOutcome, counted: CountedSchool): void {
    if (isEmpty(counted)) return;
    const { key, commune, name, column, row } = counted;
    const entry = remembered(this.merged, key, (): Merged => {
      const place = { sheet: outcome.table.ref, column, rows: [row] };
      return { school: { key, commune, name, place }, appearances: [], quantities: new Map() };
    });
    entry.appearances.push({ outcome, counted });
    for (const [what, count] of counted.counts) if (count.quantity > 0) this.addQuantity(entry, what, count, outcome);
  }

  private addQuantity({ school, quantities }: Merged, what: string, count: Count, outcome: TableOutcome): void {
    const { options } = this.context;
    const { code, nature, quantity, cells } = count;
    const sources = cells.map(({ column, rows }) => ({ sheet: outcome.table.ref, column, rows }));
    const known = quantities.get(what);
    if (known === undefined) {
      quantities.set(what, { code, nature, quantity, sources });
      return;
    }
    const { rows, column } = cells[0]!;
    const prestation = outcome.reader.prestationName(code);
    const written = outcome.schools.get(school.key)!.name;
    if (options.schoolUnit === "one" && outcome.reader.isPerSchool(code)) {
      const params = { prestation, school: written, quantity: known.quantity + quantity };
      outcome.reader.report("warning", "more-than-one-a-school", rows[0]!, column, params);
      return;
    }
    // Items add up; other tables were weighed against each other, or the user said that they add up.
    if (outcome.table.layout === "item-rows" && repeatsOf(outcome.table, options.repeats) === null)
      outcome.reader.report("warning", "item-twice", rows[0]!, column, { school: written, label: prestation });
    known.quantity += quantity;
    for (const source of sources) known.sources.push(source);
  }

  /**
   * Returns `refused` if some equipment is not understood, `none` if headcounts alone are shown, else `shown`: what is in
   * error is not missing, and headcounts alone are no bill. (decisions §4)
   */
  private equipment(isUnread: boolean): "shown" | "refused" | "none" {
    const { outcomes } = this;
    if (isUnread || outcomes.some(hasRefusedEquipment)) return "refused";
    const schools = [...this.merged.values()];
    const areHeadcounts = schools.some(({ quantities }) => quantities.size > 0);
    if (schools.some(isEquipped) || !areHeadcounts || outcomes.some(hasLeftOutEquipment)) return "shown";
    return outcomes.some(({ anomalies }) => anomalies.some(({ severity }) => severity === "error"))
      ? "refused"
      : "none";
  }

  /** Tells of equipment without a headcount, and of headcounts without equipment (decisions §2). */
  private checkHeadcounts(isWhole: boolean): void {
    // Tables in error have their own: what they show is not missing.
    const isRefused = this.outcomes.some((outcome) => outcome.refused.has("headcount"));
    const merged = [...this.merged.values()];
    if (!this.outcomes.some((outcome) => outcome.showsHeadcounts)) {
      const schools = merged.filter(isEquipped).length;
      if (schools > 0 && !isRefused) this.anomalies.push(anomaly("error", "no-headcounts", { schools }));
      return;
    }
    for (const { school, appearances, quantities } of merged) {
      const params = { school: school.name, commune: school.commune.name };
      const equipped = appearances.find(({ counted }) => counted.equipped);
      const shown = appearances.find(({ counted }) => counted.headcount !== null);
      const pupils = quantities.get(headcountKey)?.quantity ?? 0;
      if (equipped !== undefined && shown === undefined && !isRefused) {
        const { row, column } = equipped.counted;
        equipped.outcome.reader.report("error", "school-without-headcount", row, column, params);
      } else if (equipped === undefined && shown !== undefined && pupils > 0 && isWhole) {
        const { row, column } = shown.counted;
        const { sheet } = shown.outcome.table;
        this.anomalies.push(anomalyAt("warning", "headcount-without-equipment", sheet, row, column, params));
      }
    }
  }

  /**
   * Gives each school with equipment one pack in maintenance, none installed, since no sheet shows packs at all (decisions
   * §2).
   */
  private inferPacks(): void {
    const equipped = [...this.merged.values()].filter(isEquipped);
    for (const { school, quantities } of equipped) {
      const sources = [school.place];
      quantities.set("PACK|maintenance", { code: "PACK", nature: "maintenance", quantity: 1, sources });
    }
    if (equipped.length > 0) this.anomalies.push(anomaly("info", "packs-inferred", { schools: equipped.length }));
  }
}

function isEquipped({ appearances }: Merged): boolean {
  return appearances.some(({ counted }) => counted.equipped);
}

/** Returns whether equipment of the table was understood, and is none to bill: it left, or has no tariff. */
function hasLeftOutEquipment({ kind, log }: TableOutcome): boolean {
  const { withdrawn, spare, untariffed, "after-snapshot": later } = log.counts().reasons;
  return kind === "inventory" && [withdrawn, spare, untariffed, later].some((rows) => rows !== undefined);
}

/** Returns whether equipment of the table is refused as a whole, or by a heading. */
function hasRefusedEquipment({ table, refused, anomalies }: TableOutcome): boolean {
  if (refused.has("equipment")) return true;
  if (layouts[table.layout].isOfPupils) return false;
  return anomalies.some(
    ({ severity, cell }) => severity === "error" && (cell === null || parseCellName(cell)!.row < table.bodyTop),
  );
}

/**
 * Joins headcounts by level (maternelle, CP…) of a school that the other tables name whole: the levels are parts of its
 * headcount, and are added. If another table knows the levels as schools, they stay schools. (decisions §2)
 */
export function joinLevels(outcomes: readonly TableOutcome[]): void {
  for (const outcome of outcomes) {
    if (outcome.table.layout !== "headcounts") continue;
    const groups = new Map<string, CountedSchool[]>();
    for (const school of outcome.schools.values()) if (school.whole !== null) addTo(groups, school.whole.key, school);
    const others = outcomes.filter((other) => other !== outcome);
    for (const [key, levels] of groups) {
      const apart = levels.some((level) => others.some((other) => other.schools.has(level.key)));
      if (!apart && others.some((other) => other.schools.has(key))) join(outcome, key, levels);
    }
  }
}

/** Words that schools' names have or not. */
const small: ReadonlySet<string> = new Set(
  "ecole de du des d la le les l public publique communal communale".split(" "),
);

/** Returns what « Centre | Maternelle » and « École maternelle du Centre » have in common, in one commune. */
function wordsOfName({ commune, name }: CountedSchool): string {
  const words = wordsOf(name).filter((word) => !small.has(word));
  return `${commune.insee}|${[...new Set(words)].sort().join(" ")}`;
}

/** Renames a school of two columns, its name and its kind, as another table does that writes them in one. (decisions §4) */
export function nameKinds(outcomes: readonly TableOutcome[]): void {
  splitAsElsewhere(outcomes);
  const hasKind = (school: CountedSchool): boolean => school.whole !== null;
  if (!outcomes.some((outcome) => [...outcome.schools.values()].some(hasKind))) return;
  for (const outcome of outcomes) {
    const others = outcomes.filter((other) => other !== outcome);
    const named = new Map(
      others.flatMap((other) =>
        [...other.schools.values()].filter((each) => !hasKind(each)).map((each) => [wordsOfName(each), each] as const),
      ),
    );
    for (const school of [...outcome.schools.values()].filter(hasKind)) {
      const same = named.get(wordsOfName(school));
      if (same === undefined || outcome.schools.has(same.key)) continue;
      outcome.schools.delete(school.key);
      outcome.schools.set(same.key, { ...school, key: same.key, name: same.name, whole: null });
    }
  }
}

/** Renames « Centre | Maternelle », alone in its table, « Centre (Maternelle) » if another table has « Centre » of two kinds. */
function splitAsElsewhere(outcomes: readonly TableOutcome[]): void {
  const split = new Set(outcomes.flatMap(({ schools }) => [...schools.values()].map(({ whole }) => whole?.key ?? "")));
  for (const outcome of outcomes)
    for (const school of [...outcome.schools.values()]) {
      const { key, kind, commune, name, whole } = school;
      if (kind === null || whole !== null || !split.has(key)) continue;
      const own = withKind(name, kind);
      outcome.schools.delete(key);
      const named = { ...school, key: schoolKey(commune, own), name: own, kind: null, whole: { key, name } };
      outcome.schools.set(named.key, named);
    }
}

function join(outcome: TableOutcome, key: string, levels: readonly CountedSchool[]): void {
  const first = levels[0]!;
  const whole: CountedSchool = { ...first, key, name: first.whole!.name, counts: new Map(), whole: null };
  for (const level of levels) {
    outcome.schools.delete(level.key);
    for (const [code, count] of level.counts) {
      const known = whole.counts.get(code);
      if (known === undefined) whole.counts.set(code, { ...count, cells: [...count.cells] });
      else {
        known.quantity += count.quantity;
        for (const cell of count.cells) known.cells.push(cell);
      }
    }
  }
  outcome.schools.set(key, whole);
}
