import type { Cell } from "../../../src/cells";
import { error, read, sheet } from "../workbook-of";
import type { Read } from "../workbook-of";

const nbsp = "\u00a0";
const narrow = "\u202f";

/** One school with 10 pupils and one cell under a header. */
function cellUnder(header: string, cell: Cell): Read {
  return read(
    sheet("Inventaire", [
      ["Commune", "École", "Élèves", "Pack logiciel", header],
      ["Beure", "École du Bourg", 10, 1, cell],
    ]),
  );
}

const posts = (cell: Cell): Read => cellUnder("Postes clients standard", cell);

describe("a quantity of postes is read as decisions §4 says", () => {
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

  const twelve = [12, 12.0, "12", " 12 ", `12${nbsp}`, `${narrow}12`, "12,0", "12.0", "12,00", "012"];
  it.each(twelve)("%j is 12, without a word", (cell) => {
    const result = posts(cell);
    expect(result.quantity("École du Bourg", "POSTE_STD")).toBe(12);
    expect(result.anomalies()).toEqual([]);
  });

  it.each(["1 204", `1${nbsp}204`, `1${narrow}204`, 1204])("%j is 1204, grouped by three", (cell) => {
    const result = posts(cell);
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
    ["O", "quantity-mark"],
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

describe("in a column whose unit is the école", () => {
  const servers = (cell: Cell): Read => cellUnder("Serveur standard", cell);

  it.each(["oui", "Oui", "OUI", "x", "X", "O", "o", true, 1, "1"])("%j is one", (cell) => {
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
    expect(result.quantity("École du Bourg", "POSTE_STD")).toBe(3);
    expect(result.rows()).toMatchObject({ billed: 0, error: 1 });
  });

  it.each([0, "0", "néant", "-"])("of %j is allowed", (cell) => {
    const result = pupils(cell);
    expect(result.anomalies()).toEqual([]);
    expect(result.quantity("École du Bourg", "PORTAIL")).toBe(0);
  });

  it.each([
    ["25 élèves", 25],
    ["25 enfants", 25],
  ] as const)("of %j is read with a warning", (cell, expected) => {
    const result = pupils(cell);
    expect(result.anomalies()).toEqual(["warning quantity-with-text C2"]);
    expect(result.quantity("École du Bourg", "PORTAIL")).toBe(expected);
  });

  it("that cannot be read is one error, not two", () => {
    expect(pupils("environ 30").anomalies()).toEqual(["error quantity-text C2"]);
  });
});
