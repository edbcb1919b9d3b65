import type { InventoryReading } from "../../../src/inventory";
import { formatAmount } from "../../../src/money";
import { defaultOptions, type Options } from "../../../src/options";
import {
  commentOf,
  compareStatements,
  comparisonJson,
  countExplained,
  yearsOf,
  type ComparedCommune,
  type Comparison,
  type Effects,
  type Statement,
} from "../../../src/statement";
import { joinedCommune } from "../../../src/statement/analyses/pair-lines";
import {
  campaignOf,
  builtInConventions,
  type Convention,
  createDirectory,
  type Commune,
  type Grid,
} from "../../../src/tariff";
import { makeStatement } from "../../at-once";
import * as given from "../fixtures";

const [convention2014] = builtInConventions as [Convention];

function stateOf(
  year: number,
  of: InventoryReading,
  options: Partial<Options> = {},
  grid: Grid = given.grid,
): Statement {
  return makeStatement(of, grid, campaignOf(year), { ...defaultOptions, ...options });
}

/** The commune as the directory has it in a campaign. */
function commune(year: number, insee: string): Commune {
  const match = createDirectory(campaignOf(year)).findByInsee(insee);
  if (match.kind !== "found") throw new Error(insee);
  return match.commune;
}

function readingOf(...schools: [Commune, string, Record<string, number>][]): InventoryReading {
  const made = schools.map(([host, name, counts], index) => ({ school: given.school(host, name, index), counts }));
  return given.reading(
    made.map(({ school }) => school),
    made.flatMap(({ school, counts }) => given.quantities(school, counts)),
  );
}

/** The four effects and the difference, as one reads them. */
function told({ quantities, prices, arrivals, departures, difference }: Effects): string[] {
  return [quantities, prices, arrivals, departures, difference].map(formatAmount);
}

function communeOf(comparison: Comparison, insee: string): ComparedCommune {
  return comparison.communes.find((one) => one.commune.insee === insee)!;
}

/** The 2014 grid where one row costs what another does. */
function withPrices(code: string, like: string): Grid {
  const { prices } = given.grid.rows.find((row) => row.code === like)!;
  return { ...given.grid, rows: given.grid.rows.map((row) => (row.code === code ? { ...row, prices } : row)) };
}

const { chalezeule, avanne } = given;

describe("a difference is told by its causes", () => {
  test("two machines more at 36,86 €: a quantity effect, whoever pays", () => {
    const comparison = compareStatements(
      stateOf(2014, readingOf([chalezeule, "École", { "PORTAIL m": 100, "POSTE_STD m": 12 }])),
      stateOf(2015, readingOf([chalezeule, "École", { "PORTAIL m": 90, "POSTE_STD m": 14 }])),
    );
    expect(told(comparison.byPayer.commune)).toEqual(["73.72", "0.00", "0.00", "0.00", "73.72"]); // 2 × 36.86
    expect(told(comparison.byPayer.cagb)).toEqual(["-52.70", "0.00", "0.00", "0.00", "-52.70"]); // −10 × 5.27
    expect(told(comparison.total)).toEqual(["21.02", "0.00", "0.00", "0.00", "21.02"]); // 73.72 − 52.70
    expect(told(comparison.prestations[0]!.effects)).toEqual(["-52.70", "0.00", "0.00", "0.00", "-52.70"]);
  });

  test("quantities are taken at the first price, prices on the second quantities", () => {
    const dearer = withPrices("LOGICIEL_SPEC", "IMPRIMANTE");
    const comparison = compareStatements(
      stateOf(2014, readingOf([chalezeule, "École", { "LOGICIEL_SPEC m": 2 }])),
      stateOf(2015, readingOf([chalezeule, "École", { "LOGICIEL_SPEC m": 5 }]), {}, dearer),
    );
    // (5 − 2) × 10.53 = 31.59, then 5 × (15.79 − 10.53) = 26.30: from 21.06 to 78.95.
    expect(told(comparison.total)).toEqual(["31.59", "26.30", "0.00", "0.00", "57.89"]);
  });

  test("a school that comes or goes is told whole, apart from the others", () => {
    const comparison = compareStatements(
      stateOf(
        2014,
        readingOf([chalezeule, "École du Bas", { "POSTE_STD m": 3 }], [chalezeule, "École", { "POSTE_STD m": 1 }]),
      ),
      stateOf(
        2015,
        readingOf([chalezeule, "École", { "POSTE_STD m": 1 }], [chalezeule, "École du Haut", { "POSTE_STD m": 2 }]),
      ),
    );
    expect(told(comparison.total)).toEqual(["0.00", "0.00", "73.72", "-110.58", "-36.86"]); // 2 × 36.86 − 3 × 36.86
    expect(communeOf(comparison, "25112").presence).toBe("kept");
    expect(communeOf(comparison, "25112").schools.map(({ name, presence }) => [name, presence])).toEqual([
      ["École", "kept"],
      ["École du Bas", "departed"],
      ["École du Haut", "arrived"],
    ]);
  });

  test("so is a commune", () => {
    const comparison = compareStatements(
      stateOf(2014, readingOf([chalezeule, "École", { "POSTE_STD m": 1 }])),
      stateOf(2015, readingOf([avanne, "École", { "POSTE_STD m": 2 }])),
    );
    expect(
      comparison.communes.map(({ commune: { name }, presence, total }) => [name, presence, ...told(total)]),
    ).toEqual([
      ["Avanne-Aveney", "arrived", "0.00", "0.00", "73.72", "0.00", "73.72"],
      ["Chalezeule", "departed", "0.00", "0.00", "0.00", "-36.86", "-36.86"],
    ]);
  });

  test("two entities of one name and one code come in the order of their SIREN, whichever came first", () => {
    const [first, second] = ["200000001", "200000002"].map((siren) => ({ ...chalezeule, siren }));
    const of = (year: number, host: Commune) => stateOf(year, readingOf([host, "École", { "POSTE_STD m": 1 }]));
    for (const [before, after] of [
      [first!, second!],
      [second!, first!],
    ] as const)
      expect(
        compareStatements(of(2014, before), of(2015, after)).communes.map(({ commune: { siren } }) => siren),
      ).toEqual(["200000001", "200000002"]);
  });

  test("a commune's own school has no other host, and its amounts are its units times the price", () => {
    const comparison = compareStatements(
      stateOf(2014, readingOf([chalezeule, "École", { "POSTE_STD m": 1 }])),
      stateOf(2015, readingOf([chalezeule, "École", { "POSTE_STD m": 3 }])),
    );
    expect(comparison.communes[0]!.schools[0]).toMatchObject({ host: null, lines: [{ isProduct: true }] });
  });

  test("schools match by the usual normalisation of their names", () => {
    const comparison = compareStatements(
      stateOf(2014, readingOf([chalezeule, "École  élémentaire", { "POSTE_STD m": 1 }])),
      stateOf(2015, readingOf([chalezeule, "ECOLE ELEMENTAIRE", { "POSTE_STD m": 3 }])),
    );
    expect(told(comparison.total)).toEqual(["73.72", "0.00", "0.00", "0.00", "73.72"]);
  });
});

describe("a price that one grid lacks counts as 0, and it is said", () => {
  test("a new row, borne by both payers, is a price effect in a school that was there", () => {
    const comparison = compareStatements(
      stateOf(2014, readingOf([chalezeule, "École", { "PORTAIL m": 1, "TABLETTE m": 4 }])),
      stateOf(2015, readingOf([chalezeule, "École", { "PORTAIL m": 1, "TABLETTE m": 4 }]), {}, given.splitGrid),
    );
    expect(told(comparison.byPayer.commune)).toEqual(["0.00", "10.00", "0.00", "0.00", "10.00"]); // 4 × (2.50 − 0)
    expect(told(comparison.byPayer.cagb)).toEqual(["0.00", "6.00", "0.00", "0.00", "6.00"]); // 4 × (1.50 − 0)
    expect(
      comparison.missingPrices.map(({ tariff, nature, payer, side }) => [tariff.code, nature, payer, side]),
    ).toEqual([
      ["TABLETTE", "maintenance", "cagb", "before"],
      ["TABLETTE", "maintenance", "commune", "before"],
    ]);
  });

  const withoutPrinters = { ...given.grid, rows: given.grid.rows.filter(({ code }) => code !== "IMPRIMANTE") };

  test("a row dropped, whose units are billed no more, is a quantity effect", () => {
    const comparison = compareStatements(
      stateOf(2014, readingOf([chalezeule, "École", { "PORTAIL m": 1, "IMPRIMANTE m": 2 }])),
      stateOf(2015, readingOf([chalezeule, "École", { "PORTAIL m": 1, "IMPRIMANTE m": 2 }]), {}, withoutPrinters),
    );
    expect(told(comparison.total)).toEqual(["-31.58", "0.00", "0.00", "0.00", "-31.58"]); // −2 × 15.79
    expect(comparison.missingPrices).toMatchObject([{ tariff: { code: "IMPRIMANTE" }, side: "after" }]);
  });
});

describe("communes that merged are compared with their successor", () => {
  const [dessous, dessus, auxons] = [commune(2014, "25034"), commune(2014, "25035"), commune(2015, "25035")];
  const before = stateOf(
    2014,
    readingOf([dessous, "École du Bas", { "POSTE_STD m": 10 }], [dessus, "École du Haut", { "POSTE_STD m": 5 }]),
  );
  const after = stateOf(
    2015,
    readingOf([auxons, "École du Bas", { "POSTE_STD m": 11 }], [auxons, "École du Haut", { "POSTE_STD m": 5 }]),
  );

  test("Auxon-Dessous and Auxon-Dessus are Les Auxons in 2015, their schools kept", () => {
    const { communes } = compareStatements(before, after);
    expect(communes).toHaveLength(1);
    expect(communes[0]!.commune).toMatchObject({ name: "Les Auxons", insee: "25035", siren: "200048437" });
    expect(communes[0]!.before.map(({ name }) => name)).toEqual(["Auxon-Dessous", "Auxon-Dessus"]);
    expect(communes[0]!.after.map(({ name }) => name)).toEqual(["Les Auxons"]);
    expect(told(communes[0]!.total)).toEqual(["36.86", "0.00", "0.00", "0.00", "36.86"]);
  });

  test("whichever campaign comes first", () => {
    const { communes } = compareStatements(after, before);
    expect(communes.map(({ commune: { name } }) => name)).toEqual(["Les Auxons"]);
    expect(told(communes[0]!.total)).toEqual(["-36.86", "0.00", "0.00", "0.00", "-36.86"]);
  });

  test("two schools that get the same name inside it are told together", () => {
    const both = stateOf(
      2014,
      readingOf([dessous, "École primaire", { "POSTE_STD m": 10 }], [dessus, "École primaire", { "POSTE_STD m": 5 }]),
    );
    const one = stateOf(2015, readingOf([auxons, "École primaire", { "POSTE_STD m": 12 }]));
    const { communes, total } = compareStatements(both, one);
    expect(communes[0]!.schools).toMatchObject([{ name: "École primaire", count: { before: 2, after: 1 } }]);
    expect(told(total)).toEqual(["-110.58", "0.00", "0.00", "0.00", "-110.58"]); // (12 − 15) × 36.86
  });

  test("the first of two writings of a merged school, in order, is shown, whichever commune wrote it", () => {
    const told = (first: string, second: string) => {
      const both = readingOf([dessous, first, { "POSTE_STD m": 1 }], [dessus, second, { "POSTE_STD m": 1 }]);
      const one = readingOf([auxons, "École", { "POSTE_STD m": 1 }]);
      return compareStatements(stateOf(2015, one), stateOf(2014, both)).communes[0]!.schools.map(({ name }) => name);
    };
    expect(told("École primaire", "ECOLE PRIMAIRE")).toEqual(["École", "ECOLE PRIMAIRE"]);
    expect(told("ECOLE PRIMAIRE", "École primaire")).toEqual(["École", "ECOLE PRIMAIRE"]);
  });

  test("the same in one campaign only, they stay two", () => {
    const again = compareStatements(before, before);
    expect(again.communes.map(({ commune: { name } }) => name)).toEqual(["Auxon-Dessous", "Auxon-Dessus"]);
  });
});

describe("a school shared by a key", () => {
  const shared = (weights: readonly [number, number]): Partial<Options> => ({
    sharingKeys: [
      {
        commune: "Mamirolle",
        school: "École",
        shares: [
          { commune: "Mamirolle", weight: weights[0] },
          { commune: "Le Gratteris", weight: weights[1] },
        ],
      },
    ],
  });
  const mamirolle = commune(2014, "25364");
  const of = (machines: number) => readingOf([mamirolle, "École", { "POSTE_STD m": machines }]);

  test("amounts moved by a sharing key count as quantities, and the effects still add up", () => {
    const comparison = compareStatements(stateOf(2014, of(1), shared([1, 1])), stateOf(2015, of(1), shared([3, 1])));
    // 36.86 shared in two is 18.43 and 18.43; by 3 and 1, 27.645 and 9.215: the cent goes to the lower INSEE code, 25297.
    expect(told(communeOf(comparison, "25364").total)).toEqual(["9.21", "0.00", "0.00", "0.00", "9.21"]);
    expect(told(communeOf(comparison, "25297").total)).toEqual(["-9.21", "0.00", "0.00", "0.00", "-9.21"]);
    expect(communeOf(comparison, "25297").schools[0]).toMatchObject({ host: { name: "Mamirolle" } });
    expect(communeOf(comparison, "25297").schools[0]!.lines[0]!.isProduct).toBe(false);
  });

  test("schools of one name come by the commune that hosts them, its own first", () => {
    const [gratteris, saone] = [commune(2014, "25297"), commune(2014, "25532")];
    const withGratteris = (host: string) => ({
      ...{ commune: host, school: "École" },
      shares: [host, "Le Gratteris"].map((name) => ({ commune: name, weight: 1 })),
    });
    const state = stateOf(
      2014,
      readingOf(
        ...[saone, mamirolle, gratteris].map((host): [Commune, string, Record<string, number>] => [
          host,
          "École",
          { "POSTE_STD m": 2 },
        ]),
      ),
      { sharingKeys: ["Saône", "Mamirolle"].map(withGratteris) },
    );
    const { schools } = communeOf(compareStatements(state, state), "25297");
    expect(schools.map(({ name, host }) => [name, host?.name ?? null])).toEqual([
      ["École", null],
      ["École", "Mamirolle"],
      ["École", "Saône"],
    ]);
  });

  test("a price that rises is told for the part that the commune bears", () => {
    const dearer = withPrices("POSTE_STD", "POSTE_SPEC");
    const comparison = compareStatements(
      stateOf(2014, of(4), shared([3, 1])),
      stateOf(2015, of(4), shared([3, 1]), dearer),
    );
    // 4 × (47.39 − 36.86) = 42.12, of which 3/4 is 31.59 and 1/4 is 10.53.
    expect(told(communeOf(comparison, "25364").total)).toEqual(["0.00", "31.59", "0.00", "0.00", "31.59"]);
    expect(told(communeOf(comparison, "25297").total)).toEqual(["0.00", "10.53", "0.00", "0.00", "10.53"]);
  });
});

describe("the differences to be explained", () => {
  const of = (machines: number) => readingOf([chalezeule, "École", { "POSTE_STD m": machines }]);
  test.each([
    ["more than 10 % and more than 100 €", 10, 13, true], // 368.60, + 110.58
    ["more than 10 %, but 73,72 € only", 10, 12, false],
    ["more than 100 €, but 6 % only", 50, 53, false], // 1 843.00, + 110.58
    ["as much, the other way", 13, 10, true],
  ])("%s", (_name, before, after, notable) => {
    const { communes, prestations } = compareStatements(stateOf(2014, of(before)), stateOf(2015, of(after)));
    expect([communes[0]!.isNotable, prestations[0]!.isNotable]).toEqual([notable, notable]);
  });
});

describe("a comment on a difference in the options of the second campaign", () => {
  const said = (name: string, text: string, against = 2014) => ({ commune: name, against, text });
  const of = (machines: number) => readingOf([commune(2014, "25112"), "École", { "POSTE_STD m": machines }]);
  const compared = (...comments: Options["comments"]) =>
    compareStatements(stateOf(2014, of(10)), stateOf(2015, of(13), { comments })); // + 110.58 €

  test("is found again by the name of the commune, as it is written in an inventory", () => {
    const { communes, otherComments } = compared(said("Mairie de CHALEZEULE", "Trois postes de plus"));
    expect(commentOf(communes[0]!)).toBe("Trois postes de plus");
    expect(otherComments).toEqual([]);
    expect(countExplained(communes)).toEqual({ wanted: 1, done: 1 });
  });

  test("is of the campaign compared, and of no other", () => {
    const others = [said("Chalezeule", "De 2015", 2015), said("Chalezeule", "De 2013", 2013)];
    const comparison = compared(...others, said("Pirey", "De 2013", 2013));
    const { communes, commentsOnOtherYears } = comparison;
    expect(commentsOnOtherYears).toEqual([...others, said("Pirey", "De 2013", 2013)]);
    expect(yearsOf(commentsOnOtherYears)).toEqual([2013, 2015]);
    expect(comparisonJson(comparison).commentsOnOtherYears[0]).toEqual({
      commune: "Chalezeule",
      against: 2015,
      comment: "De 2015",
    });
    expect(commentOf(communes[0]!)).toBeNull();
    expect(countExplained(communes)).toEqual({ wanted: 1, done: 0 });
    const before = stateOf(2014, of(10), { comments: [said("Chalezeule", "De l’autre classeur")] });
    expect(compareStatements(before, stateOf(2015, of(13))).communes[0]!.comments).toEqual([]);
  });

  test("is not wanted of a difference that is not to be explained", () => {
    const comments = [said("Chalezeule", "Un poste de plus")];
    const { communes } = compareStatements(stateOf(2014, of(10)), stateOf(2015, of(11), { comments })); // + 36.86 €
    expect(commentOf(communes[0]!)).toBe("Un poste de plus");
    expect(countExplained(communes)).toEqual({ wanted: 0, done: 0 });
  });

  test("is nobody's where no commune ever had that name", () => {
    const { communes, otherComments } = compared(said("Trifouillis-les-Oies", "Fermeture"));
    expect([communes[0]!.comments, otherComments]).toEqual([[], []]);
  });

  test("is kept apart where neither campaign bills the commune", () => {
    const comments = [said("Pirey", "Fermeture"), said("Chalezeule", "Travaux")];
    expect(compared(...comments).otherComments).toEqual([comments[0]]);
  });

  test("changes no amount", () => {
    const [one, other] = [compared(), compared(said("Chalezeule", "Travaux"))];
    const amounts = ({ total, byPayer }: Comparison) => [total, byPayer.cagb, byPayer.commune].map(told);
    expect(amounts(other)).toEqual(amounts(one));
  });

  test("goes to the commune that it merged into; of several, each keeps its name", () => {
    const [dessous, dessus, auxons] = [commune(2014, "25034"), commune(2014, "25035"), commune(2015, "25035")];
    const both = readingOf([dessous, "Bas", { "POSTE_STD m": 10 }], [dessus, "Haut", { "POSTE_STD m": 5 }]);
    const merged = readingOf([auxons, "Bas", { "POSTE_STD m": 14 }], [auxons, "Haut", { "POSTE_STD m": 5 }]);
    const explained = (...comments: Options["comments"]) =>
      commentOf(compareStatements(stateOf(2014, both), stateOf(2015, merged, { comments })).communes[0]!);
    expect(explained(said("Auxon-Dessous", "Quatre postes"))).toBe("Quatre postes");
    expect(explained(said("Les Auxons", "Fusion"))).toBe("Fusion");
    expect(explained(said("Auxon-Dessous", "Quatre postes"), said("Auxon-Dessus", "Rien"))).toBe(
      "Auxon-Dessous\u00a0: Quatre postes\nAuxon-Dessus\u00a0: Rien",
    );
  });
});

const entity = (name: string) => convention2014.members.find((commune) => commune.name === name)!;
const day = (year: number, month: number, dayOfMonth: number) => ({ year, month, day: dayOfMonth });

describe("the commune that stands for another on a later day", () => {
  test("is itself until its last day, then the one that it merged into", () => {
    const dessous = entity("Auxon-Dessous");
    expect(joinedCommune(dessous, day(2014, 12, 31), convention2014)).toBe(dessous);
    expect(joinedCommune(dessous, day(2015, 1, 1), convention2014)).toBe(entity("Les Auxons"));
  });

  test("is itself where the directory has not that INSEE code with that SIREN", () => {
    const dessous = entity("Auxon-Dessous");
    for (const stranger of [
      { ...dessous, siren: entity("Besançon").siren },
      { ...dessous, insee: entity("Besançon").insee },
    ])
      expect(joinedCommune(stranger, day(2015, 11, 1), convention2014)).toBe(stranger);
  });
});
