import { bill } from "../../fuzz/bill";
import type { SheetSpec } from "../../inventory/workbook-of";
import { workbook } from "../../inventory/workbook-of";

/** Amounts in cents, and every error and warning, as « severity code Feuille!A1 ». */
interface Billed {
  readonly cagb: number;
  readonly communes: number;
  readonly told: readonly string[];
}

/** What the sheets of one workbook bill in the campaign of 2014. */
export function billSheets(...sheets: SheetSpec[]): Billed {
  const { json, reading } = bill(workbook(sheets), 2014);
  const cents = (amount: string): number => Number(amount.replace(".", ""));
  return {
    cagb: cents(json.cagb),
    communes: cents(json.communes),
    told: reading.anomalies
      .filter(({ severity }) => severity !== "info")
      .map(({ severity, code, sheet, cell }) => `${severity} ${code} ${sheet ?? ""}!${cell ?? ""}`),
  };
}

/** The amounts, and nothing told: what a person reads without hesitation. */
export function billedPlainly(amounts: Omit<Billed, "told">): Billed {
  return { ...amounts, told: [] };
}
