import type { Cell } from "../../../src/cells";
import { read, readWith, sheet, type Read } from "../workbook-of";

const pupils = sheet("Effectifs", [
  ["Commune", "École", "Élèves"],
  ["Beure", "École du Bourg", 59],
]);
const register = (...rows: [number: Cell, label: Cell][]) =>
  sheet("Registre", [
    ["Commune", "École", "N° inventaire", "Désignation", "Mise en service"],
    ...rows.map(([number, label]): Cell[] => ["Beure", "École du Bourg", number, label, 40553]),
  ]);
const errors = (result: Read): string[] => result.anomalies().filter((each) => each.startsWith("error"));
const post = "Poste client standard";

describe("a row of a list of machines is one machine: one that seems to count several is asked", () => {
  test.each([
    ["A1", "3 postes clients standard", "D2"],
    ["A1", "Postes clients standard (3)", "D2"],
    ["B-1 à B-3", post, "C2"],
    ["2011-04 -> 2011-09", post, "C2"],
  ])("« %s | %s »", (number, label, cell) => {
    const result = read(register([number, label], ["A9", post]), pupils);
    expect(errors(result)).toEqual([`error several-machines ${cell}`]);
    expect(result.quantity("École du Bourg", "POSTE_STD")).toBe(1);
  });

  test.each([
    ["A1", "Poste client standard 24 pouces"],
    ["2011/04-A", post],
    ["2011A004", post],
    ["PC-001", "1 poste client standard"],
  ])("a row that counts one machine is not asked about: « %s | %s »", (number, label) => {
    expect(errors(read(register([number, label], ["A9", post]), pupils))).not.toContain("error several-machines C2");
    expect(errors(read(register([number, label], ["A9", post]), pupils))).not.toContain("error several-machines D2");
  });

  test("a row that seems to count several machines is one machine once it is accepted", () => {
    const accepted = [{ file: null, sheet: "Registre", cell: "C2", code: "several-machines", was: "B-1 à B-3" }];
    const result = readWith({ accepted }, register(["B-1 à B-3", post]), pupils);
    expect([errors(result), result.quantity("École du Bourg", "POSTE_STD")]).toEqual([[], 1]);
  });
});
