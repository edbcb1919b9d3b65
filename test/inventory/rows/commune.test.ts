import type { Cell } from "../../../src/cells";
import { read, readWith, sheet, type Extras, type Read, type SheetSpec } from "../workbook-of";

const headers = ["Commune", "École", "Élèves", "Pack logiciel", "Postes clients standard"];
const school = (commune: Cell, name: Cell, posts: Cell = 2): Cell[] => [commune, name, 20, 1, posts];

function table(rows: readonly (readonly Cell[])[], extras: Extras = {}): Read {
  return read(sheet("Inventaire", [headers, ...rows], extras));
}

const communes = (result: Read): string[] =>
  result.reading.schools.map(({ commune, name }) => `${commune.name}: ${name}`).sort();

describe("the commune is filled down", () => {
  it("a commune applies to the cells merged with it", () => {
    const result = table([school("Beure", "A"), school(null, "B"), school("Morre", "C")], { merges: ["A2:A3"] });
    expect(communes(result)).toEqual(["Beure: A", "Beure: B", "Morre: C"]);
    expect(result.anomalies()).toEqual([]);
  });
  it("a commune applies to its merged cells in a table that repeats it elsewhere", () => {
    const result = table([school("Beure", "A"), school("Beure", "B"), school("Morre", "C"), school(null, "D")], {
      merges: ["A4:A5"],
    });
    expect(communes(result)).toContain("Morre: D");
    expect(result.anomalies()).toEqual([]);
  });
  it("a commune applies to the rows below in a table that leaves it blank after the first row of each block", () => {
    const result = table([
      school("Beure", "A"),
      school(null, "B"),
      school(null, "C"),
      school("Morre", "D"),
      school("", "E"),
    ]);
    expect(communes(result)).toEqual(["Beure: A", "Beure: B", "Beure: C", "Morre: D", "Morre: E"]);
  });
  it("a commune alone on its row applies to the rows below", () => {
    const result = table([["BEURE"], school(null, "A"), school(null, "B"), ["MORRE"], school(null, "C")]);
    expect(communes(result)).toEqual(["Beure: A", "Beure: B", "Morre: C"]);
    expect(result.rows().reasons).toEqual({ title: 2 });
  });
  it("a text alone on its row that is no commune is an error, and the block above does not apply", () => {
    const result = table([["BEURE"], school(null, "A"), ["MORRRE"], school(null, "B"), school(null, "C")]);
    expect(communes(result)).toEqual(["Beure: A"]);
    expect(result.anomalies()).toEqual(["error unread-section A4"]);
    // The text and the two rows below it.
    expect(result.rows()).toMatchObject({ billed: 1, error: 3 });
  });
  it("a commune applies across the name of a section, for which no commune is billed", () => {
    const result = table([["BEURE"], school(null, "A"), ["Écoles maternelles"], school(null, "B")]);
    expect(communes(result)).toEqual(["Beure: A", "Beure: B"]);
    expect(result.anomalies()).toEqual([]);
  });
  it("a commune on a row set aside applies to the rows of its block", () => {
    const rows = [school("Beure", "A"), school(null, "B"), school("Morre", "C"), school(null, "D")];
    const result = readWith(
      { setAside: [{ file: null, sheet: "Inventaire", row: 4, reason: "Fermée" }] },
      sheet("Inventaire", [headers, ...rows]),
    );
    expect(communes(result)).toEqual(["Beure: A", "Beure: B", "Morre: D"]);
    expect(result.anomalies()).toEqual([]);
  });
  it("a commune is not filled down below a total", () => {
    const result = table([
      school("Beure", "A"),
      school(null, "B"),
      ["Total Beure", null, 40, 2, 4],
      school(null, "C"),
      school("Morre", "D"),
      school(null, "E"),
    ]);
    expect(result.anomalies()).toEqual(["error missing-commune A5"]);
  });
  it("a commune is not filled down below a blank row", () => {
    const result = table([
      school("Beure", "A"),
      school(null, "B"),
      [],
      school(null, "C"),
      school("Morre", "D"),
      school(null, "E"),
    ]);
    expect(result.anomalies()).toEqual(["error missing-commune A5"]);
  });
  it("an unknown commune is reported once, and each of its rows is in error", () => {
    const result = table([school("Beurre", "A"), school(null, "B"), school("Morre", "C"), school(null, "D")]);
    expect(result.anomalies()).toEqual(["error unknown-commune A2"]);
    expect(result.rows()).toMatchObject({ billed: 2, error: 2 });
  });
});

describe("one blank commune among others may as well be forgotten", () => {
  const rows = [school("Beure", "A"), school(null, "B"), school("Morre", "C"), school("Larnod", "D")];
  const pupils = (commune: string): SheetSpec =>
    sheet("Effectifs", [
      ["Commune", "École", "Élèves"],
      ["Beure", "A", 20],
      [commune, "B", 20],
      ["Morre", "C", 20],
      ["Larnod", "D", 20],
    ]);
  const equipment = (cells: readonly (readonly Cell[])[]): SheetSpec =>
    sheet("Inventaire", [
      ["Commune", "École", "Pack logiciel", "Postes clients standard"],
      ...cells.map(([commune, name, , ...rest]) => [commune!, name!, ...rest]),
    ]);

  it("it is asked on its cell, and read once it is completed", () => {
    expect(table(rows).anomalies()).toEqual(["error missing-commune A3"]);
    expect(table(rows.map((cells, at) => (at === 1 ? school("Beure", "B") : cells))).anomalies()).toEqual([]);
  });
  it("unless a headcount names that school in that commune", () => {
    expect(communes(read(equipment(rows), pupils("Beure")))).toContain("Beure: B");
    const elsewhere = read(equipment(rows), pupils("Morre"));
    expect(elsewhere.anomalies("Inventaire")).toContain("error missing-commune A3");
  });
  it("a blank commune is not asked where the sum of its schools bears its name right below them", () => {
    const summed = table([
      school("Beure", "A"),
      school(null, "B"),
      ["Beure", "Beure", 40],
      school("Morre", "C"),
      school(null, "D"),
      ["Morre", "Morre", 40],
    ]);
    expect(communes(summed)).toEqual(["Beure: A", "Beure: B", "Morre: C", "Morre: D"]);
  });
  it("a table that names one commune, once, is all of that commune", () => {
    const result = table([school("Beure", "A"), school(null, "B"), school(null, "C")]);
    expect(communes(result)).toEqual(["Beure: A", "Beure: B", "Beure: C"]);
    expect(result.anomalies()).toEqual([]);
  });
});

describe("communes alone on their rows, in a table that has no column for them", () => {
  const headed = (...body: readonly (readonly Cell[])[]): Read =>
    read(sheet("Parc", [["Communes et écoles", "Élèves", "Pack logiciel", "Poste client standard"], ...body]));
  const own = (name: string, posts = 2): Cell[] => [name, 20, 1, posts];

  it("head the schools below them, blank rows and sections apart", () => {
    const result = headed(["BEURE"], own("A"), own("B"), [], ["MORRE"], [], ["Écoles maternelles"], own("C"));
    expect(communes(result)).toEqual(["Beure: A", "Beure: B", "Morre: C"]);
    expect(result.anomalies()).toEqual([]);
    expect(result.rows()).toMatchObject({ billed: 3, excluded: 3, reasons: { title: 3 } });
  });
  it.each(["(25)", "(Doubs)"])("head the schools below them as well with their department, « %s »", (department) => {
    const result = headed([`Beure ${department}`], own("École A"), [`Morre ${department}`], own("École B"));
    expect(communes(result)).toEqual(["Beure: École A", "Morre: École B"]);
    expect(result.anomalies()).toEqual([]);
  });
  it.each(["BEURE", "BEURE (25)"])("are asked about where a school is written with another: « %s »", (commune) => {
    const rows = [
      headers.slice(1),
      [commune],
      ...["A", "Morre – École B", "C"].map((name) => school(null, name).slice(1)),
    ];
    const result = read(sheet("Parc", rows));
    expect(communes(result)).toEqual(["Beure: A", "Beure: C"]);
    expect(result.anomalies()).toEqual(["error two-communes A4"]);
    const answered = readWith(
      { communes: [{ file: null, sheet: "Parc", cell: "A4", commune: "Morre" }] },
      sheet("Parc", rows),
    );
    expect(communes(answered)).toEqual(["Beure: A", "Beure: C", "Morre: Morre – École B"]);
    expect(answered.anomalies()).toEqual(["info commune-chosen A4"]);
  });
  it("have no school in the brackets of their names: « Vèze (La) »", () => {
    const rows = [headers.slice(1), ["Vèze (La)"], ...["A", "Morre – B"].map((name) => school(null, name).slice(1))];
    const result = read(sheet("Parc", rows));
    expect(communes(result)).toEqual(["La Vèze: A"]);
    expect(result.anomalies()).toEqual(["error two-communes A4"]);
  });
  it("a text that is no commune there is an error, and stops the rows below it until the next one", () => {
    const result = headed(["BEURE"], own("A"), ["MORRRE"], own("B"), own("C"), ["LARNOD"], own("D"));
    expect(communes(result)).toEqual(["Beure: A", "Larnod: D"]);
    expect(result.anomalies()).toEqual(["error unknown-commune A4"]);
    expect(result.rows()).toMatchObject({ billed: 2, error: 3, excluded: 2 });
  });
  it("a choice for the cell or the word of a commune alone on its row settles it", () => {
    const sheets = sheet("Parc", [
      ["Communes et écoles", "Élèves", "Pack logiciel", "Poste client standard"],
      ["BEURE"],
      own("A"),
      ["MORRRE"],
      own("B"),
    ]);
    const cell = readWith({ communes: [{ file: null, sheet: "Parc", cell: "A4", commune: "Morre" }] }, sheets);
    const word = readWith({ words: [{ word: "Morrre", kind: "commune", as: "Morre" }] }, sheets);
    for (const result of [cell, word]) {
      expect(communes(result)).toEqual(["Beure: A", "Morre: B"]);
      expect(result.anomalies()).toEqual(["info commune-chosen A4"]);
    }
  });
  it("communes alone on rows with the sums of their schools are totals, and still apply to the rows below", () => {
    const result = headed(["BEURE", 40, 2, 5], own("A", 2), own("B", 3), ["MORRE", 20, 1, 4], own("C", 4));
    expect(communes(result)).toEqual(["Beure: A", "Beure: B", "Morre: C"]);
    expect(result.anomalies()).toEqual([]);
    expect(result.rows().reasons).toEqual({ subtotal: 2 });
  });
});

describe("a commune and a school in one cell", () => {
  it("are both read", () => {
    const result = read(
      sheet("Parc", [
        ["École", "Élèves", "Pack logiciel", "Poste client standard"],
        ["Pirey - École maternelle", 20, 1, 2],
        ["Pirey – École élémentaire", 30, 1, 3],
        ["Saint-Vit : École primaire", 30, 1, 3],
      ]),
    );
    expect(communes(result)).toEqual(["Pirey: École maternelle", "Pirey: École élémentaire"]);
    expect(result.anomalies().filter((each) => each.startsWith("error"))).toHaveLength(1);
  });
  it("two communes in one cell are an error", () => {
    const result = read(
      sheet("Parc", [
        ["École", "Élèves", "Pack logiciel", "Poste client standard"],
        ["Pirey - Morre", 20, 1, 2],
        ["Pirey - École élémentaire", 30, 1, 3],
      ]),
    );
    expect(communes(result)).toEqual(["Pirey: École élémentaire"]);
    expect(result.anomalies()).toEqual(["error two-communes A2"]);
  });
});

describe("a table that repeats the commune", () => {
  it("has a blank one in error on that cell", () => {
    const result = table([school("Beure", "A"), school("Beure", "B"), school(null, "C"), school("Morre", "D")]);
    expect(result.anomalies()).toEqual(["error missing-commune A4"]);
    expect(result.rows()).toMatchObject({ billed: 3, error: 1 });
  });
});

describe("an INSEE code beside the name must agree", () => {
  const coded = (...rows: readonly (readonly Cell[])[]): Read =>
    read(sheet("Inventaire", [["Commune", "Code INSEE", "École", "Élèves", "Pack logiciel"], ...rows]));
  it.each(["25058", 25058, " 25058 "])("%j is Beure's", (code) => {
    expect(coded(["Beure", code, "A", 20, 1]).anomalies()).toEqual([]);
  });
  it("another's is an error on the code, the row stopped", () => {
    const result = coded(["Beure", "25410", "A", 20, 1], ["Morre", "25410", "B", 20, 1]);
    expect(result.anomalies()).toEqual(["error insee-disagrees B2"]);
    expect(communes(result)).toEqual(["Morre: B"]);
  });
  it("an INSEE code without a name gives the commune", () => {
    const result = read(
      sheet("Inventaire", [
        ["Code INSEE", "École", "Élèves", "Pack logiciel"],
        [25058, "A", 20, 1],
        [99999, "B", 20, 1],
      ]),
    );
    expect(communes(result)).toEqual(["Beure: A"]);
    expect(result.anomalies()).toEqual(["error unknown-commune A3"]);
  });
});

describe("the debtor is the commune as it exists on S", () => {
  it("Les Auxons is not yet one in 2014: error that says since when", () => {
    const result = table([school("Les Auxons", "A"), school("Auxon-Dessus", "B")]);
    expect(result.anomalies()).toEqual(["error commune-not-yet A2"]);
    expect(result.messages[0]).toContain("2015");
  });
});

describe("names of schools match inside one commune", () => {
  it("ignoring case, accents, hyphens and spacing, and never across communes", () => {
    const equipment = sheet("Matériel", [
      ["Commune", "École", "Pack logiciel", "Postes clients standard"],
      ["Beure", "École Jean-Moulin", 1, 2],
      ["Morre", "École Jean-Moulin", 1, 3],
    ]);
    const pupils = sheet("Effectifs", [
      ["Commune", "École", "Élèves"],
      ["BEURE", "ecole  jean moulin", 50],
      ["MORRE", "ÉCOLE JEAN MOULIN", 60],
    ]);
    const result = read(equipment, pupils);
    expect(result.anomalies()).toEqual([]);
    expect(result.reading.schools).toHaveLength(2);
  });
  it("nothing looser: a near miss has no headcount, and its headcount no equipment", () => {
    const result = read(
      sheet("Matériel", [
        ["Commune", "École", "Pack logiciel", "Postes clients standard"],
        ["Beure", "École Jean-Moulin", 1, 2],
      ]),
      sheet("Effectifs", [
        ["Commune", "École", "Élèves"],
        ["Beure", "École J. Moulin", 50],
      ]),
    );
    expect(result.anomalies("Matériel")).toEqual(["error school-without-headcount B2"]);
    expect(result.anomalies("Effectifs")).toEqual(["warning headcount-without-equipment B2"]);
  });
});

describe("a sheet for each commune", () => {
  it("takes the commune from the sheet's name", () => {
    const rows = [
      ["École", "Élèves", "Pack logiciel", "Postes clients standard"],
      ["A", 20, 1, 2],
    ];
    const result = read(sheet("Beure", rows), sheet("Morre", rows));
    expect(communes(result)).toEqual(["Beure: A", "Morre: A"]);
    expect(result.anomalies()).toEqual([]);
  });
  it("a sheet without a commune is one error, and all its rows are stopped", () => {
    const rows = [
      ["École", "Élèves", "Pack logiciel", "Postes clients standard"],
      ["A", 20, 1, 2],
      ["B", 20, 1, 2],
    ];
    const result = read(sheet("Feuil1", rows));
    expect(result.anomalies()).toEqual(["error sheet-without-commune A1"]);
    expect(result.rows()).toMatchObject({ read: 2, error: 2 });
  });
});

describe("the commune of a letter is that of its letterhead, however far above its table", () => {
  const letter = (...texts: readonly (readonly Cell[])[]): Read =>
    read(
      sheet("Feuil1", [...texts, [], ["École", "Postes clients standard", "Effectif"], ["École maternelle", 3, 64]]),
    );
  const blank = (count: number): Cell[][] => Array.from({ length: count }, () => []);
  const toBesancon: Cell[][] = [["Ville de Besançon"], ["2 rue Mégevand"], ["25000 Besançon"]];

  it.each([4, 7, 12, 20])("whoever it is addressed to, %i rows above", (count) => {
    for (const texts of [
      [["Mairie de Pirey"], ...toBesancon, ...blank(count)],
      [["Mairie de Pirey"], ...blank(count), ["Mairie de Besançon"], []],
      [["Pirey"], ...blank(count), ["Ville de Besançon"]],
    ])
      expect(communes(letter(...texts))).toEqual(["Pirey: École maternelle"]);
  });

  it("that of the creditor is billed to it, when no other is named", () => {
    expect(communes(letter(["Mairie de Besançon"], ...blank(10), ["Inventaire"]))).toEqual([
      "Besançon: École maternelle",
    ]);
  });

  it("two other communes are asked about", () => {
    const result = letter(["Mairie de Pirey"], ...blank(10), ["Commune de Beure"]);
    expect([result.anomalies(), communes(result)]).toEqual([["error two-communes A12"], []]);
  });

  it("two communes above schools across are asked about where they are written", () => {
    const across: Cell[][] = [
      ["Écoles", "École du Bourg", "École du Pont", "École du Stade"],
      ["Élèves", 20, 30, 40],
      ["Postes clients standard", 3, 4, 5],
      ["Pack logiciel", 1, 1, 1],
    ];
    const result = read(sheet("Feuil1", [["Mairie de Pirey"], ...blank(2), ["Mairie de Beure"], [], ...across]));
    expect(result.anomalies()).toEqual(["error two-communes A4"]);
  });

  it("a form below others keeps its own, when a word beside its school makes schools across of it", () => {
    const form = (commune: string, school: string): Cell[][] => [
      ["Commune", commune],
      ["École", school, "N-1"],
      ["Nombre d'élèves", 96, 97],
      ["Pack logiciel", 1, 0],
      ["Postes clients standard", 10, 8],
      [],
    ];
    const forms = [...form("Chemaudin", "Groupe scolaire"), ...form("Pugey", "Groupe scolaire Jean Moulin")];
    expect(communes(read(sheet("Fiches 2014", forms)))).toEqual([
      "Chemaudin: Groupe scolaire",
      "Pugey: Groupe scolaire Jean Moulin",
    ]);
  });

  it("a table below or beside another keeps its own title", () => {
    const head = ["École", "Postes clients standard", "Effectif"];
    const below: Cell[][] = [["Commune de Beure"], head, ["École A", 3, 64], [], ["Commune de Pirey"], head];
    const beside: Cell[][] = [["Commune de Beure", null, null, null, "Commune de Pirey"], [], [...head, null, ...head]];
    for (const rows of [
      [...below, ["École B", 9, 120]],
      [...beside, ["École A", 3, 64, null, "École B", 9, 120]],
    ])
      expect(communes(read(sheet("Feuil1", rows)))).toEqual(["Beure: École A", "Pirey: École B"]);
  });
});

describe("another commune than the sheet's, beside the lines of a form", () => {
  it("is asked where it stands, and makes no row of a line that is blank", () => {
    const result = read(
      sheet("Pirey", [
        ["Commune", "École"],
        ["Commune", "École"],
        [null, "École primaire"],
        ["Amagney", "École maternelle"],
        ["Amagney", null],
        [null, "Pack logiciel", 1],
      ]),
    );
    expect(result.anomalies()).toEqual(["error two-communes A5"]);
    expect(result.rows()).toMatchObject({ read: 2, billed: 0, excluded: 1, error: 1 });
  });
});

describe("a GLPI export", () => {
  const glpi = (entity: Cell, place: Cell): Read =>
    read(
      sheet("glpi", [
        ["Nom", "Entité", "Type", "Lieu", "Date de mise en service"],
        ["EC-1", "Entité racine > Beure", "Poste client standard", "Beure > École du Bourg > Salle 1", "15/09/2009"],
        ["EC-2", entity, "Poste client standard", place, "15/09/2009"],
      ]),
      sheet("Effectifs", [
        ["Commune", "École", "Élèves"],
        ["Beure", "École du Bourg", 50],
      ]),
    );
  it("takes the commune from the entity, the school from the level below it in the location", () => {
    const result = glpi("Entité racine > Beure", "Beure > École du Bourg > Salle 2");
    expect(result.quantity("École du Bourg", "POSTE_STD")).toBe(2);
    expect(result.anomalies("glpi")).toEqual([]);
  });
  it.each(["Entité racine", "Entité racine > Écoles", null])(
    "leaves the commune to the location where the entity is %j",
    (entity) => {
      expect(glpi(entity, "Beure > École du Bourg").quantity("École du Bourg", "POSTE_STD")).toBe(2);
    },
  );
  it("a near miss in the entity is an error, whatever the location says", () => {
    expect(glpi("Entité racine > Beurre", "Beure > École du Bourg").anomalies("glpi")).toEqual([
      "error unknown-commune B3",
    ]);
  });
  it("a location in another commune than the entity names no school", () => {
    expect(glpi("Entité racine > Beure", "Morre > École du Bourg").anomalies("glpi")).toEqual([
      "error location-disagrees D3",
    ]);
  });
  it.each([null, "Beure"])("a location of %j names no school", (place) => {
    expect(glpi("Entité racine > Beure", place).anomalies("glpi")).toEqual(["error missing-school D3"]);
  });
});
