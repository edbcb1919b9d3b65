import type { Options } from "../../../src/options";
import { readWith, sheet, type Read, type SheetSpec } from "../workbook-of";

const parc = (name: string, postes: number): SheetSpec =>
  sheet(name, [
    ["Commune", "École", "Élèves", "Postes clients standard"],
    ["Pirey", "Les Vergers", postes * 2, postes],
  ]);
const register = sheet("Registre", [
  ["Commune", "École", "Matériel", "État"],
  ["Secteur Est"],
  ["Pirey", "Les Vergers", "Poste client standard", "réformé"],
  ["Pirey", "Les Vergers", "Poste client standard", "réformé"],
]);
const ignored = (name: string) => ({ file: null, sheet: name, cell: null, was: name, as: "ignored" as const });

describe("a bill of nothing", () => {
  it("is an error where all that could be billed was left aside", () => {
    const result = readWith({ tables: [ignored("Parc")] }, parc("Parc", 6));
    expect(result.quantities).toEqual([]);
    expect(result.anomalies()).toEqual(["info table-chosen A1", "error nothing-billed –"]);
    expect(result.messages.at(-1)).toContain("Parc!A1:D2");
  });
  it("is an error where what is read holds nothing, and something else is not read", () => {
    const notes = sheet("Notes", [["Crédits", 1200]]);
    expect(readWith({}, parc("Parc", 0), notes).anomalies()).toContain("error nothing-billed –");
  });
  it("is an error where every row is left out", () => {
    expect(readWith({}, register).anomalies()).toContain("error nothing-billed –");
  });
  it("a bill of nothing is reported once: not when another error gives the reason", () => {
    const result = readWith(
      { tables: [ignored("Ancien")] },
      parc("Ancien", 6),
      sheet("Notes", [
        ["Beure", 4],
        ["Pirey", 5],
      ]),
    );
    expect(result.anomalies().filter((line) => line.startsWith("error"))).toEqual(["error unread-table A1"]);
  });
});

describe("a bill of nothing names the tables that could bill something", () => {
  /** The tables that the error names, and the sheet it stands at; nothing where there is no error. */
  const named = (result: Read) =>
    result.reading.anomalies
      .filter(({ code }) => code === "nothing-billed")
      .map(({ file, sheet: of, params }) => [params["tables"], file, of]);
  const rows = (...ofSheets: readonly (readonly [string, number])[]): Options["setAside"] =>
    ofSheets.map(([name, row]) => ({ file: null, sheet: name, row, reason: "école fermée" }));

  it("and not those that are read beside one that is passed over", () => {
    const result = readWith({ tables: [ignored("Parc")] }, register, parc("Parc", 6));
    expect(named(result)).toEqual([["Parc!A1:D2", "parc.xlsx", "Parc"]]);
  });
  it("five of them at most", () => {
    const names = ["A", "B", "C", "D", "E", "F"];
    const namedOf = (...of: readonly string[]) =>
      named(readWith({ tables: of.map(ignored) }, ...of.map((name) => parc(name, 6))))[0]![0];
    const five = "A!A1:D2, B!A1:D2, C!A1:D2, D!A1:D2, E!A1:D2";
    expect([namedOf(...names.slice(0, 5)), namedOf(...names)]).toEqual([five, `${five}, …`]);
  });
  it("and none where the user set aside every row that is no title", () => {
    const all = rows(["Registre", 3], ["Registre", 4]);
    expect(named(readWith({ setAside: all }, register))).toEqual([]);
    const titles = sheet("Parc", [["Commune", "École", "Élèves", "Postes clients standard"], ["Secteur Est"]]);
    expect(named(readWith({}, titles))).toHaveLength(1);
    const both = "Registre!A1:D4, Parc!A1:D2";
    for (const [setAside, ...sheets] of [
      [all.slice(1), register],
      [all, register, parc("Parc", 0)],
      [[], register, parc("Parc", 0)],
    ] as const)
      expect(named(readWith({ setAside: setAside as Options["setAside"] }, ...sheets))[0]![0]).toBe(
        sheets.length === 1 ? "Registre!A1:D4" : both,
      );
  });
});

it("a table left aside beside another that is billed stays well", () => {
  const result = readWith({ tables: [ignored("Ancien")] }, parc("Parc", 6), parc("Ancien", 5));
  expect(result.quantity("Les Vergers", "POSTE_STD")).toBe(6);
  expect(result.anomalies().filter((line) => line.startsWith("error"))).toEqual([]);
});
