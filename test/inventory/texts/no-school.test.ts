import { read, readWith, sheet, type Read } from "../workbook-of";

const errors = (result: Read): string[] => result.anomalies().filter((each) => each.startsWith("error"));
const posts = (result: Read, ...schools: string[]): number[] =>
  schools.map((school) => result.quantity(school, "POSTE_STD"));

describe("a text in the place of a school that names none", () => {
  const rows = (name: string, pupils: number) =>
    sheet("Parc", [
      ["Commune", "École", "Élèves", "Postes clients standard"],
      ["Saône", "Lilas", 87, 7],
      ["Saône", name, pupils, 3],
    ]);
  const across = (name: string, pupils: number) =>
    sheet("Parc", [
      ["Commune", "Saône", "Saône"],
      ["École", "Lilas", name],
      ["Élèves", 87, pupils],
      ["Postes clients standard", 7, 3],
      ["Pack logiciel", 1, null],
    ]);

  test.each([
    "Stock",
    "Réserve mairie",
    "À prévoir",
    "Réformés",
    "Hors service",
    "Prêts",
    "Mairie",
    "Dont neufs",
    "Neufs 2014",
  ])("is asked, and not billed: « %s »", (name) => {
    const asRow = read(rows(name, 0));
    expect([errors(asRow), posts(asRow, "Lilas", name)]).toEqual([["error not-a-school B3"], [7, 0]]);
    const asColumn = read(across(name, 0));
    expect([errors(asColumn), posts(asColumn, "Lilas", name)]).toEqual([["error no-school-over-column C2"], [7, 0]]);
  });

  test("is none however many machines it has", () => {
    const many = sheet("Parc", [
      ["Commune", "Saône", "Saône"],
      ["École", "Lilas", "Stock"],
      ["Élèves", 87, null],
      ["Postes clients standard", 7, 30],
      ["Pack logiciel", 1, null],
    ]);
    expect([errors(read(many)), posts(read(many), "Stock")]).toEqual([["error no-school-over-column C2"], [0]]);
  });

  test("is a school where it has pupils, or once accepted", () => {
    expect(posts(read(rows("Mairie", 40)), "Mairie")).toEqual([3]);
    expect(posts(read(across("Mairie", 40)), "Mairie")).toEqual([3]);
    const accepted = { file: null, sheet: "Parc", cell: "B3", code: "not-a-school", was: "Mairie" };
    const result = readWith({ accepted: [accepted] }, rows("Mairie", 0));
    expect([errors(result), posts(result, "Mairie")]).toEqual([[], [3]]);
  });

  test.each([
    "École de la Réserve",
    "Maternelle du Stock",
    "École de la Mairie",
    "École Collège",
    "Maternelle Crèche",
    "Les Prés",
    "Centre",
    "Groupe scolaire neuf",
  ])("is not said of a school's own name: « %s »", (name) => {
    expect(errors(read(rows(name, 0)))).toEqual([]);
    expect(posts(read(rows(name, 12)), name)).toEqual([3]);
  });
});
