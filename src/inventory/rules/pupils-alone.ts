import { rowsBetweenPauses, type Steps } from "../../cells";
import type { Fact, Line, TableSchool } from "../facts";
import { layouts } from "../layouts";
import { error } from "../ledger";
import type { Reading } from "../reading";
import { columnOf } from "../column";
import type { Table } from "../table";
import type { TableReading } from "../table-reading";
import { schoolKey } from "../texts/school-names";
import { shownCell } from "../texts/values";

const code = "pupils-of-set-aside";

/** A row of equipment that the user set aside. */
interface RowSetAside {
  readonly texts: readonly string[];
  /** Whether it has a school. */
  readonly isNamed: boolean;
}

/**
 * Asks about the pupils of a school without equipment, when rows of equipment that name it, or no school, were set
 * aside: the school may have no equipment, or may be gone. (decisions §4, Advice is safe)
 */
export function* askOfPupilsAlone({ tables, schools, ledger, facets }: Reading): Steps<void> {
  const aside = tables.flatMap(({ table }) => (layouts[table.layout].isOfPupils ? [] : rowsSetAside(table)));
  if (aside.length === 0) return;
  const [equipped, pupils] = [new Set<string>(), new Array<{ each: TableReading; fact: Fact }>()];
  for (const each of tables)
    for (const [at, { facts }] of each.lines.entries()) {
      if (at % rowsBetweenPauses === 0) yield;
      for (const fact of facts)
        if (facets.equips(fact)) equipped.add(facets.keyOf(fact));
        else if (facets.isHeadcount(fact) && ledger.isOpen(fact)) pupils.push({ each, fact });
    }
  const may = ({ commune, key }: TableSchool): boolean =>
    aside.some(({ texts, isNamed }) => !isNamed || texts.some((text) => schoolKey(commune, text) === key));
  const reported = new Set<Line>();
  for (const { each, fact } of pupils) {
    if (equipped.has(facets.keyOf(fact))) continue;
    const { who } = fact.line;
    // On a form, the school is not in the rows of quantities.
    const at = each.table.sheetSchool === null ? fact.line.at : { row: fact.line.row, column: fact.column };
    if (!may(who) || each.reader.accepts(code, at.row, at.column)) continue;
    ledger.claim(fact, error);
    if (reported.has(fact.line)) continue;
    reported.add(fact.line);
    const was = shownCell(each.reader.cell(at.row, at.column));
    const params = { school: schools.nameOf(who), commune: who.commune.name, was };
    each.reader.report("error", code, at.row, at.column, params);
  }

  function rowsSetAside(table: Table): RowSetAside[] {
    const { bodyTop, bottom, sheet } = table;
    const school = columnOf(table, "school");
    const found: RowSetAside[] = [];
    for (let row = bodyTop; row <= bottom; row += 1) {
      const claim = ledger.rowClaim(table, row);
      if (claim?.is !== "left-out" || claim.reason !== "set-aside") continue;
      const cells = sheet.rows[row]!;
      const texts = cells.map(shownCell);
      found.push({ texts, isNamed: school !== null && shownCell(cells[school.index] ?? null) !== "" });
    }
    return found;
  }
}
