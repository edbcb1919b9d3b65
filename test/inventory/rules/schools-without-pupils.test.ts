import type { Cell } from "../../../src/cells";
import { pointsOf, waysOut } from "../../../src/inventory";
import type { Options } from "../../../src/options";
import { readWith, sheet, type Read } from "../workbook-of";

const errors = (result: Read): string[] => result.anomalies().filter((each) => each.startsWith("error"));

/** Two schools, the second with this headcount and this number of machines. */
const of = (pupils: Cell, machines: Cell, options: Partial<Options> = {}, first: Cell = 87): Read =>
  readWith(
    options,
    sheet("Parc", [
      ["Commune", "École", "Élèves", "Postes clients standard"],
      ["Saône", "Lilas", first, 7],
      ["Saône", "Les Prés", pupils, machines],
    ]),
  );

describe("the equipment of a school without pupils", () => {
  test("is asked at its headcount, and not billed", () => {
    const result = of(0, 3);
    expect(errors(result)).toEqual(["error equipment-without-pupils C3"]);
    expect([result.quantity("Lilas", "POSTE_STD"), result.quantity("Les Prés", "POSTE_STD")]).toEqual([7, 0]);
  });

  test("is billed once accepted, and left out with its row", () => {
    const cell = { file: null, sheet: "Parc", cell: "C3", code: "equipment-without-pupils", was: "0" };
    const accepted = of(0, 3, { accepted: [cell] });
    expect([errors(accepted), accepted.quantity("Les Prés", "POSTE_STD")]).toEqual([[], 3]);
    const [point] = pointsOf(of(0, 3).reading.anomalies).filter(({ code }) => code === "equipment-without-pupils");
    expect(waysOut(point!, false).map(({ list }) => list)).toEqual(["setAside", "accepted"]);
  });

  test("is not asked where it has pupils, no equipment, or where no school has pupils", () => {
    for (const result of [of(12, 3), of(0, null), of(0, 0), of(0, 3, {}, 0)])
      expect(errors(result)).not.toContain("error equipment-without-pupils C3");
  });

  test("is asked where another sheet shows the headcount", () => {
    const parc = sheet("Parc", [
      ["Commune", "École", "Postes clients standard"],
      ["Saône", "Lilas", 7],
      ["Saône", "Les Prés", 3],
    ]);
    const pupils = sheet("Effectifs", [
      ["Commune", "École", "Élèves"],
      ["Saône", "Lilas", 87],
      ["Saône", "Les Prés", 0],
    ]);
    expect(errors(readWith({}, parc, pupils))).toEqual(["error equipment-without-pupils C3"]);
  });
});
