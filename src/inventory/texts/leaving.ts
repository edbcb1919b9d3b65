import { memoByText } from "../../cells";
import { eventsIn } from "./free-text";
import { commonReader } from "./read-text";
import { senses, type MachineEvent } from "./senses";
import type { Meaning } from "./types";

/**
 * Events that take a machine out of its school; a broken or lent machine is still billed. (decisions §4, Machine rows)
 */
const taking: readonly MachineEvent[] = ["left", "moved", "stock", "replaced"];

/** Returns whether a title, a sheet name or a heading announces machines that left: « Vols », « Date de sortie ». */
export const namesLeaving: (text: string) => boolean = memoByText((text) =>
  commonReader.read(text, "title").meanings.some(takesOut),
);

/** Returns whether a text says that a machine left: « volé le 04/06/2014 ». */
export function speaksOfLeaving(text: string): boolean {
  const { ofMachine } = eventsIn(text);
  return taking.some((event) => ofMachine.has(event));
}

function takesOut(meaning: Meaning): boolean {
  if (meaning.is === "item") return false;
  if (meaning.is === "qualifier") return meaning.of.some(takesOut);
  const { machine, state } = senses[meaning.concept]!;
  return (machine !== undefined && taking.includes(machine)) || state === "out" || state === "stock";
}
