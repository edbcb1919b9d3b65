import type { Commune, CommuneMatch } from "../../tariff";
import type { TableReading } from "./reading-table";

/** The commune found, else the one chosen for the cell, else null with the error told at the cell. (decisions §2) */
export function settleCommune(
  reading: TableReading,
  match: CommuneMatch,
  text: string,
  row: number,
  column: number,
): Commune | null {
  if (match.kind === "found") return match.commune;
  const chosen = reading.chosenCommune(text, row, column);
  if (chosen !== null) return chosen;
  const campaign = reading.tools.campaign.year;
  if (match.kind === "unknown") {
    const suggestion = match.suggestion?.name ?? "";
    reading.report("error", "unknown-commune", row, column, { commune: text.trim(), suggestion, campaign });
    return null;
  }
  const { name, from } = match.commune;
  const value = text.trim();
  if (from !== null && from.year > campaign - 1)
    reading.report("error", "commune-not-yet", row, column, { commune: name, value, since: from.year, campaign });
  else
    reading.report("error", "commune-no-longer", row, column, {
      commune: name,
      value,
      successor: match.successor?.name ?? "",
      campaign,
    });
  return null;
}
