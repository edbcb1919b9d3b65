import { screens } from "../../../src/taskpane/screens";
import { groups } from "./groups";

test("no screen of the pane is left out", () => {
  const passed = Object.values(groups).flatMap((walks) => walks.flatMap(({ screens }) => screens));
  expect([...new Set(passed)].sort()).toEqual([...Object.keys(screens), "unusable"].sort());
});
