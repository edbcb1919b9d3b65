import type { Cell } from "../../../src/cells";
import { read, readWith, sheet, type Read, type SheetSpec } from "../workbook-of";

const parc = sheet("Parc", [
  ["Commune", "École", "Pack logiciel", "Poste client standard"],
  ["Beure", "A", 1, 3],
  ["Morre", "B", 1, 4],
]);
const levels = (...rows: readonly (readonly Cell[])[]): Read =>
  read(parc, sheet("Effectifs", [["Commune", "École", "Niveau", "Effectif"], ...rows]));
const pupils = (result: Read, school: string): number => result.quantity(school, "PORTAIL");
/** 42 pupils. */
const infants = [
  ["PS", 20],
  ["MS", 22],
] as const;
/** 31 pupils. */
const elementary = [
  ["CP", 15],
  ["CE1", 16],
] as const;

describe("headcounts with a row for each level", () => {
  it("headcounts by level with a total beside them are that total, the parts left out", () => {
    const result = levels(
      ["Beure", "A", "CP", 20],
      ["Beure", "A", "CE1", 22],
      ["Beure", "A", "Total", 42],
      ["Morre", "B", "CP", 10],
      ["Morre", "B", "Total", 10],
    );
    expect(pupils(result, "A")).toBe(42);
    expect(pupils(result, "B")).toBe(10);
    expect(result.anomalies()).toEqual([]);
    expect(result.rows("Effectifs")).toMatchObject({ billed: 2, excluded: 3, reasons: { "part-of-headcount": 3 } });
  });

  it("a total that differs from its parts is billed, with a warning", () => {
    const result = levels(["Beure", "A", "CP", 20], ["Beure", "A", "Total", 25], ["Morre", "B", "CP", 10]);
    expect(pupils(result, "A")).toBe(25);
    expect(result.anomalies()).toEqual(["warning headcount-total-differs D3"]);
    expect(result.reading.anomalies[0]!.params).toMatchObject({ school: "A", shown: 25, expected: 20 });
  });

  it("a total is compared with its levels, of which blank ones are none, and not where one is not read", () => {
    const total = (cell: Cell, shown: number): string[] =>
      levels(
        ["Beure", "A", "CP", 20],
        ["Beure", "A", "CE1", cell],
        ["Beure", "A", "Total", shown],
        ["Morre", "B", "CP", 10],
      ).anomalies();
    expect(total(null, 20)).toEqual([]);
    expect(total(null, 25)).toEqual(["warning headcount-total-differs D4"]);
    expect(total("?", 25)).toEqual(["error quantity-text D3"]);
  });

  it("a level of none is none, and a total left blank is asked once", () => {
    const none = levels(["Beure", "A", "CP", 0], ["Beure", "A", "CE1", 20], ["Morre", "B", "CP", 10]);
    expect([pupils(none, "A"), none.anomalies()]).toEqual([20, []]);
    expect(none.rows("Effectifs").reasons).toEqual({ zero: 1 });
    const blank = levels(["Beure", "A", "CP", null], ["Beure", "A", "Total", null], ["Morre", "B", "CP", 10]);
    expect(blank.anomalies()).toEqual(["error missing-headcount D3"]);
    expect(blank.reading.anomalies[0]!.params).toMatchObject({ school: "A" });
  });

  describe("of which a school has several totals", () => {
    const other = ["CP", "CE1", "CE2", "CM1"].map((level) => ["Morre", "B", level, 10]);
    const of = (...rows: readonly (readonly [string, number])[]): Read =>
      levels(...rows.map((cells) => ["Beure", "A", ...cells]), ...other);

    it.each<[string, (readonly [string, number])[], number]>([
      ["the same twice", [...infants, ["Total", 42], ["Tous niveaux", 42]], 42],
      ["one of each part", [...infants, ["Total maternelle", 42], ...elementary, ["Total élémentaire", 31]], 73],
      [
        "one of each part and one of all",
        [...infants, ["Sous-total", 42], ...elementary, ["Sous-total", 31], ["Total", 73]],
        73,
      ],
      ["one of a part and one of all", [...infants, ["Total maternelle", 42], ...elementary, ["Total", 73]], 73],
      [
        "one of all above one of each part",
        [["Total", 73], ...infants, ["Total mat", 42], ...elementary, ["Total élém", 31]],
        73,
      ],
    ])("count each pupil once: %s", (_what, rows, expected) => {
      const result = of(...rows);
      expect([pupils(result, "A"), pupils(result, "B"), result.anomalies()]).toEqual([expected, 40, []]);
    });

    it("are left out but for that of all, its levels with them", () => {
      const { reasons } = of(
        ...infants,
        ["Sous-total", 42],
        ...elementary,
        ["Sous-total", 31],
        ["CE2", 9],
        ["Total", 82],
      ).rows("Effectifs");
      expect(reasons).toEqual({ "part-of-headcount": 5, subtotal: 2 });
    });

    it("ask which is right where levels stand below them, of none of them", () => {
      const result = of(...infants, ["Total maternelle", 42], ...elementary, ["Total élémentaire", 31], ["ULIS", 5]);
      expect(result.anomalies()).toContain("error duplicate-school B7");
    });

    it("ask which is right where no sum tells", () => {
      const result = of(...infants, ["Total", 42], ["Total", 44]);
      expect([pupils(result, "A"), result.anomalies()]).toEqual([42, ["error duplicate-school B5"]]);
      const unknown = of(...infants, ["Total maternelle", 40], ...elementary, ["Total", 73]);
      expect(unknown.anomalies()).toContain("error duplicate-school B7");
    });

    it("bill the one that the user says", () => {
      const rows = [
        ["PS", 20],
        ["MS", 22],
        ["Total", 42],
        ["Total", 44],
      ].map((cells) => ["Beure", "A", ...cells]);
      const sheets = [parc, sheet("Effectifs", [["Commune", "École", "Niveau", "Effectif"], ...rows, ...other])];
      const said = (as: "first" | "last"): Read =>
        readWith({ repeats: [{ file: null, sheet: "Effectifs", cell: "A1", was: "Commune", as }] }, ...sheets);
      expect([pupils(said("first"), "A"), pupils(said("last"), "A")]).toEqual([42, 44]);
    });
  });

  describe("of which a school has one total, of some levels alone", () => {
    const rowsOf = (...rows: readonly (readonly [string, Cell])[]): SheetSpec =>
      sheet("Effectifs", [
        ["Commune", "École", "Niveau", "Effectif"],
        ...rows.map((cells) => ["Beure", "A", ...cells]),
        ["Morre", "B", "CP", 10],
      ]);

    it.each<[string, (readonly [string, number])[], string]>([
      ["with the sum of those above", [...infants, ["Total", 42], ...elementary], "D4"],
      ["with the sum of those below", [["Total", 42], ...infants, ...elementary], "D2"],
      ["with the sum of those just above", [...elementary, ...infants, ["Total", 42]], "D6"],
      ["with the name of their level", [...infants, ["Total maternelle", 43], ...elementary], "D4"],
      ["said to be all those of a level", [...infants, ["Total de toutes les maternelles", 43], ...elementary], "D4"],
    ])("it is asked whether they are all the pupils: %s", (_what, rows, cell) => {
      const result = read(parc, rowsOf(...rows));
      expect([pupils(result, "A"), pupils(result, "B")]).toEqual([0, 10]);
      expect(result.anomalies()).toEqual([`error total-of-some-levels ${cell}`]);
      expect(result.rows("Effectifs")).toMatchObject({ billed: 1, error: 5 });
    });

    it.each<Cell>([0, "0", "-", "néant"])("it is asked whether none of them is a pupil where it is « %s »", (zero) => {
      const sheets = [parc, rowsOf(...infants, ["Total", zero])];
      const result = read(...sheets);
      expect([pupils(result, "A"), pupils(result, "B")]).toEqual([0, 10]);
      expect(result.anomalies()).toEqual(["error total-of-some-levels D4"]);
      const place = { file: null, sheet: "Effectifs" };
      const out = readWith({ setAside: [{ ...place, row: 4, reason: "sous-total" }] }, ...sheets);
      expect([pupils(out, "A"), out.anomalies()]).toEqual([42, []]);
      const code = "total-of-some-levels";
      const accepted = readWith({ accepted: [{ ...place, cell: "D4", code, was: String(zero) }] }, ...sheets);
      expect([pupils(accepted, "A"), accepted.anomalies()]).toEqual([0, []]);
    });

    it("it is asked with what it shows, and what all its levels give", () => {
      const { anomalies } = read(parc, rowsOf(...infants, ["Total", 42], ...elementary)).reading;
      expect(anomalies[0]!.params).toMatchObject({ school: "A", value: 42, expected: 42 + 31 });
    });

    it.each<[string, (readonly [string, Cell])[]]>([
      ["of all levels", [...infants, ["Total tous niveaux", 43], ...elementary]],
      ["of the school", [...infants, ["Total école maternelle", 43], ...elementary]],
      ["of no level", [...infants, ["Total", 43], ...elementary]],
      ["without levels", [["Total maternelle", 42]]],
      ["equal to its levels", [...infants, ["Total maternelle", 42]]],
      [
        "of levels that are none",
        [
          ["CP", 0],
          ["Total", 0],
        ],
      ],
    ])("nothing is asked of one %s", (_what, rows) => {
      expect(read(parc, rowsOf(...rows)).anomalies()).not.toContainEqual(expect.stringMatching(/^error/));
    });

    it("nothing more is asked of one that is not read", () => {
      expect(read(parc, rowsOf(...infants, ["Total maternelle", "RAS"])).anomalies()).toEqual([
        "error quantity-text D4",
      ]);
    });

    it("nothing is asked of it twice where several totals are, nor where its cell is blank", () => {
      const totals = rowsOf(...infants, ["Total maternelle", 42], ...elementary, ["Total", 31], ["ULIS", 5]);
      const errors = (result: Read): string[] => result.anomalies().filter((each) => each.startsWith("error"));
      const said = (as: "first" | "added"): Read =>
        readWith({ repeats: [{ file: null, sheet: "Effectifs", cell: "A1", was: "Commune", as }] }, parc, totals);
      expect(errors(read(parc, totals))).toEqual(["error duplicate-school B7"]);
      expect([pupils(said("added"), "A"), errors(said("added"))]).toEqual([42 + 31, []]);
      expect(errors(said("first"))).toEqual(["error total-of-some-levels D4"]);
      const blank = rowsOf(...infants, ["Total maternelle", null], ...elementary);
      expect(errors(read(parc, blank))).toEqual(["error missing-headcount D4"]);
    });

    it("the levels add up when its row is set aside, and it is the headcount when accepted", () => {
      const sheets = [parc, rowsOf(...infants, ["Total maternelle", 42], ...elementary)];
      const row = { file: null, sheet: "Effectifs", row: 4, column: "D", reason: "sous-total", was: "42" };
      const cell = { file: null, sheet: "Effectifs", cell: "D4", code: "total-of-some-levels", was: "42" };
      const [added, accepted] = [readWith({ setAside: [row] }, ...sheets), readWith({ accepted: [cell] }, ...sheets)];
      expect([pupils(added, "A"), pupils(accepted, "A")]).toEqual([42 + 31, 42]);
      expect([...added.anomalies(), ...accepted.anomalies()]).toEqual(["warning headcount-total-differs D4"]);
    });
  });

  it("headcounts by level without a total are added", () => {
    const result = levels(["Beure", "A", "CP", 20], ["Beure", "A", "CE1", 22], ["Morre", "B", "CP", 10]);
    expect(pupils(result, "A")).toBe(42);
    expect(result.anomalies()).toEqual([]);
  });

  it("one of them left blank is asked, as a class is; several are levels that the school has not", () => {
    const [missing, template] = [
      levels(["Beure", "A", "CP", 20], ["Beure", "A", "CE1", null], ["Morre", "B", "CP", 10]),
      levels(
        ["Beure", "A", "PS", 20],
        ["Beure", "A", "CP", null],
        ["Beure", "A", "CE1", null],
        ["Morre", "B", "CP", 10],
      ),
    ];
    expect(missing.anomalies()).toEqual(["error missing-headcount D3"]);
    expect(template.anomalies()).toEqual([]);
    expect(pupils(template, "A")).toBe(20);
    const classes = levels(
      ["Beure", "A", "Classe 1 (PS)", 20],
      ["Beure", "A", "Classe 2 (MS)", null],
      ["Beure", "A", "Classe 3 (GS)", null],
      ["Morre", "B", "CP", 10],
    );
    expect(classes.anomalies()).toEqual(["error missing-headcount D3", "error missing-headcount D4"]);
  });

  it("headcounts by level with one row of all pupils, without a word for a total, are that row", () => {
    for (const word of ["Global", "Tous niveaux", "École entière", "Récolement"])
      for (const rows of [
        [["Beure", "A", "CP", 20] as const, ["Beure", "A", "CE1", 22] as const, ["Beure", "A", word, 42] as const],
        [["Beure", "A", word, 42] as const, ["Beure", "A", "CP", 20] as const, ["Beure", "A", "CE1", 22] as const],
      ]) {
        const result = levels(...rows, ["Morre", "B", "CP", 10]);
        expect([pupils(result, "A"), pupils(result, "B"), result.anomalies()]).toEqual([42, 10, []]);
      }
    const other = levels(["Beure", "A", "PS", 20], ["Beure", "A", "MS", 22], ["Beure", "A", "GS", 42]);
    expect(pupils(other, "A")).toBe(84);
  });

  it("one row of all pupils without levels is the headcount, or none where a sign says so", () => {
    const alone = (cell: Cell): Read => levels(["Beure", "A", "Tous niveaux", cell], ["Morre", "B", "CP", 10]);
    expect([pupils(alone(42), "A"), alone(42).anomalies()]).toEqual([42, []]);
    expect([pupils(alone("-"), "A"), alone("-").anomalies()]).toEqual([0, []]);
  });

  it("headcounts by level with a total of all schools below them leave it out, compared", () => {
    const result = levels(["Beure", "A", "CP", 20], ["Morre", "B", "CP", 10], ["Total", null, null, 31]);
    expect([pupils(result, "A"), pupils(result, "B")]).toEqual([20, 10]);
    expect(result.anomalies()).toEqual(["warning total-differs D4"]);
  });

  it("one level twice is asked", () => {
    const result = levels(["Beure", "A", "CP", 20], ["Beure", "A", "CP", 22], ["Morre", "B", "CP", 10]);
    expect(pupils(result, "A")).toBe(20);
    expect(result.anomalies()).toEqual(["error duplicate-school B3"]);
  });

  it("levels of an unknown name are parts, though one of them is the sum of the others of its school", () => {
    const result = levels(
      ["Beure", "A", "PS", 13],
      ["Beure", "A", "MS", 9],
      ["Beure", "A", "UPE2A", 22],
      ["Morre", "B", "CP", 10],
      ["Morre", "B", "CE1", 11],
      ["Morre", "B", "UPE2A", 5],
    );
    // 13 + 9 + 22 and 10 + 11 + 5: in the second, it is no sum.
    expect([pupils(result, "A"), pupils(result, "B")]).toEqual([44, 26]);
  });
});
