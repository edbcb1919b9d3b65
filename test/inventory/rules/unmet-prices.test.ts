import { Decimal } from "decimal.js";
import { builtInGrids, countingOf, type Grid } from "../../../src/tariff";
import { readWorkbooks, sheet, workbook, type Read } from "../workbook-of";

/** The grid of 2014, and a price of 45,00 a year for what one unit of its own counts. */
function gridWith(code: string, prestation: string, unit: string): Grid {
  const none = { cagb: null, commune: null };
  const prices = { installation: none, maintenance: { ...none, commune: new Decimal("45.00") } };
  const own = { code, prestation, unit, ...countingOf(code, unit), prices };
  return { ...builtInGrids[0]!, rows: [...builtInGrids[0]!.rows, own] };
}

const terminals = gridWith("TPE", "Terminal de paiement", "borne");
const parc = (heading: string, ...values: readonly (number | null)[]) =>
  sheet("Parc", [
    ["Commune", "École", "Élèves", "Postes clients standard", heading],
    ...values.map((value, at) => ["Beure", `École ${at + 1}`, 90, 12, value]),
  ]);
const errors = (result: Read): string[] => result.anomalies().filter((each) => each.startsWith("error"));
const readWith = (grid: Grid, spec: ReturnType<typeof parc>, options = {}): Read =>
  readWorkbooks([workbook([spec])], 2014, options, grid);

describe("a price that no quantity met", () => {
  test("is asked at a column that counts nothing, under a heading that says its unit", () => {
    const result = readWith(terminals, parc("Ratio bornes", 2, 3));
    expect(errors(result)).toEqual(["error unmet-price E1"]);
    expect(result.messages.find((message) => message.includes("Terminal de paiement"))).toContain(
      "«\u00a0Ratio bornes\u00a0» n’a pas été pris pour sa quantité",
    );
  });

  test("is settled by saying what the column counts, or to ignore it", () => {
    const said = (as: string) => ({ mappings: [{ file: null, sheet: "Parc", cell: "E1", as }] });
    const counted = readWith(terminals, parc("Ratio bornes", 2, 3), said("TPE maintenance"));
    expect([errors(counted), counted.quantity("École 1", "TPE"), counted.quantity("École 2", "TPE")]).toEqual([
      [],
      2,
      3,
    ]);
    expect(errors(readWith(terminals, parc("Ratio bornes", 2, 3), said("ignored")))).toEqual([]);
  });

  test("is not asked where no heading says its unit, nor where a table counts none of it", () => {
    expect(errors(readWith(terminals, parc("Surface", 200, 310)))).toEqual([]);
    expect(errors(readWith(terminals, parc("Terminal de paiement", 0, 0)))).toEqual([]);
  });

  test("is asked where the unit is the site itself, which every row shows", () => {
    const subscription = gridWith("ABO", "Abonnement", "école");
    expect(errors(readWith(subscription, parc("Surface", 200, 310)))).toEqual(["error unmet-price –"]);
    expect(errors(readWith(subscription, parc("Abonnement", 1, 1)))).toEqual([]);
  });

  test("is asked where a column, or a line, counts it under a nature that has no price, unless the table says which", () => {
    const { maintenance, installation } = terminals.rows.at(-1)!.prices;
    const flow: Grid = {
      ...terminals,
      rows: terminals.rows.map((row) =>
        row.code === "TPE" ? { ...row, prices: { installation: maintenance, maintenance: installation } } : row,
      ),
    };
    expect(errors(readWith(flow, parc("Bornes", 2, 3)))).toEqual(["error unmet-price E1"]);
    expect(errors(readWith(flow, parc("Bornes installées", 2, 3)))).toEqual([]);
    const lines = (...natures: readonly string[]) =>
      sheet("Parc", [
        ["Commune", "École", "Prestation", ...natures.map(() => "Nature"), "Quantité"],
        ["Beure", "École 1", "Élèves", ...natures, 90],
        ["Beure", "École 1", "Postes clients standard", ...natures, 12],
        ["Beure", "École 1", "Borne", ...natures, 2],
      ]);
    expect(errors(readWith(flow, lines()))).toEqual(["error unmet-price C4"]);
    expect(errors(readWith(flow, lines("Maintenance")))).toEqual([]);
    const said = { words: [{ word: "Borne", kind: "prestation", as: "TPE installation" }] };
    const counted = readWith(flow, lines(), said);
    expect([errors(counted), counted.quantity("École 1", "TPE", "installation")]).toEqual([[], 2]);
  });

  test("is told by other rules for the prestations of 2014", () => {
    expect(errors(readWith(builtInGrids[0]!, parc("Ratio serveurs", 2, 3)))).toEqual([]);
  });
});

describe("a column of packs that is all blank, beside equipped schools", () => {
  const spec = parc("Pack éducatif", null, null);
  const answered = (as: string): Read =>
    readWith(builtInGrids[0]!, spec, { mappings: [{ file: null, sheet: "Parc", cell: "E1", as }] });

  test("is asked: it shows none, or was not filled in", () => {
    expect(errors(readWith(builtInGrids[0]!, spec))).toEqual(["error unmet-price E1"]);
    expect(errors(readWith(builtInGrids[0]!, parc("Pack éducatif", 1, 1)))).toEqual([]);
  });

  test("bills none where it is said to count them, and one of each school where it is ignored", () => {
    const packs = (result: Read): number[] => ["École 1", "École 2"].map((school) => result.quantity(school, "PACK"));
    expect([errors(answered("PACK maintenance")), packs(answered("PACK maintenance"))]).toEqual([[], [0, 0]]);
    expect([errors(answered("ignored")), packs(answered("ignored"))]).toEqual([[], [1, 1]]);
  });
});
