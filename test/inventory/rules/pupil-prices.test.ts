import { Decimal } from "decimal.js";
import type { Cell } from "../../../src/cells";
import { builtInGrids, countingOf, type Grid, type TariffRow } from "../../../src/tariff";
import { readWorkbooks, sheet, workbook, type Read } from "../workbook-of";

const none = { cagb: null, commune: null };

function row(code: string, prestation: string, unit: string, price: string): TariffRow {
  const prices = { installation: none, maintenance: { ...none, commune: new Decimal(price) } };
  return { code, prestation, unit, ...countingOf(code, unit), prices };
}

const gridOf = (...rows: readonly TariffRow[]): Grid => ({ ...builtInGrids[0]!, rows });
const access = row("ENT", "Accès ENT par élève", "élève", "3.10");
const manual = row("MANUEL", "Manuel numérique par élève", "élève", "12.00");
const terminal = row("BORNE", "Borne de pointage", "borne", "45.00");

function readRows(grid: Grid, ...rows: readonly (readonly Cell[])[]): Read {
  return readWorkbooks([workbook([sheet("Parc", rows)])], 2014, {}, grid);
}

const errors = (result: Read): string[] => result.anomalies().filter((each) => each.startsWith("error"));

/** What a school called Bourg is billed of each, and all that is to be corrected. */
const billed = (result: Read, ...codes: readonly string[]) => [
  errors(result),
  ...codes.map((code) => result.quantity("Bourg", code)),
];

describe("a prestation that the grid counts in pupils, whatever its code,", () => {
  test("has the headcount for its quantity", () => {
    const result = readRows(
      gridOf(access, terminal),
      ["Commune", "École", "Élèves", "Bornes de pointage"],
      ["Beure", "Bourg", 192, 2],
      ["Beure", "Pont", 100, 1],
    );
    expect(billed(result, "ENT", "BORNE")).toEqual([[], 192, 2]);
    expect(result.quantity("Pont", "ENT")).toBe(100);
  });

  test("has it under its own name, in a column or on a line", () => {
    const column = readRows(
      gridOf(access, terminal),
      ["Commune", "École", "Accès ENT par élève", "Bornes de pointage"],
      ["Beure", "Bourg", 120, 2],
    );
    const lines = readRows(
      gridOf(access, terminal),
      ["Commune", "École", "Prestation", "Quantité"],
      ["Beure", "Bourg", "Accès ENT", 120],
      ["Beure", "Bourg", "Borne de pointage", 2],
    );
    for (const result of [column, lines]) expect(billed(result, "ENT", "BORNE")).toEqual([[], 120, 2]);
  });

  test("is shown under its code in the columns of the reading", () => {
    const { reading } = readRows(gridOf(access), ["Commune", "École", "Élèves"], ["Beure", "Bourg", 120]);
    expect(reading.mappings[0]!.columns.map(({ role }) => role)).toEqual(["commune", "school", "ENT"]);
  });

  test("is a whole bill where the grid has nothing else", () => {
    const result = readRows(gridOf(access), ["Commune", "École", "Élèves"], ["Beure", "Bourg", 120]);
    expect([result.anomalies(), result.quantity("Bourg", "ENT")]).toEqual([[], 120]);
  });

  test("lacks its quantity where a school has no headcount", () => {
    const result = readRows(
      { ...gridOf(access, terminal), origin: "workbook" },
      ["Commune", "École", "Élèves", "Bornes de pointage"],
      ["Beure", "Bourg", null, 2],
    );
    expect(billed(result, "ENT", "BORNE")).toEqual([["error missing-headcount C2"], 0, 2]);
    expect(result.messages[0]).toContain(`manque\u00a0: «\u00a0${access.prestation}\u00a0» n’est pas facturé.`);
  });
});

describe("two prestations that the grid counts in pupils", () => {
  const both = gridOf(access, manual);

  test("two prestations counted in pupils both have the headcount as their quantity", () => {
    const result = readRows(both, ["Commune", "École", "Effectif"], ["Beure", "Bourg", 120]);
    expect(billed(result, "ENT", "MANUEL")).toEqual([[], 120, 120]);
  });

  test("have each their own number where the tables name both", () => {
    const result = readRows(both, ["Commune", "École", "Accès ENT", "Manuel numérique"], ["Beure", "Bourg", 120, 118]);
    expect(billed(result, "ENT", "MANUEL")).toEqual([[], 120, 118]);
  });

  test("are the headcount but for the one that is named", () => {
    const result = readRows(
      both,
      ["Commune", "École", "Effectif", "Accès ENT par élève"],
      ["Beure", "Bourg", 120, 118],
      ["Beure", "Pont", 80, null],
    );
    expect(billed(result, "ENT", "MANUEL")).toEqual([[], 118, 120]);
    expect([result.quantity("Pont", "ENT"), result.quantity("Pont", "MANUEL")]).toEqual([0, 80]);
  });

  test("are asked of a school that has one number, where others have two", () => {
    const named = sheet("A", [
      ["Commune", "École", "Effectif", "Accès ENT par élève"],
      ["Beure", "Bourg", 120, 118],
    ]);
    const whole = sheet("B", [
      ["Commune", "École", "Effectif"],
      ["Beure", "Pont", 80],
    ]);
    const result = readWorkbooks([workbook([named, whole])], 2014, {}, both);
    expect(errors(result)).toEqual(["error school-without-headcount B2"]);
  });

  test("are each asked by its own name where a school lacks its number", () => {
    const named = sheet("A", [
      ["Commune", "École", "Effectif", "Manuel numérique"],
      ["Beure", "Bourg", 120, 118],
    ]);
    const whole = sheet("B", [
      ["Commune", "École", "Effectif"],
      ["Beure", "Pont", 80],
    ]);
    const result = readWorkbooks([workbook([named, whole])], 2014, {}, { ...both, origin: "workbook" });
    expect(errors(result)).toEqual(["error school-without-headcount B2"]);
    expect(result.messages).toContainEqual(expect.stringContaining("« Manuel numérique par élève »"));
  });

  test("are the headcount where a table of another year, which is asked, names one", () => {
    const of = (name: string, headers: readonly string[], ...cells: readonly number[]) =>
      sheet(name, [
        ["Commune", "École", "Effectif", ...headers],
        ...["Bourg", "Pont"].map((school) => ["Beure", school, ...cells]),
      ]);
    const sheets = [of("Parc 2013", ["Accès ENT par élève"], 110, 108), of("Parc 2014", [], 120)];
    const result = readWorkbooks([workbook(sheets)], 2014, {}, both);
    expect(billed(result, "ENT", "MANUEL")).toEqual([["error title-other-year A1"], 120, 120]);
  });

  test("are the headcount where the column of one is left blank from top to bottom", () => {
    const headers = ["Commune", "École", "Effectif", "Accès ENT par élève"];
    const blank = readRows(both, headers, ["Beure", "Bourg", 120, null], ["Beure", "Pont", 80, null]);
    expect(billed(blank, "ENT", "MANUEL")).toEqual([[], 120, 120]);
    const none = readRows(both, headers, ["Beure", "Bourg", 120, 0], ["Beure", "Pont", 80, null]);
    expect(billed(none, "ENT", "MANUEL")).toEqual([[], 0, 120]);
  });

  test("are not the headcount for the one that is paid at installation alone", () => {
    const kit = row("KIT", "Kit de rentrée par élève", "élève", "5.00");
    const { installation, maintenance } = kit.prices;
    const grid = gridOf(access, { ...kit, prices: { installation: maintenance, maintenance: installation } });
    const result = readRows(grid, ["Commune", "École", "Effectif"], ["Beure", "Bourg", 120]);
    expect(billed(result, "ENT", "KIT")).toEqual([[], 120, 0]);
  });

  test("lack a headcount where one alone is named", () => {
    const result = readRows(both, ["Commune", "École", "Accès ENT par élève"], ["Beure", "Bourg", 118]);
    expect(errors(result)).toEqual(["error no-headcounts –"]);
  });
});
