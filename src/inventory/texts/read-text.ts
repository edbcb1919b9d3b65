import { finish, fold, memoByText, once, remembered, type Steps } from "../../cells";
import {
  builtInConventions,
  departmentName,
  firstOfNovember,
  ItemNamer,
  sinceIn,
  wordsOf,
  type DayOfCount,
  type Grid,
} from "../../tariff";
import { cutText } from "./cut-text";
import { Lexicon, makeLexicon } from "./lexicon";
import { type Place, isItem, understand } from "./meanings";
import { multiplierIn } from "./multipliers";
import { takeNames } from "./named";
import { type PlaceNouns, learnOwnWords } from "./own-words";
import { type Scope, qualified, takeQualifiers } from "./qualifiers";
import { senses, type Sense } from "./senses";
import { type Meaning, type Name, type TextContext, type TextReading, conceptsIn } from "./types";
import { type Stretch, type Unit, isConcept, isFigure, isNeutral, stretchesOf } from "./units";

/** The context-independent knowledge with which texts are read. */
export interface TextKnowledge {
  readonly grid: Pick<Grid, "rows">;
  /** The communes of the convention; by default, those of the built-in conventions. */
  readonly members?: readonly { readonly name: string }[];
  /** Its day of count; by default, that of 2014. */
  readonly count?: DayOfCount;
  /** Its nouns for sites and members; by default, écoles and communes. */
  readonly nouns?: PlaceNouns;
  /** The names of the workbook's schools. */
  readonly schools?: readonly string[];
}

/** Reads every word of a text according to its context, and caches the result. */
export interface TextReader {
  read(text: string, context: TextContext): TextReading;
  /** Whether the sites of the convention are schools. */
  readonly isOfSchools: boolean;
  /** Returns whether a text may have the convention's own nouns for sites or members. */
  mayPlace(text: string): boolean;
}

let common: Lexicon | null = null;

/** Learns the words common to all inventories, with pauses; otherwise they are learnt on the first text. */
export function* learnCommonWords(): Steps<Lexicon> {
  return (common ??= yield* makeLexicon());
}

const builtInMembers = builtInConventions.flatMap(({ members }) => members);
const ofSchools = builtInConventions[0]!.nouns;

/** Contexts of free text, with editions, persons and initials. */
const free: ReadonlySet<TextContext> = new Set(["title", "sheet", "section", "remark", "name", "state"]);

/** Returns the reader of the texts of one inventory, which learns its words on the first text. */
export function createTextReader(knowledge: TextKnowledge): TextReader {
  const { nouns = ofSchools } = knowledge;
  const learnt = once(() => learn(knowledge));
  const readers = new Map<TextContext, (text: string) => TextReading>();
  return {
    isOfSchools: fold(nouns.site.singular) === fold(ofSchools.site.singular),
    mayPlace(text) {
      const { words } = learnt();
      return words.size > 0 && wordsOf(text).some((word) => words.has(word));
    },
    read: (text, context) =>
      remembered(readers, context, () => memoByText((each) => learnt().read(each, context)))(text),
  };
}

/** Returns the function that reads texts with a knowledge, and the words of its own nouns. */
function learn({
  grid,
  members = builtInMembers,
  nouns = ofSchools,
  count = firstOfNovember,
  schools = [],
}: TextKnowledge): Pick<TextReader, "read"> & { readonly words: ReadonlySet<string> } {
  const lexicon = new Lexicon(finish(learnCommonWords()));
  for (const { name } of members) lexicon.add(name, { is: "known", kind: "commune" });
  for (const school of schools) lexicon.add(school, { is: "known", kind: "school" });
  const namer = new ItemNamer(grid);
  const read = (text: string, context: TextContext): TextReading => readText(text, context, lexicon, namer, count);
  const own = learnOwnWords(lexicon, grid, nouns, (text) => read(text, "label"));
  return { read, words: new Set(own.flatMap(wordsOf)) };
}

function readText(
  text: string,
  context: TextContext,
  lexicon: Lexicon,
  namer: ItemNamer,
  count: DayOfCount,
): TextReading {
  const since = sinceIn(fold(text), count);
  const whole = cutText(text, count);
  const { segments, written } = since === null ? whole : cutText(since.rest, count);
  const isFree = free.has(context);
  const stretches = stretchesOf(segments, lexicon);
  const { names, left, aside } = namesIn(stretches, { isFree, written }, namer);
  const dates = whole.dates.filter((_, piece) => since !== null || !aside.has(piece));
  const years = dates.flatMap((dated) => dated.years);
  const isNamed = (unit: Unit): boolean =>
    (unit.bases.length === 1 || unit.entry?.is === "item") && isItem(unit, namer);
  const hasProduct = names.some(({ kind }) => kind === "product");
  const hasItem = hasProduct || left.some(({ units }) => units.some(isNamed));
  const place: Place = { hasItem, hasProduct, isFree, isDated: years.length > 0, written };

  const plain: Unit[] = [];
  const scopes: Scope[] = [];
  let isAfterItem = false;
  for (const stretch of left) {
    const taken = takeQualifiers(stretch, namer, isAfterItem);
    plain.push(...taken.left);
    isAfterItem ||= taken.left.some(isNamed);
    scopes.push(...taken.scopes);
  }
  const read = understand(plain, namer, place);
  const meanings: Meaning[] = [...read.meanings];
  const unread = [...read.unread];
  const multiplier = context === "heading" || context === "label" ? multiplierIn(text) : null;
  if (multiplier !== null) unread.push(multiplier);
  for (const scope of scopes) {
    const of = understand(scope.units, namer, place);
    names.push(...of.names);
    unread.push(...of.unread);
    const words = scope.units.flatMap((unit) => unit.words);
    meanings.push({
      is: "qualifier",
      ...qualified(scope, of.meanings, { main: read.meanings, hasProduct }),
      of: of.meanings,
      words,
    });
  }
  return {
    text,
    context,
    meanings,
    concepts: conceptsIn(meanings),
    names: [...names, ...read.names],
    // « DSDEN du Doubs ».
    unread: unread.filter((word) => fold(word) !== departmentName),
    figures: read.figures,
    neutral: new Set(
      left.flatMap(({ units }) => units.flatMap(({ entry }) => (entry?.is === "neutral" ? [entry.group] : []))),
    ),
    years,
    days: dates.flatMap(({ days }) => days),
    period: dates.find(({ period }) => period !== null)?.period ?? null,
    since: since === null ? undefined : since.campaign,
    countDay: dates.find(({ countDay }) => countDay !== null)?.countDay ?? null,
  };
}

/** Words that, before a colon, introduce a person: « Maire : Mme Neuf », « Saisie : JPL ». */
const asksPerson = new Set(
  `maire adjoint technicien inspecteur chef saisie controle auteur secretaire gestionnaire signataire interlocuteur correspondant
  redacteur emetteur destinataire tresorier verification projet`.split(/\s+/),
);
/** Words that begin brackets of examples. */
const examples = new Set(["ex", "exemple", "notamment", "comme", "type", "marque", "modele"]);

/**
 * Returns whether a unit may be a person's name: « Maire : Mme Neuf », « Saisie : Durand », but not « M. le Maire : à
 * ne pas compter ».
 */
const mayBePerson = (unit: Unit): boolean => (unit.entry === null ? !isFigure(unit) : unit.entry.is === "names");

/**
 * Returns whether units after a colon are the name that the words before it introduce: a person, or an edition, but not
 * « Source : serveur posé le 5 novembre », where something happens to equipment.
 */
function mayAnswer(kind: Name["kind"], units: readonly Unit[], namer: ItemNamer): boolean {
  if (kind === "person") return mayBePerson(units[0]!);
  if (kind !== "edition" || !units.some(({ bases }) => bases.length === 1 && namer.isNoun(bases[0]!))) return true;
  return !units.some(({ entry }) => entry?.is === "concept" && happensToEquipment(senses[entry.concept]!));
}

const happensToEquipment = ({ machine, date }: Sense): boolean => machine !== undefined || date !== undefined;

/** Takes the names out of the stretches of a text, some of which are entirely names. */
function namesIn(
  stretches: readonly Stretch[],
  { isFree, written }: Pick<Place, "isFree" | "written">,
  namer: ItemNamer,
): { names: Name[]; left: Stretch[]; aside: ReadonlySet<number> } {
  const names: Name[] = [];
  const left: Stretch[] = [];
  const aside = new Set<number>();
  let answers: Name["kind"] | null = null;
  for (const stretch of stretches) {
    const { units, within, before } = stretch;
    const words = units.flatMap((unit) => unit.words);
    // « Commune (25) », « (1) », « (Doubs) ».
    if (within === "(" && (units.every(isFigure) || words.join(" ") === departmentName)) continue;
    if (answers !== null && before === ":" && mayAnswer(answers, units, namer)) names.push({ kind: answers, words });
    // « Poste client standard (BCD) » is a workstation in that room; « Poste BCD » is a kind of workstation.
    else if (left.length > 0 && units.length === 1 && isConcept(units[0]!, "room")) names.push({ kind: "room", words });
    else if (isFree && isInitials(stretch, written)) names.push({ kind: "person", words });
    else if (left.length > 0 && isSigned(stretch, written)) names.push({ kind: "person", words });
    else if (left.length > 0 && listsNames(stretch, written)) names.push({ kind: "product", words });
    else if (within === "«" && (stretches.length > 1 || words.length > 2)) names.push({ kind: "motto", words });
    else if (within === "(" && examples.has(units[0]!.bases[0]!)) {
      names.push({ kind: "product", words });
      answers = "product";
      continue;
    } else {
      const isAfter = within === "(" || left.some((each) => each.units.some((unit) => !isNeutral(unit)));
      const named = within === "(" && units[0]!.entry?.is === "qualifier" && left.some(isOfSoftware);
      const software = named ? units.filter((unit) => isUnknownName(unit, written)) : [];
      for (const unit of software) names.push({ kind: "product", words: unit.words });
      const own = { ...stretch, units: units.filter((unit) => !software.includes(unit)) };
      const taken = takeNames(own, { isAfter, isFree, isNoun: (word) => namer.isNoun(word), written });
      names.push(...taken.names);
      for (const piece of taken.aside) aside.add(piece);
      if (taken.left.length > 0) left.push({ ...stretch, units: taken.left });
      const last = units.at(-1)!;
      const kind = taken.left.at(-1) === last ? undefined : taken.names.at(-1)?.kind;
      if (kind === "edition") answers = kind;
      else if (units.length === 1 && isConcept(last, "school", "establishment", "site")) answers = "school";
      else if (asksPerson.has(last.bases.at(-1)!) || isConcept(last, "staff")) answers = "person";
      else answers = isFree && isConcept(last, "identifier", "numbering", "otherDate", "contact") ? "edition" : null;
      continue;
    }
    for (const { piece } of units) aside.add(piece);
    answers = null;
  }
  return { names, left, aside };
}

const isProper = (unit: Unit, written: Place["written"]): boolean => /^\p{Lu}\p{Ll}/u.test(written(unit.words));

const isOfSoftware = ({ units }: Stretch): boolean => units.some(({ bases }) => bases.includes("logiciel"));

/** Returns whether an unknown word has a capital: « Logiciels spécifiques (dont Anagraphis) ». */
const isUnknownName = (unit: Unit, written: Place["written"]): boolean =>
  unit.entry === null && isProper(unit, written);

/** Words inside a person's name: « Anne de Vaux ». */
const particles = new Set(["de", "du", "des", "d", "la", "le"]);

/** Returns whether a stretch is a signature with a capitalised name: « (saisie Anne Chapuis) », « (saisie N. O’Connor) ». */
function isSigned({ units }: Stretch, written: Place["written"]): boolean {
  const [asking, first, ...others] = units;
  if (asking === undefined || !asksPerson.has(asking.bases.at(-1)!) || first?.entry !== null) return false;
  const isPart = (unit: Unit): boolean => /^\p{Lu}(?:\p{Ll}|$)/u.test(written(unit.words));
  const last = others.at(-1) ?? first;
  return (
    isProper(last, written) && isPart(first) && others.every((unit) => isPart(unit) || particles.has(unit.words[0]!))
  );
}

const isProduct = ({ entry }: Unit): boolean =>
  entry?.is === "names" && (entry.kind === "product" || entry.kind === "products");

/**
 * Returns whether a stretch lists unknown examples with capitals, one of them not its first word: « (Didapages, Atout
 * Lecture…) ».
 */
function listsNames({ units, within, isOpen }: Stretch, written: Place["written"]): boolean {
  return (
    within === "(" &&
    isOpen &&
    units.some((unit, at) => at > 0 && isProper(unit, written)) &&
    units.every((unit, at) =>
      at === 0 || unit.sign === ","
        ? isProduct(unit) || isUnknownName(unit, written)
        : unit.entry === null || isFigure(unit) || (isProduct(units[at - 1]!) && isConcept(unit, "school")),
    )
  );
}

/** Returns whether a stretch is initials, alone or with neutral words: « SB », « vu JPL ». */
function isInitials({ units }: Stretch, written: Place["written"]): boolean {
  const [only, other] = units.filter((unit) => !isNeutral(unit));
  return only !== undefined && other === undefined && only.entry === null && /^\p{Lu}{2,3}$/u.test(written(only.words));
}

/** The reader of texts that need no knowledge of a grid or of a convention's own nouns. */
export const commonReader = createTextReader({ grid: { rows: [] } });

/** Returns a function that gives, for each day of count, what `make` builds from its reader; each result is cached. */
export function forDayOfCount<T>(make: (texts: TextReader) => T): (count?: DayOfCount) => T {
  const made = new Map<string, T>([[keyOf(firstOfNovember), make(commonReader)]]);
  return (count = firstOfNovember) =>
    remembered(made, keyOf(count), () => make(createTextReader({ grid: { rows: [] }, count })));
}

const keyOf = ({ day, month }: DayOfCount): string => `${day}/${month}`;
