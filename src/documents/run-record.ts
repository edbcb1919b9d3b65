import { defaultOptions, type Options } from "../options";
import type { Statement } from "../statement";
import { formatAmount } from "../money";

/** A sheet that a run read, and the first digits of its fingerprint. */
export interface RunSheet {
  readonly name: string;
  readonly fingerprint: string;
}

/** A file that a run read sheets of. */
export interface RunFile {
  readonly file: string;
  readonly sheets: readonly RunSheet[];
}

/** The last run of a Journal as data, whatever becomes of the words in its row. */
export interface RunRecord {
  /** Zero-based row of the Journal that tells of it. */
  readonly row: number;
  /** `2014-11-25 14:03`. */
  readonly when: string;
  readonly campaign: number;
  /** Those that are not the default, as a file of options says them: not checked yet. */
  readonly options: unknown;
  readonly files: readonly RunFile[];
  /** Amounts, `1765.40`. */
  readonly cagb: string;
  readonly communes: string;
  readonly total: string;
}

/** Returns what the workbook keeps of a run beside its Journal, as JSON. */
export function runRecord(run: Pick<RunRecord, "row" | "when" | "files">, statement: Statement): string {
  const record: RunRecord = {
    ...run,
    // To the minute, as the Journal shows it.
    when: run.when.replace(/^(\S{10})[ T](\d{2}:\d{2})(?::\d{2})?$/, "$1 $2"),
    campaign: statement.campaign.year,
    options: changedFromDefault(statement.options),
    cagb: formatAmount(statement.cagb),
    communes: formatAmount(statement.communes),
    total: formatAmount(statement.total),
  };
  return JSON.stringify(record);
}

function changedFromDefault(options: Options): Partial<Options> {
  const isDefault = (key: string, value: unknown) =>
    JSON.stringify(value) === JSON.stringify(defaultOptions[key as keyof Options]);
  return Object.fromEntries(Object.entries(options).filter(([key, value]) => !isDefault(key, value)));
}

/** Reads what a workbook keeps of a run; null where it is not as `runRecord` writes it. */
export function readRunRecord(text: string): RunRecord | null {
  try {
    const data = JSON.parse(text) as RunRecord;
    return isWhole(data) ? data : null;
  } catch {
    return null;
  }
}

/** Tells whether every field is there and of its kind; throws where one that holds others is missing. */
function isWhole({ row, when, campaign, files, cagb, communes, total }: RunRecord): boolean {
  const areTexts = (...values: readonly unknown[]) => values.every((value) => typeof value === "string");
  return (
    [row, campaign].every(Number.isInteger) &&
    areTexts(when) &&
    [cagb, communes, total].every((amount) => /^-?\d+\.\d\d$/.test(amount)) &&
    files.every(
      ({ file, sheets }) =>
        areTexts(file) && sheets.length > 0 && sheets.every(({ name, fingerprint }) => areTexts(name, fingerprint)),
    )
  );
}
