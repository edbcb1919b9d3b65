import type { Cell } from "../../cells";
import type { LabelReading } from "../../tariff";
import { pupilPart } from "../../tariff";
import type { Flag } from "../table";
import type { ColumnReason } from "../types";
import { flagOf } from "./flags";
import type { StructuralRole } from "./roles";
import { structuralRole, splitGroupPrefix } from "./roles";

/** The text of a header cell; a bare year (2014) may be typed as a number. */
export function headerText(cell: Cell): string | null {
  if (typeof cell === "string") {
    const text = cell.replace(/\s+/g, " ").trim();
    return text === "" ? null : text;
  }
  return typeof cell === "number" && Number.isInteger(cell) && cell >= 1990 && cell <= 2099 ? String(cell) : null;
}

/** What one header cell says by itself. */
export interface HeaderWord {
  readonly text: string;
  readonly role: StructuralRole | null;
  readonly rank: number;
  /** Why it heads no quantity, where its role says so. */
  readonly why: ColumnReason | null;
  /** What a yes below it would say. */
  readonly flag: Flag | null;
  readonly reading: LabelReading;
  /** It says something of ours: a role, a prestation, a nature, a year, a part of the headcount. */
  readonly recognised: boolean;
}

/** Roles that only an inventory or a list of schools has: one of them must stand in a header row. */
export const anchors: ReadonlySet<StructuralRole> = new Set([
  "commune",
  "school",
  "entity",
  "location",
  "insee",
  "pupil",
]);

export type ReadLabel = (text: string) => LabelReading;

/** Reads one header text, its GLPI group prefix dropped where it hides the word: « Caractéristiques - Lieu », « Lieu - Nom complet ». */
export function headerWord(text: string, readLabel: ReadLabel): HeaderWord {
  const split = splitGroupPrefix(text);
  for (const candidate of split === null
    ? [text]
    : [text, ...(/^nom( complet)?$/i.test(split.rest) ? [split.group] : []), split.rest]) {
    const structural = structuralRole(candidate);
    const reading = readLabel(candidate);
    const named =
      reading.label.kind !== "none" || (reading.complete && (reading.nature !== null || reading.years.length > 0));
    if (structural !== null || named || pupilPart(candidate) !== null)
      return {
        text: candidate,
        role: structural?.role ?? null,
        rank: structural?.rank ?? 0,
        why: structural?.why ?? null,
        flag: structural?.flag ?? flagOf(candidate),
        reading,
        recognised: structural?.role !== "ignored",
      };
  }
  return { text, role: null, rank: 0, why: null, flag: flagOf(text), reading: readLabel(text), recognised: false };
}
