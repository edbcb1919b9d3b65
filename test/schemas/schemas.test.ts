import { readFileSync } from "node:fs";
import { canteens } from "../conventions/canteens";
import { everyOption, refusedOptions } from "../options/option-files";
import { schemaFaults } from "./schema";

describe("the schema of options", () => {
  const faults = schemaFaults("options");

  test.each([
    ["nothing", {}],
    ["every option", everyOption],
    ["a signatory alone, and none", { signatory: null, mappings: [{ sheet: "Parc", cell: "$e$4", as: "ignored" }] }],
    ["a number that was written", { accepted: [{ code: "implausible-quantity", was: 368 }] }],
  ])("takes what is read: %s", (_what, options) => {
    expect(faults(options)).toEqual([]);
  });

  /** What takes more than the form: the communes there are, and other items of the same list. */
  const ofReadingAlone = ["options-comment-commune", "options-comment-twice", "options-key-commune-twice"];
  const ofForm = refusedOptions.filter(
    ([what, , code]) => !ofReadingAlone.includes(code) && what !== "weights that are all zero",
  );

  test.each(ofForm)("refuses what is refused: %s", (_what, options) => {
    expect(faults(options)).not.toEqual([]);
  });

  test.each([null, [], "x", 3])("refuses what is no object: %p", (options) => {
    expect(faults(options)).not.toEqual([]);
  });
});

describe("the schemas of a convention's folder", () => {
  const shipped = (name: string) => JSON.parse(readFileSync(`src/tariff/conventions/2014/${name}.json`, "utf8"));

  test.each(["convention", "grid", "communes"] as const)(
    "take the %s of 2014, the one of a service without intermediary, and no other key",
    (name) => {
      const faults = schemaFaults(name);
      expect([...faults(shipped(name)), ...faults(canteens[name])]).toEqual([]);
      expect(faults({ ...shipped(name), extra: 1 })).not.toEqual([]);
    },
  );

  test("a part of the credit line may have no label", () => {
    const faults = schemaFaults("convention");
    const parted = (part: object) => ({ ...shipped("convention"), creditLine: [part] });
    expect(faults(parted({ heading: "Nature", code: "70878" }))).toEqual([]);
    expect(faults(parted({ heading: "Nature" }))).not.toEqual([]);
  });

  test("a grid's amount is a text, with two decimals at most", () => {
    const faults = schemaFaults("grid");
    const grid = shipped("grid");
    const priced = (debtor: unknown) => ({
      ...grid,
      rows: [{ ...grid.rows[0], maintenance: { debtor, member: null } }],
    });
    expect(faults([priced("5.27"), priced(null)])).toEqual([]);
    for (const wrong of [5.27, "5,27", "5.275", "", "-"]) expect(faults(priced(wrong))).not.toEqual([]);
  });
});
