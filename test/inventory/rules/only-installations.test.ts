import type { Options } from "../../../src/options";
import { sheet } from "../workbook-of";
import { chosen, equipment, headers, inService, installed, read, schools } from "./three-schools";

describe("equipment known only from installations", () => {
  it("is asked: nothing of it is billed until the table's kind is chosen, and no school seems to have nothing", () => {
    const flow = equipment("Installations 2014", 2, 1);
    const result = read(flow);
    expect(inService(result)).toEqual({ posts: 0, servers: 0 });
    expect(installed(result)).toBe(0);
    expect(result.anomalies()).toEqual(["error only-installations A1"]);
    const here = { file: null, sheet: "Installations 2014", cell: "A1", was: "Commune" };
    const flows = chosen({ tables: [{ ...here, as: "installations" }] }, flow);
    expect(installed(flows)).toBe(3 * 2);
    expect(flows.anomalies().filter((line) => line.startsWith("error"))).toEqual([]);
    const parc = chosen({ tables: [{ ...here, as: "inventory" }] }, flow);
    expect(inService(parc)).toEqual({ posts: 3 * 2, servers: 3 });
    expect(installed(parc)).toBe(0);
    expect(parc.anomalies().filter((line) => line.startsWith("error"))).toEqual([]);
  });
  it("equipment known only from installations by headings is asked about, unless the user chose what is in service", () => {
    const flow = sheet("Feuil1", [
      ["Commune", "École", "Postes standard installés"],
      ...schools.map((school) => ["Beure", school, 4]),
    ]);
    expect(read(flow).anomalies()).toEqual(["error only-installations A1"]);
    const tables: Options["tables"] = [{ file: null, sheet: "Feuil1", cell: null, as: "inventory" }];
    const result = chosen({ tables }, flow);
    expect(inService(result).posts).toBe(3 * 4);
    expect(installed(result)).toBe(0);
  });
  it("equipment known only from installations of another campaign is asked about, for half of their schools at least", () => {
    const told = (...known: readonly string[]): string[] => {
      const parc = sheet("Parc", [headers, ...known.map((school) => ["Beure", school, 10, 1])]);
      return read(parc, equipment("Installations 2012", 2, null)).anomalies("Installations 2012");
    };
    expect(told("A")).toEqual(["error only-installations A1"]);
    expect(told("A", "B")).toEqual(["info other-year-installations A1"]);
  });
  it("equipment known only from the installations of half of the schools is asked about for the table", () => {
    const parc = sheet("Parc", [headers, ["Beure", "A", 10, 1]]);
    const flow = sheet("Installations", [headers, ["Beure", "A", 2, null], ["Beure", "B", 2, null]]);
    const result = read(parc, flow);
    expect(result.anomalies("Installations")).toEqual(["error only-installations A1"]);
    expect(installed(result)).toBe(0);
  });
  it("equipment known only from the installations of one school is an error on that school, the others billed", () => {
    const parc = sheet("Parc", [headers, ["Beure", "A", 10, 1], ["Beure", "B", 10, 1]]);
    const result = read(parc, equipment("Installations", 2, null));
    expect(result.anomalies("Installations")).toEqual(["error school-only-installed B4"]);
    expect(installed(result)).toBe(2 * 2);
    expect(result.rows("Installations")).toMatchObject({ billed: 2, error: 1 });
  });
});
