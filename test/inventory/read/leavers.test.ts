import type { Cell } from "../../../src/cells";
import { readWith, sheet } from "../workbook-of";
import type { Read } from "../workbook-of";

const list = (header: string, cells: readonly Cell[], words: readonly { word: string; as: string }[] = []): Read =>
  readWith(
    { words: words.map((choice) => ({ ...choice, kind: "state" as const })) },
    sheet("ONDE", [
      ["Nom élève", "Prénom élève", "Date naissance", "Commune", "École", header],
      ...cells.map((cell, at) => [`NOM${at}`, `Prénom${at}`, "2008-02-01", "Beure", "École du Bourg", cell]),
    ]),
  );
const pupils = (result: Read): number => result.quantity("École du Bourg", "PORTAIL");
const told = (result: Read): string[] =>
  result.anomalies().filter((each) => !each.includes("pupil-list") && !each.includes("equipment"));

describe("pupils who left by the snapshot are not counted", () => {
  it.each(["Date de radiation", "Date de sortie", "Radié le"])("by « %s »", (header) => {
    const result = list(header, [null, "12/09/2014", "01/11/2014", "02/11/2014"]);
    expect(pupils(result)).toBe(2);
    expect(told(result)).toEqual(["info pupils-who-left –"]);
    expect(result.rows().reasons).toEqual({ withdrawn: 2 });
  });

  it.each(["Statut", "État", "Situation"])("by a state under « %s »", (header) => {
    const result = list(header, ["Inscrit", "Sorti", "présente", "radiée", null]);
    expect(pupils(result)).toBe(3);
    expect(told(result)).toEqual(["info pupils-who-left –"]);
  });

  it("a date or a state that is not understood is asked, and its word said once", () => {
    expect(told(list("Date de radiation", ["juin", null]))).toEqual(["error unreadable-date F2"]);
    const asked = list("Statut", ["MDPH", null]);
    expect(pupils(asked)).toBe(1);
    expect(told(asked)).toEqual(["error unknown-pupil-state F2"]);
    const settled = list("Statut", ["MDPH", null], [{ word: "mdph", as: "in-service" }]);
    expect(pupils(settled)).toBe(2);
    expect(told(settled)).toEqual([]);
  });
});
