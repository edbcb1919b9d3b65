import type { Cell } from "../../../../src/cells";
import { read, readWith, sheet, type Read } from "../../workbook-of";

const pupils = sheet("Effectifs", [
  ["Commune", "École", "Effectif"],
  ["Beure", "École du Bourg", 80],
]);
const post = ["Beure", "École du Bourg", "Postes clients standard"];
const printer = ["Beure", "École du Bourg", "Imprimante laser"];
const parc = (headers: readonly string[], ...rows: readonly (readonly Cell[])[]) =>
  sheet("Parc", [["Commune", "École", "Matériel", ...headers], ...rows]);
const errors = (result: Read): string[] => result.anomalies("Parc").filter((each) => each.startsWith("error"));

describe("a column that is another one plus what came, less what left, may be what is in service: asked", () => {
  // 10 + 3 − 2 = 11; 2 + 0 − 1 = 1.
  const flows = parc(["Existant", "Nouveau", "Sorti", "Solde"], [...post, 10, 3, 2, 11], [...printer, 2, 0, 1, 1]);

  test("« Existant | Nouveau | Sorti | Solde », whatever the last is called", () => {
    expect(errors(read(flows, pupils))).toEqual(["error stock-before G1"]);
    const renamed = parc(["Existant", "Sorti", "Au final"], [...post, 10, 2, 8], [...printer, 2, 1, 1]);
    expect(errors(read(renamed, pupils))).toEqual(["error stock-before F1"]);
  });

  test("« Existant | Nouveau | Solde », by its name", () => {
    const entries = parc(["Existant", "Nouveau", "Solde"], [...post, 10, 3, 13], [...printer, 2, 0, 2]);
    expect(errors(read(entries, pupils))).toEqual(["error stock-before F1"]);
  });

  test("a column is not asked about when its numbers are no balance", () => {
    const other = parc(["Existant", "Nouveau", "Sorti", "Rang"], [...post, 10, 3, 2, 1], [...printer, 2, 0, 1, 2]);
    expect(errors(read(other, pupils))).toEqual([]);
  });

  test("the pupils before a column of machines are not its stock", () => {
    const posts = ["(Cycle 2)", "(Cycle 3)", "(Total)"].map((part) => `Postes clients standard ${part}`);
    const result = read(
      sheet("Parc", [
        ["Commune", "École", "Effectif", "Effectif prévu 2016", ...posts],
        ["Beure", "École du Bourg", 101, 101, null, 1, 1],
      ]),
    );
    expect([errors(result), result.quantity("École du Bourg", "POSTE_STD")]).toEqual([[], 1]);
  });

  test("ignoring it bills the other; saying that it is in service, and ignoring the other, bills it", () => {
    const said = (cell: string, as: string) => ({ file: null, sheet: "Parc", cell, as });
    const ignored = readWith({ mappings: [said("G1", "ignored")] }, flows, pupils);
    expect([errors(ignored), ignored.quantity("École du Bourg", "POSTE_STD")]).toEqual([[], 10]);
    const chosen = readWith({ mappings: [said("D1", "ignored"), said("G1", "quantity maintenance")] }, flows, pupils);
    expect([errors(chosen), chosen.quantity("École du Bourg", "POSTE_STD")]).toEqual([[], 11]);
  });
});
