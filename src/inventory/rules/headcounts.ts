import { Decimal } from "decimal.js";
import { addTo, fold } from "../../cells";
import { headcount } from "../../tariff";
import { unbilledParams } from "../anomalies";
import type { Fact, Line, TableSchool } from "../facts";
import { error, leftOut } from "../ledger";
import type { TableReader } from "../rows/table-reader";
import { readQuantityCell, warnOfSign } from "../rows/quantities";
import { columnOf } from "../column";
import type { Table } from "../table";
import type { TableReading } from "../table-reading";
import { asksOfSomeLevels, pupilsOf, schoolsAskedOfTotals } from "./level-totals";
import { pupilPart } from "../texts/label-reading";
import { isNothing, type ParsedQuantity, parseQuantity } from "../texts/values";

/**
 * Reads headcounts by school, prestation or level: a blank is an error; a total replaces its parts, which otherwise add
 * up. (decisions §2)
 */
export function readHeadcounts(reading: TableReading, again: ReadonlySet<Line>): void {
  const { ledger } = reading.reader;
  const pupils = (line: Line): Fact[] =>
    line.facts.filter((fact) => fact.code === headcount && fact.natures.includes("maintenance") && ledger.isOpen(fact));
  const lines = reading.lines.flatMap((line) => {
    const facts = pupils(line);
    return facts.length > 0 ? [{ line, facts }] : [];
  });
  const isByRow = ({ level }: Line): boolean => level === null && columnOf(reading.table, "label") === null;
  const known = new Map<string, number>();
  for (const { line, facts } of lines) if (isByRow(line)) readRow(reading, line, facts, again.has(line), known);
  readParts(
    reading,
    lines.filter(({ line }) => !isByRow(line)).flatMap(({ facts }) => facts),
  );
}

/** Reads the headcount in the row of a school, or its parts. */
function readRow(
  { table, reader }: TableReading,
  line: Line,
  facts: readonly Fact[],
  isAgain: boolean,
  known: Map<string, number>,
): void {
  const { ledger } = reader;
  const read = facts.map(({ column }) => parseQuantity(reader.cell(line.row, column)));
  const first = facts[0]!;
  const { key, name } = line.who;
  // The rows of several rooms of one school, or of its installations, may repeat its pupils or leave them blank.
  const isGiven = isAgain || line.section === "installation";
  const isBlank = read.every(({ kind }) => kind === "blank");
  const isRepeated = isBlank || (table.layout !== "headcounts" && known.get(key) === pupilsOf(reader, facts));
  if (isGiven && isRepeated) {
    if (isAgain && !isBlank) reader.report("info", "headcount-again", line.row, first.column, { school: name });
    for (const fact of facts) ledger.claim(fact, leftOut("duplicate-source", "equality"));
    return;
  }
  const isNone = read.every(isNothing) && showsParts(table, reader, line.row);
  if ((isBlank || isNone) && !reader.shared.isShared(line.row, first.column)) {
    reportMissing(reader, line.row, first.column, name);
    for (const fact of facts) ledger.claim(fact, error);
    return;
  }
  for (const fact of facts) readPupils(reader, fact);
  const isSign = (each: ParsedQuantity): boolean => each.kind === "value" && each.isSign;
  const sign = read.findIndex(isSign);
  if (sign >= 0 && read.every((each) => each.kind === "blank" || isSign(each)))
    warnOfSign(reader, line.row, facts[sign]!.column);
  known.set(key, (known.get(key) ?? 0) + facts.reduce((sum, { quantity }) => sum + quantity, 0));
}

/** Returns whether a row has pupils in a column of one level, so that a total of none is missing. */
function showsParts({ columns }: Table, reader: TableReader, row: number): boolean {
  return columns.some(
    ({ index, role, texts }) =>
      role.kind === "other" &&
      role.why === "part" &&
      texts.some((text) => namesPart(text, reader)) &&
      !isNothing(parseQuantity(reader.cell(row, index))),
  );
}

/** Returns whether a heading is that of a part of the pupils: « Effectif maternelle », « CP ». */
function namesPart(text: string, { context }: TableReader): boolean {
  const { label } = context.readLabel(text);
  return pupilPart(text) !== null || (label.kind === "prestation" && label.part !== null);
}

/** Reads the number of pupils of a cell into its fact; claims the fact when it is zero or unreadable. */
function readPupils(reader: TableReading["reader"], fact: Fact): void {
  const quantity = readQuantityCell(reader, headcount, fact.line.row, fact.column);
  if (quantity === null) reader.ledger.claim(fact, error);
  else if (quantity === 0) reader.ledger.claim(fact, leftOut("zero", "nothing"));
  else if (!reader.hasTariff(headcount, "maintenance")) reader.ledger.claim(fact, leftOut("untariffed", "text"));
  else fact.quantity = quantity;
}

/** Reads headcounts whose rows give the parts, their total, or both: the total is then the headcount. */
function readParts(reading: TableReading, facts: readonly Fact[]): void {
  const schools = new Map<TableSchool, Fact[]>();
  for (const fact of facts) addTo(schools, fact.line.who, fact);
  const asked = schoolsAskedOfTotals(reading);
  for (const [school, own] of schools) {
    if (!asked.has(school) && asksOfSomeLevels(reading, own)) continue;
    const totals = own.filter(({ part, line }) => part === null || line.level === "total");
    const parts = own.filter((fact) => !totals.includes(fact));
    for (const total of totals) readTotal(reading, school, total);
    if (totals.length > 0) leaveOutParts(reading, school, totals.at(-1)!, parts);
    else readAlone(reading, school, parts);
  }
}

function reportMissing(reader: TableReader, row: number, column: number, school: string): void {
  const params = { school, ...unbilledParams(reader.context.grid) };
  reader.report("error", "missing-headcount", row, column, params);
}

function isBlankIn({ reader }: TableReading, { line, column }: Fact): boolean {
  return reader.isUnwritten(line.row, column);
}

function readTotal(reading: TableReading, { name }: TableSchool, fact: Fact): void {
  const { reader } = reading;
  const { line, column } = fact;
  if (isBlankIn(reading, fact)) {
    reportMissing(reader, line.row, column, name);
    return reader.ledger.claim(fact, error);
  }
  readPupils(reader, fact);
  const claim = reader.ledger.claimOf(fact);
  if (claim?.is === "left-out" && line.level === null) warnOfSign(reader, line.row, column);
}

/** Leaves out the parts of a total, and compares their sum with it in a table by level. */
function leaveOutParts(reading: TableReading, { name }: TableSchool, total: Fact, parts: readonly Fact[]): void {
  const { reader } = reading;
  const values: (number | null)[] = [];
  for (const fact of parts) {
    const isBlank = isBlankIn(reading, fact);
    const quantity = isBlank ? 0 : readQuantityCell(reader, headcount, fact.line.row, fact.column);
    values.push(quantity);
    reader.ledger.claim(fact, quantity === null ? error : leftOut("part-of-headcount", "text"));
  }
  if (total.line.level !== "total" || values.length === 0 || values.includes(null) || !reader.ledger.isOpen(total))
    return;
  const sum = values.reduce<Decimal>((all, value) => all.plus(value!), new Decimal(0));
  if (!sum.equals(total.quantity))
    reader.report("warning", "headcount-total-differs", total.line.row, total.column, {
      school: name,
      shown: total.quantity,
      expected: sum.toNumber(),
    });
}

/** Reads parts without a total, which add up. A blank among others is a level that the school does not have. */
function readAlone(reading: TableReading, { name }: TableSchool, parts: readonly Fact[]): void {
  const { reader } = reading;
  const { ledger } = reader;
  const blanks = parts.filter((fact) => isBlankIn(reading, fact));
  const isByLevel = parts.some(({ line }) => line.level !== null);
  const seen = new Set<string>();
  for (const fact of parts) {
    if (!blanks.includes(fact)) readPupils(reader, fact);
    else if (isByLevel ? isForgotten(fact, blanks) : blanks.length === parts.length && fact === blanks[0]) {
      reportMissing(reader, fact.line.row, fact.column, name);
      ledger.claim(fact, error);
    } else ledger.claim(fact, leftOut("zero", "nothing"));
    if (!ledger.isOpen(fact)) continue;
    const part = fold(fact.part!);
    if (seen.has(part) && !isByLevel)
      reader.report("warning", "item-twice", fact.line.row, fact.column, { school: name, label: fact.part! });
    seen.add(part);
  }
}

/**
 * Returns whether a blank among the classes of a school is forgotten: several blank levels are levels that it does not
 * have.
 */
function isForgotten({ part }: Fact, blanks: readonly Fact[]): boolean {
  return blanks.length === 1 || /\bclasses?\b/i.test(part!);
}
