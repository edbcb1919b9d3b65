import { gridRowsForUsers, tarifsHeaders } from "../tariff";
import { Refusal } from "./refusal";
import { tariffArguments } from "./tariff-arguments";

/**
 * GRILLE: the built-in grid of a campaign, in the ten columns of `Tarifs`, headers first. Dates are serials of the 1900
 * system. No tariff is an empty text: Excel would show a blank as 0, which is a price. (decisions §1, §6)
 */
export function gridTable(campaign: unknown): readonly (readonly (string | number)[])[] | Refusal {
  const tariff = tariffArguments(campaign, null);
  if (tariff instanceof Refusal) return tariff;
  const rows = gridRowsForUsers(tariff.grid).map((row) =>
    row.map((cell) => (typeof cell === "number" ? cell : String(cell ?? ""))),
  );
  return [tarifsHeaders, ...rows];
}
