import type { Cell } from "../../src/cells";
import { bill } from "../fuzz/bill";
import { campaignYearOf, loadSample, sampleNames } from "../fuzz/samples";
import { read, sheet } from "./workbook-of";

const headers: Cell[] = ["Commune", "École", "Poste client standard", "Montant", "Effectif"];

describe("every cell that holds a number ends in one place", () => {
  test("every cell that holds a number is billed, counted as pupils, left out with its column, row or sheet, or in error", () => {
    const result = read(
      sheet("Parc", [
        ["Parc au 01/11/2014", null, 2014],
        headers,
        ["Pirey", "École du Bourg", 12, 442.32, 60],
        ["Chalezeule", "École A", -3, 0, 41],
        ["Total", null, 9, 442.32, 101],
        ["Chalezeule", "École B", 0, 0, 25],
      ]),
      sheet("Notes", [["Salle", 101]]),
    );
    const [parc, notes] = result.reading.numbers;
    // 2014, then 3 numbers in each of four rows.
    expect(parc).toMatchObject({ numbers: 1 + 4 * 3, billed: 1, headcounts: 3, dates: 0 });
    // -3 stands in error; the pupils beside it are billed.
    expect(parc!.error).toBe(1);
    expect(parc!.billed + parc!.headcounts + parc!.dates + parc!.leftOut + parc!.error).toBe(parc!.numbers);
    expect(notes).toMatchObject({ numbers: 1, leftOut: 1 });
  });

  test.each(sampleNames)("every number of %s has one outcome, sheet by sheet, and none is lost", async (name) => {
    const { json, reading } = bill(await loadSample(name), campaignYearOf(name));
    expect(reading.numbers.length).toBeGreaterThan(0);
    for (const { numbers, billed, headcounts, dates, leftOut, error } of reading.numbers)
      expect(billed + headcounts + dates + leftOut + error).toBe(numbers);
    expect(json.anomalies.filter(({ code }) => code === "unaccounted-number")).toEqual([]);
  });
});
