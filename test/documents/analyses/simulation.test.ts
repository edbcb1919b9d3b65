import { Decimal } from "decimal.js";
import { addAnalyses } from "../../../src/documents";
import { simulate } from "../../../src/statement";
import type { Grid } from "../../../src/tariff";
import * as given from "../../statement/fixtures";
import { rowOf, sheet } from "../fixtures";
import { firstTabs } from "../../tabs";
import { documents, nowhere, of, read } from "./statements";

const { countsA, golden, stateOf } = given;

describe("« Simulation » is no document", () => {
  const dearer: Grid = {
    ...given.splitGrid,
    act: "Projet de délibération",
    rows: given.splitGrid.rows.map((row) =>
      row.code === "POSTE_STD"
        ? { ...row, prices: { ...row.prices, maintenance: { cagb: null, commune: new Decimal("38.50") } } }
        : row,
    ),
  };
  const simulation = simulate(stateOf(golden), of({ ...countsA, "TABLETTE m": 2 }, {}, dearer));
  const models = addAnalyses(documents, { simulation: { simulation, anomalies: [] } }, nowhere);
  const model = sheet(models, "simulation");

  test("it says so at its top, always in view, and on each printed page; nothing in it is signed", () => {
    expect(model.rows[2]!.cells[0]!.value).toBe("Projet, non voté – simulation, aucun document officiel");
    expect(model.freeze!.rows).toBe(3);
    expect(model.print.header.join("")).toContain("Projet, non voté – simulation, aucun document officiel");
    expect(read(model)).not.toMatch(/Arrêté|Certifié|Signature|Imputation|Titre n°/);
    expect(model.names).toEqual([]);
  });

  test("it stands before the fiches, with its annexe, in the place of those of a former trial", () => {
    const keys = models.map(({ key }) => key);
    expect(keys.slice(0, firstTabs.length + 3)).toEqual([
      ...firstTabs.map(([key]) => key),
      "simulation",
      "annexe",
      "fiche-25036-212503600",
    ]);
    expect(addAnalyses(models, { simulation: { simulation, anomalies: [] } }, nowhere)).toEqual(models);
    expect(addAnalyses(models, {}, nowhere)).toEqual(documents);
  });

  test("who would pay more, and by how much", () => {
    // 14 workstations × (38.50 − 36.86) = 22.96, and 2 tablets at 2.50 for the commune, 1.50 for the CAGB.
    expect(rowOf(model, "Chalezeule").map((cell) => cell?.value)).toEqual([
      ...["Chalezeule", "25112", "plus", 1011.05, 1039.01, 27.96, 801.24, 804.24, 3, 30.96],
    ]);
    expect(read(model)).toContain("Communes qui paieraient plus : 2 ; moins : 0 ; autant : 0.");
  });

  test("each price with its units, a new one blank beside what it is not", () => {
    const row = model.rows
      .map(({ cells }) => cells)
      .find((cells) => cells[0]?.value === "Tablette" && cells[2]?.value === "Commune")!;
    expect(row.map((cell) => cell?.value)).toEqual(["Tablette", "Maintenance", "Commune", 0, 2, null, 2.5, 0, 5, 5]);
    expect(row[8]?.formula).toMatch(/^E\d+\*G\d+$/);
  });

  test("« Simulation » reports what could not be read", () => {
    const anomalies = [
      {
        severity: "error",
        code: "quantity-text",
        file: "parc.xlsx",
        sheet: "Parc",
        cell: "E4",
        params: { value: "beaucoup" },
      },
    ] as const;
    const told = sheet(addAnalyses([], { simulation: { simulation, anomalies } }, nowhere), "simulation");
    expect(read(told)).toMatch(/Points propres à l’essai Parc!E4 : «? ?beaucoup/);
  });
});
