import type { Cell } from "../../../../src/cells";
import { read, sheet, type Read } from "../../workbook-of";

const years = ["2013-2014", "2014-2015"];
const [poste, serveur, pupils] = ["Postes clients standard", "Serveurs standard", "Effectif"];
const merges = ["C1:D1", "E1:F1", "G1:H1"];

/** What is billed of A, and the errors. */
const billed = (result: Read) => ({
  counts: [result.quantity("A", "POSTE_STD"), result.quantity("A", "SERVEUR_STD"), result.quantity("A", "PORTAIL")],
  errors: result.anomalies().filter((line) => line.startsWith("error")),
});
/** The columns of 2014-2015, of campaign 2014. */
const ofCampaign = { counts: [7, 1, 31], errors: [] };

describe("two columns a prestation, one a school year: the campaign's counts", () => {
  test.each([
    [
      "in one heading",
      sheet("Parc", [
        ["Commune", "École", ...[poste, serveur, pupils].flatMap((what) => years.map((year) => `${what} ${year}`))],
        ["Beure", "A", 5, 7, 0, 1, 30, 31],
      ]),
    ],
    [
      "below the prestation",
      sheet(
        "Parc",
        [
          ["Commune", "École", poste, null, serveur, null, pupils, null],
          [null, null, ...years, ...years, ...years],
          ["Beure", "A", 5, 7, 0, 1, 30, 31],
        ],
        { merges },
      ),
    ],
    [
      "one row a prestation",
      sheet("Parc", [
        ["Commune", "École", "Prestation", ...years],
        ["Beure", "A", poste, 5, 7],
        ["Beure", "A", serveur, 0, 1],
        ["Beure", "A", pupils, 30, 31],
      ]),
    ],
  ])("%s", (_name, spec) => {
    expect(billed(read(spec))).toEqual(ofCampaign);
  });

  const form = (...headings: readonly Cell[]) =>
    sheet("Parc", [["Commune : Beure"], ["École : A"], headings, [poste, 5, 7], [serveur, 0, 1], [pupils, 30, 31]]);
  const across = sheet(
    "Parc",
    [
      ["Commune", "Beure", null, "Morre", null],
      ["École", "A", null, "B", null],
      ["Prestation", ...years, ...years],
      [poste, 5, 7, 2, 3],
      [serveur, 0, 1, 0, 1],
      [pupils, 30, 31, 20, 22],
    ],
    { merges: ["B1:C1", "D1:E1", "B2:C2", "D2:E2"] },
  );
  test.each([
    ["under a word over its labels", form("Matériel", ...years)],
    ["nothing over its labels", form(null, ...years)],
    ["in two figures", form(null, "13-14", "14-15")],
  ])("the campaign's column of two school years counts on a form, %s", (_name, spec) => {
    expect(billed(read(spec))).toEqual(ofCampaign);
  });

  test("schools across, each over its years, are asked: nothing of them is billed", () => {
    const { counts, errors } = billed(read(across));
    expect([counts, errors.length > 0]).toEqual([[0, 0, 0], true]);
  });
});

test.each([
  ["2012-2013", [null, "2012-2013"]],
  ["2012-2013, under a word", ["Matériel", "2012-2013"]],
  ["2012, a number", ["Matériel", 2012]],
  ["2012, a text", [null, "2012"]],
])("a form of another year alone is billed of nothing, which is told: %s", (_name, headings) => {
  const other = sheet("Parc", [["Commune : Beure"], ["École : A"], headings, [poste, 5], [pupils, 30]]);
  const result = read(other);
  expect([result.quantity("A", "POSTE_STD"), result.quantity("A", "PORTAIL")]).toEqual([0, 0]);
  expect(result.anomalies()).not.toEqual([]);
});

describe("schools across, over one row of years that is the same for all", () => {
  const across = (year: string) =>
    sheet("Parc", [
      ["Commune", "Beure", "Morre"],
      ["École", "A", "B"],
      ["Année", year, year],
      [poste, 5, 2],
      [pupils, 30, 20],
    ]);

  test("schools across under one row of another year bill nothing, which is reported", () => {
    const result = read(across("2012-2013"));
    expect(["A", "B"].map((school) => result.quantity(school, "POSTE_STD"))).toEqual([0, 0]);
    expect(result.anomalies()).toEqual(expect.arrayContaining([expect.stringMatching(/^error/)]));
  });

  test("schools across under one row of the campaign's year are all billed", () => {
    const result = read(across("2014-2015"));
    expect(["A", "B"].map((school) => result.quantity(school, "POSTE_STD"))).toEqual([5, 2]);
  });
});

test("what was installed in a school year is asked: it begins and ends before the campaign", () => {
  const spec = (heading: string) =>
    sheet("Parc", [
      ["Commune", "École", pupils, poste, heading],
      ["Beure", "A", 31, 7, 2],
    ]);
  const asked = spec("Postes clients standard installés (année scolaire 2013-2014)");
  expect(billed(read(asked)).errors).toEqual(["error installed-since E1"]);
  expect(billed(read(spec("Postes clients standard installés (2013-2014)"))).errors).toEqual([]);
});
