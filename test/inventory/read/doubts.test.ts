import type { Cell } from "../../../src/cells";
import { readWith, read, sheet } from "../workbook-of";
import type { Read } from "../workbook-of";

const head = ["Commune", "École", "Effectif", "Postes clients standard", "Observations"];
const parc = (...rows: readonly (readonly Cell[])[]) => sheet("Parc", [head, ...rows]);
const errors = (result: Read): string[] => result.anomalies().filter((each) => each.startsWith("error"));

describe("a school that seems closed is asked, and not billed meanwhile", () => {
  test.each([
    "École du Bourg (fermée)",
    "École du Bourg FERMÉE au 05/07/2014",
    "École du Bourg – fermeture juillet 2014",
  ])("by its name: « %s »", (name) => {
    const result = read(parc(["Beure", name, 20, 12], ["Pirey", "École du Pont", 40, 9]));
    expect(errors(result)).toEqual(["error closed-school B2"]);
    expect(result.quantities).toEqual([
      "Pirey/25454|ecoledupont PACK maintenance 1",
      "Pirey/25454|ecoledupont PORTAIL maintenance 40",
      "Pirey/25454|ecoledupont POSTE_STD maintenance 9",
    ]);
  });

  test.each(["école fermée en juillet", "Fermée le 05/07/2014", "fermeture du site à la rentrée"])(
    "by a remark: « %s »",
    (remark) => {
      const result = read(parc(["Beure", "École du Bourg", 20, 12, remark], ["Pirey", "École du Pont", 40, 9]));
      expect(errors(result)).toEqual(["error closed-school E2"]);
    },
  );

  test.each(["fermeture d'une classe", "armoire fermée à clé", "une salle fermée le mercredi", "RAS"])(
    "but not by « %s »",
    (remark) => {
      const result = read(parc(["Beure", "École du Bourg", 20, 12, remark], ["Pirey", "École du Pont", 40, 9]));
      expect(errors(result)).toEqual([]);
      expect(result.quantity("École du Bourg", "POSTE_STD")).toBe(12);
    },
  );

  test("it is billed once it is accepted, and left out once its row is set aside", () => {
    const sheets = parc(["Beure", "École du Bourg", 20, 12, "école fermée"], ["Pirey", "École du Pont", 40, 9]);
    const place = { file: null, sheet: "Parc" };
    const accepted = readWith(
      { accepted: [{ ...place, cell: "E2", code: "closed-school", was: "école fermée" }] },
      sheets,
    );
    expect([errors(accepted), accepted.quantity("École du Bourg", "POSTE_STD")]).toEqual([[], 12]);
    const aside = readWith({ setAside: [{ ...place, row: 2, reason: "closed" }] }, sheets);
    expect([errors(aside), aside.quantity("École du Bourg", "POSTE_STD")]).toEqual([[], 0]);
  });
});

describe("a row whose numbers are those of its commune's rows above, added up, is asked", () => {
  const rows: Cell[][] = [
    ["Beure", "École du Bourg", 80, 3],
    ["Beure", "École du Haut", 50, 1],
  ];

  // 80 + 50 = 130 pupils, 3 + 1 = 4 workstations.
  test("whatever its name", () => {
    const result = read(parc(...rows, ["Beure", "Groupe scolaire", 130, 4], ["Pirey", "École du Pont", 40, 9]));
    expect(errors(result)).toEqual(["error sum-as-school B4"]);
    expect(result.quantity("Groupe scolaire", "PORTAIL")).toBe(0);
    expect(result.messages.join("\n")).toMatch(/«\sGroupe scolaire\s» sont ceux des 2 lignes/);
  });

  test("not where one number is another, nor of another commune's", () => {
    const other = read(parc(...rows, ["Beure", "Groupe scolaire", 130, 5]));
    expect([errors(other), other.quantity("Groupe scolaire", "POSTE_STD")]).toEqual([[], 5]);
    const elsewhere = read(parc(...rows, ["Pirey", "Groupe scolaire", 130, 4]));
    expect([errors(elsewhere), elsewhere.quantity("Groupe scolaire", "POSTE_STD")]).toEqual([[], 4]);
  });

  test("and is a school once it is accepted", () => {
    const accepted = [{ file: null, sheet: "Parc", cell: "B4", code: "sum-as-school", was: "Groupe scolaire" }];
    const result = readWith({ accepted }, parc(...rows, ["Beure", "Groupe scolaire", 130, 4]));
    expect([errors(result), result.quantity("Groupe scolaire", "POSTE_STD")]).toEqual([[], 4]);
  });
});

describe("a school whose name ends with another commune than the one filled down to it is asked", () => {
  test("« Groupe scolaire de Franois » below Pirey's; not the rue de Besançon's", () => {
    const result = read(
      parc(
        ["Pirey", "École du Pont", 40, 9],
        [null, "Groupe scolaire de Franois", 90, 4],
        [null, "École rue de Besançon", 30, 2],
      ),
    );
    expect(errors(result)).toEqual(["error two-communes B3"]);
    expect(result.quantity("École rue de Besançon", "POSTE_STD")).toBe(2);
    expect(result.quantity("Groupe scolaire de Franois", "POSTE_STD")).toBe(0);
  });

  test("where its own cell says the commune, that one is meant", () => {
    const result = read(parc(["Pirey", "École du Pont", 40, 9], ["Pirey", "Groupe scolaire de Franois", 90, 4]));
    expect(errors(result)).toEqual([]);
    expect(result.quantity("Groupe scolaire de Franois", "POSTE_STD")).toBe(4);
  });
});
