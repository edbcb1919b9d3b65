import { remembered, rowsBetweenPauses, type Steps } from "../../cells";
import { headcount, type Nature, pack } from "../../tariff";
import type { Fact, Line } from "../facts";
import type { Reading } from "../reading";
import type { PupilPrices } from "../rules/pupil-prices";
import { placeIn, type Table } from "../table";
import type { ExclusionReason, Quantity, School, SourceCells } from "../types";

/** The schools to bill and their quantities. */
interface Billed {
  readonly schools: School[];
  readonly quantities: Quantity[];
}

interface Entry {
  readonly school: School;
  readonly counts: Map<string, Count>;
}

interface Count {
  readonly prestation: string;
  readonly nature: Nature;
  quantity: number;
  readonly sources: Source[];
}

/** Cells of one column, while others are added to them. */
interface Source extends SourceCells {
  readonly rows: number[];
}

/** Exclusion reasons that do not show that the school still exists. */
const gone: ReadonlySet<ExclusionReason> = new Set([
  "set-aside",
  "withdrawn",
  "spare",
  "after-snapshot",
  "part-of-headcount",
]);

/**
 * Groups the counted facts by school, prestation and nature, with their cells; `packs`: keys of the schools for which a
 * pack is inferred.
 */
export function* quantitiesOf(reading: Reading, pupils: PupilPrices, packs: ReadonlySet<string>): Steps<Billed> {
  const { ledger, schools, facets } = reading;
  const entries = new Map<string, Entry>();
  for (const { table, lines } of reading.tables) {
    const isThere = (fact: Fact): boolean => {
      const claim = ledger.claimOf(fact);
      if (claim?.is === "left-out" && gone.has(claim.reason)) return false;
      return claim?.is === "counted" || facets.equips(fact) || facets.isHeadcount(fact);
    };
    const present: Line[] = [];
    for (const [at, line] of lines.entries()) {
      if (at % rowsBetweenPauses === 0) yield;
      if (line.facts.some(isThere)) present.push(line);
    }
    // A school whose name is repeated down the rows is placed where its name is written.
    for (const [at, { who, at: place, facts }] of present.sort((a, b) => a.at.row - b.at.row).entries()) {
      if (at % rowsBetweenPauses === 0) yield;
      const key = schools.keyOf(who);
      const entry = remembered(entries, key, () => ({
        school: {
          key,
          commune: who.commune,
          name: schools.nameOf(who),
          place: sourceOf(table, place.row, place.column),
        },
        counts: new Map(),
      }));
      for (const fact of facts) addCounted(entry, fact, reading, pupils);
    }
  }
  for (const [key, { school, counts }] of entries)
    if (packs.has(key))
      counts.set(`${pack}|maintenance`, {
        prestation: pack,
        nature: "maintenance",
        quantity: 1,
        sources: [{ ...school.place, rows: [...school.place.rows] }],
      });
  const sorted = sortedByCommune([...entries.values()]);
  return {
    schools: sorted.map(({ school }) => school),
    quantities: sorted.flatMap(({ school, counts }) => [...counts.values()].map((count) => ({ school, ...count }))),
  };
}

function addCounted({ counts }: Entry, fact: Fact, { ledger, context }: Reading, pupils: PupilPrices): void {
  const claim = ledger.claimOf(fact);
  if (claim?.is !== "counted") return;
  const { table, row } = fact.line;
  for (const { nature, quantity } of claim.lines)
    for (const { code: prestation, perSite } of fact.code === headcount
      ? pupils.billedBy(nature)
      : [{ code: fact.code!, perSite: null }]) {
      if (quantity === 0) continue;
      const count = remembered(counts, `${prestation}|${nature}`, () => ({
        prestation,
        nature,
        quantity: 0,
        sources: [],
      }));
      const most = context.options.schoolUnit === "one" ? perSite : null;
      count.quantity = Math.min(count.quantity + quantity, most ?? Infinity);
      addSource(count.sources, sourceOf(table, row, fact.column));
    }
}

/** Adds a cell to the sources, merged with the previous one when both are in the same column. */
function addSource(sources: Source[], source: Source): void {
  const last = sources.at(-1);
  if (last?.sheet === source.sheet && last.column === source.column) last.rows.push(...source.rows);
  else sources.push(source);
}

function sourceOf(table: Table, row: number, column: number): Source {
  const place = placeIn(table, row, column);
  return { sheet: table.ref, column: place.column, rows: [place.row] };
}

function sortedByCommune(entries: readonly Entry[]): Entry[] {
  const collator = new Intl.Collator("fr");
  // The sort is stable: the schools of a commune keep their order of appearance.
  return [...entries].sort(
    ({ school: { commune: a } }, { school: { commune: b } }) =>
      collator.compare(a.name, b.name) || a.insee.localeCompare(b.insee),
  );
}
