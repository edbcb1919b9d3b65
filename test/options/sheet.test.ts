import fc from "../properties";
import { CellError, cellName, fold } from "../../src/cells";
import type { Cell, SheetCells } from "../../src/cells";
import { message } from "../../src/messages";
import { defaultOptions, mergeOptions, readOptionsSheet } from "../../src/options";
import { optionsSheetRows } from "../../src/options/plan-changes";
import { tableUses } from "../../src/options/types";
import type { Options } from "../../src/options";
import { canteens, conventionOfFiles } from "../conventions/canteens";
import { headers, sheetOf } from "./sheet-of";

function optionsOf(...rows: (readonly Cell[])[]) {
  const read = readOptionsSheet([sheetOf([headers, ...rows])]);
  if (!read.ok) throw new Error(JSON.stringify(read.error));
  return read.value;
}

function faultsOf(sheets: readonly SheetCells[]) {
  const read = readOptionsSheet(sheets);
  if (read.ok) throw new Error("read");
  for (const { code, params } of read.error) expect(message(code, params)).not.toMatch(/[{}]/);
  return read.error.map(({ severity, code, file, sheet, cell }) => [severity, code, file, sheet, cell]);
}

describe("the sheet « Options Ordiclasse »", () => {
  it("says nothing where it is missing, empty, or ours", () => {
    const rows = [headers, ["Besançon", "non facturée"]];
    expect(readOptionsSheet([])).toEqual({ ok: true, value: {} });
    expect(readOptionsSheet([sheetOf(rows, { name: "Options" })])).toEqual({ ok: true, value: {} });
    expect(readOptionsSheet([sheetOf(rows, { generatedKey: "controles" })])).toEqual({ ok: true, value: {} });
    expect(optionsOf()).toEqual({});
  });

  it("is known by its name, case and accents apart, below titles and beside notes", () => {
    const rows = [["Nos réglages"], [], [null, "OPTION", "valeur"], ["note", "besancon", "NON FACTUREE"]];
    expect(readOptionsSheet([sheetOf(rows, { name: "OPTIONS  ORDICLASSE" })])).toEqual({
      ok: true,
      value: { besancon: "left-out" },
    });
  });

  it.each([
    [["Besançon", "comme les autres"], { besancon: "like-others" }],
    [["Besançon", "part CAGB seule"], { besancon: "cagb-share-only" }],
    [["Besançon", "non facturée", "vu avec la direction"], { besancon: "left-out" }],
    [["Prestation par école", "une par école"], { schoolUnit: "one" }],
    [["Prestation par école", "à l'unité"], { schoolUnit: "each" }],
    [["Fiches (impression)", "Oui"], { printableFiches: true }],
    [["Fiches (impression)", "non"], { printableFiches: false }],
    [["Signataire", "Mme X"], { signatory: { name: "Mme X", title: "", delegation: "" } }],
    [["Signataire", null], {}],
    [
      ["Colonne", "Parc", "$e$4", "POSTE_STD installation"],
      { mappings: [{ file: null, sheet: "Parc", cell: "E4", as: "POSTE_STD installation" }] },
    ],
    [
      ["Commune", "Parc", "A12", "Avanne-Aveney", null, "Avane-Aveney"],
      { communes: [{ file: null, sheet: "Parc", cell: "A12", commune: "Avanne-Aveney", was: "Avane-Aveney" }] },
    ],
    [["Commune", "Parc", "A12", "Beure"], { communes: [{ file: null, sheet: "Parc", cell: "A12", commune: "Beure" }] }],
    [
      ["Écarter la ligne", "Parc", "12", "école fermée", "parc.xlsx"],
      { setAside: [{ file: "parc.xlsx", sheet: "Parc", row: 12, reason: "école fermée" }] },
    ],
    [
      ["Écarter la ligne", "Parc", "$f$12", "école fermée"],
      { setAside: [{ file: null, sheet: "Parc", row: 12, column: "F", reason: "école fermée" }] },
    ],
    [
      ["Commentaire d'écart", "Pirey", " Six postes de plus ", 2014],
      { comments: [{ commune: "Pirey", text: "Six postes de plus", against: 2014 }] },
    ],
    [
      ["commentaire d’ecart", "Auxon-Dessous", "Fusion avec Auxon-Dessus", "2015"],
      { comments: [{ commune: "Auxon-Dessous", text: "Fusion avec Auxon-Dessus", against: 2015 }] },
    ],
  ] as const)("reads the row %j", (row, options) => {
    expect(optionsOf(row)).toEqual(options);
  });

  it("gathers the shares of a school, and reads weights typed as text", () => {
    expect(
      optionsOf(
        ["Clé de répartition", "École primaire", "Mamirolle", "Mamirolle", 95],
        ["Besançon", "comme les autres"],
        ["Clé de répartition", "Ecole primaire", "MAMIROLLE", "Le Gratteris", "17,5"],
      ).sharingKeys,
    ).toEqual([
      {
        commune: "Mamirolle",
        school: "École primaire",
        shares: [
          { commune: "Mamirolle", weight: 95 },
          { commune: "Le Gratteris", weight: 17.5 },
        ],
      },
    ]);
  });

  it.each([
    ["an unknown option", ["Tarif réduit", "oui"], "options-sheet-unknown", "A2"],
    ["a value without its option", [null, "oui"], "options-sheet-unknown", "A2"],
    ["an unknown choice", ["Besançon", "exclue"], "options-sheet-bad-choice", "B2"],
    ["a blank choice", ["Besançon", null], "options-sheet-bad-choice", "B2"],
    ["neither oui nor non", ["Fiches (impression)", "peut-être"], "options-sheet-bad-choice", "B2"],
    ["a title without a signatory", ["Qualité du signataire", "Adjointe"], "options-sheet-no-signatory", "A2"],
    ["a delegation without a signatory", ["Délégation", "Pour le Maire"], "options-sheet-no-signatory", "A2"],
    ["a key without a school", ["Clé de répartition", null, "A", "A", 1], "options-sheet-missing-in-key", "B2"],
    ["a key without a host", ["Clé de répartition", "É", null, "A", 1], "options-sheet-missing-in-key", "C2"],
    ["a share without a commune", ["Clé de répartition", "É", "A", " ", 1], "options-sheet-missing-in-key", "D2"],
    ["a share without a weight", ["Clé de répartition", "É", "A", "A"], "options-sheet-bad-weight", "E2"],
    ["a negative weight", ["Clé de répartition", "É", "A", "A", -1], "options-sheet-bad-weight", "E2"],
    ["a weight in words", ["Clé de répartition", "É", "A", "A", "moitié"], "options-sheet-bad-weight", "E2"],
    ["weights that are all zero", ["Clé de répartition", "É", "A", "A", 0], "options-key-no-weight", "E2"],
    ["a column without a sheet", ["Colonne", null, "E4", "PACK"], "options-sheet-missing-in-mapping", "B2"],
    ["a column without an address", ["Colonne", "Parc", "E", "PACK"], "options-sheet-bad-cell", "C2"],
    ["a column without a role", ["Colonne", "Parc", "E4"], "options-sheet-missing-in-mapping", "D2"],
    ["a commune without a sheet", ["Commune", null, "A4", "Beure"], "options-sheet-missing-in-commune", "B2"],
    ["a commune without an address", ["Commune", "Parc", 4, "Beure"], "options-sheet-bad-commune-cell", "C2"],
    ["a cell without its commune", ["Commune", "Parc", "A4"], "options-sheet-missing-in-commune", "D2"],
    ["an Excel error", ["Colonne", new CellError("#REF!"), "E4", "PACK"], "options-sheet-error", "B2"],
    ["a row that is no number", ["Écarter la ligne", "Parc", "douze", "x"], "options-sheet-bad-row", "C2"],
    ["a row beyond a sheet's end", ["Écarter la ligne", "Parc", "F9999999", "x"], "options-sheet-bad-row", "C2"],
    ["row 0", ["Écarter la ligne", "Parc", 0, "x"], "options-sheet-bad-row", "C2"],
    ["a row set aside for no reason", ["Écarter la ligne", "Parc", 12], "options-sheet-missing-in-set-aside", "D2"],
    ["a comment on nobody", ["Commentaire d’écart", null, "x", 2014], "options-sheet-missing-in-comment", "B2"],
    [
      "a comment that says nothing",
      ["Commentaire d’écart", "Pirey", " ", 2014],
      "options-sheet-missing-in-comment",
      "C2",
    ],
    ["a comment without its year", ["Commentaire d’écart", "Pirey", "x"], "options-sheet-no-year", "D2"],
    ["a year in words", ["Commentaire d’écart", "Pirey", "x", "l’an dernier"], "options-sheet-bad-year", "D2"],
    [
      "a comment that is an error",
      ["Commentaire d’écart", "Pirey", new CellError("#NAME?"), 2014],
      "options-sheet-error",
      "C2",
    ],
    [
      "a year that is an error",
      ["Commentaire d’écart", "Pirey", "x", new CellError("#VALUE!")],
      "options-sheet-error",
      "D2",
    ],
    ["a comment on a day", ["Commentaire d’écart", "Pirey", "x", 41944], "options-sheet-bad-year", "D2"],
    ["a comment on no commune", ["Commentaire d’écart", "Pirei", "x", 2014], "options-comment-commune", "B2"],
  ])("refuses %s, at its cell", (_what, row, code, cell) => {
    expect(faultsOf([sheetOf([headers, row])])).toEqual([["error", code, "parc.xlsx", "Options Ordiclasse", cell]]);
  });

  it("refuses an option given twice, at the second", () => {
    const row = ["Besançon", "non facturée"];
    expect(faultsOf([sheetOf([headers, row, row])]).map(([, code, , , cell]) => [code, cell])).toEqual([
      ["options-sheet-repeated", "A3"],
    ]);
  });

  it("refuses a commune with two shares in a key, at the second", () => {
    const row = (commune: string) => ["Clé de répartition", "École", "Saône", commune, 1];
    expect(
      faultsOf([sheetOf([headers, row("Saône"), row("SAONE")])]).map(([, code, , , cell]) => [code, cell]),
    ).toEqual([["options-key-commune-twice", "D3"]]);
  });

  it("refuses a sheet without headers, and a second sheet", () => {
    expect(faultsOf([sheetOf([["Besançon", "non facturée"]])])).toEqual([
      ["error", "options-sheet-no-header", "parc.xlsx", "Options Ordiclasse", "A1"],
    ]);
    expect(faultsOf([sheetOf([headers]), sheetOf([headers], { file: "autre.xlsx" })])).toEqual([
      ["error", "options-sheet-twice", "autre.xlsx", "Options Ordiclasse", "A1"],
    ]);
  });

  it("gathers every fault", () => {
    const rows = [headers, ["Besançon", "x"], ["Inconnue"], ["Colonne", null, "?", null]];
    expect(faultsOf([sheetOf(rows)]).map(([, , , , cell]) => cell)).toEqual(["B2", "A3", "B4", "C4", "D4"]);
  });
});

describe("optionsSheetRows", () => {
  const text = fc.string({ minLength: 1, maxLength: 12, unit: "grapheme" }).filter((value) => value.trim() === value);
  const orEmpty = fc.oneof(fc.constant(""), text);
  const file = fc.option(text, { nil: null });
  const address = fc.tuple(fc.nat(1048575), fc.nat(16383)).map(([row, column]) => cellName(row, column));
  const weight = fc.oneof(fc.nat(1000), fc.double({ min: 0, max: 1e6, noNaN: true }).map(Math.abs));
  const shares = fc
    .uniqueArray(fc.record({ commune: text, weight }), {
      minLength: 1,
      maxLength: 4,
      selector: (one) => fold(one.commune),
    })
    .filter((list) => list.some((one) => one.weight > 0));
  const chosen = <T extends object>(more: fc.Arbitrary<T>) =>
    fc
      .tuple(more, fc.record({ file, sheet: text }), fc.option(text))
      .map(([one, place, was]) => ({ ...place, ...one, ...(was !== null && { was }) }));
  const cellOrNone = fc.option(address, { nil: null });
  const options: fc.Arbitrary<Options> = fc.record({
    besancon: fc.constantFrom("like-others", "cagb-share-only", "left-out"),
    schoolUnit: fc.constantFrom("one", "each"),
    sharingKeys: fc.uniqueArray(fc.record({ commune: text, school: text, shares }), {
      maxLength: 3,
      selector: (key) => JSON.stringify([fold(key.school), fold(key.commune)]),
    }),
    mappings: fc.array(chosen(fc.record({ cell: address, as: text })), { maxLength: 3 }),
    communes: fc.array(chosen(fc.record({ cell: address, commune: text })), { maxLength: 3 }),
    setAside: fc.array(
      chosen(
        fc.record(
          { row: fc.integer({ min: 1, max: 1048576 }), column: fc.constantFrom("A", "F", "XFD"), reason: text },
          { requiredKeys: ["row", "reason"] },
        ),
      ),
      {
        maxLength: 3,
      },
    ),
    comments: fc.uniqueArray(
      fc.record({
        commune: fc.constantFrom("Pirey", "SAONE", "St-Vit", "Les Auxons", "Auxon-Dessous"),
        against: fc.integer({ min: 2000, max: 2099 }),
        text,
      }),
      { maxLength: 3, selector: ({ commune, against }) => `${commune} ${against}` },
    ),
    words: fc.array(
      fc.oneof(
        fc.record({ word: text, kind: fc.constant("nature" as const), as: fc.constantFrom("maintenance", "nothing") }),
        fc.record({
          word: text,
          kind: fc.constant("state" as const),
          as: fc.constantFrom("in-service", "out", "stock"),
        }),
        fc.record({ word: text, kind: fc.constantFrom("prestation" as const, "commune", "header"), as: text }),
      ),
      { maxLength: 3 },
    ),
    tables: fc.array(chosen(fc.record({ cell: cellOrNone, as: fc.constantFrom(...tableUses) })), { maxLength: 3 }),
    repeats: fc.array(chosen(fc.record({ cell: cellOrNone, as: fc.constantFrom("added" as const, "first", "last") })), {
      maxLength: 3,
    }),
    accepted: fc.array(
      fc.record({ file, sheet: fc.option(text, { nil: null }), cell: cellOrNone, code: text, was: text }),
      { maxLength: 3 },
    ),
    signatory: fc.option(fc.record({ name: text, title: orEmpty, delegation: orEmpty }), { nil: null }),
    particulars: fc.record(
      { stateNumber: text, establishedOn: fc.constant("2014-11-25"), creditorSiret: fc.constant("21250056500016") },
      { requiredKeys: [] },
    ),
    printableFiches: fc.boolean(),
  });

  it("writes what the sheet reads back, whatever the options", () => {
    fc.assert(
      fc.property(options, (written) => {
        const read = readOptionsSheet([sheetOf(optionsSheetRows(written))]);
        if (!read.ok) throw new Error(JSON.stringify(read.error));
        expect(mergeOptions(read.value, {})).toEqual(written);
      }),
    );
  });

  it("shows none that means nothing under the only convention that it is of", () => {
    const rows = optionsSheetRows(defaultOptions, [conventionOfFiles(canteens)]).map(([option]) => option);
    const shown = optionsSheetRows(defaultOptions).map(([option]) => option);
    expect(shown.filter((option) => !rows.includes(option))).toEqual([
      "Besançon",
      "Prestation par école",
      "Adresse du débiteur",
      "SIRET du débiteur",
      "Service Chorus du débiteur",
      "Reconduction décidée le",
      "Code ligne de l’imputation",
      "Service de l’imputation",
    ]);
  });

  it("shows every single choice, so that the user sees what can be changed", () => {
    expect(optionsSheetRows(defaultOptions).map(([option, value]) => [option, value])).toEqual([
      ["Option", "Valeur"],
      ["Besançon", "comme les autres"],
      ["Prestation par école", "une par école"],
      ["Fiches (impression)", "non"],
      ["Signataire", null],
      ["Qualité du signataire", null],
      ["Délégation", null],
      ["État n°", null],
      ["Établi le", null],
      ["Budget", null],
      ["Service émetteur", null],
      ["Affaire suivie par", null],
      ["Adresse du créancier", null],
      ["SIRET du créancier", null],
      ["Adresse du débiteur", null],
      ["SIRET du débiteur", null],
      ["Service Chorus du débiteur", null],
      ["Prénom du signataire", null],
      ["Arrêté de délégation n°", null],
      ["Arrêté de délégation du", null],
      ["Séance du conseil", null],
      ["Convention signée le", null],
      ["Article de la convention", null],
      ["Reconduction décidée le", null],
      ["Code ligne de l’imputation", null],
      ["Service de l’imputation", null],
      ["Rectificatif, rang", null],
      ["Rectificatif, exercice d’émission", null],
      ["Rectificatif, motif", null],
      ["Rectificatif, motif du complément", null],
    ]);
  });
});
