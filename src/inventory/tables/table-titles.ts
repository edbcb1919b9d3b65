import { fold, isBlank, mayBeYear, type BlockSet, type Cell, type CellBlock, type SheetCells } from "../../cells";
import { communeNamed, isCreditor, type Commune, type CommuneDirectory, type CommuneMatch } from "../../tariff";
import type { SheetBlock, SheetCommune, SheetContext, Table, Written } from "../table";
import { structuralRole } from "../texts/heading-role";
import { declaredSchool, schoolIn } from "../texts/school-names";
import { withoutColon } from "../texts/values";

/** The titles above a table. */
interface Context {
  readonly titles: readonly Written[];
  /** All the texts above the only table at the top of its sheet; null for a table below or beside another. */
  readonly letterhead: readonly Written[] | null;
  /** Whether its own title, any title or the name of the sheet mentions pupils and no equipment. */
  readonly pupils: boolean;
}

const pupils = /\b(effectifs?|eleves?|enfants?|inscrits?|scolarises?)\b/;
/** Words of equipment: « Postes élèves » are machines. */
const equipment = /\b(materiels?|equipements?|postes?|pc|machines?|ordinateurs?|tablettes?|ipads?)\b/;

/** The most rows between a title and a header. */
const reach = 8;
/** The most rows of a letter above its table: sender, addressee, date, subject. */
const letterReach = 40;

/** Returns the texts above a header, outside other tables, and whether they are about pupils. */
export function contextOf(sheet: SheetCells, header: CellBlock, others: BlockSet<CellBlock>): Context {
  const titles = titlesOf(sheet, header, others, reach);
  const isAlone =
    others.above(header.top, header.left, header.right) === null &&
    [...others.besideRows(header.top, header.bottom)].length === 0;
  const nearest = [...titles].reverse();
  const own = nearest.filter(({ column }) => column >= header.left).map(({ text }) => fold(text));
  const settling = own.find((text) => pupils.test(text) || equipment.test(text));
  const around = settling === undefined ? titles.map(({ text }) => fold(text)) : [settling];
  return {
    titles,
    letterhead: isAlone ? titlesOf(sheet, header, others, letterReach) : null,
    pupils: [...around, fold(sheet.name)].some(isOfPupils),
  };
}

/** Returns whether a title mentions pupils and no equipment. */
export function speaksOfPupils(title: string): boolean {
  return isOfPupils(fold(title));
}

const isOfPupils = (folded: string): boolean => pupils.test(folded) && !equipment.test(folded);

function titlesOf(sheet: SheetCells, header: CellBlock, others: BlockSet<CellBlock>, rows: number): Written[] {
  const titles: Written[] = [];
  for (let row = Math.max(0, header.top - rows); row < header.top; row += 1) {
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

/** Joins « Commune : » or « École » in a cell and the name in the next one into one title. */
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

/** The most rows between a title and its table. */
const titleReach = 8;
/** The most rows between the tops of two tables side by side. */
export const besideReach = 3;
/** The number of rows at the top of a sheet that may be its titles. */
const topReach = 15;

/**
 * Returns the titles of a table, nearest first: those above it and below any other table, those at the top of its
 * sheet, then the name of the sheet. Texts above a table beside it belong to that table; on a form, « Divers | à voir »
 * is a line.
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
  // The rows just above the first table are its own titles; the sheet's titles are above a blank row. If the lower
  // table has no titles, all the texts are the sheet's.
  const first = own.length === 0 ? over.top : firstOfTexts(sheet, over.top);
  return [...own, ...textsAbove(sheet, Math.max(0, first - topReach), first - 1, table, isFree), sheet.name];
}

const filledOn = (sheet: SheetCells, row: number): number =>
  (sheet.rows[row] ?? []).filter((cell) => !isBlank(cell)).length;

/** Returns the first of the filled rows just above a row; the row itself when the one above is blank. */
export function firstOfTexts(sheet: SheetCells, row: number): number {
  const isFilled = (at: number): boolean => (sheet.rows[at] ?? []).some((cell) => !isBlank(cell));
  let first = row;
  while (first > 0 && isFilled(first - 1)) first -= 1;
  return first;
}

/**
 * Returns the last line that belongs to the table above, « Modèle des postes | divers », when a blank row follows it;
 * otherwise the given row.
 */
function lastLineBelow({ sheet, top, left, right }: SheetBlock, bottom: number): number {
  if (bottom < 0) return bottom;
  const filled = (row: number): number =>
    (sheet.rows[row] ?? []).slice(left, right + 1).filter((cell) => !isBlank(cell)).length;
  let last = bottom;
  while (last + 1 < top && filled(last + 1) > 0) last += 1;
  return last + 1 < top && filled(last + 1) === 0 ? last : bottom;
}

/** Returns the texts of some rows, from the lowest up, in free columns or merged above the table. */
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
      // « Année | 2013 », the filter of a pivot table.
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

/**
 * Returns whether a cell is the value of an uncounted label: « Observations | vidéo à la demande », « Directeur | M.
 * Stock ».
 */
function answersAside(cells: readonly Cell[], column: number): boolean {
  const label = cells[column - 1];
  return typeof label === "string" && structuralRole(withoutColon(label))?.role === "ignored";
}

/** Returns the name of a sheet without its number or year: « 1-Thise », « Thise (2) », « Thise 2014 ». */
const bareName = (name: string): string =>
  name.replace(/\s*\(\d+\)$|[\s_-]+20\d\d$/, "").replace(/^\d{1,2}\s*[-–.)_]\s*/, "");

const declaring = /^\s*(commune|mairie|ville)\s*:\s*/i;

/**
 * Returns the commune that a title names, whole or before a dash, a comma or a date: « Commune : X – situation au… ».
 */
function findIn(title: string, directory: CommuneDirectory): CommuneMatch {
  const whole = directory.find(title);
  if (whole.kind !== "unknown") return whole;
  const named = title.replace(declaring, "");
  const bare = directory.find(named);
  if (bare.kind !== "unknown") return bare;
  const short = directory.find(named.split(/\s[-–—]\s|[,;:(]| au /)[0]!);
  return short.kind === "unknown" ? whole : short;
}

/**
 * Returns the commune of a table without a commune column: from a title « Commune de X », else the name of the sheet,
 * else a title that is a commune, else the commune whose schools the titles name. « Ville de Besançon » in the
 * letterhead of another commune's sheet is the author, or the addressee.
 */
export function sheetCommune(
  context: SheetContext,
  { titles: near, letterhead }: Pick<Context, "titles" | "letterhead">,
): SheetCommune {
  const { sheet, directory } = context;
  const titles = letterhead ?? near;
  const nearestFirst = [...titles].reverse();
  const isOfCreditor = ({ text }: Written): boolean => {
    const match = findIn(text, directory);
    return match.kind === "found" && isCreditor(match.commune, directory.convention);
  };
  const isDeclared = ({ text }: Written): boolean => /^(commune|mairie)( d| ?:)/.test(fold(text));
  const declared =
    nearestFirst.find((title) => isDeclared(title) && !isOfCreditor(title)) ?? nearestFirst.find(isDeclared);
  const byTitle = declared === undefined ? null : findIn(declared.text, directory);
  const byName = findIn(bareName(sheet.name), directory);
  if (declared !== undefined && byTitle !== null && byTitle.kind !== "unknown") {
    const commune = byTitle.kind === "found" ? byTitle.commune : null;
    const other = isAnother(byName, byTitle, directory) ? byName.commune : otherIn(letterhead, commune, directory);
    return { commune, from: "title", text: declared.text, cell: declared, ...(other !== null && { other }) };
  }
  if (byName.kind !== "unknown")
    return { commune: byName.kind === "found" ? byName.commune : null, from: "sheet", text: sheet.name, cell: null };
  const isPlain = ({ text }: Written): boolean => communeNamed(text, directory) !== null;
  const plain = nearestFirst.find((title) => isPlain(title) && !isOfCreditor(title)) ?? nearestFirst.find(isPlain);
  // « Beure | Busy | Thoraise » above schools across is not the title of the sheet.
  if (plain !== undefined && titles.some((title) => isBesideAnother(title, plain, directory)))
    return { commune: null, from: "none", text: sheet.name, cell: null };
  if (declared === undefined && plain !== undefined) {
    const commune = communeNamed(plain.text, directory);
    const other = otherIn(letterhead, commune, directory);
    return { commune, from: "title", text: plain.text, cell: plain, ...(other !== null && { other }) };
  }
  if (declared !== undefined) return { commune: null, from: "title", text: declared.text, cell: declared };
  const ofSchools = communeOfSchools(titles, directory);
  if (ofSchools !== null) return ofSchools;
  return { commune: null, from: "none", text: sheet.name, cell: null };
}

/** Returns another commune that a letterhead names than the one found, the creditor aside; null when there is none. */
function otherIn(
  letterhead: readonly Written[] | null,
  found: Commune | null,
  directory: CommuneDirectory,
): Commune | null {
  if (letterhead === null || found === null) return null;
  const named = letterhead.flatMap(({ text }) => communeNamed(text.replace(declaring, ""), directory) ?? []);
  return named.find(({ insee }) => insee !== found.insee && !isCreditor({ insee }, directory.convention)) ?? null;
}

/** Returns whether a title names another commune in the same row as a title. */
function isBesideAnother(title: Written, plain: Written, directory: CommuneDirectory): boolean {
  const commune = title.row === plain.row ? communeNamed(title.text, directory) : null;
  return commune !== null && commune !== communeNamed(plain.text, directory);
}

/**
 * Returns whether the name of the sheet is a commune other than its title's, as on a copied sheet. The creditor's name
 * is allowed on any sheet.
 */
function isAnother(
  byName: CommuneMatch,
  byTitle: CommuneMatch,
  { convention }: CommuneDirectory,
): byName is CommuneMatch & { kind: "found" } {
  if (byName.kind !== "found" || byTitle.kind !== "found" || byName.commune.insee === byTitle.commune.insee)
    return false;
  return !isCreditor(byName.commune, convention);
}

/** Words for schools in a title: « École élémentaire de Franois », « Inventaire des écoles de Franois ». */
const schools = /\b(?:ecoles?|groupes? scolaires?|maternelles?|elementaires?|primaires?)\b/;

/** Returns the commune after « de » in a title about schools, part by part; null when there is none. */
function communeAfter(title: string, directory: CommuneDirectory): Commune | null {
  for (const part of title.split(/\s[-–—]\s|[,;:(]| au /)) {
    const folded = fold(part);
    const at = schools.exec(folded);
    if (at === null) continue;
    // The commune is all that follows the first « de », because several may follow.
    const following = /\b(?:de|du|des|d) (?:la (?:commune|ville) (?:de |du |des |d )?)?(.+)$/.exec(
      folded.slice(at.index + at[0].length),
    );
    const commune = following === null ? null : communeNamed(following[1]!, directory);
    if (commune !== null) return commune;
  }
  return null;
}

/**
 * Returns the only commune whose schools the titles name, to which the commune in a row is preferred; null when there
 * is none, or several.
 */
function communeOfSchools(titles: readonly Written[], directory: CommuneDirectory): SheetCommune | null {
  const found = titles.flatMap((title) => {
    const commune = communeAfter(title.text, directory);
    return commune === null ? [] : [{ title, commune }];
  });
  const first = found[0];
  if (first === undefined || found.some(({ commune }) => commune !== first.commune)) return null;
  return { commune: first.commune, from: "title", text: first.title.text, cell: first.title, isWeak: true };
}

/**
 * Returns the school of a table without a school column, from the nearest title or the name of the sheet; null when
 * there is none.
 */
export function sheetSchool(sheet: SheetCells, titles: readonly Written[], header: CellBlock): Written | null {
  const nearestFirst = [...titles].reverse();
  const title =
    nearestFirst.find(({ text }) => declaredSchool(text) !== null) ??
    nearestFirst.find(({ text }) => schoolIn(text) !== null);
  // « École des Champs | École du Pont » above schools across is not a title.
  const isBeside = ({ row, text }: Written): boolean =>
    row === title!.row && schoolIn(text) !== null && schoolIn(text) !== schoolIn(title!.text);
  if (title !== undefined && titles.some(isBeside)) return null;
  if (title !== undefined) return { ...title, text: schoolIn(title.text)! };
  const text = schoolIn(sheet.name);
  return text === null ? null : { text, row: header.top, column: header.left };
}
