import {
  CellError,
  cellName,
  parseCellName,
  sheetOfValues,
  type Cell,
  type SheetCells,
  type WorkbookCells,
} from "../../../src/cells";
import { message } from "../../../src/messages";
import {
  campaignOf,
  campaignOfWorkbooks,
  conventionOfWorkbooks,
  createDirectory,
  loadConvention,
  type ConventionFiles,
} from "../../../src/tariff";
import communes from "../../../src/tariff/conventions/2014/communes.json";
import convention from "../../../src/tariff/conventions/2014/convention.json";
import grid from "../../../src/tariff/conventions/2014/grid.json";
import { canteens, sheetsOfConvention } from "../../conventions/canteens";

const voted: ConventionFiles = { convention, grid, communes };

type Rows = Readonly<Record<string, Cell[][]>>;

function rowsOf(files: ConventionFiles): Rows {
  return Object.fromEntries(sheetsOfConvention(files).map(({ name, rows }) => [name, rows.map((row) => [...row])]));
}

function workbookOf(sheets: Rows): WorkbookCells {
  const file = "parc.xlsx";
  const cells = Object.entries(sheets).map(([name, rows]): SheetCells => sheetOfValues(name, rows, file));
  return { file, sheets: cells, date1904: false };
}

function read(sheets: Rows) {
  const result = conventionOfWorkbooks([workbookOf(sheets)]);
  if (result === null) throw new Error("no convention");
  return result;
}

/** What is told of sheets, at which cells. */
function toldOf(sheets: Rows): string[] {
  const result = read(sheets);
  return result.ok ? [] : result.error.map(({ code, sheet, cell }) => `${code} ${sheet}!${cell}`);
}

/** The sheets of the canteens with one cell changed. */
function withCell(sheet: string, cell: string, value: Cell): Rows {
  const sheets = rowsOf(canteens);
  const { row, column } = parseCellName(cell)!;
  sheets[sheet]![row]![column] = value;
  return sheets;
}

/** The row of a label of « Convention », from one. */
const rowOf = (label: string): number => rowsOf(canteens)["Convention"]!.findIndex(([one]) => one === label) + 1;

describe("a convention said in three sheets", () => {
  it.each([
    ["of 2014", voted],
    ["without intermediary, counted on another day", canteens],
  ])("%s is the one that its files say", (_name, files) => {
    const [loaded, said] = [loadConvention(files, "workbook"), read(rowsOf(files))];
    if (!loaded.ok || !said.ok) throw new Error(JSON.stringify([loaded, said]));
    // What a table `Tarifs` has no column for: the name of a file, and its note.
    const comparable = ({ grids, id: _id, ...rest }: typeof loaded.value) => ({
      ...rest,
      grids: grids.map(({ id: _grid, note: _note, ...own }) => own),
    });
    expect(comparable(said.value)).toEqual(comparable(loaded.value));
  });

  it.each([
    ["says nothing", {}, 1],
    ["says no cap", { perSite: null }, null],
    ["says a cap of two", { perSite: 2 }, 2],
  ])("caps what is counted by school at one, unless its row says otherwise: it %s", (_name, own, perSite) => {
    const [row, ...others] = grid.rows;
    const files = { ...voted, grid: { ...grid, rows: [{ ...row!, unit: "école", ...own }, ...others] } };
    const [loaded, said] = [loadConvention(files, "workbook"), read(rowsOf(files))];
    for (const each of [loaded, said]) expect(each).toMatchObject({ value: { grids: [{ rows: { 0: { perSite } } }] } });
  });

  it("is none where no sheet says one: a text of that name, a table of prices alone", () => {
    expect(
      conventionOfWorkbooks([workbookOf({ Convention: [["Article 1"], ["Le syndicat facture ses membres."]] })]),
    ).toBeNull();
    const { Tarifs } = rowsOf(voted);
    expect(conventionOfWorkbooks([workbookOf({ Tarifs: Tarifs! })])).toBeNull();
  });

  it("may have titles between its rows, other columns on its left, and no row of an intermediary at all", () => {
    const { Convention, ...others } = rowsOf(canteens);
    const kept = Convention!.filter(([label]) => !String(label).includes("ntermédiaire"));
    const moved = kept.flatMap((row, index) => [index % 5 === 0 ? [null, "Un titre"] : [], [null, ...row]]);
    expect(toldOf({ Convention: moved, ...others })).toEqual([]);
  });

  it("is of a campaign counted on its own day, with its own members alone", () => {
    const under = campaignOfWorkbooks(campaignOf(2026), [workbookOf(rowsOf(canteens))]);
    if (!under.ok) throw new Error(JSON.stringify(under.error));
    expect(under.value).toMatchObject({
      snapshot: { year: 2026, month: 9, day: 15 },
      windowStart: { year: 2025, month: 9, day: 15 },
    });
    const directory = createDirectory(under.value);
    expect(directory.members.map(({ name }) => name)).toEqual(["Ambrières", "Lassay"]);
    expect(directory.find("Amagney").kind).toBe("unknown");
    expect(directory.find("Commune d’Ambrières-les-Vallées")).toMatchObject({ commune: { insee: "53003" } });
    expect(createDirectory(campaignOf(2014)).members).toHaveLength(59);
  });
});

test("the accounts may have the names that they had, and that of who claims has its own", () => {
  const label = (sheets: Rows, said: string) => sheets["Convention"]!.find(([one]) => one === said);
  expect(label(rowsOf(voted), "Compte de recette de l’intermédiaire")).toEqual([expect.anything(), "70875", null]);
  const sheets = rowsOf(canteens);
  label(sheets, "Compte de recette du créancier")![0] = "Compte des quotes-parts refacturées";
  label(sheets, "Compte de dépense du membre")![0] = "Compte des quotes-parts payées";
  expect(read(sheets)).toMatchObject({ value: { accounts: { rebilled: "70878", paid: "62878" } } });
});

test("a part of the credit line may have a code alone", () => {
  const cell = `C${rowOf("Ligne de crédit\u00a0: Nature")}`;
  expect(read(withCell("Convention", cell, null))).toMatchObject({
    value: { creditLine: [{ heading: "Nature", code: "70878", label: "" }] },
  });
});

describe("a convention wrong in one of its cells bills nothing, and says so at that cell", () => {
  const text = (label: string, value: Cell, code: string): [string, string, Cell, string] => [
    "Convention",
    `B${rowOf(label)}`,
    value,
    code,
  ];
  it.each([
    text("Dispositif", null, "convention-missing-value"),
    text("Objet", "  ", "convention-missing-value"),
    text("Acte", null, "convention-missing-value"),
    text("Organe délibérant", null, "convention-missing-value"),
    text("Reçu en préfecture le", null, "convention-missing-value"),
    text("Reçu en préfecture le", "en mars", "convention-bad-date"),
    text("Durée", null, "convention-missing-value"),
    text("Campagnes reconduites à partir de", "bientôt", "convention-bad-date"),
    text("Applicable du", null, "convention-missing-value"),
    text("Applicable du", "31/02/2026", "convention-bad-date"),
    text("Applicable au", "rentrée", "convention-bad-date"),
    text("Applicable au", "01/01/2020", "convention-dates-reversed"),
    text("Jour du décompte", null, "convention-missing-value"),
    text("Jour du décompte", "31 février", "convention-bad-count-day"),
    text("Jour du décompte", "à la rentrée", "convention-bad-count-day"),
    text("Un membre", null, "convention-missing-value"),
    text("Un membre", "adhérent", "convention-bad-noun"),
    text("Un membre, en anglais", "member", "convention-bad-noun"),
    text("Un site", "les restaurants", "convention-bad-noun"),
    text("Un site, en anglais", "site", "convention-bad-noun"),
    text("TVA", null, "convention-missing-value"),
    text("Créancier", null, "convention-missing-value"),
    text("Nom court du créancier", "Sivom", "convention-bad-short-name"),
    text("Nom court du créancier", "l’Agglo", "convention-bad-short-name"),
    text("SIREN du créancier", null, "convention-missing-value"),
    text("SIREN du créancier", "200 000 017", "convention-bad-code"),
    text("SIREN du créancier", 20000001, "convention-bad-code"),
    text("Code INSEE du créancier", "5312", "convention-bad-code"),
    text("Service du créancier", null, "convention-missing-value"),
    text("Exécutif du créancier", null, "convention-missing-value"),
    text("Intermédiaire", "Communauté de communes", "convention-missing-value"),
    text("Compte de recette du créancier", null, "convention-missing-value"),
    text("Compte de dépense du membre", null, "convention-missing-value"),
    text("Chapitre des titres annulés", null, "convention-missing-value"),
    text("Compte des titres annulés", null, "convention-missing-value"),
    text("Ligne de crédit\u00a0: Nature", null, "convention-missing-value"),
    ["Tarifs", "A2", "borne", "tarifs-bad-code"],
    ["Tarifs", "B3", null, "tarifs-missing-value"],
    ["Tarifs", "C2", null, "tarifs-missing-value"],
    ["Tarifs", "D2", -1, "tarifs-amount-negative"],
    ["Tarifs", "E3", "gratuit", "tarifs-amount-unreadable"],
    ["Tarifs", "E2", 42.505, "tarifs-amount-decimals"],
    ["Tarifs", "F2", "bientôt", "tarifs-bad-date"],
    ["Tarifs", "H2", null, "tarifs-missing-value"],
    ["Communes", "A2", "5312", "convention-bad-code"],
    ["Communes", "A3", null, "convention-missing-value"],
    ["Communes", "B2", null, "convention-missing-value"],
    ["Communes", "C2", "215300014", "convention-bad-code"],
    ["Communes", "C2", null, "convention-missing-value"],
    ["Communes", "D2", "jadis", "convention-bad-date"],
    ["Communes", "E3", "01/01/2020", "convention-dates-reversed"],
    ["Communes", "F2", "Mayenne", "convention-bad-code"],
    ["Communes", "G2", "peut-être", "convention-missing-value"],
    ["Communes", "D1", "Adhésion", "communes-unknown-column"],
    ["Communes", "C1", "Téléphone", "convention-without-communes"],
  ])("%s!%s = %p", (sheet, cell, value, code) => {
    const result = read(withCell(sheet, cell, value));
    if (result.ok) throw new Error("read");
    const told = result.error.filter((one) => one.code === code);
    expect(result.error.map((one) => one.code)).toContain(code);
    if (code !== "convention-without-communes")
      expect(told.map((one) => `${one.sheet}!${one.cell}`)).toContain(
        // What an intermediary that is named alone lacks stands in the rows after it.
        cell === `B${rowOf("Intermédiaire")}`
          ? `Convention!B${rowOf("Nom court de l’intermédiaire")}`
          : `${sheet}!${cell}`,
      );
    for (const language of ["fr", "en"] as const)
      for (const { code: own, params } of result.error) expect(message(own, params, language)).not.toMatch(/[{}]/);
  });

  it("gathers all that is wrong in the three sheets", () => {
    const sheets = rowsOf(voted);
    sheets["Convention"]![1]![1] = null;
    sheets["Tarifs"]![1]![0] = "borne";
    sheets["Communes"]![1]![2] = "1";
    expect(toldOf(sheets)).toEqual([
      "convention-missing-value Convention!B2",
      "tarifs-bad-code Tarifs!A2",
      "convention-bad-code Communes!C2",
    ]);
  });

  it.each([
    ["Convention", `B${rowOf("SIREN du créancier")}`],
    ["Convention", `B${rowOf("Applicable du")}`],
    ["Communes", "C2"],
  ])("tells once a cell that a formula left without a value: %s!%s", (sheet, cell) => {
    expect(toldOf(withCell(sheet, cell, new CellError("#REF!")))).toEqual([
      `convention-cell-without-value ${sheet}!${cell}`,
    ]);
  });

  it("tells a row that is missing, one that is twice, and one that nobody knows", () => {
    const sheets = rowsOf(canteens);
    const [rows, vat] = [sheets["Convention"]!, rowOf("TVA") - 1];
    expect(toldOf({ ...sheets, Convention: rows.filter((_row, index) => index !== vat) })).toEqual([
      "convention-rows-missing Convention!A1",
    ]);
    expect(toldOf({ ...sheets, Convention: [...rows, ["TVA", "20 %", null]] })).toEqual([
      `convention-row-twice Convention!B${rows.length + 1}`,
    ]);
    expect(toldOf({ ...sheets, Convention: [...rows, ["Remise", "10 %", null]] })).toEqual([
      `convention-unknown-row Convention!A${rows.length + 1}`,
    ]);
  });

  it("tells a convention without prices, without members, without a credit line, or twice", () => {
    const { Convention, Tarifs, Communes } = rowsOf(canteens) as Record<string, Cell[][]>;
    expect(toldOf({ Convention: Convention!, Communes: Communes! })).toEqual([
      "convention-without-tarifs Convention!A1",
    ]);
    expect(toldOf({ Convention: Convention!, Tarifs: Tarifs! })).toEqual(["convention-without-communes Convention!A1"]);
    expect(toldOf({ Convention: Convention!, Tarifs: Tarifs!, Communes: [Communes![0]!] })).toEqual([
      "communes-empty Communes!B1",
    ]);
    expect(toldOf({ Convention: Convention!.slice(0, -1), Tarifs: Tarifs!, Communes: Communes! })).toEqual([
      "convention-no-credit-line Convention!A1",
    ]);
    const twice = [workbookOf(rowsOf(canteens)), { ...workbookOf(rowsOf(voted)), file: "autre.xlsx" }];
    expect(conventionOfWorkbooks(twice)).toMatchObject({ error: [{ code: "convention-twice", sheet: "Convention" }] });
  });

  it("tells a price of an intermediary that it has not, once its terms are sound", () => {
    const { Convention, Tarifs, Communes } = rowsOf(canteens) as Record<string, Cell[][]>;
    const priced = Tarifs!.map((row, at) => [...row, at === 0 ? "Maintenance CAGB" : at === 1 ? 3 : null]);
    const cell = cellName(1, Tarifs![0]!.length);
    expect(toldOf({ Convention: Convention!, Tarifs: priced, Communes: Communes! })).toEqual([
      `tarifs-price-of-nobody Tarifs!${cell}`,
    ]);
    const noVat = Convention!.filter(([label]) => label !== "TVA");
    expect(toldOf({ Convention: noVat, Tarifs: priced, Communes: Communes! })).toEqual([
      "convention-rows-missing Convention!A1",
    ]);
  });

  it("tells a folder's convention beside the workbook's own", () => {
    const given = loadConvention(voted, "folder");
    if (!given.ok) throw new Error("refused");
    const under = campaignOfWorkbooks(campaignOf(2026, given.value), [workbookOf(rowsOf(canteens))]);
    expect(under).toMatchObject({ error: [{ code: "convention-given-twice", sheet: "Convention" }] });
  });
});
