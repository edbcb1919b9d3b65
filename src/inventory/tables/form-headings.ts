import {
  countBefore,
  fold,
  isBlank,
  rowsBetweenPauses,
  type Cell,
  type CellBlock,
  type SheetCells,
  type Steps,
} from "../../cells";
import { namesSomething, type CommuneDirectory } from "../../tariff";
import { isOfOneCommune, type SheetCommune, type SheetContext, type Written } from "../table";
import { firstOfTexts, sheetCommune } from "./table-titles";
import { headerWord, mayHeadForm, roleOf } from "../texts/header-word";
import { isYesOrNo } from "../texts/dues";
import { structuralRole } from "../texts/heading-role";
import type { ReadLabel } from "../texts/label-reading";
import { declaredSchool, endingCommune, isSchoolName, schoolIn } from "../texts/school-names";
import { numberShown, withoutColon } from "../texts/values";

/** A form: its school, its commune, and the part of the sheet with its lines. */
export interface Form {
  readonly school: Written;
  readonly commune: SheetCommune;
  /** From the heading of the school down to the next form. */
  readonly region: CellBlock;
  /** The first column where its lines may begin. */
  readonly from: number;
}

/**
 * Returns the forms of a sheet: each begins at the heading of a school, and its commune is in it, above an earlier
 * form, or unknown.
 */
export function* formsOf(context: SheetContext, free: readonly CellBlock[]): Steps<Form[]> {
  const schools: Placed[] = [];
  const communes: Heading[] = [];
  for (const within of free) {
    const own: Heading[] = [];
    for (let row = within.top; row <= within.bottom; row += 1) {
      if (row % rowsBetweenPauses === 0) yield;
      for (const heading of headingsOn(context, row, within))
        (heading.kind === "school" ? own : communes).push(heading);
    }
    own.forEach((heading, at) => {
      const region = regionOf(at, own, within);
      schools.push({ heading, region: aboveNextHead(region, within, context), named: null });
    });
  }
  communes.sort((a, b) => a.row - b.row);
  schools.forEach((form, at) => {
    form.named = ownCommune(form, schools[lastAbove(at, schools)]?.heading.row ?? -1, communes);
  });
  // When consecutive forms repeat their commune, a form without one has lost it.
  const isRepeated = schools.some(
    ({ named }, at) => at > 0 && named !== null && schools[at - 1]!.named?.name === named.name,
  );
  const known: (Heading | null)[] = [];
  return schools.map(({ heading, region, named: own }, at) => {
    const named = own ?? ending(heading, context) ?? (isRepeated ? null : (known[lastAbove(at, schools)] ?? null));
    known.push(own ?? known[lastAbove(at, schools)] ?? null);
    const titles = named === null ? [] : [{ text: titleOf(named), row: named.row, column: named.column }];
    return {
      school: { text: heading.name, row: heading.row, column: heading.column },
      commune: sheetCommune(context, { titles, letterhead: null }),
      region,
      from: heading.isTitle ? heading.column : region.left,
    };
  });
}

/** The heading of a school, with the region of its form and the commune in it. */
interface Placed {
  readonly heading: Heading;
  readonly region: CellBlock;
  named: Heading | null;
}

/** Returns the index of the previous form that shares columns with a form; −1 when there is none. */
function lastAbove(at: number, forms: readonly Placed[]): number {
  const { left, right } = forms[at]!.region;
  let above = at - 1;
  while (above >= 0 && (forms[above]!.region.left > right || forms[above]!.region.right < left)) above -= 1;
  return above;
}

/**
 * Returns the commune at the end of a school's title, « Groupe scolaire – Franois »; null when there is none, or when
 * the sheet is about one commune.
 */
function ending(heading: Heading, context: SheetContext): Heading | null {
  const text = context.sheet.rows[heading.row]?.[heading.column];
  if (!heading.isTitle || typeof text !== "string") return null;
  if (isOfOneCommune(sheetCommune(context, { titles: [], letterhead: null }))) return null;
  const name = endingCommune(text, context.directory);
  return name === null ? null : { ...heading, kind: "commune", name };
}

function titleOf({ name }: Heading): string {
  return /^(commune|mairie)\b/i.test(name) ? name : `Commune : ${name}`;
}

/**
 * Returns the region of a form: to the right up to the next school of its row, down to the next school in its columns.
 */
function regionOf(at: number, schools: readonly Heading[], within: CellBlock): CellBlock {
  const { row, left: own } = schools[at]!;
  let [isFirst, right] = [true, within.right];
  for (let before = at - 1; schools[before]?.row === row; before -= 1) if (schools[before]!.left < own) isFirst = false;
  let next = at + 1;
  for (; schools[next]?.row === row; next += 1)
    if (schools[next]!.left > own) right = Math.min(right, schools[next]!.left - 1);
  const left = isFirst ? within.left : own;
  while (next < schools.length && (schools[next]!.left < left || schools[next]!.left > right)) next += 1;
  return { top: row, bottom: (schools[next]?.row ?? within.bottom + 1) - 1, left, right };
}

/**
 * Returns the region of a form without the texts just above the next one, « Bon n° 2 », « Commune : », when a blank row
 * is above them and no prestation is among them.
 */
function aboveNextHead(region: CellBlock, within: CellBlock, { sheet, readLabel }: SheetContext): CellBlock {
  if (region.bottom === within.bottom) return region;
  const first = firstOfTexts(sheet, region.bottom + 1);
  const head = sheet.rows.slice(first, region.bottom + 1).map((cells) => cells.slice(region.left, region.right + 1));
  const holdsLine = head.some((cells) =>
    cells.some((cell) => typeof cell === "string" && namesSomething(readLabel(cell).label)),
  );
  return first > region.top + 1 && !holdsLine ? { ...region, bottom: first - 1 } : region;
}

/** The most rows below the school for the name of its commune. */
const reach = 3;

/**
 * Returns the commune nearest to the school, from below the previous form to just below its name; null when there is
 * none.
 */
function ownCommune({ heading, region }: Placed, above: number, communes: readonly Heading[]): Heading | null {
  const below = Math.min(heading.row + reach, region.bottom);
  const distance = ({ row }: Heading): number => (row <= heading.row ? heading.row - row : row - heading.row + 0.5);
  let best: Heading | null = null;
  const first = countBefore(communes.length, (at) => communes[at]!.row <= above);
  for (let at = first; at < communes.length && communes[at]!.row <= below; at += 1) {
    const each = communes[at]!;
    const isIn = each.left >= region.left && each.left <= region.right;
    if (isIn && (best === null || distance(each) < distance(best))) best = each;
  }
  return best;
}

/** A commune or a school named above the lines of a form. */
interface Heading {
  readonly kind: "commune" | "school";
  readonly name: string;
  readonly row: number;
  /** The column of the name. */
  readonly column: number;
  /** The column where the heading begins: with the word before the name, or the name itself. */
  readonly left: number;
  /** Whether it is a title without a word before it: it only concerns lines from its own column on. */
  readonly isTitle: boolean;
}

/** The longest heading, in characters; a longer text is a sentence. */
const longest = 80;
const communeTitle = /^(commune|mairie)( d| ?:)/;
/** « Fiche école : », « Fiche de l'école » before a name. */
const sheetOf = /^\s*fiche\s+(?:de\s+l[’']\s*)?(?=[ée]cole)/i;

/**
 * Returns the headings in one row of a region: « École : X » in one cell or two, or the title of a school or a commune.
 */
function headingsOn({ sheet, directory, texts, readLabel }: SheetContext, row: number, region: CellBlock): Heading[] {
  const cells: readonly Cell[] = sheet.rows[row] ?? [];
  const found: Heading[] = [];
  for (let column = region.left; column <= Math.min(region.right, cells.length - 1); column += 1) {
    const cell = cells[column];
    if (typeof cell !== "string" || cell.length > longest) continue;
    const text = cell.replace(/\s+/g, " ").trim();
    const mayAskFor = mayHeadForm.test(text) || texts.mayPlace(text);
    const asked = mayAskFor && declaredSchool(text) === null ? askedBy(text, readLabel) : null;
    if (asked !== null) {
      if (headsFigures(sheet, row, column)) continue;
      const isHead =
        asked === "school" && [row - 1, row + 1].some((at) => asksCommune(sheet.rows[at]?.[column], readLabel));
      const value = nextText(cells, column, region.right, asked, isHead);
      if (value !== null && mayAsk(cells, column, value.column, found.at(-1)?.column ?? null, { region, readLabel })) {
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

/** Returns whether a word and the name beside it are a heading, rather than names of schools across. */
function mayAsk(
  cells: readonly Cell[],
  at: number,
  value: number,
  last: number | null,
  { region, readLabel }: Pick<SheetContext, "readLabel"> & { readonly region: CellBlock },
): boolean {
  const [before, after] = [cells[at - 1] ?? null, cells[value + 1] ?? null];
  if (at > region.left && !isBlank(before) && last !== at - 1) return false;
  if (/:\s*$/.test(String(cells[at]))) return true;
  // « École | École des Champs | | École du Pont »: schools across, each over two columns.
  const next = cells.slice(value + 1, region.right + 1).find((cell) => !isBlank(cell));
  if (typeof next === "string" && isSchoolName(next) && structuralRole(next) === null) return false;
  if (value + 1 > region.right || isBlank(after)) return true;
  if (typeof after !== "string") return false;
  if (/:\s*$/.test(after) || structuralRole(after) !== null) return true;
  // « École | École du Bourg | Rappel 2013 ».
  const { reading } = headerWord(after, readLabel);
  return reading.complete && !namesSomething(reading.label);
}

/** Returns the kind of name that a text such as « Commune : » or « École » introduces; null when it introduces none. */
function askedBy(text: string, readLabel: ReadLabel): Heading["kind"] | null {
  const role = roleOf(withoutColon(text), readLabel)?.role;
  return role === "commune" || role === "school" ? role : null;
}

const asksCommune = (cell: Cell | undefined, readLabel: ReadLabel): boolean =>
  typeof cell === "string" && cell.length <= longest && askedBy(cell, readLabel) === "commune";

/** Returns whether a number is just below a cell: « Groupe scolaire » is then one of the schools across. */
function headsFigures(sheet: SheetCells, row: number, column: number): boolean {
  for (let below = row + 1; below <= row + 4; below += 1)
    if (typeof (sheet.rows[below]?.[column] ?? null) === "number") return true;
  return false;
}

/** The most rows between a lone name and its figures, and the most heading rows among them. */
const figuresWithin = 12;
const headingsBelow = 2;

/** Returns whether a name is above figures without labels and beside other names: one of the schools across. */
function isAcross(sheet: SheetCells, row: number, column: number, { right }: CellBlock): boolean {
  const cells: readonly Cell[] = sheet.rows[row] ?? [];
  let next = column + 1;
  while (next <= right && isBlank(cells[next] ?? null)) next += 1;
  if (next > right && !cells.slice(0, column).some((cell) => !isBlank(cell))) return false;
  // « Prestation », or another school, suffices even above a column without figures.
  let figures = cells.some((cell, at) => at !== column && typeof cell === "string" && isBeside(cell));
  for (let below = row + 1; below <= row + figuresWithin; below += 1) {
    const under: readonly Cell[] = sheet.rows[below] ?? [];
    const cell = under[column] ?? null;
    const counts = under.slice(column, next).some(isFigure);
    // A label with its value beside it is a line of a form, however near the heading.
    if (!isBlank(cell) && !isFigure(cell) && (counts || below > row + headingsBelow)) return false;
    figures ||= counts;
  }
  return figures;
}

const isBeside = (text: string): boolean =>
  text.length <= longest &&
  (structuralRole(text)?.role === "label" || (mayHeadForm.test(text) && schoolIn(text) !== null));

/** Returns whether a cell holds a quantity, as a number or as a text. */
export const isFigure = (cell: Cell): boolean => numberShown(cell) !== null;

/** Names of schools that resemble headings, with others beside them: « École | Groupe scolaire », « École du 1er Mai ». */
const schoolName =
  /^(?:(?:groupe|ensemble|(?:re)?groupement) (?:scolaire|pedagogique)(?: intercommunal)?|gs|rpi|annexe|ecole d(?:e|u|es) .*\d.*)$/;

/**
 * Returns the name beside a word that introduces it, within three cells; null when there is no name. `isHead`: whether
 * its commune is introduced in the row above or below.
 */
function nextText(
  cells: readonly Cell[],
  from: number,
  right: number,
  asked: Heading["kind"],
  isHead: boolean,
): { text: string; column: number } | null {
  for (let column = from + 1; column <= Math.min(from + 3, right); column += 1) {
    const cell = cells[column] ?? null;
    if (isBlank(cell)) continue;
    if (typeof cell !== "string") return null;
    // « École conventionnée | oui » names no school.
    if (isYesOrNo(cell)) return null;
    const role = structuralRole(cell)?.role;
    // « École | École communale », with nothing beside them; « École | Annexe de la mairie », below « Commune | Pirey ».
    const isSchool =
      schoolName.test(fold(cell)) || ((role === "school" || isHead) && isBlank(cells[column + 1] ?? null));
    return role === undefined || (asked === "school" && isSchool) ? { text: cell.trim(), column } : null;
  }
  return null;
}

function isAlone(cells: readonly Cell[], column: number, { left, right }: CellBlock): boolean {
  const isFree = (at: number): boolean => at < left || at > right || isBlank(cells[at] ?? null);
  return isFree(column - 1) && isFree(column + 1);
}

/**
 * Returns the names in a text: « École : X », « Commune de X », and alone in its row, « Pirey – École maternelle »,
 * « PIREY ».
 */
function titles(
  text: string,
  alone: boolean,
  directory: CommuneDirectory,
): Pick<Heading, "kind" | "name" | "isTitle">[] {
  const bare = text.replace(sheetOf, "");
  const school = declaredSchool(bare);
  if (school !== null) return [{ kind: "school", name: school, isTitle: false }];
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
  // « École-Valentin » is a commune.
  const isCommune = directory.find(text).kind === "found";
  const named = !isCommune && mayHeadForm.test(bare) ? schoolIn(bare) : null;
  if (named !== null) return [{ kind: "school", name: named, isTitle: true }];
  return directory.find(text).kind === "unknown" ? [] : [{ kind: "commune", name: text, isTitle: true }];
}
