import { writeXlsx } from "hucre/xlsx";
import type { CellValue, WriteSheet } from "hucre/xlsx";
import { yearWithoutTariff } from "../year-without-tariff";
import { tarifsTitles } from "../tarifs-titles";

export const headers = ["Commune", "École", "Effectif", "Postes clients standard", "dont installés dans l'année"];

/** One row a school: Amagney, 100 pupils, 10 standard workstations, 2 of them installed this year. */
export const amagney: CellValue[] = ["Amagney", "École primaire", 100, 10, 2];

/**
 * What Amagney's row gives, from the deliberation: portal 100 × 5,27 = 527,00 and one inferred pack 211,00 for the CAGB;
 * 10 × 36,86 = 368,60 and 2 × 31,60 = 63,20 for the commune.
 */
export const amagneyAmounts = { cagb: "738.00", communes: "431.80", total: "1169.80" };

/** An inventory of the rows given, under the usual headers. */
export function smallWorkbook(rows: CellValue[][] = [amagney], more: WriteSheet[] = []): Promise<Uint8Array> {
  return writeXlsx({ sheets: [{ name: "Parc", rows: [headers, ...rows] }, ...more] });
}

/**
 * A table `Tarifs` with one price, for a maintenance of workstations by the commune; by default, of a campaign that no built-in
 * grid prices.
 */
export function tarifsSheet(
  price: CellValue,
  from = `01/11/${yearWithoutTariff}`,
  to = `31/10/${yearWithoutTariff + 1}`,
): WriteSheet {
  return {
    name: "Tarifs",
    rows: [
      [...tarifsTitles],
      [
        "POSTE_STD",
        "Poste client standard",
        "poste",
        null,
        null,
        null,
        price,
        from,
        to,
        "Délibération du 1er juin 2016",
      ],
    ],
  };
}
