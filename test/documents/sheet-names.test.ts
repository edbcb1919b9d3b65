import { nameSheets } from "../../src/documents/sheet-names";
import fc from "../properties";

const wanted = (...names: string[]) => names.map((name, index) => ({ key: `k${index}`, name }));
const named = (names: string[], users: string[] = [], own: { key: string; name: string }[] = []) => [
  ...nameSheets(wanted(...names), users, own).values(),
];

describe("names sheets by Excel's rules", () => {
  test.each([
    ["Fiche Les Bas/Hauts", "Fiche Les Bas-Hauts"],
    ["[a]:*?/\\b", "-a------b"],
    ["'L'école'", "L'école"],
    ["History", "History (2)"],
    ["HISTORIQUE", "HISTORIQUE (2)"],
    ["", "Feuille"],
    ["'", "Feuille"],
    ["x".repeat(40), "x".repeat(31)],
    ["x".repeat(30) + "😀", "x".repeat(30)],
  ])("%s becomes %s", (name, expected) => {
    expect(named([name])).toEqual([expected]);
  });

  test("a user's sheet keeps its name, ours takes « (2) », whatever the case", () => {
    expect(named(["Récapitulatif"], ["RÉCAPITULATIF"])).toEqual(["Récapitulatif (2)"]);
    expect(named(["Journal"], ["journal", "Journal (2)"])).toEqual(["Journal (3)"]);
  });

  test("names cut alike are told apart within 31 characters", () => {
    const long = "Fiche Saint-Maurice-en-Montagne-";
    expect(named([`${long}Haute`, `${long}Basse`])).toEqual([
      "Fiche Saint-Maurice-en-Montagne",
      "Fiche Saint-Maurice-en-Mont (2)",
    ]);
  });

  test("a sheet of ours that exists keeps the name it has, even if the user changed it", () => {
    expect(named(["Contrôles", "Journal"], ["Contrôles"], [{ key: "k0", name: "Contrôles (2)" }])).toEqual([
      "Contrôles (2)",
      "Journal",
    ]);
    expect(named(["Contrôles"], [], [{ key: "k0", name: "Mes contrôles" }])).toEqual(["Mes contrôles"]);
  });

  test("the name of a sheet of ours that is about to go is not taken", () => {
    expect(named(["Fiche A"], [], [{ key: "gone", name: "Fiche A" }])).toEqual(["Fiche A (2)"]);
  });

  test("whatever is wanted, names are valid, unique, and none is a user's", () => {
    const text = fc.oneof(
      fc.string(),
      fc.constantFrom("History", "Journal", "journal", "'a'", "a".repeat(32), "a".repeat(31)),
    );
    const sound = text.filter((name) => /^[^[\]:*?/\\']{1,31}$/.test(name) && !/^histor(y|ique)$/i.test(name));
    fc.assert(
      fc.property(fc.array(text), fc.uniqueArray(sound), fc.array(fc.nat(5)), (names, sheets, kept) => {
        const lower = (name: string) => name.normalize("NFC").toLowerCase();
        const unique = [...new Map(sheets.map((name) => [lower(name), name])).values()];
        const own = kept.slice(0, unique.length).map((index, at) => ({ key: `k${index}`, name: unique[at]! }));
        const users = unique.slice(own.length);
        const given = nameSheets(wanted(...names), users, own);
        const all = [...given.values()].map(lower);
        expect(given.size).toBe(names.length);
        expect(new Set(all).size).toBe(all.length);
        for (const user of users) expect(all).not.toContain(lower(user));
        const before = new Set(own.map(({ name }) => name));
        for (const name of given.values()) {
          if (before.has(name)) continue;
          expect(name).toMatch(/^(?!')[^[\]:*?/\\\p{Cc}]{1,31}$/u);
          expect(name).not.toMatch(/'$/);
          expect(name.length).toBeLessThanOrEqual(31);
          expect(lower(name)).not.toMatch(/^histor(y|ique)$/);
        }
      }),
    );
  });
});
