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
 * The right of a pane to replace the documents, held through the staging sheet on which it builds the new ones. Other
 * panes leave the documents alone while its marks are recent; a pane that considers its owner gone removes the sheet.
 */
export class Claim {
  private readonly marks: string[] = [];

  constructor(
    /** Id of the staging sheet, which no other sheet ever has. */
    readonly stage: string,
    /** Returns the next number that makes an unused sheet name. */
    readonly nextNumber: () => number,
    private readonly watch: Watch,
  ) {}

  /** Queues a mark that this pane is at work; it and what follows it fail once another pane has taken over. */
  renew({ worksheets }: Excel.Workbook): void {
    const text = owned(stagingKeys.stage, this.watch);
    addMark(worksheets.getItem(this.stage), this.marks, text);
    this.marks.push(text);
  }
}

/**
 * Claims the documents and reads the present generation, in one request. Throws when another pane had claimed them, or
 * when the workbook has changed since the plan: of two panes that claim at the same time, the second one sees the
 * first.
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
