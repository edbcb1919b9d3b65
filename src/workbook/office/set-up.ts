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

/** Whether Excel took what was set; asked of what it may pass over without a refusal. */
type IsTaken = () => boolean;

/** What may be refused by itself: pages without a printer, panes where another workbook is in front. */
const parts: Readonly<Record<Part, (sheet: Excel.Worksheet, setUp: SetUp) => IsTaken | void>> = {
  tabs: (sheet: Excel.Worksheet, { from, to, isShown }: SetUp) =>
    isShown ? applyTabColor(sheet, from, to) : undefined,
  pages: (sheet: Excel.Worksheet, { from, to }: SetUp) => applyPage(sheet, from, to),
  panes: (sheet: Excel.Worksheet, { from, to, isShown }: SetUp) => (isShown ? applyFreeze(sheet, from, to) : undefined),
};
type Part = "tabs" | "pages" | "panes";

/** Queues what sheets look like, contents apart: all of it, or one part. What it returns tells where Excel passed over it. */
export function queueSetUps({ worksheets }: Excel.Workbook, setUps: readonly SetUp[], only?: Part): () => SetUp[] {
  const asked = (only === undefined ? (Object.keys(parts) as Part[]) : [only]).flatMap((part) =>
    setUps.map((setUp) => ({ setUp, isTaken: parts[part](worksheets.getItem(setUp.sheet), setUp) ?? (() => true) })),
  );
  return () => asked.filter(({ isTaken }) => !isTaken()).map(({ setUp }) => setUp);
}

/** Asks once more for the numbers of pages that Excel passed over. Returns a remark where it refuses them then, else null. */
export function fitAgain(passedOver: readonly SetUp[]): Promise<Anomaly | null> {
  const unknown = { across: null, down: null, scale: null };
  const setUps = passedOver.map((setUp): SetUp => ({ ...setUp, from: { ...setUp.to, fit: unknown } }));
  return setUps.length === 0 ? Promise.resolve(null) : setUpByParts(setUps, ["pages"]);
}

/**
 * Sets sheets up, one part after the other, each by itself: a margin is no reason to lose a generation. Returns what Excel
 * refused, as a remark; null where it refused nothing.
 */
export async function setUpByParts(
  setUps: readonly SetUp[],
  wanted = Object.keys(parts) as readonly Part[],
): Promise<Anomaly | null> {
  const refused: Part[] = [];
  for (const part of wanted)
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
