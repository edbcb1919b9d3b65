import { message } from "../../src/messages";
import { loadCommunes } from "../../src/tariff/communes";
import built from "../../src/tariff/conventions/2014/communes.json";

const [amagney] = built.communes;
const loaded = (...communes: unknown[]) => loadCommunes({ source: "INSEE", communes });

describe("the communes of a convention are data", () => {
  it("loads another convention's: its first and last days may be left out", () => {
    const result = loaded(amagney, {
      ...amagney,
      insee: "25999",
      siren: "212500565",
      to: "2016-12-31",
      mergedInto: "25014",
    });
    expect(result).toMatchObject({
      value: [
        { name: "Amagney", from: null, to: null, successorInsee: null, sirenToVerify: false },
        { insee: "25999", to: { year: 2016, month: 12, day: 31 }, successorInsee: "25014" },
      ],
    });
  });

  it.each([
    ["an unknown key", [{ ...amagney, population: 800 }], "grid-unknown-key", "communes[0].population"],
    ["a missing SIREN", [{ ...amagney, siren: undefined }], "grid-missing-key", "communes[0].siren"],
    ["a blank name", [{ ...amagney, name: " " }], "grid-bad-text", "communes[0].name"],
    ["a SIREN whose key is wrong", [{ ...amagney, siren: "212500145" }], "grid-bad-code", "communes[0].siren"],
    ["an INSEE code of four figures", [amagney, { ...amagney, insee: "2514" }], "grid-bad-code", "communes[1].insee"],
    ["a merger into no code", [{ ...amagney, mergedInto: "Vaire" }], "grid-bad-code", "communes[0].mergedInto"],
    ["a day that does not exist", [{ ...amagney, from: "2017-02-30" }], "grid-bad-date", "communes[0].from"],
    [
      "an end before the start",
      [{ ...amagney, from: "2017-01-01", to: "2016-12-31" }],
      "grid-dates-reversed",
      "communes[0].to",
    ],
    [
      "a SIREN said computed otherwise than by true",
      [{ ...amagney, sirenComputed: "oui" }],
      "grid-bad-text",
      "communes[0].sirenComputed",
    ],
    ["an entity twice", [amagney, amagney], "grid-duplicate-code", "communes[1].siren"],
    ["a commune that is a text", ["Amagney"], "grid-not-a-record", "communes[0]"],
  ])("refuses %s, and says which field", (_what, communes, code, field) => {
    const result = loaded(...communes);
    if (result.ok) throw new Error("loaded");
    expect(result.error.map((fault) => [fault.code, fault.params.field])).toContainEqual([code, field]);
    expect(message(result.error[0]!.code, result.error[0]!.params)).toContain(field);
  });

  it.each([null, { communes: [] }, { source: "INSEE", communes: {} }])("refuses %j", (raw) => {
    expect(loadCommunes(raw).ok).toBe(false);
  });
});
