import { Decimal } from "decimal.js";
import { communeDetail, planOf, previewOfBilling } from "../../../src/taskpane/operations/preview";
import { expectedOf, faultsOfSample, samples } from "../../acceptance/samples";
import { atDepth } from "../../depth";
import { previewOfSample, snapshotOf } from "../pane-of";

const sum = (amounts: readonly string[]) => Decimal.sum("0", ...amounts).toFixed(2);

describe("what the pane shows of a workbook", () => {
  it.each(atDepth<readonly (typeof samples)[number][]>([samples[0], samples[4]], samples))(
    "%s: the amounts of the titre and of each commune, to the cent",
    async (name) => {
      const preview = await previewOfSample(name);
      const expected = expectedOf(name);
      expect(preview).toMatchObject({ total: expected.total, cagb: expected.cagb, due: expected.communes });
      for (const { insee, due } of preview.communes)
        expect({ insee, due }).toEqual({ insee, due: expected.byCommune[insee]!.due });
      expect(sum(preview.communes.map(({ total }) => total))).toBe(expected.total);
      expect(preview.difference).toBe("0.00");
    },
  );

  it("adds up for each commune: installation + maintenance = CAGB + commune = total", async () => {
    for (const row of (await previewOfSample("parc-ecoles-2014")).communes) {
      expect(sum([row.installation, row.maintenance])).toBe(row.total);
      expect(sum([row.cagb, row.due])).toBe(row.total);
    }
  });

  it("puts what blocks first, then what is to be looked at", async () => {
    const { points, counts } = await previewOfSample("anomalies-2014");
    const order = points.map(({ severity }) => ["error", "warning", "info"].indexOf(severity));
    expect(order).toEqual([...order].sort());
    const { faults } = faultsOfSample();
    expect(counts.error).toBe(faults.filter(({ severity }) => severity === "error").length);
    expect(counts.warning).toBe(faults.filter(({ severity }) => severity === "warning").length);
  });

  it("says how each table was understood, in words of the act", async () => {
    const { tables, rows } = await previewOfSample("parc-ecoles-2014");
    const parc = tables.find(({ sheet }) => sheet === "Parc 01.11.2014")!;
    expect(parc).toMatchObject({ layout: "school-rows", commune: { from: "column", letter: "A" } });
    const workstations = parc.columns.filter(({ prestation }) => prestation === "Poste client standard");
    expect(workstations.map(({ nature }) => nature)).toEqual(["maintenance", "installation"]);
    expect(parc.columns.every(({ role }) => role !== "ignored")).toBe(true);
    for (const { read, billed, excluded, error } of rows) expect(billed + excluded + error).toBe(read);
  });
});

describe("why an amount", () => {
  it.each(["parc-ecoles-2014", "export-glpi-2015"])(
    "%s: quantity × price for each line, the lines of a school and the schools of a commune adding up",
    async (name) => {
      const { billing } = await snapshotOf(name);
      for (const row of previewOfBilling(billing, []).communes) {
        const detail = communeDetail(billing, row.insee)!;
        expect(sum(detail.schools.map(({ total }) => total))).toBe(row.total);
        for (const { lines, total } of detail.schools) {
          expect(sum(lines.map(({ amount }) => amount))).toBe(total);
          for (const { quantity, unitPrice, amount, source } of lines) {
            expect(new Decimal(unitPrice).times(quantity).toFixed(2)).toBe(amount);
            expect(source).not.toBeNull();
          }
        }
      }
    },
  );

  it("leads to the cell that the quantity was read in", async () => {
    const { billing, workbook } = await snapshotOf("parc-ecoles-2014");
    const detail = communeDetail(billing, previewOfBilling(billing, []).communes[0]!.insee)!;
    const line = detail.schools[0]!.lines.find(({ prestation }) => prestation === "Poste client standard")!;
    const { sheet, cell } = line.source!;
    const [, letters, row] = /^([A-Z])(\d+)$/.exec(cell)!;
    const rows = workbook.cells.sheets.find(({ name }) => name === sheet)!.rows;
    expect(rows[Number(row) - 1]![letters!.charCodeAt(0) - 65]).toBe(line.quantity);
  });

  it("is nothing for a commune that is not in the statement", async () => {
    expect(communeDetail((await snapshotOf("anomalies-2014")).billing, "00000")).toBeNull();
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
