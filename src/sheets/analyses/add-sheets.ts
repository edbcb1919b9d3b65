import type { Comparison, Rectification } from "../../statement";
import type { Place } from "../cells";
import { comparisonSheets, makeComparison } from "../comparaison";
import type { ComparisonContext } from "../comparaison";
import type { SheetModel } from "../model";
import { nameSheets } from "../names";
import type { KeyedName } from "../names";
import { makeRectification } from "../rectificatif";
import { makeSimulation } from "../simulation";
import type { Trial } from "./trial";

/** What was asked for beside a campaign's documents. */
export interface Analyses {
  readonly comparison?: Pick<ComparisonContext, "file" | "campaignFrom" | "errors"> & {
    readonly comparison: Comparison;
  };
  readonly trial?: Trial;
  /** `when`: the date and time of the run that issued the statement. */
  readonly rectification?: { readonly rectification: Rectification; readonly file: string; readonly when: string };
}

/** The workbook to which the sheets are added, as for the documents. */
export interface AnalysesPlace {
  readonly userSheetNames: readonly string[];
  readonly ownSheets: readonly KeyedName[];
}

/**
 * A campaign's documents with the sheets of its analyses before the Journal, and before a rectificatif that is among them
 * already. These lead to the documents that are there, and to nothing else: they may also stand alone, where `documents`
 * is empty.
 */
export function addAnalyses(
  documents: readonly SheetModel[],
  analyses: Analyses,
  { userSheetNames, ownSheets }: AnalysesPlace,
): SheetModel[] {
  const taken = [...userSheetNames, ...documents.map(({ name }) => name)];
  const names = nameSheets(wantedSheets(analyses), taken, ownSheets);
  const name = (key: string) => names.get(key)!;
  const there = neighboursIn(documents);
  const { comparison, trial, rectification } = analyses;
  const sheets = [
    ...(comparison === undefined
      ? []
      : makeComparison(
          { ...comparison, ...there },
          { comparaison: name("comparaison"), "comparaison-detail": name("comparaison-detail") },
        )),
    ...(trial === undefined ? [] : [makeSimulation({ ...trial, ...there }, name("simulation"))]),
    ...(rectification === undefined ? [] : [makeRectification({ ...rectification, ...there }, name("rectificatif"))]),
  ];
  const next = documents.findIndex(({ key }) => key === "rectificatif" || key === "journal");
  const place = next < 0 ? documents.length : next;
  return [...documents.slice(0, place), ...sheets, ...documents.slice(place)];
}

function wantedSheets({ comparison, trial, rectification }: Analyses): KeyedName[] {
  const comparing = Object.entries(comparisonSheets).map(([key, name]) => ({ key, name }));
  return [
    ...(comparison === undefined ? [] : comparing),
    ...(trial === undefined ? [] : [{ key: "simulation", name: "Simulation" }]),
    ...(rectification === undefined ? [] : [{ key: "rectificatif", name: "Rectificatif" }]),
  ];
}

/** The documents to which an analysis leads: « Récapitulatif », « Titre CAGB » and its total, each commune's fiche. */
function neighboursIn(documents: readonly SheetModel[]) {
  const byKey = new Map(documents.map((model) => [model.key, model]));
  const titre = byKey.get("titre");
  const named = titre?.names.find(({ name }) => name === "ORDICLASSE_TITRE");
  const total: Place | null =
    titre === undefined || named === undefined ? null : { sheet: titre.name, row: named.row, column: named.column };
  return {
    recapitulatif: byKey.get("recapitulatif")?.name ?? null,
    titre: titre === undefined || total === null ? null : { name: titre.name, total },
    fiches: new Map(documents.flatMap(({ key, name }) => (/^fiche-\d/.test(key) ? [[key.split("-")[1]!, name]] : []))),
  };
}
