import type { Anomaly } from "../../messages";

/** A bug met on the way, as something to say: the pane stays usable, and the text helps whoever is called. */
export function unexpected(fault: unknown): Anomaly {
  const detail = fault instanceof Error ? `${fault.name} : ${fault.message}` : String(fault);
  return { severity: "error", code: "pane-unexpected", file: null, sheet: null, cell: null, params: { detail } };
}
