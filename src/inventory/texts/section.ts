import { fold } from "../../cells";
import { commonReader } from "./read-text";
import { conceptSet, senses } from "./senses";
import type { Meaning, TextReading } from "./types";

/** The meaning of a text alone in its row for the rows below it. */
interface SectionReading {
  /** Whether it begins with an order or a forecast. */
  readonly isNotYet: boolean;
  /** Whether it mentions a time or a movement: « Arrivés en cours d’année », « Depuis la rentrée ». */
  readonly isMovement: boolean;
  /** Whether it mentions schools, or names one. */
  readonly isOfSchools: boolean;
  /** Whether it is entirely understood, without names; otherwise it may be a remark. */
  readonly isTitle: boolean;
  readonly years: readonly number[];
}

const notYet = conceptSet("ordered forecast notYet");
const schools = conceptSet("school establishment site");
const movements = conceptSet("arrived difference moved loan leaving campaign");
const times = /\b(?:depuis|apres|avant|en cours|toussaint|noel)\b/;

/** Returns the meaning of a text alone in its row for the rows below it. */
export function sectionReading(text: string): SectionReading {
  const { meanings, concepts: found, names, unread, years } = commonReader.read(text, "section");
  const concepts = found.map(({ concept }) => concept);
  const lead = concepts.find((concept) => concept !== "thing");
  return {
    isNotYet: lead !== undefined && notYet.has(lead),
    isMovement:
      times.test(fold(text)) ||
      concepts.some((concept) => {
        const { standing, nature, machine } = senses[concept]!;
        return movements.has(concept) || standing !== undefined || nature === "installation" || machine !== undefined;
      }),
    isOfSchools: names.some(({ kind }) => kind === "school") || concepts.some((concept) => schools.has(concept)),
    isTitle: unread.length === 0 && names.length === 0 && meanings.every(({ is }) => is !== "qualifier"),
    years,
  };
}

/**
 * Returns whether a lone text is entirely understood, and has no effect on whether the rows below it are billed.
 * (decisions §4, Proof)
 */
export function saysNothingOfDue({ meanings, unread, years }: TextReading, campaign: number): boolean {
  return (
    unread.length === 0 &&
    years.every((year) => year === campaign) &&
    !meanings.some((each) => mayUndo(each) || namesNone(each))
  );
}

/** Returns whether a meaning excludes schools: « Divers », « Mairie ». */
const namesNone = (meaning: Meaning): boolean =>
  meaning.is === "concept" &&
  senses[meaning.concept]!.noSchool === true &&
  senses[meaning.concept]!.nature === undefined;

/** Returns whether a meaning may be that something is not billed, or not as it is written. */
export function mayUndo(meaning: Meaning): boolean {
  if (meaning.is === "qualifier") return !meaning.isWhole || meaning.of.some(mayUndo);
  if (meaning.is === "item") return false;
  const { standing, kind, state, school, machine } = senses[meaning.concept]!;
  const isDue = kind === undefined || kind === "inventory" || kind === "installations";
  const isIn = state === undefined || state === "in-service" || state === "repair";
  return standing !== undefined || !isDue || school !== undefined || machine !== undefined || !isIn;
}
