import { fold } from "../../cells";
import type { Nature, Payer } from "../types";

/** Name of the native table, or of the sheet, that holds a workbook's own grid. */
export const tarifsName = "Tarifs";

/** The ten columns of every grid a user sees, in order. (decisions §1) */
export const tarifsHeaders = [
  "Code",
  "Prestation",
  "Unité",
  "Installation CAGB",
  "Installation commune",
  "Maintenance CAGB",
  "Maintenance commune",
  "Applicable du",
  "Applicable au",
  "Acte",
] as const;

export type TarifsHeader = (typeof tarifsHeaders)[number];

/** Which price each amount column holds. */
export const amountColumns: readonly {
  readonly header: TarifsHeader;
  readonly nature: Nature;
  readonly payer: Payer;
}[] = [
  { header: "Installation CAGB", nature: "installation", payer: "cagb" },
  { header: "Installation commune", nature: "installation", payer: "commune" },
  { header: "Maintenance CAGB", nature: "maintenance", payer: "cagb" },
  { header: "Maintenance commune", nature: "maintenance", payer: "commune" },
];

const byFold = new Map<string, TarifsHeader>(tarifsHeaders.map((header) => [fold(header), header]));

/** The column a header names, case, accents and spacing apart; null for any other. */
export function tarifsHeader(text: string): TarifsHeader | null {
  return byFold.get(fold(text)) ?? null;
}
