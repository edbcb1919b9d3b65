import { builtInConventions, isOwnMember, type Convention } from "../tariff";
import type { Conventions } from "./choices";
import type { RowName } from "./rows";

/**
 * Returns whether an option says something under a convention: nothing does of a party, a renewal or a local code that it has not, nor
 * of what its own data fix, such as its caps.
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

/** Returns whether an option says something under one of several conventions; under one of those built in, where they are not known. */
export function isMeantAmong(name: RowName, among: Conventions): boolean {
  return (among ?? builtInConventions).some((convention) => isMeant(name, convention));
}
