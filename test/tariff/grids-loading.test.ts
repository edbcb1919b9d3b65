import { message } from "../../src/messages";
import { loadGrid, type Grid } from "../../src/tariff";
import { checkGrids } from "../../src/tariff/grids";

const sound = {
  id: "t",
  act: "Délibération n° 1",
  votedOn: "2020-06-30",
  from: "2020-11-01",
  to: "2021-11-01",
  note: "",
  rows: [
    {
      code: "TABLETTE",
      prestation: "Tablette",
      unit: "tablette",
      installation: { cagb: "10.00", commune: "5" },
      maintenance: { cagb: null, commune: "0.5" },
    },
  ],
};
const row = sound.rows[0]!;

/** The sound grid with one thing changed; `undefined` takes the key away. */
function withRow(change: Record<string, unknown>): unknown {
  return { ...sound, rows: [{ ...row, ...change }] };
}

function load(from: string, to: string): Grid {
  const loaded = loadGrid({ ...sound, id: from, from, to });
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.error));
  return loaded.value;
}

describe("loadGrid", () => {
  it("loads a grid that has new prestations, and rows split between payers", () => {
    const loaded = loadGrid(sound);
    if (!loaded.ok) throw new Error(JSON.stringify(loaded.error));
    const { installation, maintenance } = loaded.value.rows[0]!.prices;
    expect([installation.cagb?.toString(), installation.commune?.toString()]).toEqual(["10", "5"]);
    expect([maintenance.cagb, maintenance.commune?.toString()]).toEqual([null, "0.5"]);
  });

  it.each([
    ["0.00", "5.00", "null 5"],
    ["5.00", "0", "5 null"],
    ["0.00", null, "0 null"],
    ["0.00", "0.00", "0 0"],
  ])(
    "has %s for one payer beside %s for the other say that nothing is due only where the other bears it",
    (cagb, commune, said) => {
      const loaded = loadGrid(withRow({ installation: { cagb, commune } }));
      if (!loaded.ok) throw new Error(JSON.stringify(loaded.error));
      const { installation } = loaded.value.rows[0]!.prices;
      expect(`${installation.cagb?.toString() ?? null} ${installation.commune?.toString() ?? null}`).toBe(said);
    },
  );

  it("takes the payers by the names that a file of any convention has for them", () => {
    const loaded = loadGrid(withRow({ installation: { debtor: "10.00", member: null } }));
    expect(loaded).toMatchObject({
      value: { rows: [{ prices: { installation: { cagb: { d: [10] }, commune: null } } }] },
    });
  });

  it.each([
    ["an unknown key", { ...sound, tva: "20" }, "grid-unknown-key", "tva"],
    ["an unknown key in a row", withRow({ price: "1" }), "grid-unknown-key", "rows[0].price"],
    [
      "an unknown payer",
      withRow({ installation: { cagb: null, commune: "5", ville: "1" } }),
      "grid-unknown-key",
      "rows[0].installation.ville",
    ],
    ["a missing key", { ...sound, act: undefined }, "grid-missing-key", "act"],
    ["a missing key in a row", withRow({ unit: undefined }), "grid-missing-key", "rows[0].unit"],
    ["a missing payer", withRow({ maintenance: { cagb: null } }), "grid-missing-key", "rows[0].maintenance.commune"],
    [
      "an amount that is a number",
      withRow({ maintenance: { cagb: 36.86, commune: null } }),
      "grid-amount-not-text",
      "rows[0].maintenance.cagb",
    ],
    [
      "more than two decimals",
      withRow({ maintenance: { cagb: "36.865", commune: null } }),
      "grid-bad-amount",
      "rows[0].maintenance.cagb",
    ],
    [
      "a negative amount",
      withRow({ maintenance: { cagb: "-1", commune: null } }),
      "grid-bad-amount",
      "rows[0].maintenance.cagb",
    ],
    [
      "a decimal comma",
      withRow({ maintenance: { cagb: "36,86", commune: null } }),
      "grid-bad-amount",
      "rows[0].maintenance.cagb",
    ],
    [
      "an empty amount",
      withRow({ maintenance: { cagb: "", commune: null } }),
      "grid-bad-amount",
      "rows[0].maintenance.cagb",
    ],
    ["a code given twice", { ...sound, rows: [row, row] }, "grid-duplicate-code", "rows[1].code"],
    [
      "a wording given twice",
      { ...sound, rows: [row, { ...row, code: "AUTRE", prestation: row.prestation.toUpperCase() }] },
      "grid-duplicate-wording",
      "rows[1].prestation",
    ],
    ["a code in small letters", withRow({ code: "tablette" }), "grid-bad-code", "rows[0].code"],
    ["an empty wording", withRow({ prestation: " " }), "grid-bad-text", "rows[0].prestation"],
    ["a note that is no text", { ...sound, note: 3 }, "grid-bad-text", "note"],
    ["an empty name", { ...sound, id: "" }, "grid-bad-text", "id"],
    ["a blank act", { ...sound, act: " " }, "grid-bad-text", "act"],
    [
      "the commune's amount",
      withRow({ maintenance: { cagb: null, commune: "x" } }),
      "grid-bad-amount",
      "rows[0].maintenance.commune",
    ],
    ["no row", { ...sound, rows: [] }, "grid-no-rows", "rows"],
    ["rows that are no list", { ...sound, rows: {} }, "grid-no-rows", "rows"],
    ["a row that is no object", { ...sound, rows: ["PACK"] }, "grid-not-a-record", "rows[0]"],
    ["prices that are no object", withRow({ maintenance: "36.86" }), "grid-not-a-record", "rows[0].maintenance"],
    ["a day that does not exist", { ...sound, from: "2020-02-30" }, "grid-bad-date", "from"],
    ["a French date", { ...sound, to: "01/11/2021" }, "grid-bad-date", "to"],
    ["a vote without a date", { ...sound, votedOn: "" }, "grid-bad-date", "votedOn"],
    ["a period that ends before it starts", { ...sound, to: "2020-10-31" }, "grid-dates-reversed", "to"],
  ])("refuses %s, and says which field", (_what, raw, code, field) => {
    const loaded = loadGrid(raw);
    if (loaded.ok) throw new Error("loaded");
    const faults = loaded.error.filter((error) => error.code === code);
    expect(faults.map(({ params }) => params.field)).toEqual([field]);
    expect(message(faults[0]!.code, faults[0]!.params)).toContain(field);
    expect(loaded.error).toHaveLength(1);
  });

  it.each([null, undefined, "grid", 3, []])("refuses what is no object: %p", (raw) => {
    expect(loadGrid(raw)).toHaveProperty("error.0.code", "grid-not-a-record");
  });

  it.each([
    ["a text", withRow({ code: "tablette" }), "tablette"],
    ["the day that comes too early", { ...sound, to: "2020-10-31" }, "2020-10-31"],
    ["a day that is no text", { ...sound, from: 20201101 }, "20201101"],
    ["a number", withRow({ maintenance: { cagb: 36.86, commune: null } }), "36.86"],
    ["a list", { ...sound, rows: [] }, "[]"],
    ["what JSON cannot say", { ...sound, note: () => "" }, ""],
    ["an unknown key's value", { ...sound, tva: "20" }, "20"],
    ["nothing for a missing key", { ...sound, act: undefined }, ""],
  ])("shows what was found: %s", (_what, raw, value) => {
    expect(loadGrid(raw)).toHaveProperty("error.0.params.value", value);
  });

  it("says a missing key once, and takes an empty note and a vote without a date as they are", () => {
    const missing = loadGrid({ ...sound, from: undefined, rows: undefined, id: undefined });
    expect(!missing.ok && missing.error.map(({ code, params }) => [code, params.field])).toEqual([
      ["grid-missing-key", "id"],
      ["grid-missing-key", "from"],
      ["grid-missing-key", "rows"],
    ]);
    const { installation, ...others } = row;
    const priceless = loadGrid({ ...sound, rows: [others] });
    expect(installation).toBeDefined();
    expect(!priceless.ok && priceless.error.map(({ code, params }) => [code, params.field])).toEqual([
      ["grid-missing-key", "rows[0].installation"],
    ]);
    expect(loadGrid({ ...sound, votedOn: null })).toMatchObject({
      value: {
        ...{ id: "t", act: "Délibération n° 1", votedOn: null, note: "", origin: "built-in" },
        from: { year: 2020, month: 11, day: 1 },
        to: { year: 2021, month: 11, day: 1 },
        rows: [{ code: "TABLETTE", prestation: "Tablette", unit: "tablette" }],
      },
    });
  });

  it("takes a grid of one day, its first being its last", () => {
    expect(loadGrid({ ...sound, to: sound.from })).toHaveProperty("ok", true);
  });

  it("says one fault for a row twice the same, and none for two rows without a wording", () => {
    const codes = (rows: readonly unknown[]) => {
      const loaded = loadGrid({ ...sound, rows });
      return loaded.ok ? [] : loaded.error.map(({ code }) => code);
    };
    expect(codes([row, row])).toEqual(["grid-duplicate-code"]);
    const unnamed = [
      { ...row, prestation: "" },
      { ...row, code: "AUTRE", prestation: "" },
    ];
    expect(codes(unnamed)).toEqual(["grid-bad-text", "grid-bad-text"]);
    expect(
      codes([
        { ...row, code: "" },
        { ...row, code: "", prestation: "Autre" },
      ]),
    ).toEqual(["grid-bad-text", "grid-bad-text"]);
  });

  it.each(["A", "PC2", "PC_2"])("takes the code %s", (code) => {
    expect(loadGrid(withRow({ code }))).toHaveProperty("ok", true);
  });

  it.each(["2PC", "_PC", "PC-2", "PC é", "pC"])("refuses the code %s", (code) => {
    expect(loadGrid(withRow({ code }))).toHaveProperty("error.0.code", "grid-bad-code");
  });

  it("gathers every error", () => {
    const loaded = loadGrid({ ...sound, from: "x", extra: 1, rows: [{ ...row, code: "", unit: 2 }] });
    expect(!loaded.ok && loaded.error.map(({ params }) => params.field).sort()).toEqual(
      ["extra", "from", "rows[0].code", "rows[0].unit"].sort(),
    );
  });
});

const november = { day: 1, month: 11 };

describe("checkGrids", () => {
  it("accepts grids whose campaigns follow one another, in any order", () => {
    expect(checkGrids([load("2016-01-01", "2018-10-31"), load("2014-11-01", "2015-11-01")], november)).toEqual([]);
  });

  it("refuses two grids on one day, the last of one being the first of the other", () => {
    const misfits = checkGrids([load("2014-11-01", "2015-11-01"), load("2015-11-01", "2016-11-01")], november);
    expect(misfits).toMatchObject([{ kind: "overlap", day: { year: 2015, month: 11, day: 1 } }]);
  });

  it("sees an overlap with a long grid that is not the one just before", () => {
    const misfits = checkGrids(
      [load("2014-01-01", "2019-12-31"), load("2014-06-01", "2014-07-01"), load("2018-01-01", "2020-12-31")],
      november,
    );
    expect(misfits.map(({ kind, later }) => [kind, later.id])).toEqual([
      ["overlap", "2014-06-01"],
      ["overlap", "2018-01-01"],
    ]);
  });

  it("refuses a campaign that falls between two grids, and names it", () => {
    const misfits = checkGrids([load("2014-11-01", "2015-11-01"), load("2016-11-02", "2017-11-01")], november);
    expect(misfits).toMatchObject([{ kind: "gap", day: { year: 2016, month: 11, day: 1 } }]);
  });
});
