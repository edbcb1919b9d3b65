import { billed, read, sheet, told } from "./read-sheets";

const amagney = (...counts: string[]): string[] => counts.map((count) => `Amagney/École primaire ${count}`).sort();

describe("one thing shown twice", () => {
  const table = (name: string, pupils: number, machines: number) =>
    sheet(name, [
      ["Commune", "École", "Effectif", "Poste client"],
      ["Amagney", "École primaire", pupils, machines],
    ]);

  it("the campaign's sheet wins over the others, whatever their number and order", () => {
    const reading = read([table("Parc 2012", 40, 8), table("Parc 2014", 50, 10), table("Parc 2013", 48, 9)]);
    expect(billed(reading)).toEqual(amagney("PORTAIL 50", "POSTE_STD 10", "PACK 1"));
    expect(reading.rows.map((row) => [row.sheet.name, row.billed, row.excluded])).toEqual([
      ["Parc 2012", 0, 1],
      ["Parc 2014", 1, 0],
      ["Parc 2013", 0, 1],
    ]);
    expect(told(reading, "error")).toEqual([]);
  });

  it.each([
    ["30 juin 2014", "1er novembre 2014", [], [10]],
    ["30 juin 2014", "31 décembre 2014", [], [8]],
    ["1er novembre 2014", "31 décembre 2014", [], [8]],
  ])("the sheet of the last day not after the day of count wins: « %s », « %s »", (first, second, asked, machines) => {
    const dated = (name: string, day: string, counted: number) =>
      sheet(name, [
        [`Parc informatique – situation au ${day}`],
        ["Commune", "École", "Effectif", "Poste client"],
        ["Amagney", "École primaire", 50, counted],
      ]);
    const reading = read([dated("Feuil1", first, 8), dated("Feuil2", second, 10)]);
    expect(told(reading, "error").map((each) => each.replace(/^error ambiguous-source /, ""))).toEqual(asked);
    expect(billed(reading).filter((each) => each.includes("POSTE_STD"))).toEqual(
      machines.flatMap((count) => amagney(`POSTE_STD ${String(count)}`)),
    );
  });

  it("neither is billed where nothing tells which", () => {
    const reading = read([table("Parc", 50, 10), table("Parc bis", 51, 11)]);
    expect(billed(reading)).toEqual([]);
    expect(told(reading, "error")).toContain("error ambiguous-source Parc!A1");
    expect(told(reading, "error")).toContain("error ambiguous-source Parc bis!A1");
  });

  it("a recap that says the same is counted once, the fuller source kept", () => {
    const reading = read([
      sheet("Récap", [
        ["Commune", "École", "Effectif", "PC std"],
        ["Amagney", "École primaire", 50, 2],
      ]),
      sheet("Registre", [
        ["N° inventaire", "Désignation", "Commune", "École", "Date de mise en service"],
        ["A1", "PC std", "Amagney", "École primaire", 41300],
        ["A2", "PC std", "Amagney", "École primaire", 41700],
      ]),
    ]);
    expect(billed(reading)).toEqual(amagney("PORTAIL 50", "POSTE_STD 2", "POSTE_STD+ 1", "PACK 1"));
    expect(told(reading, "error")).toEqual([]);
  });
});
