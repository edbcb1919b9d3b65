import type { Cell } from "../../../src/cells";
import { read, readWith, sheet, withColours, withRed, type Read, type SheetSpec } from "../workbook-of";
import { errors, head, other, parc, posts, words } from "./remarked-schools";

describe("a note that begins with a mark is said of the schools whose names have it", () => {
  const marked = (note: string): SheetSpec =>
    sheet("Parc", [head, ["Beure", "École du Bourg †", 20, 12], other, [], [note]]);
  const quantities = (result: Read): number[] =>
    ["École du Bourg †", "École du Pont"].map((school) => result.quantity(school, "POSTE_STD"));

  test("a note with a mark is asked about when it is not all read", () => {
    const result = read(marked("† rideau baissé depuis juillet"));
    expect([errors(result), quantities(result)]).toEqual([["error undue-note A5"], [0, 9]]);
    const said = readWith(
      words("state", "† rideau baissé depuis juillet", "in-service"),
      marked("† rideau baissé depuis juillet"),
    );
    expect([errors(said), quantities(said)]).toEqual([[], [12, 9]]);
  });

  test.each(["* matériel du Département", " * matériel du Département", "(*) Axians"])(
    "a note with a mark is asked about for the numbers that have it: « %s »",
    (note) => {
      const result = read(parc(["Beure", "École du Bourg", 20, "12 *"], other, [], [note]));
      expect([errors(result), posts(result)]).toEqual([["error correcting-text A5"], [0, 9]]);
    },
  );

  test("a note with a mark is asked about for the numbers whose heading has it", () => {
    const starred = sheet("Parc", [
      [...head.slice(0, 3), "Postes clients standard*"],
      ["Beure", "École du Bourg", 20, 12],
      other.slice(0, 4),
      [],
      ["* matériel du Département"],
    ]);
    const result = read(starred);
    expect([errors(result), posts(result)]).toEqual([["error correcting-text A5"], [0, 0]]);
    expect(result.quantity("École du Bourg", "PORTAIL")).toBe(20);
  });

  test("a note with a mark changes nothing when it is all read", () => {
    const result = read(marked("† école primaire publique"));
    expect([errors(result), quantities(result)]).toEqual([[], [12, 9]]);
  });
});

describe("a legend that says of a colour that it is out is asked", () => {
  const legend = (text: string): SheetSpec =>
    sheet("Parc", [head, ["Beure", "École du Bourg", 20, 12], other, [], [text]]);

  test("a legend that gives a colour to withdrawn machines is asked of the rows of that colour", () => {
    const text = "En rouge : matériel retiré, à ne plus facturer";
    const result = read(withRed(legend(text), "A2", "B2", "C2", "D2"));
    expect([errors(result), posts(result)]).toEqual([["error undue-colour A5"], [0, 9]]);
    const out = readWith(words("state", text, "out"), withRed(legend(text), "A2", "B2", "C2", "D2"));
    expect([errors(out), posts(out)]).toEqual([[], [0, 9]]);
  });

  test("a legend of a colour is asked about for the numbers of that colour, when only they have it", () => {
    const text = "En rouge : matériel retiré, à ne plus facturer";
    const result = readWith(words("state", text, "out"), withRed(legend(text), "D2"));
    expect([errors(result), posts(result)]).toEqual([[], [0, 9]]);
    expect(result.quantity("École du Bourg", "PORTAIL")).toBe(20);
  });

  test("a legend that names no colour is asked about for the cells of its own colour", () => {
    const result = read(withRed(legend("école fermée"), "A2", "B2", "A5"));
    expect([errors(result), posts(result)]).toEqual([["error undue-colour A5"], [0, 9]]);
  });

  test("the swatch of a legend beside a table is not about the row that it faces", () => {
    const beside = sheet("Parc", [
      [...head, "Légende"],
      ["Beure", "École du Bourg", 20, 12, null, "rouge", "école fermée"],
      other,
      ["Saône", "École du Bas", 30, 5],
    ]);
    const spec = withRed(beside, "F2", "A4", "B4", "C4", "D4");
    expect(errors(read(spec))).toEqual(["error undue-colour G2"]);
    const out = readWith(words("state", "école fermée", "out"), spec);
    expect([errors(out), posts(out), out.quantity("École du Bas", "POSTE_STD")]).toEqual([[], [12, 9], 0]);
  });

  test("the colour of a text beside a table, which names another party, is not that of the row that it faces", () => {
    const beside = sheet("Parc", [
      [...head, "Légende"],
      ["Beure", "École du Bourg", 20, 12, null, null, "Axians"],
      other,
      ["Saône", "École du Bas", 30, 5],
    ]);
    const spec = withRed(beside, "G2", "A4", "B4", "C4", "D4");
    expect(errors(read(spec))).toEqual(["error undue-colour G2"]);
    const out = readWith(words("state", "Axians", "out"), spec);
    expect([errors(out), posts(out), out.quantity("École du Bas", "POSTE_STD")]).toEqual([[], [12, 9], 0]);
  });

  test("a legend right of a blank cell, whose colour no file gives, concerns the few rows that have a colour", () => {
    const third: Cell[] = ["Saône", "École du Bas", 30, 5, null];
    const rows = [head, ["Beure", "École du Bourg", 20, 12, null], other, third];
    const below = withRed(sheet("Parc", [...rows, [], [null, null, "à ne plus facturer"]]), "A2", "B2", "D2");
    const out = readWith(words("state", "à ne plus facturer", "out"), below);
    expect([errors(read(below)), errors(out), posts(out)]).toEqual([["error undue-colour C6"], [], [0, 9]]);
    // Right of another row, it may be said of that row: « out » settles nothing of either.
    const beside = sheet("Parc", [...rows.slice(0, 2), [...other, null, null, "à ne plus facturer"], third]);
    const asked = readWith(words("state", "à ne plus facturer", "out"), withRed(beside, "A2", "B2", "D2"));
    expect([errors(asked), posts(asked)]).toEqual([["error undue-note H3"], [0, 0]]);
  });

  test.each([
    "Axians",
    "En rouge : Axians",
    "En rouge : Axians Besançon",
    "Rouge = propriété de la coopérative",
    "état incertain",
    "En rouge : hors dispositif",
    "En rouge : Département",
    "à vérifier",
    "non vérifié",
  ])(
    "a legend that may be about an owner, a state or a doubt is asked about for the numbers of its colour: « %s »",
    (text) => {
      const result = read(withRed(legend(text), "D2", "A5"));
      expect([errors(result), posts(result)]).toEqual([["error undue-colour A5"], [0, 9]]);
    },
  );

  test.each([
    "En rouge : câblage refait",
    "Rouge : à relire avec Mme Stock",
    "En rouge : nouvelle directrice",
    "En rouge : écran bleuté",
    "En rouge : nouveau carrelage",
  ])("a legend that is about something else asks nothing: « %s »", (text) => {
    expect(errors(read(withRed(legend(text), "A2", "B2", "C2", "D2", "A5")))).toEqual([]);
  });

  test("a legend that is not all read is asked about for the colour that it names, whatever its own", () => {
    const result = read(withRed(legend("En rouge : Axians"), "D2"));
    expect([errors(result), posts(result)]).toEqual([["error undue-colour A5"], [0, 9]]);
  });

  test("a legend that is not all read asks nothing when no number has its colour, or most have it", () => {
    expect(errors(read(withRed(legend("Axians"), "A5")))).toEqual([]);
    expect(errors(read(withRed(legend("Axians"), "D2", "D3", "A5")))).toEqual([]);
  });

  test("a legend of a colour that no cell has is asked about for all that has one, as shades have several names", () => {
    const result = read(withRed(legend("En vert : matériel retiré, à ne plus facturer"), "D2"));
    expect([errors(result), posts(result)]).toEqual([["error undue-colour A5"], [0, 9]]);
  });

  test("a legend with the colour of one cell of a row is about that row, where the cell holds no number", () => {
    const text = "En rouge : matériel retiré, à ne plus facturer";
    const out = readWith(words("state", text, "out"), withRed(legend(text), "B2", "D2"));
    expect([posts(out), out.quantity("École du Bourg", "PORTAIL")]).toEqual([[0, 9], 0]);
  });

  test("a legend in the colour of most rows, right of a blank cell, is not said of them", () => {
    const third: Cell[] = ["Saône", "École du Bas", 30, 5];
    const text = "à ne plus facturer";
    const rows = [head, ["Beure", "École du Bourg", 20, 12], other, third, [], [null, null, text]];
    const out = readWith(words("state", text, "out"), withRed(sheet("Parc", rows), "D2", "D3"));
    expect(errors(out)).toEqual(["error undue-note C6"]);
  });

  test("a legend of what is not in service yet is asked about", () => {
    const text = "En rouge : prévision 2015, non commandé";
    const result = read(withRed(legend(text), "D2"));
    expect([errors(result), posts(result)]).toEqual([["error undue-colour A5"], [0, 9]]);
  });

  test.each(["En italique : prévision 2015, non commandé", "Entre parenthèses : en réserve au magasin, non installé"])(
    "a legend of a mark that is not read is asked about for all: « %s »",
    (text) => {
      const result = read(legend(text));
      expect([errors(result), posts(result)]).toEqual([["error correcting-text A5"], [0, 0]]);
      const said = readWith(words("state", text, "in-service"), legend(text));
      expect([errors(said), posts(said)]).toEqual([[], [12, 9]]);
    },
  );

  test("a legend of brackets is not asked about beside the numbers in brackets, which are", () => {
    const text = "Les chiffres entre parenthèses sont des postes commandés, non encore livrés.";
    const bracketed = sheet("Parc", [head, ["Beure", "École du Bourg", 20, "(2)"], other, [], [text]]);
    const result = read(bracketed);
    expect([errors(result), posts(result)]).toEqual([["error quantity-text D2"], [0, 9]]);
    expect(result.quantity("École du Bourg", "PORTAIL")).toBe(20);
  });

  test("a legend of italics is asked about for all, whatever numbers are in brackets", () => {
    const text = "En italique : prévision 2015, non commandé";
    const result = read(sheet("Parc", [head, ["Beure", "École du Bourg", 20, "(2)"], other, [], [text]]));
    expect([result.anomalies().includes("error correcting-text A5"), posts(result)]).toEqual([true, [0, 0]]);
  });

  test("not where it says something else of it", () => {
    expect(errors(read(legend("En gras : écoles visitées en octobre")))).toEqual([]);
    const result = read(withRed(legend("En rouge : école visitée en octobre"), "A2", "B2", "C2", "D2"));
    expect([errors(result), posts(result)]).toEqual([[], [12, 9]]);
  });
});

describe("a coloured label of a row with numbers", () => {
  test("is no legend of the rows of its colour", () => {
    const parcOfOne = sheet("Beure", [
      ["Commune de Beure"],
      ["École : École du Bourg"],
      ["Effectif", 20],
      ["Matériel", "En service"],
      ["Serveur standard", 1],
      ["Postes clients standard HS", 3],
      ["Postes clients standard", 12],
    ]);
    const result = read(withRed(parcOfOne, "A6", "B6", "A7", "B7"));
    expect(result.anomalies()).not.toContain("error undue-colour A6");
    expect(result.quantity("École du Bourg", "POSTE_STD")).toBe(12);
  });
});

describe("a legend of one colour of several", () => {
  const rows = (...more: readonly (readonly Cell[])[]): SheetSpec =>
    sheet("Parc", [
      head.slice(0, 4),
      ["Beure", "École du Bourg", 20, 12],
      ["Pirey", "École du Pont", 40, 9],
      ["Saône", "École du Bas", 30, 5],
      ["Saône", "École du Haut", 10, 3],
      ...more,
    ]);
  const all = (result: Read): number[] => [
    ...posts(result),
    ...["École du Bas", "École du Haut"].map((name) => result.quantity(name, "POSTE_STD")),
  ];
  const [red, blue] = [0xff0000, 0x0000ff];
  const text = "En rouge : matériel retiré, à ne plus facturer";

  describe.each([text, "En rouge : matériel retiré au cours de l’année, à ne plus facturer à ces communes"])(
    "« %s »",
    (said) => {
      test("is asked about for the rows written in it, and not for those of another", () => {
        const result = read(
          withColours(rows([], [said]), [
            [red, ["D2"]],
            [blue, ["D3"]],
          ]),
        );
        expect([errors(result), all(result)]).toEqual([["error undue-colour A7"], [0, 9, 5, 3]]);
      });

      test("is asked about for the rows filled with it, to the last column of their table", () => {
        const result = read(
          withColours(
            rows([], [said]),
            [],
            [
              [red, ["D3"]],
              [blue, ["D2"]],
            ],
          ),
        );
        expect([errors(result), all(result)]).toEqual([["error undue-colour A7"], [12, 0, 5, 3]]);
      });

      test("is asked about for the rows whose cells are right above it, or above its left", () => {
        for (const blanks of [
          [null, null, null],
          [null, null, null, null],
        ]) {
          const result = read(withColours(rows([], [...blanks, said]), [[red, ["D2", "D3"]]]));
          expect([errors(result).length, all(result)]).toEqual([1, [0, 0, 5, 3]]);
        }
      });

      test("is asked about for the row that it faces too, where that row has the colour", () => {
        const beside = sheet("Parc", [
          head.slice(0, 4),
          ["Beure", "École du Bourg", 20, 12, null, null, said],
          ["Pirey", "École du Pont", 40, 9],
          ["Saône", "École du Bas", 30, 5],
          ["Saône", "École du Haut", 10, 3],
        ]);
        const result = read(withColours(beside, [[red, ["D2", "D3"]]]));
        expect([errors(result), all(result)]).toEqual([["error undue-colour G2"], [0, 0, 5, 3]]);
      });
    },
  );

  test("is asked about for the rows of another sheet of its file, the cell that faces it included", () => {
    const names = sheet("Effectifs", [
      ["Commune", "École", "Effectif"],
      ["Beure", "École du Bourg", 20],
      ["Pirey", "École du Pont", 40],
      [],
      [null, null, null, null, text],
    ]);
    const computers = sheet("Postes", [
      ["Commune", "École", "Salle", "Postes clients standard"],
      ["Beure", "École du Bourg", null, 12],
      ["Pirey", "École du Pont", null, 9],
      ["Saône", "École du Bas", null, 5],
      ["Saône", "École du Haut", null, 3],
    ]);
    const result = read(names, withColours(computers, [[red, ["D5"]]]));
    expect(errors(result)).toContain("error undue-colour E5");
    expect(all(result)).toEqual([12, 9, 5, 0]);
  });

  test("a list of names is no legend, whatever its colour", () => {
    const names = "Zoé Quidem, Anne Lorem, Luc Ipsum, Jean Dolor, Lise Amet, Marc Sit";
    expect(errors(read(withRed(rows([], [names]), "D2", "A7")))).toEqual([]);
  });

  describe("whose words name no colour", () => {
    const out = "à ne plus facturer";

    test("is a note on all, in the first column, where no cell is left of it", () => {
      const result = read(withRed(rows([], [out]), "D2"));
      expect([errors(result), all(result)]).toEqual([["error undue-note A7"], [0, 0, 0, 0]]);
    });

    test("is a note on all, right of a text without a colour", () => {
      const result = read(withRed(rows([], [null, "Nota", out]), "D2"));
      expect([errors(result), all(result)]).toEqual([["error undue-note C7"], [0, 0, 0, 0]]);
    });

    test("is a note on all where no row has a colour", () => {
      const result = read(rows([], [null, null, out]));
      expect([errors(result), all(result)]).toEqual([["error undue-note C7"], [0, 0, 0, 0]]);
    });

    test("is a note on the schools that it names, and not on the rows that have a colour", () => {
      for (const named of ["École du Pont", "École du Pont et École du Bas"]) {
        const result = read(withRed(rows([], [null, null, `${named} : ${out}`]), "D2"));
        expect(errors(result)).toEqual(["error undue-note C7"]);
        expect(all(result)).toEqual([12, 0, named === "École du Pont" ? 5 : 0, 3]);
      }
    });

    test("is a note on the row that it faces, where no row has a colour", () => {
      const beside = sheet("Parc", [
        head.slice(0, 4),
        ["Beure", "École du Bourg", 20, 12, null, null, out],
        ["Pirey", "École du Pont", 40, 9],
      ]);
      const result = read(beside);
      expect([errors(result), posts(result)]).toEqual([["error undue-note G2"], [0, 9]]);
    });
  });
});
