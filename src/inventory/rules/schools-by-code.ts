import { addTo, remembered, type Cell } from "../../cells";
import type { Line, TableSchool } from "../facts";
import { layouts } from "../layouts";
import { error } from "../ledger";
import type { Reading } from "../reading";
import { isCorrected } from "../column";
import type { TableReading } from "../table-reading";
import { schoolKey } from "../texts/school-names";
import { shownCell } from "../texts/values";

/** Returns whether a cell holds a school code (UAI): seven figures and a letter. */
const isCode = (cell: Cell): boolean => /^\d{7}[A-Z]$/i.test(shownCell(cell));

/** Returns the column of school codes of some rows, under any heading; null when there is none. */
function codeColumn({ table, reader }: TableReading, lines: readonly Line[]): number | null {
  const found = table.columns.find((column) => {
    if (isCorrected(column)) return false;
    const isFilled = ({ row }: Line): boolean => shownCell(reader.cell(row, column.index)) !== "";
    return (
      lines.every((line) => !isFilled(line) || isCode(reader.cell(line.row, column.index))) && lines.some(isFilled)
    );
  });
  return found?.index ?? null;
}

/** Records the UAI code of each school; a name with several codes in one commune is several schools. (decisions §4) */
export function reportApartByCode(reading: TableReading): void {
  const { lines, reader } = reading;
  const column = codeColumn(reading, lines);
  if (column === null) return;
  const bySchool = new Map<TableSchool, Map<string, Line[]>>();
  for (const line of lines) {
    const code = shownCell(reader.cell(line.row, column)).toUpperCase();
    const codes = remembered(bySchool, line.who, () => new Map<string, Line[]>());
    addTo(codes, code, line);
  }
  for (const [school, codes] of bySchool) {
    const written = [...codes.keys()].filter((code) => code !== "");
    if (written.length === 1) school.code = written[0]!;
    if (written.length < 2) continue;
    for (const code of written) {
      const own = codes.get(code)!;
      const name = `${school.name} (${code})`;
      const key = schoolKey(school.commune, name);
      const apart: TableSchool = { ...school, key, name, code, namesake: school.key, row: own[0]!.row };
      reader.schools.set(key, apart);
      for (const line of own) line.who = apart;
    }
  }
  if (!layouts[reading.table.layout].isOfPupils) askOfSharedCodes(reading, column);
}

/** Asks about a school whose code another school of its table has: they may be one school, or two. (decisions §4) */
function askOfSharedCodes({ table, lines, reader }: TableReading, column: number): void {
  const first = new Map<string, TableSchool>();
  for (const { who, row, facts } of lines) {
    if (who.code === null || layouts[table.layout].listsUnits) continue;
    const known = remembered(first, `${who.commune.insee}|${who.code}`, () => who);
    if (known.key === who.key || (known.whole !== null && known.whole.key === who.whole?.key)) continue;
    if (reader.accepts("code-of-two-schools", row, column)) continue;
    const params = { value: who.code, first: known.name, school: who.name };
    reader.report("error", "code-of-two-schools", row, column, params);
    for (const fact of facts) reader.ledger.claim(fact, error);
  }
}

/**
 * Matches a school by its code with a school of another table that has several of this name; reports an error when it
 * has no such code.
 */
export function askWhichOfNamesakes({ tables, schools, ledger }: Reading): void {
  const apart = new Map<string, TableSchool[]>();
  for (const { reader } of tables)
    for (const school of reader.schools.values()) if (school.namesake !== null) addTo(apart, school.namesake, school);
  for (const { reader, lines } of tables)
    for (const school of reader.schools.values()) {
      const namesakes = apart.get(school.key);
      if (namesakes === undefined) continue;
      const same = namesakes.find(({ code }) => code === school.code);
      if (same !== undefined) {
        schools.nameAs(school, same);
        continue;
      }
      const codes = [...new Set(namesakes.map(({ code }) => code))].join(", ");
      for (const { who, at, facts } of lines.filter((line) => line.who === school)) {
        const params = { school: who.name, commune: who.commune.name, codes };
        reader.report("error", "school-without-code", at.row, at.column, params);
        for (const fact of facts) ledger.claim(fact, error);
      }
    }
}
