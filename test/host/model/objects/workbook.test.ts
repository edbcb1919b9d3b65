import { at, openSmall, rangeOf, refusalOf } from "../small-workbook";
import type { HostWorkbook } from "..";

let workbook: HostWorkbook;
beforeEach(async () => {
  workbook = await openSmall();
});

const application = () => at(workbook.root, "application");

test("the workbook tells its name, and its numbers as its user writes them", () => {
  expect(workbook.root.get("name")).toBe("parc.xlsx");
  expect([application().get("decimalSeparator"), application().get("thousandsSeparator")]).toEqual([",", "\u202F"]);
  expect(at(application(), "cultureInfo").get("name")).toBe("fr-FR");
  expect(at(application(), "cultureInfo", "numberFormat").get("numberDecimalSeparator")).toBe(",");
});

test("a requested calculation computes all formulas again on demand", () => {
  workbook.type("Parc", "C1", "=B2*2");
  application().call("calculate", ["Recalculate"]);
  application().call("calculate", ["Full"]);
  expect(workbook.cell("Parc", "C1")).toBe(24);
  expect(refusalOf(() => application().call("calculate", ["Partial"]))).toBe("InvalidArgument");
});

test("suspending and waiting change nothing that can be seen here", () => {
  application().call("suspendApiCalculationUntilNextSync", []);
  application().call("suspendScreenUpdatingUntilNextSync", []);
  expect(workbook.cell("Parc", "B2")).toBe(12);
});

test("a worksheet function tells the date system: 1 January 1904 is day 1 462, or 0", async () => {
  const date = () => at(workbook.root, "functions", ["date", 1904, 1, 1]).get("value");
  expect(date()).toBe(1_462);
  workbook = await openSmall(undefined, { date1904: true });
  expect(date()).toBe(0);
});

test("the selection is on the sheet that is active", () => {
  rangeOf(workbook, "Effectifs 2014", "B1:C2").call("select", []);
  expect(at(workbook.root, ["getSelectedRange"]).get("address")).toBe("'Effectifs 2014'!B1:C2");
  expect(at(workbook.root, ["getSelectedRanges"], "areas", ["getItemAt", 0]).get("cellCount")).toBe(4);
});
