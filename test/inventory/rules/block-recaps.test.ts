import type { Cell } from "../../../src/cells";
import { read, readWith, sheet, withFacts, type SheetSpec } from "../workbook-of";

const header = ["Commune", "École", "Élèves", "Pack logiciel", "Postes clients standard"];
const les = ["Pirey", "Les Vergers", 30, 1, 6];
const bourg = ["Thise", "Bourg", 40, 1, 9];
const parc = (...rows: readonly (readonly Cell[])[]): SheetSpec => sheet("Parc", [header, ...rows]);
const divers = (name: string, ...rows: readonly (readonly Cell[])[]): SheetSpec => sheet(name, rows);
const gap = [[], [], []];
const toldBelow = (table: readonly (readonly Cell[])[], ...rows: readonly (readonly Cell[])[]): string[] =>
  read(sheet("Parc", [...table, ...gap, ...rows])).anomalies();
const toldOn = (name: string, ...sheets: readonly SheetSpec[]): string[] => read(...sheets).anomalies(name);

describe("a block in no table that says again what is billed is a recap only of the same names", () => {
  it("a block below the table with the sum of everything billed is a recap", () => {
    const recap = (...rows: readonly (readonly Cell[])[]) => toldBelow([header, les, bourg], ["Total"], ...rows);
    expect(recap(["Postes clients standard", 15], ["Pack logiciel", 2])).toEqual(["info unread-numbers A7"]);
    expect(recap(["Postes clients standard", 14], ["Pack logiciel", 2])).toEqual(["error unread-table A7"]);
  });
  it("a block below each of several tables is the recap of its own", () => {
    const [first, second] = [les, bourg].map((row, at) =>
      sheet(`Parc ${at + 1}`, [header, row, ...gap, ["Total"], ["Postes clients standard", row[4]!]]),
    );
    expect(read(first!, second!).anomalies()).toEqual(["info unread-numbers A7", "info unread-numbers A7"]);
  });
  it("a recap has the number in one nature or in both, and no other", () => {
    const table = [
      ["Commune", "École", "Élèves", "Pack logiciel", "Postes clients installés", "Postes clients en service"],
      ["Pirey", "Les Vergers", 30, 1, 2, 6],
      ["Thise", "Bourg", 40, 1, 1, 9],
    ];
    const told = (postes: number) => toldBelow(table, ["Total"], ["Postes clients standard", postes]);
    for (const postes of [6 + 9, 2 + 1, 6 + 9 + 2 + 1]) expect(told(postes)).toEqual(["info unread-numbers A8"]);
    expect(told(6 + 9 - 2 - 1)).toEqual(["error unread-table A8"]);
    const both = (...numbers: readonly number[]) =>
      toldOn("Pirey", sheet("Parc", table), divers("Pirey", ["Postes clients standard", ...numbers]));
    expect(both(6, 2)).toEqual(["info unread-numbers A1"]);
    expect(both(6, 3)).toEqual(["error unread-table A1"]);
  });
  it("a recap of packs counts those of the equipped schools when no table shows any", () => {
    const table = [
      ["Commune", "École", "Élèves", "Postes clients standard"],
      ["Pirey", "Les Vergers", 30, 6],
      ["Thise", "Bourg", 40, 9],
      ["Beure", "Haut", 10, null],
    ];
    const told = (packs: number) =>
      toldBelow(table, ["Total"], ["Pack logiciel", packs]).filter((line) => line.includes("unread"));
    expect(told(2)).toEqual(["info unread-numbers A9"]);
    expect(told(3)).toEqual(["error unread-table A9"]);
    const posts = toldBelow(table, ["Total"], ["Postes clients standard", 6 + 9]);
    expect(posts).toContain("info unread-numbers A9");
  });
  it("a recap counts what exceeds the maximum of a school, as the table does", () => {
    const told = (packs: number) =>
      toldBelow([header, ["Pirey", "Les Vergers", 30, 2, 6], bourg], ["Total"], ["Pack logiciel", packs]);
    expect(told(2 + 1)).toContain("info unread-numbers A8");
    expect(told(1 + 1)).toContain("error unread-table A8");
  });
  it("a block beside the table with the sum of everything billed is a recap", () => {
    const beside = (postes: number): SheetSpec =>
      sheet("Parc", [header, [...les, null, null, "Total postes", postes], [...bourg, null, null, "Total packs", 2]]);
    expect(toldOn("Parc", beside(15))).toEqual(["info unread-numbers H2"]);
    expect(toldOn("Parc", beside(14))).toEqual(["error unread-table H2"]);
  });
  it("a block outside tables with the sums of one commune or school is a recap", () => {
    const of = (name: string): SheetSpec => divers("Récap", ["Total", name], [], ["Postes clients standard", 6]);
    expect(toldOn("Récap", parc(les, bourg), of("Pirey"))).toEqual(["info unread-numbers A1"]);
    expect(toldOn("Récap", parc(les, bourg), of("Les Vergers"))).toEqual(["info unread-numbers A1"]);
    expect(toldOn("Récap", parc(les, bourg), of("Bourg"))).toEqual(["error unread-table A1"]);
  });
  it("a block that names a commune or a school that is not billed is no recap, whatever its numbers", () => {
    const rooms = [
      ["Salle", "Postes clients standard"],
      ["Fond", 6],
    ];
    expect(toldOn("Beure", parc(les), divers("Beure", ...rooms))).toEqual(["error unread-table A1"]);
    const unknown = divers(
      "Divers",
      ["École", "au fond", "Maternelle"],
      [],
      ["Beure"],
      [null, "Postes clients standard", 6],
    );
    expect(toldOn("Divers", parc(les), unknown).some((line) => line.startsWith("error"))).toBe(true);
  });
  it.each(["École Zig", "Maternelle Zig"])("a block about « %s », which no table lists, is no recap of all", (name) => {
    const rows = [header, [...les, null, null, "Total postes", 15], [...bourg, null, null, name]];
    expect(toldOn("Parc", sheet("Parc", rows))).toEqual(["error unread-table H2"]);
  });
  it("a block with the sum of everything is a recap, whatever else has a number", () => {
    const block = [["Total"], ["Postes clients standard", 15], ["Budget", 7]];
    expect(toldBelow([header, les, bourg], ...block)).toEqual(["info unread-numbers A8"]);
  });
  it("a block with sums of one school is a recap of its sheet, whatever the name of the sheet", () => {
    const zig = sheet("Zig", [header, les, ...gap, ["Total"], ["Postes clients standard", 6]]);
    expect(read(zig).anomalies()).toEqual(["info unread-numbers A7"]);
  });
  it("a block under a title that may be a school's is no recap when its sums are one school's", () => {
    const block = [[], [], ["Zig"], ["Pack logiciel", 1], ["Postes clients standard", 6]];
    expect(toldOn("Parc", sheet("Parc", [header, les, ...block]))).toEqual(["error unread-table A5"]);
  });
});

it("one prestation with a number, of a commune, is an error as well as several", () => {
  expect(toldOn("Beure", parc(les, bourg), divers("Beure", ["Imprimante jet d'encre", 4]))).toEqual([
    "error unread-table A1",
  ]);
});

describe("a prestation beside a number, below a table, is billed by no table", () => {
  const told = (...rows: readonly (readonly Cell[])[]) => toldBelow([header, les, bourg], ...rows);
  it("is an error at its block", () => {
    expect(told(["Le serveur", 4])).toEqual(["error unread-table A7"]);
    expect(told(["Imprimantes"], [4], [5])).toEqual(["error unread-table A7"]);
  });
  it("is an error at its block, where « Tarif » is below it or heads another column", () => {
    expect(told(["Imprimante jet d’encre", 36], ["Tarif"])).toEqual(["error unread-table A7"]);
    expect(told(["Tarif", "Nombre"], ["Imprimante jet d’encre", 36])).toEqual(["error unread-table A7"]);
  });
  it("is an error at its block beside another column of prices, where most numbers have no cents", () => {
    const rows = [75, 84, 91, 36.86].map((price) => ["Imprimante jet d’encre", price]);
    expect(told(...rows)).toEqual(["error unread-table A7"]);
  });
  it("is to know where its number is an amount", () => {
    const rows = [header, les, bourg, ...gap, ["Imprimante jet d’encre", 36]];
    expect(read(withFacts(sheet("Parc", rows), { money: ["B7"] })).anomalies()).toEqual(["info unread-numbers A7"]);
  });
  it.each<[string, ...(readonly (readonly Cell[])[])]>([
    ["in a sentence", ["Le serveur de l’école a été remplacé en mars 2011 par un serveur neuf de la Ville", 4]],
    ["beside none", ["Imprimante jet d’encre", 0]],
    ["beside more than a school could have", ["Imprimante jet d’encre", 3600]],
    ["beside an identifier", ["Imprimante jet d’encre", 25_056_001]],
    ["beside prices", ["Imprimante jet d’encre", 75, 36.86], ["Serveur standard", 300, 263.33]],
    ["under « Tarif »", ["Tarif"], ["Imprimante jet d’encre", 36]],
    ["in a column of prices", ["Imprimante jet d’encre", 75], ["Serveur standard", 263.33]],
    [
      "in a column of prices, a third of which have cents",
      ["Imprimante jet d’encre", 75],
      ["Serveur standard", 263.33],
      ["Poste spécifique", 84],
    ],
    ["under a heading of something else", ["Prestation", "Montant"], ["Imprimante jet d’encre", 36]],
    ["above nothing that is counted", ["Zig"], [4], [5]],
  ])("is to know %s", (_, ...rows) => {
    expect(told(...rows)).toEqual(["info unread-numbers A7"]);
  });
  it("is to know where nothing of the table is billed", () => {
    const tables = [{ file: null, sheet: "Ancien", cell: "A1", was: "Commune", as: "ignored" as const }];
    const old = sheet("Ancien", [header, les, ...gap, ["Imprimante jet d’encre", 4]]);
    expect(readWith({ tables }, parc(les), old).anomalies("Ancien")).toContain("info unread-numbers A6");
  });
});

it("names of communes are those of the numbers beside or below them, not above", () => {
  expect(toldOn("Notes", parc(les), divers("Notes", ["Beure", 12], ["Thise", 14]))).toEqual(["error unread-table A1"]);
  expect(toldOn("Notes", parc(les), divers("Notes", ["Crédits", 12], ["Beure"], ["Thise"]))).toEqual([
    "info unread-numbers A1",
  ]);
});

it("numbers of communes that are none are no counts", () => {
  expect(toldOn("Notes", parc(les), divers("Notes", ["Beure", 0], ["Thise", 0]))).toEqual(["info unread-numbers A1"]);
});

it("a total beside a table that says not of what is to know", () => {
  const rows = [header, [...les, null, null, "Total", 14], bourg];
  expect(toldOn("Parc", sheet("Parc", rows))).toEqual(["info unread-numbers H2"]);
});

it.each(["Population", "Distance (km)", "Montant"])("numbers of communes under « %s » are no counts", (heading) => {
  const block = divers("Notes", ["Commune", heading], ["Beure", 250], ["Thise", 280]);
  expect(toldOn("Notes", parc(les), block)).toEqual(["info unread-numbers A1"]);
});

it.each(["Établissement", "École : à préciser", "Groupe scolaire Zig"])(
  "a prestation with a number beside « %s » is an error, though no school is known",
  (place) => {
    const block = divers("Divers", ["Imprimante jet d’encre", 4], [place]);
    expect(toldOn("Divers", parc(les), block)).toEqual(["error unread-table A1"]);
    expect(toldOn("Divers", parc(les), divers("Divers", ["Imprimante jet d’encre", 4]))).toEqual([
      "info unread-numbers A1",
    ]);
  },
);
