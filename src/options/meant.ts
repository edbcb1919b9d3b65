import { builtInConventions, isOwnMember, type Convention } from "../tariff";
import type { Conventions } from "./choices";
import type { RowName } from "./rows";

/**
 * Returns whether an option has a meaning under a convention: it has none about a party, a renewal or a local code that
 * the convention lacks, nor about what the convention fixes itself, such as caps.
 */
export function isMeant(name: RowName, convention: Convention): boolean {
  switch (name) {
    case "besancon":
      return isOwnMember(convention);
    case "schoolUnit":
      return convention.origin === "built-in";
    case "debtorAddress":
    case "debtorSiret":
    case "debtorChorus":
      return convention.debtor !== null;
    case "renewedOn":
      return convention.renewedFrom !== null;
    case "creditLineCode":
    case "creditLineService":
      return convention.creditLine.some(({ option }) => option === name);
    default:
      return true;
  }
}

/** Returns whether an option has a meaning under one of several conventions; by default, the built-in ones. */
export function isMeantAmong(name: RowName, among: Conventions): boolean {
  return (among ?? builtInConventions).some((convention) => isMeant(name, convention));
}
