import { fold, fromSerial, isBlank, toSerial, type Cell } from "../../cells";
import type { Campaign } from "../../tariff";
import type { Line } from "../facts";
import { layouts } from "../layouts";
import { correctsNumber, datesNumbers, datesSurvey, doubtsNumber, statedCounts } from "../texts/corrections";
import { deniesDue, isJoined, isOutside, limitsDue, speaksOfAgreement, tickedIn } from "../texts/dues";
import { eventsIn, marksUndue, speaksOfEvents } from "../texts/free-text";
import { countsAtService } from "../texts/row-topics";
import { beginsLater, datesBeginning } from "../texts/service-dates";
import { structuralRole } from "../texts/heading-role";
import { multiplierIn } from "../texts/multipliers";
import { commonReader } from "../texts/read-text";
import { readDate, shownCell } from "../texts/values";

/** Decides whether a text may change what is billed for a campaign. */
export class WhatMatters {
  constructor(private readonly campaign: Campaign) {}

  /** Returns whether a text mentions an event, or corrects a number, whatever the numbers are. */
  private matters(text: string): boolean {
    const { campaign } = this;
    return (
      speaksOfEvents(text) ||
      correctsNumber(text) ||
      countsAtService(text) ||
      datesNumbers(text, campaign.year) ||
      beginsLater(text, campaign) ||
      marksUndue(text)
    );
  }

  /** Returns whether a text may matter, before finding the lines that it concerns. */
  mayMatter(text: string): boolean {
    return this.matters(text) || statedCounts(text).length > 0;
  }

  /** Returns whether a text matters for some lines, by its meaning or by the counts that it states. */
  mattersOf(text: string, lines: readonly Line[]): boolean {
    return this.matters(text) || contradicts(text, lines);
  }

  /** Returns whether a text only corrects numbers, without an event of a school. */
  corrects(text: string): boolean {
    const saysOther = correctsNumber(text) || countsAtService(text) || datesNumbers(text, this.campaign.year);
    return (saysOther || !this.matters(text)) && eventsIn(text).ofSchool.size === 0;
  }

  /** Returns the kind of a note or a comment: an opening, a correction, or the given kind. */
  kindOf<K extends string>(text: string, kind: K): K | "opening" | "correction" {
    if (beginsLater(text, this.campaign)) return "opening";
    return this.corrects(text) ? "correction" : kind;
  }

  /**
   * Returns whether a date under « Ouverture », or beside it, is after the day of count, so that the school is not due
   * yet.
   */
  opensLater(label: string, cell: Cell, date1904: boolean): boolean {
    const { campaign } = this;
    if (typeof cell === "string" && beginsLater(cell, campaign)) return true;
    if (isBlank(cell) || !opening.test(fold(label))) return false;
    if (readDate(cell, date1904) > toSerial(campaign.snapshot)) return true;
    return typeof cell === "string" && commonReader.read(cell, "remark").years.some((year) => year > campaign.year);
  }

  /** Returns whether the answers ticked in a cell mean that its school may not be due: « ☐ dans le dispositif ☒ hors dispositif ». */
  ticksUndue(text: string): boolean {
    const ticked = tickedIn(text);
    return ticked !== null && (/\bnon\b/i.test(ticked) || this.matters(ticked) || isOutside(ticked));
  }

  /**
   * Returns whether a line of a form means that its school may not be due: « Conventionnée | non », « Date de fermeture
   * | 05/07/2014 ».
   */
  saysUndue(label: string, cell: Cell, date1904: boolean): boolean {
    const text = shownCell(cell);
    if (deniesDue(label, [text]) || limitsDue(label, cell) || isJoined(label, cell)) return true;
    if (typeof cell === "string" && (doubtsNumber(cell) || multiplierIn(cell) !== null)) return true;
    if (this.ticksUndue(text)) return true;
    if (speaksOfAgreement(label) && speaksOfEvents(text)) return true;
    if (structuralRole(label)?.role === "campaign")
      return commonReader.read(text, "remark").years.some((year) => year < this.campaign.year);
    return this.hasLeft(label, cell, date1904);
  }

  /** Returns whether a cell, under a heading of the end of a school or its label, is a day by the day of count. */
  hasLeft(label: string, cell: Cell, date1904: boolean): boolean {
    const role = structuralRole(label)?.role;
    if (role !== "date-out" && role !== "exit-unclear") return false;
    const day = readDate(cell, date1904);
    return day > 0 && day <= toSerial(this.campaign.snapshot);
  }

  /**
   * Returns whether a label is that of a day of installation, and where the day beside it is: in the campaign or
   * outside it; null when it is none. « Date » alone is that day when `isNote` says that all it dates was installed.
   */
  installs(label: string, cell: Cell, date1904: boolean, isNote: boolean): "inside" | "outside" | null {
    const { snapshot, windowStart } = this.campaign;
    const day = readDate(cell, date1904);
    if (!(day > 0)) return null;
    const isDated =
      structuralRole(label)?.role === "date-in" || datesBeginning(label) || (isNote && bareDate.test(label));
    if (!isDated) return null;
    return day > toSerial(windowStart) && day <= toSerial(snapshot) ? "inside" : "outside";
  }

  /**
   * Returns whether a date under « Date du relevé », or beside it, precedes the campaign, so that the numbers are of
   * another year.
   */
  isOldSurvey(label: string, cell: Cell, date1904: boolean): boolean {
    const { campaign } = this;
    if (isBlank(cell) || !datesSurvey(label)) return false;
    const day = readDate(cell, date1904);
    if (day > 0) return fromSerial(day).year < campaign.year;
    return typeof cell === "string" && datesNumbers(`chiffres de ${cell}`, campaign.year);
  }
}

/** Returns whether a text states a number that no quantity of its only school equals, outside lists of machines. */
function contradicts(text: string, lines: readonly Line[]): boolean {
  const schools = new Set(lines.map(({ who }) => who.key));
  if (schools.size !== 1 || lines.some(({ table }) => layouts[table.layout].listsUnits)) return false;
  const quantities = new Set(lines.flatMap((line) => line.facts.map(({ quantity }) => quantity)));
  return statedCounts(text).some((count) => !quantities.has(count));
}

const bareDate = /^\s*(?:date|le|du)\s*:?\s*$/i;

/** Headings of the day on which a school opened or joined. */
const opening =
  /^(?:date (?:d )?|annee (?:d )?)?(?:effet\b|a (?:partir|compter) d[ue]|prise d effet|ouvert|ouvre|creation|adhe[rs]|convention|membre|entree dans|dans le dispositif|depuis(?: le)?$)/;
