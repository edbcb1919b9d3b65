import type { Steps } from "../cells";
import type { InventoryReading } from "../inventory";
import type { Anomaly } from "../messages";
import type { Comparison, Statement } from "../statement";
import type { Commune } from "../tariff";
import { pointsByCommune } from "./commune-points";
import { makeControles } from "./controles";
import { checksStatus, ficheStatus, statusNote, underStatus } from "./document-status";
import { makeFiche, makePrintableFiches } from "./fiche";
import { makeJournal, type JournalInput } from "./journal";
import { communesWithFiche } from "./kit/billed";
import type { SheetModel } from "./kit/model";
import { sayIn } from "./kit/say";
import { makeRecapitulatif } from "./recapitulatif";
import { campaignDocuments, ficheKey, isUnderStatus, type CampaignDocument } from "./registry";
import { makeRepartition } from "./repartition";
import { documentName, nameSheets, type KeyedName } from "./sheet-names";
import { makeTitre } from "./titre";
import { wrongQuantities } from "./wrong-quantities";

export interface SheetsInput {
  readonly reading: InventoryReading;
  readonly statement: Statement;
  readonly journal: JournalInput;
  /** Names that the user's sheets have in the workbook written to, chart sheets included. */
  readonly userSheetNames: readonly string[];
  /** Generated sheets that the workbook has already. */
  readonly generatedSheets: readonly KeyedName[];
  /** The comparison that fiches show, or null. */
  readonly comparison?: Comparison | null;
}

/**
 * Makes every document of a run in the order of the registry, and pauses between documents and within long ones. The
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
    statusOf: (commune: Commune) => ficheStatus(pointsOf(commune), state, sayIn(statement.campaign)),
    wrongOf: wrongQuantities(reading, statement, errors),
  };

  yield;
  const fiches = [];
  for (const commune of communesWithFiche(statement)) {
    yield;
    const context = { ...printed, name: name(ficheKey(commune.commune)) };
    fiches.push(yield* makeFiche(commune, statement, context));
  }
  yield;
  const recapitulatif = makeRecapitulatif(statement, fiches, { nameOf: (id) => names.get(id) ?? null, status });
  yield;
  const repartition = makeRepartition(statement, name("repartition"), recapitulatif);
  yield;
  const titre = makeTitre(statement, repartition, recapitulatif, {
    name: name("titre"),
    status,
    errors: errors.length,
  });
  yield;
  const controles = makeControles(
    reading,
    statement,
    { repartition, recapitulatif, titre },
    {
      name: name("controles"),
      status: checksStatus(state),
    },
  );
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

/**
 * Returns the document shown when the file is opened: « Contrôles » when a point is to correct or check, the summary
 * otherwise.
 */
function openingDocument(anomalies: readonly Anomaly[]): CampaignDocument {
  return anomalies.some(({ severity }) => severity !== "info") ? "controles" : "recapitulatif";
}

/** Returns the function that lists the sheets of a document: one for each fiche; none when its option is off. */
function wantedSheets(statement: Statement) {
  return (id: CampaignDocument): KeyedName[] => {
    const name = documentName(id, statement.campaign);
    if (id === "fiche")
      return communesWithFiche(statement).map(({ commune }) => ({
        key: ficheKey(commune),
        name: `${name} ${commune.name}`,
      }));
    return id === "fiches-impression" && !statement.options.printableFiches ? [] : [{ key: id, name }];
  };
}
