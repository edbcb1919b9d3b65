import { Decimal } from "decimal.js";
import type { ColumnMapping } from "../../src/inventory";
import type { Anomaly } from "../../src/messages";
import { allAnomalies, toJson } from "../../src/statement";
import * as given from "./fixtures";

const { schoolA, parc, effectifs, stateOf } = given;

const rows = [parc, effectifs].map((sheet) => ({ sheet, read: 3, billed: 1, excluded: 1, error: 1, reasons: {} }));
const pupils = given.quantity(schoolA, "PORTAIL", "maintenance", 112, [given.cells(effectifs, 2, 4)]);
const machines = given.quantity(schoolA, "POSTE_STD", "maintenance", 3, [
  given.cells(parc, 4, 1, 3),
  given.cells(parc, 27, 9),
]);

function anomaly(file: string | null, sheet: string | null, cell: string | null): Anomaly {
  const params = { school: "É", commune: "C" };
  return { severity: "error", code: "sharing-key-no-weight", file, sheet, cell, params };
}

describe("says a statement as JSON", () => {
  const input = given.reading([schoolA], [machines, pupils], {
    rows,
    anomalies: [
      anomaly("effectifs.xlsx", "Effectifs", "A1"),
      anomaly("parc.xlsx", parc.name, "B10"),
      anomaly("parc.xlsx", "Cachée", null),
      anomaly("parc.xlsx", parc.name, "AA2"),
      anomaly("parc.xlsx", parc.name, "B2"),
      anomaly(null, null, null),
      anomaly("parc.xlsx", parc.name, null),
    ],
  });
  const json = () => toJson(stateOf(input), input, "fr");

  test("amounts are strings with two decimals, prestations and communes without a line are absent", () => {
    expect(json()).toMatchObject({
      campaign: 2014,
      snapshot: "2014-11-01",
      total: "700.82", // 112 × 5.27 = 590.24, and 3 × 36.86 = 110.58
      cagb: "590.24",
      communes: "110.58",
      split: { installation: { cagb: "0.00", commune: "0.00" }, maintenance: { cagb: "590.24", commune: "110.58" } },
      byCommune: { "25112": { name: "Chalezeule", maintenance: { cagb: "590.24", commune: "110.58" }, due: "110.58" } },
      pupils: 112,
      schools: 1,
    });
    expect(Object.keys(json().byPrestation)).toEqual(["PORTAIL", "POSTE_STD"]);
    expect(json().byPrestation["POSTE_STD"]!.maintenance).toEqual({ cagb: "0.00", commune: "110.58", qty: 3 });
    expect(Object.keys(json().byCommune)).toEqual(["25112"]);
  });

  test("each line names all its cells, with the file where it is not the first", () => {
    expect(json().lines.map((line) => line.source)).toEqual([
      ["[effectifs.xlsx]Effectifs!C5"],
      ["Parc 01.11.2014!E2", "Parc 01.11.2014!E4", "Parc 01.11.2014!AB10"],
    ]);
    expect(json().lines[1]).toMatchObject({
      insee: "25112",
      school: "École élémentaire",
      prestation: "POSTE_STD",
      nature: "maintenance",
      payer: "commune",
      quantity: 3,
      unitPrice: "36.86",
      amount: "110.58",
    });
  });

  test("the JSON counts installations separately from equipment in service, 2 × 31.60 and 3 × 36.86", () => {
    const both = given.reading([schoolA], given.quantities(schoolA, { "POSTE_STD i": 2, "POSTE_STD m": 3 }));
    expect(toJson(stateOf(both), both, "fr").byPrestation).toEqual({
      POSTE_STD: {
        installation: { cagb: "0.00", commune: "63.20", qty: 2 },
        maintenance: { cagb: "0.00", commune: "110.58", qty: 3 },
      },
    });
  });

  test("each table tells its kind and the words that decided; each column its role, or why it has none", () => {
    const column = (cell: string, header: string, more: Partial<ColumnMapping>): ColumnMapping => ({
      ...{ column: 0, cell, header, role: "school", of: null, nature: null, why: null },
      ...{ numbers: 0, sum: new Decimal(0), counted: 0, leftOut: new Decimal(0), inError: [], ...more },
    });
    const told = toJson(
      stateOf(input),
      {
        ...input,
        mappings: [
          {
            ...{ sheet: parc, kind: "inventory", kindWords: "Parc au 01/11/2014", layout: "school-rows" },
            ...{ block: { top: 2, left: 0, bottom: 11, right: 2 }, rows: null, communeFrom: { from: "title" } },
            columns: [
              column("A3", "École", {}),
              column("B3", "PC std", { role: "POSTE_STD", nature: "maintenance" }),
              column("C3", "Prix", { role: "ignored", why: "money" }),
              column("D3", "Dont CP", { role: "headcount-part", of: "CP" }),
              column("E3", "Année des PC std", { role: "year-installed", of: "POSTE_STD" }),
            ],
          },
          {
            ...{ sheet: effectifs, kind: "hidden", kindWords: "", layout: "headcounts" },
            ...{
              block: { top: 0, left: 0, bottom: 8, right: 1 },
              rows: null,
              communeFrom: { from: "columns" },
              columns: [],
            },
          },
        ],
      },
      "fr",
    );
    const place = { file: "parc.xlsx", sheet: parc.name };
    expect(told.tables).toEqual([
      { ...place, range: "A3:C12", kind: "inventory", layout: "school-rows", why: "Parc au 01/11/2014" },
      {
        ...{ file: "effectifs.xlsx", sheet: "Effectifs", range: "A1:B9", kind: "hidden", layout: "headcounts" },
        why: "",
      },
    ]);
    expect(told.columns).toEqual([
      { ...place, cell: "A3", header: "École", role: "school", why: null },
      { ...place, cell: "B3", header: "PC std", role: "POSTE_STD maintenance", why: null },
      { ...place, cell: "C3", header: "Prix", role: null, why: "money" },
      { ...place, cell: "D3", header: "Dont CP", role: "headcount-part CP", why: null },
      { ...place, cell: "E3", header: "Année des PC std", role: "POSTE_STD year-installed", why: null },
    ]);
  });

  test("rows are counted a sheet, without more", () => {
    expect(json().rows[0]).toEqual({ file: "parc.xlsx", sheet: parc.name, read: 3, billed: 1, excluded: 1, error: 1 });
  });

  test("anomalies come sheet by sheet as read, row by row, with their message", () => {
    expect(json().anomalies.map(({ sheet, cell }) => [sheet, cell])).toEqual([
      [null, null],
      [parc.name, null],
      [parc.name, "B2"],
      [parc.name, "AA2"],
      [parc.name, "B10"],
      ["Effectifs", "A1"],
      ["Cachée", null],
    ]);
    expect(json().anomalies[0]!.message).toContain("«\u00a0É\u00a0»");
    expect(toJson(stateOf(input), input, "en").anomalies[0]!.message).toContain("“É”");
  });

  test("the statement's own anomalies are among them", () => {
    const own = stateOf(input, { sharingKeys: [{ commune: "Chalezeule", school: "Fantôme", shares: [] }] });
    expect(allAnomalies(input, own)).toHaveLength(input.anomalies.length + 1);
  });
});
