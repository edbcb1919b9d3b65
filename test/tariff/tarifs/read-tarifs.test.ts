import { Decimal } from "decimal.js";
import { CellError, sheetOfValues, type Cell, type SheetCells } from "../../../src/cells";
import { message } from "../../../src/messages";
import {
  builtInGrids,
  campaignOf,
  gridOfWorkbooks,
  gridRowsForUsers,
  holdsTarifs,
  readTarifs,
  tarifsHeaders,
  type Grid,
} from "../../../src/tariff";
import { yearWithoutTariff } from "../../year-without-tariff";

const grid2014 = builtInGrids[0]!;
const from = 41944; // 1 November 2014
const to = 42309; // 1 November 2015
const sound: Cell[] = ["TABLETTE", "Tablette", "tablette", 10, 5, null, 0.5, from, to, "Délibération n° 1"];

/** A sheet whose table starts at B3, with a title above and a note on its left, as users place them. */
function sheetOf(rows: readonly (readonly Cell[])[], change: Partial<SheetCells> = {}): SheetCells {
  const top = 2;
  const width = Math.max(...rows.map((row) => row.length));
  return {
    ...sheetOfValues(
      "Grille votée",
      [["Tarifs votés"], [], ...rows.map((row, index) => [index === 0 ? "note" : null, ...row])],
      "parc.xlsx",
    ),
    tables: [{ name: "Tarifs", block: { top, left: 1, bottom: top + rows.length - 1, right: width } }],
    ...change,
  };
}

/** The built-in grid as it is shown to users, in a workbook that counts days from 1904: 1 January 1904 is 1462 in the other system. */
function shownRows(date1904: boolean): Cell[][] {
  const isDate = (column: number) => ["Applicable du", "Applicable au"].includes(tarifsHeaders[column]!);
  return gridRowsForUsers(grid2014).map((row) =>
    row.map((cell, column) => (date1904 && isDate(column) ? Number(cell) - 1462 : cell)),
  );
}

function gridsOf(rows: readonly (readonly Cell[])[], date1904 = false): readonly Grid[] {
  const read = readTarifs([sheetOf([tarifsHeaders, ...rows])], date1904);
  if (read?.ok !== true) throw new Error(JSON.stringify(read));
  return read.value;
}

function anomaliesOf(rows: readonly (readonly Cell[])[]) {
  const read = readTarifs([sheetOf(rows)], false);
  if (read?.ok !== false) throw new Error("read");
  for (const { code, params } of read.error) expect(message(code, params)).not.toMatch(/[{}]/);
  return read.error.map(({ severity, code, file, sheet, cell }) => [severity, code, file, sheet, cell]);
}

/** The sound row with the cell of one column changed. */
function withCell(header: (typeof tarifsHeaders)[number], value: Cell): Cell[] {
  return sound.map((cell, index) => (tarifsHeaders[index] === header ? value : cell));
}

describe("a workbook's own table Tarifs", () => {
  it("is none where no sheet has one", () => {
    expect(readTarifs([sheetOf([tarifsHeaders, sound], { tables: [] })], false)).toBeNull();
    expect(readTarifs([], false)).toBeNull();
  });

  it.each([false, true])("gives back the built-in grid as it is shown to users (1904 dates: %p)", (date1904) => {
    const [grid, ...others] = gridsOf(shownRows(date1904), date1904);
    expect(others).toEqual([]);
    expect(grid).toMatchObject({ act: grid2014.act, from: grid2014.from, to: grid2014.to, origin: "workbook" });
    expect(JSON.stringify(grid!.rows)).toBe(JSON.stringify(grid2014.rows));
  });

  it("takes columns in any order, case and spacing, and skips blank rows", () => {
    const headers = ["ACTE", ...tarifsHeaders.slice(0, 9).map((header) => ` ${header.toUpperCase()} `)];
    const row = [sound[9]!, ...sound.slice(0, 9)];
    const read = readTarifs([sheetOf([headers, row, [null, "", " "]])], false);
    expect(read).toMatchObject({ value: [{ act: "Délibération n° 1", rows: [{ code: "TABLETTE" }] }] });
  });

  it.each([
    [31.6, "31.6"],
    [31.6 * 3, "94.8"], // 94.80000000000001 in binary
    [0, "0"],
    ["31,60 €", "31.6"],
    ["1 011,05", "1011.05"],
  ])("reads the amount %p exactly", (value, amount) => {
    const price = gridsOf([withCell("Maintenance commune", value)])[0]!.rows[0]!.prices.maintenance.commune;
    expect(price?.equals(new Decimal(amount))).toBe(true);
  });

  it.each([null, "", "–", "-"])("reads %p as no tariff", (value) => {
    expect(gridsOf([withCell("Maintenance commune", value)])[0]!.rows[0]!.prices.maintenance.commune).toBeNull();
  });

  it.each(["École", "ecole", " école "])("recognises the unit « %s », which caps the quantity", (unit) => {
    expect(gridsOf([withCell("Unité", unit)])[0]!.rows[0]!.unit).toBe("école");
  });

  it.each(["01/11/2014", "2014-11-01", 41944.5])("reads the date %p", (value) => {
    expect(gridsOf([withCell("Applicable du", value)])[0]!.from).toEqual({ year: 2014, month: 11, day: 1 });
  });

  it("makes one grid of each act and period, oldest first", () => {
    const later = sound.map((cell, index) => (index === 7 ? 42310 : index === 8 ? 42675 : cell));
    const others: Readonly<Record<string, Cell>> = { Code: "TBI", Prestation: "Tableau interactif" };
    const other = sound.map((cell, index) => others[tarifsHeaders[index]!] ?? cell);
    const grids = gridsOf([later, sound, other]);
    expect(grids.map(({ rows }) => rows.map(({ code }) => code))).toEqual([["TABLETTE", "TBI"], ["TABLETTE"]]);
  });

  it.each([
    ["a negative amount", withCell("Installation CAGB", -10), "tarifs-amount-negative", "E4"],
    ["a negative amount in text", withCell("Installation CAGB", "-10"), "tarifs-amount-negative", "E4"],
    ["more than two decimals", withCell("Installation commune", 36.865), "tarifs-amount-decimals", "F4"],
    ["more than two decimals in text", withCell("Installation commune", "36,865"), "tarifs-amount-decimals", "F4"],
    ["a text that is no number", withCell("Maintenance CAGB", "gratuit"), "tarifs-amount-unreadable", "G4"],
    ["an Excel error", withCell("Maintenance CAGB", new CellError("#REF!")), "tarifs-amount-unreadable", "G4"],
    ["a boolean", withCell("Maintenance CAGB", true), "tarifs-amount-unreadable", "G4"],
    ["a missing code", withCell("Code", null), "tarifs-missing-value", "B4"],
    ["a code that is no code", withCell("Code", "Tablette n° 1"), "tarifs-bad-code", "B4"],
    ["a missing wording", withCell("Prestation", " "), "tarifs-missing-value", "C4"],
    ["a missing unit", withCell("Unité", null), "tarifs-missing-value", "D4"],
    ["a missing act", withCell("Acte", null), "tarifs-missing-value", "K4"],
    ["a missing date", withCell("Applicable du", null), "tarifs-missing-value", "I4"],
    ["a year for a date", withCell("Applicable au", 2015), "tarifs-bad-date", "J4"],
    ["a day that does not exist", withCell("Applicable au", "31/11/2015"), "tarifs-bad-date", "J4"],
    ["a period that ends before it starts", withCell("Applicable au", from - 1), "tarifs-dates-reversed", "J4"],
  ])("is refused for %s, at its cell", (_what, row, code, cell) => {
    expect(anomaliesOf([tarifsHeaders, row])).toEqual([["error", code, "parc.xlsx", "Grille votée", cell]]);
  });

  it("is refused for a code given twice in one period, at the second", () => {
    expect(anomaliesOf([tarifsHeaders, sound, sound])).toEqual([
      ["error", "tarifs-duplicate-code", "parc.xlsx", "Grille votée", "B5"],
    ]);
  });

  it("is refused for a code given three times, each time naming the first", () => {
    const read = readTarifs([sheetOf([tarifsHeaders, sound, sound, sound])], false);
    expect(read).toMatchObject({
      error: ["B5", "B6"].map((cell) => ({ cell, params: { value: "TABLETTE", first: "B4" } })),
    });
  });

  it("is refused for each row without a code, which is no code given twice", () => {
    const lacking = withCell("Code", null);
    const other = lacking.map((cell, index) => (tarifsHeaders[index] === "Prestation" ? "Tableau" : cell));
    expect(anomaliesOf([tarifsHeaders, lacking, other]).map(([, code, , , cell]) => [code, cell])).toEqual([
      ["tarifs-missing-value", "B4"],
      ["tarifs-missing-value", "B5"],
    ]);
  });

  it("may be of one day", () => {
    const [grid] = gridsOf([withCell("Applicable au", from)]);
    expect(grid).toMatchObject({ id: "Tarifs 2014-11-01", note: "", votedOn: null, from: grid!.to });
  });

  it("is refused for a prestation under two codes in one period, at the second", () => {
    const other = sound.map((cell, index) => (index === tarifsHeaders.indexOf("Code") ? "AUTRE" : cell));
    expect(anomaliesOf([tarifsHeaders, sound, other])).toEqual([
      ["error", "tarifs-duplicate-wording", "parc.xlsx", "Grille votée", "C5"],
    ]);
  });

  it.each([
    ["an overlap", 42309, "tarifs-overlap"],
    ["a gap", 42676, "tarifs-gap"], // from 2 November 2016: nothing prices 1 November 2016
  ])("is refused for %s between two grids, at the later one's start", (_what, start, code) => {
    const later = sound.map((cell, index) => (index === 7 ? start : index === 8 ? 43100 : cell));
    expect(anomaliesOf([tarifsHeaders, sound, later])).toEqual([["error", code, "parc.xlsx", "Grille votée", "I5"]]);
  });

  it("is refused where one period has two acts", () => {
    expect(anomaliesOf([tarifsHeaders, sound, withCell("Acte", "Délibération n° 2")])).toEqual([
      ["error", "tarifs-overlap", "parc.xlsx", "Grille votée", "I5"],
    ]);
  });

  it("names the acts of two grids that overlap", () => {
    const read = readTarifs([sheetOf([tarifsHeaders, sound, withCell("Acte", "Délibération n° 2")])], false);
    const [overlap] = read?.ok === false ? read.error : [];
    expect(message(overlap!.code, overlap!.params)).toMatch(
      /celle du 01\/11\/2014 – 01\/11\/2015 \(Délibération n° 1\) et celle du .* \(Délibération n° 2\)/,
    );
  });

  it("is refused for an unknown, a repeated or a missing column", () => {
    const headers = tarifsHeaders.map((header) => (header === "Acte" ? "TVA" : header === "Unité" ? "Code" : header));
    expect(anomaliesOf([headers, sound]).map(([, code, , , cell]) => [code, cell])).toEqual([
      ["tarifs-missing-column", "B3"],
      ["tarifs-duplicate-column", "D3"],
      ["tarifs-unknown-column", "K3"],
    ]);
    const unnamed = readTarifs([sheetOf([[...tarifsHeaders, null, "TVA"], sound])], false);
    expect(unnamed).toMatchObject({
      error: [
        { cell: "L3", params: { header: "" } },
        { cell: "M3", params: { header: "TVA" } },
      ],
    });
  });

  it("is refused where it has no row", () => {
    expect(anomaliesOf([tarifsHeaders]).map(([, code]) => code)).toEqual(["tarifs-empty"]);
  });

  it("is refused where there are two, at the second", () => {
    const second = sheetOf([tarifsHeaders, sound], { file: "autre.xlsx" });
    expect(readTarifs([sheetOf([tarifsHeaders, sound]), second], false)).toMatchObject({
      error: [{ code: "tarifs-twice", file: "autre.xlsx", cell: "B3", params: { sheet: "Grille votée" } }],
    });
  });

  it("gathers every fault of a row", () => {
    const row = [null, "Tablette", "tablette", -1, "x", 0.001, null, "hier", to, null];
    expect(anomaliesOf([tarifsHeaders, row]).map(([, , , , cell]) => cell)).toEqual([
      "B4",
      "E4",
      "F4",
      "G4",
      "I4",
      "K4",
    ]);
  });
});

describe("a sheet named Tarifs without a native table, as in .ods and .csv", () => {
  it("is read from its header row down", () => {
    const read = readTarifs([sheetOf([tarifsHeaders, sound], { name: "TARIFS", tables: [] })], false);
    // « note » stands left of the headers: a column more, that nobody expects.
    expect(read).toMatchObject({ error: [{ code: "tarifs-unknown-column", cell: "A3" }] });
    const rows = [["Tarifs votés"], [], [null, ...tarifsHeaders], [null, ...sound]];
    expect(readTarifs([sheetOf([[]], { name: "TARIFS", tables: [], rows })], false)).toMatchObject({
      value: [{ rows: [{ code: "TABLETTE" }] }],
    });
  });

  it("gives way to a native table, and one without the headers is nobody's grid", () => {
    const plain = sheetOf([], { name: "Tarifs", tables: [], rows: [["Tarifs des cantines"], ["Repas", 3.5]] });
    expect(readTarifs([plain], false)).toBeNull();
    expect(readTarifs([plain, sheetOf([tarifsHeaders, sound])], false)).toHaveProperty("ok", true);
  });

  it("is refused where it has some of the columns only, the missing ones named together", () => {
    const rows = [["Grille 2016"], ["Code", "Prestation", "Acte"], ["TABLETTE", "Tablette", "Délibération n° 1"]];
    const read = readTarifs([sheetOf([[]], { name: "Tarifs", tables: [], rows })], false);
    const [missing, ...others] = read?.ok === false ? read.error : [];
    expect(others).toEqual([]);
    expect(missing).toMatchObject({ severity: "error", code: "tarifs-missing-column", cell: "A2" });
    const said = message(missing!.code, missing!.params);
    for (const header of tarifsHeaders)
      expect(said.includes(`«\u00a0${header}\u00a0»`)).toBe(!["Code", "Prestation", "Acte"].includes(header));
    expect(said).toContain("«\u00a0Unité\u00a0», «\u00a0Installation CAGB\u00a0», «");
  });

  it("is left alone where it is one of ours", () => {
    expect(readTarifs([sheetOf([tarifsHeaders, sound], { generatedKey: "grille" })], false)).toBeNull();
  });
});

describe("a grid that nothing names Tarifs", () => {
  const unnamed = (name: string, headers: readonly string[] = tarifsHeaders, change: Partial<SheetCells> = {}) =>
    sheetOf([[]], { name, tables: [], rows: [["Tarifs votés"], [null, ...headers], [null, ...sound]], ...change });
  const chosen = (year: number, ...sheets: SheetCells[]) =>
    gridOfWorkbooks([{ file: "parc.xlsx", date1904: false, sheets }], campaignOf(year));
  const warning = { severity: "warning", code: "tarifs-not-named", file: "parc.xlsx", cell: "B2" };

  it.each(["Tarifs 2014", "Tarif", "Grille"])("is not applied, and the sheet « %s » is told so", (name) => {
    expect(chosen(2014, unnamed(name))).toMatchObject({
      value: { grid: { origin: "built-in" }, warnings: [{ ...warning, sheet: name, params: { sheet: name } }] },
    });
  });

  it("is told with eight of the ten columns, not with fewer", () => {
    expect(chosen(2014, unnamed("Tarif", tarifsHeaders.slice(0, 8)))).toMatchObject({ value: { warnings: [warning] } });
    expect(chosen(2014, unnamed("Tarif", tarifsHeaders.slice(0, 7)))).toMatchObject({ value: { warnings: [] } });
  });

  it("is told at its first column, not at what is written beside", () => {
    const rows = [["Tarifs votés"], ["Année 2014", ...tarifsHeaders], [null, ...sound]];
    expect(chosen(2014, unnamed("Tarif", tarifsHeaders, { rows }))).toMatchObject({ value: { warnings: [warning] } });
  });

  it("explains first a campaign that no other grid covers", () => {
    expect(chosen(yearWithoutTariff, unnamed("Tarif"))).toMatchObject({
      error: [warning, { code: "campaign-without-grid" }],
    });
  });

  it("is kept in silence beside the table that bills, on a hidden sheet, and on one of ours", () => {
    expect(chosen(2014, unnamed("Projet"), sheetOf([tarifsHeaders, sound]))).toMatchObject({
      value: { grid: { origin: "workbook" }, warnings: [] },
    });
    expect(chosen(2014, unnamed("Tarif", tarifsHeaders, { visibility: "hidden" }))).toMatchObject({
      value: { warnings: [] },
    });
    expect(chosen(2014, unnamed("Tarif", tarifsHeaders, { generatedKey: "grille" }))).toMatchObject({
      value: { warnings: [] },
    });
  });
});

describe("the grid of several workbooks", () => {
  const workbook = (date1904: boolean, ...sheets: SheetCells[]) => ({ file: "parc.xlsx", date1904, sheets });
  const other = sheetOf([["Commune"], ["Chalezeule"]], { name: "Parc", tables: [] });

  it.each([false, true])("dates its rows as the workbook that holds it counts days (from 1904: %p)", (date1904) => {
    const table = sheetOf([tarifsHeaders, ...shownRows(date1904)]);
    expect(gridOfWorkbooks([workbook(!date1904, other), workbook(date1904, table)], campaignOf(2014))).toMatchObject({
      value: { grid: { origin: "workbook", from: grid2014.from, to: grid2014.to }, warnings: [] },
    });
  });

  it("is none where the table has a fault, even where the built-in grid would do", () => {
    expect(
      gridOfWorkbooks([workbook(false, sheetOf([tarifsHeaders, withCell("Acte", null)]))], campaignOf(2014)),
    ).toMatchObject({ error: [{ code: "tarifs-missing-value", cell: "K4" }] });
  });

  it("is looked for in native tables of its name alone", () => {
    const table = sheetOf([tarifsHeaders, sound]);
    const renamed = { ...table, tables: table.tables.map((one) => ({ ...one, name: "Parc" })) };
    expect([table, renamed, other].map((sheet) => holdsTarifs(workbook(false, sheet)))).toEqual([true, false, false]);
  });
});

describe("gridRowsForUsers", () => {
  it("shows ten columns of plain values, blank where there is no tariff", () => {
    const rows = gridRowsForUsers(grid2014);
    expect(rows.every((row) => row.length === tarifsHeaders.length)).toBe(true);
    expect(rows[3]).toEqual([
      "POSTE_STD",
      "Poste client standard",
      "poste",
      null,
      31.6,
      null,
      36.86,
      from,
      to,
      grid2014.act,
    ]);
  });
});
