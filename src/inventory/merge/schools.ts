import { parseCellName } from "../../cells";
import type { Anomaly } from "../../messages";
import { wordsOf, type Nature } from "../../tariff";
import { anomalyAt } from "../anomalies";
import { repeatsOf } from "../choices";
import type { Count, CountedSchool } from "../rows/counts";
import type { ReaderContext } from "../rows/reader-context";
import type { TableReader } from "../rows/table-reader";
import type { Quantity, School, SourceCells } from "../types";
import { schoolKey, withKind } from "../words/names";
import { isEmpty } from "./facets";

interface Merged {
  readonly school: School;
  readonly appearances: { readonly reader: TableReader; readonly counted: CountedSchool }[];
  readonly quantities: Map<string, { code: string; nature: Nature; quantity: number; sources: SourceCells[] }>;
}

/** Puts the tables' readings together: one school whatever the tables, its headcount checked, its pack inferred. */
export function assemble(
  readers: readonly TableReader[],
  context: ReaderContext,
  isUnread: boolean,
): { schools: School[]; quantities: Quantity[]; anomalies: Anomaly[] } {
  const merged = mergeSchools(readers, context);
  const anomalies: Anomaly[] = [];
  const equipment = equipmentOf(merged, readers, isUnread);
  if (equipment === "none")
    anomalies.push({ severity: "error", code: "no-equipment", file: null, sheet: null, cell: null, params: {} });
  if (context.grid.rows.some((row) => row.code === "PORTAIL"))
    checkHeadcounts(merged, readers, equipment === "shown", anomalies);
  inferPacks(merged, readers, context, anomalies);
  const order = [...merged.values()].map((entry, at) => ({ entry, at }));
  const collator = new Intl.Collator("fr");
  order.sort(
    (a, b) =>
      collator.compare(a.entry.school.commune.name, b.entry.school.commune.name) ||
      a.entry.school.commune.insee.localeCompare(b.entry.school.commune.insee) ||
      a.at - b.at,
  );
  const schools: School[] = [];
  const quantities: Quantity[] = [];
  for (const { entry } of order) {
    schools.push(entry.school);
    for (const { code, nature, quantity, sources } of entry.quantities.values())
      if (quantity > 0) quantities.push({ school: entry.school, prestation: code, nature, quantity, sources });
  }
  return { schools, quantities, anomalies };
}

/**
 * Whether equipment is shown, or none is, or some is not understood: what is in error then is not missing, and headcounts
 * alone are no bill. (decisions §4)
 */
function equipmentOf(
  merged: ReadonlyMap<string, Merged>,
  readers: readonly TableReader[],
  isUnread: boolean,
): "shown" | "refused" | "none" {
  if (isUnread || readers.some(hasRefusedEquipment)) return "refused";
  const isShown = [...merged.values()].some(({ appearances }) => appearances.some(({ counted }) => counted.equipped));
  const areHeadcounts = [...merged.values()].some(({ quantities }) => quantities.size > 0);
  if (isShown || !areHeadcounts || readers.some(hasLeftOutEquipment)) return "shown";
  return readers.some(({ anomalies }) => anomalies.some(({ severity }) => severity === "error")) ? "refused" : "none";
}

/** Equipment of the table was understood, and is none to bill: it left, or has no tariff. */
function hasLeftOutEquipment({ kind, log }: TableReader): boolean {
  const { withdrawn, spare, untariffed, "after-snapshot": later } = log.counts().reasons;
  return kind === "inventory" && [withdrawn, spare, untariffed, later].some((rows) => rows !== undefined);
}

/** Equipment of the table is refused as a whole, or by a heading. */
function hasRefusedEquipment({ table, refused, anomalies }: TableReader): boolean {
  if (refused.has("equipment")) return true;
  if (["headcounts", "pupil-list"].includes(table.layout)) return false;
  return anomalies.some(
    ({ severity, cell }) => severity === "error" && (cell === null || parseCellName(cell)!.row < table.bodyTop),
  );
}

function mergeSchools(readers: readonly TableReader[], context: ReaderContext): Map<string, Merged> {
  const merged = new Map<string, Merged>();
  for (const reader of readers)
    for (const counted of reader.schools.values()) {
      if (isEmpty(counted)) continue;
      let entry = merged.get(counted.key);
      if (entry === undefined) {
        const place = { sheet: reader.table.ref, column: counted.column, rows: [counted.row] };
        entry = {
          school: { key: counted.key, commune: counted.commune, name: counted.name, place },
          appearances: [],
          quantities: new Map(),
        };
        merged.set(counted.key, entry);
      }
      entry.appearances.push({ reader, counted });
      for (const [key, count] of counted.counts) addQuantity(entry, key, count, reader, counted, context);
    }
  return merged;
}

function addQuantity(
  entry: Merged,
  key: string,
  count: Count,
  reader: TableReader,
  counted: CountedSchool,
  context: ReaderContext,
): void {
  if (count.quantity === 0) return;
  const sources = count.cells.map(({ column, rows }) => ({ sheet: reader.table.ref, column, rows }));
  const known = entry.quantities.get(key);
  if (known === undefined) {
    entry.quantities.set(key, { code: count.code, nature: count.nature, quantity: count.quantity, sources });
    return;
  }
  const unit = context.grid.rows.find((row) => row.code === count.code)?.unit;
  const first = count.cells[0]!;
  if (unit === "école" && context.options.schoolUnit === "one") {
    reader.report("warning", "more-than-one-a-school", first.rows[0]!, first.column, {
      prestation: reader.prestationName(count.code),
      school: counted.name,
      quantity: known.quantity + count.quantity,
    });
    return;
  }
  // Items add up; other tables were weighed against each other, or the user said that they add up.
  if (reader.table.layout === "item-rows" && repeatsOf(reader.table, context.options.repeats) === null)
    reader.report("warning", "item-twice", first.rows[0]!, first.column, {
      school: counted.name,
      label: reader.prestationName(count.code),
    });
  known.quantity += count.quantity;
  for (const source of sources) known.sources.push(source);
}

/** Equipment without a headcount, and headcounts without equipment (decisions §2). */
function checkHeadcounts(
  merged: ReadonlyMap<string, Merged>,
  readers: readonly TableReader[],
  isWhole: boolean,
  anomalies: Anomaly[],
): void {
  const anywhere = readers.some((reader) => reader.showsHeadcounts);
  // Tables in error have their own: what they show is not missing.
  const isRefused = readers.some((reader) => reader.refused.has("headcount"));
  const equipped = [...merged.values()].filter((entry) => entry.appearances.some(({ counted }) => counted.equipped));
  if (!anywhere) {
    if (equipped.length > 0 && !isRefused)
      anomalies.push({
        severity: "error",
        code: "no-headcounts",
        file: null,
        sheet: null,
        cell: null,
        params: { schools: equipped.length },
      });
    return;
  }
  for (const entry of merged.values()) {
    const { school, appearances } = entry;
    const shown = appearances.find(({ counted }) => counted.headcount !== null);
    const pupils = entry.quantities.get("PORTAIL|maintenance")?.quantity ?? 0;
    const hasEquipment = appearances.some(({ counted }) => counted.equipped);
    if (hasEquipment && shown === undefined && !isRefused) {
      const { reader, counted } = appearances.find((appearance) => appearance.counted.equipped)!;
      reader.report("error", "school-without-headcount", counted.row, counted.column, {
        school: school.name,
        commune: school.commune.name,
      });
    } else if (!hasEquipment && shown !== undefined && pupils > 0 && isWhole) {
      const { reader, counted } = shown;
      anomalies.push(
        anomalyAt("warning", "headcount-without-equipment", reader.table.sheet, counted.row, counted.column, {
          school: school.name,
          commune: school.commune.name,
        }),
      );
    }
  }
}

/** Where no sheet shows packs at all, each school with equipment has one in maintenance, none installed (decisions §2). */
function inferPacks(
  merged: ReadonlyMap<string, Merged>,
  readers: readonly TableReader[],
  context: ReaderContext,
  anomalies: Anomaly[],
): void {
  if (readers.some((reader) => reader.showsPacks) || !context.grid.rows.some((row) => row.code === "PACK")) return;
  let inferred = 0;
  for (const entry of merged.values()) {
    if (!entry.appearances.some(({ counted }) => counted.equipped)) continue;
    inferred += 1;
    entry.quantities.set("PACK|maintenance", {
      code: "PACK",
      nature: "maintenance",
      quantity: 1,
      sources: [entry.school.place],
    });
  }
  if (inferred > 0)
    anomalies.push({
      severity: "info",
      code: "packs-inferred",
      file: null,
      sheet: null,
      cell: null,
      params: { schools: inferred },
    });
}

/**
 * Headcounts by level (maternelle, CP…) of a school that the other tables name whole: the levels are parts of its headcount,
 * and are added. Where another table knows the levels as schools, they stay schools. (decisions §2)
 */
export function joinLevels(readers: readonly TableReader[]): void {
  for (const reader of readers) {
    if (reader.table.layout !== "headcounts") continue;
    const groups = new Map<string, CountedSchool[]>();
    for (const school of reader.schools.values())
      if (school.whole !== null) groups.set(school.whole.key, [...(groups.get(school.whole.key) ?? []), school]);
    const others = readers.filter((other) => other !== reader);
    for (const [key, levels] of groups) {
      const apart = levels.some((level) => others.some((other) => other.schools.has(level.key)));
      if (!apart && others.some((other) => other.schools.has(key))) join(reader, key, levels);
    }
  }
}

/** Words that schools' names have or not. */
const small: ReadonlySet<string> = new Set(
  "ecole de du des d la le les l public publique communal communale".split(" "),
);

/** What « Centre | Maternelle » and « École maternelle du Centre » have in common, in one commune. */
function wordsOfName({ key, name }: CountedSchool): string {
  const words = wordsOf(name).words.filter((word) => !small.has(word));
  return `${key.slice(0, key.indexOf("|"))}|${[...new Set(words)].sort().join(" ")}`;
}

/** Names a school by its name and its kind, of two columns, where another table writes them in one. (decisions §4) */
export function nameKinds(readers: readonly TableReader[]): void {
  splitAsElsewhere(readers);
  const hasKind = (school: CountedSchool): boolean => school.whole !== null;
  if (!readers.some((reader) => [...reader.schools.values()].some(hasKind))) return;
  for (const reader of readers) {
    const others = readers.filter((other) => other !== reader);
    const named = new Map(
      others.flatMap((other) =>
        [...other.schools.values()].filter((each) => !hasKind(each)).map((each) => [wordsOfName(each), each] as const),
      ),
    );
    for (const school of [...reader.schools.values()].filter(hasKind)) {
      const same = named.get(wordsOfName(school));
      if (same === undefined || reader.schools.has(same.key)) continue;
      reader.schools.delete(school.key);
      reader.schools.set(same.key, { ...school, key: same.key, name: same.name, whole: null });
    }
  }
}

/** « Centre | Maternelle » alone in its table is « Centre (Maternelle) » where another table has « Centre » of two kinds. */
function splitAsElsewhere(readers: readonly TableReader[]): void {
  const split = new Set(readers.flatMap(({ schools }) => [...schools.values()].map(({ whole }) => whole?.key ?? "")));
  for (const reader of readers)
    for (const school of [...reader.schools.values()]) {
      const { key, kind, commune, name, whole } = school;
      if (kind === null || whole !== null || !split.has(key)) continue;
      const own = withKind(name, kind);
      reader.schools.delete(key);
      const named = { ...school, key: schoolKey(commune, own), name: own, kind: null, whole: { key, name } };
      reader.schools.set(named.key, named);
    }
}

function join(reader: TableReader, key: string, levels: readonly CountedSchool[]): void {
  const first = levels[0]!;
  const whole: CountedSchool = { ...first, key, name: first.whole!.name, counts: new Map(), whole: null };
  for (const level of levels) {
    reader.schools.delete(level.key);
    for (const [code, count] of level.counts) {
      const known = whole.counts.get(code);
      if (known === undefined) whole.counts.set(code, { ...count, cells: [...count.cells] });
      else {
        known.quantity += count.quantity;
        for (const cell of count.cells) known.cells.push(cell);
      }
    }
  }
  reader.schools.set(key, whole);
}
