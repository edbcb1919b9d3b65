import { accessories, type ItemNamer } from "../../tariff";
import type { QualifierWord } from "./lexicon";
import { type Concept, conceptSet, senses } from "./senses";
import type { How, Meaning } from "./types";
import { type Stretch, type Unit, isNeutral } from "./units";

/** A qualifier and the words that it qualifies. */
export interface Scope {
  /** `brackets`: no qualifier word; the words are in brackets after equipment. */
  readonly how: QualifierWord | "brackets";
  readonly units: readonly Unit[];
  readonly isBracketed: boolean;
}

/** Takes the qualifiers out of a stretch, with the words that each qualifies. */
export function takeQualifiers(
  { units, within }: Stretch,
  namer: ItemNamer,
  isAfterItem: boolean,
): { readonly scopes: readonly Scope[]; readonly left: readonly Unit[] } {
  const isBracketed = within === "(";
  const scopes: Scope[] = [];
  const left: Unit[] = [];
  for (let at = 0; at < units.length; at += 1) {
    const { entry } = units[at]!;
    if (entry?.is !== "qualifier") left.push(units[at]!);
    else if (entry.how === "included" || entry.how === "excluded") {
      const isNoun = ({ bases }: Unit): boolean => namer.isNoun(bases[0]!);
      const from = left.some(isNoun)
        ? left.findLastIndex((unit) => !isNeutral(unit))
        : left.findLastIndex(({ sign }) => sign === ",");
      scopes.push({ how: entry.how, units: left.splice(Math.max(0, from)), isBracketed });
    } else {
      const end = entry.how === "not" ? nextMeaning(units, at + 1) : nextQualifier(units, at + 1);
      scopes.push({ how: entry.how, units: units.slice(at + 1, end), isBracketed: isBracketed && isAfterItem });
      at = end - 1;
    }
  }
  if (isBracketed && isAfterItem && scopes.length === 0 && (areParts(left) || areAllKinds(left)))
    return { scopes: [{ how: "brackets", units: left, isBracketed }], left: [] };
  return { scopes, left };
}

function nextQualifier(units: readonly Unit[], from: number): number {
  const end = units.findIndex(({ entry }, at) => at >= from && entry?.is === "qualifier");
  return end < 0 ? units.length : end;
}

/** Returns the index after the first unit, from an index on, that is not neutral. */
function nextMeaning(units: readonly Unit[], from: number): number {
  const at = units.findIndex((unit, index) => index >= from && !isNeutral(unit));
  return at < 0 ? units.length : at + 1;
}

/** Returns whether a unit is a part of a machine. */
const isPart = (unit: Unit): boolean => accessories.has(unit.bases[0]!) || unit.bases[0] === "uc";

/** Returns whether all the units that are not neutral are parts of a machine. */
function areParts(units: readonly Unit[]): boolean {
  const own = units.filter((unit) => !isNeutral(unit));
  return own.length > 0 && own.every(isPart);
}

/** Returns whether units list pupils with teachers or the head: everyone who has a machine. */
function areAllKinds(units: readonly Unit[]): boolean {
  const words = units.filter((unit) => !isNeutral(unit)).map(({ bases }) => bases.join(" "));
  return (
    words.length > 1 &&
    words.includes("eleve") &&
    words.every((word) => word === "eleve" || word === "enseignant" || word === "direction")
  );
}

/** Concepts counted with the rest, without changing what is counted: kinds of users, places, arrivals, repairs. */
const counted = conceptSet(
  "staff head room classroom cycle level inService installation installed delivered entered arrived bought fresh commissioned broken loan",
);

/**
 * Returns the meaning of a qualifier, and whether it is entirely understood; `main`: the meanings outside it.
 * (decisions §4)
 */
export function qualified(
  { how, units, isBracketed }: Scope,
  of: readonly Meaning[],
  { main, hasProduct }: { readonly main: readonly Meaning[]; readonly hasProduct: boolean },
): { readonly how: How; readonly isWhole: boolean } {
  const isOf = (test: (meaning: Meaning) => boolean): boolean => of.length > 0 && of.every(test);
  const hasNoTariff = (meaning: Meaning): boolean => meaning.is === "item" && meaning.label.kind === "untariffed";
  const isOut = (meaning: Meaning): boolean => meaning.is === "concept" && outOf(meaning.concept);
  const isCounted = (meaning: Meaning): boolean => meaning.is === "concept" && counted.has(meaning.concept);
  const codes = new Set(main.flatMap(codeOf));
  // « Serveur standard (hors NAS) »: a prestation with its own price is not part of this one.
  const isOther = (meaning: Meaning): boolean => codeOf(meaning).some((code) => codes.size === 1 && !codes.has(code));
  // « (dont Lirebel) »: only a name, of something counted with the rest; but not « (dont 2013) ».
  const isName = hasProduct && units.length === 0;
  switch (how) {
    case "dont":
      return isBracketed ? { how: "includes", isWhole: isName || isOf(isCounted) } : { how: "part-of", isWhole: true };
    case "brackets":
      return { how: areParts(units) ? "made-of" : "includes", isWhole: true };
    case "with":
    case "included":
      return areParts(units) ? { how: "made-of", isWhole: true } : { how: "includes", isWhole: isOf(isCounted) };
    case "without":
    case "excluded":
      return {
        how: "excludes",
        isWhole: isOf((meaning) => hasNoTariff(meaning) || isOut(meaning) || isOther(meaning)),
      };
    case "not":
      return { how: "denies", isWhole: isOf((meaning) => hasNoTariff(meaning) || isOut(meaning)) };
  }
}

/** Returns the code of the prestation that a meaning certainly names; empty when there is none. */
const codeOf = (meaning: Meaning): readonly string[] =>
  meaning.is === "item" && meaning.label.kind === "prestation" && !meaning.label.weak ? [meaning.label.code] : [];

/** Returns whether a concept means out of service: excluding it leaves what is counted. */
function outOf(concept: Concept): boolean {
  const { standing, state } = senses[concept]!;
  return standing === "out" || state === "stock";
}
