import * as words from "../../src/functions/value-functions";
import * as args from "../../src/functions/arguments";
import * as inventory from "../../src/functions/inventory-functions";
import * as price from "../../src/functions/value-functions";
import { Refusal, type Answer } from "../../src/functions/excel-values";

/** The same function, which gives its result or its refusal bare, so that tests read. */
function bare<Given extends unknown[], T>(work: (...given: Given) => Answer<T>): (...given: Given) => T | Refusal {
  return (...given) => {
    const result = work(...given);
    return result.ok ? result.value : result.error;
  };
}

export const campaignArgument = bare(args.campaignArgument);
export const campaignSerial = bare(words.campaignSerial);
export const inWords = bare(words.inWords);
export const communeDue = bare(inventory.communeDue);
export const controls = bare(inventory.controls);
export const splitTable = bare(inventory.splitTable);
export const titre = bare(inventory.titre);
export const amounts = bare(price.amounts);
export const gridTable = bare(price.gridTable);
export const tarif = bare(price.tarif);

/** The Excel error and the French sentence of a refusal; fails on a result. */
export function refusal(result: unknown): { readonly error: string; readonly text: string } {
  if (!(result instanceof Refusal)) throw new Error(`Not refused: ${JSON.stringify(result)}`);
  return { error: result.error, text: plain(result.text) };
}

/** A table that was given, not refused. */
export function table<T>(result: T | Refusal): T {
  if (result instanceof Refusal) throw new Error(result.text);
  return result;
}

/** A text with ordinary spaces, so that tests read. */
export function plain(text: string): string {
  return text.replace(/[\u00a0\u202f]/g, " ");
}
