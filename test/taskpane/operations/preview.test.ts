import { formatAmount } from "../../../src/money";
import { amountsOf } from "../amounts";
import { Decimal } from "decimal.js";
import { planOf } from "../../../src/taskpane/state/preview";
import { expectedOf, faultsOfSample, samples } from "../../acceptance/samples";
import { atDepth } from "../../depth";
import { previewOfSample } from "../pane-of";

describe("the preview of a workbook in the pane", () => {
  it.each(atDepth<readonly (typeof samples)[number][]>([samples[0], samples[4]], samples))(
    "the preview of %s has the amounts of the titre and of each commune, to the cent",
    async (name) => {
      const preview = await previewOfSample(name);
      const expected = expectedOf(name);
      expect(amountsOf(preview)).toEqual({ total: expected.total, cagb: expected.cagb, due: expected.communes });
      const { byCommune } = preview.statement;
      for (const { commune, due } of byCommune) expect(formatAmount(due)).toBe(expected.byCommune[commune.insee]!.due);
      expect(formatAmount(Decimal.sum("0", ...byCommune.flatMap(({ cagb, due }) => [cagb, due])))).toBe(expected.total);
    },
  );

  it("puts what blocks first, then what is to be looked at", async () => {
    const { points, counts } = await previewOfSample("anomalies-2014");
    const order = points.map(({ severity }) => ["error", "warning", "info"].indexOf(severity));
    expect(order).toEqual([...order].sort());
    const { faults } = faultsOfSample();
    expect(counts.error).toBe(faults.filter(({ severity }) => severity === "error").length);
    expect(counts.warning).toBe(faults.filter(({ severity }) => severity === "warning").length);
  });

  it("says what each point is worth: what is read and not billed, the price of one unit where no number is, what a warning bills", async () => {
    const { points, unbilled } = await previewOfSample("anomalies-2014");
    const worthAt = (cell: string) => points.find(({ anomalies }) => anomalies[0].cell === cell)!.worth;
    // A school with a pack, a server, its workstations and its pupils.
    const school = (workstations: number, pupils: number) => 211 + 263.33 + workstations * 36.86 + pupils * 5.27;
    const left = { A5: school(15, 80), A6: school(30, 150), B12: school(30, 180), A16: school(9, 66) };
    for (const [cell, amount] of Object.entries(left))
      expect(worthAt(cell)?.amount?.toFixed(2)).toBe(amount.toFixed(2));
    expect(worthAt("F9")).toEqual({ amount: null, price: new Decimal("36.86"), unit: "poste" });
    expect(worthAt("F18")?.amount?.toFixed(2)).toBe((12 * 36.86).toFixed(2));
    expect(worthAt("F17")).toBeNull();
    expect(unbilled.toFixed(2)).toBe(
      Object.values(left)
        .reduce((sum, amount) => sum + amount)
        .toFixed(2),
    );
  });

  it("says how each table was understood, in words of the act", async () => {
    const { tables, rows } = await previewOfSample("parc-ecoles-2014");
    const parc = tables.find(({ sheet }) => sheet.name === "Parc 01.11.2014")!;
    expect(parc).toMatchObject({ layout: "school-rows", communeFrom: { from: "column", column: 0 } });
    const workstations = parc.columns.filter(({ role }) => role === "POSTE_STD");
    expect(workstations.map(({ nature }) => nature)).toEqual(["maintenance", "installation"]);
    for (const { read, billed, excluded, error } of rows) expect(billed + excluded + error).toBe(read);
  });
});

describe("the plan", () => {
  it("tells what is replaced, added and removed", () => {
    const plan = planOf(
      [
        { key: "titre", name: "Titre CAGB" },
        { key: "fiche-1-1", name: "Fiche A" },
      ],
      [
        { key: "titre", name: "Mon titre" },
        { key: "fiche-2-2", name: "Fiche B" },
      ],
    );
    expect(plan).toMatchObject({ replaced: ["Mon titre"], removed: ["Fiche B"] });
    expect(plan.sheets.map(({ name }) => name)).toEqual(["Titre CAGB", "Fiche A"]);
  });
});
