import { remembered, rowsBetweenPauses, type Steps } from "../../cells";
import { headcount } from "../../tariff";
import { columnOf } from "../column";
import type { Fact } from "../facts";
import { error } from "../ledger";
import type { Reading } from "../reading";
import type { TableReading } from "../table-reading";
import { shownCell } from "../texts/values";

const code = "equipment-without-pupils";

/** What all the tables show of one school. */
interface Shown {
  /** The first headcount that is zero; null when there is none. */
  zero: { readonly each: TableReading; readonly fact: Fact } | null;
  /** Whether it has pupils, or a headcount in error. */
  hasPupils: boolean;
  /** Its equipment in service that would be billed. */
  readonly equipment: Fact[];
}

/**
 * Asks about the equipment in service of a school whose headcount is zero, where other schools have pupils: it may have
 * closed, or be no school. (decisions §4, Proof)
 */
export function* askOfSchoolsWithoutPupils(reading: Reading): Steps<void> {
  const shown = [...(yield* look(reading)).values()];
  if (!shown.some(({ hasPupils }) => hasPupils)) return;
  for (const { zero, hasPupils, equipment } of shown)
    if (zero !== null && !hasPupils && equipment.length > 0) ask(zero, equipment, reading);
}

function* look({ tables, ledger, facets }: Reading): Steps<Map<string, Shown>> {
  const schools = new Map<string, Shown>();
  for (const each of tables)
    for (const [at, { facts }] of each.lines.entries()) {
      if (at % rowsBetweenPauses === 0) yield;
      for (const fact of facts) {
        const claim = ledger.claimOf(fact);
        const isOpenService = claim === null && fact.natures.includes("maintenance");
        if (!isOpenService && !facets.isHeadcount(fact)) continue;
        const shown = remembered(schools, facets.keyOf(fact), (): Shown => {
          return { zero: null, hasPupils: false, equipment: [] };
        });
        if (fact.code !== headcount) shown.equipment.push(fact);
        else if (claim?.is === "left-out" && claim.reason === "zero") shown.zero ??= { each, fact };
        else if (claim?.is !== "left-out") shown.hasPupils = true;
      }
    }
  return schools;
}

function ask(
  { each: { reader }, fact }: NonNullable<Shown["zero"]>,
  equipment: readonly Fact[],
  { schools, ledger }: Reading,
): void {
  const { line, column } = fact;
  if (!reader.hasTariff(headcount, "maintenance") || reader.accepts(code, line.row, column)) return;
  const school = columnOf(reader.table, "school");
  if (school !== null && reader.accepts("not-a-school", line.row, school.index)) return;
  for (const each of equipment) ledger.claim(each, error);
  reader.report("error", code, line.row, column, {
    school: schools.nameOf(line.who),
    commune: line.who.commune.name,
    was: shownCell(reader.cell(line.row, column)),
    // Its only row may be set aside.
    ...(equipment.every((each) => each.line === line) && { alone: 1 }),
  });
}
