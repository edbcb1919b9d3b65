import { communeEntities } from "../../../src/tariff";
import { joinedCommune } from "../../../src/statement/compare/joined-commune";

const entity = (name: string) => communeEntities.find((commune) => commune.name === name)!;
const day = (year: number, month: number, dayOfMonth: number) => ({ year, month, day: dayOfMonth });

describe("the commune that stands for another on a later day", () => {
  test("is itself until its last day, then the one that it merged into", () => {
    const dessous = entity("Auxon-Dessous");
    expect(joinedCommune(dessous, day(2014, 12, 31))).toBe(dessous);
    expect(joinedCommune(dessous, day(2015, 1, 1))).toBe(entity("Les Auxons"));
  });

  test("is itself where the directory has not that INSEE code with that SIREN", () => {
    const dessous = entity("Auxon-Dessous");
    for (const stranger of [
      { ...dessous, siren: entity("Besançon").siren },
      { ...dessous, insee: entity("Besançon").insee },
    ])
      expect(joinedCommune(stranger, day(2015, 11, 1))).toBe(stranger);
  });
});
