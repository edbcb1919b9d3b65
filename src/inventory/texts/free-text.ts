import { fold, memoByText } from "../../cells";
import { commonReader } from "./read-text";
import { type MachineEvent, type SchoolEvent, type Sense, conceptSet, senses } from "./senses";
import { readStatus } from "./state";
import type { Meaning } from "./types";

/** What a remark says that matters. */
interface Events {
  readonly ofMachine: ReadonlySet<MachineEvent>;
  readonly ofSchool: ReadonlySet<SchoolEvent>;
}

const nothing: Events = { ofMachine: new Set(), ofSchool: new Set() };

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
  return abbreviated.test(text);
}

/** « H.S. » */
const abbreviated = /\bh\. ?s\b/i;

/**
 * « Remplace le n° 2 », « remplace EC-1004 »: what came, in the place of another. Not « Remplacé le poste », nor capitals, which
 * may be either.
 */
const replacing =
  /\b[Rr]emplace (?:le |la |l[’'] ?|les |un |une )?(?:n° ?|numéro |poste |pc |ancien|celui |[A-Za-z]+[- ]?(?=\d))/g;
/** « 3 installés »: some of what the row counts is new. */
const someNew = /\b\d+ (?:installe|pose|livre|neuf|nouv)/;

/** Returns what a remark says that matters of a machine, or of a school: that it left, moved, closed, is not billed. */
export const eventsIn: (text: string) => Events = memoByText((text) => {
  if (!mayMatter(text)) return nothing;
  const rest = text.normalize("NFC").replace(replacing, " ");
  const { meanings, names } = commonReader.read(rest, "remark");
  const said = meanings.flatMap((meaning): readonly Meaning[] =>
    meaning.is !== "qualifier" ? [meaning] : meaning.how === "denies" || meaning.how === "excludes" ? [] : meaning.of,
  );
  const concepts = said.flatMap((meaning) => (meaning.is === "concept" ? [meaning.concept] : []));
  const isOfRoom = concepts.some((concept) => rooms.has(concept)) || said.some(({ is }) => is === "item");
  const isOfSchool = names.some(({ kind }) => kind === "school") || concepts.some((concept) => schools.has(concept));
  const ofMachine = new Set<MachineEvent>();
  const ofSchool = new Set<SchoolEvent>();
  for (const [at, concept] of concepts.entries()) {
    const { machine, school } = senses[concept]!;
    if (machine !== undefined) ofMachine.add(machine);
    // « Fermeture d’une classe », « armoire fermée » are said of something else.
    if (school !== undefined && (unmistakable.has(school) || (!isOfRoom && (at === 0 || isOfSchool))))
      ofSchool.add(school);
  }
  if (readStatus(rest) === "out") ofMachine.add("left");
  if (someNew.test(fold(text))) ofSchool.add("to-come");
  return { ofMachine, ofSchool };
});

const rooms = conceptSet("room classroom fixture");
const schools = conceptSet("school establishment site level primary");
/** What is said of nothing but a school, or of what is billed for it. */
const unmistakable: ReadonlySet<SchoolEvent> = new Set(["no-pupils", "not-billed", "to-come"]);

/** Returns whether a remark speaks of a machine that left: « sorti le 12/03 », « rendue », « HS ». */
export function speaksOfLeaving(text: string): boolean {
  const { ofMachine } = eventsIn(text);
  return ofMachine.has("left") || ofMachine.has("moved") || ofMachine.has("replaced");
}

/** Returns whether a remark says that what stands beside it may not be due, or not as it is written. */
export function speaksOfUndue(text: string): boolean {
  const { ofSchool } = eventsIn(text);
  return ofSchool.has("not-billed") || ofSchool.has("to-come");
}

/** Returns whether a remark says that the school has closed. */
export function speaksOfClosing(text: string): boolean {
  return eventsIn(text).ofSchool.has("closed");
}

/** Returns whether a name says that its school has closed: « École du Bourg (fermée) », and not « École de la Ferme ». */
export const saysClosed: (name: string) => boolean = memoByText((name) => {
  if (!mayMatter(name)) return false;
  const { meanings } = commonReader.read(name, "name");
  return meanings.some(
    (meaning) =>
      meaning.is === "concept" &&
      senses[meaning.concept]!.school === "closed" &&
      // « La Ferme », without an accent nor capitals, is a place.
      !(meaning.words.join(" ") === "ferme" && /\b[Ff]erme\b/.test(name)),
  );
});
