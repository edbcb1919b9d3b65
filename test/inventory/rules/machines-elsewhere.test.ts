import type { Cell } from "../../../src/cells";
import { read, readWith, sheet, type Read, type SheetSpec } from "../workbook-of";

const headings = ["N° inventaire", "Commune", "École", "Matériel", "Statut", "Mise en service"];
const machine = (number: Cell, entered = 41153): Cell[] => [
  number,
  "Beure",
  "École du Vallon",
  "Poste client standard",
  "En service",
  entered,
];
const register = sheet("Parc", [headings, machine("CG1001"), machine("CG1002"), machine("CG1003")]);
const pupils = sheet("Élèves", [
  ["Commune", "École", "Effectif"],
  ["Beure", "École du Vallon", 90],
]);
const errors = (result: Read): string[] => result.anomalies().filter((each) => each.startsWith("error"));
const postes = (result: Read): number => result.quantity("École du Vallon", "POSTE_STD");
const withList = (name: string, rows: readonly (readonly Cell[])[], own: SheetSpec = register): Read =>
  read(own, pupils, sheet(name, rows));
const number = "N° inventaire";

describe("a machine in service that another place names by its number", () => {
  test.each<[string, Cell[][]]>([
    [
      "Vols",
      [
        [number, "Date"],
        ["CG1002", "04/06/2014"],
      ],
    ],
    [
      "Feuil3",
      [
        [number, "Réformé le"],
        ["CG1002", "04/06/2014"],
      ],
    ],
    ["Feuil3", [["Mutations pas encore reportées"], [number, "Vers"], ["CG1002", "Audeux"]]],
    [
      "Feuil3",
      [
        [number, "Circonstances"],
        ["CG1002", "Volé dans la nuit"],
      ],
    ],
    ["Notes", [["CG1002 : volé le 04/06/2014, statut à corriger"]]],
    ["Notes", [["Volés : CG1001/CG1002"]]],
  ])("is asked where « %s » says that it left: %j", (name, rows) => {
    const result = withList(name, rows);
    expect(errors(result)).toContain("error machine-named-elsewhere A3");
    expect(postes(result)).toBeLessThanOrEqual(2);
  });

  test("is asked where a block below its own register says it", () => {
    const own = sheet("Parc", [headings, machine("CG1001"), machine("CG1002"), [], ["Volés"], ["CG1002", "en juin"]]);
    expect(errors(read(own, pupils))).toEqual(["error machine-named-elsewhere A3"]);
  });

  test("is asked where a table left out as not in service lists it", () => {
    const result = withList("Sorties 2014", [headings, machine("CG1002")]);
    expect([errors(result), postes(result)]).toEqual([["error machine-named-elsewhere A3"], 2]);
  });

  test("is asked with all those from one number to another", () => {
    const result = withList("Notes", [["Rendus à la mairie : CG1001 à CG1003"]]);
    expect([errors(result).length, postes(result)]).toEqual([3, 0]);
  });

  test.each<[string, Cell[][]]>([
    [
      "Garanties",
      [
        [number, "Fin de garantie"],
        ["CG1002", "04/06/2014"],
      ],
    ],
    [
      "Utilisateurs",
      [
        [number, "Utilisateur"],
        ["CG1002", "Mme Durand"],
      ],
    ],
    [
      "Pannes",
      [
        [number, "Réparé le"],
        ["CG1002", "04/06/2014"],
      ],
    ],
    [
      "Sorties 2015",
      [
        [number, "Date de sortie"],
        ["CG1002", "15/01/2015"],
      ],
    ],
    [
      "Vols",
      [
        [number, "Volé le"],
        ["CG9999", "04/06/2014"],
      ],
    ],
  ])("is billed where « %s » says nothing of it: %j", (name, rows) => {
    const result = withList(name, rows);
    expect([errors(result), postes(result)]).toEqual([[], 3]);
  });

  test("is told by a number of few figures only where a heading or « n° » says that it is one", () => {
    const own = sheet("Parc", [headings, machine(101), machine(102)]);
    expect(
      postes(
        withList(
          "Vols",
          [
            ["Salle", "Vol du"],
            [102, "juin"],
          ],
          own,
        ),
      ),
    ).toBe(2);
    expect(
      postes(
        withList(
          "Vols",
          [
            [number, "Vol du"],
            [102, "juin"],
          ],
          own,
        ),
      ),
    ).toBe(1);
    expect(postes(withList("Notes", [["Poste n° 102 volé"]], own))).toBe(1);
    expect(postes(withList("Notes", [["102 élèves à la rentrée, un poste volé puis retrouvé"]], own))).toBe(2);
  });

  test("is not asked where its register dates its exit already", () => {
    const rows = [
      [...headings, "Date de sortie"],
      [...machine("CG1001"), null],
      [...machine("CG1002", 41700).with(4, "Réformé"), 41794],
    ];
    const result = withList(
      "Vols",
      [
        [number, "Volé le"],
        ["CG1002", "04/06/2014"],
      ],
      sheet("Parc", rows),
    );
    expect([errors(result), postes(result)]).toEqual([[], 1]);
  });

  test("is settled by setting its row aside, or by accepting its number", () => {
    const sheets = [
      register,
      pupils,
      sheet("Vols", [
        [number, "Volé le"],
        ["CG1002", "04/06/2014"],
      ]),
    ] as const;
    const place = { file: null, sheet: "Parc" };
    const aside = readWith({ setAside: [{ ...place, row: 3, reason: "machine sortie" }] }, ...sheets);
    expect([errors(aside), postes(aside)]).toEqual([[], 2]);
    const accepted = { ...place, cell: "A3", code: "machine-named-elsewhere", was: "CG1002" };
    const kept = readWith({ accepted: [accepted] }, ...sheets);
    expect([errors(kept), postes(kept)]).toEqual([[], 3]);
  });

  test("is asked with what says it, where, and where the list that names it begins", () => {
    const list = [
      ["Vu en mairie"],
      [number, "Motif", "Suite"],
      ["CG1001", "Écran", "nettoyé"],
      ["Lot", "CG1002", " Volé en juin "],
    ];
    const result = withList("Feuil3", list);
    expect(result.reading.anomalies.filter(({ severity }) => severity === "error").map(({ params }) => params)).toEqual(
      [
        expect.objectContaining({
          value: "CG1002",
          place: "Feuil3!B4",
          list: "Feuil3!A1",
          said: "Volé en juin",
          mayBeOut: 1,
        }),
      ],
    );
  });

  test("is not offered to be set aside when its installation of the campaign remains due", () => {
    const list = [
      [number, "Motif"],
      ["CG1002", "Volé"],
    ];
    const own = sheet("Parc", [headings, machine("CG1001"), machine("CG1002", 41800), machine("CG1003")]);
    const [asked] = withList("Feuil3", list, own).reading.anomalies.filter(({ severity }) => severity === "error");
    expect(asked!.params).not.toHaveProperty("mayBeOut");
  });

  test("is asked where a table of something else, or a list to ignore, names it", () => {
    const losses = sheet("Feuil3", [
      [...headings.slice(0, 4), "Motif"],
      ["CG1002", "Beure", "École du Vallon", "Poste client standard", "Volé"],
    ]);
    const tables = [{ file: null, sheet: "Feuil3", cell: null, as: "ignored" }] as const;
    const result = readWith({ tables }, register, pupils, losses);
    expect(errors(result)).toEqual(["error machine-named-elsewhere A3"]);
    expect(result.reading.anomalies.find(({ severity }) => severity === "error")!.params).toMatchObject({
      place: "Feuil3!A2",
      list: "Feuil3!A1",
    });
  });

  test("is asked where a remark in a table of schools says that it left", () => {
    const remarked = sheet("Élèves", [
      ["Commune", "École", "Effectif", "Observations"],
      ["Beure", "École du Vallon", 90, "CG1002 volé en juin"],
    ]);
    expect(errors(read(register, remarked))).toEqual(["error machine-named-elsewhere A3"]);
  });

  test("is billed where the list of another year says that it left, as it was entered again", () => {
    const before = [["Inventaire 2013"], headings, machine("CG1002").with(4, "Volé")];
    expect(errors(withList("Parc 2013", before))).not.toContain("error machine-named-elsewhere A3");
  });

  test.each<Cell>(["Volés", "Volés en 2014"])(
    "is asked below « %s » in a list of several parts, and not above it",
    (title) => {
      const result = withList("Feuil3", [["Réparés"], ["CG1001", "juin"], [title], ["CG1002", "juin"]]);
      expect([errors(result), postes(result)]).toEqual([["error machine-named-elsewhere A3"], 2]);
    },
  );

  test("is billed where the line of another machine says that this other one left", () => {
    const notes = [
      ["CG1001 : réparé"],
      ["CG1002 : volé le 04/06/2014"],
      ["CG9999 : volé le 04/06/2014"],
      ["CG1003 : réparé"],
    ];
    expect(errors(withList("Feuil3", notes))).toEqual(["error machine-named-elsewhere A3"]);
    const rows = [
      [number, "Motif"],
      ["CG1001", "Réparé"],
      ["CG9999", "Volé"],
      ["CG1003", "Réparé"],
    ];
    expect(errors(withList("Feuil3", rows))).toEqual([]);
    expect(errors(withList("Feuil3", rows.with(2, ["sans numéro", "Volé"])))).toEqual([]);
  });

  test.each<[string, Cell[], boolean]>([
    ["on the day of count", ["01/11/2014"], true],
    ["the day after it", ["02/11/2014"], false],
    ["before it, and told after it", ["04/06/2014", "15/01/2015"], true],
    ["on no day, with a number that a date could be", [42016], true],
  ])("that left %s: %j", (_when, days, isAsked) => {
    const result = withList("Feuil3", [
      [number, "Motif", "Le", "Bon"],
      ["CG1002", "Volé", ...days],
    ]);
    expect([errors(result), postes(result)]).toEqual(isAsked ? [["error machine-named-elsewhere A3"], 2] : [[], 3]);
  });

  test.each(["N° de série", "Référence", "N° GLPI"])("is told by a number of few figures under « %s »", (heading) => {
    const own = sheet("Parc", [
      [...headings.with(0, "Nom"), "N° de série"],
      [...machine("Poste A"), 101],
      [...machine("Poste B"), 102],
    ]);
    const result = withList(
      "Vols",
      [
        [heading, "Le"],
        [102, "juin"],
      ],
      own,
    );
    expect([errors(result), postes(result)]).toEqual([["error machine-named-elsewhere G3"], 1]);
  });
});

describe("a machine in service that the row of another names", () => {
  const withColumn = (heading: string, cells: readonly Cell[], entered?: number): Read =>
    read(
      sheet("Parc", [
        [...headings, heading],
        ...cells.map((cell, at) => [...machine(`CG100${at + 1}`, at === 2 ? entered : undefined), cell]),
      ]),
      pupils,
    );

  test.each(["Remplace", "Remplace le n°", "Ancien poste", "Ancien PC"])("is asked under « %s »", (heading) => {
    const result = withColumn(heading, [null, null, "CG1001"]);
    expect([errors(result), postes(result)]).toEqual([["error machine-named-elsewhere A2"], 2]);
  });

  test.each(["remplace le CG1001", "en remplacement du CG1001", "Remplacement de CG1001", "À la place du n° CG1001"])(
    "is asked of the remark « %s », and the machine of that row is billed",
    (remark) => {
      const result = withColumn("Observations", [null, null, remark]);
      expect([errors(result), postes(result)]).toEqual([["error machine-named-elsewhere A2"], 2]);
    },
  );

  test.each(["En remplacement de PC-BEU-03, parti au recyclage", "remplace PC-BEU-03 parti en mars"])(
    "is asked of the remark « %s », which names it by a name of several parts",
    (remark) => {
      const rows = [
        ["Nom", ...headings, "Observations"],
        ["PC-BEU-03", ...machine("CG1001"), null],
        ["PC-BEU-07", ...machine("CG1002"), remark],
      ];
      expect(errors(read(sheet("Parc", rows), pupils))).toContain("error machine-named-elsewhere A2");
    },
  );

  test("is asked with the others that the same remark names, by a code or a number of few figures", () => {
    const rows = [
      [...headings, "Observations"],
      [...machine(1041), null],
      [...machine("CG1002"), null],
      [...machine("CG1003"), "remplace 1041 et CG1002"],
    ];
    const asked = ["error machine-named-elsewhere A2", "error machine-named-elsewhere A3"];
    expect(errors(read(sheet("Parc", rows), pupils))).toEqual(asked);
  });

  test("is asked of a remark that names it by a number of few figures", () => {
    const rows = [
      [...headings, "Observations"],
      [...machine(1041), null],
      [...machine(1042), "en remplacement du 1041"],
    ];
    expect(errors(read(sheet("Parc", rows), pupils))).toEqual(["error machine-named-elsewhere A2"]);
  });

  test("is billed where a remark names it for something else, or says when another was replaced", () => {
    for (const remark of ["à côté de CG1001", "relié au CG1001"])
      expect(errors(withColumn("Observations", [null, null, remark]))).toEqual([]);
    const dated = withColumn("Observations", [null, null, "remplace le 12/09/2014"]);
    expect(errors(dated)).toEqual(["error leaving-remark G4"]);
  });

  test("is asked under a heading that is not understood, where most rows name another", () => {
    expect(postes(withColumn("Quidem", ["CG1002", "CG1001", "CG1001"]))).toBe(1);
    expect(errors(withColumn("Quidem", ["CG1002", "Salle 2", "Salle 3"]))).toEqual([]);
    expect(postes(withColumn("Quidem", ["CG1002", "Salle 2"]))).toBe(1);
  });

  test.each(["Relié à", "Écran de", "Poste associé", "Parent", "Hôte", "Lié à", "Imprimante par défaut"])(
    "is billed under « %s », which only says what stands with it",
    (heading) => {
      const result = withColumn(heading, [null, null, "CG1001"]);
      expect([errors(result), postes(result)]).toEqual([[], 3]);
    },
  );

  test("is billed where it names itself, where no row lists it, or where the other came after the day of count", () => {
    for (const [cell, entered] of [["CG1003"], ["CG0999"], ["CG1001", 41960]] as const) {
      const result = withColumn("Remplace", [null, null, cell], entered);
      expect([errors(result), postes(result)]).toEqual([[], entered === undefined ? 3 : 2]);
    }
  });

  test("is billed where its column is chosen to be ignored", () => {
    const rows = [
      [...headings, "Remplace"],
      [...machine("CG1001"), null],
      [...machine("CG1002"), "CG1001"],
    ];
    const mappings = [{ file: null, sheet: "Parc", cell: "G1", as: "ignorer" }];
    const result = readWith({ mappings }, sheet("Parc", rows), pupils);
    expect([errors(result), postes(result)]).toEqual([[], 2]);
  });

  test("is told by a number of few figures where the heading is understood, and not where it is not", () => {
    const numbered = (heading: string, ...cells: readonly Cell[]): Read =>
      read(sheet("Parc", [[...headings, heading], ...cells.map((cell, at) => [...machine(101 + at), cell])]), pupils);
    expect(postes(numbered("Remplace", "aucun", "aucun", 101))).toBe(2);
    expect(postes(numbered("Quidem", 102, 101, 101))).toBe(3);
    for (const remark of ["remplace 102B", "remplace XX102", "remplace le 102/09/2014"])
      expect(errors(numbered("Observations", remark, null))).not.toContain("error machine-named-elsewhere A3");
    expect(errors(numbered("Observations", "remplace 102, 103.", null, null))).toHaveLength(2);
  });

  test("is asked with the remark, or the heading, that says that it left, and its place", () => {
    const asked = (heading: string, cell: string) =>
      withColumn(heading, [null, null, cell]).reading.anomalies.find(({ severity }) => severity === "error")!.params;
    const place = { place: "Parc!G4", list: "Parc!G1" };
    expect(asked("Remplace", "CG1001")).toMatchObject({ ...place, said: "Remplace" });
    expect(asked("Observations", "remplace CG1001")).toMatchObject({ ...place, said: "remplace CG1001" });
  });

  test("is asked with the others that a cell names under a heading of numbers", () => {
    const result = withColumn("Remplace", [null, null, "CG1001/CG1002"]);
    expect(errors(result)).toEqual(["error machine-named-elsewhere A2", "error machine-named-elsewhere A3"]);
  });

  test("is asked where the machine that replaced it has left since", () => {
    const rows = [
      [...headings, "Remplace"],
      [...machine("CG1001"), null],
      [...machine("CG1002").with(4, "Réformé"), "CG1001"],
    ];
    expect(errors(read(sheet("Parc", rows), pupils))).toContain("error machine-named-elsewhere A2");
  });

  test("is billed where a table that lists no machines has it under a heading that is not understood", () => {
    const licences = sheet("Logiciels", [
      ["Commune", "École", "Prestation", "Quantité", "Quidem"],
      ["Beure", "École du Vallon", "Logiciel spécifique", 1, "CG1001"],
    ]);
    const result = read(register, pupils, licences);
    expect([errors(result), postes(result)]).toEqual([[], 3]);
  });

  test("is billed where the list of another year says that it was replaced", () => {
    const before = sheet("Parc 2013", [
      ["Inventaire 2013"],
      [...headings, "Remplace"],
      [...machine("CG1002"), "CG1001"],
    ]);
    expect(errors(read(register, pupils, before))).not.toContain("error machine-named-elsewhere A2");
  });
});
