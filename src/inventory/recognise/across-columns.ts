import type { SheetCells } from "../../cells";
import { fold } from "../../cells";
import type { CommuneDirectory } from "../../tariff";
import type { Column } from "../table";
import type { ReadLabel } from "./header-cells";
import { headerText, headerWord } from "./header-cells";
import { structuralRole } from "./roles";

/** The header of a table with schools across: its rows, its columns, and the one of labels among them. */
export interface AcrossHeader {
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
  readonly labelColumn: number;
}

type LevelKind = "nature" | "commune" | "school";

interface Named {
  readonly text: string;
  readonly row: number;
  readonly column: number;
}

/** What the names of one header level are: natures, communes, else schools. */
function levelKind(texts: readonly string[], readLabel: ReadLabel, directory: CommuneDirectory): LevelKind {
  const natures = texts.filter((text) => {
    const { reading } = headerWord(text, readLabel);
    return reading.label.kind === "none" && reading.complete && (reading.nature !== null || reading.years.length > 0);
  }).length;
  if (natures * 2 > texts.length) return "nature";
  const communes = texts.filter((text) => directory.find(text).kind !== "unknown").length;
  return communes * 2 > texts.length ? "commune" : "school";
}

/** The names of one level over the columns that they head: their merged cells, or up to the next name. */
function spreadLevel(sheet: SheetCells, row: number, header: AcrossHeader): Map<number, Named> {
  const named = new Map<number, Named>();
  let last: (Named & { readonly until: number }) | null = null;
  for (let column = header.left; column <= header.right; column += 1) {
    if (column === header.labelColumn) {
      last = null;
      continue;
    }
    const text = headerText(sheet.rows[row]?.[column] ?? null);
    if (text !== null) {
      const merge = sheet.merges.find((each) => each.top <= row && row <= each.bottom && each.left === column);
      last = { text, row, column, until: merge === undefined ? header.right : merge.right };
    }
    if (last !== null && column <= last.until) named.set(column, last);
  }
  return named;
}

function levelsOf(
  sheet: SheetCells,
  header: AcrossHeader,
  readLabel: ReadLabel,
  directory: CommuneDirectory,
): Map<LevelKind, Map<number, Named>> {
  const levels = new Map<LevelKind, Map<number, Named>>();
  for (let row = header.top; row <= header.bottom; row += 1) {
    const texts: string[] = [];
    for (let column = header.left; column <= header.right; column += 1) {
      const text = column === header.labelColumn ? null : headerText(sheet.rows[row]?.[column] ?? null);
      if (text !== null && headerWord(text, readLabel).role !== "ignored") texts.push(text);
    }
    if (texts.length > 0) levels.set(levelKind(texts, readLabel, directory), spreadLevel(sheet, row, header));
  }
  return levels;
}

/** The lowest header text written over a column itself. */
function ownText(sheet: SheetCells, header: AcrossHeader, column: number): string | null {
  for (let row = header.bottom; row >= header.top; row -= 1) {
    const text = headerText(sheet.rows[row]?.[column] ?? null);
    if (text !== null) return text;
  }
  return null;
}

/** The columns of a table with schools across: the labels, and one for each school and nature. */
export function readAcrossColumns(
  sheet: SheetCells,
  header: AcrossHeader,
  readLabel: ReadLabel,
  directory: CommuneDirectory,
): Column[] {
  const levels = levelsOf(sheet, header, readLabel, directory);
  const columns: Column[] = [labelColumn(sheet, header)];
  for (let index = header.left; index <= header.right; index += 1) {
    const own = index === header.labelColumn ? null : ownText(sheet, header, index);
    if (own === null) continue;
    const school = levels.get("school")?.get(index) ?? null;
    const commune = levels.get("commune")?.get(index) ?? null;
    const nature = levels.get("nature")?.get(index) ?? null;
    const texts = [commune, school, nature].flatMap((named) => (named === null ? [] : [named.text]));
    const none = headerWord(own, readLabel).role === "ignored" || school === null || !mayNameSchool(school.text);
    const reading = nature === null ? null : headerWord(nature.text, readLabel).reading;
    columns.push({
      index,
      texts: none ? [own] : texts,
      header: none ? own : texts.join(" › "),
      headerRow: nature?.row ?? school?.row ?? header.bottom,
      role: none ? { kind: "ignored" } : { kind: "count", code: null },
      why: null,
      nature: reading?.nature === "installation" || reading?.nature === "maintenance" ? reading.nature : null,
      years: reading?.years ?? [],
      days: [],
      words: none ? own : texts.join(" "),
      score: 0.9,
      rank: 0,
      school: none
        ? null
        : { name: school.text, row: school.row, column: school.column, commune: commune?.text ?? null },
      weak: false,
      qualifiers: [],
      subset: false,
      flag: null,
    });
  }
  return columns;
}

/** « Total », « Quantité », « Prix unitaire » over a column are no school's names. */
function mayNameSchool(text: string): boolean {
  const role = structuralRole(text)?.role;
  if (role === "quantity" || role === "label") return false;
  return !/^(sous |s\/)?total\b|^ensemble$|^(prix|tarifs?|montants?|couts?|pu|unites?|legende)\b/.test(fold(text));
}

function labelColumn(sheet: SheetCells, header: AcrossHeader): Column {
  const text = ownText(sheet, header, header.labelColumn);
  return {
    index: header.labelColumn,
    texts: text === null ? [] : [text],
    header: text ?? "",
    headerRow: header.top,
    role: { kind: "label" },
    why: null,
    nature: null,
    years: [],
    days: [],
    words: text ?? "",
    score: 0.9,
    rank: 0,
    school: null,
    weak: false,
    qualifiers: [],
    subset: false,
    flag: null,
  };
}
