import { isParticular, particularRows, type ParticularName } from "./particulars";
import type { Options } from "./types";

/**
 * Returns the options of a correction, completed with the particulars and the signatory of the statement that it
 * corrects; its own win. The date of a document and the particulars of another correction are not passed on; the
 * signatory is passed on as a whole or not at all.
 */
export function withParticularsOf(issued: Pick<Options, "particulars" | "signatory">, own: Options): Options {
  const hasOwnSignature = own.signatory !== null || namesIn(own).some(isOfSignature);
  const handedOn = namesIn(issued).filter(
    (name) => !isOfOnePaper(name) && !(hasOwnSignature && isOfSignature(name)) && own.particulars[name] === undefined,
  );
  const signatory = hasOwnSignature ? own.signatory : issued.signatory;
  if (handedOn.length === 0 && signatory === own.signatory) return own;
  const particulars = Object.fromEntries(handedOn.map((name) => [name, issued.particulars[name]]));
  return { ...own, particulars: { ...particulars, ...own.particulars }, signatory };
}

function namesIn({ particulars }: Pick<Options, "particulars">): ParticularName[] {
  return Object.keys(particulars).filter(isParticular);
}

/** Returns whether a particular only concerns one paper: its day, and the particulars of a correction. */
export function isOfOnePaper(name: ParticularName): boolean {
  return name === "establishedOn" || particularRows[name].group === "correction";
}

function isOfSignature(name: ParticularName): boolean {
  return particularRows[name].group === "signature";
}
