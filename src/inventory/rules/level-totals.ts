import { addTo } from "../../cells";
import { columnOf } from "../column";
import type { Fact, Line, TableSchool } from "../facts";
import { error, leftOut } from "../ledger";
import type { TableReading } from "../table-reading";
import { commonReader } from "../texts/read-text";
import { parseQuantity, shownCell } from "../texts/values";

/**
 * Leaves out the totals of some levels of a school, which its other totals or its levels show too, so that its pupils
 * count once: their sums prove it. (decisions §4, Proof)
 */
export function leaveOutSubtotals({ lines, reader }: TableReading): void {
  const bySchool = new Map<TableSchool, Line[]>();
  for (const line of lines) if (line.level !== null) addTo(bySchool, line.who, line);
  const pupilsIn = (some: readonly Line[]): number =>
    pupilsOf(
      reader,
      some.flatMap(({ facts }) => facts),
    );
  for (const own of bySchool.values()) {
    const totals = own.filter(isTotal);
    const isSumAbove = (line: Line): boolean => {
      const before = own.slice(0, own.indexOf(line));
      return pupilsIn(before.slice(before.findLastIndex(isTotal) + 1)) === pupilsIn([line]);
    };
    const all = pupilsIn(own.filter((line) => !isTotal(line)));
    const whole = totals.find((line) => pupilsIn([line]) === all);
    const others = totals.filter((line) => pupilsIn([line]) !== all);
    if (pupilsIn(others) !== all && (whole === undefined || !others.every(isSumAbove))) continue;
    for (const line of totals)
      if (line !== whole) for (const fact of line.facts) reader.ledger.claim(fact, leftOut("subtotal", "sum"));
  }
}

/** Returns the schools of which several totals are asked about: which of them is right settles what it counts. */
export function schoolsAskedOfTotals({ lines, reader: { ledger } }: TableReading): ReadonlySet<TableSchool> {
  const asked = lines.filter(
    (line) => isTotal(line) && line.facts.some((fact) => ledger.claimOf(fact)?.is === "error"),
  );
  return new Set(asked.map(({ who }) => who));
}

/**
 * Asks whether the only total of a school, beside which are more pupils by level, counts them all: when it names a
 * level, « Total maternelle », is zero, or is the sum of the levels just above or below it alone. Returns whether it asks.
 */
export function asksOfSomeLevels(reading: TableReading, own: readonly Fact[]): boolean {
  const { reader } = reading;
  const [total, ...others] = own.filter(({ line }) => isTotal(line));
  if (total === undefined || others.length > 0) return false;
  const at = own.indexOf(total);
  const [above, below] = [own.slice(0, at).reverse(), own.slice(at + 1)];
  const [read, expected] = [
    parseQuantity(reader.cell(total.line.row, total.column)),
    pupilsOf(reader, own) - pupilsOf(reader, [total]),
  ];
  // A blank total is a missing headcount; one without levels counts all there is.
  if (!("value" in read) || own.length === 1 || read.value === expected) return false;
  const { value } = read;
  const isSumOf = (beside: readonly Fact[]): boolean =>
    beside.some((_, end) => pupilsOf(reader, beside.slice(0, end + 1)) === value);
  if (value > 0 && !namesLevel(reading, total.line) && !isSumOf(above) && !isSumOf(below)) return false;
  const { row, who } = total.line;
  if (reader.accepts("total-of-some-levels", row, total.column)) return false;
  reader.report("error", "total-of-some-levels", row, total.column, { school: who.name, value, expected });
  for (const fact of own) reader.ledger.claim(fact, error);
  return true;
}

/** Returns whether the text of a total is about a level, and not about the school. */
function namesLevel({ table, reader }: TableReading, { row }: Line): boolean {
  const { concepts } = commonReader.read(shownCell(reader.cell(row, columnOf(table, "level")!.index)), "label");
  const names = (name: string): boolean => concepts.some(({ concept }) => concept === name);
  return names("level") && !names("school");
}

/** Returns the number of pupils that some cells of headcounts show. */
export function pupilsOf(reader: TableReading["reader"], facts: readonly Fact[]): number {
  const read = facts.map(({ line, column }) => parseQuantity(reader.cell(line.row, column)));
  return read.reduce((sum, each) => sum + ("value" in each ? each.value : 0), 0);
}

function isTotal({ level }: Line): boolean {
  return level === "total";
}
