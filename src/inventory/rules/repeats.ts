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
 * Asks about a school that occurs twice in a table with a row for each school, unless its rows have different natures.
 * The user decides whether its first row is billed, its last, or both. Returns the later rows of a school that add up.
 * (decisions §4, A second of the same)
 */
export function askOfRepeatedSchools(reading: TableReading): ReadonlySet<Line> {
  const { table, lines, natures, reader } = reading;
  const { ledger } = reader;
  const again = new Set<Line>();
  if (layouts[table.layout].listsUnits || columnOf(table, "label") !== null) return again;
  const repeats = repeatsOf(table.on, reader.context.options.repeats);
  const seen = new Map<string, Line>();
  for (const line of lines) {
    const { who, level, section, row, facts } = line;
    // A total that other rows show too is left out already.
    if (level === "total" && !facts.some((fact) => ledger.isOpen(fact))) continue;
    const counted = level === "total" ? level : fold(level?.text ?? "");
    const key = `${who.key}|${counted}|${section}|${fold(shownCell(natures.cell(row)))}`;
    const first = seen.get(key);
    if (first === undefined) {
      seen.set(key, line);
      continue;
    }
    const nature = natures.of(row, null);
    if (nature !== undefined && nature !== null) {
      again.add(line);
      reportTwice(reading, line);
      continue;
    }
    const [reported, other] = repeats === "last" ? [first, line] : [line, first];
    const params = { school: who.name, commune: who.commune.name, first: placeOf(other) };
    const { column } = who;
    if (repeats === null) reader.report("error", "duplicate-school", row, column, params);
    else {
      // The choice is reported for each school, because it applies to all those of the table.
      const how = repeats === "added" ? "added" : "kept";
      reader.report("info", "repeat-chosen", reported.row, column, { ...params, [how]: 1 });
    }
    if (repeats === "last") seen.set(key, line);
    if (repeats === "added") again.add(line);
    else
      for (const fact of reported.facts)
        ledger.claim(fact, repeats === null ? error : leftOut("duplicate-source", "choice"));
  }
  return again;
}

/** Warns of each quantity in a repeated row of a school with its own nature, which adds up. */
function reportTwice({ table, reader }: TableReading, { who, row, facts }: Line): void {
  for (const { column } of facts) {
    if (isNothing(parseQuantity(reader.cell(row, column)))) continue;
    const { header } = table.columns.find(({ index }) => index === column)!;
    reader.report("warning", "item-twice", row, column, { school: who.name, label: header });
  }
}

/** Returns the A1 address of the cell in which a row has its school. */
function placeOf({ table, row: at, who }: Line): string {
  const { row, column } = placeIn(table, at, who.column);
  return cellName(row, column);
}

/**
 * Asks about a prestation that occurs twice for a school in rows without a nature; rows with one add up. (decisions §4,
 * Natures)
 */
export function askOfRepeatedItems(reading: TableReading): void {
  const { table, lines, service, natures, reader } = reading;
  const label = columnOf(table, "label");
  if (label === null || layouts[table.layout].listsUnits) return;
  const repeats = repeatsOf(table.on, reader.context.options.repeats);
  const written = ({ line }: Fact): string => shownCell(reader.cell(line.row, label.index));
  const firsts = new Map<string, Fact>();
  const counted = new Map<string, Fact>();
  // Machines with dates are batches, as are those of a list of dated installations; pupils are not.
  const isOfBatches = ({ code, natureBy }: Fact): boolean =>
    code !== headcount &&
    natures.column === null &&
    service.decidesNatures &&
    (natureBy === null || (natureBy === "column" && table.span?.isByRow === true));
  const headings = [...(table.asides ?? [])].sort((a, b) => a - b);
  /** Returns how many repeated headers are above a row: the table below one may repeat the same, whatever its natures. */
  const blockOf = ({ line }: Fact): number => countBefore(headings.length, (at) => headings[at]! < line.row);
  for (const fact of lines.flatMap(({ facts }) => facts)) {
    const { code, line, heading, column, natureBy } = fact;
    if (fact.dates !== null || fact.part !== null || !reader.ledger.isOpen(fact)) continue;
    const [nature] = fact.natures;
    const what = `${line.who.key}|${code}|${nature}`;
    if (!isOfBatches(fact)) {
      // Columns whose headings have a nature add up, « Installés janv.-juin », as do rows with a nature.
      const key = `${what}|${heading === null ? "" : column}`;
      const first = firsts.get(key);
      const isUnwritten = natureBy === null || natureBy === "column";
      if (first === undefined) firsts.set(key, fact);
      else if (repeats !== "added" && (isUnwritten || blockOf(first) !== blockOf(fact))) {
        if (repeats === "last") firsts.set(key, fact);
        if (repeats !== null)
          reader.ledger.claim(repeats === "last" ? first : fact, leftOut("duplicate-source", "choice"));
        else reportRepeated(reading, fact, first, written(fact));
        continue;
      }
    }
    const before = counted.get(what);
    if (before !== undefined && !isOfBatches(fact) && repeats !== "added") {
      if (areOfTwoDates(before, fact, reading) || areDistinguished(before, fact, reading)) {
        reportRepeated(reading, fact, before, written(fact));
        continue;
      }
      reader.report("warning", "item-twice", line.row, column, { school: line.who.name, label: written(fact) });
    }
    counted.set(what, fact);
  }
}

/**
 * Returns whether an unread column of dates, « Relevé du », has different dates in two rows, which may be two surveys.
 */
function areOfTwoDates(one: Fact, other: Fact, { table, reader }: TableReading): boolean {
  return table.columns.some(({ role, index, header }) => {
    if (role.kind !== "other" && role.kind !== "date" && !datesSurvey(header)) return false;
    const [first, second] = [one, other].map(({ line }) => readDate(reader.cell(line.row, index), table.date1904));
    return Math.min(first!, second!) > 0 && first !== second;
  });
}

/**
 * Returns whether an unread column, « Sens », « Période », has different texts in two rows, other than rooms: the rows
 * may not add up.
 */
function areDistinguished(one: Fact, other: Fact, { table, reader }: TableReading): boolean {
  return table.columns.some(({ role, index }) => {
    if (role.kind !== "other" || !(role.why === "unknown" || role.why === "out-of-service")) return false;
    const texts = [one, other].map(({ line }) => shownCell(reader.cell(line.row, index)));
    return texts[0] !== texts[1] && !texts.some(saysRoom);
  });
}

function reportRepeated({ reader, table }: TableReading, fact: Fact, first: Fact, label: string): void {
  const { line, column } = fact;
  // Forms that all repeat the same equipment are one question, as are the rows of a table.
  const cause = table.sheetSchool === null ? `${table.ref.name}!${table.on.top}` : fold(label);
  reader.report("error", "item-repeated", line.row, column, {
    school: line.who.name,
    label,
    cause,
    first: String(first.line.row + 1),
  });
  reader.ledger.claim(fact, error);
}
