import { parseOptions } from "../../../src/options";
import { billInventory } from "../../../src/billing/bill-campaign";
import { pointsOf, type Point } from "../../../src/inventory";
import type { Anomaly } from "../../../src/messages";
import { allAnomalies, toJson, type StatementJson } from "../../../src/statement";
import { campaignOf } from "../../../src/tariff";
import { openWorkbookFile } from "../../../src/workbook";
import type { Bill } from "./bill";
import type { RenderedFile } from "./render";

/** `exact`: every figure right and no error. `refused`: an error. `silent`: no error, and a wrong figure. */
export type Verdict = "exact" | "refused" | "silent" | "crash";

/** What the product says of some files. */
export interface Judged {
  readonly verdict: Verdict;
  /** What is wrong: figures, codes of errors, or the exception. */
  readonly why: string;
  readonly json: StatementJson | null;
  /** What is asked: the errors, those of one cause together. */
  readonly points: readonly Point[];
  /** True where the accounts of rows do not add up. */
  readonly unbalanced: boolean;
}

type Opened = Extract<Awaited<ReturnType<typeof openWorkbookFile>>, { ok: true }>["workbook"];

/** Files that are opened once, and judged with one set of options or another. */
export class Judge {
  private constructor(
    private readonly opened: readonly Opened[],
    /** What kept a file from being opened. */
    private readonly unopened: readonly Anomaly[],
    private readonly campaign: number,
    private readonly bill: Bill,
  ) {}

  static async open(files: readonly RenderedFile[], campaign: number, bill: Bill): Promise<Judge> {
    const opened = await Promise.all(files.map(({ bytes, name }) => openWorkbookFile(bytes, name)));
    return new Judge(
      opened.flatMap((one) => (one.ok ? [one.workbook] : [])),
      opened.flatMap((one) => (one.ok ? [] : [one.anomaly])),
      campaign,
      bill,
    );
  }

  /** Bills the files through the product's own ports, and judges what comes out. */
  judge(rawOptions: unknown = {}): Judged {
    try {
      return this.unopened.length > 0 ? refused(this.unopened) : this.billed(rawOptions);
    } catch (thrown) {
      const why =
        thrown instanceof Error ? (thrown.stack ?? thrown.message).split("\n").slice(0, 3).join(" ") : String(thrown);
      return { verdict: "crash", why, json: null, points: [], unbalanced: false };
    }
  }

  private billed(rawOptions: unknown): Judged {
    const options = parseOptions(rawOptions, "options.json");
    if (!options.ok) return { ...refused([]), why: `no options: ${options.error.map(({ code }) => code).join(", ")}` };
    const billed = billInventory({
      workbooks: this.opened.map(({ cells }) => cells),
      openingAnomalies: this.opened.flatMap(({ anomalies }) => anomalies),
      campaign: campaignOf(this.campaign),
      options: options.value,
    });
    if (!billed.ok) return refused(billed.error);
    const { reading, statement } = billed.value;
    const json = toJson(statement, reading, "fr");
    const unbalanced = json.rows.some(({ read, billed: done, excluded, error }) => done + excluded + error !== read);
    const errors = allAnomalies(reading, statement).filter(({ severity }) => severity === "error");
    if (errors.length > 0) return { ...refused(errors), json, unbalanced };
    const wrong = differences(json, this.bill);
    return { verdict: wrong.length === 0 ? "exact" : "silent", why: wrong.join("; "), json, points: [], unbalanced };
  }
}

function refused(anomalies: readonly Anomaly[]): Judged {
  const errors = anomalies.filter(({ severity }) => severity === "error");
  const counts = new Map<string, number>();
  for (const { code } of errors) counts.set(code, (counts.get(code) ?? 0) + 1);
  const why = [...counts].map(([code, count]) => (count === 1 ? code : `${code} ×${count}`)).join(", ");
  return { verdict: "refused", why, json: null, points: pointsOf(errors), unbalanced: false };
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
