import type { Anomaly } from "../../messages";

/** Ends an operation from within, on its way to the one place that puts everything back: never leaves the module. */
export class Stop extends Error {
  /** Null: the user cancelled. */
  constructor(readonly anomaly: Anomaly | null) {
    super(anomaly?.code ?? "cancelled");
  }
}
