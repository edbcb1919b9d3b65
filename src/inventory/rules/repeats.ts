import { cellName, countBefore, fold } from "../../cells";
import { headcount } from "../../tariff";
import { repeatsOf } from "../choices";
import type { Fact, Line } from "../facts";
import { layouts } from "../layouts";
import { error, leftOut } from "../ledger";
import { columnOf } from "../column";
import { placeIn } from "../table";
import type { TableReading } from "../table-reading";
import { datesSurvey } from "../texts/corrections";
import { saysRoom } from "../texts/free-text";
import { isNothing, parseQuantity, readDate, shownCell } from "../texts/values";

/**
 * Asks of a school that comes again in a table of one row a school, unless its rows say other natures: its first row is billed, or
 * they add up, or its last is, where the user says so. Returns the rows that come again and add up. (decisions §4, A second of the same)
 */
export function askOfRepeatedSchools(reading: TableReading): ReadonlySet<Line> {
  const { table, lines, natures, reader } = reading;
  const { ledger } = reader;
  const again = new Set<Line>();
  if (layouts[table.layout].listsUnits || columnOf(table, "label") !== null) return again;
  const repeats = repeatsOf(table.on, reader.context.options.repeats);
  const seen = new Map<string, Line>();
  for (const line of lines) {
    const { who, level, section, row } = line;
    if (level === "total") continue;
    const written = natures.column === null ? "" : shownCell(natures.cell(row));
    const key = [who.key, level === null ? "" : `level ${fold(level.text)}`, section ?? "", fold(written)].join("|");
    const first = seen.get(key);
    if (first === undefined) {
      seen.set(key, line);
      continue;
    }
    if (natures.of(row, null) !== undefined && natures.of(row, null) !== null) {
      again.add(line);
      tellTwice(reading, line);
      continue;
    }
    const [told, other] = repeats === "last" ? [first, line] : [line, first];
    const params = { school: who.name, commune: who.commune.name, first: placeOfOther(other) };
    const column = placeOfSchool(told);
    if (repeats === null) reader.report("error", "duplicate-school", row, column, params);
    else {
      // Said of a table, the choice holds for a school that nobody thought of too.
      const how = repeats === "added" ? "added" : "kept";
      reader.report("info", "repeat-chosen", told.row, column, { ...params, [how]: 1 });
    }
    if (repeats === "last") seen.set(key, line);
    if (repeats === "added") again.add(line);
    else
      for (const fact of told.facts)
        ledger.claim(fact, repeats === null ? error : leftOut("duplicate-source", "choice"));
  }
  return again;
}

/** Warns of each quantity of a school that comes again under a nature that its row writes: it adds up. */
function tellTwice({ table, reader }: TableReading, { who, row, facts }: Line): void {
  for (const { column } of facts) {
    if (isNothing(parseQuantity(reader.cell(row, column)))) continue;
    const label = table.columns.find(({ index }) => index === column)?.header ?? "";
    reader.report("warning", "item-twice", row, column, { school: who.name, label });
  }
}

/** Returns the cell where a school stands another time. */
function placeOfOther(line: Line): string {
  const { row, column } = placeIn(line.table, line.row, placeOfSchool(line));
  return cellName(row, column);
}

/** Returns the column in which a row writes its school. */
function placeOfSchool({ table, who }: Line): number {
  return columnOf(table, "school")?.index ?? who.column;
}

/** Asks of a prestation that comes again for a school in rows without a nature; rows with one add up. (decisions §4, Natures) */
export function askOfRepeatedItems(reading: TableReading): void {
  const { table, lines, service, natures, reader } = reading;
  const label = columnOf(table, "label");
  if (label === null || layouts[table.layout].listsUnits) return;
  const repeats = repeatsOf(table.on, reader.context.options.repeats);
  const written = ({ line }: Fact): string => shownCell(reader.cell(line.row, label.index)).trim();
  const firsts = new Map<string, Fact>();
  const counted = new Map<string, Fact>();
  // Machines that dates tell are batches; so are those of a list of installations.
  const areBatches = natures.column === null && service.tells;
  const isOfBatches = ({ natureBy }: Fact): boolean =>
    areBatches && (natureBy === null || (natureBy === "column" && table.span?.isByRow === true));
  const headings = [...(table.asides ?? [])].sort((a, b) => a - b);
  /** How many times the header stands again above a row: a table beneath another says the same again, whatever it writes. */
  const blockOf = ({ line }: Fact): number => countBefore(headings.length, (at) => headings[at]! < line.row);
  for (const fact of lines.flatMap(({ facts }) => facts)) {
    const { code, line, heading, column, natureBy } = fact;
    if (code === null || fact.dates !== null || isPart(fact) || !reader.ledger.isOpen(fact)) continue;
    const [nature] = fact.natures;
    const what = `${line.who.key}|${code}|${nature}`;
    if (!isOfBatches(fact)) {
      // Columns whose headings each say a nature add up, as rows do that each write theirs.
      const key = `${what}|${heading === null ? "" : column}`;
      const first = firsts.get(key);
      const isUnwritten = natureBy === null || natureBy === "column";
      if (first === undefined) firsts.set(key, fact);
      else if (repeats !== "added" && (isUnwritten || blockOf(first) !== blockOf(fact))) {
        if (repeats === "last") firsts.set(key, fact);
        if (repeats !== null)
          reader.ledger.claim(repeats === "last" ? first : fact, leftOut("duplicate-source", "choice"));
        else tellRepeated(reading, fact, first, written(fact));
        continue;
      }
    }
    const before = counted.get(what);
    if (before !== undefined && !isOfBatches(fact) && repeats !== "added") {
      if (areOfTwoDates(before, fact, reading) || areToldApart(before, fact, reading)) {
        tellRepeated(reading, fact, before, written(fact));
        continue;
      }
      reader.report("warning", "item-twice", line.row, column, { school: line.who.name, label: written(fact) });
    }
    counted.set(what, fact);
  }
}

/** Returns whether a column of dates that nobody reads, « Relevé du », says another of each of two rows: they may be two surveys. */
function areOfTwoDates(one: Fact, other: Fact, { table, reader }: TableReading): boolean {
  return table.columns.some(({ role, index, header }) => {
    const isUnread = role.kind === "other" && (role.why === "unknown" || role.why === "other-date");
    if (role.kind !== "date" && !isUnread && !datesSurvey(header)) return false;
    const [first, second] = [one, other].map(({ line }) => readDate(reader.cell(line.row, index), table.date1904));
    return first! > 0 && second! > 0 && first !== second;
  });
}

/** Returns whether a column that nobody reads tells two rows apart, « Sens », « Période », otherwise than by a room: one may not add to the other. */
function areToldApart(one: Fact, other: Fact, { table, reader }: TableReading): boolean {
  return table.columns.some(({ role, index }) => {
    if (role.kind !== "other" || !(role.why === "unknown" || role.why === "out-of-service")) return false;
    const said = [one, other].map(({ line }) => shownCell(reader.cell(line.row, index)).trim());
    return said[0] !== said[1] && !said.some(saysRoom);
  });
}

function isPart({ code, part }: Fact): boolean {
  return code === headcount && part !== null;
}

function tellRepeated({ reader, table }: TableReading, fact: Fact, first: Fact, label: string): void {
  const { line, column } = fact;
  // Forms that all name the same equipment twice are one question; so are the rows of a table.
  const cause = table.sheetSchool === null ? `${table.ref.name}!${table.on.top}` : fold(label);
  reader.report("error", "item-repeated", line.row, column, {
    school: line.who.name,
    label,
    cause,
    first: String(first.line.row + 1),
  });
  reader.ledger.claim(fact, error);
}
