import { readFileSync } from "node:fs";
import { resolve } from "node:path";

/** Figures of a sample, in the JSON's own shape. */
export interface Amounts {
  readonly total: string;
  readonly cagb: string;
  readonly communes: string;
  readonly byCommune: Readonly<Record<string, { readonly name: string; readonly due: string }>>;
  readonly byPrestation: Readonly<Record<string, { readonly maintenance: { readonly qty: number } }>>;
  readonly pupils: number;
}

/** A fault put into a sample on purpose. */
interface Fault {
  readonly sheet: string;
  readonly cell: string;
  readonly severity: string;
}

/** Whole inventories, each of another layout, with figures worked out apart from the product. */
export const samples = [
  "parc-ecoles-2014",
  "suivi-prestations-2014",
  "un-onglet-par-commune-2014",
  "registre-materiel-2015",
  "export-glpi-2015",
] as const;

/** Smaller ones, each of a layout or a trap that the others have not. */
export const smallSamples = [
  "a06-trois-tables-2015",
  "a07-transpose-2014",
  "a20-fiches-empilees-2014",
  "a22-installations-a-part-2014",
  "a23-feuille-reformes-2014",
  "a24-annee-et-montants-2014",
  "a30-effectifs-par-niveau-2014",
  "a31-commune-en-titre-2014",
  "a37-nature-m-i-2014",
] as const;

/** From the project's folder, where npm runs. */
export function samplePath(name: string): string {
  return resolve("test/acceptance/samples", name);
}

export function sampleYear(name: string): string {
  return name.slice(-4);
}

/** Every figure expected of a sound sample. */
export function expectedOf(name: string): Amounts {
  return JSON.parse(readFileSync(samplePath(`${name}.expected.json`), "utf8"));
}

/** What is wrong in `anomalies-2014.xlsx`, and what it bills all the same. */
export function faultsOfSample(): { readonly amounts: Amounts; readonly faults: readonly Fault[] } {
  return JSON.parse(readFileSync(samplePath("anomalies-2014.faults.json"), "utf8"));
}
