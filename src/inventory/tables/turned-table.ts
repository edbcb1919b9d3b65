import {
  cellAt,
  cellName,
  isBlank,
  parseCellName,
  placeKey,
  sheetEnd,
  type BlockSet,
  type Cell,
  type CellBlock,
  type SheetCells,
} from "../../cells";
import type { Anomaly } from "../../messages";
import { namesEquipment, namesPupils, prestationName } from "../../tariff";
import { anomalyAt, unknownLabel } from "../anomalies";
import { correct } from "../column-corrections";
import { isCorrected, leftOut, plainColumn, type Column, type Role } from "../column";
import type { Head, SheetContext, Table } from "../table";
import { MergedColumn } from "./merged-rows";
import type { AcrossTable, Level } from "./across-headers";
import { ColumnContents } from "./column-contents";
import { readColumn } from "./column-headings";
import type { ColumnTexts } from "./header-texts";
import { resolveColumns } from "./resolve-columns";
import { newTable } from "./row-tables";
import { contextOf, sheetCommune } from "./table-titles";
import { headerText } from "../texts/header-word";
import { headingSays } from "../texts/heading";
import { structuralRole } from "../texts/heading-role";
import { pupilPart, saysOnlyNature } from "../texts/label-reading";
import { totalKind } from "../texts/total-words";

/**
 * Returns a table with schools across turned, with schools down and labels as headings, so that the rules of other
 * tables read it. (decisions §4, Shapes)
 */
export function turnedTable(context: SheetContext, found: AcrossTable, others: BlockSet<CellBlock>): Table {
  const { sheet } = context;
  const { top, bodyTop: bodyLeft, bottom, left, right, labelColumn, heads, levels } = found;
  const titles = contextOf(sheet, { top, bottom: bodyLeft - 1, left, right }, others);
  const isHeadcounts = titles.pupils && holdsPupilsOnly(context, found);
  const turned = turnedSheet(sheet, found);
  const inside: SheetContext = { ...context, sheet: turned, corrections: context.corrections.map(turnedPlace) };
  const schools = heads.filter(({ role }) => role !== "label" && role !== "nature").map(({ column }) => column);
  const body = {
    ...inside,
    bodyTop: Math.min(...schools),
    bottom: right,
    asides: asidesOf(found),
  };
  const contents = new ColumnContents(body);
  const headings = headingsOf(context, found).map((texts): Column => {
    const column = correct(readColumn(texts, context.readLabel, isHeadcounts), inside);
    if (isCorrected(column)) return column;
    // « Type de serveur | Kwartz » describes a server without counting it.
    if (column.role.kind === "label") return leftOut(column, "remark");
    return isTotal(texts, context) ? leftOut(column, "total") : column;
  });
  const read = contents.besideCounts(contents.whatTheyHold(headings));
  const resolved = resolveColumns(read, { ...body, contents, labelled: false });
  const names = levels.flatMap((level) => nameColumns(context, level, labelColumn));
  const on = { sheet, top, left, bottom, right };
  return newTable(context, {
    on,
    turned: { heads, chosenRows: chosenHeads(context, heads) },
    sheet: turned,
    layout: "schools-across",
    kind: isHeadcounts ? "headcounts" : "inventory",
    top: left,
    bottom: right,
    left: top,
    right: bottom,
    bodyTop: body.bodyTop,
    bodyLeft,
    asides: body.asides,
    columns: [...names, ...resolved.columns],
    sheetCommune: names.some(({ role }) => role.kind === "commune") ? null : sheetCommune(context, titles),
    sheetSchool: null,
    anomalies: resolved.anomalies.map((anomaly) => inItsSheet(anomaly, context)),
  });
}

/** Returns the user's choices about the columns of schools: counted or ignored. */
function chosenHeads(context: SheetContext, heads: readonly Head[]): ReadonlyMap<number, "counted" | "ignored"> {
  const chosen = new Map<number, "counted" | "ignored">();
  for (const { column, row, texts } of heads) {
    const corrected = correct(
      { ...plainColumn(column, row, { kind: "other", why: null }), texts, header: texts.join(" › ") },
      context,
    );
    if (isCorrected(corrected)) chosen.set(column, corrected.role.kind === "ignored" ? "ignored" : "counted");
  }
  return chosen;
}

/** Returns a choice about a cell of the sheet with its cell in the turned table. */
function turnedPlace<C extends { readonly cell: string }>(choice: C): C {
  const place = parseCellName(choice.cell);
  return place === null ? choice : { ...choice, cell: cellName(place.column, place.row) };
}

/** Returns the columns of the sheet among those of schools that hold no quantities. */
function asidesOf({ heads, labelColumn }: AcrossTable): ReadonlySet<number> {
  const holdsNothing = ({ role }: Head): boolean => role === "nature" || role === "other";
  return new Set([labelColumn, ...heads.filter(holdsNothing).map(({ column }) => column)]);
}

/** Returns the sheet with the cells of the table turned; a name above several columns becomes a merge of rows. */
function turnedSheet(
  sheet: SheetCells,
  { top, bodyTop, bottom, left, right, levels, labelColumn }: AcrossTable,
): SheetCells {
  const named = new Map(levels.map(({ row, names }) => [row, names]));
  const cellIn = (row: number, column: number): Cell => {
    const name = column === labelColumn ? undefined : named.get(row)?.get(column);
    return name === undefined || name.column !== column ? cellAt(sheet, row, column) : name.text;
  };
  const rows = Array.from({ length: right + 1 }, (_, column): Cell[] =>
    column < left ? [] : Array.from({ length: bottom + 1 }, (__, row) => (row < top ? null : cellIn(row, column))),
  );
  const names = levels.flatMap((level) => mergesOf(level));
  const merges = sheet.merges
    .filter((merge) => merge.top >= bodyTop && merge.left !== labelColumn)
    .map((merge) => ({ top: merge.left, bottom: merge.right, left: merge.top, right: merge.bottom }));
  return { ...sheet, rows, merges: [...names, ...merges], ...(sheet.facts && { facts: turnedFacts(sheet.facts) }) };
}

/** Returns the columns that each name of a level heads, as merged rows of the turned table. */
function mergesOf({ row, names }: Level): CellBlock[] {
  const ends = new Map<number, number>();
  for (const [column, { column: from }] of names) ends.set(from, Math.max(column, ends.get(from) ?? column));
  return [...ends].flatMap(([from, to]) => (to > from ? [{ top: from, bottom: to, left: row, right: row }] : []));
}

function turnedFacts(facts: NonNullable<SheetCells["facts"]>): NonNullable<SheetCells["facts"]> {
  const turned = (places: { has(row: number, column: number): boolean; readonly isEmpty: boolean }) => ({
    has: (row: number, column: number): boolean => places.has(column, row),
    isEmpty: places.isEmpty,
  });
  return {
    dates: turned(facts.dates),
    money: turned(facts.money),
    ...(facts.among !== undefined && { among: turnedKeys(facts.among) }),
    withoutResult: turned(facts.withoutResult),
    sums: new Map(),
    struck: turned(facts.struck),
    ...(facts.partlyStruck !== undefined && { partlyStruck: turned(facts.partlyStruck) }),
    filteredRows: new Set(),
  };
}

function turnedKeys<T>(places: ReadonlyMap<number, T>): ReadonlyMap<number, T> {
  const width = sheetEnd.column + 1;
  return new Map([...places].map(([key, value]) => [placeKey(key % width, Math.floor(key / width)), value]));
}

const roles: Readonly<Record<Level["kind"], readonly Role["kind"][]>> = {
  commune: ["commune"],
  school: ["school"],
  kind: ["level"],
  nature: [],
  other: [],
};

/** Returns the columns that a header row above the schools becomes: commune, school, level, nature or campaign. */
function nameColumns({ readLabel }: SheetContext, level: Level, labelColumn: number): Column[] {
  const { row, kind, label, names } = level;
  const plain = (role: Role): Column => ({
    ...plainColumn(row, labelColumn, role),
    texts: label === "" ? [] : [label],
    header: label,
  });
  if (kind !== "nature") return roles[kind].map((each) => plain({ kind: each } as Role));
  // « 2013 | 2014 | Écart »: a difference has no year.
  const isCounted = (text: string): boolean => structuralRole(text)?.role !== "ignored";
  const texts = [...names.values()].flatMap(({ text }) => (isCounted(text) ? [readLabel(text)] : []));
  const saysYears = texts.some(({ years }) => years.length > 0);
  const saysNatures = texts.some(({ nature, years }) => nature !== null || years.length === 0);
  return [...(saysNatures ? [plain({ kind: "nature" })] : []), ...(saysYears ? [plain({ kind: "campaign" })] : [])];
}

/** Returns the headings that the row labels become, with the section titles above them and the natures beside them. */
function headingsOf({ sheet, readLabel }: SheetContext, found: AcrossTable): ColumnTexts[] {
  const { labelColumn, bodyTop, bottom, left, right, heads } = found;
  const natures = heads.find(({ role }) => role === "nature")?.column ?? null;
  const labels = new MergedColumn(sheet, labelColumn);
  const besides = natures === null ? null : new MergedColumn(sheet, natures);
  const textIn = (row: number, column: MergedColumn | null): string | null => {
    const cell = column?.cell(row) ?? null;
    const text = typeof cell === "string" ? cell.replace(/\s+/g, " ").trim() : "";
    return text === "" ? null : text;
  };
  const isLone = (row: number): boolean =>
    (sheet.rows[row] ?? []).every(
      (cell, column) => column === labelColumn || column < left || column > right || isBlank(cell),
    );
  const saysNature = (text: string): boolean => {
    const read = readLabel(text);
    return saysOnlyNature(read) || (read.label.kind === "none" && read.standing !== null);
  };
  const headings = factsAbove(sheet, found);
  let group: string | null = null;
  let isOfPupils = false;
  for (let row = bodyTop; row <= bottom; row += 1) {
    const text = textIn(row, labels);
    const add = (texts: readonly string[]): unknown => headings.push({ column: row, texts, lowestRow: labelColumn });
    if (text === null) {
      add([]);
      continue;
    }
    const { label } = readLabel(text);
    if (isLone(row)) {
      const next = textIn(row + 1, labels);
      const isOver = label.kind !== "none" && next !== null && !isLone(row + 1) && saysNature(next);
      if (isOver || saysNature(text)) group = text;
      else if (label.kind === "none") group = null;
      if (isOver || label.kind === "none") continue;
    }
    const nature = textIn(row, besides);
    // « Rappel 2013 » below the pupils is theirs.
    isOfPupils = namesPupils(label) || (isOfPupils && headingSays(text, (concept) => concept === "reminder"));
    add([...(group === null || isOfPupils ? [] : [group]), text, ...(nature === null ? [] : [nature])]);
  }
  return headings;
}

/** Returns the headings that the labels of other facts among the names become: « Référent », « Fermée le ». */
function factsAbove({ rows }: SheetCells, { top, bodyTop, labelColumn, levels }: AcrossTable): ColumnTexts[] {
  const named = new Set(levels.flatMap(({ kind, row }) => (kind === "other" ? [] : [row])));
  const headings: ColumnTexts[] = [];
  for (let row = top; row < bodyTop; row += 1) {
    const label = headerText(rows[row]?.[labelColumn] ?? null);
    if (label !== null && !named.has(row)) headings.push({ column: row, texts: [label], lowestRow: labelColumn });
  }
  return headings;
}

/** Returns whether a label is that of a total of the rows above; « Total élèves » is the headcount. */
function isTotal({ texts }: ColumnTexts, { readLabel }: SheetContext): boolean {
  const [text] = texts;
  return text !== undefined && totalKind(text) !== null && !namesPupils(readLabel(text).label);
}

/** Returns an anomaly about a heading of the turned table as one about the row label of its sheet. */
function inItsSheet(anomaly: Anomaly, { sheet, readLabel, grid }: SheetContext): Anomaly {
  const { severity, code, params } = anomaly;
  const turned = parseCellName(anomaly.cell!)!;
  const [row, column] = [turned.column, turned.row];
  const label = String(params["header"] ?? "");
  switch (code) {
    case "unclear-header":
      return anomalyAt(severity, "unknown-label", sheet, row, column, unknownLabel(label, grid));
    case "unknown-column":
      return anomalyAt(severity, "unknown-row", sheet, row, column, { label });
    case "ambiguous-header": {
      const read = readLabel(label).label;
      const codes = read.kind === "ambiguous" ? read.candidates : [];
      const candidates = codes.map((each) => prestationName(grid, each)).join(", ");
      return candidates === ""
        ? anomalyAt(severity, "unknown-label", sheet, row, column, unknownLabel(label, grid))
        : anomalyAt(severity, "ambiguous-label", sheet, row, column, { label, candidates });
    }
    case "duplicate-header":
      return anomalyAt(severity, code, sheet, row, column, { ...params, label });
    default:
      return anomalyAt(severity, code, sheet, row, column, { ...params, cell: cellName(row, column) });
  }
}

/**
 * Returns whether no row names equipment, so that under « Effectifs », its levels and classes are parts of headcounts.
 */
function holdsPupilsOnly({ sheet, readLabel }: SheetContext, { labelColumn, bodyTop, bottom }: AcrossTable): boolean {
  for (let row = bodyTop; row <= bottom; row += 1) {
    const cell = sheet.rows[row]?.[labelColumn];
    if (typeof cell !== "string" || cell.trim() === "" || pupilPart(cell) !== null) continue;
    if (namesEquipment(readLabel(cell).label)) return false;
  }
  return true;
}
