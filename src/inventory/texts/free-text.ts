import { fold, memoByText } from "../../cells";
import type { Campaign } from "../../tariff";
import { isLegend, isUnseenLegend } from "./colours";
import { dayNumber } from "./installed-span";
import { commonReader } from "./read-text";
import { type MachineEvent, type SchoolEvent, type Sense, conceptSet, senses } from "./senses";
import { readStatus } from "./state";
import { type Meaning, conceptsIn } from "./types";

/** What a remark says that matters. */
export interface Events {
  readonly ofMachine: ReadonlySet<MachineEvent>;
  readonly ofSchool: ReadonlySet<SchoolEvent>;
  /** What it says of a school is said of all that is billed to it, not of one row: « fermée », and not « doublon ». */
  readonly isOfWhole: boolean;
}

const nothing: Events = { ofMachine: new Set(), ofSchool: new Set(), isOfWhole: false };

/** The first letters of each word that may matter: texts differ on every row, and most are told by having none of them. */
const stem = 4;
const stems: ReadonlySet<string> = new Set(
  Object.values<Sense>(senses)
    .filter(({ machine, school }) => machine !== undefined || school !== undefined)
    .flatMap(({ words }) => fold(words).match(/[a-z0-9]{2,}/g) ?? [])
    .map((word) => word.slice(0, stem)),
);

/** Returns whether a text may say one of them: it has a word that begins as one does. */
function mayMatter(text: string): boolean {
  for (const [word] of fold(text).matchAll(/[a-z0-9]{2,}/g)) if (stems.has(word.slice(0, stem))) return true;
  return abbreviated.test(text) || noLonger.test(fold(text));
}

/** « H.S. », « p.m. » */
const abbreviated = /\b(?:h\. ?s|p\. ?m)\b/i;

/** « Remplace le n° 2 », « remplace EC-1004 »: what came. « Remplacé le poste » and capitals may be either. */
const replacing =
  /(?<!annule et )\b[Rr]emplace (?:le |la |l[’'] ?|les |un |une )?(?:n° ?|numéro |poste |pc |ancien|celui |[A-Za-z]+[- ]?(?=\d))/g;
/** « N’est plus adhérente », « n’y a plus personne »: what was so is so no longer, whatever it is. */
const noLonger = /\bn(?:e|est|a|y|ont|sont)?\b(?: \w+){0,3} plus\b/;
/** What a school leaves that is billed no longer: « sortie de la convention », « a quitté le dispositif ». */
const agreement = /\b(?:conventions?|dispositif|ordiclasse|adhesion|marche|contrat|programme)\b/;
/** « 3 installés »: some of what the row counts is new. */
const someNew = /\b\d+ (?:installe|pose|livre|neuf|nouv)/;

/** Returns what a remark says that matters of a machine, or of a school: that it left, moved, closed, is not billed. */
export const eventsIn: (text: string) => Events = memoByText((text) => {
  if (!mayMatter(text)) return nothing;
  const rest = text.normalize("NFC").replace(replacing, " ");
  const { meanings, names } = commonReader.read(rest, "remark");
  const heard = meanings.flatMap((meaning): readonly Meaning[] =>
    meaning.is !== "qualifier" ? [meaning] : meaning.how === "denies" || meaning.how === "excludes" ? [] : meaning.of,
  );
  const concepts = conceptsIn(heard);
  // « Les classes sont transférées » is said of the school, « fermeture d’une classe » is not.
  const isMoved = /\bclasses\b/.test(fold(text)) && concepts.some(({ concept }) => senses[concept]!.school === "moved");
  const isOfRoom = !isMoved && (concepts.some(({ concept }) => rooms.has(concept)) || heard.some(isOfItem));
  const isOfSchool =
    names.some(({ kind }) => kind === "school") || concepts.some(({ concept }) => schools.has(concept));
  const ofMachine = new Set<MachineEvent>();
  const ofSchool = new Set<SchoolEvent>();
  let isOfWhole = false;
  for (const [at, { concept, base }] of concepts.entries()) {
    const { machine, school } = senses[concept]!;
    if (machine !== undefined) ofMachine.add(machine);
    // « Fermeture d’une classe », « armoire fermée » are said of something else.
    if (school === undefined || !(unmistakable.has(school) || (!isOfRoom && (at === 0 || isOfSchool || isMoved))))
      continue;
    ofSchool.add(school);
    // « Imprimante hors convention » is of the printer.
    if (!ofRows.has(concept) && !ofRow.test(base) && !heard.some(isOfItem)) isOfWhole = true;
  }
  if (readStatus(rest) === "out") ofMachine.add("left");
  const folded = fold(text);
  if (someNew.test(folded)) ofSchool.add("to-come");
  if (!isOfRoom && (noLonger.test(folded) || (ofMachine.has("left") && agreement.test(folded)))) {
    ofSchool.add("not-billed");
    isOfWhole = true;
  }
  // « Groupe scolaire : École transférée à Audeux » is no name to its end: what follows the colon is said of it.
  const [, said] = ofMachine.size + ofSchool.size === 0 ? (/:\s+(.+)$/.exec(text) ?? []) : [];
  return said === undefined ? { ofMachine, ofSchool, isOfWhole } : eventsIn(said);
});

/** Returns whether an equipment or pupils are spoken of; « à la rentrée » is a time. */
function isOfItem(meaning: Meaning): boolean {
  return meaning.is === "item" && !meaning.words.every((word) => word === "rentree");
}

const rooms = conceptSet("room classroom fixture");
const schools = conceptSet("school establishment site level primary");
/** What is said of nothing but a school, or of what is billed for it. */
const unmistakable: ReadonlySet<SchoolEvent> = new Set(["no-pupils", "not-billed", "to-come"]);

/** Returns whether a text speaks of the town hall, where no school is. */
export function saysOffice(text: string): boolean {
  return commonReader.read(text, "remark").concepts.some(({ concept }) => concept === "townHall");
}

/** Returns whether a text, or a part of a path, names the town hall and nothing that a school is: « Mairie de Pirey », « Pirey > Mairie ». */
export function namesOffice(text: string): boolean {
  return text.split(/[>/\\]/).some((part) => {
    const { meanings, concepts, unread } = commonReader.read(part, "remark");
    const said = concepts.map(({ concept }) => concept);
    const isNoSchool = said.every((concept) => concept === "townHall" || concept === "elsewhere");
    return said.includes("townHall") && isNoSchool && meanings.length === said.length && unread.length === 0;
  });
}

/** Returns whether the name of a machine says that it is none, « <PC-###> », « Gabarit PC », or that it left, « PC-2 (remplacé par PC-4) ». */
export function namesGone(name: string): boolean {
  const aside = /\(([^()]+)\)/.exec(name)?.[1];
  return (
    /^\s*<.*>\s*$|^\s*(?:gabarit|mod[èe]le|template)\b/i.test(name) || (aside !== undefined && speaksOfMachine(aside))
  );
}

/** Returns whether a text speaks of a room, or of another place than a classroom. */
export function saysRoom(text: string): boolean {
  const { concepts, names } = commonReader.read(text, "remark");
  return (
    names.some(({ kind }) => kind === "room") ||
    concepts.some(({ concept }) => rooms.has(concept) || concept === "elsewhere")
  );
}

/** What is said of a row, where a school has several. */
const ofRows = conceptSet("cancelled toRemove counted memory notYet");
const ofRow = /\b(?:doublon|dedui|compter|prendre|retenir|deja)/;

/** Returns whether all of a text is read, and nothing that matters is said in it. */
export function readsWhole(text: string): boolean {
  return commonReader.read(text, "remark").unread.length === 0 && !speaksOfEvents(text);
}

/** Returns whether a text says anything that matters. */
export function speaksOfEvents(text: string): boolean {
  const { ofMachine, ofSchool } = eventsIn(text);
  return ofMachine.size > 0 || ofSchool.size > 0;
}

/** Returns whether a legend says that what it marks is not in service, or perhaps not: « En vert : prévision 2015 ». */
export const marksUndue: (text: string) => boolean = memoByText((text) => {
  if (!isLegend(text) && !isUnseenLegend(text)) return false;
  return speaksOfEvents(text) || commonReader.read(text, "remark").meanings.some(mayBeOut);
});

function mayBeOut(meaning: Meaning): boolean {
  if (meaning.is === "qualifier") return meaning.of.some(mayBeOut);
  if (meaning.is !== "concept") return false;
  const { standing, state } = senses[meaning.concept]!;
  return standing !== undefined && state !== "in-service";
}

/** Returns whether a remark says that a machine may be gone, « sorti le 12/03 », « prêté », or that an unread thing was done to it. */
export function speaksOfMachine(text: string): boolean {
  return eventsIn(text).ofMachine.size > 0 || putAway.test(text) || isDone(text);
}

/** « Mis de côté », « mise au fond », and not « mis à jour ». */
const putAway = /^\s*mise?s?\s+(?!(?:à\s+(?:jour|niveau)|en\s+(?:service|réseau|place|route))\b)/i;
/** « Carbonisé (incendie) »: done to it, in a word that nobody reads; « affecté à la mairie »: where no school is. */
const done = /^\s*(\p{L}{3,}[^i\P{L}]ée?)(?=$|[\s.,;:(])/u;
const placed = /^\s*\p{L}+é(?:e|s|es)?\s+(?:à|au|aux|en|chez)\s/iu;

function isDone(text: string): boolean {
  const [, first] = done.exec(text) ?? doneBy.exec(text) ?? [];
  if (first !== undefined && commonReader.read(text, "remark").unread[0] === first) return true;
  return placed.test(text) && saysOffice(text);
}

const doneBy = /^\s*(\p{L}+(?:é|i|u|is|it)(?:e|s|es)?)\s+par\s/iu;

/** What is said to have begun on a day: « mis en service le 17/11/2014 », « ouvrira en janvier ». */
const begun =
  /\b(?:ouv(?:r|er)\w*|mises? en service|mis en service|livre\w*|arriv\w+|install\w+|posee?s?|recue?s?|adhe\w+|demarr\w+)\b/;

const begins = memoByText((text) => begun.test(fold(text)));

/** Returns whether a text says that what it is of begins after the snapshot of a campaign. (decisions §2, the snapshot) */
export function beginsLater(text: string, { year, snapshot }: Pick<Campaign, "year" | "snapshot">): boolean {
  if (!begins(text)) return false;
  const { days, years } = commonReader.read(text, "remark");
  return days.length > 0 ? days.some((day) => day > dayNumber(snapshot)) : years.some((each) => each > year);
}

/** Returns whether a name says that its school has closed: « École du Bourg (fermée) », and not « École de la Ferme ». */
export const saysClosed: (name: string) => boolean = memoByText((name) => {
  if (!mayMatter(name)) return false;
  return commonReader.read(name, "name").concepts.some(
    ({ concept, words }) =>
      senses[concept]!.school === "closed" &&
      // « La Ferme », without an accent nor capitals, is a place.
      !(words.join(" ") === "ferme" && /\b[Ff]erme\b/.test(name)),
  );
});

/** Returns whether a name's brackets say that the school may not be billed: « (ouvre en janvier 2015) »; a merger apart. */
export function saysUndueAside(name: string, campaign: number): boolean {
  const aside = /\(([^()]+)\)/.exec(name)?.[1];
  if (aside === undefined) return false;
  // « (comprise dans la colonne suivante) », « (déjà dans Pergaud) »
  if (/\b(?:compris|compte|inclus)e?s?\b|\b(?:deja|voir)\b/.test(fold(aside))) return true;
  const { ofSchool, ofMachine } = eventsIn(aside);
  if ([...ofSchool].some((event) => event !== "merged") || ofMachine.has("left")) return true;
  return commonReader.read(aside, "remark").years.some((year) => year > campaign);
}
