import { billed, read, sheet } from "./read-sheets";

const amagney = (...counts: string[]): string[] => counts.map((count) => `Amagney/École primaire ${count}`).sort();

describe("headcounts", () => {
  it("headcounts by class have grande section and cours préparatoire as parts beside the others", () => {
    const reading = read([
      sheet("Effectifs", [
        ["Commune", "École", "PS", "MS", "GS", "CP", "CE1", "CE2", "CM1", "CM2", "ULIS"],
        ["Amagney", "École primaire", 5, 6, 7, 8, 9, 10, 11, 12, 1],
      ]),
    ]);
    // 5 + 6 + 7 + 8 + 9 + 10 + 11 + 12 + 1 = 69
    expect(billed(reading)).toEqual(amagney("PORTAIL 69"));
  });

  it("« CP » alone is a code postal, not pupils", () => {
    const reading = read([
      sheet("Effectifs", [
        ["Commune", "CP", "École", "Élèves"],
        ["Amagney", 25220, "École primaire", 50],
      ]),
    ]);
    expect(billed(reading)).toEqual(amagney("PORTAIL 50"));
  });

  it("« Total », « Nombre » or a year say pupils on a sheet of pupils", () => {
    for (const header of ["Total", "Nombre", "2014-2015", "Nb"])
      expect(
        billed(
          read([
            sheet("Effectifs scolaires", [
              ["Commune", "École", header],
              ["Amagney", "École primaire", 50],
            ]),
          ]),
        ),
      ).toEqual(amagney("PORTAIL 50"));
  });

  it("headcounts of the open data on schools are read", () => {
    const reading = read([
      sheet("fr-en-ecoles-effectifs", [
        [
          "rentree_scolaire",
          "commune",
          "numero_ecole",
          "denomination_principale",
          "patronyme",
          "nombre_total_classes",
          "nombre_total_eleves",
          "nombre_eleves_cp_hors_ulis",
        ],
        [2014, "AMAGNEY", "0250001A", "ECOLE PRIMAIRE PUBLIQUE", "", 3, 50, 10],
      ]),
    ]);
    expect(billed(reading)).toEqual(["Amagney/ECOLE PRIMAIRE PUBLIQUE PORTAIL 50"]);
  });
});

test("« CE », « CM » and « CLIS » are classes", () => {
  const reading = read([
    sheet("Effectifs", [
      ["Commune", "École", "CP", "CE", "CM", "CLIS"],
      ["Amagney", "École primaire", 28, 40, 49, 11],
    ]),
  ]);
  expect(billed(reading)).toEqual(amagney("PORTAIL 128"));
});
