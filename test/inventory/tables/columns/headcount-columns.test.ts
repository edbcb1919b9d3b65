import { billed, read, sheet, told } from "../read-sheets";
import { poste, serveur, wide } from "./table-of";

const parc = wide([poste, serveur], [[12, 1]]);
const table = (headings: readonly string[], ...pupils: readonly number[]) =>
  sheet("Effectifs", [
    ["Commune", "École", ...headings],
    ["Amagney", "École primaire", ...pupils],
  ]);
const pupils = (reading: ReturnType<typeof read>): string[] =>
  billed(reading).filter((text) => text.includes("PORTAIL"));

describe("the column that counts in a table of headcounts", () => {
  it.each([
    [["Rentrée 2012", "Rentrée 2013", "Rentrée 2014"]],
    [["2012-2013", "2013-2014", "2014-2015"]],
    [["Effectif 2012", "Effectif 2013", "Effectif 2014"]],
    [["Effectif au 15/09/2013", "Effectif au 15/09/2014", "Effectif au 01/11/2014"]],
    [["Effectif juin 2014", "Effectif septembre 2014", "Effectif octobre 2014"]],
  ])("the headcount among %j is the last one not after 1 November 2014", (headings) => {
    const reading = read([parc, table(headings, 10, 20, 30)]);
    expect(pupils(reading)).toEqual(["Amagney/École primaire PORTAIL 30"]);
    expect(told(reading, "error")).toEqual([]);
  });

  it("a headcount after the snapshot is left out", () => {
    const reading = read([parc, table(["Effectif au 01/11/2014", "Effectif au 15/01/2015"], 30, 40)]);
    expect(pupils(reading)).toEqual(["Amagney/École primaire PORTAIL 30"]);
  });

  it("a table with only later headcounts is an error", () => {
    const reading = read([parc, table(["Effectif au 15/12/2014"], 30)]);
    expect(told(reading, "error")).toContain("error only-other-year Effectifs!C1");
  });

  it("a total beside its parts is the headcount, and « Total » alone is one in such a table", () => {
    const levels = read([parc, table(["PS", "MS", "GS", "CP", "Total"], 5, 6, 7, 8, 26)]);
    expect(pupils(levels)).toEqual(["Amagney/École primaire PORTAIL 26"]);
    expect(pupils(read([parc, table(["Total"], 26)]))).toEqual(["Amagney/École primaire PORTAIL 26"]);
    expect(pupils(read([parc, table(["Filles", "Garçons", "Élèves"], 12, 14, 26)]))).toEqual([
      "Amagney/École primaire PORTAIL 26",
    ]);
    for (const reading of [levels]) expect(told(reading, "error", "warning")).toEqual([]);
  });

  it("pupils of another kind beside the headcount are asked, and the headcount billed", () => {
    const reading = read([parc, table(["Nb classes", "Élèves", "Élèves boursiers"], 3, 50, 5)]);
    expect(pupils(reading)).toEqual(["Amagney/École primaire PORTAIL 50"]);
    expect(told(reading, "error", "warning")).toEqual(["error unclear-header Effectifs!E1"]);
  });
});
