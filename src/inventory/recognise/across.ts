import type { SheetCells } from "../../cells";
import { fold } from "../../cells";
import type { CommuneDirectory } from "../../tariff";
import type { Column } from "../table";
import type { ReadLabel } from "./header-cells";
import { headerText, headerWord } from "./header-cells";
import type { Region } from "./header-rows";
import { structuralRole } from "./roles";

/** A table with prestations down and schools across. */
export interface AcrossTable {
  readonly labelColumn: number;
  readonly headerTop: number;
  readonly bodyTop: number;
  readonly bodyBottom: number;
  readonly right: number;
  readonly columns: readonly Column[];
}

/** Such a table is looked for in the first rows of a region only: prestations are few. */
const depth = 400;
/** At least so many different prestations down make it one. */
const fewest = 3;

function labelOf(sheet: SheetCells, row: number, column: number, readLabel: ReadLabel): string | null {
  const cell = sheet.rows[row]?.[column];
  if (typeof cell !== "string" || cell.trim() === "") return null;
  const { label } = readLabel(cell);
  return label.kind === "none" ? null : label.kind === "prestation" ? label.code : label.words;
}

/** The column with the most different prestations down, and where they start. */
function findLabels(sheet: SheetCells, region: Region, readLabel: ReadLabel): { column: number; top: number } | null {
  let best: { column: number; top: number; count: number } | null = null;
  const bottom = Math.min(region.bottom, region.top + depth);
  const width = sheet.rows.slice(region.top, bottom + 1).reduce((most, cells) => Math.max(most, cells.length), 0);
  for (let column = region.left; column <= Math.min(region.right, width - 1); column += 1) {
    const codes = new Set<string>();
    let top = -1;
    for (let row = region.top; row <= bottom; row += 1) {
      const label = labelOf(sheet, row, column, readLabel);
      if (label === null) continue;
      if (structuralRole(String(sheet.rows[row]![column])) !== null) continue;
      if (codes.has(label) && codes.size >= fewest) break;
      if (top < 0) top = row;
      codes.add(label);
    }
    if (codes.size >= fewest && (best === null || codes.size > best.count)) best = { column, top, count: codes.size };
  }
  return best;
}

function isBlank(sheet: SheetCells, row: number, left: number, right: number): boolean {
  const cells = sheet.rows[row] ?? [];
  for (let column = left; column <= right; column += 1)
    if ((cells[column] ?? null) !== null && cells[column] !== "") return false;
  return true;
}

/** A row that starts another block: names across where quantities were expected, and no prestation. */
function startsBlock(
  sheet: SheetCells,
  row: number,
  labelColumn: number,
  right: number,
  readLabel: ReadLabel,
): boolean {
  if (labelOf(sheet, row, labelColumn, readLabel) !== null) return false;
  const cells = sheet.rows[row] ?? [];
  const label = cells[labelColumn];
  if (typeof label === "string" && structuralRole(label)?.role === "label") return true;
  for (let column = labelColumn + 1; column <= right; column += 1) if (typeof cells[column] === "number") return false;
  return typeof label === "string" && /^(commune|ville|mairie) d/.test(fold(label));
}

/** Finds the first table of a region with prestations down and schools across, or null. */
export function findAcross(
  sheet: SheetCells,
  region: Region,
  readLabel: ReadLabel,
  directory: CommuneDirectory,
): AcrossTable | null {
  const labels = findLabels(sheet, region, readLabel);
  if (labels === null) return null;
  const width = sheet.rows.reduce((most, cells) => Math.max(most, cells.length), 0);
  const limit = Math.min(region.right, width - 1);
  let headerTop = labels.top;
  while (
    headerTop > region.top &&
    labels.top - headerTop < 4 &&
    !isBlank(sheet, headerTop - 1, labels.column + 1, limit)
  )
    headerTop -= 1;
  if (headerTop === labels.top) return null;
  const columns = readAcrossColumns(
    sheet,
    { top: headerTop, bottom: labels.top - 1, left: labels.column, right: limit },
    readLabel,
    directory,
  );
  if (!columns.some((column) => column.school !== null)) return null;
  const right = Math.max(...columns.map((column) => column.index));
  let bodyBottom = labels.top;
  for (let row = labels.top + 1; row <= region.bottom; row += 1) {
    if (startsBlock(sheet, row, labels.column, right, readLabel)) break;
    if (!isBlank(sheet, row, labels.column, right)) bodyBottom = row;
  }
  return { labelColumn: labels.column, headerTop, bodyTop: labels.top, bodyBottom, right, columns };
}

type LevelKind = "nature" | "commune" | "school";

function levelKind(texts: readonly string[], readLabel: ReadLabel, directory: CommuneDirectory): LevelKind {
  const natures = texts.filter((text) => {
    const { reading } = headerWord(text, readLabel);
    return reading.label.kind === "none" && reading.complete && (reading.nature !== null || reading.years.length > 0);
  }).length;
  if (natures * 2 > texts.length) return "nature";
  const communes = texts.filter((text) => directory.find(text).kind !== "unknown").length;
  return communes * 2 > texts.length ? "commune" : "school";
}

interface Named {
  readonly text: string;
  readonly row: number;
  readonly column: number;
}

/** The names of one level spread to the right, over merged cells or up to the next name. */
function spreadLevel(sheet: SheetCells, row: number, left: number, right: number): Map<number, Named> {
  const named = new Map<number, Named>();
  let last: Named | null = null;
  for (let column = left; column <= right; column += 1) {
    const text = headerText(sheet.rows[row]?.[column] ?? null);
    if (text !== null) last = { text, row, column };
    if (last !== null) named.set(column, last);
  }
  return named;
}

function readAcrossColumns(
  sheet: SheetCells,
  header: Region,
  readLabel: ReadLabel,
  directory: CommuneDirectory,
): Column[] {
  const levels = new Map<LevelKind, Map<number, Named>>();
  const filled = new Set<number>();
  for (let row = header.top; row <= header.bottom; row += 1) {
    const texts: string[] = [];
    for (let column = header.left + 1; column <= header.right; column += 1) {
      const text = headerText(sheet.rows[row]?.[column] ?? null);
      if (text !== null) texts.push(text);
    }
    if (texts.length === 0) continue;
    const kind = levelKind(texts, readLabel, directory);
    levels.set(kind, spreadLevel(sheet, row, header.left + 1, header.right));
  }
  const lowest = levels.get("nature") ?? levels.get("school");
  for (let column = header.left + 1; column <= header.right; column += 1) {
    const here = lowest?.get(column);
    if (here !== undefined && (here.column === column || levels.get("nature") === undefined)) filled.add(column);
  }
  const columns: Column[] = [labelColumn(sheet, header)];
  for (const column of [...filled].sort((a, b) => a - b)) {
    const school = levels.get("school")?.get(column) ?? null;
    if (levels.get("nature") === undefined && school !== null && school.column !== column) continue;
    const commune = levels.get("commune")?.get(column) ?? null;
    const natureName = levels.get("nature")?.get(column) ?? null;
    const reading = natureName === null ? null : headerWord(natureName.text, readLabel).reading;
    const total = school !== null && /^(sous |s\/)?total\b|^ensemble$/.test(fold(school.text));
    const nature = reading?.nature === "installation" || reading?.nature === "maintenance" ? reading.nature : null;
    const texts = [commune, school, natureName].flatMap((named) => (named === null ? [] : [named.text]));
    columns.push({
      index: column,
      texts,
      header: texts.join(" › "),
      headerRow: natureName?.row ?? school?.row ?? header.bottom,
      role: school === null || total ? { kind: "other" } : { kind: "count", code: null },
      nature,
      years: reading?.years ?? [],
      words: texts.join(" "),
      score: 0.9,
      rank: 0,
      school:
        school === null || total
          ? null
          : { name: school.text, row: school.row, column: school.column, commune: commune?.text ?? null },
      weak: false,
      qualifiers: [],
      subset: false,
    });
  }
  return columns;
}

function labelColumn(sheet: SheetCells, header: Region): Column {
  const text =
    headerText(sheet.rows[header.top]?.[header.left] ?? null) ??
    headerText(sheet.rows[header.bottom]?.[header.left] ?? null);
  return {
    index: header.left,
    texts: text === null ? [] : [text],
    header: text ?? "",
    headerRow: header.top,
    role: { kind: "label" },
    nature: null,
    years: [],
    words: text ?? "",
    score: 0.9,
    rank: 0,
    school: null,
    weak: false,
    qualifiers: [],
    subset: false,
  };
}
