import { addTo, holds, parseCellName, remembered } from "../cells";
import { pointsOf, type InventoryReading, type Mapping, type Point, type School, type SourceCells } from "../inventory";
import type { Anomaly } from "../messages";
import type { Statement } from "../statement";
import { entityKey, type Commune } from "../tariff";

/** The points in error of one commune, accepted: its own, and those without a known commune. */
export interface CommunePoints {
  readonly own: readonly Point[];
  readonly unplaced: readonly Point[];
}

/**
 * Returns a function that finds the errors of a commune: those that name one of its schools, or are on the row of one.
 * An error about a whole sheet or above a table belongs to no commune: nothing is guessed.
 */
export function pointsByCommune(
  reading: InventoryReading,
  { byCommune }: Pick<Statement, "byCommune">,
  errors: readonly Anomaly[],
): (commune: Commune) => CommunePoints {
  if (errors.length === 0) return () => ({ own: [], unplaced: [] });
  const places = new SchoolPlaces(reading, errors);
  const placed = errors.map((error) => ({ error, schools: places.schoolsOf(error) }));
  const unplaced = pointsOf(placed.filter(({ schools }) => schools.length === 0).map(({ error }) => error));
  const billed = new Map(
    byCommune.map(({ commune, schools }) => [entityKey(commune), schools.map(({ school }) => school)]),
  );
  return (commune) => {
    const known = new Set(billed.get(entityKey(commune))?.map(({ key }) => key));
    const isOwn = ({ key }: School) => known.has(key);
    const own = placed.filter(({ schools }) => schools.some(isOwn)).map(({ error }) => error);
    return { own: pointsOf(own), unplaced };
  };
}

/** Returns a function that finds the schools of an anomaly, all of one commune; empty when they are unknown. */
export function schoolsOfErrors(reading: InventoryReading, anomalies: readonly Anomaly[]) {
  const places = new SchoolPlaces(reading, anomalies);
  return (anomaly: Anomaly): readonly School[] => places.schoolsOf(anomaly);
}

/** Lines of a sheet, zero-based. */
interface Lines {
  readonly rows: Set<number>;
  readonly columns: Set<number>;
}

/**
 * The places of schools in the sheets that were read: rows, or columns in tables with schools across. Only the lines of
 * errors are looked up: a register has a hundred thousand others.
 */
class SchoolPlaces {
  private readonly asked = new Map<string, Lines>();
  private readonly byRow = new Map<string, School[]>();
  private readonly byColumn = new Map<string, School[]>();
  private readonly byName = new Map<string, School[]>();
  private readonly across: readonly Mapping[];

  constructor(reading: InventoryReading, errors: readonly Anomaly[]) {
    for (const { file, sheet, cell } of errors) {
      const place = cell === null ? null : parseCellName(cell);
      if (sheet === null || place === null) continue;
      const { rows, columns } = remembered(this.asked, sheetKey(file, sheet), () => ({
        rows: new Set(),
        columns: new Set(),
      }));
      rows.add(place.row);
      columns.add(place.column);
    }
    for (const school of reading.schools) {
      addTo(this.byName, nameKey(school.name, school.commune.name), school);
      this.add(school, school.place);
    }
    for (const { school, sources } of reading.quantities) for (const source of sources) this.add(school, source);
    this.across = reading.mappings.filter(({ layout }) => layout === "schools-across");
  }

  private add(school: School, { sheet: { file, name }, column, rows }: SourceCells): void {
    const asked = this.asked.get(sheetKey(file, name));
    if (asked === undefined) return;
    for (const row of rows) if (asked.rows.has(row)) addTo(this.byRow, lineOf(file, name, row), school);
    if (asked.columns.has(column)) addTo(this.byColumn, lineOf(file, name, column), school);
  }

  /** Returns the schools of an error, all of one commune; empty when they are unknown. */
  schoolsOf(error: Anomaly): readonly School[] {
    const named = this.namedIn(error);
    if (named.length > 0) return named;
    const { file, sheet, cell } = error;
    const place = cell === null ? null : parseCellName(cell);
    if (sheet === null || place === null) return [];
    const { row, column } = place;
    const isAcross = this.across.some(
      (table) => table.sheet.name === sheet && table.sheet.file === file && holds(table.block, row, column),
    );
    const found =
      (isAcross ? this.byColumn.get(lineOf(file, sheet, column)) : this.byRow.get(lineOf(file, sheet, row))) ?? [];
    return new Set(found.map(({ commune }) => entityKey(commune))).size === 1 ? found : [];
  }

  private namedIn({ params: { school, commune } }: Anomaly): readonly School[] {
    if (school === undefined || commune === undefined) return [];
    return this.byName.get(nameKey(String(school), String(commune))) ?? [];
  }
}

function nameKey(school: string, commune: string): string {
  return JSON.stringify([school, commune]);
}

function sheetKey(file: string | null, sheet: string): string {
  return JSON.stringify([file, sheet]);
}

function lineOf(file: string | null, sheet: string, line: number): string {
  return JSON.stringify([file, sheet, line]);
}

/** Places named one by one. */
const placesNamed = 3;

/** Returns the first places of points, and how many others there are: « Parc!E12, Parc!F14:F16 et 2 autres ». */
export function placesOf(points: readonly Point[]): string {
  const places = points.flatMap((point) =>
    point.places.length === 0 ? [point.anomalies[0].file ?? "options"] : point.places.map(placeName),
  );
  const others = places.length - placesNamed;
  const named = places.slice(0, placesNamed).join(", ");
  return others <= 0 ? named : `${named} et ${others === 1 ? "un autre" : `${others} autres`}`;
}

function placeName({ sheet, range }: { readonly sheet: string | null; readonly range: string | null }): string {
  return range === null ? `feuille «\u00a0${sheet}\u00a0»` : `${sheet}!${range}`;
}
