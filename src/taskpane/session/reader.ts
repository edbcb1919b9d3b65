import type { Anomaly } from "../../messages";
import { withAnalyses } from "./analyses/renew";
import { lastCampaign, offeredCampaigns } from "./campaigns";
import type { Desk } from "./desk";
import { comparedDocuments } from "./documents";
import { areOutdated } from "./documents-types";
import type { Documents } from "./documents-types";
import { drive } from "./drive";
import { optionsSeenIn } from "./options-seen";
import { forgetNamesake } from "./other-workbooks";
import { previewOfBilling } from "./preview";
import type { Preview } from "./preview-types";
import { refusedSource } from "./refused-source";
import { runsOf, takeInSteps } from "./snapshot";
import type { Step, Wait } from "./state";
import { unexpected } from "./unexpected";

/** When a reading that lasts says more, in milliseconds. */
const patience: readonly (readonly [number, Wait])[] = [
  [500, "words"],
  [2_000, "bar"],
  [10_000, "way-out"],
];

/** What comes first in a reading: null, or why the reading does not go on. */
type Opening = () => Promise<Anomaly | null>;

/** Reads the workbook and bills the campaign chosen; without one, finds out which there are, and asks. Changes no sheet. */
export async function readWorkbook(desk: Desk, opening: Opening = () => Promise.resolve(null)): Promise<void> {
  if (desk.isBusy()) return;
  desk.begin({ type: "reading-started" });
  const forget = patience.map(([delay, wait]) => desk.around.after(delay, () => desk.tell({ type: "waited", wait })));
  try {
    const fault = await opening();
    if (fault === null) return await read(desk);
    desk.tell({ type: "reading-ended" });
    desk.tell({ type: "troubled", anomaly: fault });
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
  forgetNamesake(desk, workbook.cells.file);
  const { ownSheets } = workbook;
  const workbooks = [workbook, ...desk.others].map(({ cells }) => cells);
  offerCampaigns(desk, offeredCampaigns(...workbooks));
  desk.tell({ type: "own-sheets-seen", ownSheets });
  desk.tell({ type: "options-seen", options: optionsSeenIn(workbooks) });
  const { campaign, source } = desk.state;
  if (campaign === null) return askCampaign(desk, lastCampaign(runsOf(workbook)));
  const taking = takeInSteps(workbook, campaign, now(), desk.others);
  const taken = await drive(taking, pace, () => desk.isCancelled);
  if (taken === null) return desk.tell({ type: "reading-cancelled" });
  if ("refusals" in taken) {
    desk.snapshot = null;
    return desk.tell({ type: "not-read", source: refusedSource(taken.refusals, workbooks, campaign) });
  }
  const snapshot = await withAnalyses(desk, taken.snapshot);
  if (snapshot === null) return desk.tell({ type: "reading-cancelled" });
  desk.snapshot = snapshot;
  const preview = previewOfBilling(snapshot.billing, ownSheets);
  const documents = comparedDocuments(snapshot, desk.written);
  const next = nextStep(preview, documents);
  const step = source.kind !== "read" && desk.state.step === "lecture" ? next : desk.state.step;
  desk.tell({ type: "documents-seen", documents });
  desk.tell({ type: "read", preview, step, ownSheets });
}

/** Columns are not shown first where all of them are understood, and nothing is to be looked for elsewhere. */
function nextStep({ unclear, withoutHeadcounts, counts }: Preview, documents: Documents | null): Step {
  if (unclear > 0 || withoutHeadcounts) return "lecture";
  return counts.error === 0 && areOutdated(documents) ? "documents" : "controle";
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
