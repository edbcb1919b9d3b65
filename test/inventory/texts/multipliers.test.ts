import { read, sheet } from "../workbook-of";
import { multiplierIn } from "../../../src/inventory/texts/multipliers";

test.each([
  "Postes clients standard (lots de 2)",
  "Postes clients standard (x10)",
  "Postes clients standard (X 10)",
  "Postes clients standard ×2",
  "Postes clients standard (paquet de 5)",
  "Postes clients standard (par paires)",
  "Postes clients standard, par 10",
  "Lot de deux postes clients standard",
  "Lot de 2 PC",
  "Effectif (en dizaines)",
  "2 x poste client standard",
  "Pièces détachées (boîte de 12)",
  "Îlots de 4 postes clients standard",
  "Postes clients standard par salle",
])("« %s » multiplies what it counts", (text) => expect(multiplierIn(text)).not.toBeNull());

test.each([
  "Postes clients standard 2014",
  "Postes (P3)",
  "Postes clients standard (1)",
  "PC sous Windows 7",
  "PC (Windows 8 x64)",
  "Mac OS X 10",
  "Serveur HP ML310 G2",
  "Écran 16 x 9",
  "Parc de 2014",
  "Enfants de 3 à 6 ans",
  "Élèves de 6e",
  "Effectif au 1er novembre 2014",
  "Postes clients standard, salle 2",
  "Nombre de postes par école",
  "Installés en 2014",
  "Dell OptiPlex 3020",
])("« %s » multiplies nothing", (text) => expect(multiplierIn(text)).toBeNull());

describe("a quantity whose heading or label multiplies it", () => {
  const [commune, school] = ["Beure", "École du Bourg"];

  test("is not billed as it is written, under a heading", () => {
    const rows = [
      ["Commune", "École", "Élèves", "Postes clients standard (lots de 2)"],
      [commune, school, 97, 9],
    ];
    const result = read(sheet("Parc", rows));
    expect([result.anomalies(), result.quantity(school, "POSTE_STD")]).toEqual([["error unclear-header D1"], 0]);
  });

  test("is not billed as it is written, beside a label", () => {
    const rows = [
      ["Commune", "École", "Prestation", "Quantité"],
      [commune, school, "Élèves", 97],
      [commune, school, "Poste client standard (lot de 2)", 9],
    ];
    const result = read(sheet("Parc", rows));
    expect(result.anomalies()).toContain("error unknown-label C3");
    expect(result.quantity(school, "POSTE_STD")).toBe(0);
  });
});
