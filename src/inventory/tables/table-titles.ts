import { fold, isBlank, mayBeYear, type BlockSet, type Cell, type CellBlock, type SheetCells } from "../../cells";
import { communeNamed, isCreditor, type Commune, type CommuneDirectory, type CommuneMatch } from "../../tariff";
import type { SheetBlock, SheetCommune, SheetContext, Table, Written } from "../table";
import { structuralRole } from "../texts/heading-role";
import { declaredSchool, schoolIn } from "../texts/school-names";

/** What is written around a table: titles above it and the sheet's name. */
interface Context {
  readonly titles: readonly Written[];
  /** The table's own title, else any title, or the sheet's name speak of pupils, and nothing of equipment. */
  readonly pupils: boolean;
}

const pupils = /\b(effectifs?|eleves?|enfants?|inscrits?|scolarises?)\b/;
/** « Postes élèves » speaks of machines. */
const equipment = /\b(materiels?|equipements?|postes?|pc|machines?|ordinateurs?|tablettes?|ipads?)\b/;

/** How many rows above a header may be its titles. */
const reach = 8;

/** Reads text cells above a header and the sheet's name, and what they say; what stands in another table is no title. */
export function contextOf(sheet: SheetCells, header: CellBlock, others: BlockSet<CellBlock>): Context {
  const titles = titlesOf(sheet, header, others);
  const nearest = [...titles].reverse();
  const own = nearest.filter(({ column }) => column >= header.left).map(({ text }) => fold(text));
  const settling = own.find((text) => pupils.test(text) || equipment.test(text));
  const around = settling === undefined ? titles.map(({ text }) => fold(text)) : [settling];
  return {
    titles,
    pupils: [...around, fold(sheet.name)].some(isOfPupils),
  };
}

/** Returns whether a title speaks of pupils, and of no equipment. */
export function speaksOfPupils(title: string): boolean {
  return isOfPupils(fold(title));
}

const isOfPupils = (folded: string): boolean => pupils.test(folded) && !equipment.test(folded);

function titlesOf(sheet: SheetCells, header: CellBlock, others: BlockSet<CellBlock>): Written[] {
  const titles: Written[] = [];
  for (let row = Math.max(0, header.top - reach); row < header.top; row += 1) {
    const cells: readonly Cell[] = (sheet.rows[row] ?? []).slice(0, header.right + 1);
    const texts = cells
      .map((text, column) => ({ text, row, column }))
      .filter((title): title is Written => typeof title.text === "string" && title.text.trim() !== "")
      .filter(({ column }) => column >= header.left || row < header.top - 1)
      .filter(({ column }) => others.at(row, column) === undefined);
    titles.push(...withNames(texts));
  }
  return titles;
}

/** Joins « Commune : » or « École » in one cell and its name in the next into one title. */
function withNames(texts: readonly Written[]): Written[] {
  const titles: Written[] = [];
  for (let at = 0; at < texts.length; at += 1) {
    const [title, next] = [texts[at]!, texts[at + 1]];
    const asks = /:\s*$/.test(title.text) || (texts.length === 2 && at === 0 && isPlace(title.text));
    if (!asks || next === undefined) titles.push(title);
    else {
      titles.push({ ...next, text: `${title.text.replace(/\s*:?\s*$/, "")} : ${next.text.trim()}` });
      at += 1;
    }
  }
  return titles;
}

function isPlace(text: string): boolean {
  const role = structuralRole(text)?.role;
  return role === "commune" || role === "school";
}

type FoundTable = Pick<Table, "on" | "sheetSchool">;

/** How many rows above a header may be its own titles. */
const titleReach = 8;
/** How many rows above a table another one beside it may begin. */
export const besideReach = 3;
/** How many rows at the top of a sheet may be its titles. */
const topReach = 15;

/**
 * Returns the titles that speak of a table, the nearest first: those right above it, below any other table; those at the top of
 * its sheet; the sheet's name. What stands over a table beside it is that one's; « Divers | à voir », on a form, is a line of it.
 */
export function titlesOfTable({ on: table, sheetSchool }: FoundTable, others: BlockSet<SheetBlock>): string[] {
  const { sheet, top } = table;
  const isLine = (row: number): boolean => sheetSchool !== null && row > sheetSchool.row && filledOn(sheet, row) > 1;
  const over = others.above(top, table.left, table.right);
  const beside = [...others.besideRows(top - besideReach, table.bottom + besideReach)].filter(
    (other) => other.right < table.left || table.right < other.left,
  );
  const isFree = (column: number): boolean =>
    column <= table.right && !beside.some((other) => other.left <= column && column <= other.right);
  const below = lastLineBelow(table, over?.bottom ?? -1);
  const own = textsAbove(sheet, Math.max(below + 1, top - titleReach), top - 1, table, isFree, isLine);
  if (over === null) return [...own, sheet.name];
  // Right above the first of them stand its own titles, where this one has some; the sheet's are above a blank row.
  const first = own.length === 0 ? over.top : firstOfTexts(sheet, over.top);
  return [...own, ...textsAbove(sheet, Math.max(0, first - topReach), first - 1, table, isFree), sheet.name];
}

const filledOn = (sheet: SheetCells, row: number): number =>
  (sheet.rows[row] ?? []).filter((cell) => !isBlank(cell)).length;

/** Returns the first of the filled rows that stand right above a row, without a blank row between them; else that row. */
export function firstOfTexts(sheet: SheetCells, row: number): number {
  const isFilled = (at: number): boolean => (sheet.rows[at] ?? []).some((cell) => !isBlank(cell));
  let first = row;
  while (first > 0 && isFilled(first - 1)) first -= 1;
  return first;
}

/** Returns the last line that goes with the table above, « Modèle des postes | divers », where a blank row parts it from the next. */
function lastLineBelow({ sheet, top, left, right }: SheetBlock, bottom: number): number {
  if (bottom < 0) return bottom;
  const filled = (row: number): number =>
    (sheet.rows[row] ?? []).slice(left, right + 1).filter((cell) => !isBlank(cell)).length;
  let last = bottom;
  while (last + 1 < top && filled(last + 1) > 0) last += 1;
  return last + 1 < top && filled(last + 1) === 0 ? last : bottom;
}

/** Returns texts of some rows, from the lowest up, in columns that are free or merged over the table's own. */
function textsAbove(
  sheet: SheetCells,
  from: number,
  to: number,
  { left }: SheetBlock,
  isFree: (column: number) => boolean,
  isLine: (row: number) => boolean = () => false,
): string[] {
  const texts: string[] = [];
  for (let row = to; row >= from; row -= 1) {
    if (isLine(row)) continue;
    (sheet.rows[row] ?? []).forEach((cell, column, cells) => {
      const label = cells[column - 1];
      // « Année | 2013 », over a pivot table that it filters.
      if (typeof cell === "number" && mayBeYear(cell) && typeof label === "string" && ofYear.test(fold(label)))
        texts.push(`${label} ${cell}`);
      if (typeof cell !== "string" || cell.trim() === "" || answersAside(sheet.rows[row]!, column)) return;
      const reaches = sheet.merges.some(
        (merge) => merge.top === row && merge.left === column && merge.left <= left && left <= merge.right,
      );
      if (reaches || isFree(column)) texts.push(cell);
    });
  }
  return texts;
}

const ofYear = /^(?:annee|campagne|exercice|millesime)\b/;

/** Returns whether a cell is what a line says of something else: « Observations | vidéo à la demande », « Directeur | M. Stock ». */
function answersAside(cells: readonly Cell[], column: number): boolean {
  const label = cells[column - 1];
  return typeof label === "string" && structuralRole(label.replace(/\s*:\s*$/, ""))?.role === "ignored";
}

/** Returns a sheet's name without its number, before or after, nor its year: « 1-Thise », « Thise (2) », « Thise 2014 ». */
const bareName = (name: string): string =>
  name.replace(/\s*\(\d+\)$|[\s_-]+20\d\d$/, "").replace(/^\d{1,2}\s*[-–.)_]\s*/, "");

/** Finds the commune that a title names, what follows a dash, a comma or a date set apart: « Commune : X – situation au… ». */
function findIn(title: string, directory: CommuneDirectory): CommuneMatch {
  const whole = directory.find(title);
  if (whole.kind !== "unknown") return whole;
  const named = title.replace(/^\s*(commune|mairie|ville)\s*:\s*/i, "");
  const bare = directory.find(named);
  if (bare.kind !== "unknown") return bare;
  const short = directory.find(named.split(/\s[-–—]\s|[,;:(]| au /)[0]!);
  return short.kind === "unknown" ? whole : short;
}

/**
 * Finds the commune of a table that has no commune column: a title « Commune de X », else the sheet's name, else another title
 * that is a commune, else the one whose schools the titles name. « Ville de Besançon » in the letterhead of another commune's
 * sheet is the author, not the commune.
 */
export function sheetCommune({ sheet, directory }: SheetContext, titles: readonly Written[]): SheetCommune {
  const nearestFirst = [...titles].reverse();
  const declared = nearestFirst.find((title) => /^(commune|mairie)( d| ?:)/.test(fold(title.text)));
  const byTitle = declared === undefined ? null : findIn(declared.text, directory);
  const byName = findIn(bareName(sheet.name), directory);
  if (declared !== undefined && byTitle !== null && byTitle.kind !== "unknown")
    return {
      commune: byTitle.kind === "found" ? byTitle.commune : null,
      from: "title",
      text: declared.text,
      cell: declared,
      ...(isAnother(byName, byTitle, directory) && { other: byName.commune }),
    };
  if (byName.kind !== "unknown")
    return { commune: byName.kind === "found" ? byName.commune : null, from: "sheet", text: sheet.name, cell: null };
  const plain = nearestFirst.find((title) => communeNamed(title.text, directory) !== null);
  // « Beure | Busy | Thoraise » over schools across titles none of them.
  if (plain !== undefined && titles.some((title) => isBesideAnother(title, plain, directory)))
    return { commune: null, from: "none", text: sheet.name, cell: null };
  if (declared === undefined && plain !== undefined)
    return { commune: communeNamed(plain.text, directory), from: "title", text: plain.text, cell: plain };
  if (declared !== undefined) return { commune: null, from: "title", text: declared.text, cell: declared };
  const ofSchools = communeOfSchools(titles, directory);
  if (ofSchools !== null) return ofSchools;
  return { commune: null, from: "none", text: sheet.name, cell: null };
}

/** Returns whether a title on the row of another names another commune. */
function isBesideAnother(title: Written, plain: Written, directory: CommuneDirectory): boolean {
  const commune = title.row === plain.row ? communeNamed(title.text, directory) : null;
  return commune !== null && commune !== communeNamed(plain.text, directory);
}

/** Returns whether the sheet's name says another commune than its title, as on a copied sheet; Besançon may keep the sheets of all. */
function isAnother(
  byName: CommuneMatch,
  byTitle: CommuneMatch,
  { convention }: CommuneDirectory,
): byName is CommuneMatch & { kind: "found" } {
  if (byName.kind !== "found" || byTitle.kind !== "found" || byName.commune.insee === byTitle.commune.insee)
    return false;
  return !isCreditor(byName.commune, convention);
}

/** What a title speaks of that is a commune's: « École élémentaire de Franois », « Inventaire des écoles de Franois ». */
const schools = /\b(?:ecoles?|groupes? scolaires?|maternelles?|elementaires?|primaires?)\b/;

/** Finds the commune after « de » in a title of schools, its parts looked at one by one; null when there is none. */
function communeAfter(title: string, directory: CommuneDirectory): Commune | null {
  for (const part of title.split(/\s[-–—]\s|[,;:(]| au /)) {
    const folded = fold(part);
    const at = schools.exec(folded);
    if (at === null) continue;
    // What is left after the first « de » is the commune whole, or it may be several.
    const said = /\b(?:de|du|des|d) (?:la (?:commune|ville) (?:de |du |des |d )?)?(.+)$/.exec(
      folded.slice(at.index + at[0].length),
    );
    const commune = said === null ? null : communeNamed(said[1]!, directory);
    if (commune !== null) return commune;
  }
  return null;
}

/** Finds the one commune whose schools the titles name; null when they name none, or two. The rows' own word goes before. */
function communeOfSchools(titles: readonly Written[], directory: CommuneDirectory): SheetCommune | null {
  const found = titles.flatMap((title) => {
    const commune = communeAfter(title.text, directory);
    return commune === null ? [] : [{ title, commune }];
  });
  const first = found[0];
  if (first === undefined || found.some(({ commune }) => commune !== first.commune)) return null;
  return { commune: first.commune, from: "title", text: first.title.text, cell: first.title, isWeak: true };
}

/** Finds the school of a table without a column of them: in the nearest title, else the sheet's name; null when there is none. */
export function sheetSchool(sheet: SheetCells, titles: readonly Written[], header: CellBlock): Written | null {
  const nearestFirst = [...titles].reverse();
  const title =
    nearestFirst.find(({ text }) => declaredSchool(text) !== null) ??
    nearestFirst.find(({ text }) => schoolIn(text) !== null);
  // « École des Champs | École du Pont » over schools across titles neither.
  const isBeside = ({ row, text }: Written): boolean =>
    row === title!.row && schoolIn(text) !== null && schoolIn(text) !== schoolIn(title!.text);
  if (title !== undefined && titles.some(isBeside)) return null;
  if (title !== undefined) return { ...title, text: schoolIn(title.text)! };
  const text = schoolIn(sheet.name);
  return text === null ? null : { text, row: header.top, column: header.left };
}
