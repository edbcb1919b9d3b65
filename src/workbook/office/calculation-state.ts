import { officeError } from "../port";
import { Abort } from "./excel-faults";

const notCalculated = "office-not-calculated";

/**
 * Queues a request for the calculation state; the returned function throws when results may be out of date. A workbook
 * in automatic mode always passes: some versions of Excel report its calculation as pending for ever.
 */
export function askWhetherCalculated({ application }: Excel.Workbook): () => void {
  application.load("calculationMode,calculationState");
  return () => {
    const { calculationMode, calculationState } = application;
    if (calculationMode === "Manual" && calculationState !== "Done") throw new Abort(officeError(notCalculated));
  };
}

/** Queues a full recalculation. Its end is not awaited, because the state that Excel reports is not reliable. */
export function calculateAll({ application }: Excel.Workbook): () => void {
  application.calculate("Full");
  return () => undefined;
}

/** Returns whether an error reports that results may be out of date. */
export function isNotCalculated(error: unknown): boolean {
  return error instanceof Abort && error.anomaly?.code === notCalculated;
}
