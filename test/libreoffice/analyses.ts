import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { gridWith, writeCorrected } from "../acceptance/analyses";
import { samplePath } from "../acceptance/samples";
import { changesOfResults, errorsIn, open } from "./checks";
import { printToPdf, recalculate } from "./convert";
import { faultsOfPages, pagesOf } from "./printed-pages";
import { rebill } from "./shipped";

const [last, now] = ["parc-ecoles-2014", "registre-materiel-2015"] as const;

/** Faults of a comparison, a simulation and a rectificatif: results that a recalculation changes, pages not asked for. */
export async function checkAnalyses(folder: string): Promise<string[]> {
  const path = (name: string) => join(folder, name);
  const [issued, grid, corrected] = [path("emis.xlsx"), path("grille.json"), path("corrige.xlsx")];
  rebill(samplePath(`${last}.xlsx`), last, issued);
  writeFileSync(grid, JSON.stringify(gridWith({ POSTE_STD: { cagb: "10.00", commune: "26.86" } })));
  await writeCorrected(corrected, `${last}.xlsx`, { E7: 12, L7: 6, E9: 23 });
  rebill(samplePath(`${now}.xlsx`), now, path("ecart.xlsx"), "--compare", issued, "--simulate", grid);
  rebill(corrected, last, path("rectificatif.xlsx"), "--rectify", issued);
  return [
    ...(await faultsOf(path("ecart.xlsx"), ["comparaison", "comparaison-detail", "simulation", "annexe"])),
    ...(await faultsOf(path("rectificatif.xlsx"), ["rectificatif", "certificat", "complement"])),
  ];
}

async function faultsOf(path: string, keys: readonly string[]): Promise<string[]> {
  const written = await open(readFileSync(path), path);
  const computed = await open(recalculate(path), path);
  const namesOf = (isWanted: (key: string) => boolean) =>
    written.workbook.generatedSheets.filter(({ key }) => isWanted(key)).map(({ name }) => name);
  const own = namesOf((key) => keys.includes(key));
  // Fiches show the campaign compared, which they add up.
  const looked = [...own, ...namesOf((key) => key.startsWith("fiche-"))];
  return [
    ...(own.length === keys.length ? [] : [`${path} has only ${own.join(", ")}`]),
    ...errorsIn(computed, looked),
    ...changesOfResults(written, computed, looked),
    ...faultsOfPages(written, pagesOf(printToPdf(path))),
  ];
}
