import { read, readWith, sheet, type Read } from "../workbook-of";

const headings = ["Commune", "École", "Élèves", "Postes clients standard"];
const besancon = ["Besançon", "École Pergaud", 90, 12];
const pirey = ["Pirey", "École du Pont", 60, 8];
const errors = (result: Read): string[] => result.anomalies().filter((each) => each.startsWith("error"));
const postes = (result: Read) => ["École Pergaud", "École du Pont"].map((one) => result.quantity(one, "POSTE_STD"));

describe("a table beside others of its kind", () => {
  test.each(["Écoles fermées", "Historique", "Bigarreaux", "Pirey (supprimée)"])(
    "is asked where its sheet's name tells it from them by what may say that it is not billed: « %s »",
    (name) => {
      const result = read(sheet("Besançon", [headings, besancon]), sheet(name, [headings, pirey]));
      expect(errors(result)).toHaveLength(1);
      expect(postes(result)).toEqual([12, 0]);
    },
  );

  test.each([
    "Pirey",
    "Pirey (25)",
    "École du Pont",
    "Pont",
    "Secteur Est",
    "Feuil2",
    "M. Dupont",
    "Régie Livraisons – M. Départ",
    "Pirey 2",
    "EE Pirey",
    "EPPU Pirey",
    "0250111A",
  ])("asks nothing where that name is a place, a person, a school of its own, or Excel's: « %s »", (name) => {
    const result = read(sheet("Besançon", [headings, besancon]), sheet(name, [headings, pirey]));
    expect(errors(result)).toEqual([]);
    expect(postes(result)).toEqual([12, 8]);
  });

  test("asks of « Les autres » alone above one of them", () => {
    const others = sheet("Pirey", [["Les autres"], [], headings, pirey]);
    expect(errors(read(sheet("Besançon", [headings, besancon]), others))).toEqual(["error unread-title A3"]);
  });

  test("asks nothing of sheets that are numbered, beside one that is not", () => {
    const recap = sheet("Besançon", [headings, ["Besançon", "École Fontaine", 80, 9]]);
    const result = read(sheet("F1", [headings, besancon]), sheet("F3", [headings, pirey]), recap);
    expect([errors(result), postes(result)]).toEqual([[], [12, 8]]);
  });

  test("is asked where its sheet's name has the only number of its kind", () => {
    const result = read(sheet("Besançon", [headings, besancon]), sheet("F3", [headings, pirey]));
    expect(errors(result)).toHaveLength(1);
  });

  test.each(["Pirey él", "Pirey élém"])(
    "asks nothing where that name shortens the level of its school: « %s »",
    (name) => {
      const elementaire = ["Pirey", "École élémentaire", 60, 8];
      const result = read(sheet("Besançon", [headings, besancon]), sheet(name, [headings, elementaire]));
      expect([errors(result), result.quantity("École élémentaire", "POSTE_STD")]).toEqual([[], 8]);
    },
  );

  test("is asked of « él » where no school has that level", () => {
    const result = read(sheet("Besançon", [headings, besancon]), sheet("Pirey él", [headings, pirey]));
    expect(errors(result)).toHaveLength(1);
  });

  test("asks nothing of words that all their titles share", () => {
    const titled = (name: string, row: readonly (string | number)[]) =>
      sheet(name, [["Opération Bigarreaux"], [], headings, row]);
    const result = read(titled("Besançon", besancon), titled("Pirey", pirey));
    expect([errors(result), postes(result)]).toEqual([[], [12, 8]]);
  });

  test("is settled by saying what it is", () => {
    const sheets = [sheet("Besançon", [headings, besancon]), sheet("Bigarreaux", [headings, pirey])] as const;
    const said = (as: "inventory" | "ignored") =>
      readWith({ tables: [{ file: null, sheet: "Bigarreaux", cell: null, as }] }, ...sheets);
    expect([errors(said("inventory")), postes(said("inventory"))]).toEqual([[], [12, 8]]);
    expect(postes(said("ignored"))).toEqual([12, 0]);
  });
});

test("The title of the only table of its kind is free", () => {
  const result = read(sheet("Bigarreaux", [["Opération Bigarreaux"], [], headings, besancon, pirey]));
  expect([errors(result), postes(result)]).toEqual([[], [12, 8]]);
});
