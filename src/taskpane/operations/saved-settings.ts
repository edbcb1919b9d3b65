import type { SessionContext } from "./context";
import { steps, type Step } from "../state/state";

/** Where the pane was left, kept in the document. */
interface SavedView {
  readonly step: Step;
  readonly campaign: number | null;
}

/** A few keys of the document's settings. */
export interface Settings {
  get(key: string): unknown;
  /** Resolves to false where Excel refuses: what was there stays. */
  save(key: string, value: string | boolean): Promise<boolean>;
}

const viewKey = "ordiclasse.volet";

/** The view saved in the document; null where there is none, or none that is understood. */
export function readView(settings: Settings): SavedView | null {
  const saved = settings.get(viewKey);
  if (typeof saved !== "string") return null;
  try {
    const view: unknown = JSON.parse(saved);
    if (typeof view !== "object" || view === null || !("step" in view) || !("campaign" in view)) return null;
    const step = steps.find((one) => one === view.step);
    const { campaign } = view;
    if (step === undefined) return null;
    return { step, campaign: typeof campaign === "number" && Number.isInteger(campaign) ? campaign : null };
  } catch {
    return null;
  }
}

export function saveView(settings: Settings, { step, campaign }: SavedView): void {
  const value = JSON.stringify({ step, campaign });
  if (settings.get(viewKey) !== value) void settings.save(viewKey, value);
}

/** The name by which Excel knows, in a document, that a pane is to open with it; the manifest gives it to ours. */
const autoOpenKey = "Office.AutoShowTaskpaneWithDocument";

/** Whether the pane opens with this workbook. */
export function opensWithWorkbook({ environment }: SessionContext): boolean {
  return environment.settings.get(autoOpenKey) === true;
}

/**
 * Has the pane open with the workbook from now on, or not any more, for whoever has the add-in. Resolves to false where Excel
 * refuses.
 */
export async function openWithWorkbook(context: SessionContext, opens: boolean): Promise<boolean> {
  if (opens === opensWithWorkbook(context)) return true;
  const isSet = await context.environment.settings.save(autoOpenKey, opens);
  if (isSet) context.keepView();
  return isSet;
}
