import { steps } from "./state";
import type { Step } from "./state";

/** Where the pane was left, kept in the document. */
export interface SavedView {
  readonly step: Step;
  readonly campaign: number | null;
}

/** A few keys of the document's settings. */
export interface Settings {
  get(key: string): unknown;
  /** Resolves to false where Excel refuses: what was there stays. */
  save(key: string, value: string | boolean): Promise<boolean>;
}

const key = "ordiclasse.volet";

/** The view saved in the document; null where there is none, or none that is understood. */
export function readView(settings: Settings): SavedView | null {
  const saved = settings.get(key);
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
  if (settings.get(key) !== value) void settings.save(key, value);
}
