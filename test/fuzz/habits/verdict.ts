import { parseOptions, type PartialOptions } from "../../../src/options";
import { billInventory } from "../../../src/billing/bill-campaign";
import { toJson, type StatementJson } from "../../../src/statement";
import { campaignOf } from "../../../src/tariff";
import { openWorkbookFile } from "../../../src/workbook";
import type { Bill } from "./bill";

/** `exact`: every figure right and no error. `refused`: an error. `silent`: no error, and a wrong figure. */
export type Verdict = "exact" | "refused" | "silent" | "crash";

/** What the product says of a workbook. */
export interface Judged {
  readonly verdict: Verdict;
  /** What is wrong: figures, codes of errors, or the exception. */
  readonly why: string;
  readonly json: StatementJson | null;
  readonly errors: readonly Problem[];
  /** True where the accounts of rows do not add up. */
  readonly unbalanced: boolean;
}

export interface Problem {
  readonly code: string;
  readonly sheet: string | null;
  readonly cell: string | null;
  readonly message: string;
}

const file = "inventaire.xlsx";

/** Opens and bills a workbook through the product's own ports, and judges what comes out. */
export async function judge(
  bytes: Uint8Array,
  campaign: number,
  bill: Bill,
  rawOptions: unknown = {},
): Promise<Judged> {
  try {
    const opened = await openWorkbookFile(bytes, file);
    if (!opened.ok) return refused([{ ...opened.anomaly, message: "" }]);
    const given = parseOptions(rawOptions, "options.json");
    if (!given.ok) return refused([{ code: "options", sheet: null, cell: null, message: "" }]);
    return judgeBilling(opened.workbook, campaign, bill, given.value);
  } catch (thrown) {
    const why =
      thrown instanceof Error ? (thrown.stack ?? thrown.message).split("\n").slice(0, 3).join(" ") : String(thrown);
    return { verdict: "crash", why, json: null, errors: [], unbalanced: false };
  }
}

type Opened = Extract<Awaited<ReturnType<typeof openWorkbookFile>>, { ok: true }>["workbook"];

function judgeBilling({ cells, anomalies }: Opened, year: number, bill: Bill, options: PartialOptions): Judged {
  const request = { workbooks: [cells], openingAnomalies: anomalies, campaign: campaignOf(year), options };
  const billed = billInventory(request);
  if (!billed.ok) return refused(billed.error.map((one) => ({ ...one, message: "" })));
  const json = toJson(billed.value.statement, billed.value.reading, "fr");
  const errors = json.anomalies.filter(({ severity }) => severity === "error");
  const unbalanced = json.rows.some(({ read, billed: done, excluded, error }) => done + excluded + error !== read);
  if (errors.length > 0) return { ...refused(errors), json, unbalanced };
  const wrong = differences(json, bill);
  return { verdict: wrong.length === 0 ? "exact" : "silent", why: wrong.join("; "), json, errors: [], unbalanced };
}

function refused(errors: readonly Problem[]): Judged {
  const counts = new Map<string, number>();
  for (const { code } of errors) counts.set(code, (counts.get(code) ?? 0) + 1);
  const why = [...counts].map(([code, count]) => (count === 1 ? code : `${code} ×${count}`)).join(", ");
  return { verdict: "refused", why, json: null, errors, unbalanced: false };
}

/** Each figure that is not what is due. */
function differences(json: StatementJson, bill: Bill): string[] {
  const wrong: string[] = [];
  const same = (what: string, got: unknown, due: unknown): void => {
    if (got !== due) wrong.push(`${what} ${String(got)} for ${String(due)}`);
  };
  same("total", json.total, bill.total);
  same("cagb", json.cagb, bill.cagb);
  same("communes", json.communes, bill.communes);
  for (const nature of ["installation", "maintenance"] as const)
    for (const payer of ["cagb", "commune"] as const)
      same(`${nature} ${payer}`, json.split[nature][payer], bill.split[nature][payer]);
  same("pupils", json.pupils, bill.pupils);
  same("schools", json.schools, bill.schools);
  for (const insee of new Set([...Object.keys(bill.due), ...Object.keys(json.byCommune)]))
    same(insee, json.byCommune[insee]?.due, bill.due[insee]);
  return wrong;
}
