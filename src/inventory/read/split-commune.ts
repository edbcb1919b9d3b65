import { communeKey } from "../../tariff";
import type { Commune, CommuneDirectory } from "../../tariff";
import { schoolIn } from "../recognise/sheet-school";

/** A commune and its school, as one cell writes them. */
export interface CommuneAndSchool {
  readonly commune: string;
  readonly school: string;
}

const street =
  /(?:^|\s)(?:rue|avenue|av|route|rte|chemin|place|allée|allee|faubourg|fbg|boulevard|bd|quai|cours)(?:\s|$)/i;

/**
 * The commune that a school's name ends with: « Groupe scolaire – Franois », « Primaire de Franois (Franois) »; null where it
 * ends with none, or with that of a street.
 */
export function endingCommune(text: string, directory: CommuneDirectory): string | null {
  const words = text.replace(/[()]/g, " ").trim().split(/\s+/);
  for (let from = 1; from < words.length; from += 1) {
    const name = words
      .slice(from)
      .join(" ")
      .replace(/^(?:[-–—/:,]\s*)?(?:commune\s+)?(?:de\s+|d[’']\s*)?/i, "");
    if (name !== "" && directory.find(name).kind === "found")
      return street.test(words.slice(0, from).join(" ")) ? null : name;
  }
  return null;
}

const between = /\s+[-–—/:]\s*|\s*[–—:]\s+|\s*,\s+/g;

/**
 * What « Pirey – École maternelle » or « Pirey (École maternelle) » says: a commune of the directory, then a school; null
 * for any other text. The second part may be a commune's name too (« Pirey – Pouilley »): then nobody knows which is meant.
 */
export function splitCommune(text: string, directory: CommuneDirectory): CommuneAndSchool | null {
  const bracketed = /^(.+?)\s*\(([^()]+)\)\s*$/.exec(text);
  if (bracketed !== null && directory.find(bracketed[1]!).kind !== "unknown")
    return { commune: bracketed[1]!.trim(), school: bracketed[2]!.trim() };
  for (const parts of cuts(text)) if (directory.find(parts.commune).kind !== "unknown") return parts;
  return writtenLast(text, directory);
}

/** The name of a school of a commune, without the commune's written before it: « École du Pont » of « Pirey – École du Pont ». */
export function withoutCommune({ name }: Commune, text: string): string {
  for (const { commune, school } of cuts(text)) if (communeKey(commune) === communeKey(name)) return school;
  return text;
}

/** A text cut in two at each of its dashes, commas and colons. */
function* cuts(text: string): Generator<CommuneAndSchool> {
  for (const separator of text.matchAll(between)) {
    const commune = text.slice(0, separator.index).trim();
    const school = text.slice(separator.index + separator[0].length).trim();
    if (commune !== "" && school !== "") yield { commune, school };
  }
}

/** « École maternelle – Pirey », « École maternelle (Pirey) »: the commune last. */
function writtenLast(text: string, directory: CommuneDirectory): CommuneAndSchool | null {
  const [, school, commune] = /^(.+?)(?:\s+[-–—/:]\s*|\s*[–—:,]\s+|\s*\()([^()]+?)\)?\s*$/.exec(text) ?? [];
  if (school === undefined || commune === undefined || schoolIn(school) === null) return null;
  return directory.find(commune).kind === "found" ? { commune: commune.trim(), school: school.trim() } : null;
}
