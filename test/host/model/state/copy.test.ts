import { at, openSmall, rangeOf } from "../small-workbook";
import type { HostWorkbook } from "..";

let workbook: HostWorkbook;
beforeEach(async () => {
  workbook = await openSmall();
});

const formulas = (address: string, sheet = "Parc") => rangeOf(workbook, sheet, address).get("formulas");
const copy = (from: string, to: string, kind = "All", sheet = "Parc") =>
  rangeOf(workbook, sheet, to).call("copyFrom", [rangeOf(workbook, "Parc", from), kind]);

test("relative references follow, those held by $ stay, those that leave the sheet are lost", () => {
  rangeOf(workbook, "Parc", "C3:C5").set("formulas", [
    ["=A1+$A1+A$1+$A$1"],
    ["=SUM(B2:B$3)+'Effectifs 2014'!B1"],
    ["=SUM(B:B)+SUM(2:3)"],
  ]);
  copy("C3:C5", "D4");
  expect(formulas("D4:D6")).toEqual([
    ["=B2+$A2+B$1+$A$1"],
    ["=SUM(C3:C$3)+'Effectifs 2014'!C2"],
    ["=SUM(C:C)+SUM(3:4)"],
  ]);
  copy("C3", "B1");
  expect(formulas("B1")).toEqual([["=#REF!+#REF!+#REF!+$A$1"]]);
});

test("a source goes on an area larger by a whole number of times, else once", () => {
  copy("A2:B2", "D1:E3", "Values");
  expect(rangeOf(workbook, "Parc", "D1:E3").get("values")).toEqual([
    ["Beure", 12],
    ["Beure", 12],
    ["Beure", 12],
  ]);
  copy("A2:B3", "G1", "Values");
  expect(rangeOf(workbook, "Parc", "G1:H3").get("values")).toEqual([
    ["Beure", 12],
    ["Busy", 7],
    ["", ""],
  ]);
});

test("values, formulas and formats are copied apart", () => {
  workbook.type("Parc", "C1", "=B2*2");
  at(rangeOf(workbook, "Parc", "C1"), "format", "font").set("bold", true);
  rangeOf(workbook, "Parc", "C1").set("hyperlink", { documentReference: "Parc!A1" });
  copy("C1", "E1", "Values");
  copy("C1", "E2", "Formulas");
  copy("C1", "E3", "Formats");
  expect(formulas("E1:E3")).toEqual([[24], ["=D3*2"], [""]]);
  const bold = (address: string) => at(rangeOf(workbook, "Parc", address), "format", "font").get("bold");
  expect([bold("E1"), bold("E2"), bold("E3")]).toEqual([false, false, true]);
  expect(rangeOf(workbook, "Parc", "E3").get("hyperlink")).toBeNull();
});

test("whole rows carry their heights, formats, links and merges, and wipe what was there", () => {
  const target = rangeOf(workbook, "Effectifs 2014", "1:9");
  target.set("rowHidden", true);
  at(target, "format").set("rowHeight", 50);
  rangeOf(workbook, "Effectifs 2014", "D9").set("values", "reste");
  at(rangeOf(workbook, "Parc", "2:2"), "format").set("rowHeight", 32);
  rangeOf(workbook, "Parc", "A3:B3").call("merge", []);
  rangeOf(workbook, "Parc", "A1").set("hyperlink", { documentReference: "Parc!A2", screenTip: "Voir" });
  copy("1:9", "1:9", "All", "Effectifs 2014");
  expect(at(rangeOf(workbook, "Effectifs 2014", "A1:A3")).get("values")).toEqual([["École"], ["Beure"], ["Busy"]]);
  const heights = ["1:1", "2:2", "9:9"].map((row) =>
    at(rangeOf(workbook, "Effectifs 2014", row), "format").get("rowHeight"),
  );
  expect(heights).toEqual([15, 32, 15]);
  expect(rangeOf(workbook, "Effectifs 2014", "A1").get("hyperlink")).toMatchObject({ documentReference: "Parc!A2" });
  expect(
    at(rangeOf(workbook, "Effectifs 2014", "A3"), ["getMergedAreasOrNullObject"], "areas", ["getItemAt", 0]).get(
      "address",
    ),
  ).toBe("'Effectifs 2014'!A3:B3");
  expect(workbook.cell("Effectifs 2014", "D9")).toBeNull();
});

test("a range may be copied over itself", () => {
  copy("A1:A3", "A2");
  expect(rangeOf(workbook, "Parc", "A1:A4").get("values")).toEqual([["École"], ["École"], ["Beure"], ["Busy"]]);
});
