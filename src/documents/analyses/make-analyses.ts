import type { Anomaly } from "../../messages";
import type { Comparison, Rectification, Simulation } from "../../statement";
import { makeAnnexe } from "./annexe";
import { type Subject } from "./annexe-titres";
import { comparisonSheets, makeComparison, type PlacedComparison } from "./comparaison";
import { type ComparisonContext } from "./comparaison-columns";
import { markProvisional, statusNote, statusNoteIn } from "../document-status";
import type { Place } from "../kit/cells";
import type { ModelCell, SheetModel } from "../kit/model";
import type { Part } from "../kit/places";
import { nameSheets, type KeyedName } from "../names";
import { makeRectification } from "./rectificatif";
import { makeSimulation, type PlacedSimulation } from "./simulation";

/** A grid tried on an inventory. */
export interface Trial {
  readonly simulation: Simulation;
  /** What only the grid on trial brings up: a row of it whose quantities cannot be read, for one. */
  readonly anomalies: readonly Anomaly[];
}

/** What was asked for beside a campaign's documents. */
export interface Analyses {
  readonly comparison?: Pick<ComparisonContext, "file" | "campaignFrom" | "errors"> & {
    readonly comparison: Comparison;
  };
  readonly trial?: Trial;
  readonly rectification?: {
    readonly rectification: Rectification;
    readonly file: string;
    /** The date and time of the run that issued the statement. */
    readonly when: string;
    /** Those of the correction, accepted. */
    readonly errors: number;
  };
}

/** The workbook to which the sheets are added, as for the documents. */
interface AnalysesPlace {
  readonly userSheetNames: readonly string[];
  readonly ownSheets: readonly KeyedName[];
}

/** Documents without the sheets of the analyses that were added to them. */
function withoutAnalyses(sheets: readonly SheetModel[]): SheetModel[] {
  return sheets.filter(({ key }) => !analysisKeys.has(key));
}

/**
 * A campaign's documents, those of other analyses among them taken away, with the sheets of its analyses before the Journal.
 * These lead to the documents that are there, and to nothing else: they may also stand alone, where there are none. Documents
 * of a statement that is rectified say that they are not what is issued.
 */
export function addAnalyses(
  models: readonly SheetModel[],
  analyses: Analyses,
  { userSheetNames, ownSheets }: AnalysesPlace,
): SheetModel[] {
  const documents = withoutAnalyses(models);
  const taken = [...userSheetNames, ...documents.map(({ name }) => name)];
  const names = nameSheets(wantedSheets(analyses), taken, ownSheets);
  const name = (key: string) => names.get(key)!;
  const { comparison, trial, rectification } = analyses;
  const there = { ...neighboursIn(documents), provisional: provisionalNote(documents, rectification?.errors ?? null) };
  const compared =
    comparison === undefined
      ? null
      : makeComparison(
          { ...comparison, ...there, annexe: name("annexe") },
          { comparaison: name("comparaison"), "comparaison-detail": name("comparaison-detail") },
        );
  const tried =
    trial === undefined ? null : makeSimulation({ ...trial, ...there, annexe: name("annexe") }, name("simulation"));
  const subject = subjectOf(compared?.placed ?? null, tried?.placed ?? null);
  const sheets = [
    ...(compared?.sheets ?? []),
    ...(tried === null ? [] : [tried.sheet]),
    ...(subject === null ? [] : [makeAnnexe({ ...subject, ...there }, name("annexe"))]),
    ...(rectification === undefined ? [] : [makeRectification({ ...rectification, ...there }, name("rectificatif"))]),
  ];
  const journal = documents.findIndex(({ key }) => key === "journal");
  const place = journal < 0 ? documents.length : journal;
  const marked =
    rectification === undefined
      ? documents
      : markProvisional(documents, { errors: rectification.errors, isRectified: true });
  return [...marked.slice(0, place), ...sheets, ...marked.slice(place)];
}

/** What the documents say of errors, whatever they say of a correction. */
function provisionalNote(documents: readonly SheetModel[], errors: number | null): ModelCell | null {
  if (documents.length === 0) return null;
  return errors === null ? statusNoteIn(documents) : statusNote({ errors, isRectified: false });
}

function subjectOf(compared: PlacedComparison | null, tried: PlacedSimulation | null): Subject | null {
  if (compared === null) return tried === null ? null : { compared, tried };
  return tried === null ? { compared, tried } : { compared, tried };
}

const comparing: readonly KeyedName[] = Object.entries(comparisonSheets).map(([key, name]) => ({ key, name }));
const trying: KeyedName = { key: "simulation", name: "Simulation" };
const annexing: KeyedName = { key: "annexe", name: "Annexe délibération" };
const rectifying: KeyedName = { key: "rectificatif", name: "Rectificatif" };
const analysisKeys: ReadonlySet<string> = new Set([...comparing, trying, annexing, rectifying].map(({ key }) => key));

function wantedSheets({ comparison, trial, rectification }: Analyses): KeyedName[] {
  return [
    ...(comparison === undefined ? [] : comparing),
    ...(trial === undefined ? [] : [trying]),
    ...(comparison === undefined && trial === undefined ? [] : [annexing]),
    ...(rectification === undefined ? [] : [rectifying]),
  ];
}

/** The documents to which an analysis leads: « Récapitulatif », « Titre CAGB » and its amounts, each commune's fiche. */
function neighboursIn(documents: readonly SheetModel[]) {
  const byKey = new Map(documents.map((model) => [model.key, model]));
  const titre = byKey.get("titre");
  return {
    recapitulatif: byKey.get("recapitulatif")?.name ?? null,
    titre: titre === undefined ? null : { name: titre.name, cells: amountsOf(titre) },
    fiches: new Map(documents.flatMap(({ key, name }) => (/^fiche-\d/.test(key) ? [[key.split("-")[1]!, name]] : []))),
  };
}

const titreNames: Readonly<Record<Part, string>> = {
  cagb: "ORDICLASSE_CAGB",
  commune: "ORDICLASSE_COMMUNES",
  total: "ORDICLASSE_TITRE",
};

/** The cells of the titre that the workbook names. */
function amountsOf({ name: sheet, names }: SheetModel): Readonly<Record<Part, Place>> {
  const place = (part: Part): Place => {
    const { row, column } = names.find(({ name }) => name === titreNames[part])!;
    return { sheet, row, column };
  };
  return { cagb: place("cagb"), commune: place("commune"), total: place("total") };
}
