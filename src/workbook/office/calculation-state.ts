import { officeError } from "../port";
import { Abort } from "./excel-faults";

const notCalculated = "office-not-calculated";

/**
 * Queues the question whether results may be of before a change; its answer throws where they may. Of a workbook that Excel
 * computes by itself nothing is held against: its state is told pending for ever in some Excels.
 */
export function askWhetherCalculated({ application }: Excel.Workbook): () => void {
  application.load("calculationMode,calculationState");
  return () => {
    const { calculationMode, calculationState } = application;
    if (calculationMode === "Manual" && calculationState !== "Done") throw new Abort(officeError(notCalculated));
  };
}

/** Queues that everything is computed. Nothing is awaited: what an Excel tells of the end is not to be relied upon. */
export function calculateAll({ application }: Excel.Workbook): () => void {
  application.calculate("Full");
  return () => undefined;
}

/** Returns whether a reading stopped because results may be of before a change. */
export function isNotCalculated(error: unknown): boolean {
  return error instanceof Abort && error.anomaly?.code === notCalculated;
}
