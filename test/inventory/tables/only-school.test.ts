import { _, billed, read, sheet, told } from "./read-sheets";

const errors = (reading: ReturnType<typeof read>): string[] => told(reading, "error");
const both = ["Beure/Beure PORTAIL 40", "Beure/Beure POSTE_STD 6", "Busy/Busy PORTAIL 50", "Busy/Busy POSTE_STD 8"];

describe("a commune's only school, of which its commune is all the name", () => {
  it("a commune's only school may have the commune's name, below the commune that heads it", () => {
    const rows = [["BEURE"], ["Beure", 40, 6], ["BUSY"], ["Busy", 50, 8]];
    const reading = read([sheet("Parc", [["Communes et écoles", "Élèves", "Poste client standard"], ...rows])]);
    expect([...billed(reading)].filter((line) => !line.includes("PACK")).sort()).toEqual(both);
    expect(errors(reading)).toEqual([]);
  });

  it("a commune's only school may have the commune's name, across, below its commune", () => {
    const reading = read([
      sheet("Parc", [
        [_, "BEURE", "BUSY"],
        [_, "Beure", "Busy"],
        ["Élèves", 40, 50],
        ["Poste client standard", 6, 8],
        ["Serveur standard", 0, 0],
      ]),
    ]);
    expect([...billed(reading)].filter((line) => !line.includes("PACK")).sort()).toEqual(both);
    expect(errors(reading)).toEqual([]);
  });

  it("communes alone, once each, are the sums of their schools: asked about", () => {
    const rows = [
      ["Commune", "Élèves", "Poste client standard"],
      ["Beure", 40, 6],
      ["Busy", 50, 8],
    ];
    expect(errors(read([sheet("Parc", rows)]))).toEqual(["error no-school-column Parc!A1"]);
  });
});

test("a school written with its commune in one table, and beside its code in another, is one", () => {
  const reading = read([
    sheet("Parc", [
      ["Code INSEE", "École", "Poste client standard"],
      ["25058", "Beure – École du Bourg", 6],
    ]),
    sheet("Effectifs", [
      ["École", "Élèves"],
      ["Beure – École du Bourg", 40],
      ["Busy – École du Pont", 50],
    ]),
  ]);
  expect(errors(reading)).toEqual([]);
  expect(billed(reading).filter((line) => line.startsWith("Beure")).length).toBe(3);
});

test("a headcount by class under « Commune – École »: « GS » with numbers below it is a class", () => {
  const reading = read([
    sheet("Effectifs", [
      ["Commune – École", "PS", "MS", "GS", "CP", "Total"],
      ["Beure – École du Bourg", 5, 6, 7, 8, 26],
      ["Busy – École du Pont", 1, 2, 3, 4, 10],
    ]),
  ]);
  expect(billed(reading).map((line) => line.replace(/^.* PORTAIL/, "PORTAIL"))).toEqual(["PORTAIL 26", "PORTAIL 10"]);
});
