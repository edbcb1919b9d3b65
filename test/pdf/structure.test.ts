import type { RowRole, SheetModel } from "../../src/documents";
import { structureOf, type CellPlace, type Tag } from "../../src/pdf/structure";
import { modelOf } from "./model-of";

type Row = readonly [role: RowRole | null, ...cells: (string | number | null)[]];

/** A sheet of rows, each of which is something to whoever hears it. */
function sheetOf(rows: readonly Row[], more: Partial<SheetModel> = {}): SheetModel {
  const roles = rows.flatMap(([role], row) => (role === null ? [] : [[row, role] as const]));
  return modelOf(
    rows.map(([, ...cells]) => cells),
    { outline: new Map(roles), ...more },
  );
}

/** The structure of a sheet, an element a line, with what it says itself: `TH Row « Poste »`, `TD ×3`. */
function told(model: SheetModel): string[] {
  const lines = ({ type, scope, span, holds }: Tag, depth: number): string[] => {
    const said = holds.filter((held): held is CellPlace => !("type" in held));
    const texts = said.map(({ row, column }) => `« ${String(model.rows[row]!.cells[column]!.value)} »`);
    const line = [type, scope, span === undefined ? undefined : `×${span}`, ...texts].filter(Boolean).join(" ");
    const within = holds.flatMap((held) => ("type" in held ? lines(held, depth + 1) : []));
    return ["  ".repeat(depth) + line, ...within];
  };
  return structureOf(model).flatMap((tag) => lines(tag, 0));
}

describe("the structure of a PDF follows the rows of its sheet", () => {
  test("a PDF has headings, and texts that belong to none", () => {
    const rows: Row[] = [
      ["title", "Fiche"],
      ["section", "Lignes", "2014"],
      ["group", "École"],
      [null],
      [null, "Merci.", "Fin."],
      ["status", "Provisoire"],
    ];
    expect(told(sheetOf(rows))).toEqual([
      "H1 « Fiche »",
      "H2 « Lignes » « 2014 »",
      "H3 « École »",
      "P « Merci. » « Fin. »",
      "P « Provisoire »",
    ]);
  });

  test("a heading is never two levels under the one before, since no reader says so much at once", () => {
    expect(
      told(
        sheetOf([
          ["group", "a"],
          ["group", "b"],
          ["title", "c"],
          ["group", "d"],
        ]),
      ),
    ).toEqual(["H1 « a »", "H2 « b »", "H1 « c »", "H2 « d »"]);
  });

  test("cells that are not printed are not in the structure", () => {
    const model = sheetOf([
      [null, "dit", null, null, "à l’écran"],
      [null, "plus bas"],
    ]);
    expect(told({ ...model, print: { ...model.print, area: { lastRow: 0, lastColumn: 2 } } })).toEqual(["P « dit »"]);
  });
});

describe("a table is told with all its cells", () => {
  test("blank ones too, each under its title and beside what names its row", () => {
    const rows: Row[] = [
      ["titles", "Prestation", "CAGB", "Communes"],
      ["row", "Pack", 895, null],
      ["row", "Serveur", null, 632],
    ];
    expect(told(sheetOf(rows))).toEqual([
      "Table",
      "  TR",
      ...["    TH Column « Prestation »", "    TH Column « CAGB »", "    TH Column « Communes »"],
      "  TR",
      ...["    TH Row « Pack »", "    TD « 895 »", "    TD"],
      "  TR",
      ...["    TH Row « Serveur »", "    TD", "    TD « 632 »"],
    ]);
  });

  test("a table has no cells in a column without any text", () => {
    expect(
      told(
        sheetOf([
          ["titles", "École", null, "Montant"],
          ["row", "Est", null, 12],
        ]),
      ),
    ).toEqual([
      "Table",
      "  TR",
      ...["    TH Column « École »", "    TH Column « Montant »"],
      "  TR",
      ...["    TH Row « Est »", "    TD « 12 »"],
    ]);
  });

  test("a cell over several columns counts for them all", () => {
    const model = sheetOf([
      ["titles", "École", "Avant", "Après"],
      ["row", "Est", "fermée", null],
    ]);
    const [titles, row] = model.rows;
    const spanned = { ...row!, cells: [row!.cells[0]!, { ...row!.cells[1]!, span: 2 }, null] };
    expect(told({ ...model, rows: [titles!, spanned] }).slice(-2)).toEqual([
      "    TH Row « Est »",
      "    TD ×2 « fermée »",
    ]);
  });

  test("a text over rows goes across the table, and heads none of its columns: they keep their titles", () => {
    const rows: Row[] = [
      ["section", "Quote-part"],
      ["titles", "", "Qté", "Montant"],
      ["group", "École"],
      [null, "Maintenance"],
      ["row", null, 14, 516.04],
      ["section", "Pris en charge"],
      ["row", "Pack", 1, 211],
    ];
    expect(told(sheetOf(rows))).toEqual([
      "H1 « Quote-part »",
      "Table",
      "  TR",
      ...["    TD", "    TH Column « Qté »", "    TH Column « Montant »"],
      "  TR",
      ...["    TD ×3", "      H2 « École »"],
      "  TR",
      "    TD ×3 « Maintenance »",
      "  TR",
      ...["    TD", "    TD « 14 »", "    TD « 516.04 »"],
      "  TR",
      ...["    TD ×3", "      H2 « Pris en charge »"],
      "  TR",
      ...["    TH Row « Pack »", "    TD « 1 »", "    TD « 211 »"],
    ]);
  });

  test("it ends with its last row, or where other titles begin; without titles, at what is no row", () => {
    const types = (rows: readonly Row[]) => told(sheetOf(rows)).filter((line) => !line.startsWith(" "));
    const [titles, row]: Row[] = [
      ["titles", "a", "b"],
      ["row", "c", 1],
    ];
    expect(types([titles!, row!, [null, "dit"]])).toEqual(["Table", "P « dit »"]);
    expect(types([titles!, row!, [null, "dit"], row!])).toEqual(["Table"]);
    expect(types([titles!, row!, [null, "dit"], titles!, row!])).toEqual(["Table", "P « dit »", "Table"]);
    expect(types([row!, row!, [null, "dit"], row!])).toEqual(["Table", "P « dit »", "Table"]);
    expect(types([titles!, row!, ["status", "dit"], row!])).toEqual(["Table", "P « dit »", "Table"]);
  });

  test("a text repeated on the next page is not read again, nor the titles right under it", () => {
    const titles: Row = ["titles", "École", "Montant"];
    const rows: Row[] = [titles, ["row", "Est", 1], ["continued", "Écoles (suite)"], titles, ["row", "Ouest", 2]];
    expect(told(sheetOf(rows)).filter((line) => /«/.test(line))).toEqual([
      ...["    TH Column « École »", "    TH Column « Montant »"],
      ...["    TH Row « Est »", "    TD « 1 »", "    TH Row « Ouest »", "    TD « 2 »"],
    ]);
  });
});

test("texts side by side are told one after the other, each whole", () => {
  const sideBySide = [{ firstRow: 1, lastRow: 2, starts: [0, 1, 2] }];
  const rows: Row[] = [
    ["section", "Parties"],
    ["settlement", "Créancier", "Débiteur", "Visa"],
    ["settlement", "Ville", "CAGB"],
  ];
  expect(told(sheetOf(rows, { sideBySide }))).toEqual([
    "H1 « Parties »",
    ...["Div", "  P « Créancier »", "  P « Ville »"],
    ...["Div", "  P « Débiteur »", "  P « CAGB »"],
    "P « Visa »",
  ]);
});
