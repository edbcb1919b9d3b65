import { read, sheet } from "../workbook-of";

it("schools of a commune stay in the order of the rows where they first stand, one that another table names otherwise too", () => {
  const { reading } = read(
    sheet("Effectifs", [
      ["Commune", "École", "Type", "Effectif"],
      ["Beure", "Centre", "Maternelle", 50],
      ["Beure", "Centre", "Élémentaire", 40],
      ["Beure", "Les Prés", "Primaire", 60],
    ]),
    sheet("Parc", [
      ["Commune", "École", "Postes clients standard"],
      ["Beure", "Les Prés", 4],
      ["Beure", "Élémentaire Centre", 5],
      ["Beure", "Maternelle Centre", 3],
    ]),
  );
  expect(reading.schools.map(({ name }) => name)).toEqual(["Maternelle Centre", "Élémentaire Centre", "Les Prés"]);
});
