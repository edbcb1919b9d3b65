import type { Anomaly } from "../../messages";
import { applyFreeze, applyPage, applyTabColor } from "./apply-layout";
import { codeOfFault } from "./faults";
import type { SheetLayout } from "./layout";
import { request } from "./request";

/** How a sheet is to be shown and printed, and what is known of how it is. */
export interface SetUp {
  /** Its id; the name of one that was just added. */
  readonly sheet: string;
  readonly from: Partial<SheetLayout>;
  readonly to: SheetLayout;
  /** A hidden sheet has no window to freeze, and tells no colour. */
  readonly isShown: boolean;
}

/** What may be refused by itself: pages without a printer, panes where another workbook is in front. */
const parts = {
  tabs: (sheet: Excel.Worksheet, { from, to, isShown }: SetUp) => isShown && applyTabColor(sheet, from, to),
  pages: (sheet: Excel.Worksheet, { from, to }: SetUp) => applyPage(sheet, from, to),
  panes: (sheet: Excel.Worksheet, { from, to, isShown }: SetUp) => isShown && applyFreeze(sheet, from, to),
} as const;
type Part = keyof typeof parts;

/** Queues what sheets look like, contents apart: all of it, or one part. */
export function queueSetUps({ worksheets }: Excel.Workbook, setUps: readonly SetUp[], only?: Part): void {
  for (const part of only === undefined ? (Object.keys(parts) as Part[]) : [only])
    for (const setUp of setUps) parts[part](worksheets.getItem(setUp.sheet), setUp);
}

/**
 * Sets sheets up, one part after the other, each by itself: a margin is no reason to lose a generation. Returns what Excel
 * refused, as a remark; null where it refused nothing.
 */
export async function setUpByParts(setUps: readonly SetUp[]): Promise<Anomaly | null> {
  const refused: Part[] = [];
  for (const part of Object.keys(parts) as Part[])
    try {
      await request(({ workbook }) => queueSetUps(workbook, setUps, part));
    } catch (error) {
      if (codeOfFault(error) === null) throw error;
      refused.push(part);
    }
  if (refused.length === 0) return null;
  const params = Object.fromEntries(refused.map((part) => [part, "1"]));
  return { severity: "warning", code: "office-set-up-refused", file: null, sheet: null, cell: null, params };
}
