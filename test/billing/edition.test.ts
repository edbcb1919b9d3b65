import { afterOrigin } from "../../src/billing/edition";
import { defaultOptions } from "../../src/options";
import type { Statement } from "../../src/statement";
import * as given from "../statement/fixtures";

const origin = given.stateOf(given.golden);
const at = (statement: Statement, version: number): Statement => ({
  ...statement,
  edition: { ...statement.edition, version },
});
const host = given.school(given.chalezeule, "École");
const corrected = given.stateOf(given.reading([host], [given.quantity(host, "POSTE_STD", "maintenance", 1)]));

describe("a corrected état never bears the number and version of the one that it corrects", () => {
  const versionOf = (statement: Statement, of = at(origin, 2)) => afterOrigin(statement, of).edition.version;

  test("it is the next version, where its own Journal does not know that one", () => {
    expect(versionOf(corrected)).toBe(3);
  });

  test("of the same amounts, it is that version", () => {
    expect(versionOf(at(origin, 1))).toBe(2);
  });

  test("its own Journal may know later ones, and another number has its own versions", () => {
    expect(versionOf(at(corrected, 7))).toBe(7);
    const options = { ...defaultOptions, particulars: { stateNumber: "2014-02" } };
    expect(versionOf({ ...corrected, options })).toBe(1);
  });

  test("one whose Journal says what was issued is told by it", () => {
    const issued = { number: "2014-01", version: 1, date: "2014-11-28", bordereau: null, titre: null };
    const known: Statement = { ...corrected, edition: { version: 2, issued, differs: "amounts" } };
    expect(afterOrigin(known, at(origin, 5))).toBe(known);
  });
});
