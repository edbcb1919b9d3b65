import { builtInGrids, type Grid } from "../../../src/tariff";
import { readWorkbooks, sheet, workbook, type Read } from "../workbook-of";

/** The grid of 2014 with a price a pupil under another code, and its own gone. */
const voted = builtInGrids[0]!;
const own: Grid = {
  ...voted,
  rows: voted.rows.map((row) =>
    row.code === "PORTAIL" ? { ...row, code: "ENT", prestation: "Accès ENT par élève", unit: "élève" } : row,
  ),
};
const parc = sheet("Parc", [
  ["Commune", "École", "Élèves", "Postes clients standard"],
  ["Beure", "École du Bourg", 90, 12],
]);
const fiche = sheet("Fiche", [
  ["École du Bourg"],
  ["Commune", "Beure"],
  ["Nombre d’élèves", 90],
  ["Postes clients standard", 12],
]);
const errors = (result: Read): string[] => result.anomalies().filter((each) => each.startsWith("error"));
const readWithOwn = (spec: typeof parc, options = {}): Read => readWorkbooks([workbook([spec])], 2014, options, own);

describe("a price a pupil that no quantity met", () => {
  test("is asked where a column counts pupils", () => {
    expect(errors(readWithOwn(parc))).toEqual(["error unmet-price C1"]);
  });

  test("is asked where a line of a form counts pupils", () => {
    expect(errors(readWithOwn(fiche))).toEqual(["error unmet-price A3"]);
  });

  test("is told in the words of the column, or of the line", () => {
    const told = [readWithOwn(parc), readWithOwn(fiche)].map(({ messages }) =>
      messages.find((message) => message.includes("Accès ENT par élève")),
    );
    expect(told[0]).toContain("«\u00a0Élèves\u00a0» n’a pas été pris");
    expect(told[1]).toContain("«\u00a0Nombre d’élèves\u00a0» n’a pas été pris");
  });

  test("is settled by saying what the column, or the line, counts", () => {
    const mapped = { mappings: [{ file: null, sheet: "Parc", cell: "C1", as: "ENT maintenance" }] };
    const said = { words: [{ word: "Nombre d’élèves", kind: "prestation", as: "ENT" }] };
    for (const result of [readWithOwn(parc, mapped), readWithOwn(fiche, said)]) {
      expect(errors(result)).toEqual([]);
      expect(result.quantity("École du Bourg", "ENT")).toBe(90);
    }
  });

  test("is not asked where the pupils are ignored by a choice, nor where the tariff has its usual code", () => {
    const ignored = { mappings: [{ file: null, sheet: "Parc", cell: "C1", as: "ignored" }] };
    expect(errors(readWithOwn(parc, ignored))).toEqual([]);
    expect(errors(readWorkbooks([workbook([parc])], 2014))).toEqual([]);
  });
});
