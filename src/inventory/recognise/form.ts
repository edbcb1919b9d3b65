import type { SheetCells } from "../../cells";
import type { CommuneDirectory } from "../../tariff";
import { endingCommune } from "../read/split-commune";
import { isOfOneCommune } from "../table";
import type { SheetCommune, SheetSchool } from "../table";
import { headingsOn } from "./form-headings";
import type { Heading } from "./form-headings";
import type { Region } from "./region";
import { sheetCommune } from "./sheet-commune";

/** A form: the school that it is about, and the part of the sheet that holds its lines. */
export interface Form {
  readonly school: SheetSchool;
  readonly commune: SheetCommune;
  /** From the school's heading down to the next form. */
  readonly region: Region;
  /** The first column in which its lines may begin. */
  readonly from: number;
}

/**
 * The forms of a sheet, from top to bottom: each begins at a heading that names a school, and ends at the next one in its
 * columns. Its commune is named in its own heading, else above those of other forms, else by the sheet.
 */
export function formsOf(sheet: SheetCells, free: readonly Region[], directory: CommuneDirectory): Form[] {
  const headings = free.flatMap((region) => {
    const found: (Heading & { readonly within: Region })[] = [];
    for (let row = region.top; row <= region.bottom; row += 1)
      found.push(...headingsOn(sheet, row, region, directory).map((heading) => ({ ...heading, within: region })));
    return found;
  });
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
    const named = own[at] ?? ending(heading, sheet, directory) ?? above.findLast((commune) => commune !== null) ?? null;
    const titles = named === null ? [] : [{ text: communeTitle(named), row: named.row, column: named.column }];
    return {
      school: { name: heading.name, row: heading.row, column: heading.column },
      commune: sheetCommune(sheet, { titles, pupils: false }, directory),
      region,
      from: heading.isTitle ? heading.column : region.left,
    };
  });
}

/** « Groupe scolaire – Franois », « Primaire Franois »: the commune that a school's title ends with, unless the sheet is of one. */
function ending(heading: Heading, sheet: SheetCells, directory: CommuneDirectory): Heading | null {
  const text = sheet.rows[heading.row]?.[heading.column];
  if (!heading.isTitle || typeof text !== "string") return null;
  if (isOfOneCommune(sheetCommune(sheet, { titles: [], pupils: false }, directory))) return null;
  const name = endingCommune(text, directory);
  return name === null ? null : { ...heading, kind: "commune", name };
}

function communeTitle({ name }: Heading): string {
  return /^(commune|mairie)\b/i.test(name) ? name : `Commune : ${name}`;
}

function overlaps(a: Region, b: Region): boolean {
  return a.left <= b.right && b.left <= a.right;
}

/** The columns of a form go on up to the next school on its row, its rows down to the next school in its columns. */
function regionOf(
  heading: Heading & { readonly within: Region },
  schools: readonly (Heading & { readonly within: Region })[],
): Region {
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

/** The commune named nearest to the school, on its row, above it and below the form before, or right below it. */
function ownCommune(school: Heading, region: Region, above: number, communes: readonly Heading[]): Heading | null {
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
