import { Decimal } from "decimal.js";
import { fromSerial, isoDate, type Cell } from "../cells";
import { journalColumns, journalFirstRow } from "../documents";
import { roundHalfUp } from "../money";
import { campaignOf, type Campaign } from "../tariff";

/** A sheet that a run read, and the first digits of its fingerprint. */
interface RunSheet {
  readonly name: string;
  readonly fingerprint: string;
}

/** A file that a run read sheets of. */
export interface RunFile {
  readonly file: string;
  readonly sheets: readonly RunSheet[];
}

/** What the last row of a Journal says of the run that generated the documents. */
export interface LastRun {
  /** `2014-11-25 14:03`, or what the cell says. */
  readonly when: string;
  readonly campaign: Campaign;
  /** Lines of `describeOptions`, of the program that ran. */
  readonly options: readonly string[];
  readonly files: readonly RunFile[];
  readonly cagb: Decimal;
  readonly communes: Decimal;
  readonly total: Decimal;
}

/** The last run of a workbook's Journal: `none` where it has no Journal or no run, `unreadable` where its last row is not ours any more. */
export function lastRunOf(journalRows: readonly (readonly Cell[])[]): LastRun | "none" | "unreadable" {
  const row = journalRows.slice(journalFirstRow).findLast((cells) => cells.some((cell) => cell !== null));
  if (row === undefined) return "none";
  const at = (column: keyof typeof journalColumns) => row[journalColumns[column]] ?? null;
  const [year, options, sources] = [at("campaign"), at("options"), at("sources")];
  const [cagb, communes, total] = [amountOf(at("cagb")), amountOf(at("communes")), amountOf(at("total"))];
  const files = typeof sources === "string" ? filesOf(sources) : null;
  if (typeof year !== "number" || typeof options !== "string" || files === null) return "unreadable";
  if (cagb === null || communes === null || total === null) return "unreadable";
  const campaign = campaignOf(year);
  return { when: whenOf(at("when")), campaign, options: options.split("\n"), files, cagb, communes, total };
}

function amountOf(cell: Cell): Decimal | null {
  return typeof cell === "number" ? roundHalfUp(new Decimal(cell)) : null;
}

function whenOf(cell: Cell): string {
  if (typeof cell !== "number") return typeof cell === "string" ? cell : "?";
  const minutes = Math.round((cell % 1) * 24 * 60);
  const two = (value: number) => String(value).padStart(2, "0");
  return `${isoDate(fromSerial(cell))} ${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}

/** « parc.xlsx : Parc 0123456789ab, Effectifs … », a line a file; the name of a sheet holds no colon. */
function filesOf(text: string): RunFile[] | null {
  const files = text.split("\n").map((line): RunFile | null => {
    const cut = line.lastIndexOf(" : ");
    const listed = line.slice(cut + 3);
    const sheets = [...listed.matchAll(/(.+?) ([0-9a-f]{12})(?:, |$)/g)];
    const isWhole = cut > 0 && sheets.map(([whole]) => whole).join("") === listed && sheets.length > 0;
    return isWhole
      ? {
          file: line.slice(0, cut),
          sheets: sheets.map(([, name, fingerprint]) => ({ name: name!, fingerprint: fingerprint! })),
        }
      : null;
  });
  return files.some((file) => file === null) ? null : (files as RunFile[]);
}
