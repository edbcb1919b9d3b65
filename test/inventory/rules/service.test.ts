import type { Cell } from "../../../src/cells";
import { _, read, sheet } from "../tables/read-sheets";
import { fateIn, fateOf, pupils } from "./fates";

// Campaign 2014: the snapshot is 1 November 2014, the window goes from 2 November 2013 to it.
describe("a machine of a register is counted by its dates", () => {
  const headers = ["Commune", "École", "Matériel", "N° inventaire", "Mise en service le", "Sortie le"];
  const inventory = (entered: Cell, left: Cell) =>
    fateIn("Parc", headers, ["Beure", "A", "Poste client standard", "P1", entered, left]);

  it.each([
    ["15/09/2009", _, ["POSTE_STD 1"]],
    ["01/11/2013", _, ["POSTE_STD 1"]],
    ["02/11/2013", _, ["POSTE_STD 1", "POSTE_STD+ 1"]],
    ["01/11/2014", _, ["POSTE_STD 1", "POSTE_STD+ 1"]],
    ["15/09/2009", "02/11/2014", ["POSTE_STD 1"]],
    ["15/12/2013", "01/06/2014", ["POSTE_STD+ 1"]],
  ])("entered on %s, left on %p: %j", (entered, left, billed) => {
    expect(inventory(entered, left)).toEqual({ billed, reasons: {}, error: 0, told: [] });
  });

  it.each([
    ["02/11/2014", _, "after-snapshot", ["warning after-snapshot E2"]],
    ["15/09/2009", "01/11/2014", "withdrawn", []],
    [_, "01/06/2014", "withdrawn", []],
  ])("entered on %p, left on %p, it is left out: %s", (entered, left, reason, told) => {
    expect(inventory(entered, left)).toEqual({ billed: [], reasons: { [reason]: 1 }, error: 0, told });
  });

  it("a machine without a date is in service, and reported once for the sheet", () => {
    const fate = fateIn(
      "Parc",
      headers,
      ...["P1", "P2"].map((number) => ["Beure", "A", "Poste client standard", number, _, _]),
    );
    expect(fate).toEqual({ billed: ["POSTE_STD 2"], reasons: {}, error: 0, told: ["info no-entry-date null"] });
  });

  it("is in error where a date cannot be read", () => {
    expect(inventory("jadis", _)).toEqual({ billed: [], reasons: {}, error: 1, told: ["error unreadable-date E2"] });
  });

  it("a machine without a tariff is reported as such, not as undated", () => {
    const fate = fateIn("Parc", headers, ["Beure", "A", "Tablette", "P1", _, _]);
    expect(fate).toEqual({ billed: [], reasons: { untariffed: 1 }, error: 0, told: ["warning untariffed C2"] });
  });

  it("a machine whose label is not read is in error once, whatever its dates", () => {
    const fate = fateIn(
      "Parc",
      headers,
      ["Beure", "A", "Poste client standard", "P1", _, _],
      ["Beure", "A", "Machin", "P2", "jadis", _],
    );
    expect(fate).toMatchObject({ billed: ["POSTE_STD 1"], error: 1 });
    expect(fate.told).not.toContain("error unreadable-date E3");
  });
});

describe("a machine of a register of installations is counted as installed, and never in service", () => {
  const headers = ["Commune", "École", "Matériel", "N° inventaire", "Mise en service le"];
  const parc = sheet("Parc", [headers, ["Beure", "A", "Poste client standard", "P1", "15/09/2009"]]);
  const installed = (entered: Cell) => {
    const rows = [headers, ["Beure", "A", "Poste client standard", "P2", entered]];
    return fateOf(read([pupils, parc, sheet("Installations", rows)]), "Installations");
  };

  it.each(["02/11/2013", "01/11/2014", _])("entered on %p", (entered) => {
    expect(installed(entered)).toMatchObject({ billed: ["POSTE_STD+ 1"], reasons: {}, error: 0 });
  });

  it("a machine of a register of installations is not counted when it entered before the campaign", () => {
    expect(installed("01/11/2013")).toMatchObject({ billed: [], reasons: { "other-year": 1 }, error: 0 });
  });
});

describe("quantities of a row are counted by its dates", () => {
  const headers = ["Commune", "École", "Prestation", "Quantité", "Mise en service le", "Sortie le"];
  const items = (label: string, entered: Cell, left: Cell) =>
    fateIn("Parc", headers, ["Beure", "A", label, 5, entered, left]);

  it.each([
    ["Poste client standard", "15/09/2009", _, ["POSTE_STD 5"]],
    ["Poste client standard", "15/12/2013", _, ["POSTE_STD 5", "POSTE_STD+ 5"]],
    ["Poste client standard", "15/12/2013", "01/06/2014", ["POSTE_STD+ 5"]],
    ["Pièces détachées", "15/12/2013", _, ["PIECES+ 5"]],
  ])("« %s », entered on %p, left on %p: %j", (label, entered, left, billed) => {
    expect(items(label, entered, left)).toEqual({ billed, reasons: {}, error: 0, told: [] });
  });

  it.each([
    ["Poste client standard", "02/11/2014", _, "after-snapshot"],
    ["Poste client standard", "15/09/2009", "01/06/2014", "withdrawn"],
    ["Pièces détachées", "15/09/2009", _, "untariffed"],
  ])("« %s », entered on %p, left on %p: left out (%s)", (label, entered, left, reason) => {
    expect(items(label, entered, left)).toMatchObject({ billed: [], reasons: { [reason]: 1 }, error: 0 });
  });

  it("quantities of a row without a date are in service, and reported once for the sheet", () => {
    expect(items("Poste client standard", _, _)).toEqual({
      billed: ["POSTE_STD 5"],
      reasons: {},
      error: 0,
      told: ["info no-entry-date null"],
    });
  });

  it("a row of zeros is of no interest, whatever its dates", () => {
    expect(
      fateIn(
        "Parc",
        headers,
        ["Beure", "A", "Poste client standard", 0, "jadis", _],
        ["Beure", "A", "Serveur standard", 1, "15/09/2009", _],
      ),
    ).toMatchObject({
      billed: ["SERVEUR_STD 1"],
      error: 0,
      told: [],
    });
  });

  it("spare parts in a table with exit dates alone are installed, and none is undated", () => {
    const rows = ["Poste client standard", "Pièces détachées"].map((label) => ["Beure", "A", label, 5, _]);
    expect(fateIn("Parc", [...headers.slice(0, 4), "Sortie le"], ...rows)).toEqual({
      billed: ["PIECES+ 5", "POSTE_STD 5"],
      reasons: {},
      error: 0,
      told: [],
    });
  });
});
