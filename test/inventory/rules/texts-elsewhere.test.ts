import type { Cell } from "../../../src/cells";
import { pointsOf, waysOut } from "../../../src/inventory";
import { read, readWith, sheet, type Read, type SheetSpec } from "../workbook-of";

const parc = sheet("Parc", [
  ["Commune", "École", "Effectif", "Postes clients standard"],
  ["Beure", "École du Bourg", 20, 12],
  ["Pirey", "École du Pont", 40, 9],
]);
const said = (...rows: Cell[][]): SheetSpec => sheet("Lisez-moi", rows);
const errors = (result: Read): string[] => result.anomalies().filter((each) => each.startsWith("error"));
const posts = (result: Read): number[] =>
  ["École du Bourg", "École du Pont"].map((school) => result.quantity(school, "POSTE_STD"));

describe("a text about a school on a sheet without a table is asked about", () => {
  test.each<[string, Cell[]]>([
    ["named in the text", ["Pirey : école fermée en juillet 2014, ne plus facturer"]],
    ["named on its row", ["Pirey", "a dénoncé la convention au 31/08/2014"]],
  ])("%s", (_how, row) => {
    const result = read(parc, said(["Suivi des écoles"], row));
    expect([errors(result), posts(result)]).toEqual([[`error undue-note ${row.length === 1 ? "A2" : "B2"}`], [12, 0]]);
  });

  test.each<[string, Cell[]]>([
    ["beside numbers", [2014, true, "Pirey : école fermée en juillet 2014"]],
    ["of 500 characters", [null, null, "Pirey : école fermée en juillet 2014".padEnd(500, ".")]],
  ])("%s", (_what, row) => {
    expect(errors(read(parc, said(row)))).toEqual(["error undue-note C1"]);
  });

  test("in a sentence of a long text", () => {
    const long = `${"Le parc est tenu à jour par le service. ".repeat(20)}Pirey : école fermée en juillet 2014. Merci.`;
    const result = read(parc, said(["Lisez-moi"], [long]));
    expect([errors(result), posts(result)]).toEqual([["error undue-note A2"], [12, 0]]);
    expect(result.messages.join()).toContain("«\u00a0Pirey : école fermée en juillet 2014.\u00a0»");
  });

  test("a school that opens after the campaign is asked about", () => {
    const result = read(parc, said(["  Pirey : ouverture en septembre 2015 "]));
    expect([errors(result), posts(result)]).toEqual([["error undue-remark A1"], [12, 0]]);
    expect(result.messages.join()).toContain("«\u00a0Pirey : ouverture en septembre 2015\u00a0»");
  });

  test("a text below a table is asked about once", () => {
    const below = sheet("Parc", [
      ["Commune", "École", "Effectif", "Postes clients standard"],
      ["Beure", "École du Bourg", 20, 12],
      ["Pirey", "École du Pont", 40, 9],
      [],
      [],
      ["Pirey : école fermée en juillet 2014"],
    ]);
    expect(errors(read(below))).toEqual(["error undue-note A6"]);
  });

  test("a text outside tables that corrects a number of a school is asked", () => {
    expect(errors(read(parc, said(["Pirey : lire 7 postes et non 9"])))).toEqual(["error correcting-text A1"]);
  });

  test("a text about a school on a sheet without a table excludes it when the user says so", () => {
    const word = "Pirey : école fermée en juillet 2014";
    const result = readWith({ words: [{ word, kind: "state", as: "out" }] }, parc, said([word]));
    expect([errors(result), posts(result)]).toEqual([[], [12, 0]]);
  });
});

describe("a list of schools under a title that says that they left is asked, beside the parc that counts them", () => {
  const list = (title: string, heading: string, said: string): SheetSpec =>
    sheet("Liste", [[title], [], ["Commune", "École", heading], ["Pirey", "École du Pont", said]]);

  test.each(["Écoles fermées à la rentrée 2014", "Écoles retirées de la convention", "Écoles désaffectées"])(
    "« %s »",
    (word) => {
      const spec = list(word, "Date", "05/07/2014");
      const aside = { file: null, sheet: "Liste", cell: null, as: "ignored" } as const;
      // Nothing to bill there says nothing of the parc.
      expect(errors(readWith({ tables: [aside] }, parc, spec))).toEqual(["error undue-note A3"]);
      const left = readWith({ tables: [aside], words: [{ word, kind: "state", as: "out" }] }, parc, spec);
      expect([errors(left), posts(left)]).toEqual([[], [12, 0]]);
    },
  );

  test.each(["Annuaire des écoles", "Directeurs partis à la retraite"])("not « %s »", (title) => {
    const result = read(parc, list(title, "Nom", "Mme Roy"));
    expect([errors(result), posts(result)]).toEqual([[], [12, 9]]);
  });
});

test.each<[string, Cell[][]]>([
  [
    "Corrections",
    [
      ["Commune", "École", "Donnée", "Ancienne valeur", "Nouvelle valeur"],
      ["Pirey", "École du Pont", "Postes clients standard", 9, 7],
    ],
  ],
  [
    "Transferts",
    [
      ["De", "Vers", "Postes clients standard"],
      ["Pirey", "Beure", 2],
    ],
  ],
  [
    "Clés de répartition",
    [
      ["École", "Commune", "Part"],
      ["École du Pont", "Pirey", 0.7],
      ["École du Pont", "Beure", 0.3],
    ],
  ],
  ["À modifier", [["Pirey : passer de 9 à 7 postes"]]],
])("a sheet « %s » is asked of the schools whose numbers it may change", (name, rows) => {
  expect(errors(read(parc, sheet(name, rows)))).toContainEqual(expect.stringMatching(/^error correcting-text/));
});

test("a text about several schools cannot be settled by setting its sheet aside", () => {
  const both = sheet("Parc", [
    ["Commune", "École", "Effectif", "Postes clients standard"],
    ["Pirey", "École du Bourg", 20, 12],
    ["Pirey", "École du Pont", 40, 9],
  ]);
  const { reading } = read(both, said(["Pirey : écoles fermées en juillet 2014"]));
  const points = pointsOf(reading.anomalies).filter(({ code }) => code === "undue-note");
  expect(points.flatMap((point) => waysOut(point, false).map(({ list }) => list))).toEqual(["words"]);
});

test.each<[string, Cell[]]>([
  ["of no school", ["Une école fermée n’est pas facturée"]],
  ["in a text of more than 500 characters", ["Pirey : école fermée en juillet 2014".padEnd(501, ".")]],
  ["nothing of one", ["Pirey", "vu avec la directrice le 12/10"]],
])("a text without an effect on a sheet without a table changes nothing: %s", (_what, row) => {
  const result = read(parc, said(row));
  expect([errors(result), posts(result)]).toEqual([[], [12, 9]]);
});
