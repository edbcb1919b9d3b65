import { CellError } from "../../../../src/cells";
import { at, openSmall, rangeOf, refusalOf, sheetOf } from "../small-workbook";
import type { HostWorkbook } from "..";
import type { CustomArgument, CustomFunctions } from "./custom-calls";
import { Library } from "./library";

let workbook: HostWorkbook;
beforeEach(async () => {
  workbook = await openSmall();
});

const type = (cells: Readonly<Record<string, string | number>>, sheet = "Parc") => {
  for (const [address, input] of Object.entries(cells)) workbook.type(sheet, address, input);
};
const cells = (...addresses: string[]) => addresses.map((address) => workbook.cell("Parc", address));

/** Functions that give what the test says, and note each call. */
function functions(give: (name: string, args: readonly CustomArgument[]) => ReturnType<CustomFunctions["invoke"]>) {
  const calls: string[] = [];
  workbook.useCustomFunctions({
    names: new Set(["ORDICLASSE.F"]),
    invoke: (name, args, caller) => {
      calls.push(`${caller} ${JSON.stringify(args)}`);
      return give(name, args);
    },
  });
  return calls;
}

describe("a result follows what it depends on", () => {
  test("a result follows other formulas, sheets and names, in whatever order they were entered", () => {
    type({ D1: "=D2+1", D2: "=D3*2", D3: "=B2", D4: "=Total" });
    at(workbook.root, "names", ["add", "Total", "=SUM(Parc!$B$2:$B$3)"]);
    workbook.type("Effectifs 2014", "C1", "=Parc!D1+B1");
    // 12 × 2 + 1; 12 + 7; 25 + 120.
    expect([...cells("D1", "D4"), workbook.cell("Effectifs 2014", "C1")]).toEqual([25, 19, 145]);
    type({ B2: 20 });
    expect([...cells("D1", "D4"), workbook.cell("Effectifs 2014", "C1")]).toEqual([41, 27, 161]);
  });

  test("a result follows a change through a chain of five thousand formulas", () => {
    const last = 5_000;
    rangeOf(workbook, "Parc", `D1:D${last}`).set(
      "formulas",
      Array.from({ length: last }, (_, row) => [row + 1 === last ? "=B2" : `=D${row + 2}+1`]),
    );
    expect(cells("D1")).toEqual([12 + last - 1]);
    type({ B2: 0 });
    expect(cells("D1", `D${last}`)).toEqual([last - 1, 0]);
  });

  test("a formula that does not depend on a change is not computed again", () => {
    type({ D2: "=B3*2", D3: "=D2+1" });
    workbook.type("Effectifs 2014", "C1", "=B1*2");
    expect([...cells("D2", "D3"), workbook.cell("Effectifs 2014", "C1")]).toEqual([14, 15, 240]);
    const evaluate = jest.spyOn(Library.prototype, "evaluate");
    type({ B3: 8, E9: "ailleurs" });
    expect([...cells("D2", "D3"), workbook.cell("Effectifs 2014", "C1")]).toEqual([16, 17, 240]);
    const computed = new Set(evaluate.mock.calls.map(([, { text }]) => text));
    evaluate.mockRestore();
    expect(computed).toEqual(new Set(["B3*2", "D2+1"]));
  });

  test("a function of the add-in is not called again for the same arguments", async () => {
    const calls = functions(async (_, [value]) => Number(value) * 2);
    type({ D1: "=ORDICLASSE.F(B2)", D2: "=ORDICLASSE.F(B3)" });
    await workbook.calculate();
    expect(calls.splice(0)).toHaveLength(2);
    type({ B3: 8 });
    workbook.book.calculation.changedAll();
    await workbook.calculate();
    expect(calls).toEqual(["[parc.xlsx]Parc!D2 [8]"]);
    expect(cells("D1", "D2")).toEqual([24, 16]);
  });

  test("a formula in a circle takes what it has for 0", () => {
    type({ D1: "=D2+1", D2: "=D1+1" });
    expect(cells("D1", "D2").every((value) => typeof value === "number")).toBe(true);
  });

  test("a deleted or renamed sheet, a name that comes or goes, are changes too", () => {
    type({ D1: "='Effectifs 2014'!B1*2", D2: "=Taux" });
    expect(cells("D1", "D2")).toEqual([240, new CellError("#NAME?")]);
    at(workbook.root, "names", ["add", "Taux", "=3"]);
    expect(cells("D2")).toEqual([3]);
    sheetOf(workbook, "Effectifs 2014").call("delete", []);
    expect(cells("D1")).toEqual([new CellError("#REF!")]);
  });
});

describe("errors", () => {
  test.each([
    ["=1/0", "#DIV/0!"],
    ["=B1+1", "#VALUE!"],
    ["=INCONNUE(1)", "#NAME?"],
    ["=Inconnu", "#NAME?"],
    ["=E1", "#N/A"],
    ["=Nommée", "#N/A"],
    ["=SUM(E1:E2)", "#N/A"],
    ["=IF(E1=1,1,2)", "#N/A"],
  ])("%s gives %s", (formula, code) => {
    at(workbook.root, "names", ["add", "Nommée", "=Parc!$E$1"]);
    type({ E1: "#N/A", D1: formula });
    expect(cells("D1")).toEqual([new CellError(code)]);
  });

  test("IFERROR and ISERROR see them, a formula that does not is left in peace", () => {
    type({ E1: "#N/A", D1: "=IFERROR(E1,0)", D2: "=ISERROR(E1)", D3: "=IF(TRUE,1,E1)" });
    expect(cells("D1", "D2", "D3")).toEqual([0, true, 1]);
  });
});

describe("a formula that gives several values spills them", () => {
  const rows = [
    ["Beure", 12],
    ["Busy", null],
  ] as const;
  beforeEach(() => void functions(async () => rows));

  test("a formula of several values spills below and to the right, a blank as 0, if the cells are free", async () => {
    type({ D1: "=ORDICLASSE.F()" });
    expect(cells("D1")).toEqual([new CellError("#BUSY!")]);
    await workbook.calculate();
    expect(cells("D1", "E1", "D2", "E2")).toEqual(["Beure", 12, "Busy", 0]);
    const anchor = rangeOf(workbook, "Parc", "D1");
    expect(at(anchor, ["getSpillingToRangeOrNullObject"]).get("address")).toBe("Parc!D1:E2");
    expect([anchor.get("hasSpill"), rangeOf(workbook, "Parc", "D2").get("hasSpill")]).toEqual([true, false]);
    expect(rangeOf(workbook, "Parc", "D1:E2").get("formulas")).toEqual([
      ["=ORDICLASSE.F()", 12],
      ["Busy", 0],
    ]);
    expect(at(sheetOf(workbook, "Parc"), ["getUsedRange", true]).get("address")).toBe("Parc!A1:E3");
  });

  test("#SPILL! while something is in the way, and again once it is gone", async () => {
    type({ E2: "obstacle", D1: "=ORDICLASSE.F()" });
    await workbook.calculate();
    expect(cells("D1", "E1", "D2", "E2")).toEqual([new CellError("#SPILL!"), null, null, "obstacle"]);
    rangeOf(workbook, "Parc", "E2").call("clear", ["Contents"]);
    await workbook.calculate();
    expect(cells("D1", "E2")).toEqual(["Beure", 0]);
    type({ D2: "autre" });
    await workbook.calculate();
    expect(cells("D1", "E1", "D2")).toEqual([new CellError("#SPILL!"), null, "autre"]);
  });

  test("other formulas see what is spilled, and its going", async () => {
    type({ D1: "=ORDICLASSE.F()", G1: "=SUM(E1:E2)" });
    await workbook.calculate();
    expect(cells("G1")).toEqual([12]);
    rangeOf(workbook, "Parc", "D1").call("clear", []);
    await workbook.calculate();
    expect(cells("G1", "D2", "E1")).toEqual([0, null, null]);
  });

  test("a spill never goes beyond the last column", async () => {
    type({ XFD1: "=ORDICLASSE.F()" });
    await workbook.calculate();
    expect(cells("XFD1")).toEqual([new CellError("#SPILL!")]);
  });
});

describe("the add-in's functions", () => {
  test("are given cells as values, ranges as rows, what is left out as null; texts and errors as they are", async () => {
    const calls = functions(async () => 1);
    type({ E1: "#N/A", D1: '=ORDICLASSE.F(B2,A1:B2,,"x",E1,F1)' });
    await workbook.calculate();
    expect(calls).toEqual([`[parc.xlsx]Parc!D1 [12,[["École","Postes"],["Beure",12]],null,"x",{"code":"#N/A"},null]`]);
  });

  test("are given a blank cell as null, as on the web, or as 0, as the test says", async () => {
    const calls = functions(async () => 1);
    type({ D1: "=ORDICLASSE.F(F1,A4:B4)" });
    await workbook.calculate();
    workbook.book.blankArgument = 0;
    type({ D1: "=ORDICLASSE.F(F1,A4:B4)" });
    await workbook.calculate();
    expect(calls.map((call) => call.slice("[parc.xlsx]Parc!D1 ".length))).toEqual([
      "[null,[[null,null]]]",
      "[0,[[0,0]]]",
    ]);
  });

  test("are called together in one turn, and once for the same arguments", async () => {
    const calls = functions(async (_, [value]) => Number(value) + 1);
    type({ D1: "=ORDICLASSE.F(1)+ORDICLASSE.F(1)", D2: "=ORDICLASSE.F(2)" });
    await workbook.calculate();
    expect(calls.map((call) => call.slice("[parc.xlsx]Parc!".length))).toEqual(["D1 [1]", "D2 [2]"]);
    expect(cells("D1", "D2")).toEqual([4, 3]);
  });

  test("may be given one another's results", async () => {
    const calls = functions(async (_, [value]) => Number(value) * 10);
    type({ D2: "=ORDICLASSE.F(D1)", D1: "=ORDICLASSE.F(ORDICLASSE.F(B2))" });
    await workbook.calculate();
    expect(cells("D1", "D2")).toEqual([1_200, 12_000]);
    // None is called with what is not known yet.
    expect(calls.map((call) => call.slice("[parc.xlsx]Parc!".length))).toEqual(["D1 [12]", "D1 [120]", "D2 [1200]"]);
  });

  test("a function that the add-in lacks gives #NAME?", async () => {
    type({ D1: "=ORDICLASSE.F(1)" });
    await workbook.calculate();
    expect(cells("D1")).toEqual([new CellError("#NAME?")]);
  });
});

describe("a formula", () => {
  test.each(["=1+", "=SUM(A1", "=(A1", "=SUM(A1;B1)", "=A1 B1 C", "=1..2"])("the formula %s is refused", (formula) => {
    expect(refusalOf(() => rangeOf(workbook, "Parc", "D1").set("formulas", [[formula]]))).toBe("InvalidArgument");
  });

  test("a function in another language than English is taken, and not found", () => {
    type({ D1: "=SOMME(B2)", D2: "=SUM(B2,B3)" });
    expect(cells("D1", "D2")).toEqual([new CellError("#NAME?"), 19]);
  });

  test("a formula with a sheet that does not exist is refused", () => {
    expect(refusalOf(() => workbook.type("Parc", "D1", "='Nulle part'!A1"))).toBe("InvalidArgument");
  });
});

describe("a workbook that is computed on demand", () => {
  const application = () => at(workbook.root, "application");
  const state = () => application().get("calculationState");
  beforeEach(() => {
    type({ D1: "=B2*2", D2: "=D1+1" });
    expect(cells("D1", "D2")).toEqual([24, 25]);
    workbook.book.calculationMode = "Manual";
  });

  test("shows what its formulas gave, until it is asked to compute them", () => {
    expect(state()).toBe("Done");
    type({ B2: 20 });
    expect([...cells("D1", "D2"), state()]).toEqual([24, 25, "Pending"]);
    expect(rangeOf(workbook, "Parc", "D1").get("values")).toEqual([[24]]);
    application().call("calculate", ["Recalculate"]);
    expect([...cells("D1", "D2"), state()]).toEqual([40, 41, "Done"]);
  });

  test("computes a formula when it is typed, from what the other cells show; a copy shows what was copied", () => {
    type({ B2: 20, E1: "=D1*10" });
    rangeOf(workbook, "Parc", "D3").call("copyFrom", [rangeOf(workbook, "Parc", "D2"), "All"]);
    expect(cells("D1", "E1", "D3")).toEqual([24, 240, 25]);
    application().call("calculate", ["Full"]);
    expect(cells("D1", "E1", "D3")).toEqual([40, 400, 42]);
  });
});
