import { read, sheet } from "../workbook-of";
import type { Read } from "../workbook-of";

/** Two forms, one below the other: each a title, its pupils and its workstations. */
const forms = (first: string, second: string): Read =>
  read(
    sheet("Fiches", [
      [first],
      ["Élèves", 64],
      ["Postes clients standard", 6],
      [],
      [second],
      ["Élèves", 158],
      ["Postes clients standard", 18],
    ]),
  );
const communesOf = (result: Read): string[] => result.reading.schools.map(({ commune }) => commune.name).sort();

describe("the commune that a form's title ends with", () => {
  it.each([
    "École primaire – Franois",
    "Groupe scolaire – Franois",
    "École Georges Perec, Franois",
    "Primaire Franois",
    "Groupe scolaire, commune de Franois",
    "École du Centre (Franois)",
  ])("« %s » is of Franois, and not of the form above", (title) => {
    expect(communesOf(forms("École maternelle – Pirey", title))).toEqual(["Franois", "Pirey"]);
  });
  it("a title that names none is of the commune above", () => {
    expect(communesOf(forms("École maternelle – Pirey", "École primaire"))).toEqual(["Pirey", "Pirey"]);
  });
});
