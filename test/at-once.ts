import { billComparedInSteps, billIssuedInSteps, simulateGridInSteps } from "../src/billing";
import { finish, type Steps } from "../src/cells";
import { makeSheetsInSteps } from "../src/documents";
import { readInventoryInSteps } from "../src/inventory";
import { makeStatementInSteps } from "../src/statement";

/** The same computation, without its pauses. */
function atOnce<Asked extends readonly unknown[], T>(steps: (...asked: Asked) => Steps<T>): (...asked: Asked) => T {
  return (...asked) => finish(steps(...asked));
}

export const billCompared = atOnce(billComparedInSteps);
export const billIssued = atOnce(billIssuedInSteps);
export const makeSheets = atOnce(makeSheetsInSteps);
export const makeStatement = atOnce(makeStatementInSteps);
export const readInventory = atOnce(readInventoryInSteps);
export const simulateGrid = atOnce(simulateGridInSteps);
