import type { Anomaly, MessageCode } from "../../src/messages";
import { allAnomalies } from "../../src/statement";
import { compareCommunes, compareNames } from "../../src/statement/order";
import * as given from "./fixtures";

describe("names come in the order of French dictionaries", () => {
  test("names come in the order of French dictionaries whatever their accents", () => {
    expect(["Zèbre", "Étang", "eau", "Éau"].sort(compareNames)).toEqual(["eau", "Éau", "Étang", "Zèbre"]);
  });

  test("two spellings that a dictionary does not tell apart always come in the same order", () => {
    const [composed, decomposed] = ["École", "École".normalize("NFD")] as const;
    expect([composed, decomposed].sort(compareNames)).toEqual([decomposed, composed]);
    expect([decomposed, composed].sort(compareNames)).toEqual([decomposed, composed]);
    expect([compareNames(composed, decomposed), compareNames(decomposed, composed)]).toEqual([1, -1]);
    expect(compareNames(composed, composed)).toBe(0);
  });

  test("communes of one name come by INSEE code", () => {
    const [one, other] = [given.commune("25001", "Le Bas"), given.commune("25002", "Le Bas")];
    const first = given.commune("25900", "Amagney");
    expect([other, one, first].sort(compareCommunes)).toEqual([first, one, other]);
    expect([one, other, first].sort(compareCommunes)).toEqual([first, one, other]);
    expect([compareCommunes(other, one), compareCommunes(one, other)]).toEqual([1, -1]);
    expect(compareCommunes(one, { ...one })).toBe(0);
  });
});

const { schoolA, parc, effectifs, stateOf } = given;
const rows = [parc, effectifs].map((sheet) => ({ sheet, read: 3, billed: 3, excluded: 0, error: 0, reasons: {} }));

type Place = readonly [file: string | null, sheet: string | null, cell: string | null, code?: MessageCode];

/** As one leafs through the two workbooks: the whole, the sheets read, then those not read, by file and by name. */
const leafed: readonly Place[] = [
  [null, null, null],
  ["parc.xlsx", parc.name, null],
  ["parc.xlsx", parc.name, "A1"],
  ["parc.xlsx", parc.name, "B1"],
  ["parc.xlsx", parc.name, "B2", "quantity-text"],
  ["parc.xlsx", parc.name, "B2", "unreadable-date"],
  ["parc.xlsx", parc.name, "AA2:AC2"],
  ["parc.xlsx", parc.name, "B10"],
  ["effectifs.xlsx", "Effectifs", null],
  ["effectifs.xlsx", "Effectifs", "A1"],
  ["effectifs.xlsx", "Archives", "C3"],
  ["parc.xlsx", "Archives", null],
  ["parc.xlsx", "Archives", "A1"],
  ["parc.xlsx", "Brouillon", null],
];

describe("anomalies are in the order in which one leafs through the workbooks", () => {
  const anomalies = leafed.map(([file, sheet, cell, code = "quantity-text"]): Anomaly => {
    return { severity: "warning", code, file, sheet, cell, params: {} };
  });
  const odd = (wanted: boolean) => anomalies.filter((_one, index) => (index % 2 === 1) === wanted);

  test.each([
    ["in that order", anomalies],
    ["from the end", [...anomalies].reverse()],
    ["one in two", [...odd(true), ...odd(false)]],
    ["one in two, from the end", [...odd(false), ...odd(true).reverse()]],
  ])("anomalies are in the same order, whatever the order in which they were found: %s", (_name, found) => {
    const reading = given.reading([schoolA], [], { rows, anomalies: found });
    expect(
      allAnomalies(reading, stateOf(reading)).map(({ file, sheet, cell, code }) => [file, sheet, cell, code]),
    ).toEqual(leafed.map(([file, sheet, cell, code = "quantity-text"]) => [file, sheet, cell, code]));
  });
});
