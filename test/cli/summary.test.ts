import { summarise } from "../../src/cli/summary";
import type { Anomaly, Severity } from "../../src/messages";
import { makeStatement } from "../../src/statement";
import { defaultOptions } from "../../src/options";
import * as given from "../statement/fixtures";

const statement = makeStatement(given.golden, given.grid, given.campaign, defaultOptions);
const found = (severity: Severity, code: Anomaly["code"], count: number): Anomaly[] =>
  Array.from({ length: count }, (_one, index) => ({
    severity,
    code,
    file: "parc.xlsx",
    sheet: "Parc",
    cell: `A${index + 1}`,
    params: {},
  }));

/** The lines under the counts. */
function listed(...anomalies: Anomaly[]): string[] {
  const lines = summarise(
    { reading: given.golden, statement, anomalies, sheets: [] },
    { sheets: [], json: true },
    "fr",
  );
  return lines.slice(lines.findIndex((line) => line.startsWith("Points")) + 1);
}

describe("the summary lists what was found, one cause a line", () => {
  test("cells below each other are one range, with their number", () => {
    const lines = listed(...found("info", "commune-recap", 17), ...found("info", "same-source-twice", 1));
    expect(lines).toEqual([
      expect.stringMatching(/^ {2}Parc!A1:A17\s: Ce tableau donne/),
      expect.stringMatching(/^ {2}Parc!A1\s: Ce tableau répète/),
    ]);
  });

  test("ranges that are not named are counted, one or several", () => {
    const apart = (...rows: number[]) =>
      rows.map((row) => ({ ...found("info", "commune-recap", 1)[0]!, cell: `A${row}` }));
    expect(listed(...apart(1, 5))[0]).toMatch(/^ {2}Parc!A1 et une autre plage\s: /);
    expect(listed(...apart(1, 5, 9))[0]).toMatch(/^ {2}Parc!A1 et 2 autres plages\s: /);
  });

  test("what one word causes is told once, with what settles it once for all", () => {
    const natures = found("error", "unknown-nature", 93).map((one) => ({ ...one, params: { value: "MES" } }));
    expect(listed(...natures)).toEqual([
      expect.stringMatching(/^ {2}Parc!A1:A93\s: «\sMES\s» n’est pas une nature\s: 93 lignes ne sont pas facturées/),
      expect.stringMatching(
        /"words": \[\{ "word": "MES", "kind": "nature", "as": "…" \}\] \(installation, maintenance/,
      ),
    ]);
  });

  test("at most six lines to know, the others counted", () => {
    const codes = [
      ...(["commune-recap", "same-source-twice", "filtered-rows", "hidden-parts", "pupil-list"] as const),
      ...(["packs-inferred", "out-without-date", "total-ignores-text"] as const),
    ];
    const lines = listed(...codes.flatMap((code) => found("info", code, 2)));
    expect(lines).toHaveLength(7);
    expect(lines[6]).toMatch(/… et 4 de plus/); // the two codes that are left, twice each
  });

  test("errors, then warnings, thirty of each, each list with what is left", () => {
    const each = (severity: Severity, code: Anomaly["code"], name: string, count: number) =>
      found(severity, code, count).map((one, index) => ({ ...one, params: { [name]: `x${index}` } }));
    const lines = listed(...each("warning", "in-repair", "status", 31), ...each("error", "error-in-name", "value", 32));
    expect(lines).toHaveLength(62);
    expect(lines[29]).toMatch(/Parc!A30\s: La cellule contient l’erreur/);
    expect(lines[30]).toMatch(/… et 2 de plus/);
    expect(lines[31]).toMatch(/Parc!A1\s: Matériel/);
    expect(lines[61]).toMatch(/… et 1 de plus/);
  });
});
