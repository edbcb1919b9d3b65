import { addTo } from "../cells";
import type { InventoryReading, School } from "../inventory";
import { writtenIn, type Anomaly } from "../messages";
import type { Statement } from "../statement";
import { rowsBilled, type Nature, type TariffRow } from "../tariff";
import { schoolsOfErrors } from "./commune-points";
import { TablesRead } from "./tables-read";

/** A quantity of a school that is not billed because its cell holds no quantity. */
export interface WrongQuantity {
  readonly tariff: TariffRow;
  readonly nature: Nature;
  /** The text in its cell; empty for a blank cell. */
  readonly written: string;
}

/**
 * Returns the function that finds the wrong quantities of a school: the errors on one of its rows, in a column of one
 * prestation. In a column of several prestations, the prestation of an error is unknown.
 */
export function wrongQuantities(
  reading: InventoryReading,
  { grid }: Pick<Statement, "grid">,
  errors: readonly Anomaly[],
): (school: Pick<School, "key">) => readonly WrongQuantity[] {
  const tables = new TablesRead(reading.mappings);
  const schoolsOf = schoolsOfErrors(reading, errors);
  const bySchool = new Map<string, WrongQuantity[]>();
  for (const error of errors) {
    const column = tables.at(error)?.column ?? null;
    const [key, ...others] = new Set(schoolsOf(error).map((school) => school.key));
    if (column === null || column.why !== null || key === undefined || others.length > 0) continue;
    const { role, nature } = column;
    const written = writtenIn("fr", error.params["value"] ?? "");
    for (const tariff of rowsBilled(grid, role))
      addTo(bySchool, key, { tariff, nature: nature ?? "maintenance", written });
  }
  return ({ key }) => bySchool.get(key) ?? [];
}
