import { steps, type Step } from "../state/state";
import type { Settings } from "./environment";

/** Where the pane was left, kept in the document. */
interface SavedView {
  readonly step: Step;
  readonly campaign: number | null;
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
