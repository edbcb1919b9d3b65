import { fold, memoByText } from "../../cells";
import { isLegend, isUnseenLegend } from "./colours";
import { namesOtherParty } from "./parties";
import { commonReader } from "./read-text";
import { type MachineEvent, type SchoolEvent, type Sense, conceptSet, senses } from "./senses";
import { readStatus } from "./state";
import { type Meaning, conceptsIn } from "./types";

/** The events that a remark mentions and that may change what is billed. */
export interface Events {
  readonly ofMachine: ReadonlySet<MachineEvent>;
  readonly ofSchool: ReadonlySet<SchoolEvent>;
  /**
   * Whether an event of the school concerns all that is billed to it: « fermée » does, « doublon » only concerns a row.
   */
  readonly isOfWhole: boolean;
}

const nothing: Events = { ofMachine: new Set(), ofSchool: new Set(), isOfWhole: false };

/** The first letters of the words that may mention an event: a text without any of them needs no reading. */
const stem = 4;
const stems: ReadonlySet<string> = new Set(
  Object.values<Sense>(senses)
    .filter(({ machine, school }) => machine !== undefined || school !== undefined)
    .flatMap(({ words }) => fold(words).match(/[a-z0-9]{2,}/g) ?? [])
    .map((word) => word.slice(0, stem)),
);

/** Returns whether a text may mention an event, judging by the beginnings of its words. */
function mayMatter(text: string): boolean {
  for (const [word] of fold(text).matchAll(/[a-z0-9]{2,}/g)) if (stems.has(word.slice(0, stem))) return true;
  return abbreviated.test(text) || noLonger.test(fold(text)) || countedTwice.test(fold(text));
}

/** « H.S. », « p.m. ». */
const abbreviated = /\b(?:h\. ?s|p\. ?m)\b/i;

/**
 * What arrived as a replacement: « Remplace le n° 2 », « en remplacement du 1042 ». « Remplacé le poste » and texts in
 * capitals may have either meaning.
 */
const replacing = new RegExp(
  String.raw`(?<!annule et )(?<!\p{L})(?:[Rr]emplace|(?:[Ee]n )?[Rr]emplacement d[eu]|[ÀàAa] la place d[eu]|[Ee]n échange d[eu]|[Ss]uccède (?:à|au)) ` +
    String.raw`(?:le |la |l[’'] ?|les |un |une )?(?:n° ?|numéro |poste |pc |ancien|celui |(?:[A-Za-z]+[-_./])+[A-Za-z]*(?=\d)|(?:[A-Za-z]+[- ]?)?(?=\d)(?!\d{1,2}[/. ](?:\d|[a-zû]{3})))`,
  "gu",
);

/** The same, with what brackets say of the machine replaced: « remplace PC-0113 (HS, repris le 14/10) ». */
const replacingOne = new RegExp(String.raw`${replacing.source}[\p{L}\d._/-]*\s*\([^)]*\)`, "gu");

/** Returns the end of a text about a replacement, from the words for it: « remplace le 1042 »; null when there is none. */
export function replacementIn(text: string): string | null {
  const [found] = text.normalize("NFC").matchAll(replacing);
  return found === undefined ? null : found.input.slice(found.index);
}

/** The end of a state, whatever it was: « N’est plus adhérente », « n’y a plus personne ». */
const noLonger = /\bn(?:e|est|a|y|ont|sont)?\b(?: \w+){0,3} plus\b/;
/** « Ils ne sont pas à facturer ». */
const notBilled = /\bn(?:e|est)\b(?: \w+)? pas (?:a |etre )?(?:facture|compte)[re]/;
/** « Saisi deux fois », « inscrite en double ». */
const countedTwice =
  /\b(?:saisi|compt|declar|recens|inscri|not|repertori|enregistr|report|factur|list)\w* (?:deux|2|plusieurs|trois) fois\b|\b(?:en double(?! ecran)|double (?:saisie|compte|emploi))\b|^double$/;
const someCount = /\b\d{1,3} (?!fois)[a-z]/;
/** A closing that comes back: « fermée le mercredi », « fermeture annuelle », « fermé à 18 h ». */
const closedAtTimes =
  /\bferm\w+ (?:(?:l|le|les|a|au|du|de|en|pendant|durant|chaque|tous) ){0,3}(?:(?:lun|mar|mercre|jeu|vendre|same)dis?\b(?! \d)|dimanche|vacances|midi|matin|soir|apres midi|week|annuel|hebdo|estival|\d{1,2} ?h\b)/;
/** Leaving one of these ends billing: « sortie de la convention », « a quitté le dispositif ». */
const agreement = /\b(?:conventions?|dispositif|ordiclasse|adhesion|marche|contrat|programme)\b/;
/** The pupils of a school went to another commune: « Les élèves vont à Pirey depuis la rentrée ». */
const pupilsGone = /\b(?:eleves|enfants) (?:vont|iront|sont (?:scolarise|accueilli|reparti|parti)e?s|ont rejoint)\b/;
/** Part of the quantity is new: « 3 installés ». */
const someNew = /\b\d+ (?:installe|pose|livre|neuf|nouv)/;

/** Returns the events of a machine or of a school that a remark mentions: left, moved, closed, not billed… */
export const eventsIn: (text: string) => Events = memoByText((text) => {
  if (!mayMatter(text) && !namesOtherParty(text)) return nothing;
  const rest = inFull(text.normalize("NFC").replace(replacingOne, " ").replace(replacing, " "));
  const { meanings, names, unread } = commonReader.read(rest, "remark");
  const affirmed = meanings.flatMap((meaning): readonly Meaning[] =>
    meaning.is !== "qualifier" ? [meaning] : meaning.how === "denies" || meaning.how === "excludes" ? [] : meaning.of,
  );
  const concepts = conceptsIn(affirmed);
  const folded = fold(text);
  // « Les classes sont transférées » concerns the school; « fermeture d’une classe » does not.
  const isMoved = /\bclasses\b/.test(folded) && concepts.some(({ concept }) => senses[concept]!.school === "moved");
  const isOfRoom = !isMoved && (concepts.some(({ concept }) => rooms.has(concept)) || affirmed.some(isOfItem));
  const isOfSchool =
    names.some(({ kind }) => kind === "school") || concepts.some(({ concept }) => schools.has(concept));
  const isOfOther = unread.length > 0 && names.length === 0 && !isOfSchool && !affirmed.some(isOfItem);
  const ofMachine = new Set<MachineEvent>();
  const ofSchool = new Set<SchoolEvent>();
  let isOfWhole = false;
  for (const [at, { concept, base }] of concepts.entries()) {
    const { machine, school } = senses[concept]!;
    if (machine !== undefined) ofMachine.add(machine);
    // « Pour mémoire, prochaine réunion le 4 » is about nothing that is billed.
    if ((concept === "memory" && isOfOther) || (school === "closed" && closedAtTimes.test(folded))) continue;
    // « Fermeture d’une classe » and « armoire fermée » do not concern the school.
    if (school === undefined || !(unmistakable.has(school) || (!isOfRoom && (at === 0 || isOfSchool || isMoved))))
      continue;
    ofSchool.add(school);
    // « Imprimante hors convention » concerns the printer.
    if (!ofRows.has(concept) && !ofRow.test(base) && !affirmed.some(isOfItem)) isOfWhole = true;
  }
  if (readStatus(rest) === "out") ofMachine.add("left");
  if (pupilsGone.test(folded) && names.some(({ kind }) => kind === "commune")) {
    ofSchool.add("no-pupils");
    isOfWhole = true;
  }
  if (someNew.test(folded)) ofSchool.add("to-come");
  if (notBilled.test(folded) && !affirmed.some(isUntariffed)) ofSchool.add("not-billed");
  // « 2 postes appartiennent à la commune » corrects a number.
  if (!someCount.test(folded) && (countedTwice.test(folded) || namesOtherParty(text))) ofSchool.add("not-billed");
  if (!isOfRoom && (noLonger.test(folded) || (ofMachine.has("left") && agreement.test(folded)))) {
    ofSchool.add("not-billed");
    isOfWhole = true;
  }
  // « Groupe scolaire : École transférée à Audeux »: the text after the colon concerns the school named before it.
  const [, following] = ofMachine.size + ofSchool.size === 0 ? (/:\s+(.+)$/.exec(text) ?? []) : [];
  const own = following === undefined ? { ofMachine, ofSchool, isOfWhole } : eventsIn(following);
  // « École fermée en juillet, élèves à Busy »: what follows is about something else.
  const head = own.ofSchool.size > 0 ? undefined : lastPause.exec(text)?.[1];
  const before = head === undefined ? nothing : eventsIn(head);
  return [...before.ofSchool].some((event) => !unmistakable.has(event))
    ? { ...before, ofMachine: new Set([...ofMachine, ...before.ofMachine]) }
    : own;
});

/** A text before its last comma, semicolon, dash or bracket. */
const lastPause = /^(.{3,})(?:[,;(]| [–—-] |\. ).*$/su;

/** Words of events, in full: of schools first, then of machines. */
const eventWords: readonly string[] = (["school", "machine"] as const)
  .flatMap((of) => Object.values<Sense>(senses).filter((sense) => sense[of] !== undefined))
  .flatMap(({ words }) => words.split(",").map((word) => word.trim()))
  .filter((word) => /^\p{L}{5,}$/u.test(word));

/** Returns a text with its abbreviations of events in full: « ferm. » is « fermé », « transf. » « transféré ». */
function inFull(text: string): string {
  return text.replace(/(?<!\p{L})(\p{L}{4,})\.(?=\s|$)/gu, (whole, cut: string) => {
    const beginning = fold(cut);
    return eventWords.find((word) => fold(word).startsWith(beginning)) ?? whole;
  });
}

/** Returns whether a meaning is equipment or pupils; in « à la rentrée », the word is a date. */
function isOfItem(meaning: Meaning): boolean {
  return meaning.is === "item" && !meaning.words.every((word) => word === "rentree");
}

/** Returns whether a meaning is equipment without a tariff: « Les tablettes ne sont pas comptées » takes nothing out. */
const isUntariffed = (meaning: Meaning): boolean => meaning.is === "item" && meaning.label.kind === "untariffed";

const rooms = conceptSet("room classroom fixture");
const schools = conceptSet("school establishment site level primary");
/** Events that can only concern a school, or its billing. */
const unmistakable: ReadonlySet<SchoolEvent> = new Set(["no-pupils", "not-billed", "to-come"]);

/** Returns whether a text mentions the town hall, which is not a school. */
export function saysOffice(text: string): boolean {
  return commonReader.read(text, "remark").concepts.some(({ concept }) => concept === "townHall");
}

/** Returns whether a text mentions the town hall, and neither a school nor a classroom: « secrétaire de mairie ». */
export function saysOfficeAlone(text: string): boolean {
  if (!saysOffice(text)) return false;
  const { concepts, names } = commonReader.read(text, "remark");
  const isOfSchool = concepts.some(({ concept }) => schools.has(concept) || rooms.has(concept));
  return !isOfSchool && names.every(({ kind }) => kind !== "school" && kind !== "room");
}

/**
 * Returns whether a text, or a part of a path, names the town hall and no school: « Mairie de Pirey », « Pirey > Mairie
 * ».
 */
export function namesOffice(text: string): boolean {
  return text.split(/[>/\\]/).some((part) => {
    const { meanings, concepts, unread } = commonReader.read(part, "remark");
    const names = concepts.map(({ concept }) => concept);
    const isNoSchool = names.every((concept) => concept === "townHall" || concept === "elsewhere");
    return names.includes("townHall") && isNoSchool && meanings.length === names.length && unread.length === 0;
  });
}

/**
 * Returns whether the name of a machine is a template, « <PC-###> », « Gabarit PC », or mentions that it left, « PC-2
 * (remplacé par PC-4) ».
 */
export function namesGone(name: string): boolean {
  const aside = /\(([^()]+)\)/.exec(name)?.[1];
  return (
    /^\s*<.*>\s*$|^\s*(?:gabarit|mod[èe]le|template)\b/i.test(name) || (aside !== undefined && speaksOfMachine(aside))
  );
}

/** Returns whether a text mentions a room, or a place other than a classroom. */
export function saysRoom(text: string): boolean {
  const { concepts, names } = commonReader.read(text, "remark");
  return (
    names.some(({ kind }) => kind === "room") ||
    concepts.some(({ concept }) => rooms.has(concept) || concept === "elsewhere")
  );
}

/** Concepts that concern one row of a school that may have several. */
const ofRows = conceptSet("cancelled toRemove counted memory notYet refused");
const ofRow = /\b(?:doublon|dedui|compter|prendre|retenir|deja)/;

/** Returns whether every word of a text is understood, and it mentions no event. */
export function readsWhole(text: string): boolean {
  return commonReader.read(text, "remark").unread.length === 0 && !speaksOfEvents(text);
}

/** Returns whether a text mentions an event. */
export function speaksOfEvents(text: string): boolean {
  const { ofMachine, ofSchool } = eventsIn(text);
  return ofMachine.size > 0 || ofSchool.size > 0;
}

/** Returns whether a legend marks what is, or may be, out of service: « En vert : prévision 2015 ». */
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

/** Concepts of what is not in service yet, or not any more. */
const notThere = conceptSet("ordered notYet unused");
const besideNotThere = conceptSet("ordered notYet unused delivered bought arrived thing time");

/** Returns whether a remark only says that something is not in service: « à installer », « livré, non installé ». */
const isNotThere: (text: string) => boolean = memoByText((text) => {
  const { meanings, concepts, names, unread } = commonReader.read(text, "remark");
  return (
    unread.length === 0 &&
    names.length === 0 &&
    concepts.some(({ concept }) => notThere.has(concept)) &&
    meanings.every((meaning) => meaning.is === "concept" && besideNotThere.has(meaning.concept))
  );
});

/**
 * Returns whether a remark says that a machine may be gone: « sorti le 12/03 », « prêté », or an unknown past
 * participle.
 */
export function speaksOfMachine(text: string): boolean {
  return eventsIn(text).ofMachine.size > 0 || putAway.test(text) || isDone(text) || isNotThere(text);
}

/** « Mis de côté », « mise au fond », but not « mis à jour ». */
const putAway = /^\s*mise?s?\s+(?!(?:à\s+(?:jour|niveau)|en\s+(?:service|réseau|place|route))\b)/i;
/**
 * An unknown past participle, « Carbonisé (incendie) », or a move to a place without a school, « affecté à la mairie ».
 */
const done = /^\s*(\p{L}{3,}[^i\P{L}]ée?)(?=$|[\s.,;:(])/u;
const placed = /^\s*\p{L}+é(?:e|s|es)?\s+(?:à|au|aux|en|chez)\s/iu;

function isDone(text: string): boolean {
  const [, first] = done.exec(text) ?? doneBy.exec(text) ?? [];
  if (first !== undefined && commonReader.read(text, "remark").unread[0] === first) return true;
  return placed.test(text) && saysOffice(text);
}

const doneBy = /^\s*(\p{L}+(?:é|i|u|is|it)(?:e|s|es)?)\s+par\s/iu;

/**
 * Returns whether a name mentions that its school has closed: « École du Bourg (fermée) », but not « École de la Ferme
 * ».
 */
export const saysClosed: (name: string) => boolean = memoByText((name) => {
  if (!mayMatter(name)) return false;
  return commonReader.read(name, "name").concepts.some(
    ({ concept, words }) =>
      senses[concept]!.school === "closed" &&
      // « La Ferme », unaccented and not in capitals, is a place.
      !(words.join(" ") === "ferme" && /\b[Ff]erme\b/.test(name)),
  );
});
