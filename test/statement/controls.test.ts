import { Decimal } from "decimal.js";
import type { Anomaly, MessageCode } from "../../src/messages";
import { controlsOf, smallClaimThreshold } from "../../src/statement";
import type { Control, ControlId } from "../../src/statement";
import { defaultOptions } from "../../src/options";
import { makeStatement } from "../at-once";
import * as given from "./fixtures";

const clean = [{ sheet: given.parc, read: 4, billed: 4, excluded: 0, error: 0, reasons: {} }];

function controls(schools: Parameters<typeof given.reading>[0], more: object, ...quantities: unknown[]): Control[] {
  const reading = given.reading(schools, quantities.flat() as Parameters<typeof given.reading>[1], {
    rows: clean,
    ...more,
  });
  return controlsOf(reading, makeStatement(reading, given.grid, given.campaign, defaultOptions));
}

const one = (all: readonly Control[], id: ControlId): Control => all.find((control) => control.id === id)!;
const anomaly = (severity: Anomaly["severity"], code: MessageCode, cell: string): Anomaly => ({
  ...{ severity, code, file: "parc.xlsx", sheet: given.parc.name, cell, params: {} },
});

const school = given.school(given.chalezeule, "École élémentaire", 7);
const usual = given.quantities(school, { "PORTAIL m": 100, "PACK m": 1, "POSTE_STD m": 12 });

describe("an inventory in order passes every control", () => {
  test("each is there, with nothing found", () => {
    const all = controls([school], {}, usual);
    expect(all.map(({ id, result, found, place }) => [id, result, Number(found), place])).toEqual(
      [
        "rows totals-typed sums parts total-in-words own-amounts perimeter duplicates headcounts pupils-a-school pupils-a-machine",
        "one-a-school installed quantities dates words untariffed act small-claims hidden",
      ]
        .join(" ")
        .split(" ")
        .map((id) => [id, "pass", 0, null]),
    );
  });
});

describe("a tariff that counts no pupils, or no workstations", () => {
  const idsWith = (codes: readonly string[], anomalies: readonly Anomaly[] = []) => {
    const grid = { ...given.grid, rows: given.grid.rows.filter(({ code }) => codes.includes(code)) };
    const reading = given.reading([school], given.quantities(school, { "PACK m": 1 }), { rows: clean, anomalies });
    const all = controlsOf(reading, makeStatement(reading, grid, given.campaign, defaultOptions));
    return all.map(({ id }) => id).filter((id) => /headcounts|pupils/.test(id));
  };

  test("has no control of them", () => {
    expect(idsWith(["PACK", "PORTAIL", "POSTE_STD"])).toEqual(["headcounts", "pupils-a-school", "pupils-a-machine"]);
    expect(idsWith(["PACK", "PORTAIL"])).toEqual(["headcounts", "pupils-a-school"]);
    expect(idsWith(["PACK", "POSTE_STD"])).toEqual([]);
  });

  test("says what is found of them nevertheless", () => {
    expect(idsWith(["PACK"], [anomaly("warning", "missing-headcount", "C3")])).toEqual(["headcounts"]);
  });
});

describe("findings are counted, with the place of the first", () => {
  test("an error fails, a warning warns, an information passes; the gravest comes first", () => {
    const anomalies = [
      anomaly("warning", "quantity-with-text", "C3"),
      anomaly("error", "quantity-text", "C9"),
      anomaly("warning", "unreadable-date", "F2"),
      anomaly("info", "total-ignores-text", "C20"),
    ];
    const all = controls([school], { anomalies }, usual);
    const place = (cell: string) => ({ file: "parc.xlsx", sheet: given.parc.name, cell });
    expect(one(all, "quantities")).toEqual({ id: "quantities", result: "fail", found: 2, place: place("C9") });
    expect(one(all, "dates")).toEqual({ id: "dates", result: "warn", found: 1, place: place("F2") });
    expect(one(all, "totals-typed")).toMatchObject({ result: "pass", found: 0 });
  });

  test("no control is passed while a cell of what it is about is an error", () => {
    const about: readonly (readonly [MessageCode, ControlId])[] = [
      ["formula-without-result", "quantities"],
      ["implausible-quantity", "quantities"],
      ["item-repeated", "duplicates"],
      ["exit-date-unclear", "dates"],
      ["unknown-state", "words"],
      ["two-communes", "perimeter"],
    ];
    for (const [code, id] of about)
      expect(one(controls([school], { anomalies: [anomaly("error", code, "C9")] }, usual), id)).toMatchObject({
        result: "fail",
        found: 1,
      });
  });

  test("a total that could not be read agrees with nothing: somebody should look, at its cell", () => {
    const anomalies = [anomaly("info", "total-ignores-text", "C20"), anomaly("warning", "total-without-result", "F17")];
    expect(one(controls([school], { anomalies }, usual), "totals-typed")).toEqual({
      ...{ id: "totals-typed", result: "warn", found: 1 },
      place: { file: "parc.xlsx", sheet: given.parc.name, cell: "F17" },
    });
  });

  test("rows in error fail, and so do rows that are nowhere: 9 read, 5 billed, 2 excluded, 1 in error, 1 lost", () => {
    const rows = [{ ...clean[0]!, read: 9, billed: 5, excluded: 2, error: 1 }];
    expect(one(controls([school], { rows }, usual), "rows")).toMatchObject({ result: "fail", found: 2 });
  });

  test("a row lost on a sheet is not made up for by one that another sheet counts twice", () => {
    const rows = [
      { ...clean[0]!, read: 5 },
      { ...clean[0]!, sheet: given.effectifs, read: 3 },
    ];
    expect(one(controls([school], { rows }, usual), "rows")).toMatchObject({ result: "fail", found: 2 });
  });

  test("sums that do not agree fail by how much they miss, those of the payers apart", () => {
    const reading = given.reading([school], usual, { rows: clean });
    const state = makeStatement(reading, given.grid, given.campaign, defaultOptions);
    const missed: Record<string, string> = { lines: "-0.02", communes: "0.01", payers: "0.05" };
    const reconciliations = state.reconciliations.map((way) => ({
      ...way,
      difference: new Decimal(missed[way.by] ?? 0),
    }));
    const all = controlsOf(reading, { ...state, reconciliations });
    // 0.02 + 0.01, and 0.05
    expect(
      ["sums", "parts"].map((id) => one(all, id as ControlId)).map(({ result, found }) => [result, String(found)]),
    ).toEqual([
      ["fail", "0.03"],
      ["fail", "0.05"],
    ]);
  });

  test("rows in error are shown at the first cell in error; a sheet's own faults have no cell to show", () => {
    const rows = [{ ...clean[0]!, read: 5, error: 1 }];
    const anomalies = [
      { ...anomaly("error", "sheet-without-commune", "A1"), cell: null },
      anomaly("warning", "quantity-with-text", "C2"),
      anomaly("error", "quantity-text", "C9"),
      anomaly("error", "quantity-text", "C12"),
    ];
    const place = { file: "parc.xlsx", sheet: given.parc.name, cell: "C9" };
    expect(one(controls([school], { rows, anomalies }, usual), "rows")).toEqual({
      ...{ id: "rows", result: "fail", found: 1, place },
    });
    expect(one(controls([school], { anomalies }, usual), "rows")).toMatchObject({ result: "pass", place: null });
    const more = [{ ...clean[0]!, read: 3 }];
    expect(one(controls([school], { rows: more }, usual), "rows")).toMatchObject({ result: "fail", found: 1 });
  });

  test("a fault of the whole inventory has no place", () => {
    const anomalies = [{ ...anomaly("error", "no-headcounts", "A1"), file: null, sheet: null, cell: null }];
    expect(one(controls([school], { anomalies }, usual), "headcounts")).toMatchObject({ result: "fail", place: null });
  });

  test("schools without machines or without pupils are no odd ones, nor is what was installed, nor a share counted elsewhere", () => {
    const [pupils, machines] = [given.school(given.avanne, "A", 4), given.school(given.avanne, "B", 5)];
    const counts = [
      ...given.quantities(pupils, { "PORTAIL m": 50 }),
      ...given.quantities(machines, { "POSTE_STD m": 5 }),
    ];
    expect(one(controls([pupils, machines], {}, counts), "pupils-a-machine").result).toBe("pass");
    // 20 pupils for 12 machines, of which 12 new: counted twice they would be more than the pupils.
    const renewed = given.quantities(school, { "PORTAIL m": 20, "POSTE_STD m": 12, "POSTE_STD i": 12 });
    expect(one(controls([school], {}, renewed), "pupils-a-machine").result).toBe("pass");
    const reading = given.reading([school], given.quantities(school, { "PORTAIL m": 400, "POSTE_SPEC m": 20 }), {
      rows: clean,
    });
    const shares = ["Chalezeule", "Mamirolle", "Le Gratteris"].map((commune) => ({ commune, weight: 1 }));
    const sharingKeys = [{ commune: "Chalezeule", school: school.name, shares }];
    const shared = makeStatement(reading, given.grid, given.campaign, { ...defaultOptions, sharingKeys });
    const all = controlsOf(reading, shared);
    expect(["pupils-a-school", "pupils-a-machine"].map((id) => one(all, id as ControlId).result)).toEqual([
      "pass",
      "pass",
    ]);
  });

  test("pupils and machines that both payers bear a part of count once", () => {
    const both = { cagb: new Decimal("2.00"), commune: new Decimal("3.27") };
    const rows = given.grid.rows.map((row) =>
      row.code === "PORTAIL" ? { ...row, prices: { ...row.prices, maintenance: both } } : row,
    );
    // 400 pupils for 20 machines: counted twice, they would be more than 600, and 40 for a machine.
    const reading = given.reading([school], given.quantities(school, { "PORTAIL m": 400, "POSTE_STD m": 20 }), {
      rows: clean,
    });
    const split = makeStatement(reading, { ...given.grid, rows }, given.campaign, defaultOptions);
    for (const id of ["pupils-a-school", "pupils-a-machine"] as const)
      expect(one(controlsOf(reading, split), id).result).toBe("pass");
  });

  test("only an error on the school's own row leaves the school out of a control", () => {
    const large = given.school(given.chalezeule, "Grande école", 3);
    const found = (...anomalies: Anomaly[]) =>
      one(controls([large], { anomalies }, given.quantities(large, { "PORTAIL m": 601 })), "pupils-a-school").found;
    expect(found(anomaly("error", "quantity-text", "E4:G4"))).toBe(0);
    expect(found(anomaly("warning", "quantity-with-text", "E4"))).toBe(1);
    expect(found(anomaly("error", "quantity-text", "E5"))).toBe(1);
    expect(found({ ...anomaly("error", "quantity-text", "E4"), sheet: "Autre" })).toBe(1);
    expect(found({ ...anomaly("error", "quantity-text", "E4"), file: "autre.xlsx" })).toBe(1);
    expect(found({ ...anomaly("error", "no-headcounts", "E4"), cell: null })).toBe(1);
  });

  test("an error on any row of a school with several rows leaves the school out of a control too", () => {
    const large = { ...given.school(given.chalezeule, "Grande école"), place: given.cells(given.parc, 1, 3, 8) };
    const found = (cell: string) => {
      const anomalies = [anomaly("error", "quantity-text", cell)];
      return one(controls([large], { anomalies }, given.quantities(large, { "PORTAIL m": 601 })), "pupils-a-school")
        .found;
    };
    expect(["E4", "E9", "E6"].map(found)).toEqual([0, 0, 1]);
  });

  test("hidden or filtered rows, which are read, pass as what they are, until something hidden is to review", () => {
    const anomalies = [
      anomaly("info", "hidden-parts", "A1"),
      { ...anomaly("info", "filtered-rows", "A1"), sheet: "Autre" },
    ];
    const place = { file: "parc.xlsx", sheet: given.parc.name, cell: "A1" };
    expect(one(controls([school], { anomalies }, usual), "hidden")).toMatchObject({ result: "pass", found: 2, place });
    const more = [...anomalies, anomaly("warning", "hidden-sheet", "A1")];
    expect(one(controls([school], { anomalies: more }, usual), "hidden")).toMatchObject({ result: "warn", found: 1 });
  });

  test("a prestation without a tariff is shown at its first cell", () => {
    const anomalies = [anomaly("info", "hidden-parts", "A1"), anomaly("info", "untariffed", "D2")];
    const place = { file: "parc.xlsx", sheet: given.parc.name, cell: "D2" };
    expect(one(controls([school], { anomalies }, usual), "untariffed")).toMatchObject({ found: 1, place });
  });

  test("schools with 601 pupils, with 31 pupils for a machine or with fewer pupils than machines are counted as doubtful", () => {
    const large = given.school(given.chalezeule, "Grande école", 3);
    const few = given.school(given.avanne, "École A", 4);
    const many = given.school(given.avanne, "École B", 5);
    const of = (pupils: number, machines: number, host: typeof school) =>
      given.quantities(host, { "PORTAIL m": pupils, "POSTE_STD m": machines });
    const all = controls([large, few, many], {}, of(601, 100, large), of(31, 1, few), of(9, 10, many));
    const at = (cell: string) => ({ file: "parc.xlsx", sheet: given.parc.name, cell });
    expect(one(all, "pupils-a-school")).toMatchObject({ result: "warn", found: 1, place: at("B4") });
    expect(one(all, "pupils-a-machine")).toMatchObject({ result: "warn", found: 2 });
    const within = controls([large, few], {}, of(600, 20, large), of(30, 30, few));
    expect(one(within, "pupils-a-school").result).toBe("pass");
    expect(one(within, "pupils-a-machine").result).toBe("pass");
    // B4 is the large school's row: what is said of its machines may be what an error has left of them.
    const anomalies = [anomaly("error", "quantity-text", "E4")];
    expect(one(controls([large], { anomalies }, of(601, 1, large)), "pupils-a-machine").result).toBe("pass");
  });

  test("a prestation without a tariff is listed as an information, and a tariff without an act is a warning", () => {
    const rows = [{ ...clean[0]!, read: 6, excluded: 2, reasons: { untariffed: 2 } }];
    expect(one(controls([school], { rows }, usual), "untariffed")).toMatchObject({ result: "pass", found: 2 });
    const reading = given.reading([school], usual, { rows: clean });
    const unnamed = makeStatement(reading, { ...given.grid, act: " " }, given.campaign, defaultOptions);
    expect(one(controlsOf(reading, unnamed), "act").result).toBe("warn");
  });
});

describe("a share under the State's threshold is told, by the threshold of its day", () => {
  test("the threshold of small claims is 5 € until 9 April 2017 and 15 € from the 10th", () => {
    expect(smallClaimThreshold({ year: 2014, month: 11, day: 1 }).toFixed(2)).toBe("5.00");
    expect(smallClaimThreshold({ year: 2017, month: 4, day: 9 }).toFixed(2)).toBe("5.00");
    expect(smallClaimThreshold({ year: 2017, month: 4, day: 10 }).toFixed(2)).toBe("15.00");
  });

  test("one « logiciel spécifique » a year, 10,53 €: claimed in 2014, below 15 € in 2017; a share of 0,00 € is none", () => {
    const other = given.school(given.avanne, "École A", 4);
    const reading = given.reading(
      [school, other],
      [...given.quantities(school, { "LOGICIEL_SPEC m": 1 }), ...given.quantities(other, { "PORTAIL m": 50 })],
      { rows: clean },
    );
    const found = (year: number) => {
      const campaign = { ...given.campaign, year, snapshot: { year, month: 11, day: 1 } };
      const { result, found: count } = one(
        controlsOf(reading, makeStatement(reading, given.grid, campaign, defaultOptions)),
        "small-claims",
      );
      return [result, count];
    };
    expect(found(2014)).toEqual(["pass", 0]);
    expect(found(2017)).toEqual(["warn", 1]);
  });
});
