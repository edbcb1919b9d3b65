import { commandMessage } from "../../src/messages";
import { defaultOptions, mergeOptions, parseOptions } from "../../src/options";
import { chosen, everyOption, mapping, refusedOptions, setAside, signatory } from "./option-files";

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
    expect(optionsOf(everyOption)).toEqual(everyOption);
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

  it.each(refusedOptions)("refuses %s, and says which field", (_what, raw, code, field) => {
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
