import { addAnalyses, type SheetModel } from "../../../src/documents";
import { findingOf } from "../../../src/documents/analyses/finding";
import { movementsOf } from "../../../src/documents/analyses/movements";
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
      ["arrivals", "0.00"],
      ["departures", "-110.58"],
      ["matched", "36.86"],
    ]);
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
    expect(row("Écoles à rapprocher ? (net)")[6]?.value).toBe(36.86);
    expect(row("Chalezeule")[11]?.value).toContain("écoles à rapprocher\u202f?");
    expect(row("Mamirolle")[11]?.value).toContain("n’a plus d’école facturée");
    for (const paper of all) expect(read(paper)).not.toMatch(/parties?\b(?! de)/i);
  });
});

describe("a chart of a change is titled by who bears most of it", () => {
  const moved = (...changes: readonly (readonly [string, string])[]) => {
    const communes = changes.map(([name, amount]) => ({
      commune: given.commune("25112", name),
      total: { difference: new Decimal(amount) },
    }));
    const whole = Decimal.sum(...communes.map(({ total }) => total.difference));
    return (isTrial = false) => findingOf(communes, whole, isTrial).replace(/\s/g, " ");
  };

  test.each<[string, (isTrial?: boolean) => string, string]>([
    // 61 / (61 + 39)
    ["most of it", moved(["Besançon", "61"], ["Pirey", "39"]), "Besançon porte 61 % de la hausse"],
    [
      "others go the other way",
      moved(["Pirey", "-30"], ["Beure", "-10"], ["Busy", "5"]),
      "Pirey porte 75 % des baisses",
    ],
    ["all of it", moved(["Pirey", "-30"], ["Busy", "0"]), "Pirey porte toute la baisse"],
    ["nothing", moved(["Pirey", "-30"], ["Busy", "30"]), "Le titre ne change pas"],
  ])("%s", (_, finding, expected) => {
    expect(finding()).toBe(expected);
  });

  test("of a tariff on trial, what it would do", () => {
    expect(moved(["Besançon", "61"], ["Pirey", "39"])(true)).toBe("Besançon porterait 61 % de la hausse");
    expect(moved(["Pirey", "0"])(true)).toBe("Le titre ne changerait pas");
  });
});
