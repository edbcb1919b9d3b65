import { faultsOfSample } from "../acceptance/samples";
import { cellName } from "../../src/cells";
import { errorCell, rangeOfRows, rangesOfSample } from "./ranges";
import { controls, plain, refusal, table } from "./results";

const headers = ["Commune", "École", "Élèves", "Pack logiciel", "Poste client standard", "Postes standard installés"];
const sound = rangeOfRows([headers, ["Beure", "École primaire", 80, 1, 8, 1]]);

test("« Aucune anomalie » where there is none", () => {
  expect(controls(sound, 2014)).toEqual([["Aucune anomalie"]]);
  expect(controls(sound, null)).toEqual([["Aucune anomalie"]]);
});

test("severity, row and column in the range from 1, and a French sentence; what is to correct first", () => {
  const range = rangeOfRows([
    ["Inventaire 2014"],
    [],
    headers,
    ["Beure", "École primaire", 80, 1, 8, 9],
    ["Chalezeulle", "École élémentaire", 100, 1, 12, null],
  ]);
  range[4]![4] = errorCell("#REF!");
  const rows = table(controls(range, 2014)).map(([severity, row, column, text]) => [
    severity,
    row,
    column,
    plain(String(text)),
  ]);
  expect(rows).toHaveLength(2);
  expect(rows[0]!.slice(0, 3)).toEqual(["À corriger", 5, 1]);
  expect(rows[0]![3]).toMatch(/^« Chalezeulle » ne figure pas parmi les communes.*Nom le plus proche : Chalezeule/);
  expect(rows[1]!.slice(0, 3)).toEqual(["À vérifier", 4, 6]); // 9 installed, 8 in service
});

test("a point without a cell has empty texts for its row and column, and no blank that Excel would show as 0", () => {
  const range = rangeOfRows([headers.toSpliced(2, 1), ["Beure", "École primaire", 1, 8, 1]]);
  const rows = table(controls(range, 2014));
  expect(rows[0]!.slice(0, 3)).toEqual(["À corriger", "", ""]); // no headcount anywhere
  expect(rows.flat()).not.toContain(null);
});

test("the faults of a faulty inventory are told at their cells, as in its workbook", async () => {
  const [range] = [...(await rangesOfSample("anomalies-2014")).values()];
  const told = table(controls(range, 2014)).map(([severity, row, column]) => ({
    severity,
    cell: cellName(Number(row) - 1, Number(column) - 1),
  }));
  const words: Readonly<Record<string, string>> = {
    error: "À corriger",
    warning: "À vérifier",
    info: "Pour information",
  };
  const { faults } = faultsOfSample();
  expect(faults).toHaveLength(14);
  for (const { severity, cell } of faults) expect(told).toContainEqual({ severity: words[severity], cell });
  const errors = faults.filter(({ severity }) => severity === "error");
  expect(told.filter(({ severity }) => severity === "À corriger")).toHaveLength(errors.length);
});

test("a range that is no inventory, and a campaign without a grid, are refused in words", () => {
  expect(refusal(controls([["a"]], 2014)).text).toContain("Aucun inventaire reconnu");
  expect(refusal(controls(sound, 2012)).error).toBe("#N/A");
  expect(refusal(controls(sound, "hier")).error).toBe("#VALUE!");
});
