import { at, openSmall, refusalOf, sheetOf } from "../small-workbook";
import type { HostWorkbook } from "..";

let workbook: HostWorkbook;
beforeEach(async () => {
  workbook = await openSmall();
});

const panes = () => at(sheetOf(workbook, "Parc"), "freezePanes");
const location = () => at(panes(), ["getLocationOrNullObject"]).get("address");

test("the cells frozen are those of the range; rows alone and columns alone are whole", () => {
  panes().call("freezeAt", ["A1:B3"]);
  expect(location()).toBe("Parc!A1:B3");
  panes().call("freezeAt", ["1:2"]);
  expect(location()).toBe("Parc!1:2");
  panes().call("freezeColumns", [1]);
  expect(location()).toBe("Parc!A:A");
  panes().call("freezeRows", [null]);
  expect(location()).toBe("Parc!1:1");
  panes().call("unfreeze", []);
  expect(panes().call("getLocationOrNullObject", [])).toBeNull();
  expect(refusalOf(() => panes().call("getLocation", []))).toBe("ItemNotFound");
});

test("a hidden sheet has no window to freeze", () => {
  panes().call("freezeRows", [1]);
  sheetOf(workbook, "Parc").set("visibility", "Hidden");
  expect(refusalOf(() => panes().call("unfreeze", []))).toBe("GeneralException");
  expect(refusalOf(() => panes().call("freezeAt", ["A1"]))).toBe("GeneralException");
  expect(location()).toBe("Parc!1:1");
});

test("an invalid number of rows is refused", () => {
  expect(refusalOf(() => panes().call("freezeRows", [1.5]))).toBe("InvalidArgument");
  expect(refusalOf(() => panes().call("freezeRows", [-1]))).toBe("InvalidArgument");
});
