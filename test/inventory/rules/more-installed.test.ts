import { CellError, type Cell } from "../../../src/cells";
import { message } from "../../../src/messages";
import type { Options } from "../../../src/options";
import { _, billed, read, sheet } from "../tables/read-sheets";

const pupils = sheet("Effectifs", [
  ["Commune", "École", "Élèves", "Pack logiciel"],
  ["Beure", "A", 50, 1],
  ["Beure", "B", 20, 1],
]);

/** The cells told to count more installed than in service, in a sheet beside the headcounts. */
function toldIn(rows: readonly (readonly Cell[])[], options: Partial<Options> = {}): (string | null)[] {
  return read([pupils, sheet("Parc", rows)], 2014, options)
    .anomalies.filter(({ code, severity }) => code === "more-installed" && severity === "warning")
    .map(({ cell }) => cell);
}

describe("more installed than in service, in a row of a school", () => {
  const headers = ["Commune", "École", "Postes clients standard", "dont installés"];
  const reportedOf = (...rows: readonly (readonly Cell[])[]) =>
    toldIn([headers, ...rows.map((row) => ["Beure", ...row])]);

  it("is billed as written, with a warning on the installed cell that names both numbers", () => {
    const reading = read([pupils, sheet("Parc", [headers, ["Beure", "A", 5, 6]])]);
    expect(billed(reading).filter((line) => line.includes("POSTE"))).toEqual([
      "Beure/A POSTE_STD 5",
      "Beure/A POSTE_STD+ 6",
    ]);
    const [told] = reading.anomalies.filter(({ code }) => code === "more-installed");
    expect(told).toMatchObject({ severity: "warning", cell: "D2", params: { installed: 6, inService: 5 } });
    expect(message(told!.code, told!.params, "fr")).toMatch(/6.*5/);
  });

  it.each([
    ["as many", 5, 5],
    ["fewer", 5, 4],
    ["none", 5, _],
    ["some, where what is in service cannot be read", new CellError("#REF!"), 6],
  ])("is not told of %s", (_what, inService, installed) => {
    expect(reportedOf(["A", inService, installed])).toEqual([]);
  });

  it("is told where nothing is in service", () => {
    expect(reportedOf(["A", _, 6])).toEqual(["D2"]);
  });

  it("is told of each school by its own numbers", () => {
    expect(reportedOf(["A", 9, 1], ["B", 2, 3])).toEqual(["D3"]);
  });

  it("is told of each row of a school that has several, added as the user says", () => {
    const repeats: Options["repeats"] = [{ file: null, sheet: "Parc", cell: null, as: "added" }];
    expect(toldIn([headers, ["Beure", "A", 9, 1], ["Beure", "A", 1, 2]], { repeats })).toEqual(["D3"]);
  });

  it.each([
    [
      "the columns of a table count no such prestation in service",
      ["Commune", "École", "Postes clients installés", "Serveur standard"],
    ],
    [
      "a prestation has no price in service",
      ["Commune", "École", "Pièces détachées en service", "Pièces détachées posées"],
    ],
  ])("is not told where %s", (_what, own) => {
    expect(toldIn([own, ["Beure", "A", 6, 1]])).toEqual([]);
  });

  it("is told of two columns of installations together, on the last", () => {
    const months = [
      "Commune",
      "École",
      "Postes clients standard",
      "Postes clients installés nov. 2013",
      "Postes clients installés janv.-juin 2014",
    ];
    expect(toldIn([months, ["Beure", "A", 5, 3, 3], ["Beure", "B", 6, 3, 3]])).toEqual(["E2"]);
  });
});

describe("more installed than in service, where a row says more", () => {
  it("is told beside a date of leaving that the user said", () => {
    const headers = ["Commune", "École", "Fermeture", "Postes clients standard", "dont installés"];
    const mappings = [{ file: null, sheet: "Parc", cell: "C1", as: "exit" }];
    expect(toldIn([headers, ["Beure", "A", _, 5, 6]], { mappings })).toEqual(["E2"]);
  });

  it("is told beside a state", () => {
    const headers = ["Commune", "École", "Prestation", "Nature", "Quantité", "État"];
    const rows = ["M", "I"].map((nature, at) => ["Beure", "A", "Poste client standard", nature, 5 + at, "En service"]);
    expect(toldIn([headers, ...rows])).toEqual(["E3"]);
  });

  it("is told of the rows of a school that each write their nature", () => {
    const rows = ["M", "I"].map((nature, at) => ["Beure", "A", nature, 5 + at, 1]);
    expect(toldIn([["Commune", "École", "Nature", "Postes clients standard", "Serveur standard"], ...rows])).toEqual([
      "D3",
    ]);
  });
});

describe("more installed than in service, in rows of one prestation each", () => {
  const headers = ["Commune", "École", "Prestation", "Nature", "Quantité"];
  const reportedOf = (...rows: readonly (readonly [label: string, nature: string, quantity: Cell])[]) =>
    toldIn([headers, ...rows.map((row) => ["Beure", "A", ...row])]);

  it("is told on the first row that installs some", () => {
    expect(
      reportedOf(
        ["Poste client standard", "M", 5],
        ["Poste client standard", "I", 4],
        ["Poste client standard", "I", 2],
      ),
    ).toEqual(["E3"]);
  });

  it("is told by all the rows of a school and a prestation", () => {
    expect(
      reportedOf(
        ["Poste client standard", "M", 3],
        ["Poste client standard", "I", 5],
        ["Poste client standard", "M", 3],
      ),
    ).toEqual([]);
    expect(
      reportedOf(["Serveur spécifique", "M", 9], ["Poste client standard", "M", 1], ["Poste client standard", "I", 2]),
    ).toEqual(["E4"]);
  });

  it.each([
    ["no row is in service", ["Poste client standard", "I", 2]],
    ["one cannot be read", ["Poste client standard", "M", "?"]],
  ] as const)("is not told where %s", (_what, row) => {
    expect(reportedOf(row, ["Poste client standard", "I", 2], ["Serveur standard", "M", 1])).toEqual([]);
  });

  it("is not told where dates say what is installed", () => {
    const dated = ["Commune", "École", "Prestation", "Quantité", "Mise en service le", "Sortie le"];
    const rows = [
      ["Beure", "A", "Poste client standard", 5, "15/12/2013", "01/06/2014"],
      ["Beure", "A", "Poste client standard", 1, "15/09/2009", _],
    ];
    expect(toldIn([dated, ...rows])).toEqual([]);
  });

  it("is told of no register, whose machines may have left", () => {
    const register = ["Commune", "École", "Matériel", "N° inventaire", "Mise en service le", "Sortie le"];
    const rows = [
      ["Beure", "A", "Poste client standard", "P1", "15/12/2013", "01/06/2014"],
      ["Beure", "A", "Poste client standard", "P2", "15/12/2013", _],
    ];
    expect(toldIn([register, ...rows])).toEqual([]);
  });
});
