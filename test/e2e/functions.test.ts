import { CellError } from "../../src/cells";
import { smallWorkbook } from "../cli/small-workbook";
import { testInDepth } from "../depth";
import { openExcel, openSample, useBrowser } from "./open-excel";
import type { Person } from "./person";

useBrowser();

test("cells call the add-in's functions: amounts, ranges that spill, errors, texts, recalculation", async () => {
  const { workbook } = await openSample("anomalies-2014");
  const on = "Calculs";
  workbook.book.addSheet(on);
  const type = (address: string, input: string | number) => workbook.type(on, address, input);
  const shown = (address: string) => workbook.cell(on, address);
  type("A1", `=ORDICLASSE.TARIF("Poste client standard","Maintenance")`);
  type("A2", `=ORDICLASSE.INSTALL("POSTE_STD",2)`);
  type("A3", `=A1*10+A2`);
  type("A4", `=ORDICLASSE.ENLETTRES(A1)`);
  type("A5", `=ORDICLASSE.CAMPAGNE(DATE(2013,11,2))`);
  type("B1", `=ORDICLASSE.MAINT("POSTE_STD",'Inventaire 2014'!F4:F8)`);
  type("C1", `=ORDICLASSE.TARIF("Vidéoprojecteur","Maintenance")`);
  type("C2", `=ORDICLASSE.TARIF("Poste client standard","Location")`);
  type("D1", `=ORDICLASSE.GRILLE(2014)`);
  await workbook.calculate();

  expect(shown("A1")).toBe(36.86);
  expect(shown("A2")).toBeCloseTo(2 * 31.6, 10);
  expect(shown("A3")).toBeCloseTo(368.6 + 63.2, 10);
  expect(shown("A4")).toBe("trente-six euros et quatre-vingt-six centimes");
  expect(shown("A5")).toBe(41944); // 1 November 2014
  // 12, 15 and 30 postes; −4 and 2,5 are none, each with its own error
  expect(["B1", "B2", "B3"].map(shown)).toEqual([442.32, 552.9, 1105.8]);
  expect(["B4", "B5", "C1", "C2"].map((address) => shown(address))).toEqual(
    ["B4", "B5", "C1", "C2"].map(() => expect.any(CellError)),
  );
  // Ten columns: a title, then the nine prestations.
  expect([shown("D1"), shown("M1"), shown("E5")]).toEqual(["Code", expect.any(String), "Poste client standard"]);
  expect([shown("D10"), shown("D11")]).toEqual([expect.any(String), null]);

  workbook.type("Inventaire 2014", "F4", 20);
  await workbook.calculate();
  expect(shown("B1")).toBeCloseTo(20 * 36.86, 10);
});

for (const withoutFunctions of ["none", "unregistered"] as const)
  testInDepth(
    `an Excel without them (${withoutFunctions}): the pane and the ribbon work, and say so where Excel does`,
    async () => {
      const isSaid = async ({ pane }: Person) =>
        (await pane.getByText("Cet Excel n’accepte pas les fonctions ORDICLASSE").count()) === 1;
      // A workbook that says no campaign opens on the first screen.
      const { person: first } = await openExcel(await smallWorkbook(), "parc.xlsx", { withoutFunctions });
      await first.seesCode("pane-welcome-title");
      expect(await isSaid(first)).toBe(withoutFunctions === "none");

      const { host, person, workbook } = await openSample("anomalies-2014", { withoutFunctions });
      await person.reads(2014);
      await person.opensStep("lecture");
      expect(await isSaid(person)).toBe(withoutFunctions === "none");
      await host.runCommand("tousLesPoints");
      await person.sees("9 points à corriger, 5 à vérifier");
      await person.generates();
      expect(workbook.book.sheets.map(({ name }) => name)).toContain("Titre CAGB");
    },
  );
