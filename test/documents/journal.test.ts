import { CellError } from "../../src/cells";
import { journalColumns, journalFirstRow } from "../../src/documents";
import type { Anomaly } from "../../src/messages";
import { makeSheets } from "../at-once";
import * as given from "../statement/fixtures";
import { full, inputOf, sheet, sheetsOf } from "./fixtures";

describe("the journal is only added to", () => {
  const earlier = [
    [41968.5, 2014, 41944, "Acte", "", "x", 1, 2, 3, 4, 5, 6.5, 7.5, 14, "Aucune"],
    ["à la main", null, new CellError("#N/A")],
  ];
  const fingerprints = [
    { file: "parc.xlsx", sheet: "Parc", fingerprint: "0123456789abcdef0123" },
    { file: "parc.xlsx", sheet: "Effectifs", fingerprint: "fedcba9876543210" },
    { file: "autre.csv", sheet: "autre", fingerprint: "00112233aabbccdd" },
  ];
  const input = inputOf(full, {}, { journal: { when: "2014-11-25 12:00", rows: earlier, fingerprints } });
  const journal = sheet(makeSheets(input), "journal");

  test("earlier rows keep their values, the new one comes last", () => {
    const values = journal.rows.slice(journalFirstRow).map(({ cells }) => cells.map((cell) => cell?.value));
    expect(values).toHaveLength(3);
    expect(values[0]).toEqual([...earlier[0]!, null, null]); // written before états had versions
    expect(values[1]!.slice(0, 3)).toEqual(["à la main", null, "#N/A"]);
    expect(values[2]!.slice(0, 3)).toEqual([41968.5, 2014, 41944]); // 25 November at noon; 1 November 2014
    expect(values[2]![5]).toBe("parc.xlsx : Parc 0123456789ab, Effectifs fedcba987654\nautre.csv : autre 00112233aabb");
    expect(values[2]!.slice(6, 10)).toEqual([5, 2, 2, 1]);
  });

  test("errors accepted are told by their number and places, fifteen at most", () => {
    const error = (sheetName: string | null, cell: string | null, file = "parc.xlsx"): Anomaly => ({
      ...{ severity: "error", code: "missing-school", file, sheet: sheetName, cell, params: {} },
    });
    const said = (...anomalies: Anomaly[]) => {
      const rows = [...full.rows, { sheet: given.effectifs, read: 1, billed: 1, excluded: 0, error: 0, reasons: {} }];
      const model = sheet(sheetsOf({ ...full, anomalies, rows }), "journal");
      return model.rows[journalFirstRow]!.cells[journalColumns.accepted]?.value;
    };
    const parc = given.parc.name;
    expect(said()).toBe("Aucune");
    expect(said({ ...error(parc, "A5"), severity: "warning" })).toBe("Aucune");
    expect(
      said(error(parc, "A5"), error(parc, "A6"), error("Effectifs", "B2", "effectifs.xlsx"), error(null, null)),
    ).toBe(`4\u00a0: parc.xlsx, ${parc}!A5, A6, [effectifs.xlsx]Effectifs!B2`);
    const many = Array.from({ length: 17 }, (_one, index) => error(parc, `A${index + 1}`));
    expect(said(...many)).toMatch(/^17\s: .*A15 et 2 autres$/);
    expect(said(...many.slice(1))).toMatch(/^16\s: .*A16 et 1 autre$/);
  });

  test("particulars that are given are apart from the options that count", () => {
    const particulars = { stateNumber: "2014-07", sessionOn: "2014-11-06" };
    const { cells } = sheet(sheetsOf(full, { besancon: "left-out", particulars }), "journal").rows[journalFirstRow]!;
    const said = (column: number) => String(cells[column]?.value).replaceAll("\u00a0", " ");
    expect(said(journalColumns.particulars)).toBe("État n° : 2014-07\nSéance du conseil : 06/11/2014");
    expect(said(journalColumns.options)).toMatch(/^Besançon : non facturée\nPar défaut : /);
    expect(said(journalColumns.options)).not.toContain("2014-07");
  });

  test("a text beside an amount does not touch it", () => {
    for (const { cells } of journal.rows.slice(journalFirstRow - 1))
      expect(cells[journalColumns.accepted]?.style).toMatchObject({ align: "left", indent: 1 });
  });

  test("a time that is no civil time stays as it was given", () => {
    const odd = sheet(
      makeSheets(inputOf(full, {}, { journal: { when: "hier", rows: [], fingerprints: [] } })),
      "journal",
    );
    expect(odd.rows[journalFirstRow]!.cells[0]?.value).toBe("hier");
  });
});
