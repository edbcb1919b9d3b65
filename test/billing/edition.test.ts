import { afterOrigin, printedAs, withEdition } from "../../src/billing/edition";
import { stateNumber } from "../../src/documents";
import { defaultOptions } from "../../src/options";
import { amountsDigest, type Statement } from "../../src/statement";
import * as given from "../statement/fixtures";

const origin = given.stateOf(given.golden);
const at = (statement: Statement, version: number): Statement => ({
  ...statement,
  edition: { ...statement.edition, version },
});
const host = given.school(given.chalezeule, "École");
const corrected = given.stateOf(given.reading([host], [given.quantity(host, "POSTE_STD", "maintenance", 1)]));

describe("a corrected état is printed as the one that it corrects", () => {
  const issuedAs = (stateNumber: string): Statement => ({
    ...origin,
    options: { ...defaultOptions, particulars: { stateNumber } },
  });
  const issue = { campaign: 2014, version: 1, date: "2014-11-28", bordereau: null, titre: null };
  const amounts = amountsDigest(origin);
  const ledger = { lastRow: 4, states: [], issued: [{ ...issue, number: "2014-07", amounts }] };
  const journal = {
    rows: [],
    record: JSON.stringify({
      ...{ row: 3, when: "2014-11-25 14:03", campaign: 2014, options: {}, files: [] },
      ...{ cagb: "0.00", communes: "0.00", total: "0.00", ledger },
    }),
  };

  test("an état corrected under its number is read in its own Journal, and reported under that number", () => {
    const before = withEdition(origin, journal);
    expect(before.edition.differs).toBe("number");
    const after = printedAs(before, issuedAs("2014-07"), journal);
    expect([stateNumber(after), after.edition.differs]).toEqual(["2014-07", null]);
    expect(after.anomalies.map(({ code }) => code)).not.toContain("issued-number-differs");
  });

  test("other amounts are told under the number that it bears from then on", () => {
    const before = withEdition(corrected, journal);
    const after = printedAs(before, issuedAs("2014-07"), journal);
    const told = (statement: Statement) =>
      statement.anomalies.filter(({ code }) => code === "issued-amounts-differ").map(({ params }) => params.number);
    expect([told(before), told(after)]).toEqual([["2014-01"], ["2014-07"]]);
  });

  test("a corrected état is unchanged when the original gives it no particular", () => {
    expect(printedAs(corrected, origin, journal)).toBe(corrected);
  });
});

describe("a corrected état never bears the number and version of the one that it corrects", () => {
  const versionOf = (statement: Statement, of = at(origin, 2)) => afterOrigin(statement, of).edition.version;

  test("it is the next version, where its own Journal does not know that one", () => {
    expect(versionOf(corrected)).toBe(3);
  });

  test("an état with the amounts of a version is that version", () => {
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
