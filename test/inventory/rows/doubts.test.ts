import { ColourGatherer, placeKey, type Cell } from "../../../src/cells";
import { read, readWith, sheet, withFacts, type Read } from "../workbook-of";

const head = ["Commune", "École", "Effectif", "Postes clients standard", "Observations"];
const parc = (...rows: readonly (readonly Cell[])[]) => sheet("Parc", [head, ...rows]);
const errors = (result: Read): string[] => result.anomalies().filter((each) => each.startsWith("error"));

describe("a school that seems closed is asked, and not billed meanwhile", () => {
  test.each([
    "École du Bourg – rue du Stade",
    "École du Bourg (RPI Larnod-Pugey)",
    "École du Bourg – site de la Poste",
    "École du Bourg, rénovée en 2012",
    "École du Bourg (ouverte en 2009)",
  ])("« %s » is billed, and nothing is asked of its name", (name) => {
    const result = read(parc(["Beure", name, 20, 12], ["Pirey", "École du Pont", 40, 9]));
    expect([errors(result), result.quantity(name, "POSTE_STD")]).toEqual([[], 12]);
  });

  const machines = (name: string) => [
    sheet("Registre", [
      ["Commune", "École", "N° d’inventaire", "Type", "État"],
      ["Beure", name, "P1", "Poste client standard", "en service"],
      ["Beure", name, "P2", "Poste client standard", "en service"],
      ["Pirey", "École du Pont", "P3", "Poste client standard", "en service"],
    ]),
  ];

  test("its machines are asked about in a register, and not billed meanwhile", () => {
    const result = read(...machines("École du Bourg (fermée)"));
    expect(errors(result)).toEqual(expect.arrayContaining(["error closed-school B2", "error closed-school B3"]));
    expect([
      result.quantity("École du Bourg (fermée)", "POSTE_STD"),
      result.quantity("École du Pont", "POSTE_STD"),
    ]).toEqual([0, 1]);
  });

  test("a form below others is asked about once, by the name of its school, and the others are billed", () => {
    const result = read(
      sheet("Fiches", [
        ["Commune :", "Beure"],
        ["École :", "École du Bourg (fermée)"],
        ["Élèves", 50],
        ["Postes clients standard", 4],
        [],
        ["Commune :", "Pirey"],
        ["École :", "École du Pont"],
        ["Élèves", 40],
        ["Postes clients standard", 3],
      ]),
    );
    expect([errors(result), result.quantity("École du Pont", "POSTE_STD")]).toEqual([["error closed-form B2"], 3]);
  });

  test.each([
    "École du Bourg (fermée)",
    "École du Bourg FERMÉE au 05/07/2014",
    "École du Bourg – fermeture juillet 2014",
    "École du Bourg (jusqu’en juin 2014)",
    "École du Bourg – ouverture en janvier 2015",
    "École du Bourg (à confirmer)",
    "École du Bourg ?",
  ])("a school that seems closed by its name is asked about, and not billed meanwhile: « %s »", (name) => {
    const result = read(parc(["Beure", name, 20, 12], ["Pirey", "École du Pont", 40, 9]));
    expect(errors(result)).toEqual(["error closed-school B2"]);
    expect(result.quantities).toEqual([
      "Pirey/25454|ecoledupont PACK maintenance 1",
      "Pirey/25454|ecoledupont PORTAIL maintenance 40",
      "Pirey/25454|ecoledupont POSTE_STD maintenance 9",
    ]);
  });

  // 20 + 40 = 60 pupils, 12 + 9 = 21 workstations: the total sums every row that is written.
  test("a total below counts it, and is not told to differ", () => {
    const result = read(
      parc(["Beure", "École du Bourg (fermée)", 20, 12], ["Pirey", "École du Pont", 40, 9], ["Total", null, 60, 21]),
    );
    expect(result.anomalies()).not.toContain("warning total-differs C4");
    expect(errors(result)).toEqual(["error closed-school B2"]);
  });

  test("it is billed once it is accepted, and left out once its row is set aside", () => {
    const sheets = parc(["Beure", "École du Bourg (fermée)", 20, 12], ["Pirey", "École du Pont", 40, 9]);
    const place = { file: null, sheet: "Parc" };
    const accepted = readWith(
      { accepted: [{ ...place, cell: "B2", code: "closed-school", was: "École du Bourg (fermée)" }] },
      sheets,
    );
    expect([errors(accepted), accepted.quantity("École du Bourg (fermée)", "POSTE_STD")]).toEqual([[], 12]);
    const aside = readWith({ setAside: [{ ...place, row: 2, reason: "closed" }] }, sheets);
    expect([errors(aside), aside.quantity("École du Bourg (fermée)", "POSTE_STD")]).toEqual([[], 0]);
  });
});

test.each(["Collège Diderot", "Lycée Pergaud", "École municipale de musique"])(
  "an establishment that is not a primary school is asked about, even with pupils: « %s »",
  (name) => {
    const result = read(parc(["Beure", name, 20, 12], ["Pirey", "École du Pont", 40, 9]));
    expect([errors(result), result.quantity(name, "POSTE_STD")]).toEqual([["error not-a-school B2"], 0]);
    const school = read(parc(["Beure", `École du ${name}`, 20, 12], ["Pirey", "École du Pont", 40, 9]));
    expect([errors(school), school.quantity(`École du ${name}`, "POSTE_STD")]).toEqual([[], 12]);
  },
);

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

  test("a row that sums up rows of another commune, or with another number, is not asked", () => {
    const other = read(parc(...rows, ["Beure", "Groupe scolaire", 130, 5]));
    expect([errors(other), other.quantity("Groupe scolaire", "POSTE_STD")]).toEqual([[], 5]);
    const elsewhere = read(parc(...rows, ["Pirey", "Groupe scolaire", 130, 4]));
    expect([errors(elsewhere), elsewhere.quantity("Groupe scolaire", "POSTE_STD")]).toEqual([[], 4]);
  });

  test("a row that sums up its commune's rows is a school once it is accepted", () => {
    const accepted = [{ file: null, sheet: "Parc", cell: "B4", code: "sum-as-school", was: "Groupe scolaire" }];
    const result = readWith({ accepted }, parc(...rows, ["Beure", "Groupe scolaire", 130, 4]));
    expect([errors(result), result.quantity("Groupe scolaire", "POSTE_STD")]).toEqual([[], 4]);
  });

  test("a row that replaces its commune's rows is billed alone once they are set aside", () => {
    const setAside = [2, 3].map((row) => ({ file: null, sheet: "Parc", row, reason: "fusion" }));
    const result = readWith({ setAside }, parc(...rows, ["Beure", "École primaire (issue de la fusion)", 130, 4]));
    expect(errors(result)).toEqual([]);
    expect(result.quantities.map((each) => each.replace(/^.* (?=\w+ \w+ \d+$)/, ""))).toEqual([
      "PACK maintenance 1",
      "PORTAIL maintenance 130",
      "POSTE_STD maintenance 4",
    ]);
  });
});

describe("a school whose name begins or ends with another commune than the one filled down to it is asked", () => {
  test("« Franois – École du Bourg » below Pirey's rows is asked, and billed to neither", () => {
    const result = read(
      parc(
        ["Pirey", "École du Pont", 40, 9],
        [null, "Franois – École du Bourg", 90, 4],
        ["Beure", "École des Prés", 50, 5],
        [null, "École des Vignes", 30, 2],
      ),
    );
    expect(errors(result)).toEqual(["error two-communes B3"]);
    expect(result.quantities.filter((each) => each.includes("POSTE_STD")).map((each) => each.split("/")[0])).toEqual([
      "Beure",
      "Beure",
      "Pirey",
    ]);
  });

  test("« Groupe scolaire de Franois » below Pirey's rows is asked, « rue de Besançon » is not", () => {
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

  test("the commune in a school's own cell applies rather than the one at the end of its name", () => {
    const result = read(parc(["Pirey", "École du Pont", 40, 9], ["Pirey", "Groupe scolaire de Franois", 90, 4]));
    expect(errors(result)).toEqual([]);
    expect(result.quantity("Groupe scolaire de Franois", "POSTE_STD")).toBe(4);
  });
});

describe("a number that is struck through", () => {
  const struck = (...cells: string[]) =>
    withFacts(parc(["Beure", "École du Bourg", 20, 12], ["Pirey", "École du Pont", 40, 9]), { struck: cells });

  test("is asked: its row is not billed, and the others are", () => {
    const result = read(struck("D2"));
    expect(errors(result)).toEqual(["error struck-through D2"]);
    expect([result.quantity("École du Bourg", "POSTE_STD"), result.quantity("École du Pont", "POSTE_STD")]).toEqual([
      0, 9,
    ]);
  });

  test("is asked where some of its figures alone are: nothing accepts what nobody wrote", () => {
    const spec = withFacts(parc(["Beure", "École du Bourg", 20, "98"], ["Pirey", "École du Pont", 40, 9]), {
      partlyStruck: ["D2"],
    });
    const result = read(spec);
    expect(errors(result)).toEqual(["error partly-struck D2"]);
    expect(result.quantity("École du Bourg", "POSTE_STD")).toBe(0);
  });

  test.each(["A2", "B2"])("is asked where its commune or its school alone is: %s", (cell) => {
    const result = read(struck(cell));
    expect(errors(result)).toEqual([`error struck-through ${cell}`]);
    expect(result.quantity("École du Bourg", "POSTE_STD")).toBe(0);
  });

  test("is asked of its column where its heading is: no number below it is billed", () => {
    const result = read(struck("D1"));
    expect(errors(result)).toEqual(["error unclear-header D1"]);
    expect(result.quantity("École du Bourg", "POSTE_STD")).toBe(0);
  });

  test("is billed once accepted, as it is written", () => {
    const accepted = { file: null, sheet: "Parc", cell: "C2", code: "struck-through", was: "20" };
    const result = readWith({ accepted: [accepted] }, struck("C2", "D2"));
    expect(errors(result)).toEqual([]);
    expect(result.quantity("École du Bourg", "POSTE_STD")).toBe(12);
  });
});

describe("what a register says of a machine, struck through, is asked about, and bills nothing meanwhile", () => {
  const register = (header: string, value: Cell, ...struck: string[]) =>
    withFacts(
      sheet("Registre", [
        ["Commune", "École", "N° d’inventaire", "Type", header],
        ["Beure", "École du Bourg", "P1", "Poste client standard", value],
        ["Beure", "École du Bourg", "P2", "Poste client standard", null],
      ]),
      { struck },
    );
  const pupils = sheet("Effectifs", [
    ["Commune", "École", "Effectif"],
    ["Beure", "École du Bourg", 20],
  ]);
  const posts = (result: Read): number => result.quantity("École du Bourg", "POSTE_STD");

  test.each([
    ["Date de sortie", 41710, "E2"],
    ["Date de sortie", "12/03/2014", "E2"],
    ["État", "HS", "E2"],
    ["État", null, "C2"],
    ["État", null, "D2"],
  ])("« %s | %s », at %s", (header, value, cell) => {
    const result = read(register(header, value, cell), pupils);
    expect([errors(result), posts(result)]).toEqual([[`error struck-through ${cell}`], 1]);
  });

  test("a date of exit is shown as a date; the machine is billed once the cell is cleared, and not once it is accepted", () => {
    const struck = register("Date de sortie", 41710, "E2");
    expect(read(struck, pupils).messages[0]).toMatch(
      /12\/03\/2014.* est barré.* Effacez cette cellule si elle ne vaut plus/,
    );
    const cleared = read(register("Date de sortie", null, "E2"), pupils);
    expect([errors(cleared), posts(cleared)]).toEqual([[], 2]);
    const accepted = { file: null, sheet: "Registre", cell: "E2", code: "struck-through", was: "41710" };
    const result = readWith({ accepted: [accepted] }, struck, pupils);
    expect([errors(result), posts(result)]).toEqual([[], 1]);
  });
});

test("a number that its format shows among words is read as one sees it", () => {
  const shown = (among: ReadonlyMap<number, string>) => {
    const spec = withFacts(parc(["Beure", "École du Bourg", 20, 12], ["Pirey", "École du Pont", 40, 9]), {});
    return read((file) => ({ ...spec(file), facts: { ...spec(file).facts!, among } }));
  };
  const posts = (result: Read): number => result.quantity("École du Bourg", "POSTE_STD");
  for (const words of ["# (prévu)", "# lots de 5", "(#)"]) {
    const result = shown(new Map([[placeKey(1, 3), words]]));
    expect([words, errors(result), posts(result)]).toEqual([words, ["error quantity-text D2"], 0]);
  }
  const counted = shown(new Map([[placeKey(1, 3), "# postes"]]));
  expect([errors(counted), posts(counted)]).toEqual([[], 12]);
});

test("a number in white is asked about, except on a coloured ground, where it is seen", () => {
  const written = (fill: number | null) => {
    const own = withFacts(parc(["Beure", "École du Bourg", 20, 12], ["Pirey", "École du Pont", 40, 9]), {});
    const [fonts, fills] = [new ColourGatherer(), new ColourGatherer()];
    fonts.add(1, 3, 0xffffff);
    if (fill !== null) fills.add(1, 3, fill);
    const colours = { fonts: fonts.colours(), fills: fills.colours() };
    return read((file) => ({ ...own(file), facts: { ...own(file).facts!, ...colours } }));
  };
  expect(errors(written(null))).toEqual(["error quantity-text D2"]);
  const seen = written(0x305496);
  expect([errors(seen), seen.quantity("École du Bourg", "POSTE_STD")]).toEqual([[], 12]);
});

test("a form whose title says that its school has closed is asked, once", () => {
  const result = read(
    sheet("Fiches", [
      ["Commune de Beure"],
      ["École du Hameau (fermée depuis juillet 2014)"],
      ["Élèves", 47],
      ["Postes clients standard", 6],
    ]),
  );
  expect([errors(result), result.quantities]).toEqual([["error closed-form A2"], []]);
});

describe("schools across that may be none to bill are asked", () => {
  const across = (name: string, pupils: number, posts: number) =>
    sheet("Parc", [
      ["Commune", "Besançon", null, null],
      ["École", "Macé", "Rivotte", name],
      ["Élèves", 211, 74, pupils],
      ["Postes clients standard", 24, 5, posts],
    ]);

  // 211 + 74 = 285, 24 + 5 = 29.
  test("a column that adds up those before it, whatever it is called", () => {
    const result = read(across("Bes.", 285, 29));
    expect(errors(result)).toEqual(["error sum-column D2"]);
    expect(result.quantity("Macé", "POSTE_STD")).toBe(24);
    expect(errors(read(across("Bes.", 285, 28)))).toEqual([]);
  });

  test("a school that its heading says closed", () => {
    expect(errors(read(across("Vieilles-Perrières (fermée)", 90, 7)))).toEqual(["error closed-column D2"]);
  });
});

test("rows of forecasts, budgets and checks below the schools are none of theirs", () => {
  for (const name of ["Prévision 2015", "Budget 2015", "Demandes pour 2015", "Besoins rentrée 2015", "Objectif"]) {
    const result = read(
      parc(["Beure", "École du Bourg", 20, 12], ["Beure", "École du Haut", 30, 8], ["", name, 60, 25]),
    );
    expect([name, errors(result)]).toEqual([name, []]);
    expect(result.quantities.filter((line) => line.includes("POSTE_STD"))).toHaveLength(2);
  }
});

test("« Contrôlé » beside a machine is a word of its own, and takes nothing out", () => {
  const result = read(
    sheet("Registre", [
      ["Contrôle", "Commune", "École", "N° inventaire", "Matériel", "Date d'entrée"],
      ["Contrôlé", "Beure", "École du Bourg", "A1", "Poste client standard", 40000],
      ["Contrôlé", "Beure", "École du Bourg", "A2", "Poste client standard", 40000],
    ]),
  );
  expect(result.quantity("École du Bourg", "POSTE_STD")).toBe(2);
});

test("a sheet stamped « Reçu le 12/11/2014 » is of what is in service", () => {
  const rows = [
    ["Commune", "École", "Effectif", "Postes clients standard"],
    ["Beure", "École du Bourg", 20, 12],
  ];
  const result = read(sheet("Parc", [["Reçu le 12/11/2014"], [], ...rows]));
  expect([errors(result), result.quantity("École du Bourg", "POSTE_STD")]).toEqual([[], 12]);
});

describe("a number written as a text and struck through", () => {
  test("is asked as a number is", () => {
    const spec = withFacts(parc(["Beure", "École du Bourg", "20", "12,0"], ["Pirey", "École du Pont", 40, 9]), {
      struck: ["D2"],
    });
    expect(errors(read(spec))).toEqual(["error struck-through D2"]);
  });
});
