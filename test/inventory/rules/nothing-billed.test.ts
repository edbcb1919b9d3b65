import { readWith, sheet, type SheetSpec } from "../workbook-of";

const parc = (name: string, postes: number): SheetSpec =>
  sheet(name, [
    ["Commune", "École", "Élèves", "Postes clients standard"],
    ["Pirey", "Les Vergers", postes * 2, postes],
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
    const register = sheet("Registre", [
      ["Commune", "École", "Matériel", "État"],
      ["Pirey", "Les Vergers", "Poste client standard", "réformé"],
    ]);
    expect(readWith({}, register).anomalies()).toEqual(["info out-without-date D2", "error nothing-billed –"]);
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

it("a table left aside beside another that is billed stays well", () => {
  const result = readWith({ tables: [ignored("Ancien")] }, parc("Parc", 6), parc("Ancien", 5));
  expect(result.quantity("Les Vergers", "POSTE_STD")).toBe(6);
  expect(result.anomalies().filter((line) => line.startsWith("error"))).toEqual([]);
});
