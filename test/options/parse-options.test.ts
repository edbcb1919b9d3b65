import { commandMessage } from "../../src/messages";
import { defaultOptions, mergeOptions, parseOptions } from "../../src/options";

const key = {
  commune: "Mamirolle",
  school: "École primaire",
  shares: [
    { commune: "Mamirolle", weight: 95 },
    { commune: "Le Gratteris", weight: 17 },
  ],
};
const mapping = { file: null, sheet: "Parc", cell: "E4", as: "POSTE_STD" };
const chosen = { file: null, sheet: "Parc", cell: "A12", commune: "Avanne-Aveney", was: "Avane-Aveney" };
const setAside = { file: "parc.xlsx", sheet: "Parc", row: 12, reason: "école fermée" };
const comment = { commune: "Pirey", against: 2014, text: "Six postes de plus à l’école élémentaire." };
const signatory = { name: "Mme X", title: "Adjointe", delegation: "Pour le Maire" };

function optionsOf(raw: unknown) {
  const read = parseOptions(raw, "options.json");
  if (!read.ok) throw new Error(JSON.stringify(read.error));
  return read.value;
}

function faultsOf(raw: unknown) {
  const read = parseOptions(raw, "options.json");
  if (read.ok) throw new Error("read");
  for (const { code, params, file, severity } of read.error) {
    expect([file, severity]).toEqual(["options.json", "error"]);
    expect(commandMessage(code, params)).not.toMatch(/\{(field|value|keys|choices|school|commune|year)\}/);
  }
  return read.error.map(({ code, params }) => [code, params["field"]]);
}

describe("parseOptions", () => {
  it("says nothing of what the file leaves out", () => {
    expect(optionsOf({})).toEqual({});
  });

  it("reads every option", () => {
    const every = {
      besancon: "left-out",
      schoolUnit: "each",
      sharingKeys: [key],
      mappings: [mapping],
      communes: [chosen],
      setAside: [setAside],
      words: [
        { word: "MES", kind: "nature", as: "installation" },
        { word: "au garage", kind: "state", as: "in-service" },
        { word: "UC bleue", kind: "prestation", as: "POSTE_STD" },
      ],
      tables: [{ file: null, sheet: "Livraisons", cell: "A3", as: "installations", was: "Livraisons" }],
      repeats: [{ file: "parc.xlsx", sheet: "Salles", cell: null, as: "added" }],
      accepted: [{ file: null, sheet: "Parc", cell: "F18", code: "implausible-quantity", was: "368" }],
      comments: [comment],
      signatory,
      printableFiches: true,
    };
    expect(optionsOf(every)).toEqual(every);
  });

  it("takes what was written at a place that a choice is about, or nothing", () => {
    const was = "Groupe scolaire · Pirey";
    const { commune, sheet, cell } = chosen;
    expect(
      optionsOf({
        mappings: [{ ...mapping, was: " Postes " }],
        communes: [{ sheet, cell: "$a$12", commune }],
        setAside: [{ ...setAside, was }],
      }),
    ).toEqual({
      mappings: [{ ...mapping, was: "Postes" }],
      communes: [{ file: null, sheet, cell, commune }],
      setAside: [{ ...setAside, was }],
    });
  });

  it("takes a column of the table of a row set aside, as Excel names it", () => {
    expect(optionsOf({ setAside: [{ ...setAside, column: "f" }] })).toEqual({
      setAside: [{ ...setAside, column: "F" }],
    });
  });

  it("takes an item without a file for any file, and a signatory without title or delegation", () => {
    expect(
      optionsOf({
        mappings: [{ sheet: "Parc", cell: "$e$4", as: "ignored" }],
        signatory: { name: " Mme X " },
      }),
    ).toEqual({
      mappings: [{ file: null, sheet: "Parc", cell: "E4", as: "ignored" }],
      signatory: { name: "Mme X", title: "", delegation: "" },
    });
  });

  it("takes a table without a cell for all those of its sheet, and what was written as a number for its text", () => {
    const accepted = { sheet: "Parc", cell: "F18", code: "implausible-quantity", was: 368 };
    expect(optionsOf({ tables: [{ sheet: "Parc", as: "ignored" }], accepted: [accepted] })).toEqual({
      tables: [{ file: null, sheet: "Parc", cell: null, as: "ignored" }],
      accepted: [{ ...accepted, file: null, was: "368" }],
    });
  });

  it.each([
    [
      "a word of another kind",
      { words: [{ word: "x", kind: "verb", as: "nothing" }] },
      "options-bad-choice",
      "words[0].kind",
    ],
    [
      "a nature that is a state's",
      { words: [{ word: "x", kind: "nature", as: "out" }] },
      "options-bad-choice",
      "words[0].as",
    ],
    ["a word without a meaning", { words: [{ word: "x", kind: "state" }] }, "options-missing-key", "words[0].as"],
    ["an unknown table", { tables: [{ sheet: "Parc", as: "stock" }] }, "options-bad-choice", "tables[0].as"],
    [
      "a table's cell that is none",
      { tables: [{ sheet: "Parc", cell: "4", as: "ignored" }] },
      "options-bad-table-cell",
      "tables[0].cell",
    ],
    ["an unknown rule", { repeats: [{ sheet: "Parc", as: "both" }] }, "options-bad-choice", "repeats[0].as"],
    ["nothing written", { accepted: [{ code: "x", cell: "A1" }] }, "options-missing-key", "accepted[0].was"],
    ["an unknown key", { besançon: "left-out" }, "options-unknown-key", "besançon"],
    ["an unknown key in an item", { setAside: [{ ...setAside, why: "x" }] }, "options-unknown-key", "setAside[0].why"],
    ["an unknown choice", { besancon: "exclue" }, "options-bad-choice", "besancon"],
    ["a choice of another kind", { schoolUnit: 1 }, "options-bad-choice", "schoolUnit"],
    ["a null choice", { besancon: null }, "options-bad-choice", "besancon"],
    ["a text for a boolean", { printableFiches: "true" }, "options-bad-choice", "printableFiches"],
    ["a list that is none", { mappings: mapping }, "options-not-a-list", "mappings"],
    ["an item that is no object", { mappings: ["E4"] }, "options-not-a-record", "mappings[0]"],
    ["a signatory that is a text", { signatory: "Mme X" }, "options-not-a-record", "signatory"],
    ["a signatory without a name", { signatory: { title: "Adjointe" } }, "options-missing-key", "signatory.name"],
    ["a title that is no text", { signatory: { name: "X", title: 3 } }, "options-not-text", "signatory.title"],
    ["a missing reason", { setAside: [{ sheet: "Parc", row: 2 }] }, "options-missing-key", "setAside[0].reason"],
    ["an empty sheet name", { setAside: [{ ...setAside, sheet: " " }] }, "options-not-text", "setAside[0].sheet"],
    ["row 0", { setAside: [{ ...setAside, row: 0 }] }, "options-bad-row", "setAside[0].row"],
    ["a column that is none", { setAside: [{ ...setAside, column: "7" }] }, "options-bad-column", "setAside[0].column"],
    ["half a row", { setAside: [{ ...setAside, row: 2.5 }] }, "options-bad-row", "setAside[0].row"],
    ["a row beyond a sheet's end", { setAside: [{ ...setAside, row: 1048577 }] }, "options-bad-row", "setAside[0].row"],
    ["no A1 address", { mappings: [{ ...mapping, cell: "R4C5" }] }, "options-bad-cell", "mappings[0].cell"],
    [
      "a commune without its name",
      { communes: [{ sheet: "Parc", cell: "A1" }] },
      "options-missing-key",
      "communes[0].commune",
    ],
    [
      "a commune's cell that is none",
      { communes: [{ ...chosen, cell: "12" }] },
      "options-bad-commune-cell",
      "communes[0].cell",
    ],
    [
      "a comment without its year",
      { comments: [{ commune: "Pirey", text: "Travaux" }] },
      "options-missing-key",
      "comments[0].against",
    ],
    ["a year in text", { comments: [{ ...comment, against: "2014" }] }, "options-bad-year", "comments[0].against"],
    ["a year before any", { comments: [{ ...comment, against: 1014 }] }, "options-bad-year", "comments[0].against"],
    ["an empty comment", { comments: [{ ...comment, text: " " }] }, "options-not-text", "comments[0].text"],
    [
      "a comment on no commune",
      { comments: [comment, { ...comment, commune: "Pirei" }] },
      "options-comment-commune",
      "comments[1].commune",
    ],
    [
      "a second comment on a difference, its commune written otherwise",
      { comments: [comment, { ...comment, against: 2015 }, { ...comment, commune: "Mairie de PIREY" }] },
      "options-comment-twice",
      "comments[2].commune",
    ],
    [
      "a comment of more than 500 characters",
      { comments: [comment, { ...comment, against: 2015, text: "a".repeat(501) }] },
      "options-comment-too-long",
      "comments[1].text",
    ],
    ["what was written, not a text", { communes: [{ ...chosen, was: 12 }] }, "options-not-text", "communes[0].was"],
    ["a file that is no text", { mappings: [{ ...mapping, file: 3 }] }, "options-not-text", "mappings[0].file"],
    [
      "a negative weight",
      { sharingKeys: [{ ...key, shares: [{ commune: "A", weight: -1 }] }] },
      "options-bad-weight",
      "sharingKeys[0].shares[0].weight",
    ],
    [
      "a weight in text",
      { sharingKeys: [{ ...key, shares: [{ commune: "A", weight: "1" }] }] },
      "options-bad-weight",
      "sharingKeys[0].shares[0].weight",
    ],
    [
      "a missing weight",
      { sharingKeys: [{ ...key, shares: [{ commune: "A" }] }] },
      "options-missing-key",
      "sharingKeys[0].shares[0].weight",
    ],
    [
      "weights that are all zero",
      { sharingKeys: [{ ...key, shares: [{ commune: "A", weight: 0 }] }] },
      "options-key-no-weight",
      "sharingKeys[0].shares",
    ],
    ["no share", { sharingKeys: [{ ...key, shares: [] }] }, "options-key-no-weight", "sharingKeys[0].shares"],
    [
      "no list of shares",
      { sharingKeys: [{ commune: "A", school: "B" }] },
      "options-missing-key",
      "sharingKeys[0].shares",
    ],
    [
      "a commune with two shares",
      {
        sharingKeys: [
          {
            ...key,
            shares: [
              { commune: "Saône", weight: 1 },
              { commune: "SAONE", weight: 1 },
            ],
          },
        ],
      },
      "options-key-commune-twice",
      "sharingKeys[0].shares",
    ],
  ])("refuses %s, and says which field", (_what, raw, code, field) => {
    expect(faultsOf(raw)).toEqual([[code, field]]);
  });

  it.each([null, [], "x", 3])("refuses what is no object: %p", (raw) => {
    expect(faultsOf(raw)).toEqual([["options-not-a-record", "options.json"]]);
  });

  it("gathers every fault", () => {
    expect(faultsOf({ besancon: "x", extra: 1, setAside: [{ sheet: "", row: -1, reason: "r" }] })).toEqual([
      ["options-unknown-key", "extra"],
      ["options-bad-choice", "besancon"],
      ["options-bad-row", "setAside[0].row"],
      ["options-not-text", "setAside[0].sheet"],
    ]);
  });
});

describe("mergeOptions", () => {
  it("starts from the defaults", () => {
    expect(mergeOptions({}, {})).toEqual(defaultOptions);
  });

  it("lets the file win, option by option, a list replacing a list", () => {
    const fromWorkbook = { besancon: "left-out", schoolUnit: "each", setAside: [setAside], signatory } as const;
    const fromFile = { besancon: "cagb-share-only", setAside: [], signatory: null } as const;
    expect(mergeOptions(fromWorkbook, fromFile)).toEqual({
      ...defaultOptions,
      besancon: "cagb-share-only",
      schoolUnit: "each",
      setAside: [],
      signatory: null,
    });
  });
});
