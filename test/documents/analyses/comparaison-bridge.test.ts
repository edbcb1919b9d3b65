import { addAnalyses, type SheetModel } from "../../../src/documents";
import { communesFinding } from "../../../src/documents/analyses/analysis-context";
import { movementsOf } from "../../../src/documents/analyses/comparaison-bridge";
import { schoolsToMatch } from "../../../src/documents/analyses/comparaison-remarks";
import { compareStatements, type Comparison } from "../../../src/statement";
import { Decimal } from "decimal.js";
import { campaignOf } from "../../../src/tariff";
import * as given from "../../statement/fixtures";
import { expectResults } from "../evaluate";
import { sheet } from "../fixtures";
import { nowhere, read } from "./statements";

const { chalezeule, mamirolle, school, stateOf, reading, quantities } = given;

/** Two campaigns of so many workstations in maintenance a school, at 36.86. */
function compared(
  before: readonly (readonly [ReturnType<typeof school>, number])[],
  after: readonly (readonly [ReturnType<typeof school>, number])[],
): Comparison {
  const of = (some: typeof before) =>
    stateOf(
      reading(
        some.map(([one]) => one),
        some.flatMap(([one, count]) => quantities(one, { "POSTE_STD m": count })),
      ),
    );
  return compareStatements(of(before), { ...of(after), campaign: campaignOf(2015) });
}

const told = (comparison: Comparison) => movementsOf(comparison).map(({ kind, change }) => [kind, change.toFixed(2)]);

const papers = (comparison: Comparison): SheetModel[] =>
  addAnalyses(
    [],
    { comparison: { comparison, file: "a.xlsx", campaignFrom: "journal", errors: { before: 0, after: 0 } } },
    nowhere,
  );

describe("schools that came and went in one commune are told by their net", () => {
  // Renamed in Chalezeule, with one workstation more; closed in Mamirolle.
  const renamed = compared(
    [
      [school(chalezeule, "École du Parc"), 10],
      [school(mamirolle, "École Haute"), 3],
    ],
    [[school(chalezeule, "Groupe scolaire"), 11]],
  );

  test("their net is apart, and what came or went elsewhere stays as it is", () => {
    // 11 × 36.86 − 10 × 36.86 = 36.86; 3 × 36.86 = 110.58
    expect(told(renamed)).toEqual([
      ["quantities", "0.00"],
      ["prices", "0.00"],
      ["matched", "36.86"],
      ["arrivals", "0.00"],
      ["departures", "-110.58"],
    ]);
  });

  test("schools that came or went in one commune only are named otherwise than all those that did", () => {
    expect(movementsOf(renamed).map(({ title }) => title)).toEqual([
      ...["Effet quantités", "Effet tarifs", "Écoles à rapprocher (net)"],
      ...["Autres écoles arrivées", "Autres fins de facturation"],
    ]);
  });

  test("how many they are on each side, a shared school once", () => {
    expect(schoolsToMatch(renamed)).toEqual({ before: 1, after: 1, communes: 1 });
    const two = [school(chalezeule, "École A"), school(chalezeule, "École B")] as const;
    const joined = compared(
      two.map((one) => [one, 2] as const),
      [[school(chalezeule, "Groupe scolaire"), 4]],
    );
    expect(schoolsToMatch(joined)).toEqual({ before: 2, after: 1, communes: 1 });
  });

  test("« Comparaison » says what such a school is, how many there are, and what to do; so does the page for those who vote", () => {
    const said = papers(renamed).map((one) => read(one).replace(/\s/g, " "));
    const [comparaison, , annexe] = said;
    expect(comparaison).toContain("École « à rapprocher » : facturée dans une seule des deux campagnes");
    expect(comparaison).toContain("À faire : comparer leurs noms");
    for (const paper of [comparaison, annexe])
      expect(paper).toContain("Dans une commune : 1 école en 2014, 1 école en 2015.");
  });

  test("they are never given as what the titre rises by: nobody knows yet whether they moved", () => {
    // 36.86 more, all of it of a school that bears another name.
    const [before, after] = [school(chalezeule, "École du Parc"), school(chalezeule, "Groupe scolaire")];
    const all = papers(compared([[before, 10]], [[after, 11]]));
    const said = all.map((one) => read(one).replace(/\s/g, " ")).join(" ");
    expect(said).toContain("De 2014 à 2015, le titre augmente de 36,86 €");
    expect(said).not.toMatch(/du fait|pèse le plus/);
    expect(all.flatMap(({ charts }) => charts.map(({ title }) => title)).join()).not.toMatch(/rapprocher/);
  });

  test("an effect that is mostly due to schools is not given another cause", () => {
    // 10 × 36.86 less in Chalezeule, under another name; 36.86 less in Mamirolle.
    const all = papers(
      compared(
        [
          [school(chalezeule, "École du Parc"), 20],
          [school(mamirolle, "École Haute"), 1],
        ],
        [[school(chalezeule, "Groupe scolaire"), 10]],
      ),
    );
    expect(read(all[0]!).replace(/\s/g, " ")).toContain("De 2014 à 2015, le titre diminue de 405,46 €");
    expect(all.map(read).join()).not.toContain("du fait");
  });

  test("a commune where schools only came, or only went, has nothing to match", () => {
    const moved = compared([[school(mamirolle, "École Haute"), 3]], [[school(chalezeule, "École du Parc"), 4]]);
    // 4 × 36.86 = 147.44
    expect(told(moved)).toEqual([
      ["quantities", "0.00"],
      ["prices", "0.00"],
      ["arrivals", "147.44"],
      ["departures", "-110.58"],
    ]);
    expect(papers(moved).map(read).join()).not.toContain("à rapprocher");
  });

  test("« Comparaison » flags the commune, and shows the net under its schools; never does it say « partie »", () => {
    const all = papers(renamed);
    const comparaison = sheet(all, "comparaison");
    expect(expectResults(all)).toBeGreaterThan(20);
    const row = (label: string) =>
      comparaison.rows.find(({ cells }) => String(cells[0]?.value).replace(/\s/g, " ") === label)!.cells;
    expect(row("Net de la commune")[6]?.value).toBe(36.86);
    expect(row("Net de la commune")[11]?.value).toBe("écoles à rapprocher\u202f?");
    expect(row("Écoles à rapprocher (net)")[6]?.value).toBe(36.86);
    expect(row("Chalezeule")[11]?.value).toContain("écoles à rapprocher\u202f?");
    expect(row("Mamirolle")[11]?.value).toContain("n’a plus d’école facturée");
    for (const paper of all) expect(read(paper)).not.toMatch(/parties?\b(?! de)/i);
  });
});

describe("a table of communes is told by who bears most of the change", () => {
  const moved = (...changes: readonly (readonly [string, string])[]) => {
    const communes = changes.map(([name, amount]) => ({
      commune: given.commune("25112", name),
      difference: new Decimal(amount),
    }));
    return (isSimulated = false) => communesFinding(communes, isSimulated)?.replace(/\s/g, " ") ?? null;
  };

  test.each<[string, (isSimulated?: boolean) => string | null, string | null]>([
    // 61 / (61 + 39)
    ["most of it", moved(["Besançon", "61"], ["Pirey", "39"]), "Besançon porte 61 % de la hausse"],
    [
      "others go the other way",
      moved(["Pirey", "-30"], ["Beure", "-10"], ["Busy", "5"]),
      "Pirey porte 75 % des baisses",
    ],
    ["all of it", moved(["Pirey", "-30"], ["Busy", "0"]), "Pirey porte toute la baisse"],
    ["nothing", moved(["Pirey", "-30"], ["Busy", "30"]), null],
  ])("%s", (_, finding, expected) => {
    expect(finding()).toBe(expected);
  });

  test("the bridge of a tariff on trial says what it would do", () => {
    expect(moved(["Besançon", "61"], ["Pirey", "39"])(true)).toBe("Besançon porterait 61 % de la hausse");
    expect(moved(["Pirey", "0"])(true)).toBeNull();
  });
});
