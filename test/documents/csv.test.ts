import { mailingCsv } from "../../src/documents";
import * as given from "../statement/fixtures";
import { inputOf } from "./fixtures";

test("a mailing has no number of pupils, not 0, where the tariff counts none", () => {
  const grid = { ...given.grid, rows: given.grid.rows.filter(({ counts }) => counts !== "pupils") };
  const school = given.school(given.chalezeule, "École primaire");
  const reading = given.reading([school], given.quantities(school, { "POSTE_STD m": 10 }));
  const [titles, line] = mailingCsv(inputOf(reading, {}, {}, grid).statement).split("\r\n");
  expect(titles).toContain(";écoles;élèves;écart;");
  expect(line).toMatch(/;1;;;[^;]+\.pdf;$/);
});
