import { once, parseCellName, remembered } from "../cells";
import type { InventoryReading } from "../inventory";
import type { Anomaly } from "../messages";
import { natures, payers, type Commune, type Grid } from "../tariff";
import type { Line, Statement } from "./statement";

/** Made on the first comparison, so that loading the code does not wait for it. */
const collator = once(() => new Intl.Collator("fr", { numeric: true }));

/** Compares names in French dictionary order, numbers by value; names equal in that order are compared by code unit. */
export function compareNames(a: string, b: string): number {
  return collator().compare(a, b) || compareTexts(a, b);
}

/** Compares communes by name, then by INSEE code. */
export function compareCommunes(a: Commune, b: Commune): number {
  return collator().compare(a.name, b.name) || compareTexts(a.insee, b.insee);
}

/**
 * Sorts lines: communes by name, schools in reading order, prestations in the order of the grid, installation before
 * maintenance, CAGB first.
 */
export function sortLines(
  lines: readonly Line[],
  { schools: read }: Pick<InventoryReading, "schools">,
  grid: Grid,
): Line[] {
  const schools = new Map(read.map((school, index) => [school.key, index]));
  const rows = new Map(grid.rows.map((row, index) => [row.code, index]));
  const hosts = new Map(lines.map((line) => [line.commune.insee, line.commune]));
  const communes = new Map([...hosts.values()].sort(compareCommunes).map((commune, index) => [commune.insee, index]));
  const rank = (line: Line) => [
    communes.get(line.commune.insee) ?? 0,
    schools.get(line.school.key) ?? 0,
    rows.get(line.tariff.code) ?? 0,
    natures.indexOf(line.nature),
    payers.indexOf(line.payer),
  ];
  return lines
    .map((line) => ({ line, rank: rank(line) }))
    .sort((a, b) => compareRanks(a.rank, b.rank))
    .map(({ line }) => line);
}

function compareRanks(a: readonly number[], b: readonly number[]): number {
  const place = a.findIndex((value, index) => value !== b[index]);
  return place < 0 ? 0 : a[place]! - b[place]!;
}

/** Cached, because every document needs the anomalies of the same run. */
const known = new WeakMap<InventoryReading, WeakMap<Statement, readonly Anomaly[]>>();

/**
 * Returns all anomalies of a run in reading order: sheets read, then other sheets, row by row. On a sheet, anomalies
 * without a cell come first; those without a sheet come before all.
 */
export function allAnomalies(reading: InventoryReading, statement: Statement): readonly Anomaly[] {
  const ofReading = remembered(known, reading, () => new WeakMap<Statement, readonly Anomaly[]>());
  return remembered(ofReading, statement, () => inReadingOrder(reading, statement));
}

function inReadingOrder(reading: InventoryReading, statement: Statement): readonly Anomaly[] {
  const place = (file: string | null, sheet: string | null) => JSON.stringify([file, sheet]);
  const sheets = new Map(reading.rows.map(({ sheet }, index) => [place(sheet.file, sheet.name), index]));
  const rank = ({ file, sheet, cell }: Anomaly) => {
    const at = cell === null ? null : parseCellName(cell.split(":")[0]!);
    const order = sheet === null ? -1 : (sheets.get(place(file, sheet)) ?? reading.rows.length);
    return { order, where: place(file, sheet), row: at?.row ?? -1, column: at?.column ?? -1 };
  };
  return [...reading.anomalies, ...statement.anomalies]
    .map((anomaly) => ({ anomaly, ...rank(anomaly) }))
    .sort(
      (a, b) =>
        a.order - b.order ||
        compareTexts(a.where, b.where) ||
        a.row - b.row ||
        a.column - b.column ||
        compareTexts(a.anomaly.code, b.anomaly.code),
    )
    .map(({ anomaly }) => anomaly);
}

function compareTexts(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
