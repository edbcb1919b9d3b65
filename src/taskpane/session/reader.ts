import { lastCampaign, offeredCampaigns } from "./campaigns";
import type { Desk } from "./desk";
import { drive } from "./drive";
import { previewOfBilling } from "./preview";
import { runsOf, takeInSteps } from "./snapshot";
import type { Step, Wait } from "./state";
import { unexpected } from "./unexpected";

/** When a reading that lasts says more, in milliseconds. */
const patience: readonly (readonly [number, Wait])[] = [
  [500, "words"],
  [2_000, "bar"],
  [10_000, "way-out"],
];

/** Reads the workbook and bills the campaign chosen; without one, finds out which there are, and asks. Changes no sheet. */
export async function readWorkbook(desk: Desk): Promise<void> {
  if (desk.isBusy()) return;
  desk.begin({ type: "reading-started" });
  const forget = patience.map(([delay, wait]) => desk.around.after(delay, () => desk.tell({ type: "waited", wait })));
  try {
    await read(desk);
  } catch (fault) {
    desk.snapshot = null;
    desk.tell({ type: "not-read", source: { kind: "unreadable", anomaly: unexpected(fault) } });
  } finally {
    for (const one of forget) one();
  }
}

async function read(desk: Desk): Promise<void> {
  const { door, pace, now } = desk.around;
  await desk.tidyUp();
  const reading = await door.openActiveWorkbook(desk.watch());
  if (desk.isCancelled) return desk.tell({ type: "reading-cancelled" });
  if (!reading.ok) {
    desk.snapshot = null;
    return desk.tell({ type: "not-read", source: { kind: "unreadable", anomaly: reading.anomaly } });
  }
  const { workbook } = reading;
  const { ownSheets } = workbook;
  offerCampaigns(desk, offeredCampaigns(workbook.cells));
  desk.tell({ type: "own-sheets-seen", ownSheets });
  const { campaign, source } = desk.state;
  if (campaign === null) return askCampaign(desk, lastCampaign(runsOf(workbook)));
  const taken = await drive(takeInSteps(workbook, campaign, now()), pace, () => desk.isCancelled);
  if (taken === null) return desk.tell({ type: "reading-cancelled" });
  if ("refusals" in taken) {
    desk.snapshot = null;
    return desk.tell({ type: "not-read", source: { kind: "refused", anomalies: taken.refusals } });
  }
  desk.snapshot = taken.snapshot;
  const preview = previewOfBilling(taken.snapshot.billing, ownSheets);
  // Columns are not shown first where all of them are understood.
  const next: Step = preview.unclear > 0 ? "lecture" : "controle";
  const step = source.kind !== "read" && desk.state.step === "lecture" ? next : desk.state.step;
  desk.tell({ type: "read", preview, step, ownSheets });
}

/** The campaign of the journal's last run is suggested, never taken: the user looks at it, and reads. */
function askCampaign(desk: Desk, last: number | null): void {
  desk.tell({ type: "reading-ended" });
  const isOffered = last !== null && desk.state.campaigns.includes(last);
  desk.tell(isOffered ? { type: "campaign-suggested", campaign: last } : { type: "campaign-wanted" });
}

/** Offers campaigns to choose from; one saved in the document stays among them until the workbook is read. */
export function offerCampaigns(desk: Desk, campaigns: readonly number[]): void {
  const { campaign, source } = desk.state;
  const all = new Set(campaigns);
  if (campaign !== null && source.kind === "unread") all.add(campaign);
  desk.tell({ type: "campaigns-known", campaigns: [...all].sort((a, b) => a - b) });
}
