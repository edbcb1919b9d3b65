import { isBlank, memoByText, type Cell, type SheetCells } from "../../cells";
import { pupilPart } from "../../tariff";
import { correct } from "../choices";
import { meet, scoreOf, type Recognising, type Region, type Sited, type Span, type Table } from "../table";
import { headerText, headerWord, readStructuralRole, type ReadLabel, type StructuralRole } from "../words/headings";
import { totalKind } from "../words/names";
import { parseQuantity } from "../words/values";
import { acrossUnder, belowLabels, findAcross, type AcrossHeader, type AcrossTable } from "./across";
import { doubtfulSchools, understandRows } from "./across-rows";
import { stripsOf } from "./header-parts";
import { settleColumns } from "./resolve-columns";
import { above, extentOf, freeRegions } from "./row-tables";
import { contextOf, sheetCommune } from "./table-titles";

/** Every table of a sheet with prestations down and schools across, where no other table stands. */
export function acrossTables(sited: Sited, others: readonly Table[], tools: Recognising): Table[] {
  const found: Table[] = [];
  const search = (region: Region): void => {
    if (region.left > region.right) return;
    const known = [...others, ...found].map(extentOf);
    const table = firstTable(sited, region, known, tools);
    if (table === null || known.some((extent) => meet(extent, extentOf(table)))) return;
    found.push(table);
    const beside = { ...region, top: Math.max(region.top, table.headerTop - above) };
    search({ ...beside, left: table.right + 1 });
    search({ ...beside, right: table.left - 1 });
    search({ ...region, top: table.bodyBottom + 1 });
  };
  for (const region of freeRegions(sited.sheet.rows, others)) search(region);
  return found;
}

/** A tariff, or what is left of a table above, hides no table below it. */
function firstTable(sited: Sited, region: Region, known: readonly Region[], tools: Recognising): Table | null {
  for (let top: number | null = region.top; top !== null && top <= region.bottom;) {
    const rest = { ...region, top };
    const table = acrossTable(sited, rest, known, tools);
    if (table !== null) return table;
    top = belowLabels(sited.sheet, rest, tools.readLabel);
  }
  return null;
}

/** The first table of a region with prestations down and schools across, beside other tables, understood; null where there is none. */
function acrossTable(sited: Sited, region: Region, others: readonly Region[], tools: Recognising): Table | null {
  const found = findAcross(sited.sheet, region, tools.readLabel, tools.directory);
  return found === null ? null : understood(sited, found, others, tools);
}

/** Every table of a sheet whose rows are headed « Commune », « École » and then by prestations, schools across. */
export function transposedTables(sited: Sited, tools: Recognising): Table[] {
  const { sheet } = sited;
  const headers = new TransposedHeaders(sheet, tools.readLabel);
  const width = sheet.rows.reduce((most, cells) => Math.max(most, cells.length), 0);
  const found: Table[] = [];
  const search = (region: Region): void => {
    const header = region.left > region.right ? null : headers.first(region);
    if (header === null) return;
    const under = acrossUnder(sheet, header, region, tools.readLabel, tools.directory);
    if (under === null) return search({ ...region, top: header.bottom + 1 });
    const table = understood(sited, under, found.map(extentOf), tools);
    found.push(table);
    const beside = { ...region, top: table.headerTop, bottom: table.bodyBottom };
    search({ ...beside, left: table.right + 1 });
    search({ ...beside, right: table.left - 1 });
    search({ ...region, top: table.bodyBottom + 1 });
  };
  search({ top: 0, bottom: sheet.rows.length - 1, left: 0, right: width - 1 });
  return found;
}

function understood(sited: Sited, found: AcrossTable, others: readonly Region[], tools: Recognising): Table {
  const { sheet } = sited;
  const { headerTop: top, left, right } = found;
  const context = contextOf(sheet, { top, bottom: found.bodyTop - 1, left, right }, others);
  const corrected = found.columns.map((column) => correct(column, sheet, tools.corrections, tools.words, tools.grid));
  const body = { sheet, bodyTop: found.bodyTop, bodyBottom: found.bodyBottom };
  const settled = settleColumns(corrected, { ...body, ...tools, labelled: true });
  const { columns, anomalies: doubts } = doubtfulSchools(settled.columns, body, tools.readLabel);
  const anomalies = [...settled.anomalies, ...doubts];
  const named = columns.some((column) => column.school !== null && column.school.commune !== null);
  const isHeadcounts = context.pupils && countsPupils(sheet, found, tools.readLabel);
  return {
    ...sited,
    layout: "schools-across",
    kind: isHeadcounts ? "headcounts" : "inventory",
    kindWords: "",
    left,
    right,
    headerTop: top,
    headerBottom: found.bodyTop - 1,
    bodyTop: found.bodyTop,
    bodyBottom: found.bodyBottom,
    columns,
    acrossRows: understandRows(sheet, { ...found, columns }, isHeadcounts, tools),
    sheetCommune: named ? null : sheetCommune(sheet, context, tools.directory),
    sheetSchool: null,
    year: null,
    anomalies,
    score: scoreOf(columns),
  };
}

/** True where the rows are levels and classes only: with « Effectifs » over them, they are parts of headcounts. */
function countsPupils(
  sheet: SheetCells,
  { labelColumn, bodyTop, bodyBottom }: AcrossTable,
  readLabel: Recognising["readLabel"],
): boolean {
  for (let row = bodyTop; row <= bodyBottom; row += 1) {
    const cell = sheet.rows[row]?.[labelColumn];
    if (typeof cell !== "string" || cell.trim() === "" || pupilPart(cell) !== null) continue;
    const { label } = readLabel(cell);
    if (label.kind === "none" || (label.kind === "ambiguous" && label.words === "total")) continue;
    if (label.kind !== "prestation" || label.code !== "PORTAIL") return false;
  }
  return true;
}

/** Words that, at the left of a row, say that it names communes or schools. */
const naming: ReadonlySet<StructuralRole> = new Set(["commune", "school"]);
/** Words that, at the left of a row of such a header, say what else it gives of each school. */
const describing: ReadonlySet<StructuralRole> = new Set([...naming, "insee", "school-code", "level", "ignored"]);
/** Rows repeat by the thousand: only these may hold a word that heads communes or schools. */
const maybe = /comm|cne|ville|collectivit|mairie|localit|col|tab|groupe|gs|site|implant|lignes|row/i;
/** How many rows of prestations are looked at, and how many blank ones among them are passed over. */
const depth = 40;
const gap = 2;

/** Headers whose rows are told by the word at their left: « Commune », « École », and the names across. */
class TransposedHeaders {
  private readonly roleOf = memoByText((text) => readStructuralRole(text.replace(/\s*:\s*$/, ""))?.role ?? null);

  constructor(
    private readonly sheet: SheetCells,
    private readonly readLabel: ReadLabel,
  ) {}

  /** The first of a region, from top to bottom; null where it has none. */
  first(region: Region): AcrossHeader | null {
    for (let row = region.top; row <= region.bottom; row += 1) {
      const cells: readonly Cell[] = this.sheet.rows[row] ?? [];
      let before = 0;
      for (let column = region.left; column <= Math.min(region.right, cells.length - 1); column += 1) {
        before = isBlank(cells[column] ?? null) ? 0 : before + 1;
        // Natures at most stand left of the word that names a row.
        const role = before === 1 || before === 2 ? this.roleAt(row, column) : null;
        if (role === null || !naming.has(role)) continue;
        const header = this.headerAt(row, column, region);
        if (header !== null) return header;
      }
    }
    return null;
  }

  /** What the word at the left of a row heads; null where it heads no names. */
  private roleAt(row: number, column: number): StructuralRole | null {
    const cell = this.sheet.rows[row]?.[column];
    return typeof cell === "string" && cell.length <= 40 && maybe.test(cell) ? this.roleOf(cell) : null;
  }

  private headerAt(row: number, labelColumn: number, region: Region): AcrossHeader | null {
    const strip = stripsOf(this.sheet, row, region).find(
      ({ left, right }) => left <= labelColumn && labelColumn <= right,
    );
    if (strip === undefined || !this.names(row, { left: labelColumn + 1, right: strip.right })) return null;
    let bottom = row;
    let { left, right } = strip;
    while (bottom < region.bottom && this.goesOn(bottom + 1, labelColumn, { left, right })) {
      bottom += 1;
      // A name that heads several columns is written over the first; a column of natures has one heading.
      for (const level of stripsOf(this.sheet, bottom, region))
        if (level.left <= right + 1 && left <= level.right)
          [left, right] = [Math.min(left, level.left), Math.max(right, level.right)];
    }
    if (!this.headsLabels(bottom + 1, labelColumn, region)) return null;
    return { top: row, bottom, left, right, labelColumn, bodyTop: bottom + 1 };
  }

  /** True where some cells of a row are names of communes or schools, and none heads a column; with one alone it is a form. */
  private names(row: number, span: Span): boolean {
    let named = 0;
    if (this.textsOf(row, span).length < 2) return false;
    for (const text of this.textsOf(row, span)) {
      // « École primaire | ✓ | aucun » is a row of what is counted.
      if (parseQuantity(text).kind !== "bad") return false;
      const { role, reading, recognised } = headerWord(text, this.readLabel);
      const { label, complete, nature, years } = reading;
      if (role !== null && role !== "nature" && role !== "ignored") return false;
      if (label.kind === "ambiguous" ? label.words !== "total" : label.kind !== "none") return false;
      // « Commune : Amagney | Année | 2014 »: what a form says.
      if (complete && years.length > 0) return false;
      if (role === null && label.kind === "none" && !(recognised && complete && nature !== null)) named += 1;
    }
    return named > 0;
  }

  /** True where a row still says something of each school: its name, its code, the nature of what is below. */
  private goesOn(row: number, labelColumn: number, strip: Span): boolean {
    const cell = this.sheet.rows[row]?.[labelColumn] ?? null;
    if (!isBlank(cell)) {
      const text = headerText(cell);
      if (text === null || this.readLabel(text).label.kind !== "none") return false;
      const role = readStructuralRole(text.replace(/\s*:\s*$/, ""))?.role;
      if (role === "nature") return this.saysNatures(row, { left: labelColumn + 1, right: strip.right });
      return role !== undefined && describing.has(role);
    }
    const cells = (this.sheet.rows[row] ?? []).slice(strip.left, strip.right + 1).filter((each) => !isBlank(each));
    return cells.length > 0 && cells.every((each) => typeof each === "string");
  }

  /** « Nature », and natures only beside it. */
  private saysNatures(row: number, span: Span): boolean {
    const texts = this.textsOf(row, span);
    return texts.length > 0 && texts.every((text) => this.readLabel(text).nature !== null);
  }

  /** True where what stands below the row labels are prestations: half of the texts at least. */
  private headsLabels(top: number, column: number, region: Region): boolean {
    let labels = 0;
    let texts = 0;
    let blanks = 0;
    for (let row = top; row <= Math.min(region.bottom, top + depth) && blanks <= gap; row += 1) {
      const cell = this.sheet.rows[row]?.[column] ?? null;
      if (isBlank(cell)) {
        blanks += 1;
        continue;
      }
      blanks = 0;
      // « Matériel | En service »: what stands above is the school of a form.
      if (typeof cell !== "string" || (labels === 0 && readStructuralRole(cell)?.role === "label")) return false;
      const { label, complete, nature } = this.readLabel(cell);
      if (totalKind(cell) !== null || (label.kind === "none" && complete && nature !== null)) continue;
      if (this.roleAt(row, column) !== null) break;
      texts += 1;
      if (label.kind === "prestation" || label.kind === "untariffed") labels += 1;
      else if (label.kind === "ambiguous" || (pupilPart(cell) !== null && !/^\s*[ée]cole\b/i.test(cell))) labels += 0.5;
    }
    return labels >= 1 && labels * 2 >= texts;
  }

  private textsOf(row: number, { left, right }: Span): string[] {
    return (this.sheet.rows[row] ?? []).slice(left, right + 1).flatMap((cell) => headerText(cell) ?? []);
  }
}
