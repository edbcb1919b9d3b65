import { fold, isBlank, type Cell, type CellBlock, type SheetCells, type Steps } from "../../cells";
import type { CommuneDirectory } from "../../tariff";
import { isOfOneCommune, type SheetCommune, type SheetContext, type Written } from "../table";
import { sheetCommune } from "./table-titles";
import { mayHeadForm } from "../texts/header-word";
import { structuralRole } from "../texts/heading-role";
import { declaredSchool, endingCommune, schoolIn } from "../texts/school-names";
import { parseQuantity } from "../texts/values";

/** A form: the school that it is about, and the part of the sheet that holds its lines. */
export interface Form {
  readonly school: Written;
  readonly commune: SheetCommune;
  /** From the school's heading down to the next form. */
  readonly region: CellBlock;
  /** The first column in which its lines may begin. */
  readonly from: number;
}

/**
 * Finds the forms of a sheet, from top to bottom: each begins at a heading that names a school, and ends at the next one in its
 * columns. Its commune is named in its own heading, else above those of other forms, else by the sheet.
 */
export function* formsOf(context: SheetContext, free: readonly CellBlock[]): Steps<Form[]> {
  const headings: (Heading & { readonly within: CellBlock })[] = [];
  for (const region of free)
    for (let row = region.top; row <= region.bottom; row += 1) {
      if (row % rowsBetweenPauses === 0) yield;
      headings.push(...headingsOn(context, row, region).map((heading) => ({ ...heading, within: region })));
    }
  const schools = headings.filter(({ kind }) => kind === "school");
  const communes = headings.filter(({ kind }) => kind === "commune");
  const placed = schools.map((heading) => ({ heading, region: regionOf(heading, schools) }));
  const own = placed.map(({ heading, region }, at) => {
    const before = placed.slice(0, at).filter((other) => overlaps(other.region, region));
    const above = before.reduce((row, other) => Math.max(row, other.heading.row), -1);
    return ownCommune(heading, region, above, communes);
  });
  // Where two forms of one commune each name it, one that names none has lost it.
  const repeated = own.some((commune, at) => at > 0 && commune !== null && own[at - 1]?.name === commune.name);
  return placed.map(({ heading, region }, at) => {
    const above = repeated ? [] : own.slice(0, at).filter((_, other) => overlaps(placed[other]!.region, region));
    const named = own[at] ?? ending(heading, context) ?? above.findLast((commune) => commune !== null) ?? null;
    const titles = named === null ? [] : [{ text: titleOf(named), row: named.row, column: named.column }];
    return {
      school: { text: heading.name, row: heading.row, column: heading.column },
      commune: sheetCommune(context, titles),
      region,
      from: heading.isTitle ? heading.column : region.left,
    };
  });
}

const rowsBetweenPauses = 1024;

/**
 * Finds the commune that a school's title ends with, unless the sheet is of one: « Groupe scolaire – Franois », « Primaire
 * Franois »; null when there is none.
 */
function ending(heading: Heading, context: SheetContext): Heading | null {
  const text = context.sheet.rows[heading.row]?.[heading.column];
  if (!heading.isTitle || typeof text !== "string") return null;
  if (isOfOneCommune(sheetCommune(context, []))) return null;
  const name = endingCommune(text, context.directory);
  return name === null ? null : { ...heading, kind: "commune", name };
}

function titleOf({ name }: Heading): string {
  return /^(commune|mairie)\b/i.test(name) ? name : `Commune : ${name}`;
}

function overlaps(a: CellBlock, b: CellBlock): boolean {
  return a.left <= b.right && b.left <= a.right;
}

/**
 * Returns the part of a sheet that is a form's: its columns go on up to the next school on its row, its rows down to the next
 * school in its columns.
 */
function regionOf(
  heading: Heading & { readonly within: CellBlock },
  schools: readonly (Heading & { readonly within: CellBlock })[],
): CellBlock {
  const { within } = heading;
  const beside = schools.filter(({ row, within: other }) => row === heading.row && other === within);
  const first = beside.every(({ left }) => left >= heading.left);
  const next = beside.filter(({ left }) => left > heading.left).map(({ left }) => left);
  const left = first ? within.left : heading.left;
  const right = next.length === 0 ? within.right : Math.min(...next) - 1;
  const below = schools
    .filter((other) => other.row > heading.row && other.within === within && other.left >= left && other.left <= right)
    .map(({ row }) => row);
  return { top: heading.row, bottom: below.length === 0 ? within.bottom : Math.min(...below) - 1, left, right };
}

/** How many rows below the school its commune may be named. */
const reach = 3;

/**
 * Finds the commune named nearest to the school, on its row, above it and below the form before, or right below it; null when
 * none is.
 */
function ownCommune(school: Heading, region: CellBlock, above: number, communes: readonly Heading[]): Heading | null {
  const near = communes.filter(
    ({ row, left }) =>
      left >= region.left && left <= region.right && row > above && row <= Math.min(school.row + reach, region.bottom),
  );
  const distance = ({ row }: Heading): number => (row <= school.row ? school.row - row : row - school.row + 0.5);
  return near.reduce<Heading | null>(
    (best, each) => (best === null || distance(each) < distance(best) ? each : best),
    null,
  );
}

/** A commune or a school that a form names above its lines, and where. */
interface Heading {
  readonly kind: "commune" | "school";
  readonly name: string;
  readonly row: number;
  /** Where the name is written. */
  readonly column: number;
  /** Where the heading begins: the word before the name, or the name itself. */
  readonly left: number;
  /** A title that asks for nothing: it heads what begins in its own column only. */
  readonly isTitle: boolean;
}

/** Longest heading: beyond, it is a sentence. */
const longest = 80;
const communeTitle = /^(commune|mairie)( d| ?:)/;
/** « Fiche école : », « Fiche de l'école » before a name. */
const sheetOf = /^\s*fiche\s+(?:de\s+l[’']\s*)?(?=[ée]cole)/i;

/**
 * Finds the headings on one row of a region, from left to right: « École : X » in one cell or in two, a school's or a commune's
 * title.
 */
function headingsOn({ sheet, directory }: SheetContext, row: number, region: CellBlock): Heading[] {
  const cells: readonly Cell[] = sheet.rows[row] ?? [];
  const found: Heading[] = [];
  for (let column = region.left; column <= Math.min(region.right, cells.length - 1); column += 1) {
    const cell = cells[column];
    if (typeof cell !== "string" || cell.length > longest) continue;
    const text = cell.replace(/\s+/g, " ").trim();
    const asked = mayHeadForm.test(text) && declaredSchool(text) === null ? askedBy(text) : null;
    if (asked !== null) {
      if (headsFigures(sheet, row, column)) continue;
      const value = nextText(cells, column, region.right, asked);
      if (value !== null && mayAsk(cells, column, value.column, found.at(-1)?.column ?? null, region)) {
        found.push({ kind: asked, name: value.text, row, column: value.column, left: column, isTitle: false });
        column = value.column;
      }
      continue;
    }
    const named = titles(text, isAlone(cells, column, region), directory);
    if (named.some(({ isTitle }) => isTitle) && isAcross(sheet, row, column, region)) continue;
    found.push(...named.map((each) => ({ ...each, row, column, left: column })));
  }
  return found;
}

/** Returns whether a word and the name beside it stand for themselves, and are no two names of schools across. */
function mayAsk(cells: readonly Cell[], at: number, value: number, last: number | null, region: CellBlock): boolean {
  const [before, after] = [cells[at - 1] ?? null, cells[value + 1] ?? null];
  if (at > region.left && !isBlank(before) && last !== at - 1) return false;
  if (value + 1 > region.right || isBlank(after) || /:\s*$/.test(String(cells[at]))) return true;
  return typeof after === "string" && (/:\s*$/.test(after) || structuralRole(after) !== null);
}

/** Returns what « Commune : » or « École » asks for; null when the text asks for none of the two. */
function askedBy(text: string): Heading["kind"] | null {
  const role = structuralRole(text.replace(/\s*:\s*$/, ""))?.role;
  return role === "commune" || role === "school" ? role : null;
}

/** Returns whether a figure stands close below: « Groupe scolaire » is then a school's name among others across. */
function headsFigures(sheet: SheetCells, row: number, column: number): boolean {
  for (let below = row + 1; below <= row + 4; below += 1)
    if (typeof (sheet.rows[below]?.[column] ?? null) === "number") return true;
  return false;
}

/** How far below a name by itself its figures are looked for, and how many rows of headings may stand between. */
const figuresWithin = 12;
const headingsBelow = 2;

/**
 * Returns whether a name by itself stands over figures and no labels, other names beside it: it is a school's among others
 * across.
 */
function isAcross(sheet: SheetCells, row: number, column: number, { right }: CellBlock): boolean {
  const cells: readonly Cell[] = sheet.rows[row] ?? [];
  let next = column + 1;
  while (next <= right && isBlank(cells[next] ?? null)) next += 1;
  if (next > right && !cells.slice(0, column).some((cell) => !isBlank(cell))) return false;
  // « Prestation », or another school: even the school of a column without a figure is one among others.
  let figures = cells.some((cell, at) => at !== column && typeof cell === "string" && isBeside(cell));
  for (let below = row + 1; below <= row + figuresWithin; below += 1) {
    const under: readonly Cell[] = sheet.rows[below] ?? [];
    const cell = under[column] ?? null;
    const counts = under.slice(column, next).some(isFigure);
    // A label with its value beside it is a form's line, however near the heading.
    if (!isBlank(cell) && !isFigure(cell) && (counts || below > row + headingsBelow)) return false;
    figures ||= counts;
  }
  return figures;
}

const isBeside = (text: string): boolean =>
  text.length <= longest &&
  (structuralRole(text)?.role === "label" || (mayHeadForm.test(text) && schoolIn(text) !== null));

const isFigure = (cell: Cell): boolean =>
  typeof cell === "number" || (typeof cell === "string" && parseQuantity(cell).kind === "value");

/** « École | Groupe scolaire »: schools are called so, though the words also head them. */
const groupName = /^(?:groupe scolaire|gs|rpi)$/;

/** Returns the name beside a word that asks for it, within three cells; null when there is none. */
function nextText(
  cells: readonly Cell[],
  from: number,
  right: number,
  asked: Heading["kind"],
): { text: string; column: number } | null {
  for (let column = from + 1; column <= Math.min(from + 3, right); column += 1) {
    const cell = cells[column] ?? null;
    if (isBlank(cell)) continue;
    if (typeof cell !== "string") return null;
    const isName = structuralRole(cell) === null || (asked === "school" && groupName.test(fold(cell)));
    return isName ? { text: cell.trim(), column } : null;
  }
  return null;
}

function isAlone(cells: readonly Cell[], column: number, { left, right }: CellBlock): boolean {
  const isFree = (at: number): boolean => at < left || at > right || isBlank(cells[at] ?? null);
  return isFree(column - 1) && isFree(column + 1);
}

/** Returns what a text by itself names: « École : X », « Commune de X », and, alone, « Pirey – École maternelle », « PIREY ». */
function titles(
  text: string,
  alone: boolean,
  directory: CommuneDirectory,
): Pick<Heading, "kind" | "name" | "isTitle">[] {
  const bare = text.replace(sheetOf, "");
  const said = declaredSchool(bare);
  if (said !== null) return [{ kind: "school", name: said, isTitle: false }];
  if (communeTitle.test(fold(text))) return [{ kind: "commune", name: text, isTitle: false }];
  if (!alone) return [];
  const [first = "", second] = text.split(/\s[-–—/:]\s/);
  for (const [commune, other] of second === undefined ? [] : [[first, second] as const, [second, first] as const]) {
    const school = schoolIn(other);
    if (school !== null && directory.find(commune).kind !== "unknown")
      return [
        { kind: "commune", name: commune, isTitle: true },
        { kind: "school", name: school, isTitle: true },
      ];
  }
  const named = mayHeadForm.test(bare) ? schoolIn(bare) : null;
  if (named !== null) return [{ kind: "school", name: named, isTitle: true }];
  return directory.find(text).kind === "unknown" ? [] : [{ kind: "commune", name: text, isTitle: true }];
}
