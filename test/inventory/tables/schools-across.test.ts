import type { Cell } from "../../../src/cells";
import { _, billed, read, sheet, told } from "./read-sheets";

describe("prestations down, schools across", () => {
  it("schools across are read in one tab a commune, natures under each school", () => {
    const reading = read([
      sheet(
        "Amagney",
        [
          ["Commune d'Amagney", _, _, _, _],
          ["Situation au 01/11/2014", _, _, _, _],
          ["Prestation", "École maternelle", _, "École élémentaire", _],
          [_, "En service", "Installés 2014", "En service", "Installés 2014"],
          ["Élèves (accès portail)", 40, _, 60, _],
          ["Pack logiciel / école", 1, _, 1, _],
          ["Poste client standard", 5, 1, 20, _],
          ["Pièces détachées", _, 3, _, _],
        ],
        ["B3:C3", "D3:E3"],
      ),
    ]);
    expect(billed(reading)).toEqual(
      [
        "Amagney/École maternelle PORTAIL 40",
        "Amagney/École maternelle PACK 1",
        "Amagney/École maternelle POSTE_STD 5",
        "Amagney/École maternelle POSTE_STD+ 1",
        "Amagney/École maternelle PIECES+ 3",
        "Amagney/École élémentaire PORTAIL 60",
        "Amagney/École élémentaire PACK 1",
        "Amagney/École élémentaire POSTE_STD 20",
      ].sort(),
    );
    expect(told(reading, "error", "warning")).toEqual([]);
  });

  it("schools across are read with a blank corner, a total column, equipment without tariff and a total row", () => {
    const reading = read([
      sheet("Saône", [
        [_, "École maternelle", "École élémentaire", "Total"],
        ["Effectif", 40, 60, 100],
        ["Serveur standard", 1, "-", 1],
        ["PC standard", 5, 20, 25],
        ["Tablettes", 0, 12, 12],
      ]),
    ]);
    expect(billed(reading)).toContain("Saône/École élémentaire POSTE_STD 20");
    expect(told(reading, "error", "warning")).toEqual(["warning untariffed Saône!C5"]);
  });

  it("pupils of the year before, below the title of a section, and a row of names are left out", () => {
    const reading = read([
      sheet("Saône", [
        ["Commune", "Saône", "Saône"],
        ["École", "École maternelle", "École élémentaire"],
        ["En service au 01/11/2014 (maintenance)", _, _],
        ["Effectif", 40, 60],
        ["Rappel 2013", 41, 58],
        ["Pack logiciel", 1, 1],
        ["PC standard", 5, 20],
        ["Installé dans l'année (installation)", _, _],
        ["PC standard", 1, 2],
        ["Suivi par", "Mme Dupuis", 0],
      ]),
    ]);
    expect(billed(reading)).toEqual(
      [
        "Saône/École maternelle PACK 1",
        "Saône/École maternelle PORTAIL 40",
        "Saône/École maternelle POSTE_STD 5",
        "Saône/École maternelle POSTE_STD+ 1",
        "Saône/École élémentaire PACK 1",
        "Saône/École élémentaire PORTAIL 60",
        "Saône/École élémentaire POSTE_STD 20",
        "Saône/École élémentaire POSTE_STD+ 2",
      ].sort(),
    );
    expect(told(reading, "error", "warning")).toEqual([]);
  });

  it("schools across are read in one sheet for all, communes over schools", () => {
    const reading = read([
      sheet(
        "Tableau",
        [
          ["Prestation", "Amagney", "Saône", _],
          [_, "École primaire", "École maternelle", "École élémentaire"],
          ["Accès portail", 50, 40, 60],
          ["Poste client standard", 10, 5, 20],
          ["Serveur standard / école", 1, 1, 1],
        ],
        ["C1:D1"],
      ),
    ]);
    expect(billed(reading)).toContain("Saône/École élémentaire POSTE_STD 20");
    expect(billed(reading)).toContain("Amagney/École primaire PORTAIL 50");
    expect(told(reading, "error")).toEqual([]);
  });

  it("schools across are read with a school called Groupe scolaire, which is also a header word", () => {
    const reading = read([
      sheet("Amagney", [
        ["Prestation", "Groupe scolaire"],
        ["Élèves", 50],
        ["Pack", 1],
        ["Poste client", 10],
        ["Serveur standard", 1],
      ]),
    ]);
    expect(billed(reading)).toContain("Amagney/Groupe scolaire POSTE_STD 10");
    expect(told(reading, "error")).toEqual([]);
  });

  it("tells an unknown commune of a tab once", () => {
    const reading = read([
      sheet("Amagnet", [
        ["Commune d'Amagnet"],
        ["Prestation", "École primaire"],
        ["Élèves", 50],
        ["Pack", 1],
        ["Poste client", 10],
      ]),
    ]);
    expect(told(reading, "error")).toEqual(["error unknown-commune Amagnet!A1"]);
    expect(billed(reading)).toEqual([]);
  });

  it("one table below another, whose headings of natures are no natures of the rows above", () => {
    const tab = (commune: string, pupils: number): Cell[][] => [
      [`Commune de ${commune}`],
      ["Prestation", "École primaire", _],
      [_, "En service", "Installés 2014"],
      ["Élèves (accès portail)", pupils, _],
      ["Pack logiciel / école", 1, _],
      ["Serveur standard / école", 1, _],
      ["Poste client standard", "12", 2],
    ];
    const reading = read([sheet("Parc", [...tab("Pirey", 40), [], ...tab("Beure", 50), [], ...tab("Amagney", 60)])]);
    const each = (commune: string, pupils: number) =>
      ["PORTAIL " + pupils, "PACK 1", "SERVEUR_STD 1", "POSTE_STD 12", "POSTE_STD+ 2"].map(
        (line) => `${commune}/École primaire ${line}`,
      );
    expect([...billed(reading)].sort()).toEqual(
      [...each("Pirey", 40), ...each("Beure", 50), ...each("Amagney", 60)].sort(),
    );
    expect(told(reading, "error")).toEqual([]);
  });
});

describe("rows between the names across and their natures change nothing", () => {
  it.each([
    ["Type", "maternelle", "élémentaire"],
    ["Technicien", "JM", "CL"],
    ["Zone", "nord", "nord"],
  ])("« %s | %s | %s »", (label, first, second) => {
    const reading = read([
      sheet(
        "Parc",
        [
          ["Commune", "Amagney", _, "Saône", _],
          ["École", "Groupe scolaire", _, "École primaire", _],
          [label, first, _, second, _],
          ["Prestation", "En service", "Installés", "En service", "Installés"],
          ["Élèves", 40, _, 60, _],
          ["Pack logiciel / école", 1, _, 1, _],
          ["Poste client standard", 5, 1, 20, _],
        ],
        ["B1:C1", "D1:E1", "B2:C2", "D2:E2", "B3:C3", "D3:E3"],
      ),
    ]);
    expect(told(reading, "error")).toEqual([]);
    expect(billed(reading)).toEqual(
      [
        "Amagney/Groupe scolaire PORTAIL 40",
        "Amagney/Groupe scolaire PACK 1",
        "Amagney/Groupe scolaire POSTE_STD 5",
        "Amagney/Groupe scolaire POSTE_STD+ 1",
        "Saône/École primaire PORTAIL 60",
        "Saône/École primaire PACK 1",
        "Saône/École primaire POSTE_STD 20",
      ].sort(),
    );
  });

  it("a change « +/- » among the natures is left out", () => {
    const reading = read([
      sheet(
        "Parc",
        [
          ["Commune", "Amagney", _, _, "Saône", _, _],
          ["École", "Groupe scolaire", _, _, "École primaire", _, _],
          ["Prestation", "En service", "N-1", "+/-", "En service", "N-1", "+/-"],
          ["Élèves", 40, 41, -1, 60, 60, 0],
          ["Pack logiciel / école", 1, 1, 0, 1, 0, 1],
          ["Poste client standard", 5, 4, 1, 20, 19, 1],
        ],
        ["B1:D1", "E1:G1", "B2:D2", "E2:G2"],
      ),
    ]);
    expect(told(reading, "error")).toEqual([]);
    expect(billed(reading).filter((line) => line.includes("POSTE"))).toEqual([
      "Amagney/Groupe scolaire POSTE_STD 5",
      "Saône/École primaire POSTE_STD 20",
    ]);
  });
});

it.each<[string, Cell[], Cell[]]>([
  ["years as numbers", [2013, 2014], []],
  ["years as texts, and what changed", ["2013", "2014"], ["Écart"]],
])("the campaign's column counts under each school across, %s", (_what, years, more) => {
  const under = (...cells: Cell[]): Cell[] => [...cells, ...more.map(() => (typeof cells[0] === "number" ? 1 : _))];
  const reading = read([
    sheet(
      "Suivi",
      [
        ["Commune", ...under("Morre", _), ...under("Pugey", _)],
        ["École", ...under("Primaire", _), ...under("Primaire", _)],
        [_, ...years, ...more, ...years, ...more],
        ["Élèves", ...under(92, 97), ...under(81, 85)],
        ["Postes clients standard", ...under(10, 12), ...under(8, 9)],
        ["Pack logiciel", ...under(1, 1), ...under(1, 1)],
      ],
      more.length === 0 ? ["B1:C1", "D1:E1", "B2:C2", "D2:E2"] : ["B1:D1", "E1:G1", "B2:D2", "E2:G2"],
    ),
  ]);
  expect(told(reading, "error")).toEqual([]);
  expect(billed(reading).filter((line) => line.includes("POSTE"))).toEqual([
    "Morre/Primaire POSTE_STD 12",
    "Pugey/Primaire POSTE_STD 9",
  ]);
});

it("« Type de serveur | Kwartz » among the rows says which server, and counts none", () => {
  const reading = read([
    sheet("Parc", [
      ["Commune", "Amagney", "Saône"],
      ["École", "Groupe scolaire", "École primaire"],
      ["Serveur standard", 1, 1],
      ["Poste client standard", 5, 20],
      ["Pack logiciel / école", 1, 1],
      ["Type de serveur", "Kwartz", "Synology"],
      ["Élèves", 40, 60],
    ]),
  ]);
  expect(told(reading, "error")).toEqual([]);
  expect(billed(reading).filter((line) => line.includes("SERVEUR"))).toEqual([
    "Amagney/Groupe scolaire SERVEUR_STD 1",
    "Saône/École primaire SERVEUR_STD 1",
  ]);
});

describe("a tab of one school across, with what is foreseen beside it", () => {
  it.each(["École primaire Les Tilleuls", "Groupe scolaire"])("is read: « %s »", (school) => {
    const reading = read([
      sheet(
        "Amagney",
        [
          ["Commune d'Amagney", _, _, _],
          ["Prestation", school, _, "Prévision 2015"],
          [_, "En service", "Installés 2014", _],
          ["Élèves (accès portail)", 40, _, 41],
          ["Serveur standard / école", 1, _, 1],
          ["Poste client standard", 5, 1, 9],
        ],
        ["B2:C2"],
      ),
    ]);
    expect(told(reading, "error")).toEqual([]);
    expect(billed(reading)).toEqual(
      [
        `Amagney/${school} PORTAIL 40`,
        `Amagney/${school} SERVEUR_STD 1`,
        `Amagney/${school} POSTE_STD 5`,
        `Amagney/${school} POSTE_STD+ 1`,
        `Amagney/${school} PACK 1`,
      ].sort(),
    );
  });
});
