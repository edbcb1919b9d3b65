import { addAnalyses, type SheetModel } from "../../src/documents";
import type { Anomaly } from "../../src/messages";
import type { Commune } from "../../src/tariff";
import { after, analysesOf, before, then } from "../documents/analyses/all-analyses";
import { acceptedError, full, sheet, sheetsOf } from "../documents/fixtures";
import * as given from "../statement/fixtures";

const everything = { "PORTAIL m": 57, "PACK m": 1, "SERVEUR_STD m": 1, "POSTE_STD m": 14, "POSTE_STD i": 8 };

/** The documents of communes of so many schools each, which all have the same. */
function documentsOf(
  communes: readonly (readonly [commune: Commune, schools: number])[],
  counts: Readonly<Record<string, number>> = everything,
  anomalies: readonly Anomaly[] = [],
): SheetModel[] {
  const schools = communes.flatMap(([commune, count]) =>
    Array.from({ length: count }, (_one, index) => given.school(commune, `École ${index + 1}`, index)),
  );
  const quantities = schools.flatMap((one) => given.quantities(one, counts));
  return sheetsOf(given.reading(schools, quantities, { anomalies }));
}

const town = (communes: number): (readonly [Commune, number])[] =>
  Array.from({ length: communes }, (_one, index) => [
    given.commune(String(25100 + index), `Commune ${String(index + 1).padStart(2, "0")}`),
    1,
  ]);

function state(communes: number): SheetModel {
  return sheet(documentsOf(town(communes)), "titre");
}

function fiche(schools: number, counts?: Readonly<Record<string, number>>, anomalies?: readonly Anomaly[]): SheetModel {
  const all = documentsOf([[given.avanne, schools]], counts, anomalies);
  return all.find(({ key }) => key.startsWith("fiche-"))!;
}

const analysed = addAnalyses(sheetsOf(full), analysesOf(before, after, after, then), {
  userSheetNames: [],
  generatedSheets: [],
});
const forced: readonly Anomaly[] = [acceptedError as Anomaly];

/** Documents as offices send them, and the annex of a deliberation, which they show. */
export const documents = {
  "an état of 10 communes": state(10),
  "an état of 45 communes": state(45),
  "an état of 59 communes": state(59),
  "a fiche of one line": fiche(1, { "POSTE_STD m": 1 }),
  "a fiche of three schools": fiche(3),
  "a fiche of fifteen schools": fiche(15),
  "a fiche of seventy schools": fiche(70),
  "a provisional état": sheet(documentsOf(town(3), everything, forced), "titre"),
  "a provisional fiche": fiche(1, everything, forced),
  "a rectificatif": sheet(analysed, "rectificatif"),
  "a titre complémentaire": sheet(analysed, "complement"),
  "a certificat": sheet(analysed, "certificat"),
  "the annex of a deliberation": sheet(analysed, "annexe"),
} as const satisfies Record<string, SheetModel>;
