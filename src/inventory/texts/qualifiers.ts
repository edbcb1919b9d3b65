import { accessories, type ItemNamer } from "../../tariff";
import type { QualifierWord } from "./lexicon";
import { type Concept, conceptSet, senses } from "./senses";
import type { How, Meaning } from "./types";
import { type Stretch, type Unit, isNeutral } from "./units";

/** A qualifier, and the words that it is said of. */
export interface Scope {
  /** `brackets`: no word says it, but that they stand in brackets after an equipment. */
  readonly how: QualifierWord | "brackets";
  readonly units: readonly Unit[];
  readonly isBracketed: boolean;
}

/** Takes the qualifiers of a stretch out of it, each with what it is said of. */
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

/** Returns the place after the first unit, from a place on, that says something. */
function nextMeaning(units: readonly Unit[], from: number): number {
  const at = units.findIndex((unit, index) => index >= from && !isNeutral(unit));
  return at < 0 ? units.length : at + 1;
}

/** Returns whether a unit is a part of a machine. */
const isPart = (unit: Unit): boolean => accessories.has(unit.bases[0]!) || unit.bases[0] === "uc";

/** Returns whether units are parts of a machine, joined or not. */
function areParts(units: readonly Unit[]): boolean {
  const said = units.filter((unit) => !isNeutral(unit));
  return said.length > 0 && said.every(isPart);
}

/** Returns whether units are the pupils and those who teach them: all who have a machine. */
function areAllKinds(units: readonly Unit[]): boolean {
  const said = units.filter((unit) => !isNeutral(unit)).map(({ bases }) => bases.join(" "));
  return (
    said.length > 1 &&
    said.includes("eleve") &&
    said.every((word) => word === "eleve" || word === "enseignant" || word === "direction")
  );
}

/** What is counted with the rest without changing what it is: kinds of users, places, what came, what is in repair. */
const counted = conceptSet(
  "staff head room classroom cycle level inService installation installed delivered entered arrived bought fresh commissioned broken loan",
);

/** Returns what a qualifier says and whether it is read whole; `main`: what is said outside it. (decisions §4) */
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
  // « Serveur standard (hors NAS) »: what has a price of its own is no part of it.
  const isOther = (meaning: Meaning): boolean => codeOf(meaning).some((code) => codes.size === 1 && !codes.has(code));
  // « (dont Lirebel) »: a name alone, of what is counted with the rest; not « (dont 2013) ».
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

/** Returns the prestation that a meaning is surely of. */
const codeOf = (meaning: Meaning): readonly string[] =>
  meaning.is === "item" && meaning.label.kind === "prestation" && !meaning.label.weak ? [meaning.label.code] : [];

/** Returns whether a concept says what is not in service: what is without it is what is counted. */
function outOf(concept: Concept): boolean {
  const { standing, state } = senses[concept]!;
  return standing === "out" || state === "stock";
}
