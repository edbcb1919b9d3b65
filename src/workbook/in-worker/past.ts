import { openWorkbookFile, type OpenResult, type OpenWorkbook } from "../files";
import type { LastDone } from "../in-page/page-workbook";

/** Something done to the user's own sheets. */
export type OwnStep = Exclude<LastDone, { readonly kind: "generation" }>;

/** A step, and the file before it: its bytes, which are less than what is read of them; what was read where only values are taken. */
interface PastStep {
  readonly done: OwnStep;
  readonly before: Uint8Array | OpenWorkbook;
  /** Bytes that it takes, about. */
  readonly size: number;
}

/** Bytes that are kept at most: a long inventory has fewer steps than a short one, and each has the last. */
const mostBytes = 64 * 1024 * 1024;
/** Bytes of a value, read and as it is written. */
const valueBytes = 16;

/** What was done to the user's sheets, one step after the other, each with the file before it; the first ones are forgotten where room is short. */
export class Past {
  private readonly steps: PastStep[] = [];

  get last(): OwnStep | null {
    return this.steps.at(-1)?.done ?? null;
  }

  add(done: OwnStep, open: OpenWorkbook): void {
    const before = open.source.kind === "package" ? open.source.bytes : open;
    this.steps.push({ done, before, size: before instanceof Uint8Array ? before.length : sizeOfValues(before) });
    while (this.steps.length > 1 && this.size > mostBytes) this.steps.shift();
  }

  /** Opens the file as it was before the last step, which stays. Throws where there is none. */
  async reopen(file: string): Promise<OpenResult> {
    const { before } = this.steps.at(-1)!;
    return before instanceof Uint8Array ? openWorkbookFile(before, file) : { ok: true, workbook: before };
  }

  /** Forgets the last step. */
  drop(): void {
    this.steps.pop();
  }

  private get size(): number {
    return this.steps.reduce((sum, { size }) => sum + size, 0);
  }
}

function sizeOfValues({ cells }: OpenWorkbook): number {
  const count = cells.sheets.flatMap(({ rows }) => rows).reduce((sum, row) => sum + row.length, 0);
  return count * valueBytes;
}
