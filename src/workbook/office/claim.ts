import { addMark, addStagingSheet, freeNumbers } from "./edit-sheets";
import { isAsBefore, stopIfElsewhere } from "./elsewhere";
import { officeError, type Watch } from "../port";
import { Abort } from "./excel-faults";
import { owned } from "./owner";
import type { Plan } from "./plan";
import { askPrevious, type PreviousGenerationRead } from "./previous-generation";
import { request } from "./requests";
import { askState, stagingKeys } from "./workbook-state";

/**
 * What a pane holds while it replaces documents: the sheet on which it builds the new ones. Other panes leave the documents alone as
 * long as its marks are recent; one that takes them to be those of a pane that is gone takes the sheet away.
 */
export class Claim {
  private readonly marks: string[] = [];

  constructor(
    /** Id of the sheet: no other one ever bears it. */
    readonly stage: string,
    /** Numbers of names that no sheet bears. */
    readonly nextNumber: () => number,
    private readonly watch: Watch,
  ) {}

  /** Says that this pane is still at work. Fails once another one took the documents over: what is queued behind is not done. */
  renew({ worksheets }: Excel.Workbook): void {
    const text = owned(stagingKeys.stage, this.watch);
    addMark(worksheets.getItem(this.stage), this.marks, text);
    this.marks.push(text);
  }
}

/**
 * Claims the documents and reads those in place, in one request. Throws when another pane had claimed them, or when they are no
 * more what was planned for: of two panes that claim, the second sees the first.
 */
export async function claimDocuments(
  plan: Plan,
  watch: Watch,
  onClaimed: (claim: Claim) => void,
): Promise<PreviousGenerationRead> {
  const nextNumber = freeNumbers(plan.state);
  const asked = await request((context) => {
    const stage = addStagingSheet(context.workbook, nextNumber(), owned(stagingKeys.stage, watch), "Hidden");
    return { stage: stage.load("id"), state: askState(context), previous: askPrevious(plan, context.workbook) };
  });
  onClaimed(new Claim(asked.stage.id, nextNumber, watch));
  const state = asked.state();
  stopIfElsewhere(state, watch);
  if (!isAsBefore(plan.state, state)) throw new Abort(officeError("office-workbook-changed"));
  return asked.previous();
}
