import type { Cell } from "../../../src/cells";
import type { Options } from "../../../src/options";
import { read, readWith, sheet, type Read, type SheetSpec } from "../workbook-of";

const errors = (result: Read): string[] => result.anomalies().filter((each) => each.startsWith("error"));
const posts = (result: Read): number[] =>
  ["École du Bourg", "École du Haut", "Centre", "La Tour"].map((school) => result.quantity(school, "POSTE_STD"));

/** Four schools across, and what stands over them, and over their labels. */
const over = (label: Cell, texts: readonly Cell[], merges: readonly string[] = []): SheetSpec =>
  sheet(
    "Parc",
    [
      ["Inventaire au 01/11/2014", null, null, null, null],
      [label, ...texts],
      ["Commune", "Beure", "Pirey", "Thise", "Morre", null],
      ["École", "École du Bourg", "École du Haut", "Centre", "La Tour", "Total"],
      ["Effectif", 50, 40, 30, 20, 140],
      ["Pack logiciel", 1, 1, 1, 1, 4],
      ["Poste client standard", 12, 3, 7, 2, 24],
    ],
    { merges },
  );
const under = (...texts: readonly Cell[]): SheetSpec => over(null, texts);
const state = (word: string, as: string): Partial<Options> => ({ words: [{ kind: "state", word, as }] });

describe("a text over some of the schools that stand across", () => {
  test("is asked, of the schools below it, where not all of it is read", () => {
    const result = read(under(null, " ÉCOLES GALETS ", null, null));
    expect([errors(result)[0], posts(result)]).toEqual(["error unread-section C2", [12, 0, 0, 0]]);
    expect(result.reading.anomalies.find(({ code }) => code === "unread-section")!.params).toMatchObject({
      title: "ÉCOLES GALETS",
      word: "ÉCOLES GALETS",
    });
  });

  test.each<[string, readonly Cell[], readonly string[], number[]]>([
    ["the last school", [null, null, null, "GALETS"], [], [12, 3, 7, 0]],
    ["its merged cells", [null, "GALETS", null, null], ["C1:E1", "F2:G2", "C2:D2"], [12, 0, 0, 2]],
  ])("is of %s", (_case, texts, merges, expected) => {
    expect(posts(read(over(null, texts, merges)))).toEqual(expected);
  });

  test.each<[string, Cell, readonly Cell[]]>([
    ["over all of them", null, ["GALETS", null, null, null]],
    ["over each of them, as its code", null, ["GA1", "GB2", "GC3", "GD4"]],
    ["over what is labelled", "GALETS", [null, "Secteur Est", null, null]],
    ["over their total", null, [null, null, null, null, "GALETS"]],
    ["beyond the table", null, [null, null, null, null, null, "GALETS"]],
    ["that is a number", null, [null, 25, null, null]],
    ["that is the name of a commune", null, [null, "LES AUXONS", null, "Vaire"]],
  ])("is not asked where it is one %s", (_case, label, texts) => {
    const result = read(over(label, texts));
    expect([errors(result), posts(result)]).toEqual([[], [12, 3, 7, 2]]);
  });

  test("is nothing in a table with schools down, whose columns it heads", () => {
    const rows = [
      [null, null, "ÉCOLES GALETS", null, null],
      ["Commune", "École", "Effectif", "Pack logiciel", "Poste client standard"],
      ...["École du Bourg", "École du Haut", "Centre", "La Tour"].map((name, at) => ["Beure", name, 20, 1, 5 + at]),
    ];
    expect(posts(read(sheet("Parc", rows)))).toEqual([5, 6, 7, 8]);
  });

  test("goes as far as the next one", () => {
    const result = read(under("ÉCOLES GALETS", "Secteur Est", null, null));
    expect(posts(result)).toEqual([0, 3, 7, 2]);
  });

  test("changes nothing where it is a place, or where the user said that it says nothing", () => {
    for (const result of [
      read(under(null, "Secteur Est", null, null)),
      readWith(state("ÉCOLES GALETS", "nothing"), under(null, "ÉCOLES GALETS", null, null)),
      readWith(state("ÉCOLES GALETS", "in-service"), under(null, "ÉCOLES GALETS", null, null)),
    ])
      expect([errors(result), posts(result)]).toEqual([[], [12, 3, 7, 2]]);
  });

  test.each(["out", "stock"])("takes its schools out where the user said so: %s", (said) => {
    const result = readWith(state("ÉCOLES GALETS", said), under(null, null, "ÉCOLES GALETS", null));
    expect([errors(result).join(), posts(result)]).toEqual([expect.not.stringContaining("D2"), [12, 3, 0, 0]]);
  });
});
