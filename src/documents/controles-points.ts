import type { Decimal } from "decimal.js";
import { pointsOf, type InventoryReading, type Point, type PointPlace, type School } from "../inventory";
import { pointMessage, type Anomaly, type Severity } from "../messages";
import { formatEuros } from "../money";
import type { Statement } from "../statement";
import { schoolsOfErrors } from "./commune-points";
import { euros, imported, linkToSource, text, type PageCell } from "./kit/cells";
import type { CellStyle } from "./kit/model";
import type { Page } from "./kit/page";
import { speechIn, type Say } from "./kit/say";
import { beside, styles, variant } from "./kit/styles";
import { columnHelper, table } from "./kit/table";
import { externalFiles } from "./kit/texts";
import { worthOf, type Worth } from "./point-worth";

const severities: readonly (readonly [Severity, string])[] = [
  ["error", "à corriger"],
  ["warning", "à vérifier"],
  ["info", "pour information"],
];

/**
 * Returns the number of points of each severity, as in the summary of the command: « 3 à corriger, 12 à vérifier, 1
 * pour information ».
 */
export function countPoints(anomalies: readonly Anomaly[]): string {
  const points = pointsOf(anomalies);
  const of = (severity: Severity) => points.filter((point) => point.severity === severity).length;
  return severities.map(([severity, words]) => `${of(severity)} ${words}`).join(", ");
}

/** The maximum number of ranges listed for a point, each with its link; the JSON lists all. */
const mostPlaces = 40;

/** A point with its number on the page, its schools and its worth. */
interface NumberedPoint {
  readonly point: Point;
  readonly number: number;
  readonly schools: readonly School[];
  readonly worth: Worth | null;
}

/** A point and its first range, then its other ranges; `left`: how many of these are not shown. */
type PointRow =
  | { readonly numbered: NumberedPoint; readonly place: PointPlace | undefined; readonly isFollowed: boolean }
  | { readonly place: PointPlace }
  | { readonly left: number };

/** The heading of each severity, and the meaning of the amounts beside its points. */
const parts = [
  { severity: "error", title: "À corriger d’abord", worth: "En jeu" },
  { severity: "warning", title: "À vérifier ensuite", worth: "Facturé" },
  { severity: "info", title: "Pour information", worth: "Facturé" },
] as const satisfies readonly { severity: Severity; title: string; worth: string }[];

/**
 * Writes the findings: one point for each cause, one table for each severity, errors first and, within a table, the
 * largest worth first. Numbers continue from one table to the next. (decisions §4)
 */
export function writePoints(
  page: Page,
  reading: InventoryReading,
  statement: Statement,
  anomalies: readonly Anomaly[],
): void {
  const schoolsOf = schoolsOfErrors(reading, anomalies);
  const worthIn = worthOf(reading, statement, anomalies);
  let number = 0;
  for (const { severity, title, worth } of parts) {
    const points = pointsOf(anomalies).filter((point) => point.severity === severity);
    if (points.length === 0) continue;
    const weighed = points.map((point) => ({ point, worth: worthIn(point) }));
    const numbered = [...weighed].sort(byWorth).map((one): NumberedPoint => {
      const schools = new Map(one.point.anomalies.flatMap(schoolsOf).map((school) => [school.key, school]));
      return { ...one, number: (number += 1), schools: [...schools.values()] };
    });
    page.section(title);
    pointsTable(page, externalFiles(reading), reading.rows.length > 1, worth, statement).write(
      page,
      numbered.flatMap(rowsOf),
      {
        keep: (row) => "numbered" in row && row.isFollowed,
      },
    );
    page.space();
  }
}

/** The largest sum first, then prices of one unit, then unknown worths. */
function byWorth(one: { readonly worth: Worth | null }, other: { readonly worth: Worth | null }): number {
  const amount = ({ worth }: typeof one): Decimal | null => worth?.amount ?? null;
  const [a, b] = [amount(one), amount(other)];
  if (a !== null && b !== null) return b.comparedTo(a);
  return Number(a === null) - Number(b === null) || Number(one.worth === null) - Number(other.worth === null);
}

function pointsTable(
  page: Page,
  files: ReadonlySet<string>,
  areSheetsNamed: boolean,
  worth: string,
  statement: Statement,
) {
  const speech = speechIn(statement.campaign);
  const column = columnHelper<PointRow>();
  return table({
    columns: {
      message: column.text(
        worth === "En jeu" ? "Constat, et quoi faire" : "Constat",
        null,
        (row) =>
          "numbered" in row ? `${row.numbered.number}. ${pointMessage(row.numbered.point.anomalies, speech)}` : null,
        styles.wrapped,
      ),
      who: column.imported(
        page.say("[Commune] · [école]"),
        null,
        (row) => ("numbered" in row ? whoIn(row.numbered, page.say) : null),
        styles.wrapped,
      ),
      count: column.count("Nombre", null, (row) => ("numbered" in row ? row.numbered.point.anomalies.length : null)),
      worth: column.cell(worth, null, (row, _at, style) => ("numbered" in row ? worthCell(row.numbered, style) : null)),
      place: column.cell("Où", null, (row) => placeCell(row, files, areSheetsNamed), "beside"),
    },
  });
}

function rowsOf(numbered: NumberedPoint): PointRow[] {
  const { places } = numbered.point;
  const [place, ...others] = places.slice(0, mostPlaces);
  const left = places.length - mostPlaces;
  return [
    { numbered, place, isFollowed: others.length > 0 },
    ...others.map((other) => ({ place: other })),
    ...(left > 0 ? [{ left }] : []),
  ];
}

/** Schools that are named; beyond, they are counted by their commune. */
const namedSchools = 1;

/**
 * Returns the schools or communes of a point, « Saône · École élémentaire », « Saône · 3 écoles »; null when they are
 * unknown.
 */
function whoIn({ schools }: NumberedPoint, say: Say): string | null {
  const communes = [...new Set(schools.map(({ commune }) => commune.name))];
  if (communes.length !== 1) return communes.length === 0 ? null : say`${communes.length} [communes]`;
  const own = schools.length <= namedSchools ? schools[0]!.name : say`${schools.length} [écoles]`;
  return `${communes[0]!} · ${own}`;
}

/** Returns the cell of a point's worth: an amount, or the price of one unit when the number cannot be read. */
function worthCell({ worth }: NumberedPoint, style: CellStyle): PageCell | null {
  if (worth === null) return null;
  if (worth.amount !== null) return euros(worth.amount, style);
  return text(`${formatEuros(worth.price)} / ${worth.unit}`, rightOf(style));
}

const rightOf = variant({ align: "right" });

/** Returns the link to a range, with its sheet when there are several, and its file when it is not the first one. */
function placeCell(row: PointRow, files: ReadonlySet<string>, areSheetsNamed: boolean): PageCell | null {
  if ("left" in row) return text(row.left === 1 ? "et une autre plage" : `et ${row.left} autres plages`, besideLine);
  if (row.place === undefined)
    return imported("numbered" in row ? (row.numbered.point.anomalies[0].file ?? "") : "", besideLine);
  const { file, sheet, range } = row.place;
  const other = file !== null && files.has(file) ? `[${file}]` : "";
  if (sheet === null) return imported(other, besideLine);
  const name = other + sheet;
  if (range === null) return imported(name, besideLine);
  const label = areSheetsNamed || other !== "" ? `${name}!${range}` : range;
  return linkToSource(label, { file, sheet, cell: range.split(":")[0]! }, besideLink, files);
}

const besideLine = beside(styles.line);
const besideLink = beside(styles.lineLink);
