import { particularRows } from "../../src/options/particulars";
import fc from "../properties";
import type { Cell, SheetCells } from "../../src/cells";
import { choicesOf, defaultOptions, mergeOptions, planChanges, readOptionsSheet } from "../../src/options";
import { tableUses } from "../../src/options/types";
import type { Choice, Options, OptionsChange, VarianceComment } from "../../src/options";
import { sheetOf } from "./sheet-of";

const headers: Cell[] = ["Option", "Valeur", "Précision", "Précision 2", "Précision 3"];
const setAside = (row: number, reason = "Fermée"): Choice => ({
  about: "row",
  choice: { file: null, sheet: "Parc", row, reason },
});
const commune = (cell: string, name: string, was = "Avane"): Choice => ({
  about: "commune",
  choice: { file: null, sheet: "Parc", cell, commune: name, was },
});
const column = (cell: string, as: string): Choice => ({
  about: "column",
  choice: { file: null, sheet: "Parc", cell, as },
});
const choose = (choice: Choice): OptionsChange => ({ ask: "choose", choice });
const takeBack = (choice: Choice): OptionsChange => ({ ask: "take-back", choice });

function editsOf(rows: readonly (readonly Cell[])[], ...changes: OptionsChange[]) {
  const plan = planChanges([sheetOf(rows)], changes);
  if (plan.kind !== "edit") throw new Error(plan.kind);
  return plan.edits;
}

describe("the writing of choices in the options sheet", () => {
  it("is the whole sheet where the workbook has none, every option shown", () => {
    const plan = planChanges([], [choose(commune("A5", "Chalezeule", "Chalezeulle"))]);
    if (plan.kind !== "create") throw new Error(plan.kind);
    expect(plan.rows[0]).toEqual([...headers, "Précision 4"]);
    expect(plan.rows.slice(1).map(([option, value]) => [option, value])).toEqual([
      ["Besançon", "comme les autres"],
      ["Prestation par école", "une par école"],
      ["Fiches (impression)", "non"],
      ["Signataire", null],
      ["Qualité du signataire", null],
      ["Délégation", null],
      ...Object.values(particularRows).map(({ label }) => [label, null]),
      ["Commune", "Parc"],
    ]);
    expect(plan.rows.at(-1)).toEqual(["Commune", "Parc", "A5", "Chalezeule", null, "Chalezeulle"]);
  });

  it("is a row below the last one, nothing else", () => {
    const rows = [["Nos réglages"], [], [null, ...headers], ["note", "Besançon", "non facturée", "vu avec Mme X"]];
    expect(editsOf(rows, choose(setAside(12)))).toEqual([
      { row: 4, column: 1, cells: ["Écarter la ligne", "Parc", 12, "Fermée"] },
    ]);
  });

  it("is the value of a single option, in its own cell; a row where there is none yet", () => {
    const rows = [headers, ["Besançon", "comme les autres", "vu avec Mme X"], ["Signataire", "Mme X"]];
    expect(editsOf(rows, { ask: "set", settings: { besancon: "left-out", schoolUnit: "each" } })).toEqual([
      { row: 1, column: 1, cells: ["non facturée"] },
      { row: 3, column: 0, cells: ["Prestation par école", "à l’unité"] },
    ]);
    expect(editsOf(rows, { ask: "set", settings: { signatory: null } })).toEqual([
      { row: 2, column: 1, cells: [null] },
    ]);
    const signatory = { name: "M. Y", title: "Maire", delegation: "" };
    expect(editsOf(rows, { ask: "set", settings: { signatory } })).toEqual([
      { row: 2, column: 1, cells: ["M. Y"] },
      { row: 3, column: 0, cells: ["Qualité du signataire", "Maire"] },
    ]);
  });

  it("is nothing where that is what the sheet says", () => {
    const rows = [headers, ["Besançon", "NON FACTUREE"], ["Écarter la ligne", "Parc", "12", "Fermée"]];
    expect(
      editsOf([headers, ["Besançon", "non facturée"]], { ask: "set", settings: { besancon: "left-out" } }),
    ).toEqual([]);
    expect(editsOf(rows, takeBack(setAside(13)))).toEqual([]);
  });

  it("is the row of the choice that was made before about the same place", () => {
    const rows = [headers, ["Colonne", "Parc", "$E$4", "PACK"], ["Commune", "Parc", "A5", "Beure", null, "Avane"]];
    expect(editsOf(rows, choose(column("E4", "POSTE_STD")))).toEqual([
      { row: 1, column: 2, cells: ["E4", "POSTE_STD"] },
    ]);
    expect(editsOf(rows, choose(commune("A5", "Morre")))).toEqual([{ row: 2, column: 3, cells: ["Morre"] }]);
  });

  it("is blank where the choice is taken back, notes beside it apart", () => {
    const rows = [
      headers,
      ["Écarter la ligne", "Parc", 12, "Fermée", null, null, "relancer la mairie"],
      ["Commune", "Parc", "A5", "Beure", null, "Avane"],
      ["Écarter la ligne", "Parc", "12", "Encore"],
    ];
    expect(editsOf(rows, takeBack(setAside(12)))).toEqual([
      { row: 1, column: 0, cells: [null, null, null, null] },
      { row: 3, column: 0, cells: [null, null, null, null] },
    ]);
  });

  it("is one row a comment, written again where it changes, blank where its text is gone", () => {
    const comment = (text: string, commune = "Pirey", against = 2014): OptionsChange => ({
      ask: "comment",
      comment: { commune, against, text },
    });
    const rows = [headers, ["Commentaire d’écart", "PIREY", "Travaux", "2014"], ["Besançon", "non facturée"]];
    expect(editsOf(rows, comment("Six postes de plus"))).toEqual([
      { row: 1, column: 1, cells: ["Pirey", "Six postes de plus", 2014] },
    ]);
    expect(editsOf(rows, comment("Fermeture", "Pirey", 2015), comment("Fusion", "Les Auxons"))).toEqual([
      { row: 3, column: 0, cells: ["Commentaire d’écart", "Pirey", "Fermeture", 2015] },
      { row: 4, column: 0, cells: ["Commentaire d’écart", "Les Auxons", "Fusion", 2014] },
    ]);
    expect(editsOf(rows, comment("", "Commune de Pirey"))).toEqual([
      { row: 1, column: 0, cells: [null, null, null, null] },
    ]);
    expect(editsOf(rows, comment("", "Morre"))).toEqual([]);
  });

  it("tells files, sheets and kinds of places apart", () => {
    const rows = [
      headers,
      ["Écarter la ligne", "Parc", 12, "Fermée", "autre.xlsx"],
      ["Colonne", "Parc", "A12", "PACK"],
    ];
    expect(editsOf(rows, takeBack(setAside(12)), takeBack(commune("A12", "Beure")))).toEqual([]);
  });

  it("is refused where the sheet cannot be read, or could not be afterwards", () => {
    const refusalOf = (rows: readonly (readonly Cell[])[], change: OptionsChange) => {
      const plan = planChanges([sheetOf(rows)], [change]);
      return plan.kind === "refused" ? plan.anomaly.code : plan.kind;
    };
    expect(refusalOf([["Besançon", "x"]], choose(setAside(12)))).toBe("options-sheet-no-header");
    expect(refusalOf([headers, ["Besançon", "x"]], choose(setAside(12)))).toBe("options-sheet-bad-choice");
    const nobody = { name: "", title: "Maire", delegation: "" };
    expect(refusalOf([headers], { ask: "set", settings: { signatory: nobody } })).toBe("options-sheet-no-signatory");
    const onNobody = { commune: "Atlantis", against: 2014, text: "Travaux" };
    expect(refusalOf([headers], { ask: "comment", comment: onNobody })).toBe("options-comment-commune");
    const endless = { commune: "Pirey", against: 2014, text: "a".repeat(501) };
    expect(refusalOf([headers], { ask: "comment", comment: endless })).toBe("options-comment-too-long");
  });

  const place = {
    file: fc.option(fc.constantFrom("parc.xlsx", "b.xlsx"), { nil: null }),
    sheet: fc.constantFrom("Parc", "12"),
  };
  const was = fc.constantFrom({}, { was: "Avane" });
  const cell = fc.constantFrom("A5", "B12");
  const one: fc.Arbitrary<Choice> = fc.oneof(
    fc
      .record({ ...place, cell, as: fc.constantFrom("PACK", "ignorer") })
      .chain((choice) => was.map((more): Choice => ({ about: "column", choice: { ...choice, ...more } }))),
    fc
      .record({ ...place, cell, commune: fc.constantFrom("Beure", "Morre") })
      .chain((choice) => was.map((more): Choice => ({ about: "commune", choice: { ...choice, ...more } }))),
    fc
      .record({ ...place, row: fc.integer({ min: 1, max: 3 }), reason: fc.constantFrom("Fermée", "=1+1") })
      .chain((choice) => was.map((more): Choice => ({ about: "row", choice: { ...choice, ...more } }))),
    fc
      .record({ word: fc.constantFrom("MES", "Pose"), as: fc.constantFrom("installation", "nothing") })
      .map((choice): Choice => ({ about: "word", choice: { kind: "nature", ...choice } })),
    fc
      .record({ ...place, cell: fc.option(cell, { nil: null }), as: fc.constantFrom(...tableUses) })
      .chain((choice) => was.map((more): Choice => ({ about: "table", choice: { ...choice, ...more } }))),
    fc
      .record({ ...place, cell: fc.option(cell, { nil: null }), as: fc.constantFrom("added", "first", "last") })
      .chain((choice) => was.map((more): Choice => ({ about: "repeat", choice: { ...choice, ...more } }))),
    fc
      .record({ ...place, cell, code: fc.constantFrom("implausible-quantity", "other"), was: fc.constantFrom("368") })
      .map((choice): Choice => ({ about: "accepted", choice })),
  );
  const settings = fc.record(
    {
      besancon: fc.constantFrom<Options["besancon"]>("like-others", "left-out"),
      schoolUnit: fc.constantFrom<Options["schoolUnit"]>("one", "each"),
      printableFiches: fc.boolean(),
      signatory: fc.constantFrom(null, { name: "Mme X", title: "", delegation: "Pour le Maire" }),
    },
    { requiredKeys: [] },
  );
  const comment: fc.Arbitrary<VarianceComment> = fc.record({
    commune: fc.constantFrom("Beure", "Morre"),
    against: fc.constantFrom(2013, 2014),
    text: fc.constantFrom("", "Travaux", "=1+1"),
  });
  const change: fc.Arbitrary<OptionsChange> = fc.oneof(
    comment.map((some): OptionsChange => ({ ask: "comment", comment: some })),
    settings.map((some): OptionsChange => ({ ask: "set", settings: some })),
    one.map(choose),
    one.map(takeBack),
  );

  it("reads back as what was asked, one change after the other, whatever they are", () => {
    fc.assert(
      fc.property(fc.array(change, { maxLength: 12 }), (changes) => {
        let sheet: SheetCells | null = null;
        let wanted: Options = defaultOptions;
        for (const asked of changes) {
          sheet = applied(sheet, asked);
          wanted = expected(wanted, asked);
          const read = readOptionsSheet([sheet]);
          if (!read.ok) throw new Error(read.error[0]!.code);
          expect(sorted(mergeOptions(read.value, {}))).toEqual(sorted(wanted));
        }
      }),
    );
  });

  function applied(sheet: SheetCells | null, asked: OptionsChange): SheetCells {
    const plan = planChanges(sheet === null ? [] : [sheet], [asked]);
    if (plan.kind === "refused") throw new Error(plan.anomaly.code);
    if (plan.kind === "create") return sheetOf(plan.rows);
    const rows = sheet!.rows.map((cells) => [...cells]);
    for (const { row, column: from, cells } of plan.edits) {
      while (rows.length <= row) rows.push([]);
      for (const [index, one] of cells.entries()) rows[row]![from + index] = one;
    }
    return sheetOf(rows.map((cells) => Array.from(cells, (one) => one ?? null)));
  }

  function expected(options: Options, asked: OptionsChange): Options {
    if (asked.ask === "set") return { ...options, ...asked.settings };
    if (asked.ask === "comment") {
      const { commune: name, against, text } = asked.comment;
      const others = options.comments.filter((one) => one.commune !== name || one.against !== against);
      return { ...options, comments: text === "" ? others : [...others, asked.comment] };
    }
    const { choice } = asked;
    const at = ({ about, choice }: Choice) => {
      const { file, sheet, row, cell, code, kind, word } = choice as unknown as Record<string, unknown>;
      return [about, file, sheet, row, cell, code, kind, word].join("|");
    };
    const kept = choicesOf(options).filter((known) => at(known) !== at(choice));
    const all = asked.ask === "choose" ? [...kept, choice] : kept;
    return {
      ...options,
      mappings: all.flatMap((known) => (known.about === "column" ? [known.choice] : [])),
      communes: all.flatMap((known) => (known.about === "commune" ? [known.choice] : [])),
      setAside: all.flatMap((known) => (known.about === "row" ? [known.choice] : [])),
      words: all.flatMap((known) => (known.about === "word" ? [known.choice] : [])),
      tables: all.flatMap((known) => (known.about === "table" ? [known.choice] : [])),
      repeats: all.flatMap((known) => (known.about === "repeat" ? [known.choice] : [])),
      accepted: all.flatMap((known) => (known.about === "accepted" ? [known.choice] : [])),
    };
  }

  /** A choice that takes another's row keeps its place in the list. */
  function sorted(options: Options): unknown {
    const inOrder = (list: readonly unknown[]) =>
      list.map((item) => JSON.stringify(item, Object.keys(item as object).sort())).sort();
    return {
      ...options,
      mappings: inOrder(options.mappings),
      communes: inOrder(options.communes),
      setAside: inOrder(options.setAside),
      words: inOrder(options.words),
      tables: inOrder(options.tables),
      repeats: inOrder(options.repeats),
      accepted: inOrder(options.accepted),
      comments: inOrder(options.comments),
    };
  }
});
