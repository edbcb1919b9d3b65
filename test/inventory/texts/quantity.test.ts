import type { Cell } from "../../../src/cells";
import {
  error,
  read,
  readWith,
  readWorkbooks,
  sheet,
  withFacts,
  workbook,
  type Extras,
  type Read,
  type SheetSpec,
} from "../workbook-of";

const nbsp = "\u00a0";
const narrow = "\u202f";

/** One school with 10 pupils and one cell under a header. */
function inventory(header: string, cell: Cell, extras: Extras = {}): SheetSpec {
  return sheet(
    "Inventaire",
    [
      ["Commune", "École", "Élèves", "Pack logiciel", header],
      ["Beure", "École du Bourg", 10, 1, cell],
    ],
    extras,
  );
}

function cellUnder(header: string, cell: Cell, extras: Extras = {}): Read {
  return read(inventory(header, cell, extras));
}

const posts = (cell: Cell): Read => cellUnder("Postes clients standard", cell);

describe("a quantity of postes is read (decisions §4)", () => {
  const nothing = [
    null,
    "",
    "  ",
    nbsp,
    "-",
    "–",
    "—",
    "/",
    "0",
    0,
    "néant",
    "NÉANT",
    "sans objet",
    "s.o.",
    "S.O.",
    " - ",
  ];
  it.each(nothing)("%j is none, without a word", (cell) => {
    const result = posts(cell);
    expect(result.quantity("École du Bourg", "POSTE_STD")).toBe(0);
    expect(result.anomalies()).toEqual([]);
  });

  const twelve = [12, 12.000000000000002, "12", " 12 ", `12${nbsp}`, `${narrow}12`, "12,0", "12.0", "12,00", "012"];
  it.each(twelve)("%j is 12, without a word", (cell) => {
    const result = posts(cell);
    expect(result.quantity("École du Bourg", "POSTE_STD")).toBe(12);
    expect(result.anomalies()).toEqual([]);
  });

  it.each(["1 204", `1${nbsp}204`, `1${narrow}204`, 1204])("%j is 1204, grouped by three, once accepted", (cell) => {
    const asked = posts(cell);
    expect(asked.quantity("École du Bourg", "POSTE_STD")).toBe(0);
    expect(asked.anomalies()).toEqual(["error implausible-quantity E2"]);
    const accepted = { file: null, sheet: "Inventaire", cell: "E2", code: "implausible-quantity", was: String(cell) };
    const result = readWith({ accepted: [accepted] }, inventory("Postes clients standard", cell));
    expect(result.quantity("École du Bourg", "POSTE_STD")).toBe(1204);
    expect(result.anomalies()).toEqual([]);
  });

  it.each(["12 postes", "12 PC", "12*", "≈12", `12${nbsp}postes`, "12 poste", "12 *", "≈ 12"])(
    "%j is 12, with a warning on the cell",
    (cell) => {
      const result = posts(cell);
      expect(result.quantity("École du Bourg", "POSTE_STD")).toBe(12);
      expect(result.anomalies()).toEqual(["warning quantity-with-text E2"]);
      expect(result.rows()).toMatchObject({ read: 1, billed: 1, error: 0 });
    },
  );

  it.each(["12 (douze)", "1 (une)"])("a number written again in words is that number: %j", (cell) => {
    const result = posts(cell);
    expect(result.quantity("École du Bourg", "POSTE_STD")).toBe(Number.parseInt(cell));
    expect(result.anomalies()).toEqual([]);
  });

  it("a number with a part is not read, and the part is to be written apart", () => {
    for (const cell of ["17 dont 4 posés en avril 2014", "15 (3)"])
      expect(posts(cell).messages.join()).toMatch(/Tapez le nombre seul.*dans la colonne des installations/);
    expect(posts("12 (treize)").messages.join()).toMatch(/Tapez le nombre seul[^.]*\.$/);
  });

  const bad: [Cell, string][] = [
    ["1.204", "quantity-text"],
    ["10+2", "quantity-text"],
    ["12 ?", "quantity-text"],
    ["12 (dont 2 HS)", "quantity-text"],
    ["NC", "quantity-text"],
    ["n/a", "quantity-text"],
    ["?", "quantity-text"],
    ["beaucoup", "quantity-text"],
    ["l2", "quantity-text"],
    ["12 HS", "quantity-text"],
    ["1 20", "quantity-text"],
    ["1,204", "quantity-text"],
    ["1e3", "quantity-text"],
    ["'", "quantity-text"],
    [-3, "quantity-negative"],
    ["-3", "quantity-negative"],
    ["− 3", "quantity-negative"],
    [12.5, "quantity-fractional"],
    ["12,5", "quantity-fractional"],
    ["12.5", "quantity-fractional"],
    [error("#REF!"), "quantity-error"],
    [error("#N/A"), "quantity-error"],
    [error("#VALUE!"), "quantity-error"],
    [1e15, "quantity-too-large"],
    ["oui", "quantity-mark"],
    ["x", "quantity-mark"],
    ["X", "quantity-mark"],
    ["O", "quantity-letter-o"],
    ["✓", "quantity-mark"],
    ["3 HS", "quantity-text"],
    ["4 à installer", "quantity-text"],
    ["12 élèves", "quantity-other-unit"],
    ["12 imprimantes", "quantity-other-unit"],
    ["12 portables", "quantity-other-unit"],
    ["12 tablettes", "quantity-other-unit"],
    [true, "quantity-mark"],
    [false, "quantity-mark"],
  ];
  it.each(bad)("%j is an error on the cell, the rest of the row billed", (cell, code) => {
    const result = posts(cell);
    expect(result.quantity("École du Bourg", "POSTE_STD")).toBe(0);
    expect(result.quantity("École du Bourg", "PORTAIL")).toBe(10);
    expect(result.quantity("École du Bourg", "PACK")).toBe(1);
    expect(result.anomalies()).toEqual([`error ${code} E2`]);
    expect(result.rows()).toMatchObject({ read: 1, billed: 0, excluded: 0, error: 1 });
  });

  it.each([
    ["1.204", "« 1.204 »"],
    [12.5, "« 12,5 »"],
    [true, "« VRAI »"],
  ] as [Cell, string][])("the message quotes %j as the user sees it", (cell, quoted) => {
    expect(posts(cell).messages.join().replaceAll(nbsp, " ")).toContain(quoted);
  });
});

describe("a quantity whose unit is the école", () => {
  const servers = (cell: Cell): Read => cellUnder("Serveur standard", cell);

  it.each(["oui", "Oui", "OUI", "x", "X", "✓", true, 1, "1"])("%j is one", (cell) => {
    const result = servers(cell);
    expect(result.quantity("École du Bourg", "SERVEUR_STD")).toBe(1);
    expect(result.anomalies()).toEqual([]);
  });

  it.each(["non", "N", false, null, "-", 0])("%j is none", (cell) => {
    const result = servers(cell);
    expect(result.quantity("École du Bourg", "SERVEUR_STD")).toBe(0);
    expect(result.anomalies()).toEqual([]);
  });

  it.each(["?", "NC", "peut-être"])("%j is an error", (cell) => {
    expect(servers(cell).anomalies()).toEqual(["error quantity-text E2"]);
  });

  const lettered = (other: Cell): Read =>
    read(
      sheet("Inventaire", [
        ["Commune", "École", "Élèves", "Pack logiciel", "Serveur standard"],
        ["Beure", "École du Bourg", 10, 1, "O"],
        ["Beure", "École du Haut", 10, 1, other],
      ]),
    );

  it.each(["oui", "Non", "N", "n"])("« O » is one where the column also has %j", (other) => {
    const result = lettered(other);
    expect(result.quantity("École du Bourg", "SERVEUR_STD")).toBe(1);
    expect(result.anomalies()).toEqual([]);
  });

  it.each([1, 0, "x", null])("« O » may be a zero where the column has %j: an error", (other) => {
    const result = lettered(other);
    expect(result.quantity("École du Bourg", "SERVEUR_STD")).toBe(0);
    expect(result.anomalies()).toEqual(["error quantity-letter-o E2"]);
  });
});

describe("a headcount", () => {
  const pupils = (cell: Cell): Read =>
    read(
      sheet("Inventaire", [
        ["Commune", "École", "Élèves", "Postes clients standard", "Pack logiciel"],
        ["Beure", "École du Bourg", cell, 3, 1],
      ]),
    );

  it.each([null, "", " "])("blank (%j) is an error on its cell, the equipment billed", (cell) => {
    const result = pupils(cell);
    expect(result.anomalies()).toEqual(["error missing-headcount C2"]);
    expect(result.messages[0]).toContain("manque\u00a0: l’accès au portail n’est pas facturé.");
    expect(result.quantity("École du Bourg", "POSTE_STD")).toBe(3);
    expect(result.rows()).toMatchObject({ billed: 0, error: 1 });
  });

  it.each([0, "0"])("a headcount of %j is allowed", (cell) => {
    const result = pupils(cell);
    expect(result.anomalies()).toEqual([]);
    expect(result.quantity("École du Bourg", "PORTAIL")).toBe(0);
  });

  it.each(["néant", "-", "—"])("a headcount of %j is 0, with a warning", (cell) => {
    const result = pupils(cell);
    expect(result.anomalies()).toEqual(["warning quantity-with-text C2"]);
    expect(result.quantity("École du Bourg", "PORTAIL")).toBe(0);
  });

  it("a headcount of more than 1,500 is asked about, and one of 1,500 is not", () => {
    expect(pupils(1501).anomalies()).toEqual(["error implausible-quantity C2"]);
    expect(pupils(1500).anomalies()).toEqual([]);
  });

  it.each([
    ["25 élèves", 25],
    ["25 enfants", 25],
  ] as const)("a headcount of %j is read with a warning", (cell, expected) => {
    const result = pupils(cell);
    expect(result.anomalies()).toEqual(["warning quantity-with-text C2"]);
    expect(result.quantity("École du Bourg", "PORTAIL")).toBe(expected);
  });

  it("a headcount that cannot be read is one error, not two", () => {
    expect(pupils("environ 30").anomalies()).toEqual(["error quantity-text C2"]);
  });
});

describe("a number shown as a date", () => {
  /** Beside numbers that are shown as such: a column of dates alone is no quantity. */
  const among = (cell: Cell): SheetSpec =>
    sheet("Inventaire", [
      ["Commune", "École", "Élèves", "Pack logiciel", "Imprimantes jet d’encre"],
      ["Beure", "École du Bourg", 10, 1, cell],
      ["Beure", "École du Haut", 10, 1, 2],
      ["Beure", "École du Pont", 10, 1, 3],
    ]);
  const shown = (cell: Cell, date1904 = false): Read =>
    readWorkbooks([workbook([withFacts(among(cell), { dates: ["E2"] })], { date1904 })]);

  it.each([36526, 41671, 73050])("a number shown as a date that is a day, %d, is not a quantity", (cell) => {
    const result = shown(cell);
    expect(result.quantity("École du Bourg", "IMPRIMANTE")).toBe(0);
    expect(result.anomalies()).toEqual(["error quantity-is-date E2"]);
  });

  it("a number shown as a date that is no day is the number as stored, with a warning", () => {
    const result = shown(60);
    expect(result.quantity("École du Bourg", "IMPRIMANTE")).toBe(60);
    expect(result.anomalies()).toEqual(["warning quantity-shown-as-date E2"]);
  });

  it("is a day from an earlier number on where serials count from 1904", () => {
    expect(shown(35064, true).anomalies()).toEqual(["error quantity-is-date E2"]);
  });

  it("is an error in a headcount too", () => {
    const given = { dates: ["C2"] };
    const rows = [
      ["Commune", "École", "Élèves", "Postes clients standard", "Pack logiciel"],
      ["Beure", "École du Bourg", 41671, 3, 1],
      ["Beure", "École du Haut", 20, 3, 1],
      ["Beure", "École du Pont", 30, 3, 1],
    ];
    expect(read(withFacts(sheet("Inventaire", rows), given)).anomalies()).toEqual(["error quantity-is-date C2"]);
  });
});

describe("a formula without a result is never a zero", () => {
  it("a formula without a result in a quantity is never a zero", () => {
    const result = read(withFacts(inventory("Postes clients standard", null), { lacking: ["E2"] }));
    expect(result.anomalies()).toEqual(["error formula-without-result E2"]);
    expect(result.rows()).toMatchObject({ read: 1, billed: 0, error: 1 });
  });

  it("a formula without a result in a headcount is never a zero", () => {
    const rows = [
      ["Commune", "École", "Élèves", "Postes clients standard", "Pack logiciel"],
      ["Beure", "École du Bourg", null, 3, 1],
    ];
    const result = read(withFacts(sheet("Inventaire", rows), { lacking: ["C2"] }));
    expect(result.anomalies()).toEqual(["error formula-without-result C2"]);
    expect(result.quantity("École du Bourg", "POSTE_STD")).toBe(3);
  });

  it("a formula without a result in a date, a name or a nature is never a blank", () => {
    const rows = [
      ["Commune", "École", "Prestation", "Nature", "Quantité", "Date de mise en service"],
      ["Beure", "École du Bourg", "Postes clients standard", null, 3, null],
      ["Beure", "École du Bourg", "Serveur standard", "Maintenance", 1, null],
      ["Beure", null, "Pack logiciel", "Maintenance", 1, null],
      ["Beure", "École du Bourg", "Effectif", "Maintenance", 20, null],
    ];
    const lacking = { lacking: ["D2", "F3", "B4"] };
    const result = read(withFacts(sheet("Lignes", rows), lacking));
    expect(result.anomalies()).toEqual([
      "error formula-without-result D2",
      "error formula-without-result F3",
      "error formula-without-result B4",
    ]);
    expect(result.quantities).toEqual(["Beure/25058|ecoledubourg PORTAIL maintenance 20"]);
  });

  it("a formula without a result from which nothing is billed is one warning on the first of its sheet, and none on a hidden sheet", () => {
    const note = [["Calcul", null, null]];
    const given = { lacking: ["B1", "C1"] };
    const result = read(
      inventory("Postes clients standard", 3),
      withFacts(sheet("Notes", note), given),
      withFacts(sheet("Cachée", note, { visibility: "hidden" }), given),
    );
    expect(result.anomalies()).toEqual(["warning formula-without-value B1"]);
    expect(result.messages[0]).toContain("(2 dans la feuille)");
  });
});

describe("one number merged over several schools", () => {
  const rows = [
    ["Commune", "École", "Élèves", "Pack logiciel", "Postes clients standard"],
    ["Beure", "École du Bourg", 10, 1, 12],
    ["Beure", "École du Haut", 20, 1, null],
    ["Beure", "École du Pont", 30, 1, 4],
  ];

  it("is nobody’s: told once, and unmerged as advised it is read", () => {
    const merged = read(sheet("Inventaire", rows, { merges: ["E2:E3"] }));
    expect(merged.anomalies()).toEqual(["error merged-quantity E2"]);
    expect(merged.quantity("École du Bourg", "POSTE_STD")).toBe(0);
    expect(merged.quantity("École du Pont", "POSTE_STD")).toBe(4);
    expect(merged.rows()).toMatchObject({ read: 3, billed: 1, error: 2 });
    const written = rows.map((cells) => (cells[1] === "École du Haut" ? [...cells.slice(0, 4), 5] : cells));
    const unmerged = read(sheet("Inventaire", written));
    expect(unmerged.anomalies()).toEqual([]);
    expect(unmerged.quantity("École du Haut", "POSTE_STD")).toBe(5);
  });

  it("is told of a headcount too, and the second is not said to be missing", () => {
    const shared = rows.map((cells) => (cells[1] === "École du Haut" ? ["Beure", "École du Haut", null, 1, 2] : cells));
    const merged = read(sheet("Inventaire", shared, { merges: ["C2:C3"] }));
    expect(merged.anomalies()).toEqual(["error merged-quantity C2"]);
    expect(merged.quantity("École du Bourg", "PORTAIL")).toBe(0);
  });

  it("is nothing to tell where it is nothing, or on one school’s cells", () => {
    const zero = rows.map((cells) => (cells[1] === "École du Bourg" ? [...cells.slice(0, 4), 0] : cells));
    expect(read(sheet("Inventaire", zero, { merges: ["E2:E3"] })).anomalies()).toEqual([]);
    const spread = [...rows.slice(0, 2), [null, null, null, null, null], ...rows.slice(3)];
    expect(read(sheet("Inventaire", spread, { merges: ["E2:E3"] })).anomalies()).toEqual([]);
  });

  it("is none where a school’s name goes on over its quantities: blank, they are told as such", () => {
    const named = rows.map((cells) => (cells[1] === "École du Bourg" ? [...cells.slice(0, 2), null, 1, null] : cells));
    expect(read(sheet("Inventaire", named)).anomalies()).toEqual(["error missing-headcount C2"]);
    expect(read(sheet("Inventaire", named, { merges: ["B2:C2"] })).anomalies()).toEqual(["error missing-headcount C2"]);
  });

  it("is told between prestations and between columns", () => {
    const items = [
      ["Commune", "École", "Prestation", "Quantité"],
      ["Beure", "École du Bourg", "Effectif", 20],
      ["Beure", "École du Bourg", "Postes clients standard", 3],
      ["Beure", "École du Bourg", "Poste spécifique", null],
      ["Beure", "École du Bourg", "Pack logiciel", 1],
    ];
    expect(read(sheet("Lignes", items, { merges: ["D3:D4"] })).anomalies()).toEqual(["error merged-quantity D3"]);
    expect(read(sheet("Inventaire", rows, { merges: ["D2:E2"] })).anomalies()).toEqual(["error merged-quantity D2"]);
  });
});

test("a day among installations, under a heading that speaks of none, is a number mistyped", () => {
  const rows = [
    ["Commune", "École", "Élèves", "Postes clients standard", "Postes clients standard installés"],
    ["Saône", "Lilas", 87, 7, null],
    ["Saône", "Pergaud", 100, 5, "02/01/2012"],
  ];
  expect(
    read(sheet("Parc", rows))
      .anomalies()
      .filter((each) => each.startsWith("error")),
  ).toEqual(["error quantity-text E3"]);
});

test("a day alone among installations of a form is a number mistyped", () => {
  const form = sheet("Fiche", [
    ["Commune de Saône"],
    ["École : Centre"],
    ["Effectif", 117],
    ["Matériel", "En service", "Installé en 2014"],
    ["Serveur standard", 1, null],
    ["Postes clients standard", 2, null],
    ["Pièces détachées", null, 41641],
  ]);
  expect(
    read(withFacts(form, { dates: ["C7"] }))
      .anomalies()
      .filter((each) => each.startsWith("error")),
  ).toEqual(["error quantity-is-date C7"]);
});

test.each([
  ["3 (trois)", 3],
  ["17 (dix-sept)", 17],
  ["18 (dix huit)", 18],
  ["21 (vingt et un)", 21],
  ["71 (soixante et onze)", 71],
  ["80 (quatre-vingts)", 80],
  ["99 (quatre-vingt-dix-neuf)", 99],
  ["....11....", 11],
  ["…… 6 ……", 6],
])("a number in figures and in words, or on a dotted line, is read: « %s »", (written, quantity) => {
  const result = posts(written);
  expect(result.quantity("École du Bourg", "POSTE_STD")).toBe(quantity);
  expect(result.anomalies()).toEqual([]);
});

test("a number that its words do not say is asked", () => {
  expect(posts("17 (dix-huit)").anomalies()).toEqual(["error quantity-text E2"]);
});
