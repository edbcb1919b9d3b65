import type { Steps } from "../cells";
import type { InventoryReading } from "../inventory";
import type { Anomaly } from "../messages";
import type { Comparison, Statement } from "../statement";
import type { Commune } from "../tariff";
import { pointsByCommune } from "./commune-points";
import { makeControles } from "./controles";
import { ficheStatus, statusNote, underStatus } from "./document-status";
import { makeFiche, makePrintableFiches } from "./fiche";
import { makeJournal, type JournalInput } from "./journal";
import { communesWithFiche } from "./kit/billed";
import type { SheetModel } from "./kit/model";
import { makeRecapitulatif } from "./recapitulatif";
import { campaignDocuments, documents, ficheKey, isUnderStatus, type CampaignDocument } from "./registry";
import { makeRepartition } from "./repartition";
import { makeTitre } from "./titre";

export interface SheetsInput {
  readonly reading: InventoryReading;
  readonly statement: Statement;
  readonly journal: JournalInput;
  /** Names that the user's sheets have in the workbook written to, chart sheets included. */
  readonly userSheetNames: readonly string[];
  /** Generated sheets that the workbook has already. */
  readonly generatedSheets: readonly KeyedName[];
  /** With another campaign, which fiches show beside this one; null where none is compared. */
  readonly comparison?: Comparison | null;
}

/**
 * Makes every document of a run, in the order of the registry, pausing between one and the next, and within a long one. The
 * same input gives the same cells. (decisions §7)
 */
export function* makeSheetsInSteps(input: SheetsInput): Steps<SheetModel[]> {
  const { reading, statement, journal } = input;
  yield;
  const names = nameSheets(
    campaignDocuments.flatMap(wantedSheets(statement)),
    input.userSheetNames,
    input.generatedSheets,
  );
  const name = (key: string) => names.get(key)!;
  const anomalies = [...reading.anomalies, ...statement.anomalies];
  const errors = anomalies.filter(({ severity }) => severity === "error");
  const state = { errors: errors.length, edition: statement.edition };
  const status = statusNote({ ...state, rectifiedBy: null });
  const pointsOf = pointsByCommune(reading, statement, errors);
  const printed = {
    recapitulatif: name("recapitulatif"),
    comparison: input.comparison ?? null,
    statusOf: (commune: Commune) => ficheStatus(pointsOf(commune), state),
  };

  yield;
  const fiches = [];
  for (const commune of communesWithFiche(statement)) {
    yield;
    const context = { ...printed, name: name(ficheKey(commune.commune)) };
    fiches.push(yield* makeFiche(commune, statement, context));
  }
  yield;
  const repartition = makeRepartition(statement, name("repartition"), name("recapitulatif"));
  yield;
  const recapitulatif = makeRecapitulatif(statement, fiches, { nameOf: (id) => names.get(id) ?? null, status });
  yield;
  const titre = makeTitre(statement, repartition, recapitulatif, {
    name: name("titre"),
    status,
    errors: errors.length,
  });
  yield;
  const controles = makeControles(reading, statement, { repartition, recapitulatif, titre }, name("controles"));
  yield;
  const printableName = names.get("fiches-impression");
  const made: Readonly<Record<CampaignDocument, readonly SheetModel[]>> = {
    controles: [controles],
    repartition: [repartition.model],
    recapitulatif: [recapitulatif.model],
    titre: [titre.model],
    fiche: fiches.map(({ model }) => model),
    "fiches-impression":
      printableName === undefined ? [] : [yield* makePrintableFiches(statement, { ...printed, name: printableName })],
    journal: [makeJournal(reading, statement, journal, name("journal"))],
  };
  const front = openingDocument(anomalies);
  return campaignDocuments
    .flatMap((id) => made[id])
    .map((model) => (isUnderStatus(model.key) ? underStatus(model, status) : model))
    .map((model) => (model.key === front ? { ...model, isFront: true } : model));
}

/** Returns the document that a file opens on: what is to be corrected or checked when something is, else what it all comes to. */
function openingDocument(anomalies: readonly Anomaly[]): CampaignDocument {
  return anomalies.some(({ severity }) => severity !== "info") ? "controles" : "recapitulatif";
}

/** Returns what lists the sheets of a document: a fiche for each commune, and all fiches in one sheet when the options ask for it. */
function wantedSheets(statement: Statement) {
  return (id: CampaignDocument): KeyedName[] => {
    const { name } = documents[id];
    if (id === "fiche")
      return communesWithFiche(statement).map(({ commune }) => ({
        key: ficheKey(commune),
        name: `${name} ${commune.name}`,
      }));
    return id === "fiches-impression" && !statement.options.printableFiches ? [] : [{ key: id, name }];
  };
}

/** A sheet by its key and its name, wanted or present. */
export interface KeyedName {
  readonly key: string;
  readonly name: string;
}

const longest = 31;
/** What Excel keeps for itself, in English and in French. */
const reserved = new Set(["history", "historique"]);

/**
 * Returns the name of each generated sheet, by key. Excel's rules are kept (31 characters, none of `[]:*?/\`, no apostrophe at
 * either end, unicity whatever the case, reserved names). A sheet of ours that exists keeps the name it has, so that formulas
 * pointing at it survive; when a user's sheet has the name already, ours takes « (2) ». (decisions §7)
 */
export function nameSheets(
  wanted: readonly KeyedName[],
  userNames: readonly string[],
  own: readonly KeyedName[],
): ReadonlyMap<string, string> {
  const taken = new Set(userNames.map(comparable));
  const names = new Map<string, string>();
  const take = (key: string, name: string) => {
    names.set(key, name);
    taken.add(comparable(name));
  };
  const present = new Map(own.map(({ key, name }) => [key, name]));
  for (const { key } of wanted) {
    const name = present.get(key);
    if (name !== undefined && !names.has(key) && !taken.has(comparable(name))) take(key, name);
  }
  // A sheet of ours that is about to go is still there while the new ones are written.
  for (const { name } of own) taken.add(comparable(name));
  for (const { key, name } of wanted) if (!names.has(key)) take(key, freeName(validName(name), taken));
  return names;
}

function freeName(name: string, taken: ReadonlySet<string>): string {
  let candidate = name;
  for (let number = 2; taken.has(comparable(candidate)) || reserved.has(comparable(candidate)); number++) {
    const suffix = ` (${number})`;
    candidate = cut(name, longest - suffix.length) + suffix;
  }
  return candidate;
}

/** Returns the nearest name that Excel accepts; uniqueness apart. */
function validName(name: string): string {
  const clean = name.replace(/[[\]:*?/\\]/g, "-").replace(/\p{Cc}/gu, " ");
  const short = trimEnds(cut(trimEnds(clean), longest));
  return short === "" ? "Feuille" : short;
}

function trimEnds(name: string): string {
  return name.replace(/^[\s']+|[\s']+$/g, "");
}

/** Cuts a name to at most so many UTF-16 units, never in half a character. */
function cut(name: string, length: number): string {
  const short = name.slice(0, length);
  return (/[\uD800-\uDBFF]$/.test(short) ? short.slice(0, -1) : short).trimEnd();
}

function comparable(name: string): string {
  return name.normalize("NFC").toLowerCase();
}
