import { fold, type Cell } from "../../cells";
import { headcount, type Campaign } from "../../tariff";
import type { Fact, Line } from "../facts";
import type { Reading } from "../reading";
import { colourNamed, longestKey, meaningOfColour } from "../texts/colours";
import { beginsBefore, beginsDuring, beginsNow, marksInstalled } from "../texts/service-dates";
import type { WhatMatters } from "./what-matters";

/** Returns whether a fact is an installation. */
export const isInstallation = ({ natures }: Fact): boolean => natures.includes("installation");

/** Returns whether a text dates before the campaign the installations that it concerns: « posés en octobre 2013 ». */
export function isOfBefore(text: string, facts: readonly Fact[], campaign: Campaign): boolean {
  return facts.length > 0 && facts.every(isInstallation) && beginsBefore(text, campaign);
}

/** Returns whether a text mentions a beginning in the campaign, of whatever it may be. */
export const mayTellInstallation = (text: string, campaign: Campaign): boolean =>
  beginsDuring(text, campaign) || beginsNow(text);

/**
 * Returns whether a text dates in the campaign an installation, when none of the numbers that it concerns is one:
 * « serveur posé en mars 2014 », « serveur posé cette année ».
 */
export function tellsInstallation(text: string, facts: readonly Fact[], { context }: Reading): boolean {
  if (facts.length === 0 || facts.some(isInstallation) || !mayTellInstallation(text, context.campaign)) return false;
  const named = namesTariffed(text, context);
  if (named !== null) return named;
  // « Nouvelle directrice depuis septembre », beside the only number of a row, is not about it.
  if (beginsNow(text) && !ofMachines.test(fold(text))) return false;
  return facts.length === 1 && context.texts.read(text, "label").unread.length === 0;
}

/**
 * Returns whether a legend gives its colour to what was installed in the campaign: « Vert = posé depuis la rentrée »,
 * « matériel neuf », but not « nouvelle directrice ».
 */
export function legendInstalls(text: string, { context }: Reading): boolean {
  const meaning = colourNamed(text) === null ? "" : meaningOfColour(text);
  if (meaning.length > longestKey || !marksInstalled(meaning, context.campaign)) return false;
  return namesTariffed(meaning, context) ?? ofMachines.test(fold(meaning));
}

/** Words of machines in general, or of their installation alone. */
const ofMachines =
  /^(?:(?:neuf|neuve|nouveau|nouveaux|nouvelle)s?(?: (?:materiel|equipement|machine)s?)?|(?:materiel|equipement|machine)s? (?:neuf|neuve|nouveau).*|(?:install|pose|livre).*)$/;

/** A day beside its label, around some lines. */
interface DayBeside {
  readonly label: string;
  readonly cell: Cell;
  readonly date1904: boolean;
  readonly isOfForm: boolean;
}

/**
 * Returns what a day contradicts: the installations that it dates outside the campaign, « Livré et posé le : |
 * 06/11/2014 », or all the machines of a form that counts no installation, when it dates one in the campaign.
 */
export function contradictedBy(
  { label, cell, date1904, isOfForm }: DayBeside,
  linesAround: () => readonly Line[],
  says: WhatMatters,
): readonly Fact[] {
  if (says.installs(label, cell, date1904, isOfForm) === null) return [];
  const machines = linesAround().flatMap(({ facts }) => facts.filter(({ code }) => code !== headcount));
  const installed = machines.filter(isInstallation);
  const when = says.installs(label, cell, date1904, isOfForm && installed.length === machines.length);
  if (when === "outside") return installed;
  return when === "inside" && isOfForm && installed.length === 0 ? machines : [];
}

/** Returns whether a text names equipment that may have a tariff; null when it names neither equipment nor pupils. */
function namesTariffed(text: string, { texts }: Reading["context"]): boolean | null {
  const { meanings } = texts.read(text, "label");
  // « Dont 1 serveur installé en 2014 ».
  const all = meanings.flatMap((meaning) => (meaning.is === "qualifier" ? meaning.of : [meaning]));
  const items = all.flatMap((meaning) => (meaning.is === "item" ? [meaning] : []));
  return items.length > 0 ? items.some(({ of, label }) => of === "equipment" && label.kind !== "untariffed") : null;
}
