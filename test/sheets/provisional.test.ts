import type { Anomaly } from "../../src/messages";
import type { SheetModel } from "../../src/sheets";
import { full, sheet, sheetsOf, textsOf } from "./fixtures";

describe("documents made in spite of errors", () => {
  const error = {
    severity: "error",
    code: "missing-commune",
    file: "parc.xlsx",
    sheet: "Parc",
    cell: "A9",
    params: {},
  };
  const made = (anomalies: readonly object[]) =>
    sheetsOf({ ...full, anomalies: anomalies as Anomaly[] }, { printableFiches: true });
  const saying = (all: readonly SheetModel[]) =>
    all.filter((model) => textsOf(model).some((one) => one.startsWith("Provisoire"))).map(({ key }) => key);

  test("those that are sent say how many points are not billed; without errors, none does", () => {
    const sent = (all: readonly SheetModel[]) =>
      all.map(({ key }) => key).filter((key) => /^(titre|recapitulatif|fiche)/.test(key));
    const forced = made([error, error]);
    expect(saying(forced)).toEqual(sent(forced));
    expect(textsOf(sheet(forced, "titre")).join()).toContain("2 points restent à corriger");
    expect(saying(made([{ ...error, severity: "warning" }]))).toEqual([]);
  });

  test("and nothing else in them changes: the row is one that is blank without, and no row moves", () => {
    const [with_, without] = [made([error]), made([])].map((all) => sheet(all, "titre").rows);
    expect(with_!.map((row, index) => (index === 3 ? without![3] : row))).toEqual(without);
    for (const key of saying(made([error]))) expect([key, sheet(made([]), key).rows[3]!.cells]).toEqual([key, []]);
  });
});
