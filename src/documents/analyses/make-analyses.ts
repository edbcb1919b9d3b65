import { rectifiedShares, type Comparison, type Rectification } from "../../statement";
import { markRectified, statusNote, statusNoteIn, underStatus } from "../document-status";
import type { Place } from "../kit/formula";
import type { SheetModel } from "../kit/model";
import {
  analysisDocuments,
  communeOfFiche,
  documents,
  isAnalysis,
  rectifiedShareKey,
  tabPlaceOf,
  type DocumentId,
} from "../registry";
import { nameSheets, type KeyedName } from "../sheet-names";
import { byPart, type AnalysisContext, type ComparisonContext, type Part } from "./analysis-context";
import { makeAnnexe } from "./annexe";
import type { Subject } from "./annexe-figures";
import { makeCertificat } from "./certificat";
import { makeComparison, type PlacedComparison } from "./comparaison";
import { makePieces } from "./rectificatif";
import { makeSharePage } from "./rectificatif-commune";
import { makeShareList } from "./rectificatif-quotes-parts";
import type { RectificationContext } from "./rectificatif-texts";
import { makeSimulation, type PlacedSimulation, type SimulationResult } from "./simulation";

/** The analyses asked for with a campaign's documents. */
export interface Analyses {
  readonly comparison?: Pick<ComparisonContext, "file" | "campaignFrom" | "errors"> & {
    readonly comparison: Comparison;
  };
  readonly simulation?: SimulationResult;
  readonly rectification?: {
    readonly rectification: Rectification;
    readonly file: string;
    /** The date and time of the run that issued the statement. */
    readonly when: string;
    /** The number of accepted errors of the correction. */
    readonly errors: number;
  };
}

/** The workbook to which the sheets are added, as for the documents. */
interface AnalysesPlace {
  readonly userSheetNames: readonly string[];
  readonly generatedSheets: readonly KeyedName[];
}

/**
 * Returns the documents of a campaign with the sheets of its analyses instead of former ones, in the order of the
 * registry. Analyses link only to documents that exist; they may also stand alone. The documents of a rectified
 * statement state that they are not issued.
 */
export function addAnalyses(
  models: readonly SheetModel[],
  analyses: Analyses,
  { userSheetNames, generatedSheets }: AnalysesPlace,
): SheetModel[] {
  const own = models.filter(({ key }) => !isAnalysis(key));
  const wanted = analysisDocuments(analyses)
    .filter((id) => isMade(id, analyses))
    .flatMap((id) => wantedSheets(id, analyses));
  const names = nameSheets(wanted, [...userSheetNames, ...own.map(({ name }) => name)], generatedSheets);
  const name = (key: string) => names.get(key)!;
  const { comparison, simulation, rectification } = analyses;
  const context: AnalysisContext = {
    ...neighboursIn(own),
    annexe: name("annexe"),
    provisional: provisionalNote(own, rectification?.errors ?? null),
  };
  const compared =
    comparison === undefined
      ? null
      : makeComparison(
          { ...comparison, ...context },
          { comparaison: name("comparaison"), "comparaison-detail": name("comparaison-detail") },
        );
  const simulated = simulation === undefined ? null : makeSimulation({ ...simulation, ...context }, name("simulation"));
  const subject = subjectOf(compared?.placed ?? null, simulated?.placed ?? null);
  const sheets = [
    ...(compared?.sheets ?? []).map((sheet) => underStatus(sheet, context.provisional)),
    ...(simulated === null ? [] : [underStatus(simulated.sheet, context.provisional)]),
    ...(subject === null ? [] : [makeAnnexe({ ...subject, ...context }, name("annexe"))]),
    ...(rectification === undefined ? [] : makeCorrection({ ...rectification, ...context }, names)),
  ];
  const marked =
    rectification === undefined
      ? own
      : markRectified(own, {
          errors: rectification.errors,
          pieces: issuedPieces(rectification.rectification).map(name),
        });
  return [...marked, ...sheets].sort((a, b) => tabPlaceOf(a.key) - tabPlaceOf(b.key));
}

/** Returns the sheets of a document: one for each commune whose share is corrected, one alone of any other. */
function wantedSheets(id: DocumentId, { rectification }: Analyses): KeyedName[] {
  const { name } = documents[id];
  if (id !== "rectificatif-commune" || rectification === undefined) return [{ key: id, name }];
  return rectifiedShares(rectification.rectification).map(({ commune }) => ({
    key: rectifiedShareKey(commune),
    name: `${name} ${commune.name}`,
  }));
}

/** Returns whether an analysis has a document: a correction has only the papers of the changes that it makes. */
function isMade(id: DocumentId, { rectification }: Analyses): boolean {
  if (rectification === undefined) return true;
  const { reduction, complement } = rectification.rectification;
  if (id === "certificat") return reduction !== null;
  if (id === "complement") return complement !== null;
  if (id === "rectificatif-quotes-parts") return rectifiedShares(rectification.rectification).length > 0;
  return id !== "rectificatif" || reduction !== null || complement === null;
}

/** Returns the keys of the papers of a correction, each of which is issued separately. */
function issuedPieces({ reduction, complement }: Rectification): string[] {
  return [...(reduction === null ? [] : ["rectificatif"]), ...(complement === null ? [] : ["complement"])];
}

/**
 * Makes the papers of a correction, the certificat that goes with a reduction, and the notices to the communes whose
 * share changes.
 */
function makeCorrection(context: RectificationContext, names: ReadonlyMap<string, string>): SheetModel[] {
  const name = (key: string) => names.get(key) ?? "";
  const pieceNames = { rectificatif: name("rectificatif"), complement: name("complement") };
  const { sheets, places, totals } = makePieces(context, pieceNames);
  const { rectification } = context;
  const { reduction } = rectification;
  const certificat =
    reduction === null || places === null ? [] : [makeCertificat(context, { reduction, places }, name("certificat"))];
  const pages = rectifiedShares(rectification).map((share) =>
    makeSharePage(context, share, name(rectifiedShareKey(share.commune))),
  );
  const list = pages.length === 0 ? [] : [makeShareList(context, pages, totals, name("rectificatif-quotes-parts"))];
  return [...sheets, ...certificat, ...list, ...pages.map(({ model }) => model)];
}

/**
 * Returns the status note of documents about errors, whatever the correction; null when there are no documents, or no
 * note.
 */
function provisionalNote(own: readonly SheetModel[], errors: number | null): string | null {
  if (own.length === 0) return null;
  return errors === null ? statusNoteIn(own) : statusNote({ errors, rectifiedBy: null });
}

function subjectOf(compared: PlacedComparison | null, simulated: PlacedSimulation | null): Subject | null {
  if (compared === null) return simulated === null ? null : { compared, simulated };
  // The two branches differ by their types only: each is a variant of `Subject`.
  return simulated === null ? { compared, simulated } : { compared, simulated };
}

/**
 * Finds the documents to which an analysis leads: « Récapitulatif », « Titre CAGB » and its amounts, each commune's
 * fiche.
 */
function neighboursIn(own: readonly SheetModel[]) {
  const titre = own.find(({ key }) => key === "titre");
  const fiches = own.flatMap(({ key, name }): [string, string][] => {
    const insee = communeOfFiche(key);
    return insee === null ? [] : [[insee, name]];
  });
  return {
    recapitulatif: own.find(({ key }) => key === "recapitulatif")?.name ?? null,
    titre: titre === undefined ? null : { name: titre.name, cells: amountsOf(titre) },
    fiches: new Map(fiches),
  };
}

/** Returns the named cells of the titre in the order of their names: the total, then its parts, the communes' last. */
function amountsOf({ name: sheet, names: [total, ...parts] }: SheetModel): Readonly<Record<Part, Place>> {
  const named = { total, cagb: parts[0], commune: parts.at(-1) };
  return byPart((part) => ({ sheet, row: named[part]!.row, column: named[part]!.column }));
}
