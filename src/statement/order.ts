import { parseCellName } from "../cells";
import type { Reading } from "../inventory";
import type { Anomaly } from "../messages";
import type { Commune, Nature, Payer } from "../tariff";
import type { Statement } from "./statement";

export const natures: readonly Nature[] = ["installation", "maintenance"];
export const payers: readonly Payer[] = ["cagb", "commune"];

/** One order for all: that of French dictionaries, whatever the machine's language. */
const collator = new Intl.Collator("fr");

/** Names in that order; two that it does not tell apart, in that of their letters. */
export function compareNames(a: string, b: string): number {
  return collator.compare(a, b) || (a < b ? -1 : a > b ? 1 : 0);
}

/** Communes as an agent looks them up: by name, then by INSEE code. */
export function compareCommunes(a: Commune, b: Commune): number {
  return collator.compare(a.name, b.name) || (a.insee < b.insee ? -1 : a.insee > b.insee ? 1 : 0);
}

/**
 * Every anomaly of a run, as one leafs through the workbooks: in the order of the sheets read, then of those not read,
 * row by row; on a sheet what has no cell comes first, and what has no sheet comes before all.
 */
export function allAnomalies(reading: Reading, statement: Statement): Anomaly[] {
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
