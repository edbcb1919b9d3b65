import { backupName } from "./backup";
import { faultOf } from "./faults";
import { persist } from "./persist";
import { putInOrder } from "./tidy";
import { inTurn } from "./turns";
import type { Tidying, Watch } from "./types";
import { ownSheetsOf } from "./workbook-state";

/**
 * What a pane does when it starts: removes what an earlier one left aside, and puts back the previous generation where
 * that one stopped half way. One request where all is in order.
 */
export function tidyUp(watch: Watch = {}): Promise<Tidying> {
  return inTurn(async () => {
    try {
      const { found, restored } = await persist(() => putInOrder({ keep: backupName() }), watch);
      return { ok: true, restored, documents: restored || ownSheetsOf(found).length > 0 };
    } catch (error) {
      return { ok: false, anomaly: faultOf(error, "unfinished") };
    }
  });
}
