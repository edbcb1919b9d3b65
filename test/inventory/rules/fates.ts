import type { Cell } from "../../../src/cells";
import type { InventoryReading } from "../../../src/inventory";
import { read, sheet } from "../tables/read-sheets";

export const pupils = sheet("Effectifs", [
  ["Commune", "École", "Élèves", "Pack logiciel"],
  ["Beure", "A", 20, 1],
]);

/** What a sheet counts, as « POSTE_STD 5 », installations marked with « + »; and what became of its rows. */
export function fateOf(
  reading: InventoryReading,
  name: string,
): { billed: string[]; reasons: object; error: number; told: string[] } {
  const of = reading.rows.find(({ sheet: { name: own } }) => own === name)!;
  return {
    billed: reading.quantities
      .filter(({ sources }) => sources.some((source) => source.sheet.name === name))
      .map(({ prestation, nature, quantity }) => `${prestation}${nature === "installation" ? "+" : ""} ${quantity}`)
      .sort(),
    reasons: of.reasons,
    error: of.error,
    told: reading.anomalies
      .filter((one) => one.sheet === name)
      .map(({ severity, code, cell }) => `${severity} ${code} ${cell}`),
  };
}

/** What becomes of a table beside the headcounts. */
export const fateIn = (name: string, headers: readonly Cell[], ...rows: readonly (readonly Cell[])[]) =>
  fateOf(read([pupils, sheet(name, [headers, ...rows])]), name);
