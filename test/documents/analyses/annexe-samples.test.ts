import type { SheetModel } from "../../../src/documents";
import { add, times } from "../../acceptance/analyses";
import { expectedOf } from "../../acceptance/samples";
import { analysedOf } from "../../taskpane/pane-of";
import { rowOf, sheet } from "../fixtures";

const [last, now] = ["parc-ecoles-2014", "registre-materiel-2015"] as const;

/** As the pane has it drawn; `isTried`: with a workstation in service at 38,50 instead of 36,86. */
async function annexeOf({ isTried }: { readonly isTried: boolean }): Promise<SheetModel> {
  const { snapshot } = await analysedOf(now, last, { isTried });
  return sheet(snapshot.billing.sheets, "annexe");
}

/** Amounts of the first row that has this text, two decimals each. */
function amountsIn(model: SheetModel, label: string, columns: readonly number[]): string[] {
  const cells = rowOf(model, label);
  return columns.map((column) => Number(cells[column]?.value).toFixed(2));
}

const [cagb, communes, total] = [1, 2, 3];
const [before, after, difference] = [1, 2, 3];
const figures = (name: typeof last | typeof now) => {
  const expected = expectedOf(name);
  return [expected.cagb, expected.communes, expected.total];
};
const minus = (amount: string) => `-${amount}`;

/** What the campaign 2015 has of workstations in service: 1,64 more each. */
const dearer = add(times(expectedOf(now).byPrestation["POSTE_STD"]!.maintenance.qty, "1.64"));

/** Mamirolle in the samples, 2014 (« Parc 01.11.2014 », row 108) then 2015 (counted in « Registre »). */
const mamirolle = add(
  times(1 - 0, "632.00"), // standard servers, installed
  times(8 - 0, "31.60"), // standard workstations, installed
  times(32 - 25, "36.86"), // standard workstations, in service
  times(2 - 0, "47.39"), // specific workstations, in service
  times(4 - 3, "10.53"), // specific software, in service
  times(3 - 1, "21.06"), // spare parts
  times(1 - 3, "15.79"), // ink-jet printers
);

describe("« Annexe délibération » of the campaign 2015 compared to 2014", () => {
  let model: SheetModel;
  beforeAll(async () => {
    model = await annexeOf({ isTried: false });
  });

  test("the annexe shows the three figures of both titres and their changes", () => {
    expect(amountsIn(model, "Titre 2014", [cagb, communes, total])).toEqual(figures(last));
    expect(amountsIn(model, "Titre 2015", [cagb, communes, total])).toEqual(figures(now));
    const changes = figures(now).map((amount, index) => add(amount, minus(figures(last)[index]!)));
    expect(amountsIn(model, "Écart avec le titre 2014", [cagb, communes, total])).toEqual(changes);
  });

  test("the change of Mamirolle, among the largest, is the one computed by hand", () => {
    const [old, recent] = [last, now].map((name) => expectedOf(name).byCommune["25364"]!.due);
    expect(amountsIn(model, "Mamirolle", [before, after, difference])).toEqual([old, recent, mamirolle]);
    expect(add(old!, mamirolle)).toBe(recent);
  });

  test("the current titre is « Titre CAGB »’s, the one before and the communes « Comparaison »’s", () => {
    const formula = (label: string, column: number) => rowOf(model, label)[column]?.formula;
    expect(formula("Titre 2015", 3)).toMatch(/^'Titre CAGB'!/);
    expect(formula("Titre 2014", 3)).toMatch(/^'Comparaison'!/);
    expect(formula("Mamirolle", after!)).toMatch(/^'Comparaison'!/);
  });
});

describe("« Annexe délibération » of the campaign 2015 under a dearer workstation, beside 2014", () => {
  let model: SheetModel;
  beforeAll(async () => {
    model = await annexeOf({ isTried: true });
  });

  test("adds the titre on trial to both others: 1,64 more for each workstation, and only for the communes", () => {
    const [own, theirs, whole] = figures(now) as [string, string, string];
    expect(amountsIn(model, "Titre 2015, projet de tarif", [cagb, communes, total])).toEqual([
      ...[own, add(theirs, dearer), add(whole, dearer)],
    ]);
    expect(amountsIn(model, "Écart dû au projet de tarif", [cagb, communes, total])).toEqual(["0.00", dearer, dearer]);
    expect(amountsIn(model, "Titre 2014", [total])).toEqual([figures(last)[2]]);
  });

  test("tells the communes of the trial: Mamirolle has 32 workstations in service", () => {
    const { due } = expectedOf(now).byCommune["25364"]!;
    const more = add(times(32, "1.64"));
    expect(amountsIn(model, "Mamirolle", [before, after, difference])).toEqual([due, add(due, more), more]);
    expect(rowOf(model, "Mamirolle")[after!]?.formula).toMatch(/^'Simulation'!/);
  });

  test("the annexe goes from one titre to the other by its effects and the net of schools to match, to the cent", () => {
    const steps = [
      ...["Effet quantités", "Effet tarifs", "Écoles à rapprocher (net)"],
      ...["Autres écoles arrivées", "Autres fins de facturation"],
    ];
    const rises = steps.map((step) => amountsIn(model, step, [2])[0]!);
    const falls = steps.map((step) => minus(amountsIn(model, step, [3])[0]!));
    expect(add(figures(last)[2]!, ...rises, ...falls)).toBe(figures(now)[2]);
  });
});
