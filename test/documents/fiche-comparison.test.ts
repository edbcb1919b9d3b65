import type { SheetModel } from "../../src/documents";
import { compareStatements } from "../../src/statement";
import { campaignOf, createDirectory, type Commune } from "../../src/tariff";
import { makeSheets } from "../at-once";
import * as given from "../statement/fixtures";
import { expectResults } from "./evaluate";
import { labelOf } from "../find-cell";
import { columnOf, inputOf, sheet, textsOf } from "./fixtures";

type Reading = ReturnType<typeof given.reading>;

/** Documents of a campaign, and the comparison with another that they show: 2014, then 2015. */
function compared(before: Reading, after: Reading, years: readonly [number, number] = [2014, 2015]) {
  const [former, input] = [inputOf(before), inputOf(after)];
  const first = { ...former.statement, campaign: campaignOf(years[0]) };
  const statement = { ...input.statement, campaign: campaignOf(years[1]) };
  const comparison = compareStatements(first, statement);
  const models = makeSheets({ ...input, statement, comparison });
  return { models };
}

const counted = (school: Parameters<typeof given.quantities>[0], counts: Record<string, number>) =>
  given.reading([school], given.quantities(school, counts));

const ficheOf = (models: readonly SheetModel[], { insee, siren }: Commune) => sheet(models, `fiche-${insee}-${siren}`);

/** The numbers of the printed columns of each row that begins with a label: quantity, price, amount, and the other campaign's. */
function numbers(model: SheetModel, label: string) {
  const { rows } = model;
  const first = columnOf(model, "Quantité");
  const found = rows.filter((row) => labelOf(row) === label && typeof row.cells[first + 2]?.value === "number");
  return found.map(({ cells }) => [0, 1, 2, 3].map((after) => cells[first + after]?.value ?? null));
}

const plain = (model: SheetModel) => textsOf(model).map((text) => text.replace(/\s/g, " "));

describe("a fiche shows the campaign compared beside its own", () => {
  const before = counted(given.schoolA, { "POSTE_STD m": 10, "PIECES i": 5, "PORTAIL m": 100 });
  const after = counted(given.schoolA, { "POSTE_STD m": 12, "POSTE_STD i": 2, "PORTAIL m": 90 });
  const { models } = compared(before, after);
  const fiche = ficheOf(models, given.chalezeule);

  test("line by line, under its year; what is billed no more too, and each is nothing where it is not", () => {
    expect(plain(fiche)).toContain("Rappel 2014");
    expect(numbers(fiche, "Poste client standard")).toEqual([
      [2, 31.6, 63.2, 0], // 2 × 31,60
      [12, 36.86, 442.32, 368.6], // 12 × 36,86; 10 × 36,86
    ]);
    expect(numbers(fiche, "Pièces détachées")).toEqual([[0, 21.06, 0, 105.3]]); // 5 × 21,06
    expect(numbers(fiche, "Accès Portail éducatif/enfant")).toEqual([[90, 5.27, 474.3, 527]]); // 90 and 100 × 5,27
  });

  test("nothing is a dash that stays a number", () => {
    const cell = fiche.rows.find((row) => labelOf(row) === "Pièces détachées")!.cells[columnOf(fiche, "Montant")]!;
    expect([cell.value, cell.style?.numberFormat?.split(";")[2]]).toEqual([0, '"–"']);
  });

  test("a fiche shows its totals by nature in both campaigns, as live formulas", () => {
    expect(numbers(fiche, "Sous-total des installations")).toEqual([[null, null, 63.2, 105.3]]);
    expect(numbers(fiche, "Sous-total de la maintenance")).toEqual([[null, null, 442.32, 368.6]]);
    // 63,20 + 442,32; 105,30 + 368,60.
    expect(numbers(fiche, "Quote-part de la commune")).toEqual([[null, null, 505.52, 473.9]]);
    expect(expectResults(models)).toBeGreaterThan(30);
  });

  test("its change is one of the figures of its top, in euros and in percent", () => {
    // 505,52 − 473,90 = 31,62; 31,62 / 473,90 = 6,67 %.
    expect(plain(fiche)).toContain("+31,62 €");
    expect(plain(fiche)).toContain("par rapport à 2014 (473,90 €), soit +6,7 %");
    const less = ficheOf(compared(after, before).models, given.chalezeule);
    expect(plain(less)).toContain("−31,62 €");
    expect(plain(less)).toContain("par rapport à 2014 (505,52 €), soit −6,3 %");
  });

  test("a fiche says why its amount changed: by nature, then what weighs most", () => {
    // Installed: 2 × 31,60 − 5 × 21,06 = −42,10; maintained: (12 − 10) × 36,86 = +73,72.
    expect(plain(fiche)).toContain(
      "Pourquoi cet écart : installation −42,10 €, maintenance +73,72 €. Ce qui pèse le plus : Poste client standard (maintenance), +73,72 €.",
    );
    const same = ficheOf(compared(after, after).models, given.chalezeule);
    expect(plain(same).join()).not.toContain("Pourquoi");
  });

  test("the sheet of all fiches shows the compared campaign too", () => {
    const input = inputOf(after, { printableFiches: true });
    const former = { ...inputOf(before).statement, campaign: campaignOf(2013) };
    const all = makeSheets({ ...input, comparison: compareStatements(former, input.statement) });
    expect(numbers(sheet(all, "fiches-impression"), "Quote-part de la commune")).toEqual([[null, null, 505.52, 473.9]]);
    expect(plain(sheet(all, "fiches-impression"))).toContain("Rappel 2013");
    expectResults(all);
  });

  test("a fiche without a comparison has no such column, and three figures", () => {
    const alone = ficheOf(makeSheets(inputOf(after)), given.chalezeule);
    expect(alone.print.area.lastColumn).toBe(columnOf(alone, "Montant"));
    expect(fiche.print.area.lastColumn).toBe(columnOf(fiche, "Montant") + 1);
    expect(textsOf(alone).join()).not.toMatch(/Rappel|sur 20/);
  });
});

describe("schools of the campaign compared that no school answers to", () => {
  const formers = (fiche: SheetModel) =>
    fiche.rows.flatMap((row) => {
      const label = String(labelOf(row)).replace(/\s/g, " ");
      const [now, before] = row.cells.slice(columnOf(fiche, "Montant"));
      return / : (installation|maintenance)$/.test(label) ? [[label, now?.value, before?.value]] : [];
    });

  test("one that is billed no more keeps its amounts, by nature, and the totals hold them", () => {
    const gone = given.school(given.chalezeule, "École du Bourg", 20);
    const both = given.reading(
      [given.schoolA, gone],
      [
        ...given.quantities(given.schoolA, { "POSTE_STD m": 10 }),
        ...given.quantities(gone, { "POSTE_STD m": 3, "POSTE_STD i": 1 }),
      ],
    );
    const { models } = compared(both, counted(given.schoolA, { "POSTE_STD m": 10 }));
    const fiche = ficheOf(models, given.chalezeule);
    expect(plain(fiche)).toContain("Autres écoles facturées en 2014");
    expect(formers(fiche)).toEqual([
      ["École du Bourg : installation", 0, 31.6],
      ["École du Bourg : maintenance", 0, 110.58], // 3 × 36,86
    ]);
    // 10 × 36,86; 10 × 36,86 + 31,60 + 110,58.
    expect(numbers(fiche, "Quote-part de la commune")).toEqual([[null, null, 368.6, 510.78]]);
    expectResults(models);
  });

  test("two of one name are not told apart: what they were billed is said once, together", () => {
    const twins = [20, 21].map((row) => ({ ...given.school(given.chalezeule, "École", row), key: `twin ${row}` }));
    const of = (machines: number) =>
      given.reading(
        twins,
        twins.map((one) => given.quantity(one, "POSTE_STD", "maintenance", machines)),
      );
    const { models } = compared(of(2), of(3));
    const fiche = ficheOf(models, given.chalezeule);
    expect(numbers(fiche, "Poste client standard")).toEqual([
      [3, 36.86, 110.58, null],
      [3, 36.86, 110.58, null],
    ]);
    expect(formers(fiche)).toEqual([["École : maintenance", 0, 147.44]]); // 2 × 2 × 36,86
    expect(numbers(fiche, "Quote-part de la commune")).toEqual([[null, null, 221.16, 147.44]]);
    expectResults(models);
  });

  test("a page says whose fiche it is, and over many lines that go on, what they are of", () => {
    const gone = Array.from({ length: 80 }, (_one, index) => given.school(given.besancon, `École ${index}`, index));
    const before = given.reading(
      gone,
      gone.flatMap((one) => given.quantities(one, { "POSTE_STD m": 2 })),
    );
    const fiche = ficheOf(
      compared(before, counted(given.school(given.besancon, "École neuve"), { "POSTE_STD m": 1 })).models,
      given.besancon,
    );
    expect(fiche.print.header[2]).toBe("Besançon · fiche de refacturation 2015");
    const starts = fiche.print.breaksBefore.map((start) =>
      [0, 1].map((after) => fiche.rows[start + after]?.cells[0]?.value),
    );
    const goingOn = starts.filter(([title]) => title !== "Pris en charge par la CAGB\u00a0: vous n’en devez rien");
    expect(goingOn.length).toBeGreaterThan(0);
    for (const start of goingOn)
      expect(start).toEqual(["Besançon · quote-part de la commune (suite)", "Autres écoles facturées en 2014 (suite)"]);
    // 80 × 2 × 36,86
    expect(numbers(fiche, "Sous-total de ces écoles")).toEqual([[null, null, 0, 5897.6]]);
  });
});

describe("communes that merged", () => {
  const member = (insee: string, year: number): Commune => {
    const match = createDirectory(campaignOf(year)).findByInsee(insee);
    if (match.kind !== "found") throw new Error(`${insee} is no member.`);
    return match.commune;
  };
  const [dessous, dessus, auxons] = [member("25034", 2014), member("25035", 2014), member("25035", 2015)];
  const schoolOf = (commune: Commune, name: string) => given.school(commune, name);
  const apart = given.reading(
    [schoolOf(dessous, "École maternelle"), schoolOf(dessus, "École élémentaire")],
    [
      given.quantity(schoolOf(dessous, "École maternelle"), "POSTE_STD", "maintenance", 2),
      given.quantity(schoolOf(dessus, "École élémentaire"), "POSTE_STD", "maintenance", 5),
    ],
  );
  const together = counted(schoolOf(auxons, "École maternelle"), { "POSTE_STD m": 4 });

  test("are compared with what both paid", () => {
    const { models } = compared(apart, together);
    // 4 × 36,86; (2 + 5) × 36,86.
    expect(numbers(ficheOf(models, auxons), "Quote-part de la commune")).toEqual([[null, null, 147.44, 258.02]]);
    expectResults(models);
  });

  test("are not with what nothing shares between them: the column stays blank, and no change is said", () => {
    const { models } = compared(together, apart, [2015, 2014]);
    const fiche = ficheOf(models, dessous);
    expect(numbers(fiche, "Quote-part de la commune")).toEqual([[null, null, 73.72, null]]);
    expect(plain(fiche).join()).not.toContain("sur 2015");
    expectResults(models);
  });
});

test("two schools in the place of one, and all that they bear: one page", () => {
  const [first, second, former] = ["élémentaire", "maternelle", "primaire"].map((name, index) =>
    given.school(given.chalezeule, `École ${name}`, 20 + index),
  );
  const maintained = { "PORTAIL m": 60, "PACK m": 1, "SERVEUR_STD m": 1, "POSTE_STD m": 9, "LOGICIEL_SPEC m": 2 };
  const all = { ...maintained, "POSTE_SPEC m": 4, "IMPRIMANTE m": 3, "PIECES i": 2 };
  const after = given.reading(
    [first!, second!],
    [
      ...given.quantities(first!, all),
      ...given.quantities(second!, { ...maintained, "IMPRIMANTE m": 1, "POSTE_STD i": 8, "PIECES i": 1 }),
    ],
  );
  const { models } = compared(counted(former!, all), after);
  const { print } = ficheOf(models, given.chalezeule);
  expect([print.onePage, print.breaksBefore]).toEqual([true, []]);
});

test("two statements of one campaign are named before and now, not by their year", () => {
  const [before, after] = [8, 9].map((machines) => counted(given.schoolA, { "POSTE_STD m": machines }));
  const { models } = compared(before!, after!, [2014, 2014]);
  const fiche = ficheOf(models, given.chalezeule);
  expect(plain(fiche)).toContain("Avant");
  // 8 × 36,86 = 294,88; 36,86 / 294,88 = 12,5 %.
  expect(plain(fiche)).toContain("par rapport à l’état comparé (294,88 €), soit +12,5 %");
});

test("a commune that paid nothing is told so", () => {
  const { models } = compared(given.reading([], []), counted(given.schoolA, { "POSTE_STD m": 1 }));
  expect(plain(ficheOf(models, given.chalezeule))).toContain("aucune quote-part en 2014");
});
